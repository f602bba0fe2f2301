"""Headings in good Dutch: umbrella, colon, local words, and never longer than fits."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

__all__ = ["MAX_TITLE", "LocalSpelling", "compose_title", "is_neutral"]

MAX_TITLE = 110
"""Characters; about what stands on one line of an agenda."""

# Titles of the furniture of a meeting: whatever is said below them, they are not renamed.
# Some stand at the start of such a title ('Rondvraag en sluiting'), ...
_OPENINGS = (
    "opening|welkom|mededelingen|meldingen|rondvraag|rondje|sluiting|afsluiting|ingekomen|"
    "ontvangen stukken|actielijst|actiepunten|afsprakenlijst|wvttk|w\\.?v\\.?t\\.?t\\.?k|"
    "wat verder ter tafel komt|vaste punten|bespreekpunten|hamerstukken|ter informatie|"
    "ter kennisname|ter bespreking|ter besluitvorming|overige punten|volgende keer|"
    "volgende vergadering|volgende bijeenkomst|volgende? overleg|datum volgende?|"
    "niet besproken|niet behandeld|aangehouden|uit het \\w+ overleg"
)
# ... others are no subject only when they stand alone: 'Evaluatie', not 'Evaluatie aanmelding'
_ALONE = (
    "agenda|agendapunten|acties|afspraken|nieuws|overig|overige|planning|terugblik|vooruitblik|"
    "evaluatie|presentatie|kennismaking|voorstelronde|voorstelrondje|pauze|lunch|bijlagen|stukken"
)
_MINUTES = (
    "(?:concept\\W*)?(?:verslag(?:en)?|notulen|besluitenlijst)"
    "(?:\\W*$|\\W+(?:van\\s+)?(?:(?:de|het)\\s+)?"
    "(?:vorig|vergadering|overleg|bijeenkomst|lea\\b|d\\.?d|en\\b|\\d|maandag|dinsdag|woensdag|"
    "donderdag|vrijdag).*)"
)
_NEUTRAL = re.compile(
    rf"\W*(?:(?:{_OPENINGS})(?!\w).{{0,45}}|(?:{_ALONE})\W*|{_MINUTES}|"
    r"(?:vaststell(?:en|ing)|bespreking|goedkeuring)\s+(?:van\s+)?(?:(?:de|het)\s+)?"
    r"(?:agenda|verslag|notulen|besluitenlijst)\b.*)",
    re.IGNORECASE,
)

_PROPER = re.compile(r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){2}")  # 'Nationaal Programma Onderwijs'

# Names that open a title without coming back in the text
_COUNTRIES = frozenset({"Oekraïne", "Syrië", "Eritrea", "Polen", "Turkije", "Nederland", "Europa"})

# Words of four letters or fewer that are no abbreviation in a title in capitals
_SMALL_WORDS = frozenset(
    "aan als bij bouw dan dat de die door en er geld het hun in is jaar kind met na naar niet of "
    "om ons op over per plan po rond taal te tot uit van voor vo wat wie zorg".split()
)
_ABBREVIATIONS = frozenset({"po", "vo"})


def is_neutral(title: str) -> bool:
    """Whether a title names no subject: 'Mededelingen', 'Rondvraag en sluiting', ''."""
    return not title.strip() or _NEUTRAL.fullmatch(title.strip()) is not None


def compose_title(umbrellas: Sequence[str], local: str) -> str:
    """'Voorkomen van segregatie en bevorderen van integratie: heterogene groepen'.

    `umbrellas` begin with a capital, as on their own; `local` is set as it comes. A part that
    has an 'en' of its own comes first and is set off by a comma.
    """
    parts = sorted(umbrellas, key=lambda part: " en " not in part)
    parts = [parts[0], *(_lowered(part) for part in parts[1:])]
    joined = parts[0]
    if len(parts) > 1:
        comma = "," if any(" en " in part for part in parts) else ""
        joined = f"{', '.join(parts[:-1])}{comma} en {parts[-1]}"
    return f"{joined}: {local}" if local else joined


class LocalSpelling:
    """Local titles as they stand after a colon: in lower case, unless a name or abbreviation.

    Whether a word is a name shows from the document itself: a name has its capital within a
    sentence too.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._lower: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        for text in texts:
            self._lower.update(re.findall(r"(?<![\w-])[^\W\d_A-Z][\w'-]+", text))
            self._inside.update(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]+", text))

    def set(self, title: str) -> str:
        """`title` as it stands after a colon; only the case of letters differs."""
        words = re.findall(r"[^\W\d_]+", title)
        if len(words) > 1 and title.isupper():
            title = re.sub(r"[^\W\d_]+", _uncapitalised, title)
        first = re.match(r"[\w'-]+", title)
        if not first or self._is_name(first.group()) or _PROPER.match(title):
            return title
        return _lowered(title)

    def _is_name(self, word: str) -> bool:
        within, lower = self._inside[word], self._lower[word[0].lower() + word[1:]]
        if within or lower:
            return within > lower
        return word in _COUNTRIES


def _uncapitalised(match: re.Match[str]) -> str:
    """'SEGREGATIE' -> 'segregatie', 'VVE' -> 'VVE', 'EN' -> 'en'."""
    word = match.group()
    small = word.casefold()
    kept = len(word) <= 4 and (small not in _SMALL_WORDS or small in _ABBREVIATIONS)
    return word if kept else small


def _lowered(text: str) -> str:
    """The first letter in lower case, but for abbreviations: 'OAB-budget', 'IKC', 'E-learning'."""
    first = re.match(r"[^\W\d_]+", text)
    if not first or (len(first.group()) > 1 and not first.group()[1:].islower()):
        return text
    # a capital loses its accent (Technische Handleiding, Taalunie): 'Eén' is 'één' written large
    initial = "é" if first.group() == "Eén" else text[0].lower()
    return initial + text[1:]
