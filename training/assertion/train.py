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
from judging import HeldOut, fit, leave_out
from numpy.typing import NDArray
from passages import Judged, Reader, read_blocks, read_documents, read_rules

from leaterms.detection.assertion_model import OUTCOMES, pack
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
    held = leave_out(documents, blocks)
    figures = measure(documents, held) | {"blocks": len(blocks)}
    print(json.dumps(figures, indent=2))
    if not arguments.measure:
        data = pack(fit(documents, blocks, held))
        (MODEL / "assertion.npz").write_bytes(data)
        card = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "held_out": figures,
        }
        (MODEL / "assertion.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
        print(f"{len(data)} bytes in {MODEL}")


def measure(documents: Sequence[Judged], held: HeldOut) -> dict[str, object]:
    """Accuracy on municipalities left out, and recall and precision of each outcome."""
    truth = np.array([judged.outcome for judged in documents])
    rules = np.array([judged.by_rules for judged in documents])
    return {
        "mentions": len(documents),
        "parsed": round(float(held.parsed.mean()), 3),
        "rules": _figures(truth, rules),
        "model": _figures(truth, held.found),
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
