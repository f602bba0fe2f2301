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


@pytest.mark.parametrize(
    "text",
    [
        "Noor zoekt dat uit.",
        "Noor zoekt uit wie de sleutel heeft.",
        "Dat zoekt Noor uit.",
        "Sanne legt de vraag voor aan haar bestuur.",
        "Teun neemt het mee naar zijn directeuren.",
        "Noor vraagt een offerte aan bij twee bureaus.",
        "Mevrouw Verbeek past het formulier aan.",
        "De besturen leveren hun lijsten vóór 1 mei.",
        "Noor laat de folder vertalen.",
        "Met het jaarplan wordt ingestemd.",
        "De brief wordt opgepakt door Noor.",
        "De regel voor broers en zussen blijft ongewijzigd.",
        "De gegevens worden geagendeerd voor 12 oktober.",
    ],
)
def test_who_acts_in_whatever_words_takes_something_on(text):
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Noor neemt hem niet mee.",
        "Sanne legt uit dat de groep vol zit.",
        "Teun vraagt of Noor vóór 1 mei belt.",
        "Noor opent om 9.04 uur.",
        "Sanne sluit de vergadering om 16.20 uur.",
        "Teun trekt aan de bel.",
        "Noor vertelt over de toeleiding en noemt de cijfers.",
        "Door de voorzitter wordt meegedeeld dat de subsidie is toegekend.",
        "In het overleg van juni is afgesproken dat een bureau het uitzoekt.",
        "De agenda wordt ongewijzigd vastgesteld.",
        "De route naar inclusief onderwijs is lang.",
        "Inschrijven voor het toernooi kan tot 1 mei.",
        "De besturen praten over de plannen voor volgend jaar.",
    ],
)
def test_refusals_hours_reports_and_what_was_agreed_before_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize("title", ["Ter kennisname", "C. Ter info", "Geen besluit"])
def test_what_comes_to_notice_only_is_no_decision(title):
    text = "- Brief van de provincie.\n- Aanmelden voor 2024 vóór 1 maart."

    assert found(text, title=title, kind="besluitenlijst", before="") == []


def test_where_one_column_numbers_the_decisions_the_next_holds_them():
    table = "| Besluit | Inhoud | Stemming |\n| 23-11 | Elke school houdt stoelen vrij | 5-0 |"

    assert found(table, before="") == ["Elke school houdt stoelen vrij"]


def test_an_agreement_in_a_long_item_names_the_page_and_themes_of_its_own_place():
    mark = "[[segregatie::segregatie::statutory::discussed]]"
    text = "\n".join([f"Besluit: een plan tegen {mark}.", TALK, "Besluit: de klas gaat open."])
    agreements = find_agreements((paper("a.pdf", ("Peuters", text), page=7),))

    assert [(a.page, a.themes) for a in agreements] == [(7, ("segregatie",)), (7, ())]


def test_an_annex_holds_none_but_where_it_is_the_list_of_actions():
    notice = ("Bijlage 1: Notitie", "Noor stuurt vóór 1 mei een lijst.")
    actions = ("Bijlage 2: Actielijst", "| Wie | Actie |\n| Noor | Folder herzien |")
    agreements = find_agreements((paper("a.pdf", ("Peuters", TALK), notice, actions),))

    assert [agreement.text for agreement in agreements] == ["Folder herzien"]


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Besloten wordt om € 40.000 in te zetten voor de taalklas.", True),
        ("Afgesproken wordt dat Noor vóór 1-7 levert.", True),
        ("25-3 Besloten wordt om de taalklas te houden.", False),
    ],
)
def test_only_a_number_in_front_is_that_of_the_agreement(text, measurable):
    (agreement,) = find_agreements((paper("a.pdf", ("Peuters", text)),))

    assert agreement.measurable is measurable


@pytest.mark.parametrize(
    "text",
    [
        "AP 2: Noor en Teun benoemen een kartrekker.",
        "Conclusie: de proef gaat door tot de zomer van 2025.",
        "Er werd afgesproken dat beide besturen geen reclame maken buiten hun wijk.",
        "De besturen zegden toe de cijfers te leveren.",
        "Het onderwerp werd verplaatst naar 6 februari.",
        "De besturen stelden het kader ongewijzigd vast.",
        "Partijen komen overeen dat ten minste 65% naar taal gaat.",
        "Noor + Teun lopen in januari samen alle dossiers na.",
        "Hij komt er in het overleg van december op terug.",
        "Streven is 90% bereik eind 2025.",
        "Sanne verleent daaraan haar medewerking.",
        "Mevrouw Verbeek zou dit vóór de kerst met haar directeuren bespreken.",
        "De groep kent € 300.000 toe aan het ouderprogramma.",
        "Vanaf 1 januari 2023 hanteren beide besturen dezelfde peildatum.",
        "De gemeente zal hierover met de regio in overleg treden.",
        "In het voorjaar gaan Noor en Teun bij de peuters kijken.",
        "Teun en Noor bellen de gezinnen een voor een.",
        "Dat neemt de gemeente voor haar rekening.",
        "Door tijdgebrek niet besproken, komt in juni terug.",
    ],
)
def test_words_by_which_something_is_agreed_or_taken_on(text):
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Teun gaat niet akkoord met het voorstel.",
        "Niemand meldt zich.",
        "Er is nog niets afgesproken.",
        "Sanne geeft te kennen dat zij zich onthoudt.",
        "Teun zoekt een nieuwe directeur.",
        "Noor krijgt een nieuwe collega.",
        "Teun verhuist naar de Kerkstraat 12.",
        "Het college besluit in mei.",
        "De inspectie voert in 2023 een onderzoek uit.",
        "Volgende vergadering: 17 maart 2022.",
        "Door tijdgebrek niet besproken.",
        "De besturen stellen vast dat de wachtlijst groeit.",
        "Door de wethouder wordt toegelicht dat € 4.000 is toegekend.",
        "Gerda zou het liefst een proef doen.",
        "Noor begint met een rondje.",
        "We vergaderen weer op 10 februari.",
    ],
)
def test_refusals_news_of_people_and_acts_of_others_are_none(text):
    assert found(text) == []


def test_those_below_a_label_alone_on_its_line_are_agreements_but_not_what_follows():
    text = "Afspraken:\n- Eén formulier.\n- De volle klas eerst.\nDe klas is vol."

    assert found(text) == ["- Eén formulier.", "- De volle klas eerst."]


def test_a_label_above_none_opens_nothing():
    assert found("Afspraken:\n- Geen, de directeuren praten door.") == []


def test_an_empty_cell_below_the_actions_leaves_the_talk_beside_it_alone():
    table = "| Punt | Inhoud | Actie |\n| Opening | Noor heet Teun welkom. | |"

    assert found(table, before="") == []


def test_actions_that_are_done_are_agreed_no_more():
    table = "| Actie | Wie | Status |\n| Folder | Noor | gereed |\n| Brief | Teun | loopt |"

    assert found(table, title="Actielijst", before="") == ["Brief"]
    assert found("- Folder herdrukken", title="Afgevoerd", before="") == []


def test_an_action_list_without_a_table_tells_who_and_by_when():
    text = (
        "1. Presentatie rondsturen - Noor\n2. Kalender, Teun, 1 april\n3. Sanne: cateraar bellen"
    )
    item = ("Actielijst", text)
    agreements = find_agreements((paper("a.pdf", item, preamble=PREAMBLE),))

    assert [(a.who, a.by_when) for a in agreements] == [
        ("Noor", ""),
        ("Teun", "1 april"),
        ("Sanne", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Aldus wordt besloten.",
        "De vraag blijft lastig; Noor stuurt vóór 1 mei een overzicht rond.",
        "De zaal is vol, Teun belt de bibliotheek vóór 1 mei.",
    ],
)
def test_a_last_clause_with_a_subject_of_its_own_may_take_something_on(text):
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Noor meldt dat de zaal vol is, Teun belt daar vóór 1 mei niet over.",
        "De volgorde van de punten blijft ongewijzigd.",
        "Teun brengt vorig jaar ter sprake, Noor stelt de regel ter discussie.",
    ],
)
def test_a_clause_that_tells_or_denies_takes_nothing_on(text):
    assert found(text) == []


def test_how_an_old_action_stands_is_no_new_one():
    assert found("Actie lokaal: vergunning is verlengd.", title="Verslag vorige keer") == []
    assert found("Actie Noor: folder maken.", title="Verslag vorige keer") == [
        "Actie Noor: folder maken."
    ]


def test_rows_with_their_heading_at_the_left_are_agreements_where_it_says_so():
    table = (
        "| Besproken | De bus is laat en de zaal is vol. |\n"
        "| Besluit | Punt 7 vervalt. |\n"
        "| Actie | Noor: rooster. Teun: folder. |"
    )

    assert found(table, before="") == ["Punt 7 vervalt.", "Noor: rooster.", "Teun: folder."]


def test_a_heading_of_two_columns_is_no_row_of_that_kind():
    table = "| Besluit | Toelichting |\n| Elke school houdt stoelen vrij | Het is vol. |"

    assert found(table, before="") == ["Elke school houdt stoelen vrij"]


def test_a_last_cell_with_a_date_alone_says_when():
    table = "| a | het loket biedt elk gezin een andere school aan | vanaf 1 september 2023 |"
    result = paper("a.pdf", ("Verdeling", table), kind="besluitenlijst", preamble=PREAMBLE)
    (agreement,) = find_agreements((result,))

    assert agreement.text == "het loket biedt elk gezin een andere school aan"
    assert (agreement.by_when, agreement.measurable) == ("vanaf 1 september 2023", True)


def test_a_number_of_an_item_in_the_first_cell_is_no_date():
    table = "| Nr | Onderwerp | Actie |\n| 3.1 | Vertaling | Noor belt |"
    (agreement,) = find_agreements((paper("a.pdf", ("Taal", table), preamble=PREAMBLE),))

    assert (agreement.text, agreement.measurable) == ("Noor belt", False)


def test_a_cell_with_names_alone_is_who_and_no_agreement():
    table = "| Besproken | Besluit | Actie |\n| Het is vol. | Een tweede groep. | Noor en Teun |"

    assert found(table, before="") == ["Een tweede groep."]


def test_an_item_put_off_to_a_named_month_is_a_measurable_agreement():
    """The guideline: 'moving an item to a named date or month'; a month is a named date."""
    text = "De toelating van kleuters is niet besproken en schuift door naar februari."
    (agreement,) = find_agreements((paper("a.pdf", ("Toelating", text), preamble=PREAMBLE),))

    assert (agreement.text, agreement.measurable) == (text, True)
    assert found("De toelating schuift door naar een volgende keer.") == []
