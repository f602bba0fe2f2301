from textwrap import dedent

import pytest

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading import BlockKind, Limits, Source
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.plain_text import read_plain_text


def blocks(text):
    return read_plain_text(dedent(text).encode(), "stuk.txt", DEFAULT_LIMITS).blocks


def texts(text):
    return [block.text for block in blocks(text)]


WRAPPED = """\
    De wethouder heeft in het voorjaar met alle besturen gesproken over de
    verdeling van de middelen. Zij heeft daarover in juni de raad bericht,
    en de besturen een brief gestuurd met het overzicht van de budgetten in
    2023. Daarna is er niet meer over gesproken, ook niet elders.
    Kort.
    Daarna volgt een nieuwe alinea die weer gewoon over de hele regel loopt
    en eindigt.
"""


def test_wrapped_lines_are_joined_and_a_short_one_ends_a_paragraph():
    found = texts(WRAPPED)

    assert [text[:20] for text in found] == [
        "De wethouder heeft i",
        "Kort.",
        "Daarna volgt een nie",
    ]
    assert found[0].endswith("in 2023. Daarna is er niet meer over gesproken, ook niet elders.")


def test_a_white_line_ends_a_paragraph_and_is_white_space_above_the_next():
    found = blocks("Een\n\n\nTwee")

    assert [(b.text, b.space_before, b.sources) for b in found] == [
        ("Een", 0.0, (Source(0, paragraph=1),)),
        ("Twee", 24.0, (Source(0, paragraph=2),)),
    ]


def test_long_lines_are_paragraphs_of_their_own():
    long = "De besturen spreken over de verdeling van de middelen in dit jaar. " * 5

    assert texts(f"{long}\n{long}\n{long}\n{long}\n{long}\n") == [long.strip()] * 5


def test_a_word_that_is_broken_at_the_end_of_a_line_is_made_whole():
    assert texts("Zij sprak lang over het onder-\nwijs en over het vve-\nbeleid.") == [
        "Zij sprak lang over het onderwijs en over het vve-beleid."
    ]


def test_numbers_labels_and_bullets_begin_a_paragraph():
    text = """\
        1. Opening
        De voorzitter opent de vergadering en heet iedereen van harte welkom in
        de hal.
        2. Vve
        Aanwezig: J. de Wit
        - de besturen leveren voor de zomervakantie hun aantallen aan bij de
          gemeente
        * de folder vervalt
        3a. Rondvraag
        """

    assert [(b.kind, b.text) for b in blocks(text)] == [
        (BlockKind.PARAGRAPH, "1. Opening"),
        (
            BlockKind.PARAGRAPH,
            "De voorzitter opent de vergadering en heet iedereen van harte welkom in de hal.",
        ),
        (BlockKind.PARAGRAPH, "2. Vve"),
        (BlockKind.PARAGRAPH, "Aanwezig: J. de Wit"),
        (
            BlockKind.BULLET,
            "de besturen leveren voor de zomervakantie hun aantallen aan bij de gemeente",
        ),
        (BlockKind.BULLET, "de folder vervalt"),
        (BlockKind.PARAGRAPH, "3a. Rondvraag"),
    ]


def test_underlined_and_marked_titles_are_headings_and_rules_are_not_read():
    text = """\
        VERSLAG
        =======
        Opening
        -------
        Tekst.
        ***************
        ## Rondvraag ##
        Niets.
        """

    assert [(b.level, b.text) for b in blocks(text)] == [
        (1, "VERSLAG"), (2, "Opening"), (0, "Tekst."), (2, "Rondvraag"), (0, "Niets."),
    ]  # fmt: skip


def test_indents_are_kept():
    assert [(b.text, b.indent) for b in blocks("Een\n\n    Twee")] == [
        ("Een", 0.0),
        ("Twee", 24.0),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2029"])
def test_lines_end_as_any_system_ends_them(end):
    assert texts(f"1. Een{end}2. Twee") == ["1. Een", "2. Twee"]


@pytest.mark.parametrize("content", [bytes(range(0x80, 0x100)) * 5, b"<>{}[]#$%^&*=+|~`" * 20])
def test_codes_are_no_writing(content):
    with pytest.raises(UnsupportedDocument, match=r"'stuk\.txt' is van een onbekende soort"):
        read_plain_text(content, "stuk.txt", DEFAULT_LIMITS)


def test_a_text_of_white_lines_is_broken():
    with pytest.raises(BrokenDocument, match="bevat geen tekst"):
        read_plain_text(b" \n\n\t\n", "stuk.txt", DEFAULT_LIMITS)


def test_more_characters_than_the_limit_are_refused():
    with pytest.raises(BrokenDocument, match="bevat meer dan 10 tekens"):
        read_plain_text(b"Verslag van het overleg", "stuk.txt", Limits(characters=10))
