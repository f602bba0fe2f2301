"""The numbers that Word prints before paragraphs but stores nowhere.

A paragraph names a list (`numId`) and a level; numbering.xml says how that level counts and
looks. Levels of all lists with one abstract definition count on together, unless a list
overrides its start (ECMA-376 part 1, 17.9).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from leaterms.reading.docx_package import W, qn
from leaterms.reading.docx_styles import Look, look_of
from leaterms.reading.number_formats import write_number

__all__ = ["Label", "Numbering"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph: a number ('3.', 'Agendapunt 3'), or a bullet."""

    number: str
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None  # the level (from 1) after which it begins anew; 0 never
    style: str = ""
    look: Look = field(default_factory=Look)


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass
class Numbering:
    """Counts through one document; ask for each numbered paragraph once, in order."""

    root: etree._Element | None
    style_lists: dict[str, str]  # id of a list style -> its numId
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @cached_property
    def _lists(self) -> dict[str, _List]:
        if self.root is None:
            return {}
        abstracts = {
            a.get(qn("w:abstractNumId"), ""): a for a in self.root.iter(qn("w:abstractNum"))
        }
        nums = {n.get(qn("w:numId"), ""): n for n in self.root.iter(qn("w:num"))}
        return {identity: self._read_list(num, nums, abstracts) for identity, num in nums.items()}

    def _read_list(
        self,
        num: etree._Element,
        nums: dict[str, etree._Element],
        abstracts: dict[str, etree._Element],
    ) -> _List:
        """One list, with its own overrides over the levels of its definition."""
        reference = _value(num.find(f"{W}abstractNumId"))
        abstract = abstracts.get(reference)
        link = "" if abstract is None else _value(abstract.find(f"{W}numStyleLink"))
        if link:  # the definition only points at a list style, which names another list
            target = nums.get(self.style_lists.get(link, ""))
            if target is not None:
                reference = _value(target.find(f"{W}abstractNumId"))
                abstract = abstracts.get(reference)
        levels: dict[int, _Level] = {}
        if abstract is not None:
            levels = {_index(e): _read_level(e) for e in abstract.findall(f"{W}lvl")}
        starts: dict[int, int] = {}
        for override in num.findall(f"{W}lvlOverride"):
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[_index(override)] = _read_level(own)
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[_index(override)] = _integer(_value(start), 1)
        return _List(reference, levels, starts)

    def level_of(self, look: Look, styles: Sequence[str], stated: int | None = None) -> int:
        """The level of a paragraph of `styles` (its own first, then those it is based on).

        `stated` is the level that the paragraph itself gives. Without it, the level that is
        linked to its style counts, and not the one in that style (ECMA-376, 17.9.23).
        """
        found = self._lists.get(look.number_id or "")
        linked = (
            {level.style: i for i, level in found.levels.items() if level.style} if found else {}
        )
        level = stated
        if level is None and styles:
            level = linked.get(styles[0], look.number_level)
        if level is None:
            level = next((linked[style] for style in styles if style in linked), 0)
        return min(max(level, 0), _LEVELS - 1)

    def look(self, number_id: str | None, level: int) -> Look:
        """The indents that a level gives its paragraphs."""
        found = self._lists.get(number_id or "")
        return found.levels.get(level, _Level()).look if found else Look()

    def next_label(self, number_id: str | None, level: int) -> Label | None:
        """Count one paragraph on; None if the list does not exist or prints nothing."""
        found = self._lists.get(number_id or "")
        if found is None or number_id is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        starts = {i: lvl.start for i, lvl in found.levels.items()} | found.starts
        if number_id not in self._begun:
            self._begun.add(number_id)
            for index in found.starts:
                counts[index] = None
        here = counts[level]
        counts[level] = starts.get(level, 1) if here is None else here + 1
        for index in range(level):
            if counts[index] is None:
                counts[index] = starts.get(index, 1)
        for index in range(level + 1, _LEVELS):
            restart = found.levels.get(index, _Level()).restart
            if restart is None or level + 1 <= restart:
                counts[index] = None
        return self._label(found, level, counts)

    @staticmethod
    def _label(found: _List, level: int, counts: list[int | None]) -> Label | None:
        shape = found.levels[level]
        if shape.format == "bullet":
            return Label("", is_bullet=True)
        if shape.format == "none":
            return Label(_PLACE.sub("", shape.text).strip(), is_bullet=False)

        def place(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            count = counts[index]
            if count is None:
                return ""
            at = found.levels.get(index, _Level())
            return write_number(count, "decimal" if shape.legal else at.format)

        return Label(" ".join(_PLACE.sub(place, shape.text).split()), is_bullet=False)


def _read_level(element: etree._Element) -> _Level:
    restart = element.find(f"{W}lvlRestart")
    legal = element.find(f"{W}isLgl")
    return _Level(
        start=_integer(_value(element.find(f"{W}start")), 1),
        format=_value(element.find(f"{W}numFmt")) or "decimal",
        text=_value(element.find(f"{W}lvlText")),
        legal=legal is not None and legal.get(qn("w:val"), "1") not in {"0", "false", "off"},
        restart=None if restart is None else _integer(_value(restart), 0),
        style=_value(element.find(f"{W}pStyle")),
        look=look_of(element.find(f"{W}pPr"), None),
    )


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(qn("w:val"), "")


def _index(element: etree._Element) -> int:
    return min(max(_integer(element.get(qn("w:ilvl"), ""), 0), 0), _LEVELS - 1)


def _integer(text: str, default: int) -> int:
    """`text` as a number of at most nine digits, else `default`."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else default
