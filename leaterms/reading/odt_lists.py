"""The numbers of lists and headings in OpenDocument text, which no file stores.

A list counts from its start, unless it says that it goes on with another (OpenDocument 1.3 part
3, 4.3.4: `text:continue-numbering`, `text:continue-list`). Headings outside lists count by
the outline of the document (5.1.2).
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from leaterms.reading.odt_styles import TEXT, ListLevel, OdtStyles

__all__ = ["ListCounter", "ListPlace", "stated_start"]

_LEVELS = 10
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands: the list that counts it, its style, its level from 0."""

    key: int
    style: str
    level: int
    start: int | None = None  # a number that the item itself states


@dataclass
class ListCounter:
    """Counts through one document, in its order."""

    styles: OdtStyles
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _by_id: dict[str, int] = field(default_factory=dict)
    _by_style: dict[str, int] = field(default_factory=dict)
    _last: int = 0

    def open_list(self, element: etree._Element, around: ListPlace | None) -> ListPlace:
        """The place of the items of a list that stands in an item at `around`, or in none."""
        style = element.get(f"{TEXT}style-name", around.style if around else "")
        if around is not None:
            return ListPlace(around.key, style, min(around.level + 1, _LEVELS - 1))
        key = self._by_id.get(element.get(f"{TEXT}continue-list", ""))
        if key is None and element.get(f"{TEXT}continue-numbering") == "true":
            key = self._by_style.get(style)
        if key is None:
            self._last += 1
            key = self._last
        if identity := element.get(_ID) or element.get(f"{TEXT}id"):
            self._by_id[identity] = key
        self._by_style[style] = key
        return ListPlace(key, style, 0)

    def label(self, place: ListPlace) -> tuple[str, bool]:
        """Count one paragraph on: its printed number, and whether a bullet stands there."""
        levels = self.styles.lists.get(place.style, {})
        return self._label(place.key, levels, place.level, place.start)

    def heading_number(self, level: int, start: int | None) -> str:
        """Count a heading at `level` (from 1) on by the outline; '' if that prints none."""
        return self._label(0, self.styles.outline, min(level, _LEVELS) - 1, start)[0]

    def _label(
        self, key: int, levels: dict[int, ListLevel], level: int, start: int | None
    ) -> tuple[str, bool]:
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        here = levels.get(level, ListLevel())
        before = counts[level]
        counts[level] = (
            start if start is not None else here.start if before is None else before + 1
        )
        for index in range(level):
            if counts[index] is None:
                counts[index] = levels.get(index, ListLevel()).start
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        known = [count or 0 for count in counts[: level + 1]]
        return here.write(levels, known, level), here.is_bullet


def stated_start(element: etree._Element) -> int | None:
    """The number that an item states itself, if it does."""
    text = element.get(f"{TEXT}start-value", "")
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else None
