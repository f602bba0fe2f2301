"""How freely a linear model may weigh a feature: the more, the commoner it is on one side.

Source: Wang and Manning, Baselines and Bigrams (ACL 2012), with the ratio's size alone.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

__all__ = ["tellingness"]


def tellingness(
    matrix: csr_matrix, truth: NDArray[np.bool_], strength: float, smoothing: float
) -> NDArray[np.float64]:
    """From 1 for a feature as common with as without; more for one that is commoner on one side.

    Args:
        matrix: a row an example, a column a feature.
        truth: which examples are of the one side.
        strength: what the logarithm of the ratio counts for.
        smoothing: what is added to the sum of a feature on either side.
    """
    with_it = np.asarray(matrix[truth].sum(axis=0)).ravel() + smoothing
    without = np.asarray(matrix[~truth].sum(axis=0)).ravel() + smoothing
    ratio = np.log((with_it / with_it.sum()) / (without / without.sum()))
    size: NDArray[np.float64] = 1.0 + strength * np.abs(ratio)
    return size
