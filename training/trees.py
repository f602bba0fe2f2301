"""Boosted trees of scikit-learn as the arrays that leaterms ships."""

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from leaterms.detection.trees import Trees

__all__ = ["as_arrays"]

_AGREES = 1e-6  # how far the trees run by numpy may be from scikit-learn's answer


def as_arrays(
    model: HistGradientBoostingClassifier, some: NDArray[np.float64]
) -> tuple[Trees, ...]:
    """The trees of `model`: one entry a class, a single one where there are two classes.

    Args:
        model: fitted.
        some: rows of features on which both are compared.

    Raises:
        RuntimeError: the arrays do not answer as scikit-learn does, of which the trees have no
            public way out.
    """
    found = tuple(_of_class(model, number) for number in range(model.n_trees_per_iteration_))
    answers = np.stack([trees.answer(some) for trees in found], axis=1)
    expected = model.decision_function(some).reshape(answers.shape)
    if np.abs(answers - expected).max() > _AGREES:
        raise RuntimeError("the trees as arrays do not answer as scikit-learn does")
    return found


def _of_class(model: HistGradientBoostingClassifier, number: int) -> Trees:
    """The trees of one class, whose first answer is put in each leaf of the first tree."""
    nodes = [predictors[number].nodes for predictors in model._predictors]  # noqa: SLF001 - no public way
    starts = np.cumsum([0, *(len(tree) for tree in nodes)])[:-1]
    together = np.concatenate(nodes)
    shift = np.repeat(starts, [len(tree) for tree in nodes])
    leaf = together["is_leaf"].astype(bool)
    value = np.where(leaf, together["value"], 0.0)
    first = leaf.copy()
    first[len(nodes[0]) :] = False
    value[first] += float(model._baseline_prediction[0, number])  # noqa: SLF001 - idem
    return Trees(
        feature=np.where(leaf, 0, together["feature_idx"]).astype(np.int16),
        threshold=np.where(leaf, 0.0, together["num_threshold"]).astype(np.float64),
        left=np.where(leaf, -1, together["left"] + shift).astype(np.int32),
        right=np.where(leaf, -1, together["right"] + shift).astype(np.int32),
        value=value,
        roots=starts.astype(np.int32),
    )
