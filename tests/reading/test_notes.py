"""Footnotes come after the text; small print that is none stays where it stands."""

import pytest

from leaterms.reading import BlockKind
from tests.reading.making import draw_pdf, read_bytes, write_lines

LONG = "Het college heeft in het voorjaar met de besturen over de verdeling van de middelen"


@pytest.fixture
def read(tmp_path):
    return lambda *pages: read_bytes(draw_pdf(*pages), tmp_path)


def page(notes, *, signs=(1,), text=LONG, raised=True, size=8):
    """A sentence with the signs of notes behind it, and small print at the foot."""

    def draw(canvas):
        write_lines([text], top=200)(canvas)
        end = 70 + canvas.stringWidth(text, "Helvetica", 11)
        canvas.setFont("Helvetica", 6)
        for index, sign in enumerate(signs):
            canvas.drawString(end + 4 * index, 204, str(sign))
        for index, (sign, note) in enumerate(notes):
            y = 120 - 20 * index
            canvas.setFont("Helvetica", 5 if raised else size)
            canvas.drawString(70, y + (3 if raised else 0), sign)
            canvas.setFont("Helvetica", size)
            canvas.drawString(76 if raised else 80, y, note)

    return draw


@pytest.mark.parametrize("raised", [True, False])
def test_notes_come_last_without_their_signs(read, raised):
    notes = [("1", "Zie de brief van het rijk."), ("2", "Bijlage 3 bij de nota.")]
    first = page(notes, signs=(1, 2), raised=raised)
    document = read(first, write_lines(["gesproken.", "Slot."], top=760))

    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, f"{LONG} gesproken."),
        (BlockKind.PARAGRAPH, "Slot."),
        (BlockKind.FOOTNOTE, "Zie de brief van het rijk."),
        (BlockKind.FOOTNOTE, "Bijlage 3 bij de nota."),
    ]


def test_a_note_over_two_lines_is_one(read):
    def draw(canvas):
        page([("1", "Zie de brief van het rijk over de middelen voor het onderwijs-")])(canvas)
        write_lines(["beleid van de gemeenten."], left=76, top=110, size=8)(canvas)
        write_lines([f"{LONG}."] * 3, top=760)(canvas)

    assert read(draw).blocks[-1].text == (
        "Zie de brief van het rijk over de middelen voor het onderwijsbeleid van de gemeenten."
    )


def test_a_star_is_a_sign_too(read):
    document = read(page([("*", "Onder voorbehoud.")], signs=("*",)))

    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, LONG),
        (BlockKind.FOOTNOTE, "Onder voorbehoud."),
    ]


def test_small_print_to_which_nothing_refers_is_text(read):
    document = read(page([("1", "Opening en mededelingen.")], signs=(), raised=False))

    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert "Opening en mededelingen." in document.text


def test_an_exponent_is_no_sign(read):
    document = read(page([("Oppervlakte", "van het schoolplein")], signs=(2,), raised=False))

    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
