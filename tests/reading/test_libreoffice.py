import shutil
import sys
from pathlib import Path

import psutil
import pytest

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading import read_document
from leaterms.reading.libreoffice import (
    ConversionLimits,
    convert_to_docx,
    find_libreoffice,
    libreoffice_identity,
)
from tests.reading.making import read_bytes, word_bytes
from tests.reading.test_formats import OLE

OLD_WORD = OLE + "WordDocument".encode("utf-16-le")


@pytest.fixture
def nowhere(monkeypatch):
    """A machine without LibreOffice."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(Path, "is_file", lambda _: False)


def script(folder, monkeypatch, body):
    """A program that stands in for LibreOffice: a Python script that gets its arguments."""
    file = folder / "nep.py"
    file.write_text(body, encoding="utf-8")
    popen = psutil.subprocess.Popen
    monkeypatch.setattr(
        sys.modules["leaterms.reading.programs"].subprocess,
        "Popen",
        lambda command, **options: popen([sys.executable, str(file), *command[1:]], **options),
    )
    return Path(sys.executable)


GIVES = """
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
(out / "stuk.docx").write_bytes(pathlib.Path(sys.argv[-1]).read_bytes() + b"!")
"""


def test_without_libreoffice_the_mend_is_told(tmp_path, nowhere):
    with pytest.raises(UnsupportedDocument) as caught:
        read_bytes(OLD_WORD, tmp_path, "oud.doc")

    assert str(caught.value) == (
        "'oud.doc' is een Word-bestand in het oude formaat (.doc); open het in Word en sla het op "
        "als .docx of als PDF, of installeer LibreOffice en scan opnieuw"
    )


def test_nothing_is_found_and_nothing_identified_where_it_is_not(nowhere):
    assert find_libreoffice() is None
    assert libreoffice_identity() == ""


def test_the_program_is_given_the_file_and_gives_another(tmp_path, monkeypatch):
    program = script(tmp_path, monkeypatch, GIVES)

    assert convert_to_docx(b"inhoud", "oud.doc", "doc", program) == b"inhoud!"


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tijdelijk"))
    (tmp_path / "tijdelijk").mkdir()
    convert_to_docx(b"x", "oud.doc", "doc", script(tmp_path, monkeypatch, GIVES))

    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_program_that_makes_nothing_says_what_may_be_wrong(tmp_path, monkeypatch):
    program = script(tmp_path, monkeypatch, "")

    with pytest.raises(BrokenDocument, match=r"'oud\.doc' is beschadigd of met een wachtwoord"):
        convert_to_docx(b"x", "oud.doc", "doc", program)


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    noted = tmp_path / "nummer"
    body = f"""
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({str(noted)!r}).write_text(str(child.pid), encoding="ascii")
time.sleep(60)
"""
    program = script(tmp_path, monkeypatch, body)

    with pytest.raises(BrokenDocument, match="het duurde te lang") as caught:
        convert_to_docx(b"x", "oud.doc", "doc", program, ConversionLimits(seconds=1.5))
    assert isinstance(caught.value.__cause__, TimeoutError)  # so that a next scan tries again
    child = int(noted.read_text(encoding="ascii"))
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == "zombie"


def test_a_program_that_takes_too_much_memory_is_ended(tmp_path, monkeypatch):
    program = script(tmp_path, monkeypatch, "import time\ntime.sleep(60)")

    with pytest.raises(BrokenDocument, match="het vroeg te veel geheugen"):
        convert_to_docx(b"x", "oud.doc", "doc", program, ConversionLimits(memory=1000))


def test_a_program_that_does_not_start_is_told(tmp_path):
    with pytest.raises(BrokenDocument, match="het programma start niet"):
        convert_to_docx(b"x", "oud.doc", "doc", tmp_path / "bestaat-niet")


def test_what_it_makes_is_read_as_word_and_named_after_the_file(tmp_path, monkeypatch):
    made = word_bytes(lambda word: word.add_paragraph("Verslag van het overleg"))
    reader = sys.modules["leaterms.reading.reader"]
    monkeypatch.setattr(reader, "find_libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr(reader, "convert_to_docx", lambda *_: made)
    document = read_bytes(OLD_WORD, tmp_path, "oud.doc")

    assert (document.format, document.text) == ("doc", "Verslag van het overleg")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_refuses_a_damaged_file(tmp_path):
    path = tmp_path / "stuk.doc"
    path.write_bytes(OLD_WORD)

    with pytest.raises(BrokenDocument, match=r"'stuk\.doc'"):
        read_document(path)
