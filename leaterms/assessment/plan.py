"""The year of a municipality: meetings held, found and missing; themes covered and left.

What was expected rests on what the documents say (announced dates, a schedule, numbers, times a
year), on the year before, and at the least on the law: one meeting a year (art. 161 WPO,
art. 3.42 WVO 2020). It can be asked for a year of which there are no documents yet.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leaterms.archive import FileResult
from leaterms.assessment.appraisal import assess
from leaterms.assessment.assessment import Assessment
from leaterms.assessment.criteria import load_criteria
from leaterms.assessment.expectations import Clue, Expectation, find_expectations
from leaterms.assessment.explanation import name_partners, say_number
from leaterms.assessment.meetings import MINUTES, Meeting, find_meetings
from leaterms.assessment.municipalities import resolve_municipalities
from leaterms.assessment.risk import Risk, Status
from leaterms.structure import Level
from leaterms.vocabulary import Theme

__all__ = ["MeetingState", "PlannedMeeting", "PlannedTheme", "ThemeState", "YearPlan", "plan_year"]

_MEETINGS = ("vergadering", "vergaderingen")
_SAME = dt.timedelta(days=14)  # a meeting that near an announced date is that meeting, moved


class MeetingState(StrEnum):
    """What is there of a meeting."""

    HELD = "held"  # minutes show it
    FOUND = "found"  # an agenda without minutes
    MISSING = "missing"  # expected, and no document of it


class ThemeState(StrEnum):
    """What is left to do about a theme in the year."""

    COVERED = "covered"  # dealt with under its statutory name, with the partners
    PLANNED = "planned"  # on an agenda under its statutory name; the minutes are to show it
    RAISE = "raise"  # talked about in statutory words, but no item of its own, or not with all
    RELABEL = "relabel"  # talked about in local words only
    OPEN = "open"  # nothing found


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting of the year. `number` is its number within the year, 0 where not known.

    `date` is None where only a month, or the number of meetings, tells that it should be there.
    `ground` is a Dutch sentence: what shows it, or why it is expected. `path` is the document
    that says so.
    """

    state: MeetingState
    date: dt.date | None
    level: Level
    number: int
    ground: str
    path: str


@dataclass(frozen=True, slots=True)
class PlannedTheme:
    """A theme of the year, with what to do in a Dutch sentence, and by which meeting.

    `group` is the article that names it. `by` is the next meeting that is known to come, None
    where none is, or nothing is to be done.
    """

    theme: str
    group: str
    state: ThemeState
    advice: str
    by: dt.date | None


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The year of one municipality.

    `expected` is how many meetings there should be, and `expected_ground` a Dutch sentence that
    says why. `meetings` are by date, those without one last; `themes` in the order of the law.
    `unread` is how many files of the municipality gave no text.
    """

    municipality: str
    year: int
    expected: int
    expected_ground: str
    meetings: tuple[PlannedMeeting, ...]
    themes: tuple[PlannedTheme, ...]
    unread: int

    def of(self, *states: MeetingState) -> tuple[PlannedMeeting, ...]:
        """The meetings of which this is there."""
        return tuple(meeting for meeting in self.meetings if meeting.state in states)

    @property
    def left(self) -> tuple[PlannedTheme, ...]:
        """The themes still to be put on an agenda."""
        done = (ThemeState.COVERED, ThemeState.PLANNED)
        return tuple(theme for theme in self.themes if theme.state not in done)

    @property
    def next(self) -> dt.date | None:
        """The first meeting that is still to come, as far as the documents tell."""
        return next((theme.by for theme in self.themes if theme.by), None)

    @property
    def summary(self) -> str:
        """'Verwacht: vijf vergaderingen. Gevonden: twee vergaderingen, waarvan 1 met verslag.'."""
        held = len(self.of(MeetingState.HELD))
        found = held + len(self.of(MeetingState.FOUND))
        missing = len(self.of(MeetingState.MISSING))
        said = [f"Verwacht: {say_number(self.expected, *_MEETINGS)}."]
        there = f"{say_number(found, *_MEETINGS)}, waarvan {held} met verslag"
        said.append(f"Gevonden: {there if found else 'geen enkele'}.")
        if missing:
            said.append(f"Niet gevonden: {say_number(missing, *_MEETINGS)}.")
            if self.unread:
                said.append(
                    f"In het archief {_are(self.unread)} niet gelezen; daar kan een verslag "
                    "bij zijn."
                )
        left = say_number(len(self.left), "thema", "thema's")
        said.append(f"Nog te agenderen: {left}." if self.left else "Er is geen thema meer open.")
        return " ".join(said)


def _are(files: int) -> str:
    return f"{'is' if files == 1 else 'zijn'} {say_number(files, 'bestand', 'bestanden')}"


def plan_year(
    results: Sequence[FileResult],
    themes: Sequence[Theme],
    year: int | None = None,
    *,
    assessments: Sequence[Assessment] | None = None,
) -> tuple[YearPlan, ...]:
    """The plan of `year` for each municipality with a dated document, a-z.

    Args:
        results: the whole archive.
        themes: the themes, in the order of the law.
        year: the calendar year; None: of each municipality its last.
        assessments: those of `assess(results, themes)`, where they were made already.

    Raises:
        VocabularyError: the shipped rules have faults.
    """
    calendar = load_criteria().calendar
    places = resolve_municipalities(results)
    assessed: dict[str, list[Assessment]] = {}
    for one in assess(results, themes) if assessments is None else assessments:
        assessed.setdefault(one.municipality, []).append(one)
    meetings = [m for m in find_meetings(results) if m.is_lea and m.date is not None]
    said: dict[str, list[Expectation]] = {}
    for result in sorted(results, key=lambda result: result.path):
        found = find_expectations(result, calendar)
        for town in places[result.path]:
            said.setdefault(town, []).extend(found)
    return tuple(
        _plan(
            town,
            own[-1].year if year is None else year,
            [meeting for meeting in meetings if town in meeting.municipalities],
            said.get(town, []),
            own,
            themes,
            unread=sum(r.record is None and town in places[r.path] for r in results),
        )
        for town, own in assessed.items()
    )


def _plan(
    town: str,
    year: int,
    meetings: Sequence[Meeting],
    said: Sequence[Expectation],
    assessed: Sequence[Assessment],
    themes: Sequence[Theme],
    *,
    unread: int,
) -> YearPlan:
    own = [meeting for meeting in meetings if meeting.date and meeting.date.year == year]
    numbers = _numbers(own, said)
    there = [_found(meeting, numbers.get(index, 0)) for index, meeting in enumerate(own)]
    announced = list(_announced(year, meetings, said))
    count, ground = _expected(year, meetings, len(own) + len(announced), numbers, said)
    without = _undated(count - len(there) - len(announced), numbers, ground)
    every = sorted([*there, *announced, *without], key=_order)
    return YearPlan(
        municipality=town,
        year=year,
        expected=count,
        expected_ground=ground,
        meetings=tuple(every),
        themes=tuple(_themes(year, assessed, themes, _next(year, every, meetings))),
        unread=unread,
    )


def _found(meeting: Meeting, number: int) -> PlannedMeeting:
    minuted = any(kind in MINUTES for kind in meeting.kinds)
    return PlannedMeeting(
        state=MeetingState.HELD if minuted else MeetingState.FOUND,
        date=meeting.date,
        level=meeting.level,
        number=number,
        ground="Er is een verslag." if minuted else "Er is een agenda, maar geen verslag.",
        path=meeting.counted[0],
    )


def _numbers(own: Sequence[Meeting], said: Sequence[Expectation]) -> dict[int, int]:
    """The number of each of the year's meetings that has one, by its place in `own`.

    Numbers that come twice (bestuurlijk and ambtelijk counted apart, or a misreading) tell
    nothing of the whole, and are left out.
    """
    by_path = {e.path: e.count for e in said if e.clue is Clue.NUMBERED}
    found = {
        index: max(by_path[path] for path in meeting.documents if path in by_path)
        for index, meeting in enumerate(own)
        if any(path in by_path for path in meeting.documents)
    }
    return found if len(set(found.values())) == len(found) else {}


def _announced(
    year: int, meetings: Sequence[Meeting], said: Sequence[Expectation]
) -> Iterator[PlannedMeeting]:
    """The meetings of the year that were announced, and of which nothing was found."""
    dated = [(e, e.date, e.last) for e in said if e.date is not None and e.date.year == year]
    # the last word on a meeting counts: '12 mei' in March, '19 mei' in April
    dated.sort(key=lambda told: (told[0].stated or dt.date.min, told[0].path), reverse=True)
    taken = [(meeting.date, meeting.date) for meeting in meetings if meeting.date]
    for expectation, first, last in dated:
        told = expectation.stated or dt.date.min
        end = last or first
        # a meeting does not announce itself: that of 19 May may say that the next is 2 June
        if any(
            start - _SAME <= end and first <= stop + _SAME and stop > told for start, stop in taken
        ):
            continue
        taken.append((first, end))
        yield PlannedMeeting(
            state=MeetingState.MISSING,
            date=None if expectation.month_only else first,
            level=Level.ONBEKEND,
            number=0,
            ground=f"Aangekondigd: '{_quoted(expectation)}'.",
            path=expectation.path,
        )


def _expected(
    year: int,
    meetings: Sequence[Meeting],
    known: int,
    numbers: dict[int, int],
    said: Sequence[Expectation],
) -> tuple[int, str]:
    """How many meetings there should be, with the ground: the highest of what is said."""
    # (count, weight, ground): of equal counts what is written weighs more than what was counted
    offers = [
        (known, 2, "Zo veel vergaderingen zijn gevonden of aangekondigd."),
        (1, 0, "De wet vraagt ten minste één overleg per jaar."),
    ]
    often = _frequency(year, said)
    if often:
        offers.append((often.count, 4, f"In {often.path} staat: '{_quoted(often)}'."))
    if numbers:
        highest = max(numbers.values())
        offers.append((highest, 3, f"Het hoogste volgnummer van dat jaar is {highest}."))
    if not often and not numbers:
        before = sum(m.date is not None and m.date.year == year - 1 for m in meetings)
        offers.append((before, 1, f"In {year - 1} is dit aantal vergaderingen gevonden."))
    count, _, ground = max(offers)
    return count, ground


def _quoted(expectation: Expectation) -> str:
    return " ".join(expectation.quote.split()).rstrip(".")


def _frequency(year: int, said: Iterable[Expectation]) -> Expectation | None:
    """What is said of the number a year, nearest to `year`; before it rather than after."""
    often = [e for e in said if e.clue is Clue.FREQUENCY]
    return min(often, key=lambda e: _distance(year, e), default=None)


def _distance(year: int, expectation: Expectation) -> tuple[int, bool, int, str]:
    stated = expectation.stated.year if expectation.stated else 0
    return (abs(year - stated), stated > year, -expectation.count, expectation.path)


def _undated(count: int, numbers: dict[int, int], ground: str) -> Iterator[PlannedMeeting]:
    """`count` meetings that should be there and of which nothing tells when."""
    absent = [n for n in range(1, max(numbers.values(), default=0)) if n not in numbers.values()]
    for place in range(count):
        number = absent[place] if place < len(absent) else 0
        yield PlannedMeeting(
            state=MeetingState.MISSING,
            date=None,
            level=Level.ONBEKEND,
            number=number,
            ground=f"Nummer {number} ontbreekt in de reeks. {ground}" if number else ground,
            path="",
        )


def _order(meeting: PlannedMeeting) -> tuple[bool, dt.date, int, str]:
    return (meeting.date is None, meeting.date or dt.date.max, meeting.number, meeting.path)


def _next(
    year: int, every: Sequence[PlannedMeeting], meetings: Sequence[Meeting]
) -> dt.date | None:
    """The first meeting of the year after the last of which there are minutes by then."""
    minuted = [
        meeting.date
        for meeting in meetings
        if meeting.date
        and meeting.date.year <= year
        and any(kind in MINUTES for kind in meeting.kinds)
    ]
    last = max(minuted, default=dt.date.min)
    coming = (m.date for m in every if m.date and m.state is not MeetingState.HELD)
    return min((date for date in coming if date > last), default=None)


def _themes(
    year: int, assessed: Sequence[Assessment], themes: Sequence[Theme], by: dt.date | None
) -> Iterator[PlannedTheme]:
    by_theme = {one.theme: one for one in assessed if one.year == year}
    for theme in themes:
        one = by_theme.get(theme.id)
        state = _state(one) if one else ThemeState.OPEN
        yield PlannedTheme(
            theme=theme.id,
            group=theme.group,
            state=state,
            advice=_advice(state, one, theme, _deadline(year, by)),
            by=None if state is ThemeState.COVERED else by,
        )


def _state(one: Assessment) -> ThemeState:
    if one.status is Status.PLANNED:
        return ThemeState.PLANNED
    if one.risk is Risk.NONE:
        return ThemeState.COVERED
    if one.status in (Status.AGENDISED, Status.DISCUSSED):
        return ThemeState.RAISE
    return ThemeState.OPEN if one.status in (Status.ABSENT, Status.UNKNOWN) else ThemeState.RELABEL


def _deadline(year: int, by: dt.date | None) -> str:
    return f"op de vergadering van {by:%d-%m-%Y}" if by else f"vóór 31 december {year}"


def _advice(state: ThemeState, one: Assessment | None, theme: Theme, when: str) -> str:
    """What to do, as to a colleague."""
    if state is ThemeState.COVERED:
        return "Behandeld als agendapunt in wettelijke woorden; er hoeft niets meer te gebeuren."
    if state is ThemeState.PLANNED:
        return "Staat in wettelijke woorden op een agenda; zorg dat het verslag het gesprek toont."
    if state is ThemeState.RAISE and one is not None and one.status is Status.AGENDISED:
        return (
            f"Bespreek '{theme.label}' nog eens {when}, met {name_partners(one.missing)} erbij, "
            "en noem in het verslag wie er was."
        )
    if state is ThemeState.RAISE:
        return f"Er is over gesproken; maak van '{theme.label}' {when} een eigen agendapunt."
    if state is ThemeState.RELABEL:
        planned = one is not None and one.status is Status.JARGON_PLANNED
        what = (
            "Het staat alleen in eigen woorden op een agenda"
            if planned
            else "Er is alleen in eigen woorden over gesproken"
        )
        return f"{what}; agendeer het {when} onder '{theme.label}'."
    if theme.absent_risk == "low":
        return (
            "Het initiatief ligt bij de schoolbesturen: vraag hun of zij een voorstel hebben, en "
            f"agendeer dat {when}."
        )
    return f"Nog niet gevonden; agendeer '{theme.label}' {when}."
