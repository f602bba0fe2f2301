import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leaterms.detection.assertion_context import read_neighbours, stand_alone
from leaterms.structure import Kind

ODDS = np.array([[0.7, 0.1, 0.1, 0.1], [0.2, 0.5, 0.2, 0.1], [0.1, 0.1, 0.1, 0.7]], np.float32)
NOTHING = [-1.0] * 4


def features(titles: tuple[bool, ...] = (True, False, False), kind: Kind = Kind.AGENDA):
    return read_neighbours(ODDS, ODDS[::-1], (0, 1, 3), titles, kind)


def test_a_mention_is_seen_with_what_is_said_of_itself():
    row = features()[1]

    assert row[:12] == pytest.approx([*ODDS[1], *ODDS[1], 0, 1, 0, 0])


def test_a_mention_is_seen_with_the_ones_before_and_after_it():
    first, second, last = features()

    assert second[12:20] == pytest.approx([*ODDS[0], *ODDS[2]])
    assert second[20:28].tolist() == [1, 0, 0, 0, 0, 0, 0, 1]
    assert (first[12:16].tolist(), last[16:20].tolist()) == (NOTHING, NOTHING)


def test_a_mention_is_seen_with_the_others_of_its_item():
    row = features()[0]

    assert row[28:32] == pytest.approx((ODDS[1] + ODDS[2]) / 2)
    assert row[32:36] == pytest.approx(np.maximum(ODDS[1], ODDS[2]))


def test_the_heading_is_above_all_but_itself():
    titled, plain = features(), features((False, False, False))

    assert titled[0, 36:44].tolist() == [*NOTHING, *NOTHING]
    assert titled[2, 36:44] == pytest.approx([*ODDS[0], 1, 0, 0, 0])
    assert plain[2, 36:44].tolist() == [*NOTHING, *NOTHING]


def test_place_and_kind_of_document_are_seen():
    assert features()[:, 44:].tolist() == [[3, 0, 1, 0], [3, 1, 0, 0], [3, 2, 0, 0]]
    assert features(kind=Kind.BESLUITENLIJST)[0, 47] == 2


def test_a_mention_that_is_the_only_one_of_its_item_stands_alone():
    alone = read_neighbours(ODDS[:1], ODDS[:1], (0,), (True,), Kind.AGENDA)

    assert stand_alone(np.vstack([features(), alone])).tolist() == [False, False, False, True]


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 6), st.just(4)), elements=st.floats(0, 1, width=32)
    ),
    st.booleans(),
    st.sampled_from(Kind),
)
def test_any_item_can_be_read(odds, titled, kind):
    n = len(odds)
    rows = read_neighbours(odds, odds, [0] * n, [titled, *[False] * (n - 1)], kind)

    assert rows.shape == (n, 48)
    assert np.isfinite(rows).all()
