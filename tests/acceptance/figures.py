"""The figures that must not fall: vocabulary and classifier on three sample municipalities.

    python -m tests.acceptance.figures      # or: make pin

measures them and writes them into figures.json beside this file. The classifier has seen these
texts in training, so the figures flatter; what they are for is to fall when something breaks.
How good leaterms is on texts it has not seen: docs/metingen.md.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from leaterms.detection import Detector
from leaterms.evaluation import (
    Evaluation,
    Score,
    compare_finders,
    detect_in,
    evaluate_matched,
    match_sources,
)
from leaterms.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
PINNED = Path(__file__).with_name("figures.json")
MUNICIPALITIES = frozenset({"Graafdonk", "Klinkenveen", "Zwaluwenborg"})
LOWER_IS_BETTER = frozenset({"false_mentions_per_document_outside_lea"})
SLACK = 0.015
SLACK_OUTSIDE = 0.5

ADVICE = (
    "If that is not what your change is for, mend the change. If it is (a rule gave way to a "
    "better one, the classifier was trained again, a sample was added or mended), see first that "
    "the figures of municipalities left out of the training did not fall (python "
    "training/classifier/crossvalidate.py), then pin the new figures with 'make pin' (or: python "
    "-m tests.acceptance.figures), and say in the commit why they fell."
)


def measure() -> dict[str, float]:
    """Figure by name, with four decimals; `documents` and `mentions` say what was measured on."""
    vocabulary = load_vocabulary()
    matched = [
        (document, result)
        for document, result in match_sources(ROOT / "corpus_samples" / "annotaties", vocabulary)
        if document.header.municipalities[0] in MUNICIPALITIES
    ]
    whole = evaluate_matched(detect_in(matched, vocabulary), vocabulary, structured=False)
    finders = {"": Detector(vocabulary)}
    (alone,) = compare_finders(matched, finders, vocabulary, structured=False)
    found = _figures(whole)
    found["vocabulary_alone_f1"] = alone.evaluation.partial.f1
    return {name: round(value or 0.0, 4) for name, value in found.items()}


def _figures(evaluation: Evaluation) -> dict[str, float | None]:
    mentions, wordings = evaluation.partial, evaluation.by_wording()
    jargon = wordings.get("jargon", Score())
    return {
        "documents": len(evaluation.documents),
        "mentions": mentions.right + mentions.missed,
        "mention_precision": mentions.precision,
        "mention_recall": mentions.recall,
        "exact_words_f1": evaluation.strict.f1,
        "item_f1": evaluation.items.f1,
        "statutory_f1": wordings.get("statutory", Score()).f1,
        "jargon_precision": jargon.precision,
        "jargon_f1": jargon.f1,
        "assertion": evaluation.assertion.value,
        "coverage_status": evaluation.coverage.status.value if evaluation.coverage else None,
        "false_mentions_per_document_outside_lea": evaluation.outside.value,
    }


def describe_falls(measured: Mapping[str, float], pinned: Mapping[str, float]) -> list[str]:
    """A line for each figure that is worse than pinned by more than the slack, or not there."""
    lines = []
    for name, before in pinned.items():
        now = measured.get(name)
        if now is None:
            lines.append(f"{name}: pinned at {before}, no longer measured")
        elif name in {"documents", "mentions"}:
            if now != before:
                lines.append(f"{name}: {before:.0f} were pinned, the samples now have {now:.0f}")
        elif name in LOWER_IS_BETTER:
            if now > before + SLACK_OUTSIDE:
                lines.append(f"{name}: rose from {before} to {now} (slack {SLACK_OUTSIDE})")
        elif now < before - SLACK:
            lines.append(f"{name}: fell from {before} to {now} (slack {SLACK})")
    return lines


def read_pinned() -> dict[str, float]:
    """The pinned figures, by name."""
    pinned: dict[str, float] = json.loads(PINNED.read_text(encoding="utf-8"))
    return pinned


def main() -> None:
    """Measure and pin; print what changed."""
    before = read_pinned() if PINNED.exists() else {}
    measured = measure()
    text = json.dumps(measured, indent=2) + "\n"
    PINNED.write_text(text, encoding="utf-8", newline="\n")
    for name, value in measured.items():
        print(f"{name:42} {before.get(name, '-')!s:>8} -> {value}")


if __name__ == "__main__":
    main()
