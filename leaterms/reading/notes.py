"""Footnotes: small print at the foot of a page that a sign in the text refers to.

They would break the sentence that runs on over the page, so they are taken out of the pages
and come after all other text, as those of a Word file do.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaterms.reading.composition import Composer
from leaterms.reading.document import Block, BlockKind
from leaterms.reading.line_ends import add_line, source_of, words_of
from leaterms.reading.lines import Line, cluster_runs
from leaterms.reading.pdf_page import PageContent, Run

__all__ = ["Notes", "take_notes"]

_SMALL = 0.93  # of the usual size: the most that a note's letters measure
_RAISED = 0.78  # of the usual size: the most that a note's sign measures
_LOWER_HALF = 0.5  # of the page: notes do not begin above it
_FIRST_WORDS = re.compile(r"(\d{1,3}|\*{1,3})[.)]?(?:\s+|$)(?=\S|$)|(\d{1,3})(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes at the foot of one page: its lines, the first of each with its sign."""

    lines: tuple[Line, ...]

    def blocks(self) -> list[Block]:
        """A block for each note, without its sign."""
        blocks: list[Block] = []
        composer = Composer()
        before: Line | None = None
        for line in self.lines:
            sign = _sign_of(line)
            if sign is not None:
                blocks.extend(_block(composer, before))
                composer, before = Composer(), None
            if before is None:
                text = words_of(line)
                match = _FIRST_WORDS.match(text) if sign is not None else None
                composer.add(text[match.end() :] if match else text, source_of(line))
            else:
                add_line(composer, line, before)
            before = line
        blocks.extend(_block(composer, before))
        return blocks


def _block(composer: Composer, last: Line | None) -> list[Block]:
    text, sources = composer.finish()
    if not text or last is None:
        return []
    return [Block(text, BlockKind.FOOTNOTE, sources, size=round(last.size, 1))]


def take_notes(pages: Sequence[PageContent]) -> tuple[list[PageContent], list[Notes]]:
    """The pages without their notes, and the notes by page.

    Lines at the foot of a page are notes if all of them are in smaller letters than most,
    the first begins with a sign, and a sign like it stands raised in the text above.
    """
    kept: list[PageContent] = []
    notes: list[Notes] = []
    size = _usual_size(pages)
    for page in pages:
        lines = _note_lines(page, size) if _may_have_notes(page, size) else ()
        if not lines:
            kept.append(page)
            continue
        gone = {run.order for line in lines for run in line.runs}
        top = min(run.baseline - run.size for line in lines for run in line.runs)
        rest = tuple(run for run in page.runs if run.order not in gone)
        # a sign that is printed higher than its note was never given to its line
        rest = tuple(run for run in rest if run.baseline < top or not _is_sign(run.text))
        kept.append(replace(page, runs=rest))
        notes.append(Notes(lines))
    return kept, notes


def _usual_size(pages: Sequence[PageContent]) -> float:
    """The size of most characters of a document."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _may_have_notes(page: PageContent, size: float) -> bool:
    """Whether a raised sign stands in the text, and small print below the middle."""
    return any(run.size <= _RAISED * size and _is_sign(run.text) for run in page.runs) and any(
        run.size <= _SMALL * size and run.baseline > _LOWER_HALF * page.height for run in page.runs
    )


def _is_sign(text: str) -> bool:
    plain = text.strip()
    return bool(plain) and (plain.strip("*") == "" or (plain.isdigit() and len(plain) < 4))


def _note_lines(page: PageContent, size: float) -> tuple[Line, ...]:
    clusters = cluster_runs([run for run in page.runs if not _is_lone_sign(run, page, size)])
    tail: list[list[Run]] = []
    for cluster in sorted(clusters, key=lambda c: -c[0].baseline):
        if cluster[0].baseline < _LOWER_HALF * page.height or any(
            run.size > _SMALL * size for run in cluster
        ):
            break
        tail.insert(0, cluster)
    left, right = (
        min((run.x0 for c in tail for run in c), default=0.0),
        max((run.x1 for c in tail for run in c), default=0.0),
    )
    lines = [
        Line(page.number, tuple(_with_sign(cluster, page)), left, right, page.upright)
        for cluster in tail
    ]
    first = next((i for i, line in enumerate(lines) if _sign_of(line) is not None), None)
    if first is None:
        return ()
    referred = {
        run.text.strip()
        for run in page.runs
        if run.size <= _RAISED * size and run.baseline < lines[first].baseline - size
    }
    sign = _sign_of(lines[first])
    return tuple(lines[first:]) if sign in referred else ()


def _is_lone_sign(run: Run, page: PageContent, size: float) -> bool:
    """Whether a sign of a note stands before small print, to be put before it again."""
    return (
        run.size <= _RAISED * size
        and _is_sign(run.text)
        and run.baseline > _LOWER_HALF * page.height
        and any(_stands_before(run, other) for other in page.runs)
    )


def _stands_before(sign: Run, other: Run) -> bool:
    return (
        other.order != sign.order
        and not _is_sign(other.text)
        and sign.size < other.size
        and -1 <= other.x0 - sign.x1 <= 2.5 * other.size
        and 0 <= other.baseline - sign.baseline < 0.8 * other.size
    )


def _with_sign(cluster: list[Run], page: PageContent) -> list[Run]:
    """A line of a note with the sign that stands before it."""
    first = cluster[0]
    if _FIRST_WORDS.match(first.text.strip()):
        return cluster
    sign = next(
        (r for r in page.runs if _is_sign(r.text) and _stands_before(r, first)),
        None,
    )
    if sign is None or sign.order in {run.order for run in cluster}:
        return cluster
    return [replace(sign, baseline=first.baseline, x1=first.x0 - 0.2 * first.size), *cluster]


def _sign_of(line: Line) -> str | None:
    """The sign with which a note begins; None if the line begins none."""
    match = _FIRST_WORDS.match(words_of(line))
    return (match[1] or match[2]) if match else None
