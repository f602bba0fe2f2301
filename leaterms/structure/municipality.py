"""Of which municipality the meeting is, and how the meeting is called."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from leaterms.language import is_word
from leaterms.structure.lea import other_meeting
from leaterms.structure.record import Item
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["read_body", "read_municipalities"]

# 'Bergen op Zoom', "'s-Hertogenbosch", 'De Ronde Venen', 'Alphen aan den Rijn'
_PART = r"(?:['’]s-)?[A-ZÀ-Ý](?:\.|[\w’'û]*\w)(?:-[\w’']+)*"
_JOIN = r"(?:op|aan|bij|van|in)[ ](?:(?:de|den|der|het|['’]t)[ ])?|(?:de|den|der)[ ]"
_PLACE = rf"(?:(?:De|Den|Het|['’]t)[ ])?{_PART}(?:[ ](?:{_JOIN})?{_PART}){{0,2}}"
# 'OVERLEG GEMEENTE EN SCHOOLBESTUREN' names none
_GEMEENTE = re.compile(rf"\b(?:[Gg]emeente|GEMEENTE)[ ](?!(?:EN|En)\b)(?P<place>{_PLACE})")
_GEMEENTEN = re.compile(
    rf"\b[Gg]emeenten[ ](?P<places>{_PLACE}(?:,[ ]{_PLACE})*(?:[ ]en[ ]{_PLACE})?)"
)
_COLLEGE = re.compile(
    r"\b(?:[Bb]urgemeester en [Ww]ethouders|[Bb]\s?&\s?[Ww]|[Gg]emeenteraad|GEMEENTERAAD|"
    rf"[Cc]ollege|[Cc]olleges|^Raad)[ ](?:van|VAN)[ ](?:de[ ]gemeente[ ])?(?P<place>{_PLACE})"
)
# '(wethouder Meerdam, voorzitter)', but 'wethouder Jansen' in a list is a person
_OF = re.compile(
    rf"(?:\(|\|[ ])(?:wethouder|weth\.|college|gem\.)[ ](?P<place>{_PART})(?=[ ]*[,)|]|$)"
)
_HOUSE = re.compile(
    rf"\b(?:[Gg]emeentehuis|[Gg]emeentekantoor|[Ss]tadhuis|[Ss]tadskantoor|[Rr]aadhuis)"
    rf"[ ](?:van[ ])?(?P<place>{_PART})"
)
_DATED = re.compile(
    rf"^(?P<place>{_PLACE}),[ ](?:(?:maan|dins|woens|donder|vrij)dag[ ])?"
    r"\d{1,2}[ ][a-z]+[ ]20\d\d"
)
_HEAD, _TITLE, _BODY = 4.0, 3.5, 0.5  # what a name counts by where it stands
_REGION, _HOUSED = 2.0, 2.5  # a title that names a region; the town hall it was held in
_SENTENCE = 120  # characters; a longer line is no title
_ADDRESSED = re.compile(r"(?:Aan|Van|Voor|Cc|CC)\s?:")
_ENOUGH = 1.0  # the first; twice in the text, and twice as often as another
_ANOTHER = 3.0  # what a second municipality must count for in the head


def read_municipalities(
    head: Sequence[str], title_lines: Sequence[str], items: Sequence[Item], words: StructureWords
) -> tuple[str, ...]:
    """The municipalities the text names, the meeting's own first; perhaps none.

    Others than the first only where the head names them as municipalities at the table too
    ('gemeenten A en B', a wethouder of each): a regional meeting.

    Args:
        head: the lines before the first item.
        title_lines: those of them that name the meeting.
        items: all items, -1 first.
        words: the word lists.
    """
    lines = [line for item in items[1:] for line in (item.title, *item.text.split("\n"))]
    above = defaultdict[str, float](float)
    votes = defaultdict[str, float](float)
    for place, weight in _votes(head, _HEAD, words):
        above[place] += weight
    votes.update(above)
    for line in title_lines:
        places = _title_places(line, words) or _title_end(line, words)
        for place in places or _title_part(line, words):
            votes[place] += _REGION if _is_region(line, words) else _TITLE
    for place in (place for line in head for place in _houses(line, words)):
        votes[place] += _HOUSED
    for place, weight in _votes(lines, _BODY, words):
        votes[place] += weight
    for place, weight in _votes([item.title for item in items[1:]], _BODY, words):
        votes[place] += weight  # a heading counts twice
    counts = _parted(votes, above, "\n".join([*head, *lines]))
    ranked = sorted(counts, key=lambda place: -counts[place])
    first, second, *_ = (*(counts[place] for place in ranked), 0.0, 0.0)
    if first < _ENOUGH or (first < _REGION and first < 2 * second):
        return ()
    rest = [p for p in ranked[1:] if above.get(p, 0) >= _ANOTHER]
    return (ranked[0], *rest)


def _votes(
    lines: Sequence[str], weight: float, words: StructureWords
) -> Iterator[tuple[str, float]]:
    for line in lines:
        for place, factor in _named(line, words):
            yield place, weight * factor


def _houses(line: str, words: StructureWords) -> list[str]:
    """Of which municipalities the line names the town hall."""
    return [place for m in _HOUSE.finditer(line) if (place := _clean(m["place"], words))]


def _is_region(line: str, words: StructureWords) -> bool:
    """True for the title of a meeting that mostly is of a region: 'OOGO passend onderwijs X'."""
    return any("passend" in o.reason for o in words.not_lea if find_phrase(o.words, line))


def _named(line: str, words: StructureWords) -> Iterator[tuple[str, float]]:
    """The municipalities a line names as such, with how surely."""
    for match in _GEMEENTEN.finditer(line):
        for part in re.split(r",[ ]|[ ]en[ ]", match["places"]):
            if place := _clean(part, words):
                yield place, 1.0
    for pattern, factor in (
        (_GEMEENTE, 1.0),
        (_COLLEGE, 1.0),
        (_OF, 0.8),
        (_DATED, 0.5),
    ):
        for match in pattern.finditer(line):
            if place := _clean(match["place"], words):
                yield place, factor


def _clean(place: str, words: StructureWords) -> str:
    """`place` up to the first word that is none of a municipality; '' if that is its first."""
    kept: list[str] = []
    for part in place.split():
        bare = part.strip(".,;:()")
        if is_phrase(words.not_municipality, bare) or find_phrase(words.body_nouns, bare):
            break
        kept.append(part)
    while kept and kept[-1].islower():
        kept.pop()
    name = " ".join(kept).strip(" ,.;:")
    if name.isupper() and len(name) > 3:
        name = name.title()
    known = len(name) > 2 and not name.isupper() and "." not in name
    return name if known else ""


# 'OVERLEG ... MEERDAM d.d. 12 mei', 'Overleg ... Meerdam, donderdag 12 mei'
_WHEN = re.compile(r",?[ ](?:d\.d\.|(?:(?:maan|dins|woens|donder|vrij)dag[ ])?\d{1,2}[ -/.]\w)")


def _title_end(line: str, words: StructureWords) -> tuple[str, ...]:
    """'Overleg Huisvesting en Vervoer Meerdam': the name with which a title ends.

    A word of the dictionary is a subject; a village, a school and a building site have
    councils and meetings of their own.
    """
    bare = _WHEN.split(line, maxsplit=1)[0]
    name, _, rest = bare.partition(", ")
    kinds = (*words.titles_verslag, *words.titles_besluitenlijst, *words.titles_agenda)
    if any(match.start() == 0 for match in find_phrase(kinds, rest)):
        bare = name  # 'Onderwijskring Meerdam, verslag'
    shown = bare.title() if bare.isupper() else bare
    tail = re.search(rf"(?<=[a-z)][ ])(?P<place>{_PART}(?:[ ][-–][ ]{_PART})?)$", shown.strip())
    listed = "," in shown or len(shown.split()) > 8
    if listed or not tail or not find_phrase(words.body_nouns, shown[: tail.start()]):
        return ()
    reason = other_meeting([shown], words)
    if "dorp" in reason or "medezeggenschap" in reason or re.search("bouw", shown, re.IGNORECASE):
        return ()
    place = _clean(re.sub(r"[ ][-–][ ]", "-", tail["place"]), words)
    return (place,) if _is_name(place, words) else ()


def _title_part(line: str, words: StructureWords) -> tuple[str, ...]:
    """'LEA-overleg | Meerdam': a part of a title that is a name and no more."""
    first, *parts = re.split(r"\s[|–-]\s|\s?\|\s?", line)
    if not find_phrase((*words.body_nouns, *words.body_lea), first):
        return ()
    for part in parts:
        whole = re.fullmatch(rf"{_PART}(?:[ ]{_PART})?", part.strip())
        if whole and _is_name(place := _clean(part.strip(), words), words):
            return (place,)
    return ()


def _is_name(place: str, words: StructureWords) -> bool:
    """True for a name that is neither a word nor that of a school or childcare."""
    others = (*words.organisations_school, *words.organisations_kinderopvang)
    plain = any(is_word(part.lower()) for part in re.findall(r"\w+", place))
    return bool(place) and not plain and not find_phrase(others, place)


def _title_places(line: str, words: StructureWords) -> tuple[str, ...]:
    """'LEA Meerdam', 'Onderwijstafel Veldkamp – verslag': what follows the meeting's name.

    Behind a word for any meeting an ordinary word is a subject: 'Werkgroep Verkeer'.
    """
    shown = line.title() if line.isupper() else line
    for match in find_phrase((*words.body_surely_lea, *words.body_before_place), shown):
        tail = re.match(
            r"(?:[ ]\([^)]*\))?[ ](?:(?:van[ ]de[ ])?[Gg]emeente[ ])?"
            rf"(?P<place>{_PLACE}(?:[ ][-–][ ]{_PART})?)(?=[ ]*(?:$|[,(:|–-]|\d))",
            shown[match.end() :],
        )
        if not tail:
            continue
        place = _clean(re.sub(r"[ ][-–][ ]", "-", tail["place"]), words)
        surely = bool(find_phrase(words.body_surely_lea, match[0]))
        if place and (surely or not any(is_word(part.lower()) for part in place.split())):
            return (place,)
    return ()


def _parted(votes: dict[str, float], above: dict[str, float], text: str) -> dict[str, float]:
    """'Meerdam-Oostveld' as its two municipalities, where the text knows both apart."""
    result = dict(votes)
    for place in votes:
        parts = place.split("-")
        if len(parts) != 2 or not all(len(part) > 3 and part[0].isupper() for part in parts):
            continue
        known = [re.search(rf"(?<![\w-]){re.escape(p)}(?![\w-])", text) for p in parts]
        if all(known):
            weight = result.pop(place)
            for nth, part in enumerate(parts):
                result[part] = result.get(part, 0) + weight - 0.1 * nth
                above[part] = above.get(part, 0) + weight
    return result


def read_body(title_lines: Sequence[str], places: Sequence[str], words: StructureWords) -> str:
    """The meeting's name as printed, without the sort of document, date and place of meeting."""
    kinds = (*words.titles_verslag, *words.titles_besluitenlijst, *words.titles_agenda)
    best, score = "", 0
    for number, line in enumerate(title_lines):
        if not (find_phrase(words.body_nouns, line) or find_phrase(words.body_lea, line)):
            continue
        if len(line) > _SENTENCE or _ADDRESSED.match(line):
            continue
        value = 10 - number + 6 * bool(find_phrase(words.body_lea, line))
        if value > score:
            best, score = line, value
    if not best:  # an invitation names it within a sentence
        named = [m[0] for line in title_lines for m in find_phrase(words.body_surely_lea, line)]
        best = max(named, key=len, default="")
    name = best
    masks = find_phrase(words.title_masks, name)
    for match in reversed(
        find_phrase((*kinds, "concept", "geannoteerde", "kort", "openbare"), name)
    ):
        if not any(mask.start() <= match.start() < mask.end() for mask in masks):
            name = f"{name[: match.start()]}\x00{name[match.end() :]}"
    parts = [
        part
        for part in re.split(r"\x00|,\s|\s[–|-]\s|\bd\.d\.|\b(?=\d{1,2}[ -/.]\w)", name)
        if part
    ]
    named = [
        p for p in parts if find_phrase(words.body_lea, p) or find_phrase(words.body_nouns, p)
    ]
    name = (named or parts or [""])[0]
    name = re.sub(
        r"^(?:\W|\b(?:van|de|het|der|voor|bestuurlijke|ambtelijke|vergadering|vastgesteld)\b)+",
        "",
        name.strip(),
    )
    for place in places:
        tail = re.search(rf"\s+(?:gemeente\s+)?{re.escape(place)}$", name)
        if (
            tail
            and len(name[: tail.start()].split()) >= 1
            and not re.fullmatch(r"LEA", name[: tail.start()])
        ):
            name = name[: tail.start()]
    return name.strip(" ,;:-–.")
