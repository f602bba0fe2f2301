"""The case this tool began with: the talk was held, the word was not used.

See docs/handleiding.md. The municipality spoke all year of diversity and inclusion, answered
'nee' to the question on segregation, and was found to run a risk.
"""

import datetime as dt

import openpyxl
import pytest

import leaterms
from leaterms.questionnaire import load_questions, write_form
from tests.acceptance.origin import write_next_agendas, write_next_minutes, write_year


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    with leaterms.scan(write_year(tmp_path_factory.mktemp("werk") / "archief"), jobs=1) as made:
        yield made


@pytest.fixture(scope="module")
def assessed(scan):
    return scan.assess().set_index("theme")


def test_five_meetings_are_read_as_the_consultation(scan):
    meetings = scan.meetings

    assert meetings["is_lea"].tolist() == [True] * 5
    assert meetings["level"].tolist() == [
        "bestuurlijk",
        "ambtelijk",
        "ambtelijk",
        "ambtelijk",
        "bestuurlijk",
    ]
    assert meetings["municipality"].unique().tolist() == ["Zilverhaven"]


@pytest.mark.parametrize("theme", ["segregatie", "integratie"])
def test_a_year_in_local_words_is_a_medium_risk(scan, theme):
    row = scan.coverage().set_index("theme").loc[theme]

    assert (row["status"], row["risk"], row["held"]) == ("jargon_agendised", "medium", 5)


def test_the_assessment_shows_what_there_was(assessed):
    row = assessed.loc["segregatie"]

    assert row["risk"] == "medium"
    assert row["statutory"] == ""
    assert "iversiteit en inclusie" in row["jargon"]
    assert row["overleg"]
    assert row["missing"] == ""
    assert "elk bestuur vóór 1 april 2022 twee locaties aanlevert" in row["measurable"]
    assert "De bestaande, nog passende werkafspraken blijven gelden." in row["still_fit"]
    assert "lopend onderzoek: " in row["grounds"]
    assert row["explanation"].startswith("Indicatie: middelgroot risico. ")


def test_the_year_ahead_has_the_umbrella_over_the_local_words(scan):
    plan = scan.plan(2023)
    agenda = plan[plan["part"] == "agenda"]["text"].tolist()

    assert plan[plan["part"] == "meeting"]["state"].tolist() == ["missing"] * 5
    assert any(
        title.startswith("Voorkomen van segregatie en bevorderen van integratie")
        and "iversiteit en inclusie" in title
        for title in agenda
    )


def test_a_document_that_says_there_was_no_talk_makes_it_a_high_risk(tmp_path):
    with leaterms.scan(write_year(tmp_path / "archief", denied=True), jobs=1) as denied:
        cells = denied.coverage().set_index("theme")
        told = denied.assess().set_index("theme")

    assert cells.loc["segregatie", "risk"] == told.loc["segregatie", "risk"] == "high"
    assert "dat het thema niet is besproken" in told.loc["segregatie", "explanation"]
    assert "voorkomen van segregatie" in cells.loc["segregatie", "denial"]
    assert cells.loc["integratie", "risk"] == "medium"


@pytest.fixture
def answers(scan, tmp_path):
    """What `leaterms answers` says of a form in which these answers are given."""

    def check(given):
        form = tmp_path / "vragenlijst.xlsx"
        themes = {theme.id: theme for theme in scan.vocabulary.themes}
        write_form(load_questions(None, scan.vocabulary.themes), themes, form, 2022)
        book = openpyxl.load_workbook(form)
        for row in book["vragenlijst"].iter_rows(min_row=2):
            row[3].value = given.get(row[0].value)
        book.save(form)
        return scan.check_answers(form, 2022)

    return check


def test_the_answer_that_brought_the_risk_is_flagged_with_its_passages(answers):
    found = answers({"segregatie-overleg": "nee", "integratie-overleg": "nee"})

    assert found["question"].tolist() == ["segregatie-overleg", "integratie-overleg"]
    assert found["passages"].str.contains("iversiteit en inclusie").tolist() == [True, True]


def test_a_next_year_under_the_new_headings_is_no_risk(scan, tmp_path):
    agendas = []
    for agenda in write_next_agendas(tmp_path / "agenda"):
        new = tmp_path / "nieuw" / agenda.name
        new.parent.mkdir(exist_ok=True)
        leaterms.relabel(agenda, new, today=dt.date(2023, 1, 5), vocabulary=scan.vocabulary)
        agendas.append(new)
    with leaterms.scan(write_next_minutes(tmp_path / "archief", agendas), jobs=1) as year:
        cells = year.coverage().set_index("theme")
        told = year.assess().set_index("theme")

    for theme in ("segregatie", "integratie"):
        assert cells.loc[theme, "status"] == "agendised"
        assert cells.loc[theme, "risk"] == told.loc[theme, "risk"] == "none"
