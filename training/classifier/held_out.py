"""Models that have not seen a sixth of the municipalities, and what they say of these.

The municipalities are left out in FOLDS groups, in turn. The judges of a group have seen no text
of its municipalities. Its trees are fitted on what the judges say of the other groups, each of
them left out as well.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from contexts import context_rows, fit_trees
from fitting import (
    PRECISION_CERTAIN,
    PRECISION_POSSIBLE,
    Fitter,
    calibrated,
    threshold,
)
from numpy.typing import NDArray
from texts import Example

from leaterms.detection.classifier import Parameters
from leaterms.detection.context import combine
from leaterms.detection.trees import Trees

__all__ = ["FOLDS", "HeldOut", "leave_out"]

FOLDS = 6


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What models say of whole units (rows) of municipalities that they have not seen.

    `rows` are the features of the units in context, `raw` the raw scores of the trees, `alone`
    those of the judges, `truth` has the themes. `unseen` are units of municipalities
    that the writers of the vocabulary have not read either: elsewhere what the
    vocabulary finds is surer than it will be for a user. `models` has the model of each group,
    calibrated as all together.
    """

    models: tuple[Parameters, ...]
    fold_of: dict[str, int]
    rows: NDArray[np.float64]
    raw: NDArray[np.float64]
    alone: NDArray[np.float32]
    truth: NDArray[np.bool_]
    unseen: NDArray[np.bool_]

    def calibrate(self, parameters: Parameters, trees: Trees) -> Parameters:
        """`parameters` with `trees`, and with the calibration and thresholds of these scores.

        The calibration is that of the unseen units, which tell how sure a score is for a user;
        the thresholds are those of all.
        """
        among = calibrated(self.raw[self.unseen], self.truth[self.unseen])
        scores, truth = among.of(self.raw).ravel(), self.truth.ravel()
        return replace(
            parameters,
            context=trees,
            alone=calibrated(self.alone[self.unseen], self.truth[self.unseen]),
            among=among,
            certain=threshold(scores, truth, PRECISION_CERTAIN),
            possible=threshold(scores, truth, PRECISION_POSSIBLE),
        )


def leave_out(
    fitter: Fitter, documents: Sequence[Example], lines: Sequence[Example], threads: int = 1
) -> HeldOut:
    """Fit FOLDS models, each without a sixth of the municipalities; `lines` are always in."""
    origins = sorted({example.origin for example in documents})
    fold_of = {origin: number % FOLDS for number, origin in enumerate(origins)}
    units = [example for example in documents if not example.is_part]
    work = partial(_fit_one, fitter, documents, lines, fold_of)
    with ThreadPoolExecutor(threads) as pool:  # threads, as scikit-learn's fit lets them run
        models = tuple(pool.map(work, range(FOLDS)))
    of = np.array([fold_of[unit.origin] for unit in units])
    judged = np.empty((len(units), len(models[0].bias)), np.float32)
    for fold, model in enumerate(models):
        judged[of == fold] = fitter.judged(model, [u for u in units if fold_of[u.origin] == fold])
    truth = np.array([[theme in unit.themes for theme in fitter.themes] for unit in units])
    rows = context_rows(judged, units, fitter.themes)
    raw = np.empty(truth.shape)
    trees = [fit_trees(rows[of != fold], truth[of != fold]) for fold in range(FOLDS)]
    for fold in range(FOLDS):
        own = rows[of == fold]
        raw[of == fold] = trees[fold].answer(own.reshape(-1, own.shape[-1])).reshape(own.shape[:2])
    held = HeldOut(
        models,
        fold_of,
        rows,
        raw,
        combine(judged),
        truth,
        np.array([not unit.is_seen for unit in units]),
    )
    return replace(
        held,
        models=tuple(held.calibrate(m, t) for m, t in zip(models, trees, strict=True)),
    )


def _fit_one(
    fitter: Fitter,
    documents: Sequence[Example],
    lines: Sequence[Example],
    fold_of: dict[str, int],
    fold: int,
) -> Parameters:
    return fitter.fit([*(e for e in documents if fold_of[e.origin] != fold), *lines])
