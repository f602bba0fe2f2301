import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading.characters import bullet_length, clean, is_readable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de  wijk", "de wijk"),
        ("o\ufb03ciële \ufb01ets", "officiële fiets"),
        ("onder\u00adwijs", "onderwijs"),
        ("\u20ac\u00a0410.000", "€ 410.000"),
        ("vve\u2011beleid", "vve-beleid"),
        ("be\u0301e\u0301n", "béén"),
        ("b\u0133eenkomst", "bijeenkomst"),
        ("twee\u200bdelig\ufeff", "tweedelig"),
        ("een\ttab", "een tab"),
        ("\uf0b7 Welkom", " Welkom"),
    ],
)
def test_characters_become_what_a_reader_means(text, expected):
    assert clean(text) == expected


@given(st.text())
def test_clean_text_is_one_line_and_stays_as_it_is(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert "  " not in cleaned
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cf", "Cs", "Co"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("• Welkom", 2),
        ("•Welkom", 1),
        ("- Welkom", 2),
        ("– Welkom", 2),
        ("o Welkom", 2),
        ("\uf0a7 Welkom", 2),
        ("-18 graden", 0),
        ("o.a. Welkom", 0),
        ("Welkom", 0),
    ],
)
def test_a_bullet_is_a_sign_before_white_space(text, length):
    assert bullet_length(text) == length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Verslag € 3 – één", True),
        ("", True),
        ("\x01\x02\x03 a", False),
        ("\ufffd\ufffdab", False),
    ],
)
def test_codes_of_an_unmapped_font_are_no_language(text, expected):
    assert is_readable(text) is expected
