import pytest

from leaterms.errors import VocabularyError
from leaterms.questionnaire.persons import find_speakers, parse_person_words
from leaterms.vocabulary import read_shipped


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hans meldt dat de cijfers er zijn.", {"Hans"}),
        ("De agenda is vol. Anneke geeft aan dat het later wordt.", {"Anneke"}),
        ("Daarna vraagt Hilde of dat zo blijft.", {"Hilde"}),
        ("- Annelies stuurt de cijfers rond.", {"Annelies"}),
        ("Actie: Tijmen belt de scholen.", {"Tijmen"}),
        ("Fatima el Idrissi licht dat toe.", {"Fatima", "Idrissi"}),
        ("Roos vindt dat ook.", {"Roos"}),
        ("Willemijn vertelt.", {"Willemijn"}),
        ("Dat is, aldus Johan, te laat.", {"Johan"}),
    ],
)
def test_who_speaks_or_acts_is_a_person(text, names):
    assert find_speakers([text]) == names


@pytest.mark.parametrize(
    "text",
    [
        "Desgevraagd meldt de wethouder dat het goed gaat.",
        "Gemeente vraagt om cijfers. Wethouder opent de vergadering.",
        "Doelgroepenvervoer neemt toe.",
        "Iedereen vindt dat. Zij wil dat ook. Niemand mist iets.",
        "De Vlier vraagt om uitstel. GGD meldt zich.",
        "Volgens afspraak neemt niemand iets mee.",
        "Ook stelt het college geld beschikbaar.",
    ],
)
def test_ordinary_words_and_bodies_are_none(text):
    assert find_speakers([text]) == frozenset()


def test_what_is_called_a_body_somewhere_is_none_anywhere():
    assert find_speakers(["Zandbak meldt dat het vol is.", "Kinderopvang Zandbak groeit."]) == (
        frozenset()
    )


def test_a_fault_names_the_line():
    text = read_shipped("personen.yaml").replace("\nbodies:", "\nbody:")
    line = text[: text.index("\nbody:")].count("\n") + 2
    with pytest.raises(VocabularyError) as caught:
        parse_person_words(text, "personen.yaml")

    assert f"personen.yaml:{line}: 'body' is geen bekende sleutel; bedoelde u 'bodies'?" in (
        str(caught.value).splitlines()
    )
