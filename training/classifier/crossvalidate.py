"""The whole detector on each municipality, with models that have not seen it.

    python training/classifier/crossvalidate.py [FOLDER ...]

Prints the tables of `leaterms evaluate` for the annotated documents in each FOLDER (the
project's samples and the examples, unless named). Both models, that of jargon and that of
assertions, are trained anew without the municipalities of a sixth of all, in turn.
"""

import argparse
import sys
from functools import lru_cache
from pathlib import Path

from fitting import Fitter
from held_out import leave_out
from texts import read_documents, read_fields, read_lines
from train import DOCUMENTS, HERE, LINES, ROOT

from leaterms.detection import AssertionClassifier, Classifier, Detector
from leaterms.evaluation import AnnotatedDocument, Evaluation, evaluate_sources, to_text
from leaterms.language import Parser
from leaterms.vocabulary import load_vocabulary

ASSERTION = ROOT / "training" / "assertion"
sys.path.append(str(ASSERTION))
from judging import leave_out as leave_assertions_out  # noqa: E402 - from the folder beside this one
from passages import Reader, read_rules  # noqa: E402 - idem
from passages import read_blocks as read_judged_blocks  # noqa: E402 - idem
from passages import read_documents as read_judged  # noqa: E402 - idem


def main() -> None:
    """Run the command."""
    arguments_parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments_parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    arguments_parser.add_argument("--threads", type=int, default=1, help="models to fit at a time")
    arguments = arguments_parser.parse_args()
    vocabulary = load_vocabulary()
    themes = [theme.id for theme in vocabulary.themes]
    fitter = Fitter(themes, dict(vocabulary.classes), read_fields(HERE / "velden.yaml"))
    alone = Detector(vocabulary)
    documents = [e for folder in DOCUMENTS for e in read_documents(folder, alone)]
    lines = read_lines(LINES, alone)
    reader = Reader.of(vocabulary)
    judged = [j for folder in DOCUMENTS for j in read_judged(folder, reader)]
    blocks = [*read_judged_blocks(ASSERTION / "teksten", reader), *read_rules(vocabulary, reader)]
    assertions = leave_assertions_out(judged, blocks)
    held = leave_out(fitter, documents, lines, arguments.threads)
    parser = Parser()

    @lru_cache
    def detector_without(fold: int, assertion_fold: int) -> Detector:
        return Detector(
            vocabulary,
            Classifier(held.models[fold]),
            AssertionClassifier(assertions.models[assertion_fold], parser),
        )

    def detector_of(document: AnnotatedDocument) -> Detector:
        name = document.header.municipalities[0]
        # of a municipality without a document of the consultation, nothing was trained on
        return detector_without(held.fold_of.get(name, 0), assertions.fold_of.get(name, 0))

    for folder in arguments.folders or DOCUMENTS:
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
