"""OpenDocument text (.odt) -> Document: headings, lists with their numbers, tables, notes.

A `Source.paragraph` is the place (from 1) of a `text:p` or `text:h` among all of them in the text
of content.xml, those in tables, notes and boxes included.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading.document import Document
from leaterms.reading.docx_styles import Look
from leaterms.reading.flow import Part, Table, flow_blocks, make_document, within
from leaterms.reading.limits import Limits
from leaterms.reading.odt_changes import restore_original
from leaterms.reading.odt_lists import ListCounter, ListPlace, stated_start
from leaterms.reading.odt_styles import NS, STYLE, TABLE, TEXT, OdtStyles
from leaterms.reading.package import Package, open_package, parse_xml
from leaterms.reading.pieces import Paragraph, Piece, note_block
from leaterms.reading.stamps import tidy_stamps
from leaterms.reading.view import View

__all__ = ["read_odt"]

_KIND = "OpenDocument-bestand"
_OFFICE = f"{{{NS}office:1.0}}"
_DRAW = f"{{{NS}drawing:1.0}}"
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
# what holds text that is not printed here: comments, scripts, ruby, prompts, and contents lists,
# which repeat the headings
_SILENT = frozenset(
    {
        f"{_OFFICE}annotation", f"{_OFFICE}event-listeners", f"{_OFFICE}forms",
        f"{TEXT}alphabetical-index", f"{TEXT}bibliography", f"{TEXT}illustration-index",
        f"{TEXT}note-citation", f"{TEXT}object-index", f"{TEXT}placeholder", f"{TEXT}ruby-text",
        f"{TEXT}script", f"{TEXT}sequence-decls", f"{TEXT}table-index",
        f"{TEXT}table-of-content", f"{TEXT}tracked-changes", f"{TEXT}user-field-decls",
        f"{TEXT}user-index", f"{TEXT}variable-decls",
    }
)  # fmt: skip
_ROWS = frozenset(TABLE + tag for tag in ("table-header-rows", "table-rows", "table-row-group"))
_MOST_REPEATED = 64  # cells or rows that one element may stand for


def read_odt(content: bytes, name: str, limits: Limits, view: View = View.ACCEPTED) -> Document:
    """Read the OpenDocument text `content`, zipped or flat, under `view`; `name` is for messages.

    Raises:
        BrokenDocument: damaged, without any text, or beyond `limits`.
        UnsupportedDocument: it has a password.
        ScannedDocument: it holds pictures only.
    """
    if content.startswith(b"PK"):
        body, styles, marks = open_package(content, name, _KIND, limits, _open)
    else:
        body, styles, marks = _open_flat(content, name)
    if view is View.ORIGINAL:
        restore_original(body)
    walk = _Walk(body, styles)
    parts = walk.parts(body)
    document = make_document(
        "odt", within(flow_blocks(parts), name, limits), name, pictures=walk.pictures
    )
    return replace(document, stamps=tidy_stamps(marks))


def _open(package: Package) -> tuple[etree._Element, OdtStyles, tuple[str, ...]]:
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.read(manifest):
        raise UnsupportedDocument(
            f"'{package.name}' is met een wachtwoord beveiligd; open het, haal het wachtwoord "
            "eraf en sla het opnieuw op"
        )
    content = package.tree("content.xml")
    sheet = package.tree("styles.xml") if "styles.xml" in package else None
    roots = () if sheet is None else _style_roots(sheet)
    marks = () if sheet is None else _words_in_margins(sheet)
    return _body(content, package.name), OdtStyles((*roots, *_style_roots(content))), marks


def _open_flat(content: bytes, name: str) -> tuple[etree._Element, OdtStyles, tuple[str, ...]]:
    try:
        root = parse_xml(content, name, _KIND)
    except etree.XMLSyntaxError as fault:
        raise BrokenDocument(
            f"'{name}' is een beschadigd of afgebroken {_KIND}; haal het opnieuw op bij de bron"
        ) from fault
    return _body(root, name), OdtStyles(_style_roots(root)), _words_in_margins(root)


def _words_in_margins(root: etree._Element) -> tuple[str, ...]:
    """The paragraphs of headers and footers, those in drawn letters (watermarks) too."""
    return tuple(
        _own_text(paragraph)
        for master in root.iter(f"{STYLE}master-page")
        for paragraph in master.iter(*_PARAGRAPHS)
    )


def _own_text(element: etree._Element) -> str:
    """The text of an element, without that of drawings in it."""
    text = element.text or ""
    for child in element.iterchildren("{*}*"):
        if child.tag == f"{TEXT}s":
            text += " "
        elif not str(child.tag).startswith(_DRAW):
            text += _own_text(child)
        text += child.tail or ""
    return text


def _body(root: etree._Element, name: str) -> etree._Element:
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise BrokenDocument(
            f"'{name}' is een {_KIND} zonder tekst; open het in LibreOffice, laat het herstellen "
            "en sla het opnieuw op"
        )
    return body


def _style_roots(root: etree._Element) -> tuple[etree._Element, ...]:
    found = (root.find(f"{_OFFICE}styles"), root.find(f"{_OFFICE}automatic-styles"))
    return tuple(element for element in found if element is not None)


@dataclass
class _Inline:
    """The content of a paragraph, and what hangs on it."""

    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    hanging: list[Part] = field(default_factory=list)
    hidden: bool = False


@dataclass
class _Walk:
    """One walk through a document; numbers are counted on the way, so walk once."""

    body: etree._Element
    styles: OdtStyles
    pictures: int = 0

    def __post_init__(self) -> None:
        self._counter = ListCounter(self.styles)
        paragraphs = self.body.iter(*_PARAGRAPHS)
        self._places = {p: place for place, p in enumerate(paragraphs, start=1)}

    def parts(self, parent: etree._Element) -> list[Part]:
        """The paragraphs and tables in `parent`, in order."""
        found: list[Part] = []
        for child in parent.iterchildren("{*}*"):
            found.extend(self._element_parts(child))
        return found

    def _element_parts(self, element: etree._Element) -> Iterator[Part]:
        tag = element.tag
        if tag in _PARAGRAPHS:
            yield from self._paragraph(element, None)
        elif tag == f"{TEXT}list":
            yield from self._list(element, None)
        elif tag == f"{TABLE}table":
            yield self._table(element)
        elif tag == f"{TEXT}numbered-paragraph":
            yield from self._numbered_paragraph(element)
        elif tag.startswith(_DRAW):
            inline = _Inline()
            self._shape(element, inline)
            yield from inline.hanging
        elif tag not in _SILENT and not self._is_hidden(element):
            yield from self.parts(element)

    def _is_hidden(self, element: etree._Element) -> bool:
        if element.tag != f"{TEXT}section":
            return False
        stated = element.get(f"{TEXT}display") in {"none", "condition"}
        return stated or self.styles.is_hidden_section(element.get(f"{TEXT}style-name", ""))

    def _list(self, element: etree._Element, around: ListPlace | None) -> Iterator[Part]:
        here = self._counter.open_list(element, around)
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            numbered = item.tag == f"{TEXT}list-item"
            place: ListPlace | None = replace(here, start=stated_start(item)) if numbered else None
            for child in item.iterchildren("{*}*"):
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, here)
                elif child.tag in _PARAGRAPHS:
                    yield from self._paragraph(child, place, in_list=True)
                    place = None
                else:
                    yield from self._element_parts(child)

    def _numbered_paragraph(self, element: etree._Element) -> Iterator[Part]:
        level = max(0, min(int(element.get(f"{TEXT}level", "1") or 1), 10) - 1)
        here = replace(self._counter.open_list(element, None), level=level)
        for child in element.iterchildren(*_PARAGRAPHS):
            yield from self._paragraph(child, here, in_list=True)

    def _paragraph(
        self, element: etree._Element, place: ListPlace | None, *, in_list: bool = False
    ) -> Iterator[Part]:
        style = element.get(f"{TEXT}style-name", "")
        look = self.styles.paragraph_look(style)
        inline = _Inline()
        self._fill(element, look, inline)
        level = _level(element) or self.styles.heading_level(style)
        printed = any(piece.text.strip() for line in inline.lines for piece in line)
        if inline.hidden or (look.hidden and not printed):
            return
        number, is_bullet = "", False
        if place is not None:
            own = self.styles.list_of(style)
            if own and not self.styles.lists.get(place.style):
                place = replace(place, style=own)
            number, is_bullet = self._counter.label(place)
        elif _level(element) and not in_list and self._counts_in_outline(element, style):
            number = self._counter.heading_number(_level(element), stated_start(element))
        yield Paragraph(
            lines=tuple(tuple(line) for line in inline.lines),
            place=self._places.get(element, 1),
            number=number,
            is_bullet=is_bullet,
            level=level,
            style=self.styles.name(style),
            indent=(look.left or 0.0) + (look.first or 0.0),
            space=look.before or 0.0,
            after=look.after or 0.0,
        )
        yield from inline.hanging

    def _counts_in_outline(self, heading: etree._Element, style: str) -> bool:
        is_header = heading.get(f"{TEXT}is-list-header") == "true"
        return not is_header and self.styles.list_of(style) != ""

    # --- within a paragraph ----------------------------------------------------------------
    def _fill(self, element: etree._Element, look: Look, into: _Inline) -> None:
        """Add the text and children of `element`."""
        _add(element.text, look, into)
        for child in element:
            if str(child.tag).startswith("{") and child.tag not in _SILENT:  # no comment
                self._inline(child, look, into)
            _add(child.tail, look, into)

    def _inline(self, element: etree._Element, look: Look, into: _Inline) -> None:
        tag = element.tag
        if tag in {f"{TEXT}s", f"{TEXT}tab"}:
            _add(" ", look, into)
        elif tag == f"{TEXT}line-break":
            into.lines.append([])
        elif tag == f"{TEXT}span":
            style = element.get(f"{TEXT}style-name", "")
            self._fill(element, self.styles.text_look(style, look), into)
        elif tag == f"{TEXT}note":
            self._note(element, into)
        elif tag in {f"{TEXT}hidden-paragraph", f"{TEXT}hidden-text"}:
            hidden = element.get(f"{TEXT}is-hidden") == "true"
            into.hidden = into.hidden or (hidden and tag.endswith("paragraph"))
            if not hidden:
                _add(element.get(f"{TEXT}string-value") or element.text, look, into)
        elif tag.startswith(_DRAW) and tag != f"{_DRAW}a":
            self._shape(element, _Inline() if look.hidden else into)
        elif tag == f"{TEXT}a":
            self._fill(element, replace(look, is_link=True), into)
        else:  # fields, bookmarks, ...
            self._fill(element, look, into)

    def _note(self, element: etree._Element, into: _Inline) -> None:
        texts = list[str]()
        for paragraph in element.iter(*_PARAGRAPHS):
            inline = _Inline()
            style = paragraph.get(f"{TEXT}style-name", "")
            self._fill(paragraph, self.styles.paragraph_look(style), inline)
            texts.append(" ".join("".join(p.text for p in line) for line in inline.lines))
        around = next((e for e in element.iterancestors() if e.tag in _PARAGRAPHS), element)
        block = note_block(texts, self._places.get(around, 1))
        if block is not None:
            into.hanging.append(block)

    def _shape(self, shape: etree._Element, into: _Inline) -> None:
        """The text in a drawing: boxes, shapes, groups of them."""
        if shape.tag == f"{_DRAW}image":
            self.pictures += 1
        elif shape.tag in {f"{_DRAW}frame", f"{_DRAW}g", f"{_DRAW}a"}:
            for child in shape.iterchildren("{*}*"):
                if child.tag.startswith(_DRAW):
                    self._shape(child, into)
        elif shape.tag != f"{_DRAW}object":
            into.hanging.extend(self.parts(shape))

    # --- tables ----------------------------------------------------------------------------
    def _table(self, table: etree._Element) -> Table:
        rows: list[tuple[tuple[Part, ...], ...]] = []
        for row in _rows(table):
            cells = self._cells(row)
            times = min(_count(row, "number-rows-repeated"), _MOST_REPEATED)
            rows.extend([cells] * (times if any(cells) else 1))
        return Table(tuple(rows))

    def _cells(self, row: etree._Element) -> tuple[tuple[Part, ...], ...]:
        cells: list[tuple[Part, ...]] = []
        right = 0  # columns that the last cell covers to its right
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            repeated = min(_count(cell, "number-columns-repeated"), _MOST_REPEATED)
            if cell.tag == f"{TABLE}covered-table-cell":
                beside = min(right, repeated)
                right -= beside
                cells.extend([()] * (repeated - beside))
                continue
            right = min(_count(cell, "number-columns-spanned"), _MOST_REPEATED) - 1
            parts = tuple(self.parts(cell))
            cells.extend([parts] * repeated)
        return tuple(cells)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table.iterchildren("{*}*"):
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _ROWS:
            yield from _rows(child)


def _count(element: etree._Element, attribute: str) -> int:
    text = element.get(TABLE + attribute, "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _level(element: etree._Element) -> int:
    """The level of a heading; 0 for a paragraph."""
    if element.tag != f"{TEXT}h":
        return 0
    text = element.get(f"{TEXT}outline-level", "1")
    return (
        min(max(int(text), 1), 10) if text.isascii() and text.isdigit() and text[2:] == "" else 1
    )


def _add(text: str | None, look: Look, into: _Inline) -> None:
    if text and not look.hidden:
        into.lines[-1].append(
            Piece(
                text, bool(look.bold), look.size or 0.0, bool(look.underline and not look.is_link)
            )
        )
