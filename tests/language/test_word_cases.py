"""Compounds, suspended hyphens and separated verbs, as data in tests/cases."""

from dataclasses import field
from pathlib import Path

import pytest
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from leaterms.errors import AnnotationError
from leaterms.language import lemmas, readings, tokenize
from leaterms.rules import parse_rules

FOLDER = Path(__file__).parents[1] / "cases"
STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, config=STRICT)
class Compound:
    """A word, its likeliest reading, and the lemma of the whole."""

    word: str
    parts: tuple[str, ...]
    linkers: tuple[str, ...]
    lemma: str


@dataclass(frozen=True, config=STRICT)
class Joined:
    """A text, the full words of its suspended parts, and its separated verbs."""

    text: str
    full: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)


def read(name, kind):
    text = (FOLDER / name).read_text(encoding="utf-8")
    return parse_rules(text, name, TypeAdapter(tuple[kind, ...]), AnnotationError).value


@pytest.mark.parametrize("case", read("samenstellingen.yaml", Compound), ids=lambda c: c.word)
def test_a_compound_has_its_parts_and_its_lemma(case: Compound):
    best = readings(case.word)[0]

    assert (best.parts, best.linkers, best.lemma) == (case.parts, case.linkers, case.lemma)
    assert case.lemma in lemmas(case.word)


@pytest.mark.parametrize("case", read("koppeltekens.yaml", Joined), ids=lambda c: c.text)
def test_suspended_parts_and_separated_verbs_are_whole(case: Joined):
    sentence = tokenize(case.text)
    words = [token.text for token in sentence.tokens]
    full = {t.text: t.forms[0] for t in sentence.tokens if t.forms[0] != t.text.lower()}
    verbs = {f"{words[p.verb]} {words[p.particle]}": p.form for p in sentence.pairs}

    assert {word: full.get(word) for word in case.full} == case.full
    assert verbs == case.verbs
