"""A document as the record of one meeting: the parts of this package put together."""

import re
from collections.abc import Sequence

from leaterms.reading import Document
from leaterms.structure.attendance import (
    read_attendance,
    read_first_attendance,
    read_last_attendance,
)
from leaterms.structure.cell_lists import unfold_cells
from leaterms.structure.dates import meeting_date
from leaterms.structure.head import HeadLine, head_lines, is_label
from leaterms.structure.headings import find_headings
from leaterms.structure.items import build_items
from leaterms.structure.kind import read_kind
from leaterms.structure.lea import is_council, is_internal, judge_lea
from leaterms.structure.level import read_level, stated_level
from leaterms.structure.lists import link_lists
from leaterms.structure.municipality import read_body, read_municipalities
from leaterms.structure.partners import seat_people
from leaterms.structure.record import Attendee, Item, Kind, Level, MeetingRecord, Partner
from leaterms.structure.words import StructureWords, find_phrase, is_phrase, shipped_words

__all__ = ["read_record"]


def read_record(document: Document, *, name: str = "") -> MeetingRecord:
    """Read what a document says of one meeting.

    Args:
        document: as reading gives it.
        name: the file's name, a last resort for the date only.

    Raises:
        VocabularyError: the shipped word list has a fault.
    """
    words = shipped_words()
    document = unfold_cells(document, words)
    headings = find_headings(document, words)
    items = link_lists(build_items(document, headings), words)
    first = headings[0].block if headings else len(document.blocks)
    head = head_lines(document.blocks[:first], words)
    attendance = read_attendance(head, words)
    texts = [line.text for line in head]
    kind = read_kind(texts, items, words, attendance=attendance.stated)
    minutes = kind in {Kind.VERSLAG, Kind.BESLUITENLIJST}
    if minutes and headings and not attendance.stated:
        end = headings[1].block if len(headings) > 1 else len(document.blocks)
        opening = head_lines(document.blocks[first + 1 : end], words)
        attendance = read_first_attendance(items[1].title, opening, words, attendance)
    if minutes and headings and not attendance.stated:
        tail = head_lines(document.blocks[headings[-1].block + 1 :], words)
        attendance = read_last_attendance(tail, words, attendance)
    titles = _title_lines(head, words)
    stated = stated_level(titles)
    council = is_council(titles, words)
    people = attendance.people
    if kind is Kind.AGENDA:
        people = (*people, *attendance.invited)
    table = seat_people(
        people,
        document.text,
        words,
        bestuurlijk=None if stated is Level.ONBEKEND else stated is Level.BESTUURLIJK,
        council=council,
        internal=is_internal(titles, words),
    )
    lea, reason = judge_lea(kind, titles, table, items, words, attendance=attendance.stated)
    places = read_municipalities(texts, titles, items, words)
    attended = minutes and attendance.stated
    attendees: tuple[Attendee, ...] = table.attendees if attended else ()
    partners: tuple[Partner, ...] = table.partners if attended else ()
    return MeetingRecord(
        kind=kind,
        level=read_level(stated, table, items, kind, council=council, title_lines=titles),
        meeting_date=meeting_date(texts, _body_lines(items), words, name),
        body=read_body(titles, places, words),
        municipalities=places,
        is_lea=lea,
        lea_reason=reason,
        partners=partners,
        attendees=attendees,
        items=items,
        stamps=document.stamps,
    )


def _body_lines(items: Sequence[Item]) -> list[str]:
    return [line for item in items[1:] for line in (item.title, *item.text.split("\n"))]


_TITLE_LINES = 5


def _title_lines(head: Sequence[HeadLine], words: StructureWords) -> list[str]:
    """The lines that name the meeting: the first, up to the attendance."""
    lines: list[str] = []
    for line in head[:_TITLE_LINES]:
        label = re.split(r"[:|]", line.text, maxsplit=1)[0]
        if line.cells and lines:
            break
        if is_phrase(words.present_labels, label) or is_phrase(words.absent_labels, label):
            break
        if lines and label != line.text and "(" in line.text and _names_party(label, words):
            break  # 'Scholen: A. Bos (De Wilg), ...'
        starts = find_phrase(_ATTENDED, line.text)
        if (starts and starts[0].start() == 0) or line.text.count("(") > 2:
            break
        if label != line.text and is_label(label, words) and not _DATED_TITLE.match(line.text):
            continue
        lines.append(line.text)
    return lines


def _names_party(label: str, words: StructureWords) -> bool:
    parties = (
        *words.organisations_gemeente,
        *words.organisations_kinderopvang,
        *words.roles_bestuur,
        "scholen",
    )
    return len(label) < 40 and bool(find_phrase(parties, label))


_ATTENDED = ("aanwezig", "aanw.", "wij zijn met", "wij waren met", "met", "erbij")
_DATED_TITLE = re.compile(r"(?:Onderwerp|Betreft)\b")
