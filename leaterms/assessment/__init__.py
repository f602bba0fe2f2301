"""From documents to answers: meetings, coverage, risk, divergence, agreements."""

from leaterms.assessment.agreements import Agreement, find_agreements
from leaterms.assessment.appraisal import assess
from leaterms.assessment.assessment import Assessment
from leaterms.assessment.bearing import ThemedAgreement
from leaterms.assessment.coverage import CoverageCell, assess_coverage
from leaterms.assessment.divergence import Divergence, find_divergence
from leaterms.assessment.evidence import Evidence, Years, collect_evidence, counts
from leaterms.assessment.explanation import enumerate_dutch
from leaterms.assessment.identity import mention_ids
from leaterms.assessment.meetings import MINUTES, Meeting, find_meetings
from leaterms.assessment.municipalities import resolve_municipalities
from leaterms.assessment.patterns import any_literal, compile_phrases
from leaterms.assessment.plan import (
    MeetingState,
    PlannedMeeting,
    PlannedTheme,
    ThemeState,
    YearPlan,
    plan_year,
)
from leaterms.assessment.remarks import Remark
from leaterms.assessment.risk import Risk, Status, explain_risk, risk_of
from leaterms.assessment.standing import Origin, StandingAgreement, name_paper

__all__ = [
    "MINUTES",
    "Agreement",
    "Assessment",
    "CoverageCell",
    "Divergence",
    "Evidence",
    "Meeting",
    "MeetingState",
    "Origin",
    "PlannedMeeting",
    "PlannedTheme",
    "Remark",
    "Risk",
    "StandingAgreement",
    "Status",
    "ThemeState",
    "ThemedAgreement",
    "YearPlan",
    "Years",
    "any_literal",
    "assess",
    "assess_coverage",
    "collect_evidence",
    "compile_phrases",
    "counts",
    "enumerate_dutch",
    "explain_risk",
    "find_agreements",
    "find_divergence",
    "find_meetings",
    "mention_ids",
    "name_paper",
    "plan_year",
    "resolve_municipalities",
    "risk_of",
]
