"""Fitting the model of spans: which words of a sentence carry the themes that it bears."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from texts import Example

from leaterms.detection.fields import FieldReader
from leaterms.detection.spans import SpanModel, read_words, row_of
from leaterms.language import tokenize

__all__ = ["fit_spans"]

SIZE = 2**17
"""Rows for features. Twice or four times as many rows told no better."""
STRENGTH = 0.3
"""scikit-learn's C."""
OF_DOCUMENTS = 3.0
"""What a word of an annotated document counts for: lines are marked more widely than minutes."""


def fit_spans(examples: Sequence[Example], fields: FieldReader) -> SpanModel:
    """A model of the jargon in `examples`: each mention teaches with the themes that it bears."""
    rows: list[int] = []
    ends = [0]
    weights: list[float] = []
    truths: list[tuple[bool, bool, bool]] = []
    for example in examples:
        for start, end, themes in example.spans:
            sentence = tokenize(example.unit.text)
            inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and t.end > start]
            if not inside:
                continue
            for i, features in enumerate(read_words(example.unit.text, sentence, themes, fields)):
                rows.extend(row_of(feature, SIZE) for feature in features)
                ends.append(len(rows))
                weights.append(1.0 if example.is_line else OF_DOCUMENTS)
                truths.append((i == inside[0], inside[0] <= i <= inside[-1], i == inside[-1]))
    matrix = csr_matrix((np.ones(len(rows), np.float32), rows, ends), (len(truths), SIZE))
    matrix.sum_duplicates()
    judges = [_judge(matrix, truth, np.array(weights)) for truth in np.array(truths).T]
    return SpanModel(
        np.stack([own for own, _ in judges], axis=1).astype(np.float32),
        np.array([bias for _, bias in judges], np.float32),
    )


def _judge(
    matrix: csr_matrix, truth: NDArray[np.bool_], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Weights and bias of a logistic regression."""
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    model.fit(matrix, truth, sample_weight=weights)
    return model.coef_[0], float(model.intercept_[0])
