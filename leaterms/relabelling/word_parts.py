"""The parts of a Word file that relabelling touches; every other part stays byte for byte.

Relabelling touches the document's own XML, its comments, and, where there were no comments
yet, the two lists that must name the new part (ECMA-376 part 2). The zip that is written has
the entries of the one that was read in their order, with their times: the same input gives
the same bytes.
"""

import posixpath
import re
import zipfile
from io import BytesIO
from typing import Final

from lxml import etree

__all__ = ["WordParts"]

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_RELATIONS: Final = {  # by the namespace of the document: transitional, strict
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    ),
}
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold


class WordParts:
    """A Word file that was read before, opened for change."""

    def __init__(self, content: bytes) -> None:
        """Open the file `content`, which `read_document` has read without complaint."""
        with zipfile.ZipFile(BytesIO(content)) as package:
            self._entries = package.infolist()
            self._bytes = {entry.filename: package.read(entry) for entry in self._entries}
        self._changed: dict[str, etree._Element] = {}
        main = self._related("", "officeDocument")
        self._main = main if main in self._bytes else "word/document.xml"
        self.root = self._tree(self._main)
        """The document's own XML; what is changed in it is written."""
        self.w = f"{{{etree.QName(self.root).namespace}}}"
        """The namespace of Word's XML in this file, in lxml's notation."""

    @property
    def is_signed(self) -> bool:
        """Whether the file has a digital signature, which any change makes void."""
        return any(name.startswith("_xmlsignatures/") for name in self._bytes)

    def free_number(self) -> int:
        """A number above all that mark a change, comment or bookmark in any part."""
        numbers = [
            int(found)
            for name, content in self._bytes.items()
            if name.endswith(".xml")
            for found in re.findall(rb"\bid=\"(\d{1,9})\"", content)
        ]
        return max(numbers, default=0) + 1

    def comments(self) -> etree._Element:
        """The list of comments, made where there was none."""
        name = self._related(self._main, "comments")
        if name in self._bytes:
            return self._tree(name)
        folder = posixpath.dirname(self._main)
        name = self._free_name(posixpath.join(folder, "comments.xml"))
        self._name_type(name)
        self._name_relation(name)
        root = etree.Element(f"{self.w}comments", nsmap={"w": self.w[1:-1]})
        self._changed[name] = root
        self._bytes[name] = b""
        return root

    def save(self) -> bytes:
        """The whole file with what was changed."""
        known = {entry.filename for entry in self._entries}
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for entry in self._entries:
                made = zipfile.ZipInfo(entry.filename, max(entry.date_time, _ZIP_EPOCH))
                made.compress_type = entry.compress_type
                made.external_attr = entry.external_attr
                made.create_system = entry.create_system
                made.comment = entry.comment
                if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                    made.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(made, self._written(entry.filename))
            for name in sorted(self._changed.keys() - known):
                made = zipfile.ZipInfo(name, _ZIP_EPOCH)
                made.compress_type = zipfile.ZIP_DEFLATED
                made.create_system = 0
                package.writestr(made, self._written(name))
        return target.getvalue()

    def _written(self, name: str) -> bytes:
        tree = self._changed.get(name)
        if tree is None:
            return self._bytes[name]
        return etree.tostring(
            tree.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
        )

    def _tree(self, name: str) -> etree._Element:
        """A part as a tree that will be written."""
        if name not in self._changed:
            self._changed[name] = _parse(self._bytes[name])
        return self._changed[name]

    def _related(self, part: str, kind: str) -> str:
        """The part that `part` names as its `kind`; '' if none."""
        rels = _rels_of(part)
        if rels not in self._bytes:
            return ""
        root = self._changed.get(rels)
        root = _parse(self._bytes[rels]) if root is None else root
        for rel in root.iter(f"{{{_RELS}}}Relationship"):
            if rel.get("Type", "").endswith(f"/{kind}") and rel.get("TargetMode") != "External":
                folder = posixpath.dirname(part)
                path = posixpath.join("/", folder, rel.get("Target", ""))
                return posixpath.normpath(path).lstrip("/")
        return ""

    def _free_name(self, wanted: str) -> str:
        stem, ending = posixpath.splitext(wanted)
        name, number = wanted, 1
        while name in self._bytes:
            number += 1
            name = f"{stem}{number}{ending}"
        return name

    def _name_type(self, name: str) -> None:
        types = self._tree("[Content_Types].xml")
        etree.SubElement(
            types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_COMMENTS_TYPE
        )

    def _name_relation(self, name: str) -> None:
        rels = _rels_of(self._main)
        if rels not in self._bytes:
            self._bytes[rels] = b""
            self._changed[rels] = _parse(f'<Relationships xmlns="{_RELS}"/>'.encode("ascii"))
        root = self._tree(rels)
        taken = {rel.get("Id") for rel in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{_RELS}}}Relationship",
            Id=f"rId{number}",
            Type=_RELATIONS[self.w[1:-1]],
            Target=f"/{name}",
        )


def _rels_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _parse(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(xml, parser)
