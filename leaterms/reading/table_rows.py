"""Rows of ruled tables as blocks, also where a table goes on over the page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from statistics import median

from leaterms.reading.composition import compose_row, join_texts
from leaterms.reading.document import Block, BlockKind, Source
from leaterms.reading.line_ends import ends_sentence
from leaterms.reading.lines import Line, are_underlined

__all__ = ["TableRow", "TableRows"]

_SAME_EDGE = 3.0  # points
_SEVERAL = 3  # rows, the header among them
_LINE = 1.5  # times the font size: more is a line or more of white space


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table on a page; a cell is its lines from top to bottom.

    `edges` has the left edges of the table's columns; `table` tells the tables of a page
    apart.
    """

    page: int
    cells: tuple[tuple[Line, ...], ...]
    edges: tuple[float, ...]
    top: float
    left: float
    right: float
    table: int


class TableRows:
    """Takes the rows of a document in order and gives blocks.

    A row that breaks off at the end of a page is one block with its rest overleaf; the
    header of a table that is printed again is left out. `paragraphs` makes blocks of
    the lines of a cell.
    """

    def __init__(self, paragraphs: Callable[[Iterable[Line]], list[Block]]) -> None:
        self._paragraphs = paragraphs
        self._held: list[TableRow] = []  # the parts of one row
        self._last: TableRow | None = None
        self._header: TableRow | None = None
        self._begun = 0  # rows of the table so far, all with text in their first cell; else -1

    def take(self, row: TableRow) -> list[Block]:
        """The blocks that are complete now that `row` follows."""
        if self._last is not None:
            row = _in_columns_of(self._last, row)
        same = self._last is not None and _is_same_table(self._last, row)
        if same and self._header is not None:
            row = _without_header(row, self._header)
            if not any(row.cells):
                return []
            if self._held and _is_rest(self._held[-1], row, always_begun=self._begun >= _SEVERAL):
                self._held.append(row)
                self._last = row
                return []
        done = self._close()
        if not same:
            self._header, self._begun = row, 0
        self._begun = self._begun + 1 if row.cells[0] and self._begun >= 0 else -1
        self._held, self._last = [row], row
        return done

    def end(self) -> list[Block]:
        """The row that is still held, now that the table is over."""
        done = self._close()
        self._last = self._header = None
        return done

    def _close(self) -> list[Block]:
        """The row that is still held, as a block."""
        rows, self._held = self._held, []
        if not rows:
            return []
        if len(rows[0].cells) == 1:  # below a table within a cell: text like any other
            return self._paragraphs(line for row in rows for line in row.cells[0])
        cells: list[tuple[str, tuple[Source, ...], tuple[int, ...]]] = []
        for column in range(max(len(row.cells) for row in rows)):
            lines = [line for row in rows if column < len(row.cells) for line in row.cells[column]]
            cells.append(join_texts([(b.text, b.sources) for b in self._paragraphs(lines)]))
        text, sources, spans, breaks = compose_row(cells)
        held = [line for row in rows for cell in row.cells for line in cell]
        if not text:
            return []
        return [
            Block(
                text=text,
                kind=BlockKind.ROW,
                sources=sources,
                size=round(median(line.size for line in held), 1),
                bold=all(line.bold for line in held),
                underline=are_underlined(held),
                cells=spans,
                breaks=breaks,
            )
        ]


def _in_columns_of(last: TableRow, row: TableRow) -> TableRow:
    """A row overleaf in the columns of the table before it, of which some may be empty there."""
    if last.page == row.page or not 1 < len(row.edges) < len(last.edges):
        return row
    if len(row.cells) != len(row.edges):
        return row
    places = [
        next((i for i, x in enumerate(last.edges) if abs(x - edge) <= _SAME_EDGE), -1)
        for edge in row.edges
    ]
    if -1 in places:
        return row
    cells: list[tuple[Line, ...]] = [() for _ in last.edges]
    for place, cell in zip(places, row.cells, strict=True):
        cells[place] = cell
    return replace(row, cells=tuple(cells), edges=last.edges)


def _is_same_table(last: TableRow, row: TableRow) -> bool:
    if last.page == row.page:
        return last.table == row.table
    return len(last.edges) == len(row.edges) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(last.edges, row.edges, strict=True)
    )


def _is_rest(last: TableRow, row: TableRow, *, always_begun: bool) -> bool:
    """Whether `row`, first on its page, is the rest of `last`.

    It is if its first cell is empty and a cell above it breaks off within a sentence, or if
    all rows of the table have begun in the first cell (`always_begun`). A cell that ended
    higher on its page is complete: what stands below it overleaf is another's.
    """
    if row.page != last.page + 1 or row.cells[0]:
        return False
    bottom = max((line.baseline for cell in last.cells for line in cell), default=0.0)
    if any(
        cell and above and above[-1].baseline < bottom - _LINE * above[-1].size
        for cell, above in zip(row.cells, last.cells, strict=False)
    ):
        return False
    return always_begun or any(
        cell and above and not ends_sentence(above[-1].text)
        for cell, above in zip(row.cells, last.cells, strict=False)
    )


def _without_header(row: TableRow, header: TableRow) -> TableRow:
    """`row` without the words of `header`, where all of them stand at the top of its cells.

    A row that goes on overleaf is often not parted from the header above it by a line.
    """
    pairs = list(zip(row.cells, header.cells, strict=False))
    if any(_words(cell[: len(above)]) != _words(above) for cell, above in pairs):
        return row
    return replace(row, cells=tuple(cell[len(above) :] for cell, above in pairs))


def _words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]
