"""The classifier's scores of the passages of one item, each computed once and only if asked."""

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.classifier import Classifier
from leaterms.detection.features import Unit
from leaterms.detection.passages import ReadItem

__all__ = ["ItemScores"]


class ItemScores:
    """Scores by the number of the passage in `read.passages`."""

    def __init__(self, read: ReadItem, classifier: Classifier) -> None:
        self.read = read
        self.classifier = classifier
        self._columns = {theme: i for i, theme in enumerate(classifier.themes)}
        self._scores: dict[int, NDArray[np.float32]] = {}

    def unit(self, number: int) -> Unit:
        """Passage `number` with the heading above it and the sentence before it."""
        passage = self.read.passages[number]
        if passage.in_heading:
            return Unit(passage.quote)
        before = self.read.passages[number - 1] if number else None
        return Unit(
            passage.quote,
            self.read.item.title,
            "" if before is None or before.in_heading else before.quote,
        )

    def of(self, number: int) -> NDArray[np.float32]:
        """The calibrated score of passage `number` for each theme of the classifier."""
        if number not in self._scores:
            self._scores[number] = self.classifier.scores(self.unit(number))
        return self._scores[number]

    def score(self, number: int, theme: str) -> float:
        """The score of passage `number` for `theme`; 1.0 for a theme it was not trained on."""
        column = self._columns.get(theme)
        return 1.0 if column is None else float(self.of(number)[column])
