"""The edges of text columns, measured over the pages of a document.

How far lines may go tells which of them end for want of room; a page of short lines cannot tell
it, so pages that are set alike are measured together.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from leaterms.reading.lines import Line, head_of
from leaterms.reading.table_rows import TableRow

__all__ = ["settle_margins"]

_STICKING_OUT = 50.0  # points
_FULL_LINES = 3  # so many lines of one length show where the column ends
_WIDEST_MARGIN = 110.0  # points
_FORCED = 0.5  # of the lines of a text end for want of room
_MANY_LINES = 12
_TOLERANCE = 2.5  # points; edges nearer than this are one edge

_Area = tuple[bool, int, float, float]
"""A text area: whether it is one of several columns, its page and its edges."""


def settle_margins(pages: list[list[Line | TableRow]]) -> list[list[Line | TableRow]]:
    """Measure the edges of each text column again, now that headers and footers are gone.

    A column that runs over several pages has one right edge, that of its longest line, so
    that a page of short lines is not taken for one of full lines. Columns of another width
    that begin at one place, above and below each other, are told apart by their full lines.
    """
    lefts: dict[_Area, float] = {}
    ends: dict[_Area, list[float]] = {}
    for line in _lines(pages):
        here = _area(line)
        lefts[here] = min(lefts.get(here, line.x0), line.x0)
        ends.setdefault(here, []).append(line.x1)
    widths = {here: _own_width(ends[here]) if here[0] else 0 for here in ends}
    rights: dict[tuple[bool, int, int], list[float]] = {}
    for line in _lines(pages):
        here = _area(line)
        rights.setdefault((line.is_column, round(lefts[here] / 6), widths[here]), []).append(
            line.x1
        )
    edges = {key: _right_edge(found) for key, found in rights.items()}
    keys = {here: (here[0], round(left / 6), widths[here]) for here, left in lefts.items()}
    forced: dict[tuple[bool, int, int], list[bool]] = {}
    for before, after in pairwise(_lines(pages)):
        here = _area(before)
        if here == _area(after) and abs(before.size - after.size) < 1:
            word = head_of(after.runs) - after.x0 + 0.2 * before.size
            forced.setdefault(keys[here], []).append(before.x1 + word > edges[keys[here]])
    full = {
        key: sum(abs(edge - x) <= _TOLERANCE for x in rights[key]) >= _FULL_LINES
        or sum(forced.get(key, [])) >= max(_MANY_LINES, _FORCED * len(forced.get(key, [])))
        for key, edge in edges.items()
    }
    settled: list[list[Line | TableRow]] = []
    for parts in pages:
        settled.append([])
        for part in parts:
            if isinstance(part, Line):
                here = _area(part)
                left = lefts[here]
                key = part.is_column, round(left / 6), widths[here]
                right = max(edges[key], part.x1)
                if part.is_column and not full[key]:
                    right = max(right, part.right)
                elif not full[key]:
                    # few lines: a margin on the right as wide as that on the left, or less
                    right = max(right, part.page_width - max(left, _WIDEST_MARGIN))
                settled[-1].append(replace(part, left=left, right=right))
            else:
                settled[-1].append(part)
    return settled


def _area(line: Line) -> _Area:
    return line.is_column, line.page, line.left, line.right


def _own_width(ends: list[float]) -> int:
    """Where a column ends that has full lines enough to tell, in steps; 0 if it has not."""
    edge = max(ends)
    full = sum(abs(edge - x) <= _TOLERANCE for x in ends)
    return round(edge / 6) if full >= max(_FULL_LINES, 0.4 * len(ends)) else 0


def _right_edge(found: list[float]) -> float:
    """The right edge of a text column from those of its lines.

    A line or two that stick out far (a wide table, a letterhead) do not make it wider; where
    most lines end at one place, as in justified text, none do.
    """
    ordered = sorted(found, reverse=True)
    common = Counter(map(round, found)).most_common(1)[0][0]
    flush = [x for x in found if abs(x - common) <= _TOLERANCE]
    beyond = sum(x > common + _TOLERANCE for x in found)
    if len(flush) >= max(6, 0.4 * len(found)) and beyond <= 0.1 * len(found):
        return max(flush)
    for edge, following in pairwise(ordered[: 2 + len(ordered) // 25]):
        if edge - following <= _STICKING_OUT:
            return edge
    return ordered[min(1 + len(ordered) // 25, len(ordered) - 1)]


def _lines(pages: list[list[Line | TableRow]]) -> Iterator[Line]:
    return (part for parts in pages for part in parts if isinstance(part, Line))
