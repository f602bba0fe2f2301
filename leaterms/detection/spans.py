"""Which words of a sentence carry its theme: the span of what the classifier finds.

A sentence may bear a theme in a few of its words ('de wethouder wil dat *nieuwkomers over meer
scholen komen*'). A linear model judges of each word whether the words that carry the theme
begin with it, hold it, end with it; the run of words that these judgements favour most is the
mention (annotation guideline, 'Span'). Trained in `training/classifier` on annotated text.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.features import short_lemma
from leaterms.detection.fields import FieldReader
from leaterms.language import Token, TokenizedSentence

__all__ = ["SpanModel", "best_run", "read_words", "row_of"]

_LONGEST = 25  # words
_INSIDE = 0.5  # what a word inside counts for, beside the first and the last
_GENEROUS = -0.5  # what is added for each word inside: below zero favours short spans
_FAVOUR = 0.3  # what is added for each word of the favoured clause
_BARRED = np.float32(-1e6)


@dataclass(frozen=True, slots=True)
class SpanModel:
    """`weights`: a row for features (see `row_of`), a column for begins, inside and ends.

    `bias` has a value a column.
    """

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def judge(self, words: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Log odds of each word (a row): begins, inside, ends. `words` as of `read_words`."""
        judged = np.tile(self.bias, (len(words), 1))
        size = len(self.weights)
        for i, features in enumerate(words):
            judged[i] += self.weights[[row_of(feature, size) for feature in features]].sum(axis=0)
        return judged


def row_of(feature: str, size: int) -> int:
    """The row of a feature in a table of `size` rows: its CRC-32, so that no names are shipped."""
    return crc32(feature.encode("utf-8")) % size


def best_run(
    judged: NDArray[np.float32],
    favoured: tuple[int, int] | None = None,
    barred: Collection[int] = (),
    held: tuple[int, int] | None = None,
) -> tuple[int, int] | None:
    """First and last word of the run that is judged best; of equals the first, the shortest.

    Args:
        judged: as of `SpanModel.judge`.
        favoured: words (half-open) that are likelier inside than others.
        barred: words that no run may hold.
        held: the first and the last word of what the run must hold.

    Returns:
        None where every word is barred.
    """
    inside = np.float32(_INSIDE) * (judged[:, 1] + np.float32(_GENEROUS))
    if favoured is not None:
        inside[favoured[0] : favoured[1]] += np.float32(_FAVOUR)
    inside[list(barred)] = _BARRED
    best: tuple[float, int, int] | None = None
    for first in range(len(judged) if held is None else held[0] + 1):
        nearest = first if held is None else max(first, held[1])
        farthest = max(first + _LONGEST, nearest + 1)
        within = np.cumsum(inside[first:farthest], dtype=np.float32)[nearest - first :]
        run_scores = judged[first, 0] + judged[nearest:farthest, 2] + within
        at = int(np.argmax(run_scores))
        if best is None or run_scores[at] > best[0]:
            best = float(run_scores[at]), first, nearest + at
    if best is None or best[0] < float(_BARRED) / 2:
        return None
    return best[1], best[2]


def read_words(
    text: str, sentence: TokenizedSentence, themes: Sequence[str], fields: FieldReader
) -> list[list[str]]:
    """The features of each word of `sentence`, which stands in `text`, as a bearer of `themes`."""
    tokens = sentence.tokens
    lemmas = [short_lemma(token.forms[0]) for token in tokens]
    kinds = [fields.of(token.forms[0]) for token in tokens]
    marks = _marks(text, sentence)
    return [
        [
            *_word(i, lemmas, kinds, tokens, text),
            f"left={marks[i]}",
            f"right={marks[i + 1]}",
            f"from-start={min(i, 6)}",
            f"to-end={min(len(tokens) - 1 - i, 6)}",
            *(f"{theme}|{feature}" for theme in themes for feature in _near(i, lemmas, kinds)),
        ]
        for i in range(len(tokens))
    ]


def _word(
    i: int,
    lemmas: Sequence[str],
    kinds: Sequence[tuple[str, ...]],
    tokens: Sequence[Token],
    text: str,
) -> Iterator[str]:
    """What word `i` and its neighbours are, whatever the theme."""
    left = lemmas[i - 1] if i else "^"
    right = lemmas[i + 1] if i + 1 < len(lemmas) else "$"
    yield f"pair={left} {lemmas[i]}"
    yield f"pair={lemmas[i]} {right}+"
    yield f"around={left} {right}"
    for step in (-1, 0, 1):
        j = i + step
        if not 0 <= j < len(lemmas):
            yield f"{step}none"
            continue
        yield f"{step}word={lemmas[j]}"
        yield f"{step}content={tokens[j].is_content}"
        yield from (f"{step}kind={kind}" for kind in kinds[j])
        first = text[tokens[j].start]
        if first.isdigit():
            yield f"{step}number"
        elif first.isupper():
            yield f"{step}capital{j == 0}"


def _near(i: int, lemmas: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """What tells whether word `i` carries a certain theme."""
    yield "bias"
    for j in range(max(i - 1, 0), min(i + 2, len(lemmas))):
        yield f"{j - i}word={lemmas[j]}"
        yield from (f"{j - i}kind={kind}" for kind in kinds[j])


def _marks(text: str, sentence: TokenizedSentence) -> list[str]:
    """What stands before each word and after the last but white space, of two signs at most."""
    found, end = [], sentence.start
    for token in sentence.tokens:
        found.append(text[end : token.start].strip()[:2])
        end = token.end
    return [*found, f"{text[end : sentence.end].strip()[:2]}$"]
