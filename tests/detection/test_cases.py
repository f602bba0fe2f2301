"""Dutch sentences with the mentions they hold, as data in tests/cases/mentions."""

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from leaterms.detection import Detector
from leaterms.errors import AnnotationError
from leaterms.rules import parse_rules
from leaterms.structure import Item, Kind, Level, MeetingRecord
from leaterms.vocabulary import load_vocabulary

FOLDER = Path(__file__).parents[1] / "cases" / "mentions"
KNOWN_FAILURES = {
    "overlap/heading-and-text",  # of finds that cross, the longer wins: 'scholen ... gemengde'
    "separable_verbs/register-a-child",  # the jargon for late registration is longer
    "word_order/who-promotes-stays-out",  # 'gemeente' is also a place where integration happens
}
"""Cases ('file/id') that detection gets wrong today; one that comes right must leave the set."""

STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, config=STRICT)
class Expected:
    """A phrase that must be found, with all its themes."""

    themes: Annotated[tuple[str, ...], Field(min_length=1)]
    words: str
    wording: str
    assertion: str


@dataclass(frozen=True, config=STRICT)
class Case:
    """A text, and every mention in it, the heading's first, then in order of place."""

    id: str
    text: str
    mentions: tuple[Expected, ...]
    title: str = ""
    kind: Kind = Kind.VERSLAG


def read_cases() -> dict[str, Case]:
    """All cases by 'file/id'."""
    cases: dict[str, Case] = {}
    adapter = TypeAdapter(tuple[Case, ...])
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for case in parse_rules(text, path.name, adapter, AnnotationError).value:
            name = f"{path.stem}/{case.id}"
            assert name not in cases, f"{name} is there twice"
            cases[name] = case
    return cases


CASES = read_cases()


@pytest.fixture(scope="module")
def detector() -> Detector:
    """The vocabulary alone: what the classifier adds is measured, not promised case by case."""
    return Detector(load_vocabulary())


def expected(case: Case) -> list[tuple[str, str, str, str]]:
    return [
        (theme, mention.words, mention.wording, mention.assertion)
        for mention in case.mentions
        for theme in mention.themes
    ]


def found(detector: Detector, case: Case) -> list[tuple[str, str, str, str]]:
    if case.title:
        item = Item(0, "1", case.title, case.text)
        record = MeetingRecord(case.kind, Level.ONBEKEND, None, "", (), True, "", (), (), (item,))
        mentions = detector.detect(record)
    else:
        mentions = detector.detect_text(case.text, kind=case.kind)
    return [(m.theme, m.quote, m.wording.value, m.assertion.value) for m in mentions]


@pytest.mark.parametrize("name", [name for name in CASES if name not in KNOWN_FAILURES])
def test_a_sentence_gives_its_mentions(detector: Detector, name: str) -> None:
    case = CASES[name]

    assert found(detector, case) == expected(case)


def test_every_known_failure_still_fails(detector: Detector) -> None:
    come_right = {
        name for name in KNOWN_FAILURES if found(detector, CASES[name]) == expected(CASES[name])
    }

    assert come_right == set()


def test_there_are_cases_of_every_subject() -> None:
    files = {name.partition("/")[0] for name in CASES}

    assert files == {
        "assertions",
        "false_friends",
        "hyphens",
        "inflection",
        "overlap",
        "separable_verbs",
        "slips",
        "word_order",
    }
    assert len(CASES) >= 80
