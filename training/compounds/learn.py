"""Learn the counts and weights by which compounds are split.

    python training/compounds/learn.py TREEBANKS leaterms/language/compounds.json

TREEBANKS holds the folders `train` and `dev` with CoNLL-U files; only `train` is learned
from. The result is data of the treebanks: CC BY-SA 4.0, with their names.
"""

import argparse
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from gold import Gold, Harvest, read_harvest

from leaterms.language.compounds import Splitter
from leaterms.language.linking import FEATURES, WHOLE_FEATURES, Counts, Part
from leaterms.language.wordlist import lexicon_lemma

__all__ = ["count", "fit", "is_held_out", "right", "to_json"]

_STEPS = 1500
_RATE = 0.05
_SHRINK = 2.0  # strength of the pull of weights to 0
_SHORTEST = 6  # letters of a word that teaches what is no compound
_SOURCE = (
    "Counts from the Alpino treebanks (University of Groningen) and UD_Dutch-LassySmall; "
    "CC BY-SA 4.0. Made by training/compounds/learn.py."
)


def is_held_out(lemma: str) -> bool:
    """Whether a type belongs to the tenth that is kept apart to measure: by its letters."""
    return hashlib.sha256(lemma.encode()).digest()[0] < 26


def right(gold: Gold, parts: Sequence[Part], head: str) -> bool:
    """Whether a reading cuts the word where the treebank does."""
    ends = np.cumsum([len(p.written) for p in parts])
    return len(gold.word) - len(head) == ends[-1] and gold.cuts == tuple(int(e) for e in ends)


def count(
    compounds: Iterable[Gold],
    simple: Iterable[tuple[str, str]],
    verbs: Iterable[tuple[str, str]],
) -> Counts:
    """Counts over types; weights are still 0."""
    modifiers: dict[str, Counter[str]] = defaultdict(Counter)
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    heads: Counter[str] = Counter()
    simple = tuple(simple)
    undivided = frozenset(lemma for _, lemma in simple if len(lemma) > 2)
    types: dict[tuple[str, ...], Gold] = {}
    for gold in compounds:
        types.setdefault(gold.parts, gold)
    for gold in types.values():
        heads[gold.parts[-1]] += 1
        bounds = (0, *gold.cuts)
        for i, base in enumerate(gold.parts[:-1]):
            linker = _linker(base, gold.word[bounds[i] : bounds[i + 1]])
            modifiers[base][linker] += 1
            if linker != "-":
                for size in range(4):
                    endings[base[-size:] if size else ""][linker] += 1
    counts = Counts(
        modifiers, heads, endings, {}, {}, undivided,
        frozenset(p + v for p, v in verbs),
        (0.0,) * len(FEATURES), (0.0,) * len(WHOLE_FEATURES),
    )  # fmt: skip
    splitter = Splitter(counts)
    false_modifiers: Counter[str] = Counter()
    false_heads: Counter[str] = Counter()
    for lemma in sorted({lemma for _, lemma in simple if len(lemma) >= _SHORTEST}):
        found = [c for c in splitter.candidates(lemma) if len(c[0]) == 1]
        false_modifiers.update({parts[0].base for parts, _ in found})
        false_heads.update({lexicon_lemma(head) or head for _, head in found})
    return replace(counts, false_modifiers=false_modifiers, false_heads=false_heads)


def _linker(base: str, written: str) -> str:
    if written.endswith("-"):
        return "-"
    if written == base:
        return ""
    if written == base + "s":
        return "s"
    for linker in ("eren", "er", "en", "e"):
        if written.endswith(linker) and written != base + "n":
            return linker
    return "n" if written == base + "n" else ""


def fit(counts: Counts, compounds: Sequence[Gold], harvest: Harvest) -> Counts:
    """The counts with weights under which the right readings are likeliest."""
    splitter = Splitter(counts)
    rows: list[tuple[float, ...]] = []
    owners: list[int] = []
    good: list[bool] = []
    examples = 0
    empty = (0.0,) * len(FEATURES)
    rng = random.Random(7)
    lessons: list[tuple[str, Gold | None]] = [(g.word, g) for g in compounds if "-" not in g.word]
    nouns = [form for form, _ in harvest.simple if len(form) >= _SHORTEST]
    lessons += [(w, None) for w in nouns]
    lessons += [(w, None) for w in harvest.names if len(w) >= _SHORTEST]
    lessons += [(_slip(w, rng), None) for w in rng.sample(nouns, len(nouns) // 3)]
    for word, gold in lessons:
        candidates = splitter.candidates(word)
        marks = [gold is not None and right(gold, parts, head) for parts, head in candidates]
        if gold is not None:
            same = [
                mark and tuple(p.base for p in parts) == gold.parts[:-1]
                for mark, (parts, _) in zip(marks, candidates, strict=True)
            ]
            marks = same if any(same) else marks
        if not candidates or (gold is not None and not any(marks)):
            continue
        # no word may teach that it is itself on the list
        whole = list(counts.whole_values(lexicon_lemma(word), len(word)))
        if rng.random() < 0.5:
            whole[1] = 0.0
        rows.append((*empty, *whole))
        owners.append(examples)
        good.append(gold is None)
        for (parts, head), mark in zip(candidates, marks, strict=True):
            rows.append((*splitter.values(parts, head, int(mark)), *(0.0,) * len(WHOLE_FEATURES)))
            owners.append(examples)
            good.append(mark)
        examples += 1
    weights = _maximise(np.array(rows), np.array(owners), np.array(good), examples)
    cut = len(FEATURES)
    return replace(
        counts,
        weights=tuple(round(float(w), 4) for w in weights[:cut]),
        whole_weights=tuple(round(float(w), 4) for w in weights[cut:]),
    )


def _maximise(rows, owners, good, examples):  # noqa: ANN001, ANN202 - arrays of numpy
    """Log-linear weights by Adam: per example the share of the right readings is maximised."""
    weights = np.zeros(rows.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = rows @ weights
        top = np.full(examples, -np.inf)
        np.maximum.at(top, owners, scores)
        mass = np.exp(scores - top[owners])
        shares = mass / np.bincount(owners, mass, examples)[owners]
        masked = mass * good
        wanted = masked / np.bincount(owners, masked, examples)[owners]
        slope = (wanted - shares) @ rows - _SHRINK * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights = weights + _RATE * (first / (1 - 0.9**step)) / (
            np.sqrt(second / (1 - 0.999**step)) + 1e-8
        )
    return weights


def _slip(word: str, rng: random.Random) -> str:
    """`word` with a typing error."""
    at = rng.randrange(1, len(word) - 2)
    if rng.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


def to_json(counts: Counts) -> str:
    """The counts as one line a table, sorted."""
    data = {
        "source": _SOURCE,
        "weights": dict(
            zip(
                (*FEATURES, *WHOLE_FEATURES), (*counts.weights, *counts.whole_weights), strict=True
            )
        ),
        "endings": counts.endings,
        "modifiers": counts.modifiers,
        "heads": counts.heads,
        "false_modifiers": counts.false_modifiers,
        "false_heads": counts.false_heads,
        "undivided": sorted(counts.undivided),
        "particle_verbs": sorted(counts.particle_verbs),
    }
    lines = (
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, sort_keys=True)}"
        for key, value in data.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def learn(harvest: Harvest, *, all_types: bool) -> Counts:
    """Counts and weights from `harvest`, with or without the tenth kept apart."""
    compounds = [g for g in harvest.compounds if all_types or not is_held_out(g.lemma)]
    simple = [s for s in harvest.simple if all_types or not is_held_out(s[1])]
    harvest = replace(harvest, simple=tuple(simple))
    return fit(count(compounds, simple, harvest.particle_verbs), compounds, harvest)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learn the counts for compounds.")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    learned = learn(read_harvest(options.treebanks / "train"), all_types=True)
    options.out.write_text(to_json(learned), encoding="utf-8", newline="\n")
    print(f"{options.out}: {len(learned.modifiers)} modifiers, {len(learned.heads)} heads")
