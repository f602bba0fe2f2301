"""What answers say and point to, as a policy adviser edits it in `vocab/antwoorden.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.assessment import any_literal, compile_phrases
from leaterms.errors import VocabularyError
from leaterms.rules import parse_rules
from leaterms.structure import Partner
from leaterms.vocabulary import read_shipped

__all__ = ["AnswerWords", "load_answer_words", "parse_answer_words"]

_FILE = "antwoorden.yaml"
_Texts = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
_Said = Literal["ja", "nee", "deels", "n.v.t."]
_Asked = Literal["overleg", "afspraken", "meetbaar"]


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class _AnswerFile:
    replies: dict[_Said, _Texts]
    alone: _Texts
    denials: dict[_Asked, _Texts]
    unless: _Texts
    partners: dict[Partner, _Texts]
    absent: _Texts
    agreements: _Texts
    papers: _Texts


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The lists as patterns, for text in lower case.

    `replies` match the start of an answer, the first that fits counts; `alone` a whole one that
    says no. `denials`, by kind of question, find a no in a sentence that has none of `unless`.
    `partners` and `papers` find what an answer names, `agreements` that it rests on some, and
    `absent` that it may name what is not there.
    """

    replies: tuple[tuple[str, re.Pattern[str]], ...]
    alone: re.Pattern[str]
    denials: dict[str, re.Pattern[str]]
    unless: re.Pattern[str]
    partners: dict[Partner, re.Pattern[str]]
    absent: re.Pattern[str]
    agreements: re.Pattern[str]
    papers: re.Pattern[str]


@cache
def load_answer_words() -> AnswerWords:
    """The shipped lists, read once.

    Raises:
        VocabularyError: the file has faults.
    """
    return parse_answer_words(read_shipped(_FILE), _FILE)


def parse_answer_words(text: str, name: str) -> AnswerWords:
    """Read and check the lists in the YAML `text` of the file `name`.

    Raises:
        VocabularyError: the text breaks the format; one line per fault.
    """
    lists = parse_rules(text, name, TypeAdapter(_AnswerFile), VocabularyError).value
    return AnswerWords(
        # a full stop within a word, as of an address, ends none: 'j.janssen@...'
        replies=tuple(
            (said, re.compile(rf"(?:{any_literal(words)})(?!\w|\.\w)"))
            for said, words in lists.replies.items()
        ),
        alone=re.compile(rf"(?:{any_literal(lists.alone)})\W*$"),
        denials={asked: compile_phrases(phrases) for asked, phrases in lists.denials.items()},
        unless=compile_phrases(lists.unless),
        partners={partner: compile_phrases(words) for partner, words in lists.partners.items()},
        absent=compile_phrases(lists.absent),
        agreements=compile_phrases(lists.agreements),
        papers=compile_phrases(lists.papers),
    )
