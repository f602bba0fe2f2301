"""Fragments: runs of one height without a wide gap between them, of which text areas are made."""

from leaterms.reading.lines import text_of
from leaterms.reading.pdf_page import Run

__all__ = ["Fragment", "crosses", "length_of", "look_of", "right_of", "words_of_fragment"]

Fragment = tuple[Run, ...]
"""Runs of one height without a wide gap between them."""


def right_of(fragment: Fragment) -> float:
    """The right edge of a fragment."""
    return max(run.x1 for run in fragment)


def length_of(fragment: Fragment) -> int:
    """The characters of a fragment."""
    return sum(len(run.text) for run in fragment)


def crosses(fragment: Fragment, gutter: float) -> bool:
    """Whether a fragment stands on both sides of a gutter."""
    return fragment[0].x0 < gutter - 1 and right_of(fragment) > gutter + 1


def words_of_fragment(fragment: Fragment) -> str:
    """The text of a fragment, a tab where its runs stand apart."""
    return text_of(fragment).strip()


def look_of(fragment: Fragment) -> tuple[float, bool]:
    """The size and weight of a fragment's first letters."""
    return round(fragment[0].size, 1), fragment[0].bold
