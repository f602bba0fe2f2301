"""Train the model of assertions: measure with each municipality left out, then fit on all.

    python training/assertion/train.py            # writes leaterms/detection/model/assertion.*
    python training/assertion/train.py --measure  # prints the figures only

Needs scikit-learn, which the library itself does not.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from judging import SURE, everything_of, fit_judges
from numpy.typing import NDArray
from passages import Judged, Reader, read_blocks, read_documents, read_rules

from leaterms.detection.assertion_model import OUTCOMES, pack, settle
from leaterms.vocabulary import load_vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODEL = ROOT / "leaterms" / "detection" / "model"
DOCUMENTS = (
    ROOT / "training" / "classifier" / "voorbeelden",
    ROOT / "training" / "classifier" / "documenten",
    ROOT / "corpus_samples" / "annotaties",
)
BLOCKS = HERE / "teksten"
FOLDS = 6
RULES = 3
"""How often the examples of the rules count."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="print the figures only")
    arguments = parser.parse_args()
    vocabulary = load_vocabulary()
    reader = Reader.of(vocabulary)
    documents = [j for folder in DOCUMENTS for j in read_documents(folder, reader)]
    blocks = [*read_blocks(BLOCKS, reader), *list(read_rules(vocabulary, reader)) * RULES]
    figures = measure(documents, blocks)
    print(json.dumps(figures, indent=2))
    if not arguments.measure:
        everything = [*documents, *blocks]
        data = pack(*fit_judges(everything), SURE)
        (MODEL / "assertion.npz").write_bytes(data)
        card = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "held_out": figures,
        }
        (MODEL / "assertion.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
        print(f"{len(data)} bytes in {MODEL}")


def measure(documents: Sequence[Judged], blocks: Sequence[Judged]) -> dict[str, object]:
    """Accuracy on municipalities left out, and recall and precision of each outcome."""
    origins = sorted({judged.origin for judged in documents})
    truth: list[int] = []
    rules: list[int] = []
    found: list[int] = []
    parsed = 0
    for fold in range(FOLDS):
        out = frozenset(origins[fold::FOLDS])
        rest = [*(j for j in documents if j.origin not in out), *blocks]
        lexical, full = fit_judges(rest)
        for judged in documents:
            if judged.origin in out:
                odds = lexical.odds(judged.lexical)
                if odds[0] < SURE:
                    odds = full.odds(everything_of(judged))
                    parsed += 1
                truth.append(judged.outcome)
                rules.append(judged.by_rules)
                found.append(settle(odds, judged.by_rules))
    return {
        "mentions": len(truth),
        "parsed": round(parsed / len(truth), 3),
        "rules": _figures(np.array(truth), np.array(rules)),
        "model": _figures(np.array(truth), np.array(found)),
        "blocks": len(blocks),
    }


def _figures(truth: NDArray[np.intp], found: NDArray[np.intp]) -> dict[str, object]:
    figures: dict[str, object] = {"accuracy": round(float((truth == found).mean()), 3)}
    for number, name in enumerate(OUTCOMES):
        right = ((truth == number) & (found == number)).sum()
        figures[name] = {
            "recall": round(float(right / max(1, (truth == number).sum())), 3),
            "precision": round(float(right / max(1, (found == number).sum())), 3),
        }
    return figures


if __name__ == "__main__":
    main()
