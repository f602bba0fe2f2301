"""Annotated meeting documents as values; `parsing` reads them from text.

Offsets are those of the printed text, without marks, bullet signs and row bars, in the form
in which `leaterms.structure` gives the text of an item: blocks joined by a newline, cells
by ' | '.
"""

import datetime as dt
from dataclasses import dataclass

from leaterms.detection import Assertion
from leaterms.structure import Kind, Level, Segment
from leaterms.vocabulary import Wording

__all__ = ["AnnotatedDocument", "AnnotatedItem", "GoldAgreement", "GoldMention", "Header"]


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of the meeting. `partners` are as annotated, others than the law's too.

    `style` names the house style in which the document was printed ('2').
    """

    municipalities: tuple[str, ...]
    body: str
    kind: Kind
    level: Level
    date: dt.date | None
    format: str
    style: str
    is_lea: bool
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An annotated span with one theme; a mark with two themes is two of these.

    `start` and `end` are half-open offsets in the item's `title` (`in_heading`) or `text`.
    """

    item: int
    in_heading: bool
    start: int
    end: int
    quote: str
    theme: str
    wording: Wording
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class GoldAgreement:
    """An annotated agreement; offsets as in `GoldMention`."""

    item: int
    in_heading: bool
    start: int
    end: int
    text: str
    measurable: bool


@dataclass(frozen=True, slots=True)
class AnnotatedItem:
    """A heading and the text below it; `index` -1 is the text before the first heading.

    `heading` is as printed, with its number; `number` is '' where none is printed.
    `segments` are the lines of `text`: paragraphs, bullets and rows, in order.
    """

    index: int
    heading: str
    number: str
    title: str
    text: str
    segments: tuple[Segment, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, one for each segment."""
        return tuple(self.text[s.start : s.end] for s in self.segments)


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """An annotated document. `items` begins with item -1; mentions are in reading order."""

    name: str
    header: Header
    items: tuple[AnnotatedItem, ...]
    mentions: tuple[GoldMention, ...]
    agreements: tuple[GoldAgreement, ...]

    @property
    def preamble(self) -> tuple[str, ...]:
        """The printed lines before the first heading."""
        return self.items[0].lines
