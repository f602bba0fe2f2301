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
    """The subject of a sentence; `verb` is where its verb begins (0 for nobody)."""

    who: Who
    verb: int = 0


_LEAD = r"(?:(?:Dus|Verder|Ook|En|Daarna|Daarom|Uiteindelijk:|Tot slot)\s+)?"
_ADDRESS = r"(?:[Dd]e heer |[Dd]e heren |[Mm]evrouw |[Ww]ethouder |[Mm]evr\. |[Mm]w\. |[Dd]hr\. )?"
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
    r"(?:Dat|Die|Dit|Dan|Daarom|Daarna|Verder|Ook|(?:In|Op|Per|Voor|Vóór|Uiterlijk|Na)\s(?:\S+\s){0,3}?\S+)"
    rf"\s+(?=[a-zà-ÿ]+(?:t|en|at|oet)\s+(?P<names>{_NAME}))"
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
        return Subject(Who.PERSON, named.end())
    lower = text.casefold()
    group = cues.group.match(lower)
    if group and len(lower) == len(text):
        after = re.compile(r"(?:\s(?:van|en)\s\S+)?\s+(?=[a-zà-ÿ])").match(text, group.end())
        if after:
            return Subject(Who.GROUP, after.end())
    pronoun = _PRONOUN.match(lower)
    if pronoun:
        we = pronoun["word"] in ("we", "wij", "ik")
        return Subject(Who.WE if we else Who.PRONOUN, pronoun.end())
    turned = _TURNED.match(text)
    if turned and _is_present(turned["names"], people):
        return Subject(Who.PERSON, turned.end())
    return Subject(Who.NOBODY)


def _is_present(names: str, people: frozenset[str]) -> bool:
    bare = re.sub(r"(?<=[A-Z])\.", "", names)  # 'W.K.' is 'WK'
    return any(word in people for word in re.findall(r"[\w'’-]+", bare))
