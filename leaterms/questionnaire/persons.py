"""Persons that minutes name outside the attendance: 'Hans meldt', 'daarna vraagt Anneke'.

A first name is known by what it does, and by being no ordinary word; the first names that are
one ('Roos'), the verbs and the words before names of bodies stand in `vocab/personen.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import VocabularyError
from leaterms.language import is_word, readings
from leaterms.rules import parse_rules
from leaterms.vocabulary import read_shipped

__all__ = ["PersonWords", "find_speakers", "load_person_words", "parse_person_words"]

_FILE = "personen.yaml"
_SURE = 0.2  # of a compound; 'Willemijn' could be one of 'wille' and 'mijn'
_Texts = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class _PersonFile:
    speaking: _Texts
    acting: _Texts
    names: _Texts
    bodies: _Texts


@dataclass(frozen=True, slots=True)
class PersonWords:
    """The lists as they are used.

    `before` finds who speaks or acts at the start of a sentence, `after` who speaks within one;
    each has the group `who`. `names` are first names that are words too, in lower case. `body`
    finds what a body is called (group `name`).
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    names: frozenset[str]
    body: re.Pattern[str]


@cache
def load_person_words() -> PersonWords:
    """The shipped lists, read once.

    Raises:
        VocabularyError: the file has faults.
    """
    return parse_person_words(read_shipped(_FILE), _FILE)


_NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-ÿĀ-ž]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-ÿĀ-ž]+)?"
_MORE = rf"(?:\s+(?:(?:van|de|den|der|ten|ter|el|al)\s+)*{_NAME}){{0,2}}"


def parse_person_words(text: str, name: str) -> PersonWords:
    """Read and check the lists in the YAML `text` of the file `name`.

    Raises:
        VocabularyError: the text breaks the format; one line per fault.
    """
    lists = parse_rules(text, name, TypeAdapter(_PersonFile), VocabularyError).value
    doing = "|".join(map(re.escape, (*lists.speaking, *lists.acting)))
    speaking = "|".join(map(re.escape, lists.speaking))
    bodies = "|".join(map(re.escape, lists.bodies))
    return PersonWords(
        before=re.compile(
            rf"(?:^|[.!?:;]\s|[-–•*|]\s*)(?P<who>{_NAME}{_MORE})\s+(?:{doing})(?!\w)", re.MULTILINE
        ),
        after=re.compile(rf"(?<!\w)(?:{speaking}|aldus|volgens)\s+(?P<who>{_NAME}{_MORE})(?!\w)"),
        names=frozenset(lists.names),
        body=re.compile(rf"(?<!\w)(?i:{bodies})\s+(?:(?:De|Het|'t)\s+)?(?P<name>{_NAME}{_MORE})"),
    )


def find_speakers(texts: Iterable[str]) -> frozenset[str]:
    """The words that name who speaks or acts in `texts`, as printed; none of a body."""
    words = load_person_words()
    found: set[str] = set()
    bodies: set[str] = set()
    for text in texts:
        bodies.update(
            word for match in words.body.finditer(text) for word in _words(match["name"])
        )
        for pattern in (words.before, words.after):
            for match in pattern.finditer(text):
                found.update(_named(match["who"], words))
    return frozenset(found - bodies)


def _named(who: str, words: PersonWords) -> Iterator[str]:
    """The words of a name, where it is one: 'Hans de Vries', but not 'Desgevraagd'."""
    first, *others = _words(who)
    if first.lower() in words.names or not _is_ordinary(first):
        yield first
        yield from (word for word in others if not _is_ordinary(word))


def _is_ordinary(word: str) -> bool:
    """Whether a word, written small, is one of Dutch, or a compound of them."""
    small = word.lower()
    return is_word(small) or any(reading.score >= _SURE for reading in readings(small))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
