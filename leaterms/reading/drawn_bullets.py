"""Bullets that are drawn and no characters, as browsers print them, made characters again."""

from dataclasses import replace

from leaterms.reading.document import Box
from leaterms.reading.pdf_page import PageContent, Run

__all__ = ["with_bullets"]

_MOST_DOTS = 400  # on a page; more are a pattern or a chart
_GAP = (0.12, 2.6)  # of the font size: white between a bullet and its text
_HEIGHT = (-0.05, 0.7)  # of the font size: how high its middle stands above the baseline
_SIGN = "\u2022"


def with_bullets(page: PageContent) -> PageContent:
    """The page with a bullet for each speck that stands alone before a text."""
    if not page.dots or len(page.dots) > _MOST_DOTS or not page.runs:
        return page
    order = max(run.order for run in page.runs) + 1
    signs = [
        replace(
            text, text=_SIGN, x0=dot.x0, x1=dot.x1, head=dot.x1, order=order + index, hyphen=False
        )
        for index, dot in enumerate(page.dots)
        if (text := _text_behind(dot, page.runs)) is not None
    ]
    return replace(page, runs=(*page.runs, *signs)) if signs else page


def _text_behind(dot: Box, runs: tuple[Run, ...]) -> Run | None:
    """The run that a speck stands before at the beginning of a line; None if there is none."""
    middle = (dot.y0 + dot.y1) / 2
    level = [
        run
        for run in runs
        if _HEIGHT[0] * run.size <= run.baseline - middle <= _HEIGHT[1] * run.size
        and run.x1 > dot.x0 - _GAP[1] * run.size
    ]
    text = min((run for run in level if run.x0 >= dot.x1), key=lambda run: run.x0, default=None)
    if text is None or any(run.x0 < dot.x1 for run in level) or not text.text[:1].isalnum():
        return None
    gap = text.x0 - dot.x1
    return text if _GAP[0] * text.size <= gap <= _GAP[1] * text.size else None
