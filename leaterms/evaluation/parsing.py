"""Annotated meeting documents, parsed strictly from their text.

A UTF-8 file: a header between `---` lines, then the document as printed, with marks.

    ---
    municipality: Veenrade
    body: LEA-overleg
    kind: verslag
    level: bestuurlijk
    date: 2023-03-15
    format: docx
    style: 2
    lea: yes
    partners: gemeente, schoolbestuur
    ---
    Lines before the first heading.

    ## 3. Diversiteit en inclusie
    - A bullet.
    | A table row | with | cells |
    A paragraph with [[words::theme+theme::wording::assertion]] and {{AM:an agreement}}.

`{{AM:...}}` is a measurable agreement, `{{A:...}}` another. Agreements may hold mentions,
nothing else is nested, and no mark runs over a line or a cell.
"""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from leaterms.errors import AnnotationError
from leaterms.evaluation.annotations import (
    AnnotatedDocument,
    AnnotatedItem,
    GoldAgreement,
    GoldMention,
    Header,
)
from leaterms.evaluation.marks import Mark, choose, split_cells, split_listed, strip_marks
from leaterms.reading import BlockKind
from leaterms.structure import Kind, Level, Segment

__all__ = ["parse_annotated"]

_KEYS = ("municipality", "body", "kind", "level", "date", "format", "style", "lea", "partners")
_NEVER_EMPTY = ("municipality", "style")
_FENCE = "---"
_CELL_JOIN = " | "

# 'Agendapunt 3 - Titel', 'Punt 3: titel', '3a) Titel', '3.2 Titel', 'B. Titel', but not the
# 'Verslag 10 maart' or '8 februari' of a heading without a number
_NUMBERED = re.compile(
    r"""(?:(?:agendapunt|agp|bespreekpunt|punt|ad|nr|thema|ronde|blok|deel|onderwerp)\.?\s+)?
        (?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)
        (?:\s*[.:)|]\s+|\s+[-\u2013\u2014]\s+|\s+)
        (?!(?:jan|feb|maart|april|mei|juni|juli|aug|sept|okt|nov|dec)[a-z]*\b)
        (?P<title>\S.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<number>[A-Z])[.:)]\s+(?P<title>\S.*)")

_REMARK = re.compile(r"(?:^|\s+)#.*")

Fault = tuple[int, str]


def parse_annotated(text: str, name: str, *, themes: Collection[str] = ()) -> AnnotatedDocument:
    """Parse the annotated `text` of the file `name`.

    Args:
        text: the whole file, decoded.
        name: the file's name as it stands in messages and in the result.
        themes: the ids that exist; empty: any id will do.

    Raises:
        AnnotationError: the text breaks the format; one Dutch line per fault, all at once:
            'a.txt:12: het merk [[ is niet gesloten op deze regel; sluit het'.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    faults: list[Fault] = []
    end = _find_fence(lines, faults)
    header = None if faults else _read_header(_read_keys(lines[1:end], faults), faults)
    body = _Body(frozenset(themes), faults)
    for at in range(end + 1, len(lines)):
        body.add_line(lines[at].strip(), at + 1)
    items = body.close()
    if faults or header is None:
        raise AnnotationError("\n".join(f"{name}:{at}: {why}" for at, why in sorted(faults)))
    return AnnotatedDocument(name, header, items, tuple(body.mentions), tuple(body.agreements))


def _find_fence(lines: Sequence[str], faults: list[Fault]) -> int:
    """The index of the line that ends the header; of the last line where there is none."""
    if lines[0].strip() != _FENCE:
        faults.append((1, "het bestand begint niet met ---; zet er een kop met gegevens boven"))
        return len(lines) - 1
    for at in range(1, len(lines)):
        if lines[at].strip() == _FENCE:
            return at
    faults.append((1, "de kop is niet gesloten; zet er een regel --- onder"))
    return len(lines) - 1


def _read_keys(lines: Sequence[str], faults: list[Fault]) -> dict[str, tuple[str, int]]:
    """Value and line number (from 1) of each key; a remark after ' #' is left out."""
    values: dict[str, tuple[str, int]] = {}
    for at, line in enumerate(lines, start=2):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not line.strip():
            continue
        if not colon:
            faults.append((at, "de regel mist een dubbele punt; schrijf 'sleutel: waarde'"))
        elif key not in _KEYS:
            faults.append((at, f"'{key}' is geen bekende sleutel; kies uit {', '.join(_KEYS)}"))
        elif key in values:
            faults.append((at, f"'{key}' staat er twee keer; laat er één weg"))
        else:
            values[key] = (_REMARK.sub("", value), at)
    end = len(lines) + 2
    faults += [
        (end, f"'{key}' ontbreekt in de kop; vul deze sleutel in")
        for key in _KEYS
        if key not in values
    ]
    faults += [
        (values[key][1], f"'{key}' is leeg; vul een waarde in")
        for key in _NEVER_EMPTY
        if key in values and not values[key][0]
    ]
    return values


def _read_header(values: dict[str, tuple[str, int]], faults: list[Fault]) -> Header | None:
    if faults:
        return None
    texts = {key: value for key, (value, _) in values.items()}
    date: dt.date | None = None
    if texts["date"]:
        try:
            date = dt.date.fromisoformat(texts["date"])
        except ValueError:
            faults.append((values["date"][1], "'date' moet een datum zijn als 2023-03-15"))
    for key, allowed in (("format", ("docx", "pdf")), ("lea", ("yes", "no"))):
        if texts[key] not in allowed:
            faults.append((values[key][1], f"'{key}' moet {' of '.join(allowed)} zijn"))
    kind, level = Kind.OTHER, Level.ONBEKEND
    try:
        kind = choose(Kind, texts["kind"], "kind")
    except ValueError as fault:
        faults.append((values["kind"][1], str(fault)))
    try:
        level = choose(Level, texts["level"], "level")
    except ValueError as fault:
        faults.append((values["level"][1], str(fault)))
    return Header(
        municipalities=split_listed(texts["municipality"], ";"),
        body=texts["body"],
        kind=kind,
        level=level,
        date=date,
        format=texts["format"],
        style=texts["style"],
        is_lea=texts["lea"] == "yes",
        partners=split_listed(texts["partners"], ","),
    )


@dataclass(slots=True)
class _Body:
    """Collects the lines below the header into items, mentions and agreements."""

    themes: frozenset[str]
    faults: list[Fault]
    mentions: list[GoldMention] = field(default_factory=list)
    agreements: list[GoldAgreement] = field(default_factory=list)
    _items: list[AnnotatedItem] = field(default_factory=list)
    _heading: tuple[str, str, str] = ("", "", "")  # as printed, number, title
    _text: str = ""
    _segments: list[Segment] = field(default_factory=list)

    def add_line(self, line: str, at: int) -> None:
        """Take the line with number `at` (from 1), stripped of white space around it."""
        try:
            if line.startswith("##"):
                self._add_heading(line)
            elif line.startswith("|"):
                self._add_row(line)
            elif line.startswith("- "):
                self._add_cells((line[2:].strip(),), BlockKind.BULLET)
            elif line:
                self._add_cells((line,), BlockKind.PARAGRAPH)
        except ValueError as fault:
            self.faults.append((at, str(fault)))

    def close(self) -> tuple[AnnotatedItem, ...]:
        """End the last item and give all."""
        self._end_item()
        return tuple(self._items)

    @property
    def _index(self) -> int:
        """The index of the item that is being filled; -1 before the first heading."""
        return len(self._items) - 1

    def _end_item(self) -> None:
        segments = tuple(self._segments)
        self._items.append(AnnotatedItem(self._index, *self._heading, self._text, segments))
        self._text, self._segments = "", []

    def _add_heading(self, line: str) -> None:
        if not line.startswith("## ") or not line[3:].strip():
            raise ValueError("een kop is '## ' met tekst erachter; verbeter deze regel")
        heading, marks = strip_marks(line[3:].strip(), self.themes)
        number, title = _split_number(heading)
        skipped = len(heading) - len(title)
        if any(mark.start < skipped for mark in marks):
            raise ValueError("het merk begint in het nummer van de kop; zet het erna")
        self._end_item()
        self._heading = (heading, number, title)
        self._record(title, [mark.moved(-skipped) for mark in marks], in_heading=True)

    def _add_row(self, line: str) -> None:
        if len(line) < 2 or not line.endswith("|"):
            raise ValueError("een tabelrij begint en eindigt met |; verbeter deze regel")
        self._add_cells(split_cells(line[1:-1]), BlockKind.ROW)

    def _add_cells(self, raw: Sequence[str], kind: BlockKind) -> None:
        """Add a block of one or more cells below what is there."""
        before = self._text + "\n" if self._segments else ""
        text, marks, cells = before, [], []
        for i, cell in enumerate(raw):
            text += _CELL_JOIN if i else ""
            printed, found = strip_marks(cell, self.themes)
            marks += [mark.moved(len(text)) for mark in found]
            cells.append((len(text), len(text) + len(printed)))
            text += printed
        spans = tuple(cells) if kind is BlockKind.ROW else ()
        self._text = text
        self._segments.append(Segment(len(before), len(text), kind, spans))
        self._record(text, marks, in_heading=False)

    def _record(self, text: str, marks: Sequence[Mark], *, in_heading: bool) -> None:
        for mark in marks:
            quote = text[mark.start : mark.end]
            span = (self._index, in_heading, mark.start, mark.end, quote)
            if mark.agreement:
                self.agreements.append(GoldAgreement(*span, mark.agreement == "AM"))
            for theme in mark.themes:
                self.mentions.append(GoldMention(*span, theme, mark.wording, mark.assertion))


def _split_number(heading: str) -> tuple[str, str]:
    """Number and title of a printed heading: 'Punt 3a: Peuters' gives '3a', 'Peuters'."""
    found = _NUMBERED.fullmatch(heading) or _LETTERED.fullmatch(heading)
    return (found["number"], found["title"]) if found else ("", heading)
