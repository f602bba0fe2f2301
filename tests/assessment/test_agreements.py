import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.assessment import find_agreements
from tests.assessment.archives import paper

TALK = "De besturen praten over de plannen voor volgend jaar."
PREAMBLE = "Aanwezig: Noor Verbeek (gemeente), Sanne Dol (De Linde), Teun Bakx (Kinderhof)"


def found(text, *, title="Peuters", kind="verslag", before=TALK, **more):
    """The texts of the agreements in an item whose last paragraph is `text`."""
    item = (title, f"{before}\n{text}" if before else text)
    agreements = find_agreements((paper("a.pdf", item, kind=kind, preamble=PREAMBLE, **more),))
    return [agreement.text for agreement in agreements]


@pytest.mark.parametrize(
    "text",
    [
        "Besluit: het plan gaat door.",
        "BESLUIT 2022-04: de wethouder tekent het convenant.",
        "Afgesproken wordt dat ieder bestuur zelf een vorm kiest.",
        "We spreken af dat er in mei een overzicht ligt.",
        "Actie: Noor maakt een overzicht.",
        "Actie Noor: overzicht maken.",
        "De besturen stemmen in met het jaarplan.",
        "De wethouder zegt € 5.000 toe voor de zomerschool.",
        "Besloten wordt de proef te verlengen.",
        "De taalklas wordt doorgeschoven naar juni.",
        "De voorrangsregels gaan naar het overleg van 12 oktober.",
        "Noor stuurt vóór 1 mei een overzicht rond.",
        "Sanne en Teun leggen hun lijsten naast elkaar.",
        "Per 1 augustus 2022 geldt voor alle scholen dezelfde regel.",
    ],
)
def test_what_was_agreed_decided_or_taken_on_is_found(text):
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Sanne vraagt of de regels ruimer kunnen.",
        "Teun wil dat er vóór 1 mei een plan ligt.",
        "We zouden moeten nadenken over een taalklas.",
        "Kennisgenomen van de brief van 4 maart.",
        "De notitie is ter kennisname bijgevoegd.",
        "Wie stuurt vóór 1 mei een overzicht rond?",
        "Noor vertelt dat de gemeente vorig jaar een convenant heeft gesloten.",
        "De wachtlijst is sinds 1 januari korter geworden.",
        "De inspectie komt langs, denkt Teun.",
    ],
)
def test_questions_wishes_news_and_notice_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["Vastgesteld.", "Geen opmerkingen, akkoord.", "Het verslag wordt goedgekeurd."]
)
def test_adopting_the_minutes_is_an_agreement_without_measure(text):
    result = paper("a.pdf", ("Verslag van 18 januari 2022", text))
    (agreement,) = find_agreements((result,))

    assert (agreement.text, agreement.measurable) == (text, False)


def test_an_agenda_holds_none():
    assert found("Besluit: het plan gaat door.", kind="agenda") == []


def test_a_decision_list_is_one_of_decisions_but_for_notice():
    text = "- De wachtlijst wordt centraal bijgehouden.\n- Kennisgenomen van de brief."

    assert found(text, kind="besluitenlijst", before="") == [
        "- De wachtlijst wordt centraal bijgehouden."
    ]


def test_a_column_of_agreements_holds_them_whatever_their_words():
    table = (
        "| Nr | Punt | Besproken | Afspraak / actie |\n"
        "| 1 | Peuters | Noor stuurt straks foto's van het gebouw. | Folder herzien |\n"
        "| 2 | Zwemmen | Te duur. | - |\n"
        "| 3 | Geld | Krap. | |"
    )

    assert found(table, before="") == ["Folder herzien"]


def test_an_action_list_gives_who_and_by_when_from_the_row():
    table = "| Wie | Actie | Termijn |\n| Noor | Folder herzien | 1 mei |\n| Teun | Lijst | |"
    result = paper("a.pdf", ("Actielijst", table))

    assert [(a.text, a.who, a.by_when, a.measurable) for a in find_agreements((result,))] == [
        ("Folder herzien", "Noor", "1 mei", True),
        ("Lijst", "Teun", "", False),
    ]


@pytest.mark.parametrize(
    ("text", "measurable", "who", "by_when"),
    [
        ("Besluit: 70% van het budget gaat naar taal.", True, "", ""),
        ("Besluit: de groep krijgt twaalf plaatsen.", True, "", ""),
        ("Actie: Noor maakt een overzicht.", False, "Noor", ""),
        ("Actie Noor: overzicht maken, uiterlijk 1 mei.", True, "Noor", "uiterlijk 1 mei"),
        ("Afspraak: de juf van groep 1 belt de ouders.", False, "de juf van groep 1", ""),
        ("Afspraak: het formulier op blz. 3 vervalt.", False, "", ""),
        ("Besluit 2022-04: de regel vervalt.", False, "", ""),
        ("Besluit: met 12 stemmen voor en 3 tegen gaat het plan door.", False, "", ""),
        ("Besluit: de proef duurt een jaar.", True, "", ""),
        ("Besluit: de folder komt er (Teun).", False, "Teun", ""),
        ("Noor stuurt vóór 1-5-2022 een overzicht.", True, "Noor", "vóór 1-5-2022"),
        ("De taalklas wordt doorgeschoven naar juni.", True, "", "naar juni"),
    ],
)
def test_measure_who_and_deadline(text, measurable, who, by_when):
    (agreement,) = find_agreements((paper("a.pdf", ("Peuters", f"{TALK}\n{text}")),))

    assert (agreement.measurable, agreement.who, agreement.by_when) == (measurable, who, by_when)


def test_an_agreement_names_its_place_and_the_themes_inside_it():
    mark = "[[gemengde groepen::segregatie+integratie::jargon::discussed]]"
    text = f"Over [[toelating::inschrijving-toelating::statutory::discussed]]. Besluit: {mark}."
    (agreement,) = find_agreements((paper("x/a.pdf", ("Peuters", text), page=4),))

    assert (agreement.path, agreement.item, agreement.page) == ("x/a.pdf", 0, 4)
    assert (agreement.start, agreement.end) == (16, 42)
    assert agreement.text == "Besluit: gemengde groepen."
    assert agreement.themes == ("segregatie", "integratie")


def test_title_and_attendance_hold_none_unless_there_is_nothing_else():
    decision = "Besluit: het plan gaat door."

    assert find_agreements((paper("a.pdf", ("Peuters", TALK), preamble=decision),)) == ()
    assert [a.text for a in find_agreements((paper("a.pdf", preamble=decision),))] == [decision]


@settings(max_examples=60)
@given(st.text(st.characters(exclude_characters="[]"), max_size=200))
def test_any_text_gives_agreements_that_lie_in_it(text):
    result = paper("a.pdf", ("Peuters", text), ("Actielijst", text))

    for agreement in find_agreements((result,)):
        items = {item.index: item.text for item in result.record.items}
        assert items[agreement.item][agreement.start : agreement.end] == agreement.text
        assert agreement.text.strip() == agreement.text != ""


def test_a_column_of_talk_holds_none():
    text = "| Wie | Wat |\n| Noor | De klas is vol. |\n| Teun | Er komt een nieuwe juf. |"

    assert found(text) == []


def test_what_is_to_be_done_by_when_is_one():
    text = "| Wat | Wie | Wanneer |\n| Tassen | Noor | 1 mei |"

    assert found(text) == ["Tassen"]


def test_the_number_of_an_agreement_is_no_measure():
    result = paper("a.pdf", ("Peuters", "Afspraak 4: Noor zoekt een lokaal."))
    (agreement,) = find_agreements((result,))

    assert (agreement.text, agreement.measurable) == ("Afspraak 4: Noor zoekt een lokaal.", False)


@pytest.mark.parametrize(
    "text",
    [
        "Afgesproken: niets.",
        "Afgesproken: geen nieuwe afspraken.",
        "Doelgroepenvervoer: geen besluit.",
        "Toelichting: per 1 januari gaat de hele stad mee.",
    ],
)
def test_nothing_agreed_is_none(text):
    assert found(text) == []
