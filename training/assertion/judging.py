"""Fitting the judges of assertions with scikit-learn."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from passages import Judged
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from leaterms.detection.assertion_model import Judge

__all__ = ["SURE", "everything_of", "fit_judges", "words_of"]

STRENGTH = 0.3
"""scikit-learn's C: the smaller, the more weights shrink."""
FEWEST = 2
"""In how many mentions a feature must occur."""
SURE = 0.88
"""From this probability of the plain outcome on, a sentence is not parsed."""


def fit_judges(examples: Sequence[Judged]) -> tuple[Judge, Judge]:
    """The judge by words alone, and the one that sees the parse too."""
    return _fit(examples, words_of), _fit(examples, everything_of)


def words_of(judged: Judged) -> frozenset[str]:
    """The features that need no parse."""
    return judged.lexical


def everything_of(judged: Judged) -> frozenset[str]:
    """All features."""
    return judged.lexical | judged.syntactic


def _fit(examples: Sequence[Judged], features: Callable[[Judged], frozenset[str]]) -> Judge:
    """A judge of `examples`."""
    frequency = Counter(name for example in examples for name in features(example))
    rows = {
        name: i for i, name in enumerate(sorted(n for n, c in frequency.items() if c >= FEWEST))
    }
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(_matrix(examples, features, rows), [example.outcome for example in examples])
    return Judge(rows, model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))


def _matrix(
    examples: Sequence[Judged],
    features: Callable[[Judged], frozenset[str]],
    rows: dict[str, int],
) -> csr_matrix:
    found = [sorted(rows[n] for n in features(example) if n in rows) for example in examples]
    ends = np.cumsum([0, *(len(columns) for columns in found)])
    columns = np.concatenate([np.array(c, np.intp) for c in found])
    return csr_matrix((np.ones(len(columns)), columns, ends), (len(examples), len(rows)))
