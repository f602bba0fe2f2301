from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.language import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dhr. Jansen en mw. Pieters lichten toe.",
        "Volgens art. 161 WPO e.d. geldt het i.h.k.v. De LEA.",
        "De brief d.d. 3 mei ligt voor.",
        "J. de Vries en A.C. Hoogeboom zijn er.",
        "Het kost € 1.200.000 in 2023.",
        "3. Opening en mededelingen",
        "Zie nr. 4 en blz. 12 van o.a. De notitie.",
    ],
)
def test_an_abbreviation_initial_or_number_ends_no_sentence(sentence: str):
    assert sentences(sentence) == [sentence]


def test_a_full_stop_before_a_capital_ends_a_sentence():
    assert sentences("De besturen gaan akkoord. Ook de opvang? Ja!") == [
        "De besturen gaan akkoord.",
        "Ook de opvang?",
        "Ja!",
    ]


def test_a_line_and_a_cell_end_a_sentence_without_a_full_stop():
    assert sentences("Kop zonder punt\nRegel twee | 3 maart | Fatma") == [
        "Kop zonder punt",
        "Regel twee",
        "3 maart",
        "Fatma",
    ]


def test_a_quotation_mark_goes_with_its_sentence():
    assert sentences('Hij zei: "nee." Zij zei: ja.') == ['Hij zei: "nee."', "Zij zei: ja."]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_spans_are_ordered_apart_and_lose_nothing(text: str):
    spans = split_sentences(text)

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    left = text
    for start, end in reversed(spans):
        left = left[:start] + left[end:]
    assert left.replace("|", "").strip() == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij duurt 20 min. Daarna is er thee.", 2),
        ("Aanwezig is min. Jansen zelf.", 1),
        ("Zij zijn aanwezig (dir. De Brug) en blijven.", 1),
        ("De som is € 2 mln. De raad stemt in.", 2),
        ("Dat doen zij op do. 18 mei.", 1),
        ("Wij kiezen optie C. De raad stemt in.", 2),
        ("Aanwezig is wethouder C. De Raad.", 1),
        ("Twee punten: 1. Het plan ligt er. 2. De kosten volgen.", 2),
    ],
)
def test_what_stands_round_an_abbreviation_decides(text: str, expected: int):
    assert len(sentences(text)) == expected
