"""The tables of an assessment: one row for each municipality, year and theme."""

from collections.abc import Iterable

import pandas as pd

from leaterms import frames
from leaterms.assessment import Assessment

__all__ = ["tabulate_assessments"]


def tabulate_assessments(assessments: Iterable[Assessment]) -> pd.DataFrame:
    """Assessments in the order given; each passage with its place."""
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
