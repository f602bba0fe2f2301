"""Rows of ruled tables as blocks, also where a table goes on over the page."""

from statistics import median

from leaterms.reading.composition import Composer, compose_row
from leaterms.reading.document import Block, BlockKind, Source
from leaterms.reading.layout import TableRow
from leaterms.reading.line_ends import add_line, ends_sentence

__all__ = ["TableRows"]

_SAME_EDGE = 3.0  # points


class TableRows:
    """Takes the rows of a document in order and gives blocks.

    A row that breaks off at the end of a page is one block with its rest overleaf; the
    header of a table that is printed again there is left out.
    """

    def __init__(self) -> None:
        self._held: list[TableRow] = []  # the parts of one row
        self._last: TableRow | None = None
        self._header: TableRow | None = None

    def take(self, row: TableRow) -> list[Block]:
        """The blocks that are complete now that `row` follows."""
        same = self._last is not None and _is_same_table(self._last, row)
        if same and self._header is not None and row.page > self._header.page:
            if _words(row) == _words(self._header):
                return []
            if self._held and _is_rest(self._held[-1], row):
                self._held.append(row)
                self._last = row
                return []
        done = self.close()
        if not same:
            self._header = row
        self._held, self._last = [row], row
        return done

    def close(self) -> list[Block]:
        """The row that is still held, as a block."""
        rows, self._held = self._held, []
        if not rows:
            return []
        cells: list[tuple[str, tuple[Source, ...]]] = []
        for column in range(max(len(row.cells) for row in rows)):
            composer = Composer()
            for row in rows:
                for line in row.cells[column] if column < len(row.cells) else ():
                    add_line(composer, line)
            cells.append(composer.finish())
        text, sources, spans = compose_row(cells)
        lines = [line for row in rows for cell in row.cells for line in cell]
        if not text:
            return []
        return [
            Block(
                text=text,
                kind=BlockKind.ROW,
                sources=sources,
                size=round(median(line.size for line in lines), 1),
                bold=all(line.bold for line in lines),
                cells=spans,
            )
        ]


def _is_same_table(last: TableRow, row: TableRow) -> bool:
    if last.page == row.page:
        return last.table == row.table
    return len(last.edges) == len(row.edges) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(last.edges, row.edges, strict=True)
    )


def _is_rest(last: TableRow, row: TableRow) -> bool:
    """Whether `row`, first on its page, is the rest of `last`.

    It is if its first cell is empty and a cell above it breaks off within a sentence.
    """
    if row.page != last.page + 1 or row.cells[0]:
        return False
    return any(
        cell and above and not ends_sentence(above[-1].text)
        for cell, above in zip(row.cells, last.cells, strict=False)
    )


def _words(row: TableRow) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row.cells]
