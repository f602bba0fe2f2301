"""The layers of the `nl_leaterms` pipeline that spaCy itself does not have.

Importing this module makes spaCy know them; `leaterms.language.load_pipeline` does so, and
so does spaCy by itself once leaterms is installed (entry point `spacy_architectures`).

`leaterms.AffixHashEmbed.v1`
    An embedding of the word and its affixes. spaCy's own has one prefix letter and
    three suffix letters; Dutch inflection, and the head of a compound, from which a
    noun has its gender, need more. A word or affix that training saw only once is
    embedded as 'unknown', so that the model knows what to do with a really unknown one.
`leaterms.StackedTok2Vec.v1`
    Layers of a component's own upon a tok2vec that it shares.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged
from threadpoolctl import ThreadpoolController

__all__ = [
    "FEATURES",
    "NumpyBlasOps",
    "affix_hash_embed",
    "count_features",
    "learn_known_features",
    "stacked_tok2vec",
    "use_numpy_blas",
    "word_features",
]

_NODE = "leaterms_affixes"
_CACHE_LIMIT = 100_000  # word forms; about 15 MB, then it starts anew: memory stays flat

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


registry.architectures("leaterms.StackedTok2Vec.v1", func=stacked_tok2vec)
registry.architectures("leaterms.AffixHashEmbed.v1", func=affix_hash_embed)


class NumpyBlasOps(NumpyOps):  # type: ignore[misc]  # no types in thinc here
    """Matrix products by numpy's BLAS on one thread, twice as fast as thinc's own.

    On as many threads as cores, which is numpy's way, products as small as these are slower
    (on a busy machine four times slower), as each waits for all threads.
    """

    def gemm(  # noqa: D102  (thinc's)
        self,
        x: NDArray[np.float32],
        y: NDArray[np.float32],
        out: NDArray[np.float32] | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002  (thinc's)
        trans2: bool = False,  # noqa: FBT001, FBT002  (thinc's)
    ) -> NDArray[np.float32]:
        with _blas().limit(limits=1):
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


@cache
def _blas() -> ThreadpoolController:
    """The BLAS libraries of this process; looked up once, as numpy is loaded by now."""
    return ThreadpoolController().select(user_api="blas")


def use_numpy_blas(nlp: Language) -> None:
    """Let the pipeline multiply by numpy's BLAS; it then tags and parses nearly twice as fast."""
    ops = NumpyBlasOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if type(node.ops) is NumpyOps:  # not those for a graphics card or Apple's
                    node.ops = ops
