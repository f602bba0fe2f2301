"""Average several runs into one: `python soup.py MODEL corpus output/soup --seeds 2 3`.

Each run goes on from MODEL (what train.py wrote) with its own order of the sentences and
its own variations, at a rate that falls from `--rate` to zero; then the weights are averaged.
Runs from different starts cannot be averaged: their hidden units do not correspond. The runs
are in OUTPUT/SEED, the mean in OUTPUT/mean; the figures on dev of each are printed.

Source of the method: Wortsman et al., Model soups, ICML 2022.
"""

import argparse
import random
from dataclasses import replace
from pathlib import Path

import spacy
from evaluate import FIGURES, figures_of, read_dev
from spacy.language import Language
from spacy.util import load_config
from thinc.api import Adam, Model, fix_random_seed
from train import Recipe, epochs, hasten, rate, read_sentences

from leaterms.language.pipeline import register_parts


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path, help="what convert.py wrote")
    parser.add_argument("output", type=Path)
    parser.add_argument("--config", type=Path, default=Path("configs/nl_leaterms.cfg"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[2, 3])
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--dropout", type=float, default=0.25)
    arguments = parser.parse_args()
    register_parts()
    hasten()
    recipe = replace(
        Recipe.from_config(load_config(arguments.config, interpolate=True).pop("recipe")),
        steps=arguments.steps,
        learn_rate=arguments.rate,
        dropout=arguments.dropout,
        warmup_steps=min(100, arguments.steps // 5),
    )
    runs = []
    show("start", spacy.load(arguments.model), arguments.corpus)
    for seed in arguments.seeds:
        nlp = go_on(arguments.model, arguments.corpus, replace(recipe, seed=seed))
        arguments.output.mkdir(parents=True, exist_ok=True)
        nlp.to_disk(arguments.output / str(seed))
        show(f"seed {seed}", nlp, arguments.corpus)
        runs.append(nlp)
    average(runs[0], runs[1:])
    runs[0].to_disk(arguments.output / "mean")
    show("mean", runs[0], arguments.corpus)


def go_on(path: Path, corpus: Path, recipe: Recipe) -> Language:
    """The pipeline at `path`, trained further."""
    fix_random_seed(recipe.seed)
    nlp = spacy.load(path)
    optimizer = Adam(
        learn_rate=recipe.learn_rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        L2_is_weight_decay=True,
        grad_clip=1.0,
        use_averages=False,  # the rate falls to zero: the last weights are as good
    )
    sentences = read_sentences(corpus, nlp.vocab, recipe.repeats)
    batches = epochs(nlp.vocab, sentences, recipe, random.Random(recipe.seed))
    for step in range(recipe.steps):
        optimizer.learn_rate = rate(step, recipe)
        nlp.update(next(batches), sgd=optimizer, drop=recipe.dropout, losses={})
    return nlp


def models(nlp: Language) -> list[Model]:
    """The networks of a pipeline, in order."""
    return [
        pipe.model for _, pipe in nlp.pipeline if isinstance(getattr(pipe, "model", None), Model)
    ]


def average(first: Language, others: list[Language]) -> None:
    """Put the mean of all weights into `first`."""
    for number, model in enumerate(models(first)):
        rest = [models(other)[number] for other in others]
        for place, node in enumerate(model.walk()):
            twins = [list(other.walk())[place] for other in rest]
            for name in node.param_names:
                if node.has_param(name):
                    total = node.get_param(name) + sum(twin.get_param(name) for twin in twins)
                    node.set_param(name, total / (1 + len(twins)))


def show(name: str, nlp: Language, corpus: Path) -> None:
    """Print the figures on dev."""
    figures = figures_of(nlp, read_dev(corpus, nlp.vocab))["all"]
    print(name, " ".join(f"{figure} {figures[figure]:.4f}" for figure in FIGURES), flush=True)


if __name__ == "__main__":
    main()
