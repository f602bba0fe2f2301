"""Why a PDF, or some of its pages, gave no text, and what to do about it: Dutch sentences."""

from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from leaterms.errors import BrokenDocument, ScannedDocument, UnsupportedDocument

__all__ = [
    "empty",
    "is_put_off",
    "no_pages_read",
    "note",
    "only_adobe",
    "refusal",
    "too_many_pages",
    "too_much_text",
]

# what stands on the one page that other programs show of a form made of XML
_EXCUSES = (
    "if this message is not eventually replaced",
    "the document you are trying to load requires adobe reader",
    "to view the full contents of this document, you need a later version",
    "als dit bericht niet wordt vervangen",
)
_LONGEST_EXCUSE = 2000  # characters
_SEARCHABLE = "maak er met tekstherkenning (OCR) een doorzoekbare PDF van"


def refusal(fault: pypdfium2.PdfiumError, name: str) -> BrokenDocument | UnsupportedDocument:
    """For a file that PDFium does not open."""
    if fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return UnsupportedDocument(
            f"'{name}' is een PDF met een wachtwoord; open hem, haal de beveiliging eraf en sla "
            "hem opnieuw op"
        )
    return BrokenDocument(
        f"'{name}' is een beschadigde of afgebroken PDF; open hem in een PDF-lezer en sla hem "
        "opnieuw op, of haal hem opnieuw op bij de bron"
    )


def too_many_pages(name: str, count: int, most: int) -> BrokenDocument:
    """For a file of more than `most` pages."""
    return BrokenDocument(
        f"'{name}' heeft {count} pagina's, meer dan de {most} die gelezen worden; splits de PDF, "
        "of haal de bijlagen eruit"
    )


def too_much_text(name: str, most: int) -> BrokenDocument:
    """For a file of more than `most` characters."""
    return BrokenDocument(f"'{name}' bevat meer dan {most} tekens; splits de PDF")


def empty(name: str, *, is_form: bool) -> BrokenDocument:
    """For a file without text or pictures."""
    if is_form:
        return BrokenDocument(
            f"'{name}' is een formulier zonder vaste tekst; druk het ingevulde formulier af naar "
            "PDF"
        )
    return BrokenDocument(
        f"'{name}' is een PDF zonder tekst; controleer of dit het goede bestand is"
    )


def is_put_off(text: str) -> bool:
    """Whether the text of a page only says that another program is needed to see the form."""
    plain = " ".join(text.casefold().split())
    return len(plain) < _LONGEST_EXCUSE and any(words in plain for words in _EXCUSES)


def only_adobe(name: str) -> UnsupportedDocument:
    """For a form that is made of XML (XFA), which only Adobe's programs show."""
    return UnsupportedDocument(
        f"'{name}' is een formulier dat alleen Adobe Reader toont; open het daarin en druk het "
        "af naar PDF"
    )


def no_pages_read(name: str, *, garbled: bool, ocr: str) -> ScannedDocument:
    """For a file none of whose pages gave text.

    `garbled`: its fonts give no characters, or it is a scan. `ocr` is what text recognition
    lacks or met ('installeer ...', 'tekstherkenning ...'), '' where it ran and found nothing.
    """
    if garbled:
        mend = "maak met tekstherkenning (OCR) een nieuwe PDF, of vraag om het Word-bestand"
        reason = "heeft lettertypen waaruit geen tekst te halen is"
    else:
        mend, reason = _SEARCHABLE, "is een scan zonder tekst"
    if not ocr:
        ocr = "met tekstherkenning op deze computer is geen tekst gevonden"
    return ScannedDocument(f"'{name}' {reason}; {mend} ({ocr})")


def note(
    name: str,
    *,
    scanned: Sequence[int] = (),
    garbled: Sequence[int] = (),
    recognised: Sequence[int] = (),
    ocr: str = "",
) -> str:
    """What to know of a document that was read: pages left out, pages read by recognition."""
    parts: list[str] = []
    mend = f"{_SEARCHABLE} ({ocr})" if ocr else _SEARCHABLE
    if scanned:
        verb, what = ("is", "een scan") if len(scanned) == 1 else ("zijn", "scans")
        parts.append(
            f"van '{name}' {verb} {_pages(scanned)} niet gelezen: {what} zonder tekst; {mend}"
        )
    if garbled:
        verb = "is" if len(garbled) == 1 else "zijn"
        parts.append(
            f"van '{name}' {verb} {_pages(garbled)} niet gelezen: uit de lettertypen is geen "
            f"tekst te halen; {mend}"
        )
    if recognised:
        verb = "is" if len(recognised) == 1 else "zijn"
        parts.append(
            f"van '{name}' {verb} {_pages(recognised)} gelezen met tekstherkenning; leg wat u "
            "eruit aanhaalt naast het origineel"
        )
    return ". ".join(parts)


def _pages(numbers: Sequence[int]) -> str:
    """[2] -> 'pagina 2'; [2, 4, 5, 6] -> "de pagina's 2 en 4-6"."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    named = [
        name
        for a, b in spans
        for name in ([f"{a}-{b}"] if b > a + 1 else map(str, sorted({a, b})))
    ]
    if len(numbers) == 1:
        return f"pagina {named[0]}"
    return "de pagina's " + " en ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
