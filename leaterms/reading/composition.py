"""Putting a block's text together from pieces, each with the place it came from."""

from dataclasses import replace

from leaterms.reading.characters import clean
from leaterms.reading.document import Source

__all__ = ["Composer", "compose_row"]


class Composer:
    """Collects pieces of text into one line of text with its sources.

    The text never begins or ends with a space and never has two in a row.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._sources: list[Source] = []
        self._length = 0
        self._open = True  # at the start, or after a space: a further space is dropped

    @property
    def length(self) -> int:
        """Characters so far, a trailing space included."""
        return self._length

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

    def separator(self) -> None:
        """Append the ' | ' between two cells of a row."""
        if self._length:
            self.space()
            self._parts.append("| ")
            self._length += 2

    def drop_last(self) -> None:
        """Remove the last character (an end-of-line hyphen)."""
        if self._parts and self._parts[-1]:
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1

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


def compose_row(
    cells: list[tuple[str, tuple[Source, ...]]],
) -> tuple[str, tuple[Source, ...], tuple[tuple[int, int], ...]]:
    """The text, sources and cell spans of a table row.

    Cells are joined by ' | '. An empty cell has an empty span and no separator, so that the
    place of a cell in `cells` is that of its column.
    """
    text, sources, spans = "", list[Source](), list[tuple[int, int]]()
    for cell, places in cells:
        if cell and text:
            text += " | "
        spans.append((len(text), len(text) + len(cell)))
        sources.extend(replace(s, start=s.start + len(text)) for s in places)
        text += cell
    if sources:
        sources[0] = replace(sources[0], start=0)
    return text, tuple(sources), tuple(spans)
