"""What an archive holds of one municipality and year, sorted by what an answer may rest on.

'Ja' may rest on statutory words that minutes show as discussed, and on a passage that a person
accepted. All else (local words, finds of the classifier, words that are nearly the statutory
ones, an agenda without minutes, proposals) is shown for a person to judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from leaterms.archive import FileResult
from leaterms.assessment import (
    MINUTES,
    Assessment,
    Evidence,
    Meeting,
    ThemedAgreement,
    assess,
    counts,
    find_meetings,
    mention_ids,
    resolve_municipalities,
)
from leaterms.detection import Assertion, Mention, Method
from leaterms.errors import InputError
from leaterms.questionnaire.accepted import Acceptance, check_acceptances
from leaterms.structure import Kind
from leaterms.vocabulary import Theme, Wording

__all__ = ["Grade", "Grounds", "Passage", "ReadFiles", "ThemeGrounds", "gather_grounds"]


class Grade(StrEnum):
    """What a passage is worth as ground for an answer, best first."""

    STATUTORY = "statutory"  # minutes, statutory words, discussed
    ACCEPTED = "accepted"  # minutes, and a person accepted it
    JARGON = "jargon"  # minutes, local words
    NEAR = "near"  # minutes, statutory words with a slip in the spelling
    MODEL = "model"  # minutes, found by the classifier
    PLANNED = "planned"  # on an agenda, in statutory words; no minutes
    PLANNED_JARGON = "planned_jargon"  # on an agenda, in any other words; no minutes
    PROPOSAL = "proposal"  # minutes, below the classifier's threshold

    @property
    def firm(self) -> bool:
        """Whether 'ja' may rest on it."""
        return self in (Grade.STATUTORY, Grade.ACCEPTED)

    @property
    def shows_talk(self) -> bool:
        """Whether it counts for coverage as talked about, in whatever words."""
        return self in _TALK


_TALK = (Grade.STATUTORY, Grade.ACCEPTED, Grade.JARGON, Grade.NEAR, Grade.MODEL)
_GRADES = tuple(Grade)
_EXACT = (Method.TERM, Method.COMPOUND, Method.PATTERN)


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention as ground for an answer: where it stands, what it is worth, who was there.

    `id` is the mention's. `accepted_by` is '' unless a person accepted it.
    """

    id: str
    evidence: Evidence
    grade: Grade
    meeting: Meeting
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class ThemeGrounds:
    """What the archive shows of one theme; `passages` the best first, then by date.

    `refused` are accepted mentions that are still no ground for 'ja', each with the reason.
    """

    theme: Theme
    assessment: Assessment
    passages: tuple[Passage, ...]
    refused: tuple[str, ...] = ()

    @property
    def firm(self) -> tuple[Passage, ...]:
        """Those on which 'ja' may rest."""
        return tuple(passage for passage in self.passages if passage.grade.firm)

    @property
    def talk(self) -> tuple[Passage, ...]:
        """Those that count as talked about, in whatever words."""
        return tuple(passage for passage in self.passages if passage.grade.shows_talk)

    def bears(self, themed: ThemedAgreement) -> bool:
        """Whether a passage on which 'ja' may rest ties the agreement to the theme."""
        agreement = themed.agreement
        for passage in self.firm:
            mention = passage.evidence.mention
            if (passage.evidence.path, mention.item) != (agreement.path, agreement.item):
                continue
            inside = mention.start < agreement.end and agreement.start < mention.end
            if mention.in_heading or inside:
                return True
        return False


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What was read for the answers: numbers of files, and those that tell nothing.

    `dated` are the readable files of the year. `minutes` and `agendas` count the documents of
    the consultation of that year that count for a meeting. `unread` gave no text; `undated`
    are readable LEA documents without a date, which count for no year.
    """

    dated: int
    minutes: int
    agendas: int
    unread: tuple[FileResult, ...]
    undated: tuple[FileResult, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that answers for one municipality and calendar year rest on.

    `meetings` are those of the consultation that year, by date. `themes` has every theme of
    the vocabulary, by id. `results` are the files of the municipality, of any year.
    """

    municipality: str
    year: int
    meetings: tuple[Meeting, ...]
    themes: dict[str, ThemeGrounds]
    read: ReadFiles
    results: tuple[FileResult, ...]


def gather_grounds(
    results: Sequence[FileResult],
    themes: Sequence[Theme],
    year: int,
    municipality: str | None = None,
    accepted: Iterable[Acceptance] = (),
) -> Grounds:
    """What the archive shows of `year`.

    Args:
        results: all files of the archive.
        themes: the statutory themes.
        year: the calendar year of the meetings.
        municipality: None: the only one there is.
        accepted: passages that a person accepted.

    Raises:
        InputError: there is no such municipality or year in the archive, the archive has several
            municipalities and none was chosen, or an accepted id is of no mention.
    """
    ids = mention_ids(results)
    by_id = check_acceptances(accepted, frozenset(ids.values()))
    assessments = assess(results, themes)
    name = _choose(tuple(dict.fromkeys(a.municipality for a in assessments)), municipality)
    own = {a.theme: a for a in assessments if (a.municipality, a.year) == (name, year)}
    if not own:
        years = sorted({a.year for a in assessments if a.municipality == name})
        raise InputError(
            f"Van {name or 'deze gemeente'} is geen stuk uit {year} gevonden; er zijn stukken van "
            f"{years[0]} tot en met {years[-1]}. Kies een ander jaar met --year."
        )
    meetings = find_meetings(results)
    places = resolve_municipalities(results)
    found = [
        passage
        for result in results
        for passage in _passages(result, ids, by_id, meetings)
        if name in places[result.path] and passage.evidence.date.year == year
    ]
    found.sort(key=_order)
    held = tuple(
        meeting
        for meeting in meetings
        if meeting.is_lea
        and meeting.date is not None
        and meeting.date.year == year
        and any(name in places[path] for path in meeting.counted)
    )
    return Grounds(
        municipality=name,
        year=year,
        meetings=held,
        themes={
            theme.id: ThemeGrounds(
                theme,
                own[theme.id],
                tuple(p for p in found if p.evidence.mention.theme == theme.id),
                _refused(results, theme.id, ids, by_id, found, year),
            )
            for theme in themes
        },
        read=_read(results, places, held, name, year),
        results=tuple(result for result in results if name in places[result.path]),
    )


def _choose(names: Sequence[str], wanted: str | None) -> str:
    """The municipality that is meant, in the spelling of the documents."""
    if not names:
        raise InputError(
            "In dit archief is geen LEA-stuk met een datum gelezen; zonder zulke stukken is er "
            "niets te antwoorden."
        )
    listed = ", ".join(name or "(onbekend)" for name in names)
    if wanted is None:
        if len(names) > 1:
            raise InputError(
                f"Dit archief heeft stukken van meer gemeenten: {listed}. Kies er één met "
                "--municipality."
            )
        return names[0]
    folded = {name.casefold(): name for name in names}
    bare = " ".join(wanted.split()).casefold()
    for candidate in (bare, bare.removeprefix("gemeente ")):
        if candidate in folded:
            return folded[candidate]
    near = get_close_matches(bare, folded, n=1)
    hint = f"bedoelde u '{folded[near[0]]}'?" if near else f"het heeft: {listed}."
    raise InputError(f"Dit archief heeft geen stukken van de gemeente '{wanted}'; {hint}")


def _passages(
    result: FileResult,
    ids: dict[tuple[str, int], str],
    accepted: dict[str, Acceptance],
    meetings: Sequence[Meeting],
) -> Iterable[Passage]:
    """The passages of one document that are a ground of some worth."""
    record = result.record
    if record is None or record.meeting_date is None or not record.is_lea:
        return
    number = next((n for n, m in enumerate(meetings) if result.path in m.counted), None)
    if number is None:
        return
    items = {item.index: item for item in record.items}
    for index, mention in enumerate(result.mentions):
        key = ids[result.path, index]
        grade = _grade(mention, record.kind, accepted=key in accepted)
        if grade is None:
            continue
        yield Passage(
            id=key,
            evidence=Evidence(
                path=result.path,
                index=index,
                date=record.meeting_date,
                meeting=number,
                kind=record.kind,
                item=items[mention.item],
                mention=mention,
            ),
            grade=grade,
            meeting=meetings[number],
            accepted_by=accepted[key].by if key in accepted else "",
        )


def _grade(mention: Mention, kind: Kind, *, accepted: bool) -> Grade | None:
    """What a mention in an LEA document is worth; None: it shows no talk."""
    if kind in MINUTES:
        if accepted and mention.assertion in (Assertion.DISCUSSED, Assertion.QUOTED):
            return Grade.ACCEPTED
        if mention.assertion is not Assertion.DISCUSSED:
            return None
        if mention.method is Method.SEMANTIC:
            return Grade.PROPOSAL
        if mention.method is Method.MODEL:
            return Grade.MODEL
        if mention.wording is Wording.JARGON:
            return Grade.JARGON
        return Grade.STATUTORY if mention.method in _EXACT else Grade.NEAR
    if not counts(mention, kind):
        return None
    exact = mention.wording is Wording.STATUTORY and mention.method in _EXACT
    return Grade.PLANNED if exact else Grade.PLANNED_JARGON


def _refused(
    results: Sequence[FileResult],
    theme: str,
    ids: dict[tuple[str, int], str],
    accepted: dict[str, Acceptance],
    found: Sequence[Passage],
    year: int,
) -> tuple[str, ...]:
    """Accepted mentions of the theme and year that are no ground, each in a Dutch sentence."""
    used = {passage.id for passage in found if passage.grade is Grade.ACCEPTED}
    told = []
    for result in results:
        record = result.record
        if record is None or (record.meeting_date and record.meeting_date.year != year):
            continue
        for index, mention in enumerate(result.mentions):
            key = ids[result.path, index]
            if mention.theme != theme or key not in accepted or key in used:
                continue
            told.append(
                f"De aangenomen passage {key} ('{mention.quote}', {result.path}) telt niet als "
                f"overleg: {_why_refused(result, mention)}."
            )
    return tuple(told)


def _why_refused(result: FileResult, mention: Mention) -> str:
    record = result.record
    assert record is not None
    if record.meeting_date is None:
        return "het stuk heeft geen datum"
    if not record.is_lea:
        return "het stuk is niet van het LEA-overleg"
    if record.kind not in MINUTES:
        return "het stuk is geen verslag of besluitenlijst"
    if mention.assertion is Assertion.NOT_DISCUSSED:
        return "er staat dat het niet is besproken"
    if mention.assertion is Assertion.POSTPONED:
        return "er staat dat het is uitgesteld"
    return "een ander stuk van dezelfde vergadering telt"


def _order(passage: Passage) -> tuple[object, ...]:
    evidence = passage.evidence
    mention = evidence.mention
    return (
        _GRADES.index(passage.grade),
        not mention.in_heading,
        evidence.date,
        evidence.path,
        mention.item,
        mention.start,
        mention.end,
    )


def _read(
    results: Sequence[FileResult],
    places: dict[str, tuple[str, ...]],
    held: Sequence[Meeting],
    municipality: str,
    year: int,
) -> ReadFiles:
    own = [r for r in results if municipality in places[r.path]]
    records = {r.path: r.record for r in own if r.record is not None}
    counted = [path for meeting in held for path in meeting.counted if path in records]
    minutes = sum(records[path].kind in MINUTES for path in counted)
    dates = [record.meeting_date for record in records.values()]
    return ReadFiles(
        dated=sum(date is not None and date.year == year for date in dates),
        minutes=minutes,
        agendas=len(counted) - minutes,
        unread=tuple(r for r in own if r.record is None),
        undated=tuple(
            r for r in own if r.record and r.record.is_lea and r.record.meeting_date is None
        ),
    )
