"""Fitting the trees that judge a passage among the others of its item."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from texts import Example

from leaterms.detection.context import read_context
from leaterms.detection.trees import Trees

sys.path.append(str(Path(__file__).parents[1]))
from trees import as_arrays

__all__ = ["context_rows", "fit_trees"]

TREES = 200


def context_rows(
    judged: NDArray[np.float32], units: Sequence[Example], themes: Sequence[str]
) -> NDArray[np.float64]:
    """The features of whole units, which stand item by item, with what each judge says of them."""
    rows, start = [], 0
    for _, group in groupby(units, key=lambda example: example.item):
        item = list(group)
        end = start + len(item)
        rows.append(
            read_context(
                judged[start:end], [e.unit for e in item], themes, titled=item[0].is_title
            )
        )
        start = end
    return np.concatenate(rows)


def fit_trees(rows: NDArray[np.float64], truth: NDArray[np.bool_]) -> Trees:
    """Trees that tell from `rows` (of `context_rows`) which units bear which themes."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.06,
        max_leaf_nodes=15,
        min_samples_leaf=60,
        l2_regularization=5.0,
        max_features=0.5,
        early_stopping=False,
        random_state=0,
    )
    flat = rows.reshape(-1, rows.shape[-1])
    model.fit(flat, truth.ravel())
    (trees,) = as_arrays(model, flat[:2000])
    return trees
