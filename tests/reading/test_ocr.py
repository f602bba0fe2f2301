import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from leaterms.errors import ScannedDocument
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.ocr import Ocr, OcrLimits, find_ocr, missing_ocr, ocr_identity, recognise
from leaterms.reading.pdf import read_pdf
from tests.reading.making import draw_pdf, write_lines

COPIES = """
import pathlib, sys
pathlib.Path(sys.argv[-1]).write_bytes(pathlib.Path({made!r}).read_bytes())
"""


def scan(*lines):
    """A page that is a picture, with `lines` on it."""

    def draw(canvas):
        drawn = pypdfium2.PdfDocument(draw_pdf(write_lines(lines, size=14, pitch=22)))
        picture = drawn[0].render(scale=200 / 72, grayscale=True).to_pil()
        drawn.close()
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)

    return draw


def blank(canvas):
    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 0, 0, *A4)


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Gives a program that stands in for ocrmypdf: it puts a PDF with text in place."""

    def make(*pages, body=""):
        made, script = tmp_path / "made.pdf", tmp_path / "nep.py"
        made.write_bytes(draw_pdf(*pages) if pages else b"")
        script.write_text(body or COPIES.format(made=str(made)), encoding="utf-8")
        ocr = Ocr((sys.executable, str(script)), tmp_path)
        monkeypatch.setattr("leaterms.reading.pdf.find_ocr", lambda: ocr)
        return ocr

    return make


def read(*pages):
    return read_pdf(draw_pdf(*pages), "map.pdf", DEFAULT_LIMITS)


def test_scanned_pages_are_read_and_said_to_be_recognised(stand_in):
    stand_in(write_lines(["Dit stond op de scan."]))
    document = read(write_lines(["Agenda"]), blank, write_lines(["Bijlage"]))

    assert document.text == "Agenda\nDit stond op de scan.\nBijlage"
    assert (document.scanned_pages, document.recognised_pages) == ((), (2,))
    assert document.blocks[1].sources[0].page == 2
    assert document.note == (
        "van 'map.pdf' is pagina 2 gelezen met tekstherkenning; leg wat u eruit aanhaalt naast "
        "het origineel"
    )


def test_pages_on_which_nothing_is_recognised_stay_unread(stand_in):
    stand_in(body="raise SystemExit(2)")
    document = read(write_lines(["Agenda"]), blank, blank)

    assert (document.scanned_pages, document.recognised_pages) == ((2, 3), ())
    assert document.note == (
        "van 'map.pdf' zijn de pagina's 2 en 3 niet gelezen: scans zonder tekst; maak er met "
        "tekstherkenning (OCR) een doorzoekbare PDF van"
    )


def test_a_scan_in_which_nothing_is_found_says_so(stand_in):
    stand_in(body="raise SystemExit(2)")

    with pytest.raises(
        ScannedDocument, match=r"\(met tekstherkenning .* is geen tekst gevonden\)"
    ):
        read(blank)


def test_what_takes_too_long_is_ended(stand_in):
    ocr = stand_in(body="import time\ntime.sleep(60)")

    with (
        pypdfium2.PdfDocument(draw_pdf(blank)) as document,
        pytest.raises(TimeoutError, match=r"more than 0\.[0-9]+ seconds"),
    ):
        list(recognise(document, [1], ocr, OcrLimits(seconds=0.4)))


def test_that_there_was_no_time_is_told_and_can_be_tried_again(stand_in, monkeypatch):
    stand_in()

    def too_slow(*_):
        raise TimeoutError

    monkeypatch.setattr("leaterms.reading.pdf.recognise", too_slow)

    with pytest.raises(ScannedDocument, match="op deze computer duurde te lang") as caught:
        read(blank)
    assert isinstance(caught.value.__cause__, TimeoutError)


def test_a_program_that_does_not_start_is_told(stand_in, monkeypatch, tmp_path):
    ocr = Ocr((str(tmp_path / "weg"),), tmp_path)
    monkeypatch.setattr("leaterms.reading.pdf.find_ocr", lambda: ocr)

    with pytest.raises(ScannedDocument, match="op deze computer lukte niet"):
        read(blank)


def test_pages_go_in_by_four(stand_in):
    ocr = stand_in(*[write_lines(["x"])] * 4)
    with pypdfium2.PdfDocument(draw_pdf(*[blank] * 8)) as document:
        numbers = [some for some, _ in recognise(document, range(1, 9), ocr)]

    assert numbers == [(1, 2, 3, 4), (5, 6, 7, 8)]


@pytest.mark.parametrize(
    ("module", "program", "languages", "told"),
    [
        (None, "tesseract", {"nld"}, "installeer ocrmypdf (pip install ocrmypdf) en Tesseract"),
        (object(), None, {"nld"}, "installeer het programma Tesseract, met de taal Nederlands"),
        (object(), "tesseract", {"eng"}, "installeer voor Tesseract de taal Nederlands (nld)"),
    ],
)
def test_the_part_that_is_missing_is_named(module, program, languages, told, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: module)
    place = Path(program) if program else None
    monkeypatch.setattr("leaterms.reading.ocr._find_tesseract", lambda: place)
    monkeypatch.setattr("leaterms.reading.ocr._languages", lambda _: frozenset(languages))

    assert missing_ocr().startswith(told)
    assert (find_ocr(), ocr_identity()) == (None, "")


@pytest.mark.skipif(
    bool(missing_ocr()), reason=f"tekstherkenning is hier niet geïnstalleerd: {missing_ocr()}"
)
def test_tesseract_reads_a_scan():
    lines = ("De wethouder opent de vergadering.", "Besluit: er komt een brede school.")

    assert read(scan(*lines)).text.split() == " ".join(lines).split()
