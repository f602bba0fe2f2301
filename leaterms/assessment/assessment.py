"""All that an archive shows of one theme in one year: the ground under an answer.

Coverage tells how a theme was dealt with and which risk that gives; an assessment adds what
the law and the inspectorate ask beside it: with whom, how often, what was agreed, whether
that can be measured, which agreements already stood, and why there was no talk. The rules
are data, `vocab/beoordeling.yaml`. It is an indication, no verdict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.bearing import ThemedAgreement, agreements_by_theme
from leaterms.assessment.coverage import CoverageCell, assess_coverage
from leaterms.assessment.evidence import Evidence, Years, collect_evidence
from leaterms.assessment.meetings import Meeting, find_meetings
from leaterms.assessment.remarks import Remark
from leaterms.assessment.risk import Risk, Status
from leaterms.assessment.standing import StandingAgreement
from leaterms.structure import Level, Partner
from leaterms.vocabulary import Theme, Wording

__all__ = ["Assessment", "assess"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the documents of one municipality and calendar year show of one theme.

    `status` is that of coverage; `risk` is its risk, raised where the rules say so (a
    statutory partner was missing). `reason` is the ground of the risk and `explanation` the
    whole in a few sentences, both plain Dutch that says it is an indication. `group` is the
    article that names the theme.

    `statutory` and `jargon` are the best evidence in either wording. `meetings` counts the
    meetings of the consultation in which the theme shows: `bestuurlijk`, `ambtelijk` and
    `onbekend` add up to it; `held` counts all that year.

    `required` are the partners that had to be there, `present` those of them and others that
    were at a meeting of which minutes show the theme, `missing` the required ones that were at
    none of these; empty where no minutes show the theme, or none of them says who was there
    (`attendance` False). `overleg`: minutes show that the theme was talked about there with a
    partner; `overleg_ground` says in Dutch what shows it or what lacks.

    `agreements` are those on the theme of that year, `standing` those made before (of
    minutes of earlier years, of a convenant or plan), `still_fit` the sentences that say that
    what was agreed still holds, `grounds` those that say why the theme was not talked about.
    """

    municipality: str
    year: int
    theme: str
    group: str
    status: Status
    risk: Risk
    reason: str
    statutory: Evidence | None
    jargon: Evidence | None
    denials: tuple[Evidence, ...]
    meetings: int
    bestuurlijk: int
    ambtelijk: int
    onbekend: int
    held: int
    required: tuple[Partner, ...]
    present: tuple[Partner, ...]
    missing: tuple[Partner, ...]
    attendance: bool
    overleg: bool
    overleg_ground: str
    agreements: tuple[ThemedAgreement, ...]
    standing: tuple[StandingAgreement, ...]
    still_fit: tuple[Remark, ...]
    grounds: tuple[Remark, ...]
    explanation: str

    @property
    def measurable(self) -> tuple[ThemedAgreement, ...]:
        """Those of `agreements` of which one can check that they were kept."""
        return tuple(themed for themed in self.agreements if themed.measurable)


def assess(results: Sequence[FileResult], themes: Sequence[Theme]) -> tuple[Assessment, ...]:
    """One for each municipality, calendar year and theme, in the order of `assess_coverage`."""
    return tuple(_assessments(_Archive.of(results), assess_coverage(results, themes), themes))


@dataclass(frozen=True, slots=True)
class _Archive:
    """What is looked up for every cell; `agreed` by path of a document that counts, and theme."""

    years: Years
    meetings: tuple[Meeting, ...]
    agreed: dict[str, dict[str, tuple[ThemedAgreement, ...]]]

    @classmethod
    def of(cls, results: Sequence[FileResult]) -> "_Archive":
        meetings = find_meetings(results)
        counted = {path for meeting in meetings if meeting.is_lea for path in meeting.counted}
        return cls(
            years=collect_evidence(results),
            meetings=meetings,
            agreed={r.path: agreements_by_theme(r) for r in results if r.path in counted},
        )


def _assessments(
    archive: _Archive, cells: Sequence[CoverageCell], themes: Sequence[Theme]
) -> Iterator[Assessment]:
    by_id = {theme.id: theme for theme in themes}
    for cell in cells:
        yield _assess(archive, cell, by_id[cell.theme])


def _assess(archive: _Archive, cell: CoverageCell, theme: Theme) -> Assessment:
    key = (cell.municipality, cell.year, cell.theme)
    shown = archive.years.shown.get(key, ())
    meetings = [archive.meetings[number] for number in sorted({e.meeting for e in shown})]
    minuted = [archive.meetings[n] for n in sorted({e.meeting for e in shown if e.in_minutes})]
    attended = {partner for meeting in minuted for partner in meeting.partners}
    required = tuple(Partner(name) for name in theme.partners)
    levels = [meeting.level for meeting in meetings]
    held = archive.years.held.get(key[:2], frozenset())
    paths = sorted({path for number in held for path in archive.meetings[number].counted})
    return Assessment(
        municipality=cell.municipality,
        year=cell.year,
        theme=cell.theme,
        group=theme.group,
        status=cell.status,
        risk=cell.risk,
        reason=f"Indicatie: {cell.reason}",
        statutory=_best(shown, Wording.STATUTORY),
        jargon=_best(shown, Wording.JARGON),
        denials=archive.years.denied.get(key, ()),
        meetings=len(meetings),
        bestuurlijk=levels.count(Level.BESTUURLIJK),
        ambtelijk=levels.count(Level.AMBTELIJK),
        onbekend=levels.count(Level.ONBEKEND),
        held=len(held),
        required=required,
        present=tuple(partner for partner in Partner if partner in attended),
        missing=tuple(p for p in required if p not in attended) if attended else (),
        attendance=bool(attended),
        overleg=bool(minuted),
        overleg_ground="",
        agreements=tuple(
            themed for path in paths for themed in archive.agreed[path].get(theme.id, ())
        ),
        standing=(),
        still_fit=(),
        grounds=(),
        explanation="",
    )


def _best(shown: Sequence[Evidence], wording: Wording) -> Evidence | None:
    """Minutes before agendas, headings before texts, then the surest; of equals the first."""
    own = [evidence for evidence in shown if evidence.mention.wording is wording]
    return min(
        own,
        key=lambda e: (not e.in_minutes, not e.mention.in_heading, -e.mention.confidence),
        default=None,
    )
