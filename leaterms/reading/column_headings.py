"""Headings over several columns that are too short to reach over the gutter between them."""

from collections import Counter
from collections.abc import Sequence

from leaterms.reading.fragments import Fragment, crosses, length_of, look_of

__all__ = ["has_heading", "short_headings"]

_AROUND = 1.7  # of the font size: white beside a heading over both columns, up and down
_STOP = 2.7  # of the size of a heading: from the text above it to that below, in both columns
_CLOSE = 1.1  # of the size of a heading: to the text above it at least
_LEVEL = 0.6  # points; lines this near stand on one height
_FLUSH = 4.0  # points; edges nearer than this are one edge
_HIGHER = 0.45  # of the size of a heading: it stands above the cell at its left


def short_headings(ordered: list[Fragment], gutter: float) -> set[Fragment]:
    """Headings over both columns that are too short to cross the gutter.

    They do not look as the text does, and the column beside is white around them: more than
    around a heading of that column, unless headings of their look cross the gutter here.
    """
    looks = Counter[tuple[float, bool]]()
    for fragment in ordered:
        looks[look_of(fragment)] += length_of(fragment)
    usual = {look for look, _ in looks.most_common(1)}
    crossing = {look_of(f) for f in ordered if crosses(f, gutter)} - usual
    rights = [f for f in ordered if f[0].x0 >= gutter]
    found: set[Fragment] = set()
    for f in ordered:
        if f[0].x0 >= gutter or look_of(f) in usual:
            continue
        if _interrupts(f, ordered, rights, usual):
            found.add(f)
            continue
        white = (1.2 if look_of(f) in crossing else _AROUND) * f[0].size
        y = f[0].baseline
        above = [other[0] for other in rights if other[0].baseline <= y]
        below = [other[0].baseline for other in rights if other[0].baseline > y]
        following = next((g for g in ordered if g[0].baseline > y + _LEVEL), None)
        if not below and (following is None or crosses(following, gutter)):
            below = [y + 2 * white]  # the text over both columns, or that overleaf, is its own
        if not (above and below) or min(below) - y <= white or y - above[-1].baseline <= white:
            continue
        if look_of(f) in crossing or above[-1].order >= 0:  # a row of a table is of any height
            found.add(f)
    return found


def _interrupts(
    heading: Fragment,
    ordered: list[Fragment],
    rights: list[Fragment],
    usual: set[tuple[float, bool]],
) -> bool:
    """Whether both columns stop above a heading and go on below it at one height."""
    y, size = heading[0].baseline, heading[0].size
    if not rights or heading[0].x0 > min(f[0].x0 for f in ordered) + _FLUSH:
        return False
    gutter = min(f[0].x0 for f in rights)
    lefts = [f[0].baseline for f in ordered if look_of(f) in usual and f[0].x0 < gutter - 1]
    below = min((other for other in lefts if other > y), default=None)
    above = [f[0] for f in rights if f[0].baseline <= y]
    if below is None or not above or above[-1].order < 0:
        return False
    return (
        below - above[-1].baseline > _STOP * size
        and y - above[-1].baseline > _CLOSE * size
        and any(abs(f[0].baseline - below) <= _LEVEL for f in rights)
        and not any(y < f[0].baseline < below - _LEVEL for f in rights)
    )


def has_heading(row: Sequence[Sequence[Fragment]], edges: Sequence[float]) -> bool:
    """Whether a row of a table, its cells between `edges`, has a heading over the columns in it.

    It is bold, above the first cell, and begins at no edge.
    """
    top = row[0][0][0].baseline if row[0] else 0.0
    return any(
        len(cell) > 1
        and cell[0][0].baseline < top - _HIGHER * cell[0][0].size
        and abs(cell[0][0].x0 - edge) > _FLUSH
        and cell[0][0].bold
        and not cell[1][0].bold
        for edge, cell in zip(edges, row, strict=True)
    )
