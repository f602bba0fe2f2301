"""What stands around a sentence: the second opinion on what the classifier says of it alone.

'Dat moet anders' bears the theme of what is said before it; a sentence with a faint sign of a
theme bears it more likely below a heading that does, and less likely where each sentence of
the item bears another. Boosted trees judge each passage and theme from the scores of the passage,
its heading, its neighbours and the rest of its item (Friedman, Greedy function approximation,
Annals of Statistics 29, 2001). Trained in `training/classifier`, run with numpy alone.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.features import Unit, known_above, known_here

__all__ = ["combine", "most_of_others", "read_context"]

_NOTHING = -9.0  # stands for the score of what is not there: below all others


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
        most_of_others(raw.T, _NOTHING).T,
        before,
        after,
        before.max(axis=1, keepdims=True),
        after.max(axis=1, keepdims=True),
        most_of_others(raw, _NOTHING),
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


def most_of_others(values: NDArray[np.float64], nothing: float) -> NDArray[np.float64]:
    """For each value the greatest of the others in its column; `nothing` where it is alone."""
    if len(values) < 2:
        return np.full(values.shape, nothing)
    highest = values.argmax(axis=0)
    ordered = np.sort(values, axis=0)
    found = np.tile(ordered[-1], (len(values), 1))
    found[highest, np.arange(values.shape[1])] = ordered[-2]
    return found
