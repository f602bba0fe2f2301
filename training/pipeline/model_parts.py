"""Parts of the `nl_leaterms` pipeline that spaCy itself does not have.

Importing this module registers them; a pipeline that was trained with them can be
loaded only afterwards. It needs spaCy (with thinc and numpy) and nothing else.

`leaterms.AffixHashEmbed.v1`
    An embedding of the word and its affixes. spaCy's own has one prefix letter and
    three suffix letters; Dutch inflection, and the head of a compound, from which a
    noun has its gender, need more. A word or affix that training saw only once is
    embedded as 'unknown', so that the model knows what to do with a really unknown one.
`leaterms.StackedTok2Vec.v1`
    Layers of a component's own upon a tok2vec that it shares.
`leaterms_lemmatizer`
    spaCy's lemmatizer by edit trees, with the case of letters taken out of the trees: a
    heading in capitals gets the same lemmas as running text. It remembers the words of
    the treebanks on which the trees err.
`leaterms_quotation_ends`
    Where a sentence can begin at quotation marks; before the parser.
`leaterms_agreement`
    Tags and parts of speech that follow from the parse.
`leaterms_separable_verbs`
    'vond ... plaats' has the lemma 'plaatsvinden': the lemmatizer gives 'vinden', this
    component adds the particle that the parser found.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    SequenceCategoricalCrossentropy,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged

__all__ = [
    "FEATURES",
    "CaselessLemmatizer",
    "NumpyBlasOps",
    "affix_hash_embed",
    "count_features",
    "learn_known_features",
    "make_tags_agree",
    "mark_quotation_ends",
    "restore_separable_verbs",
    "stacked_tok2vec",
    "use_numpy_blas",
    "word_features",
]

_NODE = "leaterms_affixes"
_CACHE_LIMIT = 100_000  # word forms; about 15 MB, then it starts anew: memory stays flat

# Of `compound:prt` in the treebanks, these tags and nouns are mostly part of the verb's lemma.
_PARTICLE_TAGS = frozenset({"VZ|fin", "BW", "ADJ|vrij|basis|zonder"})
_NOUN_PARTICLES = frozenset({"adem", "blijk", "deel", "kennis", "les", "plaats", "stop"})
_NOT_PARTICLES = frozenset({"beschikbaar", "er", "gelegen", "vandaan"})

FEATURES: tuple[str, ...] = ("word", "s2", "s3", "s4", "s6", "p2", "p4", "shape")


def word_features(form: str, names: Sequence[str]) -> list[str]:
    """Give the features of a word form, in the order of `names`.

    'Werkgroepen' -> word 'werkgroepen', s3 'pen', p2 'we', shape 'Xx'. A shape has each
    run of letters of one kind once, as the length says little about the word.
    """
    lower = form.lower().replace("’", "'")
    features = []
    for name in names:
        if name == "word":
            value = lower
        elif name == "shape":
            value = _shape(form)
        elif name[0] == "s":
            value = lower[-int(name[1:]) :]
        else:
            value = lower[: int(name[1:])]
        features.append(f"{name}={value}")
    return features


def _shape(form: str) -> str:
    shape = ""
    for char in form:
        kind = (
            "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        )
        if not shape.endswith(kind):
            shape += kind
    return shape[:8]


def count_features(docs: Iterable[Doc], names: Sequence[str]) -> dict[int, int]:
    """Count features: of a word its tokens, of an affix the different words that have it."""
    words: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for doc in docs:
        for token in doc:
            words[token.lower_] += 1
            shapes[token.text] += 1
    counts: Counter[int] = Counter()
    for word, count in words.items():
        for name, feature in zip(names, word_features(word, names), strict=True):
            counts[get_string_id(feature)] += count if name == "word" else 1
    for form in shapes:
        for feature in word_features(form, names):
            if feature.startswith("shape="):
                counts[get_string_id(feature)] += 1
    return dict(counts)


def learn_known_features(model: Model[Any, Any], docs: Sequence[Doc], min_count: int = 2) -> int:
    """Tell every affix embedding within `model` which features are known; give how many.

    To be called before training. The list is stored with the model's weights.
    """
    known_size = 0
    for node in model.walk():
        if node.name == _NODE:
            counts = count_features(docs, node.attrs["names"])
            known = sorted(key for key, count in counts.items() if count >= min_count)
            node.attrs["known"] = np.array(known, dtype="uint64")
            known_size = len(known)
    return known_size


@dataclass(slots=True)
class _FeatureCache:
    """Feature ids per word form (by its orth), good for one list of known features."""

    source: object = None
    known: frozenset[int] = frozenset()
    rows: dict[int, NDArray[np.uint64]] = field(default_factory=dict)

    def use(self, known: NDArray[np.uint64]) -> None:
        """Start anew when there are other known features, or too many words."""
        if self.source is not known:
            self.source, self.known = known, frozenset(known.tolist())
            self.rows = {}
        elif len(self.rows) > _CACHE_LIMIT:
            self.rows = {}


def _affix_extractor(names: Sequence[str]) -> Model[list[Doc], list[Ints2d]]:
    return Model(
        _NODE,
        partial(_forward_affixes, _FeatureCache()),
        attrs={"names": list(names), "known": np.zeros(0, dtype="uint64")},
    )


def _forward_affixes(
    cache: _FeatureCache,
    model: Model[list[Doc], list[Ints2d]],
    docs: list[Doc],
    is_train: bool,  # noqa: ARG001, FBT001  (thinc's signature)
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    names: list[str] = model.attrs["names"]
    cache.use(model.attrs["known"])
    known, rows = cache.known, cache.rows
    output: list[Ints2d] = []
    for doc in docs:
        array = np.zeros((len(doc), len(names)), dtype="uint64")
        for i, orth in enumerate(doc.to_array("ORTH").tolist()):
            row = rows.get(orth)
            if row is None:
                ids = [get_string_id(f) for f in word_features(doc[i].text, names)]
                # An unknown feature gets the number of its column, as id of 'unknown'.
                row = np.array(
                    [key if key in known else n for n, key in enumerate(ids, 1)], dtype="uint64"
                )
                rows[orth] = row
            array[i] = row
        output.append(cast("Ints2d", array))
    return output, lambda _gradient: []


def stacked_tok2vec(
    tok2vec: Model[list[Doc], list[Floats2d]],
    encode: Model[list[Floats2d], list[Floats2d]],
) -> Model[list[Doc], list[Floats2d]]:
    """Encode once more what another tok2vec (mostly a listener to a shared one) gives.

    A component with layers of its own on the shared ones: the lower layers learn from all
    components, and the parser sees what the tagger needs to know.
    """
    return chain(tok2vec, encode)


def affix_hash_embed(
    width: int, table_width: int, names: list[str], rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """Embed each token as a mix of hash tables, one of `rows[i]` rows for `names[i]`."""
    if len(names) != len(rows):
        raise ValueError(f"{len(names)} features and {len(rows)} sizes of tables")
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(table_width, size, column=i, seed=8 + i, dropout=0.0)
        for i, size in enumerate(rows)
    ]
    mix: Model[Ragged, Ragged] = with_array(
        Maxout(width, len(names) * table_width, nP=3, dropout=0.0, normalize=True)
    )
    return chain(
        _affix_extractor(names),
        list2ragged(),
        with_array(concatenate(*tables)),
        mix,
        ragged2list(),
    )


_OPENING = frozenset({",,", "„", "“", "‘", "«"})
_CLOSING = frozenset({"''", "”", "»"})
_NEVER_FIRST = frozenset({",", ";", ":", ".", "?", "!", ")", "]", "%"})
_STOPS = frozenset({".", "?", "!"})


def mark_quotation_ends(doc: Doc) -> Doc:
    """Tell the parser where a sentence can and cannot begin at quotation marks, in place.

    A closing mark goes with what it closes: 'Ik stop ermee.'' Zij vertrok.' begins anew
    after the mark if a stop is before it and a capital or another quotation after it.
    What looks the same on both sides ('"') closes if one is open on the same line.
    """
    is_open = len(doc) > 0 and doc[0].text == '"'
    for before, token in pairwise(doc):
        if before.is_space:
            is_open = token.text == '"'
            continue
        if token.text == '"':
            is_open = _opens(before, token, is_open=is_open)
        closes = token.text in _CLOSING or (token.text == '"' and not is_open)
        if closes or token.text in _NEVER_FIRST:
            token.is_sent_start = False
        if before.text not in _STOPS:
            continue
        if closes:
            _start_after(token)
        elif token.text in _OPENING and token.is_sent_start is None:
            token.is_sent_start = True
    return doc


def _opens(before: Token, mark: Token, *, is_open: bool) -> bool:
    """Tell whether '"' opens a quotation, by the spaces round it or else by turns."""
    if bool(before.whitespace_) != bool(mark.whitespace_):
        return bool(before.whitespace_)
    return not is_open


def _start_after(mark: Token) -> None:
    if mark.i + 1 < len(mark.doc):
        after = mark.nbor()
        if after.text[0].isupper() or after.text in _OPENING:
            after.is_sent_start = True


_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_FINITE, _INFINITIVE = "WW|pv|tgw|mv", "WW|inf|vrij|zonder"
_FINITE_FEATURES = "Number=Plur|Tense=Pres|VerbForm=Fin"
_NAME_PART = "SPEC|deeleigen"
_BEFORE_NAMES = frozenset({"De", "Den", "Der", "Het", "Ten", "Ter", "Van"})


def make_tags_agree(doc: Doc) -> Doc:
    """Let tags agree with the parse and with their neighbours, in place.

    - A verb is AUX if its relation is that of an auxiliary or copula, else VERB; so UD
      defines it, and the parser knows it better than the morphologizer.
    - 'werken' is finite or infinitive: infinitive after 'te' and beside a finite
      auxiliary, finite with a subject of its own.
    - 'wethouder De Vries': a capital within the sentence belongs to the name.

    Without a parse nothing changes.
    """
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.pos_ == "AUX" or (token.pos_ == "VERB" and token.dep_ in _AUXILIARY):
            token.pos_ = "AUX" if token.dep_ in _AUXILIARY else "VERB"
        if token.tag_ in (_FINITE, _INFINITIVE):
            tag = _verb_form(token)
            if tag != token.tag_:
                token.tag_ = tag
                features = _FINITE_FEATURES if tag == _FINITE else "VerbForm=Inf"
                token.morph = MorphAnalysis(doc.vocab, features)
        elif token.text in _BEFORE_NAMES and token.tag_ != _NAME_PART and not token.is_sent_start:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is not None and following.tag_ == _NAME_PART:
                token.tag_, token.pos_ = _NAME_PART, "PROPN"
                token.morph = MorphAnalysis(doc.vocab)
    return doc


def _verb_form(token: Token) -> str:
    """Tell a finite plural from an infinitive, which look the same, by the parse."""
    verb = token.head if token.dep_ in _AUXILIARY else token
    others = [child for child in verb.children if child.dep_ in _AUXILIARY and child != token]
    if verb != token:
        others.append(verb)
    is_after_te = token.i > 0 and token.nbor(-1).lower_ == "te"
    if is_after_te or any(other.tag_.startswith("WW|pv") for other in others):
        return _INFINITIVE
    if verb != token or any(child.dep_.startswith("nsubj") for child in token.children):
        return _FINITE
    if not others and token.dep_ in {"xcomp", "csubj"}:
        return _INFINITIVE
    return token.tag_


def restore_separable_verbs(doc: Doc) -> Doc:
    """Put the particle before the lemma of a verb that stands apart from it, in place.

    'Zij stelden het beleid vast' -> 'stelden' has the lemma 'vaststellen'. The parser's
    `compound:prt` is wider than that: it also marks the words of a fixed expression ('ter
    sprake komen'), which are told apart by their tags.
    """
    for token in doc:
        if token.dep_ == "compound:prt" and _is_particle(token):
            verb = token.head
            if not verb.lemma_.startswith(token.lower_):
                verb.lemma_ = token.lower_ + verb.lemma_
    return doc


def _is_particle(token: Token) -> bool:
    if token.lower_ in _NOT_PARTICLES or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    return token.tag_ in _PARTICLE_TAGS or token.lower_ in _NOUN_PARTICLES


registry.architectures("leaterms.StackedTok2Vec.v1", func=stacked_tok2vec)
registry.architectures("leaterms.AffixHashEmbed.v1", func=affix_hash_embed)


class NumpyBlasOps(NumpyOps):  # type: ignore[misc]  # no types in thinc here
    """Matrix products by numpy's BLAS, two or three times as fast as thinc's own."""

    def gemm(  # noqa: D102  (thinc's)
        self,
        x: NDArray[np.float32],
        y: NDArray[np.float32],
        out: NDArray[np.float32] | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> NDArray[np.float32]:
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def use_numpy_blas(nlp: Language) -> None:
    """Let the pipeline multiply by numpy's BLAS; it then tags and parses 1.8 times as fast.

    That BLAS takes as many threads as there are cores, unless the environment says
    otherwise (`OPENBLAS_NUM_THREADS=1`, before numpy is loaded).
    """
    ops = NumpyBlasOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = ops


class CaselessLemmatizer(EditTreeLemmatizer):
    """An edit tree lemmatizer whose trees work on the lower-cased form.

    The case of the lemma follows from the tag and from lemmas known to have capitals. The
    tagger has to run before it; it is better at the start of a sentence if the parser has.
    """

    def get_loss(
        self, examples: Iterable[Example], scores: list[Floats2d]
    ) -> tuple[float, list[Floats2d]]:
        """Give the loss and its gradient for lower-cased pairs of form and lemma."""
        loss_function = SequenceCategoricalCrossentropy(normalize=False, missing_value=-1)
        truths = []
        for example in examples:
            lemmas = example.get_aligned("LEMMA", as_string=True)
            truths.append(
                [
                    self._label(token.text, lemma) if lemma else -1
                    for token, lemma in zip(example.predicted, lemmas, strict=True)
                ]
            )
        gradient, loss = loss_function(scores, truths)
        return float(loss), gradient

    def _label(self, form: str, lemma: str) -> int:
        return self.tree2label.get(self.trees.add(form.lower(), lemma.lower()), 0)

    def _pair2label(self, form: str, lemma: str, add_label: bool = False) -> int | None:  # noqa: FBT001, FBT002  (spaCy's signature)
        find: Callable[[str, str, bool], int | None] = super()._pair2label
        return find(form.lower(), lemma.lower(), add_label)

    def _labels_from_data(self, get_examples: Callable[[], Iterable[Example]]) -> None:
        counts: Counter[tuple[str, str]] = Counter()
        capitals: Counter[str] = Counter()
        for example in get_examples():
            for token in example.reference:
                counts[token.lower_, token.lemma_.lower()] += 1
                if not _is_name(token.tag_):
                    capitals[token.lemma_] += 1
        trees = type(self.trees)(Vocab().strings)
        frequency: Counter[int] = Counter()
        pairs: dict[int, tuple[str, str]] = {}
        for pair, count in counts.items():
            tree = trees.add(*pair)
            frequency[tree] += count
            pairs[tree] = pair
        for tree, count in frequency.items():
            if count >= self.min_tree_freq:
                self._pair2label(*pairs[tree], add_label=True)
        self.cfg["cased"] = {
            lemma.lower(): lemma
            for lemma, count in sorted(capitals.items())
            if not lemma.islower() and count > capitals[lemma.lower()] and lemma.lower() != lemma
        }
        self.cfg["exceptions"] = {}

    def _scores2guesses_top_k_greater_1(
        self, docs: Iterable[Doc], scores: Iterable[Floats2d]
    ) -> list[NDArray[np.int64]]:
        labels = self.cfg["labels"]
        guesses = []
        for doc, doc_scores in zip(docs, scores, strict=True):
            ranked = np.asarray(doc_scores)
            first = ranked.argmax(axis=1).tolist()
            trees = np.full(len(doc), -1, dtype="int64")
            for i, token in enumerate(doc):
                tree = labels[first[i]]
                lemma = self.trees.apply(tree, token.lower_)
                if lemma is None or not _is_possible(token.lower_, lemma, token.tag_):
                    best = np.argsort(-ranked[i])[: self.top_k].tolist()
                    tree = self._first_possible(token, [labels[label] for label in best])
                trees[i] = tree
            guesses.append(trees)
        return guesses

    def _first_possible(self, token: Token, trees: Sequence[int]) -> int:
        """Give the first tree with a possible lemma, else the first with any, else -1."""
        any_tree = -1
        for tree in trees:
            lemma = self.trees.apply(tree, token.lower_)
            if lemma is None:
                continue
            if _is_possible(token.lower_, lemma, token.tag_):
                return tree
            if any_tree == -1:
                any_tree = tree
        return any_tree

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Iterable[Any]) -> None:
        """Write the lemmas into the documents."""
        exceptions: dict[str, str] = self.cfg["exceptions"]
        for doc, trees in zip(docs, batch_tree_ids, strict=True):
            for token, tree in zip(doc, trees.tolist(), strict=True):
                if token.lemma and not self.overwrite:
                    continue
                tag = token.tag_
                if token.is_space or tag.startswith(_AS_IS):
                    token.lemma_ = token.text
                    continue
                lower = token.lower_
                lemma = exceptions.get(f"{lower} {tag}")
                if lemma is None:
                    lemma = lower if tree == -1 else self.trees.apply(tree, lower)
                token.lemma_ = self._recase(token, lemma or lower)

    def _recase(self, token: Token, lemma: str) -> str:
        """Give a lower-cased lemma the capitals that it has in a dictionary."""
        form, tag = token.text, token.tag_
        if form.islower() and not tag.startswith(("N|", "ADJ")):
            return lemma
        cased: str | None = self.cfg["cased"].get(lemma)
        is_shouted = _is_shouted(token)
        if tag.startswith("N|eigen"):
            if not is_shouted:
                return _with_capitals_of(form, lemma)
            return cased or lemma[:1].upper() + lemma[1:]
        if cased is not None:
            return cased
        if is_shouted or form.islower():
            return lemma
        if tag.startswith("ADJ") and form[0].isupper() and not _starts_sentence(token):
            return lemma[:1].upper() + lemma[1:]
        if tag.startswith("N|") and form[:2].isupper():
            return _with_capitals_of(form, lemma)  # 'VVD-fractie', 'IB'ers'
        return lemma

    def learn_exceptions(self, docs: Iterable[Doc], lemmatized: Iterable[Doc]) -> int:
        """Remember where this lemmatizer errs on a form with its tag; give how many.

        Args:
            docs: annotated documents, which are believed.
            lemmatized: the same documents with the tags of `docs` and lemmas of this
                lemmatizer.
        """
        gold: dict[str, Counter[str]] = {}
        wrong: set[str] = set()
        for doc, own in zip(docs, lemmatized, strict=True):
            for token, predicted in zip(doc, own, strict=True):
                key = f"{token.lower_} {token.tag_}"
                gold.setdefault(key, Counter())[token.lemma_.lower()] += 1
                if predicted.lemma_.lower() != token.lemma_.lower():
                    wrong.add(key)
        exceptions = {}
        for key in sorted(wrong):
            (lemma, count), *others = gold[key].most_common(2)
            if not others or count > others[0][1]:
                exceptions[key] = lemma
        self.cfg["exceptions"] = exceptions
        return len(exceptions)


# The lemma of these is the form as it stands.
_AS_IS = (
    "LET",
    "SPEC|deeleigen",
    "SPEC|vreemd",
    "SPEC|symb",
    "SPEC|afgebr",
    "SPEC|enof",
    "SPEC|meta",
)


# 'faalen', 'spooren': in an open syllable Dutch writes a long vowel once.
_MISSPELT = re.compile(r"(aa|ee|oo|uu)[bcdfghjklmnpqrstvwxz]en$")


def _is_possible(form: str, lemma: str, tag: str) -> bool:
    """Tell whether a word with this tag can have this lemma, as far as spelling says."""
    if tag.startswith("WW|"):
        return lemma.endswith("n") and not _MISSPELT.search(lemma)
    if tag.startswith("N|soort|mv"):
        return lemma != form
    return True


def _is_name(tag: str) -> bool:
    return tag.startswith("N|eigen") or tag.startswith(_AS_IS)


def _is_shouted(token: Token) -> bool:
    """Tell whether a word in capitals is so for emphasis, and is no abbreviation."""
    if len(token) < 2 or not token.text.isupper():
        return False
    if len(token) > 6:
        return True
    near = token.doc[max(0, token.i - 2) : token.i + 3]
    return any(other.i != token.i and len(other) > 3 and other.text.isupper() for other in near)


def _starts_sentence(token: Token) -> bool:
    if token.i == 0 or token.is_sent_start:
        return True
    return token.nbor(-1).text in {'"', "'", ",,", "“", "‘", "«", "„", "(", ":", ".", "-", "\n"}


def _with_capitals_of(form: str, lemma: str) -> str:
    """'Rabo's', 'rabo' -> 'Rabo'; as far as they begin alike, else only the first letter."""
    same = 0
    for a, b in zip(form.lower(), lemma, strict=False):
        if a != b:
            break
        same += 1
    if same == 0:
        return lemma[:1].upper() + lemma[1:] if form[:1].isupper() else lemma
    return form[:same] + lemma[same:]


@Language.factory(
    "leaterms_lemmatizer",
    assigns=["token.lemma"],
    requires=["token.tag"],
    default_config={
        "min_tree_freq": 2,
        "overwrite": True,
        "top_k": 3,
        "scorer": {"@scorers": "spacy.lemmatizer_scorer.v1"},
    },
    default_score_weights={"lemma_acc": 1.0},
)
def _make_lemmatizer(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Floats2d]],
    min_tree_freq: int,
    overwrite: bool,  # noqa: FBT001  (spaCy calls by name)
    top_k: int,
    scorer: Callable[..., Any] | None,
) -> CaselessLemmatizer:
    return CaselessLemmatizer(
        nlp.vocab,
        model,
        name,
        backoff=None,
        min_tree_freq=min_tree_freq,
        overwrite=overwrite,
        top_k=top_k,
        scorer=scorer,
    )


@Language.component("leaterms_quotation_ends", assigns=["token.is_sent_start"])
def _quotation_ends(doc: Doc) -> Doc:
    return mark_quotation_ends(doc)


@Language.component(
    "leaterms_agreement",
    assigns=["token.tag", "token.pos", "token.morph"],
    requires=["token.dep", "token.tag", "token.pos"],
)
def _agreement(doc: Doc) -> Doc:
    return make_tags_agree(doc)


@Language.component("leaterms_separable_verbs", assigns=["token.lemma"], requires=["token.dep"])
def _separable_verbs(doc: Doc) -> Doc:
    return restore_separable_verbs(doc)
