import os
import subprocess
import sys
from pathlib import Path

import pytest

from leaterms.archive import HTML_MARK, Store, find_files
from leaterms.vocabulary import build_vocabulary

ROOT = Path(__file__).parents[2]
NAMES = [f"{letter}.docx" for letter in "abcdef"]


@pytest.fixture
def log(tmp_path, monkeypatch):
    """The names that `counting_reader` was given, in order."""
    file = tmp_path / "log.txt"
    monkeypatch.setenv("LEATERMS_TEST_LOG", str(file))

    def names():
        found = file.read_text(encoding="utf-8").split() if file.exists() else []
        file.unlink(missing_ok=True)
        return found

    return names


@pytest.fixture
def archive(tmp_path, minutes):
    for day, name in enumerate(NAMES, 1):
        minutes(tmp_path / "archief" / name, date=f"{day} maart 2022")
    return tmp_path / "archief"


def test_a_second_scan_reads_nothing_again(archive, run_scan, log):
    first = run_scan(archive, fault="counting_reader")
    assert log() == NAMES

    second = run_scan(archive, fault="counting_reader")
    assert log() == []
    assert second == first


def test_only_what_changed_is_read_again(archive, run_scan, log, minutes):
    run_scan(archive, fault="counting_reader")
    log()
    minutes(archive / "b.docx", line="Iets anders.")
    (archive / "c.docx").rename(archive / "g.docx")
    (archive / "kopie").mkdir()
    (archive / "kopie" / "d.docx").write_bytes((archive / "d.docx").read_bytes())

    results = run_scan(archive, fault="counting_reader")
    assert log() == ["b.docx", "g.docx"]  # a name can tell a date, so it counts
    names = ["a.docx", "b.docx", "d.docx", "e.docx", "f.docx", "g.docx", "kopie/d.docx"]
    assert sorted(results) == names
    assert results["kopie/d.docx"].record == results["d.docx"].record


def test_another_vocabulary_reads_all_again(archive, run_scan, log, vocabulary):
    run_scan(archive, fault="counting_reader")
    log()
    other = build_vocabulary((*vocabulary.files, ("eigen.yaml", "[]")))

    run_scan(archive, fault="counting_reader", vocabulary=other)
    assert log() == NAMES
    run_scan(archive, fault="counting_reader")
    assert log() == []


def test_what_was_no_fault_of_the_file_is_tried_again(tmp_path, minutes, run_scan):
    minutes(tmp_path / "archief" / "crash.docx")
    minutes(tmp_path / "archief" / "disk.docx")
    first = run_scan(tmp_path / "archief", fault="crashing_reader")
    lying = run_scan(tmp_path / "archief", fault="lying_reader", store=tmp_path / "b.sqlite")

    assert first["crash.docx"].status == "failed"
    assert lying["disk.docx"].status == "failed"
    assert run_scan(tmp_path / "archief")["crash.docx"].status == "ok"
    again = run_scan(tmp_path / "archief", store=tmp_path / "b.sqlite")
    assert again["disk.docx"].status == "ok"


def test_the_number_of_workers_changes_nothing(archive, run_scan, tmp_path):
    (archive / "leeg.pdf").write_bytes(b"")
    (archive / "geheim.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    one = run_scan(archive, jobs=1, store=tmp_path / "1.sqlite")
    two = run_scan(archive, jobs=2, store=tmp_path / "2.sqlite")

    assert list(one) == [*NAMES, "geheim.doc", "leeg.pdf"]
    assert list(two.values()) == list(one.values())


def test_each_file_is_told_once(archive, run_scan):
    (archive / "leeg.pdf").write_bytes(b"")
    told = []

    run_scan(archive, jobs=2, progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == [1, 2, 3, 4, 5, 6, 7]
    assert {total for _, total, _ in told} == {7}
    assert sorted(path for _, _, path in told) == [*NAMES, "leeg.pdf"]


def test_a_scan_that_is_killed_goes_on_where_it_was(archive, run_scan, log, tmp_path):
    script = (
        "import sys, leaterms\n"
        "from pathlib import Path\n"
        "from leaterms.archive import Store, find_files, scan_archive\n"
        "scan_archive(find_files([Path(sys.argv[1])]), Store.create(Path(sys.argv[2])),\n"
        "    leaterms.load_vocabulary(), corrections={}, jobs=2, command=(sys.argv[3],),\n"
        "    progress=lambda *step: print(step[2], flush=True))\n"
    )
    fault = ROOT / "tests" / "faults" / "counting_reader.py"
    store = tmp_path / "scan.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(archive), str(store), str(fault)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as parent:
        done = {parent.stdout.readline().strip() for _ in range(3)}
        parent.kill()
        done |= set(parent.stdout.read().split())
    log()

    results = run_scan(archive, fault="counting_reader", store=store)
    assert set(log()) <= set(NAMES) - done
    assert sorted(results) == NAMES
    assert {result.status for result in results.values()} == {"ok"}
    assert results == run_scan(archive, store=tmp_path / "fresh.sqlite")


def test_an_interrupted_scan_leaves_no_worker_and_keeps_what_was_read(archive, run_scan, log):
    def interrupt(done, total, path):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_scan(archive, fault="counting_reader", progress=interrupt)

    assert len(log()) == 2
    run_scan(archive, fault="counting_reader")
    assert log() == NAMES[2:]


def test_nothing_is_written_in_the_archive(archive, run_scan):
    before = {path: path.read_bytes() for path in archive.rglob("*")}
    run_scan(archive)

    assert {path: path.read_bytes() for path in archive.rglob("*")} == before


def test_a_store_in_the_archive_is_no_row(archive, run_scan):
    run_scan(archive, store=archive / "leaterms.sqlite")

    assert sorted(run_scan(archive, store=archive / "leaterms.sqlite")) == NAMES
    assert [file.path for file in find_files([archive]).files] == NAMES


def test_a_file_that_cannot_be_opened_is_a_row(archive, run_scan, monkeypatch):
    opened = Path.open

    def refuse(path, *args, **options):
        if path.name == "a.docx":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    results = run_scan(archive)

    assert (results["a.docx"].status, results["a.docx"].sha256) == ("failed", "")
    assert results["a.docx"].error == (
        "'a.docx' kan niet worden geopend; vraag leesrechten aan en scan opnieuw"
    )
    assert results["b.docx"].status == "ok"


def test_every_kind_of_file_is_a_row_with_its_reason(tmp_path, run_scan):
    folder = tmp_path / "archief"
    folder.mkdir()
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "plaatje.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.7\nniets")
    results = run_scan(folder)

    assert {path: result.status for path, result in results.items()} == {
        "leeg.pdf": "failed",
        "oud.doc": "unsupported",
        "plaatje.docx": "unsupported",
        "stuk.pdf": "failed",
    }
    assert {path: result.format for path, result in results.items()} == {
        "leeg.pdf": "",
        "oud.doc": "ole",
        "plaatje.docx": "afbeelding",
        "stuk.pdf": "pdf",
    }
    assert all(path in result.error for path, result in results.items())


def test_text_and_web_pages_are_read_and_our_own_report_is_no_row(tmp_path, run_scan):
    folder = tmp_path / "archief"
    folder.mkdir()
    lines = ["Verslag LEA-overleg gemeente Veenrade", "Datum: 2 maart 2022", "1. Opening"]
    text = "Besproken is het voorkomen van segregatie in de peuteropvang."
    (folder / "verslag.txt").write_text("\n\n".join([*lines, text]), encoding="cp1252")
    page = "".join(f"<p>{line}</p>" for line in [*lines, text])
    (folder / "verslag.doc").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (folder / "rapport.html").write_text(f"<html>{HTML_MARK}{page}", encoding="utf-8")
    (folder / "bericht.eml").write_bytes(b"Subject: verslag\n\nBeste")
    results = run_scan(folder)

    assert {path: (r.format, r.status) for path, r in results.items()} == {
        "bericht.eml": ("eml", "unsupported"),
        "verslag.doc": ("html", "ok"),
        "verslag.txt": ("tekst", "ok"),
    }
    assert all(
        [(m.theme, m.quote) for m in results[path].mentions]
        == [("segregatie", "voorkomen van segregatie")]
        for path in ("verslag.doc", "verslag.txt")
    )


def test_an_archive_without_files_starts_no_worker(tmp_path, run_scan, vocabulary):
    (tmp_path / "leeg").mkdir()

    assert run_scan(tmp_path / "leeg", fault="mute_worker") == {}
    assert Store.open(tmp_path / "scan.sqlite").latest_scan() == 1
