"""An annotated document as a PDF in a house style; the same bytes every time."""

import io
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
)

from leaterms.evaluation import AnnotatedDocument, AnnotatedItem
from leaterms.reading import BlockKind
from rendering.pdf_styles import Case, Headings, Opening, PdfStyle
from rendering.pdf_tables import (
    MARGIN,
    column_widths,
    fitting_size,
    make_table,
    split_in_pieces,
)

__all__ = ["write_pdf"]

_COLUMNS = ("Nr", "Onderwerp", "Bespreking")
_GUTTER = 0.8 * cm
_BLUE = colors.HexColor("#17406d")
# letters of a font, upright and bold
_FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
    "Vera": ("Vera", "VeraBd"),
}


def write_pdf(source: AnnotatedDocument, style: PdfStyle) -> bytes:
    """Print `source` in `style`. The text is the source's, but for what a style adds of its own.

    Added are bullets, the names of the columns of a layout table, a logo, headers and
    footers. Capitals, where a style wants them, are those of the source's letters.
    """
    for name in ("Vera", "VeraBd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    # laid out twice: only after the first time the number of pages is known
    pages = _Writer(source, style, 0).write()[1]
    return _Writer(source, style, pages).write()[0]


class _Writer:
    def __init__(self, source: AnnotatedDocument, style: PdfStyle, pages: int) -> None:
        self._source = source
        self._style = style
        self._pages = pages
        upright, bold = _FACES[style.font]
        self._upright, self._bold = upright, bold
        alignment: Any = TA_JUSTIFY if style.justified else TA_LEFT
        hyphens: dict[str, Any] = (
            {"hyphenationLang": "nl_NL", "hyphenationMinWordLength": 7} if style.hyphenated else {}
        )
        self._body = ParagraphStyle(
            "body",
            fontName=upright,
            fontSize=style.size,
            leading=style.size * 1.3,
            spaceAfter=style.size * 0.45,
            alignment=alignment,
            **hyphens,
        )
        self._plain = ParagraphStyle(
            "plain", parent=self._body, alignment=TA_LEFT, hyphenationLang=""
        )
        self._cell = ParagraphStyle("cell", parent=self._plain, spaceAfter=2)
        self._bullet = ParagraphStyle(
            "bullet",
            parent=self._body,
            leftIndent=14,
            bulletIndent=3,
            bulletFontName=upright,
            bulletFontSize=style.size,
        )

    def write(self) -> tuple[bytes, int]:
        """The PDF, and its number of pages."""
        stream = io.BytesIO()
        template = BaseDocTemplate(stream, pagesize=A4, invariant=1, title="", author="")
        template.addPageTemplates(self._page_templates())
        story: list[Flowable] = [NextPageTemplate("later"), *self._opening()]
        items = self._source.items[1:]
        if self._style.headings is Headings.TABLE:
            story.append(self._layout_table(items))
        else:
            for item in items:
                story += [*self._heading(item), *self._text(item, self._width)]
        template.build(story)
        return stream.getvalue(), template.page

    # pages

    @property
    def _left(self) -> float:
        return MARGIN + (1.2 * cm if self._style.headings is Headings.MARGIN else 0)

    @property
    def _width(self) -> float:
        """The width of a column."""
        whole = A4[0] - self._left - MARGIN
        return (whole - _GUTTER * (self._style.columns - 1)) / self._style.columns

    def _page_templates(self) -> list[PageTemplate]:
        frames = [
            Frame(
                self._left + i * (self._width + _GUTTER),
                MARGIN,
                self._width,
                A4[1] - 2 * MARGIN,
                leftPadding=0,
                rightPadding=0,
                id=f"column{i}",
            )
            for i in range(self._style.columns)
        ]
        return [
            PageTemplate(id=name, frames=frames, onPage=self._draw_furniture)
            for name in ("first", "later")
        ]

    def _draw_furniture(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(self._upright, 8)
        header = self._source.header
        if self._style.running:
            canvas.drawString(MARGIN, A4[1] - 1.3 * cm, f"Gemeente {header.municipalities[0]}")
            canvas.drawRightString(A4[0] - MARGIN, A4[1] - 1.3 * cm, header.body)
        if self._style.pages:
            canvas.drawCentredString(
                A4[0] / 2, 1.2 * cm, f"Pagina {template.page} van {self._pages}"
            )
        canvas.restoreState()

    # the text before the first heading

    def _opening(self) -> list[Flowable]:
        opening, size = self._style.opening, self._style.size
        item = self._source.items[0]
        story: list[Flowable] = []
        if opening is Opening.LOGO:
            logo = ParagraphStyle(
                "logo",
                fontName=self._bold,
                fontSize=30,
                leading=38,
                textColor=_BLUE,
                spaceAfter=18,
            )
            story.append(Paragraph(self._markup(self._source.header.municipalities[0]), logo))
        if opening is Opening.CENTRED:
            story.append(Spacer(1, 1.5 * cm))
        middle: Any = TA_CENTER if opening is Opening.CENTRED else TA_LEFT
        title = ParagraphStyle(
            "title",
            fontName=self._bold,
            fontSize=size + 4,
            leading=(size + 4) * 1.3,
            alignment=middle,
            spaceAfter=8,
        )
        line = ParagraphStyle("line", parent=self._plain, alignment=middle)
        at = 0
        while at < len(item.segments):
            segment = item.segments[at]
            text = item.text[segment.start : segment.end]
            if segment.kind is BlockKind.ROW:
                at, tables = self._rows(item, at, self._width)
                story += tables
                continue
            if segment.kind is BlockKind.BULLET:
                story.append(self._bulleted(text))
            else:
                story.append(self._opening_line(text, title if at == 0 else line, first=at == 0))
            at += 1
        story.append(Spacer(1, 0.5 * cm))
        return story

    def _opening_line(self, text: str, style: ParagraphStyle, *, first: bool) -> Flowable:
        spaced = _SpacedLine(text, style)
        if first and self._style.spaced_title and spaced.fits(self._width):
            return spaced
        return Paragraph(self._markup(text), style)

    # items

    def _heading(self, item: AnnotatedItem) -> list[Flowable]:
        style, size = self._style, self._style.size
        bold = style.headings is not Headings.PLAIN
        alignment: Any = TA_CENTER if style.headings is Headings.CENTRED else TA_LEFT
        heading = ParagraphStyle(
            "heading",
            fontName=self._bold if bold else self._upright,
            fontSize=size + (3 if style.headings is Headings.RULED else 1 if bold else 0),
            leading=(size + 3) * 1.25,
            spaceBefore=size,
            spaceAfter=3,
            alignment=alignment,
            textColor=_BLUE if style.headings is Headings.RULED else colors.black,
            keepWithNext=1,
        )
        if style.headings is Headings.MARGIN:
            label, title = _label(item), item.title
            heading.bulletFontName, heading.bulletFontSize = self._bold, size + 1
            heading.bulletIndent = -1.2 * cm if len(label) < 5 else 0
            heading.leftIndent = (
                0 if len(label) < 5 else pdfmetrics.stringWidth(label + " ", self._bold, size + 1)
            )
            flow = Paragraph(self._cased(title, size + 1), heading, bulletText=label or None)
        else:
            flow = Paragraph(self._cased(item.heading, heading.fontSize), heading)
        if style.headings is Headings.RULED:
            rule = HRFlowable(width="100%", thickness=0.7, color=_BLUE, spaceAfter=4)
            rule.keepWithNext = 1
            return [flow, rule]
        return [flow]

    def _text(self, item: AnnotatedItem, width: float, *, apart: bool = False) -> list[Flowable]:
        story: list[Flowable] = []
        at = 0
        while at < len(item.segments):
            segment = item.segments[at]
            if segment.kind is BlockKind.ROW:
                at, tables = self._rows(item, at, width, apart=apart)
                story += tables
                continue
            text = item.text[segment.start : segment.end]
            if segment.kind is BlockKind.BULLET:
                story.append(self._bulleted(text))
            else:
                story.append(Paragraph(self._markup(text), self._body))
            at += 1
        return story

    def _bulleted(self, text: str) -> Paragraph:
        return Paragraph(self._markup(text), self._bullet, bulletText=self._style.bullet)

    def _rows(
        self, item: AnnotatedItem, at: int, width: float, *, apart: bool = False
    ) -> tuple[int, list[Flowable]]:
        """The rows from `at` on as one table, or (`apart`) a table each.

        Before it comes the index of the first other block.
        """
        end = at
        while end < len(item.segments) and item.segments[end].kind is BlockKind.ROW:
            end += 1
        rows = [[item.text[a:b] for a, b in s.cells] for s in item.segments[at:end]]
        columns = max(map(len, rows))
        size = fitting_size(rows, width, self._upright, self._style.size)
        cell = ParagraphStyle("small", parent=self._cell, fontSize=size, leading=size * 1.25)
        cells = [
            [Paragraph(self._markup(text), cell) for text in row] + [""] * (columns - len(row))
            for row in rows
        ]
        widths = column_widths(rows, width, self._upright, size)
        rules: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if self._style.ruled:
            rules.append(("GRID", (0, 0), (-1, -1), 0.5, colors.grey))
        tables: list[Flowable] = [
            make_table(part, widths, rules)
            for part in ([[row] for row in cells] if apart else [cells])
        ]
        if not apart:
            tables[0].spaceAfter = tables[0].spaceBefore = 5
        return end, tables

    def _layout_table(self, items: Sequence[AnnotatedItem]) -> Flowable:
        widths = [1.7 * cm, 3.8 * cm, self._width - 5.5 * cm]
        bold = ParagraphStyle("columnname", parent=self._cell, fontName=self._bold)
        cells: list[list[Any]] = [[Paragraph(name, bold) for name in _COLUMNS]]
        spans = []
        for item in items:
            label = Paragraph(self._markup(_label(item)), self._cell)
            title = Paragraph(self._markup(item.title), bold)
            story = [
                piece
                for flowable in self._text(item, widths[2] - 12, apart=True)
                for piece in split_in_pieces(flowable, widths[2] - 12)
            ]
            # a row for each paragraph, so that a long item can run over pages
            spans.append((len(cells), len(cells) + max(len(story), 1) - 1))
            cells.append([label, title, story[0] if story else ""])
            cells += [["", "", flowable] for flowable in story[1:]]
        rules: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
            ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
            ("LINEAFTER", (0, 0), (1, -1), 0.5, colors.black),
        ]
        rules += [("LINEABOVE", (0, first), (-1, first), 0.5, colors.black) for first, _ in spans]
        return make_table(cells, widths, rules, repeat=1)

    # letters

    def _cased(self, text: str, size: float) -> str:
        if self._style.case is Case.CAPITALS:
            return self._markup(text.upper())
        if self._style.case is Case.AS_IS:
            return self._markup(text)
        parts = []
        for small, run in _runs(text, str.islower):
            shown = self._markup(run.upper())
            parts.append(f'<font size="{size * 0.8:g}">{shown}</font>' if small else shown)
        return "".join(parts)

    def _markup(self, text: str) -> str:
        """`text` for reportlab; letters that the font lacks are taken from Vera."""
        if self._style.font == "Vera":
            return escape(text)
        return "".join(
            f'<font name="Vera">{escape(run)}</font>' if foreign else escape(run)
            for foreign, run in _runs(text, _is_foreign)
        )


class _SpacedLine(Flowable):
    """One centred line with white space between its letters, as titles on posters have."""

    def __init__(self, text: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._text = text
        self._style = style
        self._space = style.fontSize * 0.3

    def fits(self, width: float) -> bool:
        """Whether the line is no wider than `width`, in letters that the font has."""
        return self._length <= width and not any(map(_is_foreign, self._text))

    @property
    def _length(self) -> float:
        letters = pdfmetrics.stringWidth(self._text, self._style.fontName, self._style.fontSize)
        return float(letters) + self._space * len(self._text)

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's
        """All the width, and one line."""
        self.width = width
        self.height = self._style.leading + self._style.spaceAfter
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line in the middle."""
        text = self.canv.beginText((self.width - self._length) / 2, self._style.spaceAfter)
        text.setFont(self._style.fontName, self._style.fontSize)
        text.setCharSpace(self._space)
        text.textOut(self._text)
        self.canv.drawText(text)


def _is_foreign(char: str) -> bool:
    """Whether the standard fonts of PDF have no such letter."""
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        return True
    return False


def _runs(text: str, test: Callable[[str], bool]) -> list[tuple[bool, str]]:
    """`text` in stretches for which `test` of each character is the same."""
    runs: list[tuple[bool, str]] = []
    for char in text:
        if runs and runs[-1][0] == test(char):
            runs[-1] = (runs[-1][0], runs[-1][1] + char)
        else:
            runs.append((test(char), char))
    return runs


def _label(item: AnnotatedItem) -> str:
    """What is printed before the title: '3.', 'Agendapunt 3 -'."""
    return item.heading[: len(item.heading) - len(item.title)].rstrip()
