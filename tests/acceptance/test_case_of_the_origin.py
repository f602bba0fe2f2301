"""The case this tool began with: the talk was held, the word was not used.

See docs/handleiding.md. The municipality spoke all year of diversity and inclusion, answered
'nee' to the question on segregation, and was found to run a risk.
"""

import pytest

import leaterms
from tests.acceptance.origin import write_year


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
