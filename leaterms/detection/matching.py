"""Finding phrases in sentences: which phrase, at which words.

Every distinct word form is held against the vocabulary once and remembered, so that a long
archive costs a dictionary lookup a word; a phrase is tried only in a sentence that holds the
two rarest of its slots.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise, product

from rapidfuzz.distance import OSA

from leaterms.language import (
    Atom,
    AtomKind,
    Phrase,
    Token,
    TokenizedSentence,
    head_lemmas,
    is_word,
    lemmas,
    readings,
)

__all__ = ["Hit", "Matcher", "Via"]

_FUZZY_LENGTH = 6  # shorter words have too many neighbours
_LONG_WORD = 12  # from here two slips are still one word
_ANY_LENGTH = 6  # shorter parts turn up inside unrelated words
_NEAREST = 4  # places per slot that are tried around an anchor


class Via(IntEnum):
    """How a word fills a slot, the surest first."""

    WORD = 0
    COMPOUND = 1
    FUZZY = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Phrase number `phrase` fills `tokens` (indices in the sentence, ascending)."""

    phrase: int
    tokens: tuple[int, ...]
    via: Via


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a slot is filled: a token, or the two tokens of a separated verb.

    `lender` is the token from which a suspended hyphen borrows: it belongs to the find, and
    may fill another slot all the same ('voor- en vroegschool').
    """

    tokens: tuple[int, ...]
    via: Via
    lender: tuple[int, ...] = ()

    @property
    def span(self) -> tuple[int, ...]:
        """All tokens that belong to it, ascending."""
        return tuple(sorted({*self.tokens, *self.lender}))


class Matcher:
    """All phrases of a vocabulary, ready to be found in sentences."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        slot_ids: dict[frozenset[Atom], int] = {}
        self._phrases = tuple(phrases)
        self._slots = tuple(
            tuple(slot_ids.setdefault(slot, len(slot_ids)) for slot in phrase.slots)
            for phrase in phrases
        )
        size = {number: len(slot) for slot, number in slot_ids.items()}
        # the two slots of a phrase that the fewest words fill -> the phrases
        self._by_rarest: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i, slots in enumerate(self._slots):
            rarest, *others = sorted(set(slots), key=lambda s: (size[s], s))
            self._by_rarest[rarest][others[0] if others else rarest].append(i)
        atoms: dict[Atom, list[int]] = defaultdict(list)
        for slot, number in slot_ids.items():
            for atom in slot:
                atoms[atom].append(number)
        self._atoms = {atom: tuple(sorted(ids)) for atom, ids in atoms.items()}
        self._by_lemma: dict[str, list[Atom]] = defaultdict(list)
        self._by_text: dict[AtomKind, dict[str, Atom]] = defaultdict(dict)
        self._numbers: tuple[int, ...] = ()
        for atom in sorted(self._atoms):
            if atom.kind is AtomKind.LEMMA:
                for lemma in atom.lemmas:
                    self._by_lemma[lemma].append(atom)
            elif atom.kind is AtomKind.NUMBER:
                self._numbers = self._atoms[atom]
            else:
                self._by_text[atom.kind][atom.text] = atom
        self._parts = [
            a for a in self._atoms if a.compounds == "any" and len(a.text) >= _ANY_LENGTH
        ]
        self._spellings = sorted(
            {a.text for a in self._atoms if len(a.text) >= _FUZZY_LENGTH and a.text.isalpha()}
        )
        self._words: dict[tuple[str, bool], dict[int, Via]] = {}

    def find(self, sentence: TokenizedSentence) -> tuple[Hit, ...]:
        """All hits in `sentence`, in the order of the phrases, then of the words.

        Hits of one phrase do not overlap; the shortest are kept.
        """
        places = self._places(sentence)
        hits: list[Hit] = []
        for number in self._possible(places):
            found = self._fill(self._phrases[number], self._slots[number], places, sentence.tokens)
            hits.extend(Hit(number, p.tokens, p.via) for p in found)
        return tuple(sorted(hits, key=lambda h: (h.phrase, h.tokens)))

    def _possible(self, places: Mapping[int, list[_Place]]) -> Iterator[int]:
        """The phrases of which every slot is filled somewhere."""
        filled = places.keys()
        for rarest in filled & self._by_rarest.keys():
            others = self._by_rarest[rarest]
            for other in others.keys() & filled:
                for number in others[other]:
                    if len(self._slots[number]) < 3 or filled >= set(self._slots[number]):
                        yield number

    def _places(self, sentence: TokenizedSentence) -> dict[int, list[_Place]]:
        places: dict[int, list[_Place]] = defaultdict(list)
        for i, token in enumerate(sentence.tokens):
            # a capital inside a sentence is a name, and a name is no typing error
            may_slip = i == 0 or not token.text[0].isupper()
            if token.borrowed:
                whole = self._best(token.forms[:-1], may_slip=may_slip)
                for slot, via in whole.items():
                    places[slot].append(_Place((i,), via, (token.lender,)))
                own = self._best(token.forms[-1:], may_slip=may_slip)
                own = {slot: via for slot, via in own.items() if slot not in whole}
            else:
                own = self._best(token.forms, may_slip=may_slip)
            for slot, via in own.items():
                places[slot].append(_Place((i,), via))
        for pair in sentence.pairs:
            both = tuple(sorted((pair.verb, pair.particle)))
            for slot, via in self._lookup(pair.form, may_slip=False).items():
                places[slot].append(_Place(both, via))
        return places

    def _best(self, forms: tuple[str, ...], *, may_slip: bool) -> Mapping[int, Via]:
        """The slots that one of `forms` fills, each in the surest way."""
        if len(forms) == 1:
            return self._lookup(forms[0], may_slip)
        best: dict[int, Via] = {}
        for form in forms:
            for slot, via in self._lookup(form, may_slip).items():
                best[slot] = min(via, best.get(slot, via))
        return best

    def _lookup(self, form: str, may_slip: bool) -> dict[int, Via]:  # noqa: FBT001 - a cache key
        key = (form, may_slip)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > 500_000:  # memory stays flat over any archive
                self._words.clear()
            found = self._words[key] = self._fits(form)
            if not found and may_slip:
                found = self._words[key] = self._slips(form)
        return found

    def _fits(self, form: str) -> dict[int, Via]:
        found: dict[int, Via] = {}

        def add(atoms: Iterable[Atom], via: Via) -> None:
            for atom in atoms:
                for slot in self._atoms[atom]:
                    found[slot] = min(via, found.get(slot, via))

        for lemma in lemmas(form):
            add(self._by_lemma.get(lemma, ()), Via.WORD)
        add(self._open_fits(form), Via.WORD)
        if form[0].isdigit():
            for slot in self._numbers:
                found[slot] = Via.WORD
        for lemma in head_lemmas(form):
            add((a for a in self._by_lemma.get(lemma, ()) if a.compounds != "none"), Via.COMPOUND)
        for reading in readings(form):
            for part in reading.parts[:-1]:
                add(
                    (a for a in self._by_lemma.get(part, ()) if a.compounds == "any"),
                    Via.COMPOUND,
                )
        add((a for a in self._parts if a.text in form), Via.COMPOUND)
        return found

    def _open_fits(self, form: str) -> Iterator[Atom]:
        """The atoms '=text', 'text*', '*text' and '*text*' that `form` fits."""
        exact, prefixes, suffixes, infixes = (
            self._by_text[kind]
            for kind in (AtomKind.EXACT, AtomKind.PREFIX, AtomKind.SUFFIX, AtomKind.INFIX)
        )
        if form in exact:
            yield exact[form]
        for cut in range(len(form)):
            if form[: cut + 1] in prefixes:
                yield prefixes[form[: cut + 1]]
            if form[cut:] in suffixes:
                yield suffixes[form[cut:]]
        yield from (atom for text, atom in infixes.items() if text in form)

    def _slips(self, form: str) -> dict[int, Via]:
        """The slots of the nearest spelling in the vocabulary, for a word that is none."""
        if len(form) < _FUZZY_LENGTH or not form.isalpha() or is_word(form) or readings(form):
            return {}
        limit = 2 if len(form) >= _LONG_WORD else 1
        near = [
            (distance, word)
            for word in self._spellings
            if abs(len(word) - len(form)) <= limit
            and (distance := OSA.distance(form, word, score_cutoff=limit)) <= limit
        ]
        if not near:
            return {}
        return dict.fromkeys(self._fits(min(near)[1]), Via.FUZZY)

    def _fill(
        self,
        phrase: Phrase,
        slots: tuple[int, ...],
        places: dict[int, list[_Place]],
        tokens: tuple[Token, ...],
    ) -> list[_Place]:
        if len(slots) == 1:
            return _apart(_Place(p.span, p.via) for p in places[slots[0]])
        anchor = min(range(len(slots)), key=lambda k: len(places[slots[k]]))
        found = [
            _Place(tuple(sorted(chosen)), max(p.via for p in ways))
            for start in places[slots[anchor]]
            for ways in product(*_nearby(slots, anchor, start, places, tokens))
            if (chosen := _choose(phrase, ways, tokens))
        ]
        return _apart(found)


def _nearby(
    slots: tuple[int, ...],
    anchor: int,
    start: _Place,
    places: dict[int, list[_Place]],
    tokens: tuple[Token, ...],
) -> Iterator[list[_Place]]:
    """Per slot the places nearest to the anchor's, in its clause."""
    clause, origin = tokens[start.tokens[0]].clause, start.tokens[0]
    for k, slot in enumerate(slots):
        if k == anchor:
            yield [start]
            continue
        same = [p for p in places[slot] if tokens[p.tokens[0]].clause == clause]
        yield sorted(same, key=lambda p: (abs(p.tokens[0] - origin), p.tokens))[:_NEAREST]


def _choose(phrase: Phrase, ways: tuple[_Place, ...], tokens: tuple[Token, ...]) -> frozenset[int]:
    """The tokens of `ways` if they are different words, in order and near enough; else none."""
    chosen = frozenset(i for p in ways for i in p.tokens)
    if len(chosen) < sum(len(p.tokens) for p in ways):
        return frozenset()
    if phrase.ordered and any(a.tokens[0] > b.tokens[0] for a, b in pairwise(ways)):
        return frozenset()
    # of a separated verb either half may be the one that stands near the rest
    if not any(_is_near(phrase, ends, tokens) for ends in product(*(p.tokens for p in ways))):
        return frozenset()
    return chosen.union(*(p.lender for p in ways))


def _is_near(phrase: Phrase, ends: tuple[int, ...], tokens: tuple[Token, ...]) -> bool:
    return all(
        sum(tokens[i].is_content for i in range(left + 1, right)) <= phrase.gap
        for left, right in pairwise(sorted(ends))
    )


def _apart(found: Iterable[_Place]) -> list[_Place]:
    """The shortest of overlapping finds, in the order of the words."""
    kept: list[_Place] = []
    for place in sorted(found, key=lambda p: (p.tokens[-1] - p.tokens[0], p.via, p.tokens)):
        if all(
            place.tokens[-1] < other.tokens[0] or place.tokens[0] > other.tokens[-1]
            for other in kept
        ):
            kept.append(place)
    return sorted(kept, key=lambda p: p.tokens)
