"""Writing insertions, deletions and comments into Word's XML (ECMA-376 part 1, 17.13)."""

import datetime as dt
import re
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from leaterms.relabelling.edits import Edit
from leaterms.relabelling.word_parts import WordParts
from leaterms.relabelling.word_text import Letter, cut_after, cut_before, run_properties

__all__ = ["Marker"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# in these a run is text of the paragraph; what is put at their edge can stand outside
_INLINE = "hyperlink smartTag customXml sdt sdtContent fldSimple ins moveTo del".split()
_TRACKED = ("ins", "moveTo")


class Marker:
    """Marks changes by one author on one day, with numbers that nothing else in the file has."""

    def __init__(self, parts: WordParts, author: str, date: dt.date) -> None:
        self._parts = parts
        self._w = parts.w
        self._author = author
        self._date = f"{date.isoformat()}T00:00:00Z"
        self._number = parts.free_number()

    def change(
        self, letters: Sequence[Letter], edits: Sequence[Edit], *, first: int, comment: str
    ) -> None:
        """Mark `edits` of a paragraph's letters, and hang `comment` on them.

        Args:
            letters: all letters, in order.
            edits: spans of them (as indices), in order, none overlapping.
            first: the index of the title's first letter.
            comment: a Dutch sentence.
        """
        made: list[etree._Element] = []
        for edit in reversed(edits):  # so that the letters before it stay where they are
            made = [*self._edit(letters, edit, first), *made]
        self._renumber_copies()
        self._comment_around(made[0], made[-1], comment)

    def _edit(self, letters: Sequence[Letter], edit: Edit, first: int) -> list[etree._Element]:
        """What one edit adds to the paragraph, in order."""
        w = self._w
        if edit.start == edit.end:
            # what is put before a letter looks as it does; at the end, as the last one
            follows = edit.start < len(letters) and edit.start in (first, 0)
            letter = letters[edit.start] if follows else letters[edit.start - 1]
            look = run_properties(letter.run, w)
            inserted = self._inserted(edit.text, look)
            if follows:
                self._before(letter, inserted)
            else:
                self._after(letter, inserted)
            return [inserted]
        taken = letters[edit.start : edit.end]
        kept = _kept_umbrella(edit.text, "".join(letter.char for letter in taken))
        deleted = self._delete(taken)
        made: list[etree._Element] = []
        if kept:
            # the umbrella first, then the letter that changes its case
            look = run_properties(_run_of(deleted[0], w), w)
            before = self._inserted(edit.text[:kept], look)
            self._outside(deleted[0]).addprevious(before)
            made.append(before)
        made.extend(deleted)
        if edit.text[kept:]:
            look = run_properties(_run_of(deleted[-1], w), w)
            after = self._inserted(edit.text[kept:], look)
            self._split_tracked(deleted[-1]).addnext(after)
            made.append(after)
        return made

    def _delete(self, letters: Sequence[Letter]) -> list[etree._Element]:
        """Mark letters as deleted, a mark for each run; what is inserted already, within that."""
        w = self._w
        groups: list[list[Letter]] = []
        for letter in letters:
            if groups and groups[-1][-1].run is letter.run:
                groups[-1].append(letter)
            else:
                groups.append([letter])
        made: list[etree._Element] = []
        for group in reversed(groups):
            cut_after(group[-1], w)
            run = cut_before(group[0], w)
            deletion = self._mark("del")
            run.addprevious(deletion)
            deletion.append(run)
            for text in run.iter(f"{w}t"):
                text.tag = f"{w}delText"
                text.set(_SPACE, "preserve")
            made.insert(0, deletion)
        return made

    def _renumber_copies(self) -> None:
        """Give changes of format that came with a cut run a number of their own."""
        seen: set[str] = set()
        for change in self._parts.root.iter(f"{self._w}rPrChange"):
            number = change.get(f"{self._w}id", "")
            if number in seen:
                change.set(f"{self._w}id", self._next())
            seen.add(number)

    def _before(self, letter: Letter, inserted: etree._Element) -> None:
        """Put an insertion before a letter, outside links, fields and others' insertions."""
        anchor = cut_before(letter, self._w) if letter.field is None else letter.field
        self._outside(anchor).addprevious(inserted)

    def _after(self, letter: Letter, inserted: etree._Element) -> None:
        """Put an insertion behind a letter; behind the whole of a field."""
        w = self._w
        field = letter.field
        anchor = cut_after(letter, w) if field is None else _end_of_field(field, w)
        self._outside(anchor, ahead=False).addnext(inserted)

    def _outside(self, element: etree._Element, *, ahead: bool = True) -> etree._Element:
        """The outermost element that begins (or ends) with this one, or a tracked one cut here."""
        w = self._w
        current = element
        while (parent := current.getparent()) is not None and self._is_inline(parent):
            beside = current.getprevious() if ahead else current.getnext()
            while beside is not None and beside.tag in {f"{w}sdtPr", f"{w}sdtEndPr"}:
                beside = beside.getprevious() if ahead else beside.getnext()
            if beside is not None:
                if parent.tag in {f"{w}{tag}" for tag in _TRACKED}:
                    cut = current if ahead else beside
                    right = self._cut_tracked(parent, cut)
                    return right if ahead else parent
                break
            current = parent
        return current

    def _split_tracked(self, element: etree._Element) -> etree._Element:
        """The element behind which an insertion may stand: never within another insertion."""
        parent = element.getparent()
        assert parent is not None
        if parent.tag not in {f"{self._w}{tag}" for tag in _TRACKED}:
            return element
        following = element.getnext()
        if following is not None:
            self._cut_tracked(parent, following)
        return parent

    def _cut_tracked(self, tracked: etree._Element, at: etree._Element) -> etree._Element:
        """Cut somebody's insertion in two before `at`; the second part gets its own number."""
        right = etree.Element(tracked.tag, {str(k): str(v) for k, v in tracked.attrib.items()})
        right.set(f"{self._w}id", self._next())
        for element in [at, *at.itersiblings()]:
            right.append(element)
        tracked.addnext(right)
        return right

    def _is_inline(self, element: etree._Element) -> bool:
        return element.tag in {f"{self._w}{tag}" for tag in _INLINE} and any(
            ancestor.tag == f"{self._w}p" for ancestor in element.iterancestors()
        )

    # --- a paragraph of its own -------------------------------------------------------------
    def fill(
        self, paragraph: etree._Element, text: str, look: etree._Element | None, *, comment: str
    ) -> None:
        """Make an empty paragraph, which has its properties, an inserted one with `text`.

        `comment` '': no comment.
        """
        w = self._w
        properties = paragraph.find(f"{w}pPr")
        if properties is None:
            properties = etree.SubElement(paragraph, f"{w}pPr")
        mark = properties.find(f"{w}rPr")
        if mark is None:
            mark = etree.SubElement(properties, f"{w}rPr")
        for tag in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
            for element in mark.findall(f"{w}{tag}"):
                mark.remove(element)
        mark.insert(0, self._mark("ins"))
        if not text:
            return
        inserted = self._inserted(text, look)
        paragraph.append(inserted)
        if not comment:
            return
        # the reference within the insertion, so that the comment goes when it is rejected
        number = self._add_comment(comment)
        start, end, reference = self._comment_marks(number)
        inserted.addprevious(start)
        inserted.append(reference)
        inserted.addnext(end)

    def mark_row(self, paragraph: etree._Element) -> None:
        """Make the row of a table that the paragraph stands in an inserted one."""
        w = self._w
        row = next(paragraph.iterancestors(f"{w}tr"))
        properties = row.find(f"{w}trPr")
        if properties is None:
            properties = etree.Element(f"{w}trPr")
            before = row.find(f"{w}tblPrEx")
            row.insert(0 if before is None else 1, properties)
        for tag in ("ins", "del", "trPrChange", "tblHeader"):
            for element in properties.findall(f"{w}{tag}"):
                properties.remove(element)
        properties.append(self._mark("ins"))

    # --- parts of marks ---------------------------------------------------------------------
    def _next(self) -> str:
        self._number += 1
        return str(self._number - 1)

    def _mark(self, tag: str) -> etree._Element:
        w = self._w
        return etree.Element(
            f"{w}{tag}",
            {f"{w}id": self._next(), f"{w}author": self._author, f"{w}date": self._date},
        )

    def _inserted(self, text: str, look: etree._Element | None) -> etree._Element:
        """A `w:ins` with one run; tabs in `text` become those of Word."""
        w = self._w
        inserted = self._mark("ins")
        run = etree.SubElement(inserted, f"{w}r")
        if look is not None:
            run.append(deepcopy(look))
        for part in re.findall(r"\t|[^\t]+", text):
            if part == "\t":
                etree.SubElement(run, f"{w}tab")
            else:
                element = etree.SubElement(run, f"{w}t")
                element.text = part
                element.set(_SPACE, "preserve")
        return inserted

    def _comment_around(self, first: etree._Element, last: etree._Element, comment: str) -> None:
        """Hang a comment on what stands between two elements of the same paragraph or body."""
        start, end, reference = self._comment_marks(self._add_comment(comment))
        self._level(first).addprevious(start)
        anchor = self._level(last)
        anchor.addnext(end)
        end.addnext(reference)

    def _level(self, element: etree._Element) -> etree._Element:
        """The child of the outermost paragraph: Word allows no comments within a text box."""
        w = self._w
        paragraphs = [a for a in element.iterancestors() if a.tag == f"{w}p"]
        outer, current = paragraphs[-1], element
        while (parent := current.getparent()) is not outer:
            assert parent is not None
            current = parent
        return current

    def _comment_marks(self, number: str) -> tuple[etree._Element, etree._Element, etree._Element]:
        w = self._w
        start = etree.Element(f"{w}commentRangeStart", {f"{w}id": number})
        end = etree.Element(f"{w}commentRangeEnd", {f"{w}id": number})
        reference = etree.Element(f"{w}r")
        etree.SubElement(reference, f"{w}commentReference", {f"{w}id": number})
        return start, end, reference

    def _add_comment(self, text: str) -> str:
        """Write a comment and give its number."""
        w = self._w
        number = self._next()
        initials = "".join(word[0] for word in self._author.split())[:4].upper()
        comment = etree.SubElement(
            self._parts.comments(),
            f"{w}comment",
            {
                f"{w}id": number,
                f"{w}author": self._author,
                f"{w}date": self._date,
                f"{w}initials": initials,
            },
        )
        paragraph = etree.SubElement(comment, f"{w}p")
        mark = etree.SubElement(paragraph, f"{w}r")
        etree.SubElement(mark, f"{w}annotationRef")
        run = etree.SubElement(paragraph, f"{w}r")
        element = etree.SubElement(run, f"{w}t")
        element.text = text
        element.set(_SPACE, "preserve")
        return number


def _kept_umbrella(text: str, taken: str) -> int:
    """How much of a replacement stands before the letter of which only the case changes."""
    if text.casefold().endswith(taken.casefold()) and len(text) > len(taken):
        return len(text) - len(taken)
    return 0


def _run_of(deletion: etree._Element, w: str) -> etree._Element:
    run = deletion.find(f"{w}r")
    assert run is not None
    return run


def _end_of_field(field: etree._Element, w: str) -> etree._Element:
    """The run or element with which a field ends that begins with `field`."""
    if field.tag != f"{w}r":
        return field
    depth = 0
    last = field
    for run in [field, *field.itersiblings(f"{w}r")]:
        for mark in run.iter(f"{w}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{w}fldCharType", ""), 0)
        last = run
        if depth <= 0:
            break
    return last
