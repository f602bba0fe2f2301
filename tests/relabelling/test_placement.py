import leaterms
from leaterms.relabelling import find_open_themes, place_themes
from tests.assessment.archives import paper

THEMES = leaterms.load_vocabulary().themes
BY_ID = {theme.id: theme for theme in THEMES}


def mark(words, theme, wording="jargon", assertion="discussed"):
    return f"[[{words}::{theme}::{wording}::{assertion}]]"


def place(theme, *items):
    result = paper("a.docx", *items, kind="agenda")
    (found,) = place_themes(result.record, result.mentions, [BY_ID[theme]])
    return found


def test_a_theme_fits_beside_the_item_most_akin():
    loting = (mark("Loting", "inschrijving-toelating", assertion="planned"), "")
    delen = (mark("Om en om", "evenwichtige-verdeling", assertion="planned"), "")
    found = place("segregatie", loting, delen)

    assert (found.item, found.title) == (1, "Om en om")
    assert found.suggestion == "Voorkomen van segregatie"
    assert found.reason == (
        "Past bij agendapunt 2 'Om en om', want 'Om en om' is een verwant onderwerp; "
        "maak er daar een eigen agendapunt van."
    )


def test_without_kin_it_comes_before_what_closes_the_agenda():
    found = place("vve-resultaten", ("Opening", ""), ("Huisvesting", ""), ("Rondvraag", ""))

    assert (found.item, found.title) == (None, "")
    assert found.reason == (
        "Geen agendapunt is eraan verwant; maak er een eigen agendapunt van, "
        "vóór agendapunt 3 'Rondvraag'."
    )


def test_what_was_not_planned_here_is_no_kin():
    found = place("segregatie", ("Post", mark("samen spelen", "integratie", assertion="quoted")))

    assert found.item is None


def archive():
    talk = mark("segregatie", "segregatie", "statutory")
    return (
        paper("2021.docx", ("Groepen", talk), date="2021-05-01"),
        paper("maart.docx", ("Groepen", talk), date="2022-03-01"),
        paper("mei.docx", (mark("Mix", "integratie"), "Verder niets."), date="2022-05-01"),
    )


def test_what_is_open_this_year_is_set_on_the_latest_paper():
    found = {row.theme: row for row in find_open_themes(archive(), THEMES)}

    assert set(found) == set(BY_ID) - {"segregatie"}
    assert {(row.municipality, row.year, row.path) for row in found.values()} == {
        ("Veenrade", 2022, "mei.docx")
    }
    assert (found["integratie"].status, found["vve-doelgroep"].status) == (
        "jargon_agendised",
        "absent",
    )
    assert found["onderwijsachterstanden"].item is None
    assert found["evenwichtige-verdeling"].item == 0


def test_another_year_may_be_asked_for():
    assert {row.year for row in find_open_themes(archive(), THEMES, 2021)} == {2021}
    assert find_open_themes(archive(), THEMES, 2019) == ()
