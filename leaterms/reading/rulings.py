"""Tables with ruling lines: from the lines on a page to rows of cell boxes.

The search for cells is pdfplumber's (its `table` module), fed with the lines that PDFium
gives, so that a page with a table costs little more than any other.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any

from leaterms.reading.document import Box
from leaterms.reading.drawings import Edge

__all__ = ["Grid", "find_grids"]

_TOLERANCE = 2.0  # points; the white around a table within a cell is wider
_MOST_CROSSINGS = 40_000  # of lines; beyond it the page is a drawing
_MANY_CELLS = 1000  # on one page; a table of figures, with no table in its cells

_Cell = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row, top to bottom; None where a row has no cell of its own."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


def find_grids(edges: tuple[Edge, ...]) -> list[Grid]:
    """The tables of two columns or more that `edges` draw, top to bottom."""
    across = [e for e in edges if e.x0 != e.x1]
    down = [e for e in edges if e.x0 == e.x1]
    if len(across) < 2 or len({round(e.x0 / _TOLERANCE) for e in down}) < 3:
        return []
    from pdfplumber import table as plumber  # noqa: PLC0415 - slow to load, and rarely needed

    merged = plumber.merge_edges(
        [_as_plumber(edge) for edge in edges], _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE
    )
    merged += _closing_edges(merged)
    standing = sum(edge["orientation"] == "v" for edge in merged)
    if standing * (len(merged) - standing) > _MOST_CROSSINGS:
        return []
    crossings = plumber.edges_to_intersections(merged, _TOLERANCE, _TOLERANCE)
    grids: list[Grid] = []
    found = plumber.intersections_to_cells(crossings)
    for cells in chain.from_iterable(map(plumber.cells_to_tables, _by_holder(found))):
        table = plumber.Table(None, cells)  # type: ignore[arg-type]  # rows need no page
        rows = tuple(
            tuple(None if cell is None else Box(*map(float, cell)) for cell in row.cells)
            for row in table.rows
        )
        if max(sum(cell is not None for cell in row) for row in rows) > 1:
            grids.append(Grid(Box(*map(float, table.bbox)), rows))
    return grids


def _by_holder(cells: list[_Cell]) -> list[list[_Cell]]:
    """Cells by the cell that holds them, so that a table within a cell is one of its own.

    The two often share a ruling line, by which they would be taken for one table.
    """
    if len(cells) > _MANY_CELLS:
        return [cells]
    groups: dict[_Cell | None, list[_Cell]] = {}
    for cell in cells:
        holders = [other for other in cells if other != cell and _holds(other, cell)]
        groups.setdefault(min(holders, key=_area, default=None), []).append(cell)
    return list(groups.values())


def _holds(outer: _Cell, inner: _Cell) -> bool:
    return (
        outer[0] <= inner[0] + 1
        and outer[1] <= inner[1] + 1
        and outer[2] >= inner[2] - 1
        and outer[3] >= inner[3] - 1
        and _area(outer) > _area(inner)
    )


def _area(cell: _Cell) -> float:
    return (cell[2] - cell[0]) * (cell[3] - cell[1])


def _closing_edges(merged: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines across the ends of upright lines that are open there.

    A row that is cut by the end of the page often has no line below its first part.
    """
    across = [edge for edge in merged if edge["orientation"] == "h"]
    closing: list[dict[str, Any]] = []
    for end in ("top", "bottom"):
        open_ends: dict[int, list[dict[str, Any]]] = {}
        for edge in merged:
            if edge["orientation"] == "v" and not any(
                abs(other["top"] - edge[end]) <= _TOLERANCE
                and other["x0"] - _TOLERANCE <= edge["x0"] <= other["x1"] + _TOLERANCE
                for other in across
            ):
                open_ends.setdefault(round(edge[end] / _TOLERANCE), []).append(edge)
        for group in open_ends.values():
            if len(group) > 1:
                y = sum(edge[end] for edge in group) / len(group)
                x0, x1 = min(e["x0"] for e in group), max(e["x0"] for e in group)
                closing.append(_as_plumber(Edge(x0, y, x1, y)))
    return closing


def _as_plumber(edge: Edge) -> dict[str, Any]:
    """An edge in pdfplumber's notation."""
    return {
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.y0,
        "bottom": edge.y1,
        "doctop": edge.y0,
        "width": edge.x1 - edge.x0,
        "height": edge.y1 - edge.y0,
        "orientation": "h" if edge.y0 == edge.y1 else "v",
    }
