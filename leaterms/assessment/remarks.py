"""What documents say about the talk itself: why there was none, that agreements still fit."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that says something about the talk on a theme.

    `rule` is the id of the rule in `vocab/beoordeling.yaml`, `label` its Dutch name
    ('lopend onderzoek'). `page` counts from 1, None for a DOCX; `text[...]` is the sentence:
    `start` and `end` are its half-open offsets in the item's text.
    """

    rule: str
    label: str
    path: str
    date: dt.date | None
    item: int
    page: int | None
    start: int
    end: int
    text: str
