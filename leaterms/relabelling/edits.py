"""What changes between an old and a new title: as little as possible, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Edit", "find_edits"]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Half-open span of the old title to take out, and what comes in its place.

    With an empty span it is an insertion before the character at `start`.
    """

    start: int
    end: int
    text: str


def find_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that make `new` of `old`, in order of place; none overlap.

    A word of which only the case of the first letter changes stays but for that letter:
    'Gemengde groepen' -> 'Segregatie: gemengde groepen' inserts 'Segregatie: ', and puts 'g'
    for 'G'.
    """
    before = [match[0] for match in _TOKEN.finditer(old)]
    after = [match[0] for match in _TOKEN.finditer(new)]
    folded = [token.casefold() for token in before], [token.casefold() for token in after]
    matcher = SequenceMatcher(None, *folded, autojunk=False)
    places = [match.start() for match in _TOKEN.finditer(old)] + [len(old)]
    edits: list[Edit] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                edits.extend(_case(places[i], before[i], after[j]))
        else:
            edits.append(Edit(places[i1], places[i2], "".join(after[j1:j2])))
    return tuple(edits)


def _case(place: int, old: str, new: str) -> Iterator[Edit]:
    """The letters of one word that change their case; all of it where its length changes."""
    if old == new:
        return
    if len(old) != len(new):
        yield Edit(place, place + len(old), new)
        return
    start = 0
    while start < len(old):
        end = start
        while end < len(old) and old[end] != new[end]:
            end += 1
        if end > start:
            yield Edit(place + start, place + end, new[start:end])
        start = end + 1
