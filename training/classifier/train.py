"""Train the shipped classifier: measure with each municipality left out, then fit on all.

    python training/classifier/train.py            # writes leaterms/detection/model
    python training/classifier/train.py --measure  # prints the figures only

Needs scikit-learn, which the library itself does not.
"""

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from card import write_card
from contexts import fit_trees
from fitting import Fitter
from held_out import leave_out
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score
from texts import Example, read_documents, read_fields, read_lines

from leaterms.detection import Detector
from leaterms.detection.classifier import Parameters, pack
from leaterms.vocabulary import load_vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODEL = ROOT / "leaterms" / "detection" / "model"
DOCUMENTS = (HERE / "voorbeelden", HERE / "documenten", ROOT / "corpus_samples" / "annotaties")
LINES = HERE / "teksten"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="print the figures only")
    parser.add_argument("--threads", type=int, default=1, help="models to fit at a time")
    arguments = parser.parse_args()
    vocabulary = load_vocabulary()
    themes = [theme.id for theme in vocabulary.themes]
    fitter = Fitter(themes, dict(vocabulary.classes), read_fields(HERE / "velden.yaml"))
    detector = Detector(vocabulary)
    documents = [e for folder in DOCUMENTS for e in read_documents(folder, detector)]
    lines = read_lines(LINES, detector)
    held = leave_out(fitter, documents, lines, arguments.threads)
    trees = fit_trees(held.rows, held.truth)
    parameters = held.calibrate(fitter.fit([*documents, *lines]), trees)
    figures = measure(parameters, held.raw, held.truth)
    figures |= {
        f"unseen_{name}": value
        for name, value in measure(
            parameters, held.raw[held.unseen], held.truth[held.unseen]
        ).items()
        if name not in {"certain", "possible"}
    }
    figures |= {"units": len(documents) + len(lines), "lines": len(lines)}
    print(json.dumps(figures, indent=2))
    if not arguments.measure:
        write(with_examples(parameters, documents, lines), figures)


def measure(
    parameters: Parameters, raw: NDArray[np.float64], truth: NDArray[np.bool_]
) -> dict[str, float]:
    """What the held-out scores are worth."""
    scores = parameters.among.of(raw)
    certain = scores >= parameters.certain
    possible = scores >= parameters.possible
    ordered = truth.ravel()[np.argsort(-scores.ravel(), kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    recall = np.cumsum(ordered) / ordered.sum()
    figures = {
        "average_precision": average_precision_score(truth.ravel(), scores.ravel()),
        "recall_at_precision_0.80": recall[np.flatnonzero(precision >= 0.8)[-1]],
        "certain": parameters.certain,
        "recall_certain": truth[certain].sum() / truth.sum(),
        "possible": parameters.possible,
        "recall_possible": truth[possible].sum() / truth.sum(),
    }
    return {name: round(float(value), 3) for name, value in figures.items()}


def with_examples(
    parameters: Parameters, documents: list[Example], lines: list[Example]
) -> Parameters:
    """Add the project's own phrases as known examples: those of the lines."""
    del documents  # phrases of a municipality stay its own
    themes: dict[str, set[str]] = {}
    for example in lines:
        for quote, theme in example.quotes:
            themes.setdefault(quote, set()).add(theme)
    texts = tuple(sorted(text for text in themes if 8 <= len(text) <= 90))
    table = np.array([[t in themes[text] for t in parameters.themes] for text in texts], np.bool_)
    return replace(parameters, examples=texts, example_themes=table)


def write(parameters: Parameters, figures: dict[str, float]) -> None:
    """Write the model and its card into the package."""
    data = pack(parameters)
    MODEL.mkdir(exist_ok=True)
    (MODEL / "classifier.npz").write_bytes(data)
    card = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "held_out": figures}
    (MODEL / "classifier.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    write_card(figures)
    print(f"{len(data)} bytes in {MODEL}")


if __name__ == "__main__":
    main()
