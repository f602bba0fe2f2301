"""Documents made by hand, a line of source for each block."""

from dataclasses import replace

from leaterms.reading import Block, BlockKind, Document, Source

__all__ = ["block", "bold", "document", "heading", "minutes", "row"]


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **layout) -> Block:
    layout.setdefault("size", 10.0)
    return Block(text, kind, **layout)


def bold(text: str, **layout) -> Block:
    return block(text, bold=True, **layout)


def heading(text: str, level: int = 2, **layout) -> Block:
    return block(text, BlockKind.HEADING, level=level, bold=True, **layout)


def row(*cells: str, **layout) -> Block:
    spans, offset = [], 0
    for cell in cells:
        spans.append((offset, offset + len(cell)))
        offset += len(cell) + 3
    return block(" | ".join(cells), BlockKind.ROW, cells=tuple(spans), **layout)


def document(*blocks: Block | str) -> Document:
    """A DOCX of these blocks, paragraphs numbered from 1; a plain string is a paragraph."""
    made = [block(b) if isinstance(b, str) else b for b in blocks]
    numbered = (
        replace(b, sources=(Source(0, None, paragraph),))
        for paragraph, b in enumerate(made, start=1)
    )
    return Document("docx", None, tuple(numbered))


def minutes(source: str) -> Document:
    """Lines: '## ' a bold heading, '- ' a bullet, '| a | b |' a row, others paragraphs."""
    blocks = []
    for line in source.strip().splitlines():
        text = line.strip()
        if text.startswith("## "):
            blocks.append(bold(text[3:]))
        elif text.startswith("- "):
            blocks.append(block(text[2:], BlockKind.BULLET))
        elif text.startswith("|"):
            blocks.append(row(*(cell.strip() for cell in text[1:-1].split("|"))))
        elif text:
            blocks.append(block(text))
    return document(*blocks)
