"""The documentation says what is there: commands, options, files, versions, figures."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
import typer
import yaml

import leaterms
from leaterms.assessment import Risk, Status
from leaterms.cli.commands import app
from leaterms.detection import Assertion
from leaterms.reporting import RISKS, STATUSES

ROOT = Path(__file__).parents[1]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "leaterms/detection/model/README.md",
    ROOT / "training/classifier/README.md",
]
COMMANDS = typer.main.get_command(app).commands


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def anchors_of(page):
    """The places of headings as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_within_the_project_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text(encoding="utf-8"))
    broken = []
    for link in links:
        place, _, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_manual(name):
    assert f"leaterms {name} " in text_of("docs/handleiding.md")


@pytest.mark.parametrize(
    ("command", "option"),
    [(name, o) for name, c in COMMANDS.items() for p in c.params for o in p.opts if o[0] == "-"],
)
def test_every_option_is_in_the_manual_and_has_help(command, option):
    (parameter,) = [p for p in COMMANDS[command].params if option in p.opts]

    assert option in text_of("docs/handleiding.md")
    assert parameter.help.endswith(".")


@pytest.mark.parametrize("page", ["README.md", "docs/ontwikkelen.md"])
def test_every_make_command_is_in_the_makefile(page):
    named = set(re.findall(r"^    make ([\w-]+)", text_of(page), flags=re.MULTILINE))
    targets = set(re.findall(r"^([\w-]+):", text_of("Makefile"), flags=re.MULTILINE))

    assert named
    assert named - targets == set()


def test_the_readme_scans_what_the_demo_scans():
    assert "scan corpus_samples/archief --out demo-uitvoer" in text_of("Makefile")
    assert "scan corpus_samples\\archief --out demo-uitvoer" in text_of("README.md")


def test_every_status_is_in_the_manual_with_its_risk():
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in text_of("docs/handleiding.md").splitlines()
        if line.startswith("|")
    ]
    shown = {row[1]: (row[0], row[3]) for row in rows if len(row) == 4}
    risks = {
        Status.AGENDISED: Risk.NONE,
        Status.DISCUSSED: Risk.LOW,
        Status.PLANNED: Risk.LOW,
        Status.JARGON_AGENDISED: Risk.MEDIUM,
        Status.JARGON_DISCUSSED: Risk.MEDIUM,
        Status.JARGON_PLANNED: Risk.MEDIUM,
        Status.ABSENT: Risk.HIGH,
        Status.UNKNOWN: Risk.UNKNOWN,
    }

    assert {status: shown[status] for status in Status} == {
        status: (STATUSES[status], RISKS[risks[status]]) for status in Status
    }


@pytest.mark.parametrize("assertion", Assertion)
def test_every_assertion_is_in_the_manual(assertion):
    assert f"| `{assertion}` |" in text_of("docs/handleiding.md")


def test_the_overlay_in_the_manual_loads_and_finds_what_it_says(tmp_path):
    page = text_of("docs/woordenlijst.md")
    block = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)[-1]
    (tmp_path / "eigen.yaml").write_text(block, encoding="utf-8")
    words = leaterms.load_vocabulary(tmp_path / "eigen.yaml")
    term = words.terms[-1]
    found = [leaterms.detect(text, vocabulary=words) for text in (*term.matches, *term.rejects)]

    assert [[m.term for m in mentions if m.term] for mentions in found] == [["bonte-klas"] * 2, []]
    assert [theme.id for theme in words.themes if f"`{theme.id}`" not in page] == []


def test_every_file_of_the_vocabulary_is_in_the_manual():
    page = text_of("docs/woordenlijst.md")
    names = {path.name for path in (ROOT / "vocab").glob("*.yaml")}
    themes = {f"{theme.id}.yaml" for theme in leaterms.load_vocabulary().themes}

    assert {name for name in names - themes if f"`{name}`" not in page} == set()


def test_all_papers_name_the_same_version_and_licence():
    public = yaml.safe_load(text_of("publiccode.yml"))
    citation = yaml.safe_load(text_of("CITATION.cff"))
    versions = re.findall(r"^## \[(\d[^\]]*)\]", text_of("CHANGELOG.md"), flags=re.MULTILINE)

    assert public["softwareVersion"] == citation["version"] == leaterms.__version__
    assert versions[0] == leaterms.__version__
    assert citation["license"] == "EUPL-1.2"
    assert public["legal"]["license"] == "EUPL-1.2 AND CC-BY-SA-4.0"


def test_publiccode_describes_itself_in_two_languages_within_its_limits():
    """Lengths after the format, version 0.4."""
    described = yaml.safe_load(text_of("publiccode.yml"))["description"]

    assert sorted(described) == ["en", "nl"]
    for texts in described.values():
        assert len(texts["shortDescription"]) <= 150
        assert 150 <= len(texts["longDescription"]) <= 10_000
        assert all((ROOT / picture).is_file() for picture in texts["screenshots"])


def test_the_model_card_shows_the_figures_of_the_model():
    """If not: python training/classifier/card.py."""
    spec = importlib.util.spec_from_file_location("card", ROOT / "training/classifier/card.py")
    card = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(card)
    figures = json.loads(text_of("leaterms/detection/model/classifier.json"))["held_out"]
    shown = text_of("leaterms/detection/model/README.md")

    assert card.update(shown, figures) == shown


def test_every_annotated_sample_is_in_the_archive():
    """If not: make samples."""
    annotated = {path.stem for path in (ROOT / "corpus_samples/annotaties").glob("*.txt")}
    printed = {
        path.stem for path in (ROOT / "corpus_samples/archief").rglob("*") if path.is_file()
    }

    assert printed == annotated


def test_the_lines_of_the_readme_run(tmp_path):
    """The example, on a document of the sample archive."""
    (block,) = re.findall(r"```python\n(.*?)```", text_of("README.md"), flags=re.DOTALL)
    document = min((ROOT / "corpus_samples/archief").rglob("*.docx"))
    lines = block.replace('"archief/"', repr(str(document))).replace(
        '"rapport.html"', repr(str(tmp_path / "rapport.html"))
    )
    found: dict[str, object] = {}
    exec(compile(lines, "README.md", "exec"), found)

    assert (tmp_path / "rapport.html").is_file()
    assert found["scan"].documents["status"].tolist() == ["ok"]
    found["scan"].close()
