"""The whole detector on each municipality, with models that have not seen it.

    python training/classifier/crossvalidate.py [FOLDER ...]

Prints the tables of `leaterms evaluate` for the annotated documents in each FOLDER (the
project's samples and the examples, unless named). Both models, that of jargon and that of
assertions, are trained anew without the municipalities of a sixth of all, in turn; the calibration
is the shipped one.
"""

import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from fitting import Fitter
from texts import read_documents, read_fields, read_lines
from train import DOCUMENTS, FOLDS, HERE, LINES, MODEL, ROOT

from leaterms.detection import AssertionClassifier, Classifier, Detector
from leaterms.detection.classifier import unpack
from leaterms.evaluation import AnnotatedDocument, Evaluation, evaluate_sources, to_text
from leaterms.language import Parser
from leaterms.vocabulary import load_vocabulary

ASSERTION = ROOT / "training" / "assertion"
sys.path.append(str(ASSERTION))
from judging import SURE, fit_judges  # noqa: E402 - from the folder beside this one
from passages import Reader, read_rules  # noqa: E402 - idem
from passages import read_blocks as read_judged_blocks  # noqa: E402 - idem
from passages import read_documents as read_judged  # noqa: E402 - idem


def main() -> None:
    """Run the command."""
    vocabulary = load_vocabulary()
    shipped = unpack((MODEL / "classifier.npz").read_bytes())
    fields = read_fields(HERE / "velden.yaml")
    fitter = Fitter(shipped.themes, dict(vocabulary.classes), fields)
    alone = Detector(vocabulary)
    documents = [e for folder in DOCUMENTS for e in read_documents(folder, alone)]
    lines = read_lines(LINES, alone)
    reader = Reader.of(vocabulary)
    judged = [j for folder in DOCUMENTS for j in read_judged(folder, reader)]
    blocks = [*read_judged_blocks(ASSERTION / "teksten", reader), *read_rules(vocabulary, reader)]
    origins = sorted({example.origin for example in documents})
    parser = Parser()

    @lru_cache(maxsize=FOLDS)
    def detector_without(fold: int) -> Detector:
        out = frozenset(origins[fold::FOLDS])
        fitted = fitter.fit([e for e in documents if e.origin not in out] + lines)
        lexical, full = fit_judges([j for j in judged if j.origin not in out] + blocks)
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
            AssertionClassifier(lexical, full, SURE, parser),
        )

    def detector_of(document: AnnotatedDocument) -> Detector:
        name = document.header.municipalities[0]
        # of a municipality without a document of the consultation, nothing was trained on
        return detector_without(origins.index(name) % FOLDS if name in origins else 0)

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
