"""Bullets that are drawn, as browsers print them."""

from leaterms.reading import BlockKind
from tests.reading.making import draw_pdf, pour, read_bytes
from tests.reading.prose import SHORT, THIRD

ITEMS = ("De besturen leveren hun cijfers aan.", THIRD, "De gemeente maakt een voorstel.")


def test_a_speck_before_a_text_makes_it_a_bullet(tmp_path):
    def draw(canvas):
        y = pour(canvas, SHORT, left=70, top=760, width=400)
        for index, item in enumerate(ITEMS):
            if index % 2:
                canvas.rect(76, y + 2, 3.5, 3.5, stroke=0, fill=1)
            else:
                canvas.circle(78, y + 3.5, 1.8, stroke=0, fill=1)
            y = pour(canvas, item, left=88, top=y, width=382)

    blocks = read_bytes(draw_pdf(draw), tmp_path).blocks

    assert [(b.text, b.kind) for b in blocks] == [
        (SHORT, BlockKind.PARAGRAPH),
        *((item, BlockKind.BULLET) for item in ITEMS),
    ]


def test_specks_within_and_below_text_are_none(tmp_path):
    def draw(canvas):
        pour(canvas, SHORT, left=70, top=760, width=400)
        canvas.circle(150, 763, 1.8, stroke=0, fill=1)  # over a word
        canvas.circle(78, 740, 1.8, stroke=0, fill=1)  # before nothing

    blocks = read_bytes(draw_pdf(draw), tmp_path).blocks

    assert [(b.text, b.kind) for b in blocks] == [(SHORT, BlockKind.PARAGRAPH)]
