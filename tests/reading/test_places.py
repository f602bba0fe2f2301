"""The box of a passage lies around its words, on the page as it is shown."""

from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
from PIL import ImageStat

from leaterms.reading import Place, find_places
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.pdf import read_pdf
from tests.reading.houses import HOUSES
from tests.reading.making import draw_pdf, read_bytes, word_bytes, write_lines
from tests.reading.minutes import MINUTES
from tests.reading.newer_houses import NEWER_HOUSES

QUOTES = (
    "de gezamenlijke voorlichting aan ouders",
    "doelgroepdefinitie",
    "financiën van het onderwijsachterstandenbeleid",
    "sluit de vergadering",
)


def plain(text):
    """Letters and figures only: hyphens at line ends and ligatures are the page's business."""
    spelt = text.replace("\ufb01", "fi").replace("\ufb02", "fl")
    return "".join(c for c in spelt if c.isalnum()).casefold()


def darkness(image, box, scale):
    corners = [round(v * scale) for v in (box.x0, box.y0, box.x1, box.y1)]
    return 255 - ImageStat.Stat(image.crop(corners)).mean[0]


@pytest.fixture(scope="module", params=(*HOUSES, *NEWER_HOUSES), ids=lambda house: house.__name__)
def printed(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("huis") / "verslag.pdf"
    path.write_bytes(request.param(MINUTES).content)
    return path, read_pdf(path.read_bytes(), "verslag.pdf", DEFAULT_LIMITS)


@pytest.fixture(scope="module")
def quoted(printed):
    """The file, and each quote with its places."""
    path, document = printed
    found = {}
    for quote in QUOTES:
        block = next(b for b in document.blocks if quote in b.text)
        start = block.text.index(quote)
        found[quote] = find_places(path, block.text, block.sources, start, start + len(quote))
    return path, found


def test_the_words_are_in_the_box(quoted):
    path, found = quoted
    inside = dict.fromkeys(found, "")
    with pdfplumber.open(path) as pages:
        for quote, places in found.items():
            for place in places:
                letters = [
                    (char["x0"], char["text"], (char["x0"] + char["x1"]) / 2, char["bottom"])
                    for char in pages.pages[place.page - 1].chars
                    if char["size"] < 60  # a watermark may lie behind the words
                ]
                for box in place.boxes:
                    inside[quote] += plain(
                        "".join(
                            text
                            for _, text, middle, bottom in sorted(letters)
                            if box.x0 < middle < box.x1 and box.y0 + 3 < bottom < box.y1 + 3
                        )
                    )

    assert inside == {quote: plain(quote) for quote in QUOTES}


def test_the_page_is_inked_in_the_box_and_lighter_between_the_lines(quoted):
    path, found = quoted
    inked, between = [], []
    with pypdfium2.PdfDocument(path.read_bytes()) as pages:
        for place in (place for places in found.values() for place in places):
            image = pages[place.page - 1].render(scale=3, grayscale=True).to_pil()
            for box in place.boxes:
                inked.append(darkness(image, box, 3))
                between.append(darkness(image, replace(box, y0=box.y1 - 0.4, y1=box.y1 + 0.4), 3))

    assert min(inked) > 20
    assert all(line > gap for line, gap in zip(inked, between, strict=True))


def test_a_word_that_is_broken_has_a_box_on_each_line(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(
        draw_pdf(write_lines(["Alle besturen hebben veel gedaan voor het onder-", "wijs hier."]))
    )
    (block,) = read_pdf(path.read_bytes(), "a.pdf", DEFAULT_LIMITS).blocks
    start = block.text.index("onderwijs")
    (place,) = find_places(path, block.text, block.sources, start, start + len("onderwijs"))

    assert (place.page, place.paragraph, place.fragment) == (1, None, "#page=1")
    assert [round(box.x0) for box in place.boxes] == [283, 70]
    assert [round(box.y0) for box in place.boxes] == [71, 85]


def test_a_passage_over_two_pages_has_two_places(tmp_path):
    long = "Het college heeft in het voorjaar met de besturen over de verdeling van de middelen"
    path = tmp_path / "a.pdf"
    path.write_bytes(
        draw_pdf(write_lines([long], top=90), write_lines(["gesproken en besloten.", "Slot."]))
    )
    block = read_pdf(path.read_bytes(), "a.pdf", DEFAULT_LIMITS).blocks[0]
    start = block.text.index("middelen")
    places = find_places(path, block.text, block.sources, start, start + len("middelen gesproken"))

    assert [(place.page, len(place.boxes)) for place in places] == [(1, 1), (2, 1)]


def test_text_that_lies_on_its_side_has_an_upright_box(tmp_path):
    def draw(canvas):
        canvas.rotate(90)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, -100, "De eerste regel gaat over segregatie.")
        canvas.drawString(70, -130, "De tweede regel gaat over integratie.")

    path = tmp_path / "a.pdf"
    path.write_bytes(draw_pdf(draw))
    first, _ = read_pdf(path.read_bytes(), "a.pdf", DEFAULT_LIMITS).blocks
    start = first.text.index("segregatie")
    (place,) = find_places(path, first.text, first.sources, start, start + len("segregatie"))
    (box,) = place.boxes

    assert first.sources[0].box is None
    assert (round(box.x0), round(box.x1)) == (92, 102)
    assert box.y1 - box.y0 > 45


def test_words_drawn_twice_have_their_own_width(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for shift in (0, 0.4):
            canvas.drawString(70 + shift, 700, "Alle besturen")

    path = tmp_path / "a.pdf"
    path.write_bytes(draw_pdf(draw))
    (block,) = read_pdf(path.read_bytes(), "a.pdf", DEFAULT_LIMITS).blocks
    (place,) = find_places(path, block.text, block.sources, 0, 4)
    (box,) = place.boxes

    assert (round(box.x0), round(box.x1)) == (70, 88)


def test_a_word_file_has_paragraphs(tmp_path):
    path = tmp_path / "a.docx"

    def build(document):
        for text in ("Opening", "De brede school.", "Sluiting"):
            document.add_paragraph(text)

    block = read_bytes(word_bytes(build), tmp_path, "a.docx").blocks[1]

    assert find_places(path, block.text, block.sources, 3, 8) == (Place(None, 2),)


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(tmp_path, span):
    with pytest.raises(ValueError, match="is no span of a text of 4 characters"):
        find_places(tmp_path, "Slot", (), *span)


def test_a_page_that_has_lost_its_letters_gives_the_line(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(draw_pdf(write_lines(["Welkom allen"])))
    (block,) = read_pdf(path.read_bytes(), "a.pdf", DEFAULT_LIMITS).blocks
    path.write_bytes(draw_pdf(lambda _: None))  # as of a scan, whose words only OCR saw
    (place,) = find_places(path, block.text, block.sources, 7, 12)

    assert place.boxes == (block.sources[0].box,)
