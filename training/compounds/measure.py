"""Measure how well compounds are split that the counts were not learned from.

    python training/compounds/measure.py TREEBANKS

Learns from nine tenths of the types of `train` (without writing anything) and measures on
the other tenth, on all of `dev`, and on the types of `dev` that `train` does not have.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from gold import Gold, read_harvest
from learn import is_held_out, learn

from leaterms.language.compounds import Reading, Splitter, head_lemma
from leaterms.language.linking import Counts


def _readings(splitter: Splitter, word: str) -> tuple[Reading, ...]:
    return splitter.readings(word)


def _cuts(reading: Reading, splitter: Splitter, word: str) -> set[tuple[int, ...]]:
    """Where `reading` cuts `word`: its parts say so, but for the letters that changed."""
    found: set[tuple[int, ...]] = set()
    for parts, head in splitter.candidates(word):
        if (*(p.base for p in parts), head) == reading.parts:
            at, ends = 0, []
            for part in parts:
                at += len(part.written)
                ends.append(at)
            found.add(tuple(ends))
    return found


def _report(
    name: str, golds: Iterable[Gold], splitter: Splitter, counts: Counts, *, wrong: bool
) -> None:
    types = list({g.word: g for g in golds if "-" not in g.word}.values())
    among = first = exact = exact_first = none = 0
    for gold in types:
        found = _readings(splitter, gold.word)
        marks = [gold.cuts in _cuts(r, splitter, gold.word) for r in found]
        bases = [
            mark and (*r.parts[:-1], head_lemma(r.head, counts)) == gold.parts
            for r, mark in zip(found, marks, strict=True)
        ]
        among += any(marks)
        first += bool(marks and marks[0])
        exact += any(bases)
        exact_first += bool(bases and bases[0])
        none += not found
        if wrong and not (marks and marks[0]):
            shown = [("+".join(r.parts), r.score) for r in found[:3]]
            print("   ", gold.word, gold.lemma, "among" if any(marks) else "ABSENT", shown)
    n = len(types)
    print(
        f"{name:32} {n:5}  among {among / n:.3f}  first {first / n:.3f}  "
        f"with lemmas: among {exact / n:.3f}  first {exact_first / n:.3f}  unread {none / n:.3f}"
    )


def main() -> None:
    """Learn, measure, and print."""
    parser = argparse.ArgumentParser(description="Measure the splitting of compounds.")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what goes wrong")
    options = parser.parse_args()
    train, dev = (read_harvest(options.treebanks / part) for part in ("train", "dev"))
    counts = learn(train, all_types=False)
    splitter = Splitter(counts)
    seen = {g.lemma for g in train.compounds if not is_held_out(g.lemma)}
    print(f"not aligned, left out: train {train.unaligned}, dev {dev.unaligned}")
    held = [g for g in train.compounds if is_held_out(g.lemma)]
    _report("tenth of train, held out", held, splitter, counts, wrong=options.wrong)
    _report("dev, all", dev.compounds, splitter, counts, wrong=False)
    new = [g for g in dev.compounds if g.lemma not in seen]
    _report("dev, types not learned from", new, splitter, counts, wrong=options.wrong)
    for name, simple in (
        ("tenth of train", [s for s in train.simple if is_held_out(s[1])]),
        ("dev", dev.simple),
    ):
        words = sorted({form for form, _ in simple if len(form) >= 6})
        split = [w for w in words if (r := splitter.readings(w)) and sum(x.score for x in r) > 0.5]
        some = [w for w in words if splitter.readings(w)]
        print(
            f"undivided words, {name:16} {len(words):5}  read as a compound with more than half "
            f"the belief {len(split) / len(words):.3f}  any reading {len(some) / len(words):.3f}"
        )
        if options.wrong:
            print(split[:150])


if __name__ == "__main__":
    main()
