import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading.decoding import decode, marked_encoding

TEXT = "Eén coördinator, ’s middags – € 5"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_the_encoding_it_is_in(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_an_old_dos_text_is_told_by_its_accents():
    text = "Eén coördinator financiën; ’s middags".replace("’", "'")

    assert decode(text.encode("cp850")) == text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("iso-8859-15", "iso-8859-15"),
        ("cp1252", "iso-8859-1"),  # what every browser makes of it
        ("cp1250", "windows-1250"),
        ("utf-8", "iso-8859-1"),  # the bytes say otherwise
        ("cp1252", "utf-16"),
        ("cp1252", "onzin"),
        ("cp1252", "zip_codec"),
    ],
)
def test_what_a_text_says_of_itself_counts_unless_the_bytes_contradict_it(encoding, declared):
    assert decode("Café € 5".encode(encoding), declared) == "Café € 5"


def test_bytes_that_are_no_text_are_marked():
    assert decode(b"Caf\xe9 \x81") == "Café \ufffd"


def test_a_plain_text_shows_no_encoding():
    assert marked_encoding(b"Verslag van 3 mei") == ""
    assert marked_encoding(b"") == ""


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf8_comes_back(text):
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(), st.text(max_size=20))
def test_any_bytes_are_some_text(content, declared):
    assert isinstance(decode(content, declared), str)
