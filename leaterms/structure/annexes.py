"""Annexes of minutes: what follows 'Bijlage 1' is a paper of its own, and no item of the meeting.

'Bijlage: notitie' below an item only names a paper that went with it; an annex begins with a
heading, or with a line of that kind after the meeting was closed.
"""

import re
from collections.abc import Sequence

from leaterms.reading import Block, BlockKind
from leaterms.structure.lines import Line
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["annex_lines", "is_annex"]

_ANNEX = re.compile(
    r"(?:bijlage|appendix|annex)(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?\s*(?:$|[:.–|-]\s*\S|\s[^\W\d_])",
    re.IGNORECASE,
)
_TOLD = 60  # characters; a shorter block names a paper rather than being one


def is_annex(title: str) -> bool:
    """True for the title of an annex: 'Bijlage', 'Bijlage 2: Cijfers', not 'Bijlagen'."""
    return _ANNEX.match(title) is not None


def annex_lines(
    lines: Sequence[Line], headings: Sequence[Line], blocks: Sequence[Block], words: StructureWords
) -> list[Line]:
    """The lines with which annexes begin, in reading order; all from the first on is annex.

    Args:
        lines: all lines that could be headings.
        headings: those that are headings of items.
        blocks: the blocks of the document.
        words: the word lists; `closing_titles` are those of the last items of a meeting.
    """
    if not headings:
        return []
    closed = [line.index for line in headings if _closes(line, blocks, words)]
    first = headings[0].index
    found: list[Line] = []
    for line in lines:
        if line.index <= first or line.row or not is_annex(_title(line, blocks)):
            continue
        after_closing = bool(closed) and line.index > closed[-1]
        alike = any(line.emphatic and line.look == other.look for other in headings)
        if found or ((alike or after_closing) and _is_followed(line, blocks)):
            found.append(line)
    items_after = [
        line
        for line in headings
        if found and line.index > found[0].index and _closes(line, blocks, words)
    ]
    return [] if items_after else found


def _title(line: Line, blocks: Sequence[Block]) -> str:
    return blocks[line.index].text[line.start : line.end]


def _closes(line: Line, blocks: Sequence[Block], words: StructureWords) -> bool:
    return is_phrase(words.closing_titles, _title(line, blocks))


def _is_followed(line: Line, blocks: Sequence[Block]) -> bool:
    """True if a text, a table or a heading follows, and not the name of a next paper."""
    following = blocks[line.index + 1 : line.index + 3]
    return any(
        block.kind in (BlockKind.ROW, BlockKind.HEADING) or block.bold or len(block.text) > _TOLD
        for block in following
    )
