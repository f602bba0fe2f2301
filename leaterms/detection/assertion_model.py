"""A second opinion on assertions, learned from judged passages, run with numpy alone.

The rules of `vocab/beweringen.yaml` come first: their verdict is the strongest of the features.
Softmax regressions judge each mention by the words around it; only a doubtful one has its sentence
parsed. Boosted trees then decide on all mentions of an item together (`assertion_context`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.assertion import Verdict, default_of
from leaterms.detection.assertion_context import read_neighbours, stand_alone
from leaterms.detection.assertion_features import lexical_features, syntactic_features, word_of
from leaterms.detection.matching import Hit
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import ReadItem
from leaterms.detection.trees import Trees
from leaterms.language import FUNCTION_WORDS, Parser
from leaterms.models import read_model
from leaterms.structure import Kind

__all__ = [
    "OUTCOMES",
    "AssertionClassifier",
    "AssertionModel",
    "Judge",
    "Place",
    "decide",
    "load_assertions",
    "pack",
    "unpack",
]

OUTCOMES = ("default", "not_discussed", "postponed", "quoted")
"""What it tells apart: what the kind of document shows by itself, and the three others."""

# as sure the judges must be that a passage is plain
_PLAIN = 0.75  # for its surroundings not to count
_OVERRULES = 0.8  # for a rule not to count
_MOST_WORDS = 2  # that `why` names

Place = tuple[int, Hit]
"""A mention: the number of its passage, and its words there."""


@dataclass(frozen=True, slots=True)
class Judge:
    """A softmax regression over named features: `weights` has a row a feature.

    Weights and `bias` have a column an outcome, in the order of `OUTCOMES`.
    """

    rows: dict[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def odds(self, features: frozenset[str]) -> NDArray[np.float32]:
        """The probability of each outcome."""
        known = sorted(self.rows[name] for name in features if name in self.rows)
        raw = self.bias + self.weights[known].sum(axis=0)
        powers = np.exp(raw - raw.max())
        odds: NDArray[np.float32] = powers / powers.sum()
        return odds

    def telling(self, features: frozenset[str], outcome: int) -> tuple[str, ...]:
        """The words that speak most for `outcome`, strongest first."""
        gains: dict[str, float] = {}
        for name in features:
            word = word_of(name)
            if name in self.rows and word and word not in FUNCTION_WORDS - {"niet", "geen"}:
                row = self.weights[self.rows[name]]
                gain = float(row[outcome] - np.delete(row, outcome).mean())
                gains[word] = gains.get(word, 0.0) + gain
        ranked = sorted(gains, key=lambda word: (-gains[word], word))
        return tuple(word for word in ranked[:_MOST_WORDS] if gains[word] > 0)


@dataclass(frozen=True, slots=True)
class AssertionModel:
    """`lexical` judges without the parse, `full` with it, `trees` among the others of the item.

    `sure`: from this probability of `default` on, the words alone settle it. `trees` has one
    entry an outcome: that with the highest answer is the outcome.
    """

    lexical: Judge
    full: Judge
    sure: float
    trees: tuple[Trees, ...]


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the judges say of one mention."""

    judge: Judge
    features: frozenset[str]
    odds: NDArray[np.float32]
    by_words: NDArray[np.float32]
    by_rules: int


class AssertionClassifier:
    """Judges mentions; the result depends on the item, the model and the parser alone."""

    def __init__(self, model: AssertionModel, parser: Parser) -> None:
        self._model = model
        self._parser = parser

    def judge(
        self, read: ReadItem, places: Sequence[Place], kind: Kind, verdicts: Sequence[Verdict]
    ) -> tuple[Verdict, ...]:
        """The verdicts on the mentions at `places` of one item, where the rules gave `verdicts`.

        `places` stand in order, the heading's first.
        """
        if not places:
            return ()
        plain = default_of(kind)
        opinions = [
            self._opinion(read, number, hit, kind, verdict)
            for (number, hit), verdict in zip(places, verdicts, strict=True)
        ]
        rows = read_neighbours(
            np.stack([opinion.odds for opinion in opinions]),
            np.stack([opinion.by_words for opinion in opinions]),
            [opinion.by_rules for opinion in opinions],
            [read.passages[number].in_heading for number, _ in places],
            kind,
        )
        outcomes = decide(self._model.trees, rows, [opinion.by_rules for opinion in opinions])
        return tuple(
            _verdict(opinion, int(outcome), plain, verdict)
            for opinion, outcome, verdict in zip(opinions, outcomes, verdicts, strict=True)
        )

    def _opinion(
        self, read: ReadItem, number: int, hit: Hit, kind: Kind, verdict: Verdict
    ) -> _Opinion:
        judge = self._model.lexical
        features = lexical_features(read, number, hit, kind, verdict)
        odds = by_words = judge.odds(features)
        if odds[0] < self._model.sure:
            judge = self._model.full
            features |= self._parsed(read, number, hit)
            odds = judge.odds(features)
        name = verdict.assertion.value
        by_rules = OUTCOMES.index(name) if name in OUTCOMES else 0
        if verdict.assertion is default_of(kind):
            by_rules = 0
        return _Opinion(judge, features, odds, by_words, by_rules)

    def _parsed(self, read: ReadItem, number: int, hit: Hit) -> frozenset[str]:
        passage = read.passages[number]
        start, end = passage.span(hit)
        base = passage.sentence.start
        return syntactic_features(self._parser.parse(passage.quote), start - base, end - base)


def decide(
    trees: Sequence[Trees], rows: NDArray[np.float64], by_rules: Sequence[int]
) -> NDArray[np.intp]:
    """The outcome of each mention: an index in OUTCOMES.

    The trees decide where the judges doubt and others stand around the mention.

    Args:
        trees: one entry an outcome; that with the highest answer is the outcome.
        rows: the features, as of `read_neighbours`: what the judges say comes first.
        by_rules: what the rules say, which gives way to plain only where that is sure.
    """
    odds = rows[:, : len(OUTCOMES)]
    said = np.asarray(by_rules, np.intp)
    among = np.stack([tree.answer(rows) for tree in trees]).argmax(axis=0)
    among[odds[:, 0] >= _PLAIN] = 0
    outcomes = np.where(stand_alone(rows), odds.argmax(axis=1), among)
    kept = (said != 0) & (outcomes == 0) & (odds[:, 0] < _OVERRULES)
    decided: NDArray[np.intp] = np.where(kept, said, outcomes)
    return decided


def _verdict(opinion: _Opinion, outcome: int, plain: Assertion, by_rules: Verdict) -> Verdict:
    """The outcome as a verdict; that of the rules where they say the same."""
    if by_rules.assertion is not plain and by_rules.assertion.value not in OUTCOMES:
        return by_rules  # a rule of a municipality's own that makes a talk of any document
    if outcome == opinion.by_rules:
        return by_rules
    if outcome == 0:
        return Verdict(plain)
    # words tell it only if they alone would have
    told = opinion.judge.telling(opinion.features, outcome)
    words = told if int(opinion.odds.argmax()) == outcome else ()
    return Verdict(Assertion(OUTCOMES[outcome]), words=words)


def load_assertions(parser: Parser | None = None) -> AssertionClassifier:
    """The shipped model, checked against the hash on its card.

    Args:
        parser: None: the Dutch pipeline inside leaterms.

    Raises:
        LeatermsError: the files are missing or are not those that were shipped.
    """
    data = read_model("leaterms.detection", "assertion", "Het model voor beweringen")
    return AssertionClassifier(unpack(data), parser or Parser())


def pack(model: AssertionModel) -> bytes:
    """A model as the bytes of an .npz file without pickles; weights are kept as float16."""
    arrays: dict[str, NDArray[np.generic]] = {"sure": np.array([model.sure], np.float64)}
    for outcome, trees in zip(OUTCOMES, model.trees, strict=True):
        arrays |= trees.arrays(outcome)
    for name, judge in (("lexical", model.lexical), ("full", model.full)):
        arrays[f"{name}_names"] = np.frombuffer("\n".join(judge.rows).encode("utf-8"), np.uint8)
        arrays[f"{name}_weights"] = judge.weights.astype(np.float16)
        arrays[f"{name}_bias"] = judge.bias.astype(np.float32)
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpack(data: bytes) -> AssertionModel:
    """The model in the bytes that `pack` gave."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:

        def judge(name: str) -> Judge:
            names = arrays[f"{name}_names"].tobytes().decode("utf-8").split("\n")
            return Judge(
                {feature: row for row, feature in enumerate(names)},
                arrays[f"{name}_weights"].astype(np.float32),
                arrays[f"{name}_bias"],
            )

        return AssertionModel(
            judge("lexical"),
            judge("full"),
            float(arrays["sure"][0]),
            tuple(Trees.of(arrays, outcome) for outcome in OUTCOMES),
        )
