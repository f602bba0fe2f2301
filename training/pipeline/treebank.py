"""Reading CoNLL-U, and making training documents of its sentences."""

import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = ["Augmentation", "Sentence", "group_sentences", "make_doc", "read_treebank", "sentence_of", "vary"]

_STOPS = {".", "!", "?"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank, column by column.

    `heads` count from 0 within the sentence; a root is its own head. `lemmas` are plain,
    without the `_` that marks the parts of a compound; `verb_lemmas` are the same, but
    without a particle that stands elsewhere in the sentence.
    """

    source: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    verb_lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file (gzipped or not), in file order."""
    opener = gzip.open if path.suffix == ".gz" else open
    source = path.name.removesuffix(".gz").removesuffix(".conllu")
    with opener(path, "rt", encoding="utf-8") as file:
        rows: list[list[str]] = []
        for line in file:
            if line.startswith("#"):
                continue
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _sentence(source, rows)
                rows = []
        if rows:
            yield _sentence(source, rows)


def _sentence(source: str, rows: list[list[str]]) -> Sentence:
    rows = [row for row in rows if row[0].isdigit()]  # no ranges, no empty nodes
    heads = tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows))
    lemmas = tuple(_plain_lemma(row[1], row[2]) for row in rows)
    verb_lemmas = list(lemmas)
    for i, row in enumerate(rows):
        if row[7] == "compound:prt":
            verb, particle = heads[i], row[1].lower()
            if rows[verb][2].lower().startswith(particle + "_"):
                verb_lemmas[verb] = _plain_lemma("", rows[verb][2][len(particle) + 1 :])
    return Sentence(
        source=source,
        words=tuple(row[1] for row in rows),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        lemmas=lemmas,
        verb_lemmas=tuple(verb_lemmas),
        pos=tuple(row[3] for row in rows),
        tags=tuple(row[4] for row in rows),
        morphs=tuple("" if row[5] == "_" else row[5] for row in rows),
        heads=heads,
        deps=tuple("ROOT" if row[7] == "root" else row[7] for row in rows),
    )


def _plain_lemma(form: str, lemma: str) -> str:
    return lemma if "_" in form or lemma == "_" else lemma.replace("_", "")


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How often (0 to 1) training sees a variant of a sentence or a document."""

    upper: float = 0.05  # a sentence in capitals, as in headings
    lower: float = 0.05  # a sentence without capitals
    title: float = 0.01  # Each Word With A Capital
    no_stop: float = 0.1  # a sentence without its final full stop
    newlines: float = 0.15  # of documents: sentences stand on lines of their own


def vary(sentence: Sentence, chances: Augmentation, rng: random.Random) -> Sentence:
    """Give the sentence, or by chance a variant in other case or without full stop."""
    if len(sentence) > 2 and sentence.words[-1] in _STOPS and rng.random() < chances.no_stop:
        sentence = _without_last(sentence)
    dice = rng.random()
    if dice < chances.upper:
        words = tuple(word.upper() for word in sentence.words)
    elif dice < chances.upper + chances.lower:
        words = tuple(word.lower() for word in sentence.words)
    elif dice < chances.upper + chances.lower + chances.title:
        words = tuple(word[:1].upper() + word[1:] for word in sentence.words)
    else:
        return sentence
    # 'ß'.upper() and the like: a word that changes its length is no loss.
    return replace(sentence, words=words)


def _without_last(sentence: Sentence) -> Sentence:
    last = len(sentence) - 1
    if sentence.heads[last] == last or last in sentence.heads[:last]:
        return sentence  # the full stop governs something
    return Sentence(
        source=sentence.source,
        words=sentence.words[:-1],
        spaces=(*sentence.spaces[: last - 1], True),
        lemmas=sentence.lemmas[:-1],
        verb_lemmas=sentence.verb_lemmas[:-1],
        pos=sentence.pos[:-1],
        tags=sentence.tags[:-1],
        morphs=sentence.morphs[:-1],
        heads=sentence.heads[:-1],
        deps=sentence.deps[:-1],
    )


def group_sentences(
    sentences: Sequence[Sentence], longest: int, rng: random.Random
) -> Iterator[list[Sentence]]:
    """Group neighbouring sentences of one source, from 1 to `longest` at a time."""
    group: list[Sentence] = []
    size = rng.randint(1, longest)
    for sentence in sentences:
        if group and (len(group) >= size or sentence.source != group[0].source):
            yield group
            group, size = [], rng.randint(1, longest)
        group.append(sentence)
    if group:
        yield group


def make_doc(
    vocab: Vocab,
    sentences: Sequence[Sentence],
    *,
    newlines: bool = False,
    split_particles: bool = False,
) -> Doc:
    """Make an annotated Doc of the sentences.

    Args:
        vocab: the vocabulary of the pipeline.
        sentences: in order; between two of them stands a space.
        newlines: put a line end (a token of its own, as spaCy has it) between them.
        split_particles: lemmas of verbs without a particle that stands elsewhere.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {"tags": [], "pos": [], "morphs": [], "lemmas": [], "deps": []}
    heads: list[int] = []
    for n, sentence in enumerate(sentences):
        offset = len(words)
        words.extend(sentence.words)
        spaces.extend((*sentence.spaces[:-1], True))
        columns["tags"].extend(sentence.tags)
        columns["pos"].extend(sentence.pos)
        columns["morphs"].extend(sentence.morphs)
        columns["lemmas"].extend(sentence.verb_lemmas if split_particles else sentence.lemmas)
        columns["deps"].extend(sentence.deps)
        heads.extend(offset + head for head in sentence.heads)
        if newlines and n < len(sentences) - 1:
            spaces[-1] = False
            words.append("\n")
            spaces.append(False)
            columns["tags"].append("_SP")
            columns["pos"].append("SPACE")
            columns["morphs"].append("")
            columns["lemmas"].append("\n")
            columns["deps"].append("dep")
            heads.append(len(words) - 2)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        heads=heads,
        tags=columns["tags"],
        pos=columns["pos"],
        morphs=columns["morphs"],
        lemmas=columns["lemmas"],
        deps=columns["deps"],
    )


def sentence_of(doc: Doc) -> Sentence:
    """Turn a Doc of one sentence, as `convert.py` stored it, back into a Sentence.

    Both `lemmas` and `verb_lemmas` are those of the Doc.
    """
    lemmas = tuple(token.lemma_ for token in doc)
    return Sentence(
        source=str(doc.user_data["source"]),
        words=tuple(token.text for token in doc),
        spaces=tuple(bool(token.whitespace_) for token in doc),
        lemmas=lemmas,
        verb_lemmas=lemmas,
        pos=tuple(token.pos_ for token in doc),
        tags=tuple(token.tag_ for token in doc),
        morphs=tuple(str(token.morph) for token in doc),
        heads=tuple(token.head.i for token in doc),
        deps=tuple(token.dep_ for token in doc),
    )
