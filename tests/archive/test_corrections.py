import datetime as dt
import unicodedata

import pytest

from leaterms.archive import find_corrections, find_files
from leaterms.errors import CorrectionsError


@pytest.fixture
def make(tmp_path):
    """Make files; a text is that of a correcties.yaml."""

    def write(**files):
        for name, text in files.items():
            path = tmp_path / "archief" / name.replace("__", "/").replace("_yaml", ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "archief"

    return write


def entry(path, date="2021-04-14"):
    return f"- path: {path}\n  reason: printdatum\n  date: {date}\n"


def found(*roots):
    corrections = find_corrections(find_files(roots))
    return {path: correction.date for path, correction in corrections.items()}


def test_a_correction_names_a_file_as_the_table_does(make):
    root = make(map__a="x", correcties_yaml=entry("map/a"))

    assert found(root) == {"map/a": dt.date(2021, 4, 14)}


@pytest.mark.parametrize("path", [r"map\a", "./map/a"])
def test_a_path_may_be_spelt_as_on_windows_or_in_a_shell(make, path):
    root = make(map__a="x", correcties_yaml=entry(path))

    assert found(root) == {"map/a": dt.date(2021, 4, 14)}


def test_two_ways_to_write_an_accent_are_one(make):
    root = make(**{unicodedata.normalize("NFD", "café"): "x"}, correcties_yaml=entry("café"))

    assert list(found(root)) == [unicodedata.normalize("NFD", "café")]


def test_a_folder_keeps_its_corrections_when_it_is_scanned_with_others(make):
    root = make(een__a="x", een__correcties_yaml=entry("a"), twee__b="x")

    assert found(root / "een", root / "twee") == {"een/a": dt.date(2021, 4, 14)}
    assert found(root) == {"een/a": dt.date(2021, 4, 14)}
    assert found(root / "een") == {"a": dt.date(2021, 4, 14)}


def test_of_several_roots_a_path_may_begin_with_its_root(make):
    root = make(een__a="x", een__correcties_yaml=entry("een/a"), twee__b="x")

    assert found(root / "een", root / "twee") == {"een/a": dt.date(2021, 4, 14)}


def test_the_correction_nearest_to_the_file_holds(make):
    root = make(
        map__a="x",
        correcties_yaml=entry("map/a", "2021-01-01"),
        map__correcties_yaml=entry("a", "2022-02-02"),
    )

    assert found(root) == {"map/a": dt.date(2022, 2, 2)}


def test_a_single_file_takes_its_own_from_beside_it(make):
    root = make(a="x", b="x", correcties_yaml=entry("a") + entry("b", "2022-02-02"))

    assert found(root / "b") == {"b": dt.date(2022, 2, 2)}


def test_all_faults_of_all_files_are_named_at_once(make):
    root = make(
        a="x",
        correcties_yaml=entry("weg.pdf"),
        map__correcties_yaml="- path: a\n  reden: typfout\n",
    )

    with pytest.raises(CorrectionsError) as caught:
        found(root)
    lines = str(caught.value).splitlines()
    assert lines[0] == (
        "correcties.yaml: 'weg.pdf' is er niet; schrijf het pad zoals het in het rapport staat"
    )
    assert len(lines) >= 2
    assert all(line.startswith("correcties.yaml:") for line in lines[1:])


def test_a_path_with_a_slip_is_told_the_nearest_there_is(make):
    root = make(map__verslag_april="x", map__correcties_yaml=entry("verslag-apirl"))

    with pytest.raises(CorrectionsError) as caught:
        found(root)
    assert str(caught.value) == (
        "map/correcties.yaml: 'verslag-apirl' is er niet; bedoelde u 'verslag_april'?"
    )


def test_a_scan_follows_the_correction_and_reads_only_that_file_again(
    tmp_path, minutes, run_scan, monkeypatch
):
    folder = tmp_path / "archief"
    monkeypatch.setenv("LEATERMS_TEST_LOG", str(tmp_path / "log.txt"))
    minutes(folder / "a.docx")
    minutes(folder / "b.docx", date="3 maart 2022")
    before = run_scan(folder, fault="counting_reader")
    (folder / "correcties.yaml").write_text(entry("b.docx"), encoding="utf-8")
    after = run_scan(folder, fault="counting_reader")

    assert before["b.docx"].record.meeting_date == dt.date(2022, 3, 3)
    assert after["b.docx"].record.meeting_date == dt.date(2021, 4, 14)
    assert after["a.docx"] == before["a.docx"]
    assert (tmp_path / "log.txt").read_text(encoding="utf-8").split() == [
        "a.docx",
        "b.docx",
        "b.docx",
    ]


def test_every_key_of_a_correction_reaches_the_worker(tmp_path, minutes, run_scan):
    minutes(tmp_path / "archief" / "a.docx")
    (tmp_path / "archief" / "correcties.yaml").write_text(
        "- path: a.docx\n  reason: gebeld\n  kind: agenda\n  level: ambtelijk\n  is_lea: nee\n"
        "  partners: [kinderopvang, gemeente]\n  municipality: [Weesp, Diemen]\n",
        encoding="utf-8",
    )
    record = run_scan(tmp_path / "archief")["a.docx"].record

    assert (record.kind, record.level, record.is_lea) == ("agenda", "ambtelijk", False)
    assert record.partners == ("gemeente", "kinderopvang")
    assert record.municipalities == ("Weesp", "Diemen")
    assert "gebeld" in record.lea_reason
