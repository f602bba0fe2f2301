import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment import Risk, Status, assess, assess_coverage
from leaterms.structure import Partner
from tests.assessment.archives import THEMES, paper
from tests.assessment.attended import ALL, attended, themes_with

STATUTORY = "[[Voorkomen van segregatie::segregatie::statutory::discussed]]"
JARGON = "[[Gemengde groepen::segregatie::jargon::discussed]]"
TODDLERS = "De peuters uit beide wijken spelen samen."
OLDER = "De brugklassen zijn aan de beurt."
AGREED = "Afgesproken wordt dat de besturen vóór 1 mei cijfers leveren."
VAGUE = "Afgesproken wordt dat de besturen elkaar opzoeken."
PARTNERED = themes_with(THEMES, *ALL)


def assess_one(*results, theme="segregatie", year=2022, themes=PARTNERED):
    (found,) = [one for one in assess(results, themes) if (one.theme, one.year) == (theme, year)]
    return found


def test_every_cell_of_coverage_has_its_assessment_in_the_same_order():
    results = (
        attended("a.pdf", (JARGON, AGREED)),
        paper("b.pdf", ("Punt", ""), date="2024-01-10"),
    )
    cells = assess_coverage(results, PARTNERED)
    found = assess(results, PARTNERED)

    assert [(c.municipality, c.year, c.theme, c.status, c.meetings, c.held) for c in cells] == [
        (a.municipality, a.year, a.theme, a.status, a.meetings, a.held) for a in found
    ]


def test_with_all_partners_a_statutory_item_is_no_risk():
    one = assess_one(attended("a.pdf", (STATUTORY, TODDLERS)))

    assert (one.status, one.risk, one.missing) == (Status.AGENDISED, Risk.NONE, ())
    assert one.required == one.present == tuple(Partner)
    assert one.reason == (
        "Indicatie: Het thema stond in wettelijke woorden als agendapunt op tafel."
    )


def test_a_missing_partner_raises_no_risk_to_a_low_one_and_says_why():
    result = attended("a.pdf", (STATUTORY, TODDLERS), partners=("gemeente", "schoolbestuur"))
    one = assess_one(result)

    assert (one.status, one.risk) == (Status.AGENDISED, Risk.LOW)
    assert one.missing == (Partner.KINDEROPVANG,)
    assert "De aanwezigheid van de kinderopvang blijkt niet uit de verslagen" in one.reason
    assert [c.risk for c in assess_coverage((result,), PARTNERED) if c.theme == "segregatie"] == [
        Risk.NONE
    ]


def test_childcare_need_not_be_there_where_it_is_about_older_children():
    one = assess_one(attended("a.pdf", (STATUTORY, OLDER), partners=("gemeente", "schoolbestuur")))

    assert (one.risk, one.missing) == (Risk.NONE, ())
    assert one.required == (Partner.GEMEENTE, Partner.SCHOOLBESTUUR)


def test_partners_of_different_meetings_add_up():
    one = assess_one(
        attended("a.pdf", (STATUTORY, TODDLERS), partners=("gemeente", "schoolbestuur")),
        attended(
            "b.pdf",
            (JARGON, TODDLERS),
            partners=("gemeente", "kinderopvang"),
            date="2022-06-01",
            level="ambtelijk",
        ),
    )

    assert (one.risk, one.missing) == (Risk.NONE, ())
    assert (one.meetings, one.bestuurlijk, one.ambtelijk, one.onbekend) == (2, 1, 1, 0)


def test_a_partner_at_a_meeting_about_something_else_does_not_count():
    one = assess_one(
        attended("a.pdf", (STATUTORY, TODDLERS), partners=("gemeente", "schoolbestuur")),
        attended("b.pdf", ("Zwemmen", "Het bad is dicht."), date="2022-06-01"),
    )

    assert one.missing == (Partner.KINDEROPVANG,)
    assert (one.meetings, one.held) == (1, 2)


def test_minutes_that_say_nothing_of_who_was_there_raise_nothing():
    one = assess_one(attended("a.pdf", (STATUTORY, TODDLERS), partners=()))

    assert (one.risk, one.attendance, one.missing, one.overleg) == (Risk.NONE, False, (), True)
    assert one.overleg_ground.endswith("maar niet wie er was.")


def test_the_municipality_alone_is_no_consultation():
    one = assess_one(attended("a.pdf", (STATUTORY, OLDER), partners=("gemeente",)))

    assert not one.overleg
    assert one.overleg_ground == (
        "Van de partners blijkt alleen de gemeente aanwezig; dat is geen overleg."
    )


def test_an_agenda_shows_no_consultation():
    planned = STATUTORY.replace("discussed", "planned")
    one = assess_one(attended("a.pdf", (planned, ""), kind="agenda"))

    assert (one.status, one.overleg, one.required, one.present) == (
        Status.PLANNED,
        False,
        (Partner.GEMEENTE, Partner.SCHOOLBESTUUR),
        (),
    )
    assert one.overleg_ground == "Een verslag dat laat zien dat erover is gesproken, is er niet."


def test_the_best_evidence_stands_in_either_wording():
    one = assess_one(
        attended("a.pdf", ("Stand", f"Wij spraken over {JARGON}.")),
        attended("b.pdf", (JARGON, STATUTORY), date="2022-06-01"),
    )

    assert (one.statutory.path, one.statutory.mention.in_heading) == ("b.pdf", False)
    assert (one.jargon.path, one.jargon.mention.in_heading) == ("b.pdf", True)


def test_agreements_are_those_that_name_the_theme_and_those_below_its_heading():
    named = f"Afgesproken wordt dat de {JARGON} blijven."
    one = assess_one(attended("a.pdf", (JARGON, AGREED), ("Rondvraag", named), ("Zwemmen", VAGUE)))

    assert [(a.agreement.item, a.by_heading, a.measurable) for a in one.agreements] == [
        (0, True, True),
        (1, False, False),
    ]
    assert [a.agreement.text for a in one.measurable] == [AGREED]
    assert one.agreements[0].date == dt.date(2022, 3, 15)


def test_an_agreement_of_verslag_and_besluitenlijst_is_one():
    one = assess_one(
        attended("a.pdf", (JARGON, AGREED)),
        attended("b.pdf", (JARGON, AGREED), kind="besluitenlijst"),
    )

    assert len(one.agreements) == 1


def test_agreements_of_other_meetings_do_not_count():
    one = assess_one(
        attended("a.pdf", (JARGON, TODDLERS)),
        attended("b.pdf", (JARGON, AGREED), lea=False, date="2022-06-01", body="Raadscommissie"),
    )

    assert one.agreements == ()


def test_agreements_of_earlier_years_stand_for_four_years():
    results = (
        attended("a.pdf", (JARGON, AGREED), date="2019-03-01"),
        attended("b.pdf", (JARGON, VAGUE), date="2021-03-01"),
        attended("c.pdf", ("Punt", ""), date="2024-03-01"),
    )

    stood = {year: [s.path for s in assess_one(*results, year=year).standing] for year in
             range(2019, 2025)}  # fmt: skip
    assert stood == {
        2019: [],
        2020: ["a.pdf"],
        2021: ["a.pdf"],
        2022: ["b.pdf", "a.pdf"],
        2023: ["b.pdf", "a.pdf"],
        2024: ["b.pdf"],
    }


def test_a_convenant_in_the_archive_stands_beside_what_minutes_say():
    clause = "Partijen spreken af dat [[gemengde groepen::segregatie::jargon::quoted]] blijven."
    one = assess_one(
        attended("a.pdf", (JARGON, "De bestaande werkafspraken voldoen nog.")),
        paper("b.pdf", ("Groepen", clause), kind="other", lea=False, date="2020-01-05",
              preamble="Convenant onderwijs 2020-2024"),
    )  # fmt: skip

    assert [(s.path, s.name) for s in one.standing] == [("b.pdf", "Convenant onderwijs 2020-2024")]
    assert [remark.rule for remark in one.still_fit] == ["passen-nog"]
    assert "De stukken zeggen dat bestaande afspraken nog passen." in one.explanation


def test_a_reason_may_stand_in_a_letter_of_that_year():
    denied = "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken"
    letter = paper(
        "brief.pdf", ("Antwoord", f"{denied} wegens lopend onderzoek."), kind="other", lea=False
    )
    one = assess_one(attended("a.pdf", (JARGON, TODDLERS)), letter)

    assert [(g.rule, g.path) for g in one.grounds] == [("lopend-onderzoek", "brief.pdf")]
    assert one.explanation.endswith("noemen de stukken: lopend onderzoek.")


def test_minutes_may_name_the_consultation_that_the_law_asks_for():
    one = assess_one(
        attended("a.pdf", (STATUTORY, AGREED), ("Slot", "Dit was het OOGO over dit thema."))
    )

    assert one.overleg
    assert one.overleg_ground == (
        "Er is over gesproken; aanwezig: de gemeente, een schoolbestuur en de kinderopvang; er "
        "zijn afspraken over gemaakt en het verslag noemt het op overeenstemming gericht overleg."
    )


def test_the_explanation_is_plain_dutch_of_a_few_sentences():
    one = assess_one(
        attended("a.pdf", (JARGON, f"{TODDLERS} {AGREED} {VAGUE}"), partners=("gemeente",
                 "kinderopvang")),
        attended("b.pdf", ("Zwemmen", OLDER), date="2022-06-01"),
    )  # fmt: skip

    assert one.explanation == (
        "Indicatie: middelgroot risico. Het thema is alleen in eigen woorden besproken; het "
        "wettelijke woord ontbreekt. Het thema komt voor in 1 van de 2 vergaderingen (1 "
        "bestuurlijk). Er is over gesproken; aanwezig: de gemeente en de kinderopvang; er zijn "
        "afspraken over gemaakt. De aanwezigheid van een schoolbestuur blijkt niet. Er zijn twee "
        "afspraken over gevonden; 1 daarvan is meetbaar."
    )


def test_a_year_without_documents_is_unknown_and_says_so():
    results = (
        attended("a.pdf", (JARGON, TODDLERS), date="2021-03-01"),
        attended("b.pdf", (JARGON, TODDLERS), date="2023-03-01"),
    )

    assert assess_one(*results).explanation == (
        "Indicatie: risico onbekend. Van dit jaar is geen leesbaar verslag van het overleg "
        "gevonden."
    )


def test_an_empty_archive_has_no_assessments():
    assert assess((), PARTNERED) == ()


_PAPERS = st.builds(
    lambda number, title, text, kind, month, partners: attended(
        f"{number}.pdf", (title, text), kind=kind, date=f"2022-{month:02}-10", partners=partners
    ),
    st.integers(0, 10**6),
    st.sampled_from([STATUTORY, JARGON, "Zwemmen"]),
    st.sampled_from([TODDLERS, OLDER, AGREED, VAGUE, ""]),
    st.sampled_from(["verslag", "agenda", "besluitenlijst"]),
    st.integers(1, 12),
    st.sets(st.sampled_from(ALL)).map(sorted),
)


@given(st.lists(_PAPERS, max_size=5, unique_by=lambda result: result.path))
def test_an_assessment_never_says_less_risk_than_coverage_and_adds_up(results):
    order = list(Risk)
    cells = assess_coverage(results, PARTNERED)

    for cell, one in zip(cells, assess(results, PARTNERED), strict=True):
        assert order.index(one.risk) >= order.index(cell.risk)
        assert one.bestuurlijk + one.ambtelijk + one.onbekend == one.meetings <= one.held
        assert set(one.missing) <= set(one.required)
        assert not set(one.missing) & set(one.present)
        assert set(one.measurable) <= set(one.agreements)
        assert one.explanation.startswith("Indicatie: ")


@pytest.mark.parametrize("partners", [ALL, ("gemeente", "schoolbestuur"), ()])
def test_an_open_theme_has_no_partners_to_miss(partners):
    one = assess_one(attended("a.pdf", ("Zwemmen", OLDER), partners=partners))

    assert (one.status, one.present, one.missing) == (Status.ABSENT, (), ())
    assert one.required == tuple(Partner)
