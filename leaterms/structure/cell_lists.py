"""Agendas that stand as a list within a cell of a table, as lines of their own.

'Agenda | 1. Opening  2. Peuters  3. Rondvraag' (each a paragraph of the second cell) is a
label and three lines; '14.00  14.10  14.40 | Opening  Peuters  Rondvraag' is three rows. So are
minutes in one cell ('1. Opening  De voorzitter ...  2. Peuters ... | actie') as lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from leaterms.reading import Block, BlockKind, Document, Source
from leaterms.structure.clock import clock_end, is_time
from leaterms.structure.items import cut_sources
from leaterms.structure.table_columns import row_numbering
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["unfold_cells"]

_FEWEST = 3  # lines that make a list
_TITLE, _TOLD = 22, 8  # words: at most in a title, more than in a line that tells nothing

Span = tuple[int, int]


def unfold_cells(document: Document, words: StructureWords) -> Document:
    """`document` with each agenda in a cell as blocks of its own; all else as it was."""
    blocks = tuple(part for block in document.blocks for part in _unfold(block, words))
    return replace(document, blocks=blocks) if len(blocks) > len(document.blocks) else document


def _unfold(block: Block, words: StructureWords) -> Iterator[Block]:
    filled = [span for span in block.cells if block.text[slice(*span)].strip()]
    if block.kind is not BlockKind.ROW or not block.breaks or len(filled) < 2:
        yield block
        return
    columns = [_paragraphs(block, span) for span in filled]
    label = block.text[slice(*filled[0])]
    if is_phrase(words.agenda_labels, label) and len(columns[1]) >= _FEWEST and len(filled) == 2:
        yield _part(block, filled[0], BlockKind.PARAGRAPH)
        kind = _kind(block, columns[1], words)
        for span in columns[1]:
            yield _part(block, span, kind)
    elif page := next((c for c in columns if _is_page(block, c, words)), None):
        for span, column in zip(filled, columns, strict=True):
            for part in column if column is page else (span,):
                yield _part(block, part, BlockKind.PARAGRAPH)
    elif _are_parallel(block, columns, words):
        for spans in zip(*columns, strict=True):
            yield _row(block, spans)
    else:
        yield block


def _paragraphs(block: Block, cell: Span) -> list[Span]:
    start, end = cell
    cuts = [start, *(cut for cut in block.breaks if start < cut < end)]
    # a space stands before each further paragraph
    return [(one, two - 1) for one, two in pairwise([*cuts, end + 1])]


def _kind(block: Block, lines: Sequence[Span], words: StructureWords) -> BlockKind:
    """Lines with numbers or hours are told by these; others are a list."""
    texts = [block.text[slice(*span)] for span in lines]
    marked = sum(bool(row_numbering(text, words)) or clock_end(text, 0) > 0 for text in texts)
    return BlockKind.PARAGRAPH if 2 * marked > len(texts) else BlockKind.BULLET


def _is_page(block: Block, lines: Sequence[Span], words: StructureWords) -> bool:
    """True for minutes in one cell: titles that count from 1, each with its text below it."""
    found: list[tuple[int, int]] = []
    for one, two in pairwise(lines):
        title, text = block.text[slice(*one)].strip(), block.text[slice(*two)].strip()
        numberings = row_numbering(title, words)
        if numberings and len(title.split()) <= _TITLE and not title.endswith((".", ";")):
            told = len(text.split()) > _TOLD and text.endswith((".", "!", "?"))
            found.extend([numberings[0].value] * told)
    first = [(count, 0) for count in range(1, _FEWEST + 1)]
    return found[:_FEWEST] == first and found == sorted(set(found))


def _are_parallel(block: Block, columns: Sequence[list[Span]], words: StructureWords) -> bool:
    """True where each cell has as many lines, and those of the first count or tell the time."""
    if len(columns[0]) < _FEWEST or any(len(column) != len(columns[0]) for column in columns):
        return False
    texts = [block.text[slice(*span)].strip() for span in columns[0]]
    if all(map(is_time, texts)):
        return True
    found = [row_numbering(f"{text} Aa", words) for text in texts]
    values = [numberings[0].value for numberings in found if numberings]
    bare = all(re.fullmatch(r"\W*\w{1,3}\W*", text) for text in texts)
    return bare and len(values) == len(texts) and values == sorted(set(values))


def _part(block: Block, span: Span, kind: BlockKind) -> Block:
    return replace(
        block,
        text=block.text[slice(*span)],
        kind=kind,
        sources=cut_sources(block.sources, *span, 0),
        cells=(),
        breaks=(),
    )


def _row(block: Block, spans: Sequence[Span]) -> Block:
    text, cells = "", list[Span]()
    sources = list[Source]()
    for start, end in spans:
        text += " | " if text else ""
        sources.extend(cut_sources(block.sources, start, end, len(text)))
        cells.append((len(text), len(text) + end - start))
        text += block.text[start:end]
    return replace(block, text=text, sources=tuple(sources), cells=tuple(cells), breaks=())
