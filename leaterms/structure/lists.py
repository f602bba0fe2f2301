"""Lists of actions and decisions: to which item each entry belongs.

A list at the end of the minutes names items by number or title: 'Punt 3', a column 'Agp'. Items
and offsets stay what they are; the segments of the list say to which item they belong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from leaterms.reading import BlockKind
from leaterms.structure.annexes import is_annex
from leaterms.structure.record import Item, Segment
from leaterms.structure.words import StructureWords, is_phrase

__all__ = ["link_lists"]

_LONGEST = 60  # characters of a column's name
_STEM = 6  # letters by which two words are held to be the same
_NUMBER = r"(?P<number>\d{1,2}(?:\.\d{1,2})?\s?[a-z]?|[IVX]{1,4})(?![\w.]*\w)"
_ENTRY = re.compile(rf"\(?{_NUMBER}[.):]?\s+(?=\S)")
_BARE = re.compile(rf"\W*{_NUMBER}\W*")
# 'punt 3 van de notitie' is of the paper
_OF_A_PAPER = re.compile(
    r"\s(?:van|uit|in)\s(?:het|de|een|dit|deze)\s(?!agenda|overleg|vergadering|verslag\b)"
)


def link_lists(items: Sequence[Item], words: StructureWords) -> tuple[Item, ...]:
    """`items` with segments that say to which item they belong; all else as it was.

    A row that names no item, or one that is not there, stays with its list.
    """
    index = _Index.of(items, words)
    return tuple(_linked(item, index, words) for item in items)


@dataclass(frozen=True, slots=True)
class _Index:
    """Items by number and by title (small letters); what names two items is in neither.

    `stems` are the beginnings of the words of each item.
    """

    numbers: Mapping[str, int]
    titles: Mapping[str, int]
    stems: Mapping[int, frozenset[str]]

    @classmethod
    def of(cls, items: Sequence[Item], words: StructureWords) -> "_Index":
        own = [item for item in items if item.index >= 0 and not _is_list(item, words)]
        numbers = [(key, item.index) for item in own for key in _keys(item.number)]
        titles = [(_plain(item.title), item.index) for item in own]
        return cls(
            _unique(numbers),
            _unique(titles),
            MappingProxyType({i.index: _stems(f"{i.title} {i.text}") for i in own}),
        )

    def by_number(self, printed: str) -> int | None:
        """The item with this number; of '4a' that of 4 where there is no 4a."""
        keys = _keys(printed)
        found = next((self.numbers[key] for key in keys if key in self.numbers), None)
        main = re.match(r"\d+", printed)
        if found is None and main and main[0] != printed:
            return self.by_number(main[0])
        return found


def _unique(pairs: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    found: dict[str, set[int]] = {}
    for key, index in pairs:
        found.setdefault(key, set()).add(index)
    return MappingProxyType(
        {key: min(indices) for key, indices in found.items() if key and len(indices) == 1}
    )


def _keys(number: str) -> tuple[str, ...]:
    """'03' and 'III' as '3'; a Roman number as it is printed too."""
    plain = re.sub(r"\s", "", number).lower().rstrip(".")
    if re.fullmatch(r"[ivx]+", plain):
        values = {"i": 1, "v": 5, "x": 10}
        digits = [values[letter] for letter in plain]
        signed = (-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
        return plain, str(sum(signed))
    return (plain.lstrip("0") or plain,) if plain else ()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).lower().split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]{5,}", text.lower()))


def _is_list(item: Item, words: StructureWords) -> bool:
    return is_phrase(words.list_titles, item.title) and not is_annex(item.title)


def _linked(item: Item, index: _Index, words: StructureWords) -> Item:
    listed = item.index >= 0 and _is_list(item, words)
    targets = _targets(item, index, words, listed=listed)
    segments = tuple(
        segment if target is None else replace(segment, belongs_to=target)
        for segment, target in zip(item.segments, targets, strict=True)
    )
    return replace(item, segments=segments) if segments != item.segments else item


def _targets(
    item: Item, index: _Index, words: StructureWords, *, listed: bool
) -> list[int | None]:
    found: list[int | None] = [None] * len(item.segments)
    for start, end, columns in _stretches(item, words):
        if not listed and not columns.names_item:
            continue
        numbered = _numbered(item, range(start, end), columns, index) if listed else {}
        group: int | None = None
        for position in range(start, end):
            segment = item.segments[position]
            target, is_head = _target(item, segment, columns, index, words, listed=listed)
            if target is None:
                target = numbered.get(position)
            group = target if is_head else group
            found[position] = group if target is None else target
    return found


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of a list names an item, and which has numbers of items or of actions."""

    item: int = -1
    number: int = -1
    is_list: bool = False

    @property
    def names_item(self) -> bool:
        """True for the header of a list of actions that says to which items they belong."""
        return self.is_list and self.item >= 0


def _stretches(item: Item, words: StructureWords) -> Iterator[tuple[int, int, _Columns]]:
    """Parts of an item below one header row each: half-open, with the columns it names."""
    start, columns = 0, _Columns()
    for position, segment in enumerate(item.segments):
        header = _header(item, segment, words)
        if header is not None or (columns.is_list and segment.kind is not BlockKind.ROW):
            yield start, position, columns
            start = position + (header is not None)
            columns = header or _Columns()
    yield start, len(item.segments), columns


def _header(item: Item, segment: Segment, words: StructureWords) -> _Columns | None:
    names = [item.text[start:end].strip() for start, end in segment.cells]
    if len(names) < 2 or any(len(name) > _LONGEST for name in names):
        return None

    def columns(phrases: tuple[str, ...]) -> list[int]:
        return [at for at, name in enumerate(names) if is_phrase(phrases, name)]

    tasks, items = columns(words.column_list), columns(words.column_item)
    numbers = columns(words.column_maybe_item)
    if sum(map(bool, (tasks, items, numbers, columns(words.column_actions)))) < 2:
        return None
    if not items and len(numbers) > 1:  # 'Nr | Punt | Actie': the one counts the rows
        counts = columns(words.column_number)
        items = [at for at in numbers if at not in counts] or numbers[1:]
    number = numbers[0] if numbers and not items else -1
    return _Columns(items[0] if items else -1, number, bool(tasks))


def _target(
    item: Item,
    segment: Segment,
    columns: _Columns,
    index: _Index,
    words: StructureWords,
    *,
    listed: bool,
) -> tuple[int | None, bool]:
    """The item a segment names, and whether it does nothing else: the head of a group."""
    text = item.text[segment.start : segment.end]
    if 0 <= columns.item < len(segment.cells):
        cell = item.text[slice(*segment.cells[columns.item])].strip()
        named = _named(cell, index, words)
        if named is not None:
            return named, False
    if not listed:
        return None, False
    named = _named(text, index, words)
    if named is not None:
        return named, True
    for match in _references(words.reference_words).finditer(text):
        target = index.by_number(match["number"])
        if target is not None and not _OF_A_PAPER.match(text, match.end()):
            return target, False
    return None, False


def _named(text: str, index: _Index, words: StructureWords) -> int | None:
    """The item that is all a text names: '3', 'Punt 3', 'Peuters', '3. Peuters'."""
    bare = _BARE.fullmatch(text)
    if bare:
        return index.by_number(bare["number"])
    if _plain(text) in index.titles:
        return index.titles[_plain(text)]
    match = _references(words.reference_words).match(text) or _ENTRY.match(text)
    if not match:
        return None
    target, rest = index.by_number(match["number"]), _plain(text[match.end() :])
    if target is None or (rest and index.titles.get(rest) != target):
        return None
    return target


@lru_cache(maxsize=4)
def _references(reference_words: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(
        re.escape(word).replace(r"\ ", r"\s")
        for word in sorted(reference_words, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?i:{known})\s*(?:(?:nr|no)\.?\s*)?{_NUMBER}")


def _numbered(item: Item, positions: range, columns: _Columns, index: _Index) -> Mapping[int, int]:
    """The items of rows with a number that is that of an item or of the action itself.

    It is of an item where each number is one, and some return ('2, 2, 4') or most rows speak of
    what their item does. A list that counts its own rows does neither.
    """
    printed: dict[int, str] = {}
    rest: dict[int, str] = {}
    for position in positions:
        segment = item.segments[position]
        text = item.text[segment.start : segment.end]
        match = None
        if 0 <= columns.number < len(segment.cells):
            match = _BARE.fullmatch(item.text[slice(*segment.cells[columns.number])])
        elif not segment.cells:
            match = _ENTRY.match(text)
        if match:
            printed[position], rest[position] = match["number"], text
    found = {position: index.by_number(number) for position, number in printed.items()}
    known = {position: target for position, target in found.items() if target is not None}
    if not known or len(known) < len(found):
        return {}
    returns = len(set(printed.values())) < len(printed)
    akin = sum(_speaks_of(rest[position], target, index) for position, target in known.items())
    return known if returns or 2 * akin > len(known) else {}


def _speaks_of(text: str, target: int, index: _Index) -> bool:
    """True if no item shares more words with a row than the item `target`."""
    own = _stems(text)
    shared = {key: len(own & stems) for key, stems in index.stems.items()}
    return shared[target] > 0 and shared[target] == max(shared.values())
