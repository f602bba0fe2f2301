"""Which printed lines go on in the next, by the edge of their column."""

from leaterms.reading.lines import Line
from leaterms.reading.paragraphs import make_blocks
from leaterms.reading.pdf_page import Run


def column(texts: list[str], *, top: float, left: float, ends: list[float]) -> list[Line]:
    """Lines of one of several columns, each with its right edge."""
    return [
        Line(
            page=1,
            runs=(Run(text, left, end, top + 12 * index, 10.0, False, left + 40, index),),
            left=left,
            right=max(ends),
            upright=True,
            is_column=True,
        )
        for index, (text, end) in enumerate(zip(texts, ends, strict=True))
    ]


def test_narrow_columns_below_wider_lines_have_their_own_edge():
    members = column(
        [f"lid {number} van het overleg" for number in range(4)],
        top=60,
        left=70,
        ends=[340, 336, 340, 320],
    )
    narrow = column(
        ["de kolom is hier", "gevuld en deze", "regel is ook vol,", "net als deze en", "uit."],
        top=140,
        left=70,
        ends=[200, 199, 200, 200, 90],
    )

    blocks = make_blocks([[*members, *narrow]])

    assert blocks[-1].text == (
        "de kolom is hier gevuld en deze regel is ook vol, net als deze en uit."
    )
