"""Clauses: the stretches of a sentence in which one thing is said.

The classifier judges a sentence and then its clauses, so that a mention is not longer than
the words that carry the theme (annotation guideline, 'Span').
"""

import re

__all__ = ["split_clauses"]

_SHORTEST = 16  # characters; a shorter stretch says too little to judge
_BORDER = re.compile(
    r"(?<=[,;:])\s+|\s+(?=(?:maar|omdat|terwijl|want|zodat|waardoor|doordat|die|waar|waarbij)\s)"
)


def split_clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The clauses of `text` as half-open spans, in order; together they cover it.

    A text without inner borders is one clause; '' has none.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BORDER.finditer(text):
        if match.start() - start >= _SHORTEST and len(text) - match.end() >= _SHORTEST:
            spans.append((start, match.start()))
            start = match.end()
    if text:
        spans.append((start, len(text)))
    return tuple(spans)
