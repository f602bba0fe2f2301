import datetime as dt

import pytest

from leaterms.assessment import MeetingState, ThemeState, plan_year
from tests.assessment.archives import THEMES, paper, unread
from tests.assessment.attended import ALL, attended, themes_with

STATUTORY = "[[Voorkomen van segregatie::segregatie::statutory::discussed]]"
JARGON = "[[Gemengde groepen::integratie::jargon::discussed]]"
PARTNERED = themes_with(THEMES, *ALL)


def plan(*results, year=2022):
    (found,) = plan_year(results, PARTNERED, year)
    return found


def meeting(path, text="", date="2022-03-15", **options):
    return attended(path, (STATUTORY, text), date=date, **options)


def meetings(found):
    return [
        (m.state.value, m.date.isoformat() if m.date else "", m.number) for m in found.meetings
    ]


def test_five_a_year_expected_and_two_found():
    found = plan(
        meeting("a.pdf", "Wij vergaderen vijf keer per jaar als LEA."),
        meeting("b.pdf", date="2022-06-14"),
    )

    assert found.expected == 5
    assert found.expected_ground == "In a.pdf staat: 'Wij vergaderen vijf keer per jaar als LEA'."
    assert meetings(found) == [
        ("held", "2022-03-15", 0),
        ("held", "2022-06-14", 0),
        ("missing", "", 0),
        ("missing", "", 0),
        ("missing", "", 0),
    ]
    assert found.summary == (
        "Verwacht: vijf vergaderingen. Gevonden: twee vergaderingen, waarvan 2 met verslag. "
        "Niet gevonden: drie vergaderingen. Nog te agenderen: drie thema's."
    )


def test_an_announced_meeting_without_documents_is_missing_with_the_ground():
    found = plan(meeting("a.pdf", "Volgende vergadering: 12 mei."))

    assert meetings(found) == [("held", "2022-03-15", 0), ("missing", "2022-05-12", 0)]
    assert found.meetings[1].ground == "Aangekondigd: 'Volgende vergadering: 12 mei'."
    assert found.meetings[1].path == "a.pdf"
    assert found.next == dt.date(2022, 5, 12)


@pytest.mark.parametrize("date", ["2022-05-12", "2022-05-19"])
def test_an_announced_meeting_that_was_held_or_moved_a_little_is_found(date):
    found = plan(
        meeting("a.pdf", "Volgende vergadering: 12 mei."),
        meeting("b.pdf", date=date, text="Volgende vergadering: 2 juni."),
    )

    assert meetings(found) == [
        ("held", "2022-03-15", 0),
        ("held", date, 0),
        ("missing", "2022-06-02", 0),
    ]


def test_a_meeting_of_which_only_the_month_is_known_is_missing_without_a_date():
    found = plan(meeting("a.pdf", "Volgende keer: juni."))

    assert meetings(found) == [("held", "2022-03-15", 0), ("missing", "", 0)]
    assert found.meetings[1].ground == "Aangekondigd: 'Volgende keer: juni'."
    assert (found.expected, found.next) == (2, None)


@pytest.mark.parametrize("date", ["2022-06-01", "2022-06-30", "2022-07-07"])
def test_a_meeting_in_or_near_the_month_that_was_named_is_that_meeting(date):
    found = plan(meeting("a.pdf", "Volgende keer: juni."), meeting("b.pdf", date=date))

    assert [state for state, _, _ in meetings(found)] == ["held", "held"]


def test_the_last_word_on_a_meeting_counts():
    found = plan(
        meeting("a.pdf", "Volgende vergadering: 12 mei."),
        meeting("b.pdf", "De volgende vergadering is 19 mei.", date="2022-04-05"),
    )

    assert [m.date.isoformat() for m in found.of(MeetingState.MISSING)] == ["2022-05-19"]


def test_an_agenda_without_minutes_is_found_and_not_held():
    planned = STATUTORY.replace("discussed", "planned")
    found = plan(meeting("a.pdf"), paper("b.pdf", (planned, ""), kind="agenda", date="2022-06-14"))

    assert meetings(found) == [("held", "2022-03-15", 0), ("found", "2022-06-14", 0)]
    assert found.meetings[1].ground == "Er is een agenda, maar geen verslag."


def test_numbered_meetings_show_the_one_that_lacks():
    found = plan(
        meeting("a.pdf", preamble="Verslag LEA-overleg nr. 1"),
        meeting("b.pdf", date="2022-09-14", preamble="Verslag LEA-overleg nr. 3"),
    )

    assert found.expected == 3
    assert meetings(found) == [
        ("held", "2022-03-15", 1),
        ("held", "2022-09-14", 3),
        ("missing", "", 2),
    ]
    assert found.meetings[2].ground == (
        "Nummer 2 ontbreekt in de reeks. Het hoogste volgnummer van dat jaar is 3."
    )


def test_numbers_that_come_twice_tell_nothing():
    found = plan(
        meeting("a.pdf", preamble="Verslag LEA-overleg nr. 2"),
        meeting("b.pdf", date="2022-09-14", preamble="Verslag LEA-overleg nr. 2"),
    )

    assert meetings(found) == [("held", "2022-03-15", 0), ("held", "2022-09-14", 0)]


def test_as_many_as_the_year_before_where_nothing_is_said():
    earlier = [meeting(f"{month}.pdf", date=f"2021-{month}-10") for month in ("02", "06", "10")]
    found = plan(*earlier, meeting("a.pdf"))

    assert (found.expected, found.expected_ground) == (
        3,
        "In 2021 is dit aantal vergaderingen gevonden.",
    )
    assert len(found.of(MeetingState.MISSING)) == 2


def test_the_law_asks_for_one_meeting_a_year():
    found = plan(meeting("a.pdf"), year=2030)

    assert (found.expected, found.expected_ground) == (
        1,
        "De wet vraagt ten minste één overleg per jaar.",
    )
    assert meetings(found) == [("missing", "", 0)]
    assert {theme.state for theme in found.themes} == {ThemeState.OPEN}


def test_each_theme_has_its_state_and_what_to_do_by_when():
    denied = "[[segregatie::segregatie::statutory::discussed]]"
    found = plan(
        attended("a.pdf", (JARGON, f"Wij spraken over {denied}."), partners=ALL),
        attended(
            "b.pdf",
            ("[[Toelating::inschrijving-toelating::statutory::discussed]]", "Wij praten."),
            ("Slot", "Volgende vergadering: 8 december."),
            date="2022-06-14",
        ),
    )

    assert [(t.theme, t.state.value, t.by) for t in found.themes] == [
        ("segregatie", "raise", dt.date(2022, 12, 8)),
        ("integratie", "relabel", dt.date(2022, 12, 8)),
        ("inschrijving-toelating", "covered", None),
        ("evenwichtige-verdeling", "open", dt.date(2022, 12, 8)),
    ]
    assert found.themes[1].advice == (
        "Er is alleen in eigen woorden over gesproken; agendeer het op de vergadering van "
        "08-12-2022 onder 'bevorderen van integratie'."
    )
    assert found.themes[3].advice.startswith("Het initiatief ligt bij de schoolbesturen: ")
    assert [theme.theme for theme in found.left] == [
        "segregatie",
        "integratie",
        "evenwichtige-verdeling",
    ]


def test_a_missing_partner_is_asked_for():
    found = plan(
        attended("a.pdf", (STATUTORY, "De peuters."), partners=("gemeente", "schoolbestuur"))
    )

    assert found.themes[0].advice == (
        "Bespreek 'voorkomen van segregatie' nog eens vóór 31 december 2022, met de kinderopvang "
        "erbij, en noem in het verslag wie er was."
    )


def test_what_stands_on_an_agenda_is_planned_or_asks_for_its_statutory_name():
    items = (
        (STATUTORY.replace("discussed", "planned"), ""),
        (
            JARGON.replace("discussed", "planned"),
            "",
        ),
    )
    found = plan(paper("a.pdf", *items, kind="agenda"))

    assert [theme.state.value for theme in found.themes] == ["planned", "relabel", "open", "open"]
    assert found.themes[1].advice == (
        "Het staat alleen in eigen woorden op een agenda; agendeer het op de vergadering van "
        "15-03-2022 onder 'bevorderen van integratie'."
    )


def test_files_that_were_not_read_may_hold_what_lacks():
    found = plan(
        meeting("map/a.pdf", "Volgende vergadering: 12 mei."), unread("map/b.pdf"), year=2022
    )

    assert found.unread == 1
    assert "In het archief is één bestand niet gelezen; daar kan een verslag bij zijn." in (
        found.summary
    )


def test_without_a_year_each_municipality_has_its_last():
    plans = plan_year(
        (meeting("a.pdf"), meeting("b.pdf", date="2023-01-10", towns=("Oost",))), PARTNERED
    )

    assert [(p.municipality, p.year) for p in plans] == [("Oost", 2023), ("Veenrade", 2022)]


def test_an_archive_without_dates_has_no_plan():
    assert plan_year((meeting("a.pdf", date=""),), PARTNERED, 2022) == ()
