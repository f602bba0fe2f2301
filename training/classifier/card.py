"""Put the figures of the shipped classifier on its model card; train.py does so too.

python training/classifier/card.py
"""

import json
from pathlib import Path

__all__ = ["update", "write_card"]

MODEL = Path(__file__).parents[2] / "leaterms" / "detection" / "model"
BEGIN = "<!-- figures: python training/classifier/card.py -->\n"
END = "<!-- end of figures -->\n"

_MEANINGS = {
    "average_precision": "average precision over all units and themes",
    "recall_at_precision_0.80": "share of the mentions found at a precision of 0.80",
    "certain": "score from which a find counts (`model`): precision 0.90",
    "recall_certain": "share of the mentions that count so",
    "possible": "score from which a find is a proposal (`semantic`): precision 0.60",
    "recall_possible": "share of the mentions that count or are proposed so",
    "units": "units trained on: sentences, headings, clauses",
    "lines": "of which lines of `teksten/`, with their clauses",
}
_UNSEEN = "unseen_"


def update(card: str, figures: dict[str, float]) -> str:
    """The text of the card with `figures` in their place."""
    before, _, rest = card.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = [f"| {_meaning(name)} | {value:g} |" for name, value in figures.items()]
    table = "\n".join(["| figure | value |", "|---|---|", *rows])
    return f"{before}{BEGIN}\n{table}\n\n{END}{after}"


def _meaning(name: str) -> str:
    """A figure in words; 'unseen' are municipalities that the vocabulary's writers never read."""
    if name.startswith(_UNSEEN):
        return f"unseen municipalities: {_MEANINGS[name.removeprefix(_UNSEEN)]}"
    return _MEANINGS[name]


def write_card(figures: dict[str, float]) -> None:
    """Put `figures` on the card in the package."""
    card = MODEL / "README.md"
    text = update(card.read_text(encoding="utf-8"), figures)
    card.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Run the command."""
    write_card(json.loads((MODEL / "classifier.json").read_text(encoding="utf-8"))["held_out"])


if __name__ == "__main__":
    main()
