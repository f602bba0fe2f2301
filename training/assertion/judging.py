"""Fitting the judges of assertions with scikit-learn, and the trees that decide."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from passages import Judged
from scipy.sparse import csr_matrix, diags
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from leaterms.detection.assertion_context import read_neighbours
from leaterms.detection.assertion_model import OUTCOMES, AssertionModel, Judge, decide
from leaterms.detection.trees import Trees

sys.path.append(str(Path(__file__).parents[1]))
from tellingness import tellingness
from trees import as_arrays

__all__ = ["FOLDS", "HeldOut", "fit", "leave_out"]

FOLDS = 6
TREES = 80
WEIGHTS = {0: 1.0, 1: 3.0, 2: 3.0, 3: 2.0}
"""What a mention counts for by its outcome: most are plain, and the others matter as much."""

STRENGTH = 0.2
"""scikit-learn's C: the smaller, the more weights shrink."""
TELLING = 0.5
"""How much more freely a feature is weighed that is commoner on one side (see `tellingness`)."""
OF_DOCUMENTS = 2.0
"""What a mention of a document counts for: passages were written to be telling."""
_SMOOTHING = 0.5
FEWEST = 2
"""In how many mentions a feature must occur."""
SURE = 0.88
"""From this probability of the plain outcome on, a sentence is not parsed."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What models say of the mentions (rows) in documents that they have not seen.

    `rows` are their features among the others of their item, `found` the outcomes, `parsed` says
    which needed the parse. `models` has the model of each group of municipalities left out,
    `fold_of` the group of a municipality.
    """

    models: tuple[AssertionModel, ...]
    fold_of: dict[str, int]
    rows: NDArray[np.float64]
    found: NDArray[np.intp]
    parsed: NDArray[np.bool_]


def leave_out(documents: Sequence[Judged], blocks: Sequence[Judged]) -> HeldOut:
    """Fit FOLDS models, each without a sixth of the municipalities; `blocks` are always in.

    The trees of a group are fitted on what the judges say of the other groups, each of them
    left out as well.
    """
    origins = sorted({judged.origin for judged in documents})
    fold_of = {origin: number % FOLDS for number, origin in enumerate(origins)}
    of = np.array([fold_of[judged.origin] for judged in documents])
    judges = [
        _fit_judges([*(j for j, own in zip(documents, of, strict=True) if own != fold), *blocks])
        for fold in range(FOLDS)
    ]
    by_words = np.stack(
        [judges[fold][0].odds(j.lexical) for j, fold in zip(documents, of, strict=True)]
    )
    parsed = by_words[:, 0] < SURE
    odds = by_words.copy()
    for i in np.flatnonzero(parsed):
        odds[i] = judges[of[i]][1].odds(_everything(documents[i]))
    rows = _rows(documents, odds, by_words)
    truth = np.array([judged.outcome for judged in documents])
    trees = [_fit_trees(rows[of != fold], truth[of != fold]) for fold in range(FOLDS)]
    by_rules = np.array([judged.by_rules for judged in documents])
    found = np.empty(len(documents), np.intp)
    for fold in range(FOLDS):
        found[of == fold] = decide(trees[fold], rows[of == fold], by_rules[of == fold])
    models = tuple(
        AssertionModel(*own, SURE, grown) for own, grown in zip(judges, trees, strict=True)
    )
    return HeldOut(models, fold_of, rows, found, parsed)


def fit(documents: Sequence[Judged], blocks: Sequence[Judged], held: HeldOut) -> AssertionModel:
    """A model of everything; `held` is what was held out of `documents`."""
    truth = np.array([judged.outcome for judged in documents])
    judges = _fit_judges([*documents, *blocks])
    return AssertionModel(*judges, SURE, _fit_trees(held.rows, truth))


def _rows(
    documents: Sequence[Judged], odds: NDArray[np.float32], by_words: NDArray[np.float32]
) -> NDArray[np.float64]:
    """The features of the mentions, which stand item by item."""
    rows, start = [], 0
    for _, group in groupby(documents, key=lambda judged: judged.item):
        item = list(group)
        end = start + len(item)
        rows.append(
            read_neighbours(
                odds[start:end],
                by_words[start:end],
                [judged.by_rules for judged in item],
                [judged.in_heading for judged in item],
                item[0].kind,
            )
        )
        start = end
    return np.concatenate(rows)


def _fit_trees(rows: NDArray[np.float64], truth: NDArray[np.intp]) -> tuple[Trees, ...]:
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.06,
        max_leaf_nodes=8,
        min_samples_leaf=20,
        l2_regularization=5.0,
        early_stopping=False,
        class_weight=WEIGHTS,
        random_state=0,
    )
    model.fit(rows, truth)
    return as_arrays(model, rows[:2000])


def _fit_judges(examples: Sequence[Judged]) -> tuple[Judge, Judge]:
    """The judge by words alone, and the one that sees the parse too."""
    return _fit(examples, _words), _fit(examples, _everything)


def _words(judged: Judged) -> frozenset[str]:
    """The features that need no parse."""
    return judged.lexical


def _everything(judged: Judged) -> frozenset[str]:
    return judged.lexical | judged.syntactic


def _fit(examples: Sequence[Judged], features: Callable[[Judged], frozenset[str]]) -> Judge:
    """A judge of `examples`."""
    frequency = Counter(name for example in examples for name in features(example))
    rows = {
        name: i for i, name in enumerate(sorted(n for n, c in frequency.items() if c >= FEWEST))
    }
    matrix = _matrix(examples, features, rows)
    outcomes = np.array([example.outcome for example in examples])
    telling = np.max(
        [
            tellingness(matrix, outcomes == outcome, TELLING, _SMOOTHING)
            for outcome in range(len(OUTCOMES))
        ],
        axis=0,
    )
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(
        matrix @ diags(telling),
        outcomes,
        sample_weight=[OF_DOCUMENTS if example.item else 1.0 for example in examples],
    )
    weights = (model.coef_ * telling).T.astype(np.float32)
    return Judge(rows, weights, model.intercept_.astype(np.float32))


def _matrix(
    examples: Sequence[Judged],
    features: Callable[[Judged], frozenset[str]],
    rows: dict[str, int],
) -> csr_matrix:
    found = [sorted(rows[n] for n in features(example) if n in rows) for example in examples]
    ends = np.cumsum([0, *(len(columns) for columns in found)])
    columns = np.concatenate([np.array(c, np.intp) for c in found])
    return csr_matrix((np.ones(len(columns)), columns, ends), (len(examples), len(rows)))
