"""The word lists of relabelling, as a policy adviser edits them in `vocab/herlabelen.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.assessment import any_literal
from leaterms.errors import VocabularyError
from leaterms.rules import parse_rules
from leaterms.vocabulary import read_shipped

__all__ = ["TitleWords", "Umbrella", "load_title_words", "parse_title_words"]

_FILE = "herlabelen.yaml"
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[tuple[_Text, ...], Field(min_length=1)]


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Umbrella:
    """Words that name all of `themes` at once; `texts` has the fullest first."""

    themes: _Texts
    texts: _Texts


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _TitleFile:
    openings: _Texts
    alone: _Texts
    minutes: _Texts
    closings: _Texts
    elsewhere: _Texts
    umbrellas: tuple[Umbrella, ...]
    apart: tuple[_Texts, ...]
    beside: dict[_Text, tuple[_Text, ...]]
    names: _Texts
    small_words: _Texts


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The lists as they are used.

    `neutral` matches a whole title that names no subject, `closing` the start of one at the end
    of an agenda, `elsewhere` a word of one that is about something else than the themes, all
    without regard to case. Themes that are `apart` share no title. `beside`
    has, by theme, those it fits beside, the most akin first. `names` keep their capital;
    `small_words` are no abbreviations.
    """

    neutral: re.Pattern[str]
    closing: re.Pattern[str]
    elsewhere: re.Pattern[str]
    umbrellas: tuple[Umbrella, ...]
    apart: tuple[frozenset[str], ...]
    beside: dict[str, tuple[str, ...]]
    names: frozenset[str]
    small_words: frozenset[str]


@cache
def load_title_words() -> TitleWords:
    """The shipped lists, read once.

    Raises:
        VocabularyError: the file has faults.
    """
    return parse_title_words(read_shipped(_FILE), _FILE)


def parse_title_words(text: str, name: str) -> TitleWords:
    """Read and check the lists in the YAML `text` of the file `name`.

    Raises:
        VocabularyError: the text breaks the format; one line per fault.
    """
    lists = parse_rules(text, name, TypeAdapter(_TitleFile), VocabularyError).value
    openings, alone, minutes = (
        any_literal(lists.openings),
        any_literal(lists.alone),
        any_literal(lists.minutes),
    )
    # after 'verslag': nothing, a date, or which meeting it is of
    dated = (
        r"(?:\W*|\W+(?:van\s+)?(?:(?:de|het)\s+)?(?:vorig|vergadering|overleg|bijeenkomst|lea\b|"
        r"d\.?d|en\b|\d|(?:maan|dins|woens|donder|vrij)dag|januari|februari|maart|april|mei|juni|"
        r"juli|augustus|september|oktober|november|december).*)"
    )
    adopted = (
        rf"(?:vaststell(?:en|ing)|bespreking|goedkeuring)\s+(?:van\s+)?(?:(?:de|het)\s+)?"
        rf"(?:agenda\b|{minutes}).*"
    )
    return TitleWords(
        neutral=re.compile(
            rf"\W*(?:(?:de|het)\s+)?(?:(?:{openings})(?!\w).{{0,45}}|(?:{alone})\W*|"
            rf"(?:{minutes}){dated}|{adopted})",
            re.IGNORECASE,
        ),
        closing=re.compile(rf"\W*(?:{any_literal(lists.closings)})(?!\w)", re.IGNORECASE),
        elsewhere=re.compile(
            rf"(?<!\w)(?:{any_literal(lists.elsewhere)})(?!\w)".replace(r"\*", r"[\w-]*"),
            re.IGNORECASE,
        ),
        umbrellas=lists.umbrellas,
        apart=tuple(frozenset(themes) for themes in lists.apart),
        beside=lists.beside,
        names=frozenset(lists.names),
        small_words=frozenset(lists.small_words),
    )
