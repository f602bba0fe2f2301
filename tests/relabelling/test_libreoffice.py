"""What LibreOffice makes of our tracked changes; skipped only where it is not installed."""

import re
import shutil
import subprocess

import pytest
from lxml import etree

from tests.relabelling.test_word import HARD, INTRO, REASON, UMBRELLA, mark, run, suggestion
from tests.relabelling.word_making import item, word_file

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
# one document with the headings that a reader without tracked changes of others can compare
NAMES = (
    "one run",
    "many runs",
    "number and tab typed",
    "hyperlink",
    "content control",
    "bookmark",
    "break in the title",
    "no-break space and soft hyphen",
)
OWN = suggestion("Slot", "Voorkomen van segregatie: mix", index=len(NAMES), renames=False)


def documents():
    """The old agenda and the marked one."""
    headings = [HARD[name] for name in NAMES]
    blocks = [INTRO, *(block for hard in headings for block in hard.blocks)]
    blocks += [f"<w:p>{STYLE}{run(title)}</w:p>" for title in ("Slot", "Rondvraag")]
    content = word_file(*blocks)
    titles = [hard.title for hard in headings] + ["Slot", "Rondvraag"]
    items = [item(title, (0, n + 2), index=n) for n, title in enumerate(titles)]
    changes = [
        suggestion(hard.title, UMBRELLA + "heterogene groepen", index=n)
        for n, hard in enumerate(headings)
    ]
    made = mark(content, items, *changes, OWN)
    assert made.left == ()
    return content, made.content


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """What LibreOffice reads in both, as flat OpenDocument."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, content in zip(("old", "marked"), documents(), strict=True):
        (folder / f"{name}.docx").write_bytes(content)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            str(folder),
            str(folder / "old.docx"),
            str(folder / "marked.docx"),
        ],
        check=False,
        capture_output=True,
        timeout=120,
    )
    if not (folder / "old.fodt").exists():
        pytest.skip("this LibreOffice has no Writer")
    return {name: etree.parse(folder / f"{name}.fodt") for name in ("old", "marked")}


def texts(tree, *, accept):
    """The paragraphs as LibreOffice has them with its changes accepted or rejected."""
    gone = f"{TEXT}deletion" if accept else f"{TEXT}insertion"
    hides = {
        region.get(f"{TEXT}id")
        for region in tree.iter(f"{TEXT}changed-region")
        if region[0].tag == gone
    }
    out, hidden = [], 0

    def walk(element):
        nonlocal hidden
        tag = element.tag
        if not isinstance(tag, str) or tag in {f"{TEXT}tracked-changes", f"{OFFICE}annotation"}:
            return
        if element.get(f"{TEXT}change-id") in hides:
            hidden += 1 if tag == f"{TEXT}change-start" else -1
        own = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}.get(tag, "")
        out.append("" if hidden else own + (element.text or ""))
        for child in element:
            walk(child)
            out.append("" if hidden else child.tail or "")
        if tag in {f"{TEXT}p", f"{TEXT}h"} and not hidden:
            out.append("¶")

    walk(tree.find(f".//{OFFICE}text"))
    shown = "".join(out).split("¶")
    return [text for line in shown if (text := re.sub(r"[ \n]*\n[ \n]*", "\n", line).strip(" \n"))]


def test_accepting_all_gives_the_new_titles(converted):
    expected = ["Agenda", *(HARD[name].accepted for name in NAMES), "Slot", OWN.suggestion]

    assert texts(converted["marked"], accept=True) == [*expected, "Rondvraag"]


def test_rejecting_all_gives_the_old_text(converted):
    old = texts(converted["old"], accept=True)

    assert len(old) == len(NAMES) + 3
    assert texts(converted["marked"], accept=False) == old


def test_each_change_has_its_comment(converted):
    notes = list(converted["marked"].iter(f"{OFFICE}annotation"))

    assert len(notes) == len(NAMES) + 1
    assert {"".join(note.find(f"{TEXT}p").itertext()) for note in notes} == {REASON}
