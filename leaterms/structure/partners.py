"""For which partner each person was there (annotation guideline, 'The meeting').

By role and by words in the organisation's name; where neither tells, by what the document
says of the organisation elsewhere, and last by who else is at the table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from leaterms.structure.people import Person
from leaterms.structure.record import Attendee, Partner
from leaterms.structure.words import StructureWords, find_phrase

__all__ = ["Side", "Table", "seat_people"]


class Side(StrEnum):
    """On whose side of the table a person sits."""

    WETHOUDER = "wethouder"
    GEMEENTE = "gemeente"
    BESTUUR = "bestuur"
    KINDEROPVANG = "kinderopvang"
    SCHOOL = "school"
    OTHER = "other"
    DIRECTOR = "director"  # of an organisation whose name does not tell
    UNKNOWN = "unknown"


_PARTNER = {
    Side.WETHOUDER: Partner.GEMEENTE,
    Side.GEMEENTE: Partner.GEMEENTE,
    Side.BESTUUR: Partner.SCHOOLBESTUUR,
    Side.KINDEROPVANG: Partner.KINDEROPVANG,
}


@dataclass(frozen=True, slots=True)
class Table:
    """The people with their sides, in the order printed."""

    attendees: tuple[Attendee, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def present_sides(self) -> frozenset[Side]:
        """The sides of those who were present."""
        return frozenset(s for a, s in zip(self.attendees, self.sides, strict=True) if a.present)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The statutory partners present, in the order of `Partner`."""
        present = {attendee.partner for attendee in self.attendees if attendee.present}
        return tuple(partner for partner in Partner if partner in present)


def seat_people(
    people: Sequence[Person], text: str, words: StructureWords, *, bestuurlijk: bool | None
) -> Table:
    """Seat each person on a side.

    Args:
        people: as the attendance names them.
        text: the whole document, searched for what it says of an organisation.
        words: the word lists.
        bestuurlijk: True or False where the title says 'bestuurlijk' or 'ambtelijk'.
    """
    sides = [_side(person, words) for person in people]
    organisations = [_organisation(person, words) for person in people]
    for index, side in enumerate(sides):
        if side in {Side.UNKNOWN, Side.DIRECTOR}:
            sides[index] = _by_text(organisations[index], side, text, words)
    present = {s for p, s in zip(people, sides, strict=True) if p.present}
    boards_meet = bestuurlijk is True or (
        bestuurlijk is None and bool(present & {Side.WETHOUDER, Side.BESTUUR})
    )
    gemeente = bool(present & {Side.WETHOUDER, Side.GEMEENTE})
    for index, side in enumerate(sides):
        named = bool(organisations[index])
        if side is Side.UNKNOWN and named and gemeente:
            sides[index] = Side.BESTUUR if boards_meet else Side.SCHOOL
        elif side is Side.DIRECTOR:
            childcare = boards_meet and Side.KINDEROPVANG not in present and named
            sides[index] = Side.KINDEROPVANG if childcare else Side.SCHOOL
    attendees = tuple(
        Attendee(
            name=person.name,
            organisation=organisation,
            role=_role(person, words),
            partner=_PARTNER.get(side),
            present=person.present,
        )
        for person, organisation, side in zip(people, organisations, sides, strict=True)
    )
    return Table(attendees, tuple(sides))


_FOR_BOARD = re.compile(
    r"\bnamens\s+(?:het\s+|de\s+|haar\s+|zijn\s+)?(?:\w+\s+)?(?:school)?"
    r"(?:bestuur|besturen|bestuurder)\b", re.IGNORECASE
)


def _side(person: Person, words: StructureWords) -> Side:
    about = person.about
    if not about:
        about = person.name
    own = find_phrase(words.not_bestuur, about)
    clean = about
    for match in reversed(own):
        clean = clean[: match.start()] + clean[match.end() :]
    if find_phrase(words.roles_wethouder, clean):
        return Side.WETHOUDER
    if _FOR_BOARD.search(clean):
        return Side.BESTUUR
    municipal = bool(find_phrase(words.organisations_gemeente, clean))
    if municipal or re.search(r"\bcollege\s+(?:van\s+)?(?!van\s+bestuur)[A-Z]", clean):
        return Side.GEMEENTE
    if find_phrase(words.organisations_none, clean):
        return Side.OTHER
    rest = _without_roles(clean, words)
    childcare = find_phrase((*words.organisations_kinderopvang, *words.roles_kinderopvang), clean)
    if find_phrase(words.roles_gemeente, clean) and (childcare or not _capitalised(rest)):
        return Side.GEMEENTE
    if childcare:
        return Side.KINDEROPVANG
    if find_phrase(words.roles_bestuur, clean):
        return Side.BESTUUR
    school_role = find_phrase(words.roles_school, clean)
    school = find_phrase(words.organisations_school, clean)
    if find_phrase(words.organisations_bestuur, rest) and not school:
        return Side.BESTUUR
    if school or (school_role and re.search(r"\b(?:De|Het|'t|Sint|St\.)\s+[A-Z]", rest)):
        return Side.SCHOOL
    if find_phrase(words.roles_director, clean):
        return Side.DIRECTOR
    if school_role:
        return Side.SCHOOL
    return Side.UNKNOWN


def _without_roles(text: str, words: StructureWords) -> str:
    roles = (
        *words.roles_wethouder, *words.roles_gemeente, *words.roles_bestuur,
        *words.roles_kinderopvang, *words.roles_school, *words.roles_director,
        "voorzitter", "vz", "vz.", "voorz.", "notulist", "verslag", "namens", "secretaris", "a.i.",
        "vandaag", "teammanager", "adviseur", "lid", "gastvrouw", "gastheer", "onderwijs", "jeugd",
    )
    for match in reversed(find_phrase(roles, text)):
        text = f"{text[: match.start()]},{text[match.end() :]}"
    return text


def _capitalised(text: str) -> bool:
    return re.search(r"\b[A-ZÀ-Ý][\w'-]+", text) is not None


def _organisation(person: Person, words: StructureWords) -> str:
    """The organisation as printed, '' where none is."""
    rest = _without_roles(person.details, words)
    parts = [part.strip(" .;-–") for part in re.split(r"[,(]|\bnamens\b|\bvan\b(?=\s*,)", rest)]
    parts = [re.sub(r"^(?:van|bij|het|de|voor)\s+(?=[a-z]|De\b)", "", part) for part in parts]
    named = [part for part in parts if part and (_capitalised(part) or _known(part, words))]
    return named[0] if named else person.group


def _known(part: str, words: StructureWords) -> bool:
    known = (*words.organisations_gemeente, *words.organisations_none,
             *words.organisations_kinderopvang)
    return bool(find_phrase(known, part))


def _role(person: Person, words: StructureWords) -> str:
    roles = (
        *words.roles_wethouder, *words.roles_gemeente, *words.roles_bestuur,
        *words.roles_kinderopvang, *words.roles_school, *words.roles_director, "voorzitter",
    )
    return next((match[0] for match in find_phrase(roles, person.details)), "")


def _by_text(organisation: str, side: Side, text: str, words: StructureWords) -> Side:
    """What the document says of an organisation: 'kinderopvang Hoppeta', 'bestuur Schorland'."""
    name = re.sub(r"^(?:De|Het|Stichting)\s+", "", organisation).strip()
    if len(name) < 3:
        return side
    votes = {Side.KINDEROPVANG: 0, Side.BESTUUR: 0, Side.SCHOOL: 0}
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 60]
        around = before + after
        if find_phrase(words.organisations_kinderopvang, around):
            votes[Side.KINDEROPVANG] += 1
        if re.search(r"(?:bestuur|besturen|bestuurder|stichting|vereniging)\s+(?:van\s+)?$", before, re.IGNORECASE):
            votes[Side.BESTUUR] += 3
        if re.search(r"(?:school|obs|cbs|directeur)\s+(?:van\s+)?$", before, re.IGNORECASE):
            votes[Side.SCHOOL] += 1
    best = max(votes, key=lambda key: votes[key])
    return best if votes[best] >= 2 and not (side is Side.DIRECTOR and best is Side.BESTUUR) else side
