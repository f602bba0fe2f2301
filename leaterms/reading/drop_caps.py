"""Drop caps: the large first letter of a text, several lines high, put back before its word.

In: a 'D' of 33 points with 'e voorzitter opent' beside its top. Out: 'De voorzitter opent', which
begins at the edge of the letter, as do the lines beside the rest of it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from leaterms.language import is_word
from leaterms.reading.pdf_page import PageContent, Run

__all__ = ["with_initials"]

_LARGE = 1.7  # times the size of most letters of the page
_NEAR = 1.6  # of the font size of the text: how far it stands from the letter at most
_LEVEL = 0.6  # of the font size of the text
_FURTHER = 2.0  # of the font size: white below the letter, beside which a line stands in too
_FLUSH = 1.0  # points
_CAPITAL = 0.75  # of its font size: the height of a capital
_FEWEST = 2  # lines that stand beside the letter
_WORDS = frozenset({"u"})  # of one letter, with which a text may begin


def with_initials(page: PageContent) -> PageContent:
    """The page with each drop cap in the text that it begins."""
    large = [run for run in page.runs if _is_letter(run.text)]
    if not large:
        return page
    sizes: Counter[float] = Counter()
    for run in page.runs:
        sizes[round(run.size, 1)] += len(run.text)
    usual = sizes.most_common(1)[0][0]
    runs = list(page.runs)
    for cap in large:
        if cap.size >= _LARGE * usual and (beside := _beside(cap, runs, usual)):
            changed = {run.order: _moved(run, cap, is_first=not i) for i, run in enumerate(beside)}
            runs = [changed.get(run.order, run) for run in runs if run.order != cap.order]
    return replace(page, runs=tuple(runs))


def _is_letter(text: str) -> bool:
    """Whether a text is one letter, perhaps after a quotation mark."""
    bare = text.strip().lstrip("'\"‘’“”„«»")
    return len(bare) == 1 and bare.isalpha() and bare.isupper() and len(text.strip()) < 3


def _beside(cap: Run, runs: Sequence[Run], size: float) -> list[Run]:
    """The first run of each line beside a drop cap from top to bottom; none if it is no such."""
    top, bottom = cap.baseline - _CAPITAL * cap.size, cap.baseline + _LEVEL * size
    lines: list[Run] = []
    near = [
        run
        for run in runs
        if run.order != cap.order
        and run.size < cap.size / 1.4
        and top < run.baseline < bottom + _FURTHER * size
        and run.x1 > cap.x0
    ]
    for run in sorted(near, key=lambda run: (round(run.baseline), run.x0)):
        if lines and run.baseline - lines[-1].baseline <= _LEVEL * size:
            continue
        if run.baseline > bottom and (not lines or abs(run.x0 - lines[-1].x0) > _FLUSH):
            break  # below the letter
        lines.append(run)
    if len(lines) < _FEWEST or not lines[0].text[:1].isalpha():
        return []
    is_beside = all(-0.5 * size <= run.x0 - cap.x1 <= _NEAR * size for run in lines)
    return lines if is_beside else []


def _moved(run: Run, cap: Run, *, is_first: bool) -> Run:
    """A run beside a drop cap, with the letter before it in the first line."""
    if not is_first:
        return replace(run, x0=cap.x0)
    letter = cap.text.strip()
    first = run.text.split(" ", 1)[0].rstrip(".,;:")
    apart = letter.lower() in _WORDS and not is_word((letter + first).lower())
    return replace(run, text=f"{letter}{' ' if apart else ''}{run.text}", x0=cap.x0)
