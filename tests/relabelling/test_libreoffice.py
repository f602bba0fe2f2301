"""What LibreOffice makes of our tracked changes; skipped only where it is not installed.

LibreOffice itself accepts and rejects them all, told by a macro of its own Basic: this needs
nothing but the program.
"""

import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

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
ROWS = ("Opening", "Peuters", "Rondvraag")
OWN = suggestion("Slot", "Voorkomen van segregatie: mix", index=len(NAMES), renames=False)
ROW = suggestion("Peuters", "Inschrijving en toelating", index=len(NAMES) + 3, renames=False)
MACRO = """
Function Named(key, value)
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = key
  made.Value = value
  Named = made
End Function

Sub Settle(folder As String, name As String, made As String, command As String)
  paper = StarDesktop.loadComponentFromURL(_
    folder & name, "_blank", 0, Array(Named("Hidden", True)))
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(paper.CurrentController.Frame, command, "", 0, Array())
  paper.storeToURL(folder & made, Array(Named("FilterName", "OpenDocument Text Flat XML")))
  paper.close(True)
End Sub

Sub SettleAll(folder As String)
  Settle(folder, "old.docx", "old.fodt", ".uno:AcceptAllTrackedChanges")
  Settle(folder, "marked.docx", "accepted.fodt", ".uno:AcceptAllTrackedChanges")
  Settle(folder, "marked.docx", "rejected.fodt", ".uno:RejectAllTrackedChanges")
End Sub
"""
MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC '
    '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module '
    'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    f'script:language="StarBasic">{escape(MACRO)}</script:module>\n'
)


def documents():
    """The old agenda and the marked one: headings, then a table with a row for each item."""
    headings = [HARD[name] for name in NAMES]
    rows = "".join(
        f"<w:tr><w:tc><w:p>{run(f'{n}.')}</w:p></w:tc><w:tc><w:p>{run(title)}</w:p></w:tc></w:tr>"
        for n, title in enumerate(ROWS, start=1)
    )
    blocks = [INTRO, *(block for hard in headings for block in hard.blocks)]
    blocks += [f"<w:p>{STYLE}{run(title)}</w:p>" for title in ("Slot", "Afspraken")]
    content = word_file(*blocks, f"<w:tbl><w:tblPr/>{rows}</w:tbl>")
    titles = [hard.title for hard in headings] + ["Slot", "Afspraken"]
    items = [item(title, (0, n + 2), index=n) for n, title in enumerate(titles)]
    first = len(NAMES) + 5  # the title in the first row, counted as Word's paragraphs are
    items += [
        item(title, (0, first + 2 * n), index=len(items) + n, number=str(n + 1))
        for n, title in enumerate(ROWS)
    ]
    changes = [
        suggestion(hard.title, UMBRELLA + "heterogene groepen", index=n)
        for n, hard in enumerate(headings)
    ]
    made = mark(content, items, *changes, OWN, ROW)
    assert made.left == ()
    return content, made.content


def find_office():
    """Where LibreOffice is started; None if it is not installed."""
    places = [Path(os.environ.get(name, "/nowhere")) for name in ("PROGRAMFILES",)]
    known = [
        *(place / "LibreOffice" / "program" / "soffice.com" for place in places),
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ]
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(place) for place in known if place.exists()), None)


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    """What LibreOffice makes of both, and of the marked one with all accepted, all rejected."""
    office = find_office()
    if office is None:
        pytest.skip(
            "needs LibreOffice Writer: install it from libreoffice.org, or with apt "
            "install libreoffice-writer-nogui"
        )
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, content in zip(("old", "marked"), documents(), strict=True):
        (folder / f"{name}.docx").write_bytes(content)

    def start(*arguments):
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                *arguments,
            ],
            check=False,
            capture_output=True,
            timeout=120,
        )

    # the first start makes the profile that the macro goes in
    start("--convert-to", "fodt", "--outdir", str(folder), str(folder / "marked.docx"))
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    if not (folder / "marked.fodt").exists():
        pytest.skip("this LibreOffice has no Writer: install libreoffice-writer-nogui beside it")
    module.write_text(MODULE, encoding="utf-8")
    start(f'macro:///Standard.Module1.SettleAll("{folder.as_uri()}/")')
    names = ("old", "marked", "accepted", "rejected")
    return {name: etree.parse(folder / f"{name}.fodt") for name in names}


def texts(tree):
    """The paragraphs of a document without open changes."""
    out = []

    def walk(element):
        tag = element.tag
        if not isinstance(tag, str) or tag in {f"{TEXT}tracked-changes", f"{OFFICE}annotation"}:
            return
        own = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}.get(tag, "")
        out.append(own + (element.text or ""))
        for child in element:
            walk(child)
            out.append(child.tail or "")
        if tag in {f"{TEXT}p", f"{TEXT}h"}:
            out.append("¶")

    walk(tree.find(f".//{OFFICE}text"))
    shown = "".join(out).split("¶")
    return [text for line in shown if (text := re.sub(r"[ \n]*\n[ \n]*", "\n", line).strip(" \n"))]


def test_no_change_stays_open(settled):
    open_changes = {
        name: len(list(settled[name].iter(f"{TEXT}changed-region")))
        for name in ("marked", "accepted", "rejected")
    }

    assert open_changes["marked"] > len(NAMES)
    assert (open_changes["accepted"], open_changes["rejected"]) == (0, 0)


def test_accepting_all_gives_the_new_titles(settled):
    assert texts(settled["accepted"]) == [
        "Agenda",
        *(HARD[name].accepted for name in NAMES),
        "Slot",
        OWN.suggestion,
        "Afspraken",
        *("1.", "Opening", "2.", "Peuters"),
        *("2a.", "Inschrijving en toelating", "3.", "Rondvraag"),
    ]


def test_rejecting_all_gives_the_old_text(settled):
    old = texts(settled["old"])

    assert len(old) == len(NAMES) + 3 + 2 * len(ROWS)
    assert texts(settled["rejected"]) == old


def test_each_change_has_its_comment(settled):
    notes = list(settled["marked"].iter(f"{OFFICE}annotation"))

    assert len(notes) == len(NAMES) + 2
    assert {"".join(note.find(f"{TEXT}p").itertext()) for note in notes} == {REASON}
