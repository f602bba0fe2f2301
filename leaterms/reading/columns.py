"""Text areas of a page: one column, or several with running text in each.

Text in two columns is told from a row of labels and values by what the columns hold:
running text fills its column.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from leaterms.reading.pdf_page import Run

__all__ = ["Band", "Fragment", "cut_in_bands", "find_gutter", "usual_gutters"]

Fragment = tuple[Run, ...]
"""Runs of one height without a wide gap between them."""

_LEAST_LINES = 4  # in each column
_FILLED = 0.6  # of the column's width by a usual line
_BROKEN = 0.4  # of the lines of running text end for want of room
_LEAST_WHITE = 8.0  # points between a sidebar and the text
_LEAST_CHARACTERS = 18  # on a usual line of a column of running text


@dataclass(frozen=True, slots=True)
class Band:
    """A text area: its edges, and whether it is one of several columns."""

    left: float
    right: float
    is_column: bool
    fragments: tuple[Fragment, ...]


def right_of(fragment: Fragment) -> float:
    """The right edge of a fragment."""
    return max(run.x1 for run in fragment)


def usual_gutters(gutters: Iterable[float | None]) -> tuple[float, ...]:
    """The gutters of a document's pages, the most common first."""
    return tuple(x for x, _ in Counter(x for x in gutters if x is not None).most_common())


def cut_in_bands(fragments: list[Fragment], known: tuple[float, ...]) -> list[Band]:
    """The text areas of a page in reading order.

    `known` has the gutters on other pages of the document, which need less proof here.
    """
    return _cut(fragments, known, is_column=False, reach=0.0)


def _cut(
    fragments: list[Fragment], known: tuple[float, ...], *, is_column: bool, reach: float
) -> list[Band]:
    """The text areas of a part of the page; `reach` is how far right its lines may go."""
    if not fragments:
        return []
    left = min(f[0].x0 for f in fragments)
    right = max(reach, *map(right_of, fragments))
    gutter = find_gutter(fragments, known)
    if gutter is None:
        # the first column of a page whose others are empty
        is_column = is_column or any(right <= x + 1 for x in known[:1])
        return [Band(left, right, is_column, tuple(fragments))]
    out: list[Band] = []
    for is_free, stretch in _stretches(fragments, gutter):
        sides = (
            [f for f in stretch if f[0].x0 < gutter],
            [f for f in stretch if f[0].x0 >= gutter],
        )
        if is_free and all(sides):
            out.extend(_cut(sides[0], known, is_column=True, reach=gutter - _LEAST_WHITE))
            out.extend(_cut(sides[1], known, is_column=True, reach=0.0))
        else:
            out.append(Band(left, right, is_column, tuple(stretch)))
    return out


def _stretches(fragments: list[Fragment], gutter: float) -> list[tuple[bool, list[Fragment]]]:
    """Stretches of the page from top to bottom that cross the gutter, and that do not."""
    ordered = sorted(fragments, key=lambda f: (f[0].baseline, f[0].x0))
    grouped = groupby(ordered, key=lambda f: not _crosses(f, gutter))
    return [(is_free, list(stretch)) for is_free, stretch in grouped]


def _crosses(fragment: Fragment, gutter: float) -> bool:
    return fragment[0].x0 < gutter - 1 and right_of(fragment) > gutter + 1


def find_gutter(fragments: list[Fragment], known: tuple[float, ...] = ()) -> float | None:
    """The left edge of a second column of running text, less a hair; None if there is none."""
    if not fragments:
        return None
    left, right = min(f[0].x0 for f in fragments), max(map(right_of, fragments))
    width = right - left
    starts = {round(f[0].x0) for f in fragments}
    best: tuple[int, float] | None = None  # the fewest lines that cross, then leftmost
    for x in sorted(starts):
        if not left + 0.25 * width < x < right - 0.2 * width:
            continue
        gutter = x - 2.0
        lefts = [f for f in fragments if right_of(f) <= gutter + 1]
        rights = [f for f in fragments if f[0].x0 >= gutter]
        crossing = len(fragments) - len(lefts) - len(rights)
        if best is not None and crossing >= best[0]:
            continue
        if (
            crossing <= len(lefts) + len(rights)
            and _is_running(lefts)
            and _is_running(rights)
            and (not crossing or _run_beside(fragments, gutter))
        ):
            best = crossing, gutter
    if best is not None:
        return best[1]
    beside = _find_sidebar(fragments, left, right)
    if beside is not None:
        return beside
    for gutter in known:
        crossing = sum(_crosses(f, gutter) for f in fragments)
        lefts = [f for f in fragments if right_of(f) <= gutter + 1]
        if (
            crossing <= 0.4 * len(lefts)
            and len(lefts) < len(fragments) - crossing
            and (_is_running(lefts, least=1))
        ):
            return gutter
    return None


def _run_beside(fragments: list[Fragment], gutter: float) -> bool:
    """Whether both sides hold running text where nothing crosses the gutter.

    The last lines of paragraphs stand on the left of any page.
    """
    beside = [
        stretch
        for is_free, stretch in _stretches(fragments, gutter)
        if is_free and len({f[0].x0 < gutter for f in stretch}) > 1
    ]
    return all(
        _is_running([f for stretch in beside for f in stretch if (f[0].x0 < gutter) is is_left])
        for is_left in (True, False)
    )


def _find_sidebar(fragments: list[Fragment], left: float, right: float) -> float | None:
    """The left edge of the right one of two areas that stand beside each other, less a hair.

    A sidebar holds labels, names and short lines, as the first column of a table does; but
    its lines do not keep to the heights of those beside it.
    """
    width = right - left
    for x in sorted({round(f[0].x0) for f in fragments}):
        if not left + 0.12 * width < x < right - 0.12 * width:
            continue
        gutter = x - 2.0
        lefts = [f for f in fragments if right_of(f) <= gutter + 1]
        rights = [f for f in fragments if f[0].x0 >= gutter]
        if len(lefts) + len(rights) < len(fragments) or min(len(lefts), len(rights)) < 3:
            continue
        if gutter - max(map(right_of, lefts)) < _LEAST_WHITE:
            continue
        fewer, more = sorted((lefts, rights), key=len)
        if _is_running(more, least=6) and _is_apart(fewer, more):
            return gutter
    return None


def _is_apart(side: list[Fragment], other: list[Fragment]) -> bool:
    """Whether few lines of one side stand on the height of one on the other."""
    heights = [f[0].baseline for f in other]
    shared = sum(any(abs(f[0].baseline - y) <= 1.0 for y in heights) for f in side)
    return shared <= 0.34 * len(side)


def _is_running(side: list[Fragment], least: int = _LEAST_LINES) -> bool:
    """Whether fragments are lines of running text that fill their column."""
    if len(side) < least:
        return False
    left, right = min(f[0].x0 for f in side), max(map(right_of, side))
    widths = [right_of(f) - f[0].x0 for f in side]
    lengths = [sum(len(run.text) for run in f) for f in side]
    if median(widths) < _FILLED * (right - left) or median(lengths) < _LEAST_CHARACTERS:
        return False
    # lines that end because the next word had no room, as those of a list do not
    texts = sorted((f for f in side if f[0].order >= 0), key=lambda f: f[0].baseline)
    pairs = list(pairwise(texts))
    right = max(map(right_of, texts), default=0.0)
    broken = sum(
        right_of(before) + 0.2 * after[0].size + after[0].head - after[0].x0 > right
        for before, after in pairs
    )
    return broken >= _BROKEN * len(pairs)
