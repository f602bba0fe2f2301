import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leaterms.detection.fields import FieldReader
from leaterms.detection.spans import best_run, read_words, row_of
from leaterms.language import tokenize
from tests.detection.making import make_spans

FIELDS = FieldReader({"schrijfgerei": ("potlood", "krijt")})


def words(text: str, *themes: str) -> list[list[str]]:
    return read_words(text, tokenize(text), themes, FIELDS)


def judged(*rows: tuple[float, float, float]):
    return np.array(rows, np.float32)


def test_a_word_is_read_with_its_kind_its_neighbours_and_the_marks_beside_it():
    first, second, third = words("Twee potloden, krijt!")

    assert {"0word=potlood", "0kind=schrijfgerei", "-1word=twee", "1word=krijt"} <= set(second)
    assert {"left=", "right=,"} <= set(second)
    assert "right=!$" in third
    assert {"0capitalTrue", "-1none"} <= set(first)


def test_a_theme_adds_features_of_its_own():
    (plain,), (with_theme,) = words("Krijt"), words("Krijt", "segregatie")

    assert set(with_theme) - set(plain) == {
        "segregatie|bias",
        "segregatie|0word=krijt",
        "segregatie|0kind=schrijfgerei",
    }


def test_a_word_is_judged_by_the_sum_of_its_features():
    spans = make_spans({"0word=krijt": (1.0, 2.0, 3.0), "right=$": (0.5, 0.0, 0.0)}, other=1.0)

    assert spans.judge(words("Krijt")).tolist() == [[1.5, 3.0, 3.0]]


def test_a_row_is_the_same_everywhere():
    assert row_of("0word=krijt", 1024) == 224
    assert row_of("0word=één", 1024) == 878


def test_the_run_begins_and_ends_where_its_words_are_judged_to():
    assert best_run(judged((0, 0, 0), (4, 1, 0), (0, 1, 0), (0, 1, 4), (0, 0, 0))) == (1, 3)


def test_words_that_count_against_it_make_a_run_shorter():
    assert best_run(judged((2, 1, 2), (0, -9, 0), (1, 1, 1))) == (0, 0)


def test_of_equal_runs_the_first_and_shortest_is_taken():
    # 0.25 inside makes up for what each word costs
    assert best_run(judged((0, 0.25, 0), (0, 0.25, 0))) == (0, 0)


def test_a_favoured_clause_outweighs_a_slight_difference():
    rows = judged((1.1, 0, 1.1), (-5, -9, -5), (1, 0, 1))

    assert best_run(rows) == (0, 0)
    assert best_run(rows, favoured=(2, 3)) == (2, 2)


def test_a_run_holds_what_it_must_and_more_where_that_is_favoured():
    rows = judged((0, 0, 0), (3, 2, 0), (0, 0, 0), (0, 0, 0), (0, 9, 9))

    assert best_run(rows) == (1, 4)
    assert best_run(rows, held=(2, 3)) == (1, 4)
    assert best_run(rows, held=(2, 3), barred=[4]) == (1, 3)
    assert best_run(rows, held=(2, 3), barred=[1, 4]) == (2, 3)


def test_no_run_holds_a_barred_word():
    rows = judged((9, 9, 9), (1, 1, 1))

    assert best_run(rows, barred=[0]) == (1, 1)
    assert best_run(rows, barred=[0, 1]) is None


def test_a_sentence_without_words_has_no_run():
    assert best_run(np.empty((0, 3), np.float32)) is None


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 40), st.just(3)), elements=st.floats(-9, 9, width=16)
    ),
    st.data(),
)
def test_a_run_is_within_its_sentence_and_no_longer_than_a_mention_may_be(rows, data):
    barred = data.draw(st.sets(st.integers(0, len(rows) - 1)))

    run = best_run(rows, barred=barred)

    if len(barred) == len(rows):
        assert run is None
    else:
        assert run is not None
        first, last = run
        assert 0 <= first <= last < len(rows)
        assert last - first < 25
        assert not barred & set(range(first, last + 1))


@pytest.mark.parametrize("text", ["", "...", "- | -"])
def test_a_text_without_words_has_no_features(text):
    assert words(text) == []
