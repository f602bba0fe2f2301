"""The Dutch pipeline beside others: accuracy, speed, start-up and memory.

    python benchmarks/language.py DEV.conllu.gz [...]       # accuracy and speed
    python benchmarks/language.py --sentences               # ends of sentences in own minutes
    python benchmarks/language.py --start-up
    python benchmarks/language.py --memory 1000000 [--names 20000]

Compared are `nl_leaterms`, every installed Dutch pipeline of spaCy ('nl_...'), simplemma and a
blank tokenizer. Speeds are in words per second of processor time and as a ratio to
`nl_leaterms`; the systems take turns, and of each the best turn counts, so that other work on
the machine weighs on all alike. Set OPENBLAS_NUM_THREADS=1 so that others than nl_leaterms,
which sees to it itself, do not wait for threads.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import psutil
import simplemma
import spacy
import yaml
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import get_installed_models

from leaterms.language import load_pipeline, split_sentences
from leaterms.language.pipeline import SHIPPED_MODEL

_ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(_ROOT / "training" / "pipeline"))
from treebank import make_doc, read_treebank  # noqa: E402  (its folder is no package)

_FIGURES = {
    "tag": "tag_acc",
    "pos": "pos_acc",
    "lemma": "lemma_acc",
    "sents F": "sents_f",
    "UAS": "dep_uas",
    "LAS": "dep_las",
}
_CASES = _ROOT / "tests" / "cases" / "zinsgrenzen.yaml"
_TURNS = 5
_A_DOCUMENT = 10  # sentences


@dataclass(frozen=True, slots=True)
class System:
    """Something to be measured; `run` gives the number of words it did."""

    name: str
    run: Callable[[Sequence[str]], int]
    nlp: Language | None = None


def systems() -> list[System]:
    """All that are here, the shipped pipeline first."""
    named = {"nl_leaterms": load_pipeline()}
    # spaCy's own way of loading: thinc's matrix products
    named["nl_leaterms, by spacy.load"] = spacy.load(SHIPPED_MODEL)
    for name in sorted(get_installed_models()):
        if name.startswith("nl_"):
            named[name] = load_pipeline(name)
    found = [System(name, _annotator(nlp), nlp) for name, nlp in named.items()]
    blank = spacy.blank("nl")
    found.append(System("simplemma (after a blank tokenizer)", _simplemma(blank)))
    found.append(System("blank tokenizer", _annotator(blank)))
    return found


def _annotator(nlp: Language) -> Callable[[Sequence[str]], int]:
    def run(texts: Sequence[str]) -> int:
        with nlp.memory_zone():
            return sum(len(doc) for doc in nlp.pipe(texts))

    return run


def _simplemma(blank: Language) -> Callable[[Sequence[str]], int]:
    def run(texts: Sequence[str]) -> int:
        words = 0
        for doc in blank.pipe(texts):
            for token in doc:
                simplemma.lemmatize(token.text, lang="nl")
            words += len(doc)
        return words

    return run


def read_gold(paths: Sequence[Path], nlp: Language) -> list[Doc]:
    """The treebanks in documents of ten sentences."""
    docs = []
    for path in paths:
        sentences = read_treebank(path)
        while group := list(islice(sentences, _A_DOCUMENT)):
            docs.append(make_doc(nlp.vocab, group))
    return docs


def accuracy(paths: Sequence[Path], measured: Sequence[System]) -> None:
    """Print a table of spaCy's own figures, from raw text."""
    print("| system | " + " | ".join(_FIGURES) + " |")
    print("|---" * (len(_FIGURES) + 1) + "|")
    for system in measured:
        if system.nlp is None:
            continue
        gold = read_gold(paths, system.nlp)
        predicted = system.nlp.pipe(doc.text for doc in gold)
        examples = [Example(doc, other) for doc, other in zip(predicted, gold, strict=True)]
        scores = Scorer(system.nlp).score(examples)
        figures = [f"{scores.get(key) or 0.0:.4f}" for key in _FIGURES.values()]
        print(f"| {system.name} | " + " | ".join(figures) + " |")
    gold = read_gold(paths, spacy.blank("nl"))
    right = [simplemma.lemmatize(t.text, lang="nl") == t.lemma_ for doc in gold for t in doc]
    print(f"| simplemma, on the treebanks' words | | | {sum(right) / len(right):.4f} | | | |")


def speed(texts: Sequence[str], measured: Sequence[System]) -> None:
    """Print a table of words per second, by turns."""
    best = dict.fromkeys((system.name for system in measured), 0.0)
    for _ in range(_TURNS):
        for system in measured:
            start = time.process_time()
            words = system.run(texts)
            best[system.name] = max(best[system.name], words / (time.process_time() - start))
    unit = best[measured[0].name]
    print("\n| system | words a second | ratio |\n|---|---|---|")
    for name, words_a_second in best.items():
        print(f"| {name} | {words_a_second:,.0f} | {words_a_second / unit:.2f} |")


def sentence_ends() -> None:
    """Print precision and recall of sentence ends in the annotated lines of minutes.

    The end of the text does not count, nor do line ends and cell borders, which end a
    sentence for all alike.
    """
    nlp = load_pipeline()
    stops = spacy.blank("nl")
    stops.add_pipe("sentencizer")
    ways: dict[str, Callable[[str], set[int]]] = {
        "split_sentences": lambda text: {end for _, end in split_sentences(text)},
        "nl_leaterms": lambda text: {sent[-1:].end_char for sent in nlp(text).sents},
        "spaCy's sentencizer": lambda text: {sent[-1:].end_char for sent in stops(text).sents},
    }
    units = [
        unit
        for texts in yaml.safe_load(_CASES.read_text(encoding="utf-8")).values()
        for text in texts
        for unit in re.split(r"\n| \| ", text)
    ]
    print("| way | sentence ends | found | wrongly | precision | recall |")
    print("|---" * 6 + "|")
    for name, ends_of in ways.items():
        right = wrong = missed = 0
        for unit in units:
            sentences = unit.removesuffix("¦").split("¦")
            gold = {len("".join(sentences[:number])) for number in range(1, len(sentences))}
            found = ends_of("".join(sentences)) - {len("".join(sentences))}
            right, wrong, missed = (
                right + len(gold & found),
                wrong + len(found - gold),
                missed + len(gold - found),
            )
        figures = f"{right / (right + wrong):.3f} | {right / (right + missed):.3f}"
        print(f"| {name} | {right + missed} | {right} | {wrong} | {figures} |")


_START_UPS = {
    "python, nothing else": "",
    "import leaterms": "import leaterms",
    "leaterms --help": (
        "import sys; sys.argv[1:] = ['--help']; from leaterms.cli import main; main()"
    ),
    "import spacy": "import spacy",
    "load_pipeline()": "from leaterms.language import load_pipeline; load_pipeline()",
}
_CLOCK = """import atexit, sys, time
atexit.register(lambda: print(time.process_time(), file=sys.stderr))
"""


def start_up() -> None:
    """Print seconds of processor time of fresh processes, the best of several turns."""
    best = dict.fromkeys(_START_UPS, float("inf"))
    for _ in range(_TURNS):
        for name, statement in _START_UPS.items():
            done = subprocess.run(
                [sys.executable, "-c", _CLOCK + statement],
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
            best[name] = min(best[name], float(done.stderr.split()[-1]))
    print("| fresh process | seconds of processor time |\n|---|---|")
    for name, seconds in best.items():
        print(f"| {name} | {seconds:.2f} |")


def memory(sentences: int, names: int) -> None:
    """Print how memory goes over so many sentences, each with two words of a name.

    Args:
        sentences: how many.
        names: how many names there are; 0 for a new one in every sentence.
    """
    nlp = load_pipeline()
    process = psutil.Process()
    texts = _invented(names)
    start = time.perf_counter()
    print("| sentences | strings | MB | seconds |\n|---|---|---|---|")
    done, shown, step = 0, 0, max(sentences // 20, 1)
    while done < sentences:
        with nlp.memory_zone():
            for doc in nlp.pipe(islice(texts, 100)):
                done += sum(1 for _ in doc.sents)
        if done >= shown:
            size = process.memory_info().rss / 1e6
            seconds = time.perf_counter() - start
            row = f"| {done:,} | {len(nlp.vocab.strings):,} | {size:.0f} | {seconds:.0f} |"
            print(row, flush=True)
            shown += step


def _invented(names: int) -> Iterator[str]:
    for number in count():
        yield " ".join(
            f"De wijk {name}berg kiest plan{name}."
            for name in _names(number * 20 % (names or sys.maxsize), 20)
        )


def _names(first: int, size: int) -> Iterator[str]:
    """Names of letters only, so that none is split or taken for a number."""
    for number in range(first, first + size):
        letters, left = "", number
        while left or not letters:
            left, digit = divmod(left, 20)
            letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
        yield letters.capitalize()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path, nargs="*", help="CoNLL-U files, gzipped or not")
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--start-up", action="store_true")
    parser.add_argument("--memory", type=int, metavar="SENTENCES")
    parser.add_argument(
        "--names", type=int, default=0, help="for --memory: so many, again and again"
    )
    arguments = parser.parse_args()
    if arguments.treebanks:
        measured = systems()
        accuracy(arguments.treebanks, measured)
        speed([doc.text for doc in read_gold(arguments.treebanks, spacy.blank("nl"))], measured)
    if arguments.sentences:
        sentence_ends()
    if arguments.start_up:
        start_up()
    if arguments.memory:
        memory(arguments.memory, arguments.names)


if __name__ == "__main__":
    main()
