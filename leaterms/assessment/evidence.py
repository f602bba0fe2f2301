"""Which mentions count for coverage, per municipality, year and theme.

Only documents of the statutory consultation that count for their meeting; of minutes only
`discussed`, of agendas only `planned`; a `semantic` mention is a proposal and never counts
(DESIGN section 3).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.meetings import MINUTES, find_meetings
from leaterms.assessment.municipalities import resolve_municipalities
from leaterms.detection import Assertion, Mention, Method
from leaterms.reading import place_at
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Wording

__all__ = ["Evidence", "Years", "collect_evidence", "counts"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention with all that is needed to show it: document, item, date.

    `index` is the mention's place in the mentions of its file. `meeting` is the index of the
    meeting in the order of `find_meetings`.
    """

    path: str
    index: int
    date: dt.date
    meeting: int
    kind: Kind
    item: Item
    mention: Mention

    @property
    def in_minutes(self) -> bool:
        """Whether it stands in a verslag or besluitenlijst."""
        return self.kind in MINUTES

    @property
    def page(self) -> int | None:
        """The page (from 1) of its first character; None for a DOCX."""
        sources = self.item.title_sources if self.mention.in_heading else self.item.text_sources
        return place_at(sources, self.mention.start).page if sources else None

    def cite(self) -> str:
        """The quote with its place, for a report.

        "'heterogene groepen' (15-03-2022, verslag.pdf, p. 3, agendapunt 4: Peuters)".
        """
        parts = [f"{self.date:%d-%m-%Y}", self.path]
        if self.page is not None:
            parts.append(f"p. {self.page}")
        if self.item.index >= 0:
            number = self.item.number or str(self.item.index + 1)
            parts.append(f"agendapunt {number}: {self.item.title}".rstrip(": "))
        return f"'{self.mention.quote}' ({', '.join(parts)})"


@dataclass(frozen=True, slots=True)
class Years:
    """What an archive shows.

    `spans` has the first and last dated year of each municipality. `held` has the meetings
    (indices) of the consultation of which a document counts, `minuted` those of which that is
    minutes, by municipality and year. `shown` has the mentions that count and `denied` the
    statutory ones that say `not_discussed`, by municipality, year and theme, each in the order
    of date, path and place.
    """

    spans: dict[str, tuple[int, int]]
    held: dict[tuple[str, int], frozenset[int]]
    minuted: dict[tuple[str, int], frozenset[int]]
    shown: dict[tuple[str, int, str], tuple[Evidence, ...]]
    denied: dict[tuple[str, int, str], tuple[Evidence, ...]]


def counts(mention: Mention, kind: Kind) -> bool:
    """Whether a mention shows that its theme was dealt with (minutes) or planned (agenda)."""
    if kind is Kind.OTHER or mention.method is Method.SEMANTIC:
        return False
    wanted = Assertion.PLANNED if kind is Kind.AGENDA else Assertion.DISCUSSED
    return mention.assertion is wanted


def collect_evidence(results: Sequence[FileResult]) -> Years:
    """All that the archive shows; documents without a date show nothing of any year."""
    places = resolve_municipalities(results)
    meetings = find_meetings(results)
    meeting_of = {path: i for i, meeting in enumerate(meetings) for path in meeting.counted}
    held: dict[tuple[str, int], set[int]] = {}
    minuted: dict[tuple[str, int], set[int]] = {}
    shown: dict[tuple[str, int, str], list[Evidence]] = {}
    denied: dict[tuple[str, int, str], list[Evidence]] = {}
    for result in sorted(results, key=lambda result: result.path):
        record = result.record
        number = meeting_of.get(result.path)
        if record is None or number is None or not record.is_lea:
            continue
        if record.meeting_date is None:
            continue
        keys = [(name, record.meeting_date.year) for name in places[result.path]]
        for key in keys:
            held.setdefault(key, set()).add(number)
            if record.kind in MINUTES:
                minuted.setdefault(key, set()).add(number)
        for evidence in _of_document(result, record, record.meeting_date, number):
            target = shown if counts(evidence.mention, record.kind) else denied
            for name, year in keys:
                target.setdefault((name, year, evidence.mention.theme), []).append(evidence)
    return Years(
        spans=_spans(results, places),
        held={key: frozenset(numbers) for key, numbers in held.items()},
        minuted={key: frozenset(numbers) for key, numbers in minuted.items()},
        shown={key: tuple(sorted(found, key=_order)) for key, found in shown.items()},
        denied={key: tuple(sorted(found, key=_order)) for key, found in denied.items()},
    )


def _of_document(
    result: FileResult, record: MeetingRecord, date: dt.date, meeting: int
) -> list[Evidence]:
    """The mentions of a document that count, and the statutory ones that deny."""
    items = {item.index: item for item in record.items}
    return [
        Evidence(
            path=result.path,
            index=index,
            date=date,
            meeting=meeting,
            kind=record.kind,
            item=items[mention.item],
            mention=mention,
        )
        for index, mention in enumerate(result.mentions)
        if counts(mention, record.kind) or _denies(mention, record.kind)
    ]


def _denies(mention: Mention, kind: Kind) -> bool:
    return (
        kind is not Kind.OTHER
        and mention.method is not Method.SEMANTIC
        and mention.wording is Wording.STATUTORY
        and mention.assertion is Assertion.NOT_DISCUSSED
    )


def _spans(
    results: Sequence[FileResult], places: dict[str, tuple[str, ...]]
) -> dict[str, tuple[int, int]]:
    """First and last year of the dated documents of each municipality, of any kind."""
    spans: dict[str, tuple[int, int]] = {}
    for result in results:
        if result.record is None or result.record.meeting_date is None:
            continue
        year = result.record.meeting_date.year
        for name in places[result.path]:
            first, last = spans.get(name, (year, year))
            spans[name] = (min(first, year), max(last, year))
    return dict(sorted(spans.items()))


def _order(evidence: Evidence) -> tuple[dt.date, str, int, bool, int, int]:
    """Sorts by date, document, and place; a heading stands before the text."""
    mention = evidence.mention
    place = (mention.item, not mention.in_heading, mention.start, mention.end)
    return (evidence.date, evidence.path, *place)
