import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection.line_breaks import unwrap

WIDE = "De besturen en de gemeente spreken in dit overleg over de samenstelling van de klassen"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (f"{WIDE}\nop de scholen.", f"{WIDE} op de scholen."),
        (f"{WIDE} \n op de scholen.", f"{WIDE} op de scholen."),
        (f"{WIDE}\r\nop de scholen.", f"{WIDE} op de scholen."),
        (f"{WIDE} en in\nUtrecht ook.", f"{WIDE} en in Utrecht ook."),
        (f"{WIDE} van segre-\ngatie op school.", f"{WIDE} van segregatie op school."),
        (f"{WIDE} van vve-\naanbieders.", f"{WIDE} van vve-aanbieders."),
        (f"{WIDE} in- en\nuitschrijving.", f"{WIDE} in- en uitschrijving."),
        (f"{WIDE} in-\nen uitschrijving.", f"{WIDE} in- en uitschrijving."),
        (f"{WIDE} volgens art.\n161 van de wet.", f"{WIDE} volgens art. 161 van de wet."),
        ("Kort gezegd over de\nsegregatie.", "Kort gezegd over de segregatie."),
    ],
    ids=[
        "wide",
        "spaces",
        "windows",
        "capital",
        "hyphenation",
        "hyphen-kept",
        "suspended",
        "suspended-at-the-end",
        "abbreviation",
        "function-word",
    ],
)
def test_a_break_within_a_sentence_is_undone(text: str, joined: str):
    assert unwrap(text).text == joined


@pytest.mark.parametrize(
    "text",
    [
        f"{WIDE}.\nop de scholen",
        f"{WIDE}:\nop de scholen",
        f"{WIDE}\n\nop de scholen",
        f"{WIDE}\n \nop de scholen",
        f"{WIDE}\n- op de scholen",
        f"{WIDE}\n• op de scholen",
        f"{WIDE}\n3. op de scholen",
        f"{WIDE}\nb) op de scholen",
        f"{WIDE} | ja\nop de scholen",
        f"{WIDE}\nop | de scholen",
        f"Samenvatting\n{WIDE}",
        f"aanwezig\nafwezig\n{WIDE}",
        "segregatie\nintegratie\ntoelating",
        "Voorkomen van segregatie\nBevorderen van integratie",
        f"{WIDE} {WIDE}\nop de scholen",
        "",
        "\n",
        "\n\n \n",
    ],
)
def test_a_break_that_ends_something_stays(text: str):
    assert unwrap(text).text == text


def test_a_span_is_found_again_in_the_original():
    text = f"{WIDE} van segre-\ngatie op\nschool."
    joined = unwrap(text)
    start = joined.text.index("segregatie")

    assert joined.span(start, start + len("segregatie")) == (
        text.index("segre-"),
        text.index("gatie") + 5,
    )


words = st.sampled_from(
    ["segre-", "gatie", "vve-", "de", "De", "op", "scholen.", "-", "|", "3.", "art.", "dhr.", "é"]
)
lines = st.lists(words, max_size=14).map(" ".join)


@given(st.lists(lines | st.just(WIDE), max_size=6).map("\n".join) | st.text(max_size=80))
def test_every_character_comes_from_its_place(text: str):
    joined = unwrap(text)

    for i, character in enumerate(joined.text):
        start, end = joined.span(i, i + 1)
        assert end == start + 1
        assert text[start] in {character, "\n"}


@given(st.lists(lines | st.just(WIDE), max_size=6).map("\n".join))
def test_nothing_but_hyphens_and_white_space_is_lost(text: str):
    def bare(s: str) -> str:
        return "".join(s.split()).replace("-", "")

    assert bare(unwrap(text).text) == bare(text)
