"""Standing agreements: of earlier years, of a convenant or a plan that the archive holds."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Origin", "StandingAgreement"]


class Origin(StrEnum):
    """Where a standing agreement comes from."""

    MINUTES = "minutes"  # of an earlier year
    PAPER = "paper"  # a convenant, an LEA plan


@dataclass(frozen=True, slots=True)
class StandingAgreement:
    """An agreement made before the year, which may still hold.

    `date` is that of the document, None where it has none. `since` and `until` are the
    calendar years for which it is taken to hold, both included. `name` is the title of the
    paper, '' of minutes. `page` counts from 1, None for a DOCX.
    """

    origin: Origin
    path: str
    date: dt.date | None
    item: int
    page: int | None
    text: str
    measurable: bool
    name: str
    since: int
    until: int
