"""PDF -> Document, by PDFium.

PDFium is not made for threads, so one document is read at a time in a process.
"""

from dataclasses import dataclass, replace
from itertools import chain

import pypdfium2
import pypdfium2.raw as pdfium

from leaterms.reading import pdf_reasons
from leaterms.reading.bare_tables import with_bare_tables
from leaterms.reading.document import Block, Document
from leaterms.reading.drawn_bullets import with_bullets
from leaterms.reading.drop_caps import with_initials
from leaterms.reading.furniture import without_furniture
from leaterms.reading.layout import lay_out
from leaterms.reading.legibility import is_legible
from leaterms.reading.limits import Limits
from leaterms.reading.notes import take_notes
from leaterms.reading.ocr import find_ocr, missing_ocr, recognise
from leaterms.reading.open_tables import with_tables
from leaterms.reading.overlays import without_overlays
from leaterms.reading.paragraphs import make_blocks
from leaterms.reading.pdf_page import PageContent, read_page
from leaterms.reading.pdfium_lock import ONE_AT_A_TIME
from leaterms.reading.stamps import dropped_lines, tidy_stamps

__all__ = ["read_pdf"]

_A_FEW = 2  # pages
_MOST_NOTES = 500  # annotations of a page that are looked at
_LEAST_LETTERS = 40  # fewer beside a large picture are a stamp or a page number
_PICTURE = 0.3  # of the page
_WHOLE_PICTURE = 0.85  # of the page
_A_WORD = 8  # letters; fewer are specks on the glass
_LEAST_BESIDE_WHOLE = 120  # letters; fewer on a whole picture are a stamp of the post room


def read_pdf(content: bytes, name: str, limits: Limits) -> Document:
    """Read the PDF `content`; `name` is for messages.

    Raises:
        BrokenDocument: damaged, without any text, or beyond `limits`.
        UnsupportedDocument: it has a password, or is a form that only Adobe shows.
        ScannedDocument: it holds pictures of text, or fonts that give no characters.
    """
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            raise pdf_reasons.refusal(fault, name) from fault
        try:
            return _read(document, name, limits)
        finally:
            document.close()


def _read(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> Document:
    count = len(document)
    if count > limits.pages:
        raise pdf_reasons.too_many_pages(name, count, limits.pages)
    is_form = document.get_formtype() != pdfium.FORMTYPE_NONE  # pages are read flattened
    sheets = _Sheets({}, set(), set())
    for number in range(1, count + 1):
        if sheets.take(_page(document, number)) > limits.characters:
            raise pdf_reasons.too_much_text(name, limits.characters)
    ocr, recognised = "", set[int]()
    if sheets.unread:
        was_unread = sheets.unread
        ocr, fault = _recognise(document, sheets)
        recognised = was_unread - sheets.unread
        if len(sheets.unread) == count:
            raise pdf_reasons.no_pages_read(name, garbled=bool(sheets.garbled), ocr=ocr) from fault
    blocks, stamps = _blocks([sheets.pages[number] for number in sorted(sheets.pages)])
    if count <= _A_FEW and pdf_reasons.is_put_off(" ".join(block.text for block in blocks)):
        raise pdf_reasons.only_adobe(name)
    if not blocks:
        raise pdf_reasons.empty(name, is_form=is_form)
    return Document(
        "pdf",
        count,
        tuple(blocks),
        scanned_pages=tuple(sorted(sheets.unread)),
        recognised_pages=tuple(sorted(recognised)),
        note=pdf_reasons.note(
            name,
            scanned=sorted(sheets.scanned),
            garbled=sorted(sheets.garbled),
            recognised=sorted(recognised),
            ocr=ocr,
        ),
        stamps=stamps,
    )


@dataclass
class _Sheets:
    """The pages that were read, by number, and the numbers of those that were not.

    A scanned page is kept for the few words on it.
    """

    pages: dict[int, PageContent]
    scanned: set[int]
    garbled: set[int]
    characters: int = 0

    @property
    def unread(self) -> set[int]:
        return self.scanned | self.garbled

    def take(self, page: PageContent, *, is_recognised: bool = False) -> int:
        """Judge a page and keep it if it can be read; all characters so far.

        A page that was read by recognition is a picture still, with its words below it.
        """
        text = " ".join(run.text for run in page.runs)
        self.characters += len(text)
        for numbers in (self.scanned, self.garbled):
            numbers.discard(page.number)
        if not is_legible(text):
            self.garbled.add(page.number)
            return self.characters
        if not is_recognised and _is_scanned(page, text):
            self.scanned.add(page.number)
        self.pages[page.number] = page
        return self.characters


def _is_scanned(page: PageContent, text: str) -> bool:
    """Whether a page is a picture with at most a stamp or a page number on it."""
    least = _LEAST_LETTERS if page.pictured < _WHOLE_PICTURE else _LEAST_BESIDE_WHOLE
    return page.pictured >= _PICTURE and sum(c.isalpha() for c in text) < least


def _recognise(
    document: pypdfium2.PdfDocument, sheets: _Sheets
) -> tuple[str, BaseException | None]:
    """Read the unread pages by text recognition, as far as it is there and time allows.

    What stood in the way comes back, in Dutch ('' for nothing), with its cause.
    """
    ocr = find_ocr()
    if ocr is None:
        return f"of {missing_ocr()}", None
    try:
        for numbers, made in recognise(document, sorted(sheets.unread), ocr):
            for index, number in enumerate(numbers, start=1):
                page = replace(_page(made, index), number=number)
                if (
                    sum(map(str.isalpha, chain.from_iterable(r.text for r in page.runs)))
                    >= _A_WORD
                ):
                    sheets.take(page, is_recognised=True)
    except TimeoutError as fault:
        return "tekstherkenning op deze computer duurde te lang", fault
    except (OSError, MemoryError, pypdfium2.PdfiumError) as fault:
        return "tekstherkenning op deze computer lukte niet", fault
    return "", None


def _blocks(pages: list[PageContent]) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks, and the words of watermarks, headers and footers that are in none."""
    whole = [with_bullets(with_initials(page)) for page in pages]
    clear = without_overlays(whole)
    laid = with_bare_tables(with_tables(clear))
    bare = without_furniture(laid)
    running, notes = take_notes(bare)
    blocks = make_blocks(lay_out(running))
    blocks.extend(block for note in notes for block in note.blocks())
    dropped = (*dropped_lines(whole, clear), *dropped_lines(laid, bare))
    return blocks, tidy_stamps((*(page.aslant for page in pages), *dropped))


def _page(document: pypdfium2.PdfDocument, number: int) -> PageContent:
    """A page's content; a page that PDFium cannot load is an empty one."""
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if page and _has_filled_in(page):
        # what is filled in becomes part of the page, in memory only
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        return PageContent(number, 0.0, 0.0, (), (), 0.0, upright=True)
    try:
        return read_page(page, number)
    finally:
        pdfium.FPDF_ClosePage(page)


def _has_filled_in(page: "pdfium.FPDF_PAGE") -> bool:
    """Whether fields of a form, or text typed over it, lie on a page."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT}:
            return True
    return False
