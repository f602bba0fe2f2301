from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.evaluation import Interval, Score, Share, evaluate, find_intervals, gold_result
from leaterms.evaluation.intervals import score_intervals, share_interval
from leaterms.vocabulary import load_vocabulary
from tests.evaluation.samples import HEADER, sample

VOCABULARY = load_vocabulary()
scores = st.builds(Score, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))


def test_groups_that_agree_leave_no_doubt():
    found = score_intervals([Score(6, 2, 4), Score(3, 1, 2), Score(9, 3, 6)])

    assert found.precision == Interval(0.75, 0.75)
    assert found.recall == Interval(0.6, 0.6)
    assert found.f1 == Interval(pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_two_groups_give_the_figures_of_either_as_bounds():
    """Of two, one draw in four has the first twice, and one in four the second."""
    assert share_interval([Share(1, 10), Share(9, 10)]) == Interval(0.1, 0.9)


def test_bounds_are_percentiles_of_the_binomial_that_the_draws_follow():
    """Twenty groups of one, half of them right: the share is Binomial(20, 0.5) / 20."""
    assert share_interval([Share(i % 2, 1) for i in range(20)]) == Interval(0.3, 0.7)


def test_the_same_counts_give_the_same_bounds():
    groups = [Score(n, n % 3, n % 5) for n in range(1, 13)]

    assert score_intervals(groups) == score_intervals(groups)


def test_one_group_tells_nothing_about_others():
    assert share_interval([Share(1, 2)]) is None
    assert score_intervals([Score(1, 1, 1)]).f1 is None
    assert score_intervals([]).precision is None


def test_draws_without_the_figure_are_left_out_and_a_figure_of_nothing_is_undefined():
    assert share_interval([Share(0, 0), Share(1, 2)]) == Interval(0.5, 0.5)
    assert share_interval([Share(0, 0), Share(0, 0)]) is None


@given(st.lists(scores, min_size=2, max_size=12))
def test_bounds_lie_between_the_worst_and_the_best_group(groups):
    found = score_intervals(groups)
    each = [score.precision for score in groups if score.precision is not None]

    if found.precision is None:
        assert each == []
    else:
        slack = 1e-9
        assert min(each) - slack <= found.precision.low <= found.precision.high
        assert found.precision.high <= max(each) + slack


def test_the_seed_is_no_global_state():
    before = np.random.get_state()[1].tolist()
    share_interval([Share(1, 2), Share(2, 2)])

    assert np.random.get_state()[1].tolist() == before


def _evaluate(*documents, missing=()):
    results = [
        replace(gold_result(document), mentions=())
        if document.name in missing
        else gold_result(document)
        for document in documents
    ]
    return evaluate(results, documents, VOCABULARY)


def test_municipalities_are_drawn_and_the_coverage_with_them():
    other = sample(header=HEADER.replace("Veenrade", "Zomerdijk"), name="b.txt")
    found = find_intervals(_evaluate(sample(), other, missing=("b.txt",)))

    assert (found.groups, found.of_documents) == (2, False)
    assert found.scores["partial"].recall == Interval(0.0, 1.0)
    assert found.scores["partial"].precision == Interval(1.0, 1.0)
    # without its mentions seven of nine themes of a year are still rightly absent
    assert found.shares["status"].high == 1.0
    assert found.shares["status"].low < 1.0


def test_documents_are_drawn_where_there_is_one_municipality():
    found = find_intervals(_evaluate(sample(), sample(name="b.txt"), missing=("b.txt",)))

    assert (found.groups, found.of_documents) == (2, True)
    assert found.scores["partial"].recall == Interval(0.0, 1.0)
    assert found.shares["status"] is None


def test_a_regional_meeting_goes_with_the_municipality_annotated_first():
    regional = sample(
        header=HEADER.replace(": Veenrade", ": Veenrade; Zomerdijk"), name="regio.txt"
    )
    other = sample(header=HEADER.replace("Veenrade", "Zomerdijk"), name="b.txt")
    parts = _evaluate(sample(), regional, other).split()

    assert [(part.origin, len(part.documents)) for part in parts] == [
        ("Veenrade", 2),
        ("Zomerdijk", 1),
    ]
    assert {cell.municipality for cell in parts[0].coverage.cells} == {"Veenrade"}
