"""Lists of actions or decisions that stand within an item and are none themselves.

'Acties', 'Besluiten:', 'Actiepunten' below the text of an item head what was agreed there; an
'Actielijst' at the end of the minutes is a part of its own.
"""

from collections.abc import Sequence

from leaterms.reading import Block
from leaterms.structure.annexes import is_annex
from leaterms.structure.lines import Line, Look, names_last_minutes
from leaterms.structure.opening import opens
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["inner_lists"]


def inner_lists(
    headings: Sequence[Line], blocks: Sequence[Block], words: StructureWords
) -> frozenset[int]:
    """The blocks of those among `headings` that only head a list within an item.

    Args:
        headings: lines that look as the headings of items do, in reading order.
        blocks: the blocks of the document.
        words: the word lists.

    A numbered one is an item: the list is on the agenda. So is one without a number right
    below the opening, where the actions of last time are gone through.
    """
    lists = [
        line
        for line in headings
        if not line.numbered
        and not line.row
        and is_phrase(words.list_titles, _title(line, blocks))
        and not is_annex(_title(line, blocks))
    ]
    items = [line for line in headings if line not in lists]
    groups: dict[tuple[str, Look], list[Line]] = {}
    for line in lists:
        if items and line.index > items[0].index:
            groups.setdefault((_plain(_title(line, blocks)), line.look), []).append(line)
    inner: set[int] = set()
    for (title, _), lines in groups.items():
        if len(lines) > 1:  # each item has one
            inner.update(line.index for line in lines)
        elif is_phrase(words.inner_list_titles, title) and lines[0].index < items[-1].index:
            above = [item for item in items if item.index < lines[0].index][-1]
            title_above = _title(above, blocks)
            if not (opens(title_above, words) or names_last_minutes(title_above)):
                inner.add(lines[0].index)
    return frozenset(inner)


def _title(line: Line, blocks: Sequence[Block]) -> str:
    return blocks[line.index].text[line.start : line.end]


def _plain(title: str) -> str:
    return title.strip().rstrip(":.").strip().lower()
