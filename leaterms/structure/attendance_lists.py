"""Attendance as a list: one person a line, in columns by spaces, under the name of a party."""

import re
from collections.abc import Sequence

from leaterms.structure.head import HeadLine
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = [
    "about_people",
    "as_one",
    "by_columns",
    "is_party",
    "is_person_line",
    "only_columns",
    "people_lines",
]


_GAP = re.compile(r"\s{3,}|\t+")


def by_columns(lines: Sequence[HeadLine]) -> Sequence[HeadLine]:
    """Lines set in columns by spaces ('J. Bos   wethouder   aanwezig') as rows of a table."""
    rows = [() if line.cells else tuple(_GAP.split(line.text)) for line in lines]
    if sum(len(row) >= _FEWEST for row in rows) < _FEWEST:
        return lines
    return [
        HeadLine(line.text, row) if len(row) > 1 else line
        for line, row in zip(lines, rows, strict=True)
    ]


def is_party(line: HeadLine, words: StructureWords) -> bool:
    """'Schoolbesturen' alone on its line, above those who came for them."""
    text = line.text.rstrip(": ")
    short = len(text.split()) <= 3 and ":" not in text
    return not line.cells and not line.bullet and short and is_phrase(words.party_labels, text)


def about_people(words: StructureWords) -> tuple[str, ...]:
    """Roles and organisations that tell that someone is meant."""
    return (
        *words.roles_gemeente,
        *words.roles_bestuur,
        *words.roles_kinderopvang,
        *words.roles_school,
        *words.organisations_gemeente,
        *words.organisations_kinderopvang,
        *words.organisations_bestuur,
        *words.organisations_none,
    )


def is_person_line(line: HeadLine, words: StructureWords) -> bool:
    """'J. de Boer, wethouder': one person on a line of its own."""
    if line.cells or len(line.text) >= _LINE or ":" in line.text:
        return False
    start = _NAMED_LINE.match(line.text)
    return start is not None and bool(find_phrase(about_people(words), line.text[start.end() :]))


def people_lines(lines: Sequence[HeadLine], words: StructureWords) -> list[HeadLine]:
    """Lines 'J. de Boer, wethouder' below one another, three or more; else none."""
    named = [line for line in lines if is_person_line(line, words)]
    return named if len(named) >= _FEWEST else []


_LINE, _FEWEST = 100, 3  # characters; lines
_NAMED_LINE = re.compile(
    r"(?:(?:de heer|mevrouw|mw\.?|dhr\.?|mevr\.?|drs\.|mr\.|ir\.)\s+)?"
    r"(?:[A-Z]{1,5}\s?=\s?)?(?:[A-Z]\.\s?)*[A-ZÀ-Ý][\w'-]+"
    r"(?:\s(?:van|de|der|den|ten|ter|[A-ZÀ-Ý][\w'-]+))*(?:,\s|\s[-–]\s|\s\()",
    re.IGNORECASE,
)


def only_columns(text: str, words: StructureWords) -> bool:
    """'Naam Functie' above a table without lines: names of columns, and of nobody."""
    known = (*words.column_person, *words.column_organisation, *words.column_role)
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(is_phrase(known, part) for part in parts)


# '1. J. de Boer, wethouder': one person a line
_ONE = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?P<name>(?:(?:de heer|mevrouw|mw\.?|dhr\.?|mevr\.?|drs\.|mr\.|ir\.)\s)?"
    r"(?:[A-Z]\.\s?)*[A-ZÀ-Ý][\w'-]+(?:\s(?:van|de|der|den|ten|ter|[A-ZÀ-Ý][\w'-]+))*)"
    r"(?:,\s|\s[-–]\s)(?P<about>[^;:()]+(?:\s\([a-zà-ÿ][^;:()]*\))?)",
)


# 'mevrouw I. Bos, Torenvalk' in a list of its own: where she is from
_TITLED = re.compile(r"(?:de heer|mevrouw|mw\.?|dhr\.?|mevr\.?)\s", re.IGNORECASE)


def as_one(text: str, words: StructureWords, *, listed: bool = False) -> str:
    """A line for one person with who that is in brackets, as the names in a list have it.

    `listed`: the line is an entry of a list, so that it names one person.
    """
    one = _ONE.fullmatch(text.strip(" .;"))
    if not one or re.search(r"\sen\s[A-Z]|,\s(?:[A-Z]\.|mw|dhr|mevr|de heer)", one["about"]):
        return text
    numbered = text.strip()[:1].isdigit()
    known = find_phrase(about_people(words), one["about"]) or (
        (numbered and one["about"].count(",") <= 1)
        or (listed and "," not in one["about"] and _TITLED.match(one["name"]) is not None)
    )
    about = one["about"].strip().replace(" (", ", ").rstrip(")")  # 'bestuur Kim (openbaar)'
    return f"{one['name']} ({about})" if known else text
