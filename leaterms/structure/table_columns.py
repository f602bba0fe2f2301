"""The columns of a table of agenda items: where number and title stand in its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaterms.reading import Block, BlockKind
from leaterms.structure.clock import clock_minutes, is_time
from leaterms.structure.lines import likeness
from leaterms.structure.numbering import Numbering, read_numbering
from leaterms.structure.words import StructureWords, is_phrase

__all__ = [
    "Columns",
    "bare_columns",
    "cell_texts",
    "header_columns",
    "row_numbering",
    "title_end",
]

_FEWEST = 3  # rows that make a table without header one of items
_LOOK = 100  # blocks; a table shows by then what it holds, and an annex has thousands of rows
_BETWEEN = 12  # blocks without cells that a long cell may leave between two rows
_LONGEST = 22  # words of a title
_SURE = 0.9  # likeness of a title
_TOLD = 8  # words; a longer paragraph with a full stop tells what was said
# 'D Peuters' in a row, where a cell has no room for a mark
_BARE_LETTER = re.compile(r"(?P<letter>[A-Z])\s+(?=[A-ZÀ-Ý][\w-])")
# '2.1 bereik', 'a. de folder', '- cijfers': a point below a title
_POINT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})+\.?\s|(?:\d{1,2}|[a-z])[.)]\s|[-–—•*▪◦]\s)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where number and title stand in a row of `count` cells; -1: no such column.

    `numbered`: in this table a row without a number is no item; `told`: one whose cell with the
    title holds nothing below it.
    """

    number: int
    title: int
    count: int
    numbered: bool = False
    told: bool = False


def cell_texts(block: Block) -> tuple[str, ...]:
    """The texts of a row's cells."""
    if block.cells:
        return tuple(block.text[start:end].strip() for start, end in block.cells)
    return tuple(cell.strip() for cell in block.text.split(" | "))


def row_numbering(text: str, words: StructureWords) -> tuple[Numbering, ...]:
    """The number of a row; 'a.' is that of a point in a cell, and of no item."""
    numberings = read_numbering(text, words.item_words)
    if not numberings and (match := _BARE_LETTER.match(text)):
        value = (ord(match["letter"]) - 64, 0)
        return (Numbering(match["letter"], value, "letter", "", "", match.end()),)
    return tuple(n for n in numberings if n.kind != "small letter")


def title_end(block: Block, start: int, end: int) -> int:
    """Where a title that begins a cell ends: before the points or the text below it, if any."""
    cuts = [cut for cut in block.breaks if start < cut < end]
    for cut, after in pairwise([*cuts, end]):
        paragraph = block.text[cut:after].strip()
        told = len(paragraph.split()) > _TOLD and paragraph.endswith((".", "!", "?"))
        if told or _POINT.match(paragraph):
            return cut
    return end


def header_columns(cells: Sequence[str], words: StructureWords) -> Columns | None:
    """The columns that a header row names; title -1: a table of something else."""
    if sum(map(bool, cells)) < 2 or any(len(cell.split()) > 5 for cell in cells):
        return None
    number = next((i for i, cell in enumerate(cells) if is_phrase(words.column_number, cell)), -1)
    titles = [i for i, cell in enumerate(cells) if is_phrase(words.column_title, cell)]
    timed = any(is_phrase(words.column_time, cell) for cell in cells)
    if timed and not titles:  # 'Tijd | Wat | Wie' is a programme
        titles = [i for i, cell in enumerate(cells) if is_phrase(words.column_task, cell)]
    if number < 0 and len(titles) > 1:  # 'Punt | Onderwerp': the first holds the numbers
        number, *titles = titles
    title = titles[0] if titles else -1
    texts = timed + sum(is_phrase(words.column_text, cell) for cell in cells)
    others = sum(is_phrase(words.column_actions, cell) for cell in cells)
    if title >= 0 and (number >= 0 or texts) and (texts or not others):
        return Columns(number, title, len(cells))
    # one known word makes no header: 'A. | Besluiten' is an item
    known = (number >= 0) + (title >= 0) + texts + others
    known += number >= 0 and not any(re.search(r"\d|\w+\W+\w+\W+\w+", cell) for cell in cells)
    return Columns(-1, -1, len(cells)) if known > 1 else None


def bare_columns(blocks: Sequence[Block], start: int, words: StructureWords) -> Columns | None:
    """The columns of a table of items without header, whose first row is block `start`.

    Its rows count up ('1. | Opening', '1. Opening | De voorzitter ...'), go on in time ('14.00 |
    Opening | 10 min'), or have a title above the text in a cell.
    """
    rows = _rows_from(blocks, start)
    return (
        _numbers_apart(blocks, start, words)
        or _numbers_before_titles(rows, words)
        or _timed([cell_texts(row) for row in rows], words)
        or _titles_above_text(rows, words)
    )


def _rows_from(blocks: Sequence[Block], start: int) -> list[Block]:
    """The rows of the table, also those behind the further paragraphs of a long cell."""
    rows: list[Block] = []
    last = start
    for index in range(start, min(start + _LOOK, len(blocks))):
        block = blocks[index]
        if block.kind is BlockKind.ROW and block.cells:
            rows.append(block)
            last = index
        elif index - last > _BETWEEN:
            break
    return rows


def _numbers_apart(blocks: Sequence[Block], start: int, words: StructureWords) -> Columns | None:
    """'1. | Opening | ...': rows that count up and have a short title in a later cell."""
    numbers = []
    rows: list[tuple[str, ...]] = []
    for block in blocks[start : start + _LOOK]:
        if block.kind is not BlockKind.ROW:
            break
        cells = cell_texts(block)
        if len(cells) < 2 or not cells[0]:
            continue
        found = row_numbering(f"{cells[0]} Aa", words)
        if not found or found[0].end < len(cells[0]):
            return None
        numbers.append(found[0].value)
        rows.append(cells)
    if len(numbers) < _FEWEST or numbers != sorted(set(numbers)):
        return None
    title = _title_column(rows, 1)
    if title < 0 or any(len(cells[title].split()) > 14 for cells in rows if len(cells) > title):
        return None
    return Columns(0, title, max(len(cell_texts(blocks[start])), 2))


def _numbers_before_titles(rows: Sequence[Block], words: StructureWords) -> Columns | None:
    """'1. Opening | De voorzitter ...': number and title in the first cell, text beside it."""
    filled = [row for row in rows if len(row.cells) > 1 and cell_texts(row)[0]]
    numbers = []
    for row in filled:
        start, end = row.cells[0]
        text = row.text[start : title_end(row, start, end)].strip()
        found = row_numbering(text, words)
        title = text[found[0].end :] if found else ""
        if re.search(r"[^\W\d_]{2}", title) and len(title.split()) <= _LONGEST:
            numbers.append(found[0].value)
    beside = sum(any(cell_texts(row)[1:]) or _is_told(row) for row in filled)
    if len(numbers) < _FEWEST or 4 * len(numbers) < 3 * len(filled) or 2 * beside < len(filled):
        return None
    if numbers != sorted(set(numbers)) or numbers[0][0] > 2:
        return None
    return Columns(-1, 0, max(len(row.cells) for row in filled), numbered=True)


def _is_told(row: Block) -> bool:
    """True if text stands below the title in the first cell."""
    start, end = row.cells[0]
    return title_end(row, start, end) < end


def _titles_above_text(rows: Sequence[Block], words: StructureWords) -> Columns | None:
    """'Opening  De voorzitter ... | actie': a title without number above the text in a cell."""
    filled = [row for row in rows if len(row.cells) > 1 and cell_texts(row)[0]]
    titled = 0
    for row in filled:
        start, end = row.cells[0]
        title = row.text[start : title_end(row, start, end)].strip()
        titled += _is_told(row) and likeness(title, row, words, numbered=False) >= _SURE
    if titled < _FEWEST or 4 * titled < 3 * len(filled):
        return None
    return Columns(-1, 0, max(len(row.cells) for row in filled), told=True)


def _timed(rows: Sequence[tuple[str, ...]], words: StructureWords) -> Columns | None:
    """'14.00 | Opening | 10 min': the rows of a programme, perhaps with a number too."""
    timed = [cells for cells in rows if len(cells) > 1 and any(map(is_time, cells[:2]))]
    if len(timed) < _FEWEST or 4 * len(timed) < 3 * len(rows):
        return None
    hour = next(position for position in (0, 1) if is_time(timed[0][position]))
    hours = [clock_minutes(cells[hour]) for cells in timed]
    if any(one is None or two is None or one > two for one, two in pairwise(hours)):
        return None
    other = [row_numbering(f"{cells[1 - hour]} Aa", words) for cells in timed]
    apart = [
        found and found[0].end > len(row[1 - hour])
        for found, row in zip(other, timed, strict=True)
    ]
    number = 1 - hour if all(apart) else -1
    title = _title_column(timed, 0)
    if title < 0:
        return None
    # '14.00 | 1. Opening': a row without a number is a remark
    numbered = number < 0 and all(row_numbering(row[title], words) for row in timed)
    return Columns(number, title, max(map(len, timed)), numbered=numbered)


def _title_column(rows: Sequence[tuple[str, ...]], first: int) -> int:
    """The first column from `first` on that has words in most rows; -1 if there is none."""
    for column in range(first, max(map(len, rows))):
        cells = [row[column] for row in rows if len(row) > column]
        worded = [cell for cell in cells if re.search(r"[^\W\d_]{3}", cell) and not is_time(cell)]
        if 2 * len(worded) > len(rows):
            return column
    return -1
