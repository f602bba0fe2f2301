import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.structure.dates import find_dates, meeting_date, name_date
from leaterms.structure.words import shipped_words

WORDS = shipped_words()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("woensdag 14 april 2021", "2021-04-14"),
        ("Woensdag, 14 april 2021", "2021-04-14"),
        ("14-04-2021", "2021-04-14"),
        ("14 - 04 - 2021", "2021-04-14"),
        ("14/4/21", "2021-04-14"),
        ("14.04.2021", "2021-04-14"),
        ("14-4-'21", "2021-04-14"),
        ("2021-04-14", "2021-04-14"),
        ("14 apr. 2021", "2021-04-14"),
        ("do. 8 febr. 2024", "2024-02-08"),
        ("15 mrt. 2022", "2022-03-15"),
        ("15 sept. '22", "2022-09-15"),
        ("1 MEI 2023", "2023-05-01"),
        ("14e april 2021", "2021-04-14"),
        ("14 en 15 april 2021", "2021-04-14"),
        ("donderdag 6 en vrijdag 7 oktober 2022", "2022-10-06"),
        ("30 mei en 1 juni 2023", "2023-05-30"),
        ("7 t/m 9 maart 2022", "2022-03-07"),
    ],
)
def test_a_date_is_read_in_each_way_it_is_written(text: str, date: str):
    assert find_dates(text)[0].at() == dt.date.fromisoformat(date)


@pytest.mark.parametrize(
    "text",
    [
        "9.30-11.30 uur",
        "€ 14-15",
        "paragraaf 3.1",
        "32 mei 2021",
        "31-02-2021",
        "groep 3-4 uur",
        "12,5%",
        "schooljaar 2021-2022",
        "de vergadering van mei",
    ],
)
def test_other_numbers_are_no_dates(text: str):
    assert find_dates(text) == ()


def test_a_date_without_a_year_is_found_without_one():
    (found,) = find_dates("d.d. 14 april")

    assert (found.year, found.month, found.day) == (0, 4, 14)


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2060, 12, 31)))
def test_every_day_of_the_calendar_is_read_back(day: dt.date):
    assert find_dates(f"Vergadering {day.day:02}-{day.month:02}-{day.year}")[0].at() == day


@given(st.text())
def test_dates_lie_in_the_text_and_do_not_overlap(text: str):
    found = find_dates(text)

    ends = [0, *(date.end for date in found)]
    assert all(date.start >= end for date, end in zip(found, ends, strict=False))
    assert all(date.start < date.end <= len(text) for date in found)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Verslag LEA", "Datum: 3 maart 2022", "Verzonden: 10 maart 2022"], "2022-03-03"),
        (["Verslag van 8 juni 2023", "Concept d.d. 22 juni 2023"], "2023-06-08"),
        (["Ref. 12/44, afgedrukt 02-07-2021", "LEA, 17-06-2021, 9.30 uur"], "2021-06-17"),
        (["Agenda 30 mei 2024", "Versie 2 van 21 mei 2024"], "2024-05-30"),
        (["Versie 19 januari 2023", "Overleg van 12 januari 2023"], "2023-01-12"),
        (["Uw brief van: 9 oktober 2023", "Datum: 23 november 2023"], "2023-11-23"),
        (["Verslag 5 juni 2022", "Volgende vergadering: 3 oktober 2022"], "2022-06-05"),
        (["LEA 9 maart 2023", "Reacties op dit concept vóór 1 april 2023."], "2023-03-09"),
        (["Besluitenlijst 3 november 2022", "Vastgesteld op 9 februari 2023"], "2022-11-03"),
        (["maandag 6 februari jl., 9.30 uur (verslag gemaakt 14 februari 2023)"], "2023-02-06"),
        (["Verslag 7-2-'23, 19.30 uur", "De agenda is op 26-1-'23 verzonden."], "2023-02-07"),
    ],
)
def test_the_date_of_the_meeting_is_not_that_of_print_or_post(lines: list[str], date: str):
    assert meeting_date(lines, [], WORDS) == dt.date.fromisoformat(date)


def test_a_missing_year_is_that_of_the_head():
    assert meeting_date(["LEA 2022", "Vergadering d.d. 14 april"], [], WORDS) == dt.date(
        2022, 4, 14
    )


def test_a_missing_year_follows_from_the_school_year():
    lines = ["Onderwijsoverleg, schooljaar 2021-2022", "Datum: 14 april"]

    assert meeting_date(lines, [], WORDS) == dt.date(2022, 4, 14)


def test_a_missing_year_is_the_one_in_which_the_weekday_fits():
    lines = ["Verslag dinsdag 9 januari"]
    body = ["Verslag van 7 november 2023", "Het plan van 2 oktober 2023 is gereed."]

    assert meeting_date(lines, body, WORDS) == dt.date(2024, 1, 9)


def test_without_a_date_in_the_head_the_opening_tells():
    body = [
        "1. Opening",
        "De voorzitter opent de vergadering van 14 april 2021.",
        "2. Verslag van 3 februari 2021",
    ]

    assert meeting_date(["Verslag LEA"], body, WORDS) == dt.date(2021, 4, 14)


def test_the_name_of_the_file_is_the_last_resort():
    assert meeting_date(["Verslag LEA"], [], WORDS, "20210414 verslag.pdf") == dt.date(2021, 4, 14)
    assert meeting_date(["LEA 3 mei 2021"], [], WORDS, "20210414.pdf") == dt.date(2021, 5, 3)


def test_a_text_without_a_date_has_none():
    assert meeting_date(["Verslag LEA"], ["1. Opening"], WORDS, "verslag.pdf") is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2021-04-14 LEA.pdf", dt.date(2021, 4, 14)),
        ("Verslag_14_april_2021.docx", dt.date(2021, 4, 14)),
        ("LEA 140421.docx", dt.date(2014, 4, 21)),
        ("14042021.pdf", dt.date(2021, 4, 14)),
        ("verslag 99.pdf", None),
    ],
)
def test_the_date_in_a_name(name: str, date: dt.date | None):
    assert name_date(name) == date
