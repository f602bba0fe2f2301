"""The whole detector on each municipality, with a classifier that has not seen it.

    python training/classifier/crossvalidate.py [FOLDER ...]

Prints the tables of `leaterms evaluate` for the annotated documents in each FOLDER (the
project's samples and the examples, unless named). The calibration is the shipped one.
"""

import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from fitting import Fitter
from texts import read_documents, read_fields, read_lines
from train import DOCUMENTS, HERE, LINES, MODEL

from leaterms.detection import Classifier, Detector
from leaterms.detection.classifier import unpack
from leaterms.evaluation import AnnotatedDocument, Evaluation, evaluate_sources, to_text
from leaterms.vocabulary import load_vocabulary


def main() -> None:
    """Run the command."""
    vocabulary = load_vocabulary()
    shipped = unpack((MODEL / "classifier.npz").read_bytes())
    fields = read_fields(HERE / "velden.yaml")
    fitter = Fitter(shipped.themes, dict(vocabulary.classes), fields)
    alone = Detector(vocabulary)
    examples = [e for folder in DOCUMENTS for e in read_documents(folder, alone)]
    examples += read_lines(LINES, alone)

    @lru_cache(maxsize=1)
    def detector_without(origin: str) -> Detector:
        fitted = fitter.fit([e for e in examples if e.origin != origin])
        return Detector(
            vocabulary,
            Classifier(
                replace(
                    fitted,
                    slope=shipped.slope,
                    offset=shipped.offset,
                    certain=shipped.certain,
                    possible=shipped.possible,
                )
            ),
        )

    def detector_of(document: AnnotatedDocument) -> Detector:
        return detector_without(document.header.municipalities[0])

    for folder in [Path(argument) for argument in sys.argv[1:]] or DOCUMENTS:
        print(f"== {folder}")
        found = evaluate_sources(folder, vocabulary, detector_of=detector_of)
        print(to_text(found))
        print(by_method(found))


def by_method(found: Evaluation) -> str:
    """How often a find is right, by wording and method: the source of `vocab/zekerheid.yaml`."""
    counts: dict[tuple[str, str], list[int]] = {}
    for document in found.documents:
        for pair in document.pairs:
            if pair.found is not None:
                key = (pair.found.wording.value, pair.found.method.value)
                right = counts.setdefault(key, [0, 0])
                right[0] += pair.gold is not None
                right[1] += 1
    lines = [
        f"{wording:10} {method:10} {right:5} of {total:5}  {right / total:.3f}"
        for (wording, method), (right, total) in sorted(counts.items())
    ]
    return "\n".join(["Right by wording and method", *lines])


if __name__ == "__main__":
    main()
