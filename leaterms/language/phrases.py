"""The notation in which a policy adviser writes a phrase, and what it means.

    groep           the word, inflected; as the head of compounds if these are allowed
    =OAB            this spelling only (case aside)
    aanmeld* *klas  any word that begins, ends, or (*x*) goes on so
    gemengd|bont    one of these
    {mengen}        one of a class of words
    #               a number or percentage

Function words are left out of a phrase unless written with '='. docs/woordenlijst.md says
the same to its users.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from leaterms.language.lexicon import FUNCTION_WORDS, fold, lemmas

__all__ = ["Atom", "AtomKind", "Phrase", "expand_classes", "parse_phrase"]


class AtomKind(StrEnum):
    """How an atom is held against a word."""

    LEMMA = "lemma"
    EXACT = "exact"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    INFIX = "infix"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """One word of the notation. `compounds` is 'none', 'head' or 'any' (LEMMA only)."""

    kind: AtomKind
    text: str
    compounds: str = "none"

    @property
    def lemmas(self) -> frozenset[str]:
        """The forms by which a LEMMA atom and a word meet."""
        return lemmas(self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Slots that must all be filled by different words of one clause.

    `gap` is how many content words may stand between two of them; `ordered` keeps the order.
    """

    slots: tuple[frozenset[Atom], ...]
    ordered: bool = False
    gap: int = 2


def expand_classes(classes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The classes with each '{name}' in them replaced by that class's words.

    Raises:
        ValueError: a class names one that is not there, or itself, however far; Dutch, and
            begins with the name of the class at fault: "'mengen': ...".
    """

    def words(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for word in classes[name]:
            inner = _class_name(word)
            if inner is None:
                found.append(word)
            elif inner in above or inner == name:
                raise ValueError(f"'{name}': de woordgroep verwijst naar zichzelf via {word}")
            elif inner not in classes:
                raise ValueError(f"'{name}': er is geen woordgroep {word}")
            else:
                found.extend(words(inner, (*above, name)))
        return tuple(dict.fromkeys(found))

    return {name: words(name, ()) for name in classes}


def parse_phrase(
    text: str,
    classes: Mapping[str, tuple[str, ...]],
    *,
    compounds: str = "none",
    ordered: bool = False,
    gap: int = 2,
) -> Phrase:
    """Read one phrase of the notation; `classes` are expanded.

    Raises:
        ValueError: the phrase is empty or names a class that is not there (Dutch).
    """
    words = text.split()
    kept = [w for w in words if fold(w) not in FUNCTION_WORDS] or words
    if not kept:
        raise ValueError("de zinsnede is leeg; schrijf ten minste één woord")
    slots = tuple(_slot(word, classes, compounds) for word in kept)
    return Phrase(slots, ordered, gap)


def _class_name(word: str) -> str | None:
    return word[1:-1] if word.startswith("{") and word.endswith("}") else None


def _slot(word: str, classes: Mapping[str, tuple[str, ...]], compounds: str) -> frozenset[Atom]:
    atoms: set[Atom] = set()
    for part in word.split("|"):
        name = _class_name(part)
        if name is None:
            atoms.add(_atom(part, compounds))
        elif name not in classes:
            raise ValueError(f"er is geen woordgroep {part}; de groepen staan in woorden.yaml")
        else:
            atoms.update(_atom(w, compounds) for w in classes[name])
    return frozenset(atoms)


def _atom(word: str, compounds: str) -> Atom:
    if " " in word:
        raise ValueError(f"'{word}' is meer dan één woord; een woordgroep heeft losse woorden")
    if word == "#":
        return Atom(AtomKind.NUMBER, "#")
    if word.startswith("="):
        return Atom(AtomKind.EXACT, fold(word[1:]))
    bare = fold(word.strip("*"))
    if not re.search(r"\w", bare):
        raise ValueError(f"'{word}' is geen woord")
    if word.startswith("*") and word.endswith("*"):
        return Atom(AtomKind.INFIX, bare)
    if word.endswith("*"):
        return Atom(AtomKind.PREFIX, bare)
    if word.startswith("*"):
        return Atom(AtomKind.SUFFIX, bare)
    return Atom(AtomKind.LEMMA, bare, compounds)
