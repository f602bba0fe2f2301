"""Agendas that stand in one cell of a table."""

import pytest

from leaterms.reading import Block, BlockKind, Source
from leaterms.structure import read_record
from tests.structure.builders import block, document, row

HEAD = ("Uitnodiging LEA-overleg", "Datum: 3 maart 2022")


def row_of(*cells: tuple[str, ...]) -> Block:
    """A row of cells with one or more paragraphs each, every paragraph with its own source."""
    text, spans, breaks, sources = "", [], [], []
    for cell in cells:
        text += " | " if text else ""
        start = len(text)
        for position, paragraph in enumerate(cell):
            text += " " if position else ""
            if position:
                breaks.append(len(text))
            sources.append(Source(len(text), None, 100 + len(sources)))
            text += paragraph
        spans.append((start, len(text)))
    return Block(
        text, BlockKind.ROW, tuple(sources), size=10.0, cells=tuple(spans), breaks=tuple(breaks)
    )


def items(*blocks):
    made = [*document(*HEAD).blocks, *blocks]
    record = read_record(document(*made))
    return [(item.number, item.title) for item in record.items[1:]]


@pytest.mark.parametrize("label", ["Agenda", "Agendapunten:", "Programma"])
@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("1. Opening", "2. Peuters", "3. Rondvraag"), ("1", "2", "3")),
        (("14.00 uur Opening", "14.10 uur Peuters", "15.00 uur Rondvraag"), ("", "", "")),
        (("Opening", "Peuters", "Rondvraag"), ("", "", "")),
    ],
)
def test_an_agenda_beside_its_label_gives_its_items(label, lines, numbers):
    found = items(row("Tijd", "14.00 uur"), row_of((label,), lines), row("Bijlagen", "geen"))

    assert found == list(zip(numbers, ("Opening", "Peuters", "Rondvraag"), strict=True))


def test_those_present_in_a_cell_are_no_items():
    assert items(row_of(("Aanwezig",), ("1. A. Bos", "2. B. Kok", "3. C. Vis"))) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [("Tijd", ("14.00", "14.10", "15.00")), ("Nr", ("1", "2", "3")), ("Nr", ("1.", "2.", "3."))],
)
def test_lines_that_stand_beside_each_other_are_rows(name, first):
    found = items(
        row(name, "Onderwerp", "Wie"),
        row_of(first, ("Opening", "Peuters", "Rondvraag"), ("Bos", "Kok", "allen")),
    )

    assert [title for _, title in found] == ["Opening", "Peuters", "Rondvraag"]


def test_each_line_keeps_its_place():
    agenda = row_of(("Agenda",), ("1. Opening", "2. Peuters", "3. Rondvraag"))
    doc = document("Uitnodiging LEA-overleg")
    record = read_record(type(doc)("docx", None, (*doc.blocks, agenda)))

    assert [item.title_sources[0].paragraph for item in record.items[1:]] == [101, 102, 103]


def test_points_in_a_cell_of_minutes_stay_there():
    points = ("1. Eerst de folder.", "2. Dan de brief.", "3. Daarna het gesprek.")
    found = items(
        row("Nr", "Onderwerp", "Besproken"),
        row_of(("1",), ("Opening",), points),
        row("2", "Peuters", "Veel."),
    )

    assert found == [("1", "Opening"), ("2", "Peuters")]


@pytest.mark.parametrize("mark", ["1. {}|2. {}|3. {}", "{}|{}|{}"])
def test_a_row_of_one_cell_is_the_heading_of_the_rows_below_it(mark):
    marks = mark.split("|")
    blocks = []
    for number, title in zip(marks, ("Opening", "Peuters", "Rondvraag"), strict=True):
        blocks += [
            row(number.format(title), bold=True),
            row("Besproken", "De voorzitter vertelt wat er is gebeurd."),
            row("Actie", "Bos belt."),
        ]

    assert [title for _, title in items(*blocks)] == ["Opening", "Peuters", "Rondvraag"]


def test_a_number_and_an_hour_may_stand_before_a_title():
    found = items(*map(block, ("1. 14.00 uur Opening", "2. 14.10 uur Geld", "3. 15.00 uur Zomer")))

    assert found == [("1", "Opening"), ("2", "Geld"), ("3", "Zomer")]


def test_minutes_in_one_cell_give_their_items():
    told = "De voorzitter opent de vergadering en heet iedereen welkom in de zaal."
    page = tuple(t for n in (1, 2, 3) for t in (f"{n}. Punt {'abc'[n - 1]}", told))

    assert items(row("Bespreking", "Actie"), row_of(page, ("Bos: brief", "Kok: folder"))) == [
        ("1", "Punt a"),
        ("2", "Punt b"),
        ("3", "Punt c"),
    ]
