import pytest

from leaterms.detection import Detector
from leaterms.detection.classifier import Classifier
from leaterms.detection.spans import SpanModel
from leaterms.vocabulary import Wording
from tests.detection.making import make_parameters, make_spans, make_term, make_vocabulary

LONG = make_spans({"0word=op": (5.0, 2.0, 0.0), "0word=school": (0.0, 2.0, 5.0)}, other=-0.5)


def quotes(text: str, *terms: object, spans: SpanModel = LONG) -> list[str]:
    classifier = Classifier(make_parameters({"wachtlijst": 8.0, "krijt": 8.0}, spans=spans))
    return [m.quote for m in Detector(make_vocabulary(*terms), classifier).detect_text(text)]


def test_jargon_is_marked_with_the_words_that_carry_its_theme():
    text = "Zeven peuters staan op de wachtlijst van de school."

    assert quotes(text, make_term("wachtlijst")) == ["op de wachtlijst van de school"]


def test_words_of_the_law_are_marked_alone():
    term = make_term("wachtlijst", wording=Wording.STATUTORY)

    assert quotes("Zij staan op de wachtlijst van de school.", term) == ["wachtlijst"]


def test_a_mention_takes_no_words_of_another():
    terms = make_term("wachtlijst"), make_term("krijt")

    assert quotes("Op de wachtlijst staat het krijt van de school.", *terms) == [
        "Op de wachtlijst",
        "krijt van de school",
    ]


def test_words_that_bear_two_themes_stay_together():
    term = make_term("wachtlijst", "segregatie", "integratie")

    assert quotes("Zij staan op de wachtlijst van de school.", term) == [
        "op de wachtlijst van de school",
        "op de wachtlijst van de school",
    ]


@pytest.mark.parametrize("text", ["De wachtlijst.", "wachtlijst", "- Wachtlijst;"])
def test_a_mention_never_loses_its_own_words(text):
    short = make_spans({}, other=-9.0)

    assert [q.casefold() for q in quotes(text, make_term("wachtlijst"), spans=short)] == [
        "wachtlijst"
    ]
