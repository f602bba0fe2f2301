"""PDF -> Document, by PDFium.

PDFium is not made for threads, so one document is read at a time in a process.
"""

import threading

import pypdfium2
import pypdfium2.raw as pdfium

from leaterms.errors import BrokenDocument, ScannedDocument, UnsupportedDocument
from leaterms.reading.characters import is_readable
from leaterms.reading.document import Document
from leaterms.reading.furniture import without_furniture
from leaterms.reading.layout import lay_out
from leaterms.reading.limits import Limits
from leaterms.reading.notes import take_notes
from leaterms.reading.open_tables import with_tables
from leaterms.reading.overlays import without_overlays
from leaterms.reading.paragraphs import make_blocks
from leaterms.reading.pdf_page import PageContent, read_page

__all__ = ["read_pdf"]

_ONE_AT_A_TIME = threading.Lock()
_LEAST_LETTERS = 40  # fewer beside a large picture are a stamp or a page number
_PICTURE = 0.3  # of the page


def read_pdf(content: bytes, name: str, limits: Limits) -> Document:
    """Read the PDF `content`; `name` is for messages.

    Raises:
        BrokenDocument: damaged, without any text, or beyond `limits`.
        UnsupportedDocument: it has a password, or is a form that only Adobe shows.
        ScannedDocument: it holds pictures of text, or fonts that give no characters.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            raise _refusal(fault, name) from fault
        try:
            return _read(document, name, limits)
        finally:
            document.close()


def _refusal(fault: pypdfium2.PdfiumError, name: str) -> BrokenDocument | UnsupportedDocument:
    if fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return UnsupportedDocument(
            f"'{name}' is een PDF met een wachtwoord; open hem, haal de beveiliging eraf en sla "
            "hem opnieuw op"
        )
    return BrokenDocument(
        f"'{name}' is een beschadigde of afgebroken PDF; open hem in een PDF-lezer en sla hem "
        "opnieuw op, of haal hem opnieuw op bij de bron"
    )


def _read(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> Document:
    count = len(document)
    if count > limits.pages:
        raise BrokenDocument(
            f"'{name}' heeft {count} pagina's, meer dan de {limits.pages} die gelezen worden; "
            "splits de PDF, of haal de bijlagen eruit"
        )
    pages: list[PageContent] = []
    scanned: list[int] = []
    garbled: list[int] = []
    characters = 0
    for number in range(1, count + 1):
        content = _page(document, number)
        text = "".join(run.text for run in content.runs)
        characters += len(text)
        if characters > limits.characters:
            raise BrokenDocument(
                f"'{name}' bevat meer dan {limits.characters} tekens; splits de PDF"
            )
        if not is_readable(text):
            garbled.append(number)
            continue
        if content.pictured >= _PICTURE and sum(c.isalpha() for c in text) < _LEAST_LETTERS:
            scanned.append(number)
        pages.append(content)
    bare = with_tables(without_overlays(pages))
    running, notes = take_notes(without_furniture(bare))
    blocks = make_blocks(lay_out(running))
    blocks.extend(block for note in notes for block in note.blocks())
    if len(scanned) + len(garbled) == count and count:
        blocks = []
    if not blocks:
        raise _nothing_read(document, name, scanned, garbled)
    return Document("pdf", count, tuple(blocks), tuple(sorted(scanned + garbled)))


def _page(document: pypdfium2.PdfDocument, number: int) -> PageContent:
    """A page's content; a page that PDFium cannot load is an empty one."""
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        return PageContent(number, 0.0, 0.0, (), (), 0.0, upright=True)
    try:
        return read_page(page, number)
    finally:
        pdfium.FPDF_ClosePage(page)


def _nothing_read(
    document: pypdfium2.PdfDocument, name: str, scanned: list[int], garbled: list[int]
) -> BrokenDocument | ScannedDocument:
    if garbled:
        return ScannedDocument(
            f"'{name}' heeft lettertypen waaruit geen tekst te halen is; maak met tekstherkenning "
            "(OCR) een nieuwe PDF, of vraag om het Word-bestand"
        )
    if scanned:
        return ScannedDocument(
            f"'{name}' is een scan zonder tekst; maak er met tekstherkenning (OCR) een "
            "doorzoekbare PDF van"
        )
    if document.get_formtype() != pdfium.FORMTYPE_NONE:
        return BrokenDocument(
            f"'{name}' is een formulier zonder vaste tekst; druk het ingevulde formulier af naar "
            "PDF"
        )
    return BrokenDocument(
        f"'{name}' is een PDF zonder tekst; controleer of dit het goede bestand is"
    )
