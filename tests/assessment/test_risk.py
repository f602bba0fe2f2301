import pytest

from leaterms.assessment import Risk, Status, explain_risk, risk_of
from tests.assessment.archives import THEMES

SEGREGATIE, _, _, VERDELING = THEMES


@pytest.mark.parametrize(
    ("status", "risk", "risk_when_denied"),
    [
        (Status.AGENDISED, Risk.NONE, Risk.NONE),
        (Status.DISCUSSED, Risk.LOW, Risk.LOW),
        (Status.PLANNED, Risk.LOW, Risk.LOW),
        (Status.JARGON_AGENDISED, Risk.MEDIUM, Risk.HIGH),
        (Status.JARGON_DISCUSSED, Risk.MEDIUM, Risk.HIGH),
        (Status.JARGON_PLANNED, Risk.MEDIUM, Risk.HIGH),
        (Status.ABSENT, Risk.HIGH, Risk.HIGH),
        (Status.UNKNOWN, Risk.UNKNOWN, Risk.UNKNOWN),
    ],
)
def test_every_status_has_its_risk(status, risk, risk_when_denied):
    assert risk_of(status, SEGREGATIE, denied=False) is risk
    assert risk_of(status, SEGREGATIE, denied=True) is risk_when_denied


@pytest.mark.parametrize("denied", [False, True])
def test_absence_is_a_low_risk_for_the_theme_that_is_the_boards_to_propose(denied):
    assert risk_of(Status.ABSENT, VERDELING, denied=denied) is Risk.LOW


@pytest.mark.parametrize("denied", [False, True])
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("theme", THEMES)
def test_every_risk_is_explained_in_one_sentence(status, theme, denied):
    reason = explain_risk(status, theme, denied=denied)

    assert reason[0].isupper()
    assert reason.endswith(".")
