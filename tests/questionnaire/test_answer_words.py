import pytest

from leaterms.errors import VocabularyError
from leaterms.questionnaire.answer_words import load_answer_words, parse_answer_words
from leaterms.vocabulary import read_shipped


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("zie het onderwijsconvenant van 2021", "onderwijsconvenant"),
        ("ja, in ons lea-plan", "lea-plan"),
        ("in de samenwerkingsovereenkomst", "samenwerkingsovereenkomst"),
    ],
)
def test_the_paper_that_an_answer_points_to(said, paper):
    assert load_answer_words().papers.search(said).group() == paper


@pytest.mark.parametrize("said", ["ja, akkoord", "volgens plan", "in het verslag van mei"])
def test_other_words_point_to_no_paper(said):
    assert load_answer_words().papers.search(said) is None


def test_a_fault_names_the_line():
    text = read_shipped("antwoorden.yaml").replace("\npapers:", "\npaper:")
    line = text[: text.index("\npaper:")].count("\n") + 2
    with pytest.raises(VocabularyError) as caught:
        parse_answer_words(text, "antwoorden.yaml")

    assert f"antwoorden.yaml:{line}: 'paper' is geen bekende sleutel; bedoelde u 'papers'?" in (
        str(caught.value).splitlines()
    )
