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

__all__ = ["Pair", "Token", "TokenizedSentence", "tokenize"]

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*\s?%|\d+(?:[.,:]\d+)*(?![^\W\d_])"
    r"|-?[^\W_]+(?:(?:['’.&-]|\u2011)[^\W_]+)*-?"
)
# marks over which no phrase reaches: list marks, asides, changes of speaker
_HARD = re.compile(r"[;:|()\[\]•]| [–—-] |\.\.\.|…")
# words after which a preceding particle may still close its clause: 'meldt zich aan bij'
_AFTER_PARTICLE = frozenset(
    """
    en of maar om dat als bij met voor omdat want zodat in van vanaf door per naar via op tot
    tijdens onder wanneer zodra doordat waarna
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
        tokens.append(Token(match.start(), match.end(), word, (fold(word),), clause, closes))
        clause += hard
    if any(t.text.endswith("-") or t.text.startswith("-") for t in tokens):
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
    """'taal' with the heads of the first full word after it: 'reken- en leesachterstanden'."""
    for i in range(at + 1, min(at + 7, len(tokens))):
        word = tokens[i].forms[0]
        if not tokens[i].text.endswith("-") and word not in FUNCTION_WORDS:
            return i, tuple(stem + head for head in _heads(word))
    return -1, ()


def _continued(head: str, tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    """'beleid' with the modifier of the last full word before it: 'taalonderwijs en -beleid'."""
    for i in range(at - 1, max(at - 5, -1), -1):
        word = tokens[i].forms[0]
        if not tokens[i].text.startswith("-") and word not in FUNCTION_WORDS:
            split = readings(word)[:1]
            return i, tuple(word.removesuffix(r.head).rstrip("-") + head for r in split)
    return -1, ()


@lru_cache(maxsize=20_000)
def _heads(word: str) -> tuple[str, ...]:
    """The heads that a suspended part may borrow from `word`, the likeliest first."""
    return tuple(dict.fromkeys(reading.head for reading in readings(word)))[:3]


def _pairs(tokens: list[Token]) -> Iterator[Pair]:
    for i, token in enumerate(tokens):
        particle = token.forms[0]
        if particle not in PARTICLES:
            continue
        # 'tegen te gaan'
        if i + 2 < len(tokens) and tokens[i + 1].forms[0] == "te":
            for form in _joined(particle, tokens[i + 2].forms[0]):
                yield Pair(i + 2, i, form)
            continue
        if not (token.closes or tokens[i + 1].forms[0] in _AFTER_PARTICLE):
            continue
        # 'gaan we segregatie tegen': the nearest verb before it in the clause that fits
        for j in range(i - 1, max(-1, i - 18), -1):
            if tokens[j].clause != token.clause:
                break
            forms = _joined(particle, tokens[j].forms[0])
            if forms:
                yield Pair(j, i, forms[0])
                break


@lru_cache(maxsize=50_000)
def _joined(particle: str, verb: str) -> tuple[str, ...]:
    """The separable verbs that `particle` and a form of a verb make, if the lexicon has it."""
    if verb in FUNCTION_WORDS or len(verb) < 3:
        return ()
    return tuple(
        sorted(
            particle + lemma
            for lemma in lemmas(verb)
            if lemma.endswith("n") and is_word(particle + lemma)
        )
    )
