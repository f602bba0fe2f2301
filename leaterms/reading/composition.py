"""Putting a block's text together from pieces, each with the place it came from."""

from collections.abc import Iterable
from dataclasses import replace

from leaterms.reading.characters import clean
from leaterms.reading.document import Source

__all__ = ["Composer", "compose_row", "join_texts", "mostly_marked"]

_NEARLY_ALL = 0.9  # of the letters


class Composer:
    """Collects pieces of text into one line of text with its sources.

    The text never begins or ends with a space and never has two in a row.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._sources: list[Source] = []
        self._length = 0
        self._open = True  # at the start, or after a space: a further space is dropped

    def add(self, text: str, source: Source) -> None:
        """Append `text`, cleaned, as coming from `source` (whose `start` is overwritten)."""
        piece = clean(text)
        if self._open:
            piece = piece.lstrip()
        if not piece:
            return
        if not self._sources or replace(self._sources[-1], start=0) != replace(source, start=0):
            self._sources.append(replace(source, start=self._length))
        self._parts.append(piece)
        self._length += len(piece)
        self._open = piece.endswith(" ")

    def space(self) -> None:
        """Append a space, unless there is one or nothing stands before it."""
        if not self._open:
            self._parts.append(" ")
            self._length += 1
            self._open = True

    def drop_last(self) -> None:
        """Remove the last character (an end-of-line hyphen, or a space)."""
        if self._parts and self._parts[-1]:
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
            self._open = False

    def last_word(self) -> str:
        """What stands after the last space."""
        tail = ""
        for part in reversed(self._parts):
            tail = part + tail
            if " " in part:
                break
        return tail.rpartition(" ")[2]

    def finish(self) -> tuple[str, tuple[Source, ...]]:
        """The text and its sources; ('', ()) if nothing was added."""
        text = "".join(self._parts).rstrip()
        if not text:
            return "", ()
        return text, tuple(s for s in self._sources if s.start < len(text))


def mostly_marked(pieces: Iterable[tuple[str, bool]]) -> bool:
    """Whether nearly all letters stand in pieces that are marked; of figures where none is.

    The number before an underlined title often is not.
    """
    counts = {False: [0, 0], True: [0, 0]}  # letters, figures
    for text, is_marked in pieces:
        letters = sum(map(str.isalpha, text))
        counts[is_marked][0] += letters
        counts[is_marked][1] += sum(map(str.isalnum, text)) - letters
    kind = 0 if counts[True][0] or counts[False][0] else 1
    marked, plain = counts[True][kind], counts[False][kind]
    return marked > 0 and marked >= _NEARLY_ALL * (marked + plain)


Text = tuple[str, tuple[Source, ...]]
"""A text with its sources; ('', ()) for none."""


def join_texts(texts: list[Text]) -> tuple[str, tuple[Source, ...], tuple[int, ...]]:
    """Paragraphs of one cell as one text, with the offsets at which a further one begins."""
    text, sources, breaks = "", list[Source](), list[int]()
    for piece, places in texts:
        if not piece:
            continue
        if text:
            text += " "
            breaks.append(len(text))
        sources.extend(replace(s, start=s.start + len(text)) for s in places)
        text += piece
    return text, tuple(sources), tuple(breaks)


def compose_row(
    cells: list[tuple[str, tuple[Source, ...], tuple[int, ...]]],
) -> tuple[str, tuple[Source, ...], tuple[tuple[int, int], ...], tuple[int, ...]]:
    """The text, sources, cell spans and breaks of a table row.

    Cells are joined by ' | '. An empty cell has an empty span and no separator, so that the
    place of a cell in `cells` is that of its column.
    """
    text, sources = "", list[Source]()
    spans, breaks = list[tuple[int, int]](), list[int]()
    for cell, places, inner in cells:
        if cell and text:
            text += " | "
        start = len(text)
        spans.append((start, start + len(cell)))
        sources.extend(replace(s, start=s.start + start) for s in places)
        breaks.extend(offset + start for offset in inner)
        text += cell
    return text, tuple(sources), tuple(spans), tuple(breaks)
