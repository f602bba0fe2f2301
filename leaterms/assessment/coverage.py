"""The table this library is for: which theme was dealt with in which year, in whose words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.evidence import Evidence, Years, collect_evidence
from leaterms.assessment.identity import mention_ids
from leaterms.assessment.risk import Risk, Status, explain_risk, risk_of
from leaterms.vocabulary import Theme, Wording

__all__ = ["CoverageCell", "assess_coverage"]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What the LEA documents of one municipality and calendar year show of one theme.

    `meetings` counts the meetings in which the theme shows, `held` all meetings of the
    consultation of that year; meetings, not files. `evidence` is the best passage with its
    date, file and item, and `evidence_id` its mention's id; both '' where nothing shows.
    `denial` is the passage that says in statutory words that the theme was not discussed, ''
    where none does. `reason` is the ground of the risk, a Dutch sentence.
    """

    municipality: str
    year: int
    theme: str
    status: Status
    risk: Risk
    meetings: int
    evidence: str
    evidence_id: str
    held: int
    denial: str
    reason: str


def assess_coverage(
    results: Sequence[FileResult], themes: Sequence[Theme]
) -> tuple[CoverageCell, ...]:
    """One cell for each municipality, calendar year and theme.

    By municipality (a-z), year, and theme in the order of `themes`; of a municipality all
    years from its first to its last dated document, also those without a document between. A
    municipality of which no document is dated has no cells.
    """
    return tuple(_cells(collect_evidence(results), mention_ids(results), themes))


def _cells(
    years: Years, ids: dict[tuple[str, int], str], themes: Sequence[Theme]
) -> Iterator[CoverageCell]:
    for name, (first, last) in years.spans.items():
        for year in range(first, last + 1):
            for theme in themes:
                yield _cell(years, ids, name, year, theme)


def _cell(
    years: Years, ids: dict[tuple[str, int], str], name: str, year: int, theme: Theme
) -> CoverageCell:
    shown = years.shown.get((name, year, theme.id), ())
    denials = years.denied.get((name, year, theme.id), ())
    best = min(shown, key=_goodness, default=None)
    if best is not None:
        status = _status_of(best)
    elif years.minuted.get((name, year)):
        status = Status.ABSENT
    else:
        # an agenda alone does not show that a theme was left out of the talk
        status = Status.UNKNOWN
    denied = bool(denials)
    return CoverageCell(
        municipality=name,
        year=year,
        theme=theme.id,
        status=status,
        risk=risk_of(status, theme, denied=denied),
        meetings=len({evidence.meeting for evidence in shown}),
        evidence=best.cite() if best else "",
        evidence_id=ids[best.path, best.index] if best else "",
        held=len(years.held.get((name, year), ())),
        denial=min(denials, key=_confidence).cite() if denials else "",
        reason=explain_risk(status, theme, denied=denied),
    )


def _status_of(evidence: Evidence) -> Status:
    """What one mention shows by itself."""
    statutory = evidence.mention.wording is Wording.STATUTORY
    if not evidence.in_minutes:
        return Status.PLANNED if statutory else Status.JARGON_PLANNED
    if evidence.mention.in_heading:
        return Status.AGENDISED if statutory else Status.JARGON_AGENDISED
    return Status.DISCUSSED if statutory else Status.JARGON_DISCUSSED


_STATUSES = tuple(Status)  # best first


def _goodness(evidence: Evidence) -> tuple[int, float]:
    """The best status first, then the surest; of equals the first by date, path and place."""
    return (_STATUSES.index(_status_of(evidence)), -evidence.mention.confidence)


def _confidence(evidence: Evidence) -> float:
    return -evidence.mention.confidence
