"""Items of an agenda that has no headings: a list of bullets, or of hours with titles.

'- Opening', '- Peuters', '- Rondvraag'; '9.00 Opening', '9.10 Peuters'.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from leaterms.reading import BlockKind, Document
from leaterms.structure.clock import clock_minutes
from leaterms.structure.lines import Line, Look
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["bullet_lines", "timed_lines"]

_FEWEST = 3
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
