"""Splitting Dutch compounds: modifier + linking element + head.

'achterstandsleerlingen' -> 'achterstand' + -s- + 'leerlingen'. Every reading whose parts the
lexicon knows is kept, the likeliest first: fewest parts, then the longest head.
"""

from dataclasses import dataclass
from functools import lru_cache

from leaterms.language.lexicon import fold, is_word, lemmas

__all__ = ["Reading", "head_lemmas", "readings"]

_LINKERS = ("", "s", "en", "e", "n", "er")
_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 3

# word parts that are common in these documents and no entry of the lexicon
_PARTS = frozenset(
    """
    vve oab goab nt2 anti non pre po vo so sbo bso ib jgz ggd lea ikc isk ouder school taal
    voorschool vroegschool doelgroep peuter kleuter nieuwkomers inschrijf toelatings segregatie
    kostwinners instroom buurt wijk
    """.split()
)
# endings that look like words to the lexicon but make no head of a compound
_NO_HEADS = frozenset(
    "aren eren elen ingen heid heden baar loos schap ster eren teren tering teit iteit atie "
    "aties ende enden ders isch ische sche achtig matig lijk lijke rijk".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to split: the written parts in order, linkers left out of all but the last."""

    parts: tuple[str, ...]

    @property
    def head(self) -> str:
        """The last part as written, which carries the inflection."""
        return self.parts[-1]


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of `word` as a compound of two parts or more, the likeliest first.

    A hyphen always separates parts: 'vve-indicatie' -> ('vve', 'indicatie').
    """
    lower = fold(word)
    if len(lower) < _SHORTEST_MODIFIER + _SHORTEST_HEAD and "-" not in lower:
        return ()
    if "-" in lower.strip("-"):
        parts = tuple(p for p in lower.split("-") if p)
        plain = Reading(parts)
        deeper = tuple(Reading(parts[:-1] + r.parts) for r in readings(parts[-1]))
        return (plain, *deeper)
    # a word of the lexicon is seldom a compound of so short a part: 'int' + 'gratie'
    shortest = _SHORTEST_MODIFIER + is_word(lower)
    found = {
        Reading((*modifier, head))
        for cut in range(_SHORTEST_MODIFIER, len(lower) - _SHORTEST_HEAD + 1)
        if _is_head(head := lower[cut:])
        for modifier in _modifiers(lower[:cut])
        if len(modifier[0]) >= shortest or modifier[0] in _PARTS
    }
    return tuple(sorted(found, key=lambda r: (len(r.parts), -len(r.head), r.parts)))


def _is_head(part: str) -> bool:
    return part not in _NO_HEADS and (is_word(part) or part in _PARTS)


@lru_cache(maxsize=200_000)
def _modifiers(part: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read what stands before the head, each without its linking element."""
    found: list[tuple[str, ...]] = []
    for linker in _LINKERS:
        if not part.endswith(linker):
            continue
        stem = part[: len(part) - len(linker)] if linker else part
        if len(stem) >= _SHORTEST_MODIFIER and (stem in _PARTS or is_word(stem)):
            found.append((stem,))
    if not found and len(part) >= 2 * _SHORTEST_MODIFIER + 1:
        found.extend(
            (*first, *second)
            for cut in range(_SHORTEST_MODIFIER, len(part) - _SHORTEST_MODIFIER + 1)
            for first in _simple(part[:cut])
            for second in _simple(part[cut:])
        )
    return tuple(dict.fromkeys(found))


def _simple(part: str) -> tuple[tuple[str, ...], ...]:
    """Readings of `part` as one word with its linking element."""
    return tuple(
        (stem,)
        for linker in _LINKERS
        if part.endswith(linker)
        and len(stem := part[: len(part) - len(linker)] if linker else part) >= _SHORTEST_HEAD
        and (stem in _PARTS or is_word(stem))
    )


@lru_cache(maxsize=200_000)
def head_lemmas(word: str) -> frozenset[str]:
    """The lemmas of every head that `word` may have as a compound."""
    return frozenset(lemma for reading in readings(word) for lemma in lemmas(reading.head))
