import subprocess
import sys
from dataclasses import dataclass

import pytest

from leaterms import cli
from tests.cli.making import write_minutes


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """The command line in this process."""

    def run_in_process(*arguments):
        monkeypatch.setattr(sys, "argv", ["leaterms", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        shown = capsys.readouterr()
        return Outcome(stop.value.code, shown.out, shown.err)

    return run_in_process


def start(folder, arguments, environment=None):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "leaterms", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env=environment,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def launch(tmp_path):
    """`python -m leaterms` in a process of its own, in an empty folder."""
    return lambda *arguments, **environment: start(tmp_path, arguments, environment or None)


def write_archive(folder):
    """Minutes in local words, then in those of the law."""
    opening = "De wethouder opent de vergadering."
    groups = "De peutergroepen worden bewust heterogeen samengesteld."
    talk = "De besturen bespraken het voorkomen van segregatie."
    write_minutes(
        folder / "2021.docx",
        "15 april 2021",
        {"Opening": opening, "Diversiteit en inclusie": groups},
    )
    write_minutes(
        folder / "2022.docx", "12 mei 2022", {"Opening": opening, "Voorkomen van segregatie": talk}
    )


@pytest.fixture
def archive(tmp_path):
    write_archive(tmp_path / "archief")
    return tmp_path / "archief"


@pytest.fixture(scope="session")
def scanned(tmp_path_factory):
    """A folder with an archive and what `leaterms scan` made of it, and what it said."""
    folder = tmp_path_factory.mktemp("werk")
    write_archive(folder / "archief")
    before = {path: path.read_bytes() for path in (folder / "archief").iterdir()}
    done = start(folder, ["scan", "archief", "--out", "uitvoer", "--jobs", "1"])
    return folder, done, before
