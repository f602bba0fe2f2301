"""The sentences of a document with what their place says: cell, bullet, column, last one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from leaterms.assessment.cues import Cues
from leaterms.assessment.measures import is_date
from leaterms.language import split_sentences
from leaterms.reading import BlockKind
from leaterms.structure import Item, MeetingRecord, Segment

__all__ = ["Passage", "find_passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (half-open span in its item's text) and where it stands.

    `opens` and `closes`: it is the first, the last of its block or cell. `block` and `blocks`:
    which block of the item (from 0), of how many. `column` is what its column holds by the
    table's heading, or the row's: 'agreement', 'other', or '' outside a table with such a heading.
    `who` and `when` are the cells of its row that say so; a last cell with a date alone says when.
    """

    start: int
    end: int
    text: str
    kind: BlockKind
    opens: bool
    closes: bool
    block: int
    blocks: int
    column: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of the table at hand: what each holds, by the heading row."""

    columns: tuple[str, ...]

    @property
    def tells(self) -> bool:
        """Whether the heading says where agreements stand, or that there are none.

        'Nr | Onderwerp | Stand', with nobody and no term, says how old ones are doing.
        """
        named = set(self.columns)
        return "agreement" in named or ("state" in named and not named & {"who", "when"})


def find_passages(record: MeetingRecord, cues: Cues) -> Iterator[tuple[Item, tuple[Passage, ...]]]:
    """The items of a document in reading order, each with its sentences in order.

    A heading row holds for the rows below it, also those of later items: where each row of a
    table is an item, the heading stands before the first.
    """
    table = _Table(())
    for item in record.items:
        passages: list[Passage] = []
        sideways = _is_sideways(item, cues)
        for number, segment in enumerate(item.segments):
            if sideways and _is_named(item.text, segment):
                passages.extend(_of_named_row(item, segment, number, cues))
            elif segment.kind is BlockKind.ROW:
                heading = _heading(item.text, segment, table, cues)
                if heading:
                    listed = cues.list_title.match(item.title.casefold()) is not None
                    table = _Table(_settled(heading, listed=listed))
                    continue
                passages.extend(_of_row(item, segment, number, table, cues))
            else:
                span = (segment.start, segment.end)
                passages.extend(_of_span(item, segment, number, span))
        yield item, tuple(passages)


def _heading(text: str, row: Segment, table: _Table, cues: Cues) -> tuple[str, ...]:
    """What each column holds, if this row is a heading that names such a column; else ().

    A word that tells how an action stands is no heading: '| Folder | Noor | gereed |'.
    """
    labels = [_label(text[start:end]) for start, end in row.cells]
    columns = tuple(cues.columns.get(label, "") for label in labels)
    states = {"when", "state"} & set(table.columns)
    named = [
        column
        for label, column in zip(labels, columns, strict=True)
        if column and column != "state" and not (states and cues.done.fullmatch(label))
    ]
    short = all(len(label) <= _LABEL for label in labels)
    reviews = not table.columns and columns[-1:] == ("state",) and _NUMBERS.match(labels[0])
    return columns if short and len(labels) > 1 and (named or reviews) else ()


def _is_sideways(item: Item, cues: Cues) -> bool:
    """Whether its rows have their headings at the left: '| Besluit | Punt 7 vervalt. |'."""
    return any(
        _column(item.text, segment.cells[0], cues) == "agreement"
        and not _column(item.text, segment.cells[1], cues)
        # '| Besluit | Toelichting |' at the top is a heading
        and (number > 0 or segment.cells[1][1] - segment.cells[1][0] > _LABEL)
        for number, segment in enumerate(item.segments)
        if _is_named(item.text, segment)
    )


def _is_named(text: str, row: Segment) -> bool:
    """Whether it is a row of two cells, the first of which may be a heading."""
    if row.kind is not BlockKind.ROW or len(row.cells) != 2:
        return False
    start, end = row.cells[0]
    return end - start <= _LABEL and not re.search(r"\d|[.!?]\s*$", text[start:end])


def _of_named_row(item: Item, row: Segment, number: int, cues: Cues) -> Iterator[Passage]:
    """The sentences of the second cell; the first says whether agreements stand there."""
    agreed = _column(item.text, row.cells[0], cues) == "agreement"
    for passage in _of_span(item, row, number, row.cells[1]):
        yield replace(passage, column="agreement" if agreed else "")


def _column(text: str, cell: tuple[int, int], cues: Cues) -> str:
    return cues.columns.get(_label(text[slice(*cell)]), "")


def _settled(columns: tuple[str, ...], *, listed: bool) -> tuple[str, ...]:
    """'Wat' is a task beside a term or in a list of actions; 'Wie | Wat' is a talk."""
    tasks = listed or "when" in columns
    if "agreement" not in columns and not tasks:
        return tuple("" if column == "task" else column for column in columns)
    return tuple("agreement" if column == "task" and tasks else column for column in columns)


_LABEL = 30  # characters of a heading
_NUMBERS = re.compile(r"(?:nr|no|nummer|#)\b|#")
_NUMBER = r"\W*(?:[a-zA-Z]{1,2}\W?)?\d[\d./-]*[a-z]?\W*"
_MARK = re.compile(r"\(?(?:[a-z]|\d{1,3})[.)]?")


def _label(cell: str) -> str:
    """'Afspraak / actie:' -> 'afspraak/actie'."""
    return cell.casefold().replace(" / ", "/").strip(" .:")


def _of_row(item: Item, row: Segment, number: int, table: _Table, cues: Cues) -> Iterator[Passage]:
    if not row.cells:
        yield from _of_span(item, row, number, (row.start, row.end))
        return
    if not 0 <= len(table.columns) - len(row.cells) <= 2:
        table = _Table(())  # a table of another shape, without a heading of its own
    # a row that became an item lost its first cells (number, title): count from the right
    columns = ("",) * (len(row.cells) - len(table.columns)) + table.columns[-len(row.cells) :]
    cells = {
        column: item.text[start:end].strip()
        for column, (start, end) in zip(columns, row.cells, strict=True)
        if column
    }
    # an empty cell below 'Actie' says that there is none
    if "task" in cells and re.fullmatch(_NUMBER, cells.get("agreement", "")):
        # 'Besluit | Inhoud': the first holds the number only
        swapped = {"task": "agreement", "agreement": ""}
        columns = tuple(swapped.get(column, column) for column in columns)
    done = cues.done.match(cells.get("state", "").casefold()) is not None
    last = item.text[slice(*row.cells[-1])].strip()
    dated = len(row.cells) > 1 and columns[-1] != "agreement" and is_date(last)
    when = cells.get("when", "") or (last if dated else "")
    for column, span in zip(columns, row.cells, strict=True):
        if column in ("who", "when") or (dated and span == row.cells[-1]):
            continue
        told = column == "agreement" and not done
        place = ("agreement" if told else "other") if table.tells else ""
        for passage in _of_span(item, row, number, span):
            yield replace(passage, column=place, who=cells.get("who", ""), when=when)


def _of_span(
    item: Item, segment: Segment, number: int, span: tuple[int, int]
) -> Iterator[Passage]:
    start, end = span
    sentences = split_sentences(item.text[start:end])
    if len(sentences) > 1 and _MARK.fullmatch(item.text[start:end][slice(*sentences[0])].strip()):
        sentences = sentences[1:]  # 'a.' before the first
    for index, (first, last) in enumerate(sentences):
        yield Passage(
            start=start + first,
            end=start + last,
            text=item.text[start + first : start + last],
            kind=segment.kind,
            opens=index == 0,
            closes=index == len(sentences) - 1,
            block=number,
            blocks=len(item.segments),
            column="",
            who="",
            when="",
        )
