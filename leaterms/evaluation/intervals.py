"""How far a figure may be off by the choice of texts: 95% bootstrap intervals.

Sentences of one municipality are alike (its projects, its secretary), so whole municipalities
are drawn with replacement, and whole documents where there is but one (the cluster bootstrap:
Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 3.8). The bounds are
percentiles of the figures of the draws. The seed is fixed: the same counts, the same bounds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.scores import Score, Share

__all__ = [
    "Interval",
    "Intervals",
    "ScoreIntervals",
    "find_intervals",
    "score_intervals",
    "share_interval",
]

_DRAWS = 2000
_SEED = 20230315
_BOUNDS = (2.5, 97.5)

Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """The lower and upper bound of a figure."""

    low: float
    high: float

    def to_list(self) -> list[float]:
        """Both, with four decimals."""
        return [round(self.low, 4), round(self.high, 4)]


@dataclass(frozen=True, slots=True)
class ScoreIntervals:
    """Those of a score; None where there are less than two groups, or no draw has the figure."""

    precision: Interval | None
    recall: Interval | None
    f1: Interval | None


@dataclass(frozen=True, slots=True)
class Intervals:
    """Those of the main figures of an evaluation, named as in its `Evaluation`.

    `groups` is how many municipalities (or, `of_documents`, documents) were drawn from.
    """

    groups: int
    of_documents: bool
    scores: dict[str, ScoreIntervals]
    shares: dict[str, Interval | None]


def find_intervals(evaluation: Evaluation) -> Intervals:
    """The intervals of mentions, items, classes and coverage."""
    groups = evaluation.split()
    scores: dict[str, Callable[[Evaluation], Score]] = {
        "strict": lambda one: one.strict,
        "partial": lambda one: one.partial,
        "items": lambda one: one.items,
        "statutory": lambda one: one.by_wording().get("statutory", Score()),
        "jargon": lambda one: one.by_wording().get("jargon", Score()),
    }
    shares: dict[str, Callable[[Evaluation], Share]] = {
        "wording": lambda one: one.wording,
        "assertion": lambda one: one.assertion,
        "proposed": lambda one: one.proposed,
        "outside": lambda one: one.outside,
        "status": lambda one: one.coverage.status if one.coverage else Share(),
        "risk": lambda one: one.coverage.risk if one.coverage else Share(),
    }
    return Intervals(
        groups=len(groups),
        of_documents=evaluation.is_of_one_municipality,
        scores={
            name: score_intervals([figure(group) for group in groups])
            for name, figure in scores.items()
        },
        shares={
            name: share_interval([share(group) for group in groups])
            for name, share in shares.items()
        },
    )


def score_intervals(groups: Sequence[Score]) -> ScoreIntervals:
    """The intervals of the sum of `groups`, one score for each."""
    right, false, missed = _drawn([(s.right, s.false, s.missed) for s in groups], 3)
    return ScoreIntervals(
        _interval(right, right + false),
        _interval(right, right + missed),
        _interval(2 * right, 2 * right + false + missed),
    )


def share_interval(groups: Sequence[Share]) -> Interval | None:
    """The interval of the sum of `groups`, one share for each."""
    right, whole = _drawn([(share.right, share.of) for share in groups], 2)
    return _interval(right, whole)


def _drawn(counts: Sequence[tuple[int, ...]], columns: int) -> Counts:
    """The counts of each draw, a row each column of `counts`; no draws of less than two."""
    if len(counts) < 2:
        return np.zeros((columns, 0))
    size = len(counts)
    times = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), _DRAWS)
    sums: Counts = (times @ np.array(counts, np.int64)).T.astype(np.float64)
    return sums


def _interval(part: Counts, whole: Counts) -> Interval | None:
    """The bounds of the ratio over the draws in which it is defined."""
    defined = whole > 0
    if not defined.any():
        return None
    low, high = np.percentile(part[defined] / whole[defined], _BOUNDS)
    return Interval(float(low), float(high))
