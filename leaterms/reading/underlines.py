"""Underlined text on a page of a PDF: rules drawn right below the letters and as wide as they.

PDF knows no underlining; programs draw a thin line or a flat box. A rule that goes on beyond
the words, as that below a header or a row of a table, is none. Browsers leave gaps in it for
letters that hang below the line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from leaterms.reading.drawings import Edge

__all__ = ["find_underlined"]

_BELOW = (0.01, 0.27)  # of the font size: from the baseline down to the rule
_LEVEL = 0.5  # points; runs this near stand on one height
_GAP = 1.2  # of the font size: a gap in the rule for letters that hang down
_BEYOND = 0.6  # of the font size: how far it may go on beyond the words
_COVERED = 0.75  # of the width of a run

Place = tuple[float, float, float, float]
"""A run's left and right edge, baseline and font size."""


def find_underlined(places: Sequence[Place], edges: Sequence[Edge]) -> set[int]:
    """Which of the runs at `places` are underlined, by their index."""
    rules = sorted((e for e in edges if e.y0 == e.y1), key=lambda edge: edge.y0)
    if not rules:
        return set()
    heights = [rule.y0 for rule in rules]
    found = set[int]()
    for line in _lines(places):
        size = max(places[index][3] for index in line)
        baseline = places[line[0]][2]
        near = rules[
            bisect_left(heights, baseline + _BELOW[0] * size) : bisect_right(
                heights, baseline + _BELOW[1] * size
            )
        ]
        for x0, x1 in _spans(near, _GAP * size):
            held = [
                i
                for i in line
                if min(x1, places[i][1]) - max(x0, places[i][0]) >= _share(places[i])
            ]
            if not held:
                continue
            left, right = min(places[i][0] for i in held), max(places[i][1] for i in held)
            if x0 >= left - _BEYOND * size and x1 <= right + _BEYOND * size:
                found.update(held)
    return found


def _lines(places: Sequence[Place]) -> list[list[int]]:
    """The indices of the runs on each height."""
    lines: list[list[int]] = []
    for index in sorted(range(len(places)), key=lambda i: places[i][2]):
        if lines and places[index][2] - places[lines[-1][-1]][2] <= _LEVEL:
            lines[-1].append(index)
        else:
            lines.append([index])
    return lines


def _share(place: Place) -> float:
    return _COVERED * (place[1] - place[0])


def _spans(rules: Sequence[Edge], gap: float) -> list[tuple[float, float]]:
    """What `rules` on one height cover from left to right, small gaps closed."""
    spans: list[tuple[float, float]] = []
    for rule in sorted(rules, key=lambda rule: rule.x0):
        if spans and rule.x0 - spans[-1][1] <= gap:
            spans[-1] = spans[-1][0], max(spans[-1][1], rule.x1)
        else:
            spans.append((rule.x0, rule.x1))
    return spans
