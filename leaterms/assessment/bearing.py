"""Which agreements are on which theme, and what an item bears it by.

`Agreement.themes` are the themes named inside the agreement itself; for an assessment those
in an item whose heading bears the theme are on it too, and say so; so are entries of a list of
actions that name that item.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.agreements import Agreement, find_agreements_in
from leaterms.assessment.citation import cite_sentence
from leaterms.assessment.criteria import load_criteria
from leaterms.assessment.evidence import counts
from leaterms.assessment.finished import is_finished

__all__ = ["ThemedAgreement", "agreements_on"]


@dataclass(frozen=True, slots=True)
class ThemedAgreement:
    """An agreement on a theme; `date` is that of the meeting, None where not known.

    `by_heading`: the theme stands in the heading of its item, and not in the agreement itself.
    `finished`: the document says that it is done.
    """

    agreement: Agreement
    date: dt.date | None
    by_heading: bool
    finished: bool = False

    @property
    def measurable(self) -> bool:
        """Whether it can be checked that it was kept."""
        return self.agreement.measurable

    def cite(self) -> str:
        """The agreement with its place, for a report."""
        own = self.agreement
        return cite_sentence(own.text, date=self.date, path=own.path, page=own.page)


def agreements_on(result: FileResult) -> Iterator[tuple[str, ThemedAgreement]]:
    """The agreements of one document, each with its theme; by item, place and theme.

    Only mentions that count for coverage bear a theme here: what is proposed, quoted or
    denied does not make an agreement one on that theme.
    """
    record = result.record
    if record is None:
        return
    counted = [m for m in result.mentions if counts(m, record.kind)]
    items = {item.index: item for item in record.items}
    done = load_criteria().finished
    for agreement in find_agreements_in(result):
        own = [m for m in counted if m.item == agreement.item]
        inside = {
            m.theme
            for m in own
            if not m.in_heading and m.start < agreement.end and agreement.start < m.end
        }
        around = (agreement.item, agreement.belongs_to)
        headed = {m.theme for m in counted if m.in_heading and m.item in around}
        finished = is_finished(agreement, items[agreement.item], done)
        for theme in sorted(inside | headed):
            yield (
                theme,
                ThemedAgreement(agreement, record.meeting_date, theme not in inside, finished),
            )
