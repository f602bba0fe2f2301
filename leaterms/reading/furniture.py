"""Running headers, footers and page numbers: what is printed on pages but belongs to none."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from leaterms.reading.lines import cluster_runs, split_at_gaps, text_of
from leaterms.reading.pdf_page import PageContent, Run

__all__ = ["without_furniture"]

_MARGIN = 0.13  # of the height of the page, at the top and at the bottom
_OUTSIDE = 0.08  # of the height of the page: above the first or below the last line of text
_EDGE = 0.06  # of the height of the page: beyond the margins of any letter
_A_CHAPTER = 3  # pages; a header outside the text may change by chapter
_BESIDE = 6.0  # points between the text and what stands beside it
_A_WORD = 3  # letters
_MOST_LINES = 5  # at either end of the page
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 4.0  # points

_PAGE_OF = re.compile(
    r"\b(?:pagina|pag|blz|bladzijde|page|p)\.?\s*:?\s*\d{1,4}"
    r"(?:\s*(?:van(?:\s+de)?|of|/|-)\s*\d{1,4})?|\b\d{1,4}\s*(?:van|/)\s*\d{1,4}\b",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[-–—|•\s]*(\d{1,4})[-–—|•\s]*")

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Strip:
    """All that stands on one height in the top or bottom margin of a page."""

    runs: tuple[Run, ...]
    text: str
    height: float  # from the top of the page, or (below 0) from its bottom

    def keys(self, parity: int, page_height: float) -> set[Key]:
        """Its words with its height, on a grid of two offsets.

        Figures count for the same where only a page number can differ: beside the word for
        it, and outside the margins of the text. 'Agendapunt 3' at the top of a page is not
        'Agendapunt 4' on the next.
        """
        words = self.text.casefold()
        if abs(self.height) < _OUTSIDE * page_height or _PAGE_OF.search(words):
            words = _DIGITS.sub("#", words)
        cells = {round(self.height / _SAME_HEIGHT + shift) for shift in (0.0, 0.5)}
        return {(words, cell, side) for cell in cells for side in (-1, parity)}


def without_furniture(pages: list[PageContent]) -> list[PageContent]:
    """The pages without what repeats at their top or bottom.

    A line is left out if it stands at the same height, with the same words (page numbers
    aside), on at least half of the pages, or of all odd or even pages; if it is a page number
    ('Pagina 2 van 5', '- 2 -'); or if it is small print at the very edge of the page. So is
    what repeats beside the text, as the address in the margin of a letter.
    """
    pages = _without_repeated_sides(pages)
    strips = [_strips(page) for page in pages]
    repeated: Counter[Key] = Counter()
    for index, held in enumerate(strips):
        repeated.update(
            {key for strip in held for key in strip.keys(index % 2, pages[index].height)}
        )
    size = _body_size(pages)
    out: list[PageContent] = []
    for index, (page, held) in enumerate(zip(pages, strips, strict=True)):
        gone = {
            run
            for side in (
                [strip for strip in held if strip.height >= 0],
                [strip for strip in reversed(held) if strip.height < 0],
            )
            for run in _furniture_of(side, page, index, repeated, len(pages), size)
        }
        kept = tuple(run for run in page.runs if run not in gone)
        out.append(replace(page, runs=kept) if gone else page)
    return out


def _without_repeated_sides(pages: list[PageContent]) -> list[PageContent]:
    """The pages without words that stand in one place beside the text on half of them."""
    places = Counter(_place(run) for page in pages for run in page.runs)
    often = max(2, (len(pages) + 1) // 2)
    out: list[PageContent] = []
    for page in pages:
        again = [run for run in page.runs if places[_place(run)] >= often]
        orders = {run.order for run in again}
        others = [run for run in page.runs if run.order not in orders]
        text = [run for run in others if _is_within(run, page)] or others
        boxes = [grid.box for grid in page.grids]
        loose = [r for r in again if not any(b.y0 <= r.baseline <= b.y1 for b in boxes)]
        gone = _beside(text, loose) if text and loose else set[int]()
        kept = tuple(run for run in page.runs if run.order not in gone)
        out.append(replace(page, runs=kept) if gone else page)
    return out


def _place(run: Run) -> tuple[str, int, int]:
    return run.text, round(run.x0), round(run.baseline)


def _beside(text: list[Run], again: list[Run]) -> set[int]:
    """Which of the runs that come again, by `order`, are words beside the text.

    A line of which a part lies within the text is the header of a table.
    """
    left, right = min(run.x0 for run in text), max(run.x1 for run in text)
    return {
        run.order
        for cluster in cluster_runs(again)
        if all(
            fragment[-1].x1 < left - _BESIDE or fragment[0].x0 > right + _BESIDE
            for fragment in split_at_gaps(cluster)
        )
        and sum(c.isalpha() for run in cluster for c in run.text) >= _A_WORD
        for run in cluster
    }


def _is_within(run: Run, page: PageContent) -> bool:
    """Whether a run stands neither at the top nor at the bottom of its page."""
    return _OUTSIDE * page.height < run.baseline < (1 - _OUTSIDE) * page.height


def _furniture_of(
    side: list[_Strip],
    page: PageContent,
    index: int,
    repeated: Counter[Key],
    pages: int,
    size: float,
) -> list[Run]:
    """The runs to leave out at one end of a page, whose lines come from its edge inwards.

    Within the margins of the text a line that repeats is left out only if nothing that
    stays is printed between it and the edge.
    """
    gone: list[Run] = []
    is_open = True
    for strip in side:
        outside = abs(strip.height) < _OUTSIDE * page.height
        if (
            ((is_open or outside) and _is_repeated(strip, page, index, repeated, pages))
            or _is_edge_print(strip, page, size)
            or _is_page_number(strip.text, strip, page)
        ):
            gone.extend(strip.runs)
            continue
        is_open = False
        gone.extend(run for run in strip.runs if _is_page_number(run.text, strip, page))
    return gone


def _strips(page: PageContent) -> list[_Strip]:
    """The lines in the top and bottom margin."""
    tables = [grid.box for grid in page.grids if len(grid.rows) > 2]
    near = [
        run
        for run in page.runs
        if not _MARGIN * page.height <= run.baseline <= (1 - _MARGIN) * page.height
        # a table's header that is printed on each page is the table's business
        and not any(box.y0 <= run.baseline <= box.y1 for box in tables)
    ]
    strips: list[_Strip] = []
    for cluster in cluster_runs(near):
        height = cluster[0].baseline
        strips.append(
            _Strip(
                tuple(cluster),
                " ".join(text_of(cluster).split()),
                height if height < page.height / 2 else height - page.height,
            )
        )
    top = [strip for strip in strips if strip.height >= 0]
    bottom = [strip for strip in strips if strip.height < 0]
    return top[:_MOST_LINES] + bottom[-_MOST_LINES:]


def _body_size(pages: list[PageContent]) -> float:
    """The font size of most characters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_edge_print(strip: _Strip, page: PageContent, size: float) -> bool:
    """Whether a line is in small print where no text is set, as on a page that has no other."""
    far = min(abs(strip.height), page.height) < _EDGE * page.height
    return far and all(run.size <= 0.9 * size for run in strip.runs)


def _is_repeated(
    strip: _Strip, page: PageContent, index: int, repeated: Counter[Key], pages: int
) -> bool:
    if pages < 2:
        return False
    for key in strip.keys(index % 2, page.height):
        alike = pages if key[2] < 0 else (pages + 1 - index % 2) // 2
        often = (alike + 1) // 2
        if abs(strip.height) < _OUTSIDE * page.height:
            often = min(often, _A_CHAPTER)
        if repeated[key] >= max(2, often):
            return True
    return False


def _is_page_number(text: str, strip: _Strip, page: PageContent) -> bool:
    """Whether a text says the page's number."""
    plain = text.strip(" \t-–—|•")
    if _PAGE_OF.fullmatch(plain):
        return True
    bare = _BARE_NUMBER.fullmatch(text)
    if bare is None or text != strip.text:
        return False
    number = int(bare[1])
    return number == page.number or (strip.height < 0 and abs(number - page.number) <= 4)
