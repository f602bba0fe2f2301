import pytest

from leaterms.language import Atom, AtomKind, expand_classes, parse_phrase

CLASSES = {"mengen": ("gemengd", "bont")}


def texts(phrase: str) -> list[set[str]]:
    return [{atom.text for atom in slot} for slot in parse_phrase(phrase, CLASSES).slots]


def test_function_words_are_left_out_unless_asked_for():
    assert texts("samenstelling van de groep") == [{"samenstelling"}, {"groep"}]
    assert texts("=van groep") == [{"van"}, {"groep"}]


def test_a_phrase_of_function_words_keeps_them():
    assert texts("aan de") == [{"aan"}, {"de"}]


def test_alternatives_and_classes_fill_one_slot():
    assert texts("{mengen}|divers school") == [{"gemengd", "bont", "divers"}, {"school"}]


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("aanmeld*", AtomKind.PREFIX, "aanmeld"),
        ("*klas", AtomKind.SUFFIX, "klas"),
        ("*segregatie*", AtomKind.INFIX, "segregatie"),
        ("=OAB", AtomKind.EXACT, "oab"),
        ("#", AtomKind.NUMBER, "#"),
    ],
)
def test_the_marks_of_the_notation_say_how_a_word_is_matched(
    written: str, kind: AtomKind, text: str
):
    (slot,) = parse_phrase(written, {}).slots

    assert slot == frozenset({Atom(kind, text)})


def test_an_unknown_class_is_named():
    with pytest.raises(ValueError, match=r"er is geen woordgroep \{menen\}"):
        parse_phrase("{menen} school", CLASSES)


def test_an_empty_phrase_is_refused():
    with pytest.raises(ValueError, match="leeg"):
        parse_phrase("  ", CLASSES)


def test_classes_may_hold_classes():
    assert expand_classes({"a": ("een", "{b}"), "b": ("twee",)})["a"] == ("een", "twee")


def test_a_class_that_holds_itself_is_refused_by_name():
    with pytest.raises(ValueError, match=r"'b': de woordgroep verwijst naar zichzelf via \{a\}"):
        expand_classes({"a": ("{b}",), "b": ("{a}",)})
