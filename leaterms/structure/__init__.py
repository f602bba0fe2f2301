"""A document as the record of one meeting: items, date, kind, level, attendance."""

from leaterms.structure.annexes import is_annex
from leaterms.structure.corrections import Correction, correct, load_corrections
from leaterms.structure.dates import FoundDate, find_dates
from leaterms.structure.reader import read_record
from leaterms.structure.record import (
    Attendee,
    Item,
    Kind,
    Level,
    MeetingRecord,
    Partner,
    Segment,
)

__all__ = [
    "Attendee",
    "Correction",
    "FoundDate",
    "Item",
    "Kind",
    "Level",
    "MeetingRecord",
    "Partner",
    "Segment",
    "correct",
    "find_dates",
    "is_annex",
    "load_corrections",
    "read_record",
]
