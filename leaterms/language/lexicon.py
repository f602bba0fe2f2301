"""Dutch words by lexicon: folding, lemmas, and what is a word at all.

The lexicon is simplemma's (MIT). A lemma there may carry Lassy's boundary mark, as in
'samen_stellen'; it is removed. Where two lemmas are right ('klassen' is of 'klas' and of
'klasse'), both are given, so that a term and a text meet in one of them.
"""

import unicodedata
from functools import lru_cache

import simplemma

__all__ = ["FUNCTION_WORDS", "PARTICLES", "fold", "is_word", "lemmas"]

FUNCTION_WORDS = frozenset(
    """
    de het een 't 'n der des den te van voor in op aan met bij uit over naar tot om door per
    als dan dat die dit deze er en of maar ook nog al wel zich is zijn was waren wordt worden
    werd werden heeft hebben had hadden zal zullen zou zouden kan kunnen kon konden wil willen
    we wij ze zij ik hij u je hun haar ons onze hen hem jullie mijn
    daar hier waar wie wat welke zo zoals tussen binnen onder tegen via ten ter daarvan hiervan
    daarbij hierbij daarover hierover ervan eraan erover weer eens
    """.split()
)
"""Words that carry no sense of their own in a phrase; 'niet', 'geen', 'samen' are not here."""

PARTICLES = frozenset(
    """
    aan achter af bij binnen buiten dicht door goed in klaar langs los mee na neer om omhoog
    onder op open over samen tegen terecht terug thuis toe uit vast vol voor voorbij voort
    voorop vooruit waar weg
    """.split()
)
"""First parts of separable verbs: 'tegen' in 'gaan we segregatie tegen'."""

# surface form -> lemmas that the lexicon does not give (it knows one lemma a form)
_MORE_LEMMAS = {
    "klassen": ("klas",),
    "klasse": ("klas",),
    "gemengde": ("gemengd", "mengen"),
    "gemengd": ("gemengd", "mengen"),
    "gescheiden": ("gescheiden", "scheiden"),
    "scholen": ("school",),
    "plekken": ("plek",),
    "samen": ("samen",),
}


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """`word` in lower case without diacritics: 'Oekraïense' -> 'oekraiense'.

    The result is as long as the input wherever Unicode allows; use it for comparing, not
    for offsets.
    """
    decomposed = unicodedata.normalize("NFD", word.lower().replace("’", "'").replace("ĳ", "ij"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def is_word(word: str) -> bool:
    """Whether the lexicon knows `word` (lower case, any inflection)."""
    return bool(simplemma.is_known(word, lang="nl"))


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """All folded forms by which a term and a text may meet in `word`.

    The word itself, its lemma, and the noun of a diminutive: 'groepjes' -> {'groepjes',
    'groepje', 'groep'}.
    """
    lower = word.lower()
    found = {lower, simplemma.lemmatize(lower, lang="nl").replace("_", "").lower()}
    found.update(_MORE_LEMMAS.get(lower, ()))
    for form in tuple(found):
        found.update(_of_diminutive(form))
    return frozenset(fold(form) for form in found if form)


def _of_diminutive(form: str) -> tuple[str, ...]:
    """'groepje' -> ('groep',); 'kindje' -> ('kind',); '' where no rule fits."""
    base = form.removesuffix("s")
    for ending, back in (("etje", ""), ("tje", ""), ("pje", ""), ("kje", "g"), ("je", "")):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            noun = base[: -len(ending)] + back
            if is_word(noun):
                return (noun,)
    return ()
