"""What reading gives: a document as blocks of text, each character with its place.

A block is what a reader sees as one unit: a paragraph, a bullet, a heading, a row of a
table. Reading joins the printed lines of a PDF into blocks (end-of-line hyphens resolved,
running headers and footers left out); it does not decide what is an agenda item.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leaterms.reading.pictures import Picture
    from leaterms.reading.places import Place

__all__ = ["Block", "BlockKind", "Box", "Document", "OutlineItem", "Source", "place_at"]


class BlockKind(StrEnum):
    """What a block is by the document's own layout."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # the document itself says so: a heading style (DOCX)
    BULLET = "bullet"
    ROW = "row"  # a row of a table; `Block.cells` has the cells
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, origin at the top left, y downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Source:
    """Where the characters of a text come from, from offset `start` to the next source's.

    `page` counts from 1 and is None but for PDF; `paragraph` is None for PDF, else it counts
    the paragraphs of the file from 1, in its order, those in tables and boxes included (of a
    Word file all `w:p` in its body; each reader says what it counts). `box` is that of the
    printed line, None where not known.
    """

    start: int
    page: int | None = None
    paragraph: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of text in reading order.

    `text` holds no newline, soft hyphen, ligature or control character; the cells of a row
    are joined by ' | ' and `cells` has their half-open spans in `text`; an empty cell has an
    empty span and no separator. `breaks` has the offsets in a row at which a further
    paragraph of the same cell begins (a space stands before it). `sources` is ordered,
    starts at offset 0, and is never empty.

    `number` is a number that Word computes (automatic numbering: '3.', '3a'), which is not
    in `text`; '' where there is none or it is typed in the text. `level` is the outline
    level of a heading style, from 1; 0 where the layout gives none. `size` is the font size
    in points of most characters, 0.0 where unknown. `bold` means all of it is bold, `underline`
    that nearly all of its letters are underlined (a link is not, for being one).
    `indent` is the left edge in points from that of the text column. `space_before` is the
    white space above it in points (0.0 where unknown).
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    sources: tuple[Source, ...] = (Source(0),)
    number: str = ""
    level: int = 0
    size: float = 0.0
    bold: bool = False
    underline: bool = False
    indent: float = 0.0
    space_before: float = 0.0
    style: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An agenda item as `leaterms.read` finds it; index -1 is the text before the first.

    `title` is without its `number`. The sources give each character its place, as those of a
    block do.
    """

    index: int
    number: str
    title: str
    text: str
    title_sources: tuple[Source, ...]
    text_sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `pages` is None but for PDF.

    `format` is a value of `Format`: 'pdf', 'docx', 'odt', 'rtf', 'html', 'tekst', 'doc' or
    'word-xml'.

    `scanned_pages` names the pages (from 1) that could not be read, as pictures without text
    or for want of characters in their fonts, in a document of which others could. The text of
    `recognised_pages` is from text recognition (OCR). `note` says both in Dutch, with what to
    do; '' where there is nothing to say. `stamps` are words printed over or around the pages
    that stand in no block: watermarks, running headers and footers, each once (PDF, Word
    and OpenDocument).

    `path` is the file and `outline` its agenda items, where `leaterms.read` made it; they do
    not count in a comparison. In a notebook a document shows its outline.
    """

    format: str
    pages: int | None
    blocks: tuple[Block, ...]
    scanned_pages: tuple[int, ...] = ()
    recognised_pages: tuple[int, ...] = ()
    note: str = ""
    stamps: tuple[str, ...] = ()
    path: Path | None = field(default=None, compare=False)
    outline: tuple[OutlineItem, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """All blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)

    def places(
        self, item: int, start: int, end: int, *, in_heading: bool = False
    ) -> "tuple[Place, ...]":
        """Where the characters [start, end) of an item stand: pages with boxes, or paragraphs.

        The numbers are those of a row of `scan.mentions`. The file is opened anew, since
        boxes of words cost more than reading.

        Raises:
            ValueError: there is no such item, or no such span in its title (`in_heading`) or
                text.
            OSError: the file cannot be opened any more.
        """
        from leaterms.reading.places import find_places  # noqa: PLC0415 - it knows documents

        found = next((held for held in self.outline if held.index == item), None)
        if found is None or self.path is None:
            raise ValueError(f"this document has no item {item}")
        text, sources = (
            (found.title, found.title_sources) if in_heading else (found.text, found.text_sources)
        )
        return find_places(self.path, text, sources, start, end)

    def picture(
        self, page: int, *, marks: "Iterable[Place]" = (), scale: float = 1.5
    ) -> "Picture":
        """A picture of a page (from 1) with its agenda items in frames; a notebook shows it.

        Args:
            page: the number of the page.
            marks: places to mark, such as `places` gives; those on other pages do not matter.
            scale: pixels for each point of paper.

        Raises:
            InputError: the document has no pages, as a Word file has none.
            ValueError: there is no such page.
            OSError: the file cannot be opened any more.
        """
        from leaterms.reading.pictures import draw_page  # noqa: PLC0415 - it knows documents

        return draw_page(self, page, marks=marks, scale=scale)

    def _repr_html_(self) -> str:
        from leaterms.reading.outline import outline_html  # noqa: PLC0415 - it knows documents

        return outline_html(self)


def place_at(sources: tuple[Source, ...], offset: int) -> Source:
    """The source of the character at `offset` in the text that `sources` belongs to.

    Raises:
        IndexError: `sources` is empty.
    """
    starts = [source.start for source in sources]
    return sources[max(0, bisect_right(starts, offset) - 1)]
