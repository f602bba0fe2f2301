"""Jargon that no list holds: what the classifier finds where the vocabulary found nothing.

The classifier judges each heading and sentence with what stands above and before it; in a
sentence that bears a theme, the clause that bears it most is the mention.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.clauses import split_clauses
from leaterms.detection.matching import Hit, Via
from leaterms.detection.passages import Passage
from leaterms.detection.scoring import ItemScores
from leaterms.language import Token

__all__ = ["Learned", "find_learned"]

_CLAUSE_SHARE = 0.6  # a clause speaks for its sentence from this part of the sentence's score
_FEWEST_WORDS = 2  # content words in what is left of a clause beside other mentions
_NO_PHRASE = -1


@dataclass(frozen=True, slots=True)
class Learned:
    """A find of the classifier: `hit` gives its words in passage `passage`."""

    passage: int
    hit: Hit
    theme: str
    score: float


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause in the passage's text, with its score for each theme."""

    start: int
    end: int
    scores: NDArray[np.float32]


def find_learned(
    scores: ItemScores, taken: Mapping[int, Collection[tuple[int, int, str]]]
) -> Iterator[Learned]:
    """The finds with the classifier's `possible` score or more, in order of place.

    Args:
        scores: those of the passages of an item.
        taken: by passage, the mentions that are there already (start, end, theme): their themes
            are not found again in that passage, their words not claimed again.
    """
    classifier = scores.classifier
    for number, passage in enumerate(scores.read.passages):
        if not any(token.is_content for token in passage.sentence.tokens):
            continue
        found = scores.of(number)
        there = taken.get(number, ())
        known = {theme for *_, theme in there}
        clauses: tuple[_Clause, ...] | None = None
        for column, theme in enumerate(classifier.themes):
            score = float(found[column])
            if score < classifier.possible or theme in known:
                continue
            if clauses is None:
                clauses = _scored_clauses(scores, number)
            span = _speaking_clause(clauses, column, score)
            start, end = span or (passage.sentence.start, passage.sentence.end)
            hit = _free_words(passage, start, end, [(a, b) for a, b, _ in there])
            if hit is not None:
                yield Learned(number, hit, theme, score)


def _scored_clauses(scores: ItemScores, number: int) -> tuple[_Clause, ...]:
    """The clauses of passage `number`, if there are two or more."""
    passage = scores.read.passages[number]
    base = passage.sentence.start
    spans = split_clauses(passage.quote)
    return tuple(
        _Clause(
            base + start,
            base + end,
            scores.classifier.scores(scores.unit(number, base + start, base + end)),
        )
        for start, end in (spans if len(spans) > 1 else ())
    )


def _speaking_clause(
    clauses: tuple[_Clause, ...], column: int, score: float
) -> tuple[int, int] | None:
    """The span of the first best clause that speaks for its sentence; None: all of it does."""
    scored = [(float(clause.scores[column]), clause) for clause in clauses]
    own, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or own < _CLAUSE_SHARE * score:
        return None
    return best.start, best.end


def _free_words(
    passage: Passage, start: int, end: int, others: list[tuple[int, int]]
) -> Hit | None:
    """The longest run of words in [start, end) that no other mention claims, trimmed."""
    runs: list[list[int]] = [[]]
    tokens = passage.sentence.tokens
    for i, token in enumerate(tokens):
        if token.start < start or token.end > end:
            continue
        if any(token.start < b and token.end > a for a, b in others):
            runs.append([])
        else:
            runs[-1].append(i)
    trimmed = [_trim(run, tokens) for run in runs]
    longest = max(trimmed, key=lambda run: sum(tokens[i].is_content for i in run))
    if sum(tokens[i].is_content for i in longest) < min(
        _FEWEST_WORDS, sum(token.is_content for token in tokens)
    ):
        return None
    return Hit(_NO_PHRASE, (longest[0], longest[-1]), Via.WORD)


def _trim(run: list[int], tokens: tuple[Token, ...]) -> list[int]:
    """`run` without function words at its edges."""
    while run and not tokens[run[0]].is_content:
        run = run[1:]
    while run and not tokens[run[-1]].is_content:
        run = run[:-1]
    return run
