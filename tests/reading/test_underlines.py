"""Underlined headings, as many municipalities set them: told in every format."""

import pytest
from docx.enum.style import WD_STYLE_TYPE

from leaterms.reading.drawings import Edge
from leaterms.reading.html import read_html
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.odt import read_odt
from leaterms.reading.rtf import read_rtf
from leaterms.reading.underlines import find_underlined
from tests.reading import test_odt
from tests.reading.making import draw_pdf, element, read_bytes, word_bytes

EXPECTED = [
    ("1. Opening", True),
    ("Een woord is onderstreept en de rest niet.", False),
    ("2. Segregatie en jaarplanning", True),
    ("www.lindewaard.example", False),
]


def marks(blocks):
    return [(block.text, block.underline) for block in blocks]


def test_word_by_run_by_style_and_not_for_a_link(tmp_path):
    def build(word):
        style = word.styles.add_style("Streep", WD_STYLE_TYPE.PARAGRAPH)
        style.font.underline = True
        word.add_paragraph("1. ").add_run("Opening").underline = True
        mixed = word.add_paragraph("Een ")
        mixed.add_run("woord").underline = True
        mixed.add_run(" is onderstreept en de rest niet.")
        word.add_paragraph("2. Segregatie en jaarplanning", style="Streep")
        plain = word.add_paragraph("", style="Streep").add_run("Niet hier")
        plain.underline = False
        link = element("w:hyperlink")
        run = word.add_paragraph().add_run("www.lindewaard.example")
        run.underline = True
        run._r.getparent().append(link)
        link.append(run._r)

    blocks = read_bytes(word_bytes(build), tmp_path).blocks

    assert marks(blocks) == [*EXPECTED[:3], ("Niet hier", False), EXPECTED[3]]


def test_open_document_by_run_by_style_and_not_for_a_link():
    line = 'style:text-underline-style="{}"'
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}">'
        f"<style:text-properties {line.format(kind)}/></style:style>"
        for name, family, kind in (
            ("s", "text", "solid"), ("P", "paragraph", "wave"), ("n", "text", "none"),
        )
    )  # fmt: skip
    body = (
        '<text:p>1. <text:span text:style-name="s">Opening</text:span></text:p>'
        '<text:p>Een <text:span text:style-name="s">woord</text:span> is onderstreept en de rest '
        'niet.</text:p><text:p text:style-name="P">2. Segregatie en jaarplanning</text:p>'
        '<text:p text:style-name="P"><text:span text:style-name="n">Niet hier</text:span></text:p>'
        '<text:p><text:a><text:span text:style-name="s">www.lindewaard.example</text:span>'
        "</text:a></text:p>"
    )
    package = test_odt.zipped(test_odt.content(body, styles).encode())
    blocks = read_odt(package, "stuk.odt", DEFAULT_LIMITS).blocks

    assert marks(blocks) == [*EXPECTED[:3], ("Niet hier", False), EXPECTED[3]]


def test_rich_text_by_any_kind_of_line():
    body = (
        rb"{\rtf1\ansi 1. {\ul Opening}\par Een \uldb woord\ulnone  is onderstreept en de rest "
        rb"niet.\par\ulwave 2. Segregatie en jaarplanning\plain\par www.lindewaard.example\par}"
    )

    assert marks(read_rtf(body, "stuk.rtf", DEFAULT_LIMITS).blocks) == EXPECTED


def test_a_web_page_by_element_by_class_and_not_for_a_link():
    page = (
        b"<style>.k{text-decoration:underline}</style><p>1. <u>Opening</u><p>Een <u>woord</u> is "
        b"onderstreept en de rest niet.<p class=k>2. Segregatie en jaarplanning"
        b"<p><a href='#'>www.lindewaard.example</a>"
    )

    assert marks(read_html(page, "stuk.html", DEFAULT_LIMITS).blocks) == EXPECTED


def test_a_row_is_underlined_whatever_its_number(tmp_path):
    page = b"<table><tr><td>1<td><u>Opening</u><tr><td>2<td>Sluiting</table>"

    assert marks(read_html(page, "stuk.html", DEFAULT_LIMITS).blocks) == [
        ("1 | Opening", True),
        ("2 | Sluiting", False),
    ]


@pytest.mark.parametrize("as_box", [False, True], ids=["line", "flat box"])
def test_a_pdf_by_the_rule_below_the_words(tmp_path, as_box):
    def underline(canvas, text, y, *, beyond=0.0, below=1.5, gap=None):
        width = canvas.stringWidth(text, "Helvetica", 11) + beyond
        for x0, x1 in (
            [(70, 70 + width)] if gap is None else [(70, gap - 3), (gap + 3, 70 + width)]
        ):
            if as_box:
                canvas.rect(x0, y - below - 0.3, x1 - x0, 0.6, stroke=0, fill=1)
            else:
                canvas.line(x0, y - below, x1, y - below)

    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for y, text in ((740, "1. Opening"), (700, "Tekst boven een lijn over de regel"),
                        (660, "2. Jaarplanning"), (620, "Boven de rand van een vak"),
                        (580, "Zonder iets")):  # fmt: skip
            canvas.drawString(70, y, text)
        underline(canvas, "1. Opening", 740)
        underline(canvas, "Tekst boven een lijn over de regel", 700, beyond=200)
        underline(canvas, "2. Jaarplanning", 660, gap=100)
        underline(canvas, "Boven de rand van een vak", 620, below=5)

    blocks = read_bytes(draw_pdf(draw), tmp_path).blocks

    assert marks(blocks) == [
        ("1. Opening", True),
        ("Tekst boven een lijn over de regel", False),
        ("2. Jaarplanning", True),
        ("Boven de rand van een vak", False),
        ("Zonder iets", False),
    ]


def test_words_of_a_line_are_told_apart():
    places = [(70.0, 100.0, 200.0, 10.0), (104.0, 150.0, 200.0, 10.0), (70.0, 90.0, 214.0, 10.0)]

    assert find_underlined(places, [Edge(104, 201, 150, 201), Edge(70, 201, 70, 214)]) == {1}
