"""One page of a PDF as runs of text with place, size and weight, by PDFium's own calls.

Asking PDFium about each character from Python costs more than all the rest, so a printed
line is halved until each part is one text object, and only then asked for its box and font.

All coordinates are in points with the origin at the top left of the page as its text is
read, y downwards. Text at another angle than most of the page (watermarks, text up the
margin) is left out.
"""

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from leaterms.reading.document import Box
from leaterms.reading.drawings import Edge, Point, read_drawings
from leaterms.reading.rulings import Grid
from leaterms.reading.underlines import find_underlined

__all__ = ["PageContent", "Run", "place_points", "read_page"]

_HYPHEN_MARK = "\x02"  # what PDFium puts for a hyphen at the end of a line
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|-bd\b|,bd\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # PDF 1.7, table 123
_BOLD_WEIGHT = 600
_STROKE_TOO = 2  # text rendering mode 'fill, then stroke': bold made by the printer driver
_STROKE_ONLY = 1
_LARGE = 24.0  # points; smaller letters are never asked for their colour
_PALE = (0.6, 0.97)  # of white; full white stands on a coloured ground and is meant to be read
_TWINS = 0.15  # of the font size: text so near to the same text is drawn twice
_THIN_INK = 140  # of 255: ink through which the text below shows
_SPACED_OUT = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look on one line; `head` is the right edge of its first word."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    head: float
    order: int  # place in the file's own order
    hyphen: bool = False  # ends in a hyphen at the end of a printed line
    pale: bool = False  # large letters in a light tint, or in outline
    underline: bool = False
    spaced: bool = False  # a space stands before it in the file

    @property
    def box(self) -> Box:
        """The place on the page; the font's own heights are too often wrong to use."""
        return Box(
            self.x0, self.baseline - 0.95 * self.size, self.x1, self.baseline + 0.25 * self.size
        )


@dataclass(frozen=True, slots=True)
class PageContent:
    """What is on a page. `pictured` is the share of it that pictures take.

    `grids` are its tables, once these have been looked for; `boxes` are coloured or framed,
    `dots` specks such as bullets.

    `upright` says that the page is read as it is shown, so that boxes hold on the page.
    `aslant` is the text at another angle than most.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    edges: tuple[Edge, ...]
    pictured: float
    upright: bool
    grids: tuple[Grid, ...] = ()
    boxes: tuple[Box, ...] = ()
    dots: tuple[Box, ...] = ()
    aslant: str = ""


def read_page(page: "pdfium.FPDF_PAGE", number: int) -> PageContent:
    """Read a loaded PDFium page; `number` counts from 1."""
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        parts = _find_parts(text_page) if text_page else []
        quarter = _main_quarter(parts)
        shown = pdfium.FPDFPage_GetRotation(page) % 4
        point, width, height = place_points(page, quarter if parts else shown)
        fonts: dict[int, bool] = {}
        runs = [
            run
            for order, part in enumerate(parts)
            if part.quarter == quarter
            and (run := _read_run(text_page, part, order, point, fonts)) is not None
            and -1 <= run.x0 <= width + 1
            and -1 <= run.baseline <= height + run.size
        ]
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
    drawn = read_drawings(page, point, width * height)
    runs = _without_doubles(runs)
    underlined = find_underlined([(r.x0, r.x1, r.baseline, r.size) for r in runs], drawn.edges)
    return PageContent(
        number=number,
        width=width,
        height=height,
        runs=tuple(
            replace(r, underline=True) if i in underlined else r for i, r in enumerate(runs)
        ),
        edges=drawn.edges,
        boxes=drawn.boxes,
        dots=drawn.dots,
        pictured=drawn.pictured,
        upright=not parts or quarter == shown,
        aslant=_text_aslant(parts, quarter),
    )


def _text_aslant(parts: list["_Part"], quarter: int) -> str:
    """What is printed at another angle; letters that each stand on a line of their own join."""
    text = ""
    for part in parts:
        if part.quarter != quarter:
            text += part.text if len(part.text) == 1 else f" {part.text} "
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of characters of one text object; `quarter` is its angle in quarter turns."""

    start: int
    end: int
    text: str
    quarter: int  # counter-clockwise in the file's own space; -1 for an oblique angle
    size: float
    hyphen: bool
    spaced: bool


def _find_parts(text_page: "pdfium.FPDF_TEXTPAGE") -> list[_Part]:
    """All text of the page in the file's order, cut at line ends and text objects."""
    text = _characters(text_page)
    count = len(text)
    parts: list[_Part] = []
    start = 0
    for end in range(count + 1):
        if end < count and text[end] not in "\r\n\x02":
            continue
        hyphen = end < count and text[end] == _HYPHEN_MARK
        stop = end + 1 if hyphen else end
        for a, b in _objects(text_page, text, start, stop):
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(text_page, a, matrix)
            size = pdfium.FPDFText_GetFontSize(text_page, a) * math.hypot(matrix.c, matrix.d)
            quarter = _quarter(matrix.a, matrix.b)
            spaced = a > 0 and text[a - 1] == " "
            parts.append(_Part(a, b, text[a:b], quarter, size, hyphen and b == stop, spaced))
        start = end + 1
    return parts


def _characters(text_page: "pdfium.FPDF_TEXTPAGE") -> str:
    """All characters of the page, each at the index by which PDFium knows it."""
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text.replace("\ufffe", _HYPHEN_MARK)
    # characters that are left out of the text as such would shift the indices
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page, i)) for i in range(count))


def _objects(
    text_page: "pdfium.FPDF_TEXTPAGE", text: str, start: int, end: int
) -> list[tuple[int, int]]:
    """Cut [start, end) into stretches of one text object, without spaces at their ends."""
    out: list[tuple[int, int]] = []
    stack = [(start, end)]
    while stack:
        a, b = stack.pop()
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if a >= b:
            continue
        if b - a == 1 or _address(text_page, a) == _address(text_page, b - 1):
            out.append((a, b))
        else:
            middle = (a + b) // 2
            stack.append((middle, b))
            stack.append((a, middle))
    return out


def _address(text_page: "pdfium.FPDF_TEXTPAGE", index: int) -> int:
    pointer = pdfium.FPDFText_GetTextObject(text_page, index)
    return ctypes.addressof(pointer.contents) if pointer else 0


def _quarter(a: float, b: float) -> int:
    turns = math.atan2(b, a) / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.06 else -1


def _main_quarter(parts: list[_Part]) -> int:
    """The angle of most characters."""
    weights: Counter[int] = Counter()
    for part in parts:
        if part.quarter >= 0:
            weights[part.quarter] += len(part.text)
    return weights.most_common(1)[0][0] if weights else 0


def place_points(page: "pdfium.FPDF_PAGE", quarter: int) -> tuple[Point, float, float]:
    """How points of the file's space come to lie, read at `quarter`; width and height."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    left, right, top, bottom = box.left, box.right, box.top, box.bottom
    across, down = abs(right - left), abs(top - bottom)
    turned: dict[int, Point] = {
        0: lambda x, y: (x - left, top - y),
        1: lambda x, y: (y - bottom, x - left),
        2: lambda x, y: (right - x, y - bottom),
        3: lambda x, y: (top - y, right - x),
    }
    return (turned[quarter], down, across) if quarter % 2 else (turned[quarter], across, down)


def _read_run(
    text_page: "pdfium.FPDF_TEXTPAGE",
    part: _Part,
    order: int,
    point: Point,
    fonts: dict[int, bool],
) -> Run | None:
    """The run of a part; None if it has no size, as text that is not shown."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, part.start, x, y)
    baseline = point(x.value, y.value)[1]
    x0, x1 = _span(text_page, part.start, point)
    head = x1
    if part.end - part.start > 1:
        space = part.text.find(" ")
        if space > 1:
            head = _span(text_page, part.start + space - 1, point)[1]
        last = _span(text_page, part.end - 1, point)
        x1 = max(x1, last[1])
        if space <= 0:
            head = x1
    if part.size <= 0 or not all(map(math.isfinite, (x0, x1, baseline, part.size))):
        return None
    text = part.text
    if part.hyphen:
        text = text[:-1] + "-"
    if _SPACED_OUT.fullmatch(text):
        text = _close_up(text_page, part, text, point)
    shape = pdfium.FPDFText_GetTextObject(text_page, part.start)
    bold = _is_bold(shape, fonts)
    pale = part.size >= _LARGE and _is_pale(shape)
    return Run(
        text, x0, x1, baseline, part.size, bold, head, order, part.hyphen, pale, spaced=part.spaced
    )


def _span(text_page: "pdfium.FPDF_TEXTPAGE", index: int, point: Point) -> tuple[float, float]:
    """The left and right edge of a character."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    one, other = point(box.left, box.top)[0], point(box.right, box.bottom)[0]
    return min(one, other), max(one, other)


def _close_up(text_page: "pdfium.FPDF_TEXTPAGE", part: _Part, text: str, point: Point) -> str:
    """'V E R S L A G  L E A' -> 'VERSLAG LEA': words by the wider gaps between the letters."""
    letters = [i for i, c in enumerate(part.text) if not c.isspace()]
    spans = [_span(text_page, part.start + i, point) for i in letters]
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    usual = sorted(gaps)[len(gaps) // 2]
    out = text[letters[0]]
    for gap, index in zip(gaps, letters[1:], strict=True):
        out += (" " if gap > 1.5 * usual + 0.05 * part.size else "") + text[index]
    return out


def _is_bold(text_object: "pdfium.FPDF_PAGEOBJECT", fonts: dict[int, bool]) -> bool:
    """Whether a text object is set in bold: by its font, or by stroking its outline."""
    if not text_object:
        return False
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _STROKE_TOO:
        return True
    font = pdfium.FPDFTextObj_GetFont(text_object)
    if not font:
        return False
    key = ctypes.addressof(font.contents)
    if key not in fonts:
        name = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(font, name, 256)
        fonts[key] = (
            _BOLD_NAME.search(name.value.decode("latin-1")) is not None
            or bool(pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD)
            or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
        )
    return fonts[key]


def _is_pale(text_object: "pdfium.FPDF_PAGEOBJECT") -> bool:
    """Whether a text object is set in a light tint, in thin ink or in outline."""
    if not text_object:
        return False
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _STROKE_ONLY:
        return True
    red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(text_object, red, green, blue, ink):
        return False
    light = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255  # as the eye sees
    return _PALE[0] <= light <= _PALE[1] or ink.value <= _THIN_INK


def _without_doubles(runs: list[Run]) -> list[Run]:
    """Drop text drawn twice in one place, which is how some programs make bold."""
    out: list[Run] = []
    seen: dict[tuple[str, int, int], list[int]] = {}  # by height, in steps as far as twins are
    for run in runs:
        near = _TWINS * run.size
        text, size, step = run.text, round(run.size), int(run.baseline / max(near, 0.1))
        twin = next(
            (
                place
                for level in (step - 1, step, step + 1)
                for place in seen.get((text, size, level), ())
                if abs(out[place].x0 - run.x0) < near
                and abs(out[place].baseline - run.baseline) < near
            ),
            None,
        )
        if twin is None:
            seen.setdefault((text, size, step), []).append(len(out))
            out.append(run)
        else:
            out[twin] = replace(out[twin], bold=True)
    return out
