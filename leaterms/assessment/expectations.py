"""What documents say of meetings to come: announced dates, schedules, numbers, times a year.

'Volgende vergadering: 12 mei', 'Volgende keer: maart', 'Vergaderdata 2023: 9 februari, 20 april',
'Derde LEA-overleg', 'vijf keer per jaar'. Which words announce what: `vocab/beoordeling.yaml`.
The law asks for one meeting a year at least (art. 161 WPO, art. 3.42 WVO 2020).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from leaterms.archive import FileResult
from leaterms.assessment.criteria import Calendar
from leaterms.language import split_sentences
from leaterms.structure import FoundDate, Item, Kind, MeetingRecord, find_dates

__all__ = ["Clue", "Expectation", "find_expectations"]


class Clue(StrEnum):
    """What makes a meeting expected."""

    ANNOUNCED = "announced"  # 'volgende vergadering 12 mei'
    SCHEDULED = "scheduled"  # a list of dates
    FREQUENCY = "frequency"  # 'vijf keer per jaar'
    NUMBERED = "numbered"  # 'derde LEA-overleg'


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that a document says of when or how often there are meetings.

    `stated` is the date of the document, None where it has none. `date` is that of the
    meeting, of `ANNOUNCED` and `SCHEDULED`, else None; with `month_only` it is the first day
    of the month that is named. `count` is how many times a year, or the
    number of this meeting, else 0. `quote` is the sentence, line or name that says it.
    """

    clue: Clue
    path: str
    stated: dt.date | None
    date: dt.date | None
    count: int
    quote: str
    month_only: bool = False

    @property
    def last(self) -> dt.date | None:
        """The last day that it may be on: `date`, or the end of the month."""
        if self.date is None or not self.month_only:
            return self.date
        following = self.date.replace(day=28) + dt.timedelta(days=4)
        return following.replace(day=1) - dt.timedelta(days=1)


_COUNTS = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_TIMES = re.compile(
    rf"(?<!\w)(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\s*-?(?:keer|maal|x)\s+"
    r"(?:per|in\s+het|in\s+een|elk|ieder)\s+(?:kalender|school)?jaar(?!\w)"
)
_QUARTERLY = re.compile(r"(?<!\w)(?:elk|ieder|per|één keer per)\s+kwartaal(?!\w)")
_HEAD_LINES = 6
_NEAR = 80  # characters between an announcement and its date
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_BESIDE = 60  # characters between a number of times a year and what it is of
_FURTHEST = 660  # days: the end of the next year; a date further ahead is no meeting
_MONTHS = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_MONTH_NAMES = (
    "jan(?:uari)?", "feb(?:r|ruari)?", "maart|mrt", "apr(?:il)?", "mei", "juni?", "juli?",
    "aug(?:ustus)?", "sept?(?:ember)?", "okt(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_MONTH = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTH_NAMES, start=1))
_NAMED_MONTH = re.compile(rf"(?<![\w-])(?<!\d )(?:{_MONTH})(?![\w-])\.?(?:\s+(?P<year>20\d\d))?")
# between an announcement and its month stands nothing that says something else
_LEADS_ON = re.compile(
    r"(?:[\s:;,.(–-]|(?<!\w)(?:is|zijn|wordt|vindt|vinden|plaats|komt|zien|spreken|elkaar|we|wij|weer|"
    r"dan|gepland|plannen|voorzien|in|op|om|begin|eind|half|medio|maand|de|het|loop|van)(?!\w))*"
)
_MOST = 12  # meetings a year; a higher number runs on over the years


def find_expectations(result: FileResult, calendar: Calendar) -> tuple[Expectation, ...]:
    """All that one document says of meetings, in reading order; its own number last.

    Of the consultation's agendas and minutes; of letters and plans only the lines that name
    it. A date without a year is the first such date after the document's own.
    """
    record = result.record
    if record is None or not (record.is_lea or record.kind is Kind.OTHER):
        return ()
    return tuple(_find(result.path, record, calendar))


def _find(path: str, record: MeetingRecord, calendar: Calendar) -> Iterator[Expectation]:
    for item in record.items:
        for heading, line in _lines(item):
            if record.is_lea or calendar.names.search(_lowered(f"{heading}: {line}")):
                yield from _dates(path, record.meeting_date, heading, line, calendar)
                yield from _times(path, record.meeting_date, line, calendar)
    number = _number(path, record, calendar)
    if number is not None:
        count, quote = number
        yield Expectation(Clue.NUMBERED, path, record.meeting_date, None, count, quote)


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    """The heading with each sentence below it; a heading without text stands by itself."""
    found = False
    for line in item.text.split("\n"):
        for start, end in split_sentences(line):
            found = True
            yield item.title, line[start:end]
    if not found and item.title:
        yield "", item.title


def _lowered(text: str) -> str:
    """In lower case with the same offsets (a few capitals become two letters)."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _dates(
    path: str, stated: dt.date | None, heading: str, line: str, calendar: Calendar
) -> Iterator[Expectation]:
    """The dates announced or listed in `line`, or below a `heading` that announces them."""
    small = _lowered(line)
    for clue, cue in (
        (Clue.SCHEDULED, calendar.schedules),
        (Clue.ANNOUNCED, calendar.announcements),
    ):
        match, above = cue.search(small), cue.search(_lowered(heading))
        if match is None and above is None:
            continue
        start = match.end() if match else 0
        found = [date for date in find_dates(line) if date.start >= start]
        if clue is Clue.ANNOUNCED:
            found = [date for date in found[:1] if date.start - start <= _NEAR]
        before = line[: found[0].start] if found else line
        named = _YEAR.search(heading) or _YEAR.search(before)
        year = int(named[0]) if named else 0
        days = [(date.start, _dated(date, stated, year)) for date in found] or [
            (month.start(), _month_of(month, stated, year))
            for month in _months(small, start, clue)
        ]
        quote = line if match else f"{heading}: {line}"
        for place, day in days:
            if calendar.others.search(small[:place]):
                return
            if day is not None:
                yield Expectation(clue, path, stated, day, 0, quote, month_only=not found)
        return


def _dated(date: FoundDate, stated: dt.date | None, named: int) -> dt.date | None:
    """`date` with the year printed, that of the list, or the first after the document's date."""
    if date.year or named:
        day = date.at(named)
    elif stated is None:
        return None
    else:
        day = date.at(stated.year)
        if day is None or day <= stated:
            day = date.at(stated.year + 1)
    if day is None or (stated is not None and (day - stated).days > _FURTHEST):
        return None
    return day


def _months(small: str, start: int, clue: Clue) -> Iterator[re.Match[str]]:
    """The months named without a day after an announcement, or all in a schedule."""
    lead = _LEADS_ON.match(small, start)
    place = lead.end() if lead else start
    if clue is Clue.SCHEDULED:
        yield from _NAMED_MONTH.finditer(small, start)
    elif month := _NAMED_MONTH.match(small, place):
        yield month


def _month_of(month: re.Match[str], stated: dt.date | None, named: int) -> dt.date | None:
    """The first day of a month: of the year named, else of the first after the document's date."""
    number = next(n for n in range(1, 13) if month[f"m{n}"])
    year = int(month["year"] or named)
    if year:
        first = dt.date(year, number, 1)
    elif stated is None or stated.month == number:
        return None  # this month still, or in a year?
    else:
        first = dt.date(stated.year + (number < stated.month), number, 1)
    too_far = stated is not None and (first - stated).days > _FURTHEST
    return None if too_far else first


def _times(
    path: str, stated: dt.date | None, line: str, calendar: Calendar
) -> Iterator[Expectation]:
    """How many times a year a sentence says that the consultation meets."""
    small = _lowered(line)
    counts = []
    for match in [*_TIMES.finditer(small), *_QUARTERLY.finditer(small)]:
        before = small[max(0, match.start() - _BESIDE) : match.start()]
        after = small[match.end() : match.end() + _BESIDE]
        beside = f"{before} {after}"
        if calendar.subjects.search(beside) and not calendar.others.search(beside):
            counts.append(_count(match.groupdict().get("count")))
    if counts:
        # 'twee keer per jaar bestuurlijk en drie keer per jaar ambtelijk' are five
        parts = "waarvan" not in small and "bestuurlijk" in small and "ambtelijk" in small
        total = sum(counts) if parts else max(counts)
        if 1 <= total <= _MOST:
            yield Expectation(Clue.FREQUENCY, path, stated, None, total, line)


def _count(word: str | None) -> int:
    """'vijf', '5' -> 5; None (a quarter) -> 4."""
    if word is None:
        return 4
    return _COUNTS.get(word) or int(word)


def _number(path: str, record: MeetingRecord, calendar: Calendar) -> tuple[int, str] | None:
    """The number that a meeting has within its year, and the words that say so.

    Read from the head and the file's name: 'LEA-overleg 3', '3e LEA', 'derde overleg', 'LEA
    2022-3'. A number that the month cannot have reached runs on over the years.
    """
    if not record.is_lea or record.meeting_date is None:
        return None
    head = next((item.text for item in record.items if item.index < 0), "")
    stem = re.sub(r"_+", " ", PurePosixPath(path).stem)
    series = calendar.series.pattern
    after = re.compile(
        rf"(?:{series})\s*(?:,\s*)?(?:(?:nr\.?|nummer|no\.?|#)\s*|20\d\d\s?[-/.]\s?)?"
        rf"(?P<count>\d{{1,2}})(?!\w)(?!\s?[-/.:]\s?\d)(?!\s+(?:{_MONTHS}))"
    )
    before = re.compile(
        rf"(?<!\w)(?P<count>\d{{1,2}}(?=(?:e|de|ste)\b)|{'|'.join(_ORDINALS)})(?:e|de|ste)?\s+"
        rf"(?:(?:bestuurlijk|ambtelijk)e?\s+)?(?:{series})"
    )
    for line in [*head.split("\n")[:_HEAD_LINES], record.body, stem]:
        small = _lowered(line)
        match = before.search(small) or after.search(small)
        if match:
            word = match["count"]
            count = _ORDINALS.get(word) or int(word)
            if 1 <= count <= min(_MOST, record.meeting_date.month + 1):
                return count, line.strip()
    return None
