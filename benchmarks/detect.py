"""What `leaterms.detect` takes on a bare string once warm.

    python benchmarks/detect.py [--turns 5]

Prints, per length of text, the milliseconds of processor time of a call and its ratio to the
50 ms that are promised for a passage. The texts are agenda items of the annotated samples, each
of which is new to the detector in the first turn only ('known words'), and so the first turn is
printed beside the best of the later ones. The first call of all, which loads vocabulary and
model, is printed apart.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import leaterms
from leaterms.evaluation import read_annotations

_SAMPLES = Path(__file__).parents[1] / "corpus_samples" / "annotaties"
_PROMISED = 50.0  # milliseconds
_LENGTHS = ((1, 200), (200, 500), (500, 1000), (1000, 3000), (3000, 20000))
_MOST = 60  # texts of a length


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=5, help="how often each text is detected in")
    turns = parser.parse_args().turns
    texts = read_texts()
    print(f"first call: {spent('Over segregatie is gesproken.'):.0f} ms")
    print("| characters | texts | first turn, median | later turns, median | slowest | of 50 ms |")
    print("|---|---|---|---|---|---|")
    for low, high in _LENGTHS:
        chosen = [text for text in texts if low <= len(text) < high][:_MOST]
        if chosen:
            print(row(f"{low} to {high}", chosen, turns))


def read_texts() -> list[str]:
    """The items of all samples, then whole documents, for the longest texts."""
    documents = read_annotations(_SAMPLES)
    items = [item.text for document in documents for item in document.items if item.text]
    return [*items, *("\n".join(item.text for item in d.items) for d in documents)]


def row(name: str, texts: Sequence[str], turns: int) -> str:
    """One line of the table."""
    first = [spent(text) for text in texts]
    later = [min(spent(text) for _ in range(turns)) for text in texts]
    median = statistics.median(later)
    figures = (statistics.median(first), median, max(later))
    cells = " | ".join(f"{figure:.1f}" for figure in figures)
    return f"| {name} | {len(texts)} | {cells} | {median / _PROMISED:.2f} |"


def spent(text: str) -> float:
    """Milliseconds of processor time of one call."""
    start = time.process_time()
    leaterms.detect(text)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
