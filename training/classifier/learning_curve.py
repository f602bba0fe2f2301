"""What the classifier is worth against the amount of text that it learns from.

    python training/classifier/learning_curve.py
    python training/classifier/learning_curve.py --shares 0.5 1 --seeds 1 --json curve.json

Each seed leaves out some municipalities that the writers of the vocabulary have not read, puts
the others in an order, and the voices of the lines too, and learns from the first part of both:
whole municipalities and voices, so that twice the share is the same text and as much again.
Measured are whole units (sentences and headings) of the municipalities left out, each judged by
itself.

Needs scikit-learn, which the library itself does not.
"""

import argparse
import json
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import fmean

import numpy as np
from numpy.typing import NDArray
from texts import Example

__all__ = ["Point", "Split", "Worth", "measure", "split", "to_table", "trace"]

SHARES = (0.125, 0.25, 0.5, 1.0)
SEEDS = 3
LEFT_OUT = 4
PRECISIONS = (0.85, 0.90)

Fit = Callable[[Sequence[Example]], Callable[[Sequence[Example]], NDArray[np.float32]]]
"""Learns from examples, and gives what scores others: a row each, a column a theme."""


@dataclass(frozen=True, slots=True)
class Split:
    """What one seed measures on, and the order in which the rest is learned from."""

    left_out: tuple[str, ...]
    municipalities: tuple[str, ...]
    voices: tuple[str, ...]

    def taught(self, share: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The municipalities and voices in `share` (0..1) of the text: at least one of each."""
        return (
            self.municipalities[: math.ceil(share * len(self.municipalities))],
            self.voices[: math.ceil(share * len(self.voices))],
        )


@dataclass(frozen=True, slots=True)
class Worth:
    """What scores are worth, over all units and themes.

    `recall_85` and `recall_90` are the most that is found while 0.85 and 0.90 of all finds are
    right; 0 where no score reaches that.
    """

    average_precision: float
    recall_85: float
    recall_90: float


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve: the worth at a share of the text, by one seed.

    `units` is the number of sentences and headings (not of clauses) learned from.
    """

    seed: int
    share: float
    municipalities: int
    voices: int
    units: int
    left_out: tuple[str, ...]
    worth: Worth


def split(documents: Sequence[Example], lines: Sequence[Example], seed: int, count: int) -> Split:
    """Leave out `count` unseen municipalities, at most half of all, and order the rest.

    Raises:
        ValueError: no municipality is unseen, or there is none besides.
    """
    random = Random(seed)
    names = sorted({example.origin for example in documents})
    unseen = sorted({example.origin for example in documents if not example.is_seen})
    count = min(count, len(names) // 2, len(unseen))
    if count < 1:
        raise ValueError("there must be an unseen municipality to measure on, and another one")
    left_out = random.sample(unseen, count)
    rest = [name for name in names if name not in left_out]
    voices = sorted({example.origin for example in lines})
    random.shuffle(rest)
    random.shuffle(voices)
    return Split(tuple(sorted(left_out)), tuple(rest), tuple(voices))


def trace(
    documents: Sequence[Example],
    lines: Sequence[Example],
    fit: Fit,
    themes: Sequence[str],
    *,
    shares: Sequence[float] = SHARES,
    seeds: int = SEEDS,
    left_out: int = LEFT_OUT,
) -> list[Point]:
    """The points of the curve, by seed (from 0) and share."""
    points = []
    for seed in range(seeds):
        drawn = split(documents, lines, seed, left_out)
        held = [e for e in documents if e.origin in drawn.left_out and not e.is_part]
        truth = np.array([[theme in e.themes for theme in themes] for e in held], np.bool_)
        for share in shares:
            municipalities, voices = drawn.taught(share)
            taught = [e for e in documents if e.origin in municipalities]
            taught += [e for e in lines if e.origin in voices]
            points.append(
                Point(
                    seed=seed,
                    share=share,
                    municipalities=len(municipalities),
                    voices=len(voices),
                    units=sum(not e.is_part for e in taught),
                    left_out=drawn.left_out,
                    worth=measure(fit(taught)(held), truth),
                )
            )
    return points


def measure(scores: NDArray[np.float32], truth: NDArray[np.bool_]) -> Worth:
    """The worth of `scores`, a row a unit and a column a theme; only their order counts.

    Equal scores are found together. Average precision is the mean of the precision at each
    right find (the sum over steps in recall, without interpolation, as scikit-learn has it).
    """
    flat, right = scores.ravel(), truth.ravel()
    order = np.argsort(-flat, kind="stable")
    last = np.append(np.flatnonzero(np.diff(flat[order])), len(flat) - 1)
    found = np.cumsum(right[order])[last]
    precision = found / (last + 1)
    recall = found / max(1, found[-1])
    steps = np.diff(recall, prepend=0.0)
    reached = [recall[precision >= least] for least in PRECISIONS]
    low, high = (float(each.max()) if len(each) else 0.0 for each in reached)
    return Worth(float((steps * precision).sum()), low, high)


def to_table(points: Sequence[Point]) -> str:
    """The curve in Markdown: a row a share, the mean of the seeds, the lowest and the highest."""
    lines = [
        (
            "| share | municipalities + voices | sentences and headings | average precision "
            "| recall at precision 0.85 | recall at precision 0.90 |"
        ),
        "|---|---|---|---|---|---|",
    ]
    for share in sorted({point.share for point in points}):
        own = [point for point in points if point.share == share]
        worths = [asdict(point.worth) for point in own]
        figures = [_mean_and_range([worth[name] for worth in worths]) for name in worths[0]]
        texts = f"{own[0].municipalities} + {own[0].voices}"
        units = f"{fmean(point.units for point in own):.0f}"
        lines.append("| " + " | ".join([f"{share:g}", texts, units, *figures]) + " |")
    return "\n".join(lines)


def _mean_and_range(values: Sequence[float]) -> str:
    mean = f"{fmean(values):.3f}"
    return mean if len(values) == 1 else f"{mean} ({min(values):.3f}-{max(values):.3f})"


def main() -> None:
    """Run the command."""
    # late: they bring scikit-learn, which the tests of the rest do without
    from fitting import Fitter  # noqa: PLC0415 (late, as said)
    from texts import read_documents, read_fields, read_lines  # noqa: PLC0415 (late, as said)
    from train import DOCUMENTS, HERE, LINES  # noqa: PLC0415 (late, as said)

    from leaterms.detection import Detector  # noqa: PLC0415 (late, as said)
    from leaterms.detection.context import combine  # noqa: PLC0415 (late, as said)
    from leaterms.vocabulary import load_vocabulary  # noqa: PLC0415 (late, as said)

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shares", type=float, nargs="+", default=SHARES, help="of the text")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many draws")
    parser.add_argument("--left-out", type=int, default=LEFT_OUT, help="municipalities a draw")
    parser.add_argument("--json", type=Path, help="write the points into this file too")
    options = parser.parse_args()
    vocabulary = load_vocabulary()
    detector = Detector(vocabulary)
    themes = [theme.id for theme in vocabulary.themes]
    fitter = Fitter(themes, dict(vocabulary.classes), read_fields(HERE / "velden.yaml"))

    def fit(
        taught: Sequence[Example],
    ) -> Callable[[Sequence[Example]], NDArray[np.float32]]:
        parameters = fitter.fit(taught)
        return lambda examples: combine(fitter.judged(parameters, examples))

    points = trace(
        [e for folder in DOCUMENTS for e in read_documents(folder, detector)],
        read_lines(LINES, detector),
        fit,
        themes,
        shares=options.shares,
        seeds=options.seeds,
        left_out=options.left_out,
    )
    print(to_table(points))
    if options.json:
        text = json.dumps([asdict(point) for point in points], indent=2) + "\n"
        options.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
