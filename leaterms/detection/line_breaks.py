"""Line breaks in a bare text: those that end a paragraph, and those of the printed line.

A text copied from a PDF or a mail has hard breaks inside its sentences. They are undone here
before anything is looked for, with the way back to the text as it was given:

    'stimuleert de gemeente brede' / 'schoolvorming'  -> one sentence
    'Reactie gemeente' / 'Het verbaast de gemeente'   -> a heading and a sentence
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from leaterms.language import ABBREVIATIONS, FUNCTION_WORDS, fold
from leaterms.reading import Join, join_of

__all__ = ["Unwrapped", "unwrap"]

_LONGEST = 140  # characters; a longer line is a paragraph, not a line as printed
_NARROWEST = 40  # nobody prints running text in narrower lines; below it are lists
_NARROWEST_CAPITAL = 60  # a list of titles may be as wide as a narrow column
# part of the width that a line and the word after it exceed where the line was full; lines
# of a proportional font differ much in number of characters
_FULL, _FULL_CAPITAL = 0.75, 0.9
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_OPENS = re.compile(
    r"(?:[-–—•·*▪◦‣#>|]+|\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]+)[.)])(?:\s|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text with its printed lines joined: `text`, and where its characters came from.

    `places` are the offsets in `text` at which a stretch of the original begins, ascending
    from 0, and `origins` the offsets of these in the original.
    """

    text: str
    places: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of the characters text[start:end], one or more."""
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        at = bisect_right(self.places, offset) - 1
        return self.origins[at] + offset - self.places[at]


def unwrap(text: str) -> Unwrapped:
    """Join the lines of `text` that a printed line's end broke; hyphenation is undone.

    A line goes on in the next if it ends no sentence, the next is no list entry or table
    row, and the next word would not have fitted on it: as wide as the lines of `text` are.
    """
    lines = [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text)]
    widths = (len(line.strip()) for _, line in lines)
    width = max((w for w in widths if w <= _LONGEST), default=0)
    stretches: list[tuple[int, str]] = []
    begin = 0
    for (start, line), (next_start, following) in pairwise(lines):
        end = start + len(line)
        if next_start > end + 1 or not _goes_on(line.strip(), following.strip(), width):
            continue
        join = join_of(line.split()[-1], following.split()[0])
        stop = start + len(line.rstrip()) - (join is Join.DROP_HYPHEN)
        stretches.append((begin, text[begin:stop]))
        if join is Join.SPACE:
            stretches.append((end, " "))  # stands for the break itself
        begin = next_start + len(following) - len(following.lstrip())
    stretches.append((begin, text[begin:]))
    sizes = accumulate((len(stretch) for _, stretch in stretches[:-1]), initial=0)
    return Unwrapped(
        "".join(stretch for _, stretch in stretches),
        tuple(sizes),
        tuple(origin for origin, _ in stretches),
    )


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the sentence of `line` goes on in the line below it; both stripped."""
    if not line or not following or len(line) > _LONGEST:
        return False
    last, first = line.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
    if _ENDS.search(line) and last.lower() not in ABBREVIATIONS:
        return False
    if _OPENS.match(following) or " | " in line or " | " in following:
        return False
    needed = len(line) + 1 + len(first)
    if first[0].isupper():
        return width >= _NARROWEST_CAPITAL and needed > _FULL_CAPITAL * width
    if first[0].islower() and (last.endswith("-") or fold(last) in FUNCTION_WORDS):
        return True
    return width >= _NARROWEST and needed > _FULL * width
