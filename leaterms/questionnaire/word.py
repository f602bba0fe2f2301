"""The dossier as a Word document: real headings, tables with a heading row, in Dutch.

Made to be read aloud and navigated too (EN 301 549, chapter 10; the Dutch Besluit digitale
toegankelijkheid overheid): headings in order, the language set, no meaning by colour alone,
tables that say which row is their heading and what they hold.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from leaterms.archive import WORD_CATEGORY
from leaterms.questionnaire.dossier import Dossier, Entry, Quote, Table
from leaterms.questionnaire.wording import say_more
from leaterms.writing import write_whole

__all__ = ["write_word"]

_INK = RGBColor(0x1F, 0x2F, 0x4F)  # 13:1 on white
_SOFT = RGBColor(0x4D, 0x4D, 0x57)  # 8:1
_TINT = "E8ECF3"
_FONT = "Arial"
# a fixed date: the same archive gives the same file
_MADE = dt.datetime(2020, 1, 1)  # noqa: DTZ001
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def write_word(dossier: Dossier, path: Path) -> None:
    """Write the dossier to `path`, over what was there; the same dossier, the same bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    content = _render(dossier)
    write_whole("Het dossier", path, lambda file: _write(content, file))


def _write(content: bytes, file: Path) -> None:
    file.write_bytes(content)


def _render(dossier: Dossier) -> bytes:
    document = docx.Document()
    _set_up(document, dossier)
    document.add_heading(_clean(dossier.title), level=0)
    for text in dossier.intro:
        document.add_paragraph(_clean(text))
    if dossier.note:
        document.add_paragraph(_clean(dossier.note), style="Intense Quote")
    document.add_heading("Overzicht", level=1)
    _add_table(document, dossier.overview)
    for section in dossier.sections:
        document.add_heading(_clean(section.heading), level=1)
        if section.law:
            law = document.add_paragraph(_clean(section.law))
            law.paragraph_format.keep_with_next = True
            _small(law)
        for entry in section.entries:
            _add_entry(document, entry)
    document.add_heading("Wat is gelezen", level=1)
    for text in dossier.read:
        document.add_paragraph(_clean(text))
    for table in dossier.files:
        if table.rows:
            _add_table(document, table)
    saved = io.BytesIO()
    document.save(saved)
    return _without_time(saved.getvalue())


def _set_up(document: Document, dossier: Dossier) -> None:
    core = document.core_properties
    core.title = _clean(dossier.title)[:255]
    core.author = core.last_modified_by = "leaterms"
    core.category = WORD_CATEGORY
    core.comments = core.keywords = core.subject = ""
    core.language = "nl-NL"
    core.created = core.modified = _MADE
    core.revision = 1
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    _number_pages(page.footer.paragraphs[0])
    styles: Any = document.styles  # its items are of many classes
    for name, size, before in (
        ("Normal", 10.5, 0),
        ("Title", 20, 0),
        ("Heading 1", 15, 20),
        ("Heading 2", 12, 14),
        ("Quote", 10.5, 4),
        ("Intense Quote", 10, 6),
        ("Caption", 9.5, 8),
        ("List Bullet", 10.5, 0),
    ):
        style = styles[name]
        style.font.size, style.font.name = Pt(size), _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(4)
        if name not in ("Normal", "List Bullet"):
            style.font.color.rgb = _INK
    for name in ("Quote", "Intense Quote"):
        styles[name].font.italic = styles[name].font.bold = False
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
        styles[name].paragraph_format.left_indent = Cm(0.6)
    styles["Caption"].paragraph_format.keep_with_next = True
    _speak_dutch(styles.element)


def _speak_dutch(styles: Any) -> None:  # noqa: ANN401 - lxml element of python-docx
    """Set the language of all text, by which it is spelled, hyphenated and read aloud."""
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def _number_pages(paragraph: Paragraph) -> None:
    """'Pagina 3', computed by Word."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("Pagina ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _add_entry(document: Document, entry: Entry) -> None:
    document.add_heading(_clean(entry.question), level=2)
    answer = document.add_paragraph()
    answer.add_run("Conceptantwoord: ").bold = True
    answer.add_run(_clean(f"{entry.answer}.")).bold = True
    answer.paragraph_format.keep_with_next = bool(entry.explanation)
    if entry.explanation:
        document.add_paragraph(_clean(entry.explanation))
    for quote in entry.quotes:
        _add_quote(document, quote)
    if entry.more:
        _small(document.add_paragraph(say_more(entry.more)))
    for table in entry.tables:
        _add_table(document, table)
    if entry.missing:
        head = document.add_paragraph()
        head.add_run("Aandachtspunten").bold = True
        head.paragraph_format.keep_with_next = True
    for text in entry.missing:
        document.add_paragraph(_clean(text), style="List Bullet")


def _add_quote(document: Document, quote: Quote) -> None:
    said = document.add_paragraph(style="Quote")
    said.paragraph_format.keep_with_next = True
    said.add_run(_clean(f"\u201c{quote.before}"))
    said.add_run(_clean(quote.words)).bold = True
    said.add_run(_clean(f"{quote.after}\u201d"))
    source = document.add_paragraph(
        _clean(f"{quote.source}. Aanwezig: {quote.present}. Waarde: {quote.worth}.")
    )
    source.paragraph_format.left_indent = Cm(0.6)
    _small(source)


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), _SOFT


def _add_table(document: Document, table: Table) -> None:
    document.add_paragraph(_clean(table.caption), style="Caption")
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    properties = made._tbl.tblPr  # noqa: SLF001 - python-docx has no descriptions of tables
    for tag, text in (("w:tblCaption", table.caption), ("w:tblDescription", table.caption)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), _clean(text))
        properties.append(element)
    heading = made.rows[0]
    repeated = OxmlElement("w:tblHeader")
    heading._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - nor of heading rows
    for cell, text in zip(heading.cells, table.columns, strict=True):
        _fill(cell, text, bold=True)
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", _TINT)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - nor of colours of cells
    for row in table.rows:
        added = made.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - nor of this
        for cell, text in zip(added.cells, row, strict=True):
            _fill(cell, text, bold=False)
    made.autofit = False
    widths = _widths(table)
    # Word goes by the cells, LibreOffice by the columns
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for cells in made.rows:
        for cell, width in zip(cells.cells, widths, strict=True):
            cell.width = Cm(width)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cell: Any, text: str, *, bold: bool) -> None:  # noqa: ANN401 - a cell of python-docx
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(_clean(text))
    run.bold, run.font.size = bold, Pt(9)


_WIDTH = 16.4  # centimetres between the margins


def _widths(table: Table) -> tuple[float, ...]:
    """In centimetres, after how much the columns hold and their longest words."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [0.5 + 0.19 * min(_longest_word(column), 16) for column in columns]
    weights = [min(max(map(len, column)), 160) ** 0.7 for column in columns]
    rest = max(_WIDTH - sum(least), 0)
    return tuple(
        low + rest * weight / sum(weights) for low, weight in zip(least, weights, strict=True)
    )


def _longest_word(column: Sequence[str]) -> int:
    return max((len(word) for cell in column for word in cell.split()), default=0)


def _clean(text: str) -> str:
    """`text` without what XML cannot hold."""
    return "".join(
        c if c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else "\ufffd"
        for c in text
        if ord(c) not in (0xFFFE, 0xFFFF)
    )


def _without_time(saved: bytes) -> bytes:
    """The package with one date for all its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as given, zipfile.ZipFile(target, "w") as made:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, _ZIPPED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3  # else it tells Windows from others
            made.writestr(part, given.read(name))
    return target.getvalue()
