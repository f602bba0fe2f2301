"""Convert CoNLL-U treebanks to spaCy's DocBin: `python convert.py TREEBANKS corpus`.

TREEBANKS has the folders `train` and `dev`. Of each file in `train` comes one DocBin with
a Doc per sentence (training groups and varies them anew in every epoch, see `train.py`),
of each file in `dev` one with ten sentences per Doc, as `spacy convert -n 10` groups
them. Training sentences are harmonised (`treebank.harmonise`), dev is left as it is.
Lemmas lose the `_` that marks the parts of a compound; those in the training
files lose also a particle that stands elsewhere ('vond ... plaats': 'vinden'), which
`leaterms_separable_verbs` puts back.
"""

import argparse
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from treebank import Sentence, harmonise, make_doc, read_treebank

_DEV_GROUP = 10


def convert(treebanks: Path, corpus: Path) -> None:
    """Write `corpus/train/*.spacy` and `corpus/dev/*.spacy`."""
    vocab = spacy.blank("nl").vocab
    for part, size in (("train", 1), ("dev", _DEV_GROUP)):
        (corpus / part).mkdir(parents=True, exist_ok=True)
        for path in sorted((treebanks / part).glob("*.conllu*")):
            sentences = list(read_treebank(path))
            if part == "train":
                sentences = harmonise(sentences)
            docs = DocBin(store_user_data=True)
            for group in _slices(sentences, size):
                doc = make_doc(vocab, group, split_particles=part == "train")
                doc.user_data["source"] = sentences[0].source
                docs.add(doc)
            target = corpus / part / f"{sentences[0].source}.spacy"
            docs.to_disk(target)
            tokens = sum(len(sentence) for sentence in sentences)
            print(f"{part}/{target.name}: {len(sentences)} sentences, {tokens} tokens")


def _slices(sentences: list[Sentence], size: int) -> list[list[Sentence]]:
    return [sentences[i : i + size] for i in range(0, len(sentences), size)]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path, help="folder with train/ and dev/")
    parser.add_argument("corpus", type=Path, help="folder to write to")
    arguments = parser.parse_args()
    convert(arguments.treebanks, arguments.corpus)


if __name__ == "__main__":
    main()
