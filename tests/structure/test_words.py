import pytest

from leaterms.structure.words import find_phrase, is_phrase, shipped_words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("peuter*", "de Peutergroep van school", ["Peutergroep"]),
        ("*verslag", "conceptverslag en verslagen", ["conceptverslag"]),
        ("raad", "de gemeenteraad", []),
        ("passend onderwijs", "OOGO passend  onderwijs", ["passend  onderwijs"]),
        ("m.k.", "Afwezig m.k.: Bos", ["m.k."]),
        ("commissie *", "de commissie Samenleving vergadert", ["commissie Samenleving"]),
    ],
)
def test_a_phrase_is_found_on_whole_words(phrase: str, text: str, found: list[str]):
    assert [match[0] for match in find_phrase((phrase,), text)] == found


def test_the_longest_phrase_wins():
    (match,) = find_phrase(
        ("afwezig", "afwezig met kennisgeving"), "Afwezig met kennisgeving: Bos"
    )

    assert match[0] == "Afwezig met kennisgeving"


def test_a_star_alone_is_the_rest_of_the_text():
    assert is_phrase(("opening *",), "Opening en vaststelling van de agenda:")
    assert not is_phrase(("opening",), "Opening en vaststelling")


def test_the_shipped_lists_are_sound():
    assert shipped_words().not_lea[0].reason == "OOGO passend onderwijs"
