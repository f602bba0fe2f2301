"""Who does something by the words with which a sentence begins.

'Noor en Teun maken', 'De besturen leveren', 'We gaan', and the other way round: 'Dat zoekt
Noor uit'. A sentence of another subject mostly tells how things are.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from leaterms.assessment.cues import Cues

__all__ = ["Subject", "Who", "read_subject"]


class Who(StrEnum):
    """What kind of subject it is."""

    PERSON = "person"  # someone present, by name
    GROUP = "group"  # 'de besturen', 'iedere school'
    WE = "we"  # the table, or the speaker
    PRONOUN = "pronoun"  # 'zij', 'hij': someone named before
    NOBODY = "nobody"  # a thing, or someone who is not there


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a sentence; `verb` is where its verb begins (0 for nobody).

    `start` and `end` are where the words of the subject stand (half-open).
    """

    who: Who
    verb: int = 0
    start: int = 0
    end: int = 0


_LEAD = r"(?:(?:Dus|Verder|Ook|En|Daarna|Daarom|Uiteindelijk:|Tot slot)\s+)?"
_ADDRESS = (
    r"(?:[Dd]e heer |[Dd]e heren |[Mm]evrouw |[Ww]ethouder |[Ww]eth\. |[Mm]evr\. |[Mm]w\. |"
    r"[Dd]hr\. |[Hh]r\. )?"
)
_ARTICLES = (
    r"(?!(?:De|Het|Een|Er|Dit|Dat|Die|Deze|In|Op|Voor|Bij|Van|Per|Na|Dus|Ook|Verder|Daarna)\b)"
)
_SURNAME = r"(?:(?:Van|De|Den|Ter|Ten|Van den|Van der|Van de)\s(?=[A-ZÀ-Ý]))?"
_NAME = (
    rf"(?:{_ADDRESS}{_SURNAME}{_ARTICLES})"
    r"(?:(?:[A-Z]\.){2,3}|[A-ZÀ-Ý][\w'’&-]*)(?:\s(?:van|de|den|der|ten|ter|[A-ZÀ-Ý][\w'’-]*))*"
)
_NAMES = re.compile(rf"{_LEAD}(?P<names>{_NAME}(?:(?:,|\sen|\s\+|\s&)\s{_NAME})*)\s+(?=[a-zà-ÿ])")
_PRONOUN = re.compile(rf"(?:{_LEAD.lower()})(?P<word>we|wij|ik|zij|ze|hij)\s+(?=[a-zà-ÿ])")
# 'Dat zoekt Noor uit', 'Vóór 1 mei stuurt Noor een lijst'
_TURNED = re.compile(
    r"(?:Dat|Die|Dit|Dan|Daarom|Daarna|Verder|Ook|Tot die tijd|Vervolgens|Straks|Morgen|"
    r"(?:Hier|Daar)[a-z]*|"
    r"(?:In|Op|Per|Voor|Vóór|Uiterlijk|Na|Vanaf|Binnen|Met|Tot|Over|Begin|Eind|Half|Medio|Deze|Komende?|"
    r"Volgende?)\s(?:[^\s,;:]+\s){0,5}?[^\s,;:]+)"
    rf"\s+(?=[a-zà-ÿ]+(?:t|en|aan)\s+(?:(?P<names>{_NAME})|(?P<group>(?:de|het|alle|beide|elke?|"
    r"iedere?)\s[a-zà-ÿ'-]+)|(?P<we>we|wij|ik)\b))"
)


def read_subject(text: str, people: frozenset[str], cues: Cues) -> Subject:
    """The subject of a sentence as printed.

    Args:
        text: the sentence.
        people: words that name someone present.
        cues: the cues; `group` has those without a name.
    """
    named = _NAMES.match(text)
    if named and _is_present(named["names"], people):
        return Subject(Who.PERSON, named.end(), *named.span("names"))
    lower = text.casefold()
    group = cues.group.match(lower)
    if group and len(lower) == len(text):
        after = re.compile(r"(?:\s(?:van|en)\s\S+)?\s+(?=[a-zà-ÿ])").match(text, group.end())
        if after:
            return Subject(Who.GROUP, after.end(), 0, after.end())
    pronoun = _PRONOUN.match(lower)
    if pronoun:
        we = pronoun["word"] in ("we", "wij", "ik")
        return Subject(Who.WE if we else Who.PRONOUN, pronoun.end(), *pronoun.span("word"))
    turned = _TURNED.match(text)
    if turned and turned["names"] and _is_present(turned["names"], people):
        return Subject(Who.PERSON, turned.end(), *turned.span("names"))
    if turned and turned["group"] and cues.group.match(turned["group"].casefold()):
        return Subject(Who.GROUP, turned.end(), *turned.span("group"))
    if turned and turned["we"]:
        return Subject(Who.WE, turned.end(), *turned.span("we"))
    return Subject(Who.NOBODY)


def _is_present(names: str, people: frozenset[str]) -> bool:
    bare = re.sub(r"(?<=[A-Z])\.", "", names)  # 'W.K.' is 'WK'
    return any(word in people for word in re.findall(r"[\w'’-]+", bare))
