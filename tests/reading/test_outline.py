"""A document in a notebook."""

from html.parser import HTMLParser

import pytest

import leaterms
from leaterms.reading import Document
from leaterms.reading.outline import outline_html
from tests.reading.houses import newsletter
from tests.reading.making import draw_pdf, word_bytes, write_lines
from tests.reading.minutes import MINUTES


class Shown(HTMLParser):
    """The words a browser shows, and the elements they stand in."""

    def __init__(self, html):
        super().__init__()
        self.words, self.elements, self.open = [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 (the parser gives them)
        self.elements.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_a_pdf_shows_its_items_with_their_pages(tmp_path):
    path = tmp_path / "verslag.pdf"
    path.write_bytes(newsletter(MINUTES).content)
    shown = Shown(leaterms.read(path)._repr_html_())

    assert shown.words[:2] == ["verslag.pdf", " (1 pagina, 25 alinea's)"]
    assert shown.words[2:5] == ["nr.", "onderwerp", "pagina"]
    assert shown.words[5:8] == ["1", "Opening en mededelingen", "1"]
    assert shown.elements <= {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert shown.open == []


def test_a_word_file_shows_paragraphs(tmp_path):
    path = tmp_path / "agenda.docx"

    def build(document):
        document.add_heading("1. Opening", 1)
        document.add_paragraph("Welkom allen.")
        document.add_heading("2. Brede school", 1)
        document.add_paragraph("Stand van zaken.")

    path.write_bytes(word_bytes(build))
    shown = Shown(leaterms.read(path)._repr_html_())

    assert shown.words[4] == "alinea"
    assert shown.words[5:] == ["1", "Opening", "1-2", "2", "Brede school", "3-4"]


def test_what_a_document_says_is_escaped(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(
        draw_pdf(write_lines(["1. <script>alert(1)</script>", "Tekst van het punt."]))
    )
    html = leaterms.read(path)._repr_html_()

    assert "<script>" not in html


def test_a_document_without_items_shows_how_it_begins():
    document = Document("pdf", 2, (), note="van 'x.pdf' is pagina 2 niet gelezen")
    shown = Shown(outline_html(document))

    assert shown.words == [
        "pdf", " (2 pagina's, 0 alinea's)", "Let op:", " van 'x.pdf' is pagina 2 niet gelezen.",
    ]  # fmt: skip


def test_an_item_tells_its_places(tmp_path):
    path = tmp_path / "verslag.pdf"
    path.write_bytes(newsletter(MINUTES).content)
    document = leaterms.read(path)
    item = next(item for item in document.outline if item.number == "4")
    start = item.text.index("doelgroepdefinitie")
    (place,) = document.places(item.index, start, start + 4)
    (heading,) = document.places(item.index, 0, 5, in_heading=True)

    assert (place.fragment, len(place.boxes), len(heading.boxes)) == ("#page=1", 1, 1)
    assert heading.boxes[0].y1 < place.boxes[0].y0


def test_an_item_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(draw_pdf(write_lines(["Agenda"])))

    with pytest.raises(ValueError, match="this document has no item 7"):
        leaterms.read(path).places(7, 0, 1)
