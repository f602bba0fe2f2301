"""Train the model of agreements: measure with each municipality left out, then fit on all.

    python training/agreements/train.py            # writes leaterms/assessment/model/agreement.*
    python training/agreements/train.py --measure  # prints the figures only

Needs scikit-learn, which the library itself does not.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from leaterms.assessment.agreement_features import find_features
from leaterms.assessment.agreement_model import make_judge, pack, settle
from leaterms.assessment.agreement_rules import ReadPassage, read_items
from leaterms.assessment.cues import load_cues
from leaterms.detection import Judge
from leaterms.evaluation import GoldAgreement, gold_record, read_annotations

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "leaterms" / "assessment" / "model"
DOCUMENTS = (
    ROOT / "training" / "classifier" / "voorbeelden",
    ROOT / "training" / "classifier" / "documenten",
    ROOT / "corpus_samples" / "annotaties",
)
PLAIN = Path(__file__).parent / "teksten"
"""The plain forms, among which nothing is measured."""
WEIGHT = 3
"""How often the plain forms count."""
FOLDS = 6
STRENGTH = 0.3
"""scikit-learn's C: the smaller, the more weights shrink."""
FEWEST = 3
"""In how many passages a feature must occur."""
SAME = 0.5
"""A passage and an annotated agreement that share this part of their letters are one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its features, and whether the annotation has it as an agreement."""

    origin: str
    read: ReadPassage
    features: frozenset[str]
    agrees: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """The passages, and by municipality how many agreements are annotated."""

    passages: tuple[Judged, ...]
    annotated: Counter[str]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="print the figures only")
    arguments = parser.parse_args()
    corpus = read_corpus(DOCUMENTS)
    plain = read_corpus([PLAIN]).passages * WEIGHT
    figures = measure(corpus, plain)
    print(json.dumps(figures, indent=2))
    if not arguments.measure:
        data = pack(fit([*corpus.passages, *plain]))
        MODEL.mkdir(exist_ok=True)
        (MODEL / "agreement.npz").write_bytes(data)
        card = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "held_out": figures,
        }
        (MODEL / "agreement.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
        print(f"{len(data)} bytes in {MODEL}")


def read_corpus(folders: Sequence[Path]) -> Corpus:
    """The passages of the annotated documents in `folders`."""
    annotated: Counter[str] = Counter()
    passages: list[Judged] = []
    cues = load_cues()
    for document in (d for folder in folders for d in read_annotations(folder)):
        origin = document.header.municipalities[0]
        annotated[origin] += len(document.agreements)
        for read in read_items(gold_record(document), cues):
            gold = [a for a in document.agreements if a.item == read.item.index]
            for number, passage in enumerate(read.passages):
                features = find_features(read, number, cues)
                passages.append(Judged(origin, passage, features, _is_one_of(passage, gold)))
    return Corpus(tuple(passages), annotated)


def _is_one_of(read: ReadPassage, gold: Sequence[GoldAgreement]) -> bool:
    start, end = read.passage.start, read.passage.end
    return any(
        min(end, a.end) - max(start, a.start) >= SAME * (max(end, a.end) - min(start, a.start))
        for a in gold
    )


def fit(passages: Sequence[Judged]) -> Judge:
    """A judge of `passages`."""
    frequency = Counter(name for judged in passages for name in judged.features)
    rows = {
        name: i for i, name in enumerate(sorted(n for n, c in frequency.items() if c >= FEWEST))
    }
    found = [sorted(rows[n] for n in judged.features if n in rows) for judged in passages]
    ends = np.cumsum([0, *(len(columns) for columns in found)])
    columns = np.concatenate([np.array(c, np.intp) for c in found])
    table = csr_matrix((np.ones(len(columns)), columns, ends), (len(passages), len(rows)))
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(table, [judged.agrees for judged in passages])
    return make_judge(list(rows), model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def measure(corpus: Corpus, plain: Sequence[Judged]) -> dict[str, object]:
    """Recall, precision and F1 on municipalities left out: of the rules alone, and of both."""
    found = dict(judge_left_out(corpus, plain))
    total = corpus.annotated.total()
    numbers = range(len(corpus.passages))
    truth = [judged.agrees for judged in corpus.passages]
    rules = [judged.read.agrees for judged in corpus.passages]
    return {
        "documents_of": len(corpus.annotated),
        "passages": len(corpus.passages),
        "agreements": total,
        "plain_forms": len(plain) // WEIGHT,
        "rules": _figures(truth, rules, total),
        "model": _figures(truth, [found[n] for n in numbers], total),
    }


def judge_left_out(corpus: Corpus, plain: Sequence[Judged]) -> Iterator[tuple[int, bool]]:
    """By the number of each passage, the decision of a model that did not see its municipality."""
    origins = sorted(corpus.annotated)
    for fold in range(FOLDS):
        out = frozenset(origins[fold::FOLDS])
        judge = fit([*(p for p in corpus.passages if p.origin not in out), *plain])
        for number, judged in enumerate(corpus.passages):
            if judged.origin in out:
                probability = float(judge.odds(judged.features)[1])
                yield number, settle(probability, judged.read)


def _figures(truth: Sequence[bool], found: Sequence[bool], total: int) -> dict[str, float]:
    right = sum(a and b for a, b in zip(truth, found, strict=True))
    return {
        "recall": round(right / total, 3),
        "precision": round(right / sum(found), 3),
        "f1": round(2 * right / (total + sum(found)), 3),
    }


if __name__ == "__main__":
    main()
