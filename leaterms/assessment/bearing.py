"""Which agreements are on which theme, and what an item bears it by.

`Agreement.themes` are the themes named inside the agreement itself; for an assessment those
in an item whose heading bears the theme are on it too, and say so.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.agreements import Agreement, find_agreements_in
from leaterms.assessment.evidence import counts

__all__ = ["ThemedAgreement", "agreements_by_theme"]


@dataclass(frozen=True, slots=True)
class ThemedAgreement:
    """An agreement on a theme; `date` is that of the meeting, None where not known.

    `by_heading`: the theme stands in the heading of its item, and not in the agreement itself.
    """

    agreement: Agreement
    date: dt.date | None
    by_heading: bool

    @property
    def measurable(self) -> bool:
        """Whether it can be checked that it was kept."""
        return self.agreement.measurable


def agreements_by_theme(result: FileResult) -> dict[str, tuple[ThemedAgreement, ...]]:
    """The agreements of one document by theme, each by item and place.

    Only mentions that count for coverage bear a theme here: what is proposed, quoted or
    denied does not make an agreement one on that theme.
    """
    record = result.record
    if record is None:
        return {}
    counted = [m for m in result.mentions if counts(m, record.kind)]
    found: dict[str, list[ThemedAgreement]] = {}
    for agreement in find_agreements_in(result):
        own = [m for m in counted if m.item == agreement.item]
        inside = {
            m.theme
            for m in own
            if not m.in_heading and m.start < agreement.end and agreement.start < m.end
        }
        headed = {m.theme for m in own if m.in_heading}
        for theme in sorted(inside | headed):
            themed = ThemedAgreement(agreement, record.meeting_date, theme not in inside)
            found.setdefault(theme, []).append(themed)
    return {theme: _without_doubles(every) for theme, every in found.items()}


def _without_doubles(every: Sequence[ThemedAgreement]) -> tuple[ThemedAgreement, ...]:
    """Each text once: an action list at the end repeats what stands above."""
    seen: dict[str, ThemedAgreement] = {}
    for themed in every:
        seen.setdefault(" ".join(themed.agreement.text.casefold().split()), themed)
    return tuple(seen.values())
