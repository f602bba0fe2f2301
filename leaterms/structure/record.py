"""What structure gives: one document as the record of a meeting.

The definitions of kind, level, partners and `is_lea` are those of the annotation guideline,
'The meeting'; they are repeated in docs/handleiding.md for users.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from leaterms.reading import BlockKind, Source

__all__ = ["Attendee", "Item", "Kind", "Level", "MeetingRecord", "Partner", "Segment"]


class Kind(StrEnum):
    """What sort of document it is."""

    AGENDA = "agenda"
    VERSLAG = "verslag"
    BESLUITENLIJST = "besluitenlijst"
    OTHER = "other"


class Level(StrEnum):
    """Who meets: wethouder and boards, or officials, principals and site managers."""

    BESTUURLIJK = "bestuurlijk"
    AMBTELIJK = "ambtelijk"
    ONBEKEND = "onbekend"


class Partner(StrEnum):
    """The statutory partners (art. 161 WPO: college, schoolbesturen, kinderopvang)."""

    GEMEENTE = "gemeente"
    SCHOOLBESTUUR = "schoolbestuur"
    KINDEROPVANG = "kinderopvang"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person named in the attendance, as printed; `partner` None: another party."""

    name: str
    organisation: str
    role: str
    partner: Partner | None
    present: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A block within an item's text: half-open span, and the layout it came from.

    `cells` has the spans (in the item's text) of the cells of a table row. `belongs_to` is the
    index of the item that an entry of a list of actions or decisions names ('Punt 3'); None:
    the item it stands in.
    """

    start: int
    end: int
    kind: BlockKind
    cells: tuple[tuple[int, int], ...] = ()
    belongs_to: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An agendapunt: heading and the text below it.

    `index` counts from 0 in reading order; -1 is the text before the first item, which
    every document has. `number` is as printed, without 'Agendapunt' and end mark ('3a');
    `title` is without it. `text` is the blocks below the heading, one a line; `segments`
    covers it. `title_sources` and `text_sources` map offsets to pages or paragraphs; empty
    only where the text is ''.
    """

    index: int
    number: str
    title: str
    text: str
    title_sources: tuple[Source, ...] = ()
    text_sources: tuple[Source, ...] = ()
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What one document says of one meeting.

    `meeting_date` is that of the meeting (for `other`: of the document); None where the
    text has none. `municipalities` are read from the text, without 'gemeente', in order of
    importance, perhaps none. `partners` are those present, in the order of `Partner`.
    `lea_reason` is one Dutch line that says why `is_lea` is what it is. `stamps` are the words
    of watermarks, headers and footers, as reading gives them: 'CONCEPT'.
    """

    kind: Kind
    level: Level
    meeting_date: dt.date | None
    body: str
    municipalities: tuple[str, ...]
    is_lea: bool
    lea_reason: str
    partners: tuple[Partner, ...]
    attendees: tuple[Attendee, ...]
    items: tuple[Item, ...]
    stamps: tuple[str, ...] = ()
