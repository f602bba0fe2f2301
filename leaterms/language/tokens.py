"""Words of a sentence with their places, and the forms by which each may be found.

Two things of Dutch are undone here, with offsets kept: suspended hyphens
('inschrijvings- en toelatingsprocedures' also holds 'inschrijvingsprocedures') and
separable verbs ('gaan we segregatie tegen' also holds 'tegengaan').
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from leaterms.language.compounds import readings
from leaterms.language.lexicon import FUNCTION_WORDS, PARTICLES, fold, is_word, lemmas
from leaterms.language.linking import shipped_counts
from leaterms.language.verbs import AUXILIARIES, infinitives, is_separable

__all__ = ["Pair", "Token", "TokenizedSentence", "tokenize"]

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*\s?%|\d+(?:[.,:]\d+)*(?![^\W\d_])"
    r"|-?[^\W_]+(?:(?:['’.&-]|\u2011)[^\W_]+)*"
    r"(?:[-\u2011]|[–—](?=\s+(?:en|of|als|tot)\s))?"
)
# what may stand for a hyphen in a word
_HYPHENS = str.maketrans("\u2011–—", "---")
# marks over which no phrase reaches: list marks, asides, changes of speaker
_HARD = re.compile(r"[;:|()\[\]•]| [–—-] |\.\.\.|…")
# of these it is plain that they are no preposition before a noun: 'toe leiden', written apart
_ONLY_PARTICLES = frozenset("af mee neer samen terug toe weg".split())
# words that make an adverb of the next: 'te laat' is no form of 'laten'
_DEGREES = frozenset("te zo heel erg zeer".split())
# beginnings that share a head though they are short: 'voor- of naschoolse', 'aan- en afgemeld'
_PREFIXES = PARTICLES | frozenset("tussen her voort achteraf boven beneden pre post".split())
_FAR = 7  # words within which the full word follows
_FAINT = 0.1  # share of the best reading's score below which a head is not borrowed
_SURE = 0.5  # score from which a reading shows that a whole word is borrowed
# words after which a preceding particle may still close its clause: 'meldt zich aan bij'
_AFTER_PARTICLE = frozenset(
    """
    en of maar om dat als bij met voor omdat want zodat in van vanaf door per naar via op tot
    tijdens onder wanneer zodra doordat waarna die waar wie waardoor waarbij terwijl indien mits
    tenzij zoals
    """.split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word. `start` and `end` are offsets in the text that was tokenized.

    `forms` are folded spellings to look up: the word itself, after what a suspended hyphen
    stands for. The first `borrowed` of them take a part from the word with index `lender`:
    'toelatings-' before 'en inschrijvingsbeleid' is also 'toelatingsbeleid'. `clause` is the
    number of its stretch between hard marks; `closes` says that a comma, a mark or the end
    follows.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    clause: int
    closes: bool
    borrowed: int = 0
    lender: int = -1

    @property
    def is_content(self) -> bool:
        """Whether the word has a sense of its own."""
        return self.forms[0] not in FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class Pair:
    """A separated verb: the tokens `verb` and `particle` (indices) are one word, `form`."""

    verb: int
    particle: int
    form: str


@dataclass(frozen=True, slots=True)
class TokenizedSentence:
    """The tokens of text[start:end], in order, and its separated verbs."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    pairs: tuple[Pair, ...]


def tokenize(text: str, start: int = 0, end: int | None = None) -> TokenizedSentence:
    """The words of text[start:end]; offsets are those of `text`."""
    end = len(text) if end is None else end
    tokens: list[Token] = []
    matches = list(_WORD.finditer(text, start, end))
    clause = 0
    for i, match in enumerate(matches):
        after_start = match.end()
        after_end = matches[i + 1].start() if i + 1 < len(matches) else end
        between = text[after_start:after_end]
        # a single space, as between most words, needs no looking at
        hard = between != " " and bool(_HARD.search(between))
        closes = i + 1 == len(matches) or (
            between != " " and (hard or any(c in between for c in ",.!?"))
        )
        word = match.group()
        form = fold(word) if word.isalnum() else fold(word.translate(_HYPHENS))
        tokens.append(Token(match.start(), match.end(), word, (form,), clause, closes))
        clause += hard
    if any(t.forms[0].endswith("-") or t.forms[0].startswith("-") for t in tokens):
        tokens = list(_with_suspended(tokens))
    return TokenizedSentence(start, end, tuple(tokens), tuple(_pairs(tokens)))


def _with_suspended(tokens: list[Token]) -> Iterator[Token]:
    """'inschrijvings- en toelatingsprocedures': the first also is 'inschrijvingsprocedures'."""
    for i, token in enumerate(tokens):
        form = token.forms[0]
        if form.endswith("-") and len(form) > 2:
            stem = form[:-1]
            lender, borrowed = _completed(stem, tokens, i)
        elif form.startswith("-") and len(form) > 2:
            stem = form[1:]
            lender, borrowed = _continued(stem, tokens, i)
        else:
            yield token
            continue
        yield replace(token, forms=(*borrowed, stem, form), borrowed=len(borrowed), lender=lender)


def _completed(stem: str, tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    """'taal' with the heads of the full word after it: 'reken- en leesachterstanden'.

    The full word is the first that has a head to lend. A word between may be an adjective:
    'basis- en voortgezet onderwijs' holds 'basisonderwijs'.
    """
    first = -1
    for i in range(at + 1, min(at + _FAR, len(tokens))):
        word = tokens[i].forms[0]
        if word.endswith("-") or word in FUNCTION_WORDS:
            continue
        found = _with_heads(stem, word)
        if found:
            return i, found
        first = i if first < 0 else first
    return first, ()


def _continued(head: str, tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    """'beleid' with the modifier of the last full word before it: 'taalonderwijs en -beleid'."""
    for i in range(at - 1, max(at - 5, -1), -1):
        word = tokens[i].forms[0]
        if not word.startswith("-") and word not in FUNCTION_WORDS:
            split = readings(word)[:1]
            return i, tuple(word.removesuffix(r.head).rstrip("-") + head for r in split)
    return -1, ()


@lru_cache(maxsize=20_000)
def _with_heads(stem: str, word: str) -> tuple[str, ...]:
    """`stem` with each head it may borrow from `word`, the likeliest first, at most three."""
    found = readings(word)
    heads = [r.head for r in found if r.score >= _FAINT * found[0].score]
    if any(stem.endswith(head) for head in heads):
        return ()  # 'voorschoolse- en vroegschoolse': a full word with a hyphen too many
    rests = [word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) > len(p) + 3]
    # 'doorstroom' has no reading, but 'instroom' is a word, and so 'stroom' is what it lends
    heads += [rest for rest in sorted(rests, key=len) if is_word(stem + rest)]
    if not heads and stem in _PREFIXES:
        heads = [rest for rest in sorted(rests, key=len) if is_word(rest)]
    if not heads and _is_whole(stem, word):
        heads = [word]
    full = dict.fromkeys(stem + head for head in heads)
    return tuple(sorted(full, key=lambda form: not is_word(form)))[:3]


def _is_whole(stem: str, word: str) -> bool:
    """Whether a word itself is what a suspended part lacks: 'basis', 'onderwijs'."""
    if is_word(stem + word):
        return True
    if not any(lemma in shipped_counts().heads for lemma in lemmas(word)):
        return False  # an adjective: 'voortgezet'
    best = readings(stem + word)[:1]
    return any(r.written == stem and r.score >= _SURE for r in best)


def _pairs(tokens: list[Token]) -> Iterator[Pair]:
    for i, token in enumerate(tokens):
        if token.forms[0] not in PARTICLES:
            continue
        at = _verb_after(tokens, i)
        after = _joined(token.forms[0], tokens[at].forms[0]) if at > i else ()
        yield from (Pair(at, i, form) for form in after)
        if after or (at > i and tokens[i + 1].forms[0] == "te"):
            continue
        if token.closes or tokens[i + 1].forms[0] in _AFTER_PARTICLE:
            yield from _with_verb_before(tokens, i)


def _with_verb_before(tokens: list[Token], at: int) -> Iterator[Pair]:
    """'gaan we segregatie tegen': with the nearest verb before it in the clause that fits."""
    for j in range(at - 1, max(-1, at - 18), -1):
        if tokens[j].clause != tokens[at].clause:
            return
        if j and tokens[j - 1].forms[0] in _DEGREES and not tokens[j].forms[0].endswith("n"):
            continue
        forms = _joined(tokens[at].forms[0], tokens[j].forms[0])
        if forms:
            yield Pair(j, at, forms[0])
            return


def _verb_after(tokens: list[Token], at: int) -> int:
    """The verb that the particle at `at` stands before: 'tegen te gaan', 'in kan schrijven'.

    -1 if it stands before none.
    """
    i = at + 1
    while i < min(at + 4, len(tokens)) and tokens[i].forms[0] in AUXILIARIES:
        if tokens[i - 1].closes:
            return -1
        i += 1
    apart = i > at + 1 or tokens[at].forms[0] in _ONLY_PARTICLES
    if i >= len(tokens) or not apart or tokens[i - 1].closes:
        return -1
    return i


@lru_cache(maxsize=50_000)
def _joined(particle: str, verb: str) -> tuple[str, ...]:
    """The separable verbs that `particle` and a form of a verb make, if there are such."""
    if verb in FUNCTION_WORDS or len(verb) < 3:
        return ()
    known = {lemma for lemma in lemmas(verb) if lemma.endswith("n")} | infinitives(verb)
    return tuple(sorted(particle + v for v in known if is_separable(particle, v)))
