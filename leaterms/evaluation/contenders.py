"""Several ways to find mentions, measured on the same documents."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from leaterms.detection import load_detector
from leaterms.evaluation.baselines import Finder, make_baselines
from leaterms.evaluation.evaluate import Matched, evaluate_matched
from leaterms.evaluation.evaluation import Evaluation
from leaterms.vocabulary import Vocabulary

__all__ = ["Contender", "compare_finders", "compare_with_baselines", "detect_in"]


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to find mentions, and what it is worth.

    `seconds` is what finding takes per document, on one core of this machine, without reading
    the file and without building the finder.
    """

    name: str
    evaluation: Evaluation
    seconds: float


def compare_with_baselines(
    matched: Matched, vocabulary: Vocabulary, *, structured: bool
) -> tuple[Contender, ...]:
    """The whole detector first, then the baselines (`baselines`), on the records of `matched`."""
    finders: dict[str, Finder] = {"leaterms": load_detector(vocabulary)}
    finders |= make_baselines(vocabulary)
    return compare_finders(matched, finders, vocabulary, structured=structured)


def compare_finders(
    matched: Matched, finders: Mapping[str, Finder], vocabulary: Vocabulary, *, structured: bool
) -> tuple[Contender, ...]:
    """Let each finder have every record, in the order given.

    Args:
        matched: annotated documents, each with its row of the scan; the mentions in it are
            replaced by those that the finder gives.
        finders: the finders by name.
        vocabulary: its themes are those of the coverage.
        structured: whether the structure was read, not taken from the annotations.
    """
    return tuple(
        _run(name, finder, matched, vocabulary, structured=structured)
        for name, finder in finders.items()
    )


def detect_in(matched: Matched, vocabulary: Vocabulary) -> Matched:
    """`matched` with what the whole detector finds in its records, in this process."""
    return _refind(load_detector(vocabulary), matched)


def _run(
    name: str, finder: Finder, matched: Matched, vocabulary: Vocabulary, *, structured: bool
) -> Contender:
    records = [result.record for _, result in matched if result and result.record]
    for record in records[:1]:
        finder.detect(record)  # not timed: the first loads word lists that others then have too
    start = time.perf_counter()
    refound = _refind(finder, matched)
    seconds = time.perf_counter() - start
    evaluation = evaluate_matched(refound, vocabulary, structured=structured)
    return Contender(name, evaluation, seconds / len(records) if records else 0.0)


def _refind(finder: Finder, matched: Matched) -> Matched:
    return [
        (
            document,
            replace(result, mentions=finder.detect(result.record))
            if result and result.record
            else result,
        )
        for document, result in matched
    ]
