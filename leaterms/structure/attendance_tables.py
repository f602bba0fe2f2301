"""Who was there by a table: names and organisations by column, by row, or by party.

'| Naam | Functie | Organisatie | Aanwezig |', '| Gemeente | J. de Boer, M. Vos |',
'| Gemeente | Schoolbesturen | Kinderopvang |' with the names below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leaterms.structure.head import HeadLine, label_status
from leaterms.structure.people import Person, split_people
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["is_people_header", "table_people"]

_ABSENT_CELL = re.compile(
    r"(?:nee|n|afw\w*|afg\w*|niet|m\.?\s?k|x?\s*m\.?k|verh\w*|absent|-)(?!\w)\.?", re.IGNORECASE
)


def is_people_header(cells: Sequence[str], words: StructureWords) -> bool:
    """True for a row that names columns of people: 'Naam | Organisatie'."""
    known = (
        *words.column_person,
        *words.column_organisation,
        *words.column_role,
        *words.column_present,
        *words.column_absent,
    )
    return sum(is_phrase(known, cell) for cell in cells if cell) >= 2


def table_people(lines: Sequence[HeadLine], words: StructureWords) -> Iterator[Person]:
    """The people in the tables among the lines of a head, in order."""
    header: tuple[str, ...] = ()
    marked = _marks_presence(lines, words)
    bare: list[HeadLine] = []  # rows of a table whose header was not read as one
    parties: tuple[str, ...] = ()
    for line in (*lines, HeadLine("")):
        if parties and line.cells:
            yield from _party_people(line.cells, parties, words)
            continue
        parties = line.cells if _names_parties(line.cells, words) else ()
        if parties:
            continue
        if line.cells and not header and not is_people_header(line.cells, words):
            bare.append(line)
            continue
        yield from _bare_people(bare, words)
        bare = []
        if not line.cells:
            header = ()
        elif is_people_header(line.cells, words):
            header = _columns(line.cells, words)
        else:
            yield from _row_people(line.cells, header, words, marked=marked)


# who was there has one in the column 'Aanwezig'
_PRESENT_CELL = re.compile(r"(?:x|v|a|j|ja|aanw\w*|present|[✓✔√+•☑])\.?", re.IGNORECASE)


def _marks_presence(lines: Sequence[HeadLine], words: StructureWords) -> bool:
    """Whether a column marks who was there, so that who has no mark was not."""
    header: tuple[str, ...] = ()
    for line in lines:
        if line.cells and is_people_header(line.cells, words):
            header = _columns(line.cells, words)
        elif line.cells:
            for column, cell in zip(header, line.cells, strict=False):
                if column == "present" and _PRESENT_CELL.fullmatch(cell.strip()):
                    return True
    return False


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
    full = [row for row in rows if len(row.cells) > 1]
    first, second = (
        [row for row in full if find_phrase(about, row.cells[column])] for column in (0, 1)
    )
    if len(rows) < 2 or 2 * max(len(first), len(second)) < len(rows):
        return
    names_first = sum(_NAME.match(row.cells[0]) is not None for row in full)
    names_second = sum(_NAME.match(row.cells[1]) is not None for row in full)
    parties = all(is_phrase(words.party_labels, row.cells[0]) for row in full)
    turned = parties or (len(first) >= len(second) and names_second > names_first)
    columns = ("organisation", "person", "") if turned else ("person", "organisation", "")
    for row in rows:
        yield from _row_people(row.cells, columns, words)


# initials, a form of address, or two names: no organisation begins so
_NAME = re.compile(
    r"(?:[A-Z]\.\s?)+|(?:de heer|mevrouw|mw|dhr|mevr|wethouder|drs|dr|mr|ir)\b|"
    r"(?!Stichting|Gemeente|Kinderopvang|Vereniging|Basisschool)[A-Z][a-zà-ÿ]+\s"
    r"(?:(?:van|de|der|den|ten|ter)\s)*[A-Z][a-zà-ÿ]+(?:$|[,(;])"
)


def _names_parties(cells: Sequence[str], words: StructureWords) -> bool:
    """'Gemeente | Schoolbesturen | Kinderopvang' above columns of names."""
    full = [cell for cell in cells if cell]
    return len(full) >= 2 and all(is_phrase(words.party_labels, cell) for cell in full)


def _party_people(
    cells: Sequence[str], parties: Sequence[str], words: StructureWords
) -> Iterator[Person]:
    for party, cell in zip(parties, cells, strict=False):
        for person in split_people(cell, words):
            yield replace(person, group=party)


def _columns(cells: Sequence[str], words: StructureWords) -> tuple[str, ...]:
    """What each column holds; beside 'Naam' the column 'Aanwezig' says who was there."""
    columns: list[str] = []
    for cell in cells:
        column = _column(cell, words)
        columns.append("present" if column == "person" and "person" in columns else column)
    return tuple(columns)


def _column(cell: str, words: StructureWords) -> str:
    for name, phrases in (
        ("role", words.column_role),
        ("organisation", words.column_organisation),
        ("person", words.column_person),
        ("present", words.column_present),
        ("absent", words.column_absent),
    ):
        if is_phrase(phrases, cell):
            return name
    return ""


def _row_people(
    cells: Sequence[str], header: Sequence[str], words: StructureWords, *, marked: bool = False
) -> Iterator[Person]:
    named: dict[str, str] = {}
    for column, cell in zip(header, cells, strict=False):
        named.setdefault(column, cell)
    who = named.get("person", "")
    present = True
    label, colon, rest = who.partition(":")
    if colon and label_status(label, words) == "absent":
        who, present = rest.strip(), False
    elif label_status(who, words) == "absent":
        who, present = named.get("organisation", ""), False
        named = {}
    unnamed = [c for column, c in zip(header, cells, strict=False) if not column]
    states = [named.get("present", ""), *unnamed, *cells[len(header) :]]
    if any(_ABSENT_CELL.match(state.strip()) for state in states if state.strip()):
        present = False
    away = named.get("absent", "").strip()
    if away and not re.fullmatch(r"(?:nee|n|-|–)\.?", away, re.IGNORECASE):
        present = False
    if marked and "present" in named and not named["present"].strip():
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
