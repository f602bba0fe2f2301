from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.language import tokenize


def forms(text: str) -> dict[str, tuple[str, ...]]:
    return {token.text: token.forms for token in tokenize(text).tokens}


@pytest.mark.parametrize(
    ("text", "written", "full"),
    [
        ("inschrijvings- en toelatingsprocedures", "inschrijvings-", "inschrijvingsprocedures"),
        ("voor- en vroegschoolse educatie", "voor-", "voorschoolse"),
        ("over- en onderadvisering", "over-", "overadvisering"),
        ("taal-, reken- en leesachterstanden", "taal-", "taalachterstanden"),
        ("taal-, reken- en leesachterstanden", "reken-", "rekenachterstanden"),
        ("taalbeleid en -onderwijs", "-onderwijs", "taalonderwijs"),
    ],
)
def test_a_suspended_hyphen_stands_for_the_full_word(text: str, written: str, full: str):
    assert forms(text)[written][0] == full


def test_a_suspended_hyphen_names_the_word_it_borrows_from():
    before = tokenize("de toelatings- en inschrijvingsprocedures").tokens[1]
    after = tokenize("taalonderwijs en -beleid").tokens[2]

    assert (before.lender, before.forms[before.borrowed :]) == (3, ("toelatings", "toelatings-"))
    assert (after.lender, after.forms[after.borrowed :]) == (0, ("beleid", "-beleid"))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Zo gaan we segregatie tegen.", "tegengaan"),
        ("We proberen segregatie tegen te gaan", "tegengaan"),
        ("Ouders melden hun kind bij ons aan vanaf drie jaar.", "aanmelden"),
    ],
)
def test_the_halves_of_a_separable_verb_are_joined(text: str, verb: str):
    assert [pair.form for pair in tokenize(text).pairs] == [verb]


def test_a_preposition_that_looks_like_a_particle_joins_nothing():
    assert tokenize("Zij geven een cijfer op school de ruimte").pairs == ()


def test_a_semicolon_begins_a_new_clause_and_a_comma_does_not():
    clauses = {t.text: t.clause for t in tokenize("een, twee; drie").tokens}

    assert clauses == {"een": 0, "twee": 0, "drie": 1}


def test_a_percentage_is_one_word():
    assert [t.text for t in tokenize("58% van 4,3 %").tokens] == ["58%", "van", "4,3 %"]


@given(st.text(max_size=120))
def test_each_token_is_the_text_at_its_offsets(text: str):
    sentence = tokenize(text)

    for token in sentence.tokens:
        assert text[token.start : token.end] == token.text
    assert all(a.end <= b.start for a, b in pairwise(sentence.tokens))
