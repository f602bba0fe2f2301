"""Boxes beside running text, as of a summary or the names of who attended."""

import pytest

from tests.reading.making import draw_pdf, pour, read_bytes
from tests.reading.prose import LONG, OTHER, THIRD

NAMES = ("Aanwezig", "Marit Hoogendoorn", "Peter de Bruin", "Fatma Yildirim", "Coen Dijkgraaf")
NOTE = (
    "De onderwijsraad adviseerde in 2023 om groepen in achterstandswijken kleiner te maken en "
    "om elk jaar te meten hoe scholen van elkaar verschillen."
)
WIDE, NARROW = 455, 290


def texts(document):
    return [block.text for block in document.blocks]


def draw_box(canvas, left, top, width, height, how):
    if how == "coloured":
        canvas.setFillGray(0.9)
        canvas.rect(left, top - height, width, height, stroke=0, fill=1)
        canvas.setFillGray(0)
    elif how == "framed":
        canvas.rect(left, top - height, width, height, stroke=1, fill=0)
    elif how == "ruled":
        for x in (left, left + width):
            canvas.line(x, top, x, top - height)
        for y in (top, top - height):
            canvas.line(left, y, left + width, y)


def names_at(canvas, left, top):
    canvas.setFont("Helvetica", 9)
    for index, name in enumerate(NAMES):
        canvas.drawString(left, top - 12 * index, name)


def text_beside(canvas, left, top, rows, indent=0.0):
    """A paragraph set narrow for some lines, then wide; where the next would begin."""
    from reportlab.lib.utils import simpleSplit  # noqa: PLC0415 (only to draw)

    words, y, printed = LONG.split(), top, 0
    canvas.setFont("Helvetica", 10)
    while words:
        width = NARROW if printed < rows else WIDE
        line = simpleSplit(" ".join(words), "Helvetica", 10, width)[0]
        canvas.drawString(left + (indent if printed < rows else 0), y, line)
        words = words[len(line.split()) :]
        y -= 13
        printed += 1
    return y


@pytest.mark.parametrize("how", ["coloured", "framed", "ruled", "bare"])
def test_a_box_at_the_right_is_read_where_the_paragraph_ends(tmp_path, how):
    def draw(canvas):
        y = pour(canvas, OTHER, left=70, top=760, width=WIDE) - 8
        draw_box(canvas, 380, y + 12, 145, 68, how)
        names_at(canvas, 388, y)
        y = text_beside(canvas, 70, y, 6) - 8
        pour(canvas, THIRD, left=70, top=y, width=WIDE)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [OTHER, LONG, *NAMES, THIRD]


@pytest.mark.parametrize("how", ["coloured", "framed"])
def test_a_box_at_the_left_is_read_before_the_text_that_begins_beside_it(tmp_path, how):
    def draw(canvas):
        y = pour(canvas, OTHER, left=70, top=760, width=WIDE) - 8
        draw_box(canvas, 70, y + 12, 145, 68, how)
        names_at(canvas, 78, y)
        y = text_beside(canvas, 70, y, 6, indent=160) - 8
        pour(canvas, THIRD, left=70, top=y, width=WIDE)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [OTHER, *NAMES, LONG, THIRD]


def test_the_lines_of_a_text_in_a_box_are_one_paragraph(tmp_path):
    def draw(canvas):
        y = pour(canvas, OTHER, left=70, top=760, width=WIDE) - 8
        draw_box(canvas, 380, y + 12, 145, 92, "coloured")
        pour(canvas, NOTE, left=388, top=y, width=129, size=9, pitch=12)
        y = text_beside(canvas, 70, y, 8) - 8
        pour(canvas, THIRD, left=70, top=y, width=WIDE)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [OTHER, LONG, NOTE, THIRD]


def test_a_bar_behind_a_heading_is_no_box(tmp_path):
    def draw(canvas):
        canvas.setFillGray(0.9)
        canvas.rect(66, 754, 460, 18, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(70, 760, "1. Opening")
        pour(canvas, LONG, left=70, top=735, width=WIDE)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == ["1. Opening", LONG]
