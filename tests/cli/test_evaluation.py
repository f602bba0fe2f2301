"""`leaterms evaluate` on annotated text; printed documents are in test_commands.py."""

import json

import pytest

from tests.evaluation.samples import HEADER

BODY = """\
## 1. [[Onderwijssegregatie::segregatie::statutory::discussed]]
Het [[inschrijfbeleid::inschrijving-toelating::statutory::discussed]] is besproken. Over de
[[grobbelwokken::integratie::jargon::discussed]] is gesproken.
"""


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "a.txt").write_text(HEADER + BODY, encoding="utf-8")
    return tmp_path


def test_figures_and_mistakes_as_json(run, sources):
    done = run("evaluate", sources, "--sources", "--json", "--errors")
    figures = json.loads(done.out)

    assert (done.code, done.err) == (0, "")
    assert figures["mentions"]["partial"]["right"] == 2
    assert "facts" not in figures
    assert [(m["quote"], m["found_quote"]) for m in figures["mistakes"]] == [("grobbelwokken", "")]
    assert figures["mistakes"][0]["sentence"] == "grobbelwokken is gesproken."


def test_without_the_option_no_mistakes_and_no_baselines(run, sources):
    figures = json.loads(run("evaluate", sources, "--sources", "--json").out)

    assert {"mistakes", "baselines"} & set(figures) == set()


def test_baselines_stand_below_the_tables_and_mistakes_last(run, sources):
    done = run("evaluate", sources, "--sources", "--baselines", "--errors")
    blocks = done.out.split("\n\n")
    tables = [block.splitlines()[0].split("  ")[0] for block in blocks]

    assert (done.code, done.err) == (0, "")
    assert tables[0] == "1 documenten"
    assert tables.index("Naast eenvoudiger manieren") < tables.index("integratie")
    assert (
        "\nintegratie\n"
        "- a.docx#0 tekst [grobbelwokken] jargon/discussed :: grobbelwokken is gesproken.\n"
    ) in done.out


def test_baselines_as_json(run, sources):
    figures = json.loads(run("evaluate", sources, "--sources", "--baselines", "--json").out)

    assert [one["name"] for one in figures["baselines"]] == [
        "leaterms",
        "woorden van de inspectie zoeken",
        "PhraseMatcher op de termen",
        "woordenlijst zonder taalmodel",
    ]
    assert figures["baselines"][0]["mentions"] == figures["mentions"]["partial"]
