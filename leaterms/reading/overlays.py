"""What is printed over, under or beside the text and is no part of it.

Watermarks ('CONCEPT' in large letters behind the lines) and the numbers of lines in the
margin. Text at a slant never gets here: reading a page leaves it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from leaterms.reading.document import Box
from leaterms.reading.pdf_page import PageContent, Run

__all__ = ["without_overlays"]

_LARGE = 2.2  # times the usual size: letters that may be a watermark
_CROSSED = 2  # lines of text that run through the letters of a watermark
_HEAD = 0.17  # of the height of a page: where a logo stands
_NARROW = 26.0  # points; the margin's numbers stand within so much
_EDGE = 2.5  # points; numbers flush left or right
_SAME_LINE = 2.5  # points
_FEWEST = 3  # numbers on the page that shows how a document counts
_FEWEST_BY_ONE = 10  # where each line has one, lest the numbers of an agenda are taken for it
_BLANK = 3  # lines without text that have a number, as no list has
_GOING_ON = 0.1  # of the lines of running text begin with a small letter
_COVERED = 0.85  # of the lines of text have a number, where each line has one


def without_overlays(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages without watermarks and without line numbers."""
    return _without_line_numbers(_without_watermarks(pages))


# watermarks


def _without_watermarks(pages: Sequence[PageContent]) -> list[PageContent]:
    found: set[tuple[str, int]] = set()
    marks: list[list[Run]] = []
    for page in pages:
        size = _usual_size(page)
        large = [run for run in page.runs if run.size >= max(_LARGE * size, 24.0)]
        marks.append(large)
        found.update(_look(run) for run in large if _is_watermark(run, page, size))
    out: list[PageContent] = []
    for page, large in zip(pages, marks, strict=True):
        gone = {run.order for run in large if _look(run) in found}
        kept = tuple(run for run in page.runs if run.order not in gone) if gone else page.runs
        out.append(replace(page, runs=kept) if gone else page)
    return out


def _look(run: Run) -> tuple[str, int]:
    """By what a watermark is known again on a page where it lies free of the text."""
    return run.text, round(run.size)


def _is_watermark(run: Run, page: PageContent, size: float) -> bool:
    """Whether large letters lie across lines of text, or are pale and no logo at an end."""
    middle = run.baseline - 0.35 * run.size
    if run.pale and _HEAD * page.height < middle < (1 - _HEAD) * page.height:
        return True
    box = Box(run.x0, run.baseline - 0.7 * run.size, run.x1, run.baseline)
    crossed = {
        round(other.baseline)
        for other in page.runs
        if other.size <= 1.5 * size
        and box.y0 < other.baseline < box.y1
        and other.x0 < box.x1
        and other.x1 > box.x0
    }
    return len(crossed) >= _CROSSED


def _usual_size(page: PageContent) -> float:
    """The size of most characters of a page."""
    sizes: dict[float, int] = {}
    for run in page.runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


# line numbers


@dataclass(frozen=True, slots=True)
class _Counted:
    """The numbers that stand in one margin of a page, from top to bottom."""

    runs: tuple[Run, ...]
    step: int
    is_left: bool
    x: float  # the edge at which they are flush


def _without_line_numbers(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages without the numbers of their lines: each line's or every fifth, say.

    They stand flush in a margin where nothing else does, and count up by one step. A page
    with few lines is judged by the others.
    """
    sure = [_find_line_numbers(page) for page in pages]
    known = {(c.is_left, c.step) for c in sure if c is not None}
    if not known:
        return list(pages)
    out: list[PageContent] = []
    for page, counted in zip(pages, sure, strict=True):
        found = counted or next(
            (c for is_left, step in sorted(known) if (c := _few_numbers(page, is_left, step))),
            None,
        )
        gone = {run.order for run in found.runs} if found else set[int]()
        kept = tuple(run for run in page.runs if run.order not in gone) if gone else page.runs
        out.append(replace(page, runs=kept))
    return out


def _find_line_numbers(page: PageContent) -> _Counted | None:
    for is_left in (True, False):
        counted = _margin_numbers(page, is_left=is_left)
        if counted is None or len(counted.runs) < _FEWEST:
            continue
        if counted.step > 1:
            if all(int(run.text) % counted.step == 0 for run in counted.runs):
                return counted
        elif len(counted.runs) >= _FEWEST_BY_ONE and _covers(page, counted):
            return counted
    return None


def _few_numbers(page: PageContent, is_left: bool, step: int) -> _Counted | None:  # noqa: FBT001
    """The numbers of a page that has few, in a document that counts so elsewhere."""
    counted = _margin_numbers(page, is_left=is_left)
    if counted is None:
        return None
    if len(counted.runs) == 1:
        return counted if int(counted.runs[0].text) % step == 0 else None
    return counted if counted.step == step else None


def _margin_numbers(page: PageContent, *, is_left: bool) -> _Counted | None:
    """The outermost numbers on one side, if they stand alone there and count up."""
    numbers = [run for run in page.runs if _is_number(run.text)]
    if not numbers:
        return None
    rim = min(run.x0 for run in numbers) if is_left else max(run.x1 for run in numbers)
    near = [
        run
        for run in numbers
        if (run.x1 - rim if is_left else rim - run.x0) <= _NARROW
        # a page number may stand in the same margin
        and 0.03 * page.height < run.baseline < 0.97 * page.height
    ]
    near.sort(key=lambda run: run.baseline)
    near = _longest_count(near)
    if not near:
        return None
    held = {run.order for run in near}
    inner = max(run.x1 for run in near) if is_left else min(run.x0 for run in near)
    top, bottom = near[0].baseline - 2, near[-1].baseline + 2
    for run in page.runs:
        if run.order in held or not top <= run.baseline <= bottom:
            continue
        if (run.x0 < inner + 1) if is_left else (run.x1 > inner - 1):
            return None
    lefts, rights = [run.x0 for run in near], [run.x1 for run in near]
    for edges in (rights, lefts):
        if max(edges) - min(edges) <= _EDGE:
            step = int(near[1].text) - int(near[0].text) if len(near) > 1 else 0
            return _Counted(tuple(near), step, is_left, edges[0])
    return None


def _is_number(text: str) -> bool:
    return len(text) < 5 and text.isascii() and text.isdigit()


def _longest_count(runs: list[Run]) -> list[Run]:
    """The longest stretch that counts up by one step (a page number may precede or follow)."""
    best: list[Run] = runs[:1]
    start = 0
    steps = [int(after.text) - int(before.text) for before, after in pairwise(runs)]
    for end in range(1, len(runs) + 1):
        if end < len(runs) and steps[end - 1] == steps[start] > 0:
            continue
        if end - start > len(best):
            best = runs[start:end]
        start = end if end == len(runs) or steps[end - 1] <= 0 else end - 1
    return best


def _covers(page: PageContent, counted: _Counted) -> bool:
    """Whether nearly every line has a number, also such as go on in mid-sentence or are blank.

    What an agenda numbers begins with a capital.
    """
    held = {run.order for run in counted.runs}
    marks = [run.baseline for run in counted.runs]
    first: dict[float, Run] = {}  # the leftmost text at each height
    for run in page.runs:
        y = round(run.baseline, 1)
        if run.order not in held and 0.08 * page.height < y < 0.92 * page.height:
            before = first.get(y)
            first[y] = run if before is None or run.x0 < before.x0 else before
    beside = [
        run for y, run in first.items() if any(abs(y - mark) <= _SAME_LINE for mark in marks)
    ]
    going_on = sum(run.text[:1].islower() for run in beside)
    blank = sum(not any(abs(y - mark) <= _SAME_LINE for y in first) for mark in marks)
    is_text = going_on >= _GOING_ON * len(beside) or blank >= _BLANK
    return bool(beside) and len(beside) >= _COVERED * len(first) and is_text
