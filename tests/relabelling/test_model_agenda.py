import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment import plan_year
from leaterms.detection import Method
from leaterms.relabelling import agenda_text, compose_agenda
from leaterms.relabelling.titles import MAX_TITLE
from tests.assessment.archives import THEMES, paper

BOTH = "[[Diversiteit en inclusie::segregatie+integratie::jargon::discussed]]"
STATUTORY = "[[Inschrijving en toelating::inschrijving-toelating::statutory::discussed]]"
TALK = "De besturen bespreken de plannen. Volgende vergadering: 12 mei."


def agenda(*results, year=2022):
    (plan,) = plan_year(results, THEMES, year)
    return plan, compose_agenda(plan, results, THEMES)


def titles(lines):
    return [line.title for line in lines if line.themes]


def test_what_is_left_stands_under_its_umbrella_with_the_local_words():
    plan, lines = agenda(paper("a.pdf", (BOTH, TALK), (STATUTORY, TALK)))

    assert titles(lines) == [
        "Voorkomen van segregatie en bevorderen van integratie: diversiteit en inclusie",
        "Evenwichtige verdeling van leerlingen",
    ]
    assert agenda_text(plan, lines) == (
        "Agenda LEA-overleg, gemeente Veenrade\n"
        "Datum: 12-05-2022\n"
        "\n"
        "1. Opening en vaststelling van de agenda\n"
        "2. Verslag en actielijst van de vorige keer\n"
        "3. Voorkomen van segregatie en bevorderen van integratie: diversiteit en inclusie\n"
        "4. Evenwichtige verdeling van leerlingen\n"
        "5. Afspraken van vandaag: wie doet wat, wanneer is het klaar, waaraan meten we dat\n"
        "6. Rondvraag\n"
        "7. Datum van de volgende vergadering en sluiting"
    )


def test_a_next_year_without_documents_takes_the_words_of_the_last():
    plan, lines = agenda(paper("a.pdf", (BOTH, "Wij spreken erover.")), year=2023)

    assert titles(lines)[0] == (
        "Voorkomen van segregatie en bevorderen van integratie: diversiteit en inclusie"
    )
    assert "Datum: (vóór 31 december 2023)" in agenda_text(plan, lines)


def test_words_of_later_years_are_not_known_yet():
    later = paper("b.pdf", (BOTH, TALK), date="2023-03-15")
    _, lines = agenda(paper("a.pdf", ("Zwemmen", TALK)), later)

    assert titles(lines)[0] == "Voorkomen van segregatie"


def test_a_term_in_the_text_is_a_name_and_what_the_model_found_is_none():
    text = "Wij spraken over [[gemengde groepen::segregatie::jargon::discussed]]."
    _, by_term = agenda(paper("a.pdf", ("Rondvraag", text)))
    _, by_model = agenda(paper("a.pdf", ("Rondvraag", text), method=Method.MODEL))

    assert titles(by_term)[0] == "Voorkomen van segregatie: gemengde groepen"
    assert titles(by_model)[0] == "Voorkomen van segregatie"


def test_a_year_in_which_all_is_done_has_no_model_agenda():
    done = [
        (f"[[{theme.umbrella}::{theme.id}::statutory::discussed]]", "Wij spreken.")
        for theme in THEMES
    ]
    plan, lines = agenda(paper("a.pdf", *done))

    assert (plan.left, lines, agenda_text(plan, lines)) == ((), (), "")


@given(st.text(alphabet=st.characters(exclude_characters="[]\n\r|"), max_size=200), st.booleans())
def test_titles_fit_and_every_theme_left_is_named_once(words, in_heading):
    mark = f"[[{words or 'x'}::segregatie+integratie::jargon::discussed]]"
    item = (mark, TALK) if in_heading else ("Rondvraag", mark)
    plan, lines = agenda(paper("a.pdf", item))

    assert max(len(line.title) for line in lines) <= MAX_TITLE
    assert sorted(theme for line in lines for theme in line.themes) == sorted(
        theme.theme for theme in plan.left
    )
    assert [line.number for line in lines] == [str(n) for n in range(1, len(lines) + 1)]


@pytest.mark.parametrize("title", ["Rondvraag", "Mededelingen"])
def test_a_title_that_names_no_subject_is_no_name(title):
    marked = f"[[{title}::segregatie::jargon::discussed]]"
    _, lines = agenda(paper("a.pdf", (marked, TALK), method=Method.MODEL))

    assert titles(lines)[0] == "Voorkomen van segregatie"
