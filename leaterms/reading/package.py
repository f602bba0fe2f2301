"""The parts of a zipped office file as XML trees, taken out with care.

Word and OpenDocument files are zips of XML. Their parts are taken by name, within limits, and
parsed without entities or network; what else is in the zip is not unpacked.
"""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from lxml import etree

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading.limits import Limits

__all__ = ["Package", "open_package", "parse_xml"]

_PROLOGUE = 8192  # bytes before which a document type stands, if any
_T = TypeVar("_T")


class Package:
    """The parts of one file; `kind` ('Word-bestand') and `name` are for messages."""

    def __init__(self, package: zipfile.ZipFile, name: str, kind: str, limits: Limits) -> None:
        self._package = package
        self._entries = {entry.filename: entry for entry in package.infolist()}
        self._limits = limits
        self.name = name
        self.kind = kind
        if len(self._entries) > limits.parts:
            raise BrokenDocument(
                f"'{name}' bevat {len(self._entries)} onderdelen, meer dan een {kind} hoort te "
                "hebben; vertrouw het niet en vraag de bron om een nieuw bestand"
            )

    def __contains__(self, part: object) -> bool:
        return part in self._entries

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            BrokenDocument: it is beyond the limits once unpacked.
            KeyError: there is no such part.
        """
        entry = self._entries[part]
        if entry.file_size > self._limits.part_bytes:
            raise BrokenDocument(
                f"'{self.name}' wordt na uitpakken {entry.file_size // 1024**2} MB groot, meer "
                f"dan de {self._limits.part_bytes // 1024**2} MB die gelezen wordt; splits het, "
                "of vraag de bron om een nieuw bestand"
            )
        return self._package.read(entry)

    def tree(self, part: str) -> etree._Element:
        """The tree of a part.

        Raises:
            BrokenDocument: it is beyond the limits once unpacked, or defines a document type.
            KeyError: there is no such part.
        """
        return parse_xml(self.read(part), self.name, self.kind)


def open_package(
    content: bytes, name: str, kind: str, limits: Limits, read: Callable[[Package], _T]
) -> _T:
    """What `read` makes of the zip `content`.

    Raises:
        BrokenDocument: no zip, cut off, damaged, or beyond `limits`.
        UnsupportedDocument: entries of the zip have a password.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return read(Package(package, name, kind, limits))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
    ) as fault:
        raise BrokenDocument(
            f"'{name}' is een beschadigd of afgebroken {kind}; open het in "
            f"{'Word' if kind.startswith('Word') else 'LibreOffice'}, laat het herstellen en sla "
            "het opnieuw op, of haal het opnieuw op bij de bron"
        ) from fault
    except RuntimeError as fault:  # what zipfile raises for an encrypted entry
        raise UnsupportedDocument(
            f"'{name}' is met een wachtwoord beveiligd; haal het wachtwoord eraf en sla het "
            "opnieuw op"
        ) from fault


def parse_xml(xml: bytes, name: str, kind: str) -> etree._Element:
    """The tree of `xml`; a document type, which no office program writes, is refused.

    Raises:
        BrokenDocument: it defines a document type, and with it perhaps entities.
        lxml.etree.XMLSyntaxError: it is no XML.
    """
    if b"<!DOCTYPE" in xml[:_PROLOGUE].replace(b"\0", b""):  # in UTF-16 too
        raise _distrust(name, kind)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise _distrust(name, kind)
    return root


def _distrust(name: str, kind: str) -> BrokenDocument:
    return BrokenDocument(
        f"'{name}' bevat XML-definities die niet in een {kind} horen; vertrouw het niet en "
        "vraag de bron om een nieuw bestand"
    )
