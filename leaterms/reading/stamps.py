"""What is printed over or around the pages and is no part of the text, as words.

A watermark, a running header or footer may say in what state a document is ('CONCEPT'); it
stands in no block.
"""

import re
from collections.abc import Iterable, Sequence

from leaterms.reading.characters import clean
from leaterms.reading.lines import cluster_runs, text_of
from leaterms.reading.pdf_page import PageContent

__all__ = ["dropped_lines", "tidy_stamps"]

_LONGEST = 80  # characters; more is an address or a disclaimer
_MOST = 20  # a document's own are few
_SPACED = re.compile(r"(?:\w ){3,}\w")


def tidy_stamps(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that have a word, each once, in order of their first place."""
    found: dict[str, None] = {}
    for text in texts:
        plain = " ".join(clean(text).split())
        if _SPACED.fullmatch(plain):
            plain = plain.replace(" ", "")  # 'C O N C E P T'
        if len(plain) <= _LONGEST and re.search(r"[^\W\d_]{3}", plain):
            found.setdefault(plain)
    return tuple(found)[:_MOST]


def dropped_lines(before: Sequence[PageContent], after: Sequence[PageContent]) -> list[str]:
    """The lines that stand on the pages `before` and no longer on those `after`."""
    lines: list[str] = []
    for whole, kept in zip(before, after, strict=True):
        orders = {run.order for run in kept.runs}
        gone = [run for run in whole.runs if run.order not in orders]
        lines.extend(map(text_of, cluster_runs(gone)))
    return lines
