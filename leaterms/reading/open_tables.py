"""Tables that are ruled across only: the white between their columns drawn as lines.

Designers leave upright lines out. Where rules of one width part bands of text, and the same
white runs down through the bands, the bands are rows; the rest is as for any ruled table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from leaterms.reading.drawings import Edge
from leaterms.reading.lines import TAB, cluster_runs, head_of, split_at_gaps
from leaterms.reading.pdf_page import PageContent, Run
from leaterms.reading.rulings import find_grids

__all__ = ["with_tables"]

_TOLERANCE = 3.0  # points
_WIDTH = 0.35  # of the page: shorter rules part no rows
_WHITE = 6.0  # points between two columns at least
_FLUSH = 0.6  # of the lines of a column begin at its edge
_NEAR = 2.4  # of the font size: text this near to the outermost rule belongs to the table
_FORCED = 0.5  # of the lines of a first cell end for want of room, unless it is a list
_PADDING = 4.0  # points

Span = tuple[float, float]
Fragment = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """The text between two rules, from `top` to `bottom`; `whites` is where none stands."""

    top: float
    bottom: float
    fragments: tuple[Fragment, ...]
    whites: tuple[Span, ...]


def with_tables(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages with their tables, upright lines drawn where these are lacking.

    Three rules of one width show a table; on other pages fewer are enough, if they have that
    width too.
    """
    families = [_rule_families(page) for page in pages]
    found: list[list[Edge]] = [[] for _ in pages]
    known: set[Span] = set()
    for least in (3, 1):
        for page, rules, added in zip(pages, families, found, strict=True):
            for span, heights in rules.items():
                if not added and (
                    len(heights) >= least if least > 1 else any(_alike(span, k) for k in known)
                ):
                    added.extend(_missing_edges(page, span, heights))
                    known.update([span] if added and least > 1 else [])
        if not known:
            break
    return [
        replace(page, grids=tuple(find_grids((*page.edges, *added)))) if page.edges else page
        for page, added in zip(pages, found, strict=True)
    ]


def _missing_edges(page: PageContent, span: Span, heights: list[float]) -> list[Edge]:
    left, right = span
    lines = cluster_runs([run for run in page.runs if left - 2 <= run.x0 <= right])
    tables = _tables(_bands(lines, left, right, heights))
    return [edge for table in tables for edge in _closing_edges(table, left, right)]


def _alike(one: Span, other: Span) -> bool:
    return abs(one[0] - other[0]) <= _TOLERANCE and abs(one[1] - other[1]) <= _TOLERANCE


def _rule_families(page: PageContent) -> dict[Span, list[float]]:
    """The heights of rules of one width, where no upright line stands."""
    across = [edge for edge in page.edges if edge.x0 != edge.x1]
    merged: list[Edge] = []
    for edge in sorted(across, key=lambda e: (round(e.y0), e.x0)):
        last = merged[-1] if merged else None
        if last and abs(last.y0 - edge.y0) <= 1 and edge.x0 <= last.x1 + _TOLERANCE:
            merged[-1] = replace(last, x1=max(last.x1, edge.x1))
        else:
            merged.append(edge)
    families: dict[Span, list[float]] = {}
    for edge in merged:
        if edge.x1 - edge.x0 < _WIDTH * page.width:
            continue
        here = edge.x0, edge.x1
        key = next((span for span in families if _alike(span, here)), here)
        families.setdefault(key, []).append(edge.y0)
    upright = [edge for edge in page.edges if edge.x0 == edge.x1]
    return {
        (x0, x1): _apart(heights)
        for (x0, x1), heights in families.items()
        if not any(
            x0 - _TOLERANCE <= e.x0 <= x1 + _TOLERANCE
            and e.y0 < max(heights)
            and e.y1 > min(heights)
            for e in upright
        )
    }


def _apart(heights: Iterable[float]) -> list[float]:
    """Heights in order, those of a double line once."""
    out: list[float] = []
    for y in sorted(heights):
        if not out or y - out[-1] > _TOLERANCE:
            out.append(y)
    return out


def _bands(
    lines: Sequence[list[Run]], left: float, right: float, heights: list[float]
) -> list[_Band]:
    """What stands between the rules, and what joins on above the first and below the last."""

    def band(top: float, bottom: float, held: Iterable[list[Run]]) -> _Band:
        fragments = tuple(f for line in held for f in split_at_gaps(line, TAB))
        return _Band(top, bottom, fragments, _whites(fragments, left, right))

    between = [
        band(top, bottom, [line for line in lines if top < line[0].baseline <= bottom + 1])
        for top, bottom in pairwise(heights)
    ]
    above = [line for line in lines if line[0].baseline <= heights[0]][::-1]
    below = [line for line in lines if line[0].baseline > heights[-1] + (1 if between else 0)]
    for is_below, near, rule in ((False, above, heights[0]), (True, below, heights[-1])):
        reach: _Band | None = None
        neighbour = (between[-1] if is_below else between[0]) if between else None
        at = rule
        for count, line in enumerate(near, start=1):
            if abs(line[0].baseline - at) > _NEAR * max(run.size for run in line):
                break
            at = line[0].baseline
            held = near[:count] if is_below else near[:count][::-1]
            grown = band(rule, at + 4.0, held) if is_below else band(at - 14.0, rule, held)
            if not _columns([grown] if neighbour is None else [neighbour, grown]):
                break
            reach = grown
        if reach is not None:
            between.insert(len(between) if is_below else 0, reach)
    return between


def _whites(fragments: Iterable[Fragment], left: float, right: float) -> tuple[Span, ...]:
    """The stretches between `left` and `right` over which nothing is printed."""
    at = left
    whites: list[Span] = []
    for x0, x1 in sorted((f[0].x0, max(run.x1 for run in f)) for f in fragments):
        if x0 - at >= _WHITE:
            whites.append((at, x0))
        at = max(at, x1)
    if right - at >= _WHITE:
        whites.append((at, right))
    return tuple(whites)


def _tables(bands: Sequence[_Band]) -> list[list[_Band]]:
    """Bands that follow each other and have the same columns, two or more of them."""
    out: list[list[_Band]] = []
    held: list[_Band] = []
    for band, following in zip_longest(bands, bands[1:]):
        grown = [*held, band]
        if band.fragments and _columns(grown):
            held = grown
            continue
        if len(held) > 1:
            out.append(held)
        held = [band] if band.fragments and (_columns([band]) or _goes_on(band, following)) else []
    if len(held) > 1:
        out.append(held)
    return out


def _goes_on(band: _Band, following: _Band | None) -> bool:
    """Whether a band is the rest of a row that was cut by the page: its first cell is empty."""
    if following is None or not following.fragments:
        return False
    columns = _columns([following])
    start = min(f[0].x0 for f in following.fragments)
    return (
        bool(columns)
        and min(f[0].x0 for f in band.fragments) > start + _WHITE
        and len(_columns([band, following])) == len(columns)
    )


def _columns(bands: Sequence[_Band]) -> list[float]:
    """Where the columns of bands begin, from the second on; none if the bands are no rows."""
    shared: tuple[Span, ...] = bands[0].whites
    for band in bands[1:]:
        shared = tuple(
            (max(a0, b0), min(a1, b1))
            for a0, a1 in shared
            for b0, b1 in band.whites
            if min(a1, b1) - max(a0, b0) >= _WHITE
        )
    fragments = [f for band in bands for f in band.fragments]
    first = min(f[0].x0 for f in fragments)
    starts = [
        x1
        for _, x1 in shared
        if x1 > first + _WHITE and any(abs(f[0].x0 - x1) <= _TOLERANCE for f in fragments)
    ]
    edges = [first, *starts, float("inf")]
    for start, end in pairwise(edges):
        column = [f for f in fragments if start - 1 <= f[0].x0 < end - 1]
        flush = sum(f[0].x0 - start <= _TOLERANCE for f in column)
        if flush < _FLUSH * len(column):
            return []
    if starts and any(_is_list(band, first, starts[0]) for band in bands):
        return []
    return starts


def _is_list(band: _Band, start: float, end: float) -> bool:
    """Whether the first cell of a band is a list of entries and no text that was broken."""
    column = [f for f in band.fragments if start - 1 <= f[0].x0 < end - 1]
    if len(column) < 3:
        return False
    right = end - _PADDING
    forced = sum(
        max(run.x1 for run in before) + 0.2 * after[0].size + head_of(after) - after[0].x0 > right
        for before, after in pairwise(column)
    )
    return forced < _FORCED * (len(column) - 1)


def _closing_edges(table: Sequence[_Band], left: float, right: float) -> list[Edge]:
    """Upright lines before, between and after the columns, and rules at the open ends."""
    top, bottom = table[0].top, table[-1].bottom
    upright = [left, *(x - 2.0 for x in _columns(table)), right]
    return [
        *(Edge(x, top, x, bottom) for x in upright),
        Edge(left, top, right, top),
        Edge(left, bottom, right, bottom),
    ]
