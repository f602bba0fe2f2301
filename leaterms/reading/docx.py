"""Word files -> Document: paragraphs, lists, tables, notes and text boxes in reading order.

A `Source.paragraph` is the place (from 1) of a `w:p` among all of them in the body of
word/document.xml, those in tables and text boxes included; a note has that of the paragraph
that refers to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from lxml import etree

from leaterms.reading.document import Block, Document
from leaterms.reading.docx_changes import Changes
from leaterms.reading.docx_margins import words_in_margins
from leaterms.reading.docx_numbering import Numbering
from leaterms.reading.docx_package import W, WordPackage, open_word, qn
from leaterms.reading.docx_runs import MC, Inline, RunReader, chosen, is_placeholder
from leaterms.reading.docx_styles import Styles, look_of
from leaterms.reading.embedded import DEEPEST, read_embedded
from leaterms.reading.flow import make_document, within
from leaterms.reading.limits import Limits
from leaterms.reading.pieces import EMPTY_LINE, Paragraph, note_block, row_block
from leaterms.reading.stamps import tidy_stamps
from leaterms.reading.view import View

__all__ = ["read_docx"]

_CONTAINERS = frozenset({W + tag for tag in ("customXml", "smartTag", "sdtContent", "sdt")})
_READ = frozenset({W + tag for tag in ("p", "tbl", "altChunk")})
_STANDING = frozenset({W + tag for tag in ("p", "tbl", "sdt", "customXml", "sectPr")})


def read_docx(content: bytes, name: str, limits: Limits, view: View = View.ACCEPTED) -> Document:
    """Read the Word file `content` under `view`; `name` is for messages.

    Raises:
        BrokenDocument: damaged, without any text, or beyond `limits`.
        UnsupportedDocument: its parts have a password.
        ScannedDocument: it holds pictures only.
    """
    return _read_docx(content, name, limits, view, depth=0)


def _read_docx(content: bytes, name: str, limits: Limits, view: View, *, depth: int) -> Document:
    """`read_docx` for a file that lies `depth` deep in others."""

    def read_inner(part: bytes, place: int) -> tuple[Block, ...]:
        within_it = partial(_read_docx, depth=depth + 1) if depth < DEEPEST else None
        return read_embedded(part, name, limits, view, place=place, read_word=within_it)

    walk = _Walk(open_word(content, name, limits), Changes(view), read_inner)
    blocks = list(within(walk.blocks(walk.package.body), name, limits))
    document = make_document("docx", blocks, name, pictures=walk.pictures)
    marks = words_in_margins(walk.package.margins, walk.package.body)
    return replace(document, stamps=tidy_stamps(marks), note=_unread(name, walk.unread))


def _unread(name: str, count: int) -> str:
    """The note on documents within a file that could not be read; '' for none."""
    if not count:
        return ""
    what = (
        "staat een ingevoegd onderdeel dat"
        if count == 1
        else f"staan {count} ingevoegde delen die"
    )
    verb = "is" if count == 1 else "zijn"
    return f"in '{name}' {what} niet gelezen {verb}; open het in Word en sla het opnieuw op"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as read, with the white space below it and what hangs on it."""

    flow: Paragraph
    after: float
    notes: tuple[tuple[str, str], ...]
    boxes: tuple[etree._Element, ...]


@dataclass
class _Walk:
    """One walk through a document; numbers are counted on the way, so walk once."""

    package: WordPackage
    changes: Changes
    read_inner: Callable[[bytes, int], tuple[Block, ...]]
    pictures: int = 0
    unread: int = 0  # documents within it that could not be read
    _carried: list[etree._Element] = field(default_factory=list)
    _gap: float = 0.0  # white space below what came before
    _place: int = 1  # of the last paragraph

    def __post_init__(self) -> None:
        self._styles = Styles(self.package.styles)
        self._runs = RunReader(self._styles, self.changes)
        self._numbering = Numbering(self.package.numbering, _style_lists(self.package.styles))
        self._containers = _CONTAINERS | self.changes.shown
        paragraphs = self.package.body.iter(qn("w:p"))
        self._places = {p: place for place, p in enumerate(paragraphs, start=1)}
        self._notes = {
            "footnotes": _notes(self.package.footnotes, "w:footnote"),
            "endnotes": _notes(self.package.endnotes, "w:endnote"),
        }

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The blocks of all that stands in `parent`, in order."""
        for element in self._standing(parent):
            yield from self._element_blocks(element)

    def _standing(self, parent: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs and tables in `parent`, also those in content controls."""
        for child in parent:
            if child.tag in _READ:
                yield child
            elif child.tag == f"{MC}AlternateContent":
                yield from self._standing(chosen(child))
            elif child.tag in self._containers and not (
                is_placeholder(child) or _is_contents_list(child)
            ):
                yield from self._standing(child)

    def _parts(self, parent: etree._Element, tag: str) -> Iterator[etree._Element]:
        """Rows of a table or cells of a row, also those in content controls."""
        for child in parent:
            if child.tag == W + tag:
                yield child
            elif child.tag in self._containers:
                yield from self._parts(child, tag)

    def _element_blocks(self, element: etree._Element) -> Iterator[Block]:
        """The blocks of a paragraph or a table."""
        if element.tag == f"{W}tbl":
            yield from self._table_blocks(element)
            return
        if element.tag == f"{W}altChunk":
            yield from self._chunk_blocks(element)
            return
        paragraph = self._read(element)
        if paragraph is not None:
            yield from self._paragraph_blocks(paragraph)
            yield from self._hanging_blocks(paragraph)

    def _chunk_blocks(self, element: etree._Element) -> Iterator[Block]:
        """The blocks of a document that stands here, in the place of the paragraph before it."""
        part = self.package.chunks.get(element.get(qn("r:id"), ""))
        try:
            blocks = self.read_inner(part, self._place) if part is not None else ()
        except Exception:  # noqa: BLE001 - any bytes may be embedded, and the rest is whole
            blocks = ()
        self.unread += not blocks
        yield from blocks

    def _read(self, element: etree._Element) -> _Paragraph | None:
        """One paragraph; None if it is hidden, or if it goes on in the next.

        That does one whose mark is gone, and the large first letter of a text.
        """
        properties = self.changes.properties(element, "pPr")
        mark = element.find(f"{W}pPr/{W}rPr")
        self._carried.append(element)
        if (self.changes.is_gone(mark) or _is_drop_cap(properties)) and _goes_on(element):
            return None
        parts, self._carried = self._carried, []
        style_id = None if properties is None else _value(properties.find(f"{W}pStyle"))
        base = self._styles.look(style_id)
        own = look_of(properties, None)
        look = own.over(base)
        level = self._numbering.level_of(look, self._styles.chain(style_id), own.number_level)
        look = own.over(self._numbering.look(look.number_id, level).over(base))
        inline = Inline()
        place = 0
        for part in parts:
            self._runs.read(part, look, inline)
            if inline.has_text and not place:
                place = self._places.get(part, 1)
        self.pictures += inline.pictures
        self._place = place or self._places.get(parts[0], 1)
        if not inline.has_text and self._runs.look(mark, look).hidden:
            return None  # Word neither prints nor counts it
        label = self._numbering.next_label(look.number_id, level) if look.number_id else None
        flow = Paragraph(
            lines=tuple(tuple(line) for line in inline.lines),
            place=self._place,
            number=label.number if label is not None else "",
            is_bullet=label is not None and label.is_bullet,
            level=self._styles.heading_level(style_id, look),
            style=self._styles.name(style_id),
            indent=(look.left or 0.0) + (look.first or 0.0),
            space=look.before or 0.0,
        )
        return _Paragraph(flow, look.after or 0.0, tuple(inline.notes), tuple(inline.boxes))

    def _paragraph_blocks(self, paragraph: _Paragraph) -> Iterator[Block]:
        """A block for the paragraph, or for each of its lines where these stand alone."""
        flow = paragraph.flow
        space = max(self._gap, flow.space)
        if flow.is_empty:
            self._gap = space + EMPTY_LINE
            return
        self._gap = paragraph.after
        if flow.style.lower().startswith("toc ") and flow.level == 0:
            return  # a table of contents repeats the headings
        yield from replace(flow, space=space).blocks()

    def _hanging_blocks(self, paragraph: _Paragraph) -> Iterator[Block]:
        """What hangs on a paragraph: text boxes, then notes."""
        for box in paragraph.boxes:
            yield from self.blocks(box)
        for kind, identity in paragraph.notes:
            note = self._notes[kind].get(identity)
            if note is None:
                continue
            texts: list[str] = []
            for element in note.iter(qn("w:p")):
                inline = Inline()
                self._runs.read(element, self._styles.look(None), inline)
                texts.append(" ".join("".join(p.text for p in line) for line in inline.lines))
            block = note_block(texts, paragraph.flow.place)
            if block is not None:
                yield block

    def _table_blocks(self, table: etree._Element) -> Iterator[Block]:
        """A row block for each row; the blocks of the cells where the table is mere layout."""
        rows = [
            [cell for cell in self._parts(row, "tc") if not self.changes.is_cell_gone(cell)]
            for row in self._parts(table, "tr")
            if not self.changes.is_gone(row.find(f"{W}trPr"))
        ]
        is_layout = max((len(row) for row in rows), default=0) < 2
        for row in rows:
            if is_layout or any(self._is_page_of_its_own(cell) for cell in row):
                for cell in row:
                    yield from self.blocks(cell)
            else:
                yield from self._row_blocks(row)
        self._gap = 0.0

    def _is_page_of_its_own(self, cell: etree._Element) -> bool:
        """Whether a cell holds headings with their text: a page laid out in a table."""
        paragraphs = [e for e in self._standing(cell) if e.tag == f"{W}p"]
        levels = [
            self._styles.heading_level(style, look_of(properties, None).over(base))
            for p in paragraphs
            for properties in (self.changes.properties(p, "pPr"),)
            for style in (None if properties is None else _value(properties.find(f"{W}pStyle")),)
            for base in (self._styles.look(style),)
        ]
        return any(levels) and len(paragraphs) > 2

    def _row_blocks(self, row: list[etree._Element]) -> Iterator[Block]:
        """The row, then what cannot stand in it: boxes, notes, nested tables and what follows."""
        cells: list[list[_Paragraph]] = []
        rest: list[etree._Element] = []
        for cell in row:
            cells.append([])
            below = False  # a table within the cell
            for element in () if _continues_above(cell) else self._standing(cell):
                below = below or element.tag != f"{W}p"
                if below:
                    rest.append(element)
                elif (paragraph := self._read(element)) is not None:
                    cells[-1].append(paragraph)
        block = row_block([[paragraph.flow for paragraph in cell] for cell in cells])
        if block is not None:
            yield block
        for paragraph in (paragraph for cell in cells for paragraph in cell):
            yield from self._hanging_blocks(paragraph)
        for element in rest:
            yield from self._element_blocks(element)


def _is_drop_cap(properties: etree._Element | None) -> bool:
    frame = None if properties is None else properties.find(f"{W}framePr")
    return frame is not None and frame.get(qn("w:dropCap"), "none") != "none"


def _goes_on(element: etree._Element) -> bool:
    """Whether a paragraph comes next, marks of bookmarks and comments aside."""
    following = element.getnext()
    while following is not None and following.tag not in _STANDING:
        following = following.getnext()
    return following is not None and following.tag == f"{W}p"


def _continues_above(cell: etree._Element) -> bool:
    """Whether a cell is the lower or right part of a merged one."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return False
    merges = (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
    return any(
        merge is not None and merge.get(qn("w:val"), "continue") == "continue" for merge in merges
    )


def _is_contents_list(element: etree._Element) -> bool:
    """Whether a content control is Word's table of contents, which repeats the headings."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Table of Contents" in gallery.get(qn("w:val"), "")


def _notes(root: etree._Element | None, tag: str) -> dict[str, etree._Element]:
    return {} if root is None else {note.get(qn("w:id"), ""): note for note in root.iter(qn(tag))}


def _style_lists(root: etree._Element | None) -> dict[str, str]:
    """For each list style, the id of the list it stands for."""
    if root is None:
        return {}
    return {
        style.get(qn("w:styleId"), ""): _value(style.find(f"{W}pPr/{W}numPr/{W}numId")) or ""
        for style in root.iter(qn("w:style"))
        if style.get(qn("w:type")) == "numbering"
    }


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(qn("w:val"), "")
