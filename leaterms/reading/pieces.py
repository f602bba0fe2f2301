"""From runs of text with a look to blocks: what Word, OpenDocument, RTF and HTML share.

Their readers say what a paragraph holds and how it is set; here it becomes blocks: bullets
are told, manual breaks separate lines, the paragraphs of a row become one text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from leaterms.reading.characters import bullet_length, clean
from leaterms.reading.composition import Composer, compose_row, join_texts, mostly_marked
from leaterms.reading.document import Block, BlockKind, Source

__all__ = ["EMPTY_LINE", "Paragraph", "Piece", "note_block", "row_block"]

EMPTY_LINE = 12.0
"""Points of white space that an empty paragraph adds above the next."""

_LONG_LINE = 60  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's text with its look; `size` is in points, 0.0 where unknown."""

    text: str
    bold: bool = False
    size: float = 0.0
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read; `lines` are what manual breaks separate, white space as it came.

    `number` is what the program prints before it and is not in `lines`. The other fields are
    those of `Block`; `space` and `after` are the white space above and below, in points.
    """

    lines: tuple[tuple[Piece, ...], ...]
    place: int
    number: str = ""
    is_bullet: bool = False
    level: int = 0
    style: str = ""
    indent: float = 0.0
    space: float = 0.0
    after: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed but perhaps its number."""
        return not any(_clean_text(line) for line in self.lines)

    def blocks(self) -> Iterator[Block]:
        """A block for the paragraph, or for each of its lines where these stand alone."""
        source = (Source(0, paragraph=self.place),)
        lines = [line for line in self.lines if _clean_text(line)]
        for index, line in enumerate(_standing_lines(lines, joined=self.level > 0)):
            text = _clean_text(line)
            kind = BlockKind.HEADING if self.level else BlockKind.PARAGRAPH
            if kind is BlockKind.PARAGRAPH:
                typed = bullet_length(text)
                if (index == 0 and self.is_bullet) or typed:
                    kind, text = BlockKind.BULLET, text[typed:].strip()
            if text:
                yield Block(
                    text=text,
                    kind=kind,
                    sources=source,
                    number=self.number if index == 0 else "",
                    level=self.level,
                    size=_common_size(line),
                    bold=_is_bold(line),
                    underline=_is_underlined(line),
                    indent=self.indent,
                    space_before=self.space if index == 0 else 0.0,
                    style=self.style,
                )


def row_block(cells: Sequence[Sequence[Paragraph]]) -> Block | None:
    """A row of a table, each cell its paragraphs; None if nothing is printed in it."""
    composed = []
    for cell in cells:
        texts: list[tuple[str, tuple[Source, ...]]] = []
        for paragraph in cell:
            source = (Source(0, paragraph=paragraph.place),)
            for index, line in enumerate(paragraph.lines):
                text = _clean_text(line)
                text = text[bullet_length(text) :] or text
                if paragraph.number and index == 0:
                    text = f"{paragraph.number} {text}"
                texts.append((text.strip(), source))
        composed.append(join_texts(texts))
    text, sources, spans, breaks = compose_row(composed)
    if not text:
        return None
    paragraphs = [paragraph for cell in cells for paragraph in cell]
    pieces = [piece for paragraph in paragraphs for line in paragraph.lines for piece in line]
    return Block(
        text=text,
        kind=BlockKind.ROW,
        sources=sources,
        size=_common_size(pieces),
        bold=_is_bold(pieces),
        underline=_is_underlined(pieces),
        style=next((paragraph.style for paragraph in paragraphs), ""),
        cells=spans,
        breaks=breaks,
    )


def note_block(texts: Iterable[str], place: int) -> Block | None:
    """The paragraphs of a footnote or endnote as one block; None if they are empty."""
    composer = Composer()
    for text in texts:
        composer.add(text, Source(0, paragraph=place))
        composer.space()
    whole, sources = composer.finish()
    return Block(whole, BlockKind.FOOTNOTE, sources) if whole else None


def _standing_lines(
    lines: Sequence[tuple[Piece, ...]], *, joined: bool
) -> list[tuple[Piece, ...]]:
    """The printed lines of a paragraph that stand alone.

    A manual break separates lines ('Datum: 3 mei' / 'Plaats: raadhuis'). In text pasted from
    a mail most breaks fall within a sentence (after a long line that ends in a small letter
    or comma, and before a small letter); those do not.
    """
    texts = [_clean_text(line) for line in lines]
    run_on = [
        len(before) >= _LONG_LINE
        and (before[-1].islower() or before[-1] == ",")
        and after[0].islower()
        for before, after in pairwise(texts)
    ]
    pasted = len(lines) > 2 and 2 * sum(run_on) >= len(run_on)
    out: list[tuple[Piece, ...]] = []
    for index, line in enumerate(lines):
        if index and (joined or (pasted and run_on[index - 1])):
            out[-1] = (*out[-1], replace(line[0], text=" "), *line)
        else:
            out.append(line)
    return out


def _clean_text(line: Iterable[Piece]) -> str:
    return clean("".join(piece.text for piece in line)).strip()


def _is_bold(pieces: Iterable[Piece]) -> bool:
    """Whether all that is printed is bold."""
    printed = [piece.bold for piece in pieces if piece.text.strip()]
    return bool(printed) and all(printed)


def _is_underlined(pieces: Iterable[Piece]) -> bool:
    return mostly_marked((piece.text, piece.underline) for piece in pieces)


def _common_size(pieces: Iterable[Piece]) -> float:
    """The font size of most characters; 0.0 if none is known."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
