"""From headings to items: texts, each character with its page or paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaterms.reading import Block, BlockKind, Document, Source
from leaterms.structure.headings import Heading
from leaterms.structure.record import Item, Segment

__all__ = ["build_items", "cut_sources"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of an item's text: `spans` of a block, joined by ' | ' (the cells of a row)."""

    block: Block
    kind: BlockKind
    spans: tuple[Span, ...]
    cells: tuple[Span, ...] = ()


def build_items(document: Document, headings: Sequence[Heading]) -> tuple[Item, ...]:
    """The items of a document, from -1 (the text before the first heading) on.

    Nothing is lost: each character of each block stands in one title or text, but for the
    number before a title, which is in `number`, and the mark between a title and the text that
    goes on behind it.
    """
    own = {block for heading in headings for block, _, _ in heading.title}
    bounds = [*(heading.block for heading in headings), len(document.blocks)]
    items = [_item(document, -1, None, map(_whole, document.blocks[: bounds[0]]))]
    for index, heading in enumerate(headings):
        pieces = list(_beside(document.blocks[heading.block], heading.rest))
        pieces.extend(
            _whole(document.blocks[block])
            for block in range(heading.block + 1, bounds[index + 1])
            if block not in own
        )
        items.append(_item(document, index, heading, pieces))
    return tuple(items)


def _whole(block: Block) -> _Piece:
    return _Piece(block, block.kind, ((0, len(block.text)),), block.cells)


def _beside(block: Block, rest: Sequence[Span]) -> Iterator[_Piece]:
    """The cells beside a title: one is paragraphs as they stand in it, several are a row."""
    full = tuple(span for span in rest if block.text[slice(*span)].strip())
    if len(full) > 1:
        yield _Piece(block, BlockKind.ROW, full)
    for start, end in full if len(full) == 1 else ():
        cuts = [start, *(cut for cut in block.breaks if start < cut < end), end]
        for position, cut in enumerate(cuts[:-1]):
            # a space stands before each further paragraph
            last = cuts[position + 1] - (position + 2 < len(cuts))
            yield _Piece(block, BlockKind.PARAGRAPH, ((cut, last),))


def _item(
    document: Document, index: int, heading: Heading | None, pieces: Iterable[_Piece]
) -> Item:
    text = ""
    sources: list[Source] = []
    segments: list[Segment] = []
    for piece in pieces:
        if not piece.block.text:
            continue
        # a newline, like the bar between cells, counts as the block's before it
        start = len(text) + (1 if segments else 0)
        line = ""
        cells: list[Span] = []
        for first, last in piece.spans:
            line += " | " if line else ""
            at = start + len(line)
            sources.extend(cut_sources(piece.block.sources, first, last, at))
            line += piece.block.text[first:last]
            cells.append((at, start + len(line)))
        if piece.kind is not BlockKind.ROW:
            cells = []
        elif piece.cells:
            cells = [(first + start, last + start) for first, last in piece.cells]
        text += "\n" + line if segments else line
        segments.append(Segment(start, start + len(line), piece.kind, tuple(cells)))
    title, title_sources = _title(document, heading)
    return Item(
        index=index,
        number=heading.number if heading else "",
        title=title,
        text=text,
        title_sources=title_sources,
        text_sources=tuple(sources),
        segments=tuple(segments),
    )


def _title(document: Document, heading: Heading | None) -> tuple[str, tuple[Source, ...]]:
    """The title, its printed lines joined by a space, with its sources."""
    title = ""
    sources: list[Source] = []
    for number, start, end in heading.title if heading else ():
        block = document.blocks[number]
        title += " " if title else ""  # the space counts as the line's before it
        sources.extend(cut_sources(block.sources, start, end, len(title)))
        title += block.text[start:end]
    return title, tuple(sources)


def cut_sources(sources: Sequence[Source], start: int, end: int, at: int) -> tuple[Source, ...]:
    """The sources of the characters `start`..`end`, as of a text that begins at `at`."""
    found: list[Source] = []
    for source in sources:
        if source.start <= start:
            found = [Source(at, source.page, source.paragraph, source.box)]
        elif source.start < end:
            moved = source.start - start + at
            found.append(Source(moved, source.page, source.paragraph, source.box))
    return tuple(found)
