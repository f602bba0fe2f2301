"""What the treebanks say of compounds: counts of parts and linking elements, and weights.

The counts are in `compounds.json`, made by `training/compounds/learn.py` from the Dutch
treebanks named there (CC BY-SA 4.0): how often a word is a modifier or a head, with which
linking element, what looks like a part in words that have none, and what is undivided.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import Any

__all__ = ["FEATURES", "LINKERS", "WHOLE_FEATURES", "Counts", "Part", "shipped_counts"]

LINKERS = ("", "s", "en", "e", "n", "er", "eren")

FEATURES = (
    "reading", "parts", "modifier", "new modifier", "new modifier is a word", "linker",
    "head", "new head", "new head is a word", "modifier length", "head length",
    "false modifier", "false head", "short new modifier", "short new head", "verb stem",
    "modifier is no word", "new pair of words", "modifier as a head", "modifier is inflected",
)  # fmt: skip
"""What a reading is weighed by, in the order of its values."""

WHOLE_FEATURES = ("whole is a word", "whole is undivided", "whole is long")
"""What the word itself is weighed by: it may be no compound at all."""

_LONGEST = 9  # letters beyond which a part is not likelier for being longer


@dataclass(frozen=True, slots=True)
class Part:
    """A modifier: its dictionary form, its linking element, and how it is written.

    'brieven' in 'brievenbus' -> Part('brief', 'en', 'brieven'). `is_stem`: it is no word but
    an infinitive's stem; `is_inflected`: the lexicon has another lemma for it.
    """

    base: str
    linker: str
    written: str
    is_stem: bool = False
    is_inflected: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts over the types of the treebanks, and the weights learned with them."""

    modifiers: Mapping[str, Mapping[str, int]]
    heads: Mapping[str, int]
    endings: Mapping[str, Mapping[str, int]]
    false_modifiers: Mapping[str, int]
    false_heads: Mapping[str, int]
    undivided: frozenset[str]
    particle_verbs: frozenset[str]
    weights: tuple[float, ...]
    whole_weights: tuple[float, ...]

    def values(
        self,
        parts: tuple[Part, ...],
        head: str,
        head_length: int,
        is_word: tuple[bool, ...],
        without: int = 0,
    ) -> tuple[float, ...]:
        """The values of FEATURES for one reading.

        `head` is the lemma of the head, `is_word` says of each modifier whether the lexicon
        has it, `without` is taken off each count: 1 for a compound that was counted itself.
        """
        seen = [max(0, sum(self.modifiers.get(p.base, {}).values()) - without) for p in parts]
        new = [c == 0 for c in seen]
        head_seen = max(0, self.heads.get(head, 0) - without)
        return (
            1.0,
            float(len(parts) - 1),
            sum(log(1 + c) for c in seen),
            float(sum(new)),
            float(sum(n and p.base in self.undivided for n, p in zip(new, parts, strict=True))),
            sum(log(self.linker_share(p, without)) for p in parts),
            log(1 + head_seen),
            float(head_seen == 0),
            float(head_seen == 0 and head in self.undivided),
            float(sum(min(len(p.base), _LONGEST) for p in parts)),
            float(min(head_length, _LONGEST)),
            sum(log(1 + self.false_modifiers.get(p.base, 0)) for p in parts),
            log(1 + self.false_heads.get(head, 0)),
            float(sum(n and len(p.base) < 4 for n, p in zip(new, parts, strict=True))),
            float(head_seen == 0 and head_length < 5),
            float(sum(p.is_stem for p in parts)),
            float(sum(not known for known in is_word)),
            float(head_seen == 0 and any(new)),
            sum(log(1 + self.heads.get(p.base, 0)) for p in parts),
            float(sum(p.is_inflected for p in parts)),
        )

    def whole_values(self, lemma: str, length: int) -> tuple[float, ...]:
        """The values of WHOLE_FEATURES; `lemma` is '' for a word the lexicon lacks."""
        return (float(lemma != ""), float(lemma in self.undivided), float(length >= 11))

    def linker_share(self, part: Part, without: int = 0) -> float:
        """The share of `part.linker` after this modifier: its own counts, then its ending's."""
        share = 1 / len(LINKERS)
        for size in (0, 1, 2, 3):
            counts = self.endings.get(part.base[-size:] if size else "", {})
            total = sum(counts.values())
            share = (counts.get(part.linker, 0) + 2 * share) / (total + 2)
        own = self.modifiers.get(part.base, {})
        # the compound itself is left out where it was counted
        count = max(0, own.get(part.linker, 0) - without)
        total = max(0, sum(own.values()) - without)
        return (count + 2 * share) / (total + 2)


@lru_cache(maxsize=1)
def shipped_counts() -> Counts:
    """The counts in the package."""
    text = files("leaterms.language").joinpath("compounds.json").read_text(encoding="utf-8")
    return counts_from(json.loads(text))


def counts_from(data: Mapping[str, Any]) -> Counts:
    """Counts from their JSON."""
    weights = data["weights"]
    return Counts(
        modifiers=data["modifiers"],
        heads=data["heads"],
        endings=data["endings"],
        false_modifiers=data["false_modifiers"],
        false_heads=data["false_heads"],
        undivided=frozenset(data["undivided"]),
        particle_verbs=frozenset(data["particle_verbs"]),
        weights=tuple(weights[name] for name in FEATURES),
        whole_weights=tuple(weights[name] for name in WHOLE_FEATURES),
    )
