"""Evaluate a pipeline on dev: `python evaluate.py MODEL corpus`.

MODEL is a folder or the name of an installed pipeline. The figures are spaCy's own, from
raw text (so mistakes of the tokenizer count), in documents of ten sentences.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab
from treebank import in_upper_case, make_doc, sentence_of

from leaterms.language.architectures import use_numpy_blas
from leaterms.language.pipeline import register_parts

__all__ = ["FIGURES", "figures_of", "in_capitals", "read_dev", "speed_of"]

# name here -> name in spaCy's scores
FIGURES = {
    "tag": "tag_acc",
    "pos": "pos_acc",
    "lemma": "lemma_acc",
    "sents_f": "sents_f",
    "uas": "dep_uas",
    "las": "dep_las",
}
_ALSO = {"morph": "morph_acc", "token": "token_acc", "sents_p": "sents_p", "sents_r": "sents_r"}


def read_dev(corpus: Path, vocab: Vocab) -> dict[str, list[Doc]]:
    """Read the dev documents per source."""
    dev: dict[str, list[Doc]] = {}
    for path in sorted((corpus / "dev").glob("*.spacy")):
        docs = DocBin(store_user_data=True).from_disk(path)
        dev[path.stem] = list(docs.get_docs(vocab))
    return dev


def figures_of(nlp: Language, dev: dict[str, list[Doc]]) -> dict[str, dict[str, float]]:
    """Give the figures per source, and for 'all' of them together."""
    figures: dict[str, dict[str, float]] = {}
    scored: list[Example] = []
    for source, docs in dev.items():
        examples = _predict(nlp, docs)
        figures[source] = _figures(nlp, examples)
        scored.extend(examples)
    figures["all"] = _figures(nlp, scored)
    return figures


def _predict(nlp: Language, docs: Sequence[Doc]) -> list[Example]:
    predicted = nlp.pipe(doc.text for doc in docs)
    return [Example(doc, gold) for doc, gold in zip(predicted, docs, strict=True)]


def _figures(nlp: Language, examples: Sequence[Example]) -> dict[str, float]:
    scores = Scorer(nlp).score(examples)
    return {
        name: round(float(scores[key] or 0.0), 4)
        for name, key in (FIGURES | _ALSO).items()
        if key in scores
    }


def in_capitals(dev: dict[str, list[Doc]]) -> dict[str, list[Doc]]:
    """Give the same documents in capitals, as headings are."""
    capitals: dict[str, list[Doc]] = {}
    for source, docs in dev.items():
        sentences = ([sentence_of(sent.as_doc(), source) for sent in doc.sents] for doc in docs)
        capitals[source] = [
            make_doc(docs[0].vocab, [in_upper_case(sentence) for sentence in group])
            for group in sentences
        ]
    return capitals


def speed_of(nlp: Language, dev: dict[str, list[Doc]]) -> float:
    """Give words per second of processor time, the best of three passes over dev."""
    texts = [doc.text for docs in dev.values() for doc in docs]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - start))
    return best


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", help="folder or name of an installed pipeline")
    parser.add_argument("corpus", type=Path, help="what convert.py wrote")
    arguments = parser.parse_args()
    register_parts()
    start = time.perf_counter()
    nlp = spacy.load(arguments.model)
    load_seconds = time.perf_counter() - start
    dev = read_dev(arguments.corpus, nlp.vocab)
    result: dict[str, Any] = {
        "figures": figures_of(nlp, dev),
        "capitals": figures_of(nlp, in_capitals(dev))["all"],
        "load_seconds": round(load_seconds, 2),
        "words_per_second": round(speed_of(nlp, dev)),
    }
    use_numpy_blas(nlp)
    result["words_per_second_numpy_blas"] = round(speed_of(nlp, dev))
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
