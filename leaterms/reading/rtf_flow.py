"""What an RTF file builds up while it is read: paragraphs, rows of tables, notes and boxes.

RTF has no tables but paragraphs that say they are in one, and words that end a cell or a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leaterms.reading.characters import bullet_length
from leaterms.reading.flow import Part, Table
from leaterms.reading.pieces import Paragraph, Piece

__all__ = ["Counter", "Flow"]

_DEEPEST = 20  # tables within tables


@dataclass
class Counter:
    """Counts the paragraphs of a document from 1."""

    last: int = 0

    def next(self) -> int:
        """The place of a paragraph that begins."""
        self.last += 1
        return self.last


@dataclass
class _Level:
    """A table at one depth: its rows, the cells of the row so far, the cell so far."""

    rows: list[tuple[tuple[Part, ...], ...]] = field(default_factory=list)
    cells: list[tuple[Part, ...]] = field(default_factory=list)
    cell: list[Part] = field(default_factory=list)

    def end_row(self, merged: Sequence[str] = ()) -> None:
        """End the row; `merged` says of each cell whether it goes on from 'left' or 'above'."""
        if self.cell:
            self.end_cell()
        while merged and len(self.cells) > len(merged) and not _is_printed(self.cells[-1]):
            self.cells.pop()  # some programs end more cells than a row has
        kinds = [*merged, *[""] * len(self.cells)]
        cells = [
            () if kind == "above" else cell
            for cell, kind in zip(self.cells, kinds, strict=False)
            if kind != "left"
        ]
        if cells:
            self.rows.append(tuple(cells))
        self.cells = []

    def end_cell(self) -> None:
        self.cells.append(tuple(self.cell))
        self.cell = []


def _is_printed(cell: tuple[Part, ...]) -> bool:
    return any(not isinstance(part, Paragraph) or not part.is_empty for part in cell)


class Flow:
    """Takes text and the ends of paragraphs, cells and rows; gives parts."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.marker: list[str] = []  # the printed number or bullet, as the file has it
        self._body: list[Part] = []
        self._levels: list[_Level] = []
        self._lines: list[list[Piece]] = [[]]
        self._hanging: list[Part] = []  # notes and boxes of the paragraph that is being read

    def add(self, piece: Piece) -> None:
        """Append text to the paragraph."""
        self._lines[-1].append(piece)

    def break_line(self) -> None:
        """A manual break."""
        self._lines.append([])

    def hang(self, parts: Sequence[Part]) -> None:
        """Put `parts` after the paragraph that is being read."""
        self._hanging.extend(parts)

    def end_paragraph(self, look: Paragraph, depth: int) -> None:
        """End the paragraph; `look` says how it is set, `depth` in how many tables it stands."""
        lines = tuple(tuple(line) for line in self._lines)
        number = "".join(self.marker).strip()
        signs = bullet_length(f"{number} ") > len(number)
        is_bullet = bool(number) and (signs or not any(c.isalnum() for c in number))
        paragraph = replace(
            look,
            lines=lines,
            place=self.counter.next(),
            number="" if is_bullet else number,
            is_bullet=is_bullet,
        )
        self._lines, self.marker = [[]], []
        hanging, self._hanging = self._hanging, []
        self._at(depth).extend([paragraph, *hanging])

    @property
    def has_open_text(self) -> bool:
        """Whether a paragraph has begun that is not ended."""
        return bool(self._hanging) or any(
            piece.text.strip() for line in self._lines for piece in line
        )

    def end_cell(self, depth: int) -> None:
        """End the cell of the table at `depth`, which counts from 1."""
        self._at(depth)
        self._levels[-1].end_cell()

    def end_row(self, depth: int, merged: Sequence[str]) -> None:
        """End the row of the table at `depth`."""
        self._at(depth)
        self._levels[-1].end_row(merged)

    def finish(self) -> list[Part]:
        """All parts, now that the text is over."""
        self._at(0)
        return self._body

    def _at(self, depth: int) -> list[Part]:
        """Where parts at `depth` go; tables that are deeper end."""
        depth = min(depth, _DEEPEST)
        while len(self._levels) > depth:
            level = self._levels.pop()
            level.end_row()
            if level.rows:
                above = self._levels[-1].cell if self._levels else self._body
                above.append(Table(tuple(level.rows)))
        while len(self._levels) < depth:
            self._levels.append(_Level())
        return self._levels[-1].cell if self._levels else self._body
