"""From printed lines to blocks: which line goes on in the next, and which stands alone.

The strongest sign is the typesetter's own: a line that breaks although the next word would
have fitted was broken on purpose. White space, indents, bullets, size and weight add to it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from leaterms.reading.characters import bullet_length, clean
from leaterms.reading.composition import Composer, compose_row
from leaterms.reading.document import Block, BlockKind, Source
from leaterms.reading.layout import Line, TableRow
from leaterms.reading.line_ends import Join, join_of

__all__ = ["make_blocks"]

_NUMBERED = re.compile(
    r"(?:(?:agendapunt|punt|ad|bijlage|besluit|actie)\s*\d+|\d{1,2}(?:\.\d{1,2})*[.)]|"
    r"\d{1,2}[a-z]?[.):]?\t|\d{1,2}[a-z][.)]|[a-z][.)])(?:\s|$)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;][)'\"’”]*$")
# what the printed lines above the first item begin with; each line begins anew
_LABEL = re.compile(
    r"(?:aanwezig\w*|afwezig\w*|afgemeld|afmelding\w*|aanw\.?|afw\.?(?:\s*m\.k\.)?|verhinderd|"
    r"met kennisgeving|genodigden?|gasten?|toehoorders?|deelnemers?|leden|voorzitter\w*|vz\.?|"
    r"notulist\w*|notulen|verslag\w*|secretaris|datum|tijd\w*|aanvang|plaats|locatie|waar|"
    r"wanneer|betreft|onderwerp|van|aan|c\.?c\.?|kopie|kenmerk|bijlagen?|opgesteld door|status|"
    r"namens[^:]{0,40}|agenda|gemeente|kinderopvang|onderwijs|schoolbestu\w+|print\w*|concept)"
    r"[^:.]{0,30}:",
    re.IGNORECASE,
)
_TOLERANCE = 2.5  # points; edges nearer than this are one edge


@dataclass
class _Open:
    """A block that is being put together."""

    lines: list[Line]
    kind: BlockKind
    text_left: float  # where its running lines begin
    gap: float
    composer: Composer = field(default_factory=Composer)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is usual in a document: distances between lines by font size."""

    pitches: dict[int, float]

    def pitch(self, size: float) -> float:
        """The distance between two lines of one paragraph."""
        return self.pitches.get(round(size), 1.25 * size)


def make_blocks(pages: Iterable[list[Line | TableRow]]) -> list[Block]:
    """The blocks of a document from its pages' lines and rows in reading order."""
    held = [list(page) for page in pages]
    setting = _Setting(_usual_pitches(held))
    blocks: list[Block] = []
    current: _Open | None = None
    row: _OpenRow | None = None
    for parts in held:
        for part in parts:
            if isinstance(part, TableRow):
                if current is not None:
                    blocks.append(_close(current))
                    current = None
                if row is not None and row.takes(part):
                    row.add(part)
                    continue
                if row is not None:
                    blocks.extend(row.close())
                    if row.is_header_again(part):
                        continue
                row = _OpenRow(part, row)
                continue
            if row is not None:
                blocks.extend(row.close())
                row = row.ended()
            if current is not None and _goes_on(current, part, setting):
                _append(current, part)
                continue
            if current is not None:
                blocks.append(_close(current))
            current = _begin(part, current, setting)
    if current is not None:
        blocks.append(_close(current))
    if row is not None:
        blocks.extend(row.close())
    return [block for block in blocks if block.text]


def _usual_pitches(pages: list[list[Line | TableRow]]) -> dict[int, float]:
    """For each font size the smallest distance between lines that is common."""
    counts: dict[int, Counter[float]] = {}
    for parts in pages:
        for before, after in zip(parts, parts[1:], strict=False):
            if isinstance(before, Line) and isinstance(after, Line):
                down = after.baseline - before.baseline
                if round(before.size) == round(after.size) and 0 < down < 3 * before.size:
                    counts.setdefault(round(before.size), Counter())[round(down * 2) / 2] += 1
    return {
        size: min(
            down for down, n in counter.items() if n >= max(1, 0.15 * counter.most_common(1)[0][1])
        )
        for size, counter in counts.items()
    }


def _begin(line: Line, before: _Open | None, setting: _Setting) -> _Open:
    text = clean(line.text.replace("\t", " ")).strip()
    signs = bullet_length(text)
    gap = 0.0
    if before is not None and before.last.page == line.page:
        gap = max(0.0, line.baseline - before.last.baseline - setting.pitch(line.size))
    opened = _Open([line], BlockKind.PARAGRAPH, _text_left(line), gap)
    if signs and len(text) > signs:
        opened.kind = BlockKind.BULLET
        text = text[signs:]
    opened.composer.add(text, _source(line))
    return opened


def _text_left(line: Line) -> float:
    """Where the text begins after a bullet or number; else the left edge of the line."""
    head = line.runs[0]
    text = clean(head.text).strip()
    sign_only = bullet_length(text + " ") >= len(text) or _NUMBERED.fullmatch(text + " ")
    if sign_only and len(line.runs) > 1:
        return line.runs[1].x0
    return line.x0


def _source(line: Line) -> Source:
    return Source(0, page=line.page, box=line.box)


def _append(block: _Open, line: Line) -> None:
    text = clean(line.text.replace("\t", " ")).strip()
    _add_line(block.composer, text, line)
    if len(block.lines) == 1 and abs(line.x0 - block.text_left) > _TOLERANCE:
        block.text_left = line.x0
    block.lines.append(line)


def _add_line(composer: Composer, text: str, line: Line) -> None:
    """Append a printed line, its end-of-line hyphen resolved."""
    how = join_of(composer.last_word(), text.split(" ", 1)[0])
    if how is Join.DROP_HYPHEN:
        composer.drop_last()
    elif how is Join.SPACE:
        composer.space()
    composer.add(text, _source(line))


def _close(block: _Open) -> Block:
    text, sources = block.composer.finish()
    sizes: Counter[float] = Counter()
    for line in block.lines:
        sizes[round(line.size, 1)] += len(line.text)
    return Block(
        text=text,
        kind=block.kind,
        sources=sources,
        size=sizes.most_common(1)[0][0],
        bold=all(line.bold for line in block.lines),
        indent=round(max(0.0, block.first.x0 - block.first.left), 1),
        space_before=round(block.gap, 1),
    )


def _goes_on(block: _Open, line: Line, setting: _Setting) -> bool:
    """Whether `line` is the next line of `block`."""
    last = block.last
    text = clean(line.text.replace("\t", " ")).strip()
    if abs(last.size - line.size) > max(0.6, 0.06 * last.size) or not text:
        return False
    if bullet_length(text):
        return False
    if _differs_in_weight(block, line):
        return False
    follows_directly = last.page == line.page and line.baseline > last.baseline
    if follows_directly:
        down = line.baseline - last.baseline
        pitch = setting.pitch(line.size)
        if len(block.lines) > 1 and block.lines[-2].page == last.page:
            pitch = max(pitch, last.baseline - block.lines[-2].baseline)
        if down > 1.22 * pitch + 0.5:
            return False
    if last.text.rstrip().endswith("-") and text[0].islower():
        return True
    if _would_have_fitted(block, line):
        return False
    if _begins_anew(block, line, text):
        return False
    if not follows_directly:  # over the end of a column or page
        ended = _SENTENCE_END.search(last.text.rstrip()) is not None
        return not ended or text[0].islower()
    return _keeps_indent(block, line)


def _differs_in_weight(block: _Open, line: Line) -> bool:
    """A bold heading ends where plain text begins, and the other way round."""
    whole = all(part.bold for part in block.lines)
    starts_bold = line.runs[0].bold
    if whole and not starts_bold:
        return True
    return line.bold and not block.last.runs[-1].bold


def _would_have_fitted(block: _Open, line: Line) -> bool:
    """Whether the first word of `line` had room at the end of the line before."""
    last = block.last
    word = line.runs[0].head - line.runs[0].x0
    space = 0.2 * last.size
    room = last.right - last.x1
    if _is_centred(last):
        room += last.x0 - last.left
    return space + word < room - 0.02 * (last.right - last.left)


def _is_centred(line: Line) -> bool:
    middle = (line.left + line.right) / 2
    return line.x0 - line.left > 15 and abs((line.x0 + line.x1) / 2 - middle) < 4


def _begins_anew(block: _Open, line: Line, text: str) -> bool:
    """Whether the words of a line say that it begins something."""
    if _LABEL.match(text) and line.x0 < line.left + 40:
        return True
    starts_label = (
        line.runs[0].bold and not block.last.runs[-1].bold and (text.find(":") in range(2, 40))
    )
    if starts_label:
        return True
    if _NUMBERED.match(line.text):
        ended = _SENTENCE_END.search(block.last.text.rstrip()) is not None
        same_edge = abs(line.x0 - block.first.x0) <= _TOLERANCE
        numbered = _NUMBERED.match(block.first.text) is not None
        return same_edge and (ended or numbered or "\t" in line.text[:8])
    return False


def _keeps_indent(block: _Open, line: Line) -> bool:
    """Whether a line stands where the lines of its block do."""
    if _is_centred(line) and _is_centred(block.last):
        return True
    if len(block.lines) == 1:
        # a first line may be indented, or hang out with its number or bullet
        return line.x0 - block.first.x0 <= 0.5 * line.size or (
            abs(line.x0 - block.text_left) <= _TOLERANCE
            or block.kind is BlockKind.BULLET
            or "\t" in block.first.text
        )
    return abs(line.x0 - block.text_left) <= _TOLERANCE


class _OpenRow:
    """A table row that may go on over the page, and what is known of its table."""

    def __init__(self, row: TableRow, before: "_OpenRow | None") -> None:
        same = before is not None and before._is_same_table(row)
        self._header = before._header if same and before is not None else row
        self._rows = [row]
        self._is_closed = False

    def takes(self, row: TableRow) -> bool:
        """Whether `row`, first on its page, is the rest of this one.

        It is if its first cell is empty and one above it breaks off within a sentence.
        """
        last = self._rows[-1]
        if row.page != last.page + 1 or self._is_closed or not self._is_same_table(row):
            return False
        if not row.cells or row.cells[0]:
            return False
        return any(
            cell and above and not _SENTENCE_END.search(above[-1].text.rstrip())
            for cell, above in zip(row.cells, last.cells, strict=False)
        )

    def add(self, row: TableRow) -> None:
        """Go on with `row`."""
        self._rows.append(row)

    def is_header_again(self, row: TableRow) -> bool:
        """Whether `row` is the table's first row, printed again on a later page."""
        return (
            self._is_same_table(row)
            and row.page > self._header.page
            and _words(row) == _words(self._header)
        )

    def ended(self) -> "_OpenRow | None":
        """What is left once lines follow: still needed if the table goes on overleaf."""
        self._is_closed = True
        return self

    def close(self) -> list[Block]:
        """The row as a block; nothing the second time."""
        if not self._rows:
            return []
        cells: list[tuple[str, tuple[Source, ...]]] = []
        width = max(len(row.cells) for row in self._rows)
        for column in range(width):
            composer = Composer()
            for row in self._rows:
                for line in row.cells[column] if column < len(row.cells) else ():
                    _add_line(composer, clean(line.text.replace("\t", " ")).strip(), line)
            cells.append(composer.finish())
        lines = [line for row in self._rows for cell in row.cells for line in cell]
        self._last, self._rows = self._rows[-1], []
        text, sources, spans = compose_row(cells)
        return [
            Block(
                text=text,
                kind=BlockKind.ROW,
                sources=sources,
                size=round(median(line.size for line in lines), 1),
                bold=all(line.bold for line in lines),
                cells=spans,
            )
        ]

    def _is_same_table(self, row: TableRow) -> bool:
        last = self._rows[-1] if self._rows else self._last
        if last.page == row.page:
            return last.table == row.table
        return len(last.edges) == len(row.edges) and all(
            abs(a - b) <= 3 for a, b in zip(last.edges, row.edges, strict=True)
        )


def _words(row: TableRow) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row.cells]
