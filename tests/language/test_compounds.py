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


@given(st.text(alphabet="abdeghijklnoprstuvwz-", max_size=24))
def test_scores_are_shares_and_fall(word: str):
    scores = [reading.score for reading in readings(word)]

    if "-" not in word.strip("-"):
        assert sum(scores) <= 1.0001
        assert scores == sorted(scores, reverse=True)


def test_a_word_that_only_looks_like_two_has_no_reading():
    assert [word for word in ("besturen", "segregatie", "toelieding") if readings(word)] == []


def test_changed_letters_lead_back_to_the_word():
    assert [readings(w)[0].parts[0] for w in ("dievenbende", "huizenblok", "boekenkast")] == [
        "dief",
        "huis",
        "boek",
    ]
