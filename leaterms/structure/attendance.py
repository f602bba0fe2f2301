"""Who was there: attendance lines, lists and tables, and for which partner.

'Aanwezig: mw. W. Bos (bestuurder Kim), T. Tak (GGD)', 'Wij zijn met Bas (De Wilg)',
'Afwezig met kennisgeving: ...'; tables are in `attendance_tables`, lists
in `attendance_lists`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaterms.structure.attendance_fields import ATTENDS, find_fields, lists_people
from leaterms.structure.attendance_lists import by_columns
from leaterms.structure.attendance_tables import is_people_header, table_people
from leaterms.structure.head import HeadLine
from leaterms.structure.people import Person, split_people
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["Attendance", "read_attendance", "read_first_attendance", "read_last_attendance"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """The persons an attendance names, and whether the text has an attendance at all.

    `invited` are those an agenda is meant for.
    """

    people: tuple[Person, ...] = ()
    invited: tuple[Person, ...] = ()
    stated: bool = False


def read_attendance(lines: Sequence[HeadLine], words: StructureWords) -> Attendance:
    """The attendance in the head of a document, as printed.

    Args:
        lines: the lines before the first item.
        words: the word lists.
    """
    lines = by_columns(lines)
    people: list[Person] = []
    invited: list[Person] = []
    stated = False
    chair: list[Person] = []
    legend = _legend(lines)
    for field in find_fields(lines, words):
        found = split_people(field.text, words)
        if legend:
            found = tuple(replace(p, details=legend.get(p.details, p.details)) for p in found)
        if field.status == "present":
            stated = True
            label = field.label if _names_group(field.label, words) else ""
            people.extend(replace(p, present=p.present, group=label) for p in found)
        elif field.status == "absent":
            away, *instead = _INSTEAD.split(field.text, maxsplit=1)
            people.extend(replace(p, present=False) for p in split_people(away, words))
            people.extend(p for text in instead for p in split_people(text, words))
        elif field.status == "invited":
            invited.extend(found)
        elif is_phrase(("voorzitter", "voorz.", "vz", "vz."), field.label):
            chair.extend(found)
    for person in table_people(lines, words):
        stated = True
        people.append(person)
    if stated:
        people.extend(chair)
    return Attendance(tuple(people), (*invited, *chair), stated)


def read_first_attendance(
    title: str, lines: Sequence[HeadLine], words: StructureWords, head: Attendance
) -> Attendance:
    """The attendance in the first item ('1. Aanwezigen', or in the opening); else `head`.

    Args:
        title: the item's title.
        lines: the item's lines.
        words: the word lists.
        head: the attendance of the head, without any who were present.
    """
    labelled = is_phrase(words.present_labels, title)
    start = next(
        (n for n, line in enumerate(lines) if _says_who_is_there(line.text, words)), len(lines)
    )
    told = [HeadLine(title), *lines] if labelled else list(lines[start : start + 1])
    first = read_attendance(told, words)
    opened = _OPENED.search(told[0].text) if told else None
    if opened and first.people:
        chair = Person(opened["name"], "wethouder")
        first = replace(first, people=(chair, *first.people))
    return first if sum(bool(person.details) for person in first.people) >= _ENOUGH else head


# 'Wethouder Peters opent. Aanwezig zijn verder ...'
_OPENED = re.compile(
    r"\b[Ww]ethouder\s(?P<name>(?:(?:van|de|der|den|ter)\s)*[A-Z][\w'-]+)\s"
    r"(?:opent|opende|heet|zit|zat|begroet)\b"
)
_ENOUGH = 2  # people with their organisation or role; less may be anything


def _says_who_is_there(text: str, words: StructureWords) -> bool:
    label = text.split(":", maxsplit=1)[0].strip()
    named = len(label) > 4 and is_phrase(words.present_labels, label)
    return (named and label != text.strip()) or bool(ATTENDS.search(text))


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
            label == line.text.strip() or lists_people(line.text)
        )
        if (listed and len(label) > 3) or (line.cells and is_people_header(line.cells, words)):
            last = read_attendance(lines[number:], words)
            return last if last.people else head
    return head


# 'L. Bakker (Zonnig), vervangen door T. Tak': the second was there
_INSTEAD = re.compile(
    r",?\s(?:vervangen|waargenomen|vertegenwoordigd)\s+door:?\s|,?\s(?:vervanger|vervangster):?\s"
)
_CODE = re.compile(r"(?<![\w.])(?P<code>[A-Z]{1,3})\s?[=:]\s?(?P<text>[a-zà-ÿ][\w -]+)")


def _legend(lines: Sequence[HeadLine]) -> dict[str, str]:
    """'(G = gemeente, S = schoolbestuur)': what letters in brackets stand for."""
    for line in lines:
        found = {match["code"]: match["text"].strip() for match in _CODE.finditer(line.text)}
        if len(found) >= 2:
            return found
    return {}


def _names_group(label: str, words: StructureWords) -> bool:
    """'Besturen po en vo' and 'Aanwezig namens de besturen' say for whom; 'Aanwezig' does not."""
    if find_phrase(("namens",), label):
        return True
    return not is_phrase(words.present_labels, label)
