"""On whose side of the table a person sits, by role and by words in the organisation's name."""

import re
from enum import StrEnum

from leaterms.structure.people import Person
from leaterms.structure.words import StructureWords, find_phrase

__all__ = ["Side", "organisation_of", "role_of", "side_of"]


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


# in capitals: 'Ko' is a first name too
_CARE_LABEL = re.compile(r"KO[Vv]?")


# of burgemeester and wethouders; a school has a name with it
_COLLEGE = re.compile(
    r"(?:het\s)?college(?:\svan\sb(?:urgemeester)?\s?(?:&|en)\s?w(?:ethouders)?)?", re.IGNORECASE
)
# 'KO Zonnig', where a board is 'PO Kim'
_CARE_NAME = re.compile(r"(?<![\w.-])KO[Vv]?\s(?=[A-ZÀ-Ý'’])")


def _role_as_name(name: str, words: StructureWords) -> bool:
    bare = re.sub(r"^(?:[Dd]e|[Hh]et|[Ee]en)\s", "", name)
    found = find_phrase((*words.roles_wethouder, *words.roles_gemeente), bare)
    return bool(found) and found[0].start() == 0 and not _capitalised(bare[found[0].end() :])


_FOR_BOARD = re.compile(
    r"\bnamens\s+(?:het\s+|de\s+|haar\s+|zijn\s+)?(?:\w+\s+)?(?:school)?"
    r"(?:bestuur|besturen|bestuurder)\b",
    re.IGNORECASE,
)


_FOR = re.compile(r"(?P<own>.+?),\s*namens\s+(?P<whom>(?:[Ss]tichting\s+)?[A-ZÀ-Ý][^,;]+)")


def _stands_for_board(about: str, words: StructureWords) -> bool:
    """'schoolleider De Linde, namens Stichting Kim': of a school, and there for another body."""
    match = _FOR.search(about)
    if match is None or not find_phrase(words.roles_school, match["own"]):
        return False
    return _side_of_text(match["whom"], words) in {Side.UNKNOWN, Side.BESTUUR} and not (
        _SECTOR.match(match["whom"])
    )


# 'directeur De Linde, namens PO': for the other principals
_SECTOR = re.compile(r"(?:PO|VO|BAO|SBO|VSO|SO)\b")


def side_of(person: Person, words: StructureWords) -> Side:
    """The side of a person; `DIRECTOR` or `UNKNOWN` where what is printed does not tell."""
    group = _side_of_text(person.group, words) if person.group else Side.UNKNOWN
    if _CARE_LABEL.fullmatch(person.group.strip(" :")):
        return Side.KINDEROPVANG
    about = person.details or ("" if group is not Side.UNKNOWN else person.name)
    if person.details and _role_as_name(person.name, words):
        about = f"{person.details}, {person.name}"  # 'de wethouder, mevrouw Van Dijk'
    if person.details and _known(person.name, words):
        about = f"{person.details}, {person.name}"  # 'de directeur van Kinderopvang Zonnig'
    if group is Side.UNKNOWN and person.group and person.details:
        about = f"{person.details}, {person.group}"
    title = find_phrase(words.roles_wethouder, person.name)
    if title and title[0].start() == 0:
        return Side.WETHOUDER  # 'wethouder mw. J. Bos (voorzitter)', whatever the group is called
    if find_phrase(words.roles_wethouder, about) or _COLLEGE.fullmatch(about.strip(" :")):
        return Side.WETHOUDER
    if _FOR_BOARD.search(about) or _stands_for_board(about, words):
        return Side.BESTUUR
    if group in {Side.BESTUUR, Side.GEMEENTE, Side.KINDEROPVANG, Side.OTHER}:
        return group
    own = _side_of_text(about, words)
    return group if own in {Side.UNKNOWN, Side.DIRECTOR} and group is not Side.UNKNOWN else own


# words of which schools and their boards make names too
_WEAK = re.compile(r"ki(?:ds|dz)|kinder(?!opvang|dag|centr)", re.IGNORECASE)


def _side_of_text(text: str, words: StructureWords) -> Side:
    beside = find_phrase(words.not_bestuur, text)
    for match in reversed(beside):
        text = text[: match.start()] + text[match.end() :]
    if find_phrase(words.roles_wethouder, text):
        return Side.WETHOUDER
    if find_phrase(words.organisations_gemeente, text) or re.search(
        r"\bcollege\s+(?:van\s+)?(?!van\s+bestuur)[A-Z]", text
    ):
        return Side.GEMEENTE
    if find_phrase(words.organisations_none, text):
        return Side.OTHER
    rest = _without_roles(text, words)
    caring = find_phrase(words.roles_kinderopvang, text)
    childcare = (
        caring
        or _CARE_NAME.findall(text)
        or [
            found
            for found in find_phrase(words.organisations_kinderopvang, text)
            # 'Stichting Kidz, openbaar onderwijs'
            if not (_WEAK.match(found[0]) and find_phrase(words.school_board_words, text))
        ]
    )
    official = [
        found
        for found in find_phrase(words.roles_gemeente, text)
        # a 'pedagogisch beleidsmedewerker' is of the childcare
        if not any(c.start() < found.start() and found.end() <= c.end() for c in caring)
    ]
    if official and (childcare or not _capitalised(rest)):
        return Side.GEMEENTE
    if childcare:
        return Side.KINDEROPVANG
    if find_phrase(words.roles_bestuur, text):
        return Side.BESTUUR
    side = _school_side(text, rest, words)
    # who serves a board is of it, and not on it
    return Side.SCHOOL if beside and side in {Side.UNKNOWN, Side.BESTUUR} else side


def _school_side(text: str, rest: str, words: StructureWords) -> Side:
    school = find_phrase(words.organisations_school, text)
    if find_phrase(words.organisations_bestuur, rest) and not school:
        return Side.BESTUUR
    if school:
        return Side.SCHOOL
    if find_phrase(words.roles_director, text):
        return Side.DIRECTOR
    return Side.SCHOOL if find_phrase(words.roles_school, text) else Side.UNKNOWN


def _roles(words: StructureWords) -> tuple[str, ...]:
    return (
        *words.roles_wethouder,
        *words.roles_gemeente,
        *words.roles_bestuur,
        *words.roles_kinderopvang,
        *words.roles_school,
        *words.roles_director,
    )


def _without_roles(text: str, words: StructureWords) -> str:
    for match in reversed(find_phrase((*_roles(words), *words.roles_plain), text)):
        text = f"{text[: match.start()]},{text[match.end() :]}"
    return text


def _capitalised(text: str) -> bool:
    return re.search(r"\b[A-ZÀ-Ý][\w'-]+", text) is not None


def organisation_of(person: Person, words: StructureWords) -> str:
    """The organisation as printed, '' where none is."""
    rest = _without_roles(person.details, words)
    parts = [part.strip(" .;-–") for part in re.split(r"[,(]|\bnamens\b|\bvan\b(?=\s*,)", rest)]
    parts = [re.sub(r"^(?:van|bij|het|de|voor)\s+(?=[a-z]|De\b)", "", part) for part in parts]
    named = [part for part in parts if part and (_capitalised(part) or _known(part, words))]
    return named[0] if named else person.group


def _known(part: str, words: StructureWords) -> bool:
    known = (
        *words.organisations_gemeente,
        *words.organisations_none,
        *words.organisations_kinderopvang,
    )
    return bool(find_phrase(known, part))


def role_of(person: Person, words: StructureWords) -> str:
    """The role as printed, '' where none is."""
    found = find_phrase((*_roles(words), "voorzitter"), person.details)
    return found[0][0] if found else ""
