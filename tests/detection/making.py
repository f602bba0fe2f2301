"""Small vocabularies, records and classifiers, made for one test each."""

from collections.abc import Mapping, Sequence

import numpy as np

from leaterms.detection.classifier import Calibration, Group, Parameters
from leaterms.detection.features import GROUPS
from leaterms.detection.spans import SpanModel, row_of
from leaterms.detection.trees import Trees
from leaterms.structure import Item, Kind, Level, MeetingRecord
from leaterms.vocabulary import (
    AssertionRule,
    Confidence,
    Decoy,
    Doubt,
    Scope,
    Shares,
    Term,
    Vocabulary,
    Wording,
)

# With these a lone lemma of weight 4 is scored 0.5, one of weight 8 0.982 (see `make_parameters`)
SLOPE, OFFSET = 2.9629750227, 4.1075555662
CONFIDENCE = Confidence(
    Shares(0.9, 0.88, 0.85, 0.8),
    Shares(0.7, 0.68, 0.65, 0.6),
    doubt_lea=Doubt(0.02, 0.05),
    doubt_elsewhere=Doubt(0.05, 0.3),
)


def make_term(label: str, *themes: str, **more: object) -> Term:
    """A term with the label as its id."""
    values: dict[str, object] = {
        "id": label,
        "label": label,
        "themes": themes or ("segregatie",),
        "wording": Wording.JARGON,
        "source": "BRON",
        "matches": ("-",),
        "rejects": ("-",),
        **more,
    }
    return Term(**values)  # type: ignore[arg-type]


def make_decoy(label: str, *themes: str, **more: object) -> Decoy:
    return Decoy(label, label, "BRON", ("-",), ("-",), themes, **more)  # type: ignore[arg-type]


def make_rule(assertion: str, scope: Scope, *cues: str, **more: object) -> AssertionRule:
    values: dict[str, object] = {
        "id": f"{assertion}-{scope.value}",
        "assertion": assertion,
        "cues": cues,
        "scope": scope,
        "source": "BRON",
        "matches": ("-",),
        "rejects": ("-",),
        **more,
    }
    return AssertionRule(**values)  # type: ignore[arg-type]


def make_vocabulary(
    *entries: Term | Decoy | AssertionRule, classes: Mapping[str, tuple[str, ...]] | None = None
) -> Vocabulary:
    """A vocabulary of these entries, `classes` expanded."""
    return Vocabulary(
        themes=(),
        terms=tuple(e for e in entries if isinstance(e, Term)),
        decoys=tuple(e for e in entries if isinstance(e, Decoy)),
        assertions=tuple(e for e in entries if isinstance(e, AssertionRule)),
        sources=(),
        classes=dict(classes or {}),
        confidence=CONFIDENCE,
        files=(),
    )


def make_record(*items: Item, kind: Kind = Kind.VERSLAG, is_lea: bool = True) -> MeetingRecord:
    return MeetingRecord(kind, Level.ONBEKEND, None, "", (), is_lea, "", (), (), items)


def make_parameters(
    weights: Mapping[str, float],
    themes: Sequence[str] = ("segregatie",),
    examples: Mapping[str, str] | None = None,
    spans: SpanModel | None = None,
) -> Parameters:
    """A classifier that knows lemmas: of a lone lemma of weight w each judge has log odds w - 4.

    The score is calibrated so that a lone lemma of weight 4 has 0.5, of 8 has 0.98.

    `examples` are known texts with the theme of each. Without `spans` all words of a
    sentence carry its theme.
    """
    known = dict(examples or {})
    n = len(themes)
    judges = 2 * n + 1
    none = Group({}, np.empty(0, np.float32), np.empty((0, judges), np.float32), 1.0)
    words = Group(
        {name: row for row, name in enumerate(weights)},
        np.ones(len(weights), np.float32),
        np.repeat(np.array(list(weights.values()), np.float32)[:, None], judges, axis=1),
        1.0,
    )
    return Parameters(
        themes=tuple(themes),
        groups={name: words if name == "w" else none for name in GROUPS},
        bias=np.full(judges, -4.0, np.float32),
        alone=Calibration(SLOPE, OFFSET),
        context=first_feature(),
        among=Calibration(SLOPE, OFFSET),
        certain=0.9,
        possible=0.3,
        classes={},
        fields={},
        examples=tuple(known),
        example_themes=np.array(
            [[theme == own for theme in themes] for own in known.values()], np.bool_
        ).reshape(len(known), n),
        spans=spans or make_spans({}),
    )


def first_feature() -> Trees:
    """Trees that answer with the score of the passage by itself, in steps of 0.05."""
    steps = np.arange(-12.0, 1.0, 0.05)
    n = len(steps)
    # a tree a step: its root, the leaf below the step and the leaf above it
    left = np.full(3 * n, -1, np.int32)
    right = np.full(3 * n, -1, np.int32)
    roots = np.arange(0, 3 * n, 3, dtype=np.int32)
    left[roots], right[roots] = roots + 1, roots + 2
    threshold = np.zeros(3 * n)
    threshold[roots] = steps
    value = np.zeros(3 * n)
    value[roots + 2] = 0.05
    value[[1, 2]] += steps[0]
    return Trees(np.zeros(3 * n, np.int16), threshold, left, right, value, roots)


def make_spans(weights: Mapping[str, tuple[float, float, float]], other: float = 1.0) -> SpanModel:
    """Spans with these weights (begins, inside, ends) by feature.

    Words without one are inside by log odds `other`, and begin and end nowhere.
    """
    table = np.zeros((1024, 3), np.float32)
    for feature, row in weights.items():
        table[row_of(feature, len(table))] = row
    return SpanModel(table, np.array([0.0, other, 0.0], np.float32))
