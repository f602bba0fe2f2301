"""One text in every format that is read gives the same items, to the letter."""

import shutil
import subprocess
from html import escape

import pytest
from rapidfuzz.distance import Levenshtein

from leaterms.reading import read_document
from leaterms.structure import read_record
from tests.reading.making import element, word_bytes
from tests.reading.test_docx_complaints import add_list

HEAD = (
    "Verslag LEA-overleg gemeente Veenrade",
    "Datum: 15 maart 2023",
    "Aanwezig: J. de Wit (wethouder), A. Bos (bestuur De Wilg), mw. C. Ünal (kinderopvang)",
)
ITEMS = (
    ("1.", "Opening", ("De voorzitter heet iedereen welkom; één bericht van verhindering.",)),
    (
        "2.",
        "Voorkomen van segregatie",
        (
            (
                "De coördinator vertelt over “heterogene groepen” – bij de peuters is er € 12.500 "
                "beschikbaar voor het tegengaan van onderwijsachterstanden in de wijk."
            ),
            (
                "De besturen vinden dat het beleid van 2022 is geslaagd en zetten het in 2023 "
                "voort; zij komen er in het najaar op terug met cijfers per school."
            ),
        ),
    ),
    ("3.", "Doorgaande lijn vve", ("Afgesproken wordt dat elke school vóór 1 juni reageert.",)),
    ("4.", "Rondvraag en sluiting", ("Niemand heeft iets voor de rondvraag.",)),
)


def word_file():
    def build(word):
        add_list(word, 90, ("decimal", "%1.", '<w:pStyle w:val="Heading1"/>'))
        numbering = element("w:numPr")
        numbering.append(element("w:numId", val="90"))
        word.styles["Heading 1"].element.get_or_add_pPr().append(numbering)
        for line in HEAD:
            word.add_paragraph(line)
        for _, title, texts in ITEMS:
            word.add_heading(title, 1)
            for text in texts:
                word.add_paragraph(text)

    return word_bytes(build)


def web_page(encoding):
    body = "".join(f"<p>{escape(line)}</p>" for line in HEAD)
    for number, title, texts in ITEMS:
        body += f"<h2>{number} {escape(title)}</h2>"
        body += "".join(f"<div>{escape(text)}</div>" for text in texts)
    page = f"<html><head><meta charset={encoding}></head><body>{body}</body></html>"
    return page.encode(encoding)


def rich_text():
    def written(text):
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    body = "".join(f"\\pard {written(line)}\\par\n" for line in HEAD)
    for number, title, texts in ITEMS:
        body += f"\\pard{{\\listtext {number}\\tab}}\\b {written(title)}\\b0\\par\n"
        body += "".join(f"\\pard {written(text)}\\par\n" for text in texts)
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode("ascii")


def plain_text(encoding, width=72):
    """As typed: lines of at most `width` characters, a white line between paragraphs."""
    paragraphs = list(HEAD)
    for number, title, texts in ITEMS:
        paragraphs += [f"{number} {title}", *texts]
    lines = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    return "\r\n".join(lines).encode(encoding)


FILES = {
    "stuk.docx": word_file,
    "utf-8.html": lambda: web_page("utf-8"),
    "windows.html": lambda: web_page("cp1252"),
    "stuk.rtf": rich_text,
    "utf-8.txt": lambda: plain_text("utf-8"),
    "utf-16.txt": lambda: plain_text("utf-16"),
    "windows.txt": lambda: plain_text("cp1252"),
}


def items(path):
    record = read_record(read_document(path), name=path.name)
    return [(item.number, item.title, item.text) for item in record.items]


EXPECTED = [
    ("", "", "\n".join(HEAD)),
    *((number.rstrip("."), title, "\n".join(texts)) for number, title, texts in ITEMS),
]
LETTERS = "\n".join(part for item in EXPECTED for part in item)


@pytest.mark.parametrize("name", FILES)
def test_what_was_made_here_gives_the_same_items(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name]())

    assert items(path) == EXPECTED


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """The Word file in the formats that LibreOffice writes."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice, which makes the files of this test, is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "stuk.docx").write_bytes(word_file())
    for kind in ("odt", "rtf", "doc", "html", "txt:Text (encoded):UTF8"):
        subprocess.run(
            [program, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(folder), str(folder / "stuk.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize(
    ("kind", "format_"),
    [
        ("odt", "odt"), ("rtf", "rtf"), ("doc", "doc"), ("html", "html"),
        ("txt", "tekst"),
    ],
)  # fmt: skip
def test_what_libreoffice_makes_of_it_gives_the_same_items(converted, kind, format_):
    path = converted / f"stuk.{kind}"
    found = items(path)
    letters = "\n".join(part for item in found for part in item)

    assert read_document(path).format == format_
    assert [item[:2] for item in found] == [item[:2] for item in EXPECTED]
    assert Levenshtein.distance(letters, LETTERS) / len(LETTERS) < 0.005
