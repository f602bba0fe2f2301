"""Each assertion rule of the shipped vocabulary does what its own examples say."""

import re
from dataclasses import replace

import pytest

from leaterms.detection import Assertion, Detector
from leaterms.reading import BlockKind
from leaterms.structure import Item, Kind, Level, MeetingRecord, Segment
from leaterms.vocabulary import AssertionRule, Compounds, Term, Wording, load_vocabulary

VOCABULARY = load_vocabulary()


def judged(example: str, kind: Kind, *rules: AssertionRule) -> Assertion:
    """The assertion of the mention in [ ]; '# kop // zin // zin' is an item."""
    marked = re.search(r"\[(.+?)\]", example)
    assert marked, f"no [ ] in {example!r}"
    first, *rest = example.replace("[", "").replace("]", "").split(" // ")
    title = first[2:] if first.startswith("# ") else ""
    sentences = rest if title else [first, *rest]
    term = Term(
        id="proef",
        label=marked[1],
        themes=("segregatie",),
        wording=Wording.JARGON,
        source="PRAKTIJK",
        matches=("-",),
        rejects=("-",),
        compounds=Compounds.NONE,
        ordered=True,
    )
    text = " ".join(sentences)
    item = Item(
        0, "1", title, text, segments=(Segment(0, len(text), BlockKind.PARAGRAPH),) if text else ()
    )
    record = MeetingRecord(kind, Level.ONBEKEND, None, "", (), True, "", (), (), (item,))
    detector = Detector(replace(VOCABULARY, terms=(term,), decoys=(), assertions=rules))
    (mention,) = detector.detect(record)
    return mention.assertion


def kinds(rule: AssertionRule) -> list[Kind]:
    return [Kind(k) for k in rule.kinds] or [Kind.VERSLAG]


@pytest.mark.parametrize("rule", VOCABULARY.assertions, ids=lambda rule: rule.id)
def test_a_rule_decides_in_its_matches_and_not_in_its_rejects(rule: AssertionRule) -> None:
    marker = replace(rule, assertion="not_discussed")  # tells a fired rule from any default

    unfired = [
        s for s in rule.matches for k in kinds(rule) if judged(s, k, marker) != "not_discussed"
    ]
    misfired = [
        s for s in rule.rejects for k in kinds(rule) if judged(s, k, marker) == "not_discussed"
    ]

    assert unfired == []
    assert misfired == []


@pytest.mark.parametrize("rule", VOCABULARY.assertions, ids=lambda rule: rule.id)
def test_all_rules_together_give_a_rules_own_examples_its_assertion(rule: AssertionRule) -> None:
    given = {
        s: judged(s, k, *VOCABULARY.assertions).value for s in rule.matches for k in kinds(rule)
    }

    assert given == dict.fromkeys(given, rule.assertion)
