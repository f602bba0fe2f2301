"""What the classifier sees of a sentence, clause or heading: named counts, in seven groups.

    w  its lemmas and pairs of neighbouring lemmas
    c  its letters: runs of three to five within words, which bridge compounds and slips
    h  the lemmas of the heading above it
    p  the lemmas of the sentence before it
    k  the word classes of the national vocabulary (`vocab/woorden*.yaml`) in it, and pairs
    v  what the vocabulary found in it and in its heading: theme and wording
    f  the semantic fields (`fields`) in it, and pairs of them

The groups are weighed and normalised apart, so that a long heading does not drown a short
sentence. Training (`training/classifier`) and use share this module, so they cannot differ.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from leaterms.detection.fields import FieldReader
from leaterms.detection.matching import Matcher
from leaterms.language import TokenizedSentence, fold, lemmas, parse_phrase, tokenize

__all__ = ["GROUPS", "FeatureReader", "Unit", "known_above", "known_here", "short_lemma"]

GROUPS = ("w", "c", "h", "p", "k", "v", "f")
_RUNS = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to judge with what stands above and before it, '' where nothing does.

    `known` is what the vocabulary found in it and in its heading: see `known_here` and
    `known_above`.
    """

    text: str
    heading: str = ""
    before: str = ""
    known: tuple[str, ...] = ()


def known_here(theme: str, wording: str) -> str:
    """The name of a find of the vocabulary in the text itself."""
    return f"{theme}:{wording}"


def known_above(theme: str) -> str:
    """The name of a find of the vocabulary in the heading above the text."""
    return f"above:{theme}"


class FeatureReader:
    """Reads features with the word classes of a vocabulary and with semantic fields."""

    def __init__(
        self,
        classes: Mapping[str, tuple[str, ...]],
        fields: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._names = tuple(sorted(classes))
        self._matcher = Matcher(
            [parse_phrase(f"{{{name}}}", classes, compounds="head") for name in self._names]
        )
        self.fields = FieldReader(fields or {})

    def read(self, unit: Unit) -> dict[str, Counter[str]]:
        """The counts of `unit`, by group."""
        words = _lemmas(unit.text)
        sentence = tokenize(unit.text)
        return {
            "w": Counter((*words, *(f"{a} {b}" for a, b in pairwise(words)))),
            "c": _letters(unit.text),
            "h": Counter(_lemmas(unit.heading)),
            "p": Counter(_lemmas(unit.before)),
            "k": self._classes(sentence),
            "v": Counter(unit.known),
            "f": self.fields.read(sentence),
        }

    def _classes(self, sentence: TokenizedSentence) -> Counter[str]:
        hits = self._matcher.find(sentence)
        found = sorted({self._names[hit.phrase] for hit in hits})
        pairs = (f"{a}+{b}" for i, a in enumerate(found) for b in found[i + 1 :])
        return Counter((*found, *pairs))


@lru_cache(maxsize=100_000)
def short_lemma(form: str) -> str:
    """One form for all inflections: the shortest, of equals the first."""
    return min(lemmas(form), key=lambda lemma: (len(lemma), lemma), default=form)


@lru_cache(maxsize=4096)
def _lemmas(text: str) -> tuple[str, ...]:
    return tuple(short_lemma(token.forms[0]) for token in tokenize(text).tokens)


def _letters(text: str) -> Counter[str]:
    return Counter(run for word in fold(text).split() for run in _runs(word))


@lru_cache(maxsize=100_000)
def _runs(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + size] for size in _RUNS for i in range(len(padded) - size + 1))
