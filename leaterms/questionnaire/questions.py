"""The questions of the inspectorate's yearly questionnaire, as data that can be replaced.

The shipped list (`vocab/vragenlijst.yaml`) asks what the inspectorate is known to ask, in
words of ours; a year's real form is put in its place with `--questions`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import VocabularyError
from leaterms.rules import Rules, parse_rules
from leaterms.vocabulary import Theme, read_shipped

__all__ = ["Question", "QuestionKind", "Questionnaire", "load_questions", "parse_questions"]

_FILE = "vragenlijst.yaml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = "{jaar}"
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]


class QuestionKind(StrEnum):
    """What a question asks of its theme."""

    OVERLEG = "overleg"  # was it talked about
    PARTNERS = "partners"  # with whom
    AFSPRAKEN = "afspraken"  # was something agreed
    MEETBAAR = "meetbaar"  # are these agreements measurable
    WAAROM_NIET = "waarom-niet"  # why was there no talk, or no agreement
    VRIJ = "vrij"  # anything else, in free text

    @property
    def closed(self) -> bool:
        """Whether it is answered by ja, nee or deels."""
        return self in (QuestionKind.OVERLEG, QuestionKind.AFSPRAKEN, QuestionKind.MEETBAAR)


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Question:
    """One question; `id` is unique in its list. `theme` is '' only where `kind` is `vrij`."""

    id: Text
    kind: QuestionKind
    text: Text
    """In Dutch; '{jaar}' stands for the calendar year asked about."""
    source: Text
    """Key in bronnen.yaml, or the name of the form it was taken from."""
    theme: str = ""

    def ask(self, year: int) -> str:
        """The question about `year`, in one line."""
        return " ".join(self.text.replace(_YEAR, str(year)).split())


@with_config(_STRICT)
@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The questions in the order in which they are asked; `note` is shown above them."""

    title: Text
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    note: str = ""

    def of_theme(self, theme: str) -> tuple[Question, ...]:
        """The questions on one theme ('': on none), in order."""
        return tuple(question for question in self.questions if question.theme == theme)

    @property
    def themes(self) -> tuple[str, ...]:
        """The theme ids in the order in which they are first asked about, without ''."""
        return tuple(dict.fromkeys(q.theme for q in self.questions if q.theme))


_QUESTIONNAIRE = TypeAdapter(Questionnaire)


def load_questions(path: Path | None, themes: Sequence[Theme]) -> Questionnaire:
    """The questions in the YAML file at `path` (UTF-8); None: the shipped ones.

    Raises:
        VocabularyError: the file cannot be read, or breaks the format; one line per fault.
    """
    known = {theme.id for theme in themes}
    if path is None:
        return parse_questions(read_shipped(_FILE), _FILE, known)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise VocabularyError(
            f"{path}: dit bestand met vragen kan niet worden gelezen; controleer de naam en "
            "bewaar het als UTF-8."
        ) from fault
    return parse_questions(text, path.name, known)


def parse_questions(text: str, name: str, themes: Collection[str]) -> Questionnaire:
    """Read and check the YAML `text` of the file `name`; `themes` are the ids there are.

    Raises:
        VocabularyError: the text breaks the format; one line per fault, all at once.
    """
    rules = parse_rules(text, name, _QUESTIONNAIRE, VocabularyError)
    faults = list(_faults(rules, themes))
    if faults:
        raise VocabularyError("\n".join(faults))
    return rules.value


def _faults(rules: Rules[Questionnaire], themes: Collection[str]) -> Iterator[str]:
    """What the schema cannot say."""
    seen: dict[str, str] = {}
    for index, question in enumerate(rules.value.questions):
        place = rules.at("questions", index, "id")
        if not _ID.fullmatch(question.id):
            yield (
                f"{place}: '{question.id}' is geen id; gebruik kleine letters, cijfers en "
                "streepjes"
            )
        if question.id in seen:
            yield (
                f"{place}: '{question.id}' staat er al, op {seen[question.id]}; kies een ander id"
            )
        seen.setdefault(question.id, place)
        if question.theme and question.theme not in themes:
            known = ", ".join(sorted(themes))
            yield (
                f"{rules.at('questions', index, 'theme')}: '{question.theme}' is geen thema; "
                f"kies uit {known}"
            )
        if not question.theme and question.kind is not QuestionKind.VRIJ:
            yield (
                f"{place}: 'theme' ontbreekt bij '{question.id}'; alleen een vraag met kind: vrij "
                "mag zonder thema"
            )
