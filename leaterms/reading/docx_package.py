"""The parts of a Word file that hold text, as XML trees.

python-docx opens whole packages, pictures included, and refuses one whose relationships
point nowhere, which Word opens without a word. So the few parts that matter are taken here
by name.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

from leaterms.errors import BrokenDocument
from leaterms.reading.limits import Limits
from leaterms.reading.package import Package, open_package, parse_xml

__all__ = ["W", "WordPackage", "open_word", "qn"]

W: Final = f"{{{nsmap['w']}}}"
"""The namespace of Word's XML, in lxml's notation."""

_KIND = "Word-bestand"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO 29500 strict writes the same XML under other names
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The trees of a Word file; None for a part that it does not have.

    `margins` are its headers and footers, but for those that are damaged; `chunks` are
    documents that stand in it, by the identity by which its text refers to them.
    """

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    margins: tuple[etree._Element, ...] = ()
    chunks: Mapping[str, bytes] = field(default_factory=dict)


def open_word(content: bytes, name: str, limits: Limits) -> WordPackage:
    """Take the text parts out of the Word file `content`; `name` is for messages.

    Raises:
        BrokenDocument: no Word file, cut off, damaged, or beyond `limits`.
        UnsupportedDocument: entries of the zip have a password.
    """
    return open_package(content, name, _KIND, limits, _open)


def _open(package: Package) -> WordPackage:
    main = _related(package, "").get("officeDocument", "word/document.xml")
    body = _tree(package, main).find(qn("w:body")) if main in package else None
    if body is None:
        raise BrokenDocument(
            f"'{package.name}' is een Word-bestand zonder documenttekst; open het in Word, laat "
            "het herstellen en sla het opnieuw op"
        )
    parts = _related(package, main)

    def optional(kind: str) -> etree._Element | None:
        part = parts.get(kind, "")
        return _tree(package, part) if part in package else None

    return WordPackage(
        body,
        optional("styles"),
        optional("numbering"),
        optional("footnotes"),
        optional("endnotes"),
        tuple(_margins(package, main)),
        {
            identity: package.read(part)
            for kind, part, identity in _relations(package, main)
            if kind == "aFChunk" and part in package
        },
    )


def _margins(package: Package, main: str) -> Iterator[etree._Element]:
    for kind, part, _ in _relations(package, main):
        if kind in ("header", "footer") and part in package:
            try:
                yield _tree(package, part)
            except etree.XMLSyntaxError:
                continue  # the text is whole


def _related(package: Package, part: str) -> dict[str, str]:
    """The parts that `part` ('': the file) points at, by the kind of relationship."""
    return {kind: target for kind, target, _ in _relations(package, part)}


def _relations(package: Package, part: str) -> list[tuple[str, str, str]]:
    """The kind of each relationship of `part`, the part it points at, and its identity."""
    folder, base = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    if rels not in package:
        return []
    return [
        (
            rel.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, rel.get("Target", ""))).lstrip("/"),
            rel.get("Id", ""),
        )
        for rel in _tree(package, rels).iter(_RELATIONSHIP)
        if rel.get("TargetMode") != "External"
    ]


def _tree(package: Package, part: str) -> etree._Element:
    """The tree of one part, in the transitional form of the format."""
    xml = package.read(part)
    for strict, transitional in _STRICT:
        xml = xml.replace(strict, transitional)
    return parse_xml(xml, package.name, _KIND)
