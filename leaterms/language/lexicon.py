"""Lemmas: the one normal form in which a term and a text meet.

The same function serves both. It goes by the lexicon (see `wordlist`), by spelling variants,
and for a word that the lexicon lacks by splitting it: the lemma of a compound is its modifier
as written with the lemma of its head. Where two lemmas are right ('klassen' is of 'klas' and
of 'klasse'), both are given.
"""

import re
from functools import lru_cache

from leaterms.language.compounds import readings
from leaterms.language.verbs import PARTICLES, particle_verb
from leaterms.language.wordlist import derived_lemma, fold, is_word, lexicon_lemma, other_lemma

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


# the lemma by the likeliest reading, if it is at least so likely
_SURE_READING = 0.2

# a word of the lexicon that has a newer spelling there too: 'kontakt', 'produkt', 'kommissie'
_OLD_SPELLING = re.compile(r"kt|^ko[nml]")
_SHORTEST_OLD = 6
# spellings of before 1995 and foreign ones: 'kontakt', 'aktie', 'oxyde'
_VARIANTS = (
    (re.compile(r"k(?=[aoutrlk])|k$"), "c"),
    (re.compile(r"c(?=[aoutrlk])|c$"), "k"),
    (re.compile("kk"), "cc"),
    (re.compile("ks"), "x"),
    (re.compile("x"), "ks"),
    (re.compile("y"), "ij"),
    (re.compile("ij"), "y"),
    (re.compile("y"), "i"),
    (re.compile("qu"), "kw"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("^rh"), "r"),
)


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """All folded forms by which a term and a text may meet in `word`.

    The word itself, its lemma, and the noun of a diminutive: 'groepjes' -> {'groepjes',
    'groepje', 'groep'}; without its hyphen: 'vve-peuters' -> also 'vvepeuter'; and in the
    spelling of the lexicon: 'kontakten' -> also 'contact'.
    """
    lower = word.lower()
    form = fold(lower)
    found = {form, *_of_word(lower, form), *_MORE_LEMMAS.get(lower, ())} - {""}
    known = is_word(lower) or lexicon_lemma(form) != ""
    if not known or (len(form) >= _SHORTEST_OLD and _OLD_SPELLING.search(form)):
        found.update(_in_other_spelling(form))
    if "-" in form.strip("-"):
        found.update(w.replace("-", "") for w in tuple(found) if _is_joinable(w))
    elif not known and len(found) == 1:
        found.update((verb,) if (verb := particle_verb(form)) else _of_compound(form))
    for base in tuple(found):
        found.update(_of_diminutive(base))
    return frozenset(found)


def _of_word(lower: str, form: str) -> tuple[str, ...]:
    """The lemmas that the lexicon has or a rule of derivation gives."""
    if "-" in form.strip("-"):
        return _of_compound(form)
    return (lexicon_lemma(lower), lexicon_lemma(form) or derived_lemma(form), other_lemma(lower))


def _of_compound(form: str) -> tuple[str, ...]:
    """'voorrangsscholen' -> ('voorrangsschool',); () where no reading is likely."""
    best = readings(form)[:1]
    return tuple(
        lemma
        for r in best
        if r.score >= _SURE_READING
        for lemma in (r.lemma, *(r.written + noun for noun in _of_diminutive(r.head)))
    )


def _is_joinable(form: str) -> bool:
    """Whether the hyphen may as well be left out: between letters only, '0-meting' keeps it."""
    return form.replace("-", "").isalpha()


def _in_other_spelling(form: str) -> tuple[str, ...]:
    """The lemma of a word that `form` spells in another way, if the lexicon has it."""
    for pattern, instead in _VARIANTS:
        other = pattern.sub(instead, form)
        if other != form and (lemma := lexicon_lemma(other)):
            return (other, lemma)
    return ()


def _of_diminutive(form: str) -> tuple[str, ...]:
    """'kindje' -> ('kind',), 'boompje' -> ('boom',); () where no rule fits."""
    base = form.removesuffix("s")
    for ending, back in (("etje", ""), ("tje", ""), ("pje", ""), ("kje", "g"), ("je", "")):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            noun = base[: -len(ending)] + back
            for stem in (noun, noun[:-1] if ending == "etje" and noun[-1] == noun[-2] else ""):
                if stem and lexicon_lemma(stem):
                    return (stem,)
    return ()
