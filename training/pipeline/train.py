"""Train a pipeline: `python train.py configs/base.cfg corpus output/base`.

The configuration is spaCy's, with a section `recipe` of our own. The loop is ours and
not `spacy train`, as every epoch groups the sentences into other documents and varies
their case and full stops anew, and as the weights are averaged over the last steps.
The best pipeline so far (mean of the six figures on dev) is in OUTPUT/best, each
evaluation is a line in OUTPUT/log.jsonl.
"""

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from evaluate import FIGURES, figures_of, read_dev
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from spacy.vocab import Vocab
from thinc.api import Adam, Config, Optimizer, fix_random_seed, set_current_ops
from tokenizer import adapt_tokenizer
from treebank import Augmentation, Sentence, group_sentences, make_doc, sentence_of, vary

from leaterms.language.architectures import NumpyBlasOps, learn_known_features
from leaterms.language.pipeline import register_parts


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train; the section `recipe` of a configuration."""

    seed: int
    steps: int
    batch_words: int
    evaluate_every: int
    dropout: float
    learn_rate: float
    warmup_steps: int
    longest_group: int
    average: bool
    repeats: dict[str, float]
    augmentation: Augmentation

    @classmethod
    def from_config(cls, section: dict[str, Any]) -> "Recipe":
        """Read the section; unknown keys are a TypeError."""
        augmentation = Augmentation(**section.pop("augmentation"))
        return cls(**section, augmentation=augmentation)


def _batch_id(docs: Iterable[Doc]) -> int:
    return sum(int(doc.to_array("ORTH").sum()) for doc in docs)


def hasten() -> None:
    """Replace two slow parts of spaCy's training; the results are the same but for rounding."""
    set_current_ops(NumpyBlasOps())
    # By default a loop over all tokens, several times per component and step.
    Tok2VecListener.get_batch_id = staticmethod(_batch_id)  # type: ignore[method-assign, assignment]


def read_sentences(corpus: Path, vocab: Vocab, repeats: dict[str, float]) -> list[Sentence]:
    """Read the training sentences of every source that `repeats` names."""
    sentences: list[Sentence] = []
    for source in repeats:
        docs = DocBin(store_user_data=True).from_disk(corpus / "train" / f"{source}.spacy")
        sentences.extend(sentence_of(doc) for doc in docs.get_docs(vocab))
    return sentences


def sample(
    sentences: Sequence[Sentence], repeats: dict[str, float], rng: random.Random
) -> list[Sentence]:
    """Give the sentences of one epoch in order; 1.5 repeats a half, chosen by chance."""
    by_source: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        by_source.setdefault(sentence.source, []).append(sentence)
    chosen: list[Sentence] = []
    for source, members in by_source.items():
        whole = int(repeats[source])
        chosen.extend(members * whole)
        chance = repeats[source] - whole
        chosen.extend(member for member in members if rng.random() < chance)
    return chosen


def epochs(
    vocab: Vocab, sentences: Sequence[Sentence], recipe: Recipe, rng: random.Random
) -> Iterator[list[Example]]:
    """Yield batches without end."""
    while True:
        chosen = sample(sentences, recipe.repeats, rng)
        groups = list(group_sentences(chosen, recipe.longest_group, rng))
        rng.shuffle(groups)
        batch: list[Example] = []
        words = 0
        for group in groups:
            varied = [vary(sentence, recipe.augmentation, rng) for sentence in group]
            doc = make_doc(
                vocab,
                varied,
                newlines=rng.random() < recipe.augmentation.newlines,
                split_particles=True,
            )
            plain = Doc(
                vocab,
                words=[token.text for token in doc],
                spaces=[bool(token.whitespace_) for token in doc],
            )
            batch.append(Example(plain, doc))
            words += len(doc)
            if words >= recipe.batch_words:
                yield batch
                batch, words = [], 0


def build(
    config: Config, examples: Sequence[Example], learn_rate: float
) -> tuple[Language, Optimizer]:
    """Make the pipeline and its optimizer, with labels and known features of the examples."""
    nlp = load_model_from_config(config, auto_fill=True)
    adapt_tokenizer(nlp)
    references = [example.reference for example in examples]
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and model is not True:
            known = learn_known_features(model, references)
            if known:
                print(f"{known} known features")
    optimizer = Adam(
        learn_rate=learn_rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        L2_is_weight_decay=True,
        grad_clip=1.0,
        use_averages=True,  # kept always; `Recipe.average` says whether they are used
    )
    nlp.initialize(lambda: examples, sgd=optimizer)
    return nlp, optimizer


def rate(step: int, recipe: Recipe) -> float:
    """Learning rate: up in the warm-up, then down in a straight line, to 2 percent."""
    if step < recipe.warmup_steps:
        return recipe.learn_rate * (step + 1) / recipe.warmup_steps
    left = (recipe.steps - step) / (recipe.steps - recipe.warmup_steps)
    return recipe.learn_rate * max(left, 0.02)


def train(config_path: Path, corpus: Path, output: Path, overrides: dict[str, Any]) -> None:
    """Train, evaluating now and then; see the module's text for what is written."""
    config = load_config(config_path, overrides=overrides, interpolate=True)
    recipe = Recipe.from_config(config.pop("recipe"))
    register_parts()
    fix_random_seed(recipe.seed)
    hasten()
    rng = random.Random(recipe.seed)
    vocab = spacy.blank("nl").vocab
    sentences = read_sentences(corpus, vocab, recipe.repeats)
    every = [
        Example(doc, doc.copy())
        for doc in (make_doc(vocab, [s], newlines=False) for s in sentences)
    ]
    # One document with a line end, for its tag to be among the labels.
    lines = make_doc(vocab, sentences[:3], newlines=True)
    every.append(Example(lines, lines.copy()))
    nlp, optimizer = build(config, every, recipe.learn_rate)
    dev = read_dev(corpus, nlp.vocab)
    output.mkdir(parents=True, exist_ok=True)
    (output / "config.cfg").write_text(
        load_config(config_path, overrides=overrides).to_str(), encoding="utf-8"
    )
    best = 0.0
    losses: dict[str, float] = {}
    start, words = time.perf_counter(), 0
    with (output / "log.jsonl").open("w", encoding="utf-8") as log:
        for step, batch in enumerate(epochs(nlp.vocab, sentences, recipe, rng)):
            optimizer.learn_rate = rate(step, recipe)
            nlp.update(batch, sgd=optimizer, drop=recipe.dropout, losses=losses)
            words += sum(len(example.reference) for example in batch)
            done = step + 1
            if done % recipe.evaluate_every == 0 or done == recipe.steps:
                with nlp.use_params(optimizer.averages if recipe.average else {}):
                    figures = figures_of(nlp, dev)
                    score = sum(figures["all"][name] for name in FIGURES) / len(FIGURES)
                    if score > best:
                        best = score
                        nlp.to_disk(output / "best")
                seconds = round(time.perf_counter() - start)
                line = {
                    "step": done,
                    "seconds": seconds,
                    "words": words,
                    "score": round(score, 4),
                    "losses": {name: round(loss) for name, loss in losses.items()},
                    "figures": figures,
                }
                log.write(json.dumps(line) + "\n")
                log.flush()
                shown = " ".join(f"{name} {figures['all'][name]:.4f}" for name in FIGURES)
                print(f"{done} {seconds}s {words} words {score:.4f} {shown}", flush=True)
                losses = {}
            if done >= recipe.steps:
                break


def _overrides(extra: Sequence[str]) -> dict[str, Any]:
    """Read ['--recipe.steps', '500'] as {'recipe.steps': 500}."""
    if len(extra) % 2 or any(not name.startswith("--") for name in extra[::2]):
        raise SystemExit(f"expected pairs of --section.key VALUE, not {extra}")
    values: dict[str, Any] = {}
    for name, text in zip(extra[::2], extra[1::2], strict=True):
        try:
            values[name.removeprefix("--")] = json.loads(text)
        except json.JSONDecodeError:
            values[name.removeprefix("--")] = text
    return values


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", type=Path)
    parser.add_argument("corpus", type=Path, help="what convert.py wrote")
    parser.add_argument("output", type=Path)
    arguments, extra = parser.parse_known_args()
    train(arguments.config, arguments.corpus, arguments.output, _overrides(extra))


if __name__ == "__main__":
    main()
