"""Items of a document that has no headings: bullets, hours with titles, titles before their text.

'- Opening', '- Peuters', '- Rondvraag'; '9.00 Opening', '9.10 Peuters'; '1. Opening. De voorzitter
heet allen welkom.'
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from leaterms.reading import BlockKind, Document
from leaterms.structure.clock import clock_minutes
from leaterms.structure.lines import Line, Look, likeness
from leaterms.structure.numbering import read_numbering
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["bullet_lines", "run_in_lines", "timed_lines"]

_FEWEST = 3
_SURE = 0.9  # likeness of a title
# a title of a few words, a mark, and a sentence
_RUN_IN = re.compile(
    r"(?P<title>[^.:;?!|]{3,70}?)\s?(?:[.:]|\s[–—-])\s+(?=[^\W\d_]\S*\s\S+\s\S+\s\S)"
)
_LONGEST = 160  # characters


def timed_lines(lines: Sequence[Line], document: Document) -> list[Line]:
    """The lines that begin with an hour, where these rise as in a programme; else none."""
    timed = [
        (hour, line)
        for line in lines
        if line.start > 0
        and not line.numbered
        and (hour := clock_minutes(document.blocks[line.index].text.lstrip())) is not None
        and line.likeness > 0
    ]
    rising = all(one <= two for (one, _), (two, _) in pairwise(timed))
    return [line for _, line in timed] if rising and len(timed) >= _FEWEST else []


def run_in_lines(document: Document, words: StructureWords) -> list[Line]:
    """The numbered paragraphs that begin with a title: '1. Opening. De voorzitter ...'; else none.

    Their numbers rise, and nearly all that are numbered so have a title.
    """
    found: list[Line] = []
    numbered = 0
    for index, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.BULLET):
            continue
        computed = read_numbering(f"{block.number.strip()} Aa", words.item_words)
        typed = () if block.number.strip() else read_numbering(block.text, words.item_words)
        numberings = tuple(n for n in computed or typed if n.kind != "small letter")
        if not numberings:
            continue
        numbered += 1
        start = 0 if computed else numberings[0].end
        match = _RUN_IN.match(block.text, start)
        if not match or likeness(match["title"], block, words, numbered=True) < _SURE:
            continue
        last = len(block.text)
        look = Look(heading=False, level=0, size=block.size, bold=False, style="run-in")
        found.append(
            Line(
                index=index,
                numberings=numberings,
                computed=bool(computed),
                start=match.start("title"),
                end=match.end("title"),
                look=look,
                emphatic=False,
                caps=False,
                likeness=1.0,
                row=True,
                rest=((match.end(), last),),
            )
        )
    values = [line.numberings[0].value for line in found]
    rising = values == sorted(set(values)) and values[:1] <= [(2, 0)]
    return found if rising and len(found) >= _FEWEST and 4 * len(found) >= 3 * numbered else []


def bullet_lines(document: Document, words: StructureWords) -> list[Line]:
    """The bullets of a list that begins with the opening of a meeting; else none.

    A bullet further in is a point of the one above it.
    """
    bullets = [
        (index, block)
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.BULLET and 0 < len(block.text) <= _LONGEST
    ]
    texts = [re.split(r"[,;:/&+]", block.text, maxsplit=1)[0] for _, block in bullets]
    start = next(
        (at for at, text in enumerate(texts) if is_phrase(words.opening_titles, text)), None
    )
    if start is None:
        return []
    edge = bullets[start][1].indent
    items = [(index, block) for index, block in bullets[start:] if block.indent <= edge + 1]
    if len(items) < _FEWEST:
        return []
    return [
        Line(
            index=index,
            numberings=(),
            computed=False,
            start=0,
            end=len(block.text.rstrip()),
            look=Look(heading=False, level=0, size=block.size, bold=block.bold, style=block.style),
            emphatic=False,
            caps=False,
            likeness=1.0,
        )
        for index, block in items
    ]
