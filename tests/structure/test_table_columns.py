"""Tables of items in layouts without a header, and cells that hold more than a title."""

import pytest

from leaterms.reading import Block, BlockKind, Source
from leaterms.structure import read_record
from tests.structure.builders import block, document, minutes, row

HEAD = "Verslag LEA-overleg\n3 maart 2022\nAanwezig: A. Bos (wethouder), B. Kok (De Wilg)\n"
AGENDA = "Agenda LEA-overleg\n3 maart 2022\n"
TEXT = "De voorzitter opent de vergadering en heet iedereen welkom in de raadzaal."


def items(source):
    return [
        (item.number, item.title, item.text) for item in read_record(minutes(source)).items[1:]
    ]


def cell_of(*paragraphs, before="", after="") -> Block:
    """A row whose middle cell has several paragraphs."""
    text = f"{before} | " if before else ""
    start, breaks = len(text), []
    for position, paragraph in enumerate(paragraphs):
        text += " " if position else ""
        if position:
            breaks.append(len(text))
        text += paragraph
    cells = [(0, len(before))] if before else []
    cells.append((start, len(text)))
    joint = len(text) + 3 if after else len(text)  # an empty cell has no bar before it
    cells.append((joint, joint + len(after)))
    text += f" | {after}" if after else ""
    return Block(
        text, BlockKind.ROW, (Source(0),), size=10.0, cells=tuple(cells), breaks=tuple(breaks)
    )


@pytest.mark.parametrize("mark", ["{}.", "{}", "{})", "Agendapunt {}:", "Ad {}."])
def test_number_and_title_in_one_cell_with_the_text_at_the_right_are_items(mark):
    titles = ("Opening, verslag en mededelingen", "Peuters", "Geld", "Rondvraag")
    rows = (f"| {mark.format(n)} {title} | {TEXT} |" for n, title in enumerate(titles, 1))

    assert items(HEAD + "\n".join(rows)) == [
        (str(n), title, TEXT) for n, title in enumerate(titles, 1)
    ]


def test_a_long_cell_may_go_on_below_its_row():
    source = f"| 1. Opening | {TEXT} |\n- de folder\n- de brief\n| 2. Geld | {TEXT} |\n"

    assert items(f"{HEAD}{source}| 3. Zomer | {TEXT} |") == [
        ("1", "Opening", f"{TEXT}\nde folder\nde brief"),
        ("2", "Geld", TEXT),
        ("3", "Zomer", TEXT),
    ]


def test_a_row_without_number_goes_on_with_the_item_above_it():
    source = f"| 1. Opening | {TEXT} |\n| 2. Geld | {TEXT} |\n| vervolg | Meer. |\n"

    assert items(f"{HEAD}{source}| 3. Zomer | {TEXT} |")[1] == (
        "2",
        "Geld",
        f"{TEXT}\nvervolg | Meer.",
    )


def test_the_table_of_items_may_stand_right_below_another():
    head = "Agenda LEA-overleg\n| Datum | 3 maart 2022 |\n| Plaats | raadzaal |\n"
    rows = "| 1 | Opening | |\n| 2 | Peuters | bijlage 1 |\n| 3 | Rondvraag | |"

    assert [item[:2] for item in items(head + rows)] == [
        ("1", "Opening"),
        ("2", "Peuters"),
        ("3", "Rondvraag"),
    ]


def test_text_below_a_title_in_its_cell_is_the_text_of_the_item():
    rows = [
        cell_of(f"{number}. {title}", TEXT, after="Bos: brief")
        for number, title in enumerate(("Opening", "Peuters", "Rondvraag"), 1)
    ]
    found = read_record(document(*map(block, HEAD.splitlines()), *rows)).items[1:]

    assert [(item.title, item.text) for item in found] == [
        (title, f"{TEXT} | Bos: brief") for title in ("Opening", "Peuters", "Rondvraag")
    ]


@pytest.mark.parametrize("points", [("2.1 bereik", "2.2 geld"), ("a. bereik",), ("- bereik",)])
def test_points_below_a_title_in_its_cell_are_no_part_of_it(points):
    doc = document(
        *map(block, AGENDA.splitlines()),
        row("Nr", "Onderwerp", "Duur"),
        row("1", "Opening", "5 min"),
        cell_of("Peuters", *points, before="2", after="30 min"),
        row("3", "Rondvraag", "5 min"),
    )
    item = read_record(doc).items[2]

    assert (item.title, item.text) == ("Peuters", f"{' '.join(points)} | 30 min")


def test_a_title_on_two_lines_of_its_cell_is_one():
    doc = document(
        *map(block, AGENDA.splitlines()),
        row("Nr", "Onderwerp", "Duur"),
        row("1", "Opening", "5 min"),
        cell_of("Peuters en kleuters", "in de dorpen", before="2", after="30 min"),
    )

    assert read_record(doc).items[2].title == "Peuters en kleuters in de dorpen"


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| Tijd | Onderwerp | Wie | Bijlage |\n| 19.30 - 19.40 uur | Opening | Bos | |\n"
            "| 19.40 - 20.00 uur | Peuters | Kok | 1 |\n| 20.00 - 20.10 uur | Rondvraag | | |"
        ),
        (
            "| Tijd | Wat | Wie |\n| 19.30 | Opening | Bos |\n| 19.40 | Peuters | Kok |\n"
            "| 20.00 | Rondvraag | allen |"
        ),
        "| Programma | Duur |\n| Opening | 10 min |\n| Peuters | 20 min |\n| Rondvraag | 10 min |",
        "| 19.30 | Opening | 10 min |\n| 19.40 | Peuters | 20 min. |\n| 20.00 | Rondvraag | 10' |",
        (
            "| 19:30 - 19:40 | 10 minuten | Opening |\n| 19:40 - 20:00 | 20 minuten | Peuters |\n"
            "| 20:00 - 20:10 | 10 minuten | Rondvraag |"
        ),
    ],
)
def test_the_rows_of_a_programme_are_items(rows):
    assert [item[:2] for item in items(AGENDA + rows)] == [
        ("", "Opening"),
        ("", "Peuters"),
        ("", "Rondvraag"),
    ]


@pytest.mark.parametrize("order", ["| {n} | {hour} | {title} |", "| {hour} | {n}. | {title} |"])
def test_the_rows_of_a_programme_may_have_a_number_beside_the_hour(order):
    rows = (
        order.format(n=n, hour=f"15.{n}0 uur", title=title)
        for n, title in enumerate(("Opening", "Peuters", "Rondvraag"), 1)
    )

    assert [item[:2] for item in items(AGENDA + "\n".join(rows))] == [
        ("1", "Opening"),
        ("2", "Peuters"),
        ("3", "Rondvraag"),
    ]


def test_a_list_of_actions_without_header_gives_no_items_beside_headings():
    actions = "| 1. Brief sturen | Bos |\n| 2. Bellen | Kok |\n| 3. Zaal boeken | Bos |"
    source = f"## 1. Opening\n{TEXT}\n## 2. Geld\n{TEXT}\n## 3. Zomer\n{actions}"

    assert [item[:2] for item in items(HEAD + source)] == [
        ("1", "Opening"),
        ("2", "Geld"),
        ("3", "Zomer"),
    ]


def test_a_table_of_opening_hours_is_no_agenda():
    hours = "| De Wilg | 8.30 - 14.00 |\n| De Eik | 8.15 - 14.00 |\n| De Es | 8.30 - 14.30 |"
    source = f"## 1. Opening\n{TEXT}\n{hours}\n## 2. Geld\n{TEXT}"

    assert [item[:2] for item in items(HEAD + source)] == [("1", "Opening"), ("2", "Geld")]


def test_a_row_without_the_empty_cells_at_its_end_is_an_item_in_its_turn():
    rows = "\n".join(
        (
            "| Nr | Onderwerp | Besproken | Actie |",
            f"| 1 | Opening | {TEXT} | Bos |",
            f"| 2 | Peuters | {TEXT} |",
            f"| 3 | Geld | {TEXT} | Kok |",
        )
    )

    assert [item[1] for item in items(HEAD + rows)] == ["Opening", "Peuters", "Geld"]


def test_shorter_rows_that_count_anew_are_those_of_a_table_within_the_item():
    rows = "\n".join(
        (
            "| Nr | Onderwerp | Besproken | Actie |",
            f"| 1 | Opening | {TEXT} | |",
            "| 1 | Folder | Bos |",
            "| 2 | Brief | Kok |",
            f"| 2 | Peuters | {TEXT} | |",
        )
    )

    assert [item[1] for item in items(HEAD + rows)] == ["Opening", "Peuters"]


def test_the_names_of_columns_read_as_a_line_are_no_heading():
    source = f"## Opening\n{TEXT}\n## Nr Onderwerp Stand\n1 Brief, klaar.\n## Geld\n{TEXT}"

    assert [item[1] for item in items(HEAD + source)] == ["Opening", "Geld"]


@pytest.mark.parametrize("number", ["{}. ", ""])
def test_minutes_beside_a_column_of_actions_give_their_items(number):
    rows = [
        cell_of(number.format(count) + title, TEXT, after="Bos" if count == 2 else "")
        for count, title in enumerate(("Opening", "Peuters", "Geld", "Rondvraag"), 1)
    ]
    doc = document(*map(block, HEAD.splitlines()), row("Verslag", "Actie"), *rows)
    found = read_record(doc).items[1:]

    assert [(item.title, item.text.split(" | ")[0]) for item in found] == [
        (title, TEXT) for title in ("Opening", "Peuters", "Geld", "Rondvraag")
    ]


def test_a_row_with_a_remark_below_a_numbered_one_is_no_item():
    rows = "| 14.00 | 1. Opening |\n| 14.10 | 2. Geld |\n| | Door Bos |\n| 15.00 | 3. Zomer |"

    assert items(AGENDA + rows) == [
        ("1", "Opening", "14.00"),
        ("2", "Geld", "14.10\n | Door Bos"),
        ("3", "Zomer", "15.00"),
    ]


def test_a_table_of_thousands_of_rows_is_read_in_no_time():
    many = [row("1", f"tekst {number}", "nog wat") for number in range(3000)]
    found = read_record(document("Bijlage", *many))

    assert [item.index for item in found.items] == [-1]


def test_items_with_a_bare_letter_go_on_below_a_table_within_one_of_them():
    source = (
        f"{HEAD}"
        "| Nr | Onderwerp | Besproken |\n"
        f"| | A Verslag | {TEXT} |\n"
        f"| | B Peuters | {TEXT} |\n"
        "| Besluit | Wie | Wanneer |\n"
        "| Folder herdrukken | Noor | mei |\n"
        f"| | C Vervoer | {TEXT} |\n"
    )
    assert [item[:2] for item in items(source)] == [
        ("A", "Verslag"),
        ("B", "Peuters"),
        ("C", "Vervoer"),
    ]
