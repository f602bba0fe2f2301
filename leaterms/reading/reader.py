"""The one way into a document: from a path to a `Document`, or an error a user can mend."""

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from leaterms.errors import BrokenDocument, DocumentError, UnsupportedDocument
from leaterms.reading.document import Document
from leaterms.reading.docx import read_docx
from leaterms.reading.formats import Format, sniff_format
from leaterms.reading.html import read_html
from leaterms.reading.libreoffice import convert_to_docx, find_libreoffice
from leaterms.reading.limits import DEFAULT_LIMITS, Limits
from leaterms.reading.mends import mend_of
from leaterms.reading.mhtml import page_of
from leaterms.reading.odt import read_odt
from leaterms.reading.pdf import read_pdf
from leaterms.reading.plain_text import read_plain_text
from leaterms.reading.rtf import read_rtf
from leaterms.reading.view import View

__all__ = ["read_document"]

Reader = Callable[[bytes, str, Limits, View], Document]

_READERS: dict[Format, Reader] = {
    Format.PDF: lambda content, name, limits, _: read_pdf(content, name, limits),
    Format.DOCX: read_docx,
    Format.ODT: read_odt,
    Format.RTF: read_rtf,
    Format.HTML: read_html,
    Format.MHTML: lambda content, name, limits, view: read_html(
        page_of(content), name, limits, view
    ),
    Format.TEXT: lambda content, name, limits, _: read_plain_text(content, name, limits),
}
# read by way of LibreOffice, which knows them under these extensions
_CONVERTED = {Format.DOC: "doc", Format.WORD_XML: "xml"}
_PROGRAMS = {
    Format.PDF: "een PDF-lezer",
    Format.ODT: "LibreOffice",
    Format.HTML: "een browser",
    Format.MHTML: "een browser",
    Format.TEXT: "een tekstverwerker",
}


def read_document(
    path: Path, *, limits: Limits = DEFAULT_LIMITS, view: View = View.ACCEPTED
) -> Document:
    """Read the file at `path`; the kind is told by its content.

    Read are PDF, Word (.docx), OpenDocument text, RTF, web pages and plain text; old Word files
    where LibreOffice is installed.

    The file is opened for reading only. Blocks are in reading order; a document that is
    returned has at least one. `view` says how tracked changes are read, in the formats that
    have them.

    Raises:
        UnsupportedDocument: a kind of file that is not read, or one with a password.
        BrokenDocument: the file cannot be opened, is empty, damaged or beyond `limits`.
        ScannedDocument: it holds pictures of text only.
    """
    name = _printable(path.name)
    content = _content(path, name, limits)
    found = sniff_format(content)
    if found is Format.EMPTY:
        raise BrokenDocument(
            f"'{name}' is leeg (0 bytes); haal het opnieuw op bij de bron of laat het weg"
        )
    if found is Format.BROKEN_ZIP:
        raise BrokenDocument(
            f"'{name}' is een beschadigd of afgebroken Word- of zip-bestand; haal het opnieuw op "
            "bij de bron"
        )
    program = find_libreoffice() if found in _CONVERTED else None
    if found not in _READERS and program is None:
        raise UnsupportedDocument(f"'{name}' {mend_of(found)}")
    try:
        if program is not None:
            made = convert_to_docx(content, name, _CONVERTED[found], program)
            return replace(read_docx(made, name, limits, view), format=str(found))
        return _READERS[found](content, name, limits, view)
    except DocumentError:
        raise
    except MemoryError as fault:
        raise BrokenDocument(
            f"'{name}' vraagt meer geheugen dan er is; splits het, of haal de bijlagen eruit"
        ) from fault
    except Exception as fault:  # any bytes give a document or a row with a reason
        raise BrokenDocument(
            f"'{name}' is beschadigd en kan niet worden gelezen; open het in "
            f"{_PROGRAMS.get(found, 'Word')} en sla het opnieuw op"
        ) from fault


def _content(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of the file at `path`, if it is one and within `limits`."""
    try:
        status = path.stat()
        size = status.st_size
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise BrokenDocument(
                f"'{name}' is geen gewoon bestand, maar een aansluiting of apparaat; laat het weg"
            )
        if size > limits.file_bytes:
            raise BrokenDocument(
                f"'{name}' is {size // 1024**2} MB groot, meer dan de "
                f"{limits.file_bytes // 1024**2} MB die gelezen wordt; splits het, of haal de "
                "bijlagen eruit"
            )
        return path.read_bytes()
    except OSError as fault:
        raise BrokenDocument(
            f"'{name}' kan niet worden geopend ({_reason(fault)}); controleer of het bestand er "
            "nog staat en of u het mag lezen"
        ) from fault


def _printable(name: str) -> str:
    r"""A file name for a message; bytes that are no text are written '\xe9'."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _reason(fault: OSError) -> str:
    """Why a file could not be opened, in Dutch."""
    if isinstance(fault, FileNotFoundError):
        return "het bestaat niet"
    if isinstance(fault, PermissionError):
        return "geen toestemming"
    if isinstance(fault, IsADirectoryError):
        return "het is een map"
    return fault.strerror or type(fault).__name__
