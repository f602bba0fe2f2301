"""What tells which assertion a mention has: words around it, its place in the parse, the rules.

Named features, present or not. Training (`training/assertion`) and use share this module.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaterms.detection.assertion import Verdict, is_in_quotes, same_row
from leaterms.detection.clauses import split_clauses
from leaterms.detection.matching import Hit
from leaterms.detection.passages import Passage, ReadItem
from leaterms.language import Token, Word, lemmas, tokenize
from leaterms.structure import Kind

__all__ = ["lexical_features", "syntactic_features", "word_of"]

_MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november "
    "december".split()
)
_NEXT = 12  # words of the next passage; further on it is about something else
_NOTE, _FEW = 15, 5  # words; more is a text
_NEAR = (1, 2, 3)
_NEGATIONS = frozenset({"niet", "geen", "nog", "nooit", "pas", "ook", "alleen"})
_TELLING = frozenset(
    "advmod aux aux:pass mark compound:prt nsubj nsubj:pass obl obj det advcl".split()
)
_SHOWN = frozenset(
    {"S", "C", "A", "B", "F", "N", "O", "P", "H", "W", "gov0", "gov1", "nom0", "nom1"}
)


def lexical_features(
    read: ReadItem, number: int, hit: Hit, kind: Kind, verdict: Verdict
) -> frozenset[str]:
    """The features of the mention `hit` in passage `number` that need no parse.

    `verdict` is that of the rules.
    """
    passage = read.passages[number]
    features = {
        f"kind:{kind.value}",
        "heading" if passage.in_heading else "text",
        "norule" if verdict.rule is None else f"rule:{verdict.rule.id}",
        f"verdict:{verdict.assertion.value}",
    }
    if is_in_quotes(passage, hit):
        features.add("quotes")
    features.update(_of_sentence(passage, hit))
    features.update(_of_surroundings(read, number))
    return frozenset(features)


def _of_sentence(passage: Passage, hit: Hit) -> Iterator[str]:
    """Words of the mention (M), before (B) and after (A) it, in its clause (C), near it."""
    first, last = hit.tokens[0], hit.tokens[-1]
    tokens = passage.sentence.tokens
    words = _lemmas(tokens)
    start, end = _clause(passage, hit)
    for i, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if first <= i <= last:
            yield f"M:{word}"
            continue
        yield f"{'B' if i < first else 'A'}:{word}"
        yield f"S:{word}"
        if start <= token.start < end:
            yield f"C:{word}"
        if i + 1 < len(tokens) and not first <= i + 1 <= last:
            yield f"S2:{word} {words[i + 1]}"
    for distance in _NEAR:
        left, right = first - distance, last + distance
        yield f"L{distance}:{words[left] if left >= 0 else '<'}"
        yield f"R{distance}:{words[right] if right < len(words) else '>'}"


def _clause(passage: Passage, hit: Hit) -> tuple[int, int]:
    """The clause, or clauses, in which the mention stands, in the passage's text."""
    base = passage.sentence.start
    start, end = passage.span(hit)
    own = [
        (base + left, base + right)
        for left, right in split_clauses(passage.quote)
        if base + left < end and base + right > start
    ]
    return (own[0][0], own[-1][1]) if own else (start, end)


def _of_surroundings(read: ReadItem, number: int) -> Iterator[str]:
    """Words of the heading (H), the other cells (W), the next (N) and previous (P) passage.

    A heading is also seen with all (O) that stands below it, if that is but a note, or a few
    words (F): 'Vervalt.'
    """
    passage = read.passages[number]
    note = tokenize(read.item.text).tokens if passage.in_heading else ()
    if len(note) <= _NOTE:
        yield from (f"O:{word}" for word in _lemmas(note))
    if len(note) <= _FEW:
        yield from (f"F:{word}" for word in _lemmas(note))
    if number + 1 < len(read.passages):
        words = _lemmas(read.passages[number + 1].sentence.tokens)[:_NEXT]
        yield from (f"N:{word}" for word in words)
        yield from (f"N2:{one} {other}" for one, other in pairwise(words))
    if number and not read.passages[number - 1].in_heading:
        before = read.passages[number - 1]
        yield from (f"P:{word}" for word in _lemmas(before.sentence.tokens))
    if not passage.in_heading:
        yield from (f"H:{word}" for word in _lemmas(tokenize(read.item.title).tokens))
    for cell in same_row(read, number):
        yield from (f"W:{word}" for word in _lemmas(cell.sentence.tokens))


def _lemmas(tokens: Sequence[Token]) -> list[str]:
    return [_lemma(token.forms[0]) for token in tokens]


def _lemma(form: str) -> str:
    """The shortest lemma; months and numbers are one word each."""
    if form in _MONTHS:
        return "<maand>"
    if form[:1].isdigit():
        return "<getal>"
    return min(lemmas(form), key=lambda lemma: (len(lemma), lemma), default=form)


def syntactic_features(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """The features of the mention at [start, end) in the parsed text that `words` are of.

    What governs it: its relation and preposition, the two nearest verbs above it with what
    stands beside them, the two nearest nouns above it.
    """
    inside = [i for i, word in enumerate(words) if word.start < end and word.end > start]
    if not inside:
        return frozenset()
    top = min(inside, key=lambda i: len(_above(words, i)))
    above = _above(words, top)
    features = {f"rel:{words[top].relation}"}
    features.update(
        f"case:{word.text}"
        for i, word in enumerate(words)
        if word.head == top and word.relation == "case" and i not in inside
    )
    verbs = [i for i in (top, *above) if words[i].pos in {"VERB", "AUX"}]
    for place, verb in enumerate(verbs[:2]):
        features.add(f"gov{place}:{words[verb].lemma}")
        if words[verb].tense:
            features.add(f"tense{place}:{words[verb].tense}")
        for i, word in enumerate(words):
            if word.head != verb or i in inside or i == verb:
                continue
            if word.relation in _TELLING:
                features.add(f"gov{place}.{word.relation}:{word.lemma}")
            if word.text in _NEGATIONS:
                features.add(f"neg{place}:{word.text}")
    nouns = [i for i in above if words[i].pos in {"NOUN", "PROPN"}]
    features.update(f"nom{place}:{words[noun].lemma}" for place, noun in enumerate(nouns[:2]))
    return frozenset(features)


def _above(words: Sequence[Word], at: int) -> list[int]:
    """The words that govern word `at`, from the nearest to the root."""
    found: list[int] = []
    while words[at].head != at and words[at].head not in found:
        at = words[at].head
        found.append(at)
    return found


def word_of(feature: str) -> str:
    """The word that a feature is about, for people; '' where it is about none."""
    kind, _, word = feature.partition(":")
    shown = kind in _SHOWN or kind.startswith(("gov", "neg"))
    return word if shown and word.isalpha() and len(word) > 1 else ""
