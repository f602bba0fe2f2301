"""What a report says, as plain values: the same for the HTML page and the Excel file."""

from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment import (
    Assessment,
    CoverageCell,
    Divergence,
    Evidence,
    Meeting,
    Status,
    YearPlan,
    assess,
    assess_coverage,
    collect_evidence,
    find_divergence,
    find_meetings,
    plan_year,
)
from leaterms.relabelling import AgendaLine, Suggestion, compose_agenda, suggest
from leaterms.vocabulary import Theme

__all__ = ["Content", "Passages", "gather"]

_MOST = 6  # passages shown per year, theme and wording; the tables have them all


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one municipality, year and theme, the best first.

    `shown` are at most six of each wording; `more` is how many others there are. `denied`
    say in statutory words that the theme was not discussed.
    """

    municipality: str
    year: int
    theme: Theme
    shown: tuple[Evidence, ...]
    more: int
    denied: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report shows of a scan, in the order in which it shows it.

    `plans` are those of the last year of each municipality, with their model agendas.
    """

    themes: tuple[Theme, ...]
    results: tuple[FileResult, ...]
    cells: tuple[CoverageCell, ...]
    assessments: tuple[Assessment, ...]
    plans: tuple[tuple[YearPlan, tuple[AgendaLine, ...]], ...]
    passages: tuple[Passages, ...]
    divergences: tuple[Divergence, ...]
    suggestions: tuple[Suggestion, ...]
    meetings: tuple[Meeting, ...]

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Those that have cells, a-z."""
        return tuple(dict.fromkeys(cell.municipality for cell in self.cells))

    def years(self, municipality: str) -> tuple[int, ...]:
        """The calendar years of a municipality, from its first to its last."""
        own = (cell.year for cell in self.cells if cell.municipality == municipality)
        return tuple(dict.fromkeys(own))

    def count(self, municipality: str, risk: str) -> int:
        """In how many cells of a municipality the risk is `risk`."""
        return sum(c.municipality == municipality and c.risk == risk for c in self.cells)

    @property
    def told(self) -> tuple[Assessment, ...]:
        """The assessments with something to tell: all but those of years without documents."""
        return tuple(
            one
            for one in self.assessments
            if one.status is not Status.UNKNOWN or one.standing or one.still_fit or one.grounds
        )

    @property
    def held(self) -> int:
        """How many meetings of the statutory consultation there are."""
        return sum(meeting.is_lea for meeting in self.meetings)

    @property
    def unread(self) -> tuple[FileResult, ...]:
        """The files that gave no text."""
        return tuple(result for result in self.results if result.status != "ok")

    @property
    def undated(self) -> tuple[FileResult, ...]:
        """The LEA documents without a date: they count for no year."""
        return tuple(
            result
            for result in self.results
            if result.record and result.record.is_lea and result.record.meeting_date is None
        )


def gather(results: Sequence[FileResult], themes: Sequence[Theme]) -> Content:
    """Assess `results` once, for all parts of a report."""
    assessments = assess(results, themes)
    plans = plan_year(results, themes, assessments=assessments)
    return Content(
        themes=tuple(themes),
        results=tuple(results),
        cells=assess_coverage(results, themes),
        assessments=assessments,
        plans=tuple((plan, compose_agenda(plan, results, themes)) for plan in plans),
        passages=tuple(_passages(results, themes)),
        divergences=find_divergence(results, themes),
        suggestions=suggest(results, themes),
        meetings=find_meetings(results),
    )


def _passages(results: Sequence[FileResult], themes: Sequence[Theme]) -> list[Passages]:
    years = collect_evidence(results)
    order = {theme.id: number for number, theme in enumerate(themes)}
    keys = {key for key in (*years.shown, *years.denied) if key[2] in order}
    found = []
    for name, year, theme in sorted(keys, key=lambda key: (*key[:2], order[key[2]])):
        every = sorted(years.shown.get((name, year, theme), ()), key=_goodness)
        shown = [
            evidence
            for wording in ("statutory", "jargon")
            for evidence in [e for e in every if e.mention.wording.value == wording][:_MOST]
        ]
        found.append(
            Passages(
                name,
                year,
                themes[order[theme]],
                tuple(shown),
                len(every) - len(shown),
                years.denied.get((name, year, theme), ()),
            )
        )
    return found


def _goodness(evidence: Evidence) -> tuple[bool, bool, float]:
    """Smaller is better: minutes before agendas, headings before texts, the surer first."""
    return (
        not evidence.in_minutes,
        not evidence.mention.in_heading,
        -evidence.mention.confidence,
    )
