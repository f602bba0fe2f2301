import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment.criteria import load_criteria
from leaterms.assessment.expectations import Clue, find_expectations
from tests.assessment.archives import paper

CALENDAR = load_criteria().calendar


def said(*items, **options):
    options = {"body": "", **options}
    found = find_expectations(paper(options.pop("path", "a.pdf"), *items, **options), CALENDAR)
    return [(e.clue.value, e.date.isoformat() if e.date else "", e.count) for e in found]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Volgende vergadering: 12 mei 2022.", "2022-05-12"),
        ("De volgende vergadering is op donderdag 12 mei om 15.00 uur.", "2022-05-12"),
        ("Volgend LEA-overleg 12-05-2022", "2022-05-12"),
        ("Datum volgende vergadering: 12 mei", "2022-05-12"),
        ("De eerstvolgende bijeenkomst wordt gehouden op 12 januari.", "2023-01-12"),
        ("Het volgende bestuurlijke overleg is 12 mei.", "2022-05-12"),
        ("Volgende keer zien we elkaar op 3 maart.", "2023-03-03"),
    ],
)
def test_a_meeting_that_is_announced_has_its_date(text, date):
    assert said(("Rondvraag", text)) == [("announced", date, 0)]


def test_a_heading_may_announce_what_stands_below_it():
    assert said(("Volgende vergadering", "12 mei, 9.30 uur, gemeentehuis")) == [
        ("announced", "2022-05-12", 0)
    ]
    assert said(("Sluiting, volgende overleg 12 mei", "")) == [("announced", "2022-05-12", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "De volgende vergadering van de gemeenteraad is op 12 mei.",
        "De volgende bijeenkomst van de werkgroep is 12 mei.",
        "De volgende vergadering plannen we later.",
        "De folder is klaar op 12 mei.",
        "Volgende vergadering: 12 mei 2031.",
    ],
)
def test_other_dates_announce_nothing(text):
    assert said(("Rondvraag", text)) == []


def months(*items, **options):
    found = find_expectations(paper("a.pdf", *items, body="", **options), CALENDAR)
    return [(e.date.isoformat(), e.last.isoformat(), e.month_only) for e in found]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Volgende keer: juni.", "2022-06-01", "2022-06-30"),
        ("De volgende vergadering is begin september 2022.", "2022-09-01", "2022-09-30"),
        ("Volgend overleg in februari", "2023-02-01", "2023-02-28"),
        ("We zien elkaar weer in de loop van oktober.", "2022-10-01", "2022-10-31"),
    ],
)
def test_a_month_announces_a_meeting_on_some_day_of_it(text, first, last):
    assert months(("Rondvraag", text)) == [(first, last, True)]


def test_a_schedule_may_be_one_of_months():
    found = months(("Vergaderschema 2023", "maart, juni en november"))

    assert [first for first, _, _ in found] == ["2023-03-01", "2023-06-01", "2023-11-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Volgende keer bespreken we de cijfers van juni.",
        "Volgende keer: maart.",  # this March, or the next?
        "De volgende vergadering van de gemeenteraad is in juni.",
        "Volgende vergadering: juni 2031.",
        "Volgende keer komt Meike vertellen over juni.",
    ],
)
def test_a_month_of_something_else_announces_nothing(text):
    assert months(("Rondvraag", text)) == []


def test_only_the_first_date_after_an_announcement_is_the_meeting():
    text = "De volgende vergadering is 12 mei; stukken graag voor 1 mei."

    assert said(("Rondvraag", text)) == [("announced", "2022-05-12", 0)]


def test_a_schedule_gives_all_its_dates():
    text = "Vergaderdata 2023: 9 februari, 20 april en 12 oktober."

    assert said(("Planning", text)) == [
        ("scheduled", "2023-02-09", 0),
        ("scheduled", "2023-04-20", 0),
        ("scheduled", "2023-10-12", 0),
    ]
    assert said(("Vergaderschema 2023", "9 februari\n20 april")) == [
        ("scheduled", "2023-02-09", 0),
        ("scheduled", "2023-04-20", 0),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er vindt vijf keer per jaar een LEA-overleg plaats.", 5),
        ("Wij vergaderen 4 maal per jaar.", 4),
        ("Dit overleg is er elk kwartaal.", 4),
        ("De LEA komt driemaal per schooljaar bijeen.", 3),
        ("De LEA is twee keer per jaar bestuurlijk en drie keer per jaar een ambtelijk LEA.", 5),
        ("Het LEA is er vijf keer per jaar, waarvan twee keer per jaar bestuurlijk.", 5),
    ],
)
def test_how_often_a_year_is_read(text, count):
    assert said(("Werkwijze", text)) == [("frequency", "", count)]


@pytest.mark.parametrize(
    "text",
    [
        "De logopedist komt vijf keer per jaar op school.",
        "De gemeenteraad vergadert elf keer per jaar.",
        "De vergadering duurt vijf kwartier.",
    ],
)
def test_what_else_happens_some_times_a_year_is_left(text):
    assert said(("Werkwijze", text)) == []


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"preamble": "Verslag LEA-overleg nr. 3"}, 3),
        ({"preamble": "Verslag derde LEA-overleg 2022"}, 3),
        ({"preamble": "Verslag 3e bestuurlijke LEA"}, 3),
        ({"preamble": "Verslag", "path": "map/LEA_2022-3_verslag.pdf"}, 3),
        ({"preamble": "Verslag vergadering 2"}, 2),
    ],
)
def test_a_meeting_may_have_a_number_within_its_year(options, count):
    assert said(("Punt", ""), **options) == [("numbered", "", count)]


@pytest.mark.parametrize(
    "options",
    [
        {"preamble": "Verslag LEA-overleg 3 maart 2022"},
        {"preamble": "Verslag LEA 15-03-2022"},
        {"preamble": "Verslag LEA-overleg nr. 11"},
        {"preamble": "Verslag LEA-overleg 2022"},
        {"preamble": "Verslag", "path": "LEA 2022-03-15.pdf"},
        {"preamble": "Verslag LEA-overleg nr. 3", "lea": False},
    ],
)
def test_a_date_or_a_number_that_runs_on_over_the_years_is_none(options):
    assert said(("Punt", ""), **options) == []


def test_a_letter_counts_only_where_it_names_the_consultation():
    letter = {"kind": "other", "lea": False}

    assert said(("Antwoord", "Het LEA is er vijf keer per jaar."), **letter) == [
        ("frequency", "", 5)
    ]
    assert said(("Antwoord", "Wij vergaderen vijf keer per jaar."), **letter) == []
    assert said(("Antwoord", "Volgende vergadering: 12 mei 2022."), **letter) == []


def test_another_meeting_says_nothing_of_ours():
    assert said(("Rondvraag", "Volgende vergadering: 12 mei 2022."), lea=False) == []


@given(st.text())
def test_any_text_is_read(text):
    for expectation in find_expectations(paper("a.pdf", (text, text), preamble=text), CALENDAR):
        assert expectation.clue in Clue
        assert expectation.date is None or isinstance(expectation.date, dt.date)
