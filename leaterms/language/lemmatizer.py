"""The lemmatizer of the `nl_leaterms` pipeline.

It is spaCy's lemmatizer by edit trees, with the case of letters taken out of the trees: a
heading in capitals gets the same lemmas as running text. It remembers the words of the
treebanks on which the trees err. Importing this module makes spaCy know it, as
`leaterms_lemmatizer`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Model, SequenceCategoricalCrossentropy
from thinc.types import Floats2d

__all__ = ["CaselessLemmatizer", "make_lemmatizer"]


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


# Two vowels side by side that no Dutch singular gets where its plural has none: 'notuol'.
_STRANGE = re.compile(r"uo|ao|oa|ua|iu|ae|eo|io|ia|ue")


def _is_possible(form: str, lemma: str, tag: str) -> bool:
    """Tell whether a word with this tag can have this lemma, as far as spelling says."""
    if tag.startswith("WW|"):
        return lemma.endswith("n") and not _MISSPELT.search(lemma)
    if tag.startswith("N|soort|mv"):
        strange = set(_STRANGE.findall(lemma)) - set(_STRANGE.findall(form))
        return lemma != form and not strange
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
def make_lemmatizer(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Floats2d]],
    min_tree_freq: int,
    overwrite: bool,  # noqa: FBT001  (spaCy calls by name)
    top_k: int,
    scorer: Callable[..., Any] | None,
) -> CaselessLemmatizer:
    """Make the component; its settings are those of spaCy's edit tree lemmatizer."""
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
