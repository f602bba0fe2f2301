import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from leaterms.archive import WorkerLimits, workers
from leaterms.archive.workers import usable_cores

ROOT = Path(__file__).parents[2]


def statuses(results):
    return {path: result.status for path, result in results.items()}


@pytest.fixture
def archive(tmp_path, minutes):
    def make(*names):
        for name in names:
            minutes(tmp_path / "archief" / name)
        return tmp_path / "archief"

    return make


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_kills_its_worker_is_one_failed_row(archive, run_scan, jobs):
    folder = archive("a.docx", "b.docx", "crash.docx", "d.docx")

    results = run_scan(folder, fault="crashing_reader", jobs=jobs)

    assert statuses(results) == {
        "a.docx": "ok",
        "b.docx": "ok",
        "crash.docx": "failed",
        "d.docx": "ok",
    }
    assert results["crash.docx"].error == (
        "bij het lezen van 'crash.docx' viel het leesprogramma uit; sla het opnieuw op, "
        "bijvoorbeeld met 'Afdrukken naar PDF', en scan opnieuw"
    )


def test_a_file_that_hangs_is_ended_after_its_time(archive, run_scan):
    folder = archive("a.docx", "hang.docx", "z.docx")

    results = run_scan(folder, fault="hanging_reader", limits=WorkerLimits(seconds=2))

    assert statuses(results) == {"a.docx": "ok", "hang.docx": "failed", "z.docx": "ok"}
    assert results["hang.docx"].error == (
        "het lezen van 'hang.docx' duurde langer dan 2 seconden en is gestopt; "
        "sla het opnieuw op of splits het, en scan opnieuw"
    )


def test_a_file_that_eats_memory_is_ended(archive, run_scan):
    folder = archive("a.docx", "eat.docx", "z.docx")

    results = run_scan(folder, fault="eating_reader", limits=WorkerLimits(memory=900 * 2**20))

    assert statuses(results) == {"a.docx": "ok", "eat.docx": "failed", "z.docx": "ok"}
    assert results["eat.docx"].error == (
        "het lezen van 'eat.docx' vroeg meer dan 900 MB geheugen en is gestopt; "
        "splits het of sla het opnieuw op, en scan opnieuw"
    )


def test_what_a_library_prints_is_no_answer(archive, run_scan, capfd):
    folder = archive("a.docx", "b.docx")

    results = run_scan(folder, fault="printing_reader")

    assert statuses(results) == {"a.docx": "ok", "b.docx": "ok"}
    assert capfd.readouterr() == ("", "")


def test_no_file_pays_for_what_another_left_behind(archive, run_scan):
    folder = archive("a.docx", "b.docx", "c.docx")

    results = run_scan(folder, fault="grudging_reader")

    assert statuses(results) == dict.fromkeys(["a.docx", "b.docx", "c.docx"], "ok")


def test_a_reader_that_breaks_its_promises_costs_no_other_file(archive, run_scan):
    folder = archive("a.docx", "bug.docx", "disk.docx", "memory.docx", "surrogate.docx")

    results = run_scan(folder, fault="lying_reader")

    assert statuses(results) == {
        "a.docx": "ok",
        "bug.docx": "failed",
        "disk.docx": "failed",
        "memory.docx": "failed",
        "surrogate.docx": "ok",
    }
    assert "(ZeroDivisionError)" in results["bug.docx"].error
    assert "netwerkmap" in results["disk.docx"].error
    assert "geheugen" in results["memory.docx"].error
    texts = [item.title + item.text for item in results["surrogate.docx"].record.items]
    assert "".join(texts).count("\ufffd") == 1


def test_workers_that_cannot_start_end_the_scan_with_what_they_said(archive, run_scan):
    folder = archive("a.docx")

    with pytest.raises(RuntimeError, match="No module named 'ahocorasick'"):
        run_scan(folder, fault="mute_worker")


def test_no_worker_is_left_behind(archive, run_scan):
    run_scan(archive("a.docx", "crash.docx"), fault="crashing_reader", jobs=2)

    assert psutil.Process().children() == []


def test_a_worker_does_not_outlive_a_parent_that_is_killed(archive, tmp_path):
    folder = archive("hang.docx")
    script = (
        "import sys, leaterms\n"
        "from leaterms.archive import Store, find_files, scan_archive\n"
        "from pathlib import Path\n"
        "scan_archive(find_files([Path(sys.argv[1])]), Store.create(Path(sys.argv[2])),\n"
        "    leaterms.load_vocabulary(), corrections={}, jobs=1, command=(sys.argv[3],))\n"
    )
    fault = ROOT / "tests" / "faults" / "hanging_reader.py"
    begun = tmp_path / "begonnen"
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(folder), str(tmp_path / "s.sqlite"), str(fault)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LEATERMS_TEST_BEGUN": str(begun)},
    )
    try:
        deadline = time.monotonic() + 120
        while not begun.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        (worker,) = psutil.Process(parent.pid).children()
    finally:
        parent.kill()
        parent.wait()

    assert begun.exists()
    assert psutil.wait_procs([worker], timeout=30)[1] == []


@pytest.mark.parametrize(
    ("quota", "cores"),
    [("max 100000", 6), ("200000 100000", 2), ("50000 100000", 1), ("900000 100000", 6), ("", 6)],
)
def test_the_cores_are_those_of_this_process_and_its_container(
    monkeypatch, tmp_path, quota, cores
):
    (tmp_path / "cpu.max").write_text(quota, encoding="ascii")
    monkeypatch.setattr(workers, "_QUOTA", tmp_path / "cpu.max")
    monkeypatch.setattr(psutil.Process, "cpu_affinity", lambda _: list(range(6)), raising=False)

    assert usable_cores() == cores


def test_an_answer_that_waits_is_in_time(archive, run_scan):
    """The parent may be busy for longer than a file may take."""
    folder = archive("a.docx", "b.docx", "c.docx", "d.docx")
    limits = WorkerLimits(seconds=6)

    def dawdle(done, total, path):
        if done == 1:
            time.sleep(7)

    results = run_scan(folder, jobs=2, limits=limits, progress=dawdle)
    assert statuses(results) == dict.fromkeys(["a.docx", "b.docx", "c.docx", "d.docx"], "ok")
