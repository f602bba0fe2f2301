import errno

import pytest

import leaterms
from leaterms.writing import refuse_to_overwrite, say_unwritable, write_whole


def write_text(text):
    return lambda path: path.write_text(text, encoding="utf-8")


def test_a_file_is_written_over_what_was_there(tmp_path):
    (tmp_path / "a.txt").write_text("oud", encoding="utf-8")
    write_whole("Het rapport", tmp_path / "a.txt", write_text("nieuw"))

    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_was_there_stays_when_writing_fails_halfway(tmp_path):
    def fail(path):
        path.write_text("half", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.txt").write_text("oud", encoding="utf-8")

    with pytest.raises(leaterms.OutputError, match="de computer meldt: No space left on device"):
        write_whole("Het rapport", tmp_path / "a.txt", fail)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(), "die map bestaat niet; maak haar eerst, of kies een andere map"),
        (NotADirectoryError(), "er staat daar al iets anders met die naam; kies een andere naam"),
        (IsADirectoryError(), "er staat daar al iets anders met die naam; kies een andere naam"),
        (OSError("stuk"), "de computer meldt: stuk; kies een andere map"),
    ],
)
def test_the_reason_is_dutch_and_says_what_to_do(tmp_path, error, reason):
    sentence = say_unwritable("Het rapport", tmp_path, error)

    assert sentence == f"Het rapport kan niet worden geschreven naar '{tmp_path}': {reason}."


def test_a_file_that_is_there_is_not_overwritten_unasked(tmp_path):
    there = tmp_path / "dossier.docx"
    there.touch()

    with pytest.raises(leaterms.OutputError) as caught:
        refuse_to_overwrite(there, force=False)
    assert str(caught.value) == (
        f"'{there}' bestaat al; kies een andere naam achter --out, of zet --force erbij om het "
        "te vervangen."
    )
    assert refuse_to_overwrite(there, force=True) is None
    assert refuse_to_overwrite(tmp_path / "nieuw.docx", force=False) is None
