"""New titles in a Word agenda, as tracked changes with a comment each.

Only what changes is marked: the umbrella as an insertion, the case of a letter as a deletion
and an insertion, a new item as an inserted paragraph (ECMA-376 part 1, 17.13.5). Accepting all
gives the new titles, rejecting all the old text. Whatever else the file holds stays.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from leaterms.reading import Source
from leaterms.relabelling.advice import Suggestion
from leaterms.relabelling.edits import Edit, find_edits
from leaterms.relabelling.titles import is_closing
from leaterms.relabelling.word_marks import Marker
from leaterms.relabelling.word_parts import WordParts
from leaterms.relabelling.word_rows import Row, copy_properties, find_row
from leaterms.relabelling.word_text import Letter, find_title, read_letters, run_properties
from leaterms.structure import Item

__all__ = ["MarkedWord", "mark_titles"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A Word file with its changes marked.

    `applied` are the suggestions that stand in it, `left` those that its layout does not allow,
    each in the order in which they were given. `signed`: it had a digital signature, which the
    changes make void.
    """

    content: bytes
    applied: tuple[Suggestion, ...]
    left: tuple[Suggestion, ...]
    signed: bool


def mark_titles(
    content: bytes,
    items: Sequence[Item],
    suggestions: Sequence[Suggestion],
    *,
    author: str,
    date: dt.date,
) -> MarkedWord:
    """The Word file `content` with `suggestions` as tracked changes.

    Args:
        content: a Word file that `read_document` has read.
        items: what was read from it, with the paragraphs of titles.
        suggestions: of those items.
        author: who is named with each change and comment.
        date: the day of each; the time is midnight.
    """
    parts = WordParts(content)
    marker = Marker(parts, author, date)
    page = _Page(parts, items)
    applied: list[Suggestion] = []
    for suggestion in suggestions:
        done = (
            page.rename(suggestion, marker)
            if suggestion.renames
            else page.insert(suggestion, marker)
        )
        if done:
            applied.append(suggestion)
    return MarkedWord(
        content=parts.save() if applied else content,
        applied=tuple(applied),
        left=tuple(s for s in suggestions if s not in applied),
        signed=parts.is_signed,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a new item goes: before the heading of `item`, with the number in front of it.

    `row` is the heading's row, where each item has one; `counted` the place in it of the cell
    that holds the number, None where the number stands before the title.
    """

    heading: etree._Element
    letters: list[Letter]  # of the title of the heading
    number: str  # with what parts it from the title; '' where Word counts, or nobody does
    row: Row | None
    counted: int | None


class _Page:
    """The headings of one document in its XML."""

    def __init__(self, parts: WordParts, items: Sequence[Item]) -> None:
        self._w = parts.w
        self._items = {item.index: item for item in items}
        body = parts.root.find(f"{self._w}body")
        assert body is not None
        # counted as `Source.paragraph` counts them
        self._paragraphs = list(body.iter(f"{self._w}p"))
        self._numbers = {item.number.casefold() for item in items if item.number}

    def rename(self, suggestion: Suggestion, marker: Marker) -> bool:
        """Mark the new title of an item; False where its letters are not found."""
        item = self._items[suggestion.item]
        found = self._title_letters(item)
        if found is None:
            return False
        letters, spans = found
        first = spans[0].start
        edits = [
            Edit(_start(spans, edit, len(letters)), _end(spans, edit, len(letters)), edit.text)
            for edit in find_edits(item.title, suggestion.suggestion)
        ]
        edits = [edit for edit in edits if _is_possible(edit, letters)]
        if not edits:
            return False
        marker.change(letters, edits, first=first, comment=suggestion.reason)
        return True

    def _title_letters(self, item: Item) -> tuple[list[Letter], list[range]] | None:
        """The letters of all paragraphs of a title, and of each of its characters."""
        letters: list[Letter] = []
        spans: list[range] = []
        sources = _by_paragraph(item.title_sources)
        ends = [*(source.start for source in sources[1:]), len(item.title)]
        for source, end in zip(sources, ends, strict=True):
            own = self._letters(source)
            text = item.title[source.start : end]
            bare = text.rstrip()
            found = find_title(own, bare)
            if found is None:
                return None
            offset = len(letters)
            spans.extend(range(span.start + offset, span.stop + offset) for span in found)
            last = spans[-1].stop
            spans.extend(range(last, last) for _ in text[len(bare) :])
            letters.extend(own)
        return (letters, spans) if letters else None

    def _letters(self, source: Source) -> list[Letter]:
        number = source.paragraph
        if number is None or not 0 < number <= len(self._paragraphs):
            return []
        return read_letters(self._paragraphs[number - 1], self._w)

    # --- an item of its own ----------------------------------------------------------------
    def insert(self, suggestion: Suggestion, marker: Marker) -> bool:
        """Mark a new item near the one of the suggestion; False where the layout is unfit."""
        place = self._place(suggestion.item)
        if place is None:
            return False
        look = run_properties(place.letters[0].run, self._w)
        text = suggestion.suggestion
        if place.counted is None:
            text = place.number + text
        if place.row is None:
            paragraph = etree.Element(f"{self._w}p")
            properties = copy_properties(place.heading, self._w)
            if properties is not None:
                paragraph.append(properties)
            place.heading.addprevious(paragraph)
            marker.fill(paragraph, text, look, comment=suggestion.reason)
            return True
        paragraphs = place.row.copy_before(self._w)
        for index, paragraph in enumerate(paragraphs):
            if index == place.row.title:
                marker.fill(paragraph, text, look, comment=suggestion.reason)
            else:
                number = place.number if index == place.counted else ""
                marker.fill(paragraph, number, self._look(place.row.cells[index]), comment="")
        marker.mark_row(paragraphs[0])
        return True

    def _look(self, paragraph: etree._Element) -> etree._Element | None:
        letters = read_letters(paragraph, self._w)
        return run_properties(letters[0].run, self._w) if letters else None

    def _place(self, index: int) -> _Place | None:
        """Before the next heading; before this one where it is the last or closes the agenda."""
        numbers = sorted(number for number in self._items if number >= 0)
        closing = next((n for n in numbers if is_closing(self._items[n].title)), None)
        target = index + 1
        if closing is not None and (index < 0 or target > closing):
            target = closing
        if target not in self._items or target < 1:
            target = index
        if target < 1:
            return None
        item, before = self._items[target], self._items[target - 1]
        sources = _by_paragraph(item.title_sources)
        found = self._title_letters(item)
        if found is None or len(sources) != 1:
            return None
        letters, spans = found
        heading = self._paragraphs[(sources[0].paragraph or 1) - 1]
        parent, other = heading.getparent(), self._heading(before)
        row = None if other is None else find_row(heading, other, self._w)
        if row is None and not self._is_free(parent, other):
            return None  # a cell of its own, a text box
        prefix = letters[: spans[0].start]
        counted = None if row is None else self._number_cell(row, item.number)
        if counted is not None and row is not None:
            prefix = read_letters(row.cells[counted], self._w)
        number = self._number(item, before, prefix, heading, in_row=row is not None)
        if number is None:
            return None
        return _Place(heading, letters[spans[0].start :], number, row, counted)

    def _heading(self, item: Item) -> etree._Element | None:
        """The paragraph in which an item's title begins."""
        number = item.title_sources[0].paragraph if item.title_sources else None
        if number is None or not 0 < number <= len(self._paragraphs):
            return None
        return self._paragraphs[number - 1]

    def _is_free(self, parent: etree._Element | None, other: etree._Element | None) -> bool:
        """Whether a paragraph may be added: to the body, or to a cell with other headings."""
        if parent is None:
            return False
        shared = other is not None and other.getparent() is parent
        return parent.tag in {f"{self._w}body", f"{self._w}sdtContent"} or (
            parent.tag == f"{self._w}tc" and shared
        )

    def _number_cell(self, row: Row, number: str) -> int | None:
        """The cell beside the title that has the number typed in it."""
        for index, paragraph in enumerate(row.cells):
            if index != row.title and number:
                text = "".join(letter.char for letter in read_letters(paragraph, self._w))
                if re.fullmatch(rf"\W*{re.escape(number)}\W*", text):
                    return index
        return None

    def _number(
        self,
        item: Item,
        before: Item,
        prefix: Sequence[Letter],
        heading: etree._Element,
        *,
        in_row: bool,
    ) -> str | None:
        """What is typed before the title of a new item; None where that cannot be told.

        '7. ' before the title, after an item with number 6 -> '6a. '.
        """
        typed = "".join(letter.char for letter in prefix)
        if not typed.strip() and in_row:
            row = next(heading.iterancestors(f"{self._w}tr"))
            counts = row.find(f".//{self._w}numPr") is not None
            return "" if counts or not item.number else None
        if not typed.strip():
            above = heading.getprevious()
            if item.number and above is not None and above.tag == f"{self._w}p":
                text = "".join(letter.char for letter in read_letters(above, self._w))
                if len(text) < 20 and re.search(rf"\b{re.escape(item.number)}\W*$", text):
                    return None  # the number is on a line of its own
            return ""
        pattern = rf"(\W*(?:[^\W\d_]+\s+)?){re.escape(item.number)}(\W*)"
        shape = re.fullmatch(pattern, typed) if item.number else None
        base = re.fullmatch(r"(\d+)[a-z]?", before.number)
        if shape is None or base is None or any(letter.field is not None for letter in prefix):
            return None
        free = (f"{base[1]}{x}" for x in _LETTERS if f"{base[1]}{x}" not in self._numbers)
        number = next(free, None)
        if number is None:
            return None
        self._numbers.add(number)
        return f"{shape[1]}{number}{shape[2]}"


def _by_paragraph(sources: Sequence[Source]) -> list[Source]:
    """The sources, one for each stretch of one paragraph."""
    found: list[Source] = []
    for source in sources:
        if not found or found[-1].paragraph != source.paragraph:
            found.append(source)
    return found


def _start(spans: Sequence[range], edit: Edit, end: int) -> int:
    return spans[edit.start].start if edit.start < len(spans) else _last(spans, end)


def _end(spans: Sequence[range], edit: Edit, end: int) -> int:
    if edit.end == edit.start:
        return _start(spans, edit, end)
    return spans[edit.end - 1].stop


def _last(spans: Sequence[range], end: int) -> int:
    return spans[-1].stop if spans else end


def _is_possible(edit: Edit, letters: Sequence[Letter]) -> bool:
    """Not so within a field: Word would put its own text back."""
    return all(letter.field is None for letter in letters[edit.start : edit.end])
