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
