"""Which blocks are the headings of agenda items.

A document has a habit: its headings share a look (a style, bold, a size, capitals), a kind of
number, or both. The lines that are surely headings show the habit; the others are measured
by it. So a bold line of one document is a heading, and of another a decision in a text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.reading import BlockKind, Document
from leaterms.structure.annexes import annex_lines
from leaterms.structure.chains import Chain, best_chain, fill_gaps, line_weight
from leaterms.structure.dates import find_dates
from leaterms.structure.inner_lists import inner_lists
from leaterms.structure.lines import (
    Line,
    Look,
    candidate_lines,
    ends_open,
    names_last_minutes,
    wraps_into,
)
from leaterms.structure.listings import bullet_lines, run_in_lines, timed_lines
from leaterms.structure.opening import is_head_line, names_people, opens
from leaterms.structure.plain_titles import may_be_plain
from leaterms.structure.rows import row_lines
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["Heading", "find_headings"]

_ENDS = (".", "!", "?", ".'", '."', ".)", "”", "’")
# likeness of a title, of a long one, and of one with a verb in it
_SURE, _NO_VERB, _A_VERB = 0.9, 0.5, 0.15
_HABIT = 3
_LONG = 60  # characters; from here a block is a paragraph rather than a line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which begins in block `block`.

    `title` are the half-open spans of its title, each as (block, start, end): mostly one;
    two where it is printed on two lines, none where there is a number only. `rest` are spans
    of the heading's own block that belong to the item's text (other cells of a table row).
    """

    block: int
    number: str
    title: tuple[tuple[int, int, int], ...]
    rest: tuple[tuple[int, int], ...] = ()


def find_headings(document: Document, words: StructureWords) -> tuple[Heading, ...]:
    """The headings of the agenda items, in reading order; perhaps none."""
    found = _Habit(document, words).headings()
    # points 'a.', 'b.' in plain letters are items only where nothing else is
    return found or _Habit(document, words, small_letters=True).headings()


class _Habit:
    """What the headings of one document have in common."""

    def __init__(
        self, document: Document, words: StructureWords, *, small_letters: bool = False
    ) -> None:
        self._document = document
        self._words = words
        self._lines = candidate_lines(document, words, small_letters=small_letters)
        titles = Counter(
            self._title(line).lower() for line in self._lines if line.end > line.start
        )
        # 'Besluit' above every decision is a label within the items
        self._repeated = {title for title, count in titles.items() if count > 2}
        self._by_block = {line.index: line for line in self._lines}
        spaces = sorted(b.space_before for b in document.blocks if b.kind is BlockKind.PARAGRAPH)
        self._usual_space = spaces[len(spaces) // 2] if spaces else 0.0
        self._usable = [
            line for line in self._lines if self._title(line).lower() not in self._repeated
        ]
        self._plain_head_end = self._head_end(())

    def _title(self, line: Line) -> str:
        return self._document.blocks[line.index].text[line.start : line.end]

    def headings(self) -> tuple[Heading, ...]:
        chain = best_chain(self._usable)
        if len(chain.lines) < 2 or self._is_list_among_titles(chain):
            chain = Chain()
        look, members = self._best_look(chain)
        look_score = sum(line_weight(line) for line in members)
        rows = row_lines(self._document, self._words)
        sure = [
            line for line in members if not is_phrase(self._words.list_titles, self._title(line))
        ]
        row_chain = len(rows) >= 2 and len(sure) < 2 and len(chain.lines) <= len(rows)
        if row_chain and (chain.score < sum(line_weight(row) for row in rows)):
            lines = [*self._sections_of(rows), *rows, *self._lists_after(rows)]
            return self._as_headings(sorted(lines, key=_place), {})
        if chain.lines and (chain.score >= look_score or self._shares(chain, look)):
            return self._by_chain(chain)
        if look is not None and len(members) >= 2:
            return self._as_headings(members, {})
        if chain.lines:
            return self._by_chain(chain)
        if timed := timed_lines(self._usable, self._document):
            return self._as_headings(timed, {})
        if run_in := run_in_lines(self._document, self._words):
            return self._as_headings(run_in, {})
        plain = self._plain_titles(self._plain_head_end)
        stock = [t for t in plain if is_phrase(self._words.stock_titles, self._title(t))]
        if len(plain) >= _HABIT or stock:
            return self._as_headings(plain, {})
        return self._as_headings(bullet_lines(self._document, self._words), {})

    def _is_list_among_titles(self, chain: Chain) -> bool:
        """True for '1. Wie ...?', '2. Wat ...?' with no text between, in one of plain titles."""
        if chain.emphatic or not chain.is_unbroken:
            return False
        plain = [t.index for t in self._plain_titles(self._plain_head_end)]
        within = plain and plain[0] < chain.lines[0].index < plain[-1]
        return bool(within) and len(plain) >= len(chain.lines)

    def _shares(self, chain: Chain, look: Look | None) -> bool:
        return look is not None and any(line.look == look for line in chain.lines)

    # --- headings that share a look --------------------------------------------------------
    def _best_look(self, chain: Chain) -> tuple[Look | None, list[Line]]:
        """The emphatic look that most reads as that of the headings, with its members."""
        groups: dict[Look, list[Line]] = {}
        for line in self._usable:
            if line.emphatic and line.likeness > 0:
                groups.setdefault(line.look, []).append(line)
        best: tuple[Look | None, list[Line]] = (None, [])
        best_score = 0.0
        for look, lines in groups.items():
            members = self._after_title(lines)
            score = sum(line_weight(line) for line in members)
            score += 0.5 * sum(line in chain.lines for line in members)
            if len(members) >= 2 and score > best_score:
                best, best_score = (look, self._with_ranks_above(members)), score
        return best

    def _after_title(self, lines: Sequence[Line]) -> list[Line]:
        """`lines` without those above the first item: the document's own title and labels."""
        for position, line in enumerate(lines):
            if opens(self._title(line), self._words):
                return list(lines[position:])
        end = self._head_end(lines)
        kept = [line for line in lines if line.index > end]
        # below the attendance 'Verslag van 9 juni' is an item, above it the document's title
        attended = any(names_people(b.text, self._words) for b in self._document.blocks[: end + 1])
        while kept and not attended and self._is_document_title(kept[0]):
            kept.pop(0)
        return kept

    def _head_end(self, lines: Sequence[Line]) -> int:
        """The last block of the head above the first text: labels, date, attendance."""
        own = {line.index for line in lines}
        last = -1
        openings = {
            line.index
            for line in self._usable
            if line.likeness >= 0.9 and opens(self._title(line), self._words)
        }
        for index, block in enumerate(self._document.blocks[:40]):
            if index in openings:
                break
            if block.kind is BlockKind.BULLET and last >= 0:
                continue
            if (
                index in own
                and (last >= 0 or index > 8)
                and not is_head_line(block.text, self._words)
            ):
                break
            if index not in own and is_head_line(block.text, self._words):
                last = index
            elif len(block.text) > 4 * _LONG and last >= 0 and index - last > 1:
                break
        return last

    def _is_document_title(self, line: Line) -> bool:
        title = self._title(line)
        if line.numbered or is_phrase(self._words.stock_titles, title):
            return False
        words = self._words
        kinds = (*words.titles_verslag, *words.titles_besluitenlijst, *words.titles_agenda)
        dated = any(date.year for date in find_dates(title))
        return bool(find_phrase(kinds, title)) or dated or is_head_line(title, self._words)

    def _with_ranks_above(self, members: list[Line]) -> list[Line]:
        """`members` and, after the first of them, headings that outrank them."""
        look, first = members[0].look, members[0].index
        taken = {line.index for line in members}
        above = [
            line
            for line in self._usable
            if line.index > first
            and line.index not in taken
            and line.likeness > 0
            and line.look.outranks(look)
        ]
        return sorted([*members, *above], key=lambda line: line.index)

    # --- headings that share a series of numbers -------------------------------------------
    def _by_chain(self, chain: Chain) -> tuple[Heading, ...]:
        chain = fill_gaps(chain, self._usable)
        numbers = {
            line.index: numbering.printed
            for line, numbering in zip(chain.lines, chain.numberings, strict=True)
        }
        first = chain.lines[0].index
        if chain.emphatic:
            extra = self._unnumbered_of_look(chain)
        elif chain.caps:
            extra = [
                line
                for line in self._usable
                if line.caps and not line.numbered and line.index > first and line.likeness > 0
            ]
        else:
            extra = self._plain_titles(max(self._head_end(chain.lines), 0), before=first)
            # a place or a name above the first number looks as a title does
            extra = [x for x in extra if self._is_stock(x) or "," not in self._title(x)]
            extra += self._plain_titles(first)
        extra += self._out_of_turn(chain)
        lists = {line.index for line in chain.lines if self._is_list(line)}
        extra = [x for x in extra if x.emphatic or not lists & {self._above(x, chain)}]
        own = {line.index for line in chain.lines}
        lines = [*chain.lines, *(line for line in extra if line.index not in own)]
        return self._as_headings(sorted(lines, key=lambda line: line.index), numbers)

    def _is_stock(self, line: Line) -> bool:
        """'Rondvraag', 'Opening, nieuws', 'Verslag van 6 februari': what most minutes have."""
        title = re.sub(r"[,;:/&+]", " ", self._title(line))
        return is_phrase(self._words.stock_titles, title) or names_last_minutes(title)

    def _is_list(self, line: Line) -> bool:
        return is_phrase(self._words.list_titles, self._title(line))

    def _above(self, line: Line, chain: Chain) -> int:
        """The block of the numbered heading above a line; -1 if there is none."""
        return max((x.index for x in chain.lines if x.index < line.index), default=-1)

    def _out_of_turn(self, chain: Chain) -> list[Line]:
        """Items that were dealt with before their turn: 'Agendapunt 7' after 'Agendapunt 2'."""
        own = {line.index for line in chain.lines}
        first, scheme = chain.lines[0], chain.numberings[0].scheme
        seen = {numbering.value for numbering in chain.numberings}
        found: list[Line] = []
        for line in self._usable:
            fits = [n for n in line.numberings if n.scheme == scheme and n.value not in seen]
            alike = line.emphatic and line.look == first.look
            if (
                not fits
                or line.index in own
                or line.index < first.index
                or line.likeness < _SURE / 2
            ):
                continue
            if alike or scheme[1] in self._words.item_words:
                found.append(line)
        return found

    def _unnumbered_of_look(self, chain: Chain) -> list[Line]:
        """Lines without a number that look as the numbered headings do."""
        looks = Counter(line.look for line in chain.lines)
        common = {look for look, count in looks.items() if 3 * count >= len(chain.lines)}
        first = chain.lines[0].index
        alike = [
            line
            for line in self._usable
            if line.emphatic
            and line.likeness > 0
            and not line.numbered
            and (
                (line.look in common and not self._title(line).endswith(":"))
                or any(line.look.outranks(look) for look in common)
                or (line.index > first and is_phrase(self._words.stock_titles, self._title(line)))
            )
        ]
        before = [line for line in alike if line.index < first and line.look in common]
        return [*self._after_title(before), *(line for line in alike if line.index > first)]

    def _plain_titles(self, after: int, before: int | None = None) -> list[Line]:
        """Lines without number and emphasis that stand as titles do, between others.

        Only below block `after`, and above block `before` where given.
        """
        blocks = self._document.blocks
        end = len(blocks) if before is None else before
        found: list[Line] = []
        doubtful: list[Line] = []
        for line in self._usable:
            if line.numbered or line.likeness < _A_VERB or not after < line.index < end:
                continue
            title = self._title(line)
            if blocks[line.index].kind is not BlockKind.PARAGRAPH or not may_be_plain(title):
                continue
            stock = self._is_stock(line)
            strong = line.emphatic and not line.look.underline
            if stock or strong or self._stands_alone(line):
                (found if line.likeness >= _SURE else doubtful).append(line)
        # 'Hoe het met de kinderen gaat' among others that read as titles
        clear = len(found) + sum(line.likeness >= _NO_VERB for line in doubtful)
        is_habit = len(found) >= _HABIT or clear > _HABIT > len(found) > 1
        return sorted([*found, *doubtful], key=_place) if is_habit else found

    def _stands_alone(self, line: Line) -> bool:
        """After a full text and before one, or with more white space above than others."""
        blocks = self._document.blocks
        if not 0 < line.index < len(blocks) - 1:
            return False
        before, block, after = blocks[line.index - 1 : line.index + 2]
        spaced = block.space_before > self._usual_space + 2
        ended = before.kind is not BlockKind.PARAGRAPH or before.text.rstrip().endswith(_ENDS)
        ended = ended or line.index - 1 <= self._plain_head_end
        told = len(after.text) > _LONG / 3 and after.text.rstrip().endswith(_ENDS)
        follows = after.kind is not BlockKind.PARAGRAPH or len(after.text) > _LONG or told
        plain = not self._title(line).endswith((".", ":", "!", ","))
        return plain and (spaced or ended) and follows

    def _sections_of(self, rows: Sequence[Line]) -> list[Line]:
        """Headings above a table of items and between its parts: 'Ter bespreking'."""
        starts = {row.index for row in rows}
        # the first item comes at once, or below the names of the columns
        lines = [
            line
            for line in self._usable
            if line.emphatic
            and line.likeness > 0
            and line.index not in starts
            and starts & {line.index + 1, line.index + 2}
            and self._document.blocks[line.index + 1].kind is BlockKind.ROW
        ]
        return self._after_title(lines)

    def _lists_after(self, rows: Sequence[Line]) -> list[Line]:
        """Action and decision lists below a table of items."""
        last = rows[-1].index
        return [
            line
            for line in self._usable
            if line.index > last
            and line.likeness > 0
            and (line.emphatic or is_phrase(self._words.list_titles, self._title(line)))
        ]

    # --- the result ------------------------------------------------------------------------
    def _as_headings(self, lines: Sequence[Line], numbers: dict[int, str]) -> tuple[Heading, ...]:
        headings: list[Heading] = []
        inner = inner_lists(lines, self._document.blocks, self._words)
        lines = [line for line in lines if line.index not in inner]
        taken: set[int] = set()
        annexes = annex_lines(self._lines, lines, self._document.blocks, self._words)
        if annexes:
            lines = [*(line for line in lines if line.index < annexes[0].index), *annexes]
        for line in lines:
            if line.index in taken:
                continue
            number = numbers.get(line.index) or (
                line.numberings[0].printed if line.numberings else ""
            )
            parts = [line] if line.end > line.start else []
            following = self._by_block.get(line.index + 1)
            while following and not line.row and self._continues(line, parts, following):
                parts.append(following)
                taken.add(following.index)
                following = self._by_block.get(following.index + 1)
            title = tuple((part.index, part.start, part.end) for part in parts)
            headings.append(Heading(line.index, number, title, line.rest))
        return tuple(headings)

    def _continues(self, line: Line, parts: Sequence[Line], following: Line) -> bool:
        """True if a title goes on in block `following`."""
        if following.numbered or following.end == following.start:
            return False
        if not parts:
            # 'Agendapunt 3' on a line of its own, its title on the next
            return following.likeness > 0.5 and following.emphatic >= line.emphatic
        if line.numbered and not line.emphatic and not following.emphatic:
            return wraps_into(self._title(parts[-1]), self._document.blocks[following.index])
        if not (line.emphatic and following.emphatic):
            return False
        if (line.look.bold, line.look.underline) != (
            following.look.bold,
            following.look.underline,
        ):
            return False
        if len(parts) > 2 or abs(following.look.size - line.look.size) > 0.6:
            return False
        above, text = self._title(parts[-1]), self._title(following)
        if re.match(r"[a-zà-ÿ(]", text) or ends_open(above):
            return True
        blocks = self._document.blocks
        space, before = blocks[following.index].space_before, blocks[line.index].space_before
        label = following.likeness < 0 or is_phrase(self._words.stock_titles, text)
        return len(above) > _WRAPPED and before > 4 and space + 2 < before and not label


def _place(line: Line) -> int:
    return line.index


_WRAPPED = 28  # characters; a shorter line did not end for want of room, even in two columns
