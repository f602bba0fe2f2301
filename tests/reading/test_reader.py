from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.errors import BrokenDocument, DocumentError, UnsupportedDocument
from leaterms.reading import Document, Limits, read_document
from leaterms.reading.reader import _printable
from tests.reading.making import draw_pdf, read_bytes, word_bytes, write_lines
from tests.reading.test_formats import OLE, office, zipped

PDF = draw_pdf(write_lines(["Verslag van het overleg", "Aanwezig: de besturen"]))
WORD = word_bytes(lambda word: word.add_paragraph("Verslag van het overleg"))


@pytest.mark.parametrize("name", ["verslag.pdf", "verslag.doc", "verslag", "verslag.txt"])
def test_the_extension_says_nothing(tmp_path, name):
    assert read_bytes(WORD, tmp_path, name).format == "docx"


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


@pytest.mark.parametrize("content", [PDF, WORD])
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
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("bytes") / "bestand"


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf", OLE]).flatmap(
        lambda head: st.binary(max_size=200).map(lambda tail: head + tail)
    )
)
def test_any_bytes_give_a_document_or_a_reason(path, content):
    outcome = attempt(content, path)

    assert isinstance(outcome, Document) or str(outcome).startswith("'bestand' ")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([PDF, WORD]), st.floats(0, 1))
def test_a_file_cut_off_anywhere_gives_a_document_or_a_reason(path, content, share):
    outcome = attempt(content[: int(share * len(content))], path)

    assert isinstance(outcome, Document) or str(outcome).startswith("'bestand' ")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([PDF, WORD]), st.integers(0, 10**6), st.binary(min_size=1, max_size=30))
def test_a_file_damaged_anywhere_gives_a_document_or_a_reason(path, content, place, damage):
    at = place % len(content)
    outcome = attempt(content[:at] + damage + content[at + len(damage) :], path)

    assert isinstance(outcome, Document) or str(outcome).startswith("'bestand' ")
