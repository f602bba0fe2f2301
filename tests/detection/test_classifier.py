import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leaterms.detection import load_classifier
from leaterms.detection.classifier import (
    Calibration,
    Classifier,
    Group,
    Parameters,
    pack,
    unpack,
)
from leaterms.detection.context import combine
from leaterms.detection.features import GROUPS, Unit
from leaterms.detection.spans import SpanModel
from leaterms.detection.trees import NO_TREES
from tests.detection.making import first_feature, make_parameters

KNOWN = make_parameters(
    {"potlood": 8.0, "krijt": 4.0},
    examples={"Een potlood van hout.": "segregatie", "Krijt en potlood.": "segregatie"},
)


def score(unit: Unit) -> float:
    """The score of a unit by itself for the first theme."""
    classifier = Classifier(KNOWN)
    return float(classifier.scores(classifier.judge(unit))[0])


def test_a_score_is_the_calibrated_sum_of_known_features():
    scores = [score(Unit(t)) for t in ("Potlood.", "Krijt.", "Gum.")]

    assert scores == pytest.approx([0.98201, 0.5, 0.0], abs=1e-4)


def test_a_unit_is_scored_whatever_the_order_of_its_words():
    one, other = (Classifier(KNOWN).judge(Unit(t)) for t in ("krijt potlood", "potlood krijt"))

    assert one.tolist() == other.tolist()


def test_a_text_without_words_scores_as_the_bias():
    assert score(Unit("---")) == pytest.approx(0.0, abs=1e-4)


def test_the_nearest_example_shares_most_and_bears_the_theme():
    classifier = Classifier(KNOWN)

    assert classifier.nearest("het potlood", "segregatie") == "Een potlood van hout."
    assert classifier.nearest("krijt", "segregatie") == "Krijt en potlood."


def test_where_no_example_is_like_it_the_nearest_is_none():
    assert Classifier(KNOWN).nearest("gum", "segregatie") == ""


def test_a_theme_that_no_judge_denies_is_the_likeliest():
    """Of two themes: each apart, any at all, each among those with any."""
    judged = np.array([2.0, 2.0, 3.0, 4.0, -4.0], np.float32)

    first, second = combine(judged)

    # the logarithms of sigmoid: 2 -> -0.127, 3 -> -0.049, 4 -> -0.018, -4 -> -4.018
    assert (first, second) == pytest.approx((-0.160, -2.160), abs=1e-3)


def test_its_thresholds_and_themes_are_those_of_its_parameters():
    classifier = Classifier(KNOWN)

    assert (classifier.certain, classifier.possible, classifier.themes) == (
        0.9,
        0.3,
        ("segregatie",),
    )


names = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1), unique=True
)
halves = st.floats(-100, 100, width=16)


@st.composite
def parameters(draw: st.DrawFn) -> Parameters:
    """Any model whose figures fit in the 16 bits in which they are kept."""
    themes = tuple(draw(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True)))
    groups = {}
    for name in GROUPS:
        features = draw(names)
        size = (len(features), 2 * len(themes) + 1)
        groups[name] = Group(
            {feature: row for row, feature in enumerate(features)},
            draw(arrays(np.float32, size[0], elements=halves)),
            draw(arrays(np.float32, size, elements=halves)),
            draw(st.floats(0, 2)),
        )
    examples = tuple(draw(st.lists(st.text(st.characters(codec="utf-8")), max_size=3)))
    return Parameters(
        themes=themes,
        groups=groups,
        bias=draw(arrays(np.float32, 2 * len(themes) + 1, elements=halves)),
        alone=Calibration(draw(st.floats(-5, 5)), draw(st.floats(-5, 5))),
        context=draw(st.sampled_from((first_feature(), NO_TREES))),
        among=Calibration(draw(st.floats(-5, 5)), draw(st.floats(-5, 5))),
        certain=draw(st.floats(0, 1)),
        possible=draw(st.floats(0, 1)),
        classes={"mengen": ("gemengd", "bont")},
        fields={"schrijfgerei": ("potlood", "krijt")},
        examples=examples,
        example_themes=draw(arrays(np.bool_, (len(examples), len(themes)))),
        spans=SpanModel(
            draw(arrays(np.float32, (8, 3), elements=halves)),
            draw(arrays(np.float32, 3, elements=halves)),
        ),
    )


def plain(model: Parameters) -> dict[str, object]:
    """All of a model as values that can be compared."""
    return {
        "rest": (model.themes, model.classes, model.fields, model.examples),
        "figures": (model.alone, model.among, model.certain, model.possible),
        "context": {name: a.tolist() for name, a in model.context.arrays("c").items()},
        "bias": model.bias.tolist(),
        "example_themes": model.example_themes.tolist(),
        "spans": (model.spans.weights.tolist(), model.spans.bias.tolist()),
        "groups": {
            name: (g.rows, g.idf.tolist(), g.weights.tolist(), g.weights.shape, g.scale)
            for name, g in model.groups.items()
        },
    }


@given(parameters())
def test_what_is_packed_is_unpacked_the_same(model: Parameters):
    assert plain(unpack(pack(model))) == plain(model)


def test_the_same_model_is_packed_to_the_same_bytes():
    assert pack(KNOWN) == pack(unpack(pack(KNOWN)))


def test_the_shipped_model_knows_the_nine_themes():
    classifier = load_classifier()

    assert len(classifier.themes) == 9
    assert 0 < classifier.possible < classifier.certain < 1
