import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leaterms.detection.trees import NO_TREES, Trees

# a stump on feature 1 (at most 2: node 1, else node 2), and a leaf alone
TREES = Trees(
    feature=np.array([1, 0, 0, 0], np.int16),
    threshold=np.array([2.0, 0.0, 0.0, 0.0]),
    left=np.array([1, -1, -1, -1], np.int32),
    right=np.array([2, -1, -1, -1], np.int32),
    value=np.array([0.0, -1.0, 1.0, 0.5]),
    roots=np.array([0, 3], np.int32),
)


def test_the_answers_of_all_trees_add_up():
    assert TREES.answer(np.array([[0.0, 2.0], [0.0, 2.1]])).tolist() == [-0.5, 1.5]


def test_a_model_without_trees_has_no_opinion():
    assert NO_TREES.answer(np.zeros((2, 3))).tolist() == [0.0, 0.0]


@given(arrays(np.float64, st.tuples(st.integers(0, 5), st.just(2)), elements=st.floats(-9, 9)))
def test_stored_trees_answer_the_same(rows):
    stored = {**TREES.arrays("a"), **NO_TREES.arrays("b")}

    assert Trees.of(stored, "a").answer(rows).tolist() == TREES.answer(rows).tolist()
    assert Trees.of(stored, "b").answer(rows).tolist() == [0.0] * len(rows)
