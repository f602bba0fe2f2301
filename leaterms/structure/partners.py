"""For which partner each person was there (annotation guideline, 'The meeting').

By role and by words in the organisation's name; where neither tells, by what the document
says of the organisation elsewhere, and last by who else is at the table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaterms.structure.people import Person
from leaterms.structure.record import Attendee, Partner
from leaterms.structure.sides import Side, organisation_of, role_of, side_of
from leaterms.structure.words import StructureWords, find_phrase

__all__ = ["Table", "seat_people"]


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
    people: Sequence[Person],
    text: str,
    words: StructureWords,
    *,
    bestuurlijk: bool | None,
    council: bool = False,
    internal: bool = False,
) -> Table:
    """Seat each person on a side.

    Args:
        people: as the attendance names them.
        text: the whole document, searched for what it says of an organisation.
        words: the word lists.
        bestuurlijk: True or False where the title says 'bestuurlijk' or 'ambtelijk'.
        council: True for a meeting of council members, residents or parents: who is of an
            unknown organisation is of theirs.
        internal: True for a meeting within the municipality: all are of it.
    """
    sides = [side_of(person, words) for person in people]
    organisations = [organisation_of(person, words) for person in people]
    hosts = _hosts(people, sides, council=council)
    for host in hosts:
        sides[host], organisations[host] = Side.GEMEENTE, ""
    people = [_without_inherited(p) if n in hosts else p for n, p in enumerate(people)]
    unsure = [i for i, side in enumerate(sides) if side in {Side.UNKNOWN, Side.DIRECTOR}]
    told = _told_sentences(text) if unsure else []
    care = {i: _childcare_share(people[i], organisations[i], told, words) for i in unsure}
    for index in unsure:
        if care[index] >= 0.5:
            sides[index] = Side.KINDEROPVANG
    if council:
        sides = [
            Side.UNKNOWN if s is Side.BESTUUR and not _of_school(p, words) else s
            for p, s in zip(people, sides, strict=True)
        ]
    # where boards or childcare are at the table, it is no meeting among officials
    if internal and not {Side.BESTUUR, Side.KINDEROPVANG} & set(sides):
        known = {Side.WETHOUDER, Side.BESTUUR, Side.KINDEROPVANG, Side.OTHER}
        sides = [side if side in known else Side.GEMEENTE for side in sides]
    present = {s for p, s in zip(people, sides, strict=True) if p.present}
    boards_meet = not council and (
        bestuurlijk is True
        or (bestuurlijk is None and bool(present & {Side.WETHOUDER, Side.BESTUUR}))
    )
    gemeente = bool(present & {Side.WETHOUDER, Side.GEMEENTE})
    left = [i for i in unsure if organisations[i] and sides[i] is not Side.KINDEROPVANG]
    if boards_meet and gemeente and Side.KINDEROPVANG not in present:
        here = [i for i in left if people[i].present]
        boards = [p for p, s in zip(people, sides, strict=True) if s is Side.BESTUUR]
        # by a role, or as 'Stichting Kim': who has neither beside them is mostly no board
        says = (*words.roles_bestuur, *words.organisations_bestuur)
        named = sum(bool(find_phrase(says, p.about)) for p in boards) >= _SEVERAL
        _seat_childcare(here, people, sides, organisations, care, boards_named=named)
    # officials meet principals, of whom it says what they are; organisations alone are boards
    bare = bestuurlijk is None and not internal and not present & {Side.SCHOOL, Side.DIRECTOR}
    for index in left:
        if sides[index] is Side.DIRECTOR:
            sides[index] = Side.SCHOOL
        elif sides[index] is Side.UNKNOWN and gemeente and not council:
            sides[index] = Side.BESTUUR if boards_meet or bare else Side.SCHOOL
    attendees = tuple(
        Attendee(
            name=person.name,
            organisation=organisation,
            role=role_of(person, words),
            partner=_PARTNER.get(side),
            present=person.present,
        )
        for person, organisation, side in zip(people, organisations, sides, strict=True)
    )
    return Table(attendees, tuple(sides))


def _hosts(people: Sequence[Person], sides: Sequence[Side], *, council: bool) -> Sequence[int]:
    """Who is of the municipality, which leaves its own bare; nobody where others are named so."""
    if {Side.WETHOUDER, Side.GEMEENTE} & set(sides):
        return ()
    first = range(_hosts_in_front(people, sides))
    return first or (() if council else _bare_chair(people, sides))


def _without_inherited(person: Person) -> Person:
    """Without the details that stand behind the next person."""
    return replace(person, details="") if person.inherited else person


def _hosts_in_front(people: Sequence[Person], sides: Sequence[Side]) -> int:
    """How many at the head of the list are of the municipality.

    'De Wit, Smit, Jansen (bestuur Kim), Vos (bestuur Maat), Tak (GGD)': only where nobody
    else is of it, and each board behind them has one person.
    """
    bare = next((n for n, p in enumerate(people) if not p.inherited or p.group), len(people))
    boards = [
        person.details
        for person, side in zip(people[bare:], sides[bare:], strict=True)
        if side is Side.BESTUUR and not person.inherited
    ]
    named = len(set(boards)) == len(boards) >= _SEVERAL
    own = named and people[bare].details == boards[0]
    return bare if own else 0


def _bare_chair(people: Sequence[Person], sides: Sequence[Side]) -> list[int]:
    """Who is in the chair of others and of no organisation.

    It is the municipality that calls the others together. An independent chair is called so.
    """
    guests = {Side.BESTUUR, Side.KINDEROPVANG, Side.SCHOOL, Side.DIRECTOR}
    chairs = [n for n, p in enumerate(people) if p.present and _CHAIR.fullmatch(p.about)]
    return chairs if guests & set(sides) else []


_CHAIR = re.compile(
    r"(?:voorzitter|voorz\.?|vz\.?)(?:\s?(?:[+,&/]|\ben\b)\s?(?:notul\w*\.?|verslag\w*|pen))?",
    re.IGNORECASE,
)


def _seat_childcare(
    left: Sequence[int],
    people: Sequence[Person],
    sides: list[Side],
    organisations: Sequence[str],
    care: dict[int, float],
    *,
    boards_named: bool,
) -> None:
    """Where boards meet and no childcare is known: a director, or who speaks of toddlers.

    A board is there by its bestuurder; a 'directeur' beside them is mostly of childcare. So is
    one without a role where the boards have theirs printed (`boards_named`).
    """
    directors = [index for index in left if sides[index] is Side.DIRECTOR]
    # 'De Wilg' and 'Het Palet' are mostly schools
    likely = [i for i in directors if not _SCHOOL_LIKE.match(organisations[i])]
    # a wethouder meets boards, and seldom one principal beside them
    boards = sides.count(Side.BESTUUR)
    principals = Side.SCHOOL in sides
    alone = len(directors) == 1 and boards >= _SEVERAL and not principals
    alone = alone and (Side.WETHOUDER in sides or (boards_named and care[directors[0]] > 0))
    if not likely and not alone and (boards_named or Side.WETHOUDER not in sides):
        # 'directeur De Wilg', of whom no word is on childcare, is a principal who came along
        left = [i for i in left if care[i] > 0 or not _is_principal(people[i], organisations[i])]
        directors = [i for i in directors if i in left]
    best = max(likely or directors or left, key=lambda index: care[index], default=None)
    if best is not None and (directors or boards_named or care[best] >= 0.3):
        sides[best] = Side.KINDEROPVANG
    elif len(left) > _SEVERAL and Side.WETHOUDER in sides and Side.KINDEROPVANG not in sides:
        # lists go from the municipality by the boards to the childcare
        sides[left[-1]] = Side.KINDEROPVANG


_SEVERAL = 2
_SCHOOL_LIKE = re.compile(r"(?:De|Het)\s")


def _is_principal(person: Person, organisation: str) -> bool:
    named = re.search(r"\bdir(?:ecteur|\.|\b)", person.details)
    return named is not None and _SCHOOL_LIKE.match(organisation) is not None


def _of_school(person: Person, words: StructureWords) -> bool:
    """A board of residents has a 'bestuur' too; that of schools says what it is."""
    return bool(find_phrase(words.school_board_words, person.about))


def _childcare_share(
    person: Person, organisation: str, sentences: Sequence[str], words: StructureWords
) -> float:
    """How much of what the document says of an organisation or person is of childcare.

    0 to 1; 0 where fewer than two sentences name them. 'kinderopvang Zonnetje' anywhere is 1.
    """
    name = re.sub(r"^(?:De|Het|'t|Stichting)\s+", "", organisation).strip()
    bare = re.sub(r"^(?:de heer|mevrouw|mevr\.|mw\.|dhr\.|drs\.|mr\.|dr\.)\s+", "", person.name)
    parts = re.findall(r"[A-ZÀ-Ý][\w'-]*", bare)
    names = sorted(part for part in {name, *parts} if len(part) > 1)
    if not names:
        return 0.0
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    told = [sentence for sentence in sentences if pattern.search(sentence)]
    if len(name) > 2 and any(_calls_childcare(name, sentence, words) for sentence in told):
        return 1.0
    if len(told) < 2:
        return 0.0
    return sum(_care_weight(sentence, words) for sentence in told) / len(told)


def _care_weight(sentence: str, words: StructureWords) -> float:
    """1 for a sentence on childcare, a half where it is on a school's own children as well."""
    if not find_phrase(words.care_words, sentence):
        return 0.0
    return 0.5 if find_phrase(words.class_words, sentence) else 1.0


def _calls_childcare(name: str, sentence: str, words: StructureWords) -> bool:
    kinds = "|".join(map(re.escape, words.care_kinds))
    shown = re.escape(name)
    pattern = (
        rf"(?<!\w)(?:{kinds})\s+(?:van\s+)?(?:De\s+|Het\s+)?{shown}(?!\w)|"
        rf"(?<!\w){shown}\s+(?:{kinds})(?!\w)"
    )
    return re.search(pattern, sentence, re.IGNORECASE) is not None


def _told_sentences(text: str) -> list[str]:
    """The sentences that tell something; an attendance list names everybody, and tells nothing."""
    sentences = re.split(r"(?<=[.!?])\s+|\n", text)
    return [s for s in sentences if s.count("(") <= 3 and "|" not in s]
