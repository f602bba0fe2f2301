"""All phrases of a vocabulary in one numbered list: terms, decoys, context words, cues."""

from leaterms.detection.matching import Hit, Via
from leaterms.detection.mention import Method
from leaterms.language import Phrase
from leaterms.vocabulary import Decoy, Near, Term, Vocabulary

__all__ = ["PhraseBook"]


class PhraseBook:
    """Which phrase number stands for what."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.phrases: list[Phrase] = []
        """In the order of their numbers."""
        self.numbers: dict[str, int] = {}
        """The number of a context word, by its text."""
        self.cues: dict[tuple[str, bool, int], int] = {}
        """The number of a cue, by its text, whether it is ordered, and its gap."""
        self._entries: dict[int, Term | Decoy] = {}
        self._patterns: set[int] = set()
        entries: tuple[Term | Decoy, ...] = (*vocabulary.terms, *vocabulary.decoys)
        for entry in entries:
            texts = (entry.label, *entry.variants)
            for text, phrase in zip(texts, vocabulary.phrases_of(entry), strict=True):
                if "{" in text:
                    self._patterns.add(len(self.phrases))
                self._entries[len(self.phrases)] = entry
                self.phrases.append(phrase)
            for near in (entry.requires, entry.excludes):
                for text in _texts(near):
                    self._number(text, vocabulary)
        for rule in vocabulary.assertions:
            for text in (*rule.cues, *rule.unless):
                key = (text, rule.ordered, rule.gap)
                if key not in self.cues:
                    self.cues[key] = len(self.phrases)
                    self.phrases.append(vocabulary.cue(text, rule))

    def term_of(self, number: int) -> Term | None:
        """The term that phrase `number` belongs to, if it is a term's."""
        entry = self._entries.get(number)
        return entry if isinstance(entry, Term) else None

    def decoy_of(self, number: int) -> Decoy | None:
        """The decoy that phrase `number` belongs to, if it is a decoy's."""
        entry = self._entries.get(number)
        return entry if isinstance(entry, Decoy) else None

    def method_of(self, hit: Hit) -> Method:
        """How `hit` found its term."""
        if hit.via is Via.FUZZY:
            return Method.FUZZY
        if hit.phrase in self._patterns:
            return Method.PATTERN
        return Method.COMPOUND if hit.via is Via.COMPOUND else Method.TERM

    def _number(self, text: str, vocabulary: Vocabulary) -> None:
        if text not in self.numbers:
            self.numbers[text] = len(self.phrases)
            self.phrases.append(vocabulary.phrase(text))


def _texts(near: Near | None) -> tuple[str, ...]:
    return () if near is None else (*near.sentence, *near.item, *near.document)
