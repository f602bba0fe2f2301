"""What makes a sentence likely to record an agreement, where no single word settles it.

Each sign has a weight; their sum is held against `ENOUGH`. Source of the signs: annotation
guideline, 'Agreement' (agreed, decided, taken on; no wish, plan, notice or report). The weights
were fitted by logistic regression on the annotated samples and rounded to quarters
(docs/decisions.md says how well they do on municipalities left out).
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from leaterms.assessment.cues import Cues
from leaterms.assessment.measures import (
    find_deadline,
    is_firm,
    is_measurable,
    names_amount,
    names_date,
)
from leaterms.assessment.passages import Passage
from leaterms.assessment.subjects import Who, read_subject
from leaterms.reading import BlockKind
from leaterms.structure import Kind

__all__ = ["ENOUGH", "find_signs", "weigh"]

WEIGHTS = MappingProxyType(
    {
        "entry of decisions": 4.0,
        "among decisions": 1.75,
        "after a decision": 0.25,
        "act of person": 3.75,
        "act of group": 3.5,
        "act of we": 2.25,
        "act of nobody": 2.0,
        "act of pronoun": 1.5,
        "other act of person": 1.75,
        "other act of group": 1.0,
        "other act of we": 0.75,
        "other act of pronoun": 0.5,
        "short act": 1.75,
        "about that": 1.25,
        "intent": 0.75,
        "goal": 0.75,
        "outcome": 1.75,
        "several": 1.75,
        "others": -3.0,
        "reported entry": -2.0,
        "measured decision": 1.25,
        "under outcomes": 1.75,
        "decided in passive": 1.0,
        "change": 0.75,
        "passive": 0.25,
        "assent": 1.5,
        "from now on": 1.0,
        "firm deadline": 3.0,
        "loose deadline": 1.75,
        "amount": 1.0,
        "number": -0.25,
        "follows": 1.0,
        "own paragraph": 0.5,
        "opens a paragraph": 0.25,
        "closes a paragraph": 1.25,
        "last": 2.0,
        "told by someone": -2.0,
        "told": -1.25,
        "told later": -1.0,
        "state of someone": -1.5,
        "state": -1.0,
        "denied": -1.75,
        "act denied": -7.0,
        "announced": -2.0,
        "spoken": -0.5,
        "long": -1.0,
        "margin": -1.25,
        "notice": -3.0,
        "no minutes": -1.0,
    }
)
ENOUGH = 4.25
_MEASURED = frozenset({"firm deadline", "loose deadline", "number", "amount"})
_FAR = 160  # characters into a sentence; what stands further on is not what it is about
_NEAR = 40
_FEW, _MANY = 8, 25  # words


def weigh(signs: frozenset[str]) -> float:
    """How much speaks for an agreement."""
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs)


def find_signs(
    passage: Passage, said: str, title: str, kind: Kind, people: frozenset[str], cues: Cues
) -> frozenset[str]:
    """The signs in a sentence and its place.

    Args:
        passage: the sentence and where it stands.
        said: its words as printed, without the speaker before a colon.
        title: the title of its item in lower case.
        kind: the kind of the document.
        people: words that name someone present.
        cues: the cues.
    """
    words = set(_of_words(said, people, cues))
    place = set(_of_place(passage, title, kind, cues))
    if cues.outsider.match(said.casefold()):
        words.add("others")
    if "entry of decisions" in place and words & {"told by someone", "state of someone"}:
        words.add("reported entry")
    told = {"told", "told later", "told by someone", "state", "state of someone", "others"}
    if "among decisions" in place | words and words & _MEASURED and not words & told:
        words.add("measured decision")
    return frozenset(words | place)


def _of_words(said: str, people: frozenset[str], cues: Cues) -> Iterator[str]:
    text = said.casefold()
    subject = read_subject(said, people, cues)
    yield from _of_verb(text, subject.who, subject.verb, cues)
    deadline = find_deadline(said)
    if names_date(deadline):
        yield "firm deadline" if is_firm(deadline) else "loose deadline"
    elif is_measurable(text):
        yield "number"
    if names_amount(text):
        yield "amount"
    if subject.who is Who.NOBODY and cues.denial.search(text, 0, _FAR):
        yield "denied"
    if cues.standing.search(text):
        yield "from now on"
    if _INTENT.search(text):
        yield "intent"
    if _GOAL.search(text) and is_measurable(text):
        yield "goal"
    announced = subject.who is Who.NOBODY and cues.announcement.search(text)
    if announced or _HOURS.search(text):
        yield "announced"
    length = len(text.split())
    if length > _MANY:
        yield "long"


def _of_verb(text: str, who: Who, verb: int, cues: Cues) -> Iterator[str]:
    """What the subject does: acts, tells, is."""
    if who is Who.NOBODY:
        yield from _of_any_verb(text, cues)
        return
    does = _does(text, verb, cues)
    if does.endswith("act"):
        yield f"{does} of {who}"
        if _SEVERAL.search(text, 0, verb):
            yield "several"
        if _ANAPHOR.match(text, verb):
            yield "about that"
        if does == "act" and len(text.split()) <= _FEW:
            yield "short act"
        below = _BELOW.search(text, verb)
        if cues.denial.search(
            text, verb, min(verb + _NEAR, below.start() if below else len(text))
        ):
            yield "act denied"
    else:
        yield from _of_teller(text, verb, does)
        if cues.denial.search(text, 0, _FAR):
            yield "denied"
    if cues.assent.search(text):
        yield "assent"


def _of_teller(text: str, verb: int, does: str) -> Iterator[str]:
    if does:
        yield f"{does} someone"
    if does == "told by" and _WISHES.match(text, verb):
        yield "wish of someone"


def _does(text: str, verb: int, cues: Cues) -> str:
    """What the verb at `verb` says: 'told by', 'state of', 'act', 'other act', or ''."""
    if cues.narration.match(text, verb) and not _WOULD.match(text, verb):
        return "told by"
    if cues.state.match(text, verb):
        return "state of"
    if cues.action.match(text, verb) or _WOULD.match(text, verb):
        return "act"
    if cues.description.match(text, verb):
        # 'Vanaf nu krijgt de opvang bericht'
        return "other act" if cues.standing.search(text) else "state of"
    if _ASKS.match(text, verb):
        return "told by"
    return "other act" if _VERB.match(text, verb) else ""


def _of_any_verb(text: str, cues: Cues) -> Iterator[str]:
    action, change = cues.action.search(text, 0, _FAR), cues.change.search(text, 0, _FAR)
    first = min((found.start() for found in (action, change) if found), default=60)
    told, state = cues.narration.search(text), cues.state.search(text)
    if told and told.start() <= min(first, 60):
        yield "told"
    elif state and state.start() < min(first, 60):
        yield "state"
    elif action and len(text[: action.start()].split()) <= 6:
        yield "act of nobody"
    elif change and len(text[: change.start()].split()) <= 8:
        yield "change"
    elif told:
        yield "told later"
    if cues.assent.search(text) and not told:
        yield "assent"
    if _PASSIVE.search(text, 0, 70) and not told:
        yield "passive"


# what follows is what it is about: 'gaat na wie niet kwam'
_BELOW = re.compile(r"\s(?:wie|wat|of|dat|die|waarom|hoe|om)\b")
# 'Zij zal erover bellen', or told in the past 'Zij zou dit bespreken'; no wish
_WOULD = re.compile(
    r"(?:zou(?:den)?|zal|zullen)\s(?!.*\b(?:graag|liefst|moeten|kunnen|willen|mogen|zijn|hebben|worden|liever)\b)"
)
_SEVERAL = re.compile(r"\sen\s|[+&/]|\bbeide\b|\bsamen\b")
# 'neemt dit mee', 'zoekt het uit', 'overlegt hierover'
_ANAPHOR = re.compile(
    r"[a-zà-ÿ'-]+\s(?:\S+\s){0,2}?(?:dit|dat|het|die|deze|hem|er|(?:hier|daar)[a-z]*)\b"
)
_INTENT = re.compile(
    r"\b(?:alsnog|alvast|binnenkort|eerst|even|eens|nogmaals|opnieuw|z\.?s\.?m|zo snel mogelijk|"
    r"op korte termijn|(?:deze|volgende|komende)\s(?:week|maand|keer))\b"
)
_GOAL = re.compile(
    r"\b(?:streven|streeft|streven|doel|norm|streefcijfer|ambitie|minimaal|maximaal|max\.|"
    r"ten\sminste|ten\shoogste)\b|\bmax\."
)
# 'vraagt of', 'ziet dat', 'zegt wat': who does so tells
_ASKS = re.compile(r"[a-zà-ÿ'-]+\s(?:zich\s)?(?:dat|of|af|wat|hoe|waarom|wanneer|wie)\b")
_WISHES = re.compile(
    r"(?:vraagt|vragen|wil|willen|wenst|wensen|hoopt|hopen|vindt|vinden|zou|zouden|overweegt)\b"
)
_VERB = re.compile(r"(?:[a-zà-ÿ]+(?:t|en)|ga|doe|laat)(?!\w)")
# the hours of a meeting: 'Noor opent om 9.04 uur'
_HOURS = re.compile(r"\b(?:open(?:t|de)?|start(?:te)?|begint|sluit)\b.{0,40}?\d[.:]\d\d(?![.\d])")
_PASSIVE = re.compile(r"\bword(?:t|en)\b")
_ENTRY = re.compile(r"\(?(?:[a-z]|\d{1,4}(?:[-./]\d{1,3})?)[.)]?\s+[^\W\d]")  # '25-3 De besturen'


def _of_place(passage: Passage, title: str, kind: Kind, cues: Cues) -> Iterator[str]:
    unsettled = cues.leftover_title.match(title) or cues.notice_title.match(title)
    if unsettled:
        yield "notice"
    if kind is Kind.BESLUITENLIJST and not unsettled:
        own = passage.kind in (BlockKind.ROW, BlockKind.BULLET)
        if own or (passage.opens and _ENTRY.match(passage.text)):
            yield "entry of decisions"
        else:
            yield "among decisions" if passage.opens else "after a decision"
    if kind is Kind.OTHER:
        yield "no minutes"
    if passage.opens and passage.block > 0:
        yield "own paragraph" if passage.closes else "opens a paragraph"
    if passage.closes:
        yield "last" if passage.block == passage.blocks - 1 else "closes a paragraph"
    if cues.margin_title.match(title):
        yield "margin"
    concludes = cues.outcome_title.match(title) or cues.list_title.match(title)
    if concludes and not cues.minutes_title.match(title):
        yield "under outcomes"
    if kind is Kind.BESLUITENLIJST and not unsettled and _PASSIVE.search(passage.text, 0, 70):
        yield "decided in passive"
