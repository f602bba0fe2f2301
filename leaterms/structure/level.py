"""At which level is met: by the title's own word, else by who is at the table."""

import re
from collections.abc import Sequence

from leaterms.structure.partners import Table
from leaterms.structure.record import Item, Kind, Level
from leaterms.structure.sides import Side

__all__ = ["read_level", "stated_level"]

_BESTUURLIJK = re.compile(
    r"\bbestuurlijke?\b(?!\s+(?:secretaris|ondersteuning|vertegenwoordig))|\bbestuurderstafel\b|"
    r"\bbestuurdersoverleg\b|\bbestuurlijk\b",
    re.IGNORECASE,
)
_AMBTELIJK = re.compile(
    r"\bambtelijke?\b(?!\s+(?:secretaris|ondersteuning|secretariaat)|\s*:)", re.IGNORECASE
)


def stated_level(title_lines: Sequence[str]) -> Level:
    """The level that the title says in so many words; `onbekend` if it does not."""
    text = "\n".join(title_lines)
    bestuurlijk, ambtelijk = _BESTUURLIJK.search(text), _AMBTELIJK.search(text)
    if bestuurlijk and ambtelijk:
        return Level.ONBEKEND
    if bestuurlijk:
        return Level.BESTUURLIJK
    return Level.AMBTELIJK if ambtelijk else Level.ONBEKEND


# who meets by the title; 'directeuren-bestuurders' are of the boards
_PRINCIPALS = re.compile(
    r"\b(?:schooldirecteuren|directeuren|directies|schoolleiders|leidinggevenden|"
    r"locatiemanagers|locatieleiders|beleidsmedewerkers|beleidsambtenaren|ambtenaren)\b(?![-/])",
    re.IGNORECASE,
)
_BOARDS = re.compile(r"\b(?:wethouders?|\w*besturen|\w*bestuurders?|college)\b", re.IGNORECASE)


def _names_principals(title_lines: Sequence[str]) -> bool:
    text = "\n".join(title_lines)
    return bool(_PRINCIPALS.search(text)) and not _BOARDS.search(text)


def read_level(
    stated: Level,
    table: Table,
    items: Sequence[Item],
    kind: Kind,
    *,
    council: bool,
    title_lines: Sequence[str] = (),
) -> Level:
    """The level of the meeting; see the annotation guideline.

    Args:
        stated: what the title says.
        table: who was there (of an agenda: who is invited).
        items: all items; a decision list without attendance tells in its text who was
            in the chair.
        kind: the sort of document; a letter has no level.
        council: True for a meeting of council members or of residents, where neither meets.
        title_lines: the lines that name the meeting; 'de directeuren' in them are officials,
            where nothing else tells.
    """
    if kind is Kind.OTHER:
        return Level.ONBEKEND
    if stated is not Level.ONBEKEND:
        return stated
    sides = table.present_sides
    if council:
        return Level.ONBEKEND
    if Side.WETHOUDER in sides:
        # who is invited to an agenda with a wethouder in the chair, it seldom says
        boards = sides & {Side.BESTUUR, Side.KINDEROPVANG} or kind is Kind.AGENDA
        return Level.BESTUURLIJK if boards else Level.ONBEKEND
    if kind is Kind.AGENDA and _wethouder_comes(items[0].text):
        return Level.BESTUURLIJK
    if Side.BESTUUR in sides:
        return Level.ONBEKEND
    beside = sides & {Side.SCHOOL, Side.KINDEROPVANG} or kind is not Kind.AGENDA
    # an agenda is the municipality's own, and leaves it out where it names the others
    host = Side.GEMEENTE in sides or (kind is Kind.AGENDA and Side.SCHOOL in sides)
    if host and beside:
        return Level.AMBTELIJK
    return Level.ONBEKEND if sides else _level_told(items, kind, title_lines)


# what is in the room of the wethouder, or goes there as a copy
_ONLY_NAMED = re.compile(
    r"\bvan\sde\swethouder|\b(?:zonder|kopie|cc|afschrift|afwezig|verhinderd|afgemeld|niet|"
    r"afmelden|namens)\b",
    re.IGNORECASE,
)


def _wethouder_comes(head: str) -> bool:
    """Whether a sentence above the items of an agenda names the wethouder as one who comes."""
    sentences = re.split(r"\n|(?<=[a-z][.;])\s(?=[A-Z])", head)
    named = (s for s in sentences if re.search(r"\bwethouder\b", s, re.IGNORECASE))
    return any(not _ONLY_NAMED.search(sentence) for sentence in named)


def _level_told(items: Sequence[Item], kind: Kind, title_lines: Sequence[str]) -> Level:
    """The level where no attendance tells it."""
    if kind is not Kind.AGENDA and _wethouder_chairs(items):
        return Level.BESTUURLIJK
    return Level.AMBTELIJK if _names_principals(title_lines) else Level.ONBEKEND


_CHAIRS = re.compile(
    r"\bwethouder\b[^.;\n]{0,40}\b(?:zit voor|voorzitter|opent|heet|sluit)\b|"
    r"\bvoorzitter\b[^.;\n]{0,20}\bwethouder\b",
    re.IGNORECASE,
)


def _wethouder_chairs(items: Sequence[Item]) -> bool:
    return any(_CHAIRS.search(item.text) for item in items[:3])
