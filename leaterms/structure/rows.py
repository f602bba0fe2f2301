"""Rows of a table that are agenda items: Nr | Onderwerp | Besproken | Actie."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.reading import Block, BlockKind, Document
from leaterms.structure.lines import Line, Look, likeness
from leaterms.structure.numbering import read_numbering
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["cell_texts", "row_lines"]


@dataclass(frozen=True, slots=True)
class _Columns:
    number: int  # -1: the table has no such column
    title: int


def cell_texts(block: Block) -> tuple[str, ...]:
    """The texts of a row's cells."""
    if block.cells:
        return tuple(block.text[start:end].strip() for start, end in block.cells)
    return tuple(cell.strip() for cell in block.text.split(" | "))


def row_lines(document: Document, words: StructureWords) -> list[Line]:
    """The rows that are agenda items, in reading order; none where tables hold other things."""
    lines: list[Line] = []
    blocks = document.blocks
    columns: _Columns | None = None
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.ROW or not block.cells:
            columns = None
            continue
        header = _header(cell_texts(block), words)
        if header is not None:
            columns = header if header.title >= 0 else None
            continue
        if index == 0 or blocks[index - 1].kind is not BlockKind.ROW:
            columns = _Columns(0, 1) if _numbered_table(blocks, index, words) else None
        if columns is not None and (line := _row_line(index, block, columns, words)):
            lines.append(line)
    return lines


def _header(cells: Sequence[str], words: StructureWords) -> _Columns | None:
    """The columns that a header row names; title -1: a table of something else."""
    if len(cells) < 2 or any(len(cell.split()) > 5 for cell in cells):
        return None
    number = next((i for i, cell in enumerate(cells) if is_phrase(words.column_number, cell)), -1)
    title = next((i for i, cell in enumerate(cells) if is_phrase(words.column_title, cell)), -1)
    text = any(is_phrase(words.column_text, cell) for cell in cells)
    other = [cell for cell in cells if is_phrase(words.column_actions, cell)]
    if title >= 0 and (number >= 0 or text) and (text or not other):
        return _Columns(number, title)
    known = other or number >= 0 or text
    return _Columns(-1, -1) if known and len(cells) >= 2 else None


def _numbered_table(blocks: Sequence[Block], start: int, words: StructureWords) -> bool:
    """True if the rows from `start` count up in their first cell and have a short second."""
    numbers = []
    for block in blocks[start:]:
        if block.kind is not BlockKind.ROW:
            break
        cells = cell_texts(block)
        if len(cells) < 2 or not cells[0]:
            continue
        found = read_numbering(f"{cells[0]} A", words.item_words)
        if not found or len(cells[1].split()) > 14:
            return False
        numbers.append(found[0].value)
    return len(numbers) >= 3 and numbers == sorted(set(numbers))


def _row_line(
    index: int, block: Block, columns: _Columns, words: StructureWords
) -> Line | None:
    if columns.title >= len(block.cells):
        return None
    start, end = block.cells[columns.title]
    if not block.text[start:end].strip():
        return None  # a row that goes on with the one above it
    numberings = ()
    if 0 <= columns.number < len(block.cells):
        first, last = block.cells[columns.number]
        numberings = read_numbering(f"{block.text[first:last].strip()} A", words.item_words)
    else:
        numberings = read_numbering(block.text[start:end], words.item_words)
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
        index=index, numberings=numberings, computed=True, start=start, end=start + len(title),
        look=look, emphatic=False, caps=False, likeness=max(score, 0.2), row=True, rest=rest,
    )
