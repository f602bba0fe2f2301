"""Words that stand over or around the pages: watermarks, running headers and footers."""

import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading.stamps import tidy_stamps

from .making import draw_pdf, read_bytes, word_bytes, write_lines

WATERMARK = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="CONCEPT"/></v:shape>'
    "</w:pict>"
)


def pdf(draw=None) -> bytes:
    """Two pages of text, each with what `draw` puts on it."""

    def page(name):
        def put(canvas):
            if draw is not None:
                canvas.saveState()
                draw(canvas)
                canvas.restoreState()
            write_lines([f"{name} bladzijde heeft regel {n}." for n in range(20)])(canvas)

        return put

    return draw_pdf(page("De eerste"), page("Een volgende"))


def aslant(canvas):
    canvas.translate(300, 420)
    canvas.rotate(45)
    canvas.setFillGray(0.8)
    canvas.setFont("Helvetica", 90)
    canvas.drawCentredString(0, 0, "CONCEPT")


def upright(canvas):
    canvas.setFillGray(0.8)
    canvas.setFont("Helvetica", 90)
    canvas.drawCentredString(300, 500, "CONCEPT")


def header(canvas):
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 815, "LEA-overleg (concept)")


@pytest.mark.parametrize(
    ("draw", "stamp"),
    [(aslant, "CONCEPT"), (upright, "CONCEPT"), (header, "LEA-overleg (concept)")],
)
def test_a_pdf_keeps_the_words_that_are_no_part_of_its_text(tmp_path, draw, stamp):
    document = read_bytes(pdf(draw), tmp_path, "a.pdf")

    assert document.stamps == (stamp,)
    assert stamp not in document.text


def test_a_pdf_without_such_words_has_none(tmp_path):
    assert read_bytes(pdf(), tmp_path, "a.pdf").stamps == ()


def test_a_word_file_keeps_the_words_of_header_and_footer(tmp_path):
    def build(word):
        word.sections[0].header.paragraphs[0].text = "Concept"
        word.sections[0].footer.paragraphs[0].text = "Gemeente Testdam"
        word.add_paragraph("Verslag")

    document = read_bytes(word_bytes(build), tmp_path)

    assert (document.text, document.stamps) == ("Verslag", ("Concept", "Gemeente Testdam"))


@pytest.mark.parametrize("place", ["header", "body"])
def test_a_word_file_keeps_its_watermark(tmp_path, place):
    def build(word):
        paragraph = word.add_paragraph("Verslag")
        if place == "header":
            paragraph = word.sections[0].header.paragraphs[0]
        paragraph.add_run()._r.append(parse_xml(WATERMARK))

    document = read_bytes(word_bytes(build), tmp_path)

    assert (document.text, document.stamps) == ("Verslag", ("CONCEPT",))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("CONCEPT", "CONCEPT", "", "3"), ("CONCEPT",)),
        (("C O N C E P T",), ("CONCEPT",)),
        (("Pagina 1 van 3", "LEA  overleg"), ("Pagina 1 van 3", "LEA overleg")),
        (("woord " * 20,), ()),
    ],
)
def test_stamps_are_short_worded_and_named_once(texts, expected):
    assert tidy_stamps(texts) == expected


@given(st.lists(st.text()))
def test_tidy_stamps_stay_tidy(texts):
    stamps = tidy_stamps(texts)

    assert tidy_stamps(stamps) == stamps
