"""Every notebook runs from top to bottom on the Python of the tests; no output is kept."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MUNICIPALITIES = 2  # of the sample archive; a notebook promises nothing about their number


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A copy to run in, with a kernel that is this Python and not one the user has."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    archive = ROOT / "corpus_samples" / "archief"
    for folder in sorted(archive.iterdir())[:MUNICIPALITIES]:
        shutil.copytree(folder, tmp_path / "corpus_samples" / "archief" / folder.name)
    kernel = tmp_path / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": command, "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    return tmp_path / "notebooks"


def run(path):
    """The outputs of all cells; in a process of its own, whose warnings are not ours."""
    done = subprocess.run(
        [sys.executable, "-c", "from nbclient.cli import main; main()", "--inplace", path.name],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=path.parent,
    )
    assert done.returncode == 0, done.stderr
    cells = nbformat.read(path, as_version=4).cells
    return [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_it_runs_from_top_to_bottom(path, workplace):
    outputs = run(workplace / path.name)
    shown = "".join(str(output.get("data", "")) for output in outputs)

    assert [output for output in outputs if output.output_type == "error"] == []
    assert "['eigen.yaml', 'leaterms.sqlite', 'leaterms.xlsx', 'rapport.html']" in shown
    assert "image/png" in shown
    assert "wereldlunch" in shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_it_is_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert [cell.outputs for cell in cells if cell.outputs] == []
    assert {cell.execution_count for cell in cells} == {None}


def test_there_is_a_notebook():
    assert [path.name for path in NOTEBOOKS] == ["01-verkenning.ipynb"]
