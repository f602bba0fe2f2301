import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.language import fold, is_word, lemmas


def test_folding_drops_case_and_diacritics():
    assert fold("Oekraïense") == "oekraiense"


@given(st.text())
def test_folding_twice_is_folding_once(word: str):
    assert fold(fold(word)) == fold(word)


def test_inflected_forms_meet_in_their_lemma():
    assert "school" in lemmas("scholen")
    assert "spreiden" in lemmas("gespreid")


def test_a_plural_of_two_words_keeps_both():
    assert {"klas", "klasse"} <= lemmas("klassen")


def test_a_diminutive_meets_its_noun():
    assert "groep" in lemmas("groepjes")
    assert "gesprek" in lemmas("gesprekje")


def test_a_lemma_holds_no_boundary_mark():
    assert "samenstellen" in lemmas("samengesteld")


def test_a_typing_error_is_no_word():
    assert not is_word("toelieding")


def test_one_with_accents_is_not_the_article():
    assert (fold("Eén"), fold("één"), fold("een")) == ("één", "één", "een")


def test_a_rank_and_a_parent_are_words_of_their_own():
    assert (lemmas("eerste"), lemmas("ouder")) == ({"eerste"}, {"ouder"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vve-peuters", "vvepeuter"),
        ("co-ordinator", "coördinator"),
        ("kontakten", "contact"),
        ("produkt", "product"),
        ("categorieen", "categorie"),
        ("voorrangsscholen", "voorrangsschool"),
        ("buurtschooltjes", "buurtschool"),
        ("buddy's", "buddy"),
        ("toegeleid", "toeleiden"),
        ("nabeschouwingen", "nabeschouwing"),
    ],
)
def test_two_spellings_or_forms_of_a_word_meet(one: str, other: str):
    assert lemmas(one) & lemmas(other)
