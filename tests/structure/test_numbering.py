import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.structure.numbering import read_numbering
from leaterms.structure.words import shipped_words

ITEM_WORDS = shipped_words().item_words


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("3. Vve", "3", "Vve"),
        ("3 Vve", "3", "Vve"),
        ("3) Vve", "3", "Vve"),
        ("3 - Vve", "3", "Vve"),
        ("03 Vve", "03", "Vve"),
        ("3a. Vve", "3a", "Vve"),
        ("3a Vve", "3a", "Vve"),
        ("3A. VVE", "3A", "VVE"),
        ("3.1 Vve", "3.1", "Vve"),
        ("3.Vve", "3", "Vve"),
        ("Agendapunt 3", "3", ""),
        ("Agendapunt 3: Vve", "3", "Vve"),
        ("AGENDAPUNT 3 – VVE", "3", "VVE"),
        ("Ad 3 Vve", "3", "Vve"),
        ("Punt 3: vve", "3", "vve"),
        ("Thema 3 | Vve", "3", "Vve"),
        ("Ronde 3 | Vve", "3", "Vve"),
        ("III. Vve", "III", "Vve"),
        ("B. Vve", "B", "Vve"),
        ("Besluit 2022/11. Vve", "2022/11", "Vve"),
        ("Besluit 22-11: Vve", "22-11", "Vve"),
        ("BESLUIT 2022/11. VVE", "2022/11", "VVE"),
    ],
)
def test_a_number_is_read_without_keyword_and_mark(text: str, number: str, title: str):
    numbering = read_numbering(text, ITEM_WORDS)[0]

    assert (numbering.printed, text[numbering.end :]) == (number, title)


@pytest.mark.parametrize(
    "text",
    [
        "14 april 2021",
        "12 kinderen komen niet",
        "9.30 uur Opening",
        "15.00 - 15.10 Opening",
        "14-04-2021",
        "3-jarigen",
        "2021 was een goed jaar",
        "Groep 3 heeft geen leerkracht",
        "Bijlage 1: actielijst",
        "1.500 euro",
        "Opening",
    ],
)
def test_measures_dates_and_hours_are_no_numbers_of_items(text: str):
    assert read_numbering(text, ITEM_WORDS) == ()


def test_a_letter_that_is_also_roman_is_read_both_ways():
    assert [n.kind for n in read_numbering("I. Opening", ITEM_WORDS)] == ["roman", "letter"]


def test_numbers_sort_as_they_are_printed():
    printed = ["3", "3a", "3b", "4", "10"]
    values = [read_numbering(f"{number}. Vve", ITEM_WORDS)[0].value for number in printed]

    assert values == sorted(values)


@given(st.text())
def test_any_text_is_read_or_not(text: str):
    assert all(0 < n.end <= len(text) for n in read_numbering(text, ITEM_WORDS))
