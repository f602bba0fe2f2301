"""What is drawn on a page of a PDF beside its text: ruling lines, boxes and pictures."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from leaterms.reading.document import Box

__all__ = ["Drawings", "Edge", "Point", "read_drawings"]

_MOST_OBJECTS = 30_000  # more are drawings; what they hold is no table of minutes
_THIN = 3.0  # points; a filled shape thinner than this is drawn as a line
_SHORTEST_EDGE = 6.0
_SMALLEST_BOX = 12.0  # points; smaller shapes are bullets and boxes to tick
_DOT = (1.5, 8.0)  # points: the width and height of a bullet that is drawn
_MOST_SEGMENTS = 40
_DEEPEST = 5  # forms within forms

Point = Callable[[float, float], tuple[float, float]]
"""From a point in the file's own space to one on the page as it is read."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruling line, horizontal (y0 == y1) or vertical (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Drawings:
    """The ruling lines of a page, its coloured or framed boxes, the share that pictures take.

    `dots` are round or square specks, such as bullets.
    """

    edges: tuple[Edge, ...]
    boxes: tuple[Box, ...]
    dots: tuple[Box, ...]
    pictured: float


def read_drawings(page: "pdfium.FPDF_PAGE", point: Point, area: float) -> Drawings:
    """What is drawn on a page of `area` square points.

    Drawings within drawings (form XObjects) are looked into. A scanner may cut a page in
    strips, so the pictures count together.
    """
    found = _Found([], [], [], 0.0, _MOST_OBJECTS)
    count = pdfium.FPDFPage_CountObjects(page)
    if count <= _MOST_OBJECTS:
        _gather(found, [pdfium.FPDFPage_GetObject(page, index) for index in range(count)], point)
    pictured = min(1.0, found.pictured / max(area, 1.0))
    return Drawings(tuple(found.edges), tuple(found.boxes), tuple(found.dots), pictured)


@dataclass
class _Found:
    """What was met so far; `pictured` in square points, `left` is how many more to look at."""

    edges: list[Edge]
    boxes: list[Box]
    dots: list[Box]
    pictured: float
    left: int


def _gather(
    found: _Found, shapes: "list[pdfium.FPDF_PAGEOBJECT]", point: Point, depth: int = 0
) -> None:
    found.left -= len(shapes)
    for shape in shapes:
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(found, shape, point)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = _bounds(shape, point)
            found.pictured += (x1 - x0) * (y1 - y0)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = max(pdfium.FPDFFormObj_CountObjects(shape), 0)
            if count <= found.left:
                inner = [pdfium.FPDFFormObj_GetObject(shape, index) for index in range(count)]
                _gather(found, inner, _within(shape, point), depth + 1)


def _within(form: "pdfium.FPDF_PAGEOBJECT", point: Point) -> Point:
    """`point` for what is drawn in `form`, whose matrix places it on the page."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: point(a * x + c * y + e, b * x + d * y + f)


def _bounds(shape: "pdfium.FPDF_PAGEOBJECT", point: Point) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    (xa, ya), (xb, yb) = point(left.value, top.value), point(right.value, bottom.value)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _take_path(found: _Found, path: "pdfium.FPDF_PAGEOBJECT", point: Point) -> None:
    """The straight horizontal and vertical lines that a path draws, or the box that it is."""
    x0, y0, x1, y1 = _bounds(path, point)
    across, down = x1 - x0, y1 - y0
    if _DOT[0] <= min(across, down) and max(across, down) <= _DOT[1] and abs(across - down) <= 1:
        found.dots.append(Box(x0, y0, x1, y1))
        return
    if y1 - y0 <= _THIN:
        middle = (y0 + y1) / 2
        if x1 - x0 >= _SHORTEST_EDGE:
            found.edges.append(Edge(x0, middle, x1, middle))
        return
    if x1 - x0 <= _THIN:
        middle = (x0 + x1) / 2
        if y1 - y0 >= _SHORTEST_EDGE:
            found.edges.append(Edge(middle, y0, middle, y1))
        return
    if min(x1 - x0, y1 - y0) >= _SMALLEST_BOX:
        found.boxes.append(Box(x0, y0, x1, y1))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:  # else shading
        found.edges.extend(_stroked_edges(path, point))


def _stroked_edges(path: "pdfium.FPDF_PAGEOBJECT", point: Point) -> list[Edge]:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 0 < count <= _MOST_SEGMENTS:
        return []
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    edges: list[Edge] = []
    begin = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            edges.extend(_edge(before, here))
        before = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            edges.extend(_edge(here, begin))
            before = begin
    return edges


def _edge(a: tuple[float, float], b: tuple[float, float]) -> list[Edge]:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if down <= 1 and across >= _SHORTEST_EDGE:
        return [Edge(min(a[0], b[0]), a[1], max(a[0], b[0]), a[1])]
    if across <= 1 and down >= _SHORTEST_EDGE:
        return [Edge(a[0], min(a[1], b[1]), a[0], max(a[1], b[1]))]
    return []
