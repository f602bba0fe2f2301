"""From the pages of a PDF to printed lines and table rows, in reading order.

Order comes from place, never from the order in the file.
"""

from dataclasses import dataclass

from leaterms.reading.alignment import find_aligned_rows
from leaterms.reading.columns import Band, Fragment, cut_in_bands, find_gutter, usual_gutters
from leaterms.reading.document import Box
from leaterms.reading.lines import Line, cluster_runs, split_at_gaps
from leaterms.reading.pdf_page import PageContent, Run
from leaterms.reading.rulings import Grid, find_grids
from leaterms.reading.table_rows import TableRow

__all__ = ["lay_out"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page sorted into what stands in ruled tables and what does not."""

    page: PageContent
    grids: list[Grid]
    held: dict[Box, list[Run]]
    fragments: list[Fragment]


def lay_out(pages: list[PageContent]) -> list[list[Line | TableRow]]:
    """The lines and table rows of each page in reading order."""
    sheets = [_sort_out(page) for page in pages]
    known = usual_gutters(find_gutter(sheet.fragments) for sheet in sheets)
    return [_lay_out(sheet, known) for sheet in sheets]


def _sort_out(page: PageContent) -> _Sheet:
    grids = find_grids(page.edges)
    loose: list[Run] = []
    held: dict[Box, list[Run]] = {}
    for run in page.runs:
        cell = _cell_of(run, grids)
        if cell is None:
            loose.append(run)
        else:
            held.setdefault(cell, []).append(run)
    # a grid that holds nothing, or one cell with text, is a frame and no table
    fragments = [f for cluster in cluster_runs(loose) for f in split_at_gaps(cluster)]
    return _Sheet(page, grids, held, fragments)


def _lay_out(sheet: _Sheet, known: tuple[float, ...]) -> list[Line | TableRow]:
    barriers = [(grid.box.x0, grid.box.x1, grid.box.y0) for grid in sheet.grids]
    parts: list[Line | TableRow] = []
    for number, band in enumerate(cut_in_bands(sheet.fragments, barriers, known)):
        parts.extend(_band_parts(sheet.page, band, len(sheet.grids) + number))
    rows = [
        row
        for index, grid in enumerate(sheet.grids)
        for row in _grid_rows(sheet.page, grid, sheet.held, index)
    ]
    return _with_tables(parts, rows)


def _band_parts(page: PageContent, band: Band, table: int) -> list[Line | TableRow]:
    """The lines of a text area, those that are rows of an aligned table as such."""
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
        for cluster in cluster_runs(runs)
    ]
    return find_aligned_rows(lines, table)


def _cell_of(run: Run, grids: list[Grid]) -> Box | None:
    """The table cell in which the beginning of a run lies."""
    x, y = (run.x0 + min(run.x1, run.x0 + 2 * run.size)) / 2, run.baseline - 0.3 * run.size
    for grid in grids:
        if _inside(x, y, grid.box):
            for row in grid.rows:
                for cell in row:
                    if cell is not None and _inside(x, y, cell):
                        return cell
    return None


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
        if any(cells):
            rows.append(
                TableRow(
                    page=page.number,
                    cells=cells,
                    edges=lefts,
                    top=min(box.y0 for box in boxes),
                    table=index,
                )
            )
    return rows


def _with_tables(lines: list[Line | TableRow], rows: list[TableRow]) -> list[Line | TableRow]:
    """Put the rows of ruled tables between the lines, by height."""
    out = list(lines)
    for row in rows:
        place = next(
            (
                i
                for i, part in enumerate(out)
                if (part.baseline if isinstance(part, Line) else part.top + 0.1) > row.top
                and (not isinstance(part, Line) or _overlaps(part, row))
            ),
            len(out),
        )
        out.insert(place, row)
    return out


def _overlaps(line: Line, row: TableRow) -> bool:
    """Whether the column of a line lies above or below a table."""
    return line.left <= max(row.edges) and line.right >= min(row.edges)
