import pytest

from leaterms.detection.classifier import Classifier
from leaterms.detection.learned import find_learned
from leaterms.detection.matching import Matcher
from leaterms.detection.passages import read_item
from leaterms.detection.scoring import ItemScores
from leaterms.detection.spans import SpanModel
from leaterms.structure import Item
from tests.detection.making import make_parameters, make_spans


def make_classifier(spans: SpanModel | None = None) -> Classifier:
    weights = {"potlood": 8.0, "krijt": 4.0}
    return Classifier(make_parameters(weights, ("segregatie", "integratie"), spans=spans))


CLASSIFIER = make_classifier()
FIRST = "segregatie"


def quotes(
    text: str,
    title: str = "",
    taken: dict[int, list[tuple[int, int, str]]] | None = None,
    theme: str = FIRST,
    spans: SpanModel | None = None,
) -> list[str]:
    """The words of each find of one theme."""
    classifier = CLASSIFIER if spans is None else make_classifier(spans)
    read = read_item(Item(0, "", title, text), Matcher([]))
    return [
        read.passages[found.passage].text[slice(*read.passages[found.passage].span(found.hit))]
        for found in find_learned(ItemScores(read, classifier), taken or {})
        if found.theme == theme
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het potlood.", ["potlood"]),
        ("Gum.", []),
        ("Gum. Het potlood. Gum. Krijt.", ["potlood", "Krijt"]),
        ("Het potlood van de school op de tafel.", ["potlood van de school op de tafel"]),
        ("...", []),
        ("De of het.", []),
        ("", []),
    ],
)
def test_a_sentence_that_bears_a_theme_is_found_without_function_words_at_its_edge(text, found):
    assert quotes(text) == found


def test_the_words_that_the_model_of_spans_favours_are_the_find():
    spans = make_spans({"0word=potlood": (5.0, 2.0, 0.0), "0word=school": (0.0, 2.0, 5.0)})

    assert quotes("Op de tafel ligt het potlood van de school bij het raam.", spans=spans) == [
        "potlood van de school"
    ]


def test_of_two_clauses_that_are_alike_the_one_that_bears_it_most_has_the_find():
    text = "De wethouder opent de tentoonstelling, het potlood ligt op tafel, niemand vertrekt."

    # words inside count against a run unless they are in that clause
    assert quotes(text, spans=make_spans({}, other=0.2)) == ["potlood ligt op tafel"]


def test_themes_whose_words_overlap_share_them():
    spans = make_spans(
        {
            "segregatie|0word=potlood": (3.0, 0.0, 3.0),
            "integratie|0word=tafel": (0.0, 0.0, 0.5),
            "integratie|0word=potlood": (3.0, 0.0, 0.0),
        }
    )
    text = "Het potlood op de tafel"

    assert quotes(text, spans=spans) == quotes(text, theme="integratie", spans=spans)


def test_a_heading_is_judged_too():
    assert quotes("Gum.", title="Het potlood") == ["potlood"]


def test_every_theme_has_its_own_find():
    assert quotes("Het potlood.", theme="integratie") == ["potlood"]


def test_a_theme_that_the_passage_has_is_not_found_again():
    taken = {0: [(4, 11, FIRST)]}

    assert quotes("Het potlood van de school.", taken=taken) == []
    assert quotes("Het potlood van de school. Potlood.", taken=taken) == ["Potlood"]


def test_words_of_other_mentions_are_not_claimed():
    text = "Het krijt ligt op de tafel van de school bij het raam."
    tafel = text.index("tafel")
    taken = {0: [(tafel, tafel + 5, "integratie")]}

    assert quotes(text, taken=taken) == ["school bij het raam"]


def test_what_is_left_beside_a_mention_must_say_something():
    text = "Het krijt ligt."

    assert quotes(text, taken={0: [(4, 9, "integratie")]}) == []


def test_the_score_is_that_of_the_sentence():
    read = read_item(Item(0, "", "", "Krijt."), Matcher([]))

    scores = [found.score for found in find_learned(ItemScores(read, CLASSIFIER), {})]

    assert scores == pytest.approx([0.5, 0.5], abs=0.03)


def test_a_certain_find_that_is_said_by_a_mention_of_another_theme_has_its_words():
    text = "Op de tafel ligt het potlood van de school bij het raam."
    start = text.index("potlood")
    taken = {0: [(start, start + len("potlood van de school"), "integratie")]}

    assert quotes(text, taken=taken) == ["potlood van de school"]
