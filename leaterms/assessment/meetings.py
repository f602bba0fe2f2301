"""Which files are one meeting, and which of them count.

Agenda and minutes of one day, concept and adopted minutes, and copies in two formats are one
meeting; two meetings on one day (bestuurlijk and ambtelijk, LEA and OOGO) stay apart. Source
of the rules: DESIGN section 3 (coverage).
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.municipalities import resolve_municipalities
from leaterms.assessment.versions import Version, content_of, likeness, version_of
from leaterms.structure import Kind, Level, MeetingRecord, Partner

__all__ = ["MINUTES", "Meeting", "find_meetings"]

MINUTES = (Kind.VERSLAG, Kind.BESLUITENLIJST)
"""The kinds of document that show what was dealt with."""

_KINDS = (*MINUTES, Kind.AGENDA)  # in the order in which meetings are put together

# Shares of words in common (0..1). Copies and concepts share nearly all, two meetings of one
# body on other days about a third: names, standing items.
_SAME_DOCUMENT = 0.85
_SAME_MINUTES = 0.5
_SAME_TITLES = 0.7
_FEW_WORDS = 12  # below this, words in common say nothing

_LEA = re.compile(r"\blo[ck]a(?:al|le)\s+educatieve\s+agenda\b")
_BODY_STOPWORDS = frozenset(
    """
    aan agenda ambtelijk ambtelijke besluitenlijst bestuurlijk bestuurlijke bijeenkomst bij de
    en gemeente het in notulen op overleg te ter van verslag vergadering voor
    """.split()
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting and the documents about it.

    `date` is None where no document has one. `documents` are the paths of all its documents,
    `counted` of those that count for coverage: minutes where there are any, the best version of
    each, else the agenda. `kinds` are those of `documents`, in the order of `Kind`. `body`,
    `level` and `partners` are those of the minutes first. `is_lea` means that a document that
    counts is of the statutory consultation.
    """

    date: dt.date | None
    municipalities: tuple[str, ...]
    body: str
    level: Level
    partners: tuple[Partner, ...]
    is_lea: bool
    kinds: tuple[Kind, ...]
    documents: tuple[str, ...]
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document with what it is compared by."""

    path: str
    sha256: str
    record: MeetingRecord
    municipalities: frozenset[str]
    version: Version
    words: frozenset[str]
    title_words: frozenset[str]
    body_words: frozenset[str]


def find_meetings(results: Sequence[FileResult]) -> tuple[Meeting, ...]:
    """The meetings of an archive, by date (undated last), municipality, body and path.

    Every readable agenda, verslag and besluitenlijst is in one meeting; documents of kind
    `other` are in none.
    """
    places = resolve_municipalities(results)
    papers = [
        _paper(result, result.record, places[result.path])
        for result in results
        if result.record is not None and result.record.kind in _KINDS
    ]
    papers.sort(key=lambda paper: (_KINDS.index(paper.record.kind), paper.path))
    groups: dict[dt.date | None, list[list[_Paper]]] = {}
    for paper in papers:
        _put(paper, groups.setdefault(paper.record.meeting_date, []))
    meetings = [_meeting(group, places) for day in groups.values() for group in day]
    return tuple(sorted(meetings, key=_order))


def _paper(result: FileResult, record: MeetingRecord, places: tuple[str, ...]) -> _Paper:
    titles = " ".join(item.title for item in record.items).casefold()
    return _Paper(
        path=result.path,
        sha256=result.sha256,
        record=record,
        municipalities=frozenset(places),
        version=version_of(result.path, record),
        words=content_of(result),
        title_words=frozenset(re.findall(r"\w{4,}", titles)),
        body_words=_body_words(record.body, places),
    )


def _put(paper: _Paper, groups: list[list[_Paper]]) -> None:
    """Add `paper` to the group it is most like, or to a group of its own."""
    best: list[_Paper] | None = None
    best_score = -1.0
    for group in groups:
        if all(_same_meeting(paper, other) for other in group):
            score = max(likeness(paper.words, other.words) for other in group)
            if score > best_score:
                best, best_score = group, score
    if best is None:
        groups.append([paper])
    else:
        best.append(paper)


def _same_meeting(one: _Paper, other: _Paper) -> bool:
    """Whether two documents of one day, or two without a date, are of one meeting."""
    if one.sha256 and one.sha256 == other.sha256:
        return True
    if not one.municipalities & other.municipalities:
        return False
    alike = likeness(one.words, other.words)
    telling = min(len(one.words), len(other.words)) >= _FEW_WORDS
    same_kind = one.record.kind is other.record.kind
    if same_kind and telling and alike >= _SAME_DOCUMENT:
        return True
    if one.record.meeting_date is None:
        return False  # without a date only copies can be told to be one
    if same_kind and telling and alike < _SAME_MINUTES:
        return False
    fits = _bodies_fit(one, other) and _levels_fit(one.record.level, other.record.level)
    return fits or (not same_kind and _titles_agree(one, other))


def _bodies_fit(one: _Paper, other: _Paper) -> bool:
    """Whether the names of two bodies can be of one: 'LEA-overleg', 'Lokale Educatieve Agenda'."""
    shorter = min(len(one.body_words), len(other.body_words))
    return shorter == 0 or 2 * len(one.body_words & other.body_words) >= shorter


def _levels_fit(one: Level, other: Level) -> bool:
    return one is other or Level.ONBEKEND in (one, other)


def _titles_agree(one: _Paper, other: _Paper) -> bool:
    """Whether agenda and minutes have the same items, whatever else was read of them."""
    enough = min(len(one.title_words), len(other.title_words)) >= 6
    return enough and likeness(one.title_words, other.title_words) >= _SAME_TITLES


def _body_words(body: str, municipalities: Iterable[str]) -> frozenset[str]:
    """The words that tell a body from others, with the initials of its full name."""
    text = _LEA.sub("lea", body.casefold())
    words = re.findall(r"[^\W\d_]+", text)
    own = {word for name in municipalities for word in re.findall(r"\w+", name.casefold())}
    telling = {word for word in words if word not in _BODY_STOPWORDS and word not in own}
    if len(words) >= 3:
        telling.add("".join(word[0] for word in words if word not in own))
    return frozenset(telling)


def _meeting(group: list[_Paper], places: dict[str, tuple[str, ...]]) -> Meeting:
    counted = _counted(group)
    first = [*counted, *(paper for paper in group if paper not in counted)]
    records = [paper.record for paper in first]
    levels = [record.level for record in records if record.level is not Level.ONBEKEND]
    attended = {partner for paper in counted for partner in paper.record.partners}
    kinds = {paper.record.kind for paper in group}
    return Meeting(
        date=records[0].meeting_date,
        municipalities=tuple(dict.fromkeys(name for p in first for name in places[p.path])),
        body=next((record.body for record in records if record.body), ""),
        level=levels[0] if levels else Level.ONBEKEND,
        partners=tuple(partner for partner in Partner if partner in attended),
        is_lea=any(paper.record.is_lea for paper in counted),
        kinds=tuple(kind for kind in Kind if kind in kinds),
        documents=tuple(sorted(paper.path for paper in group)),
        counted=tuple(sorted(paper.path for paper in counted)),
    )


def _counted(group: list[_Paper]) -> list[_Paper]:
    """Of verslag and besluitenlijst the best version each; of agendas only where neither is.

    The best is the adopted one, then one without a mark, then the concept; of equals the
    fullest, then the first by path.
    """
    best = [
        min(papers, key=lambda paper: (-paper.version, -len(paper.words), paper.path))
        for kind in _KINDS
        if (papers := [paper for paper in group if paper.record.kind is kind])
    ]
    minutes = [paper for paper in best if paper.record.kind in MINUTES]
    return minutes or best


def _order(meeting: Meeting) -> tuple[bool, dt.date, tuple[str, ...], str, tuple[str, ...]]:
    return (
        meeting.date is None,
        meeting.date or dt.date.max,
        meeting.municipalities,
        meeting.body,
        meeting.documents,
    )
