"""The labelled texts of an attendance: 'Aanwezig: ...', 'Afw. m.k.: ...', 'Wij zijn met ...'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaterms.structure.attendance_lists import (
    as_one,
    is_party,
    is_person_line,
    only_columns,
    people_lines,
)
from leaterms.structure.head import SMALL_LABEL, HeadLine, label_status
from leaterms.structure.people import MEETS
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["ATTENDS", "Field", "find_fields", "lists_people"]


@dataclass(frozen=True, slots=True)
class Field:
    """A label with what follows it. `status`: 'present', 'absent', 'admin', 'invited'."""

    status: str
    label: str
    text: str


_COLON = re.compile(
    r"(?:^|(?<=[.;)/|]\s))"
    r"(?P<label>(?:[A-ZÀ-Ý]|(?<=;\s)(?=afw|afg|afm|verh|m\.k))(?:[^:;|.]|\.(?=\s?[a-z(:])){0,50}?(?:\.?[a-z]\.){0,3}"
    r"(?:\s?\([^)]{0,30}\))?)\s*:(?:\s+|$)"
)
ATTENDS = re.compile(
    r"(?P<present>\b[Aa]anwezig\s+(?:zijn|waren)\b:?|\bbijgewoond\s+door\b:?|"
    r"\b(?:[Aa]an|[Oo]m|[Rr]ond)\s+(?:de\s+)?tafel\s+(?:zitten|zaten|zijn|waren)\b:?|"
    r"^[^:,.]{3,60}\b(?:zijn|waren)\s+(?:aanwezig|present|erbij)\b:?(?=\s+\S)|"
    r"\b(?:namen|nemen|hebben)\s+deel(?:genomen)?\b:?|"
    r"\b[Ww](?:ij|e)\s+(?:zijn|waren)\s+met\b:?|\bonder\s+wie\b:?|\b[Vv]erder\s+aanwezig\b:?|"
    r"\b[Vv]erder\s+(?:waren|zijn)\s+(?:er|aanwezig|erbij)\b:?|"
    r"(?<=,\s)met\b(?=\s+(?:de\s+)?wethouder\b)|"
    r"^Met\b(?=\s+(?:[A-ZÀ-Ý\d]|(?:de\s+)?wethouder\b)))|"
    r"(?P<absent>(?<=,\s)zonder\b(?=\s+[A-ZÀ-Ý])|"
    r"(?:^|(?<=[.;]\s))(?:Zonder|(?:Niet aanwezig|Afwezig|Verhinderd|"
    r"Afgemeld)(?: met (?:kennisgeving|bericht))?(?: (?:is|zijn|waren))?)\b(?=\s+[A-Za-z]))"
)


# at the end of a sentence that begins with the names
_CLOSING_VERB = re.compile(r"\s(?:zijn|waren)\s(?:er|erbij|aanwezig|present)\s*\.?$")


_LISTED = 120  # characters
_WHO = frozenset({"present", "absent"})


def find_fields(lines: Sequence[HeadLine], words: StructureWords) -> Iterator[Field]:
    """Labelled texts, in order; a label alone on its line takes the lines below it."""
    open_field: Field | None = None
    attendance = False
    last: Field | None = None
    parties = {id(line) for line in lines if is_party(line, words)}
    lists = {id(line) for line in people_lines(lines, words)}
    for line in lines:
        if line.cells:
            open_field = None
            continue
        if len(parties) > 1 and id(line) in parties:
            open_field = Field("present", line.text.rstrip(":"), "")
            continue
        if id(line) in lists and not open_field and not attendance:
            yield Field("present", "", as_one(line.text, words))
            continue
        found = list(_line_fields(line.text, words, attendance=attendance))
        if not found:
            if only_columns(line.text, words):
                continue
            if below := _goes_below(line, open_field, last, words):
                yield replace(below, text=as_one(line.text, words, listed=line.bullet))
            continue
        open_field = last = None
        for field in found:
            if field.text.strip(" .,;"):
                yield field
                last = field
            else:
                open_field = field
            attendance = attendance or field.status in {"present", "absent"}


def _goes_below(
    line: HeadLine, open_field: Field | None, last: Field | None, words: StructureWords
) -> Field | None:
    """The field whose people go on in `line`: an open one, or 'Aanwezig: A. Bos, wethouder'."""
    if open_field and (line.bullet or len(line.text) < _LISTED):
        return open_field
    return last if last and last.status in _WHO and is_person_line(line, words) else None


_Mark = tuple[int, int, str, str]  # where a label stands (half-open), its status, the label


_ASKED = re.compile(r"(?:^|(?<=[.;]\s))(?P<label>(?:Wie|En wie)\b[^?:.]{2,30})\?\s+(?=\S)")


def _line_fields(text: str, words: StructureWords, *, attendance: bool) -> Iterator[Field]:
    """The fields in one line; 'Afwezig: A. Verslag: B' are two."""
    text = _opened(_ASKED.sub(r"\g<label>: ", text), words, attendance=attendance)
    if only_columns(text, words):
        return
    marks = list(_colon_marks(text, words, attendance=attendance))
    marks.extend(_verb_marks(text, marks))
    if not marks:
        marks = _first_words(text, words)
    marks = [*_before_absent(text, sorted(marks), attendance=attendance), *sorted(marks)]
    ends = [*(mark[0] for mark in marks[1:]), len(text)]
    for (_, start, status, label), end in zip(marks, ends, strict=False):
        yield Field(status, label, text[start:end].strip(" /;,"))
    if marks:
        return
    if not attendance and (closed := _CLOSING_VERB.search(text)):
        yield Field("present", "", text[: closed.start()])
    elif attendance and _says_absent(text, words):
        yield Field("absent", "", text)
    elif not attendance and (_is_list_of_people(text) or _lists_parties(text, words)):
        yield Field("present", "", text)
    elif _is_addressed(text, words):
        yield Field("invited", "", text.split(maxsplit=1)[1])
    elif addressed := _addressed_title(text, words):
        yield Field("invited", "", addressed)


def _before_absent(text: str, marks: Sequence[_Mark], *, attendance: bool) -> Iterator[_Mark]:
    """Those who stand before who was not there: 'A (x), B (y), C (z). Niet: D (q)'."""
    if (
        not attendance
        and marks
        and marks[0][2] == "absent"
        and _is_list_of_people(text[: marks[0][0]].rstrip(" .;,"))
    ):
        yield 0, 0, "present", ""


_ARTICLE = re.compile(
    r"^(?:(?:namens|vanuit|voor|van)\s+)?(?:de|het)\s+(?=[a-z][^:]*:)", re.IGNORECASE
)
_DASH = re.compile(r"[-–—•*]\s+")


def _opened(text: str, words: StructureWords, *, attendance: bool) -> str:
    """'– gemeente: ...', 'de opvang: ...', 'aanwezig: ...' as lines with a label in a capital.

    Below 'Aanwezig' any label before a name is one ('peuters: Anna Bos').
    """
    bare = _DASH.sub("", text, count=1) if _DASH.match(text) else text
    bare = _ARTICLE.sub("", bare) if text.find(":") < _LABEL else bare
    label, colon, _ = bare.partition(":")
    known = colon and (
        label_status(label, words)
        or is_phrase(_party_words(words), label)
        or (attendance and SMALL_LABEL.match(bare))
    )
    return bare[:1].upper() + bare[1:] if known and len(label) < _LABEL else text


_LABEL = 40  # characters


def _party_words(words: StructureWords) -> tuple[str, ...]:
    return (*words.party_labels, *words.roles_wethouder, *words.organisations_none)


def _colon_marks(text: str, words: StructureWords, *, attendance: bool) -> Iterator[_Mark]:
    """Labels with a colon: 'Aanwezig:', and below it also 'Oudergeleding:'."""
    for match in _COLON.finditer(text):
        label, rest = match["label"].strip(), text[match.end() :]
        status = label_status(label, words)
        if not status and match.start() == 0 and re.search(r"[A-Z]", rest):
            partner = find_phrase(
                (
                    *words.roles_wethouder,
                    *words.organisations_gemeente,
                    *words.roles_bestuur,
                    *words.organisations_kinderopvang,
                ),
                label,
            )
            admin = find_phrase(words.admin_labels, label)
            if ((attendance or partner) and not admin) or lists_people(rest):
                status = "present"
        elif not status and match.start() > 0 and is_phrase(_party_words(words), label):
            status = "present"  # 'Wethouder: A. Bos. Kinderopvang: C. Kok.'
        if status:
            yield match.start(), match.end(), status, label


def _verb_marks(text: str, marks: Sequence[_Mark]) -> Iterator[_Mark]:
    """'Wij zijn met ...', 'Aanwezig zijn ...', 'Zonder ...', outside the labels of `marks`."""
    present = any(mark[2] == "present" for mark in marks)
    for match in ATTENDS.finditer(text):
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


def lists_people(text: str) -> bool:
    """True if `text` reads as a list of names with their organisation in brackets."""
    return len(re.findall(r"\([^)]{2,60}\)\s*(?:,|;|en\b|$|\.)", text)) >= 2


_ONE_NAME = (
    r"(?:(?:[Dd]e heer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Ww]ethouder)\s)?"
    r"[A-ZÀ-Ý][\w.'’-]*(?:\s(?:van|de|den|der|ten|ter|te|el|op|in|'t|mr\.|drs\.|dr\.|ir\.|"
    r"[A-ZÀ-Ý][\w.'’-]*))*"
)
# one in brackets for several: 'A. Bos, B. Kok en C. Vos (besturen)'
_NAMED = re.compile(
    rf"(?:{_ONE_NAME}(?:,\s|\sen\s)){{0,8}}{_ONE_NAME}"
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


_PARTY = re.compile(r"(?:^|[,;]\s)(?P<party>[A-Za-zà-ÿ -]{2,30})\s\([^)]*[A-Z][^)]*\)")


def _lists_parties(text: str, words: StructureWords) -> bool:
    """'Gemeente (wethouder Bos, Kok), besturen (Vos, Tak)': parties, their people behind them."""
    found = [match["party"] for match in _PARTY.finditer(text)]
    return sum(is_phrase(words.party_labels, party) for party in found) >= _PARTIES


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


_PARTIES = 2  # less may be anything


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
    return rest if colon and len(named) >= _PARTIES else ""


def _says_absent(text: str, words: StructureWords) -> bool:
    return bool(find_phrase(words.absent_words, text.split(". ", maxsplit=1)[0]))
