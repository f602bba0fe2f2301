"""The syntax of a sentence, as plain values: what governs a word, and with which words beside it.

Parsed by the pipeline inside leaterms, or by another Dutch one that is installed. Loading it
takes spaCy; it is loaded when the first sentence is parsed.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from leaterms.language.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parser", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parsed text: half-open offsets, and its place in the parse.

    `pos` and `relation` are those of Universal Dependencies; `head` is the index of the word
    that governs it, its own index for the root. `tense` is 'Past', 'Pres' or ''.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    relation: str
    head: int
    tense: str


class Parser:
    """Parses short texts; the same text is parsed once while it is remembered.

    Args:
        model: nothing for the pipeline inside leaterms, or the name or folder of another one.
    """

    def __init__(self, model: str | Path | None = None) -> None:
        self._model = model
        self._nlp: Language | None = None
        self.parse = lru_cache(maxsize=1024)(self._parse)

    def _parse(self, text: str) -> tuple[Word, ...]:
        """The words of `text`, in order; lower case.

        Raises:
            LeatermsError: the pipeline inside leaterms is damaged.
            InputError: `model` is not there or is not Dutch.
        """
        if self._nlp is None:
            self._nlp = load_pipeline(self._model)
        # in a zone, so that the strings of a large archive do not pile up
        with self._nlp.memory_zone():
            return tuple(
                Word(
                    token.idx,
                    token.idx + len(token),
                    token.lower_,
                    token.lemma_.lower(),
                    token.pos_,
                    token.dep_,
                    token.head.i,
                    next(iter(token.morph.get("Tense", [])), ""),
                )
                for token in self._nlp(text)
            )
