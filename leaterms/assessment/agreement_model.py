"""A second opinion on agreements, learned from annotated minutes, run with numpy alone.

The rules come first (`agreement_rules`): what they saw is the strongest of the features, and what
they bar stays out. Where the words of a passage and what stands around it tell otherwise, this
decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from leaterms.assessment.agreement_features import find_features
from leaterms.assessment.agreement_rules import ReadItem, ReadPassage
from leaterms.assessment.cues import Cues
from leaterms.assessment.signs import weigh
from leaterms.detection import Judge
from leaterms.models import read_model

__all__ = ["AgreementClassifier", "Verdict", "load_agreements", "settle"]

# From which probability on a passage is an agreement:
_MARKED = 0.05  # one that is marked as such ('Besluit:', a list of actions, minutes adopted)
_KEPT = 0.25  # one that the rules take for an agreement
_FOUND = 0.5  # one in which they see none
_TOLD = 0.8  # one that they take for what someone told
_MARKS = frozenset({"adopted", "labelled", "listed", "opening", "put off"})
# What the rules see here and do not take for an agreement is none, however much it looks like one.
_DENIALS = frozenset({"act denied", "notice", "others", "reviewed", "undone", "wish of someone"})
_FAINT = 0.0  # the weight of the signs below which the words make no agreement either


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on a passage, and the words that speak most for an agreement."""

    read: ReadPassage
    agrees: bool
    words: tuple[str, ...] = ()


class AgreementClassifier:
    """Judges the passages of an item; the result depends on the item and the model alone.

    `judge` has two outcomes: none, and an agreement.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def judge(self, read: ReadItem, cues: Cues) -> Iterator[Verdict]:
        """A verdict on each passage, in order."""
        for number, passage in enumerate(read.passages):
            if is_ruled_out(passage):
                yield Verdict(passage, agrees=False)
                continue
            features = find_features(read, number, cues)
            agrees = settle(float(self._judge.odds(features)[1]), passage)
            yield Verdict(passage, agrees, self._judge.telling(features, 1) if agrees else ())


def is_ruled_out(read: ReadPassage) -> bool:
    """Whether the rules leave nothing to judge."""
    if read.agrees:
        return False
    return read.barred or bool(read.cues & _DENIALS) or weigh(read.cues) < _FAINT


def settle(probability: float, read: ReadPassage) -> bool:
    """Whether it is an agreement, by the model's `probability` and the rules."""
    if is_ruled_out(read):
        return False
    if read.agrees:
        return probability >= (_MARKED if read.cues & _MARKS else _KEPT)
    return probability >= (_TOLD if "told by someone" in read.cues else _FOUND)


@cache
def load_agreements() -> AgreementClassifier:
    """The shipped model, read once, checked against the hash on its card.

    Raises:
        LeatermsError: the files are missing or are not those that were shipped.
    """
    data = read_model("leaterms.assessment", "agreement", "Het model voor afspraken")
    return AgreementClassifier(unpack(data))


def make_judge(names: list[str], weights: NDArray[np.float32], bias: float) -> Judge:
    """A judge of two outcomes by a weight a feature for the second."""
    table = np.zeros((len(names), 2), np.float32)
    table[:, 1] = weights
    return Judge({n: row for row, n in enumerate(names)}, table, np.array([0, bias], np.float32))


def pack(judge: Judge) -> bytes:
    """A judge as the bytes of an .npz file without pickles; weights are kept as float16."""
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        names=np.frombuffer("\n".join(judge.rows).encode("utf-8"), np.uint8),
        weights=judge.weights[:, 1].astype(np.float16),
        bias=judge.bias[1:].astype(np.float64),
    )
    return buffer.getvalue()


def unpack(data: bytes) -> Judge:
    """The judge in the bytes that `pack` gave."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        names = arrays["names"].tobytes().decode("utf-8").split("\n")
        return make_judge(names, arrays["weights"].astype(np.float32), float(arrays["bias"][0]))
