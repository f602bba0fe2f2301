import itertools

import pytest

from leaterms.assessment import find_meetings
from leaterms.structure import Kind, Level, Partner
from tests.assessment.archives import paper, unread

TALK = (
    "De wethouder opent en heet allen welkom. De besturen bespreken de aanmelding van peuters, "
    "de overdracht naar de basisschool en het budget voor volgend jaar."
)
OTHER_TALK = (
    "Na een rondleiding langs het nieuwe gebouw volgt een presentatie over vakantiespreiding, "
    "schoolzwemmen, gymzalen, verkeersveiligheid rondom pleinen en de muziekschool."
)


def counted(*results):
    return [meeting.counted for meeting in find_meetings(results)]


def test_agenda_and_minutes_of_one_day_are_one_meeting_and_the_minutes_count():
    (meeting,) = find_meetings(
        (
            paper("agenda.docx", ("Opening", ""), kind="agenda", level="onbekend"),
            paper("verslag.pdf", ("Opening", TALK), body="Lokale Educatieve Agenda"),
        )
    )

    assert meeting.documents == ("agenda.docx", "verslag.pdf")
    assert meeting.counted == ("verslag.pdf",)
    assert meeting.kinds == (Kind.AGENDA, Kind.VERSLAG)
    assert meeting.level is Level.BESTUURLIJK
    assert meeting.body == "Lokale Educatieve Agenda"
    assert meeting.partners == (Partner.GEMEENTE, Partner.SCHOOLBESTUUR)
    assert meeting.is_lea


def test_an_agenda_without_minutes_counts():
    assert counted(paper("agenda.docx", kind="agenda")) == [("agenda.docx",)]


def test_verslag_and_besluitenlijst_of_one_meeting_both_count():
    assert counted(
        paper("besluiten.pdf", ("A", "Besluit: ja."), kind="besluitenlijst"),
        paper("verslag.pdf", ("A", TALK)),
    ) == [("besluiten.pdf", "verslag.pdf")]


@pytest.mark.parametrize(
    ("concept", "adopted"),
    [
        ({"preamble": "Concept d.d. 20 maart 2022"}, {"preamble": "Vastgesteld d.d. 9 mei 2022"}),
        ({"preamble": "Conceptverslag"}, {}),
        ({"preamble": "Vastgesteld op: (nog niet)"}, {}),
        ({}, {"preamble": "Vastgesteld in de vergadering van 9 mei 2022"}),
    ],
)
def test_of_concept_and_adopted_minutes_the_adopted_count(concept, adopted):
    assert counted(
        paper("a.pdf", ("Peuters", TALK), **concept),
        paper("b.pdf", ("Peuters", TALK), **adopted),
    ) == [("b.pdf",)]


def test_a_file_name_tells_the_version_where_the_text_does_not():
    assert counted(
        paper("verslag-concept.pdf", ("Peuters", TALK)),
        paper("verslag-def.pdf", ("Peuters", TALK)),
    ) == [("verslag-def.pdf",)]


def test_copies_in_two_formats_are_one_meeting_and_one_counts():
    (meeting,) = find_meetings(
        (paper("v.pdf", ("Peuters", TALK)), paper("v.docx", ("Peuters", TALK)))
    )

    assert meeting.documents == ("v.docx", "v.pdf")
    assert meeting.counted == ("v.docx",)


def test_copies_without_a_date_are_one_meeting_others_are_not():
    assert counted(
        paper("a.pdf", ("Peuters", TALK), date=""),
        paper("b.pdf", ("Peuters", TALK), date=""),
        paper("c.pdf", ("Gebouw", OTHER_TALK), date=""),
    ) == [("a.pdf",), ("c.pdf",)]


@pytest.mark.parametrize(
    "other",
    [
        {"level": "ambtelijk"},
        {"body": "OOGO passend onderwijs", "lea": False},
        {"towns": ("Lisdorp",)},
        {"date": "2022-03-16"},
        {},
    ],
)
def test_two_meetings_stay_apart(other):
    found = counted(
        paper("a.pdf", ("Peuters", TALK)), paper("b.pdf", ("Gebouw", OTHER_TALK), **other)
    )

    assert sorted(found) == [("a.pdf",), ("b.pdf",)]


def test_an_agenda_joins_the_meeting_of_its_own_body():
    assert counted(
        paper("agenda.pdf", ("Peuters", ""), kind="agenda", body="OOGO", level="onbekend"),
        paper("lea.pdf", ("Peuters", TALK)),
        paper("oogo.pdf", ("Gebouw", OTHER_TALK), body="OOGO"),
    ) == [("lea.pdf",), ("oogo.pdf",)]


def test_agenda_and_minutes_with_the_same_items_are_one_whatever_they_are_called():
    titles = [("Warme overdracht peuters", ""), ("Centrale aanmelding basisscholen", TALK)]
    titles += [("Taalklassen nieuwkomers herfst", OTHER_TALK)]

    assert counted(
        paper("agenda.pdf", *titles, kind="agenda", body="Onderwijstafel", level="ambtelijk"),
        paper("verslag.pdf", *titles),
    ) == [("verslag.pdf",)]


def test_letters_and_unreadable_files_are_no_meetings():
    assert find_meetings((paper("brief.pdf", kind="other"), unread("scan.pdf"))) == ()


def test_meetings_do_not_depend_on_the_order_of_the_files():
    results = (
        paper("agenda.pdf", ("Peuters", ""), kind="agenda"),
        paper("a.pdf", ("Peuters", TALK)),
        paper("b.pdf", ("Gebouw", OTHER_TALK), level="ambtelijk"),
        paper("c.pdf", ("Peuters", TALK), date=""),
    )
    outcomes = {find_meetings(order) for order in itertools.permutations(results)}

    assert len(outcomes) == 1
