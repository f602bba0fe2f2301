"""Pictures of pages, for a notebook: agenda items in frames with their numbers, places marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw

from leaterms.errors import InputError
from leaterms.reading.document import Box, Document, OutlineItem
from leaterms.reading.pdfium_lock import ONE_AT_A_TIME
from leaterms.reading.places import Place

__all__ = ["Picture", "draw_page"]

_MOST_PIXELS = 40_000_000
_FRAME = (0, 70, 140)
_MARK = (255, 225, 90)
_PADDING = 3.0  # points around the lines of an item


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG; Jupyter shows it. `page` counts from 1."""

    page: int
    png: bytes = field(repr=False)

    def _repr_png_(self) -> bytes:
        return self.png


def draw_page(
    document: Document, page: int, *, marks: Iterable[Place] = (), scale: float = 1.5
) -> Picture:
    """`Document.picture`."""
    if document.pages is None or document.path is None:
        raise InputError(
            "alleen een PDF heeft vaste pagina's om te tonen; bekijk een ander bestand in het "
            "programma waarmee het gemaakt is, of sla het op als PDF"
        )
    if not 1 <= page <= document.pages:
        raise ValueError(f"there is no page {page} among {document.pages}")
    picture = _render(document.path.read_bytes(), page, scale)
    scale = picture.width_per_point
    drawing = ImageDraw.Draw(picture.image)
    for place in marks:
        if place.page == page:
            _mark(picture.image, place.boxes, scale)
    for number, item in enumerate(document.outline):
        for box in _areas(item, page):
            corners = [
                (box.x0 - _PADDING) * scale,
                (box.y0 - _PADDING) * scale,
                (box.x1 + _PADDING) * scale,
                (box.y1 + _PADDING) * scale,
            ]
            drawing.rectangle(corners, outline=_FRAME, width=2 - number % 2)
            if item.index >= 0:
                label = item.number or str(item.index + 1)
                drawing.text((corners[0] + 2, corners[1] - 1), label, fill=_FRAME, anchor="ld")
    buffer = BytesIO()
    picture.image.save(buffer, "PNG")
    return Picture(page, buffer.getvalue())


@dataclass(frozen=True, slots=True)
class _Rendered:
    image: Image.Image
    width_per_point: float


def _render(content: bytes, page: int, scale: float) -> _Rendered:
    with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        sheet = document[page - 1]
        try:
            width, height = sheet.get_size()
            most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
            used = min(scale, most)
            image = sheet.render(scale=used).to_pil().convert("RGB")
        finally:
            sheet.close()
    return _Rendered(image, used)


def _mark(image: Image.Image, boxes: Iterable[Box], scale: float) -> None:
    """Colour the paper under boxes; letters stay as they are."""
    for box in boxes:
        corners = (
            max(0, round(box.x0 * scale)),
            max(0, round(box.y0 * scale)),
            min(image.width, round(box.x1 * scale)),
            min(image.height, round(box.y1 * scale)),
        )
        if corners[0] >= corners[2] or corners[1] >= corners[3]:
            continue
        part = image.crop(corners)
        ground = Image.new("RGB", part.size, _MARK)
        image.paste(Image.composite(ground, part, part.convert("L")), corners[:2])


def _areas(item: OutlineItem, page: int) -> list[Box]:
    """The lines of an item on a page, those below each other or in one row as one box."""
    areas: list[Box] = []
    last: Box | None = None
    for source in (*item.title_sources, *item.text_sources):
        box = source.box
        if source.page != page or box is None:
            continue
        if last is not None and _joins(areas[-1], last, box):
            held = areas[-1]
            areas[-1] = Box(
                min(held.x0, box.x0),
                min(held.y0, box.y0),
                max(held.x1, box.x1),
                max(held.y1, box.y1),
            )
        else:
            areas.append(box)
        last = box
    return areas


def _joins(area: Box, last: Box, box: Box) -> bool:
    """Whether a line stands below an area, or in one row with its last line.

    A line beside an area that began higher is in the next column.
    """
    is_below = area.x0 < box.x1 and box.x0 < area.x1 and box.y0 >= area.y0 - 2
    return is_below or abs(box.y0 - last.y0) < last.y1 - last.y0
