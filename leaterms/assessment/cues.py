"""The cues of agreements, as a policy adviser edits them in `vocab/afspraken.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.assessment.patterns import PhraseFinder, find_phrases, literal
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
    state: _Texts


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _CueFile:
    openings: _Texts
    outcomes: _Texts
    formulas: _Texts
    moves: _Texts
    actions: _Texts
    changes: _Texts
    adoptions: _Texts
    margins: _Texts
    leftovers: _Texts
    narrations: _Texts
    descriptions: _Texts
    states: _Texts
    denials: _Texts
    assents: _Texts
    standings: _Texts
    announcements: _Texts
    groups: _Texts
    outsiders: _Texts
    blocks: _Texts
    undone: _Texts
    notices: _Texts
    finished: _Texts
    lists: _Texts
    done: _Texts
    minutes_titles: _Texts
    columns: _Columns


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues as patterns over lower-case text.

    `opening` matches at the start of a sentence, up to and with its colon; its group `rest` is
    what stands between the word and the colon ('Actie Ruben:'). `outcome` is such a label that
    may also open something else ('Conclusie:'). The titles match
    the start of a title. `columns` gives what a column holds
    ('agreement', 'task', 'who', 'when', 'state') by its heading.
    """

    opening: re.Pattern[str]
    outcome: re.Pattern[str]
    formula: PhraseFinder
    move: PhraseFinder
    action: PhraseFinder
    change: PhraseFinder
    adoption: PhraseFinder
    narration: PhraseFinder
    description: PhraseFinder
    state: PhraseFinder
    denial: PhraseFinder
    assent: PhraseFinder
    standing: PhraseFinder
    announcement: PhraseFinder
    group: PhraseFinder
    outsider: PhraseFinder
    block: PhraseFinder
    undone: PhraseFinder
    done: re.Pattern[str]
    notice_title: re.Pattern[str]
    finished_title: re.Pattern[str]
    list_title: re.Pattern[str]
    outcome_title: re.Pattern[str]
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
    columns["state"] = cues.columns.state
    outcomes = "|".join(literal(word) for word in cues.outcomes)
    done = "|".join(literal(word) for word in cues.done)
    return Cues(
        opening=re.compile(
            rf"\W*(?:{openings})(?!\w)(?P<rest>[^:.]{{0,40}}):\s*|\W*actie\s+(?P<who>[^:.]{{1,30}}):"
            rf"|\W*(?:ap|a|b)\W?\d{{1,3}}(?:[-.]\d{{1,3}})?\s*:\s*"
        ),
        outcome=re.compile(rf"\W*(?:{outcomes})(?!\w)[^:.]{{0,20}}:\s*"),
        formula=find_phrases(cues.formulas),
        move=find_phrases(cues.moves),
        action=find_phrases(cues.actions, before=_NO_NOUN),
        change=find_phrases(cues.changes),
        adoption=find_phrases(cues.adoptions),
        narration=find_phrases(cues.narrations),
        description=find_phrases(cues.descriptions),
        state=find_phrases(cues.states),
        denial=find_phrases(cues.denials),
        assent=find_phrases(cues.assents),
        standing=find_phrases(cues.standings),
        announcement=find_phrases(cues.announcements),
        group=find_phrases(cues.groups),
        outsider=find_phrases(cues.outsiders),
        block=find_phrases(cues.blocks),
        undone=find_phrases(cues.undone),
        done=re.compile(rf"\W*(?:{done})(?!\w)"),
        notice_title=_title(cues.notices),
        finished_title=_title(cues.finished),
        list_title=_title(cues.lists),
        outcome_title=_title(cues.outcomes),
        minutes_title=_title(cues.minutes_titles),
        margin_title=_title(cues.margins),
        leftover_title=_title(cues.leftovers),
        columns={label: kind for kind, labels in columns.items() for label in labels},
    )


def _title(openings: tuple[str, ...]) -> re.Pattern[str]:
    """Titles that open with one of the words, perhaps after one other: 'Concept verslag'."""
    words = "|".join(literal(opening) for opening in openings)
    return re.compile(rf"\W*(?:\w+\W+)?(?:{words})(?!\w)")
