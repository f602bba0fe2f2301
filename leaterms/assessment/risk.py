"""The status of a theme in a year, and the risk that goes with it: an indication, as data.

Source: DESIGN section 3 of the project, after the case in docs/handleiding.md: the talk was
held, the word was not used, and the inspectorate saw a risk.
"""

from dataclasses import dataclass
from enum import StrEnum

from leaterms.vocabulary import Theme

__all__ = ["Risk", "RiskRule", "Status", "explain_risk", "risk_of"]


class Status(StrEnum):
    """What the LEA documents of a year show of a theme, best first."""

    AGENDISED = "agendised"  # minutes: statutory words in the heading of an item dealt with
    DISCUSSED = "discussed"  # minutes: statutory words in the text
    PLANNED = "planned"  # statutory words on an agenda, no minutes of that meeting
    JARGON_AGENDISED = "jargon_agendised"  # minutes: local words in a heading
    JARGON_DISCUSSED = "jargon_discussed"  # minutes: local words in the text
    JARGON_PLANNED = "jargon_planned"  # local words on an agenda, no minutes of that meeting
    ABSENT = "absent"  # minutes, and none of the above
    UNKNOWN = "unknown"  # nothing that tells what was dealt with


class Risk(StrEnum):
    """How likely the inspectorate finds a risk: an indication, no verdict."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RiskRule:
    """The risk of some statuses; `denied` and `absent_risk` None mean: whatever they are.

    `denied`: the documents say in statutory words that the theme was not discussed.
    `absent_risk`: the theme's own (`vocab/themas.yaml`). `reason` is Dutch, for the report.
    """

    statuses: tuple[Status, ...]
    risk: Risk
    reason: str
    denied: bool | None = None
    absent_risk: str | None = None


_JARGON = (Status.JARGON_AGENDISED, Status.JARGON_DISCUSSED, Status.JARGON_PLANNED)

# The first rule that fits decides; together they cover every case.
_RULES = (
    RiskRule(
        (Status.AGENDISED,),
        Risk.NONE,
        "Het thema stond in wettelijke woorden als agendapunt op tafel.",
    ),
    RiskRule(
        (Status.DISCUSSED,),
        Risk.LOW,
        "Het thema is in wettelijke woorden besproken, maar was geen eigen agendapunt.",
    ),
    RiskRule(
        (Status.PLANNED,),
        Risk.LOW,
        "Het thema stond in wettelijke woorden op een agenda; een verslag ontbreekt.",
    ),
    RiskRule(
        _JARGON,
        Risk.HIGH,
        "De stukken zeggen in wettelijke woorden dat het thema niet is besproken; wat er wel "
        "over is gezegd, staat alleen in eigen woorden.",
        denied=True,
    ),
    RiskRule(
        (Status.JARGON_PLANNED,),
        Risk.MEDIUM,
        "Het thema stond alleen in eigen woorden op een agenda; een verslag ontbreekt.",
    ),
    RiskRule(
        _JARGON,
        Risk.MEDIUM,
        "Het thema is alleen in eigen woorden besproken; het wettelijke woord ontbreekt.",
    ),
    RiskRule(
        (Status.ABSENT,),
        Risk.LOW,
        "Het thema komt in de verslagen niet voor; het initiatief ligt bij de schoolbesturen.",
        absent_risk="low",
    ),
    RiskRule(
        (Status.ABSENT,),
        Risk.HIGH,
        "Het thema komt in de verslagen van dit jaar niet voor.",
    ),
    RiskRule(
        (Status.UNKNOWN,),
        Risk.UNKNOWN,
        "Van dit jaar is geen leesbaar verslag van het overleg gevonden.",
    ),
)


def risk_of(status: Status, theme: Theme, *, denied: bool) -> Risk:
    """The risk of `status` for `theme`.

    Args:
        status: what the year's documents show.
        theme: the theme; only its `absent_risk` matters.
        denied: whether they say in statutory words that it was not discussed.
    """
    return _rule(status, theme, denied=denied).risk


def explain_risk(status: Status, theme: Theme, *, denied: bool) -> str:
    """The ground of `risk_of` in one Dutch sentence, for a policy adviser."""
    return _rule(status, theme, denied=denied).reason


def _rule(status: Status, theme: Theme, *, denied: bool) -> RiskRule:
    return next(
        rule
        for rule in _RULES
        if status in rule.statuses
        and rule.denied in (None, denied)
        and rule.absent_risk in (None, theme.absent_risk)
    )
