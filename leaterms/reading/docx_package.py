"""The parts of a Word file that hold text, as XML trees, taken from the zip with care.

python-docx opens whole packages, pictures included, and refuses one whose relationships
point nowhere, which Word opens without a word. So the few parts that matter are taken here
by name, within limits, and parsed without entities or network.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading.limits import Limits

__all__ = ["W", "WordPackage", "open_package", "qn"]

W: Final = f"{{{nsmap['w']}}}"
"""The namespace of Word's XML, in lxml's notation."""

_PROLOGUE = 8192  # bytes before which a document type stands, if any
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO 29500 strict writes the same XML under other names
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The trees of a Word file; None for a part that it does not have."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None


def open_package(content: bytes, name: str, limits: Limits) -> WordPackage:
    """Take the text parts out of the Word file `content`; `name` is for messages.

    Raises:
        BrokenDocument: no Word file, cut off, damaged, or beyond `limits`.
        UnsupportedDocument: entries of the zip have a password.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _open(package, name, limits)
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
            f"'{name}' is een beschadigd of afgebroken Word-bestand; open het in Word, laat het "
            "herstellen en sla het opnieuw op, of haal het opnieuw op bij de bron"
        ) from fault
    except RuntimeError as fault:  # what zipfile raises for an encrypted entry
        raise UnsupportedDocument(
            f"'{name}' is met een wachtwoord beveiligd; haal het wachtwoord eraf en sla het "
            "opnieuw op"
        ) from fault


def _open(package: zipfile.ZipFile, name: str, limits: Limits) -> WordPackage:
    entries = {entry.filename: entry for entry in package.infolist()}
    if len(entries) > limits.parts:
        raise BrokenDocument(
            f"'{name}' bevat {len(entries)} onderdelen, meer dan een Word-bestand hoort te "
            "hebben; vertrouw het niet en vraag de bron om een nieuw bestand"
        )

    def read(part: str) -> etree._Element:
        entry = entries[part]
        if entry.file_size > limits.part_bytes:
            raise BrokenDocument(
                f"'{name}' wordt na uitpakken {entry.file_size // 1024**2} MB groot, meer dan de "
                f"{limits.part_bytes // 1024**2} MB die gelezen wordt; splits het, of vraag de "
                "bron om een nieuw bestand"
            )
        return _parse(package.read(entry), name)

    def related(part: str) -> dict[str, str]:
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in entries:
            return {}
        return {
            rel.get("Type", "").rpartition("/")[2]: posixpath.normpath(
                posixpath.join("/", folder, rel.get("Target", ""))
            ).lstrip("/")
            for rel in read(rels).iter(_RELATIONSHIP)
            if rel.get("TargetMode") != "External"
        }

    main = related("").get("officeDocument", "word/document.xml")
    if main not in entries:
        raise BrokenDocument(
            f"'{name}' is een Word-bestand zonder documenttekst; open het in Word, laat het "
            "herstellen en sla het opnieuw op"
        )
    body = read(main).find(qn("w:body"))
    if body is None:
        raise BrokenDocument(
            f"'{name}' is een Word-bestand zonder documenttekst; open het in Word, laat het "
            "herstellen en sla het opnieuw op"
        )
    parts = related(main)

    def optional(kind: str) -> etree._Element | None:
        part = parts.get(kind, "")
        return read(part) if part in entries else None

    return WordPackage(
        body,
        optional("styles"),
        optional("numbering"),
        optional("footnotes"),
        optional("endnotes"),
    )


def _parse(xml: bytes, name: str) -> etree._Element:
    """The tree of one part; a document type, which Word never writes, is refused."""
    if b"<!DOCTYPE" in xml[:_PROLOGUE].replace(b"\0", b""):  # in UTF-16 too
        raise _distrust(name)
    for strict, transitional in _STRICT:
        xml = xml.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise _distrust(name)
    return root


def _distrust(name: str) -> BrokenDocument:
    return BrokenDocument(
        f"'{name}' bevat XML-definities die niet in een Word-bestand horen; vertrouw het niet en "
        "vraag de bron om een nieuw bestand"
    )
