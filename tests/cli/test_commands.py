import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

import leaterms
from leaterms import cli
from leaterms.cli import commands
from tests.cli.making import write_minutes

COMMANDS = ("scan", "evaluate")


def test_the_module_is_the_command(launch):
    done = launch("--version")

    assert (done.code, done.out, done.err) == (0, f"leaterms {leaterms.__version__}\n", "")


class TestScan:
    def test_it_shows_the_table_and_where_the_report_is(self, scanned):
        _, done, _ = scanned
        lines = [" ".join(line.split()) for line in done.out.splitlines()]

        assert (done.code, done.err) == (0, "")
        assert "Veenrade 2021 2022" in lines
        assert lines[lines.index("Segregatie midden geen") + 1] == "eigen woorden agendapunt"
        assert "2 bestanden, waarvan 2 gelezen." in lines
        assert lines[-2:] == [
            f"Rapport: {Path('uitvoer', 'rapport.html')}",
            f"Excel: {Path('uitvoer', 'leaterms.xlsx')}",
        ]

    def test_it_writes_report_workbook_and_store(self, scanned):
        assert sorted(path.name for path in (scanned[0] / "uitvoer").iterdir()) == [
            "leaterms.sqlite",
            "leaterms.xlsx",
            "rapport.html",
        ]

    def test_the_table_fits_eighty_columns(self, scanned):
        assert max(map(len, scanned[1].out.splitlines())) <= 80

    def test_the_workbook_holds_what_the_table_shows(self, scanned):
        book = openpyxl.load_workbook(scanned[0] / "uitvoer" / "leaterms.xlsx")

        assert [cell.value for cell in book["overzicht"][2]] == [
            "Veenrade",
            "voorkomen van segregatie",
            "midden: agendapunt in eigen woorden",
            "geen: agendapunt in wettelijke woorden",
        ]

    def test_the_report_links_to_the_files(self, scanned):
        page = (scanned[0] / "uitvoer" / "rapport.html").read_text(encoding="utf-8")

        assert '<a href="../archief/2021.docx">' in page

    def test_originals_are_not_touched(self, scanned):
        folder, _, before = scanned

        assert {path: path.read_bytes() for path in (folder / "archief").iterdir()} == before

    def test_the_store_is_whole_and_opens_again(self, scanned):
        store = scanned[0] / "uitvoer" / "leaterms.sqlite"

        with closing(sqlite3.connect(store)) as database:
            assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        with leaterms.open_scan(store) as scan:
            assert scan.documents["path"].tolist() == ["2021.docx", "2022.docx"]


def test_a_second_scan_says_the_same_and_writes_the_same_page(run, archive, tmp_path):
    out = tmp_path / "uitvoer"
    first = run("scan", archive, "--out", out, "--jobs", "1")
    page = (out / "rapport.html").read_bytes()
    again = run("scan", archive, "--out", out, "--jobs", "1")

    assert again == first
    assert (out / "rapport.html").read_bytes() == page


def test_files_and_folders_may_be_mixed(run, archive, tmp_path):
    done = run("scan", archive / "2021.docx", archive / "2022.docx", "--out", tmp_path / "uit")

    assert done.code == 0
    assert "2 bestanden, waarvan 2 gelezen." in done.out


def test_terms_of_ones_own_count(run, archive, tmp_path):
    own = tmp_path / "eigen.yaml"
    own.write_text(
        "- id: eigen-kwartetten\n"
        "  label: kwartetten\n"
        "  themes: [integratie]\n"
        "  wording: jargon\n"
        "  source: DIEMEN\n"
        "  matches: [De scholen gaan kwartetten.]\n"
        "  rejects: [De scholen gaan fietsen.]\n",
        encoding="utf-8",
    )
    write_minutes(archive / "2023.docx", "8 juni 2023", {"Scholen": "De scholen gaan kwartetten."})
    run("scan", archive, "--out", tmp_path / "uit", "--jobs", "1", "--vocabulary", own)
    with leaterms.open_scan(tmp_path / "uit" / "leaterms.sqlite") as scan:
        found = scan.mentions[scan.mentions["term"] == "eigen-kwartetten"]

    (quote,) = found["quote"]  # the words of the term, with those beside them that carry its theme
    assert "kwartetten" in quote


def test_a_file_that_failed_gives_code_three_and_its_reason(run, archive, tmp_path):
    (archive / "stuk.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    done = run("scan", archive, "--out", tmp_path / "uit", "--jobs", "1")

    assert done.code == 3
    assert "3 bestanden, waarvan 2 gelezen." in done.out
    assert "niet gelezen: stuk.pdf: " in done.out


def test_a_file_of_another_kind_is_told_and_is_no_failure(run, archive, tmp_path):
    (archive / "plaatje.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run("scan", archive, "--out", tmp_path / "uit", "--jobs", "1")

    assert done.code == 0
    assert "niet gelezen: plaatje.png: " in done.out


def assert_one_dutch_sentence(done, *words):
    assert done.code == 2
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert [word for word in words if word not in done.err] == []


def test_a_path_that_is_not_there(launch):
    assert_one_dutch_sentence(launch("scan", "weg"), "weg", "bestaat niet", "controleer")


def test_a_scan_that_cannot_begin_leaves_no_folder(launch, tmp_path):
    (tmp_path / "archief").mkdir()
    runs = [
        launch("scan", "weg", "--out", "eerst"),
        launch("scan", "archief", "--out", "dan", "--model", "nl_bestaat_niet"),
    ]

    assert [done.code for done in runs] == [2, 2]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archief"]


@pytest.mark.parametrize("arguments", [("scan", ""), ("scan", "archief", "--out", "")])
def test_an_empty_name_is_not_the_folder_one_happens_to_be_in(
    run, archive, monkeypatch, arguments
):
    monkeypatch.chdir(archive.parent)

    assert_one_dutch_sentence(run(*arguments), "geen naam")
    assert not (archive.parent / "rapport.html").exists()


def test_a_folder_without_files(launch, tmp_path):
    (tmp_path / "leeg").mkdir()

    assert_one_dutch_sentence(launch("scan", "leeg"), "'leeg'", "staan geen bestanden")


def test_a_vocabulary_with_an_error_names_file_line_and_mend(launch, archive, tmp_path):
    (tmp_path / "eigen.yaml").write_text("- idd: x\n", encoding="utf-8")
    done = launch("scan", archive, "--vocabulary", "eigen.yaml")

    assert done.code == 2
    assert done.out == ""
    assert all(line.startswith("eigen.yaml:1: ") for line in done.err.splitlines())
    assert "'idd' is geen bekende sleutel" in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archief", "eigen.yaml"]


def test_an_output_that_is_a_file(launch, archive, tmp_path):
    (tmp_path / "uit").write_text("van mij", encoding="utf-8")
    done = launch("scan", archive, "--out", "uit")

    assert_one_dutch_sentence(done, "'uit'", "niet worden geschreven", "kies een andere naam")
    assert (tmp_path / "uit").read_text(encoding="utf-8") == "van mij"


def test_an_output_that_may_not_be_written(run, archive, tmp_path, monkeypatch):
    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(commands.tempfile, "TemporaryFile", refuse)

    assert_one_dutch_sentence(
        run("scan", archive, "--out", tmp_path / "uit"),
        "niet worden geschreven",
        "u mag daar niet schrijven",
    )


def test_a_store_that_is_none_of_ours(run, archive, tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "leaterms.sqlite").write_text("geen database", encoding="utf-8")

    assert_one_dutch_sentence(run("scan", archive, "--out", tmp_path / "uit"), "leaterms.sqlite")


def test_a_fault_of_ours_is_code_four_and_no_traceback(run, archive, tmp_path, monkeypatch):
    def break_down(*_, **__):
        raise ZeroDivisionError("kapot")

    monkeypatch.setattr(leaterms, "scan", break_down)
    done = run("scan", archive, "--out", tmp_path / "uit")

    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("Er ging iets mis in leaterms zelf (ZeroDivisionError: kapot).")


def test_an_interruption_is_code_130_and_says_that_nothing_is_lost(
    run, archive, tmp_path, monkeypatch
):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(leaterms, "scan", interrupt)
    done = run("scan", archive, "--out", tmp_path / "uit")

    assert done.code == 130
    assert done.err.splitlines()[-1].startswith("Afgebroken. Wat al gelezen is, blijft bewaard")


def test_a_terminal_without_our_letters_stops_nothing(launch, archive):
    done = launch("scan", archive, "--jobs", "1", **{**os.environ, "PYTHONIOENCODING": "ascii"})

    assert (done.code, done.err) == (0, "")
    assert "2 bestanden, waarvan 2 gelezen." in done.out


def test_evaluating_nothing_is_one_sentence(run, tmp_path):
    (tmp_path / "leeg").mkdir()
    done = run("evaluate", tmp_path / "leeg")

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_the_door_is_one_function():
    assert cli.__all__ == ["main"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command):
    assert run(command, "--help").out.startswith(f"Gebruik: leaterms {command} ")


def test_evaluate_holds_printed_samples_against_their_annotations(run, tmp_path):
    samples = Path(__file__).parents[2] / "corpus_samples"
    (source,) = (samples / "annotaties").glob("graafdonk-2021-02-04-*.txt")
    (printed,) = (samples / "archief").rglob(f"{source.stem}.*")
    for file, folder in ((source, "annotaties"), (printed, "archief")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    plain = run("evaluate", tmp_path, "--jobs", "1")
    lines = plain.out.splitlines()

    assert (plain.code, plain.err, lines[0].split()[0]) == (0, "", "1")
    assert "Dekking (jaar x thema)  goed  van  aandeel" in lines


def test_help_loads_nothing_heavy():
    script = (
        "import sys\n"
        "sys.argv = ['leaterms', '--help']\n"
        "from leaterms.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    print(sorted({'pandas', 'spacy', 'numpy', 'docx', 'pydantic'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"
