"""Standing agreements: of earlier years, of a convenant or a plan that the archive holds.

They are the 'bestaande, nog passende werkafspraken' with which a municipality may explain
that a theme was not talked about; here it sees which there are, and how old.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from leaterms.archive import FileResult
from leaterms.assessment.agreements import find_agreements_in
from leaterms.assessment.bearing import ThemedAgreement
from leaterms.assessment.citation import cite_sentence
from leaterms.assessment.criteria import Papers, load_criteria
from leaterms.detection import Assertion, Mention, Method
from leaterms.language import split_sentences
from leaterms.reading import place_at
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Wording

__all__ = ["Origin", "StandingAgreement", "find_standing_papers", "name_paper", "standing_of"]


class Origin(StrEnum):
    """Where a standing agreement comes from."""

    MINUTES = "minutes"  # of an earlier year
    PAPER = "paper"  # a convenant, an LEA plan


@dataclass(frozen=True, slots=True)
class StandingAgreement:
    """An agreement made before, which may still hold.

    `date` is that of the document, None where it has none. `since` and `until` are the
    calendar years for which it is taken to hold, both included; None where the paper does not
    say. `name` is the title of the paper, '' of minutes. `text` is the agreement; of a
    paper in which none on the theme was found, the sentence or heading that names the theme.
    `page` counts from 1, None for a DOCX.
    """

    origin: Origin
    path: str
    date: dt.date | None
    item: int
    page: int | None
    text: str
    measurable: bool
    name: str
    since: int | None
    until: int | None

    def holds_in(self, year: int) -> bool:
        """Whether it may hold in `year`; one of which the years are not known may in any."""
        return (self.since is None or self.since <= year) and (
            self.until is None or year <= self.until
        )

    def cite(self) -> str:
        """The agreement with its place, and the paper it is of, for a report."""
        cited = cite_sentence(self.text, date=self.date, path=self.path, page=self.page)
        return f"{self.name}: {cited}" if self.name else cited


def standing_of(themed: ThemedAgreement, years: int) -> StandingAgreement | None:
    """What was agreed in minutes, as it stands in the `years` after its own.

    None where the minutes have no date, or say that it is done.
    """
    if themed.date is None or themed.finished:
        return None
    agreement = themed.agreement
    return StandingAgreement(
        origin=Origin.MINUTES,
        path=agreement.path,
        date=themed.date,
        item=agreement.item,
        page=agreement.page,
        text=agreement.text,
        measurable=agreement.measurable,
        name="",
        since=themed.date.year + 1,
        until=themed.date.year + years,
    )


def find_standing_papers(
    result: FileResult, papers: Papers
) -> tuple[tuple[str, StandingAgreement], ...]:
    """The agreements of a convenant or plan, each with its theme; none of another document.

    By theme in the order in which the paper names them, then item and place.
    """
    record = result.record
    if record is None or record.kind is not Kind.OTHER:
        return ()
    title = _title(result.path, record, papers)
    if not title:
        return ()
    return tuple(_of_paper(result, record, title, papers))


def name_paper(path: str, record: MeetingRecord) -> str:
    """What a convenant or plan is called; '' of any other document, and of an agenda."""
    title = "" if record.kind is not Kind.OTHER else _title(path, record, load_criteria().papers)
    return "" if "agenda" in title.casefold() else title


def _title(path: str, record: MeetingRecord, papers: Papers) -> str:
    """The title of a paper: a line of its head that names such a paper, else its file name."""
    head = next((item.text for item in record.items if item.index < 0), "")
    first = next((item.title for item in record.items if item.index >= 0), "")
    for line in [*head.split("\n")[:_HEAD_LINES], first]:
        if len(line) <= _LONGEST_TITLE and papers.titles.search(line.casefold()):
            return line.strip()
    stem = re.sub(r"[_]+", " ", PurePosixPath(path).stem)
    return stem if papers.titles.search(stem.casefold()) else ""


_HEAD_LINES = 6
_LONGEST_TITLE = 120  # characters; longer is a sentence that mentions one
_PERIOD = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–/]|t/m|tot en met|tot)\s?((?:20)?\d\d)(?![\d-])")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _years(path: str, title: str, date: dt.date | None, papers: Papers) -> tuple[int, int] | None:
    """The years for which a paper holds, both included; None if nothing tells."""
    for text in (title, PurePosixPath(path).stem):
        if period := _PERIOD.search(text):
            since = int(period[1])
            until = int(period[2]) if len(period[2]) == 4 else since // 100 * 100 + int(period[2])
            if since <= until:
                return since, until
        if year := _YEAR.search(text):
            return int(year[0]), int(year[0]) + papers.years - 1
    return (date.year, date.year + papers.years - 1) if date else None


def _of_paper(
    result: FileResult, record: MeetingRecord, title: str, papers: Papers
) -> Iterator[tuple[str, StandingAgreement]]:
    years = _years(result.path, title, record.meeting_date, papers)
    mentions = [
        m
        for m in result.mentions
        if m.method is not Method.SEMANTIC
        and m.assertion is not Assertion.NOT_DISCUSSED
        and m.sentence.strip() != title  # its name is no agreement
    ]
    items = {item.index: item for item in record.items}
    agreements = find_agreements_in(result)
    for theme in dict.fromkeys(m.theme for m in mentions):
        own = [m for m in mentions if m.theme == theme]
        said: list[tuple[int, int | None, str, bool]] = [
            (a.item, a.page, a.text, a.measurable)
            for a in agreements
            if any(
                m.item == a.item and (m.in_heading or (m.start < a.end and a.start < m.end))
                for m in own
            )
        ]
        for item, page, text, measurable in said or [_best(own, items)]:
            yield (
                theme,
                StandingAgreement(
                    origin=Origin.PAPER,
                    path=result.path,
                    date=record.meeting_date,
                    item=item,
                    page=page,
                    text=text,
                    measurable=measurable,
                    name=title,
                    since=years[0] if years else None,
                    until=years[1] if years else None,
                ),
            )


def _best(
    mentions: Sequence[Mention], items: dict[int, Item]
) -> tuple[int, int | None, str, bool]:
    """Where a paper that states no agreement on a theme names it: in statutory words first."""
    best = min(
        mentions, key=lambda m: (m.wording is not Wording.STATUTORY, m.in_heading, -m.confidence)
    )
    item = items[best.item]
    sources = item.title_sources if best.in_heading else item.text_sources
    page = place_at(sources, best.start).page if sources else None
    text = best.sentence or best.quote
    if best.in_heading:
        # a heading alone tells little: 'Vve', with the sentence that opens what stands below
        start, end = next(iter(split_sentences(item.text)), (0, 0))
        text = ": ".join(part for part in (item.title, item.text[start:end]) if part)
    return best.item, page, text, False
