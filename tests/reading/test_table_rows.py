"""Rows of a table that meet the end of a page."""

from collections.abc import Iterable

from leaterms.reading import Block, BlockKind, Source
from leaterms.reading.lines import Line
from leaterms.reading.pdf_page import Run
from leaterms.reading.table_rows import TableRow, TableRows


def paragraphs(lines: Iterable[Line]) -> list[Block]:
    """All lines of a cell as one paragraph."""
    text = " ".join(line.text for line in lines)
    return [Block(text, BlockKind.PARAGRAPH, (Source(0, 1, None),))] if text else []


def row(page: int, *cells: tuple[tuple[str, float], ...]) -> TableRow:
    """A row; each line of a cell is its text and its height on the page."""
    made = tuple(
        tuple(
            Line(page, (Run(text, 50.0, 90.0, at, 10.0, False, 60.0, 0),), 50.0, 150.0, True)
            for text, at in cell
        )
        for cell in cells
    )
    return TableRow(page, made, (40.0, 150.0, 260.0), 100.0, 40.0, 400.0, 0)


def texts_of(*rows: TableRow) -> list[str]:
    table = TableRows(paragraphs)
    header = row(1, (("Nr", 100.0),), (("Onderwerp", 100.0),), (("Bespreking", 100.0),))
    blocks = [block for each in (header, *rows) for block in table.take(each)]
    return [block.text for block in (*blocks, *table.end())][1:]


def test_a_row_goes_on_overleaf_within_a_sentence():
    found = texts_of(
        row(1, (("1", 700.0),), (("Peuters", 700.0),), (("De groepen", 700.0), ("zijn", 712.0))),
        row(2, (), (), (("vol.", 100.0),)),
    )

    assert found == ["1 | Peuters | De groepen zijn vol."]


def test_a_title_overleaf_begins_a_row_of_its_own():
    found = texts_of(
        row(
            1, (), (("Peuters", 700.0),), (("De groepen", 700.0), ("zijn", 712.0), ("vol", 724.0))
        ),
        row(2, (), (("Kleuters", 100.0),), (("Er is plaats.", 100.0),)),
    )

    assert found == ["Peuters | De groepen zijn vol", "Kleuters | Er is plaats."]
