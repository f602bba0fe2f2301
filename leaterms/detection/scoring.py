"""The classifier's scores of the passages of one item, each computed once and only if asked."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.classifier import Classifier
from leaterms.detection.features import Unit, known_above, known_here
from leaterms.detection.passages import ReadItem

__all__ = ["ItemScores", "Known"]

Known = tuple[int, int, str, str]
"""A find of the vocabulary: start, end, theme, wording."""


class ItemScores:
    """Scores by the number of the passage in `read.passages`.

    `known` has the finds of the vocabulary by the number of their passage.
    """

    def __init__(
        self,
        read: ReadItem,
        classifier: Classifier,
        known: Mapping[int, Sequence[Known]] | None = None,
    ) -> None:
        self.read = read
        self.classifier = classifier
        self._known = known or {}
        self._above = tuple(
            sorted(
                {
                    known_above(theme)
                    for number, finds in self._known.items()
                    if read.passages[number].in_heading
                    for _, _, theme, _ in finds
                }
            )
        )
        self._columns = {theme: i for i, theme in enumerate(classifier.themes)}
        self._judged: dict[int, NDArray[np.float32]] = {}
        self._among: NDArray[np.float32] | None = None

    def unit(self, number: int, start: int | None = None, end: int | None = None) -> Unit:
        """Passage `number`, or its stretch [start, end) of the passage's text.

        With the heading above it, the sentence before it, and what the vocabulary found.
        """
        passage = self.read.passages[number]
        start = passage.sentence.start if start is None else start
        end = passage.sentence.end if end is None else end
        here = {
            known_here(theme, wording)
            for left, right, theme, wording in self._known.get(number, ())
            if left < end and right > start
        }
        text = passage.text[start:end]
        if passage.in_heading:
            return Unit(text, known=tuple(sorted(here)))
        before = self.read.passages[number - 1] if number else None
        return Unit(
            text,
            self.read.item.title,
            "" if before is None or before.in_heading else before.quote,
            (*sorted(here), *self._above),
        )

    def alone(self, number: int) -> NDArray[np.float32]:
        """The score of passage `number` by itself for each theme of the classifier."""
        return self.classifier.scores(self._judge(number))

    def of(self, number: int) -> NDArray[np.float32]:
        """The score of passage `number` among the others of its item, for each theme."""
        if self._among is None:
            passages = self.read.passages
            self._among = self.classifier.scores_among(
                np.stack([self._judge(i) for i in range(len(passages))]),
                [self.unit(i) for i in range(len(passages))],
                titled=passages[0].in_heading,
            )
        scores: NDArray[np.float32] = self._among[number]
        return scores

    def score(self, number: int, theme: str, *, among: bool) -> float:
        """The score of passage `number` for `theme`; 1.0 for a theme it was not trained on.

        `among` its item, or by itself, for which no other passage need be read.
        """
        column = self._columns.get(theme)
        if column is None:
            return 1.0
        return float((self.of(number) if among else self.alone(number))[column])

    def _judge(self, number: int) -> NDArray[np.float32]:
        if number not in self._judged:
            self._judged[number] = self.classifier.judge(self.unit(number))
        return self._judged[number]
