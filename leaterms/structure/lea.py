"""Is it the statutory consultation (annotation guideline, 'The meeting')?

Partners and subject decide, not the name: a name can say that it surely is another meeting.
"""

import re
from collections.abc import Sequence

from leaterms.structure.partners import Table
from leaterms.structure.record import Item, Kind
from leaterms.structure.sides import Side
from leaterms.structure.words import StructureWords, find_phrase

__all__ = ["is_council", "is_internal", "judge_lea"]

_OTHER_TASK = "toezicht en handhaving kinderopvang"
_SUPERVISION = f"{_OTHER_TASK}, een andere taak van de gemeente"
_SEVERAL = 2
_COUNCIL = ("gemeenteraad", "dorp, wijk", "medezeggenschap")


def other_meeting(title_lines: Sequence[str], words: StructureWords) -> str:
    """Which other meeting the title names; '' if it names none.

    Where is met says nothing of what is met about: 'in het Poortgebouw', 'Gymzaal De Kring'
    below the name of the LEA.
    """
    title = "\n".join(_PLACE.sub(r"\g<when>", line) for line in _naming_lines(title_lines, words))
    for other in words.not_lea:
        if find_phrase(other.words, title):
            return other.reason
    return ""


# behind a date or a time: where
_PLACE = re.compile(r"(?P<when>\d.*?)\b(?:in|op|aan|bij)\s(?:het|de|'t)\s.*$")
_BUILDING = re.compile(r"\b(?:De|Het)\s[A-Z][\w'-]+")  # 'De Kring' is no kring
_SUBJECT = re.compile(r"(?:onderwerp|betreft|over)\b", re.IGNORECASE)


def _naming_lines(title_lines: Sequence[str], words: StructureWords) -> list[str]:
    """The lines without those that only say where and when, below one that names the LEA."""
    lines: list[str] = []
    for line in title_lines:
        known = any(find_phrase(words.body_lea, before) for before in lines)
        body = find_phrase(words.body_nouns, _BUILDING.sub("", line))
        if not known or body or _SUBJECT.match(line):
            lines.append(line)
    return lines


def is_council(title_lines: Sequence[str], words: StructureWords) -> bool:
    """True for council members, residents or a school's own council."""
    reason = other_meeting(title_lines, words)
    return any(part in reason for part in _COUNCIL)


def is_internal(title_lines: Sequence[str], words: StructureWords) -> bool:
    """True for a meeting of officials of one municipality among themselves."""
    return "intern" in other_meeting(title_lines, words)


def judge_lea(
    kind: Kind,
    title_lines: Sequence[str],
    table: Table,
    items: Sequence[Item],
    words: StructureWords,
    *,
    attendance: bool,
) -> tuple[bool, str]:
    """Whether it is, with the reason as one Dutch line.

    Args:
        kind: a letter or note is no meeting.
        title_lines: the lines of the head that name the meeting.
        table: who was there; of an agenda, who is invited.
        items: all items.
        words: the word lists.
        attendance: True if the document says who was present.
    """
    other = _other_than_this(title_lines, table, words)
    supervised = _supervision(items, words)
    mostly = 2 * len(supervised) > len(items) - 1
    if kind is Kind.OTHER:
        about = f", over {_SUPERVISION}" if mostly or other == _OTHER_TASK else ""
        paper = "dit is geen stuk van een vergadering (brief, nota of iets dergelijks)"
        return False, f"Geen LEA: {paper}{about}."
    named = bool(find_phrase(words.body_lea, "\n".join(title_lines)))
    ours, theirs, total = _subjects(items, words)
    if other and (theirs > ours or not _only_lea_name(title_lines, words)):
        return False, f"Geen LEA: {other}, zegt de titel."
    if mostly and ours < len(supervised) and not _only_lea_name(title_lines, words):
        return False, f"Geen LEA: de agendapunten gaan over {_SUPERVISION}."
    sides = table.present_sides
    gemeente = bool(sides & {Side.GEMEENTE, Side.WETHOUDER})
    schools = bool(sides & {Side.BESTUUR, Side.SCHOOL})
    if attendance and sides and not named and not (gemeente and schools):
        who = "schoolbesturen en scholen zaten" if gemeente else "de gemeente zat"
        return False, f"Geen LEA: {who} niet aan tafel."
    if against := "" if named else _off_subject(ours, theirs, total):
        if 2 * theirs > total or not _right_company(title_lines, sides, words):
            return False, f"Geen LEA: de agendapunten gaan {against}."
        return True, "LEA: wie de wet noemt overlegden, en de punten wijzen niet op iets anders."
    who = "gemeente en scholen bespreken" if gemeente and schools else "het overleg bespreekt"
    if named:
        who = "zo heet het overleg, en de deelnemers bespreken"
    apart = f" Apart daarvan: {_SUPERVISION} ({', '.join(supervised)})." if supervised else ""
    return True, f"LEA: {who} onderwijsbeleid ({ours} van de {total} punten).{apart}"


def _off_subject(ours: int, theirs: int, total: int) -> str:
    """What speaks against the points: too few on education policy, or more on something else."""
    if ours < max(1, 0.12 * total):
        return "niet over onderwijsbeleid"
    return "vooral over iets anders dan onderwijsbeleid" if theirs > 2 * ours else ""


def _right_company(
    title_lines: Sequence[str], sides: frozenset[Side], words: StructureWords
) -> bool:
    """True where all three partners meet, or by the title municipality and school boards do.

    Short points ('Nieuwe kindjes') do not tell what they are about; who is there does.
    """
    gemeente = bool(sides & {Side.GEMEENTE, Side.WETHOUDER})
    if gemeente and {Side.BESTUUR, Side.KINDEROPVANG} <= sides:
        return True
    schools = bool(sides & {Side.BESTUUR, Side.SCHOOL})
    titled = bool(find_phrase(words.body_partners, "\n".join(title_lines)))
    return titled and (not sides or (gemeente and schools))


def _other_than_this(title_lines: Sequence[str], table: Table, words: StructureWords) -> str:
    """Which other meeting the title names; a 'werkoverleg' with schools and childcare is none."""
    other = other_meeting(title_lines, words)
    guests = table.present_sides & {Side.BESTUUR, Side.SCHOOL, Side.KINDEROPVANG}
    return "" if "intern" in other and len(guests) > 1 else other


def _supervision(items: Sequence[Item], words: StructureWords) -> list[str]:
    """The items that are on the supervision of childcare, as 'punt 4' or by title.

    Its words are in the title, or there are several of them in the text and none of education
    policy.
    """
    found = []
    for item in items[1:]:
        named = {match[0].lower() for match in find_phrase(words.subjects_supervision, item.text)}
        titled = find_phrase(words.subjects_supervision, item.title)
        policy = find_phrase(words.subjects_lea, f"{item.title}\n{item.text}")
        if titled or (len(named) >= _SEVERAL and not policy):
            found.append(f"punt {item.number}" if item.number else f"'{item.title}'")
    return found


def _only_lea_name(title_lines: Sequence[str], words: StructureWords) -> bool:
    """True if the first line that names a meeting names the LEA itself."""
    for line in title_lines:
        lea = find_phrase(words.body_surely_lea, line)
        if lea:
            return True
        if any(find_phrase(other.words, line) for other in words.not_lea):
            return False
    return False


def _subjects(items: Sequence[Item], words: StructureWords) -> tuple[int, int, int]:
    """Items about education policy, about something else, and all of them."""
    ours = theirs = 0
    for item in items[1:]:
        heading = find_phrase(words.subjects_lea, item.title)
        for_us = 3 * len(heading) + len(find_phrase(words.subjects_lea, item.text))
        against = 3 * len(find_phrase(words.subjects_other, item.title))
        against += len(find_phrase(words.subjects_other, item.text))
        if for_us > against:
            ours += 1
        elif against:
            theirs += 1
    return ours, theirs, len(items) - 1
