"""Splitting Dutch compounds: modifier + linking element + head.

'achterstandsleerlingen' -> 'achterstand' + -s- + 'leerlingen'. Every reading whose parts are
known is kept with a score, the likeliest first. A modifier is given in its dictionary form,
also where its letters change: 'brievenbus' -> 'brief' + 'bus', 'koppensneller' -> 'kop'.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

from leaterms.language.linking import Counts, Part, shipped_counts
from leaterms.language.verbs import PARTICLES
from leaterms.language.wordlist import derived_lemma, fold, lexicon_lemma

__all__ = ["Reading", "Splitter", "head_lemma", "head_lemmas", "readings"]

_SHORTEST = 3  # letters of a new modifier, or of a head that the treebanks know as one
_SHORTEST_MODIFIER = 2  # letters of a modifier that they know as one
_SHORTEST_NEW_HEAD = 4
_MOST_MODIFIERS = 3
_LONGEST_WORD = 60
_MOST_READINGS = 12
_LEAST = 0.001  # the score below which a reading is not worth keeping
_LEAST_OF_ALL = 0.04  # the joint score below which a word is no compound
_PLAUSIBLE = 0.02  # the score from which a head counts as one

# word parts that are common in these documents and no entry of the lexicon
_PARTS = frozenset(
    """
    vve oab goab nt2 anti non pre po vo so sbo bso ib jgz ggd lea ikc isk ouder school taal
    voorschool vroegschool doelgroep peuter kleuter inschrijf segregatie instroom buurt wijk
    """.split()
)
# endings that look like words to the lexicon but make no head of a compound
_NO_HEADS = frozenset(
    "aren eren elen ingen heid heden baar loos schap ster eren teren tering teit iteit atie "
    "aties ende enden ders isch ische sche achtig matig lijk lijke rijk".split()
)
_VOWELS = "aeiou"
_VOICELESS = {"v": "f", "z": "s"}
_VOICED = {"f": "v", "s": "z"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to split: the parts in order, each modifier in its dictionary form.

    `linkers` has the linking element after each modifier, `written` what stands before the
    head in the word, without a last hyphen. `score` is the share of belief in this reading,
    from 0 to 1; what the readings of a word lack of 1 is that it is no compound.
    """

    parts: tuple[str, ...]
    linkers: tuple[str, ...] = ()
    written: str = ""
    score: float = 1.0

    @property
    def head(self) -> str:
        """The last part as written, which carries the inflection."""
        return self.parts[-1]

    @property
    def lemma(self) -> str:
        """What stands before the head as written, with the lemma of the head."""
        return self.written + head_lemma(self.head, shipped_counts())


class Splitter:
    """Splits words by the counts given to it."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._modifier_cache = lru_cache(maxsize=100_000)(self._modifiers)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """See the function `readings`; `word` is folded and has no hyphen inside."""
        candidates = self.candidates(word)
        if not candidates:
            return ()
        scores = [exp(self.weigh(parts, head)) for parts, head in candidates]
        whole = exp(self.weigh_whole(word))
        total = whole + sum(scores)
        best: dict[tuple[str, ...], Reading] = {}
        for (parts, head), weight in zip(candidates, scores, strict=True):
            reading = Reading(
                (*(p.base for p in parts), head),
                tuple(p.linker for p in parts),
                word[: len(word) - len(head)],
                round(weight / total, 6),
            )
            known = best.get(reading.parts)
            if known is None or known.score < reading.score:
                best[reading.parts] = reading
        found = sorted(best.values(), key=lambda r: (-r.score, len(r.parts), r.parts))
        if sum(r.score for r in found) < _LEAST_OF_ALL:
            return ()
        return tuple(r for r in found[:_MOST_READINGS] if r.score >= _LEAST)

    def candidates(self, word: str) -> list[tuple[tuple[Part, ...], str]]:
        """All ways to split `word` in known parts: its modifiers, and the head as written."""
        if not _SHORTEST + _SHORTEST_MODIFIER <= len(word) <= _LONGEST_WORD:
            return []
        return [
            (parts, word[cut:])
            for cut in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST + 1)
            if self._is_head(word[cut:])
            for parts in self._sequences(word[:cut], _MOST_MODIFIERS)
        ]

    def values(self, parts: tuple[Part, ...], head: str, without: int = 0) -> tuple[float, ...]:
        """What a reading is weighed by."""
        lemma = head_lemma(head, self._counts)
        words = tuple(_lemma(p.base) != "" for p in parts)
        return self._counts.values(parts, lemma, len(head), words, without)

    def weigh(self, parts: tuple[Part, ...], head: str) -> float:
        """The logarithm of the weight of a reading."""
        values = self.values(parts, head)
        return sum(v * w for v, w in zip(values, self._counts.weights, strict=True))

    def weigh_whole(self, word: str) -> float:
        """The logarithm of the weight of `word` as no compound."""
        values = self._counts.whole_values(_lemma(word), len(word))
        return sum(v * w for v, w in zip(values, self._counts.whole_weights, strict=True))

    def _is_head(self, part: str) -> bool:
        if part in _NO_HEADS or part[0] == "-":
            return False
        if part in _PARTS:
            return True
        lemma = _lemma(part)
        if not lemma:
            return False
        return len(part) >= _SHORTEST_NEW_HEAD or lemma in self._counts.heads

    def _sequences(self, text: str, most: int) -> list[tuple[Part, ...]]:
        """The ways to read what stands before a head as one modifier or more."""
        found: list[tuple[Part, ...]] = [(part,) for part in self._modifier_cache(text)]
        if most > 1:
            for cut in range(_SHORTEST_MODIFIER, len(text) - _SHORTEST_MODIFIER + 1):
                for last in self._modifier_cache(text[cut:]):
                    found.extend((*first, last) for first in self._sequences(text[:cut], most - 1))
        return found

    def _modifiers(self, written: str) -> tuple[Part, ...]:
        """The words that `written` may be with a linking element."""
        found: dict[tuple[str, str], Part] = {}

        def add(base: str, linker: str, *, is_stem: bool = False) -> None:
            if len(base) >= 2 and (base, linker) not in found and (is_stem or self._known(base)):
                found[base, linker] = Part(
                    base, linker, written, is_stem, (_lemma(base) or base) != base
                )

        add(written, "")
        if written.endswith("s"):
            add(written[:-1], "s")
        for linker in ("en", "e", "er", "eren"):
            if written.endswith(linker):
                for base in _unbent(written[: -len(linker)]):
                    add(base, linker)
        if written.endswith("en"):
            add(written[:-1], "n")
            lemma = _lemma(written)  # 'raden' -> 'raad', 'steden' -> 'stad'
            if lemma and lemma != written and not lemma.endswith("en"):
                add(lemma, "en")
        if (written, "") not in found and _is_verb_stem(written):
            add(written, "", is_stem=True)
        # 'kostwinners' is 'kostwinner' with -s-, not a form of it
        linked = {base for base, linker in found if linker}
        return tuple(
            part
            for part in found.values()
            if part.linker or not part.is_inflected or _lemma(part.base) not in linked
        )

    def _known(self, base: str) -> bool:
        if base in _PARTS or base in PARTICLES:
            return True
        seen = self._counts.modifiers.get(base)
        if seen is not None:
            return len(base) >= _SHORTEST or sum(seen.values()) > 1
        return len(base) >= _SHORTEST and _lemma(base) != ""


def _unbent(stem: str) -> tuple[str, ...]:
    """The words of which `stem` is what stands before '-en': 'briev' -> 'brief', 'kopp'."""
    if len(stem) < 2:
        return ()
    found = [stem]
    last, before = stem[-1], stem[-2]
    if last == before and last not in _VOWELS:
        found.append(stem[:-1])
    plain = stem[:-1] + _VOICELESS.get(last, last)
    found.append(plain)
    if before in _VOWELS and last not in _VOWELS and (len(stem) < 3 or stem[-3] not in _VOWELS):
        found.append(plain[:-1] + before + plain[-1])
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=100_000)
def _is_verb_stem(stem: str) -> bool:
    """Whether an infinitive belongs to `stem`: 'inschrijf' -> 'inschrijven'."""
    if len(stem) < 4 or stem[-1] in _VOWELS:
        return False
    forms = [
        stem + "en",
        stem[:-1] + _VOICED.get(stem[-1], stem[-1]) + "en",
        stem + stem[-1] + "en",
    ]
    if stem[-2] == stem[-3] and stem[-2] in _VOWELS:
        forms.append(stem[:-2] + _VOICED.get(stem[-1], stem[-1]) + "en")
    return any(_lemma(form) == form for form in forms)


@lru_cache(maxsize=200_000)
def _lemma(word: str) -> str:
    return lexicon_lemma(word) or derived_lemma(word)


def head_lemma(head: str, counts: Counts) -> str:
    """The lemma of a head: of the words it may be a plural of, the one that most often is a head.

    The lexicon has one lemma for a form: for 'kasten' it is 'kaste', for 'hokken' a verb.
    """
    known = _lemma(head) or head
    if not head.endswith("en"):
        return known
    nouns = [noun for noun in _unbent(head[:-2]) if _lemma(noun) == noun]
    return max(
        (known, *nouns), key=lambda n: (counts.heads.get(n, 0), n in counts.undivided, n in nouns)
    )


@lru_cache(maxsize=1)
def _splitter() -> Splitter:
    return Splitter(shipped_counts())


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of `word` as a compound of two parts or more, the likeliest first.

    A hyphen always separates parts: 'vve-indicatie' -> ('vve', 'indicatie').
    """
    lower = fold(word)
    if "-" not in lower.strip("-"):
        return _splitter().readings(lower)
    first = tuple(p for p in lower.split("-") if p)
    if len(first) < 2:
        return ()
    before = lower.rstrip("-").removesuffix(first[-1])
    linkers = ("-",) * (len(first) - 1)
    plain = Reading(first, linkers, before)
    deeper = tuple(
        Reading((*first[:-1], *r.parts), (*linkers, *r.linkers), before + r.written, r.score)
        for r in readings(first[-1])
    )
    return (plain, *deeper)


@lru_cache(maxsize=200_000)
def head_lemmas(word: str) -> frozenset[str]:
    """The words and lemmas of every plausible head that `word` may have as a compound."""
    return frozenset(
        lemma
        for reading in readings(word)
        if reading.score >= _PLAUSIBLE
        for lemma in (
            reading.head,
            _lemma(reading.head),
            head_lemma(reading.head, shipped_counts()),
        )
        if lemma
    )
