"""Fitting the trees that judge a passage among the others of its item."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from texts import Example

from leaterms.detection.context import Trees, read_context

__all__ = ["context_rows", "fit_trees"]

TREES = 200
_AGREES = 1e-6  # how far the trees run by numpy may be from scikit-learn's answer


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
    trees = _as_arrays(model)
    some = flat[:2000]
    if np.abs(trees.answer(some) - model.decision_function(some)).max() > _AGREES:
        raise RuntimeError("the trees as arrays do not answer as scikit-learn does")
    return trees


def _as_arrays(model: HistGradientBoostingClassifier) -> Trees:
    """The trees of `model`, whose first answer is put in each leaf of the first tree."""
    nodes = [predictor.nodes for (predictor,) in model._predictors]  # noqa: SLF001 - no public way
    starts = np.cumsum([0, *(len(tree) for tree in nodes)])[:-1]
    together = np.concatenate(nodes)
    shift = np.repeat(starts, [len(tree) for tree in nodes])
    leaf = together["is_leaf"].astype(bool)
    value = np.where(leaf, together["value"], 0.0)
    first = leaf.copy()
    first[len(nodes[0]) :] = False
    value[first] += float(model._baseline_prediction[0, 0])  # noqa: SLF001 - idem
    return Trees(
        feature=np.where(leaf, 0, together["feature_idx"]).astype(np.int16),
        threshold=np.where(leaf, 0.0, together["num_threshold"]).astype(np.float64),
        left=np.where(leaf, -1, together["left"] + shift).astype(np.int32),
        right=np.where(leaf, -1, together["right"] + shift).astype(np.int32),
        value=value,
        roots=starts.astype(np.int32),
    )
