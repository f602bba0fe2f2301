"""An annotated document as a Word file in a house style; the same bytes every time."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from leaterms.evaluation import AnnotatedDocument, AnnotatedItem
from leaterms.reading import BlockKind
from rendering.docx_numbering import Numbering
from rendering.docx_styles import Body, DocxStyle, Headings, Preamble

__all__ = ["write_docx"]

_EPOCH = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
_ZIP_DATE = (2024, 1, 1, 0, 0, 0)
_COLUMNS = ("Nr", "Onderwerp", "Bespreking")
_WIDTHS = (1.6, 4.0, 11.0)  # centimetres

Holder = Document | _Cell


def write_docx(source: AnnotatedDocument, style: DocxStyle) -> bytes:
    """Print `source` in `style`. The text is the source's, but for what a style adds of its own.

    Added are the names of the columns of a layout table and what stands in headers and footers.
    """
    document = docx.Document()
    _Writer(document, source, style).write()
    core = document.core_properties
    core.author, core.title, core.last_modified_by, core.comments = "", "", "", ""
    core.created = core.modified = _EPOCH
    core.revision = 1
    stream = io.BytesIO()
    document.save(stream)
    return _fixed_zip(stream)


class _Writer:
    def __init__(self, document: Document, source: AnnotatedDocument, style: DocxStyle) -> None:
        self._document = document
        self._source = source
        self._style = style
        self._numbering = Numbering(document)

    def write(self) -> None:
        self._set_page()
        self._set_styles()
        if self._style.running:
            self._add_running()
        self._add_preamble(self._source.items[0])
        items = self._source.items[1:]
        if self._style.headings is Headings.LAYOUT_TABLE:
            self._add_layout_table(items)
            return
        for item in items:
            if self._style.headings is Headings.RUN_IN:
                self._add_run_in(item)
            else:
                self._add_heading(item)
                self._add_text(self._document, item)

    # page and styles

    def _set_page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)

    def _set_styles(self) -> None:
        normal = self._document.styles["Normal"]
        assert isinstance(normal, ParagraphStyle)
        _set_font(normal, self._style.font, self._style.size)
        normal.paragraph_format.space_after = Pt(4)
        if self._style.justified:
            normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        heading = self._document.styles["Heading 1"]
        assert isinstance(heading, ParagraphStyle)
        _set_font(heading, self._style.font, self._style.size + 2)
        heading.paragraph_format.space_before = Pt(12)
        if self._style.headings is Headings.KOP:
            # a Dutch Word keeps the name 'heading 1' and gives the id 'Kop1'
            heading.element.set(qn("w:styleId"), "Kop1")
        if self._style.headings is Headings.CUSTOM:
            self._add_custom_heading()

    def _add_custom_heading(self) -> None:
        own = self._document.styles.add_style("Agendapunt kop", WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(own, ParagraphStyle)
        own.base_style = self._document.styles["Normal"]
        own.font.bold = True
        own.font.small_caps = True
        own.paragraph_format.space_before = Pt(14)
        own.paragraph_format.keep_with_next = True
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        own.element.get_or_add_pPr().append(level)

    def _add_running(self) -> None:
        section = self._document.sections[0]
        header = section.header.paragraphs[0]
        header.text = (
            f"Gemeente {self._source.header.municipalities[0]}\t\t{self._source.header.body}"
        )
        footer = section.footer.paragraphs[0]
        footer.add_run("Pagina ")
        _add_field(footer, "PAGE", "1")
        footer.add_run(" van ")
        _add_field(footer, "NUMPAGES", "2")

    # the text before the first heading

    def _add_preamble(self, item: AnnotatedItem) -> None:
        lines = [item.text[s.start : s.end] for s in item.segments]
        at = 0
        broken: Paragraph | None = None
        table: Table | None = None
        while at < len(lines):
            segment = item.segments[at]
            if segment.kind is BlockKind.ROW:
                at = self._add_rows(self._document, item, at)
                broken = table = None
                continue
            line = lines[at]
            name, colon, value = line.partition(": ")
            if at == 0:
                self._document.add_paragraph(style="Title").add_run(line)
            elif segment.kind is BlockKind.BULLET:
                self._add_bullet(self._document, line)
                broken = table = None
            elif self._style.preamble is Preamble.BREAKS:
                if broken is None:
                    broken = self._document.add_paragraph()
                else:
                    broken.add_run().add_break()
                broken.add_run(line)
            elif self._style.preamble is Preamble.TABLE and colon and len(name) < 25:
                if table is None:
                    table = self._document.add_table(rows=0, cols=2)
                cells = table.add_row().cells
                cells[0].paragraphs[0].add_run(name + ":").bold = True
                cells[1].paragraphs[0].add_run(value)
            else:
                table = None
                self._document.add_paragraph(line)
            at += 1

    # items

    def _add_heading(self, item: AnnotatedItem) -> None:
        style = self._style
        if style.headings in (Headings.AUTOMATIC, Headings.NUMBERED_LIST):
            named = "Heading 1" if style.headings is Headings.AUTOMATIC else "List Paragraph"
            number = self._numbering.number_for(item) if item.number else None
            text = item.heading if number is None else item.title
            paragraph = self._document.add_paragraph(style=named)
            if number is not None:
                number.apply(paragraph)
        elif style.headings is Headings.KOP:
            paragraph = self._document.add_paragraph(style="Heading 1")
            text = item.heading
        elif style.headings is Headings.CUSTOM:
            paragraph = self._document.add_paragraph(style="Agendapunt kop")
            label = item.heading[: len(item.heading) - len(item.title)].rstrip()
            text = f"{label}\t{item.title}" if label else item.title
        else:
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(10)
            text = item.heading
        run = paragraph.add_run(text)
        if style.headings in (Headings.BOLD, Headings.NUMBERED_LIST):
            run.bold = True
        if style.headings is Headings.UNDERLINED:
            run.underline = True
        if style.capitals:
            run.font.all_caps = True

    def _add_run_in(self, item: AnnotatedItem) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.add_run(item.heading).bold = True
        self._add_text(self._document, item, opened=paragraph)

    def _add_text(
        self, holder: Holder, item: AnnotatedItem, opened: Paragraph | None = None
    ) -> None:
        """Add the text of an item; `opened` is a paragraph to go on in after a line break."""
        at = 0
        while at < len(item.segments):
            segment = item.segments[at]
            line = item.text[segment.start : segment.end]
            if segment.kind is BlockKind.ROW:
                at = self._add_rows(holder, item, at)
                opened = None
                continue
            if segment.kind is BlockKind.BULLET:
                self._add_bullet(holder, line)
                opened = None
            elif opened is not None:
                opened.add_run().add_break()
                opened.add_run(line)
            else:
                paragraph = _new_paragraph(holder)
                paragraph.add_run(line)
                opened = paragraph if self._style.body is Body.BREAKS else None
            at += 1

    def _add_bullet(self, holder: Holder, text: str) -> None:
        if self._style.bullet:
            paragraph = _new_paragraph(holder)
            paragraph.paragraph_format.left_indent = Cm(0.6)
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)
            paragraph.add_run(f"{self._style.bullet}\t{text}")
        else:
            paragraph = _new_paragraph(holder)
            paragraph.style = self._document.styles["List Bullet"]
            paragraph.add_run(text)

    def _add_rows(self, holder: Holder, item: AnnotatedItem, at: int) -> int:
        """Add the rows from `at` on as one table; the index of the first other block."""
        end = at
        while end < len(item.segments) and item.segments[end].kind is BlockKind.ROW:
            end += 1
        rows = [[item.text[a:b] for a, b in s.cells] for s in item.segments[at:end]]
        columns = max(map(len, rows))
        table = holder.add_table(len(rows), columns)
        if self._style.ruled:
            table.style = self._document.styles["Table Grid"]
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                table.cell(i, j).paragraphs[0].add_run(text).bold = i == 0 and len(rows) > 2
        return end

    def _add_layout_table(self, items: Sequence[AnnotatedItem]) -> None:
        table = self._document.add_table(rows=1, cols=len(_COLUMNS))
        table.style = self._document.styles["Table Grid"]
        table.autofit = False
        for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 (no public way)
        for item in items:
            number, title, text = table.add_row().cells
            label = item.heading[: len(item.heading) - len(item.title)].rstrip()
            number.paragraphs[0].add_run(label)
            title.paragraphs[0].add_run(item.title).bold = True
            self._add_text(text, item)
        for row in table.rows:
            for cell, width in zip(row.cells, _WIDTHS, strict=True):
                cell.width = Cm(width)


def _new_paragraph(holder: Holder) -> Paragraph:
    """A new paragraph at the end; a cell's first empty one is used up."""
    if isinstance(holder, _Cell) and len(holder.paragraphs) == 1 and not holder.tables:
        first: Paragraph = holder.paragraphs[0]
        if not first.runs:
            return first
    paragraph: Paragraph = holder.add_paragraph()
    return paragraph


def _set_font(style: ParagraphStyle, name: str, size: float) -> None:
    style.font.name = name
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if "Theme" in attribute:
            del fonts.attrib[attribute]
    for kind in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(kind), name)


def _add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field such as PAGE, with the text Word last showed for it."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
            run._r.append(element)  # noqa: SLF001 (no public way)
        elif kind == "shown":
            run.text = shown
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)  # noqa: SLF001 (no public way)


def _fixed_zip(stream: io.BytesIO) -> bytes:
    """The same package with fixed times and order, so that bytes depend on content alone."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(fixed, "w") as new:
        # the content types come first, as Word writes them
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name))
    return fixed.getvalue()
