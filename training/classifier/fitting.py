"""Fitting the classifier with scikit-learn, and measuring it on municipalities left out."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression
from spanning import fit_spans
from texts import Example

from leaterms.detection.classifier import Calibration, Group, Parameters
from leaterms.detection.features import GROUPS, FeatureReader
from leaterms.detection.trees import NO_TREES

sys.path.append(str(Path(__file__).parents[1]))
from tellingness import tellingness

__all__ = ["PRECISION_CERTAIN", "PRECISION_POSSIBLE", "Fitter", "calibrated", "threshold"]

SCALES = {"w": 1.0, "c": 1.0, "h": 0.7, "p": 0.3, "k": 0.6, "v": 0.8, "f": 0.8}
FEWEST = {"w": 2, "c": 3, "h": 2, "p": 2, "k": 2, "v": 2, "f": 4}
"""In how many units a feature must occur."""
STRENGTH = 4.0
"""scikit-learn's C: the smaller, the more weights shrink."""
TELLING = 0.3
"""How much more freely a feature is weighed that is commoner on one side (see `tellingness`)."""
_SMOOTHING = 0.05
PRECISION_CERTAIN = 0.90
PRECISION_POSSIBLE = 0.60


class Fitter:
    """Fits parameters to examples; features of an example are read once."""

    def __init__(
        self,
        themes: Sequence[str],
        classes: dict[str, tuple[str, ...]],
        fields: dict[str, tuple[str, ...]],
    ) -> None:
        self.themes = tuple(themes)
        self._classes = classes
        self._fields = fields
        self._reader = FeatureReader(classes, fields)
        self._read: dict[int, dict[str, Counter[str]]] = {}

    def features(self, example: Example) -> dict[str, Counter[str]]:
        """The counts of `example`, by group."""
        key = id(example)
        if key not in self._read:
            self._read[key] = self._reader.read(example.unit)
        return self._read[key]

    def _lesson(self, example: Example, name: str) -> Counter[str]:
        """The counts of one group to learn from: none of what a seen text makes too sure."""
        if name == "v" and example.is_seen:
            return Counter()
        return self.features(example)[name]

    def fit(self, examples: Sequence[Example]) -> Parameters:
        """A model of `examples`, not yet calibrated."""
        groups, parts = {}, []
        for name in GROUPS:
            frequency: Counter[str] = Counter()
            for example in examples:
                frequency.update(self._lesson(example, name).keys())
            kept = sorted(f for f, n in frequency.items() if n >= FEWEST[name])
            idf = np.array(
                [1 + np.log((1 + len(examples)) / (1 + frequency[f])) for f in kept], np.float32
            )
            group = Group(
                {f: i for i, f in enumerate(kept)}, idf, np.zeros((len(kept), 0)), SCALES[name]
            )
            groups[name] = group
            parts.append(self._matrix(examples, name, group, self._lesson))
        matrix = hstack(parts).tocsr()
        bears = np.array([[theme in e.themes for theme in self.themes] for e in examples])
        some = bears.any(axis=1)
        judges = [
            *(_judge(matrix, column) for column in bears.T),
            _judge(matrix, some),
            *(_judge(matrix[some], column[some]) for column in bears.T),
        ]
        weights = np.stack([own for own, _ in judges], axis=1).astype(np.float32)
        bias = np.array([own for _, own in judges], np.float32)
        start = 0
        for name in GROUPS:
            size = len(groups[name].rows)
            groups[name] = replace(groups[name], weights=weights[start : start + size])
            start += size
        return Parameters(
            themes=self.themes,
            groups=groups,
            bias=bias,
            alone=Calibration(1.0, 0.0),
            context=NO_TREES,
            among=Calibration(1.0, 0.0),
            certain=1.0,
            possible=1.0,
            classes=self._classes,
            fields=self._fields,
            examples=(),
            example_themes=np.zeros((0, len(self.themes)), np.bool_),
            spans=fit_spans(examples, self._reader.fields),
        )

    def judged(self, parameters: Parameters, examples: Sequence[Example]) -> NDArray[np.float32]:
        """What each judge says of `examples`: a row each, a column a judge."""
        total = np.tile(parameters.bias, (len(examples), 1))
        for name in GROUPS:
            group = parameters.groups[name]
            total = total + self._matrix(examples, name, group, self._counts) @ group.weights
        return total

    def _counts(self, example: Example, name: str) -> Counter[str]:
        return self.features(example)[name]

    def _matrix(
        self,
        examples: Sequence[Example],
        name: str,
        group: Group,
        counts: Callable[[Example, str], Counter[str]],
    ) -> csr_matrix:
        rows, columns, values = [], [], []
        for number, example in enumerate(examples):
            found, weights = group.values(counts(example, name))
            rows.extend([number] * len(found))
            columns.extend(found.tolist())
            values.extend(weights.tolist())
        return csr_matrix((values, (rows, columns)), (len(examples), len(group.rows)), np.float32)


def _judge(matrix: csr_matrix, truth: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """Weights and bias of a logistic regression."""
    telling = tellingness(matrix, truth, TELLING, _SMOOTHING)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    model.fit(matrix @ diags(telling), truth)
    return model.coef_[0] * telling, float(model.intercept_[0])


def calibrated(raw: NDArray[np.floating], truth: NDArray[np.bool_]) -> Calibration:
    """What makes of raw scores the share of units that bear the theme."""
    model = LogisticRegression(C=1e6).fit(raw.reshape(-1, 1), truth.ravel())
    return Calibration(float(model.coef_[0][0]), float(model.intercept_[0]))


def threshold(scores: NDArray[np.float32], truth: NDArray[np.bool_], precision: float) -> float:
    """The lowest score from which `precision` of all finds are right, rounded up to 0.001."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    reached = np.flatnonzero(right >= precision)
    if not len(reached):
        return 1.0
    return float(np.ceil(scores[order][reached[-1]] * 1000) / 1000)
