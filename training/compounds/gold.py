"""Compounds of the treebanks, with the places where they are cut.

A lemma such as 'raad_republiek' of the word 'radenrepublieken' says which parts a compound
has, not where they meet in the written word; that is found here.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leaterms.language.wordlist import fold, lexicon_lemma

__all__ = ["Gold", "Harvest", "read_harvest", "read_rows"]

_UNMARKED = ("lassy-samples",)  # this source has no marks at all
_COMPOUNDING = {"NOUN", "ADJ"}
_VOICED = {"v": "f", "z": "s"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A compound as written (folded), its parts by lemma, and the offsets where parts begin."""

    word: str
    parts: tuple[str, ...]
    cuts: tuple[int, ...]

    @property
    def lemma(self) -> str:
        """The parts with the treebank's mark between them."""
        return "_".join(self.parts)


@dataclass(frozen=True, slots=True)
class Harvest:
    """What files say of words: compounds, undivided words (form, lemma) and particle verbs."""

    compounds: tuple[Gold, ...]
    simple: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    particle_verbs: Counter[tuple[str, str]]
    unaligned: int


def read_harvest(folder: Path) -> Harvest:
    """Read all CoNLL-U files (gzipped) in `folder`; types, in alphabetical order."""
    compounds: set[Gold] = set()
    simple: set[tuple[str, str]] = set()
    names: set[str] = set()
    verbs: Counter[tuple[str, str]] = Counter()
    unaligned: set[str] = set()
    for form, lemma, pos in read_rows(folder):
        if pos == "VERB" and "_" in lemma:
            particle, _, verb = fold(lemma).partition("_")
            if verb.endswith("n"):
                verbs[particle, verb.replace("_", "")] += 1
        elif pos in _COMPOUNDING and "_" in lemma.strip("_"):
            word, parts = fold(form), tuple(p for p in fold(lemma).split("_") if p)
            if not re.fullmatch(r"[\w'-]+", word) or not all(p.isalpha() for p in parts):
                continue
            cuts = align(word, parts)
            if cuts is None:
                unaligned.add(word)
            else:
                compounds.add(Gold(word, parts, cuts))
        elif pos in _COMPOUNDING and form.isalpha():
            simple.add((fold(form), fold(lemma)))
        elif pos == "PROPN" and form.isalpha():
            names.add(fold(form))
    marked = {g.word for g in compounds}
    return Harvest(
        tuple(sorted(compounds, key=lambda g: (g.word, g.parts))),
        tuple(sorted(s for s in simple if s[0] not in marked)),
        tuple(sorted(names - marked)),
        verbs,
        len(unaligned),
    )


def read_rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(form, lemma, part of speech) of each word in the files of `folder` that have marks."""
    for path in sorted(folder.glob("*.conllu.gz")):
        if path.name.startswith(_UNMARKED):
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = line.split("\t")
                if len(row) > 3 and row[0].isdigit():
                    yield row[1], row[2], row[3]


def align(word: str, parts: tuple[str, ...]) -> tuple[int, ...] | None:
    """The offsets in `word` where the second and later parts begin; None if it cannot be."""
    best = _best(word, parts, 0)
    return None if best is None else best[1]


def _best(word: str, parts: tuple[str, ...], at: int) -> tuple[float, tuple[int, ...]] | None:
    first, rest = parts[0], parts[1:]
    if not rest:
        cost = _head_cost(word[at:], first)
        return None if cost is None else (cost, ())
    found: list[tuple[float, tuple[int, ...]]] = []
    for cut in range(at + 2, len(word) - 1):
        cost = _modifier_cost(word[at:cut], first)
        after = _best(word, rest, cut) if cost is not None else None
        if cost is not None and after is not None:
            found.append((cost + after[0], (cut, *after[1])))
    return min(found, default=None)


def _modifier_cost(written: str, lemma: str) -> float | None:
    """How odd `written` is for the modifier `lemma`: 0 is the same."""
    bare = written.rstrip("-")
    if bare == lemma:
        return 0.0
    if bare == lemma + "s" or bare in (lemma + "en", lemma + "e", lemma + "n", lemma + "er"):
        return 0.1
    if lexicon_lemma(bare) == lemma:
        return 0.2
    shared = _shared(bare, lemma)
    if shared >= max(2, len(lemma) - 3) and len(bare) - shared <= 5:
        return 1.0 + 0.5 * (len(lemma) - shared) + 0.3 * (len(bare) - shared)
    return None


def _head_cost(written: str, lemma: str) -> float | None:
    if written == lemma:
        return 0.0
    if lexicon_lemma(written) == lemma:
        return 0.1
    shared = _shared(written, lemma)
    if shared >= max(2, len(lemma) - 3) and len(written) - shared <= 6:
        return 0.5 + 0.5 * (len(lemma) - shared) + 0.2 * (len(written) - shared)
    return None


def _shared(a: str, b: str) -> int:
    """The letters that `a` and `b` begin with alike, v as f and z as s."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if _VOICED.get(x, x) != _VOICED.get(y, y):
            break
        count += 1
    return count
