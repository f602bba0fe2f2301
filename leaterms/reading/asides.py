"""Asides: text that a page sets apart beside its running text, such as a box with a summary.

The box may be coloured, framed, or no more than white around its words; the running text is set
narrower beside it. It is read as a whole, where the paragraph that it interrupts ends.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaterms.reading.columns import is_running, runs_through
from leaterms.reading.document import Box
from leaterms.reading.drawings import Edge
from leaterms.reading.fragments import Fragment, right_of
from leaterms.reading.lines import head_of
from leaterms.reading.pdf_page import PageContent

__all__ = ["Aside", "find_asides"]

_LEAST_LINES = 3  # in a box, and beside it
_LARGEST = 0.6  # of the page: more is its ground
_EDGE = 2.0  # points; edges nearer than this are one edge
_MOST_EDGES = 120  # more are tables and drawings
_BELOW = 1.1  # of the font size: a line that ends before the foot of a box, with its margin
_PADDING = 2.0  # points within a box, right of its longest lines, at least
_MARGIN = 3.6  # of the font size: from the foot of a box to the line after its margin
_LEVEL = 0.6  # points; lines this near stand on one height
_MOST_LEVEL = 0.34  # of the lines of an aside
_LEAST_WHITE = 6.0  # points between the text and an aside that nothing is drawn around
_FURTHEST = 4.5  # of the font size: to the lines that are as wide as text and aside
_REACH = 2.2  # of the font size: lines nearer than this to each other stand below each other


@dataclass(frozen=True, slots=True)
class Aside:
    """A box on a page with the fragments in it, and those of the running text beside it.

    `right` is how far its lines may go.
    """

    box: Box
    fragments: tuple[Fragment, ...]
    beside: tuple[Fragment, ...]
    right: float

    @property
    def is_left(self) -> bool:
        """Whether it stands at the left of the text."""
        return self.box.x0 < min(f[0].x0 for f in self.beside)


def find_asides(
    page: PageContent, fragments: Sequence[Fragment], *, has_columns: bool = False
) -> list[Aside]:
    """The asides among the fragments of a page, from top to bottom.

    Where a page `has_columns`, only a box that is drawn tells an aside from a column.
    """
    found: list[Aside] = []
    rest = list(fragments)
    for box in _boxes(page):
        aside = _drawn(box, rest)
        if aside is not None:
            found.append(aside)
            held = set(aside.fragments)
            rest = [f for f in rest if f not in held]
    while not has_columns and (aside := _bare(rest)) is not None:
        found.append(aside)
        held = set(aside.fragments)
        rest = [f for f in rest if f not in held]
    return sorted(found, key=lambda aside: aside.box.y0)


# boxes that are drawn


def _boxes(page: PageContent) -> list[Box]:
    """The coloured or framed boxes of a page that are no cells of a table, the smallest first."""
    boxes = [*page.boxes, *_frames(page.edges)]
    kept = [
        box
        for box in dict.fromkeys(boxes)
        if _area(box) < _LARGEST * page.width * page.height
        and not any(_is_neighbour(box, other) for other in boxes)
        and not any(_overlap(box, grid.box) for grid in page.grids)
    ]
    return sorted(kept, key=_area)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x0 < other.x1 - _EDGE
        and other.x0 < one.x1 - _EDGE
        and one.y0 < other.y1 - _EDGE
        and other.y0 < one.y1 - _EDGE
    )


def _is_neighbour(box: Box, other: Box) -> bool:
    """Whether two boxes stand close beside or below each other, as cells do."""
    level = abs(box.y0 - other.y0) <= _EDGE and abs(box.y1 - other.y1) <= _EDGE
    flush = abs(box.x0 - other.x0) <= _EDGE and abs(box.x1 - other.x1) <= _EDGE
    beside = min(abs(box.x0 - other.x1), abs(box.x1 - other.x0)) <= 2 * _EDGE
    below = min(abs(box.y0 - other.y1), abs(box.y1 - other.y0)) <= 2 * _EDGE
    return (level and beside and not flush) or (flush and below and not level)


def _frames(edges: Sequence[Edge]) -> list[Box]:
    """The rectangles that four of `edges` make."""
    if not 4 <= len(edges) <= _MOST_EDGES:
        return []
    upright = [e for e in edges if e.x0 == e.x1]
    across = [e for e in edges if e.y0 == e.y1]
    frames: list[Box] = []
    for left in upright:
        for right in upright:
            if right.x0 <= left.x0 + _EDGE or not _ends_alike(left, right):
                continue
            ends = [
                e for e in across if abs(e.x0 - left.x0) <= _EDGE and abs(e.x1 - right.x0) <= _EDGE
            ]
            if all(any(abs(e.y0 - y) <= _EDGE for e in ends) for y in (left.y0, left.y1)):
                frames.append(Box(left.x0, left.y0, right.x0, left.y1))
    return frames


def _ends_alike(one: Edge, other: Edge) -> bool:
    return abs(one.y0 - other.y0) <= _EDGE and abs(one.y1 - other.y1) <= _EDGE


def _drawn(box: Box, fragments: Sequence[Fragment]) -> Aside | None:
    """The aside in a box; None if it holds little, or nothing stands beside it."""
    level = [f for f in fragments if box.y0 <= f[0].baseline <= box.y1 + _BELOW * f[0].size]
    inner = [
        f
        for f in level
        if f[0].x0 >= box.x0 - 1 and right_of(f) <= box.x1 + 1 and f[0].baseline <= box.y1 + 1
    ]
    held = set(inner)
    outer = [f for f in level if f not in held]
    across = [f for f in outer if f[0].x0 < box.x1 - 1 and right_of(f) > box.x0 + 1]
    if any(f[0].baseline <= box.y1 + 1 for f in across):
        return None
    below = min((f[0].baseline for f in across), default=box.y1 + box.x1)
    outer = [f for f in outer if f[0].baseline < below - 1]
    sides = [
        [f for f in outer if right_of(f) <= box.x0 + 1],
        [f for f in outer if f[0].x0 >= box.x1 - 1],
    ]
    if min(_lines(inner), max(map(_lines, sides))) < _LEAST_LINES or all(sides):
        return None
    padding = max(0.0, min(f[0].x0 for f in inner) - box.x0)
    if not is_running(inner, least=_LEAST_LINES):
        padding = min(padding, _PADDING)  # a list, whose longest entry may be as long
    beside = sides[0] or sides[1]
    if sides[0]:
        beside += _pressed(fragments, beside, box)
    return Aside(box, tuple(inner), tuple(beside), box.x1 - padding)


def _pressed(
    fragments: Sequence[Fragment], beside: Sequence[Fragment], box: Box
) -> list[Fragment]:
    """The lines below a box that are still narrow, for its margin.

    The word that comes next had room on them, but for the box.
    """
    right = max(map(right_of, beside))
    foot = max(f[0].baseline for f in beside)
    below = sorted(
        (f for f in fragments if foot + 1 < f[0].baseline < box.y1 + _MARGIN * f[0].size),
        key=lambda f: f[0].baseline,
    )
    found: list[Fragment] = []
    for line, following in pairwise(below):
        word = head_of(following) - following[0].x0 + 0.2 * line[0].size
        if right_of(line) > right + 1 or right_of(line) + word <= right:
            break
        found.append(line)
    return found


def _lines(fragments: Iterable[Fragment]) -> int:
    return len({round(f[0].baseline) for f in fragments})


# boxes that are not drawn


def _bare(fragments: Sequence[Fragment]) -> Aside | None:
    """An aside with nothing around it: lines of text end before it, those below go on."""
    texts = [f for f in fragments if f[0].order >= 0]
    starts = Counter(round(f[0].x0) for f in texts)
    ordered = sorted(texts, key=lambda f: f[0].baseline)
    for x in sorted(x for x, count in starts.items() if count >= _LEAST_LINES):
        gutter = x - 2.0
        for stretch in _free_stretches(ordered, gutter):
            lefts = [f for f in stretch if f[0].x0 < gutter]
            rights = [f for f in stretch if f[0].x0 >= gutter]
            for held, text in ((rights, lefts), (lefts, rights)):
                if _is_aside(held, text, ordered):
                    return _made(held, text, max(map(right_of, ordered)))
    return None


def _free_stretches(ordered: Sequence[Fragment], gutter: float) -> list[list[Fragment]]:
    """Stretches of lines of which none crosses `gutter`, with some on each side of it."""
    out: list[list[Fragment]] = [[]]
    for fragment in ordered:
        if fragment[0].x0 < gutter - 1 and right_of(fragment) > gutter + 1:
            out.append([])
        else:
            out[-1].append(fragment)
    return [s for s in out if len({f[0].x0 < gutter for f in s}) > 1]


def _is_aside(held: list[Fragment], text: list[Fragment], page: Sequence[Fragment]) -> bool:
    """Whether `held` stands apart beside `text`, which is running text set narrower for it."""
    top, bottom = held[0][0].baseline, held[-1][0].baseline
    size = max(f[0].size for f in held)
    if any(b[0].baseline - a[0].baseline > _REACH * size for a, b in pairwise(held)):
        return False
    beside = [f for f in text if top - size <= f[0].baseline <= bottom + size]
    if min(len(held), len(beside)) < _LEAST_LINES or not is_running(beside, least=3):
        return False
    left, right = min(f[0].x0 for f in beside), max(map(right_of, beside))
    first, last = min(f[0].x0 for f in held), max(map(right_of, held))
    if max(first - right, left - last) < _LEAST_WHITE or last - first > 0.8 * (right - left):
        return False
    wide = [
        f
        for f in page
        if f[0].x0 < min(right, last) - size and right_of(f) > max(left, first) + size
    ]
    near = [
        f
        for f in wide
        if min(
            abs(f[0].baseline - beside[0][0].baseline), abs(f[0].baseline - beside[-1][0].baseline)
        )
        <= _FURTHEST * size
    ]
    # the lines above or below are as wide as both
    return bool(near) and len(wide) > 1 and _is_uneven(held, beside)


def _is_uneven(held: list[Fragment], beside: list[Fragment]) -> bool:
    """Whether an aside does not keep to the lines of the text, as the cells of a row would."""
    heights = [f[0].baseline for f in beside]
    level = sum(any(abs(f[0].baseline - y) <= _LEVEL for y in heights) for f in held)
    return level <= _MOST_LEVEL * len(held) or runs_through(*sorted((held, beside), key=_left))


def _left(fragments: list[Fragment]) -> float:
    return min(f[0].x0 for f in fragments)


def _made(held: list[Fragment], text: list[Fragment], right: float) -> Aside:
    """The aside of `held` beside `text`, on a page whose lines go as far as `right`."""
    box = Box(
        min(f[0].x0 for f in held) - 1,
        held[0][0].baseline - held[0][0].size,
        max(map(right_of, held)) + 1,
        held[-1][0].baseline + 0.3 * held[-1][0].size,
    )
    beside = tuple(f for f in text if box.y0 <= f[0].baseline <= box.y1)
    start = min(f[0].x0 for f in beside)
    return Aside(box, tuple(held), beside, right if start < box.x0 else start - _LEAST_WHITE)
