"""Making an assessment of each theme in each year: coverage, and what the rules add to it."""

from collections.abc import Sequence
from dataclasses import replace

from leaterms.archive import FileResult
from leaterms.assessment.assessment import Assessment
from leaterms.assessment.coverage import CoverageCell, assess_coverage
from leaterms.assessment.criteria import Criteria, load_criteria
from leaterms.assessment.evidence import Evidence
from leaterms.assessment.explanation import enumerate_dutch, explain, name_partners
from leaterms.assessment.holdings import Holdings, collect_holdings
from leaterms.assessment.meetings import Meeting
from leaterms.assessment.risk import Risk, Status
from leaterms.structure import Level, Partner
from leaterms.vocabulary import Theme, Wording

__all__ = ["assess"]


def assess(results: Sequence[FileResult], themes: Sequence[Theme]) -> tuple[Assessment, ...]:
    """One for each municipality, calendar year and theme, in the order of `assess_coverage`.

    The risk is that of coverage, but where a rule of `vocab/beoordeling.yaml` raises it.

    Raises:
        VocabularyError: the shipped rules have faults.
    """
    criteria = load_criteria()
    holdings = collect_holdings(results, criteria)
    by_id = {theme.id: theme for theme in themes}
    return tuple(
        _assess(holdings, criteria, cell, by_id[cell.theme])
        for cell in assess_coverage(results, themes)
    )


def _assess(
    holdings: Holdings, criteria: Criteria, cell: CoverageCell, theme: Theme
) -> Assessment:
    key = (cell.municipality, cell.year, cell.theme)
    shown = holdings.years.shown.get(key, ())
    meetings = [holdings.meetings[number] for number in sorted({e.meeting for e in shown})]
    talks = [holdings.meetings[n] for n in sorted({e.meeting for e in shown if e.in_minutes})]
    levels = [meeting.level for meeting in meetings]
    attended = {partner for meeting in talks for partner in meeting.partners}
    required = _required(theme, shown, criteria)
    present = tuple(partner for partner in Partner if partner in attended)
    missing = tuple(p for p in required if p not in attended) if attended else ()
    raised, reasons = _raise(cell, missing, criteria, unknown=bool(talks) and not attended)
    agreements = holdings.agreed.get(key, ())
    overleg = bool(talks) and (not attended or bool(attended - {Partner.GEMEENTE}))
    overleg_ground = _overleg_ground(holdings, cell, talks, present, agreed=bool(agreements))
    assessment = Assessment(
        municipality=cell.municipality,
        year=cell.year,
        theme=cell.theme,
        group=theme.group,
        status=cell.status,
        risk=raised,
        reason=f"Indicatie: {' '.join(reasons)}",
        statutory=_best(shown, Wording.STATUTORY),
        jargon=_best(shown, Wording.JARGON),
        denials=holdings.years.denied.get(key, ()),
        meetings=len(meetings),
        bestuurlijk=levels.count(Level.BESTUURLIJK),
        ambtelijk=levels.count(Level.AMBTELIJK),
        onbekend=levels.count(Level.ONBEKEND),
        held=cell.held,
        required=required,
        present=present,
        missing=missing,
        attendance=bool(attended),
        overleg=overleg,
        overleg_ground=overleg_ground,
        agreements=agreements,
        standing=holdings.standing(*key, criteria.earlier_years),
        still_fit=holdings.still_fit.get(key, ()),
        grounds=holdings.grounds.get(key, ()),
        explanation="",
    )
    return replace(assessment, explanation=explain(assessment))


def _required(theme: Theme, shown: Sequence[Evidence], criteria: Criteria) -> tuple[Partner, ...]:
    """Who has to be there; a condition lifts its partner where no item shown has its words."""
    partners = [Partner(name) for name in theme.partners]
    for condition in criteria.conditions:
        if condition.partner in partners and theme.id in condition.themes:
            texts = (f"{e.item.title}\n{e.item.text}".casefold() for e in shown)
            if shown and not any(condition.words.search(text) for text in texts):
                partners.remove(condition.partner)
    return tuple(partners)


def _raise(
    cell: CoverageCell, missing: Sequence[Partner], criteria: Criteria, *, unknown: bool
) -> tuple[Risk, list[str]]:
    """The risk after the rules that raise it, and all reasons for it, sentences."""
    risk, reasons = cell.risk, [cell.reason]
    for rule in criteria.raises:
        holds = bool(missing) if rule.when == "partner_missing" else unknown
        if holds and rule.risk is risk:
            risk = rule.to
            reasons.append(rule.reason.replace("{partners}", name_partners(missing)))
    return risk, reasons


def _overleg_ground(
    holdings: Holdings,
    cell: CoverageCell,
    talks: Sequence[Meeting],
    present: Sequence[Partner],
    *,
    agreed: bool,
) -> str:
    """What shows that there was the talk that the law asks for, or what lacks."""
    if not talks:
        if cell.status in (Status.PLANNED, Status.JARGON_PLANNED):
            return "Een verslag dat laat zien dat erover is gesproken, is er niet."
        return ""
    if not present:
        shown = ["De verslagen laten zien dat erover is gesproken, maar niet wie er was"]
    elif present == (Partner.GEMEENTE,):
        shown = ["Van de partners blijkt alleen de gemeente aanwezig; dat is geen overleg"]
    else:
        shown = [f"Er is over gesproken; aanwezig: {name_partners(present)}"]
    named = {
        label for meeting in talks for path in meeting.counted for label in holdings.named[path]
    }
    signs = [*(["er zijn afspraken over gemaakt"] if agreed else []), *sorted(named)]
    if signs:
        shown.append(enumerate_dutch(signs))
    return f"{'; '.join(shown)}."


def _best(shown: Sequence[Evidence], wording: Wording) -> Evidence | None:
    """Minutes before agendas, headings before texts, then the surest; of equals the first."""
    own = [evidence for evidence in shown if evidence.mention.wording is wording]
    return min(
        own,
        key=lambda e: (not e.in_minutes, not e.mention.in_heading, -e.mention.confidence),
        default=None,
    )
