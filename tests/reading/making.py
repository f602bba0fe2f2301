"""PDF and Word files for the tests, made on the spot."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from leaterms.reading import Document, read_document

__all__ = [
    "draw_pdf",
    "draw_png",
    "element",
    "pour",
    "read_bytes",
    "rewrite_part",
    "word_bytes",
    "write_lines",
]

FONT = "Helvetica"


def draw_pdf(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    """A PDF of A4 pages, each drawn by one function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write_lines(
    lines: Sequence[str],
    *,
    left: float = 70,
    top: float = 760,
    size: float = 11,
    pitch: float = 14,
    font: str = FONT,
) -> Callable[[Canvas], None]:
    """A drawing of printed lines below each other; '' is a white line."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for index, line in enumerate(lines):
            if line:
                canvas.drawString(left, top - index * pitch, line)

    return draw


def pour(
    canvas: Canvas,
    text: str,
    *,
    left: float,
    top: float,
    width: float,
    size: float = 10,
    pitch: float = 13,
    font: str = FONT,
) -> float:
    """Print `text` in lines of `width` from `top` down; where the next line would stand."""
    canvas.setFont(font, size)
    for line in simpleSplit(text, font, size, width):
        canvas.drawString(left, top, line)
        top -= pitch
    return top


def read_bytes(content: bytes, folder: Path, name: str = "bestand") -> Document:
    """Read `content` by way of a file."""
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


def word_bytes(build: Callable[[WordDocument], None]) -> bytes:
    """A Word file that `build` has filled."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def element(tag: str, **attributes: str) -> OxmlElement:
    """An element of Word's XML: `element('w:vanish')`, `element('w:ins', id='1')`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def rewrite_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same Word file with one part changed, or made from b'' if it is not there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for name in names:
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
        if part not in names:
            new.writestr(part, change(b""))
    return out.getvalue()


def draw_png() -> io.BytesIO:
    """A small grey picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 200, 200)).save(buffer, "PNG")
    buffer.seek(0)
    return buffer
