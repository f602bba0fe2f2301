"""The classifier for jargon that no list holds, run with numpy alone.

Linear models over the features of `features`, and trees over the scores of a whole item
(`context`), trained in `training/classifier` on annotated text and shipped as data (see
model/README.md, the model card). Its score is
calibrated: of the units with 0.8, eight in ten bore the theme in municipalities that the
training had not seen.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from leaterms.detection.context import combine, read_context
from leaterms.detection.features import GROUPS, FeatureReader, Unit
from leaterms.detection.spans import SpanModel, best_run, read_words
from leaterms.detection.trees import Trees
from leaterms.language import TokenizedSentence
from leaterms.models import read_model

__all__ = ["Calibration", "Classifier", "Group", "Parameters", "load_classifier"]


@dataclass(frozen=True, slots=True)
class Group:
    """The features of one group: name -> row, with their idf and their weights.

    `weights` has a row a feature and a column a judge (see `combine`). `scale` is what the
    group counts for.
    """

    rows: dict[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    scale: float

    def values(self, counts: Counter[str]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The rows of the known features of `counts`, and their normalised values."""
        known = {self.rows[name]: n for name, n in counts.items() if name in self.rows}
        if not known:
            return np.empty(0, np.intp), np.empty(0, np.float32)
        # in the order of the rows, so that sums do not depend on the order of the words
        rows = np.array(sorted(known), np.intp)
        times = np.array([known[row] for row in rows.tolist()], np.float32)
        values = (1.0 + np.log(times)) * self.idf[rows]
        return rows, values / np.linalg.norm(values) * np.float32(self.scale)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What makes of a raw score the share of units with it that bear the theme."""

    slope: float
    offset: float

    def of(self, raw: NDArray[np.floating]) -> NDArray[np.float32]:
        """The calibrated scores, in 0..1."""
        odds = np.asarray(self.slope * raw + self.offset, np.float64)
        scores: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-odds))).astype(np.float32)
        return scores


@dataclass(frozen=True, slots=True)
class Parameters:
    """A trained model as plain values.

    `bias` and the weights of the groups have a column a judge: see `combine`.
    `alone` calibrates the scores of a unit by itself, `among` those that the trees of `context`
    give it among the other units of its item. `certain` is the score among others from which
    precision on held-out municipalities is 0.90 or more, `possible` the one
    from which a find is worth a look. `examples` are texts that bear a theme, `example_themes`
    (a row an example, a column a theme) says which. `spans` tells which words bear it.
    """

    themes: tuple[str, ...]
    groups: dict[str, Group]
    bias: NDArray[np.float32]
    alone: Calibration
    context: Trees
    among: Calibration
    certain: float
    possible: float
    classes: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    examples: tuple[str, ...]
    example_themes: NDArray[np.bool_]
    spans: SpanModel


class Classifier:
    """Scores units; the result depends on the unit and the parameters alone."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        self._reader = FeatureReader(parameters.classes, parameters.fields)

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of the themes, in the order of the columns of `scores`."""
        return self._parameters.themes

    @property
    def certain(self) -> float:
        """The score from which a find counts (method 'model')."""
        return self._parameters.certain

    @property
    def possible(self) -> float:
        """The score from which a find is a proposal (method 'semantic')."""
        return self._parameters.possible

    def judge(self, unit: Unit) -> NDArray[np.float32]:
        """The log odds of all judges of `unit` (see `combine`)."""
        parameters = self._parameters
        judged = parameters.bias.copy()
        counts = self._reader.read(unit)
        for name in GROUPS:
            group = parameters.groups[name]
            rows, values = group.values(counts[name])
            if len(rows):
                judged += values @ group.weights[rows]
        return judged

    def scores(self, judged: NDArray[np.float32]) -> NDArray[np.float32]:
        """The score for each theme of a unit by itself, in 0..1; `judged` as of `judge`."""
        return self._parameters.alone.of(combine(judged))

    def scores_among(
        self, judged: NDArray[np.float32], units: Sequence[Unit], *, titled: bool
    ) -> NDArray[np.float32]:
        """The scores of all units of an item, each among the others: a row a unit.

        Args:
            judged: as of `judge`, a row a unit.
            units: all units of the item in order of place.
            titled: whether the first is the heading.
        """
        rows = read_context(judged, units, self.themes, titled=titled)
        raw = self._parameters.context.answer(rows.reshape(-1, rows.shape[-1]))
        return self._parameters.among.of(raw).reshape(rows.shape[:2])

    def span(
        self,
        text: str,
        sentence: TokenizedSentence,
        themes: Sequence[str],
        clause: tuple[int, int] | None = None,
        barred: Collection[int] = (),
        held: tuple[int, int] | None = None,
    ) -> tuple[int, int] | None:
        """The first and last word of `sentence` (in `text`) by which it bears `themes`.

        `clause` is the half-open run of words where they likely are, `barred` are the words
        that are not among them; None where all are barred.
        """
        words = read_words(text, sentence, themes, self._reader.fields)
        return best_run(self._parameters.spans.judge(words), clause, barred, held)

    def nearest(self, text: str, theme: str) -> str:
        """The known example of `theme` that shares most with `text`; '' where none does."""
        bears = self._parameters.example_themes[:, self._parameters.themes.index(theme)]
        alike: dict[int, float] = defaultdict(float)
        for row, value in self._words(text).items():
            for example, other in self._index.get(row, ()):
                if bears[example]:
                    alike[example] += value * other
        best = max(sorted(alike), key=alike.__getitem__, default=None)
        return "" if best is None else self._parameters.examples[best]

    @cached_property
    def _index(self) -> dict[int, list[tuple[int, float]]]:
        """The examples in which each lemma stands, with its value there; ascending."""
        index: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for number, example in enumerate(self._parameters.examples):
            for row, value in self._words(example).items():
                index[row].append((number, value))
        return index

    def _words(self, text: str) -> dict[int, float]:
        """The normalised lemmas of `text`, for likeness to examples."""
        counts = self._reader.read(Unit(text))
        rows, values = self._parameters.groups["w"].values(counts["w"])
        return dict(zip(rows.tolist(), values.tolist(), strict=True))


def load_classifier() -> Classifier:
    """The shipped classifier, checked against the hash on its card.

    Raises:
        LeatermsError: the files are missing or are not those that were shipped.
    """
    return Classifier(unpack(read_model("leaterms.detection", "classifier", "Het taalmodel")))


def pack(parameters: Parameters) -> bytes:
    """`parameters` as the bytes of an .npz file without pickles.

    Idf and weights are kept as float16; names of features hold no newline.
    """
    plain = {
        "themes": parameters.themes,
        "alone": [parameters.alone.slope, parameters.alone.offset],
        "among": [parameters.among.slope, parameters.among.offset],
        "certain": parameters.certain,
        "possible": parameters.possible,
        "classes": parameters.classes,
        "fields": parameters.fields,
        "examples": parameters.examples,
        "scales": {name: parameters.groups[name].scale for name in GROUPS},
    }
    arrays: dict[str, NDArray[np.generic]] = {
        "plain": _as_array(json.dumps(plain, ensure_ascii=False)),
        "bias": parameters.bias,
        "example_themes": parameters.example_themes,
        "span_weights": parameters.spans.weights.astype(np.float16),
        "span_bias": parameters.spans.bias,
        **parameters.context.arrays("context"),
    }
    for name in GROUPS:
        group = parameters.groups[name]
        arrays[f"{name}_names"] = _as_array("\n".join(group.rows))
        arrays[f"{name}_idf"] = group.idf.astype(np.float16)
        arrays[f"{name}_weights"] = group.weights.astype(np.float16)
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpack(data: bytes) -> Parameters:
    """The parameters in the bytes that `pack` gave."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        plain = json.loads(_as_text(arrays["plain"]))
        groups = {}
        for name in GROUPS:
            names = _as_text(arrays[f"{name}_names"])
            features = names.split("\n") if names else []
            groups[name] = Group(
                {feature: row for row, feature in enumerate(features)},
                arrays[f"{name}_idf"].astype(np.float32),
                arrays[f"{name}_weights"].astype(np.float32),
                plain["scales"][name],
            )
        return Parameters(
            themes=tuple(plain["themes"]),
            groups=groups,
            bias=arrays["bias"].astype(np.float32),
            alone=Calibration(*plain["alone"]),
            context=Trees.of(arrays, "context"),
            among=Calibration(*plain["among"]),
            certain=plain["certain"],
            possible=plain["possible"],
            classes={name: tuple(words) for name, words in plain["classes"].items()},
            fields={name: tuple(words) for name, words in plain["fields"].items()},
            examples=tuple(plain["examples"]),
            example_themes=arrays["example_themes"],
            spans=SpanModel(arrays["span_weights"].astype(np.float32), arrays["span_bias"]),
        )


def _as_array(text: str) -> NDArray[np.generic]:
    return np.frombuffer(text.encode("utf-8"), np.uint8)


def _as_text(array: NDArray[np.generic]) -> str:
    return array.tobytes().decode("utf-8")
