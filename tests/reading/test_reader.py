from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.errors import BrokenDocument, DocumentError, UnsupportedDocument
from leaterms.reading import Document, Limits, read_document
from leaterms.reading.html import read_html
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.reader import _printable
from leaterms.reading.rtf import read_rtf
from tests.reading.making import draw_pdf, read_bytes, word_bytes, write_lines
from tests.reading.test_formats import OLE, office, zipped
from tests.reading.test_odt import zipped as odt_bytes

PDF = draw_pdf(write_lines(["Verslag van het overleg", "Aanwezig: de besturen"]))
WORD = word_bytes(lambda word: word.add_paragraph("Verslag van het overleg"))
RTF = rb"{\rtf1\ansi Verslag van het overleg\par\trowd\cellx9\pard\intbl Een\cell\row}"
PAGE = b"<html><body><h1>Verslag</h1><ol><li>Opening</ol><table><tr><td>Een<td>twee</table>"
TEXT = "Verslag van het overleg\n\n1. Opening\nEén punt.\n".encode("cp1252")
ODT = odt_bytes("<text:p>Verslag</text:p><text:list><text:list-item><text:p>Een</text:p>"
                "</text:list-item></text:list>")  # fmt: skip
ALL = {"pdf": PDF, "docx": WORD, "rtf": RTF, "html": PAGE, "tekst": TEXT, "odt": ODT}
NAMES = [f"stuk.{end}" for end in "pdf docx doc odt rtf html htm txt xml msg zip".split()]


@pytest.mark.parametrize("name", ["stuk.pdf", "stuk.doc", "stuk", "stuk.txt", "stuk.html"])
@pytest.mark.parametrize("kind", ALL)
def test_the_extension_says_nothing(tmp_path, name, kind):
    assert read_bytes(ALL[kind], tmp_path, name).format == kind


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "met een wachtwoord beveiligd; open het"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook-bericht (.msg); sla de"),
        (OLE, "oud Office-bestand"),
        (office("xl"), "Excel-bestand (.xlsx); sla"),
        (office("ppt"), "presentatie (.pptx); sla"),
        (
            zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument-bestand maar geen tekst",
        ),
        (zipped(foto="x"), "zip-bestand, geen Word-document; pak"),
        (b"Subject: agenda\n", "e-mailbericht (.eml); sla"),
        (b"\x89PNG\r\n\x1a\n", "afbeelding; maak er met tekstherkenning"),
        (b"ID3\x04", "geluids- of beeldopname; zoek"),
        (b"7z\xbc\xaf\x27\x1c", "ingepakt archief; pak het uit"),
        (b"\x07J. Smit" + b"\0" * 154, "hulpbestand dat Word"),
        (bytes(range(256)), "onbekende soort; lever"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(tmp_path, content, words):
    with pytest.raises(UnsupportedDocument) as caught:
        read_bytes(content, tmp_path, "stuk.pdf")

    assert str(caught.value).startswith("'stuk.pdf' is ")
    assert words in str(caught.value)


def test_an_empty_file_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match=r"'leeg.docx' is leeg \(0 bytes\); haal"):
        read_bytes(b"", tmp_path, "leeg.docx")


def test_a_file_that_is_not_there_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match=r"'weg.pdf' kan niet .* \(het bestaat niet\)"):
        read_document(tmp_path / "weg.pdf")


def test_a_folder_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match="kan niet worden geopend"):
        read_document(tmp_path)


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path):
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.truncate(3 * 1024**2)

    with pytest.raises(BrokenDocument, match=r"'groot.pdf' is 3 MB groot, meer dan de 2 MB"):
        read_document(path, limits=Limits(file_bytes=2 * 1024**2))


def test_bytes_of_a_name_that_are_no_text_are_written_out():
    assert _printable("verslag-\udce9.pdf") == r"verslag-\xe9.pdf"


@pytest.mark.parametrize("content", ALL.values(), ids=ALL)
def test_reading_leaves_the_file_as_it_was(tmp_path, content):
    path = tmp_path / "bestand"
    path.write_bytes(content)
    before = path.stat().st_mtime_ns
    read_document(path)

    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == before
    assert list(tmp_path.iterdir()) == [path]


def attempt(content: bytes, path: Path) -> Document | DocumentError:
    path.write_bytes(content)
    try:
        return read_document(path)
    except DocumentError as error:
        return error


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bytes")


def answers(outcome: Document | DocumentError, name: str) -> bool:
    """Whether there is a document with text, or a sentence about the file."""
    if isinstance(outcome, Document):
        return any(block.text for block in outcome.blocks)
    return str(outcome).startswith(f"'{name}' ") and len(str(outcome)) > len(name) + 20


HEADS = [
    b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1", OLE, b"<html><p>", b"<table><tr>", b"\xff\xfe",
    b"1. Opening\n", b"<?xml version='1.0'?><office:document>", b"Subject: x\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.sampled_from(HEADS).flatmap(
        lambda head: st.binary(max_size=200).map(lambda tail: head + tail)
    ),
    st.sampled_from(NAMES),
)
def test_any_bytes_give_a_document_or_a_reason(folder, content, name):
    assert answers(attempt(content, folder / name), name)


words = st.lists(
    st.sampled_from(
        r"""{ } \par \cell \row \nestcell \nestrow \trowd \intbl \itap3 \u-5 \uc9 \'e9 \bin3 \pard
        \footnote \shptxt \* \listtext \stylesheet \s1 \fonttbl \f1 \v \plain a b \upr \ud
        \nesttableprops \clvmrg \cellx5 \deleted \outlinelevel0 \line \field \fldrslt""".split()
    ),
    max_size=40,
).map(lambda found: f"{{\\rtf1 {' '.join(found)}}}".encode() + b"}" * 9)
tags = st.lists(
    st.sampled_from(
        """<p> </p> <table> </table> <tr> <td> <td|rowspan=3> <th|colspan=2> <ol> <ol|start=-3>
        <li> </ol> <ul> <h2> </h2> <del> </del> <br> <div|hidden> <div|id=ftn1> </div> <pre> <b>
        a b <style>p{font-size:.pt}</style> <td|style=font-size:1e9em> <!-- --> <![if> &#0; &x;
        <svg> <caption> <body> </body> <li|value=x>""".split()
    ),
    max_size=40,
).map(lambda found: f"<html>{''.join(found)}".replace("|", " ").encode())


@settings(max_examples=200, deadline=None)
@given(words | tags)
def test_any_order_of_words_and_tags_gives_a_document_or_a_reason(content):
    read = read_html if content.startswith(b"<") else read_rtf
    try:
        outcome: Document | DocumentError = read(content, "stuk", DEFAULT_LIMITS)
    except DocumentError as error:
        outcome = error

    assert answers(outcome, "stuk")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*ALL.values()]), st.floats(0, 1))
def test_a_file_cut_off_anywhere_gives_a_document_or_a_reason(folder, content, share):
    assert answers(attempt(content[: int(share * len(content))], folder / "stuk"), "stuk")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*ALL.values()]), st.integers(0, 10**6), st.binary(min_size=1, max_size=30))
def test_a_file_damaged_anywhere_gives_a_document_or_a_reason(folder, content, place, damage):
    at = place % len(content)
    damaged = content[:at] + damage + content[at + len(damage) :]

    assert answers(attempt(damaged, folder / "stuk"), "stuk")
