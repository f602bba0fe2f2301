"""Tables without any line: rows told by the white across the page, columns by that down it.

Web pages and grids set cells in the middle or at the foot of their row, so that those of one row
begin at different heights. A row is what stands between two stretches of white that go across
all columns and are wider than the white between lines. The cells of such rows share their top,
their middle or their foot; columns of running text do so by chance only.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median

from leaterms.reading.column_headings import has_heading
from leaterms.reading.columns import is_running
from leaterms.reading.document import Box
from leaterms.reading.fragments import Fragment, right_of
from leaterms.reading.lines import TAB, cluster_runs, head_of, split_at_gaps
from leaterms.reading.pdf_page import PageContent, Run
from leaterms.reading.rulings import Grid

__all__ = ["with_bare_tables"]

# of the font size: white across the page between two rows, from ink to ink; more where the
# paragraphs of a cell stand apart
_APART = (0.75, 1.0, 1.3, 1.7)
_MORE = 1.3  # times the white between the lines of a cell
_WHITE = 6.0  # points between two columns at least
_WIDER = 0.65  # of the font size: white that is more than a space
_TOLERANCE = 3.0  # points
_INSET = 2.0  # points from the edge of a cell to its text
_HEAD = 0.13  # of the height of a page: where headers and footers stand
_ONE_ROW = 0.01  # what a table of one row counts, lest it be all rows taken together
_FEWEST = 2  # rows
_MOST_OF = 0.9  # of the width of a table: a box so wide is a row
_OFF = 8.0  # points between the edge of a box and that of a row
_WIDE = 0.35  # of the page: the coloured rows of a table
_SEVERAL = 4  # lines
_KEPT = 0.9  # of the lines of a row overleaf keep to the columns
_AT = 1.0  # points
_FLUSH = 0.6  # of the lines of a column begin at its edge
_LEVEL = 0.45  # of the font size: tops, middles or feet this near are one height
_ASCENT, _DESCENT = 0.72, 0.22  # of the font size: how far ink goes from the baseline
_FORCED = 0.5  # of the lines of a first cell end for want of room, unless it is a list

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands between two stretches of white; `whites` is where nothing does.

    `first` is where its text begins, `starts` where text begins after white of a column's width.
    """

    runs: tuple[Run, ...]
    top: float
    bottom: float
    whites: tuple[Span, ...]
    first: float
    starts: tuple[float, ...]


def with_bare_tables(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages with the tables that nothing is drawn for among their grids."""
    out: list[PageContent] = []
    columns: tuple[float, ...] = ()  # the edges of a table that may go on overleaf
    for page in pages:
        grids = _find_grids(page, columns)
        columns = _at_end(page, sorted((*page.grids, *grids), key=lambda grid: grid.box.y1))
        out.append(replace(page, grids=(*page.grids, *grids)) if grids else page)
    return out


def _find_grids(page: PageContent, columns: tuple[float, ...]) -> list[Grid]:
    """The tables of a page; the first may go on with the `columns` of the page before.

    Of several ways to tell rows apart, that counts by which most text is held and most rows
    begin in the first column.
    """
    loose = (
        [run for run in page.runs if not _is_held(run, page.grids)] if page.grids else page.runs
    )
    loose = sorted(loose, key=lambda run: run.baseline - _ASCENT * run.size)
    cuts = _stripes(page)
    best: list[Grid] = []
    most = 0.0
    count = -1
    for apart in _APART:
        bands = _bands(loose, apart, cuts)
        if len(bands) == count:
            continue  # the same as before
        count = len(bands)
        if not (columns or (len(bands) >= _FEWEST and any(band.starts for band in bands))):
            break  # nor would larger bands leave columns free
        grids = _grids_between(page, bands, columns)
        worth = _begun(grids, loose) * sum(_is_held(run, grids) for run in loose) if grids else 0.0
        if worth > most:
            best, most = grids, worth
    return best


def _begun(grids: Sequence[Grid], runs: Sequence[Run]) -> float:
    """Which share of the rows of tables has text in its first cell, the first rows aside."""
    firsts = [row[0] for grid in grids for row in grid.rows[1:] if row[0] is not None]
    begun = sum(
        any(cell.x0 <= r.x0 <= cell.x1 and cell.y0 < r.baseline < cell.y1 for r in runs)
        for cell in firsts
    )
    return begun / len(firsts) if firsts else _ONE_ROW * bool(grids)


def _grids_between(
    page: PageContent, bands: list[_Band], columns: tuple[float, ...]
) -> list[Grid]:
    """The tables whose rows are `bands`."""
    stripes = set(_stripes(page))
    boxes = [box for box in page.boxes if box.y0 not in stripes]
    out: list[Grid] = []
    if columns:
        head = sum(1 for _ in takewhile(lambda band: band.bottom < _HEAD * page.height, bands))
        first = next((i for i in range(head + 1) if _fits(bands[i : i + 1], columns)), 0)
        rest = list(takewhile(lambda band: _fits([band], columns), bands[first:]))
        if rest:
            out.append(_made(rest, columns))
            bands = bands[first + len(rest) :]
    held: list[_Band] = []
    for band in [*bands, None]:
        if band is not None and _joins(held, band):
            held.append(band)
            continue
        grid = _grid(held)
        if grid is not None and not any(_cuts_through(box, grid) for box in boxes):
            out.append(grid)
        held = [band] if band is not None and _shared([band]) else []
    return out


def _at_end(page: PageContent, grids: Sequence[Grid]) -> tuple[float, ...]:
    """The edges of the columns of the table with which a page ends, its right edge last."""
    if not grids:
        return ()
    box = grids[-1].box
    below = [run.baseline for run in page.runs if run.baseline > box.y1]
    if any(y < (1 - _HEAD) * page.height for y in below):
        return ()
    lefts: dict[float, list[float]] = {}
    for cell in (cell for row in grids[-1].rows for cell in row if cell is not None):
        lefts.setdefault(cell.x0, []).extend(
            run.x0
            for run in page.runs
            if cell.x0 <= run.x0 <= cell.x1 and cell.y0 <= run.baseline <= cell.y1
        )
    if any(not found for found in lefts.values()):
        return ()
    return (*(min(lefts[x]) - _INSET for x in sorted(lefts)), box.x1)


def _fits(bands: Sequence[_Band], columns: tuple[float, ...]) -> bool:
    """Whether what stands in a band keeps within columns, and not in the first alone."""
    if not bands:
        return False
    runs = bands[0].runs
    if min(run.x0 for run in runs) < columns[0]:
        return False
    edges = [x + _INSET for x in columns[:-1]]
    cells = _cells(bands[0], edges)
    flush = [
        abs(f[0].x0 - edge) <= _TOLERANCE and right_of(f) <= after
        for cell, edge, after in zip(cells, edges, (*columns[1:-1], float("inf")), strict=True)
        for f in cell
    ]
    return any(cells[1:]) and sum(flush) >= _KEPT * len(flush)


def _is_held(run: Run, grids: Iterable[Grid]) -> bool:
    return any(
        g.box.x0 <= run.x0 <= g.box.x1 and g.box.y0 <= run.baseline <= g.box.y1 for g in grids
    )


def _bands(runs: Sequence[Run], apart: float, cuts: Sequence[float] = ()) -> list[_Band]:
    """The text of a page, whose runs come by their tops, between white that goes all across it."""
    bands: list[list[Run]] = []
    bottom, last = 0.0, -1
    for run in runs:
        top = run.baseline - _ASCENT * run.size
        stripe = bisect(cuts, run.baseline - 0.3 * run.size) if cuts else 0
        is_striped = 0 < stripe < len(cuts)
        if bands and stripe == last and (is_striped or top - bottom < apart * run.size):
            bands[-1].append(run)
        else:
            bands.append([run])
            bottom = 0.0
        bottom, last = max(bottom, run.baseline + _DESCENT * run.size), stripe
    return [_band(held) for held in bands]


def _stripes(page: PageContent) -> list[float]:
    """Where rows begin and end that are coloured by turns, or all in one colour."""
    wide = [box for box in page.boxes if box.x1 - box.x0 >= _WIDE * page.width]
    rows = [
        box
        for box in wide
        if sum(
            abs(box.x0 - other.x0) <= _TOLERANCE and abs(box.x1 - other.x1) <= _TOLERANCE
            for other in wide
        )
        > 1
    ]
    return sorted({y for box in rows for y in (box.y0, box.y1)})


def _band(runs: list[Run]) -> _Band:
    at = -1.0
    least = max(_WHITE, _WIDER * max(run.size for run in runs))
    whites: list[Span] = []
    for x0, x1 in sorted((run.x0, run.x1) for run in runs):
        if at >= 0 and x0 - at >= least:
            whites.append((at, x0))
        at = max(at, x1)
    # what is right of all text may be an empty cell
    whites.append((at, float("inf")))
    return _Band(
        tuple(runs),
        min(run.baseline - _ASCENT * run.size for run in runs),
        max(run.baseline + _DESCENT * run.size for run in runs),
        tuple(whites),
        min(run.x0 for run in runs),
        tuple(x1 for _, x1 in whites[:-1]),
    )


def _shared(bands: Sequence[_Band]) -> tuple[Span, ...]:
    """The white between columns that runs down through all of `bands`."""
    shared = bands[0].whites
    for band in bands[1:]:
        shared = tuple(
            (max(a0, b0), min(a1, b1))
            for a0, a1 in shared
            for b0, b1 in band.whites
            if min(a1, b1) - max(a0, b0) >= _WHITE
        )
    first = min(band.first for band in bands)
    return tuple(
        (x0, x1)
        for x0, x1 in shared
        if x0 > first
        and any(abs(x - x1) <= _TOLERANCE for band in bands for x in (band.first, *band.starts))
    )


def _cuts_through(box: Box, grid: Grid) -> bool:
    """Whether a box lies within a table but not by its rows, as an aside beside text does."""
    outer = grid.box
    if box.x1 - box.x0 > _MOST_OF * (outer.x1 - outer.x0) or not (
        outer.x0 < (box.x0 + box.x1) / 2 < outer.x1 and outer.y0 < (box.y0 + box.y1) / 2 < outer.y1
    ):
        return False
    heights = [outer.y0, *(row[0].y1 for row in grid.rows if row[0] is not None)]
    return any(min(abs(y - other) for other in heights) > _OFF for y in (box.y0, box.y1))


def _joins(held: Sequence[_Band], band: _Band) -> bool:
    """Whether a band leaves the columns free of those above it; a line below a table does not.

    Nor does a heading in the middle of the page join, or the number of a page.
    """
    if held and not band.starts and _is_set_apart(held, band):
        return False
    shared = len(_shared([*held, band]))
    return shared > 0 and (len(held) < _FEWEST or shared >= len(_shared(held)))


def _is_set_apart(held: Sequence[_Band], band: _Band) -> bool:
    """Whether a band begins at no column of those above it, and is printed unlike all of them."""
    edges = (min(above.first for above in held), *(x1 for _, x1 in _shared(held)))
    looks = {(round(run.size, 1), run.bold) for above in held for run in above.runs}
    own = {(round(run.size, 1), run.bold) for run in band.runs}
    return not looks & own and all(abs(band.first - x) > _TOLERANCE for x in edges)


def _grid(bands: Sequence[_Band]) -> Grid | None:
    """The table that `bands` are the rows of; None if they are none."""
    while bands and len(_shared([bands[0]])) < len(_shared(bands)):
        bands = bands[1:]  # a line above the table that happens to leave its columns free
    if len(bands) < 2:
        return None
    edges = [min(run.x0 for band in bands for run in band.runs)]
    edges += sorted(x1 for _, x1 in _shared(bands))
    if len(edges) < 2:
        return None
    rows = [_cells(band, edges) for band in bands]
    if not _is_table(rows, edges):
        return None
    right = max(run.x1 for band in bands for run in band.runs) + _TOLERANCE
    return _made(bands, (*(x - _INSET for x in edges), right))


def _made(bands: Sequence[_Band], uprights: tuple[float, ...]) -> Grid:
    """The grid of rows between `uprights`, of which the last may lie further."""
    reach = max(run.x1 for band in bands for run in band.runs) + _TOLERANCE
    uprights = (*uprights[:-1], max(uprights[-1], reach))
    heights = [bands[0].top - _TOLERANCE]
    heights += [(above.bottom + below.top) / 2 for above, below in pairwise(bands)]
    heights += [bands[-1].bottom + _TOLERANCE]
    rows = [_cells(band, [x + _INSET for x in uprights[:-1]]) for band in bands]
    rights: list[float] = []
    for column, after in enumerate(uprights[1:]):
        ends = [right_of(fragment) for row in rows for fragment in row[column]]
        # the longest of many lines shows where the others could have gone on to
        rights.append(min(after, max(ends) + 1.0) if len(ends) >= _SEVERAL else after)
    return Grid(
        Box(uprights[0], heights[0], uprights[-1], heights[-1]),
        tuple(
            tuple(Box(x0, y0, x1, y1) for x0, x1 in zip(uprights, rights, strict=False))
            for y0, y1 in pairwise(heights)
        ),
    )


def _cells(band: _Band, edges: Sequence[float]) -> list[list[Fragment]]:
    """The lines of each cell of a band."""
    cells: list[list[Fragment]] = [[] for _ in edges]
    for line in cluster_runs(list(band.runs)):
        for fragment in split_at_gaps(line, TAB):
            for piece in _cut_at(fragment, edges):
                column = sum(x <= piece[0].x0 + _TOLERANCE for x in edges) - 1
                cells[max(column, 0)].append(piece)
    return cells


def _cut_at(fragment: Fragment, edges: Sequence[float]) -> list[Fragment]:
    """Cut where a run begins at the edge of a column, however little white is before it."""
    pieces = [[fragment[0]]]
    for run in fragment[1:]:
        if any(abs(run.x0 - x) <= _AT for x in edges[1:]):
            pieces.append([run])
        else:
            pieces[-1].append(run)
    return [tuple(piece) for piece in pieces]


def _is_table(rows: Sequence[list[list[Fragment]]], edges: Sequence[float]) -> bool:
    columns = [[f for row in rows for f in row[i]] for i in range(len(edges))]
    for edge, column in zip(edges, columns, strict=True):
        if sum(abs(f[0].x0 - edge) <= _TOLERANCE for f in column) < _FLUSH * len(column):
            return False
    several = [row for row in rows if sum(map(bool, row)) > 1]
    if len(several) < 2 or all(len(cell) < 2 for row in several for cell in row):
        return False
    if all(is_running(column) for column in columns) or _is_closely_set(rows):
        return False
    if any(_is_list(row[0], edges[1]) for row in rows if row[0]):
        return False
    if any(has_heading(row, edges) for row in rows):
        return False
    # a row that a page cuts has lost its middle
    whole = [row for row in several if row not in (rows[0], rows[-1])] or several
    how = next((kind for kind in _KINDS if all(_agrees(row, kind) for row in whole)), "")
    return how != "" and (len(edges) > 2 or how != "top")


_KINDS = ("top", "middle", "foot")


def _agrees(row: Sequence[list[Fragment]], kind: str) -> bool:
    """Whether the cells of a row share their top, middle or foot."""
    heights: list[float] = []
    for cell in filter(None, row):
        first, last = cell[0][0].baseline, cell[-1][0].baseline
        heights.append({"top": first, "middle": (first + last) / 2, "foot": last}[kind])
    size = min(cell[0][0].size for cell in row if cell)
    return max(heights) - min(heights) <= _LEVEL * size


def _is_closely_set(rows: Sequence[list[list[Fragment]]]) -> bool:
    """Whether there is hardly more white between the rows than between the lines of a cell."""
    cells = [cell for row in rows for cell in row]
    within = [b[0].baseline - a[0].baseline for cell in cells for a, b in pairwise(cell)]
    between = [
        min(cell[0][0].baseline for cell in below if cell)
        - max(cell[-1][0].baseline for cell in above if cell)
        for above, below in pairwise(rows)
    ]
    return bool(within) and min(between) < _MORE * median(within)


def _is_list(cell: Sequence[Fragment], end: float) -> bool:
    """Whether a first cell holds entries below each other and no text that was broken."""
    if len(cell) < 2:
        return False
    forced = sum(
        right_of(above) + 0.2 * below[0].size + head_of(below) - below[0].x0 > end - _WHITE
        for above, below in pairwise(cell)
    )
    return forced < _FORCED * (len(cell) - 1)
