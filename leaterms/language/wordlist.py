"""The lexicon: folding, what is a word at all, and the one lemma it gives for each.

The lexicon is simplemma's (MIT), with the words that it lacks and the treebanks have
(`words.txt`, CC BY-SA 4.0). A lemma there may carry Lassy's boundary mark, as in
'samen_stellen'; it is removed.
"""

import unicodedata
from functools import lru_cache
from importlib.resources import files

import simplemma

__all__ = ["derived_lemma", "fold", "is_word", "lexicon_lemma", "other_lemma"]

# What the lexicon derives too far: a rank is another word than its number ('eerste', 'een').
_OWN_LEMMAS = {
    "eerste": "eerste", "eersten": "eerste", "tweede": "tweede", "tweeden": "tweede",
    "derde": "derde", "derden": "derde", "vierde": "vierde", "vijfde": "vijfde",
    "zesde": "zesde", "zevende": "zevende", "achtste": "achtste", "negende": "negende",
    "tiende": "tiende", "ouder": "ouder", "ouderen": "oudere",
}  # fmt: skip

_ONE = "één"
_SHORTEST_STEM = 3


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """`word` in lower case without diacritics: 'Oekraïense' -> 'oekraiense'.

    Only 'één' keeps its accents: without them it is the article. The result is as long as
    the input wherever Unicode allows; use it for comparing, not for offsets.
    """
    decomposed = unicodedata.normalize("NFD", word.lower().replace("’", "'").replace("ĳ", "ij"))
    if decomposed.isascii():
        return decomposed
    folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _ONE if folded == "een" else folded


@lru_cache(maxsize=200_000)
def is_word(word: str) -> bool:
    """Whether the lexicon knows `word` (lower case, any inflection, folded or not)."""
    if simplemma.is_known(word, lang="nl"):
        return True
    return word in _added() or word in _accented()


@lru_cache(maxsize=200_000)
def lexicon_lemma(word: str) -> str:
    """The folded lemma of `word`, or '' if the lexicon does not know it.

    `word` may be folded: 'categorieen' -> 'categorie'.
    """
    own = _OWN_LEMMAS.get(word) or _added().get(word)
    if own is not None:
        return own
    for spelling in (word, *_accented().get(word, ())):
        if word and simplemma.is_known(spelling, lang="nl"):
            lemma = _lemmatize(spelling)
            # 'peuter' is no form of 'peuteren', nor 'ouder' of 'oud': they have a plural
            if lemma != spelling and _lemmatize(spelling + "s") == spelling:
                return fold(spelling)
            return fold(lemma)
    return ""


def _lemmatize(word: str) -> str:
    return simplemma.lemmatize(word, lang="nl").replace("_", "")


def other_lemma(word: str) -> str:
    """A second lemma of `word`, folded, or ''.

    Of the lexicon where `lexicon_lemma` prefers the noun ('lager' is also of 'laag'), or by
    simplemma's rules for words that it lacks ("buddy's" -> 'buddy').
    """
    if word in _OWN_LEMMAS or "-" in word or not word:
        return ""
    return fold(_lemmatize(word))


def derived_lemma(word: str) -> str:
    """The lemma of a noun made of a word of the lexicon, or ''.

    'nabeschouwingen' -> 'nabeschouwing' (of 'nabeschouwen'), 'bondigheid' (of 'bondig').
    """
    for ending, singular in (
        ("ingen", "ing"),
        ("ing", "ing"),
        ("heden", "heid"),
        ("heid", "heid"),
    ):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        if singular == "heid":
            return stem + "heid" if lexicon_lemma(stem) else ""
        # a verb has a third person or a participle, which 'lieden' (people) has not
        is_verb = lexicon_lemma(stem + "en") == stem + "en" and (
            is_word(stem + "t") or is_word(stem + "end")
        )
        return stem + "ing" if is_verb else ""
    return ""


@lru_cache(maxsize=1)
def _accented() -> dict[str, tuple[str, ...]]:
    """Folded spelling -> the spellings of the lexicon with accents."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("accents.txt"):
        folded = fold(line)
        found[folded] = (*found.get(folded, ()), line)
    return found


@lru_cache(maxsize=1)
def _added() -> dict[str, str]:
    """Folded word that simplemma lacks -> its lemma."""
    pairs = (line.split() for line in _lines("words.txt"))
    return {pair[0]: pair[-1] for pair in pairs}


def _lines(name: str) -> tuple[str, ...]:
    text = files("leaterms.language").joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
