import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment import Risk, Status, assess_coverage
from leaterms.detection import Method
from tests.assessment.archives import THEMES, paper, unread

TALK = "De besturen bespreken de plannen voor volgend jaar en de gevolgen voor alle scholen."


def mark(words, wording="jargon", assertion="discussed", theme="segregatie"):
    return f"[[{words}::{theme}::{wording}::{assertion}]]"


def cell(*results, theme="segregatie", year=2022, municipality="Veenrade"):
    (found,) = [
        cell
        for cell in assess_coverage(results, THEMES)
        if (cell.municipality, cell.year, cell.theme) == (municipality, year, theme)
    ]
    return found


@pytest.mark.parametrize(
    ("kind", "item", "status", "risk"),
    [
        ("verslag", (mark("Segregatie", "statutory"), TALK), Status.AGENDISED, Risk.NONE),
        ("besluitenlijst", (mark("Segregatie", "statutory"), ""), Status.AGENDISED, Risk.NONE),
        ("verslag", ("Peuters", mark("segregatie", "statutory")), Status.DISCUSSED, Risk.LOW),
        (
            "agenda",
            ("Peuters", mark("segregatie", "statutory", "planned")),
            Status.PLANNED,
            Risk.LOW,
        ),
        (
            "agenda",
            (mark("Segregatie", "statutory", "planned"), ""),
            Status.PLANNED,
            Risk.LOW,
        ),
        ("verslag", (mark("Gemengde groepen"), TALK), Status.JARGON_AGENDISED, Risk.MEDIUM),
        ("verslag", ("Peuters", mark("gemengde groepen")), Status.JARGON_DISCUSSED, Risk.MEDIUM),
        (
            "agenda",
            (mark("Gemengde groepen", assertion="planned"), ""),
            Status.JARGON_PLANNED,
            Risk.MEDIUM,
        ),
        ("verslag", ("Peuters", TALK), Status.ABSENT, Risk.HIGH),
        ("agenda", ("Peuters", ""), Status.UNKNOWN, Risk.UNKNOWN),
        ("other", ("Peuters", mark("segregatie", "statutory")), Status.UNKNOWN, Risk.UNKNOWN),
    ],
)
def test_one_document_gives_the_status_of_the_table(kind, item, status, risk):
    found = cell(paper("a.pdf", item, kind=kind))

    assert (found.status, found.risk) == (status, risk)


@pytest.mark.parametrize("assertion", ["planned", "not_discussed", "postponed", "quoted"])
def test_only_what_was_discussed_counts_in_minutes(assertion):
    heading, text = mark("Menging", assertion=assertion), mark("mix", assertion=assertion)

    assert cell(paper("a.pdf", (heading, text))).status is Status.ABSENT


@pytest.mark.parametrize("assertion", ["discussed", "not_discussed", "postponed", "quoted"])
def test_only_what_was_planned_counts_on_an_agenda(assertion):
    heading = mark("Menging", assertion=assertion)

    assert cell(paper("a.pdf", (heading, ""), kind="agenda")).status is Status.UNKNOWN


def test_proposals_of_the_model_never_count():
    found = cell(paper("a.pdf", (mark("Samen op weg"), TALK), method=Method.SEMANTIC))

    assert (found.status, found.evidence, found.evidence_id) == (Status.ABSENT, "", "")


def test_documents_that_are_no_lea_count_for_nothing():
    results = (paper("a.pdf", (mark("Segregatie", "statutory"), TALK), lea=False),)

    assert {cell.status for cell in assess_coverage(results, THEMES)} == {Status.UNKNOWN}


def test_the_best_document_of_the_year_decides():
    found = cell(
        paper("a.pdf", (mark("Menging"), TALK)),
        paper("b.pdf", ("Stand", mark("segregatie", "statutory")), date="2022-10-04"),
    )

    assert (found.status, found.meetings, found.held) == (Status.DISCUSSED, 2, 2)


def test_the_agenda_of_a_meeting_with_minutes_counts_for_nothing():
    found = cell(
        paper("agenda.pdf", (mark("Segregatie", "statutory", "planned"), ""), kind="agenda"),
        paper("verslag.pdf", ("Peuters", TALK)),
    )

    assert (found.status, found.meetings, found.held) == (Status.ABSENT, 0, 1)


def test_concept_and_adopted_minutes_are_one_meeting():
    item = (mark("Gemengde groepen"), TALK)
    found = cell(paper("v-concept.pdf", item), paper("v-def.pdf", item))

    assert (found.meetings, found.held) == (1, 1)
    assert "v-def.pdf" in found.evidence


def test_a_denial_in_statutory_words_makes_the_risk_high():
    found = cell(
        paper(
            "a.pdf",
            (mark("Gemengde groepen"), TALK),
            ("Rondvraag", f"Over {mark('segregatie', 'statutory', 'not_discussed')} niet."),
        )
    )

    assert (found.status, found.risk) == (Status.JARGON_AGENDISED, Risk.HIGH)
    assert found.denial == "'segregatie' (15-03-2022, a.pdf, p. 1, agendapunt 2: Rondvraag)"


def test_a_denial_in_local_words_leaves_the_risk_medium():
    found = cell(paper("a.pdf", (mark("Menging"), mark("mix", assertion="not_discussed"))))

    assert (found.risk, found.denial) == (Risk.MEDIUM, "")


def test_a_denial_is_outweighed_by_statutory_words_that_were_discussed():
    found = cell(
        paper("a.pdf", ("Peuters", mark("segregatie", "statutory", "not_discussed"))),
        paper("b.pdf", ("Peuters", mark("segregatie", "statutory")), date="2022-10-04"),
    )

    assert found.risk is Risk.LOW


def test_absence_is_low_for_even_spreading():
    found = cell(paper("a.pdf", ("Peuters", TALK)), theme="evenwichtige-verdeling")

    assert (found.status, found.risk) == (Status.ABSENT, Risk.LOW)


def test_evidence_names_date_file_page_and_item_of_the_surest_mention():
    found = cell(
        paper("x/a.pdf", ("Peuters", mark("mix")), confidence=0.7),
        paper("x/b.pdf", ("Kleuters", mark("menging")), date="2022-10-04", page=3),
    )

    assert found.evidence == "'menging' (04-10-2022, x/b.pdf, p. 3, agendapunt 1: Kleuters)"
    assert len(found.evidence_id) == 16


def test_years_without_documents_between_first_and_last_are_unknown():
    results = (
        paper("a.pdf", ("Peuters", TALK), date="2020-01-01"),
        paper("b.pdf", ("Peuters", TALK), date="2022-12-31"),
    )
    statuses = {
        cell.year: cell.status
        for cell in assess_coverage(results, THEMES)
        if cell.theme == "segregatie"
    }

    assert statuses == {2020: Status.ABSENT, 2021: Status.UNKNOWN, 2022: Status.ABSENT}


def test_cells_come_by_municipality_year_and_the_order_of_the_themes():
    results = (
        paper("b.pdf", towns=("Veenrade",), date="2021-05-05"),
        paper("a.pdf", towns=("Lisdorp",)),
    )
    keys = [(c.municipality, c.year, c.theme) for c in assess_coverage(results, THEMES)]

    assert keys == [
        (town, year, theme.id)
        for town, year in (("Lisdorp", 2022), ("Veenrade", 2021))
        for theme in THEMES
    ]


def test_a_regional_meeting_counts_for_each_municipality():
    result = paper("a.pdf", (mark("Menging"), TALK), towns=("Veenrade", "Lisdorp"))
    rows = [cell(result, municipality=town) for town in ("Veenrade", "Lisdorp")]

    assert [row.status for row in rows] == [Status.JARGON_AGENDISED] * 2


def test_documents_without_a_date_show_nothing_of_any_year():
    undated = paper("a.pdf", (mark("Segregatie", "statutory"), TALK), date="")

    assert assess_coverage((undated,), THEMES) == ()
    assert cell(undated, paper("b.pdf", ("Peuters", TALK))).status is Status.ABSENT


def test_a_municipality_without_lea_documents_is_unknown_in_its_years():
    results = (paper("brief.pdf", kind="other", lea=False), unread("scan.pdf"))

    assert [cell.status for cell in assess_coverage(results, THEMES)] == [Status.UNKNOWN] * 4


def test_nothing_gives_nothing():
    assert assess_coverage((), THEMES) == ()
    assert assess_coverage((unread("scan.pdf"),), THEMES) == ()


def test_the_table_does_not_depend_on_the_order_of_the_files():
    results = (
        paper("a.pdf", (mark("Menging"), TALK)),
        paper("b.pdf", (mark("Menging"), TALK), date="2022-10-04"),
        paper("c.pdf", ("Rest", mark("segregatie", "statutory")), level="ambtelijk"),
    )
    outcomes = {assess_coverage(order, THEMES) for order in itertools.permutations(results)}

    assert len(outcomes) == 1


def test_the_year_that_this_began_with():
    """A year of local words, five meetings; then a denial; then a year under the new headings."""
    both = "segregatie+integratie"
    year = [
        ("2022-02-03", (mark("Onderzoek diversiteit en inclusie", theme=both), "Het loopt nog.")),
        (
            "2022-04-07",
            ("Peuters", f"De aanbieders houden {mark('heterogene groepen', theme=both)}"),
        ),
        ("2022-06-09", ("Scholen", f"{mark('Brede schoolvorming', theme=both)} gaat door.")),
        ("2022-09-15", ("Ouders", mark("pedagogisch partnerschap", theme="integratie"))),
        ("2022-11-17", ("Aanmelden", mark("uniform systeem", theme="inschrijving-toelating"))),
    ]
    archive = [paper(f"{date}.pdf", item, date=date) for date, item in year]
    segregatie, integratie = cell(*archive), cell(*archive, theme="integratie")

    assert (segregatie.status, segregatie.risk) == (Status.JARGON_AGENDISED, Risk.MEDIUM)
    assert (segregatie.meetings, integratie.meetings, segregatie.held) == (3, 4, 5)
    assert integratie.risk is Risk.MEDIUM

    denial = (
        f"Geen overleg over het {mark('voorkomen van segregatie', 'statutory', 'not_discussed')}."
    )
    archive.append(paper("terugblik.pdf", ("Terugblik", denial), date="2022-12-15"))

    assert cell(*archive).risk is Risk.HIGH
    assert cell(*archive, theme="integratie").risk is Risk.MEDIUM

    heading = (
        f"{mark('Voorkomen van segregatie', 'statutory')} en "
        f"{mark('bevorderen van integratie', 'statutory', theme='integratie')}: heterogene groepen"
    )
    archive.append(paper("2023.pdf", (heading, TALK), date="2023-02-02"))

    assert cell(*archive, year=2023).risk is Risk.NONE
    assert cell(*archive, year=2023, theme="integratie").risk is Risk.NONE


_ASSERTIONS = st.sampled_from(["discussed", "planned", "not_discussed", "postponed", "quoted"])
_MARKED = st.builds(
    mark, st.just("Woorden"), st.sampled_from(["statutory", "jargon"]), _ASSERTIONS
)
_PAPERS = st.lists(
    st.builds(
        lambda title, text, kind, date: ((title, text), kind, date),
        st.one_of(st.just("Peuters"), _MARKED),
        st.one_of(st.just(TALK), _MARKED),
        st.sampled_from(["agenda", "verslag", "besluitenlijst"]),
        st.sampled_from(["2022-03-15", "2022-10-04", ""]),
    ),
    min_size=1,
    max_size=4,
)


@given(_PAPERS, st.data())
def test_a_status_is_never_better_without_a_mention(papers, data):
    results = [
        paper(f"{n}.pdf", item, kind=kind, date=date)
        for n, (item, kind, date) in enumerate(papers)
    ]
    places = [(n, m) for n, result in enumerate(results) for m in range(len(result.mentions))]
    if not places:
        return
    number, index = data.draw(st.sampled_from(places))
    kept = list(results[number].mentions)
    del kept[index]
    fewer = list(results)
    fewer[number] = dataclasses.replace(results[number], mentions=tuple(kept))
    order = list(Status)
    pairs = zip(assess_coverage(results, THEMES), assess_coverage(fewer, THEMES), strict=True)

    assert all(
        order.index(with_it.status) <= order.index(without.status) for with_it, without in pairs
    )
