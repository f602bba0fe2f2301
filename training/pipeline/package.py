"""Make the pipeline to ship: `python package.py output/RUN/best corpus output/nl_leaterms`.

The lemmatizer learns the words on which its trees err, then the pipeline is evaluated and
written with its licence, sources and figures in meta.json. Beside the folder comes a file
`nl_leaterms.json` with the hash of each file, which `leaterms.language.load_pipeline` checks.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import spacy
from evaluate import FIGURES, figures_of, read_dev, speed_of
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_model_from_config
from tokenizer import adapt_tokenizer

from leaterms.language.lemmatizer import CaselessLemmatizer
from leaterms.language.pipeline import file_hashes, register_parts

_LARGEST = 15_000_000  # bytes on disk

META: dict[str, Any] = {
    "name": "leaterms",
    "version": "0.1.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "description": "Dutch pipeline of leaterms: tagger, morphologizer, parser, lemmatizer.",
    "author": "leaterms contributors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "Alpino treebanks, turned into Universal Dependencies with alud 2.17",
            "url": "https://github.com/rug-compling/Alpino",
            "license": "LGPL-2.1-or-later",
            "author": "University of Groningen",
        },
        {
            "name": "UD_Dutch-LassySmall",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
            "license": "CC BY-SA 4.0",
            "author": "Gosse Bouma, Gertjan van Noord",
        },
        {
            "name": "UD_Dutch-Alpino",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
            "license": "CC BY-SA 4.0",
            "author": "Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord",
        },
    ],
}


def learn_exceptions(nlp: Language, corpus: Path) -> int:
    """Let the lemmatizer of `nlp` remember where it errs in training; give how many."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, CaselessLemmatizer):
        return 0
    gold: list[Doc] = []
    for path in sorted((corpus / "train").glob("*.spacy")):
        gold.extend(DocBin(store_user_data=True).from_disk(path).get_docs(nlp.vocab))
    own = []
    for doc in gold:
        bare = Doc(
            nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[token.tag_ for token in doc],
        )
        own.append(bare)
    lemmatizer.cfg["exceptions"] = {}
    with nlp.select_pipes(enable=["tok2vec", "lemmatizer"]):
        own = [lemmatizer(nlp.get_pipe("tok2vec")(doc)) for doc in own]
    return lemmatizer.learn_exceptions(gold, own)


def slim(nlp: Language) -> Language:
    """Give the same pipeline without the words of the training text in its vocabulary."""
    small = load_model_from_config(nlp.config)
    small.from_bytes(nlp.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    strings = small.vocab.strings
    for name in ("tagger", "parser"):
        for label in nlp.get_pipe(name).labels:  # type: ignore[attr-defined]
            strings.add(label)
    lemmatizer = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatizer, CaselessLemmatizer):
        for tree in lemmatizer.label_data["trees"]:
            for part in ("orig", "subst"):
                if part in tree:
                    strings.add(tree[part])
    return small


def record(target: Path) -> None:
    """Write the hashes of the pipeline's files, and its figures, beside its folder."""
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    content = {
        "name": "nl_leaterms",
        "version": meta["version"],
        "license": meta["license"],
        "bytes": sum((target / name).stat().st_size for name in file_hashes(target)),
        "figures": meta["performance"],
        "files": file_hashes(target),
    }
    text = json.dumps(content, indent=2) + "\n"
    target.with_suffix(".json").write_text(text, encoding="utf-8", newline="\n")


def size_of(folder: Path) -> int:
    """Give the bytes of all files in the folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def package(trained: Path, corpus: Path, target: Path, trained_on: str) -> None:
    """Write the pipeline to `target`."""
    register_parts()
    nlp = spacy.load(trained)
    adapt_tokenizer(nlp)
    dev = read_dev(corpus, nlp.vocab)
    before = figures_of(nlp, dev)["all"]["lemma"]
    count = learn_exceptions(nlp, corpus)
    figures = figures_of(nlp, dev)
    print(f"{count} exceptions: lemma {before} -> {figures['all']['lemma']}")
    nlp.meta.update(META)
    nlp.meta["performance"] = {
        **{name: figures["all"][name] for name in FIGURES},
        "measured_on": "dev: UD Alpino dev and half of UD LassySmall dev, from raw text",
        "trained_on": trained_on,
        "per_source": {source: scores for source, scores in figures.items() if source != "all"},
    }
    slim(nlp).to_disk(target)
    record(target)
    size = size_of(target)
    start = time.perf_counter()
    again = spacy.load(target)
    seconds = time.perf_counter() - start
    if figures_of(again, read_dev(corpus, again.vocab)) != figures:
        raise SystemExit("the pipeline on disk gives other figures")
    speed = speed_of(again, dev)
    print(json.dumps(figures["all"]))
    print(f"{size / 1e6:.1f} MB, loads in {seconds:.2f} s, {speed:.0f} words a second")
    if size > _LARGEST:
        raise SystemExit(f"larger than {_LARGEST / 1e6:.0f} MB")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trained", type=Path, help="the folder `best` of a run")
    parser.add_argument("corpus", type=Path, help="what convert.py wrote")
    parser.add_argument("target", type=Path)
    parser.add_argument("--trained-on", default="train", help="said in meta.json")
    arguments = parser.parse_args()
    package(arguments.trained, arguments.corpus, arguments.target, arguments.trained_on)


if __name__ == "__main__":
    main()
