"""Web pages -> Document: headings, paragraphs, lists and tables as a browser would show them.

What a page does not show (scripts, hidden text, form fields, navigation) is left out. A
`Source.paragraph` counts the paragraphs with text from 1, those in tables included.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from leaterms.errors import BrokenDocument
from leaterms.reading.decoding import decode
from leaterms.reading.document import Document
from leaterms.reading.flow import Part, Table, flow_blocks, make_document, within
from leaterms.reading.html_styles import PageStyles, TextLook
from leaterms.reading.limits import Limits
from leaterms.reading.number_formats import write_number
from leaterms.reading.pieces import Paragraph, Piece, note_block
from leaterms.reading.view import View

__all__ = ["read_html"]

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]{0,1000}\?>")
_HEAD = 4096
_SILENT = frozenset(
    "head title script style template noscript nav svg math object iframe embed applet audio "
    "video canvas map select option datalist button input textarea rp rt frameset frame".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
    "ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_NOTE = re.compile(r"(?:sdfootnote|sdendnote|ftn|edn|footnote|fn)[-_:]?\d+$", re.IGNORECASE)
_COMMENTS = re.compile(r"mso-element:\s*comment")
_HEADING = re.compile(r"h([1-6])$")
_NUMBER_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_INDENT = 30.0  # points that browsers give a list or quotation
_MOST_SPAN = 1000  # columns or rows that a cell may cover; as browsers have it


def read_html(content: bytes, name: str, limits: Limits, view: View = View.ACCEPTED) -> Document:
    """Read the web page `content`; `name` is for messages.

    `view` counts for passages marked as inserted or deleted (`ins`, `del`).

    Raises:
        BrokenDocument: there is no text, or more than `limits` allow.
        ScannedDocument: it holds pictures only.
    """
    found = _DECLARED.search(content[:_HEAD])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    text = _PROLOGUE.sub("", decode(content, declared).replace("\0", ""), count=1)
    parser = lxml_html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        raise BrokenDocument(
            f"'{name}' is een webpagina zonder leesbare tekst; controleer of dit het goede "
            "bestand is, of druk de pagina af naar PDF"
        ) from fault
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        # what lies deeper is cut off without a word
        raise BrokenDocument(
            f"'{name}' is een webpagina met te veel onderdelen in elkaar; druk de pagina af naar "
            "PDF en scan opnieuw"
        )
    page = _Page(PageStyles(root), "del" if view is View.ACCEPTED else "ins")
    page.walk(root, _Setting())
    page.end_paragraph()
    return make_document(
        "html", within(flow_blocks(page.parts), name, limits), name, pictures=page.pictures
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for the paragraphs within an element."""

    look: TextLook = field(default_factory=TextLook)
    level: int = 0
    indent: float = 0.0
    keeps_lines: bool = False
    style: str = ""


@dataclass
class _Page:
    """One walk over a page; `parts` are the paragraphs and tables so far."""

    styles: PageStyles
    gone: str  # the element of tracked changes whose text is not shown
    parts: list[Part] = field(default_factory=list)
    pictures: int = 0
    _lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    _setting: _Setting = field(default_factory=_Setting)
    _marker: tuple[str, bool] | None = None  # number or bullet of the list item that begins
    _place: int = 0

    def walk(self, element: etree._Element, setting: _Setting) -> None:
        """Add what `element` shows."""
        tag = str(element.tag)
        look = self.styles.look(element, setting.look)
        inner = replace(setting, look=look)
        if tag == "br":
            self._lines.append([])
        elif tag == "img":
            self.pictures += 1
        elif tag not in _BLOCKS:
            self._fill(element, inner)
        elif not look.hidden or tag in {"html", "body"}:
            self.end_paragraph()
            self._block(element, tag, inner)
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """End the paragraph that is being read, if there is any text in it."""
        lines, self._lines = self._lines, [[]]
        paragraph = Paragraph(tuple(tuple(line) for line in lines), self._place + 1)
        if paragraph.is_empty:
            return
        self._place += 1
        number, is_bullet = self._marker or ("", False)
        self._marker = None
        self.parts.append(
            replace(
                paragraph,
                number=number,
                is_bullet=is_bullet,
                level=self._setting.level,
                style=self._setting.style,
                indent=self._setting.indent,
            )
        )

    def _fill(self, element: etree._Element, setting: _Setting) -> None:
        """Add the text and children of `element`."""
        self._setting = setting
        self._add(element.text, setting)
        for child in element.iterchildren("*"):
            if not self._is_silent(child):
                self.walk(child, setting)
            self._setting = setting
            self._add(child.tail, setting)

    def _is_silent(self, element: etree._Element) -> bool:
        style = element.get("style", "")
        return element.tag in _SILENT or element.tag == self.gone or bool(_COMMENTS.search(style))

    def _add(self, text: str | None, setting: _Setting) -> None:
        if not text or setting.look.hidden:
            return
        look = setting.look
        lines = text.split("\n") if setting.keeps_lines else [text]
        for index, line in enumerate(lines):
            if index:
                self._lines.append([])
            if line:
                self._lines[-1].append(Piece(line, look.bold, look.size, look.underline))

    def _block(self, element: etree._Element, tag: str, setting: _Setting) -> None:
        heading = _HEADING.match(tag)
        if heading:
            setting = replace(setting, level=int(heading[1]), style=tag)
        elif tag == "pre":
            setting = replace(setting, keeps_lines=True)
        elif tag in {"blockquote", "dd"}:
            setting = replace(setting, indent=setting.indent + _INDENT)
        if tag in {"ul", "ol", "menu", "dir"}:
            self._list(element, setting)
        elif tag == "table":
            self._table(element, setting)
        elif _NOTE.match(element.get("id", "")):
            self._note(element, setting)
        else:
            self._fill(element, setting)

    def _list(self, element: etree._Element, setting: _Setting) -> None:
        """A list, with the numbers that a browser prints."""
        setting = replace(setting, indent=setting.indent + _INDENT)
        numbered = element.tag == "ol"
        format_ = _NUMBER_FORMATS.get(element.get("type") or setting.look.list_type or "1", "")
        step = -1 if "reversed" in element.attrib else 1
        first = 1 if step > 0 else sum(1 for _ in element.iterchildren("li"))
        count = _integer(element.get("start"), first)
        for item in element.iterchildren("*"):
            if item.tag != "li":
                if not self._is_silent(item):
                    self.walk(item, setting)
                continue
            count = _integer(item.get("value"), count)
            number = f"{write_number(count, format_)}." if numbered and format_ else ""
            if self._is_silent(item) or self.styles.look(item, setting.look).hidden:
                continue
            self._marker = (number, not numbered)
            self.walk(item, setting)
            self._marker = None
            count += step

    def _note(self, element: etree._Element, setting: _Setting) -> None:
        """A footnote, as word processors put it at the end of a page."""
        kept, self.parts = self.parts, []
        self._fill(element, setting)
        self.end_paragraph()
        parts, self.parts = self.parts, kept
        texts = [
            "".join(piece.text for piece in line)
            for part in parts
            if isinstance(part, Paragraph)
            for line in part.lines
        ]
        block = note_block(texts, self._place)
        if block is not None:
            self.parts.append(block)

    def _table(self, element: etree._Element, setting: _Setting) -> None:
        for caption in element.iterchildren("caption"):
            self.walk(caption, setting)
        rows: list[tuple[tuple[Part, ...], ...]] = []
        covered: dict[int, tuple[int, int]] = {}  # column -> rows still covered, width
        for row, row_setting in self._rows(element, setting):
            cells: list[tuple[Part, ...]] = []
            column = 0
            for cell in row:
                if cell.tag not in {"td", "th"} or self._is_silent(cell):
                    continue
                column = _pass_covered(covered, column, cells)
                look = self.styles.look(cell, row_setting.look)
                if look.hidden:
                    continue
                cells.append(self._cell(cell, replace(row_setting, look=look)))
                width = min(max(_integer(cell.get("colspan"), 1), 1), _MOST_SPAN)
                below = min(max(_integer(cell.get("rowspan"), 1), 1), _MOST_SPAN) - 1
                if below:
                    covered[column] = (below, width)
                column += width
            _pass_covered(covered, column, cells)
            rows.append(tuple(cells))
        layout = element.get("role") in {"presentation", "none"}
        if rows:
            self.parts.append(Table(tuple(rows), layout))

    def _rows(
        self, table: etree._Element, setting: _Setting
    ) -> Iterator[tuple[etree._Element, _Setting]]:
        """The rows of a table with the setting that holds in each; not those of inner tables."""
        for child in table:
            if child.tag not in {"tr", "thead", "tbody", "tfoot"} or self._is_silent(child):
                continue
            look = self.styles.look(child, setting.look)
            inner = replace(setting, look=look)
            if look.hidden:
                continue
            if child.tag == "tr":
                yield child, inner
            else:
                yield from self._rows(child, inner)

    def _cell(self, cell: etree._Element, setting: _Setting) -> tuple[Part, ...]:
        kept, self.parts = self.parts, []
        self._fill(cell, replace(setting, indent=0.0))
        self.end_paragraph()
        parts, self.parts = self.parts, kept
        return tuple(parts)


def _pass_covered(
    covered: dict[int, tuple[int, int]], column: int, cells: list[tuple[Part, ...]]
) -> int:
    """Skip the columns that a cell from above covers, each an empty cell; where to go on."""
    while column in covered and covered[column][0] > 0:
        left, width = covered[column]
        covered[column] = (left - 1, width)
        cells.append(())
        column += width
    return column


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else default
