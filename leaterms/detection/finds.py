"""The finds of the vocabulary in an item: terms in their sense, without what decoys block."""

from dataclasses import dataclass

from leaterms.detection.matching import Hit, Via
from leaterms.detection.passages import Passage, ReadItem
from leaterms.detection.phrasebook import PhraseBook
from leaterms.vocabulary import Decoy, Near, Term, Wording

__all__ = ["Find", "find_terms"]


@dataclass(frozen=True, slots=True)
class Find:
    """A term at its place: `hit` in passage number `passage`.

    `slots` is how many words the phrase has by which it was found.
    """

    passage: int
    hit: Hit
    term: Term
    slots: int

    @property
    def is_statutory(self) -> bool:
        """Whether the term is one of the law."""
        return self.term.wording is Wording.STATUTORY

    @property
    def rank(self) -> tuple[int, int, int, bool, Via, str]:
        """Smaller is better: the longer, then the fuller, the statutory, the surer."""
        length = self.hit.tokens[-1] - self.hit.tokens[0]
        filled = len(self.hit.tokens)
        jargon = not self.is_statutory
        return (-length, -filled, -self.slots, jargon, self.hit.via, self.term.id)

    def holds(self, other: "Find") -> bool:
        """Whether all words from the first to the last of `other` are among those of this find."""
        mine, its = self.hit.tokens, other.hit.tokens
        return self.passage == other.passage and mine[0] <= its[0] and its[-1] <= mine[-1]


def find_terms(book: PhraseBook, read: ReadItem, document: frozenset[int]) -> list[Find]:
    """The finds in `read`, no two of which overlap, the longest first.

    Args:
        book: the phrases of the vocabulary.
        read: the item.
        document: the phrases found anywhere in its document, for senses.
    """
    finds = [
        Find(i, hit, term, len(book.phrases[hit.phrase].slots))
        for i, passage in enumerate(read.passages)
        for hit in passage.hits
        if (term := book.term_of(hit.phrase)) and _has_sense(book, term, passage, read, document)
    ]
    finds = [find for find in finds if not _is_blocked(book, find, read, document)]
    return _longest(_with_the_law_first(finds), read)


def _has_sense(
    book: PhraseBook,
    entry: Term | Decoy,
    passage: Passage,
    read: ReadItem,
    document: frozenset[int],
) -> bool:
    def near(words: Near) -> bool:
        return any(
            book.numbers[text] in scope
            for texts, scope in (
                (words.sentence, passage.phrases),
                (words.item, read.phrases),
                (words.document, document),
            )
            for text in texts
        )

    if entry.requires is not None and not near(entry.requires):
        return False
    return entry.excludes is None or not near(entry.excludes)


def _is_blocked(book: PhraseBook, find: Find, read: ReadItem, document: frozenset[int]) -> bool:
    """Whether a decoy overlaps the find, unless the find says more than the decoy."""
    passage = read.passages[find.passage]
    mine = set(find.hit.tokens)
    for hit in passage.hits:
        decoy = book.decoy_of(hit.phrase)
        if decoy is None or not mine & set(hit.tokens) or mine > set(hit.tokens):
            continue
        if decoy.themes and not set(decoy.themes) & set(find.term.themes):
            continue
        if _has_sense(book, decoy, passage, read, document):
            return True
    return False


def _with_the_law_first(finds: list[Find]) -> list[Find]:
    """Without jargon around a word of the law that says the same.

    'Toelating tot de brugklas' is named by the law's own 'toelating', whatever is said with it
    (annotation guideline, 'Wording').
    """
    law = [find for find in finds if find.is_statutory]
    return [
        find
        for find in finds
        if find.is_statutory
        or not any(
            find.holds(own) and set(find.term.themes) <= set(own.term.themes) for own in law
        )
    ]


def _longest(finds: list[Find], read: ReadItem) -> list[Find]:
    """Of finds that overlap the longest (annotation guideline, 'Span')."""
    kept: list[Find] = []
    spans: dict[int, list[tuple[int, int]]] = {}
    for find in sorted(finds, key=lambda f: f.rank):
        start, end = read.passages[find.passage].span(find.hit)
        taken = spans.setdefault(find.passage, [])
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            kept.append(find)
    return kept
