"""Pages of several columns: which text belongs to which, and what stands over all."""

import pytest
from reportlab.lib.utils import simpleSplit

from tests.reading.making import draw_pdf, pour, read_bytes
from tests.reading.prose import LONG, OTHER, SHORT, THIRD

LEFT, RIGHT, WIDTH = 60, 310, 225


def texts(document):
    return [block.text for block in document.blocks]


def heading(canvas, text, top):
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(LEFT, top, text)
    return top - 20


def balanced(canvas, text, top):
    """A text in two columns of one height; where what follows may begin."""
    lines = simpleSplit(text, "Helvetica", 10, WIDTH)
    half = (len(lines) + 1) // 2
    canvas.setFont("Helvetica", 10)
    for index, line in enumerate(lines):
        x, row = (LEFT, index) if index < half else (RIGHT, index - half)
        canvas.drawString(x, top - 13 * row, line)
    return top - 13 * half - 16


def test_short_headings_over_both_columns_stand_between_what_they_part(tmp_path):
    def draw(canvas):
        top = 770
        for title, text in (
            ("1. Spreiding", LONG),
            ("2. Passend onderwijs", f"{OTHER} {THIRD}"),
            ("3. Vve", f"{THIRD} {LONG}"),
        ):
            top = balanced(canvas, text, heading(canvas, title, top))

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [
        "1. Spreiding", LONG, "2. Passend onderwijs", f"{OTHER} {THIRD}", "3. Vve",
        f"{THIRD} {LONG}",
    ]  # fmt: skip


def test_headings_within_a_column_stay_there(tmp_path):
    def column(canvas, left, parts):
        top = 770
        for title, text in parts:
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(left, top, title)
            top = pour(canvas, text, left=left, top=top - 15, width=WIDTH) - 9

    lefts = (("1. Spreiding", LONG), ("2. Onderwijs", OTHER), ("3. Vve", THIRD))
    rights = (("4. Gebouwen", f"{THIRD} {OTHER}"), ("5. Rondvraag", LONG))

    def draw(canvas):
        column(canvas, LEFT, lefts)
        column(canvas, RIGHT, rights)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [text for part in (*lefts, *rights) for text in part]


def test_a_second_column_of_two_lines_is_read_after_the_first(tmp_path):
    note = "Vastgesteld door het overleg op 11 februari en daarna door het college."

    def draw(canvas):
        top = pour(canvas, LONG, left=LEFT, top=770, width=WIDTH) - 8
        top = pour(canvas, OTHER, left=LEFT, top=top, width=WIDTH) - 8
        pour(canvas, THIRD, left=LEFT, top=top, width=WIDTH)
        pour(canvas, note, left=RIGHT, top=765, width=WIDTH)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [LONG, OTHER, THIRD, note]


def test_a_column_that_ends_early_is_read_to_its_end(tmp_path):
    def draw(canvas):
        top = pour(canvas, LONG, left=LEFT, top=770, width=WIDTH) - 8
        top = pour(canvas, OTHER, left=LEFT, top=top, width=WIDTH) - 8
        top = pour(canvas, f"{THIRD} {LONG}", left=LEFT, top=top, width=WIDTH) - 20
        pour(canvas, f"{OTHER} {SHORT}", left=RIGHT, top=766, width=WIDTH)
        pour(canvas, LONG, left=LEFT, top=heading(canvas, "4. Rondvraag", top), width=475)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [
        LONG, OTHER, f"{THIRD} {LONG}", f"{OTHER} {SHORT}", "4. Rondvraag", LONG,
    ]  # fmt: skip


def test_the_last_page_needs_less_proof_of_columns(tmp_path):
    words = f"{LONG} {OTHER} {THIRD} {LONG} {OTHER}"

    def first(canvas):
        for left in (LEFT, RIGHT):
            pour(canvas, words, left=left, top=770, width=WIDTH)

    def second(canvas):
        pour(canvas, SHORT, left=LEFT, top=770, width=WIDTH)
        pour(canvas, THIRD, left=RIGHT, top=766, width=WIDTH)

    document = read_bytes(draw_pdf(first, second), tmp_path)

    assert texts(document) == [words, words, SHORT, THIRD]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_columns_on_a_turned_page(tmp_path, turn):
    def draw(canvas):
        canvas.setPageRotation(turn)
        width, height = 595.28, 841.89  # reportlab turns the paper together with the page
        canvas.translate(*{90: (height, 0), 180: (width, height), 270: (0, width)}[turn])
        canvas.rotate(turn if turn != 270 else -90)
        for left, text in ((60, f"{LONG} {OTHER}"), (310, f"{THIRD} {LONG}")):
            pour(canvas, text, left=left, top=770, width=WIDTH)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [f"{LONG} {OTHER}", f"{THIRD} {LONG}"]
    assert document.blocks[0].sources[0].box is not None


def test_small_print_level_with_a_heading_of_the_next_column_is_no_raised_text(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(LEFT, 766, "6. Rondvraag")
        pour(canvas, f"{LONG} {OTHER}", left=RIGHT, top=770, width=WIDTH, size=9, pitch=12)
        pour(canvas, f"{OTHER} {THIRD}", left=LEFT, top=742, width=WIDTH, size=9, pitch=12)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == ["6. Rondvraag", f"{OTHER} {THIRD}", f"{LONG} {OTHER}"]


def test_bullets_of_short_points_do_not_hide_the_columns(tmp_path):
    """A mark stands apart before its line; it is none of the lines that fill a column."""
    points = [SHORT, SHORT, THIRD, SHORT, OTHER]

    def draw(canvas):
        for x, titles in ((LEFT, ("A. Opening", "B. Vve")), (RIGHT, ("C. Toelating", "D. Slot"))):
            top = 770
            for title in titles:
                canvas.setFont("Helvetica-Bold", 11)
                canvas.drawString(x, top, title)
                canvas.setFont("Helvetica", 10)
                top -= 17
                for point in points:
                    canvas.drawString(x + 3, top, "\u2022")
                    for line in simpleSplit(point, "Helvetica", 10, WIDTH - 20):
                        canvas.drawString(x + 20, top, line)
                        top -= 13
                    top -= 3

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [
        "A. Opening", *points, "B. Vve", *points, "C. Toelating", *points, "D. Slot", *points,
    ]  # fmt: skip


def test_headings_in_small_capitals_have_one_size(tmp_path):
    """Of which more letters are, capitals or those of small letters, says nothing."""

    def draw(canvas):
        top = 770
        for parts in (
            (("09.30 W", 12), ("ARM WORDEN", 9.6)),
            (("09.45 S", 12), ("TOELEN TELLEN", 9.6)),
            (("10.30 G", 12), ("ELD", 9.6)),
        ):
            x = LEFT
            for text, size in parts:
                canvas.setFont("Helvetica-Bold", size)
                canvas.drawString(x, top, text)
                x += canvas.stringWidth(text, "Helvetica-Bold", size)
            canvas.setFont("Helvetica", 11)
            top -= 18
            for line in simpleSplit(LONG, "Helvetica", 11, 450):
                canvas.drawString(LEFT, top, line)
                top -= 14
            top -= 12

    blocks = read_bytes(draw_pdf(draw), tmp_path).blocks

    assert [(b.text, b.size) for b in blocks if b.bold] == [
        ("09.30 WARM WORDEN", 12.0),
        ("09.45 STOELEN TELLEN", 12.0),
        ("10.30 GELD", 12.0),
    ]
