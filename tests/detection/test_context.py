import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leaterms.detection.context import combine, read_context
from leaterms.detection.features import Unit

THEMES = ("segregatie", "integratie")
NOTHING = -9.0
JUDGED = np.array([[3, -3, 2, 4, -4], [1, 2, 3, -1, 1], [-2, 0, -1, 0, 2]], np.float32)
UNITS = (
    Unit("Gemengde groepen", known=("segregatie:jargon",)),
    Unit("Dat moet.", "Gemengde groepen", known=("above:segregatie", "integratie:jargon")),
    Unit("", "Gemengde groepen", "Dat moet."),
)


def features(*, titled: bool = True):
    return read_context(JUDGED, UNITS, THEMES, titled=titled)


def test_a_passage_is_seen_with_its_neighbours():
    raw = combine(JUDGED)
    read = features()

    assert read[1, 0, 0] == pytest.approx(raw[1, 0])
    assert read[1, :, 5] == pytest.approx(raw[0])
    assert read[1, :, 6] == pytest.approx(raw[2])
    assert (read[0, :, 5].tolist(), read[2, :, 6].tolist()) == ([NOTHING] * 2, [NOTHING] * 2)


def test_a_passage_is_seen_with_the_rest_of_its_item():
    raw = combine(JUDGED)
    read = features()

    assert read[0, 1, 9] == pytest.approx(max(raw[1, 1], raw[2, 1]))
    assert read[0, 1, 10] == pytest.approx((raw[1, 1] + raw[2, 1]) / 2)
    assert read[0, :, 4] == pytest.approx([raw[0, 1], raw[0, 0]])


def test_the_heading_is_above_all_but_itself():
    raw = combine(JUDGED)
    read = features()

    assert read[0, :, 11].tolist() == [NOTHING, NOTHING]
    assert read[2, :, 11] == pytest.approx(raw[0])
    assert read[:, 0, 18].tolist() == [0.0, 1.0, 1.0]
    assert features(titled=False)[:, 0, 18].tolist() == [0.0, 0.0, 0.0]


def test_what_the_vocabulary_found_is_seen_by_theme():
    read = features()

    # here, above, and of other themes
    assert read[0, :, [13, 14, 15]].T.tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    assert read[1, :, [13, 14, 15]].T.tolist() == [[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]]


def test_each_theme_is_marked():
    assert features()[0, :, 19:].tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_a_passage_alone_has_nothing_around_it():
    (row,) = read_context(JUDGED[:1], UNITS[:1], THEMES, titled=True)

    assert row[:, [5, 6, 9, 10, 11]].tolist() == [[NOTHING] * 5] * 2


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 8), st.just(5)), elements=st.floats(-9, 9, width=32)
    ),
    st.booleans(),
)
def test_any_item_can_be_read(judged, titled):
    read = read_context(judged, [Unit("x")] * len(judged), THEMES, titled=titled)

    assert read.shape == (len(judged), 2, 21)
    assert np.isfinite(read).all()
