"""What detection gives: mentions of statutory themes (annotation guideline)."""

from dataclasses import dataclass
from enum import StrEnum

from leaterms.vocabulary import Wording

__all__ = ["Assertion", "Mention", "Method"]


class Assertion(StrEnum):
    """What the passage shows about the meeting (annotation guideline, 'Assertion')."""

    DISCUSSED = "discussed"
    PLANNED = "planned"
    NOT_DISCUSSED = "not_discussed"
    POSTPONED = "postponed"
    QUOTED = "quoted"


class Method(StrEnum):
    """How a mention was found; `semantic` is a proposal that never counts by itself."""

    TERM = "term"
    COMPOUND = "compound"
    PATTERN = "pattern"
    FUZZY = "fuzzy"
    MODEL = "model"
    SEMANTIC = "semantic"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span with a theme; a phrase of two themes is two mentions.

    `start` and `end` are half-open character offsets in the item's `title` (`in_heading`)
    or `text`, so that `text[start:end] == quote`; `sentence` is the sentence or cell around
    it. `item` is the item's index (-1 before the first). `term` is the id of the vocabulary
    entry. `confidence` is in 0..1, with three decimals. `why` is one Dutch line: which
    term, which rule.
    """

    item: int
    in_heading: bool
    start: int
    end: int
    quote: str
    sentence: str
    theme: str
    wording: Wording
    assertion: Assertion
    term: str
    confidence: float
    method: Method
    why: str
