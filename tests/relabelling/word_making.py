"""Word files with hard headings, and what becomes of them when changes are settled."""

import io
import zipfile
from copy import deepcopy

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from leaterms.reading import Source
from leaterms.structure import Item

__all__ = ["OURS", "document_of", "item", "letters_of", "settle", "word_file"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OURS = "Anna de Wit"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def word_file(*blocks: str) -> bytes:
    """A Word file with `blocks` (XML of paragraphs and tables) as its body."""
    document = docx.Document()
    for block in blocks:
        end = block.index(">") - block[: block.index(">")].endswith("/")
        xml = f"{block[:end]} {nsdecls('w', 'wp', 'r', 'a')}{block[end:]}"
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def item(title: str, *paragraphs: tuple[int, int], index: int = 0, number: str = "") -> Item:
    """An item whose title begins in the paragraphs (offset, number)."""
    sources = tuple(Source(start, paragraph=paragraph) for start, paragraph in paragraphs)
    return Item(index, number, title, "", sources)


def document_of(content: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(part))


def settle(root: etree._Element, *, accept: bool) -> etree._Element:
    """The document with our changes accepted or rejected, and without our comments.

    Runs that look alike are joined, so that documents which read alike are alike.
    """
    root = deepcopy(root)
    if not accept:
        _drop_rows(root)
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}ins")
        if mark is None or mark.get(f"{W}author") != OURS:
            continue
        if accept:
            mark.getparent().remove(mark)
        else:
            assert "".join(paragraph.xpath(".//w:del//w:delText/text()", namespaces=NS)) == ""
            paragraph.getparent().remove(paragraph)
    for tag, keep in (("ins", accept), ("del", not accept)):
        for mark in [m for m in root.iter(f"{W}{tag}") if m.get(f"{W}author") == OURS]:
            parent = mark.getparent()
            for child in list(mark) if keep else []:
                mark.addprevious(child)
                for text in child.iter(f"{W}delText"):
                    text.tag = f"{W}t"
            parent.remove(mark)
    for mark in [m for m in root.iter() if etree.QName(m).localname in _MARKS]:
        gone = mark if mark.tag != f"{W}commentReference" else mark.getparent()
        gone.getparent().remove(gone)
    _join_tracked(root)
    _join_runs(root)
    return root


def _drop_rows(root: etree._Element) -> None:
    """Take out the rows of tables that we inserted."""
    for mark in list(root.iterfind(f".//{W}tr/{W}trPr/{W}ins")):
        if mark.get(f"{W}author") == OURS:
            row = mark.getparent().getparent()
            row.getparent().remove(row)


NS = {"w": W[1:-1]}


def _join_tracked(root: etree._Element) -> None:
    for mark in list(root.iter(f"{W}ins")):
        before = mark.getprevious()
        if before is not None and before.tag == mark.tag and _who(before) == _who(mark):
            for child in mark:
                before.append(child)
            mark.getparent().remove(mark)


def _who(mark: etree._Element) -> tuple[str | None, str | None]:
    return mark.get(f"{W}author"), mark.get(f"{W}date")


def _join_runs(root: etree._Element) -> None:
    for text in root.iter(f"{W}t"):
        text.attrib.pop(SPACE, None)
    for run in list(root.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before) == _look(run):
            for child in [c for c in run if c.tag != f"{W}rPr"]:
                before.append(child)
            run.getparent().remove(run)
    for text in list(root.iter(f"{W}t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)


def _look(run: etree._Element) -> bytes:
    found = run.find(f"{W}rPr")
    if found is None:
        return b""
    plain = deepcopy(found)
    for change in plain.iter(f"{W}rPrChange"):
        del change.attrib[f"{W}id"]  # a cut run counts its changes anew
    return etree.tostring(plain, method="c14n")


def letters_of(root: etree._Element) -> list[str]:
    """The text of each paragraph, with tabs and breaks."""
    out = []
    for paragraph in root.iter(f"{W}p"):
        text = ""
        for mark in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
            owner = next(a for a in mark.iterancestors() if a.tag == f"{W}p")
            if owner is paragraph and mark.getparent().tag == f"{W}r":
                text += {f"{W}tab": "\t", f"{W}br": "\n"}.get(mark.tag, mark.text or "")
        out.append(text)
    return out
