import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.language import head_lemmas, readings


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("achterstandsleerlingen", ("achterstand", "leerlingen")),
        ("doelgroeppeuters", ("doelgroep", "peuters")),
        ("schoolsegregatie", ("school", "segregatie")),
        ("antisegregatiebeleid", ("anti", "segregatie", "beleid")),
        ("inschrijfprocedures", ("inschrijf", "procedures")),
        ("kostwinnersgezinnen", ("kostwinner", "gezinnen")),
        ("vve-indicatie", ("vve", "indicatie")),
    ],
)
def test_the_likeliest_reading_of_a_compound_comes_first(word: str, parts: tuple[str, ...]):
    assert readings(word)[0].parts == parts


def test_a_word_that_is_no_compound_has_no_reading():
    assert readings("integratie") == ()


def test_the_head_carries_the_inflection_and_gives_its_lemma():
    assert "groep" in head_lemmas("peutergroepen")


@given(st.text(max_size=40))
def test_any_text_has_readings_made_of_its_own_letters(word: str):
    for reading in readings(word):
        assert len(reading.parts) >= 2
        assert all(part for part in reading.parts)
