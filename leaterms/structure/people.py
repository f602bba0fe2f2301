"""Persons in an attendance line: 'mw. W. Bos (bestuurder Kim), SL en GvdZ (gemeente)'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["MEETS", "Person", "initials", "split_people"]

_SHORT = "mw|mevr|dhr|drs|mr|dr|ir"
_TITLES = (
    r"(?:de heer|de heren|mevrouw|mevr\.?|mw\.?|dhr\.?|mr\.?|drs\.?|dr\.?|ir\.?|prof\.?|ing\.?)"
)
_NAME_START = re.compile(
    rf"(?:(?:{_TITLES})\s+)*(?:[A-ZÀ-Ý]|'t|van\b|de\b|el\b|den\b|ter\b)", re.IGNORECASE
)
_CAPITAL_NAME = re.compile(rf"^(?:(?:{_TITLES})\s+)*[A-ZÀ-Ý]")


@dataclass(frozen=True, slots=True)
class Person:
    """One person (or organisation) named, with what is printed about it.

    `details` is the text in brackets or after the name, `group` the label it stands under
    where that says for whom ('Besturen po en vo'). `inherited` is True where the details
    stand behind the next person only: 'A. Bos, B. Kok (gemeente)'.
    """

    name: str
    details: str
    present: bool = True
    group: str = ""
    inherited: bool = False

    @property
    def about(self) -> str:
        """All that is printed about the person, the group last."""
        return ", ".join(part for part in (self.details, self.group) if part)


def split_people(text: str, words: StructureWords) -> tuple[Person, ...]:
    """The persons in a list as printed, in order."""
    text = _SHORT_WETHOUDER.sub("wethouder", text)
    text = _PERSON_IN_BRACKETS.sub(r"\g<name> (\g<body>)", _by_name(text, words))
    people: list[Person] = []
    carried = ""  # 'de wethouders A (Meerdam) en B (Oostveld)': the role goes on
    led = False  # 'ambtenaar Dijk' after 'wethouder Bos' is another person
    for piece in _pieces(text):
        person = _person(piece, words)
        if person is None:
            continue
        role = re.match(r"(?:de\s+)?([a-zà-ÿ-]+s)\s+[A-Z]", piece)
        if role and find_phrase((*words.roles_wethouder, *words.roles_bestuur), role[1]):
            carried = role[1]
        elif carried and person.details and "(" in piece and not _has_role(person, words):
            person = replace(person, details=f"{carried} {person.details}")
        elif person.details:
            carried = ""
        elif carried and _CAPITAL_NAME.match(piece):
            person = replace(person, details=carried)
        leads, led = led, _LED.fullmatch(piece) is not None
        if people and not (leads and led) and _is_detail(piece, people[-1]):
            last = people[-1]
            people[-1] = replace(last, details=", ".join(d for d in (last.details, piece) if d))
            continue
        people.append(person)
    return tuple(_inherited(people))


# a role, then a name and no more
_LED = re.compile(r"(?:de\s)?[a-zà-ÿ][a-zà-ÿ-]{2,}\s(?:(?:van|de|der|den)\s)*[A-ZÀ-Ý][\w'-]+")
# 'wh Bos', 'A. Bos (wh., vz)'; 'WH' are somebody's initials
_SHORT_WETHOUDER = re.compile(r"\b[Ww]h\b\.?(?=\s[A-ZÀ-Ý]|\s?[),])")


def _by_name(text: str, words: StructureWords) -> str:
    """'besturen (Pien, Klaas)' as 'Pien (besturen), Klaas (besturen)'."""

    def turned(match: re.Match[str]) -> str:
        party = re.sub(r"^(?:de|het)\s", "", match["party"].strip())
        names = re.split(r",\s*|\sen\s", match["names"])
        bare = all(_BARE_NAMES.fullmatch(name) for name in names)
        if not bare or not is_phrase(words.party_labels, party):
            return match[0]
        return ", ".join(f"{name} ({party})" for name in names)

    return _PARTY.sub(turned, text)


def _has_role(person: Person, words: StructureWords) -> bool:
    roles = (
        *words.roles_wethouder,
        *words.roles_bestuur,
        *words.roles_school,
        *words.roles_kinderopvang,
        *words.organisations_none,
    )
    return bool(find_phrase(roles, person.details))


# between who receives and who comes
MEETS = re.compile(
    r"\s(?:ontvangt|ontving|verwelkomt|verwelkomde|begroet|begroette|(?:sprak|spreekt|overlegt|"
    r"overlegde|praat|praatte|zit aan tafel|zat aan tafel|zat om tafel) met)\s"
)
_AND = re.compile(
    rf"\s(?:en|alsmede|en ook|&)\s"
    rf"(?=[A-ZÀ-Ý]|(?:de|het|mevrouw|wethouder|besturen|bestuurders|schoolbesturen|directeuren|"
    rf"schoolleiders|beleidsmedewerkers|ambtenaren|locatiemanagers|gemeente|kinderopvang|"
    rf"{_SHORT})\b)"
)


def _pieces(text: str) -> Iterator[str]:
    """Split at commas, semicolons and 'en' outside brackets."""
    text = re.sub(r"\s+", " ", text.replace(" | ", "; ")).strip()
    text = MEETS.sub(", ", text.replace("[", "(").replace("]", ")"))
    outside = re.sub(r"\([^)]*\)", "()", text)
    # 'A. Bos (wethouder) AB / C. Kok, gemeente / ...': the strokes divide, not the commas
    if re.search(r"(?:=|\)).* / .*(?:=|\()", outside) and ";" not in outside:
        text = re.sub(r" / (?=[A-ZÀ-Ý])", "; ", text)
        outside = ";"
    comma = "" if ";" in outside else ","
    depth, start, position = 0, 0, 0
    while position < len(text):
        character = text[position]
        depth += (character == "(") - (character == ")" and depth > 0)
        cut = _cut(text, start, position, comma) if depth == 0 else 0
        if cut:
            yield text[start:position].strip()
            start = position + cut
        position += cut or 1
    yield text[start:].strip(" .")


def _cut(text: str, start: int, position: int, comma: str) -> int:
    """How many characters at `position` divide two persons; 0 if they do not."""
    if text[position] in {";", comma}:
        return 1
    if text[position] == "," and _begins_person(text, start, position):
        return 1  # between semicolons: 'A. Bos, B. Kok (gemeente), C. Vos (Kim); D. Tak (GGD)'
    if match := _AND.match(text, position):
        before = text[start:position]
        # 'Bos en Hei' is one name, 'Stichting Water en Vuur' too
        whole = ")" in before or _looks_whole(before) or before.strip().islower()
        return match.end() - position if whole else 0
    ended = re.match(r"\.\s+[A-Z]", text[position : position + 4])
    return 1 if ended and text[position - 1 : position] == ")" else 0


_INITIALLED = re.compile(
    rf"(?:(?:{_TITLES})\s+)*(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ter|ten)\s)*[A-ZÀ-Ý][\w'-]+"
)


def _begins_person(text: str, start: int, position: int) -> bool:
    """True where a comma between semicolons stands before another person."""
    before, after = text[start:position].strip(), text[position + 1 :].strip()
    if not _INITIALLED.match(after):
        return before.endswith(")") and re.match(r"[A-ZÀ-Ý][\w .'-]{1,40}\(", after) is not None
    return before.endswith(")") or _INITIALLED.fullmatch(before) is not None


def _looks_whole(before: str) -> bool:
    """A name of initials, or of two words or more: 'LS', 'Lotte Bos', 'mw. Bos'."""
    bare = before.strip()
    return bool(
        (re.fullmatch(r"[A-Z][A-Za-z]{0,4}\.?(?:[A-Z]\.?)*", bare) and len(bare) <= 5)
        or re.match(rf"^(?:{_TITLES})\s", bare, re.IGNORECASE)
        or re.match(r"^(?:[A-Z]\.\s?)+", bare)
        or len(bare.split()) >= 2
    )


# 'Petra Jansen van Kindwijs', 'Lies Bakker van de opvang'; 'Jan van Dijk' is one name
_OF = re.compile(
    rf"(?:{_TITLES}\s+)?(?:[A-ZÀ-Ý][\w.'-]*\s+){{2,4}}(?P<of>van\s)(?:de\s|het\s)?\w{{3,}}|"
    rf"(?:{_TITLES}\s+)?[A-ZÀ-Ý][\w'-]+\s+(?P<from>van\s)(?:(?:de|het)\s+[a-z]{{3,}}|"
    r"(?!de[nr]?\b|het\b|ter\b|ten\b)[a-z]{3,})"
)


_NOBODY = re.compile(r"(?:geen|niemand|n\.?v\.?t|allen)\.?", re.IGNORECASE)
# 'besturen (Pien, Klaas)': the party with its people behind it
_PARTY = re.compile(
    r"(?P<party>[A-Za-zà-ÿ][\w -]{1,30}?)\s\((?P<names>(?:weth(?:ouder|\.)\s)?[A-Z][^()]*)\)"
)
# 'Conquest (A. Thijs)': the person stands behind the body
_PERSON_IN_BRACKETS = re.compile(
    r"(?P<body>(?!(?:[A-Z]\.|mw|dhr|mevr|drs|mr\b|ir\b))[A-Z][\w'&-]+(?:\s[A-Z&][\w'&-]*)*)\s"
    r"\((?P<name>(?:(?:mw|dhr|mevr|drs|mr|ir)\.?\s)?(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ter|ten)\s)*"
    r"[A-Z][\w'-]+)\)"
)
_BARE_NAMES = re.compile(
    r"(?:wethouder\s|weth\.\s)?[A-Z][\w.'’-]*(?:\s(?:van|de|der|den|[A-Z][\w.'’-]*))*"
)
_INITIALS = re.compile(
    r"(?!GGD|IKC|OBS|CBS|SBO|KDV|BSO|SWV|ROC|JGZ|CJG|PSZ)(?P<name>[A-Z]{2,3})\s+(?P<rest>\S.+)"
)


def _person(piece: str, words: StructureWords) -> Person | None:
    piece = piece.strip(" .,;-–•")
    piece = re.sub(r"^(?:en|alsmede|verder|ook|en ook)\s+", "", piece)
    if not re.search(r"\w", piece) or _NOBODY.fullmatch(piece):
        return None
    name, details = _name_and_details(piece)
    if _begins_with_role(name, words):
        name = name[0].lower() + name[1:]  # 'Wethouder De Boer'
    lead = re.match(
        r"(?:de\s+|het\s+)?(?P<role>[a-zà-ÿ][a-zà-ÿ-]{2,}\.?(?:\s[a-zà-ÿ]+)?)\s+"
        rf"(?P<name>(?:{_TITLES}\s+)?(?:[A-ZÀ-Ý].*))",
        name,
    )
    if lead and not re.match(
        r"(?:heer|heren|mevrouw|mevr|mw|dhr|drs|mr|dr|ir|prof|ing)\b", lead["role"]
    ):
        name = lead["name"]
        details = ", ".join(part for part in (lead["role"], details) if part)
    if not details and (clause := re.search(r"\s(?:die|vervangt|vanaf|tot)\s", name)):
        name, details = name[: clause.start()], name[clause.start() :].strip()
    present = not find_phrase(words.absent_words, details or name)
    return Person(name, details, present)


def _name_and_details(piece: str) -> tuple[str, str]:
    """The name, and what is printed about it: 'mw. W. Bos', 'bestuurder Kim'."""
    short = re.match(r"[A-ZÀ-Ý][\w.]{0,5}\s*=\s*(?P<name>[^,(]+)(?P<rest>.*)", piece)
    bracket = re.match(r"(?P<name>[^(]+)\((?P<in>[^)]*)\)?(?P<after>.*)", piece)
    if short:  # 'AK = Arie Kolff, wethouder (vz)'
        name, details = short["name"].strip(), re.sub(r"[()]", ",", short["rest"]).strip(" ,")
    elif bracket:
        name, details = _unshortened(bracket["name"].strip(), bracket["in"].strip())
        if short_name := _INITIALS.match(name):  # 'LB Zonnig (opvang)'
            name, details = short_name["name"], f"{short_name['rest']}, {details}"
        after = bracket["after"].strip(" ,.")
        after = "" if after == initials(name) else after  # 'Arie Kolff (wethouder) AK'
        first, _, rest = details.partition(",")
        details = rest.strip() if first.strip() == initials(name) else details  # '(AK, beleid)'
        details = ", ".join(part for part in (details, after) if part)
    elif match := _INITIALS.match(piece):  # 'PJ Kindwijs'
        name, details = match["name"], match["rest"].strip()
    elif match := re.search(r"\s(?:namens|vanuit)\s", piece) or _OF.match(piece):
        cut = max(match.start("of"), match.start("from")) if match.re is _OF else match.start()
        name, details = piece[:cut].strip(), piece[cut:].strip()
    elif match := re.search(r"\s[-–]\s|[:,]\s", piece):
        name, details = piece[: match.start()].strip(), piece[match.end() :].strip()
    else:
        name, details = piece, ""
    return name, details


def _begins_with_role(name: str, words: StructureWords) -> bool:
    roles = (*words.roles_wethouder, *words.roles_bestuur, *words.roles_school)
    found = find_phrase(roles, name)
    return (
        bool(found)
        and found[0].start() == 0
        and re.match(r"\s+\S", name[found[0].end() :]) is not None
    )


def initials(name: str) -> str:
    """'Gerard van Ewijk' as minutes shorten it: 'GvE'."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’-]*", name))


def _unshortened(name: str, details: str) -> tuple[str, str]:
    """'AK (Arie Kolff, wethouder)' as 'Arie Kolff', 'wethouder'."""
    first, _, rest = details.partition(",")
    if len(name) > 1 and " " in first.strip() and initials(first) == name:
        return first.strip(), rest.strip()
    return name, details


def _is_detail(piece: str, previous: Person) -> bool:
    """'directeur De Zon' after 'H. Siebelink' tells of the one before it."""
    if not _CAPITAL_NAME.match(previous.name):
        return False
    if _CAPITAL_NAME.match(piece) or re.match(rf"^{_TITLES}\s", piece, re.IGNORECASE):
        return False
    first = piece.split(maxsplit=1)[0] if piece else ""
    if re.search(r"\s(?:[A-Z]\.\s?)+", piece):
        return False
    others = ("wethouder", "weth.", "juf", "meester", "leidster")
    if first.lower().startswith(others) and re.search(r"\s[A-ZÀ-Ý]", piece):
        return False  # 'wethouder Jansen' is another, 'wethouder onderwijs' is not
    return (
        first.islower()
        and not re.search(r"\s[A-ZÀ-Ý]\S*\s*\(", piece)
        and (not previous.details or "(" not in piece)
        and not first.startswith(("de", "het"))
    )


_ROLE = re.compile(
    r"(?:[Dd]e\s)?(?:wethouder|burgemeester|bestuurder|directeur)s?$", re.IGNORECASE
)


def _inherited(people: list[Person]) -> list[Person]:
    """'Bart Smit, Eva Kok (gemeente)': the first is of the gemeente too."""
    result: list[Person] = []
    following = ""
    for person in reversed(people):
        following = person.details or following
        shared = re.sub(r",?\s*(?:verslag|voorzitter|vz\.?|notulist)\b", "", following)
        own = person.details or not _CAPITAL_NAME.match(person.name) or _ROLE.match(person.name)
        given = person if own else replace(person, details=shared, inherited=bool(shared))
        result.append(given)
    return result[::-1]
