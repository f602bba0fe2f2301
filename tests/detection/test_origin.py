"""The council letter that began all this: jargon found, the denial and the law's list seen."""

import re
from pathlib import Path

import pytest

import leaterms

LETTER = Path(__file__).parents[2].parent / "shared" / "domain" / "case-diemen.txt"

pytestmark = pytest.mark.skipif(
    not LETTER.is_file(), reason="the letter of the case is not beside this checkout"
)

MIX = {"segregatie", "integratie"}
OWN_WORDS = {
    "heterogene groepen": MIX,
    "kostwinnergezinnen": {"vve-toeleiding"},
    "gesubsidieerde plekken": {"vve-toeleiding"},
    "brede schoolvorming": MIX,
    "afspiegeling is van de wijk": MIX,
    "diversiteit en inclusie": MIX,
    "onderwijskansen": {"onderwijsachterstanden"},
    "ongelijk investeren voor gelijke kansen": {"onderwijsachterstanden"},
    "uniform toelatings- en inschrijvingssysteem": {"inschrijving-toelating"},
    "ouderbetrokkenheid": {"integratie"},
    "pedagogisch partnerschap": {"integratie"},
}
LAWS_LIST = [
    "bevorderen van integratie",
    "voorkomen van segregatie",
    "bestrijden van onderwijsachterstanden",
    "vve",
    "inschrijving en toelating",
]


@pytest.fixture(scope="module")
def text():
    return LETTER.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mentions(text):
    """What the vocabulary finds, the classifier's finds left out."""
    found = leaterms.detect(text, kind="other")
    return [m for m in found if m.method not in {"model", "semantic"}]


def places(text, words):
    """The spans of `words` in `text`, wherever the lines are broken."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(pattern, text)]


def overlapping(mentions, span):
    return [m for m in mentions if m.start < span[1] and m.end > span[0]]


@pytest.mark.parametrize(("words", "themes"), OWN_WORDS.items(), ids=OWN_WORDS)
def test_the_municipalitys_own_words_are_found_wherever_they_stand(text, mentions, words, themes):
    spans = places(text, words)

    assert spans
    assert [{m.theme for m in overlapping(mentions, span)} for span in spans] == [themes] * len(
        spans
    )


def test_that_no_consultation_was_held_is_not_discussed(text, mentions):
    (span,) = places(text, "geen overleg is gevoerd over het voorkomen van segregatie")

    (denied,) = overlapping(mentions, span)

    assert (denied.theme, denied.wording, denied.assertion) == (
        "segregatie",
        "statutory",
        "not_discussed",
    )


def test_what_was_done_instead_is_not_denied_with_it(text, mentions):
    reason = places(text, "lopend onderzoek naar diversiteit en inclusie")[0]
    instead = places(text, "maar wordt het thema diversiteit en inclusie")[0]

    shown = {m.assertion for span in (reason, instead) for m in overlapping(mentions, span)}

    assert "not_discussed" not in shown


def test_the_list_of_the_law_is_quoted(text, mentions):
    (opens,) = places(text, "Dit overleg over het bevorderen")
    (closes,) = places(text, "moeten gemeenten voeren")

    listed = overlapping(mentions, (opens[0], closes[1]))

    assert [" ".join(m.quote.split()) for m in listed] == LAWS_LIST
    assert {m.assertion for m in listed} == {"quoted"}
    assert {m.wording for m in listed} == {"statutory"}


def test_every_quote_is_the_letters_own_text(text, mentions):
    assert [m.quote for m in mentions] == [text[m.start : m.end] for m in mentions]
