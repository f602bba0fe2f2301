"""The sentences of a record, ready for matching: headings and texts, with their layout."""

from dataclasses import dataclass

from leaterms.detection.matching import Hit, Matcher
from leaterms.language import TokenizedSentence, split_sentences, tokenize
from leaterms.structure import Item

__all__ = ["Passage", "ReadItem", "read_item"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, cell or heading of an item, with the phrases found in it.

    `text` is the title (`in_heading`) or the text of the item, in which the offsets of
    `sentence` count. `phrases` are the numbers of the phrases in `hits`. `segment` is the
    number of the block it stands in, -1 for the heading.
    """

    in_heading: bool
    text: str
    sentence: TokenizedSentence
    hits: tuple[Hit, ...]
    phrases: frozenset[int]
    segment: int

    @property
    def quote(self) -> str:
        """The sentence itself."""
        return self.text[self.sentence.start : self.sentence.end]

    def span(self, hit: Hit) -> tuple[int, int]:
        """The half-open offsets of `hit` in `text`."""
        tokens = self.sentence.tokens
        return tokens[hit.tokens[0]].start, tokens[hit.tokens[-1]].end


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item with its passages, the heading first where it has one."""

    item: Item
    passages: tuple[Passage, ...]
    phrases: frozenset[int]


def read_item(item: Item, matcher: Matcher) -> ReadItem:
    """Split `item` into passages and find the phrases in each."""
    passages: list[Passage] = []
    if item.title.strip():
        passages.append(_passage(item.title, 0, len(item.title), -1, matcher))
    number = 0
    for start, end in split_sentences(item.text):
        while number + 1 < len(item.segments) and start >= item.segments[number].end:
            number += 1
        passages.append(_passage(item.text, start, end, number, matcher))
    found = frozenset(number for passage in passages for number in passage.phrases)
    return ReadItem(item, tuple(passages), found)


def _passage(text: str, start: int, end: int, segment: int, matcher: Matcher) -> Passage:
    sentence = tokenize(text, start, end)
    hits = matcher.find(sentence)
    phrases = frozenset(hit.phrase for hit in hits)
    return Passage(segment < 0, text, sentence, hits, phrases, segment)
