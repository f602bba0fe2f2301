"""Tables without any ruling line, their rows told by the numbers in front."""

import pytest

from leaterms.reading import BlockKind
from tests.reading.making import draw_pdf, read_bytes

COLUMNS = (70, 110, 240)


@pytest.fixture
def read(tmp_path):
    return lambda *pages: read_bytes(draw_pdf(*pages), tmp_path)


def table(*lines, top=760):
    """Lines of cells, 14 points apart; None is white space, a pair gives a cell its left edge."""

    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        y = top
        for line in lines:
            for left, cell in zip(COLUMNS, line or (), strict=False):
                if cell:
                    x, text = cell if isinstance(cell, tuple) else (left, cell)
                    canvas.drawString(x, y, text)
            y -= 14 if line else 8

    return draw


def rows_of(document):
    return [block.text for block in document.blocks if block.kind is BlockKind.ROW]


FIRST = (
    ("1.", "Opening", "De voorzitter opent de vergadering om negen uur en heet"),
    ("", "", "iedereen welkom."),
)


def test_a_further_paragraph_of_a_cell_belongs_to_its_row(read):
    document = read(
        table(
            *FIRST,
            None,
            ("", "", "Het verslag van juni is zonder wijzigingen vastgesteld."),
            None,
            ("2.", "Peuters", "Het bereik is gestegen."),
        )
    )

    assert rows_of(document) == [
        (
            "1. | Opening | De voorzitter opent de vergadering om negen uur en heet "
            "iedereen welkom. "
            "Het verslag van juni is zonder wijzigingen vastgesteld."
        ),
        "2. | Peuters | Het bereik is gestegen.",
    ]
    assert document.blocks[0].breaks == (document.blocks[0].text.index("Het verslag van juni"),)


def test_bullets_in_a_cell_belong_to_its_row(read):
    document = read(
        table(
            *FIRST,
            ("2.", "Peuters", "Het bereik is gestegen."),
            ("", "", (258, "de inspectie komt in mei;")),
            ("", "", (258, "de folder is klaar.")),
            ("3.", "Sluiting", "De voorzitter sluit om elf uur."),
        )
    )

    assert rows_of(document)[1:] == [
        "2. | Peuters | Het bereik is gestegen. de inspectie komt in mei; de folder is klaar.",
        "3. | Sluiting | De voorzitter sluit om elf uur.",
    ]


def test_a_bullet_apart_from_its_text_is_no_cell(read):
    def bullet(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(244, 732, "•")

    first = table(*FIRST, ("", "", (262, "de folder is klaar.")))
    second = table(("2.", "Peuters", "Het bereik is gestegen."), top=718)
    document = read(lambda canvas: [draw(canvas) for draw in (first, bullet, second)])

    assert rows_of(document) == [
        (
            "1. | Opening | De voorzitter opent de vergadering om negen uur en heet "
            "iedereen welkom. "
            "de folder is klaar."
        ),
        "2. | Peuters | Het bereik is gestegen.",
    ]


def test_a_title_may_hold_the_number(read):
    document = read(
        table(
            ("1. Opening en", "", "De voorzitter opent de vergadering om negen uur en heet"),
            ("mededelingen", "", "iedereen welkom."),
            None,
            ("", "", "Het verslag van juni is vastgesteld."),
            None,
            ("2. Peuters", "", "Het bereik is gestegen."),
        )
    )

    assert rows_of(document) == [
        (
            "1. Opening en mededelingen | De voorzitter opent de vergadering om negen uur en heet "
            "iedereen welkom. Het verslag van juni is vastgesteld."
        ),
        "2. Peuters | Het bereik is gestegen.",
    ]


def test_a_table_goes_on_overleaf(read):
    document = read(
        table(*FIRST, ("2.", "Peuters en", "Het bereik is gestegen, maar de groepen zijn")),
        table(
            ("", "kleuters", "nog niet vol."),
            None,
            ("", "", "De folder is klaar."),
            None,
            ("3.", "Sluiting", "De voorzitter sluit om elf uur."),
        ),
    )

    assert rows_of(document)[1:] == [
        (
            "2. | Peuters en kleuters | Het bereik is gestegen, maar de groepen zijn nog niet "
            "vol. "
            "De folder is klaar."
        ),
        "3. | Sluiting | De voorzitter sluit om elf uur.",
    ]


def test_rows_without_numbers_are_not_put_together(read):
    document = read(
        table(
            ("J. Smit", "", "Stichting Kade, bestuurder"),
            None,
            ("", "", "Vereniging De Linde, bestuurder"),
            None,
            ("K. de Wit", "", "gemeente"),
        )
    )

    assert len(rows_of(document)) == 3
