"""New titles in a Word agenda, as tracked changes with a comment each.

Only what changes is marked: the umbrella as an insertion, the case of a letter as a deletion
and an insertion, a new item as an inserted paragraph (ECMA-376 part 1, 17.13.5). Accepting all
gives the new titles, rejecting all the old text. Whatever else the file holds stays.
"""

import datetime as dt
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from leaterms.reading import Source
from leaterms.relabelling.advice import Suggestion
from leaterms.relabelling.edits import Edit, find_edits
from leaterms.relabelling.titles import is_closing
from leaterms.relabelling.word_marks import Marker
from leaterms.relabelling.word_parts import WordParts
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
    """Where a new item goes: before the heading of `item`, with the number in front of it."""

    heading: etree._Element
    letters: list[Letter]  # of the title of the heading
    number: str  # with what parts it from the title; '' where Word counts, or nobody does


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
        paragraph = etree.Element(f"{self._w}p")
        properties = self._paragraph_properties(place.heading)
        if properties is not None:
            paragraph.append(properties)
        place.heading.addprevious(paragraph)
        look = run_properties(place.letters[0].run, self._w)
        text = place.number + suggestion.suggestion
        marker.fill(paragraph, text, look, comment=suggestion.reason)
        return True

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
        parent = heading.getparent()
        if parent is None or parent.tag not in {f"{self._w}body", f"{self._w}sdtContent"}:
            return None  # a cell, a text box: a row of its own would be needed
        number = self._number(item, before, letters[: spans[0].start], heading)
        return None if number is None else _Place(heading, letters[spans[0].start :], number)

    def _number(
        self, item: Item, before: Item, prefix: Sequence[Letter], heading: etree._Element
    ) -> str | None:
        """What is typed before the title of a new item; None where that cannot be told.

        '7. ' before the title, after an item with number 6 -> '6a. '.
        """
        typed = "".join(letter.char for letter in prefix)
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

    def _paragraph_properties(self, heading: etree._Element) -> etree._Element | None:
        """Style, numbering and spacing of a heading, for one beside it."""
        w = self._w
        found = heading.find(f"{w}pPr")
        if found is None:
            return None
        copied = deepcopy(found)
        for path in ("sectPr", "pPrChange", "numPr/ins", "pageBreakBefore"):
            for element in copied.findall("/".join(f"{w}{step}" for step in path.split("/"))):
                parent = element.getparent()
                assert parent is not None
                parent.remove(element)
        return copied


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
