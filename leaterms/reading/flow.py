"""From paragraphs and tables to blocks, and from blocks to a document that has text.

A cell of a table holds what a page holds: paragraphs, tables, and blocks that are made already
(footnotes).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaterms.errors import BrokenDocument, ScannedDocument
from leaterms.reading.document import Block, Document
from leaterms.reading.limits import Limits
from leaterms.reading.pieces import EMPTY_LINE, Paragraph, row_block

__all__ = ["Part", "Table", "flow_blocks", "make_document", "within"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that a merged one covers from above is empty.

    `is_layout` means that it sets a page, by what the document itself says.
    """

    rows: tuple[tuple[tuple["Part", ...], ...], ...]
    is_layout: bool = False


Part = Paragraph | Table | Block


def flow_blocks(parts: Iterable[Part]) -> Iterator[Block]:
    """The blocks of `parts`, in order."""
    gap = 0.0  # white space below what came before
    for part in parts:
        if isinstance(part, Table):
            yield from _table_blocks(part)
            gap = 0.0
        elif isinstance(part, Block):
            yield part
        elif part.is_empty:
            gap = max(gap, part.space) + EMPTY_LINE
        else:
            yield from replace(part, space=max(gap, part.space)).blocks()
            gap = part.after


def _table_blocks(table: Table) -> Iterator[Block]:
    """A row block for each row; the blocks of the cells where the table is mere layout."""
    is_layout = table.is_layout or max((len(row) for row in table.rows), default=0) < 2
    for row in table.rows:
        if is_layout or any(_is_page_of_its_own(cell) for cell in row):
            for cell in row:
                yield from flow_blocks(cell)
        else:
            yield from _row_blocks(row)


def _is_page_of_its_own(cell: tuple[Part, ...]) -> bool:
    """Whether a cell holds headings with their text: a page laid out in a table."""
    paragraphs = [part for part in cell if isinstance(part, Paragraph)]
    return len(paragraphs) > 2 and any(p.level and not p.is_empty for p in paragraphs)


def _row_blocks(row: tuple[tuple[Part, ...], ...]) -> Iterator[Block]:
    """The row, then what cannot stand in it: notes, nested tables and what follows these."""
    cells: list[list[Paragraph]] = []
    notes: list[Block] = []
    rest: list[Part] = []
    for cell in row:
        cells.append([])
        below = False  # a table within the cell
        for part in cell:
            below = below or isinstance(part, Table)
            if below:
                rest.append(part)
            elif isinstance(part, Paragraph):
                cells[-1].append(part)
            elif isinstance(part, Block):
                notes.append(part)
    block = row_block(cells)
    if block is not None:
        yield block
    yield from notes
    yield from flow_blocks(rest)


def within(blocks: Iterable[Block], name: str, limits: Limits) -> Iterator[Block]:
    """`blocks`, as long as they keep within the limit of characters.

    Raises:
        BrokenDocument: they do not.
    """
    characters = 0
    for block in blocks:
        characters += len(block.text)
        if characters > limits.characters:
            raise BrokenDocument(f"'{name}' bevat meer dan {limits.characters} tekens; splits het")
        yield block


def make_document(
    format_: str, blocks: Iterable[Block], name: str, *, pictures: int = 0
) -> Document:
    """A document without pages; `name` is for messages, `pictures` counts those in it.

    Raises:
        BrokenDocument: there is no text.
        ScannedDocument: there are pictures only.
    """
    found = tuple(blocks)
    if found:
        return Document(format_, None, found)
    if pictures:
        raise ScannedDocument(
            f"'{name}' bevat alleen afbeeldingen en geen tekst; maak er met tekstherkenning "
            "(OCR) een doorzoekbare PDF van"
        )
    raise BrokenDocument(f"'{name}' bevat geen tekst; controleer of dit het goede bestand is")
