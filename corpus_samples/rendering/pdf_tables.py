"""Tables on paper: columns as wide as their words, rows that run over pages."""

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

__all__ = ["MARGIN", "column_widths", "fitting_size", "make_table", "split_in_pieces"]

MARGIN = 62.4  # points around the text of a page: 2.2 cm
_PADDING = 14.0  # of a cell, left and right together, and a little room


def split_in_pieces(flowable: Flowable, width: float) -> list[Flowable]:
    """A paragraph in pieces of at most a third of a page; anything else as it is."""
    height = A4[1] / 3
    pieces = []
    while isinstance(flowable, Paragraph) and flowable.wrap(width, height)[1] > height:
        first, flowable = flowable.split(width, height)
        pieces.append(first)
    return [*pieces, flowable]


def make_table(
    cells: list[list[Any]], widths: list[float], rules: list[Any], *, repeat: int = 0
) -> Table:
    """A table that runs over pages between its rows, and within a row only if it must."""
    room = A4[1] - 2 * MARGIN - 60
    style = TableStyle(rules)
    table = Table(cells, colWidths=widths, repeatRows=repeat, hAlign="LEFT", style=style)
    table.wrap(sum(widths), room)
    # reportlab tells the heights of rows in no public way
    heights: list[float] = table._rowHeights  # type: ignore[attr-defined] # noqa: SLF001
    if max(heights) < room:
        return table
    return Table(
        cells, colWidths=widths, repeatRows=repeat, hAlign="LEFT", style=style, splitInRow=1
    )


def _columns(rows: list[list[str]]) -> list[list[str]]:
    return [[row[i] for row in rows if i < len(row)] for i in range(max(map(len, rows)))]


def _word_widths(rows: list[list[str]], font: str, size: float) -> list[float]:
    """Per column the width of its longest word, with the padding of a cell."""
    return [
        max(
            pdfmetrics.stringWidth(word, font, size)
            for text in column
            for word in [*text.split(), ""]
        )
        + _PADDING
        for column in _columns(rows)
    ]


def fitting_size(rows: list[list[str]], width: float, font: str, size: float) -> float:
    """`size`, or the largest one below it in which no word is wider than its column."""
    while size > 5 and sum(_word_widths(rows, font, size)) > width:
        size -= 0.5
    return size


def column_widths(rows: list[list[str]], width: float, font: str, size: float) -> list[float]:
    """Widths of columns: the longest word fits where it can, the rest goes by length of text."""
    words = _word_widths(rows, font, size)
    texts = [
        max(pdfmetrics.stringWidth(text, font, size) for text in column) + _PADDING
        for column in _columns(rows)
    ]
    if sum(words) >= width:
        return [width * word / sum(words) for word in words]
    wanted = [max(text - word, 1.0) for text, word in zip(texts, words, strict=True)]
    room = min(width - sum(words), sum(wanted))
    return [word + room * more / sum(wanted) for word, more in zip(words, wanted, strict=True)]
