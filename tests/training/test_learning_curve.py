"""The learning curve with a learner that needs no scikit-learn; the real one runs by hand."""

import itertools
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from leaterms.detection.features import Unit

FOLDER = Path(__file__).parents[2] / "training" / "classifier"
THEMES = ("segregatie", "integratie")


@pytest.fixture(scope="module")
def curve():
    """The module, by its folder: the scripts of training are no package."""
    sys.path.insert(0, str(FOLDER))
    try:
        yield import_module("learning_curve")
    finally:
        sys.path.remove(str(FOLDER))
        for name in ("learning_curve", "texts"):
            sys.modules.pop(name, None)


def example(curve, origin, text, *themes, is_part=False, is_seen=False):
    return curve.Example(Unit(text), frozenset(themes), origin, is_part, is_seen)


def documents(curve, count=8):
    """Each municipality has a word of its own for segregation; the first half was read."""
    found = []
    for number in range(count):
        name, is_seen = f"gemeente{number}", number < count // 2
        found += [
            example(curve, name, f"eigen{number}", "segregatie", is_seen=is_seen),
            example(curve, name, "mengen", "segregatie", is_seen=is_seen),
            example(curve, name, "mengen", "segregatie", is_part=True, is_seen=is_seen),
            example(curve, name, "opening", is_seen=is_seen),
        ]
    return found


def lines(curve, count=4):
    return [example(curve, f"stem{n}", f"eigen{n + 4}", "segregatie") for n in range(count)]


def memorise(taught):
    """A learner that knows the texts it has seen, and nothing else."""
    known = {(one.unit.text, theme) for one in taught for theme in one.themes}
    return lambda examples: np.array(
        [[float((one.unit.text, theme) in known) for theme in THEMES] for one in examples],
        np.float32,
    )


class TestSplit:
    def test_only_unseen_municipalities_are_left_out_and_none_is_learned_from(self, curve):
        for seed in range(20):
            drawn = curve.split(documents(curve), lines(curve), seed, 2)

            assert len(drawn.left_out) == 2
            assert set(drawn.left_out) <= {f"gemeente{n}" for n in range(4, 8)}
            assert len(drawn.municipalities) == 6
            assert set(drawn.municipalities) & set(drawn.left_out) == set()
            assert sorted(drawn.voices) == ["stem0", "stem1", "stem2", "stem3"]

    def test_a_seed_gives_the_same_and_another_something_else(self, curve):
        draws = [curve.split(documents(curve), lines(curve), seed, 2) for seed in (0, 0, 1)]

        assert draws[0] == draws[1]
        assert draws[0] != draws[2]

    def test_a_larger_share_holds_the_smaller(self, curve):
        drawn = curve.split(documents(curve), lines(curve), 0, 2)
        taught = [drawn.taught(share) for share in (0.125, 0.25, 0.5, 1.0)]

        assert [(len(places), len(voices)) for places, voices in taught] == [
            (1, 1),
            (2, 1),
            (3, 2),
            (6, 4),
        ]
        for (fewer, less), (more, rest) in itertools.pairwise(taught):
            assert more[: len(fewer)] == fewer
            assert rest[: len(less)] == less

    def test_at_most_half_is_left_out(self, curve):
        assert len(curve.split(documents(curve), [], 0, 99).left_out) == 4

    def test_without_an_unseen_municipality_there_is_nothing_to_measure_on(self, curve):
        seen = [one for one in documents(curve) if one.is_seen]
        with pytest.raises(ValueError, match="there must be an unseen municipality"):
            curve.split(seen, [], 0, 2)


class TestMeasure:
    def test_a_perfect_order_finds_all(self, curve):
        truth = np.array([[True, False], [False, True]])

        assert curve.measure(truth.astype(np.float32), truth) == curve.Worth(1.0, 1.0, 1.0)

    def test_right_wrong_right(self, curve):
        """Precision 1, 1/2, 2/3 at recall 1/2, 1/2, 1: the mean at right finds is 5/6."""
        worth = curve.measure(
            np.array([[3.0], [2.0], [1.0]], np.float32), np.array([[True], [False], [True]])
        )

        assert worth == curve.Worth(pytest.approx(5 / 6), 0.5, 0.5)

    def test_the_precisions_are_told_apart(self, curve):
        """Six right, one wrong (6/7 = 0.857), then right again (7/8 = 0.875) and wrong."""
        truth = np.array([[n not in (6, 8)] for n in range(9)])
        worth = curve.measure(-np.arange(9, dtype=np.float32).reshape(-1, 1), truth)

        assert (worth.recall_85, worth.recall_90) == (1.0, 6 / 7)

    def test_equal_scores_are_found_together_whatever_their_order(self, curve):
        scores = np.zeros((4, 1), np.float32)
        for right in range(4):
            truth = np.array([[n == right] for n in range(4)])

            assert curve.measure(scores, truth) == curve.Worth(0.25, 0.0, 0.0)

    def test_nothing_to_find_is_worth_nothing(self, curve):
        worth = curve.measure(np.zeros((2, 1), np.float32), np.zeros((2, 1), np.bool_))

        assert worth == curve.Worth(0.0, 0.0, 0.0)


class TestTrace:
    def test_a_learner_of_words_rises_with_the_voices_that_share_them(self, curve):
        points = curve.trace(
            documents(curve), lines(curve), memorise, THEMES, shares=(0.25, 1.0), seeds=2
        )

        assert [(p.seed, p.share, p.municipalities, p.voices) for p in points] == [
            (0, 0.25, 1, 1),
            (0, 1.0, 4, 4),
            (1, 0.25, 1, 1),
            (1, 1.0, 4, 4),
        ]
        # 'mengen' everywhere, of the own words only those of the voices: all four at last
        assert [p.worth.recall_90 for p in points] == [0.625, 1.0, 0.625, 1.0]

    def test_clauses_teach_and_are_no_units(self, curve):
        lessons = []

        def fit(taught):
            lessons.append(sum(one.is_part for one in taught))
            return memorise(taught)

        (point,) = curve.trace(documents(curve), lines(curve), fit, THEMES, shares=(1.0,), seeds=1)

        assert (point.units, lessons) == (4 * 3 + 4, [4])

    def test_what_is_left_out_is_not_learned_from(self, curve):
        origins = []

        def fit(taught):
            origins.append({one.origin for one in taught})
            return memorise(taught)

        points = curve.trace(documents(curve), lines(curve), fit, THEMES, seeds=3, left_out=2)

        assert len(points) == len(origins) == 12
        for point, seen in zip(points, origins, strict=True):
            assert seen & set(point.left_out) == set()


def test_the_table_has_a_row_a_share_with_mean_and_range(curve):
    points = [
        curve.Point(seed, share, n, n, 10 * n + seed, ("x",), curve.Worth(worth, worth, 0.5))
        for seed, share, n, worth in (
            (0, 0.5, 1, 0.2),
            (0, 1.0, 2, 0.6),
            (2, 0.5, 1, 0.4),
            (2, 1.0, 2, 0.8),
        )
    ]

    assert curve.to_table(points).splitlines()[2:] == [
        "| 0.5 | 1 + 1 | 11 | 0.300 (0.200-0.400) | 0.300 (0.200-0.400) | 0.500 (0.500-0.500) |",
        "| 1 | 2 + 2 | 21 | 0.700 (0.600-0.800) | 0.700 (0.600-0.800) | 0.500 (0.500-0.500) |",
    ]
