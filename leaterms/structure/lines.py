"""The blocks of a document as lines that could be headings, with what speaks for each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaterms.reading import Block, BlockKind, Document
from leaterms.structure.clock import clock_end
from leaterms.structure.numbering import Numbering, read_numbering
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = [
    "Line",
    "Look",
    "candidate_lines",
    "ends_open",
    "likeness",
    "names_last_minutes",
    "wraps_into",
]

_LONGEST = 240  # characters; a longer block is a paragraph, whatever it looks like
_WORTH = ((8, 1.0), (12, 0.7), (16, 0.2), (22, -0.8))  # words, and what a title so long is worth
_LONG_TITLE = 20  # words
_FULL_LINE = 75  # characters; so long a line is full
_LINE = 60  # characters; a shorter line of running text did not end for want of room
# verbs that make a line of more than a few words a sentence; layout, not theme
_VERBS = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|kan|kunnen|zal|zullen|zou|moet|"
    r"moeten|wil|willen|gaat|gaan|komt|komen|blijft|geeft|vraagt|meldt|stelt|vindt|zegt|vertelt|"
    r"doet|maakt|stuurt|neemt|krijgt|zoekt|staat|ligt|loopt|legt|merkt|licht|heet|opent|sluit)\b"
)
_OPEN_END = re.compile(
    r"(?:[,:;&/–-]|\b(?:en|of|van|de|het|een|der|voor|in|op|met|aan|bij|over|tot|te|naar|om|uit))$",
    re.IGNORECASE,
)
_LAST_MINUTES = re.compile(
    r"(?:concept[- ]?)?(?:verslag|notulen|besluitenlijst)\s(?:van\s|d\.d\.\s|vorige?\s|\d)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:\b[a-z]{1,4}|\.[a-z])\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a block is printed; the headings of a document mostly share one.

    `underline`: that is all that sets it apart from the body.
    """

    heading: bool  # a heading style
    level: int
    size: float
    bold: bool
    style: str
    underline: bool = False

    def outranks(self, other: "Look") -> bool:
        """True if this is the look of a heading above one of look `other`."""
        if self.heading and other.heading:
            return 0 < self.level < other.level
        return (self.heading or self.bold) and not other.heading and self.size > other.size + 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A block that could be a heading.

    `start`..`end` is the title in the block's text, without number; `emphatic` means that it is
    printed unlike the body, if only by a line below it; `likeness` is above 0 where it reads as
    a title, and far below where it reads as a sentence. `followed` means that a text without
    number comes next, as below a heading, and not the next line of a list. `row` marks a row of
    a table of agenda items, whose other cells are `rest` (half-open spans).
    """

    index: int
    numberings: tuple[Numbering, ...]
    computed: bool
    start: int
    end: int
    look: Look
    emphatic: bool
    caps: bool
    likeness: float
    followed: bool = False
    row: bool = False
    rest: tuple[tuple[int, int], ...] = ()

    @property
    def numbered(self) -> bool:
        """True if it begins with a number, typed or computed by Word."""
        return bool(self.numberings)


def candidate_lines(
    document: Document, words: StructureWords, *, small_letters: bool = False
) -> tuple[Line, ...]:
    """All blocks that could be a heading, in reading order (rows of tables: see `rows`).

    Args:
        document: the document.
        words: the word lists.
        small_letters: 'a.' in plain print is a number too.
    """
    body = _body_look(document)
    lines = [
        line
        for index, block in enumerate(document.blocks)
        if block.kind is not BlockKind.FOOTNOTE
        and (line := _line(index, document.blocks, body, words, small_letters=small_letters))
        is not None
    ]
    numbered = {line.index for line in lines if line.numbered}
    last = len(document.blocks) - 1
    return tuple(
        replace(line, followed=line.index < last and line.index + 1 not in numbered)
        for line in lines
    )


def _body_look(document: Document) -> tuple[float, bool, bool]:
    """Font size and weight of most of the text, and whether it is underlined."""
    looks: Counter[tuple[float, bool, bool]] = Counter()
    for block in document.blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET}:
            looks[round(block.size * 2) / 2, block.bold, block.underline] += len(block.text)
    return looks.most_common(1)[0][0] if looks else (0.0, False, False)


def _line(
    index: int,
    blocks: Sequence[Block],
    body: tuple[float, bool, bool],
    words: StructureWords,
    *,
    small_letters: bool,
) -> Line | None:
    block = blocks[index]
    text = block.text
    size, body_bold, body_underline = body
    if not text.strip() or len(text) > _LONGEST:
        return None
    numberings, computed = _numberings(block, words)
    rounded = round(block.size * 2) / 2
    heading = block.kind is BlockKind.HEADING
    larger = bool(size and rounded and rounded > size + 0.6)
    strong = heading or larger or (block.bold and not body_bold)
    underline = block.underline and not (body_underline or strong)
    emphatic = strong or underline
    if not (small_letters or emphatic or text.isupper()):
        # 'a. De besturen ...' in plain letters is a point within an item
        numberings = tuple(n for n in numberings if n.kind != "small letter")
    bar = block.kind is BlockKind.ROW and _is_bar(block)
    if block.kind is BlockKind.ROW and not (
        (bar and (numberings or emphatic))
        or (numberings and block.bold and not body_bold and _is_numbered_row(block))
    ):
        return None
    start = 0 if computed or not numberings else numberings[0].end
    start += len(text[start:]) - len(text[start:].lstrip())
    start = clock_end(text, start)  # '09.30 - 09.45 Opening'
    title = text[start:].rstrip()
    style = "bar" if bar else block.style
    look = Look(heading, block.level if heading else 0, rounded, block.bold, style, underline)
    letters = [letter for letter in title if letter.isalpha()]
    caps = len(letters) >= 2 and all(letter.isupper() for letter in letters)
    whole = title
    if numberings and index + 1 < len(blocks) and wraps_into(title, blocks[index + 1]):
        whole = f"{title} {blocks[index + 1].text}"
    return Line(
        index=index,
        numberings=numberings,
        computed=computed,
        start=start,
        end=start + len(title),
        look=look,
        emphatic=emphatic,
        caps=caps,
        likeness=likeness(whole, block, words, numbered=bool(numberings)),
    )


def ends_open(title: str) -> bool:
    """True if a title goes on by its last word or mark: 'Vaststelling van het'."""
    return _OPEN_END.search(title) is not None


def wraps_into(title: str, following: Block) -> bool:
    """True if a title too long for its line goes on in the next: in brackets, in mid-phrase."""
    text = following.text
    if following.kind is not BlockKind.PARAGRAPH or not _LINE <= len(title) <= _LONGEST:
        return False
    if len(text) > _LINE or text.endswith("."):
        return False
    if title.count("(") > title.count(")"):
        return text.count(")") == text.count("(") + 1
    goes_on = re.match(r"[a-zà-ÿ]", text) is not None
    return goes_on and (ends_open(title) or len(title) >= _FULL_LINE)


def _is_bar(block: Block) -> bool:
    """A row that is one cell from edge to edge: a heading above the rows of its item."""
    return len(block.cells) == 1 and not block.breaks


def _is_numbered_row(block: Block) -> bool:
    """A number and a title in two cells: a heading with its number in the margin."""
    full = [(start, end) for start, end in block.cells if block.text[start:end].strip()]
    return len(full) == 2 and re.match(r"\w+\W{0,3}$", block.text[slice(*full[0])]) is not None


def _numberings(block: Block, words: StructureWords) -> tuple[tuple[Numbering, ...], bool]:
    """The readings of the number, and whether Word computes it (it is not in the text)."""
    if block.number.strip():
        computed = read_numbering(f"{block.number.strip()} Aa", words.item_words)
        if computed:
            return computed, True
    text = block.text.replace(" | ", "   ", 1) if block.kind is BlockKind.ROW else block.text
    return read_numbering(text, words.item_words), False


def likeness(title: str, block: Block, words: StructureWords, *, numbered: bool) -> float:
    """How much a line reads as a title: about 1 for sure ones, below 0 for sentences."""
    if not title.split():
        return 0.3 if numbered else -3.0
    # '(14.05 uur, A. Bos, bijlage 1 en 2)' makes no sentence of a title
    count = len(re.sub(r"(?<=\S)\s\([^()]*\)$", "", title).split())
    faults = sum(_faults(title, block, count, numbered=numbered))
    worth = next((worth for most, worth in _WORTH if count <= most), -3.3)
    if faults == 0 and 12 < count <= _LONG_TITLE:
        worth = 0.6  # an umbrella before a title makes it long, but no sentence
    score = worth + faults
    if is_phrase(words.stock_titles, title):
        score += 1.0
    if not numbered and (
        is_phrase(words.label_titles, title) or _is_label(title, words) or _is_header(title, words)
    ):
        score -= 2.0
    return score


def _faults(title: str, block: Block, count: int, *, numbered: bool) -> Iterator[float]:
    """What a title seldom has, each with what it costs."""
    if title.endswith((",", ";")):
        yield -2.0
    if title.endswith(".") and not _ABBREVIATION.search(title):
        yield -1.6 if count > 4 else -0.5
    if title.endswith(":"):
        yield -0.6
    if re.search(r"[a-zà-ÿ)][.!?]\s+[A-Z]", re.sub(r"\b(?:[a-z]{1,4}|[a-z]\.[a-z])\.", "", title)):
        yield -1.5
    if count > 4 and _VERBS.search(title) and not title.endswith("?"):
        yield -0.8
    # 'Bos: ...' says who speaks, '3. Voorschoolse educatie: ...' what it is about
    speaker = r"[^:\s]{2,30}:\s+\S" if numbered or block.bold else r"[^:]{2,30}:\s+\S"
    if re.match(speaker, title) and (count > 6 or not numbered):
        yield -0.5
    if not numbered and re.match(r"[a-zà-ÿ]", title):
        yield -0.5 if block.bold else -1.0
    if block.kind is BlockKind.BULLET and not numbered:
        yield -1.5


def names_last_minutes(title: str) -> bool:
    """True for 'Verslag van 6 februari', 'Conceptnotulen vorige vergadering' and the like."""
    return _LAST_MINUTES.match(title) is not None


def _is_header(title: str, words: StructureWords) -> bool:
    """'Nr Onderwerp Besproken Actie' is the header of a table that was read as a line."""
    names = (*words.column_number, *words.column_title, *words.column_text, *words.column_actions)
    return len(title.split()) > 2 and all(is_phrase(names, word) for word in title.split())


def _is_label(title: str, words: StructureWords) -> bool:
    """'Aanwezig: J. de Wit' or 'Datum: 3 maart' is no title."""
    label, colon, _ = title.partition(":")
    if not colon:
        return False
    known = (words.present_labels, words.absent_labels, words.admin_labels, words.label_titles)
    return any(is_phrase(phrases, label) for phrases in known) or bool(
        find_phrase(words.absent_words, label)
    )
