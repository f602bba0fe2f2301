import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment.actors import find_actor
from leaterms.assessment.cues import load_cues

PEOPLE = frozenset({"Noor", "Teun", "Brand", "LP", "FA"})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Noor en Teun maken een lijst.", "Noor en Teun"),
        ("Vóór 1 mei stuurt Noor een lijst.", "Noor"),
        ("De heer Brand verleent zijn medewerking.", "De heer Brand"),
        ("Afgesproken wordt dat beide besturen leveren.", "beide besturen"),
        ("De brief wordt door Noor geschreven.", "Noor"),
        ("Presentatie rondsturen - Teun", "Teun"),
        ("Aanvragen vóór 1 juni, doet Teun.", "Teun"),
        ("Teun: contact opnemen met de bakker", "Teun"),
        ("De juf van groep 1 belt de ouders.", "De juf van groep 1"),
        ("De tafel stemt in met het jaarplan.", ""),
        ("Het onderwerp wordt verplaatst naar mei.", ""),
        ("De brief wordt door Gerda geschreven.", ""),
    ],
)
def test_who_carries_it_out_as_printed(text, who):
    assert find_actor(text, PEOPLE, load_cues()) == who


def test_in_a_list_of_actions_what_stands_before_the_colon_is_who():
    assert find_actor("LP/FA: offerte", PEOPLE, load_cues(), listed=True) == "LP/FA"
    assert find_actor("LP/FA: offerte", PEOPLE, load_cues()) == ""


@given(st.text(max_size=80))
def test_who_stands_in_the_text(text):
    assert find_actor(text, PEOPLE, load_cues()) in text
