"""From headings to items: texts, each character with its page or paragraph."""

from collections.abc import Sequence

from leaterms.reading import Document, Source
from leaterms.structure.headings import Heading
from leaterms.structure.record import Item, Segment

__all__ = ["build_items", "cut_sources"]

Span = tuple[int, int]


def build_items(document: Document, headings: Sequence[Heading]) -> tuple[Item, ...]:
    """The items of a document, from -1 (the text before the first heading) on.

    Nothing is lost: each character of each block stands in one title or text, but for the
    number before a title, which is in `number`.
    """
    items = []
    own = {block for heading in headings for block, _, _ in heading.title}
    bounds = [*(heading.block for heading in headings), len(document.blocks)]
    head = [(block, None) for block in range(bounds[0])]
    items.append(_item(document, -1, None, head))
    for index, heading in enumerate(headings):
        parts: list[tuple[int, tuple[Span, ...] | None]] = []
        if heading.rest:
            parts.append((heading.block, heading.rest))
        parts.extend(
            (block, None)
            for block in range(heading.block + 1, bounds[index + 1])
            if block not in own
        )
        items.append(_item(document, index, heading, parts))
    return tuple(items)


def _item(
    document: Document,
    index: int,
    heading: Heading | None,
    parts: Sequence[tuple[int, tuple[Span, ...] | None]],
) -> Item:
    """One item; a part is a block's index and the spans of it to take (None: all of it)."""
    texts: list[str] = []
    sources: list[Source] = []
    segments: list[Segment] = []
    offset = 0
    for number, spans in parts:
        block = document.blocks[number]
        if not block.text:
            continue
        if spans is None:
            text, cells = block.text, block.cells
            found = list(cut_sources(block.sources, 0, len(block.text), offset))
        else:
            text, cells, found = "", (), []
            for start, end in spans:
                text += " | " if cells else ""
                found.extend(cut_sources(block.sources, start, end, offset + len(text)))
                cells += ((len(text), len(text) + end - start),)
                text += block.text[start:end]
            if not text.replace("|", "").strip():
                continue
        if texts:
            offset += 1  # the newline, which counts as the block's before it
            found = [_moved(source, 1) for source in found]
        texts.append(text)
        sources.extend(found)
        moved = tuple((start + offset, end + offset) for start, end in cells)
        segments.append(Segment(offset, offset + len(text), block.kind, moved))
        offset += len(text)
    title, title_sources = _title(document, heading)
    return Item(
        index=index,
        number=heading.number if heading else "",
        title=title,
        text="\n".join(texts),
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


def _moved(source: Source, by: int) -> Source:
    return Source(source.start + by, source.page, source.paragraph, source.box)


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
