"""Where a passage stands: its page and boxes in a PDF, its paragraph in other files.

Reading knows the box of each printed line. The boxes of the words within it are asked for
here, of the file itself and only when someone wants to see them.
"""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from leaterms.reading.characters import clean
from leaterms.reading.document import Box, Source
from leaterms.reading.drawings import Point
from leaterms.reading.pdf_page import place_points
from leaterms.reading.pdfium_lock import ONE_AT_A_TIME

__all__ = ["Place", "find_places"]

_ALIKE = 0.6  # of the letters of a passage are found in its line; else the line is its box
_TWICE = 0.1  # of its height: a letter this near to the same letter is drawn twice


@dataclass(frozen=True, slots=True)
class Place:
    """A page (from 1) of a PDF with boxes on it, or a paragraph (from 1) of another file.

    Boxes are in points, origin at the top left of the page as it is shown, y downwards; one
    for each printed line, in reading order. None where the place on the page is not known.
    """

    page: int | None
    paragraph: int | None = None
    boxes: tuple[Box, ...] = ()

    @property
    def fragment(self) -> str:
        """What opens a PDF at the page, behind the path of the file: '#page=3'; else ''."""
        return "" if self.page is None else f"#page={self.page}"


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a passage on one printed line: `text[start:end]` of the line's text."""

    source: Source
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Letter:
    letter: str
    box: Box


def find_places(
    path: Path, text: str, sources: Sequence[Source], start: int, end: int
) -> tuple[Place, ...]:
    """Where `text[start:end]` stands, in reading order: a place for each page or paragraph.

    Args:
        path: the file that was read. Only a PDF is opened.
        text: of a block, or an item's title or text.
        sources: of `text`.
        start: of the passage in `text`.
        end: of the passage, half-open.

    Raises:
        ValueError: the span is empty or not within `text`.
        OSError: the PDF cannot be opened.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no span of a text of {len(text)} characters")
    parts = _parts(text, sources, start, end)
    if all(part.source.page is None for part in parts):
        found = dict.fromkeys(part.source.paragraph for part in parts)
        return tuple(Place(None, paragraph) for paragraph in found)
    content = path.read_bytes()
    places: list[Place] = []
    with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        for number, held in groupby(parts, key=lambda part: part.source.page):
            assert number is not None
            places.append(Place(number, boxes=_boxes(document, number, list(held))))
    return tuple(places)


def _parts(text: str, sources: Sequence[Source], start: int, end: int) -> list[_Part]:
    ends = [*(source.start for source in sources[1:]), len(text)]
    return [
        _Part(
            source,
            text[source.start : stop],
            max(start, source.start) - source.start,
            min(end, stop) - source.start,
        )
        for source, stop in zip(sources, ends, strict=True)
        if source.start < end and stop > start
    ]


def _boxes(
    document: pypdfium2.PdfDocument, number: int, parts: Sequence[_Part]
) -> tuple[Box, ...]:
    letters = _letters(document, number)
    boxes = (_box(part, letters) for part in parts)
    return tuple(box for box in boxes if box is not None)


def _letters(document: pypdfium2.PdfDocument, number: int) -> list[_Letter]:
    """The letters and figures of a page in the file's order, with their places as shown."""
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        return []
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return []
        try:
            point = place_points(page, pdfium.FPDFPage_GetRotation(page) % 4)[0]
            return [
                _Letter(letter, box)
                for index in range(max(0, pdfium.FPDFText_CountChars(text_page)))
                for letter in _spelt(pdfium.FPDFText_GetUnicode(text_page, index))
                if (box := _char_box(text_page, index, point)) is not None
            ]
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _spelt(code: int) -> str:
    """A character as the letters and figures that reading makes of it."""
    return "".join(c for c in clean(chr(code)) if c.isalnum()).casefold()


def _char_box(text_page: "pdfium.FPDF_TEXTPAGE", index: int, point: Point) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
        return None
    (xa, ya), (xb, yb) = point(left.value, top.value), point(right.value, bottom.value)
    return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _box(part: _Part, letters: Sequence[_Letter]) -> Box | None:
    """The box of a part: as wide as its letters, as high as its line."""
    line = part.source.box
    before = len(_plain(part.text[: part.start]))
    wanted = range(before, before + len(_plain(part.text[part.start : part.end])))
    near = list(letters) if line is None else _on_line(letters, line)
    found = _matched(_plain(part.text), near, wanted)
    if len(found) < max(1, _ALIKE * len(wanted)):
        return line
    around = Box(
        min(box.x0 for box in found),
        min(box.y0 for box in found),
        max(box.x1 for box in found),
        max(box.y1 for box in found),
    )
    return around if line is None else replace(around, y0=line.y0, y1=line.y1)


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).casefold()


def _on_line(letters: Iterable[_Letter], line: Box) -> list[_Letter]:
    """The letters on a printed line from left to right, those drawn twice once."""
    held = [
        letter
        for letter in letters
        if line.x0 - 1 <= (letter.box.x0 + letter.box.x1) / 2 <= line.x1 + 1
        and line.y0 <= (letter.box.y0 + letter.box.y1) / 2 <= line.y1
    ]
    held.sort(key=lambda letter: letter.box.x0)
    near = _TWICE * (line.y1 - line.y0)
    out: list[_Letter] = []
    for letter in held:
        if not any(
            letter.letter == other.letter and letter.box.x0 - other.box.x0 < near
            for other in out[-2:]
        ):
            out.append(letter)
    return out


def _matched(line: str, letters: Sequence[_Letter], wanted: range) -> list[Box]:
    """The boxes of the letters `wanted` of a line, among those that are there."""
    there = "".join(letter.letter for letter in letters)
    at = there.find(line)
    if at >= 0:
        return [letters[at + index].box for index in wanted]
    if len(there) > 20 * len(line):  # a page, on which the line is not as it was read
        return []
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, line, there, autojunk=False).get_matching_blocks():
        pairs.update((block.a + i, block.b + i) for i in range(block.size))
    return [letters[pairs[index]].box for index in wanted if index in pairs]
