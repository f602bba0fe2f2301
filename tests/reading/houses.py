"""House styles of municipalities that do not exist, each drawn from scratch on paper.

Every style prints the same minutes and says which words a reader finds, in what order. What
a style adds on its own account (logos, headers, line numbers, watermarks) is not among them.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table

from tests.reading.minutes import Minutes, Point

__all__ = [
    "HEIGHT", "HOUSES", "HYPHENS", "PLUM", "SAND", "TEAL", "WIDTH", "House", "Print", "flow",
    "heading_of", "minutes_table", "par", "plain_blocks", "plain_story", "set_in",
    "table_blocks", "whole",
]  # fmt: skip

WIDTH, HEIGHT = A4
TEAL, PLUM, SAND = map(colors.HexColor, ("#00707c", "#5b2a52", "#f1ece2"))
Areas = Sequence[tuple[float, float, float, float]]
Decorate = Callable[[Canvas, int], None]
Ground = Callable[[Canvas, int], None]


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF, and the blocks of text that it holds; the cells of a row are joined by ' | '."""

    content: bytes
    blocks: tuple[str, ...]


House = Callable[[Minutes], Print]


# paper


def _nothing(_canvas: Canvas, _number: int) -> None:
    pass


def flow(
    story: list[Flowable],
    areas: Callable[[int], Areas],
    *,
    below: Ground = _nothing,
    above: Decorate = _nothing,
    size: tuple[float, float] = A4,
    enter: Ground = _nothing,
    leave: Ground = _nothing,
) -> bytes:
    """Pour `story` into the text areas (x, y, width, height) of page after page.

    `below` draws before the text of a page and `above` after it; `enter` and `leave` stand
    around all of it.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    canvas.setTitle("")
    rest = list(story)
    number = 0
    while rest:
        number += 1
        assert number < 200, "a flowable that fits nowhere"
        enter(canvas, number)
        canvas.saveState()
        below(canvas, number)
        canvas.restoreState()
        for x, y, width, height in areas(number):
            frame = Frame(x, y, width, height, 0, 0, 0, 0)
            while rest:
                if frame.add(rest[0], canvas):
                    rest.pop(0)
                    continue
                parts = frame.split(rest[0], canvas)
                if len(parts) < 2:
                    break
                frame.add(parts[0], canvas)
                rest[:1] = parts[1:]
                break
        canvas.saveState()
        above(canvas, number)
        canvas.restoreState()
        leave(canvas, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def whole(left: float, bottom: float, right: float, top: float) -> Callable[[int], Areas]:
    area = (left, bottom, WIDTH - left - right, HEIGHT - bottom - top)
    return lambda _number: [area]


def set_in(font: str, size: float, **more: Any) -> ParagraphStyle:
    more.setdefault("leading", size * 1.3)
    return ParagraphStyle("s", fontName=font, fontSize=size, **more)


def _vera() -> tuple[str, str]:
    for name in ("Vera", "VeraBd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    return "Vera", "VeraBd"


HYPHENS: dict[str, Any] = {"hyphenationLang": "nl_NL", "hyphenationMinWordLength": 6}


def par(text: str, style: ParagraphStyle, *, underlined: bool = False, **more: Any) -> Paragraph:
    shown = escape(text)
    return Paragraph(f"<u>{shown}</u>" if underlined else shown, style, **more)


def heading_of(point: Point) -> str:
    return f"{point.number}. {point.title}"


def _action(action: tuple[str, str, str]) -> str:
    return f"Actie: {action[0]} ({action[1]}, {action[2]})."


def plain_blocks(point: Point) -> Iterator[str]:
    yield from point.paragraphs
    yield from point.bullets
    yield from map(_action, point.actions)


def plain_story(point: Point, body: ParagraphStyle, bullet: str = "•") -> list[Flowable]:
    listed = ParagraphStyle("l", parent=body, leftIndent=14, bulletIndent=2, firstLineIndent=0)
    return [
        *(par(text, body) for text in point.paragraphs),
        *(par(text, listed, bulletText=bullet) for text in point.bullets),
        *(par(_action(action), body) for action in point.actions),
    ]


# houses


def sidebar(minutes: Minutes) -> Print:
    """A coloured bar down the left side that holds the facts and the attendance in white."""
    head = set_in("Times-Bold", 12.5, spaceBefore=10, spaceAfter=3, textColor=TEAL)
    body = set_in("Times-Roman", 10.5, alignment=TA_JUSTIFY, spaceAfter=6, **HYPHENS)
    story: list[Flowable] = [par(minutes.title, set_in("Times-Bold", 17, spaceAfter=10))]
    main = [minutes.title]
    for point in minutes.points:
        story += [par(heading_of(point), head), *plain_story(point, body)]
        main += [heading_of(point), *plain_blocks(point)]
    side: list[str] = []

    def below(canvas: Canvas, number: int) -> None:
        canvas.setFillColor(TEAL)
        canvas.rect(0, 0, 165, HEIGHT, stroke=0, fill=1)
        if number > 1:
            return
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(22, 770, "lindewaard")
        y = 700.0
        for label, value in minutes.facts:
            canvas.setFont("Helvetica-Bold", 8)
            canvas.drawString(22, y, label)
            canvas.setFont("Helvetica", 8)
            canvas.drawString(22, y - 11, value)
            side.extend((label, value))
            y -= 30
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(22, y, "Aanwezig")
        side.append("Aanwezig")
        canvas.setFont("Helvetica", 8)
        for name, _ in minutes.present:
            y -= 13
            canvas.drawString(22, y, name)
            side.append(name)

    content = flow(story, whole(190, 60, 55, 60), below=below)
    return Print(content, ("lindewaard", *side, *main))


def bars(minutes: Minutes) -> Print:
    """Headings in white on full bars, a logo of two sizes, addresses at the foot of page 1."""
    upright, bold = _vera()
    bar = set_in(
        bold, 10, textColor=colors.white, backColor=PLUM, borderPadding=(3, 4, 4, 4),
        spaceBefore=14, spaceAfter=9,
    )  # fmt: skip
    body = set_in(upright, 9, spaceAfter=7)
    facts = Table(
        [[par(label, set_in(bold, 9)), par(value, body)] for label, value in minutes.facts],
        colWidths=[90, 300],
        hAlign="LEFT",
    )
    blocks = [minutes.title, *(f"{label} | {value}" for label, value in minutes.facts)]
    story: list[Flowable] = [par(minutes.title, set_in(bold, 15, spaceAfter=12)), facts]
    story.append(par("Aanwezig: " + "; ".join(f"{n}, {o}" for n, o in minutes.present), body))
    blocks.append("Aanwezig: " + "; ".join(f"{n}, {o}" for n, o in minutes.present))
    for point in minutes.points:
        story += [par(heading_of(point), bar), *plain_story(point, body, "\u25aa")]
        blocks += [heading_of(point), *plain_blocks(point)]

    def above(canvas: Canvas, number: int) -> None:
        canvas.setFont(upright, 7)
        if number == 1:
            canvas.setFillColor(PLUM)
            for x, lines in (
                (70, ("Bezoekadres", "Markt 1", "1234 AB Lindewaard")),
                (240, ("Postadres", "Postbus 10", "1230 AA Lindewaard")),
                (400, ("Contact", "T 14 0123", "www.lindewaard.example")),
            ):
                for index, line in enumerate(lines):
                    canvas.drawString(x, 48 - 9 * index, line)
        else:
            canvas.drawString(70, HEIGHT - 34, "Verslag LEA | 14 maart 2024")
        canvas.drawRightString(WIDTH - 60, HEIGHT - 34, f"Pagina {number} van 3")

    return Print(flow(story, whole(70, 80, 60, 70), above=above), tuple(blocks))


def _attendance(minutes: Minutes, body: ParagraphStyle, widths: tuple[float, float]) -> Table:
    rows = [[par(name, body), par(of, body)] for name, of in minutes.present]
    return Table(rows, colWidths=widths, hAlign="LEFT")


def footnotes(minutes: Minutes) -> Print:
    """Two columns of names, running heads that differ left and right, notes at the foot."""
    body = set_in("Times-Roman", 11, alignment=TA_JUSTIFY, spaceAfter=7, **HYPHENS)
    head = set_in("Times-Bold", 12, spaceBefore=8, spaceAfter=4)
    note = "Zie de brief van het ministerie van 3 februari 2024, met bijlage."
    story: list[Flowable] = [
        par(minutes.title, set_in("Times-Bold", 16, alignment=TA_CENTER, spaceAfter=14)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
        Spacer(1, 6),
        _attendance(
            minutes, ParagraphStyle("c", parent=body, spaceAfter=0, alignment=0), (215, 200)
        ),
        Spacer(1, 6),
    ]
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    blocks += [f"{name} | {of}" for name, of in minutes.present]
    for index, point in enumerate(minutes.points):
        story.append(par(heading_of(point), head))
        blocks += [heading_of(point), *plain_blocks(point)]
        pieces = plain_story(point, body)
        if index == 0:
            last = len(point.paragraphs) - 1
            text = point.paragraphs[last]
            marked = f'{escape(text[:-1])}<super size="7">1</super>{escape(text[-1])}'
            pieces[last] = Paragraph(marked, body)
        story += pieces

    def above(canvas: Canvas, number: int) -> None:
        canvas.setFont("Times-Italic", 9)
        if number % 2:
            canvas.drawRightString(WIDTH - 80, HEIGHT - 45, f"Gemeente Lindewaard   {number}")
        else:
            canvas.drawString(80, HEIGHT - 45, f"{number}   Lokale Educatieve Agenda")
        if number == 1:
            canvas.line(80, 112, 200, 112)
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(80, 103, "1")
            canvas.setFont("Times-Roman", 8.5)
            canvas.drawString(86, 99, note)

    areas = whole(80, 120, 80, 70)
    return Print(flow(story, areas, above=above), (*blocks, note))


_COLUMNS = ("Nr", "Onderwerp", "Besproken", "Actie")


def _table_rows(minutes: Minutes) -> list[tuple[str, str, list[str], str]]:
    return [
        (
            point.number,
            point.title,
            [*point.paragraphs, *point.bullets],
            " ".join(f"{what} ({who}, {when})" for what, who, when in point.actions),
        )
        for point in minutes.points
    ]


def table_blocks(minutes: Minutes) -> list[str]:
    rows = [
        (number, title, " ".join(text), action)
        for number, title, text, action in _table_rows(minutes)
    ]
    return [" | ".join(cell for cell in row if cell) for row in [_COLUMNS, *rows]]


def minutes_table(
    minutes: Minutes,
    widths: Sequence[float],
    fonts: tuple[str, str],
    size: float,
    rules: list[Any],
    *,
    in_row: bool = True,
) -> Table:
    upright, bold = fonts
    cell, strong = set_in(upright, size, spaceAfter=3), set_in(bold, size)
    rows: list[list[Any]] = [[par(name, strong) for name in _COLUMNS]]
    rows += [
        [
            par(number, cell),
            par(title, strong),
            [par(text, cell) for text in texts],
            par(action, cell),
        ]
        for number, title, texts, action in _table_rows(minutes)
    ]
    return Table(
        rows, colWidths=list(widths), repeatRows=1, splitInRow=int(in_row), hAlign="LEFT",
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *rules],
    )  # fmt: skip


def grid(minutes: Minutes) -> Print:
    """All in one ruled table, rows running over pages; each page drawn in a form XObject."""
    body = set_in("Helvetica", 9.5, spaceAfter=2)
    story: list[Flowable] = [
        par(minutes.title, set_in("Helvetica-Bold", 14, spaceAfter=8)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
        Spacer(1, 8),
        minutes_table(
            minutes, (28, 105, 240, 92), ("Helvetica", "Helvetica-Bold"), 9,
            [("GRID", (0, 0), (-1, -1), 0.6, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), SAND)],
        ),
    ]  # fmt: skip
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]

    def enter(canvas: Canvas, number: int) -> None:
        canvas.beginForm(f"page{number}", 0, 0, WIDTH, HEIGHT)

    def leave(canvas: Canvas, number: int) -> None:
        canvas.endForm()
        canvas.doForm(f"page{number}")

    content = flow(story, whole(65, 70, 60, 70), enter=enter, leave=leave)
    return Print(content, (*blocks, *table_blocks(minutes)))


def lying(minutes: Minutes) -> Print:
    """The table lying on pages that are turned by /Rotate, ruled across only, with zebra rows."""
    wide, high = landscape(A4)
    body = set_in("Helvetica", 9.5, spaceAfter=3)
    story: list[Flowable] = [
        par(minutes.title, set_in("Helvetica-Bold", 14, spaceAfter=8)),
        *(par(f"{label}: {value}", body) for label, value in minutes.facts),
        Spacer(1, 8),
        minutes_table(
            minutes, (40, 165, 360, 140), ("Helvetica", "Helvetica-Bold"), 9.5,
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, TEAL),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, SAND]),
            ],
        ),
    ]  # fmt: skip

    def enter(canvas: Canvas, _number: int) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -high)

    areas = (60, 60, wide - 120, high - 110)
    # reportlab turns the paper together with the page
    content = flow(story, lambda _number: [areas], size=(wide, high), enter=enter)
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    return Print(content, (*blocks, *table_blocks(minutes)))


def numbered_lines(minutes: Minutes) -> Print:
    """A concept: every fifth line counted in the margin, and its word lying behind the text."""
    body = set_in("Helvetica", 10.5, leading=15, spaceAfter=9)
    head = set_in("Helvetica-Bold", 10.5, leading=15)
    story: list[Flowable] = [par(minutes.title, set_in("Helvetica-Bold", 14, leading=24))]
    story += [par(f"{label}: {value}", body) for label, value in minutes.facts]
    blocks = [minutes.title, *(f"{label}: {value}" for label, value in minutes.facts)]
    story.append(par("Aanwezig: " + "; ".join(f"{n}, {o}" for n, o in minutes.present), body))
    blocks.append("Aanwezig: " + "; ".join(f"{n}, {o}" for n, o in minutes.present))
    for point in minutes.points:
        story += [par(heading_of(point), head), *plain_story(point, body, "-")]
        blocks += [heading_of(point), *plain_blocks(point)]

    def below(canvas: Canvas, _number: int) -> None:
        canvas.setFont("Helvetica-Bold", 110)
        canvas.setFillColor(colors.HexColor("#e4e4e4"))
        canvas.drawCentredString(WIDTH / 2, 420, "CONCEPT")

    def above(canvas: Canvas, _number: int) -> None:
        canvas.setFont("Helvetica", 8)
        for line in range(5, 46, 5):
            canvas.drawRightString(62, HEIGHT - 78 - 15 * line, str(line))

    content = flow(story, whole(80, 70, 70, 60), below=below, above=above)
    return Print(content, tuple(blocks))


def all_lines_numbered(minutes: Minutes) -> Print:
    """Each line counted in the right margin, on from page to page; its text in one column."""
    body = set_in("Times-Roman", 11, leading=16, **HYPHENS, alignment=TA_JUSTIFY)
    head = set_in("Times-Bold", 11, leading=16)
    story: list[Flowable] = [par(minutes.title, head)]
    blocks = [minutes.title]
    for point in minutes.points:
        story += [Spacer(1, 16), par(heading_of(point), head)]
        blocks.append(heading_of(point))
        for text in plain_blocks(point):
            story += [par(text, body)]
            blocks.append(text)
    lines = 42

    def above(canvas: Canvas, number: int) -> None:
        canvas.setFont("Times-Roman", 9)
        for line in range(lines):
            y = HEIGHT - 60 - 16 * line - 12.5
            canvas.drawString(WIDTH - 48, y, str(1 + line + lines * (number - 1)))

    height = 16.0 * lines
    content = flow(
        story, lambda _n: [(75, HEIGHT - 60 - height, WIDTH - 145, height)], above=above
    )
    return Print(content, tuple(blocks))


def newsletter(minutes: Minutes) -> Print:
    """Two justified columns with ligatures and indented first lines, below a banner."""
    upright, bold = _vera()
    body = set_in(upright, 8.5, alignment=TA_JUSTIFY, firstLineIndent=10, **HYPHENS)
    head = set_in(bold, 9.5, spaceBefore=9, spaceAfter=3, textColor=PLUM)

    def set_ligatures(flowables: list[Flowable]) -> list[Flowable]:
        return flowables

    story: list[Flowable] = []
    blocks = ["Lindewaard overlegt", minutes.title]
    for point in minutes.points:
        typeset = Point(
            point.number,
            point.title,
            tuple(t.replace("fi", "\ufb01").replace("fl", "\ufb02") for t in point.paragraphs),
            point.bullets,
            point.actions,
        )
        story += [par(heading_of(point), head), *set_ligatures(plain_story(typeset, body))]
        blocks += [heading_of(point), *plain_blocks(point)]

    def below(canvas: Canvas, number: int) -> None:
        if number == 1:
            canvas.setFillColor(PLUM)
            canvas.rect(0, HEIGHT - 110, WIDTH, 110, stroke=0, fill=1)
            canvas.setFillColor(colors.white)
            canvas.setFont(bold, 24)
            canvas.drawString(50, HEIGHT - 60, "Lindewaard overlegt")
            canvas.setFont(upright, 11)
            canvas.drawString(50, HEIGHT - 85, minutes.title)
        canvas.setFillColor(colors.black)
        canvas.setFont(upright, 7)
        canvas.drawCentredString(WIDTH / 2, 28, str(number))

    def areas(number: int) -> Areas:
        top = HEIGHT - (130 if number == 1 else 60)
        return [(50, 60, 238, top - 60), (308, 60, 238, top - 60)]

    return Print(flow(story, areas, below=below), tuple(blocks))


class _Spaced(Flowable):  # type: ignore[misc]
    """A line with wide spaces between its letters, made by the typesetter's tracking."""

    def __init__(self, text: str, font: str, size: float, tracking: float) -> None:
        super().__init__()
        self._text, self._font, self._size, self._tracking = text, font, size, tracking
        self.width, self.height = 400, size * 1.6

    def wrap(self, *_room: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        text = self.canv.beginText(0, self._size * 0.5)
        text.setFont(self._font, self._size)
        text.setCharSpace(self._tracking)
        text.textOut(self._text)
        text.setCharSpace(0)
        self.canv.drawText(text)


def _small_capitals(text: str, size: float) -> str:
    parts = []
    for word in text.split(" "):
        first, rest = word[:1], word[1:]
        shown = escape(first.upper())
        if rest:
            shown += f'<font size="{size * 0.8:g}">{escape(rest.upper())}</font>'
        parts.append(shown)
    return " ".join(parts)


def formal(minutes: Minutes) -> Print:
    """A tracked title, headings in small capitals over two lines that hang from their number."""
    body = set_in("Times-Roman", 11.5, leading=16, firstLineIndent=16)
    head = set_in(
        "Times-Roman", 13, leading=17, leftIndent=24, bulletIndent=0, bulletFontSize=13,
        bulletFontName="Times-Roman", spaceBefore=12, spaceAfter=4,
    )  # fmt: skip
    story: list[Flowable] = [
        _Spaced("VERSLAG", "Times-Bold", 18, 7),
        _Spaced("Lokale Educatieve Agenda", "Times-Bold", 12, 2.4),
        *(par(f"{label}: {value}", set_in("Times-Roman", 11.5)) for label, value in minutes.facts),
    ]
    blocks = ["VERSLAG", "Lokale Educatieve Agenda"]
    blocks += [f"{label}: {value}" for label, value in minutes.facts]
    for point in minutes.points:
        title = Paragraph(_small_capitals(point.title, 13), head, bulletText=point.number + ".")
        story += [title, *plain_story(point, body, "\u2013")]
        blocks += [f"{point.number}. {point.title.upper()}", *plain_blocks(point)]

    def below(canvas: Canvas, number: int) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawCentredString(WIDTH / 2, 40, f"- {number} -")

    return Print(flow(story, whole(95, 80, 95, 80), below=below), tuple(blocks))


def decisions(minutes: Minutes) -> Print:
    """A frame for each item: its title across, below it labels, and actions in a table within."""
    upright, bold = _vera()
    cell, strong = set_in(upright, 8.5, spaceAfter=3), set_in(bold, 8.5)
    story: list[Flowable] = [par(minutes.title, set_in(bold, 14, spaceAfter=10))]
    blocks = [minutes.title]
    for point in minutes.points:
        rows: list[list[Any]] = [[par(heading_of(point), strong), ""]]
        spans = [("SPAN", (0, 0), (1, 0)), ("BACKGROUND", (0, 0), (-1, 0), SAND)]
        blocks.append(heading_of(point))
        rows.append([par("Besproken", strong), [par(t, cell) for t in point.paragraphs]])
        blocks.append("Besproken | " + " ".join(point.paragraphs))
        if point.bullets:
            rows.append([par("Besluiten", strong), [par(t, cell) for t in point.bullets]])
            blocks.append("Besluiten | " + " ".join(point.bullets))
        if point.actions:
            inner = Table(
                [[par(name, strong) for name in ("Wat", "Wie", "Wanneer")]]
                + [[par(part, cell) for part in action] for action in point.actions],
                colWidths=[150, 90, 80],
                style=[("GRID", (0, 0), (-1, -1), 0.4, colors.grey)],
            )
            rows.append([par("Acties", strong), inner])
            blocks += ["Acties", "Wat | Wie | Wanneer", *(" | ".join(a) for a in point.actions)]
        table = Table(
            rows, colWidths=[80, 380], splitInRow=1,
            style=[("BOX", (0, 0), (-1, -1), 0.8, PLUM), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                   ("INNERGRID", (0, 0), (-1, -1), 0.5, PLUM), *spans],
        )  # fmt: skip
        story += [table, Spacer(1, 10)]

    def below(canvas: Canvas, number: int) -> None:
        canvas.setFont(upright, 7)
        canvas.drawRightString(WIDTH - 60, 30, f"blz. {number}/4")
        canvas.setFillColor(PLUM)
        canvas.rect(0, HEIGHT - 20, WIDTH, 20, stroke=0, fill=1)

    return Print(flow(story, whole(65, 60, 60, 60), below=below), tuple(blocks))


HOUSES: tuple[House, ...] = (
    sidebar, bars, footnotes, grid, lying, numbered_lines, all_lines_numbered, newsletter, formal,
    decisions,
)  # fmt: skip
