"""What an archive holds beside coverage, looked up once for all cells of an assessment."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from leaterms.archive import FileResult
from leaterms.assessment.bearing import ThemedAgreement, agreements_on
from leaterms.assessment.criteria import Criteria, RemarkRule
from leaterms.assessment.evidence import Years, collect_evidence
from leaterms.assessment.meetings import Meeting, find_meetings
from leaterms.assessment.municipalities import resolve_municipalities
from leaterms.assessment.remarks import Remark, find_remarks
from leaterms.assessment.standing import StandingAgreement, find_standing_papers, standing_of
from leaterms.structure import Kind

__all__ = ["Holdings", "collect_holdings"]

_Key = tuple[str, int, str]  # municipality, year, theme
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an archive holds, by municipality, year and theme, in the order of date and place.

    `meetings` are those of `find_meetings`, which `years` counts by. `agreed` are the
    agreements of documents of the consultation that count; `papers`, by municipality and
    theme, those of convenants and plans. `still_fit` and `grounds` are remarks in documents of
    the consultation, and in others (letters, notes) that are dated in the year. `named` has, by
    path of a meeting's document, the labels of the rules that say it was the statutory talk.
    """

    years: Years
    meetings: tuple[Meeting, ...]
    agreed: dict[_Key, tuple[ThemedAgreement, ...]]
    papers: dict[tuple[str, str], tuple[StandingAgreement, ...]]
    still_fit: dict[_Key, tuple[Remark, ...]]
    grounds: dict[_Key, tuple[Remark, ...]]
    named: dict[str, tuple[str, ...]]

    def standing(
        self, municipality: str, year: int, theme: str, years: int
    ) -> tuple[StandingAgreement, ...]:
        """Of papers that hold in `year` first, then of minutes of up to `years` before, newest."""
        papers = self.papers.get((municipality, theme), ())
        found = [paper for paper in papers if paper.holds_in(year)]
        for before in range(year - 1, year - 1 - years, -1):
            agreed = self.agreed.get((municipality, before, theme), ())
            found += [s for themed in agreed if (s := standing_of(themed, years))]
        return tuple(found)


def collect_holdings(results: Sequence[FileResult], criteria: Criteria) -> Holdings:
    """Look through `results` once for all that an assessment needs."""
    meetings = find_meetings(results)
    places = resolve_municipalities(results)
    counted = {path for meeting in meetings if meeting.is_lea for path in meeting.counted}
    ordered = sorted((result for result in results if result.record), key=_by_date)
    own = [r for r in ordered if r.path in counted and r.record and r.record.is_lea]
    # a letter or note may say of the talk what no minutes say; other meetings may not
    telling = [*own, *(r for r in ordered if r.record and r.record.kind is Kind.OTHER)]

    def remarks(rules: Sequence[RemarkRule]) -> dict[_Key, tuple[Remark, ...]]:
        found = _by_key(telling, places, lambda result: find_remarks(result, rules))
        return {key: _once(every, lambda r: r.rule + r.text) for key, every in found.items()}

    agreed = _by_key(own, places, agreements_on)
    papers: dict[tuple[str, str], list[StandingAgreement]] = {}
    for result in ordered:
        for theme, paper in find_standing_papers(result, criteria.papers):
            for town in places[result.path]:
                papers.setdefault((town, theme), []).append(paper)
    return Holdings(
        years=collect_evidence(results),
        meetings=meetings,
        agreed={key: _once(found, lambda a: a.agreement.text) for key, found in agreed.items()},
        papers={key: tuple(found) for key, found in papers.items()},
        still_fit=remarks(criteria.still_fit),
        grounds=remarks(criteria.grounds),
        named={result.path: _labels(result, criteria.overleg) for result in own},
    )


def _by_key(
    results: Iterable[FileResult],
    places: Mapping[str, tuple[str, ...]],
    find: Callable[[FileResult], Iterable[tuple[str, _V]]],
) -> dict[_Key, list[_V]]:
    """What `find` finds in the dated ones of `results`, each with its theme, by key."""
    found: dict[_Key, list[_V]] = {}
    for result in results:
        if result.record is None or result.record.meeting_date is None:
            continue
        for theme, value in find(result):
            for town in places[result.path]:
                found.setdefault((town, result.record.meeting_date.year, theme), []).append(value)
    return found


def _by_date(result: FileResult) -> tuple[str, str]:
    date = result.record.meeting_date if result.record else None
    return (date.isoformat() if date else "", result.path)


def _labels(result: FileResult, rules: Sequence[RemarkRule]) -> tuple[str, ...]:
    """The labels of the rules that fit a line of the document."""
    record = result.record
    assert record is not None
    lines = [
        line.casefold()
        for item in record.items
        for text in (item.title, item.text)
        for line in text.split("\n")
    ]
    return tuple(rule.label for rule in rules if any(rule.fits(line) for line in lines))


def _once(found: Iterable[_V], text_of: Callable[[_V], str]) -> tuple[_V, ...]:
    """The first of those that say the same: verslag and besluitenlijst repeat one another."""
    seen: dict[str, _V] = {}
    for value in found:
        seen.setdefault(" ".join(text_of(value).casefold().split()), value)
    return tuple(seen.values())
