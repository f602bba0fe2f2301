"""Word files -> Document: paragraphs, lists, tables, notes and text boxes in reading order.

A `Source.paragraph` is the place (from 1) of a `w:p` among all of them in the body of
word/document.xml, those in tables and text boxes included; a note has that of the paragraph
that refers to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from leaterms.errors import BrokenDocument, ScannedDocument
from leaterms.reading.characters import bullet_length, clean
from leaterms.reading.composition import Composer, compose_row, join_texts
from leaterms.reading.document import Block, BlockKind, Document, Source
from leaterms.reading.docx_numbering import Label, Numbering
from leaterms.reading.docx_package import W, WordPackage, open_package, qn
from leaterms.reading.docx_runs import Inline, Piece, read_inline
from leaterms.reading.docx_styles import Look, Styles, look_of
from leaterms.reading.limits import Limits

__all__ = ["read_docx"]

_CONTAINERS = frozenset(
    {W + tag for tag in ("ins", "moveTo", "customXml", "smartTag", "sdtContent", "sdt")}
)
_LONG_LINE = 60  # characters
_EMPTY_LINE = 12.0  # points that an empty paragraph adds above the next


def read_docx(content: bytes, name: str, limits: Limits) -> Document:
    """Read the Word file `content`; `name` is for messages.

    Raises:
        BrokenDocument: damaged, without any text, or beyond `limits`.
        UnsupportedDocument: its parts have a password.
        ScannedDocument: it holds pictures only.
    """
    walk = _Walk(open_package(content, name, limits))
    blocks: list[Block] = []
    characters = 0
    for block in walk.blocks(walk.package.body):
        characters += len(block.text)
        if characters > limits.characters:
            raise BrokenDocument(f"'{name}' bevat meer dan {limits.characters} tekens; splits het")
        blocks.append(block)
    if not blocks and walk.pictures:
        raise ScannedDocument(
            f"'{name}' bevat alleen afbeeldingen en geen tekst; maak er met tekstherkenning "
            "(OCR) een doorzoekbare PDF van"
        )
    if not blocks:
        raise BrokenDocument(f"'{name}' bevat geen tekst; controleer of dit het goede bestand is")
    return Document("docx", None, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as read: its lines, what is printed before it, and what hangs on it."""

    lines: tuple[tuple[Piece, ...], ...]
    label: Label | None
    level: int  # of a heading, 0 for none
    style: str
    look: Look
    place: int
    notes: tuple[tuple[str, str], ...]
    boxes: tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table: its text with sources, and what that was made from.

    `rest` has the first table within the cell and all that follows it there.
    """

    composed: tuple[str, tuple[Source, ...], tuple[int, ...]]
    pieces: tuple[Piece, ...]
    paragraphs: tuple[_Paragraph, ...]
    rest: tuple[etree._Element, ...]


@dataclass
class _Walk:
    """One walk through a document; numbers are counted on the way, so walk once."""

    package: WordPackage
    pictures: int = 0
    _carried: list[etree._Element] = field(default_factory=list)
    _gap: float = 0.0  # white space below what came before

    def __post_init__(self) -> None:
        self._styles = Styles(self.package.styles)
        self._numbering = Numbering(self.package.numbering, _style_lists(self.package.styles))
        paragraphs = self.package.body.iter(qn("w:p"))
        self._places = {p: place for place, p in enumerate(paragraphs, start=1)}
        self._notes = {
            "footnotes": _notes(self.package.footnotes, "w:footnote"),
            "endnotes": _notes(self.package.endnotes, "w:endnote"),
        }

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The blocks of all that stands in `parent`, in order."""
        for child in parent:
            if child.tag in {f"{W}p", f"{W}tbl"}:
                yield from self._element_blocks(child)
            elif child.tag in _CONTAINERS and not _is_contents_list(child):
                yield from self.blocks(child)

    def _element_blocks(self, element: etree._Element) -> Iterator[Block]:
        """The blocks of a paragraph or a table."""
        if element.tag == f"{W}tbl":
            yield from self._table_blocks(element)
            return
        paragraph = self._read(element)
        if paragraph is not None:
            yield from self._paragraph_blocks(paragraph)
            yield from self._hanging_blocks(paragraph)

    def _read(self, element: etree._Element) -> _Paragraph | None:
        """One paragraph; None if its mark is deleted, so that it goes on in the next."""
        properties = element.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        self._carried.append(element)
        following = element.getnext()
        goes_on = following is not None and following.tag == f"{W}p"
        if goes_on and mark is not None and mark.find(f"{W}del") is not None:
            return None
        parts, self._carried = self._carried, []
        style_id = None if properties is None else _value(properties.find(f"{W}pStyle"))
        base = self._styles.look(style_id)
        look = look_of(properties, None).over(base)
        level = self._numbering.level_of(look, style_id)
        look = look_of(properties, None).over(
            self._numbering.look(look.number_id, level).over(base)
        )
        inline = Inline()
        for part in parts:
            read_inline(part, look, self._styles, inline)
        self.pictures += inline.pictures
        label = self._numbering.next_label(look.number_id, level) if look.number_id else None
        return _Paragraph(
            lines=tuple(tuple(line) for line in inline.lines),
            label=label,
            level=self._styles.heading_level(style_id, look),
            style=self._styles.name(style_id),
            look=look,
            place=self._places.get(parts[0], 1),
            notes=tuple(inline.notes),
            boxes=tuple(inline.boxes),
        )

    def _paragraph_blocks(self, paragraph: _Paragraph) -> Iterator[Block]:
        """A block for the paragraph, or for each of its lines where these stand alone."""
        look = paragraph.look
        space = max(self._gap, look.before or 0.0)
        lines = [list(line) for line in paragraph.lines if clean(_text(line)).strip()]
        if not lines:
            self._gap = space + _EMPTY_LINE
            return
        self._gap = look.after or 0.0
        if paragraph.style.lower().startswith("toc ") and paragraph.level == 0:
            return  # a table of contents repeats the headings
        source = (Source(0, paragraph=paragraph.place),)
        label = paragraph.label
        for index, line in enumerate(_standing_lines(lines, joined=paragraph.level > 0)):
            text = clean(_text(line)).strip()
            kind = BlockKind.HEADING if paragraph.level else BlockKind.PARAGRAPH
            if kind is BlockKind.PARAGRAPH:
                typed = bullet_length(text)
                if (index == 0 and label is not None and label.is_bullet) or typed:
                    kind, text = BlockKind.BULLET, text[typed:].strip()
            if not text:
                continue
            yield Block(
                text=text,
                kind=kind,
                sources=source,
                number=label.number if label is not None and index == 0 else "",
                level=paragraph.level,
                size=_size(line),
                bold=_is_bold(line),
                indent=(look.left or 0.0) + (look.first or 0.0),
                space_before=space if index == 0 else 0.0,
                style=paragraph.style,
            )

    def _hanging_blocks(self, paragraph: _Paragraph) -> Iterator[Block]:
        """What hangs on a paragraph: text boxes, then notes."""
        for box in paragraph.boxes:
            yield from self.blocks(box)
        for kind, identity in paragraph.notes:
            note = self._notes[kind].get(identity)
            if note is None:
                continue
            composer = Composer()
            for element in note.iter(qn("w:p")):
                inline = Inline()
                read_inline(element, self._styles.look(None), self._styles, inline)
                text = " ".join(_text(line) for line in inline.lines)
                composer.add(text, Source(0, paragraph=paragraph.place))
                composer.space()
            text, sources = composer.finish()
            if text:
                yield Block(text, BlockKind.FOOTNOTE, sources)

    def _table_blocks(self, table: etree._Element) -> Iterator[Block]:
        """A row block for each row; the blocks of the cells where the table is mere layout."""
        rows = [list(_children(row, "tc")) for row in _children(table, "tr") if _stays(row)]
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
        paragraphs = cell.findall(f"{W}p")
        levels = [
            self._styles.heading_level(style, look_of(properties, None).over(base))
            for p in paragraphs
            for properties in (p.find(f"{W}pPr"),)
            for style in (None if properties is None else _value(properties.find(f"{W}pStyle")),)
            for base in (self._styles.look(style),)
        ]
        return any(levels) and len(paragraphs) > 2

    def _row_blocks(self, row: list[etree._Element]) -> Iterator[Block]:
        """The row, then what cannot stand in it: boxes, notes, nested tables and what follows."""
        cells = [self._cell(cell) for cell in row]
        text, sources, spans, breaks = compose_row([cell.composed for cell in cells])
        pieces = [piece for cell in cells for piece in cell.pieces]
        if text:
            yield Block(
                text=text,
                kind=BlockKind.ROW,
                sources=sources,
                size=_size(pieces),
                bold=_is_bold(pieces),
                style=next((p.style for cell in cells for p in cell.paragraphs), ""),
                cells=spans,
                breaks=breaks,
            )
        for cell in cells:
            for paragraph in cell.paragraphs:
                yield from self._hanging_blocks(paragraph)
        for element in (element for cell in cells for element in cell.rest):
            yield from self._element_blocks(element)

    def _cell(self, cell: etree._Element) -> _Cell:
        """The paragraphs of a cell as one text, their numbers before them."""
        texts: list[tuple[str, tuple[Source, ...]]] = []
        paragraphs: list[_Paragraph] = []
        rest: list[etree._Element] = []
        for element in () if _continues_above(cell) else _descend(cell):
            if rest or element.tag == f"{W}tbl":
                rest.append(element)
                continue
            paragraph = self._read(element)
            if paragraph is None:
                continue
            paragraphs.append(paragraph)
            number = paragraph.label.number if paragraph.label is not None else ""
            source = (Source(0, paragraph=paragraph.place),)
            for index, line in enumerate(paragraph.lines):
                text = clean(_text(line)).strip()
                text = text[bullet_length(text) :] or text
                numbered = f"{number} {text}" if number and index == 0 else text
                texts.append((numbered.strip(), source))
        pieces = tuple(p for paragraph in paragraphs for line in paragraph.lines for p in line)
        return _Cell(join_texts(texts), pieces, tuple(paragraphs), tuple(rest))


def _is_bold(pieces: Iterable[Piece]) -> bool:
    """Whether all that is printed is bold."""
    printed = [piece.bold for piece in pieces if piece.text.strip()]
    return bool(printed) and all(printed)


def _standing_lines(lines: list[list[Piece]], *, joined: bool) -> list[list[Piece]]:
    """The printed lines of a paragraph that stand alone.

    A manual break separates lines ('Datum: 3 mei' / 'Plaats: raadhuis'). In text pasted from
    a mail most breaks fall within a sentence (after a long line that ends in a small letter
    or comma, and before a small letter); those do not.
    """
    texts = [clean(_text(line)).strip() for line in lines]
    run_on = [
        len(before) >= _LONG_LINE
        and (before[-1].islower() or before[-1] == ",")
        and after[0].islower()
        for before, after in pairwise(texts)
    ]
    pasted = len(lines) > 2 and 2 * sum(run_on) >= len(run_on)
    out: list[list[Piece]] = []
    for index, line in enumerate(lines):
        if index and (joined or (pasted and run_on[index - 1])):
            out[-1] = [*out[-1], Piece(" ", line[0].bold, line[0].size), *line]
        else:
            out.append(line)
    return out


def _text(line: list[Piece] | tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in line)


def _size(pieces: list[Piece]) -> float:
    """The font size of most characters; 0.0 if none is known."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == W + tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _children(child, tag)


def _descend(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a cell, also those in content controls."""
    for child in cell:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _descend(child)


def _stays(row: etree._Element) -> bool:
    """Whether a row is still there once tracked changes are accepted."""
    properties = row.find(f"{W}trPr")
    return properties is None or properties.find(f"{W}del") is None


def _continues_above(cell: etree._Element) -> bool:
    """Whether a cell is the lower or right part of a merged one, or deleted."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return False
    merges = (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
    return properties.find(f"{W}cellDel") is not None or any(
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
