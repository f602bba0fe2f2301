"""Who was there: attendance lines, lists and tables, and for which partner.

'Aanwezig: mw. W. Bos (bestuurder Kim), T. Tak (GGD)', 'Wij zijn met Bas (De Wilg)',
'Afwezig met kennisgeving: ...'; tables are in `attendance_tables`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaterms.structure.attendance_tables import is_people_header, table_people
from leaterms.structure.head import HeadLine, label_status
from leaterms.structure.people import MEETS, Person, split_people
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


@dataclass(frozen=True, slots=True)
class _Field:
    """A label with what follows it. `status`: 'present', 'absent', 'admin', 'invited'."""

    status: str
    label: str
    text: str


_COLON = re.compile(
    r"(?:^|(?<=[.;)/]\s))"
    r"(?P<label>(?:[A-ZÀ-Ý]|(?<=;\s)(?=afw|afg|afm|verh|m\.k))(?:[^:;|.]|\.(?=\s?[a-z(:])){0,50}?(?:\.?[a-z]\.){0,3}"
    r"(?:\s?\([^)]{0,30}\))?)\s*:(?:\s+|$)"
)
_VERBS = re.compile(
    r"(?P<present>\b[Aa]anwezig\s+(?:zijn|waren)\b:?|\bbijgewoond\s+door\b:?|"
    r"\b(?:[Aa]an|[Oo]m|[Rr]ond)\s+(?:de\s+)?tafel\s+(?:zitten|zaten|zijn|waren)\b:?|"
    r"^[^:,.]{3,60}\b(?:zijn|waren)\s+(?:aanwezig|present|erbij)\b:?(?=\s+\S)|"
    r"\b(?:namen|nemen|hebben)\s+deel(?:genomen)?\b:?|"
    r"\b[Ww](?:ij|e)\s+(?:zijn|waren)\s+met\b:?|\bonder\s+wie\b:?|\b[Vv]erder\s+aanwezig\b:?|"
    r"(?<=,\s)met\b(?=\s+(?:de\s+)?wethouder\b)|"
    r"^Met\b(?=\s+[A-ZÀ-Ý\d]))|"
    r"(?P<absent>(?:^|(?<=[.;]\s))(?:Zonder|(?:Niet aanwezig|Afwezig|Verhinderd|"
    r"Afgemeld)(?: met (?:kennisgeving|bericht))?(?: (?:is|zijn|waren))?)\b(?=\s+[A-Za-z]))"
)


# at the end of a sentence that begins with the names
_CLOSING_VERB = re.compile(r"\s(?:zijn|waren)\s(?:er|erbij|aanwezig|present)\s*\.?$")


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
    legend = _legend(lines)
    for field in _fields(lines, words):
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
    return (named and label != text.strip()) or bool(_VERBS.search(text))


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


def _fields(lines: Sequence[HeadLine], words: StructureWords) -> Iterator[_Field]:
    """Labelled texts, in order; a label alone on its line takes the lines below it."""
    open_field: _Field | None = None
    attendance = False
    parties = {id(line) for line in lines if _is_party(line, words)}
    lists = {id(line) for line in _list_of_lines(lines, words)}
    for line in lines:
        if line.cells:
            open_field = None
            continue
        if len(parties) > 1 and id(line) in parties:
            open_field = _Field("present", line.text.rstrip(":"), "")
            continue
        if id(line) in lists and not open_field and not attendance:
            yield _Field("present", "", _as_one(line.text, words))
            continue
        found = list(_line_fields(line.text, words, attendance=attendance))
        if not found:
            if _only_columns(line.text, words):
                continue
            if open_field and (line.bullet or len(line.text) < 120):
                yield replace(open_field, text=_as_one(line.text, words))
            continue
        open_field = None
        for field in found:
            if field.text.strip(" .,;"):
                yield field
            else:
                open_field = field
            attendance = attendance or field.status in {"present", "absent"}


def _is_party(line: HeadLine, words: StructureWords) -> bool:
    """'Schoolbesturen' alone on its line, above those who came for them."""
    text = line.text.rstrip(": ")
    short = len(text.split()) <= 3 and ":" not in text
    return not line.cells and not line.bullet and short and is_phrase(words.party_labels, text)


def _about_people(words: StructureWords) -> tuple[str, ...]:
    return (
        *words.roles_gemeente,
        *words.roles_bestuur,
        *words.roles_kinderopvang,
        *words.roles_school,
        *words.organisations_gemeente,
        *words.organisations_kinderopvang,
        *words.organisations_none,
    )


def _list_of_lines(lines: Sequence[HeadLine], words: StructureWords) -> list[HeadLine]:
    """Lines 'J. de Boer, wethouder' below one another, three or more; else none."""
    about = _about_people(words)
    named = [
        line
        for line in lines
        if not line.cells
        and len(line.text) < _LINE
        and ":" not in line.text
        and (start := _NAMED_LINE.match(line.text))
        and find_phrase(about, line.text[start.end() :])
    ]
    return named if len(named) >= _FEWEST else []


_LINE, _FEWEST = 100, 3  # characters; lines
_NAMED_LINE = re.compile(
    r"(?:(?:de heer|mevrouw|mw\.?|dhr\.?|mevr\.?|drs\.|mr\.|ir\.)\s+)?"
    r"(?:[A-Z]\.\s?)*[A-ZÀ-Ý][\w'-]+"
    r"(?:\s(?:van|de|der|den|ten|ter|[A-ZÀ-Ý][\w'-]+))*(?:,\s|\s[-–]\s|\s\()",
    re.IGNORECASE,
)


def _only_columns(text: str, words: StructureWords) -> bool:
    """'Naam Functie' above a table without lines: names of columns, and of nobody."""
    known = (*words.column_person, *words.column_organisation, *words.column_role)
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(is_phrase(known, part) for part in parts)


_Mark = tuple[int, int, str, str]  # where a label stands (half-open), its status, the label


_ASKED = re.compile(r"(?:^|(?<=[.;]\s))(?P<label>(?:Wie|En wie)\b[^?:.]{2,30})\?\s+(?=\S)")
# '1. J. de Boer, wethouder': one person a line
_ONE = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?P<name>(?:(?:de heer|mevrouw|mw\.?|dhr\.?|mevr\.?|drs\.|mr\.|ir\.)\s)?"
    r"(?:[A-Z]\.\s?)*[A-ZÀ-Ý][\w'-]+(?:\s(?:van|de|der|den|ten|ter|[A-ZÀ-Ý][\w'-]+))*)"
    r"(?:,\s|\s[-–]\s)(?P<about>[^;:()]+)",
)


def _as_one(text: str, words: StructureWords) -> str:
    """A line for one person with who that is in brackets, as the names in a list have it."""
    one = _ONE.fullmatch(text.strip(" .;"))
    if not one or re.search(r"\sen\s[A-Z]|,\s(?:[A-Z]\.|mw|dhr|mevr|de heer)", one["about"]):
        return text
    numbered = text.strip()[:1].isdigit()
    known = find_phrase(_about_people(words), one["about"]) or (
        numbered and one["about"].count(",") <= 1
    )
    return f"{one['name']} ({one['about'].strip()})" if known else text


def _line_fields(text: str, words: StructureWords, *, attendance: bool) -> Iterator[_Field]:
    """The fields in one line; 'Afwezig: A. Verslag: B' are two."""
    text = _ASKED.sub(r"\g<label>: ", text)
    if _only_columns(text, words):
        return
    marks = list(_colon_marks(text, words, attendance=attendance))
    marks.extend(_verb_marks(text, marks))
    if not marks:
        marks = _first_words(text, words)
    marks.sort()
    ends = [*(mark[0] for mark in marks[1:]), len(text)]
    for (_, start, status, label), end in zip(marks, ends, strict=False):
        yield _Field(status, label, text[start:end].strip(" /;,"))
    if marks:
        return
    if not attendance and (closed := _CLOSING_VERB.search(text)):
        yield _Field("present", "", text[: closed.start()])
    elif attendance and _says_absent(text, words):
        yield _Field("absent", "", text)
    elif not attendance and _is_list_of_people(text):
        yield _Field("present", "", text)
    elif _is_addressed(text, words):
        yield _Field("invited", "", text.split(maxsplit=1)[1])
    elif addressed := _addressed_title(text, words):
        yield _Field("invited", "", addressed)


def _colon_marks(text: str, words: StructureWords, *, attendance: bool) -> Iterator[_Mark]:
    """Labels with a colon: 'Aanwezig:', and below it also 'Oudergeleding:'."""
    for match in _COLON.finditer(text):
        label, rest = match["label"].strip(), text[match.end() :]
        status = label_status(label, words)
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


# 'Bestuurlijk overleg ...' names a meeting
_LEVELS = frozenset({"ambtelijk", "bestuurlijk"})


def _first_words(text: str, words: StructureWords) -> list[_Mark]:
    """A label without colon: all of the line, or its first word."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    for status, phrases in (("present", words.present_labels), ("absent", words.absent_labels)):
        if is_phrase(phrases, text):
            return [(0, len(text), status, text)]
        named = tuple(p for p in phrases if len(p) > 3 and p not in _LEVELS)
        if is_phrase(named, first) and first[:1].isupper():
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
    received = count >= 2 and MEETS.search(text) is not None
    return (
        received or (count >= 3 and named >= 0.7 * len(text)) or len(_SHORTENED.findall(text)) >= 2
    )


def _is_addressed(text: str, words: StructureWords) -> bool:
    """'Voor de wethouder en de bestuurders van A en B': for whom an agenda is."""
    if not re.match(r"(?:[Vv]oor|[Aa]an|Verzonden aan)\s+(?:de|het|wethouder|bestuur)", text):
        return False
    return bool(find_phrase(_at_table(words), text))


def _at_table(words: StructureWords) -> tuple[str, ...]:
    return (
        *words.roles_wethouder,
        *words.roles_bestuur,
        *words.roles_school,
        *words.roles_kinderopvang,
    )


def _addressed_title(text: str, words: StructureWords) -> str:
    """'Agenda LEA, de kleine: directeuren, opvang en gemeente' is for whom it names."""
    _, colon, rest = text.partition(": ")
    rest = re.split(r"\s(?:(?:ma|di|wo|do|vr)\w*\s)?\d", rest, maxsplit=1)[0]  # the date
    parties = (
        *_at_table(words),
        *words.organisations_gemeente,
        *words.organisations_kinderopvang,
    )
    named = {match[0].lower() for match in find_phrase(parties, rest)}
    return rest if colon and len(named) >= _ENOUGH else ""


def _says_absent(text: str, words: StructureWords) -> bool:
    return bool(find_phrase(words.absent_words, text.split(". ", maxsplit=1)[0]))
