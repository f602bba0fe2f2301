"""The tables of an assessment and of a year's plan."""

from collections.abc import Iterable, Iterator

import pandas as pd

from leaterms import frames
from leaterms.assessment import Assessment, YearPlan
from leaterms.relabelling import AgendaLine

__all__ = ["tabulate_assessments", "tabulate_plans"]


def tabulate_assessments(assessments: Iterable[Assessment]) -> pd.DataFrame:
    """One row for each assessment, in the order given; each passage with its place."""
    return frames.frame(frames.ASSESSMENT, (_row(one) for one in assessments))


def _row(one: Assessment) -> dict[str, object]:
    return {
        **{name: getattr(one, name) for name in _PLAIN},
        "statutory": one.statutory.cite() if one.statutory else "",
        "jargon": one.jargon.cite() if one.jargon else "",
        "denial": tuple(evidence.cite() for evidence in one.denials),
        "agreement_count": len(one.agreements),
        "agreements": tuple(themed.cite() for themed in one.agreements),
        "measurable_count": len(one.measurable),
        "measurable": tuple(themed.cite() for themed in one.measurable),
        "standing": tuple(standing.cite() for standing in one.standing),
        "still_fit": tuple(remark.cite() for remark in one.still_fit),
        "grounds": tuple(remark.cite() for remark in one.grounds),
    }


_MADE = {
    "statutory",
    "jargon",
    "denial",
    "agreement_count",
    "agreements",
    "measurable_count",
    "measurable",
    "standing",
    "still_fit",
    "grounds",
}
_PLAIN = tuple(name for name in frames.ASSESSMENT if name not in _MADE)


def tabulate_plans(
    plans: Iterable[tuple[YearPlan, tuple[AgendaLine, ...]]],
) -> pd.DataFrame:
    """Plans with their model agendas: a summary, the meetings, the themes, the agenda.

    `part` says which of these a row is ('summary', 'meeting', 'theme', 'agenda').
    """
    rows = (row for plan, agenda in plans for row in _of_plan(plan, agenda))
    return frames.frame(frames.PLAN, rows)


def _of_plan(plan: YearPlan, agenda: tuple[AgendaLine, ...]) -> Iterator[dict[str, object]]:
    blank: dict[str, object] = {
        "municipality": plan.municipality,
        "year": plan.year,
        "state": "",
        "number": "",
        "date": None,
        "theme": "",
        "text": "",
        "ground": "",
        "path": "",
    }
    yield {
        **blank,
        "part": "summary",
        "number": str(plan.expected),
        "date": plan.next,
        "text": plan.summary,
        "ground": plan.expected_ground,
    }
    for meeting in plan.meetings:
        yield {
            **blank,
            "part": "meeting",
            "state": meeting.state,
            "number": str(meeting.number or ""),
            "date": meeting.date,
            "text": meeting.level,
            "ground": meeting.ground,
            "path": meeting.path,
        }
    for theme in plan.themes:
        yield {
            **blank,
            "part": "theme",
            "state": theme.state,
            "date": theme.by,
            "theme": theme.theme,
            "text": theme.advice,
            "ground": theme.group,
        }
    for line in agenda:
        yield {
            **blank,
            "part": "agenda",
            "number": line.number,
            "date": plan.next,
            "theme": line.themes,
            "text": line.title,
            "ground": line.group,
        }
