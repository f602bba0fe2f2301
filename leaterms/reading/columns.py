"""Text areas of a page: one column, or several with running text in each.

Text in two columns is told from a row of labels and values by what the columns hold:
running text fills its column.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from leaterms.reading.column_headings import short_headings
from leaterms.reading.fragments import Fragment, crosses, length_of, right_of, words_of_fragment
from leaterms.reading.lines import head_of

__all__ = [
    "Band",
    "cut_in_bands",
    "find_gutter",
    "find_gutters",
    "is_apart",
    "is_running",
    "runs_through",
    "usual_gutters",
]

_LEAST_LINES = 4  # in each column
_MOST_CROSSING = 0.25  # of all lines: titles above areas that stand beside each other
_FILLED = 0.6  # of the column's width by a usual line
_BROKEN = 0.4  # of the lines of running text end for want of room
_LEAST_WHITE = 8.0  # points between a sidebar and the text
_FLUSH = 4.0  # points; edges nearer than this are one edge
_LEVEL = 0.6  # points; lines this near stand on one height
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d+)*[a-z]?(?:[.):]|\s|$)")
_MARK = re.compile(r"[^\w\s]|o|\d{1,2}[.)]|[a-z][.)]")
_LEAST_CHARACTERS = 18  # on a usual line of a column of running text


@dataclass(frozen=True, slots=True)
class Band:
    """A text area: its edges, and whether it is one of several columns."""

    left: float
    right: float
    is_column: bool
    fragments: tuple[Fragment, ...]


def usual_gutters(gutters: Iterable[float]) -> tuple[float, ...]:
    """The gutters of a document's pages, the most common first."""
    return tuple(x for x, _ in Counter(gutters).most_common())


def find_gutters(fragments: list[Fragment]) -> list[float]:
    """The gutters of a page of several columns, from left to right; none for one column."""
    gutter = find_gutter(fragments)
    if gutter is None:
        return []
    lefts = [f for f in fragments if right_of(f) <= gutter + 1]
    rights = [f for f in fragments if f[0].x0 >= gutter]
    return [*find_gutters(lefts), gutter, *find_gutters(rights)]


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
            # the longest line shows how far running text goes, but not how far a list may
            side_reach = 0.0 if is_running(sides[0]) else gutter - _LEAST_WHITE
            out.extend(_cut(sides[0], known, is_column=True, reach=side_reach))
            out.extend(_cut(sides[1], known, is_column=True, reach=0.0))
        else:
            out.append(Band(left, right, is_column, tuple(stretch)))
    return out


def _stretches(fragments: list[Fragment], gutter: float) -> list[tuple[bool, list[Fragment]]]:
    """Stretches of the page from top to bottom that cross the gutter, and that do not."""
    ordered = sorted(fragments, key=lambda f: (f[0].baseline, f[0].x0))
    short = short_headings(ordered, gutter)
    grouped = groupby(ordered, key=lambda f: f not in short and not crosses(f, gutter))
    return [(is_free, list(stretch)) for is_free, stretch in grouped]


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
            and is_running(lefts)
            and is_running(rights)
            and (not crossing or _run_beside(fragments, gutter))
            and not _are_rows(fragments, gutter)
        ):
            best = crossing, gutter
    if best is None or best[0]:
        beside = _find_sidebar(fragments, left, right)
        best = min((b for b in (best, beside) if b is not None), default=None)
    if best is None or best[0]:
        free = next((x for x in known if _parts_cleanly(fragments, x)), None)
        if free is not None:
            return free
    return _known_gutter(fragments, known) if best is None else best[1]


def _parts_cleanly(fragments: list[Fragment], gutter: float) -> bool:
    """Whether nothing crosses a gutter of another page, and lines begin where they do there."""
    return (
        not any(crosses(f, gutter) for f in fragments)
        and any(right_of(f) <= gutter + 1 for f in fragments)
        and sum(abs(f[0].x0 - gutter - 2.0) <= 1.5 for f in fragments) > 1
        and not _are_rows(fragments, gutter)
    )


def _known_gutter(fragments: list[Fragment], known: tuple[float, ...]) -> float | None:
    """The gutter of another page that parts this one too; None if none does."""
    for gutter in known:
        crossing = sum(crosses(f, gutter) for f in fragments)
        lefts = [f for f in fragments if right_of(f) <= gutter + 1]
        if (
            crossing <= 0.4 * len(lefts)
            and len(lefts) < len(fragments) - crossing
            and (is_running(lefts, least=1))
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
        is_running([f for stretch in beside for f in stretch if (f[0].x0 < gutter) is is_left])
        for is_left in (True, False)
    )


def _find_sidebar(
    fragments: list[Fragment], left: float, right: float
) -> tuple[int, float] | None:
    """How many lines cross, and the left edge of the right one of two areas, less a hair.

    The areas stand beside each other and are no running text, or not enough to be sure. A
    sidebar holds labels, names and short lines, as the first column of a table does, and a
    column of jottings is never full; but the lines do not keep to the heights of those beside.
    """
    width = right - left
    starts = Counter(round(f[0].x0) for f in fragments)
    for x in sorted(x for x, count in starts.items() if count > 1):
        if not left + 0.12 * width < x < right - 0.12 * width:
            continue
        gutter = x - 2.0
        crossing = sum(crosses(f, gutter) for f in fragments)
        if crossing > _MOST_CROSSING * len(fragments):
            continue
        beside = [
            f
            for is_free, stretch in _stretches(fragments, gutter)
            if is_free and len({f[0].x0 < gutter for f in stretch}) > 1
            for f in stretch
        ]
        lefts = [f for f in beside if f[0].x0 < gutter]
        rights = [f for f in beside if f[0].x0 >= gutter]
        if min(len(lefts), len(rights)) < 2 or max(len(lefts), len(rights)) < 6:
            continue
        if gutter - max(map(right_of, lefts)) < _LEAST_WHITE:
            continue
        if _are_rows(beside, gutter):
            continue
        fewer, more = sorted((lefts, rights), key=len)
        if len(fewer) == 2:
            if _are_two_lines(fewer, more):
                return crossing, gutter
            continue
        if is_apart(fewer, more) or runs_through(lefts, rights):
            return crossing, gutter
    return None


def _are_two_lines(side: list[Fragment], other: list[Fragment]) -> bool:
    """Whether two lines are one text, broken for want of room, beside running text."""
    level = any(abs(f[0].baseline - g[0].baseline) <= _LEVEL for f in side for g in other)
    room = max(right_of(f) - f[0].x0 for f in other)
    first, second = sorted(side, key=lambda f: f[0].baseline)
    was_broken = right_of(first) - first[0].x0 + head_of(second) - second[0].x0 > 0.95 * room
    return not level and was_broken and is_running(other)


def _are_rows(fragments: list[Fragment], gutter: float) -> bool:
    """Whether numbered entries at the left each have a paragraph that begins beside them.

    The headings of a column are level with those in the next by chance only.
    """
    lefts = [f for f in fragments if right_of(f) <= gutter + 1]
    edge = min((f[0].x0 for f in lefts), default=0.0)
    numbered = [
        f for f in lefts if f[0].x0 - edge <= _FLUSH and _NUMBERED.match(words_of_fragment(f))
    ]
    rights = sorted((f for f in fragments if f[0].x0 >= gutter), key=lambda f: f[0].baseline)
    begins = [
        after[0].baseline
        for before, after in pairwise([(), *rights])
        if words_of_fragment(after)[:1].isupper()
        and (not before or words_of_fragment(before)[-1:] in ".:;!?")
    ]
    return len(numbered) > 1 and all(
        any(abs(f[0].baseline - y) <= _LEVEL for y in begins) for f in numbered
    )


def is_apart(side: list[Fragment], other: list[Fragment]) -> bool:
    """Whether few lines of one side, and few of its paragraphs, begin as high as the other's.

    The rows of a table begin on one height, though their further lines may be set wider.
    """
    heights = [f[0].baseline for f in other]
    ordered = sorted(side, key=lambda f: f[0].baseline)
    downs = [after[0].baseline - before[0].baseline for before, after in pairwise(ordered)]
    usual = min((down for down in downs if down > 1), default=0.0)
    begins = [True, *(down > 1.2 * usual for down in downs)]
    level = [any(abs(f[0].baseline - y) <= 0.6 for y in heights) for f in ordered]
    firsts = [is_level for is_level, is_first in zip(level, begins, strict=True) if is_first]
    return sum(level) <= 0.34 * len(level) and sum(firsts) <= 0.5 * len(firsts)


def runs_through(lefts: list[Fragment], rights: list[Fragment]) -> bool:
    """Whether the text on one side runs through where a paragraph begins on the other.

    In a table a row begins in all its cells; two columns of text know nothing of each other.
    """
    through = total = 0
    for side, other in ((lefts, rights), (rights, lefts)):
        broken = {
            round(f[0].baseline): is_broken and length_of(f) >= _LEAST_CHARACTERS
            for f, is_broken in _after_breaks(other)
        }
        for fragment, is_broken in _after_breaks(side):
            beside = broken.get(round(fragment[0].baseline))
            if not is_broken and beside is not None:
                total += 1
                through += beside
    return through >= 3 and through >= 0.4 * total


def _after_breaks(side: list[Fragment]) -> list[tuple[Fragment, bool]]:
    """Each line but the first, and whether it did not fit on the line before it."""
    ordered = sorted(side, key=lambda f: f[0].baseline)
    right = max(map(right_of, side))
    return [
        (
            after,
            right_of(before) + 0.2 * after[0].size + head_of(after) - after[0].x0 > right,
        )
        for before, after in pairwise(ordered)
    ]


def is_running(side: list[Fragment], least: int = _LEAST_LINES) -> bool:
    """Whether fragments are lines of running text that fill their column."""
    side = _without_marks(side)
    if len(side) < least:
        return False
    left, right = min(f[0].x0 for f in side), max(map(right_of, side))
    widths = [right_of(f) - f[0].x0 for f in side]
    lengths = [length_of(f) for f in side]
    if median(widths) < _FILLED * (right - left) or median(lengths) < _LEAST_CHARACTERS:
        return False
    # lines that end because the next word had no room, as those of a list do not
    texts = [f for f in side if f[0].order >= 0]
    breaks = [is_broken for _, is_broken in _after_breaks(texts)] if texts else []
    return sum(breaks) >= _BROKEN * len(breaks)


def _without_marks(side: list[Fragment]) -> list[Fragment]:
    """Without the marks of a list, which stand apart before a line and are none themselves."""
    heights = Counter(round(f[0].baseline) for f in side)
    return [
        f
        for f in side
        if heights[round(f[0].baseline)] == 1 or not _MARK.fullmatch(words_of_fragment(f).strip())
    ]
