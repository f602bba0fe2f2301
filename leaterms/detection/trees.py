"""Boosted trees as arrays, run with numpy alone.

scikit-learn grows them (`training/trees.py`); running it would cost users 40 MB and a second.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["NO_TREES", "Trees"]


@dataclass(frozen=True, slots=True)
class Trees:
    """Binary trees whose answers add up; a node an entry, one tree after the other.

    At a node with `left` -1 the answer is `value`; from another one goes `left` where the
    feature is at most `threshold`, else `right` (numbers of nodes). `roots` are the first nodes.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]

    def answer(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the trees' answers to each row of features."""
        at = np.tile(self.roots, (len(rows), 1))
        numbers = np.arange(len(rows))[:, None]
        while (inner := self.left[at] >= 0).any():
            goes_left = rows[numbers, self.feature[at]] <= self.threshold[at]
            at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at)
        total: NDArray[np.float64] = self.value[at].sum(axis=1)
        return total

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to store, by names that begin with `name`."""
        return {f"{name}_{field.name}": getattr(self, field.name) for field in fields(self)}

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]], name: str) -> "Trees":
        """The trees that were stored under `name`."""
        return cls(**{field.name: arrays[f"{name}_{field.name}"] for field in fields(cls)})


NO_TREES = Trees(
    feature=np.empty(0, np.int16),
    threshold=np.empty(0, np.float64),
    left=np.empty(0, np.int32),
    right=np.empty(0, np.int32),
    value=np.empty(0, np.float64),
    roots=np.empty(0, np.int32),
)
"""Without an opinion: their answer is 0."""
