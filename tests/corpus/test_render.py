"""The text that goes into a rendering comes out of it, whatever the house style."""

import csv
import io
import re
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from leaterms.errors import InputError
from leaterms.evaluation import parse_annotated, read_annotations
from leaterms.evaluation.alignment import letters

# the renderer is a script beside the library, no part of it
sys.path.insert(0, str(Path(__file__).parents[2] / "corpus_samples"))

from render import _main, render
from rendering import DOCX_STYLES, PDF_STYLES, write_docx, write_pdf

STYLES = range(8)

SOURCE = """\
---
municipality: Veenrade
body: LEA-overleg
kind: verslag
level: bestuurlijk
date: 2023-03-15
format: {format}
style: {style}
lea: yes
partners: gemeente, schoolbestuur
---
Verslag LEA-overleg Veenrade
Datum: 15 maart 2023
| Naam | Organisatie | Functie |
| N. Yıldırım | Stichting Kiem & Kracht | directeur-bestuurder |
| A. Bos | gemeente Veenrade | wethouder |
- Een losse regel vooraf.

## 1. Opening
De voorzitter opent de vergadering en heet iedereen welkom.

## 2. [[Brede scholen::segregatie::jargon::discussed]] in de wijk
{long}
Een tweede alinea van het agendapunt, met <haken> & 'aanhalingstekens'.
- Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken.
- De onderwijsachterstandenbestrijding komt terug.

## Mededelingen zonder nummer
| Wat | Wie | Wanneer |
| {{{{AM:Verantwoordelijkheidsverdeling uitwerken}}}} | Jan, Piet | 1 mei |
| {{{{A:Nota rondsturen}}}} | Jan | |

## 4. Peuters
Kort besproken.

## 4a. Nagekomen
Niets.

## 5. Rondvraag
Niemand vraagt iets.
"""
LONG = " ".join(
    f"Zin {i} gaat over de verantwoordelijkheid van schoolbesturen voor kansengelijkheid."
    for i in range(90)
)


def source(*, printed: str = "docx", style: int = 1):
    text = SOURCE.format(format=printed, style=style, long=LONG)
    return parse_annotated(text, "veenrade-verslag.txt")


def printed_letters(document) -> str:
    return letters(" ".join(f"{item.heading} {item.text}" for item in document.items))[0]


def pdf_pages(content: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def pdf_letters(content: bytes, style) -> str:
    """The letters on the pages without what the house style adds."""
    pages = pdf_pages(content)
    out = []
    for number, page in enumerate(pages, start=1):
        text = letters(page)[0]
        furniture = "gemeenteveenradeleaoverleg" if style.running else ""
        furniture += f"pagina{number}van{len(pages)}" if style.pages else ""

        assert text.startswith(furniture)
        out.append(text.removeprefix(furniture))
    if style.opening.name == "LOGO":
        out[0] = out[0].removeprefix("veenrade")
    return "".join(out).replace("nronderwerpbespreking", "")


@pytest.mark.parametrize("number", STYLES)
def test_a_pdf_holds_the_text_of_its_source(number):
    style = PDF_STYLES[number]
    document = source(printed="pdf")

    assert pdf_letters(write_pdf(document, style), style) == printed_letters(document)


@pytest.mark.parametrize("number", STYLES)
def test_a_word_file_holds_the_text_of_its_source(number):
    document = source()
    content = write_docx(document, DOCX_STYLES[number])
    words = " ".join(docx_paragraphs(docx.Document(io.BytesIO(content))))

    assert letters(words)[0].replace("nronderwerpbespreking", "") == printed_letters(document)


def docx_paragraphs(document) -> list[str]:
    """The paragraphs in reading order, cells of nested tables too, with computed numbers."""
    counters: dict[int, int] = {}
    return list(_paragraphs(document, _levels(document), counters))


def _paragraphs(holder, levels, counters):
    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell, levels, counters)
        else:
            number = block._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            label = ""
            if number is not None:
                key = int(number.get(qn("w:val")))
                form, text, start = levels[key]
                counters[key] = counters.get(key, start - 1) + 1
                shown = f"{counters[key]:02}" if form == "decimalZero" else str(counters[key])
                label = text.replace("%1", shown) + " "
            yield label + block.text


def _levels(document):
    """Of each list: the form of its numbers, the text around them, and the first one."""
    root = document.part.numbering_part.element
    abstract = {
        n.get(qn("w:abstractNumId")): n.find(qn("w:lvl"))
        for n in root.findall(qn("w:abstractNum"))
    }
    levels = {}
    for num in root.findall(qn("w:num")):
        level = abstract[num.find(qn("w:abstractNumId")).get(qn("w:val"))]
        start = num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        levels[int(num.get(qn("w:numId")))] = (
            level.find(qn("w:numFmt")).get(qn("w:val")),
            level.find(qn("w:lvlText")).get(qn("w:val")),
            1 if start is None else int(start.get(qn("w:val"))),
        )
    return levels


def test_numbers_that_word_computes_are_those_of_the_source():
    document = docx.Document(io.BytesIO(write_docx(source(), DOCX_STYLES[0])))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    printed = [text for text in docx_paragraphs(document) if text[:2] in {"1.", "2.", "4.", "5."}]

    assert headings == [
        "Opening",
        "Brede scholen in de wijk",
        "Mededelingen zonder nummer",
        "Peuters",
        "4a. Nagekomen",
        "Rondvraag",
    ]
    assert printed == ["1. Opening", "2. Brede scholen in de wijk", "4. Peuters", "5. Rondvraag"]


def test_a_dutch_word_names_its_heading_style_kop():
    document = docx.Document(io.BytesIO(write_docx(source(), DOCX_STYLES[1])))
    styles = {p._p.pPr.pStyle.val for p in document.paragraphs if p.text == "4. Peuters"}

    assert styles == {"Kop1"}


def test_hyphens_break_words_at_line_ends():
    text = "\n".join(pdf_pages(write_pdf(source(printed="pdf"), PDF_STYLES[1])))

    assert re.search(r"\w(?:\ufffe|-\r?\n|\x02)\w", text)


def test_a_table_over_the_whole_document_runs_over_pages():
    pages = pdf_pages(write_pdf(source(printed="pdf"), PDF_STYLES[3]))

    assert [letters(page)[0].count("nronderwerpbespreking") for page in pages] == [1] * len(pages)
    assert len(pages) > 2


@pytest.mark.parametrize("number", STYLES)
def test_the_same_source_gives_the_same_bytes(number):
    assert write_pdf(source(), PDF_STYLES[number]) == write_pdf(source(), PDF_STYLES[number])
    assert write_docx(source(), DOCX_STYLES[number]) == write_docx(source(), DOCX_STYLES[number])


def test_a_word_file_has_no_times_of_its_own():
    with zipfile.ZipFile(io.BytesIO(write_docx(source(), DOCX_STYLES[0]))) as package:
        assert {info.date_time for info in package.infolist()} == {(2024, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def _folder(tmp_path, *documents):
    for name, printed, style in documents:
        text = SOURCE.format(format=printed, style=style, long="Kort.")
        (tmp_path / name).write_text(text, encoding="utf-8")
    return read_annotations(tmp_path)


def test_files_go_to_the_folder_of_their_municipality(tmp_path):
    documents = _folder(tmp_path, ("a.txt", "docx", 1), ("b.txt", "pdf", 9))
    written = render(documents, tmp_path / "uit")

    assert [p.relative_to(tmp_path).as_posix() for p in written] == [
        "uit/Veenrade/a.docx",
        "uit/Veenrade/b.pdf",
    ]


def test_a_style_number_beyond_the_last_begins_again(tmp_path):
    documents = _folder(tmp_path, ("a.txt", "docx", 10))
    (written,) = render(documents, tmp_path / "uit")

    assert written.read_bytes() == write_docx(documents[0], DOCX_STYLES[1])


def test_both_formats_and_names_that_give_nothing_away(tmp_path):
    documents = _folder(tmp_path, ("a-verslag.txt", "docx", 1), ("b-agenda.txt", "pdf", 2))
    written = render(documents, tmp_path / "uit", both=True, anonymous=True)
    with (tmp_path / "uit" / "namen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))

    assert [p.name for p in written] == [
        "document-001.docx",
        "document-001.pdf",
        "document-002.docx",
        "document-002.pdf",
    ]
    assert rows == [
        ["bestand", "bron"],
        ["Veenrade/document-001.docx", "a-verslag.txt"],
        ["Veenrade/document-001.pdf", "a-verslag.txt"],
        ["Veenrade/document-002.docx", "b-agenda.txt"],
        ["Veenrade/document-002.pdf", "b-agenda.txt"],
    ]


def test_the_script_says_what_is_wrong_in_one_sentence(tmp_path, capsys):
    code = _main([str(tmp_path / "weg"), str(tmp_path / "uit")])

    assert code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_without_sources_is_refused(tmp_path):
    with pytest.raises(InputError, match="geen geannoteerde documenten"):
        read_annotations(tmp_path)
