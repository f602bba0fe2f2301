"""Dates as Dutch minutes write them, and which of them is the meeting's.

'woensdag 14 april 2021', '14-04-2021', '14/4/21', "14 apr. '21", 'd.d. 14 april', '2021-04-14',
'14 en 15 april 2021' (two days: the first counts).
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["FoundDate", "find_dates", "meeting_date", "name_date"]

_MONTHS = (
    ("januari", "jan", "jan."),
    ("februari", "febr", "feb"),
    ("maart", "mrt", "mar"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH = {name.rstrip("."): nr for nr, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|(?:ma|di|wo|do|vr|za|zo)\b\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’‘`´]\s?\d\d(?!\d))"

_WORDED = re.compile(
    rf"(?:\b{_WEEKDAY}\s*,?\s+)?(?<![\d.,/-])(?P<day>[0-3]?\d)(?:e|de|ste|ᵉ)?"
    # '14 en 15 april', '14/15 april', '14 t/m 16 april'
    rf"(?:\s*(?:en|&|/|-|–|t/m|tot en met)\s*(?:(?:{'|'.join(_WEEKDAYS)})\s+)?(?P<last>[0-3]?\d))?"
    rf"\s*[-–\s]\s*(?P<month>{_NAMES})\b\.?(?:\s*[-–,]?\s*{_YEAR})?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?:\b{_WEEKDAY}\s*,?\s+)?(?<![\d.,/€-])(?P<day>[0-3]?\d)\s?(?P<sep>[-./–])\s?(?P<month>[01]?\d)"
    r"\s?(?P=sep)\s?(?P<year>(?:19|20)\d\d|['’‘]?\d\d)(?![\d/])(?!-\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_SHORT = re.compile(
    rf"(?:\b{_WEEKDAY}\s*,?\s+)?(?<![\d.,/:€-])(?P<day>[0-3]?\d)(?P<sep>[-/])(?P<month>[01]?\d)"
    r"(?![\d/:-])(?!\s*(?:uur|u\b|%))(?!\.\d)(?P<year>)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\d.,/€-])(20\d\d)(?![\d])")
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?[-–/]\s?(20)?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, at the half-open span `start`..`end`; `year` 0: not printed."""

    start: int
    end: int
    year: int
    month: int
    day: int
    weekday: int = -1
    """0 is Monday, -1 if not printed."""

    def at(self, year: int = 0) -> dt.date | None:
        """As a date, with `year` where none is printed; None if there is no such day."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All dates in `text`, in order, not overlapping; also those without a year."""
    found: list[FoundDate] = []
    for pattern in (_ISO, _NUMERIC, _WORDED, _SHORT):
        for match in pattern.finditer(text):
            date = _date_of(match)
            if date and not any(d.start < date.end and date.start < d.end for d in found):
                found.append(date)
    found.sort(key=lambda date: date.start)
    # '30 mei en 1 juni 2023': the first day has the year of the second
    for position, (one, two) in enumerate(pairwise(found)):
        between = text[one.end : two.start].strip()
        if not one.year and two.year and re.fullmatch(r"en|&|-|–|t/m|tot en met|/", between):
            found[position] = FoundDate(
                one.start, one.end, two.year, one.month, one.day, one.weekday
            )
    return tuple(found)


def _date_of(match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    month = parts["month"].lower()
    number = _MONTH.get(month) or (int(month) if month.isdigit() else 0)
    year = _year(parts["year"])
    weekday = _weekday(parts.get("weekday"))
    date = FoundDate(match.start(), match.end(), year, number, int(parts["day"]), weekday)
    return date if date.at(2000) else None  # 2000 was a leap year


def _year(text: str | None) -> int:
    digits = re.sub(r"\D", "", text or "")
    if not digits:
        return 0
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _weekday(text: str | None) -> int:
    if not text:
        return -1
    return next(nr for nr, name in enumerate(_WEEKDAYS) if name.startswith(text.lower()[:2]))


@dataclass(frozen=True, slots=True)
class _Candidate:
    date: FoundDate
    score: float


def meeting_date(
    head: Sequence[str], body: Sequence[str], words: StructureWords, name: str = ""
) -> dt.date | None:
    """The date of the meeting that a document is about.

    Args:
        head: the lines before the first item, in order; the date is mostly here.
        body: the headings and lines after it, looked into only where the head has none.
        words: the word lists; `date_cues` tell for, `date_distractors` against the date that
            follows them.
        name: the file's name, a last resort.
    """
    candidates = [
        _Candidate(date, _score(line, date, number, words))
        for number, line in enumerate(head)
        for date in find_dates(line)
    ]
    good = [c for c in candidates if c.score > 0]
    if good:
        best = max(good, key=lambda c: c.score)
        return _dated(best.date, head, body, name)
    for line in body:
        for date in find_dates(line):
            if _opens(line[: date.start]):
                return _dated(date, head, body, name)
    if found := name_date(name):
        return found
    if candidates:
        best = max(candidates, key=lambda c: c.score)
        return _dated(best.date, head, body, name)
    return None


_OPENS = re.compile(
    r"(?:opent|opende|geopend|aanwezig|vergadering|overleg|bijeenkomst)[^.;]{0,60}"
    r"\b(?:van|op|d\.d\.)\s+$",
    re.IGNORECASE,
)


def _opens(before: str) -> bool:
    """'De voorzitter opent de vergadering van 14 april': the meeting's own date."""
    earlier = re.search(r"\b(?:vorige|verslag|notulen|volgende)\b", before, re.IGNORECASE)
    return _OPENS.search(before) is not None and earlier is None


def _score(line: str, date: FoundDate, number: int, words: StructureWords) -> float:
    """How much speaks for `date` in line `number` (from 0) of the head; below 0: none."""
    before, after = line[: date.start], line[date.end :]
    score = 10.0 - 0.3 * min(number, 20) + _cues(before, after, words)
    score += 2.0 if date.weekday >= 0 else 0.0
    score += 2.0 if date.year else 0.0
    full = date.at() if date.year and date.weekday >= 0 else None
    if full and full.weekday() != date.weekday:
        score -= 1
    if re.search(r"\d{1,2}[.:]\d\d|\buur\b|\bu\.?\b", after[:60]):
        score += 2  # the hour of the meeting
    if not before.strip(" ,.;:()-–|"):
        score += 1.5  # the line begins with it
    return score


def _cues(before: str, after: str, words: StructureWords) -> float:
    """What the words around a date in its line say: the nearest before it decides."""
    # a new sentence takes the cue of the one before it away
    clause = re.split(r"(?<=[a-zà-ÿ)\d])[.;]\s+(?=[A-Z])", before)[-1]
    cue = _last(find_phrase(words.date_cues, clause))
    distractor = _last(find_phrase(words.date_distractors, clause))
    score = 0.0
    if distractor > cue:
        score = -16.0 if "(" in before and ")" not in before.rsplit("(", 1)[1] else -14.0
    elif cue >= 0:
        score = 4.0
    following = re.match(r"\s*(?:is\s+)?(?:per mail\s+)?(\w+)", after)
    if following and is_phrase(words.date_afterwords, following[1]):
        score -= 14
    return score - (4.0 if re.match(r"\s*jl\b", after) else 0.0)


def _last(matches: Iterable[re.Match[str]]) -> int:
    return max((match.end() for match in matches), default=-1)


def _dated(date: FoundDate, head: Sequence[str], body: Sequence[str], name: str) -> dt.date | None:
    """`date` with its year: printed, or that of the head, the file's name, the other dates."""
    if date.year:
        return date.at()
    for line in head:
        if school := _SCHOOL_YEAR.search(line):
            return date.at(int(school[1]) + (1 if date.month < 8 else 0))
    years = [int(year) for line in head for year in _BARE_YEAR.findall(line)]
    if years:
        return _likely(date, years)
    if named := name_date(name):
        return date.at(named.year)
    if bare := _BARE_YEAR.search(name):
        return date.at(int(bare[1]))
    years = [found.year for line in body for found in find_dates(line) if found.year]
    return _likely(date, years) if years else None


def _likely(date: FoundDate, years: list[int]) -> dt.date | None:
    """The year among `years` (and their neighbours) whose weekday fits, the commonest first."""
    ranked = sorted(set(years), key=lambda year: (-years.count(year), year))
    if date.weekday >= 0:
        for year in [*ranked, *(y + step for y in ranked for step in (-1, 1))]:
            full = date.at(year)
            if full and full.weekday() == date.weekday:
                return full
    return date.at(ranked[0])


def name_date(name: str) -> dt.date | None:
    """The date in a file's name: '2021-04-14 LEA.pdf', '20210414.pdf', '140421_verslag.docx'."""
    spaced = re.sub(r"[_+]|%20", " ", name)
    if found := next((d for d in find_dates(spaced) if d.year and d.at()), None):
        return found.at()
    for pattern, order in (
        (r"(?<!\d)(20\d\d)[ ._-]?([01]\d)[ ._-]?([0-3]\d)(?!\d)", (0, 1, 2)),
        (r"(?<!\d)([0-3]\d)[ ._-]?([01]\d)[ ._-]?(20\d\d)(?!\d)", (2, 1, 0)),
        (r"(?<!\d)(\d\d)([01]\d)([0-3]\d)(?!\d)", (0, 1, 2)),
    ):
        for match in re.finditer(pattern, spaced):
            parts = [int(match[index + 1]) for index in order]
            parts[0] += 2000 if parts[0] < 100 else 0
            date = FoundDate(0, 0, parts[0], parts[1], parts[2])
            if full := date.at():
                return full
    return None
