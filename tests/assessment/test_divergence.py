from leaterms.assessment import Divergence, find_divergence
from tests.assessment.archives import THEMES, paper

TALK = "De besturen bespreken de plannen voor volgend jaar."
JARGON = "[[Gemengde groepen::segregatie::jargon::discussed]]"
STATUTORY = "[[segregatie::segregatie::statutory::discussed]]"


def test_a_heading_in_local_words_is_shown_with_the_word_that_was_missed():
    assert find_divergence((paper("a.pdf", (JARGON, TALK)),), THEMES) == (
        Divergence(
            municipality="Veenrade",
            year=2022,
            theme="segregatie",
            path="a.pdf",
            item=0,
            title="Gemengde groepen",
            quote="Gemengde groepen",
            statutory_term="voorkomen van segregatie",
            advice=(
                "Dit agendapunt heet 'Gemengde groepen'; zet het de volgende keer op de agenda "
                "onder 'voorkomen van segregatie', het woord waarop de inspectie let."
            ),
        ),
    )


def test_the_advice_fits_text_and_agenda():
    planned = JARGON.replace("discussed", "planned")
    text, agenda = find_divergence(
        (
            paper("a.pdf", ("Peuters", JARGON)),
            paper("b.pdf", (planned, ""), kind="agenda", date="2022-10-04"),
        ),
        THEMES,
    )

    assert text.advice.startswith("Hier is gesproken over 'Gemengde groepen'; maak daar")
    assert agenda.advice.startswith("Op deze agenda staat 'Gemengde groepen'; noem daarbij ook")


def test_statutory_words_anywhere_in_the_year_end_the_divergence_of_that_year():
    results = (
        paper("a.pdf", (JARGON, TALK)),
        paper("b.pdf", ("Stand", STATUTORY), date="2022-10-04"),
        paper("c.pdf", (JARGON, TALK), date="2023-03-14"),
    )

    assert [row.path for row in find_divergence(results, THEMES)] == ["c.pdf"]


def test_statutory_words_that_do_not_count_end_nothing():
    denied = STATUTORY.replace("discussed", "not_discussed")
    results = (
        paper("a.pdf", (JARGON, denied)),
        paper("b.pdf", ("Stand", STATUTORY), date="2022-10-04", lea=False),
    )

    assert [row.path for row in find_divergence(results, THEMES)] == ["a.pdf"]


def test_an_item_is_one_row_with_the_words_of_its_heading_first():
    results = (paper("a.pdf", (JARGON, JARGON.replace("Gemengde groepen", "mix"))),)

    assert [row.quote for row in find_divergence(results, THEMES)] == ["Gemengde groepen"]
