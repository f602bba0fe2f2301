"""A second opinion on assertions, learned from judged passages, run with numpy alone.

The rules of `vocab/beweringen.yaml` come first: their verdict is the strongest of the features.
Where the words around a mention tell otherwise than the rules, or where no rule fits, this
decides. Most mentions are settled by the words alone; only a doubtful one has its sentence parsed.
"""

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.assertion import Verdict, default_of
from leaterms.detection.assertion_features import lexical_features, syntactic_features, word_of
from leaterms.detection.matching import Hit
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import ReadItem
from leaterms.errors import LeatermsError
from leaterms.language import FUNCTION_WORDS, Parser
from leaterms.structure import Kind

__all__ = ["OUTCOMES", "AssertionClassifier", "Judge", "load_assertions", "settle"]

OUTCOMES = ("default", "not_discussed", "postponed", "quoted")
"""What it tells apart: what the kind of document shows by itself, and the three others."""

_DATA, _CARD = "assertion.npz", "assertion.json"
_MOST_WORDS = 2  # that `why` names
_OVERRULES = 0.8  # as sure it must be that a passage is plain, for a rule not to count


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
class _Parameters:
    """`lexical` judges without the parse, `full` with it.

    `sure`: from this probability of `default` on, the words alone settle it.
    """

    lexical: Judge
    full: Judge
    sure: float


class AssertionClassifier:
    """Judges mentions; the result depends on the passage, the model and the parser alone."""

    def __init__(self, lexical: Judge, full: Judge, sure: float, parser: Parser) -> None:
        self._parameters = _Parameters(lexical, full, sure)
        self._parser = parser

    def judge(
        self, read: ReadItem, number: int, hit: Hit, kind: Kind, verdict: Verdict
    ) -> Verdict:
        """The verdict on the mention `hit`, where the rules gave `verdict`."""
        plain = default_of(kind)
        if verdict.assertion is not plain and verdict.assertion.value not in OUTCOMES:
            return verdict  # a rule of a municipality's own that makes a talk of any document
        parameters = self._parameters
        features = lexical_features(read, number, hit, kind, verdict)
        judge = parameters.lexical
        odds = judge.odds(features)
        if odds[0] < parameters.sure:
            judge = parameters.full
            features |= self._parsed(read, number, hit)
            odds = judge.odds(features)
        by_rules = 0 if verdict.assertion is plain else OUTCOMES.index(verdict.assertion.value)
        outcome = settle(odds, by_rules)
        if outcome == by_rules:
            return verdict
        assertion = Assertion(OUTCOMES[outcome]) if outcome else plain
        if outcome == 0:
            return Verdict(plain)
        return Verdict(assertion, words=judge.telling(features, outcome))

    def _parsed(self, read: ReadItem, number: int, hit: Hit) -> frozenset[str]:
        passage = read.passages[number]
        start, end = passage.span(hit)
        base = passage.sentence.start
        return syntactic_features(self._parser.parse(passage.quote), start - base, end - base)


def settle(odds: NDArray[np.float32], by_rules: int) -> int:
    """The outcome by the `odds`, where a rule said `by_rules`: an index in OUTCOMES."""
    outcome = int(odds.argmax())
    kept = by_rules != 0 and outcome == 0 and odds[0] < _OVERRULES
    return by_rules if kept else outcome


def load_assertions(parser: Parser | None = None) -> AssertionClassifier:
    """The shipped model, checked against the hash on its card.

    Args:
        parser: None: the Dutch pipeline inside leaterms.

    Raises:
        LeatermsError: the files are missing or are not those that were shipped.
    """
    folder = files("leaterms.detection") / "model"
    try:
        data = (folder / _DATA).read_bytes()
        card = json.loads((folder / _CARD).read_text(encoding="utf-8"))
        expected = str(card["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LeatermsError(
            "Het model voor beweringen van leaterms ontbreekt; installeer leaterms opnieuw."
        ) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise LeatermsError(
            "Het model voor beweringen van leaterms is beschadigd of gewijzigd; installeer "
            "leaterms opnieuw."
        )
    lexical, full, sure = unpack(data)
    return AssertionClassifier(lexical, full, sure, parser or Parser())


def pack(lexical: Judge, full: Judge, sure: float) -> bytes:
    """A model as the bytes of an .npz file without pickles; weights are kept as float16."""
    arrays: dict[str, NDArray[np.generic]] = {"sure": np.array([sure], np.float64)}
    for name, judge in (("lexical", lexical), ("full", full)):
        arrays[f"{name}_names"] = np.frombuffer("\n".join(judge.rows).encode("utf-8"), np.uint8)
        arrays[f"{name}_weights"] = judge.weights.astype(np.float16)
        arrays[f"{name}_bias"] = judge.bias.astype(np.float32)
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpack(data: bytes) -> tuple[Judge, Judge, float]:
    """The lexical judge, the full one, and the surety in the bytes that `pack` gave."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:

        def judge(name: str) -> Judge:
            names = arrays[f"{name}_names"].tobytes().decode("utf-8").split("\n")
            return Judge(
                {feature: row for row, feature in enumerate(names)},
                arrays[f"{name}_weights"].astype(np.float32),
                arrays[f"{name}_bias"],
            )

        return judge("lexical"), judge("full"), float(arrays["sure"][0])
