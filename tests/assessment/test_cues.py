import pytest

from leaterms.assessment.cues import load_cues, parse_cues
from leaterms.errors import VocabularyError
from leaterms.vocabulary import read_shipped


def test_the_shipped_cues_load_once():
    assert load_cues() is load_cues()


def test_dots_in_a_cue_leave_room_for_other_words():
    cues = load_cues()

    assert cues.action.search("noor zoekt morgen de regels uit")
    assert not cues.action.search("noor zoekt morgen; zij komt eruit")


def test_a_misspelt_key_is_named_with_its_line_and_mend():
    text = read_shipped("afspraken.yaml").replace("\nformulas:", "\nformula:")
    line = text[: text.index("\nformula:")].count("\n") + 2

    with pytest.raises(VocabularyError) as caught:
        parse_cues(text, "afspraken.yaml")

    assert (
        f"afspraken.yaml:{line}: 'formula' is geen bekende sleutel; bedoelde u 'formulas'?"
        in str(caught.value)
    )
