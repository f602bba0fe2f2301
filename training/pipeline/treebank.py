"""Reading CoNLL-U, and making training documents of its sentences."""

import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = [
    "Augmentation",
    "Sentence",
    "group_sentences",
    "harmonise",
    "in_upper_case",
    "make_doc",
    "read_treebank",
    "sentence_of",
    "vary",
]

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
    lemmas = tuple(_plain_lemma(row) for row in rows)
    verb_lemmas = list(lemmas)
    for i, row in enumerate(rows):
        if row[7] == "compound:prt":
            verb, particle = heads[i], row[1].lower()
            if rows[verb][2].lower().startswith(particle + "_"):
                verb_lemmas[verb] = rows[verb][2][len(particle) + 1 :].replace("_", "")
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


def _plain_lemma(row: list[str]) -> str:
    form, lemma, tag = row[1], row[2], row[4]
    if "_" in form or lemma == "_":
        return lemma
    # What 'o.a.' stands for are words ('onder_ander'), as UD's own treebanks have it.
    return lemma.replace("_", " " if tag == "SPEC|afk" else "")


def harmonise(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Bring converted treebanks nearer to the annotation of UD's own.

    - A name of either gender ('N|eigen|ev|basis|genus|stan') is common gender in UD.
    - Where Alpino ends a sentence at a colon or semicolon, UD goes on: 'Het was bekeken:'
      + 'we konden het niet meer houden.' becomes one sentence (relation `parataxis`).
    """
    joined: list[Sentence] = []
    for sentence in map(_common_gender, sentences):
        if joined and joined[-1].words[-1] in {":", ";"} and joined[-1].deps[-1] == "punct":
            joined[-1] = _join(joined[-1], sentence)
        else:
            joined.append(sentence)
    return joined


def _common_gender(sentence: Sentence) -> Sentence:
    if not any("|eigen|ev|basis|genus" in tag for tag in sentence.tags):
        return sentence
    tags, morphs = [], []
    for tag, morph in zip(sentence.tags, sentence.morphs, strict=True):
        is_name = "|eigen|ev|basis|genus" in tag
        tags.append(tag.replace("|genus|", "|zijd|") if is_name else tag)
        morphs.append(morph.replace("Gender=Com,Neut", "Gender=Com") if is_name else morph)
    return replace(sentence, tags=tuple(tags), morphs=tuple(morphs))


def _join(first: Sentence, second: Sentence) -> Sentence:
    root = first.deps.index("ROOT")
    size = len(first)
    heads = [head + size for head in second.heads]
    deps = list(second.deps)
    heads[deps.index("ROOT")], deps[deps.index("ROOT")] = root, "parataxis"
    return Sentence(
        source=first.source,
        words=first.words + second.words,
        spaces=(*first.spaces[:-1], True, *second.spaces),
        lemmas=first.lemmas + second.lemmas,
        verb_lemmas=first.verb_lemmas + second.verb_lemmas,
        pos=first.pos + second.pos,
        tags=first.tags + second.tags,
        morphs=first.morphs + second.morphs,
        heads=(*first.heads, *heads),
        deps=(*first.deps, *deps),
    )


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How often (0 to 1) training sees a variant of a sentence or a document."""

    upper: float = 0.05  # a sentence in capitals, as in headings
    lower: float = 0.05  # a sentence without capitals
    title: float = 0.01  # Each Word With A Capital
    no_stop: float = 0.1  # a sentence without its final full stop
    quotes: float = 0.4  # of sentences with quotation marks: marks of another style
    newlines: float = 0.15  # of documents: sentences stand on lines of their own


_QUOTES = ((",,", "''"), (",,", "''"), ("„", "”"), ("“", "”"), ("‘", "’"), ("'", "'"))


def _other_quotes(sentence: Sentence, rng: random.Random) -> Sentence:
    """Replace '"' by another pair; ',,' may stand loose from its words, as in old newspapers."""
    opening, closing = rng.choice(_QUOTES)
    words, spaces = list(sentence.words), list(sentence.spaces)
    is_loose = opening == ",,"
    for i, word in enumerate(sentence.words):
        if word != '"':
            continue
        is_opening = (
            i == 0 or (sentence.spaces[i - 1] and not sentence.spaces[i]) or words[i - 1] == "("
        )
        if is_opening and i + 1 < len(words):
            words[i] = opening
            spaces[i] = is_loose and rng.random() < 0.5
        else:
            words[i] = closing
            spaces[i - 1] = is_loose and rng.random() < 0.5
    return replace(sentence, words=tuple(words), spaces=tuple(spaces))


def vary(sentence: Sentence, chances: Augmentation, rng: random.Random) -> Sentence:
    """Give the sentence, or by chance a variant in other case, quotes or without full stop."""
    if '"' in sentence.words and rng.random() < chances.quotes:
        sentence = _other_quotes(sentence, rng)
    if len(sentence) > 2 and sentence.words[-1] in _STOPS and rng.random() < chances.no_stop:
        sentence = _without_last(sentence)
    dice = rng.random()
    if dice < chances.upper:
        return in_upper_case(sentence)
    if dice < chances.upper + chances.lower:
        words = tuple(word.lower() for word in sentence.words)
    elif dice < chances.upper + chances.lower + chances.title:
        words = tuple(word[:1].upper() + word[1:] for word in sentence.words)
    else:
        return sentence
    return replace(sentence, words=words)


def in_upper_case(sentence: Sentence) -> Sentence:
    """Give the sentence in capitals; the lemmas stay as they are."""
    return replace(sentence, words=tuple(word.upper() for word in sentence.words))


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
    """Group neighbouring sentences of one source, from 1 to `longest` at a time.

    A fragment, which starts without a capital or goes on without a full stop for longer
    than a heading does, stands alone: nobody can tell where it ends.
    """
    group: list[Sentence] = []
    size = rng.randint(1, longest)
    for sentence in sentences:
        is_fragment = _is_fragment(sentence)
        if group and (
            is_fragment
            or len(group) >= size
            or sentence.source != group[0].source
            or _is_fragment(group[-1])
        ):
            yield group
            group, size = [], rng.randint(1, longest)
        group.append(sentence)
    if group:
        yield group


def _is_fragment(sentence: Sentence) -> bool:
    first, last = sentence.words[0], sentence.words[-1]
    return first[0].islower() or (len(sentence) > 6 and (last[-1].isalnum() or last in {",", "-"}))


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


def sentence_of(doc: Doc, source: str = "") -> Sentence:
    """Turn a Doc of one sentence, as `convert.py` stored it, back into a Sentence.

    Both `lemmas` and `verb_lemmas` are those of the Doc.
    """
    lemmas = tuple(token.lemma_ for token in doc)
    return Sentence(
        source=source or str(doc.user_data["source"]),
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
