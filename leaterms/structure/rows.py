"""Rows of a table that are agenda items: Nr | Onderwerp | Besproken | Actie."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.reading import Block, BlockKind, Document
from leaterms.structure.lines import Line, Look, likeness
from leaterms.structure.numbering import Numbering, read_numbering
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["cell_texts", "row_lines"]

_TITLE = 0.9  # likeness of a title
_RUNNING = 40  # characters; a shorter line between rows is a header or number of a page


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where number and title stand in a row of `count` cells; -1: no such column."""

    number: int
    title: int
    count: int


def cell_texts(block: Block) -> tuple[str, ...]:
    """The texts of a row's cells."""
    if block.cells:
        return tuple(block.text[start:end].strip() for start, end in block.cells)
    return tuple(cell.strip() for cell in block.text.split(" | "))


def row_lines(document: Document, words: StructureWords) -> list[Line]:
    """The rows that are agenda items, in reading order; none where tables hold other things.

    A table within a cell (an action list, a list of sub-points) has rows of its own shape;
    after it the table of items goes on.
    """
    reader = _TableReader(document.blocks, words)
    for index in range(len(document.blocks)):
        reader.read(index)
    main = [n for n in reader.lines if not n.numberings or not n.numberings[0].value[1]]
    return _without_points(reader.lines) if 2 * len(main) >= len(reader.lines) else []


def _without_points(lines: list[Line]) -> list[Line]:
    """`lines` without '3.1', '3.2' where these are mostly sentences: what is said in item 3."""
    points = [line for line in lines if line.numberings and "." in line.numberings[0].printed]
    told = [line for line in points if line.likeness < _TITLE]
    if 2 * len(told) <= len(points):
        return lines
    return [line for line in lines if line not in points]


class _TableReader:
    """Reads the rows of a document in order; knows in which table it is."""

    def __init__(self, blocks: Sequence[Block], words: StructureWords) -> None:
        self._blocks = blocks
        self._words = words
        self._columns: _Columns | None = None
        self._names: tuple[str, ...] = ()
        self._nested = False
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
        header = _header(cells, self._words)
        if header is not None:
            self._read_header(header, tuple(cell.lower() for cell in cells if cell))
            return
        if self._columns is None and not after_row:
            self._columns = _numbered_table(self._blocks, index, self._words)
        if self._columns is not None and _fits(block, self._columns):
            self._read_row(index, block, self._columns)

    def _read_header(self, header: _Columns, names: tuple[str, ...]) -> None:
        if self._columns is None or names == self._names:
            # the same table again, on a next page perhaps with other empty cells
            if header.title >= 0:
                self._columns, self._names, self._nested = header, names, False
        else:
            self._nested, self._counts = True, header.number >= 0 or _counts(names, self._words)

    def _read_row(self, index: int, block: Block, columns: _Columns) -> None:
        line = _row_line(index, block, columns, self._words)
        if line is None or (
            self._nested and not _goes_on(line, self._last, block, columns, self._words)
        ):
            return
        if self._nested and self._counts and not _is_next(line, self._last):
            return
        if line.numberings and columns.number >= 0:
            self._nested, self._last = False, line.numberings[0].value[0]
        self.lines.append(line)


def _fits(block: Block, columns: _Columns) -> bool:
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


def _is_next(line: Line, last: int) -> bool:
    """True for the item after number `last`, and not '3.1' of a table within it."""
    following = ((last + 1, 0), (last + 2, 0))  # a number may be left out
    return not line.numberings or any(n.value in following for n in line.numberings)


def _goes_on(
    line: Line, last: int, block: Block, columns: _Columns, words: StructureWords
) -> bool:
    """True if a row after a nested table is one of the outer table again."""
    if len(block.cells) != columns.count:
        return False  # a table without numbers takes shorter rows, but not after a nested one
    if is_phrase(words.list_titles, block.text[line.start : line.end]):
        return not line.numberings
    return any(last <= n.value[0] <= last + 2 and n.value > (last, 0) for n in line.numberings)


def _header(cells: Sequence[str], words: StructureWords) -> _Columns | None:
    """The columns that a header row names; title -1: a table of something else."""
    if sum(map(bool, cells)) < 2 or any(len(cell.split()) > 5 for cell in cells):
        return None
    number = next((i for i, cell in enumerate(cells) if is_phrase(words.column_number, cell)), -1)
    titles = [i for i, cell in enumerate(cells) if is_phrase(words.column_title, cell)]
    if number < 0 and len(titles) > 1:  # 'Punt | Onderwerp': the first holds the numbers
        number, *titles = titles
    title = titles[0] if titles else -1
    texts = sum(is_phrase(words.column_text, cell) for cell in cells)
    others = sum(is_phrase(words.column_actions, cell) for cell in cells)
    if title >= 0 and (number >= 0 or texts) and (texts or not others):
        return _Columns(number, title, len(cells))
    # one known word makes no header: 'A. | Besluiten' is an item
    known = (number >= 0) + (title >= 0) + texts + others
    known += number >= 0 and not any(re.search(r"\d|\w+\W+\w+\W+\w+", cell) for cell in cells)
    return _Columns(-1, -1, len(cells)) if known > 1 else None


def _numbered_table(blocks: Sequence[Block], start: int, words: StructureWords) -> _Columns | None:
    """Columns of a table without header whose rows count up and have a short second cell."""
    numbers = []
    for block in blocks[start:]:
        if block.kind is not BlockKind.ROW:
            break
        cells = cell_texts(block)
        if len(cells) < 2 or not cells[0]:
            continue
        found = _numbering_of(f"{cells[0]} Aa", words)
        if not found or len(cells[1].split()) > 14:
            return None
        numbers.append(found[0].value)
    if len(numbers) < 3 or numbers != sorted(set(numbers)):
        return None
    return _Columns(0, 1, max(len(cell_texts(blocks[start])), 2))


def _numbering_of(text: str, words: StructureWords) -> tuple[Numbering, ...]:
    """The number of a row; 'a.' is that of a point in a cell, and of no item."""
    return tuple(n for n in read_numbering(text, words.item_words) if n.kind != "small letter")


def _row_line(index: int, block: Block, columns: _Columns, words: StructureWords) -> Line | None:
    if columns.title >= len(block.cells):
        return None
    start, end = block.cells[columns.title]
    if not block.text[start:end].strip():
        return None  # a row that goes on with the one above it
    if 0 <= columns.number < len(block.cells):
        first, last = block.cells[columns.number]
        number = block.text[first:last].strip()
        # a narrow column breaks words: 'Agendap unt 3 –'
        numberings = _numbering_of(f"{number} Aa", words) or _numbering_of(
            re.sub(r"\s", "", number) + " Aa", words
        )
        if number and not numberings:
            return None
    else:
        numberings = _numbering_of(block.text[start:end], words)
        start += numberings[0].end if numberings else 0
    while start < end and block.text[start].isspace():
        start += 1
    title = block.text[start:end].rstrip()
    rest = tuple(
        span
        for position, span in enumerate(block.cells)
        if position not in {columns.number, columns.title}
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
