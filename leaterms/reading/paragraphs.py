"""From printed lines to blocks: which line goes on in the next, and which stands alone.

The strongest sign is the typesetter's own: a line that breaks although the next word would
have fitted was broken on purpose. White space, indents, bullets, size and weight add to it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby, pairwise

from leaterms.language import ABBREVIATIONS
from leaterms.reading.alignment import find_aligned_rows
from leaterms.reading.characters import bullet_length, clean
from leaterms.reading.composition import Composer, join_texts
from leaterms.reading.document import Block, BlockKind
from leaterms.reading.line_ends import add_line, ends_sentence, source_of, words_of
from leaterms.reading.lines import TAB, Line, are_underlined, head_of, split_at_gaps
from leaterms.reading.margins import settle_margins
from leaterms.reading.table_rows import TableRow, TableRows

__all__ = ["make_blocks"]

_NUMBERED = re.compile(
    r"(?:(?:agendapunt|punt|ad|bijlage|besluit|actie)\s*\d+|\d{1,2}(?:\.\d{1,2})*[.)]|"
    r"\d{1,2}[a-z]?[.):]?\t|\d{1,2}[a-z][.)]|(?-i:[a-z])[.)])(?:\s|$)",
    re.IGNORECASE,
)
# what the printed lines above the first item begin with; each line begins anew
_LABEL = re.compile(
    r"(?:"
    r"(?:[\w.]+ ){0,2}(?:aan|af)wezig\w*[^:.]{0,30}|aanw\.?|afw\.?(?:\s*m\.k\.)?|afgemeld|"
    r"afmelding\w*|verhinderd|met kennisgeving[^:.]{0,20}|genodigden?|gasten?|toehoorders?|"
    r"deelnemers?|leden|voorzitter\w*|vz\.?|notulist\w*|notulen[^:.]{0,20}|secretaris|"
    r"verslag\w*[^:.]{0,20}|datum[^:.]{0,20}|tijd\w*|aanvang|plaats|locatie|waar|wanneer|"
    r"betreft|onderwerp|van|aan|c\.?c\.?|kopie|(?:ons |uw )?kenmerk|bijlagen?|opgesteld door|"
    r"status|(?:namens |gemeente|kinderopvang|schoolbestu|onderwijs)[^:.]{0,40}|agenda|concept"
    r")\s*:",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"\w-\s*$")
_ANOTHER_COLUMN = 20.0  # points between the left edges of two
_WIDEST_PITCH = 1.8  # of the font size
_MANY_LINES = 12
_TOLERANCE = 2.5  # points; edges nearer than this are one edge


@dataclass
class _Open:
    """A block that is being put together."""

    lines: list[Line]
    kind: BlockKind
    text_left: float  # where its running lines begin, from the left edge of the column
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
    held = settle_margins([list(page) for page in pages])
    setting = _Setting(_usual_pitches(held))
    table = TableRows(partial(_blocks_of_cell, setting=setting))
    blocks: list[Block] = []
    for is_row, parts in groupby(chain.from_iterable(held), key=_is_row):
        if is_row:
            for row in parts:
                assert isinstance(row, TableRow)
                blocks.extend(table.take(row))
        else:
            blocks.extend(table.end())
            blocks.extend(_blocks_of_lines((p for p in parts if isinstance(p, Line)), setting))
    blocks.extend(table.end())
    return blocks


def _is_row(part: Line | TableRow) -> bool:
    return isinstance(part, TableRow)


def _blocks_of_cell(lines: Iterable[Line], setting: _Setting) -> list[Block]:
    """The paragraphs of a table cell; a row of a table within it is one of them."""
    blocks: list[Block] = []
    for is_row, parts in groupby(find_aligned_rows(list(lines), 0), key=_is_row):
        if is_row:
            for row in parts:
                assert isinstance(row, TableRow)
                cells = [_blocks_of_lines(cell, setting) for cell in row.cells]
                text, sources, _ = join_texts([(b.text, b.sources) for c in cells for b in c])
                blocks.append(Block(text, sources=sources))
        else:
            blocks.extend(_blocks_of_lines((p for p in parts if isinstance(p, Line)), setting))
    return blocks


def _blocks_of_lines(lines: Iterable[Line], setting: _Setting) -> list[Block]:
    """The blocks of lines that follow each other, in a text area or a cell."""
    blocks: list[Block] = []
    current: _Open | None = None
    for line in lines:
        if current is not None and _goes_on(current, line, setting):
            _append(current, line)
            continue
        if current is not None:
            blocks.append(_close(current))
        current = _begin(line, current, setting)
    if current is not None:
        blocks.append(_close(current))
    return [block for block in blocks if block.text]


def _stretches(parts: list[Line | TableRow]) -> Iterator[Sequence[Line | TableRow]]:
    """The parts of a page, and the lines of each cell in them."""
    yield parts
    for part in parts:
        if isinstance(part, TableRow):
            yield from part.cells


def _usual_pitches(pages: list[list[Line | TableRow]]) -> dict[int, float]:
    """For each font size the smallest distance between lines that is common."""
    counts: dict[int, Counter[float]] = {}
    for parts in (stretch for page in pages for stretch in _stretches(page)):
        for before, after in pairwise(parts):
            if isinstance(before, Line) and isinstance(after, Line):
                down = after.baseline - before.baseline
                if round(before.size) == round(after.size) and 0 < down < 3 * before.size:
                    counts.setdefault(round(before.size), Counter())[round(down * 2) / 2] += 1
    pitches: dict[int, float] = {}
    for size, counter in counts.items():
        least = 0.15 * counter.most_common(1)[0][1]
        # a few lines far apart are lines that stand alone; many, a text in double spacing
        likely = [
            down
            for down, n in counter.items()
            if n >= least and (down <= _WIDEST_PITCH * size or n >= _MANY_LINES)
        ]
        if likely:
            pitches[size] = min(likely)
    return pitches


def _begin(line: Line, before: _Open | None, setting: _Setting) -> _Open:
    text = words_of(line)
    signs = bullet_length(text)
    gap = 0.0
    if before is not None and before.last.page == line.page:
        gap = max(0.0, line.baseline - before.last.baseline - setting.pitch(line.size))
    opened = _Open([line], BlockKind.PARAGRAPH, _text_left(line) - line.left, gap)
    if signs and len(text) > signs:
        opened.kind = BlockKind.BULLET
        text = text[signs:]
    opened.composer.add(text, source_of(line))
    return opened


def _text_left(line: Line) -> float:
    """Where the text begins after a bullet or number; else the left edge of the line."""
    head = line.runs[0]
    text = clean(head.text).strip()
    sign_only = bullet_length(text + " ") >= len(text) or _NUMBERED.fullmatch(text + " ")
    if sign_only and len(line.runs) > 1:
        return line.runs[1].x0
    parts = split_at_gaps(line.runs, TAB)
    return parts[1][0].x0 if len(parts) == 2 else line.x0


def _append(block: _Open, line: Line) -> None:
    add_line(block.composer, line, block.last)
    if len(block.lines) == 1 and abs(line.x0 - line.left - block.text_left) > _TOLERANCE:
        block.text_left = line.x0 - line.left
    block.lines.append(line)


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
        underline=are_underlined(block.lines),
        indent=round(max(0.0, block.first.x0 - block.first.left), 1),
        space_before=round(block.gap, 1),
    )


def _goes_on(block: _Open, line: Line, setting: _Setting) -> bool:
    """Whether `line` is the next line of `block`."""
    last = block.last
    text = words_of(line)
    unlike = abs(last.size - line.size) > max(0.6, 0.06 * last.size)
    if unlike or not text or bullet_length(text) or _differs_in_weight(block, line):
        return False
    is_elsewhere = line.is_column and abs(line.left - last.left) > _ANOTHER_COLUMN
    follows = last.page == line.page and line.baseline > last.baseline and not is_elsewhere
    if follows and _is_set_off(block, line, setting):
        return False
    if _HYPHENATED.search(last.text) and text[0].isalpha():
        return True
    if follows and _hangs_on(block, line):
        return True
    if _would_have_fitted(block, line) or _begins_anew(block, line, text):
        return False
    if follows:
        return _keeps_indent(block, line)
    # over the end of a column or page
    return text[0].islower() or not ends_sentence(last.text)


def _is_set_off(block: _Open, line: Line, setting: _Setting) -> bool:
    """Whether there is more white above `line` than between the lines of a paragraph."""
    pitch = setting.pitch(line.size)
    if len(block.lines) > 1 and block.lines[-2].page == block.last.page:
        pitch = max(pitch, block.last.baseline - block.lines[-2].baseline)
    return line.baseline - block.last.baseline > 1.22 * pitch + 0.5


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
    word = head_of(line.runs) - line.runs[0].x0
    space = 0.2 * last.size
    room = last.right - last.x1
    if _may_be_centred(block) and _share_centre(last, line):
        room *= 2
    return space + word < room - 0.02 * (last.right - last.left)


def _may_be_centred(block: _Open) -> bool:
    """Lists are not centred, though the middles of two of their lines may agree."""
    return block.kind is not BlockKind.BULLET and "\t" not in block.first.text


def _share_centre(last: Line, line: Line) -> bool:
    """Whether two lines are set around one middle, as lines flush left never are."""
    return _middles_apart(last, line) < 1.5 and abs(last.x0 - line.x0) > 1.0


def _middles_apart(last: Line, line: Line) -> float:
    return abs(last.x0 + last.x1 - line.x0 - line.x1) / 2


def _begins_anew(block: _Open, line: Line, text: str) -> bool:
    """Whether the words of a line say that it begins something."""
    if text[0].isupper() and _LABEL.match(text) and line.x0 < line.left + 40:
        return True
    if line.runs[0].bold and not block.last.runs[-1].bold and text.find(":") in range(2, 40):
        return True
    number = _NUMBERED.match(line.text)
    if number is None:
        return False
    numbered = _NUMBERED.match(block.first.text) is not None
    if not numbered and line.text[number.end() :].lstrip()[:1].islower():
        return False  # '(app. / 9) is allergisch'
    same_edge = abs(line.x0 - block.first.x0) <= _TOLERANCE
    return same_edge and (_ended(block.last) or numbered or "\t" in line.text[:8])


def _ended(line: Line) -> bool:
    """Whether a line ends a sentence, not an abbreviation."""
    word = line.text.rstrip().rpartition(" ")[2].lower()
    return ends_sentence(line.text) and word.lstrip("(") not in ABBREVIATIONS


def _hangs_on(block: _Open, line: Line) -> bool:
    """Whether a line stands below the text of a number or label, in mid-sentence."""
    return (
        "\t" in block.first.text
        and block.first.x0 < line.x0 - _TOLERANCE
        and abs(line.x0 - line.left - block.text_left) <= _TOLERANCE
        and not _ended(block.last)
    )


def _keeps_indent(block: _Open, line: Line) -> bool:
    """Whether a line stands where the lines of its block do."""
    if _may_be_centred(block):
        if _share_centre(block.last, line):
            return True
        if len(block.lines) > 1 and _share_centre(*block.lines[-2:]):
            return _middles_apart(block.last, line) < 1.5
    if len(block.lines) == 1:
        # a first line may be indented, or hang out with its number or bullet
        return line.x0 - block.first.x0 <= 0.5 * line.size or (
            abs(line.x0 - line.left - block.text_left) <= _TOLERANCE
            or block.kind is BlockKind.BULLET
            or "\t" in block.first.text
            or _NUMBERED.match(block.first.text) is not None
            or _LABEL.match(block.first.text) is not None
        )
    return abs(line.x0 - line.left - block.text_left) <= _TOLERANCE
