"""Text areas of a page: one column, or several with running text in each.

Text in two columns is told from a row of labels and values by what the columns hold:
running text fills its column.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from leaterms.reading.pdf_page import Run

__all__ = ["Band", "Fragment", "cut_in_bands", "find_gutter", "usual_gutters"]

Fragment = tuple[Run, ...]
"""Runs of one height without a wide gap between them."""

_LEAST_LINES = 4  # in each column
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
    return _cut(fragments, known, is_column=False)


def _cut(fragments: list[Fragment], known: tuple[float, ...], *, is_column: bool) -> list[Band]:
    if not fragments:
        return []
    left, right = min(f[0].x0 for f in fragments), max(map(right_of, fragments))
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
            for side in sides:
                out.extend(_cut(side, known, is_column=True))
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
        if crossing <= len(lefts) + len(rights) and _is_running(lefts) and _is_running(rights):
            best = crossing, gutter
    if best is not None:
        return best[1]
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


def _is_running(side: list[Fragment], least: int = _LEAST_LINES) -> bool:
    """Whether fragments are lines of running text that fill their column."""
    if len(side) < least:
        return False
    left, right = min(f[0].x0 for f in side), max(map(right_of, side))
    widths = [right_of(f) - f[0].x0 for f in side]
    lengths = [sum(len(run.text) for run in f) for f in side]
    return median(widths) >= 0.6 * (right - left) and median(lengths) >= _LEAST_CHARACTERS
