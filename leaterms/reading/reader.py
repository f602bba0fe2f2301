"""The one way into a document: from a path to a `Document`, or an error a user can mend."""

import stat
from pathlib import Path

from leaterms.errors import BrokenDocument, DocumentError, UnsupportedDocument
from leaterms.reading.document import Document
from leaterms.reading.docx import read_docx
from leaterms.reading.formats import Format, sniff_format
from leaterms.reading.limits import DEFAULT_LIMITS, Limits
from leaterms.reading.pdf import read_pdf
from leaterms.reading.view import View

__all__ = ["read_document"]

_SAVE_AS_DOCX = "open het in Word of LibreOffice en sla het op als .docx of als PDF"

# what the file is, and what to do about it
_UNSUPPORTED = {
    Format.DOC: f"is een Word-bestand in het oude formaat (.doc); {_SAVE_AS_DOCX}",
    Format.ENCRYPTED_OFFICE: (
        "is met een wachtwoord beveiligd; open het, haal het wachtwoord eraf en sla het opnieuw op"
    ),
    Format.XLS: "is een Excel-bestand (.xls); sla de verslagtekst op als .docx of als PDF",
    Format.XLSX: "is een Excel-bestand (.xlsx); sla de verslagtekst op als .docx of als PDF",
    Format.PPT: "is een presentatie (.ppt); sla haar op als PDF",
    Format.PPTX: "is een presentatie (.pptx); sla haar op als PDF",
    Format.MSG: (
        "is een Outlook-bericht (.msg); sla de bijlage los op, of druk het bericht af naar PDF"
    ),
    Format.MAIL: (
        "is een e-mailbericht (.eml); sla de bijlage los op, of druk het bericht af naar PDF"
    ),
    Format.OLE: (
        "is een oud Office-bestand van een onbekende soort; open het in het programma waarmee "
        "het gemaakt is en sla het op als .docx of als PDF"
    ),
    Format.ODF: f"is een OpenDocument-bestand (zoals .odt); {_SAVE_AS_DOCX}",
    Format.RTF: f"is een RTF-bestand; {_SAVE_AS_DOCX}",
    Format.HTML: f"is een webpagina (HTML); {_SAVE_AS_DOCX}",
    Format.WORD_XML: f"is een Word-bestand in XML-vorm; {_SAVE_AS_DOCX}",
    Format.XML: "is een XML-bestand, geen verslag; zoek het verslag in Word of als PDF",
    Format.TEXT: f"is een bestand met platte tekst; {_SAVE_AS_DOCX}",
    Format.IMAGE: (
        "is een afbeelding; maak er met tekstherkenning (OCR) een doorzoekbare PDF van"
    ),
    Format.MEDIA: "is een geluids- of beeldopname; zoek het schriftelijke verslag erbij",
    Format.ZIP: (
        "is een zip-bestand, geen Word-document; pak het uit en zet de losse bestanden in de map"
    ),
    Format.ARCHIVE: ("is een ingepakt archief; pak het uit en zet de losse bestanden in de map"),
    Format.WORD_LOCK: (
        "is een hulpbestand dat Word naast een geopend document zet; sluit Word, dan verdwijnt het"
    ),
    Format.UNKNOWN: (
        "is van een onbekende soort; lever het verslag aan als .docx of als PDF met tekst"
    ),
}


def read_document(
    path: Path, *, limits: Limits = DEFAULT_LIMITS, view: View = View.ACCEPTED
) -> Document:
    """Read the PDF or Word file at `path`; the kind is told by its content.

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
    if found in _UNSUPPORTED:
        raise UnsupportedDocument(f"'{name}' {_UNSUPPORTED[found]}")
    try:
        if found is Format.PDF:
            return read_pdf(content, name, limits)
        return read_docx(content, name, limits, view)
    except DocumentError:
        raise
    except MemoryError as fault:
        raise BrokenDocument(
            f"'{name}' vraagt meer geheugen dan er is; splits het, of haal de bijlagen eruit"
        ) from fault
    except Exception as fault:  # any bytes give a document or a row with a reason
        raise BrokenDocument(
            f"'{name}' is beschadigd en kan niet worden gelezen; open het in "
            f"{'een PDF-lezer' if found is Format.PDF else 'Word'} en sla het opnieuw op"
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
