import pytest

from leaterms.assessment.cues import load_cues
from leaterms.assessment.subjects import Who, read_subject

PEOPLE = frozenset({"Noor", "Verbeek", "Burg", "WK", "Wilg"})


@pytest.mark.parametrize(
    ("text", "who", "verb"),
    [
        ("Noor belt de school.", Who.PERSON, "belt"),
        ("Noor en Teun maken een lijst.", Who.PERSON, "maken"),
        ("Mevrouw Verbeek belt morgen.", Who.PERSON, "belt"),
        ("Van den Burg belt het zwembad.", Who.PERSON, "belt"),
        ("W.K. neemt dit mee.", Who.PERSON, "neemt"),
        ("De Wilg neemt er vier.", Who.PERSON, "neemt"),
        ("Dat zoekt Noor uit.", Who.PERSON, "zoekt"),
        ("Vóór 1 mei stuurt Noor een lijst.", Who.PERSON, "stuurt"),
        ("De besturen leveren hun lijsten.", Who.GROUP, "leveren"),
        ("Iedere school hangt hem op.", Who.GROUP, "hangt"),
        ("We gaan langs.", Who.WE, "gaan"),
        ("Zij zendt het toe.", Who.PRONOUN, "zendt"),
        ("Karel belt de school.", Who.NOBODY, "Karel"),
        ("De wachtlijst is lang.", Who.NOBODY, "De"),
    ],
)
def test_who_does_it_and_where_the_verb_stands(text, who, verb):
    subject = read_subject(text, PEOPLE, load_cues())

    assert (subject.who, text[subject.verb :].split()[0]) == (who, verb)
