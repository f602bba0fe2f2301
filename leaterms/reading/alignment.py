"""Tables without ruling lines: rows of cells that stand below each other.

A number or bullet before a text is no cell, nor is a label with a colon: '3.   Opening' and
'Datum:   3 mei' are lines. 'J. Smit      Stichting Kade' is a row.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from leaterms.reading.characters import bullet_length
from leaterms.reading.fragments import Fragment, right_of
from leaterms.reading.line_ends import ends_sentence
from leaterms.reading.lines import TAB, Line, head_of, split_at_gaps, text_of
from leaterms.reading.pdf_page import Run
from leaterms.reading.table_rows import TableRow

__all__ = ["columns_of_counted", "find_aligned_rows"]

_EDGE = 4.0  # points; edges nearer than this are one edge
_PADDING = 9.0  # points; white that is left between two cells at least
_FURTHEST = 2.6  # of the font size: rows further apart are no table
_HANGING = 40.0  # points that a bullet and its text stand in from the edge of their cell
_SIGN = re.compile(r"\d{1,3}(?:\.\d+)*[a-z]?[.):]?|[A-Za-z][.):]|[ivx]+[.):]")
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d+)*[a-z]?[.):]\s+[^\W\d_]")


@dataclass
class _Group:
    """Lines that may be a table; `columns` has the left edges of its cells.

    `goes_on` says that it began on the page before.
    """

    columns: tuple[float, ...]
    lines: list[Line] = field(default_factory=list)
    cells: list[dict[int, Fragment]] = field(default_factory=list)
    goes_on: bool = False

    @property
    def counts(self) -> bool:
        """Whether its rows are numbered, in a column of their own or before a title.

        Then a row begins where a number stands, and only there.
        """
        if self.goes_on:
            return True
        firsts = [_text(cells[0]) for cells in self.cells if 0 in cells and len(cells) > 1]
        if len(self.columns) > 2 and all(map(_is_sign, firsts)):
            return True
        return all(_NUMBERED.match(text) for text in firsts[:1])


def find_aligned_rows(
    lines: list[Line], table: int, known: tuple[float, ...] = ()
) -> list[Line | TableRow]:
    """`lines`, those of one text area from top to bottom, with rows of cells as such.

    `table` is the number of the area's first table on the page; `known` has the columns of
    a table with numbered rows that may go on here from the page before.
    """
    out: list[Line | TableRow] = []
    group = _carried(lines, known)
    for line in lines[len(group.lines) if group is not None else 0 :]:
        fragments = split_at_gaps(line.runs, TAB)
        if group is not None:
            cells = _fit(group, line)
            if cells is not None:
                group.lines.append(line)
                group.cells.append(cells)
                continue
            out.extend(_settle(group, table))
            group, table = None, table + 1
        if len(fragments) > 1:
            group = _Group(tuple(f[0].x0 for f in fragments))
            group.lines.append(line)
            group.cells.append(dict(enumerate(fragments)))
        else:
            out.append(line)
    if group is not None:
        out.extend(_settle(group, table))
    return out


def columns_of_counted(row: TableRow) -> tuple[float, ...]:
    """The columns of a table without ruling lines whose rows are numbered; else none."""
    first = " ".join(line.text for line in row.cells[0]).strip()
    counts = _is_sign(first) if len(row.cells) > 2 else _NUMBERED.match(first) is not None
    return row.edges if counts or not first else ()


def _carried(lines: list[Line], known: tuple[float, ...]) -> _Group | None:
    """A table of the page before that goes on in the first line here; None if none does."""
    if not lines or not known:
        return None
    group = _Group(known, goes_on=True)
    cells = _fit(group, lines[0])
    if cells is None or set(cells) == {0}:
        return None
    group.lines.append(lines[0])
    group.cells.append(cells)
    return group


def _fit(group: _Group, line: Line) -> dict[int, Fragment] | None:
    """The cells of a line within the columns of a group; None if it does not fit in."""
    last = group.lines[-1] if group.lines else line
    if line.baseline - last.baseline > _FURTHEST * last.size:
        return None
    fragments = [
        tuple(piece)
        for fragment in split_at_gaps(line.runs, TAB)
        for piece in _cut_at_columns(fragment, group.columns)
    ]
    cells: dict[int, Fragment] = {}
    for fragment in fragments:
        column = max(
            (i for i, x in enumerate(group.columns) if x - _EDGE <= fragment[0].x0), default=-1
        )
        after = group.columns[column + 1] if column + 1 < len(group.columns) else float("inf")
        held = cells.get(column, ())
        if held and (column == 0 or not _is_sign(_text(held))):
            return None
        if column < 0 or right_of(fragment) > after:
            return None
        cells[column] = (*held, *fragment)  # a bullet and its text
    reach = _HANGING if group.counts else _EDGE
    aligned = all(
        -_EDGE <= f[0].x0 - group.columns[i] <= (reach if i else _EDGE) for i, f in cells.items()
    )
    return cells if aligned else None


def _cut_at_columns(fragment: Fragment, columns: tuple[float, ...]) -> list[list[Run]]:
    """Cut where a run begins exactly at a column, however little white is before it."""
    pieces = [[fragment[0]]]
    for run in fragment[1:]:
        if any(abs(run.x0 - x) <= 1.0 for x in columns):
            pieces.append([run])
        else:
            pieces[-1].append(run)
    return pieces


def _settle(group: _Group, table: int) -> list[Line | TableRow]:
    """Rows if the group is a table, its lines as they were if not."""
    tail: list[Line] = []
    while group.lines and (set(group.cells[-1]) == {0} and not _runs_on(group, -1)):
        tail.insert(0, group.lines.pop())
        group.cells.pop()
    if not _is_table(group):
        return [*group.lines, *tail]
    rows: list[list[dict[int, Fragment]]] = []
    for index, cells in enumerate(group.cells):
        if rows and _runs_on(group, index):
            rows[-1].append(cells)
        else:
            rows.append([cells])
    first = group.lines[0]
    out: list[Line | TableRow] = [
        TableRow(
            page=first.page,
            cells=tuple(
                tuple(
                    replace(
                        first, runs=cells[i], left=left, right=_zone_right(group, i, first.right)
                    )
                    for cells in row
                    if i in cells
                )
                for i, left in enumerate(group.columns)
            ),
            edges=group.columns,
            top=next(iter(row[0].values()))[0].baseline,
            left=first.left,
            right=first.right,
            table=table,
        )
        for row in rows
    ]
    return [*out, *tail]


def _is_table(group: _Group) -> bool:
    if group.goes_on:
        return True
    full = [cells for cells in group.cells if len(cells) > 1]
    if len(full) < 2:
        return False
    firsts = [_text(cells[0]) for cells in full if 0 in cells]
    labels = [text.endswith(":") or _is_sign(text) for text in firsts]
    return bool(firsts) and (len(group.columns) > 2 or not all(labels))


def _is_sign(text: str) -> bool:
    """Whether a text is a number or bullet that stands before what it counts."""
    return _SIGN.fullmatch(text) is not None or bullet_length(text + " ") > len(text)


def _runs_on(group: _Group, index: int) -> bool:
    """Whether a line goes on with the row of the line above it.

    It does if its first cell is empty, if there is less white above it than between most
    lines, or if none of its cells had room above. Further paragraphs of a cell, with white
    above them, are told where the rows are numbered.
    """
    index %= len(group.cells)
    if index == 0:
        return False
    if group.counts:
        first = _text(group.cells[index].get(0, ()))
        if not first or _is_sign(first) or _NUMBERED.match(first):
            return not first
    cells, line = group.cells[index], group.lines[index]
    gaps = [after.baseline - before.baseline for before, after in pairwise(group.lines)]
    gap, least, most = gaps[index - 1], min(gaps), max(gaps)
    if gap > 1.5 * line.size:
        return False
    if 0 not in cells:
        return True
    if most > 1.2 * least:  # white between the rows tells
        if gap > (least + most) / 2:
            return False
        if set(cells) == {0} or 2 * sum(g > (least + most) / 2 for g in gaps) >= len(gaps):
            return True
    return _runs_on_in_cells(group, index, line)


def _runs_on_in_cells(group: _Group, index: int, line: Line) -> bool:
    """Whether the words of a line go on with those above it, as no white tells."""
    cells, above = group.cells[index], group.cells[index - 1]
    shared = set(cells) & set(above)
    forced = {
        i: right_of(above[i]) + 0.25 * line.size + head_of(cells[i]) - cells[i][0].x0
        > _zone_right(group, i, line.right)
        for i in shared
    }
    if 0 in shared:
        first = _text(cells[0])
        if _names_another(_text(above[0]), first) or (first[:1].isupper() and not forced[0]):
            return False
    if any(_is_mid_sentence(_text(above[i]), _text(cells[i])) for i in shared):
        return True
    return bool(shared) and all(forced.values())


def _names_another(above: str, below: str) -> bool:
    """Whether a first cell begins anew: 'Coen Dijkgraaf' / 'Ellen Vrieling'.

    Where nothing but its width could tell that a row goes on, names begin one.
    """
    return (
        len(above.split()) > 1
        and len(below.split()) > 1
        and below[:1].isupper()
        and (above[-1:].isalnum() or above[-1:] == ")")
        and not above.rpartition(" ")[2].islower()
    )


def _is_mid_sentence(above: str, below: str) -> bool:
    """Whether a cell's line clearly goes on: 'wordt voor alle besturen een' / 'plafond'."""
    return len(above.split()) > 4 and below[:1].islower() and not ends_sentence(above)


def _zone_right(group: _Group, column: int, right: float) -> float:
    """The right edge of a column's text."""
    if column + 1 < len(group.columns):
        return group.columns[column + 1] - _PADDING
    return min(right, max(right_of(cells[column]) for cells in group.cells if column in cells))


def _text(fragment: Fragment) -> str:
    return text_of(fragment).replace("\t", " ").strip() if fragment else ""
