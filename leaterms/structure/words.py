"""The word lists of structure: `vocab/structuur.yaml`, checked, and as patterns.

A phrase is matched on whole words without regard to capitals; `*` stands for the rest of a
word: 'peuter*' finds 'Peutergroep'.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import VocabularyError
from leaterms.rules import parse_rules
from leaterms.vocabulary import read_shipped

__all__ = ["NotLea", "Phrases", "StructureWords", "find_phrase", "is_phrase", "shipped_words"]

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]
Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class NotLea:
    """Words in a meeting's name that tell that it is another meeting, and which."""

    reason: Text
    words: Phrases


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class StructureWords:
    """The lists of `structuur.yaml`; what each is for stands in that file."""

    titles_verslag: Phrases
    titles_besluitenlijst: Phrases
    titles_besluitenlijst_first: Phrases
    titles_agenda: Phrases
    titles_other: Phrases
    title_masks: Phrases
    letter_words: Phrases
    memo_words: Phrases
    agenda_words: Phrases
    verslag_words: Phrases
    besluit_words: Phrases
    item_words: Phrases
    agenda_labels: Phrases
    stock_titles: Phrases
    opening_titles: Phrases
    closing_titles: Phrases
    list_titles: Phrases
    inner_list_titles: Phrases
    reference_words: Phrases
    label_titles: Phrases
    column_number: Phrases
    column_item: Phrases
    column_maybe_item: Phrases
    column_list: Phrases
    column_title: Phrases
    column_text: Phrases
    column_time: Phrases
    column_task: Phrases
    column_actions: Phrases
    date_cues: Phrases
    date_distractors: Phrases
    date_afterwords: Phrases
    present_labels: Phrases
    invited_labels: Phrases
    absent_labels: Phrases
    absent_words: Phrases
    admin_labels: Phrases
    column_person: Phrases
    column_organisation: Phrases
    column_role: Phrases
    column_present: Phrases
    column_absent: Phrases
    party_labels: Phrases
    roles_gemeente: Phrases
    roles_wethouder: Phrases
    roles_bestuur: Phrases
    not_bestuur: Phrases
    roles_kinderopvang: Phrases
    roles_school: Phrases
    roles_director: Phrases
    roles_plain: Phrases
    school_board_words: Phrases
    care_words: Phrases
    care_kinds: Phrases
    class_words: Phrases
    organisations_gemeente: Phrases
    organisations_kinderopvang: Phrases
    organisations_bestuur: Phrases
    organisations_school: Phrases
    organisations_none: Phrases
    body_nouns: Phrases
    body_lea: Phrases
    body_surely_lea: Phrases
    body_partners: Phrases
    body_before_place: Phrases
    not_lea: Annotated[tuple[NotLea, ...], Field(min_length=1)]
    subjects_lea: Phrases
    subjects_other: Phrases
    subjects_supervision: Phrases
    not_municipality: Phrases


@lru_cache(maxsize=1)
def shipped_words() -> StructureWords:
    """The shipped word lists.

    Raises:
        VocabularyError: the file has faults; one line per fault.
        FileNotFoundError: the file is not there; the installation is damaged.
    """
    name = "structuur.yaml"
    adapter = TypeAdapter(StructureWords)
    return parse_rules(read_shipped(name), name, adapter, VocabularyError).value


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # longest first, so that 'afwezig met kennisgeving' is found before 'afwezig'
    parts = (_regex(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w]){_either(parts)}(?![\w])", re.IGNORECASE)


@lru_cache(maxsize=256)
def _whole(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # the text is matched without the full stop at its end, which 'w.v.t.t.k.' has too
    bare = (phrase.rstrip(".") for phrase in sorted(phrases, key=len, reverse=True))
    parts = (_regex(phrase, whole=True) for phrase in bare)
    return re.compile(_either(parts), re.IGNORECASE)


def _either(parts: Iterable[str]) -> str:
    return f"(?:{'|'.join(parts)})"


def _regex(phrase: str, *, whole: bool = False) -> str:
    words = []
    for word in phrase.split():
        if word == "*":
            words.append(".+" if whole else r"[\w'-]+")
        else:
            words.append(re.escape(word).replace(r"\*", r"[\w-]*"))
    return r"\s+".join(words)


def find_phrase(phrases: tuple[str, ...], text: str) -> list[re.Match[str]]:
    """All matches of the phrases in `text`, in order, not overlapping."""
    return list(_pattern(phrases).finditer(text))


def is_phrase(phrases: tuple[str, ...], text: str) -> bool:
    """True if all of `text` (without colon or full stop at its end) is one of the phrases.

    A `*` that stands alone is any text: 'opening *' is 'Opening en mededelingen'.
    """
    return _whole(phrases).fullmatch(text.strip().rstrip(":.").strip()) is not None
