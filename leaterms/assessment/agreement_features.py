"""What tells whether a passage records an agreement: the cues of the rules, its words, its place.

Named features, present or not. Training (`training/agreements`) and use share this module.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from leaterms.assessment.agreement_rules import ReadItem, ReadPassage
from leaterms.assessment.cues import Cues
from leaterms.assessment.subjects import Who, read_subject
from leaterms.language import FUNCTION_WORDS, Token, lemmas, tokenize

__all__ = ["find_features"]

_MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november "
    "december".split()
)
_NAME, _MONTH, _NUMBER = "<naam>", "<maand>", "<getal>"
_MARKS = frozenset({"opening", "labelled", "column of agreement"})
_WORDS = 30  # further on a sentence is about something else
_FIRST = 4
_STEP, _LONGEST = 5, 6  # words a step of length, and the last step
_FIRST_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CLAUSE = re.compile(r"[,;.]")


def find_features(read: ReadItem, number: int, cues: Cues) -> frozenset[str]:
    """The features of passage `number` of an item."""
    passage = read.passages[number]
    seen = tuple(_of_cues(passage))
    # where agreements are marked ('Actie:', a column), what is not marked seldom is one
    marked = any(other.cues & _MARKS for other in read.passages)
    return frozenset(
        {
            *seen,
            # what a cue is worth depends on the document: a list of decisions has few others
            *(f"{read.kind.value}/{cue}" for cue in seen),
            *_of_neighbour("before", read.passages, number - 1),
            *_of_neighbour("after", read.passages, number + 1),
            *_of_words(passage, read.people, cues),
            *(f"H:{word}" for word in re.findall(r"\w+", read.item.title.casefold())),
            f"kind:{read.kind.value}, {'marked' if marked else 'unmarked'}",
            "place:first" if number == 0 else "place:further",
            "place:last" if number == len(read.passages) - 1 else "place:followed",
        }
    )


def _of_cues(read: ReadPassage) -> Iterator[str]:
    yield from (f"cue:{cue}" for cue in read.cues)
    yield f"block:{read.passage.kind.value}"
    first = _FIRST_WORD.search(read.passage.text)
    yield f"opens:{_lemma(first.group().casefold()) if first else '<'}"


def _of_neighbour(side: str, passages: Sequence[ReadPassage], number: int) -> Iterator[str]:
    if 0 <= number < len(passages):
        yield from (f"{side}/{feature}" for feature in _of_cues(passages[number]))
    else:
        yield f"{side}/none"


def _of_words(read: ReadPassage, people: frozenset[str], cues: Cues) -> Iterator[str]:
    """Words (S, F as printed), pairs (S2), the first (1 to 4), the last (E); who does what (V)."""
    tokens = tokenize(read.passage.text).tokens[:_WORDS]
    words = _words(tokens, people)
    yield from (f"S:{word}" for word in words)
    yield from (f"F:{token.forms[0]}" for token in tokens)
    yield from (f"S2:{one} {other}" for one, other in pairwise(words))
    for number in range(_FIRST):
        yield f"{number + 1}:{words[number] if number < len(words) else '<'}"
    yield f"E:{words[-1] if words else '<'}"
    yield f"length:{min(_LONGEST, len(words) // _STEP)}"
    if _NAME in words:
        yield "names:someone"
    if words[:1] == (_NAME,):
        yield "names:first"
    yield from _of_verb(read.passage.text[read.start :], people, cues)


def _of_verb(said: str, people: frozenset[str], cues: Cues) -> Iterator[str]:
    """The verb of a subject that can act, with who it is and what completes the verb."""
    subject = read_subject(said, people, cues)
    yield f"who:{subject.who}"
    if subject.who is Who.NOBODY:
        return
    verb, *rest = re.findall(r"[\w'-]+", said[subject.verb :].casefold()) or [""]
    clause = re.findall(r"[\w-]+", _CLAUSE.split(said[subject.verb :].casefold())[0])
    lemma = _infinitive(verb)
    yield f"V:{lemma}"
    yield f"VF:{verb}"
    yield f"VE:{verb[-2:]}"
    yield f"VW:{subject.who} {lemma}"
    if clause:
        yield f"VL:{lemma} {clause[-1]}"
    if rest:
        yield f"V2:{lemma} {rest[0]}"


def _infinitive(form: str) -> str:
    """'belt', which is a noun too, -> 'bellen'."""
    return min((lemma for lemma in lemmas(form) if lemma.endswith("n")), default=_lemma(form))


def _words(tokens: Sequence[Token], people: frozenset[str]) -> tuple[str, ...]:
    """Their lemmas; names of those present are one word, as are months, and numbers."""
    return tuple(
        _NAME
        if token.text in people and token.forms[0] not in FUNCTION_WORDS
        else _lemma(token.forms[0])
        for token in tokens
    )


@lru_cache(maxsize=65536)
def _lemma(form: str) -> str:
    """The shortest lemma."""
    if form in _MONTHS:
        return _MONTH
    if form[:1].isdigit():
        return _NUMBER
    return min(lemmas(form), key=lambda lemma: (len(lemma), lemma), default=form)
