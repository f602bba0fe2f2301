"""What is printed over, under or beside the text is left out; what only looks so stays."""

import pytest
from reportlab.lib.colors import HexColor

from tests.reading.making import draw_pdf, read_bytes, write_lines

LINES = [
    "De wethouder opent het overleg over het onderwijs in de gemeente en",
    "heet allen welkom. De besturen hebben in het voorjaar gesproken over",
    "de verdeling van de leerlingen en over de vraag wat scholen daaraan",
    "kunnen doen. Het verslag daarvan is rondgestuurd. Mevrouw Aarts heeft",
    "een opmerking over de tweede zin van punt vier en vraagt die te wijzigen.",
] * 3


@pytest.fixture
def text_of(tmp_path):
    return lambda *pages: read_bytes(draw_pdf(*pages), tmp_path).text


def numbered(numbers, *, left=40, lines=LINES, pitch=14):
    """Lines of text with a number for some of them in the margin."""

    def draw(canvas):
        write_lines(lines, pitch=pitch)(canvas)
        canvas.setFont("Helvetica", 8)
        for line, number in numbers.items():
            canvas.drawRightString(left + 12, 760 - pitch * line, str(number))

    return draw


def large(text, y, *, colour="#dddddd", size=90):
    def draw(canvas):
        write_lines(LINES, top=500)(canvas)
        canvas.setFillColor(HexColor(colour))
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawCentredString(297, y, text)

    return draw


@pytest.mark.parametrize("left", [40, 545])
def test_the_number_of_each_line_is_left_out(text_of, left):
    counted = numbered({line: line + 1 for line in range(15)}, left=left)

    assert text_of(counted) == text_of(write_lines(LINES))


@pytest.mark.parametrize("step", [5, 2])
def test_the_number_of_some_lines_is_left_out(text_of, step):
    lines = [*LINES, *LINES]
    counted = numbered({n - 1: n for n in range(step, 31, step)}, lines=lines)

    assert text_of(counted) == text_of(write_lines(lines))


@pytest.mark.parametrize("first", [1, 16])
def test_a_last_page_with_few_lines_is_judged_by_the_others(text_of, first):
    pages = (
        numbered({line: line + 1 for line in range(15)}),
        numbered({line: line + first for line in range(3)}, lines=LINES[:3]),
    )

    assert text_of(*pages) == text_of(write_lines(LINES), write_lines(LINES[:3]))


def test_the_numbers_of_an_agenda_stay(text_of):
    titles = [*"Opening Verslag Scholen Segregatie Vve Geld Vervoer Bouw Zorg Stukken".split()]
    titles += ["Rondvraag", "Sluiting"]
    counted = numbered({line + 1: line + 1 for line in range(12)}, lines=["Agenda", *titles])
    shown = text_of(counted).splitlines()

    assert shown[:3] == ["Agenda", "1 Opening", "2 Verslag"]
    assert shown[-1] == "12 Sluiting"


@pytest.mark.parametrize("y", [430, 250])
def test_a_pale_word_behind_or_between_the_text_is_left_out(text_of, y):
    assert text_of(large("CONCEPT", y)) == text_of(write_lines(LINES, top=500))


def test_a_dark_word_across_the_lines_is_left_out(text_of):
    assert "KOPIE" not in text_of(large("KOPIE", 430, colour="#aa0000"))


def test_a_pale_logo_at_the_top_stays(text_of):
    assert text_of(large("Lindewaard", 780, size=40)).startswith("Lindewaard\n")


def test_a_large_title_stays(text_of):
    assert text_of(large("Verslag", 560, colour="#000000", size=40)).startswith("Verslag\n")
