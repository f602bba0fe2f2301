"""Headings in good Dutch: the statutory umbrella and the local words, in at most 110 characters.

Umbrellas and word lists come from `vocab/herlabelen.yaml`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import takewhile

from leaterms.language import FUNCTION_WORDS, fold, is_word
from leaterms.relabelling.wording import TitleWords, load_title_words
from leaterms.vocabulary import Theme

__all__ = [
    "MAX_TITLE",
    "LocalSpelling",
    "Style",
    "compose_title",
    "is_closing",
    "is_elsewhere",
    "is_neutral",
    "join_umbrellas",
    "repeats",
    "umbrellas_of",
]

MAX_TITLE = 110
"""Characters; about what stands on one line of an agenda."""

_HEAVY = 6  # letters; a shorter word may stand in umbrella and title alike
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PROPER = re.compile(r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){2}")  # 'Nationaal Programma Onderwijs'
# a number that stands in the title because nothing told it from the words: '3. 1 maart'
_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[IVX]{1,5}|[A-Z])[.):]\s+(?=\S)")
_COLON = re.compile(r"\s*[:;,]+\s*$")  # at the end of a title
_MARK = re.compile(r"\s*[:;.,]+\s*$")
_BRACKETED = re.compile(r"\)\s*$")


class Style(StrEnum):
    """Where the statutory umbrella stands."""

    BEFORE = "before"  # 'Voorkomen van segregatie: gemengde scholen'
    BEHIND = "behind"  # 'Gemengde scholen (voorkomen van segregatie)'


def is_neutral(title: str) -> bool:
    """Whether a title names no subject: 'Mededelingen', 'Rondvraag en sluiting', ''."""
    plain = _unnumbered(title).strip()
    return not re.search(r"[^\W\d_]", plain) or _words().neutral.fullmatch(plain) is not None


def is_closing(title: str) -> bool:
    """Whether a title stands at the end of an agenda: 'Rondvraag', 'Volgende vergadering'."""
    return _words().closing.match(_unnumbered(title)) is not None


def is_elsewhere(title: str) -> bool:
    """Whether a title is about something else than the themes: 'Huisvesting', 'Nieuwbouw'."""
    return _words().elsewhere.search(title) is not None


def umbrellas_of(themes: Sequence[Theme]) -> Iterator[str]:
    """The ways to name all of `themes` at the head of a title, the fullest first.

    `themes` are in the order of the law; the umbrellas begin with a capital. None for themes
    that may not share a title.
    """
    named = {theme.id for theme in themes}
    if any(apart <= named for apart in _words().apart):
        return
    joint = {umbrella.themes: umbrella.texts for umbrella in _words().umbrellas}
    parts: list[tuple[str, ...]] = []
    rest = list(themes)
    while rest:
        first = rest.pop(0)
        texts: tuple[str, ...] = ()
        for other in rest:
            if texts := joint.get((first.id, other.id), ()):
                rest.remove(other)
                break
        parts.append(texts or (first.umbrella, *joint.get((first.id,), ())))
    for size in range(max(len(texts) for texts in parts)):
        yield join_umbrellas([texts[min(size, len(texts) - 1)] for texts in parts])


def join_umbrellas(umbrellas: Sequence[str]) -> str:
    """'Voorkomen van segregatie en bevorderen van integratie'; each begins with a capital.

    A part that has an 'en' of its own comes first and is set off by a comma.
    """
    parts = sorted(umbrellas, key=lambda part: " en " not in part)
    parts = [parts[0], *(_lowered(part) for part in parts[1:])]
    if len(parts) == 1:
        return parts[0]
    comma = "," if any(" en " in part for part in parts) else ""
    return f"{', '.join(parts[:-1])}{comma} en {parts[-1]}"


def repeats(umbrella: str, title: str) -> bool:
    """Whether a telling word of the umbrella stands in the title, or in a compound of it."""
    own = {word for word in _folded(umbrella) if len(word) >= _HEAVY}
    return any(word in other for other in _folded(title) for word in own)


def compose_title(
    umbrella: str, title: str, spelling: "LocalSpelling", style: Style = Style.BEFORE
) -> str:
    """`title` under its umbrella, or before it in brackets; the umbrella alone for ''.

    Words of the umbrella that open the title are not said twice: 'Integratie in de wijk' ->
    'Bevorderen van integratie in de wijk'. A number that opens the title stays in front.
    """
    local = _unnumbered(title)
    number = title[: len(title) - len(local)]
    local = local.strip()
    shouts = spelling.shouts(title)
    if shouts:
        umbrella, local = umbrella.upper(), local.upper()
    rest = _beyond(umbrella, local)
    if rest != local or not _WORD.search(local):
        return number + _merged(umbrella, rest)
    if style is Style.BEHIND:
        return number + _behind(local, umbrella)
    local = _COLON.sub("", local) or local
    # a second colon in one title reads badly
    mark = " – " if re.search(r":\s", local) else ": "
    return f"{number}{umbrella}{mark}{local if shouts else spelling.set(local)}"


def _unnumbered(title: str) -> str:
    match = _NUMBER.match(title)
    return title[match.end() :] if match else title


def _behind(local: str, umbrella: str) -> str:
    """'Gemengde scholen:' -> 'Gemengde scholen (voorkomen van segregatie):'."""
    ending = match[0] if (match := _MARK.search(local)) else ""
    bare = local[: len(local) - len(ending)]
    small = umbrella if umbrella.isupper() else _lowered(umbrella)
    if _BRACKETED.search(bare):
        return f"{bare} – {small}{ending}"
    return f"{bare} ({small}){ending}"


def _beyond(umbrella: str, local: str) -> str:
    """What `local` says after the words that open it and stand in the umbrella too."""
    own = set(_folded(umbrella))
    words = list(_WORD.finditer(local))
    opening = list(takewhile(lambda word: fold(word[0]) in own, words))
    while opening and fold(opening[-1][0]) in FUNCTION_WORDS:
        opening.pop()
    if not any(len(word[0]) >= _HEAVY for word in opening):
        return local
    return local[opening[-1].end() :].strip()


def _merged(umbrella: str, rest: str) -> str:
    """The umbrella with what a title says beyond it."""
    rest = _COLON.sub("", rest.lstrip(" :;,.–-"))
    if not rest:
        return umbrella
    first = fold(words[0]) if (words := _WORD.findall(rest)) else ""
    linking = first in FUNCTION_WORDS and rest.casefold().startswith(first)
    if linking and first not in {"van", "en", "of"} and " en " not in umbrella:
        return f"{umbrella} {rest}"
    if linking and first in {"van", "en", "of"}:
        rest = re.sub(r"^\S+\s+(?:(?:de|het|een)\s+)?", "", rest) or rest
    return f"{umbrella}: {rest}"


class LocalSpelling:
    """Local titles as they stand after a colon: in lower case, unless a name or abbreviation.

    Whether a word is a name shows from the document itself: a name has its capital within a
    sentence too.
    """

    def __init__(self, texts: Iterable[str], titles: Iterable[str] = ()) -> None:
        self._lower: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        for text in texts:
            self._lower.update(re.findall(r"(?<![\w-])[^\W\d_A-Z][\w'-]+", text))
            self._inside.update(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]+", text))
        self._titles = frozenset(titles)
        lettered = [title for title in self._titles if _is_lettered(title)]
        self._all_capitals = len(lettered) > 1 and all(title.isupper() for title in lettered)

    def shouts(self, title: str) -> bool:
        """Whether `title` is to be in capitals, as all titles of its document are."""
        return self._all_capitals and (title.isupper() or title not in self._titles)

    def set(self, title: str) -> str:
        """`title` as it stands after a colon; only the case of letters differs."""
        words = re.findall(r"[^\W\d_]+", title)
        if len(words) > 1 and title.isupper():
            title = re.sub(r"[^\W\d_]+", _uncapitalised, title)
        first = re.match(r"[\w'-]+", title)
        if not first or _PROPER.match(title) or self._is_name(first.group()):
            return title
        following = re.match(r"\s+([A-Z][a-z]+)\b", title[first.end() :])
        if following and is_word(following[1].lower()) and not self._is_name(following[1]):
            return title  # 'Nationaal Programma': a name of two common words
        return _lowered(title)

    def _is_name(self, word: str) -> bool:
        small = word[0].lower() + word[1:]
        within, lower = self._inside[word], self._lower[small]
        if within or lower:
            return within > lower
        return word in _words().names


def _is_lettered(title: str) -> bool:
    return len(re.findall(r"[^\W\d_]", title)) > 3


def _folded(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _words() -> TitleWords:
    return load_title_words()


def _uncapitalised(match: re.Match[str]) -> str:
    """'SEGREGATIE' -> 'segregatie', 'VVE' -> 'VVE', 'EN' -> 'en'."""
    word = match.group()
    small = word.casefold()
    if small in {"po", "vo"}:
        return word
    return word if len(word) <= 4 and small not in _words().small_words else small


def _lowered(text: str) -> str:
    """The first letter in lower case, but for abbreviations: 'OAB-budget', 'IKC', 'E-learning'."""
    first = re.match(r"[^\W\d_]+", text)
    if not first or (len(first.group()) > 1 and not first.group()[1:].islower()):
        return text
    # a capital loses its accent (Technische Handleiding, Taalunie): 'Eén' is 'één' written large
    initial = "é" if first.group() == "Eén" else text[0].lower()
    return initial + text[1:]
