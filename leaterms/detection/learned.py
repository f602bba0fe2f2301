"""Jargon that no list holds: what the classifier finds where the vocabulary found nothing.

The classifier judges each heading and sentence with what stands above and before it; in a
sentence that bears a theme, the words that carry it are the mention, likeliest in the clause that
bears it most.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.clauses import split_clauses
from leaterms.detection.matching import Hit, Via
from leaterms.detection.scoring import ItemScores
from leaterms.language import Token

__all__ = ["Learned", "find_learned"]

_CLAUSE_SHARE = 0.6  # a clause speaks for its sentence from this part of the sentence's score
_FEWEST_WORDS = 2  # content words in a find, if its sentence has as many
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
            are not found again in that passage; their words are claimed again only by a
            certain find of another theme, which then has the same words.
    """
    classifier = scores.classifier
    for number, passage in enumerate(scores.read.passages):
        if not any(token.is_content for token in passage.sentence.tokens):
            continue
        there = taken.get(number, ())
        known = {theme for *_, theme in there}
        found = {
            theme: float(score)
            for theme, score in zip(classifier.themes, scores.of(number), strict=True)
            if score >= classifier.possible and theme not in known
        }
        if not found:
            continue
        runs = _runs(scores, number, found, [(a, b) for a, b, _ in there])
        for theme, run in runs.items():
            yield Learned(number, Hit(_NO_PHRASE, run, Via.WORD), theme, found[theme])


def _runs(
    scores: ItemScores, number: int, found: Mapping[str, float], others: list[tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """The first and last word of each theme in `found`; themes that overlap share their words."""
    passage = scores.read.passages[number]
    tokens = passage.sentence.tokens
    barred = [i for place in others for i in _words_in(place, tokens)]
    clauses = _scored_clauses(scores, number)
    apart: dict[str, tuple[int, int]] = {}
    same_words: dict[str, tuple[int, int]] = {}
    alone = scores.alone(number)
    for theme in found:
        if found[theme] >= scores.classifier.certain and (
            words := _words_of_another(scores, number, theme, others)
        ):
            same_words[theme] = words
            continue
        column = scores.classifier.themes.index(theme)
        clause = _words_of(_speaking_clause(clauses, column, float(alone[column])), tokens)
        run = scores.classifier.span(passage.text, passage.sentence, (theme,), clause, barred)
        if run is not None and (trimmed := _trim(run, tokens)):
            apart[theme] = trimmed
    together = same_words
    for theme, run in apart.items():
        same = tuple(t for t, other in apart.items() if other[0] <= run[1] and run[0] <= other[1])
        own = run
        if len(same) > 1:
            shared = scores.classifier.span(passage.text, passage.sentence, same, None, barred)
            own = (shared and _trim(shared, tokens)) or run
        if _says_something(own, tokens):
            together[theme] = own
    return together


def _words_of_another(
    scores: ItemScores, number: int, theme: str, others: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """The words of a mention that bears `theme` too; None where other words carry it."""
    passage = scores.read.passages[number]
    tokens = passage.sentence.tokens
    run = scores.classifier.span(passage.text, passage.sentence, (theme,))
    if run is None:
        return None
    start, end = tokens[run[0]].start, tokens[run[1]].end
    place = next((place for place in others if place[0] < end and place[1] > start), None)
    if place is None:
        return None
    inside = _words_in(place, tokens)
    return inside[0], inside[-1]


def _words_in(place: tuple[int, int], tokens: Sequence[Token]) -> list[int]:
    """The numbers of the words that a stretch of text touches."""
    return [i for i, t in enumerate(tokens) if t.start < place[1] and t.end > place[0]]


def _scored_clauses(scores: ItemScores, number: int) -> tuple[_Clause, ...]:
    """The clauses of passage `number`, if there are two or more."""
    passage = scores.read.passages[number]
    base = passage.sentence.start
    spans = split_clauses(passage.quote)
    return tuple(
        _Clause(
            base + start,
            base + end,
            scores.classifier.scores(
                scores.classifier.judge(scores.unit(number, base + start, base + end))
            ),
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


def _words_of(place: tuple[int, int] | None, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The half-open run of the words in a stretch of text."""
    if place is None:
        return None
    inside = [i for i, t in enumerate(tokens) if t.start >= place[0] and t.end <= place[1]]
    return (inside[0], inside[-1] + 1) if inside else None


def _says_something(run: tuple[int, int], tokens: Sequence[Token]) -> bool:
    """Whether a run holds two content words, or all that its sentence has."""
    inside = sum(token.is_content for token in tokens[run[0] : run[1] + 1])
    return inside >= min(_FEWEST_WORDS, sum(token.is_content for token in tokens))


def _trim(run: tuple[int, int], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """`run` without function words at its edges; None where nothing is left."""
    kept = [i for i in range(run[0], run[1] + 1) if tokens[i].is_content]
    return (kept[0], kept[-1]) if kept else None
