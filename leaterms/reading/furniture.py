"""Running headers, footers and page numbers: what is printed on pages but belongs to none."""

import re
from collections import Counter

from leaterms.reading.layout import Line, PageLines, TableRow

__all__ = ["without_furniture"]

_MARGIN = 0.13  # of the height of the page, at the top and at the bottom
_MOST_LINES = 5  # at either end of the page
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 4.0  # points

_PAGE_OF = re.compile(
    r"(?:(?:pagina|pag|blz|bladzijde|page|p)\.?\s*:?\s*)"
    r"\d{1,4}(?:\s*(?:van(?:\s+de)?|of|/|-)\s*\d{1,4})?|\d{1,4}\s*(?:van|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[-–—|•\s]*\d{1,4}[-–—|•\s]*")


def without_furniture(pages: list[PageLines]) -> list[list[Line | TableRow]]:
    """The lines and rows of each page, without what repeats at its top or bottom.

    A line is left out if it stands at the same height, with the same words (figures aside),
    on at least half of the pages, or of all odd or even pages; or if it is a page number
    ('Pagina 2 van 5', '- 2 -').
    """
    ends = [_ends(page) for page in pages]
    repeated: Counter[tuple[str, int, int]] = Counter()
    for index, lines in enumerate(ends):
        keys = {key for line in lines for key in _keys(line, pages[index], index)}
        repeated.update(keys)
    out: list[list[Line | TableRow]] = []
    for index, page in enumerate(pages):
        dropped = {
            id(line)
            for line in ends[index]
            if _is_page_number(line, page, index)
            or _is_repeated(line, page, index, repeated, len(pages))
        }
        out.append([part for part in page.parts if id(part) not in dropped])
    return out


def _ends(page: PageLines) -> list[Line]:
    """The lines in the top and bottom margin."""
    height = page.page.height
    lines = sorted((p for p in page.parts if isinstance(p, Line)), key=lambda p: p.baseline)
    top = [p for p in lines[:_MOST_LINES] if p.baseline < _MARGIN * height]
    bottom = [p for p in lines[-_MOST_LINES:] if p.baseline > (1 - _MARGIN) * height]
    return top + [line for line in bottom if not any(line is other for other in top)]


def _keys(line: Line, page: PageLines, index: int) -> list[tuple[str, int, int]]:
    """The words of a line with its height, on a grid of two offsets; and odd or even page."""
    words = _DIGITS.sub("#", " ".join(line.text.split()).casefold())
    height = (
        line.baseline
        if line.baseline < page.page.height / 2
        else (line.baseline - page.page.height)
    )
    cells = {round(height / _SAME_HEIGHT), round(height / _SAME_HEIGHT + 0.5)}
    return [(words, cell, parity) for cell in cells for parity in (-1, index % 2)]


def _is_repeated(
    line: Line,
    page: PageLines,
    index: int,
    repeated: Counter[tuple[str, int, int]],
    pages: int,
) -> bool:
    if pages < 2:
        return False
    for key in _keys(line, page, index):
        alike = pages if key[2] < 0 else (pages + 1 - index % 2) // 2
        if repeated[key] >= max(2, (alike + 1) // 2):
            return True
    return False


def _is_page_number(line: Line, page: PageLines, index: int) -> bool:
    """Whether a line says the page's number, or ends with it after a wide gap."""
    text = line.text.strip(" \t-–—|•")
    if _PAGE_OF.fullmatch(text):
        return True
    if not _BARE_NUMBER.fullmatch(line.text):
        return False
    number = int(_DIGITS.search(line.text)[0])  # type: ignore[index]
    is_last = line.baseline > (1 - _MARGIN) * page.page.height
    return number == index + 1 or (is_last and len(page.parts) > 1 and abs(number - index) <= 3)
