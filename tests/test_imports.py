"""What an import costs; looked up in `sys.modules` of a fresh process, so that it is exact."""

import json
import subprocess
import sys

import pytest

HEAVY = {"spacy", "pandas", "numpy", "pydantic", "yaml", "docx", "pypdfium2", "rich", "typer"}


def loaded_by(statement):
    script = f"{statement}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize(
    "statement", ["import leaterms", "import leaterms; leaterms.InputError; leaterms.__version__"]
)
def test_the_library_itself_loads_nothing_heavy(statement):
    assert loaded_by(statement) & HEAVY == set()


def test_a_scan_without_a_bar_does_not_load_rich_or_typer():
    assert loaded_by("import leaterms; leaterms.scan") & {"rich", "typer"} == set()


def test_help_loads_no_spacy_and_no_pandas():
    statement = (
        "import contextlib, io, sys\n"
        "sys.argv[1:] = ['--help']\n"
        "from leaterms.cli import main\n"
        "said = io.StringIO()\n"
        "with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):\n"
        "    main()\n"
        "assert 'leaterms' in said.getvalue()"
    )

    assert loaded_by(statement) & {"spacy", "pandas", "numpy"} == set()


def test_the_door_of_the_archive_is_no_worker():
    statement = "import leaterms.archive, sys\nassert 'leaterms.archive.worker' not in sys.modules"

    assert "leaterms" in loaded_by(statement)


def test_a_worker_starts_without_a_warning():
    """Run with `-m`, a module that its own package imports would be there twice."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-P", "-m", "leaterms.archive.worker"],
        input="",
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=_environment(),
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _environment():
    from leaterms.archive.workers import _environment as environment  # noqa: PLC0415 - the rest needs none

    return environment()
