"""Tables that nothing is drawn for, as web pages print them."""

import pytest
from reportlab.lib.utils import simpleSplit

from leaterms.reading import BlockKind
from tests.reading.making import draw_pdf, read_bytes
from tests.reading.prose import LONG, OTHER, SHORT, THIRD

LEFTS = (60, 95, 200, 430)
WIDTHS = (20, 90, 215, 100)
HEAD = ("Nr", "Onderwerp", "Besproken", "Actie")
ROWS = (
    ("1", "Opening en vaststelling van de agenda", SHORT, ""),
    ("2", "Spreiding van leerlingen", LONG, "Cijfers opvragen (gemeente, 1 mei 2024)"),
    ("3", "Passend onderwijs", OTHER, "Verdeling bespreken (besturen, juni 2024)"),
)
PITCH, APART = 13, 14


def joined(row):
    return " | ".join(cell for cell in row if cell)


def rows_of(document):
    return [block.text for block in document.blocks if block.kind is BlockKind.ROW]


def draw_row(canvas, row, top, how, *, colour=None, lefts=LEFTS, widths=WIDTHS):
    """A row of cells set at the top, in the middle or at the foot; its foot."""
    cells = [
        simpleSplit(cell, "Helvetica", 9.5, width) for cell, width in zip(row, widths, strict=True)
    ]
    most = max(map(len, cells))
    if colour is not None:
        canvas.setFillGray(colour)
        canvas.rect(lefts[0] - 4, top - PITCH * (most - 1) - 10, 480, PITCH * most + 6, 0, 1)
        canvas.setFillGray(0)
    canvas.setFont("Helvetica", 9.5)
    for left, lines in zip(lefts, cells, strict=True):
        down = {"top": 0.0, "middle": (most - len(lines)) / 2, "foot": most - len(lines)}[how]
        for index, line in enumerate(lines):
            canvas.drawString(left, top - PITCH * (index + down), line)
    return top - PITCH * most


@pytest.mark.parametrize("how", ["top", "middle", "foot"])
def test_cells_that_begin_at_different_heights_are_one_row(tmp_path, how):
    def draw(canvas):
        top = 740
        for row in (HEAD, *ROWS):
            top = draw_row(canvas, row, top, how) - APART

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert rows_of(document) == [joined(row) for row in (HEAD, *ROWS)]


def test_coloured_rows_need_no_white_between_them(tmp_path):
    def draw(canvas):
        top = 740
        for index, row in enumerate((HEAD, *ROWS)):
            top = draw_row(canvas, row, top, "middle", colour=0.9 if index % 2 else 0.97) - 6

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert rows_of(document) == [joined(row) for row in (HEAD, *ROWS)]


def test_a_row_goes_on_overleaf_though_its_first_cells_are_empty_there(tmp_path):
    lines = simpleSplit(f"{LONG} {THIRD}", "Helvetica", 9.5, WIDTHS[2])
    before = " ".join(lines[:6])

    def first(canvas):
        top = 160
        for row in (HEAD, ROWS[0]):
            top = draw_row(canvas, row, top, "top") - APART
        draw_row(canvas, ("2", "Spreiding", before, ""), top, "top")

    def second(canvas):
        top = draw_row(canvas, ("", "", " ".join(lines[6:]), ""), 770, "top") - APART
        draw_row(canvas, ("3", "Rondvraag", SHORT, "Geen (niemand, nooit)"), top, "top")

    document = read_bytes(draw_pdf(first, second), tmp_path)

    assert rows_of(document) == [
        joined(HEAD),
        joined(ROWS[0]),
        f"2 | Spreiding | {LONG} {THIRD}",
        f"3 | Rondvraag | {SHORT} | Geen (niemand, nooit)",
    ]


def test_paragraphs_of_a_cell_stand_apart_less_than_rows_do(tmp_path):
    def draw(canvas):
        top = 740
        for row in (HEAD, *ROWS):
            foot = draw_row(canvas, row, top, "top")
            if row in ROWS[1:]:
                foot = draw_row(canvas, ("", "", THIRD, ""), foot - 8, "top")
            top = foot - 20

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert rows_of(document) == [
        joined(HEAD),
        joined(ROWS[0]),
        *(joined((*row[:2], f"{row[2]} {THIRD}", row[3])) for row in ROWS[1:]),
    ]


def test_two_columns_of_running_text_are_no_table(tmp_path):
    def draw(canvas):
        top = 740
        for left_text, right_text in ((LONG, OTHER), (THIRD, LONG)):
            feet = [
                draw_row(canvas, (text,), top, "top", lefts=(left,), widths=(215,))
                for left, text in ((60, left_text), (310, right_text))
            ]
            top = min(feet) - APART

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert rows_of(document) == []


def test_a_list_of_names_in_two_columns_is_a_row_a_name(tmp_path):
    people = [
        ("Marit Hoogendoorn", "wethouder onderwijs"),
        ("Coen Dijkgraaf", "Kinderopvang Zonnehof"),
        ("Ellen Vrieling", "samenwerkingsverband Plein 12"),
        ("Bas Terpstra", "gemeente, verslag"),
    ]

    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for index, (name, of) in enumerate(people):
            canvas.drawString(70, 740 - 14 * index, name)
            canvas.drawString(170, 740 - 14 * index, of)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert rows_of(document) == [" | ".join(person) for person in people]


@pytest.mark.parametrize("how", ["top", "foot"])
def test_one_row_overleaf_is_a_row_of_the_table_before_it(tmp_path, how):
    def first(canvas):
        top = 260
        for row in (HEAD, *ROWS[:2]):
            top = draw_row(canvas, row, top, how) - APART

    def second(canvas):
        draw_row(canvas, ROWS[2], 770, how)

    document = read_bytes(draw_pdf(first, second), tmp_path)

    assert rows_of(document) == [joined(row) for row in (HEAD, *ROWS)]


def test_a_heading_in_the_middle_parts_tables_below_each_other(tmp_path):
    titles = ("1 Opening", "2 Spreiding van leerlingen", "3 Vve")
    rows = (("Besproken", LONG), ("Besproken", OTHER), ("Besluit", SHORT), ("Actie", "-"))

    def draw(canvas):
        top = 760
        for title in titles:
            canvas.setFont("Helvetica-Bold", 12)
            canvas.drawCentredString(297, top, title)
            top -= 20
            for row in rows:
                top = draw_row(canvas, row, top, "top", lefts=(60, 120), widths=(50, 400)) - 4
            top -= 12

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert [b.text for b in document.blocks if b.bold] == list(titles)
    assert rows_of(document) == [joined(row) for row in rows] * 3


def test_a_heading_over_the_middle_column_is_no_row(tmp_path):
    titles = ("1 Opening", "2 Spreiding", "3 Vve")
    head = ("Besproken", "Besluit", "Actie")
    cells = (LONG, SHORT, "De gemeente vraagt de cijfers op.")

    def draw(canvas):
        top = 760
        for title in titles:
            canvas.setFont("Helvetica-Bold", 12)
            canvas.drawCentredString(315, top, title)
            top -= 22
            for row in (head, cells):
                lefts = (60, 250, 400)
                top = draw_row(canvas, row, top, "top", lefts=lefts, widths=(170, 130, 130))
                top -= APART

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert [b.text for b in document.blocks if b.bold] == list(titles)
    assert rows_of(document) == [joined(head), joined(cells)] * 3
