"""The rules of an assessment, as a policy adviser edits them in `vocab/beoordeling.yaml`.

Each names its source, in the law or in what the inspectorate publishes; sources, themes and
partners are held against the files that list them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.assessment.finished import compile_finished
from leaterms.assessment.patterns import compile_phrases
from leaterms.assessment.risk import Risk
from leaterms.errors import VocabularyError
from leaterms.rules import Rules, parse_rules
from leaterms.structure import Partner
from leaterms.vocabulary import Source, Theme, read_shipped

__all__ = [
    "Calendar",
    "Condition",
    "Criteria",
    "Papers",
    "Raise",
    "RemarkRule",
    "load_criteria",
    "parse_criteria",
]

_FILE = "beoordeling.yaml"
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[tuple[_Text, ...], Field(min_length=1)]
_Years = Annotated[int, Field(ge=1, le=20)]
_Yes = Literal["ja", "nee"]


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _ConditionEntry:
    partner: Partner
    themes: _Texts
    words: _Texts
    source: _Text


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Raise:
    """What makes a risk higher: where `when` holds, `risk` becomes `to`.

    `reason` is a Dutch sentence, with {partners} for the names of who was missing.
    """

    when: Literal["partner_missing", "attendance_unknown"]
    risk: Risk
    to: Risk
    reason: _Text
    source: _Text


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _RemarkEntry:
    id: _Text
    label: _Text
    phrases: _Texts
    source: _Text
    unless: tuple[_Text, ...] = ()
    denied_only: _Yes = "nee"


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _PaperEntry:
    years: _Years
    titles: _Texts
    source: _Text


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _EarlierEntry:
    years: _Years
    finished: _Texts
    source: _Text


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _CalendarEntry:
    announcements: _Texts
    schedules: _Texts
    names: _Texts
    subjects: _Texts
    series: _Texts
    others: _Texts
    source: _Text


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class _CriteriaFile:
    conditions: tuple[_ConditionEntry, ...]
    raises: tuple[Raise, ...]
    overleg: tuple[_RemarkEntry, ...]
    grounds: tuple[_RemarkEntry, ...]
    still_fit: tuple[_RemarkEntry, ...]
    papers: _PaperEntry
    earlier: _EarlierEntry
    calendar: _CalendarEntry


@dataclass(frozen=True, slots=True)
class Condition:
    """`partner` must be there for `themes` only where `words` are found in the item."""

    partner: Partner
    themes: tuple[str, ...]
    words: re.Pattern[str]
    source: str


@dataclass(frozen=True, slots=True)
class RemarkRule:
    """Sentences that say something about the talk: with `phrases` and without `unless`.

    `denied_only`: only where the theme beside it is said not to have been talked about, or
    is postponed.
    """

    id: str
    label: str
    phrases: re.Pattern[str]
    unless: re.Pattern[str] | None
    denied_only: bool
    source: str

    def fits(self, sentence: str) -> bool:
        """Whether a sentence in lower case says it."""
        if not self.phrases.search(sentence):
            return False
        return self.unless is None or not self.unless.search(sentence)


@dataclass(frozen=True, slots=True)
class Papers:
    """Documents with agreements for more years: their titles; how long they hold by default."""

    titles: re.Pattern[str]
    years: int
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What tells when meetings are: the words before a date, before a list of dates, ...

    ... `names` of the consultation, `subjects` (the names among them) beside a number of times a
    year, `series`, the names of a meeting that is numbered, and `others`, the words of meetings
    of other bodies.
    """

    announcements: re.Pattern[str]
    schedules: re.Pattern[str]
    names: re.Pattern[str]
    subjects: re.Pattern[str]
    series: re.Pattern[str]
    others: re.Pattern[str]
    source: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """All rules of an assessment; patterns are for text in lower case.

    `earlier_years` is how many years back what was agreed in minutes still stands, unless
    `finished` finds that it is done.
    """

    conditions: tuple[Condition, ...]
    raises: tuple[Raise, ...]
    overleg: tuple[RemarkRule, ...]
    grounds: tuple[RemarkRule, ...]
    still_fit: tuple[RemarkRule, ...]
    papers: Papers
    earlier_years: int
    finished: re.Pattern[str]
    calendar: Calendar


@cache
def load_criteria() -> Criteria:
    """The shipped rules, read once.

    Raises:
        VocabularyError: the file has faults.
    """
    return parse_criteria(
        read_shipped(_FILE), _FILE, themes=_ids("themas.yaml"), sources=_ids("bronnen.yaml")
    )


def _ids(name: str) -> frozenset[str]:
    """The ids of the themes or sources in a shipped file."""
    adapter: TypeAdapter[tuple[Theme, ...] | tuple[Source, ...]]
    adapter = TypeAdapter(tuple[Theme, ...] if name == "themas.yaml" else tuple[Source, ...])
    entries = parse_rules(read_shipped(name), name, adapter, VocabularyError).value
    return frozenset(entry.id for entry in entries)


def parse_criteria(
    text: str, name: str, *, themes: frozenset[str], sources: frozenset[str]
) -> Criteria:
    """Read and check the rules in the YAML `text` of the file `name`.

    Args:
        text: the YAML, decoded.
        name: the file's name, as it stands in messages.
        themes: the ids of the themes.
        sources: the keys of the sources.

    Raises:
        VocabularyError: the text breaks the format, or names a theme or source that is not
            there; one line per fault, all faults at once.
    """
    rules = parse_rules(text, name, TypeAdapter(_CriteriaFile), VocabularyError)
    faults = list(_faults(rules, themes, sources))
    if faults:
        raise VocabularyError("\n".join(faults))
    entries = rules.value
    return Criteria(
        conditions=tuple(
            Condition(e.partner, e.themes, compile_phrases(e.words), e.source)
            for e in entries.conditions
        ),
        raises=entries.raises,
        overleg=_remark_rules(entries.overleg),
        grounds=_remark_rules(entries.grounds),
        still_fit=_remark_rules(entries.still_fit),
        papers=Papers(
            compile_phrases(entries.papers.titles), entries.papers.years, entries.papers.source
        ),
        earlier_years=entries.earlier.years,
        finished=compile_finished(entries.earlier.finished),
        calendar=Calendar(
            announcements=compile_phrases(entries.calendar.announcements),
            schedules=compile_phrases(entries.calendar.schedules),
            names=compile_phrases(entries.calendar.names),
            subjects=compile_phrases((*entries.calendar.names, *entries.calendar.subjects)),
            series=compile_phrases(entries.calendar.series),
            others=compile_phrases(entries.calendar.others),
            source=entries.calendar.source,
        ),
    )


def _remark_rules(entries: Iterable[_RemarkEntry]) -> tuple[RemarkRule, ...]:
    return tuple(
        RemarkRule(
            id=entry.id,
            label=entry.label,
            phrases=compile_phrases(entry.phrases),
            unless=compile_phrases(entry.unless) if entry.unless else None,
            denied_only=entry.denied_only == "ja",
            source=entry.source,
        )
        for entry in entries
    )


def _faults(
    rules: Rules[_CriteriaFile], themes: frozenset[str], sources: frozenset[str]
) -> Iterator[str]:
    """What only other files can tell: themes and sources that are not there."""
    entries = rules.value
    for number, condition in enumerate(entries.conditions):
        for place, theme in enumerate(condition.themes):
            if theme not in themes:
                at = rules.at("conditions", number, "themes", place)
                yield f"{at}: '{theme}' is geen thema; de thema's staan in themas.yaml"
    named = [
        *_named(rules, "conditions", [entry.source for entry in entries.conditions]),
        *_named(rules, "raises", [entry.source for entry in entries.raises]),
        *_named(rules, "overleg", [entry.source for entry in entries.overleg]),
        *_named(rules, "grounds", [entry.source for entry in entries.grounds]),
        *_named(rules, "still_fit", [entry.source for entry in entries.still_fit]),
        (entries.papers.source, rules.at("papers", "source")),
        (entries.earlier.source, rules.at("earlier", "source")),
        (entries.calendar.source, rules.at("calendar", "source")),
    ]
    for source, at in named:
        if source not in sources:
            yield f"{at}: '{source}' is geen bron; zet de bron in bronnen.yaml"


def _named(
    rules: Rules[_CriteriaFile], key: str, sources: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The sources that the entries of a list name, each with its place."""
    for number, source in enumerate(sources):
        yield source, rules.at(key, number, "source")
