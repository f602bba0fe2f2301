"""What stands around a mention: what its neighbours in the item are judged to show.

An item that is put off is put off with all that it names, though one sentence alone says so; of a
list of duties each is cited. The features of a mention are what the judges say of it, of the
mention before and after it, of the others and of the heading. Trained in `training/assertion`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.context import most_of_others
from leaterms.structure import Kind

__all__ = ["read_neighbours", "stand_alone"]

_NOTHING = -1.0  # stands for the odds of what is not there: below all others
_COUNT = -4  # the column with the number of mentions in the item
_KINDS = (Kind.AGENDA, Kind.VERSLAG, Kind.BESLUITENLIJST, Kind.OTHER)


def read_neighbours(
    odds: NDArray[np.float32],
    by_words: NDArray[np.float32],
    by_rules: Sequence[int],
    in_heading: Sequence[bool],
    kind: Kind,
) -> NDArray[np.float64]:
    """The features of each mention of one item, the heading's first, in order of place.

    Args:
        odds: what the judges say of each mention: a row a mention, a column an outcome.
        by_words: the same without the parse.
        by_rules: the outcome that the rules gave, by its column.
        in_heading: whether it stands in the heading.
        kind: that of the document.

    Returns:
        A row a mention.
    """
    n, k = odds.shape
    rules = np.eye(k)[np.asarray(by_rules, np.intp)]
    titles = np.asarray(in_heading, np.bool_)
    nothing = np.full((1, k), _NOTHING)
    heading = np.full((n, 2 * k), _NOTHING)
    if titles[0]:
        heading[~titles] = np.concatenate([odds[0], rules[0]])
    columns = (
        odds,
        by_words,
        rules,
        np.vstack([nothing, odds])[:-1],
        np.vstack([odds, nothing])[1:],
        np.vstack([nothing, rules])[:-1],
        np.vstack([rules, nothing])[1:],
        (odds.sum(axis=0) - odds) / (n - 1) if n > 1 else nothing,
        most_of_others(odds.astype(np.float64), _NOTHING),
        heading,
        np.full((n, 1), n),
        np.arange(n)[:, None],
        titles[:, None],
        np.full((n, 1), _KINDS.index(kind)),
    )
    features: NDArray[np.float64] = np.hstack(columns).astype(np.float64)
    return features


def stand_alone(rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each mention, by its features, is the only one of its item."""
    alone: NDArray[np.bool_] = rows[:, _COUNT] == 1
    return alone
