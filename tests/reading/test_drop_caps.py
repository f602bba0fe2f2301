"""Texts that begin with a letter of several lines high."""

import pytest
from reportlab.lib.utils import simpleSplit

from tests.reading.making import draw_pdf, pour, read_bytes
from tests.reading.prose import LONG, OTHER, THIRD


def draw_initial(canvas, text, top, *, lines=2, letter=1, size=10, pitch=13):
    """`text` with its first letters `lines` lines high; where the next paragraph begins."""
    high = (pitch * (lines - 1) + 0.7 * size) / 0.72
    canvas.setFont("Times-Bold", high)
    canvas.drawString(70, top - pitch * (lines - 1), text[:letter])
    indent = canvas.stringWidth(text[:letter], "Times-Bold", high) + 4
    words, y = text[letter:].split(), top
    canvas.setFont("Helvetica", size)
    count = 0
    while words:
        shift = indent if count < lines else 0
        line = simpleSplit(" ".join(words), "Helvetica", size, 420 - shift)[0]
        canvas.drawString(70 + shift, y, line)
        words = words[len(line.split()) :]
        y -= pitch
        count += 1
    return y


def texts(document):
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_a_large_first_letter_goes_before_its_word(tmp_path, lines):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(70, 780, "1. Opening")
        y = draw_initial(canvas, LONG, 755, lines=lines) - 8
        pour(canvas, THIRD, left=70, top=y, width=420)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == ["1. Opening", LONG, THIRD]


def test_a_word_of_one_letter_stays_a_word(tmp_path):
    text = f"U ontvangt dit verslag omdat u zich daarvoor hebt aangemeld. {OTHER}"

    def draw(canvas):
        draw_initial(canvas, text, 755)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == [text]


def test_a_large_letter_that_nothing_stands_beside_is_left_as_it_is(tmp_path):
    def draw(canvas):
        canvas.setFont("Times-Bold", 30)
        canvas.drawString(70, 760, "A")
        pour(canvas, LONG, left=70, top=700, width=420)

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert texts(document) == ["A", LONG]
