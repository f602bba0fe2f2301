"""Offsets of one reading of a text mapped to those of another.

A scan's text differs from the annotated one in white space, line-end hyphens, a lost
number, now and then the order of two passages. Both texts are reduced to letters and
digits and aligned: word for word first, and letter for letter where words differ
('onder wijs' against 'onderwijs').
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

__all__ = ["Alignment", "Passage", "align", "letters"]

# Above this product of lengths a stretch that differs is not aligned letter by letter: the
# texts have nothing to do with each other there.
_LETTER_LIMIT = 25_000_000


def letters(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters and digits of `text`, folded, and the offset each came from.

    One character may give several: the ligature of f and i gives both.
    """
    out: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for folded in unicodedata.normalize("NFKD", char).casefold():
            if folded.isalnum():
                out.append(folded)
                offsets.append(at)
    return "".join(out), tuple(offsets)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text among several that are aligned as a whole: `key` tells which it is."""

    key: tuple[int, bool]
    """The item's index, and whether it is the item's heading."""
    text: str


@dataclass(frozen=True, slots=True)
class _Stream:
    """Passages one after another as folded letters; `places` gives passage and offset."""

    text: str
    starts: dict[tuple[int, bool], tuple[int, tuple[int, ...]]]

    def span(self, key: tuple[int, bool], start: int, end: int) -> tuple[int, int] | None:
        """The letters between the offsets, as a half-open span; None if there are none."""
        base, offsets = self.starts.get(key, (0, ()))
        inside = [base + i for i, at in enumerate(offsets) if start <= at < end]
        return (inside[0], inside[-1] + 1) if inside else None

    def item_at(self, position: int) -> int | None:
        """The item whose heading or text has the letter at `position`; None past the end."""
        for (item, _), (base, offsets) in self.starts.items():
            if base <= position < base + len(offsets):
                return item
        return None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two readings, aligned. Positions are those in the letters of the first reading."""

    _first: _Stream
    _second: _Stream
    _to_first: tuple[int, ...]
    """For each letter of the second reading its position in the first, -1 if it has none."""

    def first_span(self, key: tuple[int, bool], start: int, end: int) -> tuple[int, int] | None:
        """The positions of a span of the first reading; None where it holds no letter."""
        return self._first.span(key, start, end)

    def second_span(self, key: tuple[int, bool], start: int, end: int) -> tuple[int, int] | None:
        """The positions, in the first reading, of a span of the second.

        None where none of its letters stands in the first reading.
        """
        span = self._second.span(key, start, end)
        if span is None:
            return None
        positions = [p for p in self._to_first[span[0] : span[1]] if p >= 0]
        return (min(positions), max(positions) + 1) if positions else None

    def first_item(self, position: int) -> int | None:
        """The item of the first reading that has the letter at `position`; None: none has."""
        return self._first.item_at(position)


def align(first: Sequence[Passage], second: Sequence[Passage]) -> Alignment:
    """Align the passages of two readings of one document, each in reading order."""
    one, two = _stream(first), _stream(second)
    to_first = [-1] * len(two[0].text)
    _align_words(one, two, to_first)
    _align_moved(one[0].text, two, to_first)
    return Alignment(one[0], two[0], tuple(to_first))


_Word = tuple[str, int]  # the letters of a word, and its position in the stream


def _stream(passages: Sequence[Passage]) -> tuple[_Stream, list[_Word]]:
    pieces: list[str] = []
    starts: dict[tuple[int, bool], tuple[int, tuple[int, ...]]] = {}
    words: list[_Word] = []
    length = 0
    for passage in passages:
        text, offsets = letters(passage.text)
        starts[passage.key] = (length, offsets)
        begin = 0
        for i in range(1, len(text) + 1):
            gap = i < len(text) and any(
                not c.isalnum() for c in passage.text[offsets[i - 1] + 1 : offsets[i]]
            )
            if i == len(text) or gap:
                words.append((text[begin:i], length + begin))
                begin = i
        pieces.append(text)
        length += len(text)
    return _Stream("".join(pieces), starts), words


def _align_words(
    one: tuple[_Stream, list[_Word]], two: tuple[_Stream, list[_Word]], to_first: list[int]
) -> None:
    first, second = one[1], two[1]
    for code in Indel.opcodes([w for w, _ in first], [w for w, _ in second]):
        source = first[code.src_start : code.src_end]
        target = second[code.dest_start : code.dest_end]
        if code.tag == "equal":
            for (word, start), (_, to) in zip(source, target, strict=True):
                for i in range(len(word)):
                    to_first[to + i] = start + i
    # Indel knows no 'replace': what differs between two equal stretches is what is left
    for (a, b), (c, d) in _differing(first, second, to_first):
        left, right = one[0].text[a:b], two[0].text[c:d]
        if not left or not right or len(left) * len(right) > _LETTER_LIMIT:
            continue
        blocks = [
            (o.src_start, o.dest_start, o.src_end - o.src_start)
            for o in Indel.opcodes(left, right)
            if o.tag == "equal"
        ]
        # letters that agree by chance ('e', 'en') in unlike words say nothing
        if 2 * sum(size for _, _, size in blocks) < 0.6 * (len(left) + len(right)):
            continue
        for src, dest, size in blocks:
            for i in range(size):
                to_first[c + dest + i] = a + src + i


def _differing(
    first: list[_Word], second: list[_Word], to_first: list[int]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Stretches of letters between aligned words, in both readings."""
    end_one = first[-1][1] + len(first[-1][0]) if first else 0
    end_two = second[-1][1] + len(second[-1][0]) if second else 0
    stretches = []
    last_one = last_two = 0
    for at in range(end_two + 1):
        place = to_first[at] if at < end_two else end_one
        if place < 0:
            continue
        if at > last_two and place > last_one:
            stretches.append(((last_one, place), (last_two, at)))
        last_one, last_two = place + 1, at + 1
    return stretches


def _align_moved(first: str, two: tuple[_Stream, list[_Word]], to_first: list[int]) -> None:
    """Find passages that stand elsewhere: runs of unaligned words, in the letters left over."""
    taken = bytearray(len(first))
    for place in to_first:
        if place >= 0:
            taken[place] = 1
    free = "".join("\0" if used else char for char, used in zip(first, taken, strict=True))
    run: list[_Word] = []
    for word, start in [*two[1], ("", -1)]:
        if word and to_first[start] < 0:
            run.append((word, start))
            continue
        if run:
            free = _place_run(run, free, to_first)
        run = []


def _place_run(run: list[_Word], free: str, to_first: list[int]) -> str:
    """Place the longest beginnings of `run` that stand in `free`, one after another."""
    at = 0
    while at < len(run):
        end, found = at, -1
        while end < len(run):
            place = free.find("".join(word for word, _ in run[at : end + 1]))
            if place < 0:
                break
            found, end = place, end + 1
        size = sum(len(word) for word, _ in run[at:end])
        # a short run of words stands anywhere by chance
        if found >= 0 and size >= 12:
            start = run[at][1]
            for i in range(size):
                to_first[start + i] = found + i
            free = free[:found] + "\0" * size + free[found + size :]
            at = end
        else:
            at += 1
    return free
