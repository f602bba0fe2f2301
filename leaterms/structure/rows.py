"""Rows of a table that are agenda items: Nr | Onderwerp | Besproken | Actie."""

import re
from collections.abc import Sequence

from leaterms.reading import Block, BlockKind, Document
from leaterms.structure.lines import Line, Look, likeness
from leaterms.structure.table_columns import (
    Columns,
    bare_columns,
    cell_texts,
    header_columns,
    row_numbering,
    title_end,
)
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["row_lines"]

_TITLE = 0.9  # likeness of a title
_TRIES = 4  # rows that may be the first of a table of items, among rows without a break
_RUNNING = 40  # characters; a shorter line between rows is a header or number of a page


def row_lines(document: Document, words: StructureWords) -> list[Line]:
    """The rows that are agenda items, in reading order; none where tables hold other things.

    A table within a cell (an action list, a list of sub-points) has rows of its own shape;
    after it the table of items goes on.
    """
    reader = _TableReader(document.blocks, words)
    for index in range(len(document.blocks)):
        reader.read(index)
    # '1a', '1b', '2a' are items where '3.1' is a point
    points = [line for line in reader.lines if _is_point(line)]
    return _without_points(reader.lines) if 2 * len(points) <= len(reader.lines) else []


def _is_point(line: Line) -> bool:
    return bool(line.numberings) and "." in line.numberings[0].printed


def _without_points(lines: list[Line]) -> list[Line]:
    """`lines` without '3.1', '3.2' where these are mostly sentences: what is said in item 3."""
    points = [line for line in lines if _is_point(line)]
    told = [line for line in points if line.likeness < _TITLE]
    if 2 * len(told) <= len(points):
        return lines
    return [line for line in lines if line not in points]


class _TableReader:
    """Reads the rows of a document in order; knows in which table it is."""

    def __init__(self, blocks: Sequence[Block], words: StructureWords) -> None:
        self._blocks = blocks
        self._words = words
        self._columns: Columns | None = None
        self._names: tuple[str, ...] = ()
        self._nested = False
        self._nested_count = 0  # the cells of a row of the nested table
        self._after_header = False
        self._tries = 0  # how often columns were looked for in the rows at hand
        self._counts = False  # whether the nested table has numbers of its own
        self._last = 0  # the number of the last item
        self.lines: list[Line] = []

    def read(self, index: int) -> None:
        """Take block `index`, which comes after those read before."""
        block = self._blocks[index]
        after_row = index > 0 and self._blocks[index - 1].kind is BlockKind.ROW
        if block.kind is not BlockKind.ROW or not block.cells:
            # the rest of a cell below a table within it, or the end of the table
            self._nested = self._nested or (after_row and len(block.text) > _RUNNING)
            return
        cells = cell_texts(block)
        header = header_columns(cells, self._words)
        if header is not None:
            self._read_header(header, tuple(cell.lower() for cell in cells if cell))
            self._after_header = True
            return
        if not after_row:
            self._tries = 0
        if (
            self._columns is None
            and self._tries < _TRIES
            and (not after_row or _is_first(cells, self._words) or self._after_header)
        ):
            self._tries += 1
            self._columns = bare_columns(self._blocks, index, self._words)
        self._after_header = False
        if self._columns is None:
            return
        if _fits(block, self._columns):
            self._read_row(index, block, self._columns)
        elif 0 <= self._columns.number < len(block.cells) < self._columns.count:
            self._read_short(index, block, self._columns)

    def _read_header(self, header: Columns, names: tuple[str, ...]) -> None:
        if self._columns is None or names == self._names:
            # the same table again, on a next page perhaps with other empty cells
            if header.title >= 0:
                self._columns, self._names, self._nested = header, names, False
        else:
            self._nested, self._counts = True, header.number >= 0 or _counts(names, self._words)
            self._nested_count = header.count

    def _read_short(self, index: int, block: Block, columns: Columns) -> None:
        """Take a row without the empty cells at its end, as tables without lines have them."""
        line = _row_line(index, block, columns, self._words)
        if line is None or not line.numberings:
            return
        if not self._nested and line.numberings[0].value == (self._last + 1, 0):
            self._read_row(index, block, columns)
        else:  # it counts anew
            self._nested = True

    def _read_row(self, index: int, block: Block, columns: Columns) -> None:
        line = _row_line(index, block, columns, self._words)
        if line is None:
            return
        again = self._is_bare_again(line, block, columns)
        if self._nested and (again or self._is_out_of_turn(line, block, columns)):
            self._nested = False
        if self._nested and not _goes_on(line, self._last, block, columns, self._words):
            return
        if self._nested and self._counts and not _is_next(line, self._last):
            return
        if line.numberings and (columns.number >= 0 or columns.numbered):
            self._nested, self._last = False, line.numberings[0].value[0]
        self.lines.append(line)

    def _is_bare_again(self, line: Line, block: Block, columns: Columns) -> bool:
        """True for the next item of a table whose items have no numbers, by its shape alone."""
        bare = bool(self.lines) and not any(before.numberings for before in self.lines)
        if not bare or line.numberings or line.likeness < _TITLE:
            return False
        unlike = 0 < self._nested_count != columns.count == len(block.cells)
        # rows of a table within an item begin with a word or a number
        cells = cell_texts(block)
        empty = 0 <= columns.number < len(cells) and not cells[columns.number]
        return unlike or (empty and columns.number == 0 and any(cells[columns.title + 1 :]))

    def _is_out_of_turn(self, line: Line, block: Block, columns: Columns) -> bool:
        """True for '6 | Peuters' after '3' where item 6 was taken first: a row of no more."""
        cells = cell_texts(block)
        alone = {i for i, cell in enumerate(cells) if cell} == {columns.number, columns.title}
        seen = {n.value for before in self.lines for n in before.numberings}
        new = any(n.value not in seen and n.value[1] == 0 for n in line.numberings)
        return alone and new and not self._counts and len(cells) == columns.count


def _fits(block: Block, columns: Columns) -> bool:
    """True if the row has the shape of its table; one of another is of a table within it.

    A table within a cell leaves empty cells in the rows around it.
    """
    filled = [i for i, (start, end) in enumerate(block.cells) if block.text[start:end].strip()]
    count = max(columns.count, max(filled, default=0) + 1)
    if columns.number < 0:
        return count <= columns.count
    return len(block.cells) >= columns.count == count


def _counts(names: Sequence[str], words: StructureWords) -> bool:
    return any(is_phrase(words.column_number, name) for name in names)


def _is_first(cells: Sequence[str], words: StructureWords) -> bool:
    """True for the row of item 1, which may stand right below a table of something else."""
    return any(n.value == (1, 0) for n in row_numbering(f"{cells[0]} Aa", words))


def _is_next(line: Line, last: int) -> bool:
    """True for the item after number `last`, and not '3.1' of a table within it."""
    following = ((last + 1, 0), (last + 2, 0))  # a number may be left out
    return not line.numberings or any(n.value in following for n in line.numberings)


def _goes_on(line: Line, last: int, block: Block, columns: Columns, words: StructureWords) -> bool:
    """True if a row after a nested table is one of the outer table again."""
    if len(block.cells) != columns.count:
        return False  # a table without numbers takes shorter rows, but not after a nested one
    if is_phrase(words.list_titles, block.text[line.start : line.end]):
        return not line.numberings
    return any(last <= n.value[0] <= last + 2 and n.value > (last, 0) for n in line.numberings)


def _row_line(index: int, block: Block, columns: Columns, words: StructureWords) -> Line | None:
    if columns.title >= len(block.cells):
        return None
    start, end = block.cells[columns.title]
    if not block.text[start:end].strip():
        return None  # a row that goes on with the one above it
    if 0 <= columns.number < len(block.cells):
        first, last = block.cells[columns.number]
        number = block.text[first:last].strip()
        # a narrow column breaks words: 'Agendap unt 3 –'
        numberings = row_numbering(f"{number} Aa", words) or row_numbering(
            re.sub(r"\s", "", number) + " Aa", words
        )
        if number and not numberings:
            return None
        if not number:  # 'D Peuters' beside an empty cell
            numberings = row_numbering(block.text[start:end], words)
            start += numberings[0].end if numberings else 0
    else:
        numberings = row_numbering(block.text[start:end], words)
        if columns.numbered and not numberings:
            return None
        start += numberings[0].end if numberings else 0
    cell_end, end = end, title_end(block, start, end)
    if columns.told and end == cell_end:
        return None
    while start < end and block.text[start].isspace():
        start += 1
    title = block.text[start:end].rstrip()
    rest = tuple(
        (end, cell_end) if position == columns.title else span
        for position, span in enumerate(block.cells)
        if position != columns.number and (position != columns.title or end < cell_end)
    )
    score = likeness(title, block, words, numbered=True)
    if len(title.split()) > 25 or not re.search(r"\w", title):
        return None
    look = Look(heading=False, level=0, size=block.size, bold=block.bold, style="")
    return Line(
        index=index,
        numberings=numberings,
        computed=True,
        start=start,
        end=start + len(title),
        look=look,
        emphatic=False,
        caps=False,
        likeness=max(score, 0.2),
        row=True,
        rest=rest,
    )
