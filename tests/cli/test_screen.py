import io

import pytest
from rich.console import Console

from leaterms import frames
from leaterms.assessment import assess_coverage
from leaterms.cli.screen import plain, show_coverage, show_files
from tests.assessment.archives import THEMES, paper

JARGON = "Er zijn [[heterogene groepen::segregatie::jargon::discussed]]."


def shown(show, *arguments, width=80):
    console = Console(file=io.StringIO(), width=width, legacy_windows=False)
    show(console, *arguments)
    return console.file.getvalue()


def coverage_of(*results):
    return frames.frame_of(frames.COVERAGE, assess_coverage(results, THEMES))


def documents(*rows):
    filled = dict.fromkeys(frames.DOCUMENTS, "")
    filled |= {"pages": None, "meeting_date": None, "year": None, "is_lea": False}
    return frames.frame(frames.DOCUMENTS, [{**filled, **row} for row in rows])


def test_each_cell_says_risk_and_status():
    text = shown(show_coverage, coverage_of(paper("a.pdf", ("Punt", JARGON))), THEMES)
    lines = [line.split() for line in text.splitlines()]

    assert ["Veenrade", "2022"] in lines
    assert lines[lines.index(["segregatie", "midden"]) + 1] == ["eigen", "woorden"]
    assert lines[lines.index(["integratie", "hoog"]) + 1] == ["niet", "gevonden"]


def test_a_cell_that_is_high_by_a_denial_says_so():
    denial = "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken."
    text = shown(show_coverage, coverage_of(paper("a.pdf", ("Punt", JARGON + denial))), THEMES)
    lines = [line.split() for line in text.splitlines()]

    assert lines[lines.index(["segregatie", "hoog"]) + 1] == ["niet", "besproken"]


def test_at_most_six_tables_are_shown():
    papers = [paper(f"{i}.pdf", ("Punt", JARGON), towns=(f"Dorp {i:02}",)) for i in range(8)]
    text = shown(show_coverage, coverage_of(*papers), THEMES)

    assert "Dorp 05" in text
    assert "Dorp 06" not in text
    assert "En nog 2 gemeenten: zie het rapport." in text


def test_without_dated_documents_it_says_so():
    text = shown(show_coverage, coverage_of(), THEMES)

    assert text.split() == (
        "Er is geen LEA-stuk met een datum gelezen; er is geen tabel per jaar.".split()
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width):
    papers = [paper(f"{y}.pdf", ("Punt", JARGON), date=f"20{y}-01-01") for y in range(18, 25)]
    text = shown(show_coverage, coverage_of(*papers), THEMES, width=width)

    assert max(map(len, text.splitlines())) <= width


def test_unread_files_are_listed_up_to_twenty():
    rows = [{"path": f"{i}.pdf", "status": "failed", "error": "stuk"} for i in range(23)]
    text = shown(show_files, documents({"path": "a.pdf", "status": "ok"}, *rows))

    assert text.startswith("24 bestanden, waarvan 1 gelezen.\n  niet gelezen: 0.pdf: stuk\n")
    assert text.endswith("19.pdf: stuk\n  en nog 3: zie het rapport.\n")


def test_a_name_does_not_steer_the_terminal_or_the_layout():
    row = {"path": "\x1b[2J[red]x\n.pdf", "status": "failed", "error": "[bold]stuk"}

    assert shown(show_files, documents(row)) == (
        "1 bestand, waarvan 0 gelezen.\n  niet gelezen: \ufffd[2J[red]x\ufffd.pdf: [bold]stuk\n"
    )
    assert plain("café\u202e\t") == "café\ufffd\ufffd"
