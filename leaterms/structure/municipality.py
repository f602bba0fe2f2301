"""Of which municipality the meeting is, and how the meeting is called."""

import re
from collections.abc import Iterator, Sequence

from leaterms.structure.record import Item
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["read_body", "read_municipalities"]

# 'Bergen op Zoom', "'s-Hertogenbosch", 'De Ronde Venen', 'Nuenen c.a.'
_PART = r"(?:'s-|’s-)?[A-ZÀ-ÝÚ][\w’'ûâêôëïü]+(?:-[\w'’]+)*"
_PLACE = rf"(?:(?:De|Den|Het|'t)\s+)?{_PART}(?:\s+(?:(?:op|aan|bij|van|in)\s+)?(?:(?:de|den|der|het|'t)\s+)?{_PART}){{0,2}}"
_GEMEENTE = re.compile(rf"\b[Gg](?:emeente|EMEENTE)\s+(?P<place>{_PLACE})")
_GEMEENTEN = re.compile(rf"\b[Gg]emeenten\s+(?P<places>{_PLACE}(?:,\s+{_PLACE})*(?:\s+en\s+{_PLACE})?)")
_COLLEGE = re.compile(
    rf"\b(?:burgemeester en wethouders|b\s?&\s?w|college|wethouders?|gemeenteraad|raad)\s+van\s+(?:de gemeente\s+)?(?P<place>{_PLACE})"
)
_WETHOUDER = re.compile(rf"\b(?:wethouder|college|beleid)\s+(?P<place>{_PART})(?=\s*[,);|]|$)")
_HOUSE = re.compile(rf"\b(?:gemeentehuis|stadhuis|raadhuis|raadzaal)\s+(?:van\s+)?(?P<place>{_PART})")


def read_municipalities(
    title_lines: Sequence[str], items: Sequence[Item], words: StructureWords
) -> tuple[str, ...]:
    """The municipalities the text names, the meeting's own first; perhaps none.

    Args:
        title_lines: the lines of the head that name the meeting.
        items: all items, -1 first.
        words: the word lists.
    """
    votes: dict[str, float] = {}
    head, body = items[0].text, "\n".join(f"{item.title}\n{item.text}" for item in items[1:])
    for place, weight in [
        *_named(head, words, 4.0),
        *((place, 3.5) for line in title_lines for place in _title_places(line, words)),
        *_named(body, words, 0.5),
    ]:
        votes[place] = votes.get(place, 0) + weight
    votes = _parted(votes, head + body)
    ranked = sorted(votes, key=lambda place: -votes[place])
    if not ranked or votes[ranked[0]] < 1.5:
        return ()
    # others count only where the head names them as municipalities too
    enough = max(3.0, 0.3 * votes[ranked[0]])
    return tuple(p for p in ranked if p == ranked[0] or votes[p] >= enough)


def _named(text: str, words: StructureWords, weight: float) -> Iterator[tuple[str, float]]:
    for match in _GEMEENTEN.finditer(text):
        for place in re.split(r",\s+|\s+en\s+", match["places"]):
            yield _clean(place, words), weight
    for pattern, factor in ((_GEMEENTE, 1.0), (_COLLEGE, 1.0), (_WETHOUDER, 0.8), (_HOUSE, 0.5)):
        for match in pattern.finditer(text):
            if place := _clean(match["place"], words):
                yield place, weight * factor


def _clean(place: str, words: StructureWords) -> str:
    """`place` up to the first word that is none of a municipality; '' if that is its first."""
    kept: list[str] = []
    for part in place.split():
        if is_phrase(words.not_municipality, part) or (kept and find_phrase(words.body_nouns, part)):
            break
        kept.append(part)
    while kept and kept[-1].islower():
        kept.pop()
    name = " ".join(kept).strip(" ,.;:'’")
    if name.isupper() and len(name) > 3:
        name = name.title()
    return name if len(name) > 2 and not name.isupper() else ""


def _title_places(line: str, words: StructureWords) -> Iterator[str]:
    """'LEA Duinwijk', 'Onderwijstafel Oostermeer – verslag': what follows the meeting's name."""
    shown = line if not line.isupper() else line.title()
    shown = re.split(r",\s|\s[–-]\s|\||\s\(|:\s", shown)[0] if find_phrase(words.body_nouns, re.split(r",\s|\s[–-]\s|\||\s\(|:\s", shown)[0]) else shown
    nouns = find_phrase((*words.body_nouns, *words.body_lea), shown)
    if not nouns:
        return
    tail = shown[nouns[-1].end() :]
    tail = re.sub(r"\([^)]*\)", " ", tail)
    for match in re.finditer(rf"(?<![\w.])(?:(?:De|Den|Het)\s+)?{_PART}(?:\s+(?:op|aan|bij)\s+(?:de[nr]?\s+)?{_PART})?(?:\s+{_PART})*", tail):
        parts = match[0].split()
        while parts and is_phrase(words.not_municipality, parts[0]):
            parts.pop(0)
        place = _clean(" ".join(parts), words)
        if place and not re.search(r"\d", place):
            yield place
            return


def _parted(votes: dict[str, float], text: str) -> dict[str, float]:
    """'Duinwijk-Oudepolder' as its two municipalities, where the text knows both apart."""
    result = dict(votes)
    for place in votes:
        parts = place.split("-")
        if len(parts) == 2 and all(len(part) > 3 and part[0].isupper() for part in parts):
            known = [len(re.findall(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text)) for part in parts]
            if all(known):
                weight = result.pop(place)
                for nth, part in enumerate(parts):
                    result[part] = result.get(part, 0) + weight - 0.1 * nth
    return result


def read_body(title_lines: Sequence[str], places: Sequence[str], words: StructureWords) -> str:
    """The meeting's name as printed, without the sort of document, date and place of meeting."""
    kinds = (*words.titles_verslag, *words.titles_besluitenlijst, *words.titles_agenda)
    best, score = "", 0
    for number, line in enumerate(title_lines):
        if not (find_phrase(words.body_nouns, line) or find_phrase(words.body_lea, line)):
            continue
        value = 10 - number + 6 * bool(find_phrase(words.body_lea, line))
        if value > score:
            best, score = line, value
    name = best
    masks = find_phrase(words.title_masks, name)
    for match in reversed(find_phrase((*kinds, "concept", "geannoteerde", "kort", "openbare"), name)):
        if not any(mask.start() <= match.start() < mask.end() for mask in masks):
            name = f"{name[: match.start()]}\x00{name[match.end() :]}"
    parts = [part for part in re.split(r"\x00|,\s|\s[–|-]\s|\bd\.d\.|\b(?=\d{1,2}[ -/.]\w)", name) if part]
    named = [p for p in parts if find_phrase(words.body_lea, p) or find_phrase(words.body_nouns, p)]
    name = (named or parts or [""])[0]
    name = re.sub(r"^(?:\W|\b(?:van|de|het|der|voor|bestuurlijke|ambtelijke|vergadering|vastgesteld)\b)+", "", name.strip())
    for place in places:
        tail = re.search(rf"\s+(?:gemeente\s+)?{re.escape(place)}$", name)
        if tail and len(name[: tail.start()].split()) >= 1 and not re.fullmatch(r"LEA", name[: tail.start()]):
            name = name[: tail.start()]
    return name.strip(" ,;:-–.")
