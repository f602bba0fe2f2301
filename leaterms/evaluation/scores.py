"""Counts of right and wrong, and the figures made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Score", "Share", "sum_scores", "sum_shares"]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found rightly, found wrongly, and missed; figures are None where undefined."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right, self.false + other.false, self.missed + other.missed
        )

    @property
    def precision(self) -> float | None:
        """Of what was found, the share that is right; None if nothing was found."""
        return _ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Of what there is, the share that was found; None if there is nothing."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None if there is nothing and nothing was found."""
        return _ratio(2 * self.right, 2 * self.right + self.false + self.missed)

    def to_dict(self) -> dict[str, float | int | None]:
        """Counts, and figures with four decimals."""
        return {
            "right": self.right,
            "false": self.false,
            "missed": self.missed,
            "precision": _rounded(self.precision),
            "recall": _rounded(self.recall),
            "f1": _rounded(self.f1),
        }


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return _ratio(self.right, self.of)

    def to_dict(self) -> dict[str, float | int | None]:
        """Counts, and the share with four decimals."""
        return {"right": self.right, "of": self.of, "share": _rounded(self.value)}


def sum_scores(scores: Iterable[Score]) -> Score:
    """All counts together."""
    return sum(scores, Score())


def sum_shares(shares: Iterable[Share]) -> Share:
    """All counts together."""
    return sum(shares, Share())


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
