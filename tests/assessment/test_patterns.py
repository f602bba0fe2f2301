import re

import pytest

from leaterms.assessment.patterns import compile_phrases, literal


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
