from pathlib import Path

import docx
import pytest

import leaterms
from leaterms.archive import Store, find_corrections, find_files, scan_archive

FAULTS = Path(__file__).parents[1] / "faults"


@pytest.fixture(scope="session")
def vocabulary():
    return leaterms.load_vocabulary()


@pytest.fixture
def minutes():
    """Write minutes as a Word file."""

    def write(path, date="2 maart 2022", line="Wij spraken over de zomerschool."):
        path.parent.mkdir(parents=True, exist_ok=True)
        document = docx.Document()
        document.add_paragraph("Verslag LEA-overleg gemeente Veenrade")
        document.add_paragraph(f"Datum: {date}")
        document.add_heading("1. Opening", 1)
        document.add_paragraph(line)
        document.save(str(path))
        return path

    return write


@pytest.fixture
def run_scan(tmp_path, vocabulary):
    """Scan a folder into a store, and give the results by path."""

    def run(folder, *, fault=None, store=tmp_path / "scan.sqlite", **options):
        archive = find_files([folder])
        made = Store.create(store)
        command = {"command": (str(FAULTS / f"{fault}.py"),)} if fault else {}
        number = scan_archive(
            archive,
            made,
            options.pop("vocabulary", vocabulary),
            corrections=find_corrections(archive),
            **{"jobs": 1, **options, **command},
        )
        return {result.path: result for result in made.results(number)}

    return run
