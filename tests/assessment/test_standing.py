import datetime as dt

import pytest

from leaterms.assessment import find_agreements
from leaterms.assessment.bearing import ThemedAgreement
from leaterms.assessment.criteria import load_criteria
from leaterms.assessment.standing import Origin, find_standing_papers, standing_of
from tests.assessment.archives import paper

PAPERS = load_criteria().papers
CLAUSE = (
    "Partijen spreken af dat [[gemengde groepen::segregatie::jargon::quoted]] de norm zijn: "
    "80% in elke wijk."
)


def papers_of(
    *items, path="stukken/stuk.pdf", preamble="Convenant onderwijs 2020-2023", **options
):
    options = {"kind": "other", "date": "2020-02-01", "lea": False, **options}
    return find_standing_papers(paper(path, *items, preamble=preamble, **options), PAPERS)


def test_a_convenant_gives_its_agreements_for_the_years_it_names():
    ((theme, found),) = papers_of(("Groepen", CLAUSE))

    assert theme == "segregatie"
    assert found.origin is Origin.PAPER
    assert found.name == "Convenant onderwijs 2020-2023"
    assert found.text.startswith("Partijen spreken af dat gemengde groepen")
    assert found.measurable
    assert [year for year in range(2018, 2026) if found.holds_in(year)] == [2020, 2021, 2022, 2023]
    assert found.cite().startswith("Convenant onderwijs 2020-2023: Partijen spreken af")


@pytest.mark.parametrize(
    ("preamble", "date", "years"),
    [
        ("LEA-plan 2021/2022", "2020-11-01", (2021, 2022)),
        ("Onderwijsconvenant 2019 t/m 2022", "2019-01-01", (2019, 2022)),
        ("Beleidskader onderwijskansen 2021-24", "2021-01-01", (2021, 2024)),
        ("Convenant onderwijs 2021", "2020-12-01", (2021, 2024)),
        ("Convenant onderwijs", "2020-02-01", (2020, 2023)),
        ("Convenant onderwijs", "", (None, None)),
    ],
)
def test_the_years_are_those_of_the_title_else_from_the_date(preamble, date, years):
    ((_, found),) = papers_of(("Groepen", CLAUSE), preamble=preamble, date=date)

    assert (found.since, found.until) == years


def test_a_paper_of_unknown_years_may_hold_in_any():
    ((_, found),) = papers_of(("Groepen", CLAUSE), preamble="Convenant onderwijs", date="")

    assert found.holds_in(1999)


def test_a_file_name_tells_what_the_text_does_not():
    (found,) = papers_of(
        ("Groepen", CLAUSE), preamble="Wij, ondergetekenden", path="x/lea_plan_2022-2026.docx"
    )

    assert found[1].name == "lea plan 2022-2026"
    assert (found[1].since, found[1].until) == (2022, 2026)


def test_a_date_in_a_file_name_is_no_period():
    ((_, found),) = papers_of(("Groepen", CLAUSE), preamble="", path="2011-12-01 convenant.pdf")

    assert (found.since, found.until) == (2011, 2014)


def test_a_paper_without_agreements_shows_where_it_names_the_theme():
    text = (
        "De samenleving is divers. Zie ook [[segregatie::segregatie::statutory::quoted]] elders."
    )
    ((_, found),) = papers_of(("Groepen", text))

    assert "segregatie" in found.text
    assert not found.measurable


def test_a_heading_that_names_the_theme_is_shown_with_what_opens_below_it():
    heading = "[[Segregatie::segregatie::statutory::quoted]]"
    ((_, found),) = papers_of((heading, "De wijken verschillen. Dat zien wij elk jaar."))

    assert found.text == "Segregatie: De wijken verschillen."


def test_the_name_of_a_paper_is_no_agreement():
    title = "Convenant [[gemengde scholen::segregatie::jargon::quoted]] 2020-2023"
    assert papers_of((title, "Wij ondertekenen."), preamble="") == ()


@pytest.mark.parametrize(
    "options",
    [
        {"preamble": "Brief over het schoolzwemmen"},
        {"kind": "verslag", "lea": True},
        {"preamble": "Wij sturen u deze brief omdat wij vorig jaar na lang beraad met alle "
         "besturen een convenant hebben gesloten dat wij u hierbij van harte aanbieden"},
    ],
)  # fmt: skip
def test_other_documents_hold_no_standing_agreements(options):
    assert papers_of(("Groepen", CLAUSE), **options) == ()


def test_an_agreement_of_minutes_stands_in_the_years_after_its_own():
    (agreement,) = find_agreements(
        (paper("a.pdf", ("Groepen", "Afgesproken wordt dat de groepen gemengd zijn.")),)
    )
    found = standing_of(ThemedAgreement(agreement, dt.date(2022, 3, 15), by_heading=True), 4)

    assert (found.origin, found.since, found.until) == (Origin.MINUTES, 2023, 2026)
    assert standing_of(ThemedAgreement(agreement, None, by_heading=True), 4) is None
