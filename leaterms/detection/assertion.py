"""What a passage shows about the meeting: discussed, planned, not discussed, ...

The rules are those of `vocab/beweringen.yaml`, tried in the order of the file; the first
that fits decides. Where none fits, an agenda plans, minutes and decision lists show what was
discussed, and any other document only quotes (annotation guideline, 'Assertion').
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaterms.detection.matching import Hit
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import Passage, ReadItem
from leaterms.language import TokenizedSentence
from leaterms.structure import Kind
from leaterms.vocabulary import AssertionRule, Scope

__all__ = [
    "CompiledRule",
    "Verdict",
    "compile_rules",
    "default_of",
    "is_in_quotes",
    "judge",
    "same_row",
]

_DEFAULTS = {
    Kind.AGENDA: Assertion.PLANNED,
    Kind.VERSLAG: Assertion.DISCUSSED,
    Kind.BESLUITENLIJST: Assertion.DISCUSSED,
    Kind.OTHER: Assertion.QUOTED,
}
_TITLE_CELL = 6  # words; a longer cell is a text of its own
_AROUND = 4  # words between a cue and the mention it stands 'around'
# words at which a new statement or a reason begins within a sentence: a cue before them says
# nothing of what comes after ('niet over segregatie, maar wel over integratie'; 'niet besproken
# in verband met onderzoek naar de samenstelling van de scholen')
_TURNS = frozenset({"maar", "echter", "terwijl", "doch", "vanwege", "wegens", "verband", "i.v.m"})
_OPENING, _CLOSING = "\"'“‘„«", "\"'”’“»"


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with the numbers of its phrases in the matcher."""

    rule: AssertionRule
    cues: frozenset[int]
    unless: frozenset[int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The assertion and what gave it: a rule; or words, by likeness to judged examples.

    Without either the document's kind did.
    """

    assertion: Assertion
    rule: AssertionRule | None = None
    words: tuple[str, ...] = ()


def default_of(kind: Kind) -> Assertion:
    """What a mention in a document of this kind shows where no rule fits."""
    return _DEFAULTS[kind]


def judge(
    read: ReadItem, number: int, hit: Hit, kind: Kind, rules: tuple[CompiledRule, ...]
) -> Verdict:
    """The verdict on the mention `hit` in passage `number` of `read`."""
    passage = read.passages[number]
    for compiled in rules:
        rule = compiled.rule
        if rule.kinds and kind.value not in rule.kinds:
            continue
        if rule.only_heading and not passage.in_heading:
            continue
        if rule.in_quotes and not is_in_quotes(passage, hit):
            continue
        if compiled.unless & passage.phrases:
            continue
        if _fits(compiled, read, number, hit):
            return Verdict(Assertion(rule.assertion), rule)
    return Verdict(_DEFAULTS[kind])


def is_in_quotes(passage: Passage, hit: Hit) -> bool:
    """Whether the mention stands between quotation marks, or the marks stand at its edges."""
    start, end = passage.span(hit)
    before = passage.text[passage.sentence.start : start]
    after = passage.text[end : passage.sentence.end]
    opened = max((before.rfind(c) for c in _OPENING if not _is_apostrophe(before, c)), default=-1)
    if opened < 0:
        return False
    # an even number of straight marks before it: the quotation was closed again
    if before[opened] in "\"'" and before.count(before[opened]) % 2 == 0:
        return False
    return any(c in after for c in _CLOSING)


def _is_apostrophe(text: str, mark: str) -> bool:
    at = text.rfind(mark)
    return mark in "'’‘" and at > 0 and text[at - 1].isalnum()


def _fits(compiled: CompiledRule, read: ReadItem, number: int, hit: Hit) -> bool:
    scope = compiled.rule.scope
    passage = read.passages[number]
    if scope is Scope.ITEM:
        return bool(compiled.cues & read.phrases)
    if scope is Scope.HEADING:
        return any(p.in_heading and compiled.cues & p.phrases for p in read.passages)
    if scope in {Scope.SENTENCE, Scope.NEXT, Scope.PREVIOUS}:
        # words of the mention itself are no cue: 'ouders die elkaar niet spreken'
        own = any(
            h.phrase in compiled.cues
            and not _inside(h, hit)
            and not _turns(passage.sentence, h.tokens[-1], hit.tokens[0])
            for h in passage.hits
        )
        others = (p for p in _around(read, number, scope) if p is not passage)
        return own or any(compiled.cues & p.phrases for p in others)
    cues = [h for h in passage.hits if h.phrase in compiled.cues]
    return any(_stands(scope, cue, hit, passage.sentence) for cue in cues) or (
        scope is Scope.AFTER and any(compiled.cues & p.phrases for p in same_row(read, number))
    )


def _inside(cue: Hit, hit: Hit) -> bool:
    return hit.tokens[0] <= cue.tokens[0] and cue.tokens[-1] <= hit.tokens[-1]


def _around(read: ReadItem, number: int, scope: Scope) -> Iterator[Passage]:
    """The passages that `scope` looks at, seen from passage `number`."""
    yield read.passages[number]
    yield from same_row(read, number)
    if scope is Scope.NEXT and number + 1 < len(read.passages):
        yield read.passages[number + 1]
    if scope is Scope.PREVIOUS and number > 0 and not read.passages[number - 1].in_heading:
        yield read.passages[number - 1]


def same_row(read: ReadItem, number: int) -> Iterator[Passage]:
    """The other cells of its row, for a mention in a short cell: that is the row's title."""
    passage = read.passages[number]
    if not 0 <= passage.segment < len(read.item.segments):
        return
    cells = read.item.segments[passage.segment].cells
    own = next((c for c in cells if c[0] <= passage.sentence.start < c[1]), None)
    if own is None or len(read.item.text[own[0] : own[1]].split()) > _TITLE_CELL:
        return
    for other in read.passages:
        if other.segment == passage.segment and not own[0] <= other.sentence.start < own[1]:
            yield other


def _stands(scope: Scope, cue: Hit, hit: Hit, sentence: TokenizedSentence) -> bool:
    first, last = hit.tokens[0], hit.tokens[-1]
    if scope is Scope.BEFORE:
        # a cue may embrace the mention ('schuift de overdracht door'): its first word counts
        left, right = cue.tokens[0], first
    elif scope is Scope.AFTER:
        left, right = last, cue.tokens[-1]
    else:  # AROUND
        if cue.tokens[0] <= last and cue.tokens[-1] >= first:
            return True
        before = cue.tokens[-1] < first
        left, right = (cue.tokens[-1], first) if before else (last, cue.tokens[0])
        if right - left > _AROUND + 1:
            return False
    return left < right and not _turns(sentence, left, right)


def _turns(sentence: TokenizedSentence, left: int, right: int) -> bool:
    """Whether a new statement begins between two words."""
    return any(t.forms[0] in _TURNS for t in sentence.tokens[left + 1 : right])


def compile_rules(
    rules: tuple[AssertionRule, ...], numbers: Mapping[tuple[str, bool, int], int]
) -> tuple[CompiledRule, ...]:
    """The rules with the phrase numbers of their cues.

    `numbers` is by the cue's text, whether it is ordered, and its gap.
    """
    return tuple(
        CompiledRule(
            rule,
            frozenset(numbers[text, rule.ordered, rule.gap] for text in rule.cues),
            frozenset(numbers[text, rule.ordered, rule.gap] for text in rule.unless),
        )
        for rule in rules
    )
