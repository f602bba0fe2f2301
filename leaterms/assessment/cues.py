"""The cues of agreements, as a policy adviser edits them in `vocab/afspraken.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.assessment.patterns import compile_phrases, literal
from leaterms.errors import VocabularyError
from leaterms.rules import parse_rules
from leaterms.vocabulary import read_shipped

__all__ = ["Cues", "load_cues", "parse_cues"]

_FILE = "afspraken.yaml"
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_Texts = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


# After one of these a word is no verb: 'de regel', 'een start'
_NO_NOUN = "".join(
    rf"(?<!\b{word}\s)" for word in ("de", "het", "een", "deze", "dit", "geen", "te")
)


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _Columns:
    agreement: _Texts
    task: _Texts
    who: _Texts
    when: _Texts


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _CueFile:
    openings: _Texts
    formulas: _Texts
    moves: _Texts
    actions: _Texts
    changes: _Texts
    adoptions: _Texts
    margins: _Texts
    leftovers: _Texts
    narrations: _Texts
    states: _Texts
    blocks: _Texts
    lists: _Texts
    minutes_titles: _Texts
    columns: _Columns


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues as patterns over lower-case text.

    `opening` matches at the start of a sentence, up to and with its colon; its group `rest` is
    what stands between the word and the colon ('Actie Ruben:'). The titles match
    the start of a title. `columns` gives what a column holds
    ('agreement', 'task', 'who', 'when') by its heading.
    """

    opening: re.Pattern[str]
    formula: re.Pattern[str]
    move: re.Pattern[str]
    action: re.Pattern[str]
    change: re.Pattern[str]
    adoption: re.Pattern[str]
    narration: re.Pattern[str]
    state: re.Pattern[str]
    block: re.Pattern[str]
    list_title: re.Pattern[str]
    minutes_title: re.Pattern[str]
    margin_title: re.Pattern[str]
    leftover_title: re.Pattern[str]
    columns: dict[str, str]


@cache
def load_cues() -> Cues:
    """The shipped cues, read once.

    Raises:
        VocabularyError: the file has faults.
    """
    return parse_cues(read_shipped(_FILE), _FILE)


def parse_cues(text: str, name: str) -> Cues:
    """Read and check the cues in the YAML `text` of the file `name`.

    Raises:
        VocabularyError: the text breaks the format; one line per fault.
    """
    cues = parse_rules(text, name, TypeAdapter(_CueFile), VocabularyError).value
    openings = "|".join(literal(word) for word in cues.openings)
    columns = {"agreement": cues.columns.agreement, "who": cues.columns.who}
    columns["task"], columns["when"] = cues.columns.task, cues.columns.when
    return Cues(
        opening=re.compile(
            rf"\W*(?:{openings})(?!\w)(?P<rest>[^:.]{{0,40}}):\s*|\W*actie\s+(?P<who>[^:.]{{1,30}}):"
        ),
        formula=compile_phrases(cues.formulas),
        move=compile_phrases(cues.moves),
        action=re.compile(_NO_NOUN + f"(?:{compile_phrases(cues.actions).pattern})"),
        change=compile_phrases(cues.changes),
        adoption=compile_phrases(cues.adoptions),
        narration=compile_phrases(cues.narrations),
        state=compile_phrases(cues.states),
        block=compile_phrases(cues.blocks),
        list_title=_title(cues.lists),
        minutes_title=_title(cues.minutes_titles),
        margin_title=_title(cues.margins),
        leftover_title=_title(cues.leftovers),
        columns={label: kind for kind, labels in columns.items() for label in labels},
    )


def _title(openings: tuple[str, ...]) -> re.Pattern[str]:
    """Titles that open with one of the words, perhaps after one other: 'Concept verslag'."""
    words = "|".join(literal(opening) for opening in openings)
    return re.compile(rf"\W*(?:\w+\s+)?(?:{words})(?!\w)")
