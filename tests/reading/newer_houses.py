"""More house styles: boxes beside text, cells in the middle, large initials, short columns.

Each was made after the first ones were read well, to see what else there is.
"""

from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from tests.reading.houses import (
    HEIGHT,
    HYPHENS,
    PLUM,
    SAND,
    TEAL,
    House,
    Print,
    flow,
    heading_of,
    minutes_table,
    par,
    plain_blocks,
    plain_story,
    set_in,
    table_blocks,
    whole,
)
from tests.reading.minutes import Minutes, Point

__all__ = ["NEWER_HOUSES"]


def boxed(minutes: Minutes) -> Print:
    """Those present in a tinted box at the right, beside which the text is set narrow."""
    body = set_in("Times-Roman", 10.5, alignment=TA_JUSTIFY, spaceAfter=7, **HYPHENS)
    head = set_in("Helvetica-Bold", 11, spaceBefore=8, spaceAfter=4, textColor=PLUM)
    story: list[Flowable] = [
        par(minutes.title, set_in("Helvetica-Bold", 15, spaceAfter=9)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
    ]
    main = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    for point in minutes.points:
        story += [par(heading_of(point), head), *plain_story(point, body)]
        main += [heading_of(point), *plain_blocks(point)]
    names = ["Aanwezig", *(name for name, _ in minutes.present)]

    def below(canvas: Canvas, number: int) -> None:
        if number > 1:
            return
        canvas.setFillColor(SAND)
        canvas.rect(365, HEIGHT - 320, 170, 98, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        for index, name in enumerate(names):
            canvas.setFont("Helvetica-Bold" if index == 0 else "Helvetica", 8)
            canvas.drawString(375, HEIGHT - 238 - 12 * index, name)

    def areas(number: int) -> list[tuple[float, float, float, float]]:
        if number > 1:
            return [(60, 70, 475, HEIGHT - 140)]
        return [
            (60, HEIGHT - 220, 475, 160),
            (60, HEIGHT - 330, 290, 110),
            (60, 70, 475, HEIGHT - 400),
        ]

    # the box comes where the paragraph that runs past its foot ends
    place = main.index(minutes.points[1].paragraphs[0]) + 1
    return Print(flow(story, areas, below=below), (*main[:place], *names, *main[place:]))


def middle(minutes: Minutes) -> Print:
    """A table without a line, its cells set in the middle of their row, as a web page has it."""
    body = set_in("Helvetica", 9.5, spaceAfter=3)
    rules: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    ]
    table = minutes_table(
        minutes, (28, 110, 235, 100), ("Helvetica", "Helvetica-Bold"), 9, rules, in_row=False
    )
    story: list[Flowable] = [
        par(minutes.title, set_in("Helvetica-Bold", 14, spaceAfter=8)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
        Spacer(1, 14),
        table,
    ]
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    return Print(flow(story, whole(60, 60, 55, 60)), (*blocks, *table_blocks(minutes)))


class _Initial(Flowable):  # type: ignore[misc]  # reportlab has no types for it
    """A paragraph whose first letter is three lines high."""

    def __init__(self, text: str, body: ParagraphStyle) -> None:
        super().__init__()
        self._text, self._body = text, body
        self._lines: list[tuple[float, str]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        style = self._body
        self._high = (2 * style.leading + 0.7 * style.fontSize) / 0.72
        self._indent = stringWidth(self._text[0], "Times-Bold", self._high) + 5
        words = self._text[1:].split()
        self._lines = []
        while words:
            shift = self._indent if len(self._lines) < 3 else 0.0
            line = simpleSplit(" ".join(words), style.fontName, style.fontSize, width - shift)[0]
            self._lines.append((shift, line))
            words = words[len(line.split()) :]
        self.width, self.height = width, style.leading * max(3, len(self._lines)) + 6
        return self.width, self.height

    def draw(self) -> None:
        style, canvas = self._body, self.canv
        top = self.height - style.fontSize
        canvas.setFillColor(TEAL)
        canvas.setFont("Times-Bold", self._high)
        canvas.drawString(0, top - 2 * style.leading, self._text[0])
        canvas.setFillColor(colors.black)
        canvas.setFont(style.fontName, style.fontSize)
        for index, (shift, line) in enumerate(self._lines):
            canvas.drawString(shift, top - index * style.leading, line)


def initials(minutes: Minutes) -> Print:
    """Each item begins with a large letter below an underlined heading; bullets are drawn."""
    body = set_in("Helvetica", 10, leading=14, spaceAfter=6)
    head = set_in("Helvetica", 10, leading=14, spaceBefore=9, spaceAfter=6)
    listed = ParagraphStyle("l", parent=body, leftIndent=14)
    story: list[Flowable] = [
        par(minutes.title, set_in("Helvetica-Bold", 16, spaceAfter=12)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
    ]
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    for point in minutes.points:
        first, *others = point.paragraphs
        story += [
            par(heading_of(point), head, underlined=True),
            _Initial(first, body),
            *(par(text, body) for text in others),
        ]
        for text in point.bullets:
            story += [_Dot(), par(text, listed)]
        rest = Point(point.number, point.title, (), (), point.actions)
        story += plain_story(rest, body)
        blocks += [heading_of(point), *plain_blocks(point)]
    return Print(flow(story, whole(75, 60, 75, 60)), tuple(blocks))


class _Dot(Flowable):  # type: ignore[misc]  # reportlab has no types for it
    """A bullet that is drawn, before the line that follows."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 8.0, 0.0

    def draw(self) -> None:
        self.canv.circle(5, -8.5, 1.9, stroke=0, fill=1)


class _Columns(Flowable):  # type: ignore[misc]  # reportlab has no types for it
    """Paragraphs in two columns that end at one height, or nearly so."""

    def __init__(self, texts: list[str], body: ParagraphStyle) -> None:
        super().__init__()
        self._texts, self._body = texts, body

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        style = self._body
        self._across = (width - 20) / 2
        lines: list[tuple[float, str]] = []  # the white above each, and its text
        for text in self._texts:
            split = simpleSplit(text, style.fontName, style.fontSize, self._across)
            lines += [(4.0 if i == 0 else 0.0, line) for i, line in enumerate(split)]
        half = (len(lines) + 1) // 2
        while half < len(lines) and lines[half][0] == 0 and lines[half - 1][1].endswith("."):
            half += 1  # whether a paragraph goes on in the next column, nobody could tell
        self._columns = (lines[:half], lines[half:])
        self.width = width
        self.height = half * style.leading + 4.0 * len(self._texts)
        return self.width, self.height

    def draw(self) -> None:
        style, canvas = self._body, self.canv
        canvas.setFont(style.fontName, style.fontSize)
        for number, lines in enumerate(self._columns):
            y = self.height - style.fontSize
            for index, (white, line) in enumerate(lines):
                y -= white if index else 0.0
                canvas.drawString(number * (self._across + 20), y, line)
                y -= style.leading


def balanced(minutes: Minutes) -> Print:
    """Below each heading, which reaches over both, two columns that end at one height."""
    body = set_in("Times-Roman", 10)
    head = set_in("Times-Bold", 12, spaceBefore=16, spaceAfter=7)
    story: list[Flowable] = [
        par(minutes.title, set_in("Times-Bold", 17, spaceAfter=10)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
    ]
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    for point in minutes.points:
        texts = list(plain_blocks(point))
        story += [par(heading_of(point), head), _Columns(texts, body)]
        blocks += [heading_of(point), *texts]
    return Print(flow(story, whole(60, 60, 60, 60)), tuple(blocks))


NEWER_HOUSES: tuple[House, ...] = (boxed, middle, initials, balanced)
