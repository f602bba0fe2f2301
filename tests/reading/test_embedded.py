"""Documents within a Word file, as systems that make minutes put them in."""

import re

import pytest

from leaterms.reading import BlockKind
from tests.reading.making import read_bytes, rewrite_part, word_bytes

PAGE = (
    "<html><body><h2>2. Segregatie</h2><p>De besturen spreken \u00e9\u00e9n datum af.</p></body>"
    "</html>"
)
BLOCKS = [
    ("2. Segregatie", BlockKind.HEADING),
    ("De besturen spreken \u00e9\u00e9n datum af.", BlockKind.PARAGRAPH),
]
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
ARCHIVE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n\r\n"
    + PAGE.replace("\u00e9", "=E9")
    + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + "iVBORw0=\r\n--b--\r\n"
)

RICH = (
    rb"{\rtf1\ansi\pard\outlinelevel1 2. Segregatie\par\pard De besturen spreken "
    rb"\'e9\'e9n datum af.\par}"
)


def with_chunk(part, extension, *, mark='<w:altChunk r:id="deel"/>', build=None):
    """A Word file 'Voor', the embedded `part`, 'Na'."""

    def default(word):
        word.add_paragraph("Voor")
        word.add_paragraph("Na")

    content = word_bytes(build or default)
    name = f"afchunk.{extension}"
    content = rewrite_part(content, f"word/{name}", lambda _: part)
    relation = f'<Relationship Id="deel" Type="{RELATION}" Target="{name}"/>'
    content = rewrite_part(
        content,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
    )
    names = (
        b'<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships" '
    )

    def put_in(xml):
        xml = re.sub(rb"<w:document (?!.*xmlns:r=)", names, xml, count=1)
        return re.sub(rb"(Voor</w:t></w:r></w:p>)", rb"\1" + mark.encode(), xml, count=1)

    return rewrite_part(content, "word/document.xml", put_in)


def inner_word():
    def build(word):
        word.add_heading("2. Segregatie", 2)
        word.add_paragraph("De besturen spreken \u00e9\u00e9n datum af.")

    return word_bytes(build)


@pytest.mark.parametrize(
    ("part", "extension"),
    [
        (PAGE.encode(), "htm"),
        (PAGE.encode("cp1252").replace(b"<html>", b"<html><meta charset=windows-1252>"), "html"),
        (ARCHIVE.encode("ascii"), "mht"),
        (RICH, "rtf"),
        (inner_word(), "docx"),
    ],
    ids=["utf-8", "windows", "mht", "rtf", "docx"],
)
def test_an_embedded_document_is_read_in_its_place(tmp_path, part, extension):
    blocks = read_bytes(with_chunk(part, extension), tmp_path).blocks

    assert [(b.text, b.kind) for b in blocks] == [
        ("Voor", BlockKind.PARAGRAPH),
        *BLOCKS,
        ("Na", BlockKind.PARAGRAPH),
    ]
    assert [b.sources[0].paragraph for b in blocks] == [1, 1, 1, 2]


def test_an_embedded_document_within_a_cell_follows_its_row(tmp_path):
    def build(word):
        cells = word.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "Voor", "naast"
        word.add_paragraph("Na")

    blocks = read_bytes(with_chunk(PAGE.encode(), "htm", build=build), tmp_path).blocks

    assert [b.text for b in blocks] == [
        "Voor | naast",
        *(text for text, _ in BLOCKS),
        "Na",
    ]


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        (b"\x00\x01\x02\x03", '<w:altChunk r:id="deel"/>'),
        (b"PK\x03\x04kapot", '<w:altChunk r:id="deel"/>'),
        (PAGE.encode(), '<w:altChunk r:id="weg"/>'),
    ],
    ids=["unknown", "damaged", "missing"],
)
def test_one_that_cannot_be_read_is_said(tmp_path, part, mark):
    document = read_bytes(with_chunk(part, "bin", mark=mark), tmp_path, "stuk.docx")

    assert document.text == "Voor\nNa"
    assert document.note == (
        "in 'stuk.docx' staat een ingevoegd onderdeel dat niet gelezen is; open het in Word en "
        "sla het opnieuw op"
    )


def test_a_file_within_itself_without_end_is_cut_off(tmp_path):
    content = with_chunk(PAGE.encode(), "htm")
    for _ in range(6):
        content = with_chunk(content, "docx")
    document = read_bytes(content, tmp_path)

    assert document.text.count("Voor") == 5


def test_a_page_saved_as_one_file_is_a_web_page(tmp_path):
    document = read_bytes(ARCHIVE.encode("ascii"), tmp_path, "stuk.doc")

    assert [(b.text, b.kind) for b in document.blocks] == BLOCKS
    assert document.format == "html"
