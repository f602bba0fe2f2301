import pytest

from leaterms.errors import VocabularyError
from leaterms.relabelling.wording import load_title_words, parse_title_words
from leaterms.vocabulary import load_vocabulary, read_shipped


def test_a_fault_is_told_with_its_line():
    text = read_shipped("herlabelen.yaml").replace("\nclosings:", "\nclosing:")
    line = text.split("\n").index("closing:") + 1
    with pytest.raises(VocabularyError) as fault:
        parse_title_words(text, "herlabelen.yaml")

    assert (
        f"herlabelen.yaml:{line}: 'closing' is geen bekende sleutel; bedoelde u 'closings'?"
        in str(fault.value).split("\n")
    )


def test_the_themes_it_names_are_those_of_the_vocabulary():
    words = load_title_words()
    known = {theme.id for theme in load_vocabulary().themes}
    named = {t for umbrella in words.umbrellas for t in umbrella.themes}
    named |= {t for apart in words.apart for t in apart}

    assert set(words.beside) == known
    assert named | {t for akin in words.beside.values() for t in akin} <= known
