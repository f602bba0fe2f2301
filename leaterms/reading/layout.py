"""From the pages of a PDF to printed lines and table rows, in reading order.

Order comes from place, never from the order in the file.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from leaterms.reading.alignment import columns_of_counted, find_aligned_rows
from leaterms.reading.asides import Aside, find_asides
from leaterms.reading.columns import Band, cut_in_bands, find_gutters, usual_gutters
from leaterms.reading.document import Box
from leaterms.reading.fragments import Fragment, right_of
from leaterms.reading.lines import Line, cluster_runs, split_at_edges, split_at_gaps
from leaterms.reading.pdf_page import PageContent, Run
from leaterms.reading.rulings import Grid
from leaterms.reading.table_rows import TableRow

__all__ = ["lay_out"]

_APART = 1000  # between the numbers of tables in two text areas
_SEVERAL = 4  # lines: the longest of so many shows how far they may go
_WHITE_LINE = 1.25  # times the distance of lines in a paragraph: more is white between two


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page sorted into the rows of ruled tables, and fragments in the place of all text.

    A row takes part in the search for columns as one fragment, whose only run has the
    row's index below zero as its `order`: -1 for the first.
    """

    page: PageContent
    rows: list[TableRow]
    fragments: list[Fragment]


def lay_out(pages: list[PageContent]) -> list[list[Line | TableRow]]:
    """The lines and table rows of each page in reading order."""
    sheets = [_sort_out(page) for page in pages]
    known = usual_gutters(x for sheet in sheets for x in find_gutters(sheet.fragments))
    out: list[list[Line | TableRow]] = []
    table: tuple[float, ...] = ()  # the columns of one that may go on overleaf
    for sheet in sheets:
        out.append(_lay_out(sheet, known, table))
        table = _columns_at_end(sheet, out[-1])
    return out


def _columns_at_end(sheet: _Sheet, parts: list[Line | TableRow]) -> tuple[float, ...]:
    """The columns of a numbered table without ruling lines with which a page ends."""
    last = parts[-1] if parts else None
    if not isinstance(last, TableRow) or last.table < _grid_count(sheet):
        return ()
    return columns_of_counted(last)


def _sort_out(page: PageContent) -> _Sheet:
    grids = list(page.grids)
    loose: list[Run] = []
    held: dict[Box, list[Run]] = {}
    for run in page.runs:
        cell = _cell_of(run, grids)
        if cell is None:
            loose.append(run)
        else:
            held.setdefault(_below_nested(run, cell, grids), []).append(run)
    rows = [row for i, grid in enumerate(grids) for row in _grid_rows(page, grid, held, i)]
    known = {cell for grid in grids for row in grid.rows for cell in row}
    for number, box in enumerate(box for box in held if box not in known):
        grid = Grid(box, ((box,),))
        rows.extend(_grid_rows(page, grid, held, len(grids) + number))
    clusters = cluster_runs(loose)
    fragments = split_at_edges(split_at_gaps(cluster) for cluster in clusters)
    fragments.extend((_stand_in(row, index),) for index, row in enumerate(rows))
    return _Sheet(page, rows, fragments)


def _stand_in(row: TableRow, index: int) -> Run:
    """A run in the place of a table row."""
    first = next(line.runs[0] for cell in row.cells for line in cell)
    words = " ".join(line.text for cell in row.cells for line in cell)
    return replace(
        first, text=words, x0=row.left, x1=row.right, baseline=row.top, order=-1 - index
    )


def _lay_out(
    sheet: _Sheet, known: tuple[float, ...], columns: tuple[float, ...]
) -> list[Line | TableRow]:
    asides = find_asides(sheet.page, sheet.fragments, has_columns=bool(known))
    apart = {fragment for aside in asides for fragment in aside.fragments}
    running = [f for f in sheet.fragments if f not in apart] if apart else sheet.fragments
    parts: list[Line | TableRow] = []
    number = 0
    for band in cut_in_bands(running, known):
        held: list[Line | TableRow] = []
        for piece in _beside(band, asides):
            table = _grid_count(sheet) + _APART * number
            held.extend(_band_parts(sheet, piece, table, () if number else columns))
            number += 1
        for aside in asides:
            if aside.beside[0] in band.fragments:
                table = _grid_count(sheet) + _APART * number
                inner = [
                    part
                    for area in cut_in_bands(list(aside.fragments), ())
                    for part in _band_parts(
                        sheet,
                        replace(area, is_column=True, right=max(area.right, aside.right)),
                        table,
                        (),
                    )
                ]
                number += 1
                place = _place_for(aside, held)
                held[place:place] = inner
        parts.extend(held)
    return parts


def _beside(band: Band, asides: list[Aside]) -> list[Band]:
    """A text area cut where the text is set narrower beside an aside."""
    fragments = set(band.fragments)
    pieces = [band]
    for aside in asides:
        narrow = set(aside.beside) & fragments
        if not narrow:
            continue
        box = aside.box
        left, right = band.left, band.right
        if aside.is_left:
            left = min(f[0].x0 for f in narrow)
        else:
            ends = max(map(right_of, narrow)) + 1.0
            right = min(right, ends if len(narrow) >= _SEVERAL else box.x0 - 2.0)
        cut: list[Band] = []
        for piece in pieces:
            stretches = (
                [f for f in piece.fragments if f not in narrow and f[0].baseline < box.y0],
                [f for f in piece.fragments if f in narrow],
                [f for f in piece.fragments if f not in narrow and f[0].baseline >= box.y0],
            )
            for is_narrow, stretch in enumerate(stretches):
                if not stretch:
                    continue
                held = replace(piece, fragments=tuple(stretch))
                if is_narrow == 1:
                    held = replace(held, left=left, right=right, is_column=True)
                cut.append(held)
        pieces = cut
    return pieces


def _place_for(aside: Aside, parts: list[Line | TableRow]) -> int:
    """Where among the parts of its text area an aside is read: where nothing is interrupted.

    One at the left comes before the text beside it, if that begins something; else an aside
    comes where the paragraph that runs past its foot ends.
    """
    tops = [part.baseline if isinstance(part, Line) else part.top for part in parts]
    start = sum(y < aside.beside[0][0].baseline - 1 for y in tops)
    if aside.is_left and _is_break(parts, start):
        return start
    end = sum(y <= aside.box.y1 for y in tops)
    return next((i for i in range(end, len(parts)) if _is_break(parts, i)), len(parts))


def _is_break(parts: list[Line | TableRow], index: int) -> bool:
    """Whether a paragraph ends before the part at `index`."""
    if index == 0 or index >= len(parts):
        return True
    above, below = parts[index - 1], parts[index]
    if isinstance(above, TableRow) or isinstance(below, TableRow):
        return True
    if above.bold != below.bold or abs(above.size - below.size) > 1:
        return True
    downs = sorted(
        b.baseline - a.baseline
        for a, b in pairwise(parts)
        if isinstance(a, Line) and isinstance(b, Line) and b.baseline > a.baseline + 1
    )
    down = below.baseline - above.baseline
    return down < 0 or down > _WHITE_LINE * downs[len(downs) // 3]


def _grid_count(sheet: _Sheet) -> int:
    """How many ruled tables a page has; those without lines are numbered from there."""
    return 1 + max((row.table for row in sheet.rows), default=-1)


def _band_parts(
    sheet: _Sheet, band: Band, table: int, columns: tuple[float, ...]
) -> list[Line | TableRow]:
    """The lines of a text area, those that are rows of a table as such."""
    page = sheet.page
    runs = [run for fragment in band.fragments for run in fragment]
    lines = [
        Line(
            page=page.number,
            runs=tuple(cluster),
            left=band.left,
            right=band.right,
            upright=page.upright,
            is_column=band.is_column,
            page_width=page.width,
        )
        for cluster in cluster_runs([run for run in runs if run.order >= 0])
    ]
    rows = [sheet.rows[-1 - run.order] for run in runs if run.order < 0]
    aligned = find_aligned_rows(lines, table, columns)
    return _with_tables(aligned, sorted(rows, key=lambda row: row.top))


def _cell_of(run: Run, grids: list[Grid]) -> Box | None:
    """The table cell in which the beginning of a run lies; the smallest of nested ones."""
    x, y = (run.x0 + min(run.x1, run.x0 + 2 * run.size)) / 2, run.baseline - 0.3 * run.size
    around = [
        cell
        for grid in grids
        if _inside(x, y, grid.box)
        for row in grid.rows
        for cell in row
        if cell is not None and _inside(x, y, cell)
    ]
    return min(around, key=lambda c: (c.x1 - c.x0) * (c.y1 - c.y0), default=None)


def _below_nested(run: Run, cell: Box, grids: list[Grid]) -> Box:
    """The cell, or what is left of it below a table that stands in it, for a run there."""
    top = max(
        (
            grid.box.y1
            for grid in grids
            if grid.box.y1 <= run.baseline
            and _inside(grid.box.x0, grid.box.y0, cell)
            and _inside(grid.box.x1, grid.box.y1, cell)
            and grid.box.y1 - grid.box.y0 < cell.y1 - cell.y0
        ),
        default=cell.y0,
    )
    return replace(cell, y0=top)


def _inside(x: float, y: float, box: Box) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _grid_rows(
    page: PageContent, grid: Grid, held: dict[Box, list[Run]], index: int
) -> list[TableRow]:
    rows: list[TableRow] = []
    lefts = tuple(sorted({cell.x0 for row in grid.rows for cell in row if cell is not None}))
    for row in grid.rows:
        cells = tuple(
            ()
            if cell is None
            else tuple(
                Line(page.number, tuple(cluster), cell.x0, cell.x1, page.upright)
                for cluster in cluster_runs(held.get(cell, []))
            )
            for cell in row
        )
        boxes = [cell for cell in row if cell is not None]
        if len(boxes) == 1 and len(row) > 1:  # across the whole table: a heading, no cell
            cells = tuple(cell for cell in cells if cell)
        if any(cells):
            rows.append(
                TableRow(
                    page=page.number,
                    cells=cells,
                    edges=lefts,
                    top=min(box.y0 for box in boxes),
                    left=min(box.x0 for box in boxes),
                    right=max(box.x1 for box in boxes),
                    table=index,
                )
            )
    return rows


def _with_tables(lines: list[Line | TableRow], rows: list[TableRow]) -> list[Line | TableRow]:
    """Put the rows of ruled tables between the lines of their text area, by height."""
    out = list(lines)
    for row in rows:
        place = next(
            (
                index
                for index, part in enumerate(out)
                if (part.baseline if isinstance(part, Line) else part.top - 0.1) > row.top
            ),
            len(out),
        )
        out.insert(place, row)
    return out
