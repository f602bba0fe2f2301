"""Train the model of assertions: measure with each municipality left out, then fit on all.

    python training/assertion/train.py            # writes leaterms/detection/model/assertion.*
    python training/assertion/train.py --measure  # prints the figures only

Needs scikit-learn, which the library itself does not.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from passages import Judged, Reader, read_blocks, read_documents
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from leaterms.detection.assertion import compile_rules
from leaterms.detection.assertion_model import OUTCOMES, Judge, pack
from leaterms.detection.matching import Matcher
from leaterms.detection.phrasebook import PhraseBook
from leaterms.language import Parser
from leaterms.vocabulary import load_vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODEL = ROOT / "leaterms" / "detection" / "model"
DOCUMENTS = (ROOT / "training" / "classifier" / "voorbeelden", ROOT / "corpus_samples" / "annotaties")
BLOCKS = HERE / "teksten"
STRENGTH = 0.3
"""scikit-learn's C: the smaller, the more weights shrink."""
FEWEST = 2
"""In how many mentions a feature must occur."""
SURE = 0.88
"""From this probability of the plain outcome on, a sentence is not parsed."""
FOLDS = 6


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="print the figures only")
    arguments = parser.parse_args()
    vocabulary = load_vocabulary()
    book = PhraseBook(vocabulary)
    reader = Reader(
        Matcher(book.phrases), compile_rules(vocabulary.assertions, book.cues), Parser()
    )
    documents = [j for folder in DOCUMENTS for j in read_documents(folder, reader)]
    blocks = list(read_blocks(BLOCKS, reader))
    figures = measure(documents, blocks)
    print(json.dumps(figures, indent=2))
    if not arguments.measure:
        everything = [*documents, *blocks]
        data = pack(fit(everything, _lexical), fit(everything, _full), SURE)
        (MODEL / "assertion.npz").write_bytes(data)
        card = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "held_out": figures}
        (MODEL / "assertion.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
        print(f"{len(data)} bytes in {MODEL}")


def _lexical(judged: Judged) -> frozenset[str]:
    return judged.lexical


def _full(judged: Judged) -> frozenset[str]:
    return judged.lexical | judged.syntactic


def fit(examples: Sequence[Judged], features: Callable[[Judged], frozenset[str]]) -> Judge:
    """A judge of `examples`."""
    frequency = Counter(name for example in examples for name in features(example))
    rows = {name: i for i, name in enumerate(sorted(n for n, c in frequency.items() if c >= FEWEST))}
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(_matrix(examples, features, rows), [example.outcome for example in examples])
    return Judge(rows, model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))


def _matrix(
    examples: Sequence[Judged],
    features: Callable[[Judged], frozenset[str]],
    rows: dict[str, int],
) -> csr_matrix:
    found = [sorted(rows[n] for n in features(example) if n in rows) for example in examples]
    ends = np.cumsum([0, *(len(columns) for columns in found)])
    columns = np.concatenate([np.array(c, np.intp) for c in found])
    return csr_matrix((np.ones(len(columns)), columns, ends), (len(examples), len(rows)))


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
        lexical, full = fit(rest, _lexical), fit(rest, _full)
        for judged in documents:
            if judged.origin in out:
                odds = lexical.odds(judged.lexical)
                if odds[0] < SURE:
                    odds = full.odds(_full(judged))
                    parsed += 1
                truth.append(judged.outcome)
                rules.append(judged.by_rules)
                found.append(int(odds.argmax()))
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
