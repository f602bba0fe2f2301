"""A document as the record of one meeting: items, date, kind, level, attendance."""

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
    "Item",
    "Kind",
    "Level",
    "MeetingRecord",
    "Partner",
    "Segment",
    "read_record",
]
