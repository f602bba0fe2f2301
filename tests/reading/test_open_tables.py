"""Tables with rules between their rows only."""

import pytest

from leaterms.reading import BlockKind
from tests.reading.making import draw_pdf, read_bytes, write_lines

RULES = (716, 690, 650, 624, 598)


@pytest.fixture
def read(tmp_path):
    return lambda *pages: read_bytes(draw_pdf(*pages), tmp_path)


def rules(*heights, left=66, right=520):
    def draw(canvas):
        for y in heights:
            canvas.line(left, y, right, y)

    return draw


def together(*drawings):
    def draw(canvas):
        for each in drawings:
            each(canvas)

    return draw


def cells(*rows):
    """Rows of cells of one line or two, between `RULES`."""
    drawn = []
    for top, row in zip(RULES, rows, strict=False):
        for left, cell in zip((70, 110, 360), row, strict=False):
            drawn.append(write_lines(cell.split("\n"), left=left, top=top - 14, size=10, pitch=12))
    return together(*drawn)


ROWS = (
    ("Nr", "Actie", "Wie"),
    ("1", "Cijfers opvragen bij\nde besturen van de scholen", "gemeente"),
    ("2", "Folder maken", "besturen"),
    ("3", "Brief schrijven", "gemeente"),
)


def rows_of(document):
    return [block.text for block in document.blocks if block.kind is BlockKind.ROW]


def test_what_stands_between_two_rules_is_a_row(read):
    document = read(together(rules(*RULES), cells(*ROWS)))

    assert rows_of(document) == [
        "Nr | Actie | Wie",
        "1 | Cijfers opvragen bij de besturen van de scholen | gemeente",
        "2 | Folder maken | besturen",
        "3 | Brief schrijven | gemeente",
    ]
    assert document.blocks[1].cells == ((0, 1), (4, 51), (54, 62))


def test_the_outer_rules_may_be_left_out(read):
    document = read(together(rules(*RULES[1:4]), cells(*ROWS)))

    assert len(rows_of(document)) == 4


def test_text_around_the_table_is_none_of_it(read):
    long = "Het college heeft in het voorjaar met de besturen over de verdeling gesproken"
    around = together(write_lines([long], top=760), write_lines([long], top=560))
    document = read(together(rules(*RULES), cells(*ROWS), around))

    assert document.blocks[0].text == document.blocks[-1].text == long
    assert len(rows_of(document)) == 4


def test_rules_between_paragraphs_make_no_table(read):
    lines = ["1. Opening", "De voorzitter opent de vergadering en heet allen van harte welkom."]
    document = read(
        together(
            rules(*RULES),
            *(write_lines(lines, top=y - 10, size=8, pitch=10) for y in RULES[:2]),
        )
    )

    assert rows_of(document) == []


def test_a_list_of_labels_between_rules_is_no_row(read):
    labels = write_lines(["Datum:", "Tijd:", "Plaats:"], top=702, pitch=14)
    values = write_lines(["14 maart 2024", "13.30 uur", "raadzaal"], left=160, top=702, pitch=14)
    document = read(together(rules(716, 660, 600), labels, values))

    assert [block.text for block in document.blocks] == [
        "Datum: 14 maart 2024",
        "Tijd: 13.30 uur",
        "Plaats: raadzaal",
    ]
