"""Verbs: the infinitive of a form, and which particles a verb takes."""

from functools import lru_cache

from leaterms.language.linking import shipped_counts
from leaterms.language.wordlist import is_word, lexicon_lemma

__all__ = ["AUXILIARIES", "PARTICLES", "infinitives", "is_separable", "particle_verb"]

PARTICLES = frozenset(
    """
    aan achter af bij binnen buiten dicht door goed in klaar langs los mee na neer om omhoog
    onder op open over samen tegen terecht terug thuis toe uit vast vol voor voorbij voort
    voorop vooruit waar weg
    """.split()
)
"""First parts of separable verbs: 'tegen' in 'gaan we segregatie tegen'."""

AUXILIARIES = frozenset(
    """
    te wil willen wilde wilden kan kunnen kon konden moet moeten moest moesten mag mogen mocht
    mochten zal zullen zou zouden wordt worden werd werden is zijn was waren heeft hebben had
    hadden blijft blijven gaat laat laten hoeft hoeven
    """.split()
)
"""Words that may stand between a particle and its verb: 'tegen te kunnen gaan'."""

_VOWELS = "aeiou"
_VOICED = {"f": "v", "s": "z"}


@lru_cache(maxsize=50_000)
def infinitives(form: str) -> frozenset[str]:
    """The infinitives that `form` may be the present of: 'laat' -> {'laten'}.

    The lexicon has one lemma for a form, and that may be another word's: 'licht', 'lichten'.
    """
    stems = {form, form.removesuffix("t")}
    third = form.endswith("t")
    return frozenset(
        verb
        for stem in stems
        if len(stem) > 2
        for verb in _infinitives_of(stem)
        if lexicon_lemma(verb) == verb or (third and is_word(verb))
    )


def _infinitives_of(stem: str) -> tuple[str, ...]:
    last = stem[-1]
    if last in _VOWELS:
        return (stem + "n",)
    short = stem
    if stem[-2] == stem[-3] and stem[-2] in _VOWELS:
        short = stem[:-2] + last
    voiced = short[:-1] + _VOICED.get(last, last)
    return (stem + "en", voiced + "en", short + "en", stem + last + "en")


@lru_cache(maxsize=50_000)
def is_separable(particle: str, verb: str) -> bool:
    """Whether `particle` and the infinitive `verb` make a verb.

    By the lexicon, by the treebanks, or by its noun: 'toeleiden' since there is 'toeleiding'.
    """
    joined = particle + verb
    if is_word(joined) or joined in shipped_counts().particle_verbs:
        return True
    return verb.endswith("en") and is_word(joined.removesuffix("en") + "ing")


@lru_cache(maxsize=50_000)
def particle_verb(form: str) -> str:
    """The infinitive of a form of a separable verb that the lexicon lacks, or ''.

    'toegeleid', 'toeleidt' -> 'toeleiden'.
    """
    for cut in range(2, min(8, len(form) - 3)):
        particle, rest = form[:cut], form[cut:]
        if particle in PARTICLES:
            verb = lexicon_lemma(rest)
            if verb.endswith("n") and is_separable(particle, verb):
                return particle + verb
    return ""
