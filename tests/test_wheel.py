"""The wheel, installed where no checkout is: the vocabulary and the model travel inside."""

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.making import write_minutes

ROOT = Path(__file__).parents[1]


def call(*command, cwd):
    """Run without the checkout in reach, and give what it printed."""
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wiel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    call(*build, cwd=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """An environment with the wheel, and what it depends on from here: nothing is downloaded."""
    folder = tmp_path_factory.mktemp("leeg") / "omgeving"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = {"base": str(folder), "platbase": str(folder)}
    place = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    # a folder named in a .pth file is searched, but .pth files in it (the editable install of
    # the checkout) are not read
    names = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (place / "afhankelijk.pth").write_text("\n".join(sorted(names)), encoding="utf-8")
    found = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    executable = found / ("python.exe" if os.name == "nt" else "python")
    pip = [sys.executable, "-m", "pip", "--python", executable, "install", "--quiet"]
    call(*pip, "--no-deps", "--no-index", "--force-reinstall", wheel, cwd=folder)
    return executable


def test_it_holds_the_vocabulary_the_model_the_page_and_the_licence(wheel):
    with zipfile.ZipFile(wheel) as parts:
        names = set(parts.namelist())
    shipped = {f"leaterms/vocab/{path.name}" for path in (ROOT / "vocab").glob("*.yaml")}

    assert shipped - names == set()
    assert {
        "leaterms/assessment/model/agreement.json",
        "leaterms/assessment/model/agreement.npz",
        "leaterms/detection/model/classifier.json",
        "leaterms/detection/model/classifier.npz",
        "leaterms/language/nl_leaterms.json",
        "leaterms/language/nl_leaterms/README.md",
        "leaterms/py.typed",
        "leaterms/reporting/templates/report.css",
        "leaterms/reporting/templates/report.html.j2",
    } - names == set()
    licences = {name.partition("licenses/")[2] for name in names if "licenses/" in name}
    assert licences == {"LICENSE", "LICENSES/CC-BY-SA-4.0.txt"}


def test_it_holds_the_dutch_pipeline_as_recorded(wheel):
    with zipfile.ZipFile(wheel) as parts:
        record = json.loads(parts.read("leaterms/language/nl_leaterms.json"))
        found = {
            name: hashlib.sha256(parts.read(f"leaterms/language/nl_leaterms/{name}")).hexdigest()
            for name in record["files"]
        }

    assert found == record["files"]


def test_its_metadata_names_both_licences(wheel):
    with zipfile.ZipFile(wheel) as parts:
        (name,) = [name for name in parts.namelist() if name.endswith(".dist-info/METADATA")]
        lines = parts.read(name).decode("utf-8").splitlines()

    assert "License-Expression: EUPL-1.2 AND CC-BY-SA-4.0" in lines


def test_it_holds_only_the_package(wheel):
    with zipfile.ZipFile(wheel) as parts:
        tops = {name.partition("/")[0] for name in parts.namelist()}

    assert {top.partition("-")[0] for top in tops} == {"leaterms"}


def test_the_installed_package_is_not_the_checkout(python, tmp_path):
    script = "import json, leaterms; print(json.dumps([leaterms.__file__, leaterms.__version__]))"
    place, _ = json.loads(call(python, "-c", script, cwd=tmp_path))

    assert not Path(place).is_relative_to(ROOT)
    assert Path(place).is_relative_to(python.parents[1])


def test_spacy_itself_finds_the_parts_of_the_dutch_pipeline(python, tmp_path):
    script = (
        "import pathlib, leaterms, spacy\n"
        "folder = pathlib.Path(leaterms.__file__).parent / 'language' / 'nl_leaterms'\n"
        "print([t.lemma_ for t in spacy.load(folder)('Zij stelden de regels vast.')])"
    )
    said = call(python, "-c", script, cwd=tmp_path)

    assert said.strip() == "['zij', 'vaststellen', 'de', 'regel', 'vast', '.']"


def test_it_scans_outside_the_checkout(python, tmp_path):
    write_minutes(
        tmp_path / "archief" / "verslag.docx",
        "15 april 2021",
        {
            "Opening": "De wethouder opent de vergadering.",
            "Peuters": "De peutergroepen worden bewust heterogeen samengesteld.",
        },
    )
    said = call(python, "-m", "leaterms", "scan", "archief", "--out", "uit", cwd=tmp_path)

    assert "1 bestand, waarvan 1 gelezen." in said
    assert "heterogeen samengesteld" in (tmp_path / "uit" / "rapport.html").read_text("utf-8")


def test_the_command_is_installed(python, wheel, tmp_path):
    suffix = ".exe" if os.name == "nt" else ""
    said = call(python.with_name(f"leaterms{suffix}"), "--version", cwd=tmp_path)

    assert said.strip() == f"leaterms {wheel.name.split('-')[1]}"
