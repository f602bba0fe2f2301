"""Who was there: attendance lines, lists and tables, and for which partner.

'Aanwezig: mw. W. Bos (bestuurder Kim), T. Tak (GGD)', 'Wij zijn met Bas (De Wilg)',
'| Naam | Functie | Organisatie |', 'Afwezig met kennisgeving: ...'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaterms.structure.head import HeadLine
from leaterms.structure.people import Person, split_people
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["Attendance", "read_attendance", "read_last_attendance"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """The persons an attendance names, and whether the text has an attendance at all.

    `invited` are those an agenda is meant for.
    """

    people: tuple[Person, ...] = ()
    invited: tuple[Person, ...] = ()
    stated: bool = False


@dataclass(frozen=True, slots=True)
class _Field:
    """A label with what follows it. `status`: 'present', 'absent', 'admin', 'invited'."""

    status: str
    label: str
    text: str


_COLON = re.compile(
    r"(?:^|(?<=[.;)/]\s))"
    r"(?P<label>[A-ZÀ-Ý](?:[^:;|.]|\.(?=\s?[a-z(:])){0,50}?(?:\.?[a-z]\.){0,3}"
    r"(?:\s?\([^)]{0,30}\))?)\s*:(?:\s+|$)"
)
_VERBS = re.compile(
    r"(?P<present>\b[Aa]anwezig\s+(?:zijn|waren)\b:?|\bbijgewoond\s+door\b:?|"
    r"\b[Ww](?:ij|e)\s+(?:zijn|waren)\s+met\b:?|\bonder\s+wie\b:?|\b[Vv]erder\s+aanwezig\b:?|"
    r"^Met\b(?=\s+[A-ZÀ-Ý\d]))|"
    r"(?P<absent>(?:^|(?<=[.;]\s))(?:Zonder|(?:Niet aanwezig|Afwezig|Verhinderd|"
    r"Afgemeld)(?: met (?:kennisgeving|bericht))?(?: (?:is|zijn|waren))?)\b(?=\s+[A-Za-z]))"
)


def read_attendance(lines: Sequence[HeadLine], words: StructureWords) -> Attendance:
    """The attendance in the head of a document, as printed.

    Args:
        lines: the lines before the first item.
        words: the word lists.
    """
    people: list[Person] = []
    invited: list[Person] = []
    stated = False
    chair: list[Person] = []
    for field in _fields(lines, words):
        found = split_people(field.text, words)
        if field.status == "present":
            stated = True
            label = field.label if _names_group(field.label, words) else ""
            people.extend(replace(p, present=p.present, group=label) for p in found)
        elif field.status == "absent":
            people.extend(replace(p, present=False) for p in found)
        elif field.status == "invited":
            invited.extend(found)
        elif is_phrase(("voorzitter", "voorz.", "vz", "vz."), field.label):
            chair.extend(found)
    for person in _table_people(lines, words):
        stated = True
        people.append(person)
    if stated:
        people.extend(chair)
    return Attendance(tuple(people), (*invited, *chair), stated)


def read_last_attendance(
    lines: Sequence[HeadLine], words: StructureWords, head: Attendance
) -> Attendance:
    """The attendance at the end of a document; `head`, what its head says, if there is none.

    Args:
        lines: those below the last heading.
        words: the word lists.
        head: the attendance of the head, without any who were present.
    """
    for number, line in enumerate(lines):
        label = line.text.split(":", maxsplit=1)[0].strip()
        listed = is_phrase(words.present_labels, label) and (
            label == line.text.strip() or _lists_people(line.text)
        )
        if (listed and len(label) > 3) or (line.cells and _is_header(line.cells, words)):
            last = read_attendance(lines[number:], words)
            return last if last.people else head
    return head


def _names_group(label: str, words: StructureWords) -> bool:
    """'Besturen po en vo' and 'Aanwezig namens de besturen' say for whom; 'Aanwezig' does not."""
    if find_phrase(("namens",), label):
        return True
    return not is_phrase(words.present_labels, label)


def _fields(lines: Sequence[HeadLine], words: StructureWords) -> Iterator[_Field]:
    """Labelled texts, in order; a label alone on its line takes the lines below it."""
    open_field: _Field | None = None
    attendance = False
    for line in lines:
        if line.cells:
            open_field = None
            continue
        found = list(_line_fields(line.text, words, attendance=attendance))
        if not found:
            if _only_columns(line.text, words):
                continue
            if open_field and (line.bullet or len(line.text) < 120):
                yield replace(open_field, text=line.text)
            continue
        open_field = None
        for field in found:
            if field.text.strip(" .,;"):
                yield field
            else:
                open_field = field
            attendance = attendance or field.status in {"present", "absent"}


def _only_columns(text: str, words: StructureWords) -> bool:
    """'Naam Functie' above a table without lines: names of columns, and of nobody."""
    known = (*words.column_person, *words.column_organisation, *words.column_role)
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(is_phrase(known, part) for part in parts)


_Mark = tuple[int, int, str, str]  # where a label stands (half-open), its status, the label


def _line_fields(text: str, words: StructureWords, *, attendance: bool) -> Iterator[_Field]:
    """The fields in one line; 'Afwezig: A. Verslag: B' are two."""
    if _only_columns(text, words):
        return
    marks = list(_colon_marks(text, words, attendance=attendance))
    marks.extend(_verb_marks(text, marks))
    if not marks:
        marks = _first_words(text, words)
    marks.sort()
    ends = [*(mark[0] for mark in marks[1:]), len(text)]
    for (_, start, status, label), end in zip(marks, ends, strict=False):
        yield _Field(status, label, text[start:end].strip(" /"))
    if marks:
        return
    if attendance and _says_absent(text, words):
        yield _Field("absent", "", text)
    elif not attendance and _is_list_of_people(text):
        yield _Field("present", "", text)
    elif _is_addressed(text, words):
        yield _Field("invited", "", text.split(maxsplit=1)[1])


def _colon_marks(text: str, words: StructureWords, *, attendance: bool) -> Iterator[_Mark]:
    """Labels with a colon: 'Aanwezig:', and below it also 'Oudergeleding:'."""
    for match in _COLON.finditer(text):
        label, rest = match["label"].strip(), text[match.end() :]
        status = _status(label, words)
        if not status and match.start() == 0 and re.search(r"[A-Z]", rest):
            partner = find_phrase(
                (
                    *words.organisations_gemeente,
                    *words.roles_bestuur,
                    *words.organisations_kinderopvang,
                ),
                label,
            )
            admin = find_phrase(words.admin_labels, label)
            if ((attendance or partner) and not admin) or _lists_people(rest):
                status = "present"
        if status:
            yield match.start(), match.end(), status, label


def _verb_marks(text: str, marks: Sequence[_Mark]) -> Iterator[_Mark]:
    """'Wij zijn met ...', 'Aanwezig zijn ...', 'Zonder ...', outside the labels of `marks`."""
    present = any(mark[2] == "present" for mark in marks)
    for match in _VERBS.finditer(text):
        kind = "present" if match["present"] else "absent"
        if any(start <= match.start() < end for start, end, _, _ in marks):
            continue
        if kind == "absent" or not present:
            present = present or kind == "present"
            yield match.start(), match.end(), kind, ""


def _first_words(text: str, words: StructureWords) -> list[_Mark]:
    """A label without colon: all of the line, or its first word."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    for status, phrases in (("present", words.present_labels), ("absent", words.absent_labels)):
        if is_phrase(phrases, text):
            return [(0, len(text), status, text)]
        if is_phrase(tuple(p for p in phrases if len(p) > 3), first) and first[:1].isupper():
            return [(0, len(first), status, first)]
    return []


def _lists_people(text: str) -> bool:
    """True if `text` reads as a list of names with their organisation in brackets."""
    return len(re.findall(r"\([^)]{2,60}\)\s*(?:,|;|en\b|$|\.)", text)) >= 2


_NAMED = re.compile(
    r"[A-ZÀ-Ý][\w.'’-]*(?:\s(?:van|de|den|der|ten|ter|te|el|op|in|'t|[A-ZÀ-Ý][\w.'’-]*))*"
    r"\s?\([^)]{2,80}\)\s*(?:\w{1,4}\s*)?(?:,|;|/|\ben\b|$|\.)"
)
_SHORTENED = re.compile(r"(?:^|[,;/]\s)[A-ZÀ-Ý][\w.]{0,4}\s?=\s?[A-ZÀ-Ý][\w'’-]+\s")


def _is_list_of_people(text: str) -> bool:
    """True for a line of people without a label: 'A. Bos (wethouder), B. Kok (GGD), ...'."""
    named = sum(match.end() - match.start() for match in _NAMED.finditer(text))
    count = len(_NAMED.findall(text))
    return (count >= 3 and named >= 0.7 * len(text)) or len(_SHORTENED.findall(text)) >= 2


def _is_addressed(text: str, words: StructureWords) -> bool:
    """'Voor de wethouder en de bestuurders van A en B': for whom an agenda is."""
    if not re.match(r"(?:Voor|Aan|Verzonden aan)\s+(?:de|het|wethouder|bestuur)", text):
        return False
    return bool(find_phrase((*words.roles_wethouder, *words.roles_bestuur), text))


def _says_absent(text: str, words: StructureWords) -> bool:
    return bool(find_phrase(words.absent_words, text.split(". ", maxsplit=1)[0]))


def _status(label: str, words: StructureWords) -> str:
    label = label.strip(" :.-–")
    for status, phrases in (
        ("absent", words.absent_labels),
        ("present", words.present_labels),
        ("admin", words.admin_labels),
        ("invited", words.invited_labels),
    ):
        if is_phrase(phrases, label) or is_phrase(phrases, f"{label}."):
            # 'Voor' and 'Aan' name for whom an agenda is
            if status == "present" and is_phrase(("voor", "aan", "genodigden"), label):
                return "invited"
            return status
    for status, phrases in (("absent", words.absent_labels), ("present", words.present_labels)):
        start = find_phrase(tuple(p for p in phrases if len(p) > 4), label)
        if start and start[0].start() == 0:
            return status
    return ""


# --- tables --------------------------------------------------------------------------------
def _is_header(cells: Sequence[str], words: StructureWords) -> bool:
    known = (
        *words.column_person,
        *words.column_organisation,
        *words.column_role,
        *words.column_present,
    )
    return sum(is_phrase(known, cell) for cell in cells if cell) >= 2


def _table_people(lines: Sequence[HeadLine], words: StructureWords) -> Iterator[Person]:
    header: tuple[str, ...] = ()
    bare: list[HeadLine] = []  # rows of a table whose header was not read as one
    for line in (*lines, HeadLine("")):
        if line.cells and not header and not _is_header(line.cells, words):
            bare.append(line)
            continue
        yield from _bare_people(bare, words)
        bare = []
        if not line.cells:
            header = ()
        elif _is_header(line.cells, words):
            header = tuple(_column(cell, words) for cell in line.cells)
        else:
            yield from _row_people(line.cells, header, words)


def _bare_people(rows: Sequence[HeadLine], words: StructureWords) -> Iterator[Person]:
    """People of rows without a header: names first, and who they are in the next cell."""
    about = (
        *words.roles_gemeente,
        *words.roles_bestuur,
        *words.roles_kinderopvang,
        *words.roles_school,
        *words.organisations_gemeente,
        *words.organisations_none,
        *words.organisations_kinderopvang,
        *words.organisations_bestuur,
    )
    telling = [row for row in rows if len(row.cells) > 1 and find_phrase(about, row.cells[1])]
    if len(rows) >= 2 and 2 * len(telling) >= len(rows):
        for row in rows:
            yield from _row_people(row.cells, ("person", "organisation", ""), words)


def _column(cell: str, words: StructureWords) -> str:
    for name, phrases in (
        ("role", words.column_role),
        ("organisation", words.column_organisation),
        ("person", words.column_person),
        ("present", words.column_present),
    ):
        if is_phrase(phrases, cell):
            return name
    return ""


def _row_people(
    cells: Sequence[str], header: Sequence[str], words: StructureWords
) -> Iterator[Person]:
    named = {}
    for column, cell in zip(header, cells, strict=False):
        if column == "person" and "person" in named:
            named["present"] = cell  # 'Naam | Rol | Aanwezig'
        else:
            named.setdefault(column, cell)
    who = named.get("person", "")
    present = True
    label, colon, rest = who.partition(":")
    if colon and _status(label, words) == "absent":
        who, present = rest.strip(), False
    elif _status(who, words) == "absent":
        who, present = named.get("organisation", ""), False
        named = {}
    state = named.get("present", "") or named.get("", "")
    if re.match(r"(?:nee|n\b|afw|afg|niet|m\.k|x?\s*m\.k|-)", state, re.IGNORECASE):
        present = False
    details = ", ".join(cell for key in ("role", "organisation") if (cell := named.get(key, "")))
    if find_phrase(words.absent_words, f"{who} {details}"):
        present = False
    for person in split_people(who, words):
        yield replace(
            person,
            details=", ".join(d for d in (person.details, details) if d),
            present=present and person.present,
        )
