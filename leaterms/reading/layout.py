"""From the runs of a page to its printed lines and table rows, in reading order.

Order comes from place, never from the order in the file. Text in two columns is told from
a row of labels and values by what the columns hold: running text fills its column.
"""

from dataclasses import dataclass, field
from statistics import median

from leaterms.reading.document import Box
from leaterms.reading.pdf_page import PageContent, Run
from leaterms.reading.rulings import Grid, find_grids

__all__ = ["Line", "PageLines", "TableRow", "lay_out"]

_SAME_LINE = 0.35  # of the font size: baselines this near are one line
_WIDE_GAP = 1.6  # of the font size: a tab or a gutter, no word space
_LEAST_LINES = 4  # in each column
_LEAST_CHARACTERS = 18  # on a usual line of a column of running text
_RAISED = 0.78  # of the font size: a smaller figure above the line refers to a note


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line within its column. `left` and `right` are the column's edges.

    `text` has a tab where the gap between two runs is wide.
    """

    page: int
    runs: tuple[Run, ...]
    left: float
    right: float
    upright: bool
    column: int = -1  # which of the page's text areas; -1 where there is one only
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _join(self.runs))

    @property
    def x0(self) -> float:
        """The left edge of the text."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """The right edge of the text."""
        return max(run.x1 for run in self.runs)

    @property
    def baseline(self) -> float:
        """The height of the line on its page, downwards."""
        return self._main.baseline

    @property
    def size(self) -> float:
        """The font size of most characters."""
        return self._main.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold; signs alone do not count."""
        return all(run.bold for run in self.runs if any(c.isalnum() for c in run.text)) and any(
            run.bold for run in self.runs
        )

    @property
    def hyphen(self) -> bool:
        """Whether it ends in a hyphen that PDFium took for one of hyphenation."""
        return self.runs[-1].hyphen

    @property
    def box(self) -> Box | None:
        """The place on the page as shown; None where text lies at an angle to it."""
        if not self.upright:
            return None
        boxes = [run.box for run in self.runs]
        return Box(
            min(b.x0 for b in boxes),
            min(b.y0 for b in boxes),
            max(b.x1 for b in boxes),
            max(b.y1 for b in boxes),
        )

    @property
    def _main(self) -> Run:
        return max(self.runs, key=lambda run: len(run.text))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a ruled table; a cell is its lines from top to bottom."""

    page: int
    cells: tuple[tuple[Line, ...], ...]
    edges: tuple[float, ...]  # the left edges of the table's columns
    top: float
    bottom: float
    table: int  # which table of the page, from 0


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines and rows in reading order."""

    page: PageContent
    parts: tuple[Line | TableRow, ...]


def lay_out(page: PageContent) -> PageLines:
    """The lines and table rows of a page in reading order."""
    grids = find_grids(page.edges)
    loose: list[Run] = []
    held: dict[Box, list[Run]] = {}
    for run in page.runs:
        cell = _cell_of(run, grids)
        if cell is None:
            loose.append(run)
        else:
            held.setdefault(cell, []).append(run)
    fragments = [f for cluster in _clusters(loose) for f in _split(cluster)]
    parts: list[Line | TableRow] = []
    bands = _bands(fragments, grids)
    for column, (left, right, band) in enumerate(bands):
        parts.extend(
            Line(page.number, runs, left, right, page.upright, column if len(bands) > 1 else -1)
            for runs in _rows_of(band)
        )
    rows = [
        row for index, grid in enumerate(grids) for row in _table_rows(page, grid, held, index)
    ]
    return PageLines(page, tuple(_with_tables(parts, rows)))


def _join(runs: tuple[Run, ...]) -> str:
    text = ""
    before: Run | None = None
    for run in runs:
        if before is not None:
            gap = run.x0 - before.x1
            size = max(min(before.size, run.size), 1.0)
            if gap > _WIDE_GAP * size:
                text += "\t"
            elif gap > 0.12 * size:
                text += " "
        text += run.text
        before = run
    return text


def _cell_of(run: Run, grids: list[Grid]) -> Box | None:
    """The table cell in which the middle of a run lies."""
    x, y = (run.x0 + min(run.x1, run.x0 + 2 * run.size)) / 2, run.baseline - 0.3 * run.size
    for grid in grids:
        if _inside(x, y, grid.box):
            for row in grid.rows:
                for cell in row:
                    if cell is not None and _inside(x, y, cell):
                        return cell
    return None


def _inside(x: float, y: float, box: Box) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _clusters(runs: list[Run]) -> list[list[Run]]:
    """Runs on one height, top to bottom, each from left to right; note signs left out."""
    clusters: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.baseline, r.x0)):
        home = next(
            (
                cluster
                for cluster in reversed(clusters[-6:])
                if abs(cluster[0].baseline - run.baseline)
                <= _SAME_LINE * min(cluster[0].size, run.size)
            ),
            None,
        )
        if home is None:
            clusters.append([run])
        else:
            home.append(run)
    return _attach_raised([sorted(cluster, key=lambda r: r.x0) for cluster in clusters])


def _attach_raised(clusters: list[list[Run]]) -> list[list[Run]]:
    """Give raised and lowered small text to the line it hangs on; drop signs of notes."""
    out: list[list[Run]] = []
    for index, cluster in enumerate(clusters):
        size = max(run.size for run in cluster)
        hosts = [
            host
            for host in clusters[max(0, index - 2) : index] + clusters[index + 1 : index + 3]
            if max(r.size for r in host) * _RAISED >= size
            and abs(host[0].baseline - cluster[0].baseline) < 0.62 * max(r.size for r in host)
        ]
        if not hosts:
            out.append(cluster)
            continue
        host = min(hosts, key=lambda h: abs(h[0].baseline - cluster[0].baseline))
        for run in cluster:
            near = any(-1 <= run.x0 - h.x1 <= 0.5 * h.size for h in host)
            if not (near and _is_note_sign(run)):
                host.append(run)
        host.sort(key=lambda r: r.x0)
    return [_without_note_signs(cluster) for cluster in out if cluster]


def _is_note_sign(run: Run) -> bool:
    text = run.text.strip()
    return text in {"*", "**"} or (text.isdigit() and len(text) < 3)


def _without_note_signs(cluster: list[Run]) -> list[Run]:
    """A raised figure on nearly the same height as its line, after a word, is a note's sign."""
    size = max(run.size for run in cluster)
    kept = [cluster[0]]
    for run in cluster[1:]:
        raised = run.size <= _RAISED * size and kept[-1].size > run.size / _RAISED
        if not (raised and _is_note_sign(run) and run.x0 - kept[-1].x1 <= 0.3 * size):
            kept.append(run)
    return kept


def _split(cluster: list[Run]) -> list[tuple[Run, ...]]:
    """Cut a line at wide gaps."""
    fragments = [[cluster[0]]]
    for run in cluster[1:]:
        before = fragments[-1][-1]
        if run.x0 - before.x1 > _WIDE_GAP * min(before.size, run.size):
            fragments.append([run])
        else:
            fragments[-1].append(run)
    return [tuple(fragment) for fragment in fragments]


Fragment = tuple[Run, ...]


def _right(fragment: Fragment) -> float:
    return max(run.x1 for run in fragment)


def _bands(
    fragments: list[Fragment], grids: list[Grid]
) -> list[tuple[float, float, list[Fragment]]]:
    """The text areas of a page in reading order: left edge, right edge, fragments."""
    if not fragments:
        return []
    left = min(f[0].x0 for f in fragments)
    right = max(_right(f) for f in fragments)
    gutter = _find_gutter(fragments, left, right)
    if gutter is None:
        return [(left, right, fragments)]
    out: list[tuple[float, float, list[Fragment]]] = []
    for is_columns, band in _cut_at(fragments, gutter, grids):
        sides = (
            [f for f in band if f[0].x0 < gutter],
            [f for f in band if f[0].x0 >= gutter],
        )
        if is_columns and all(len(side) >= 2 for side in sides):
            for side in sides:
                out.extend(_bands(side, grids))
        else:
            out.append((left, right, band))
    return out


def _cut_at(
    fragments: list[Fragment], gutter: float, grids: list[Grid]
) -> list[tuple[bool, list[Fragment]]]:
    """Stretches of the page from top to bottom that cross the gutter, and that do not."""
    barriers = [g.box.y0 for g in grids if g.box.x0 < gutter < g.box.x1]
    out: list[tuple[bool, list[Fragment]]] = []
    above = 0.0
    for fragment in sorted(fragments, key=lambda f: (f[0].baseline, f[0].x0)):
        free = not (fragment[0].x0 < gutter - 1 and _right(fragment) > gutter + 1)
        here = fragment[0].baseline
        walled = any(above < barrier <= here for barrier in barriers)
        if out and out[-1][0] == free and not walled:
            out[-1][1].append(fragment)
        else:
            out.append((free, [fragment]))
        above = here
    return out


def _find_gutter(fragments: list[Fragment], left: float, right: float) -> float | None:
    """The left edge of a second column of running text; None if there is none."""
    width = right - left
    starts = sorted(round(f[0].x0) for f in fragments)
    candidates = sorted(
        {x for x in starts if left + 0.25 * width < x < right - 0.2 * width},
        key=lambda x: (-sum(abs(s - x) <= 1 for s in starts), x),
    )
    for x in candidates[:6]:
        gutter = x - 2.0
        crossing = [f for f in fragments if f[0].x0 < gutter - 1 and _right(f) > gutter + 1]
        lefts = [f for f in fragments if _right(f) <= gutter + 1]
        rights = [f for f in fragments if f[0].x0 >= gutter]
        if len(crossing) <= (len(lefts) + len(rights)) and (
            _is_running(lefts) and _is_running(rights)
        ):
            return gutter
    return None


def _is_running(side: list[Fragment]) -> bool:
    """Whether fragments are lines of running text that fill their column."""
    if len(side) < _LEAST_LINES:
        return False
    left, right = min(f[0].x0 for f in side), max(_right(f) for f in side)
    widths = [_right(f) - f[0].x0 for f in side]
    lengths = [sum(len(run.text) for run in f) for f in side]
    return median(widths) >= 0.6 * (right - left) and median(lengths) >= _LEAST_CHARACTERS


def _rows_of(band: list[Fragment]) -> list[tuple[Run, ...]]:
    """Join the fragments of one height, as label and value, from top to bottom."""
    runs = [run for fragment in band for run in fragment]
    return [tuple(cluster) for cluster in _clusters(runs)]


def _table_rows(
    page: PageContent, grid: Grid, held: dict[Box, list[Run]], index: int
) -> list[TableRow]:
    rows: list[TableRow] = []
    lefts = tuple(sorted({cell.x0 for row in grid.rows for cell in row if cell is not None}))
    for row in grid.rows:
        cells = tuple(
            ()
            if cell is None
            else tuple(
                Line(page.number, tuple(cluster), cell.x0, cell.x1, page.upright)
                for cluster in _clusters(held.get(cell, []))
            )
            for cell in row
        )
        boxes = [cell for cell in row if cell is not None]
        if any(cells):
            rows.append(
                TableRow(
                    page.number,
                    cells,
                    lefts,
                    min(box.y0 for box in boxes),
                    max(box.y1 for box in boxes),
                    index,
                )
            )
    return rows


def _with_tables(lines: list[Line | TableRow], rows: list[TableRow]) -> list[Line | TableRow]:
    """Put the rows of tables between the lines, by height."""
    out = list(lines)
    for row in rows:
        place = next(
            (
                i
                for i, part in enumerate(out)
                if (part.baseline if isinstance(part, Line) else part.top + 0.1) > row.top
                and (not isinstance(part, Line) or _overlaps(part, row))
            ),
            len(out),
        )
        out.insert(place, row)
    return out


def _overlaps(line: Line, row: TableRow) -> bool:
    """Whether the column of a line lies above or below a table."""
    return line.left <= max(row.edges) and line.right >= min(row.edges)
