import pytest

from leaterms.detection.assertion import Verdict
from leaterms.detection.assertion_features import (
    lexical_features,
    syntactic_features,
    word_of,
)
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import read_item
from leaterms.language import Parser, Word
from leaterms.structure import Item, Kind
from leaterms.vocabulary import Scope
from tests.detection.making import make_rule

PLAIN = Verdict(Assertion.DISCUSSED)


def features_of(text: str, mention: str, title: str = "", verdict: Verdict = PLAIN) -> frozenset:
    """The features of `mention` in the first passage that holds it."""
    read = read_item(Item(0, "", title, text), Matcher([]))
    for number, passage in enumerate(read.passages):
        tokens = passage.sentence.tokens
        for i, token in enumerate(tokens):
            if passage.text[token.start : token.end] == mention:
                hit = Hit(-1, (i,), Via.WORD)
                return lexical_features(read, number, hit, Kind.VERSLAG, verdict)
    raise AssertionError(f"no {mention!r}")


def test_words_before_and_after_the_mention_are_apart():
    features = features_of("Vandaag schuift de toeleiding door.", "toeleiding")

    assert {"B:vandaag", "A:door", "S:door", "M:toeleiding", "L1:de", "R1:door"} <= features
    assert "A:vandaag" not in features


def test_months_and_numbers_are_one_word_each():
    features = features_of("De toeleiding gaat naar 12 maart.", "toeleiding")

    assert {"A:<getal>", "A:<maand>"} <= features


def test_what_stands_around_the_sentence_is_told_apart():
    features = features_of(
        "Er was geen tijd. De toeleiding bleef liggen. Volgende keer weer.",
        "toeleiding",
        title="Rondvraag",
    )

    assert {"P:tijd", "N:keer", "H:rondvraag", "text"} <= features


def test_the_verdict_of_the_rules_is_a_feature():
    rule = make_rule("postponed", Scope.SENTENCE, "schuift")

    features = features_of(
        "De toeleiding.", "toeleiding", verdict=Verdict(Assertion.POSTPONED, rule)
    )

    assert {"rule:postponed-sentence", "verdict:postponed"} <= features
    assert "norule" in features_of("De toeleiding.", "toeleiding")


def test_the_parse_tells_what_governs_the_mention():
    text = "Over de toeleiding is niet gesproken."

    features = syntactic_features(Parser().parse(text), 8, 18)

    assert {"case:over", "gov0:spreken", "neg0:niet"} <= features


def test_outside_the_words_the_parse_tells_nothing():
    assert (
        syntactic_features((Word(0, 3, "een", "een", "DET", "det", 0, ""),), 5, 9) == frozenset()
    )


@pytest.mark.parametrize(
    ("feature", "word"),
    [
        ("S:schuiven", "schuiven"),
        ("gov0.advmod:niet", "niet"),
        ("S2:niet gesproken", ""),
        ("verdict:postponed", ""),
        ("L1:<", ""),
        ("A:<maand>", ""),
        ("quotes", ""),
    ],
)
def test_people_are_shown_the_word_of_a_feature(feature, word):
    assert word_of(feature) == word
