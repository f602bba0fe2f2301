import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment.patterns import compile_phrases, find_phrases, literal

PHRASES = ("lopend|lopende onderzoek", "onderzoek ... loopt", "peuter*", "*convenant", "loopt")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("lopend|lopende onderzoek", "wegens lopend  onderzoek", True),
        ("lopend|lopende onderzoek", "het onderzoek is lopend", False),
        ("onderzoek ... loopt", "het onderzoek naar de groepen loopt", True),
        ("onderzoek ... loopt", "het onderzoek; de gang loopt", False),
        ("peuter*", "de peuterzaal", True),
        ("peuter*", "de kleuterzaal", False),
        ("*convenant", "het onderwijsconvenant", True),
        ("vve", "de vve-groep", True),
        ("vve", "vvegroep", False),
    ],
)
def test_a_phrase_finds_whole_words_with_room_and_choice(phrase, text, found):
    assert bool(compile_phrases((phrase,)).search(text)) is found


def test_any_white_space_stands_for_any_other():
    assert re.fullmatch(literal("zo doen (of niet)"), "zo \n doen\t(of niet)")


@given(
    st.lists(
        st.sampled_from(
            "het lopende onderzoek loopt peuterzaal onderwijsconvenant ; vve-onderzoek".split()
        )
    ).map(" ".join)
)
def test_a_finder_finds_what_the_pattern_of_the_same_phrases_finds(text):
    slow = compile_phrases(PHRASES).search(text)
    fast = find_phrases(PHRASES).search(text)

    assert (fast and fast.span()) == (slow and slow.span())


def test_a_finder_looks_within_bounds_and_at_a_place():
    finder = find_phrases(("zoekt ... uit", "belt"))

    assert finder.search("noor belt, zij zoekt het uit", 6).group() == "zoekt het uit"
    assert finder.search("noor belt", 0, 6) is None
    assert finder.match("noor belt", 5).group() == "belt"
    assert finder.match("noor belt") is None


def test_what_stands_before_a_phrase_can_forbid_it():
    finder = find_phrases(("start",), before=r"(?<!\bde\s)")

    assert finder.search("de start van de klas") is None
    assert finder.search("de klas start").group() == "start"
