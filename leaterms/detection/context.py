"""What stands around a sentence: the second opinion on what the classifier says of it alone.

'Dat moet anders' bears the theme of what is said before it; a sentence with a faint sign of a
theme bears it more likely below a heading that does, and less likely where each sentence of
the item bears another. Boosted trees judge each passage and theme from the scores of the passage,
its heading, its neighbours and the rest of its item (Friedman, Greedy function approximation,
Annals of Statistics 29, 2001). Trained in `training/classifier`, run with numpy alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.features import Unit, known_above, known_here

__all__ = ["Trees", "combine", "read_context"]

_NOTHING = -9.0  # stands for the score of what is not there: below all others


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


def combine(judged: NDArray[np.float32]) -> NDArray[np.float32]:
    """The raw score of each theme from the log odds of all judges (the last axis).

    Of K themes there are 2K + 1 judges: one a theme (does the unit bear it?), one for any theme
    at all, and one a theme among the units that bear any (is it this one?). What bears any
    theme is learned from all texts together, so rare themes profit.
    """
    themes = judged.shape[-1] // 2
    sure = -np.logaddexp(np.float32(0.0), -judged)  # the logarithm of each judge's probability
    either = sure[..., themes : themes + 1] + sure[..., themes + 1 :]
    raw: NDArray[np.float32] = sure[..., :themes] + np.float32(0.5) * either
    return raw


def read_context(
    judged: NDArray[np.float32], units: Sequence[Unit], themes: Sequence[str], *, titled: bool
) -> NDArray[np.float64]:
    """The features of each passage of one item, and in it of each theme.

    Args:
        judged: the log odds of all judges (see `combine`), a row a passage in order of place.
        units: the passages.
        themes: their ids, in the order of the judges.
        titled: whether the first passage is the heading.

    Returns:
        Shape (passages, themes, features).
    """
    raw = combine(judged).astype(np.float64)
    n, k = raw.shape
    nothing = np.full((1, k), _NOTHING)
    before, after = np.vstack([nothing, raw])[:-1], np.vstack([raw, nothing])[1:]
    title = np.full((n, k), _NOTHING)
    if titled:
        title[1:] = raw[0]
    here = np.array([[_finds(unit, theme) for theme in themes] for unit in units], np.float64)
    above = np.array([[known_above(t) in unit.known for t in themes] for unit in units])
    length = np.log([max(len(unit.text), 1) for unit in units])
    columns = (
        raw,
        judged[:, :k],
        judged[:, k : k + 1],
        judged[:, k + 1 :],
        _most_of_others(raw.T).T,
        before,
        after,
        before.max(axis=1, keepdims=True),
        after.max(axis=1, keepdims=True),
        _most_of_others(raw),
        (raw.sum(axis=0) - raw) / (n - 1) if n > 1 else nothing,
        title,
        title.max(axis=1, keepdims=True),
        here,
        above,
        here.sum(axis=1, keepdims=True) - here,
        length[:, None],
        np.float64(n),
        np.float64(titled) * (np.arange(n) > 0)[:, None],
        *np.eye(k)[:, None, :],
    )
    features: NDArray[np.float64] = np.stack(
        [np.broadcast_to(column, (n, k)) for column in columns], axis=-1
    ).astype(np.float64)
    return features


def _finds(unit: Unit, theme: str) -> int:
    """How many wordings of `theme` the vocabulary found in `unit` itself."""
    return sum(name.startswith(known_here(theme, "")) for name in unit.known)


def _most_of_others(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each value the greatest of the others in its column."""
    if len(values) < 2:
        return np.full(values.shape, _NOTHING)
    highest = values.argmax(axis=0)
    ordered = np.sort(values, axis=0)
    found = np.tile(ordered[-1], (len(values), 1))
    found[highest, np.arange(values.shape[1])] = ordered[-2]
    return found
