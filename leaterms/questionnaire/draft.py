"""What a draft of an answer is."""

from dataclasses import dataclass
from enum import StrEnum

from leaterms.assessment import Meeting, Remark, StandingAgreement, ThemedAgreement
from leaterms.questionnaire.grounds import Passage
from leaterms.questionnaire.questions import Question

__all__ = ["Draft", "Verdict"]


class Verdict(StrEnum):
    """What is drafted."""

    YES = "ja"
    PARTLY = "deels"
    TO_JUDGE = "te beoordelen"
    NOTHING = "niet gevonden, te beoordelen"
    NOT_NEEDED = "niet van toepassing"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer to one question as the documents support it.

    `answer` is the line to read, `explanation` its ground, `missing` what one has to find or
    judge; all Dutch. `passages` are the best one of each item, `more` counts those not shown.
    `carried` are the indices in `agreements` of those that 'ja' may rest on.
    """

    question: Question
    verdict: Verdict
    answer: str
    explanation: str
    passages: tuple[Passage, ...] = ()
    more: int = 0
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[ThemedAgreement, ...] = ()
    carried: tuple[int, ...] = ()
    standing: tuple[StandingAgreement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    missing: tuple[str, ...] = ()
