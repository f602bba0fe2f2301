"""From runs to printed lines: what stands on one height, without the signs of notes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from leaterms.reading.composition import mostly_marked
from leaterms.reading.document import Box
from leaterms.reading.pdf_page import Run

__all__ = [
    "TAB",
    "Line",
    "are_underlined",
    "cluster_runs",
    "head_of",
    "split_at_edges",
    "split_at_gaps",
    "text_of",
]

_SAME_LINE = 0.35  # of the font size: baselines this near are one line
TAB = 1.0
"""Of the font size: white between two words that is a tab or the edge of a cell."""

_GUTTER = 1.6  # of the font size: white that may part two columns of text
_NARROW = 0.04  # of the font size: white that is a space if the file has one there
_WIDE = 0.6  # of the font size: more than a usual space
_FAR_IN = 0.25  # of the width of the text
_FLUSH_LINES = 3  # lines in which words begin at one edge
_SPACED = 0.12  # of the font size: white between letters that parts words, else
_LETTERS = 6  # so many letters one by one show how far apart they are set
_RAISED = 0.78  # of the font size: a smaller figure above the line refers to a note


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line within its column. `left` and `right` are the column's edges.

    `page_width` is that of the page; 0.0 where the edges are known, as those of a cell.

    `text` has a tab where the gap between two runs is wide.
    """

    page: int
    runs: tuple[Run, ...]
    left: float
    right: float
    upright: bool
    is_column: bool = False  # the text area is one of several side by side
    page_width: float = 0.0
    text: str = field(init=False)
    _main: Run = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", text_of(self.runs))
        object.__setattr__(self, "_main", max(self.runs, key=lambda run: len(run.text)))

    @property
    def x0(self) -> float:
        """The left edge of the text."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """The right edge of the text."""
        return max(run.x1 for run in self.runs)

    @property
    def baseline(self) -> float:
        """The height of the line on its page, downwards."""
        return self._main.baseline

    @property
    def size(self) -> float:
        """The font size of most characters; of small capitals that of their first letters."""
        tallest = max(run.size for run in self.runs)
        return tallest if _in_small_capitals(self.runs, tallest) else self._main.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold; signs alone do not count."""
        return all(run.bold for run in self.runs if any(c.isalnum() for c in run.text)) and any(
            run.bold for run in self.runs
        )

    @property
    def hyphen(self) -> bool:
        """Whether it ends in a hyphen that PDFium took for one of hyphenation."""
        return self.runs[-1].hyphen

    @property
    def box(self) -> Box | None:
        """The place on the page as shown; None where text lies at an angle to it."""
        if not self.upright:
            return None
        boxes = [run.box for run in self.runs]
        return Box(
            min(b.x0 for b in boxes),
            min(b.y0 for b in boxes),
            max(b.x1 for b in boxes),
            max(b.y1 for b in boxes),
        )


def _in_small_capitals(runs: Sequence[Run], tallest: float) -> bool:
    """Whether all is in capitals of two sizes, each word with its first letter in the larger."""
    lower = {round(run.size, 1) for run in runs if run.size < tallest - 0.1}
    if len(lower) != 1 or not 0.65 * tallest <= min(lower) <= 0.9 * tallest:
        return False
    text = "".join(run.text for run in runs)
    small = "".join(run.text for run in runs if run.size < tallest - 0.1)
    return text.isupper() and sum(map(str.isalpha, small)) > 1


def text_of(runs: Sequence[Run]) -> str:
    """The words of runs on one line, a tab where the gap between two is wide."""
    text = ""
    before: Run | None = None
    spacing = _letter_spacing(runs)
    for run in runs:
        if before is not None:
            size = max(min(before.size, run.size), 1.0)
            gap = run.x0 - before.x1 - spacing
            if gap > (TAB if spacing == 0 else TAB + _SPACED) * size + spacing:
                text += "\t"
            elif gap > _SPACED * size or (
                # a space is narrow where letters hang over
                run.spaced
                and spacing == 0
                and gap > _NARROW * size
                and run.order == before.order + 1
            ):
                text += " "
        text += run.text
        before = run
    return text


def are_underlined(lines: Iterable[Line]) -> bool:
    """Whether nearly all letters of `lines` are underlined."""
    return mostly_marked((run.text, run.underline) for line in lines for run in line.runs)


def head_of(runs: Sequence[Run]) -> float:
    """The right edge of the first word of a line, which may be made of several runs."""
    spacing = _letter_spacing(runs)
    end = runs[0].head
    for before, after in pairwise(runs):
        size = max(min(before.size, after.size), 1.0)
        if " " in before.text or after.x0 - before.x1 - spacing > _SPACED * size:
            break
        end = after.head
    return end


def _letter_spacing(runs: Sequence[Run]) -> float:
    """The white between letters of one word in points, where a line is letter-spaced; else 0.

    Some programs place each letter of its own; most gaps are then within words.
    """
    gaps = sorted(
        after.x0 - before.x1
        for before, after in pairwise(runs)
        if len(before.text) == len(after.text) == 1
    )
    if len(gaps) < _LETTERS or 2 * len(gaps) < len(runs):
        return 0.0
    usual = gaps[len(gaps) // 2]
    return usual if usual > 0.04 * runs[0].size else 0.0


def cluster_runs(runs: list[Run]) -> list[list[Run]]:
    """Runs on one height, top to bottom, each from left to right; note signs left out."""
    clusters: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.baseline, r.x0)):
        for cluster in reversed(clusters[-6:]):  # nearly always the last
            first = cluster[0]
            if run.baseline - first.baseline <= _SAME_LINE * min(first.size, run.size):
                cluster.append(run)
                break
        else:
            clusters.append([run])
    return _attach_raised([sorted(cluster, key=lambda r: r.x0) for cluster in clusters])


def _attach_raised(clusters: list[list[Run]]) -> list[list[Run]]:
    """Give raised and lowered small text to the line it hangs on; drop signs of notes."""
    out: list[list[Run]] = []
    sizes = [max(run.size for run in cluster) for cluster in clusters]
    for index, cluster in enumerate(clusters):
        hosts = [
            host
            for host, size in zip(
                clusters[max(0, index - 2) : index + 3],
                sizes[max(0, index - 2) : index + 3],
                strict=True,
            )
            if size * _RAISED >= sizes[index]
            and abs(host[0].baseline - cluster[0].baseline) < 0.62 * size
            and all(_hangs_on(run, host) for run in cluster)
        ]
        if not hosts:
            out.append(cluster)
            continue
        host = min(hosts, key=lambda h: abs(h[0].baseline - cluster[0].baseline))
        for run in cluster:
            beside = [h for h in host if -1 <= run.x0 - h.x1 <= 0.5 * h.size]
            near = max(beside, key=lambda h: h.x1, default=None)
            if near is not None and _is_note_sign(run):
                host[host.index(near)] = replace(near, x1=max(near.x1, run.x1))
            else:
                host.append(run)
        host.sort(key=lambda r: r.x0)
    return [_without_note_signs(cluster) for cluster in out if cluster]


def _hangs_on(run: Run, host: Sequence[Run]) -> bool:
    """Whether a run stands close before or behind one of a line, and not in a column beside it."""
    return any(
        -0.5 * h.size <= run.x0 - h.x1 <= h.size or -0.5 * h.size <= h.x0 - run.x1 <= h.size
        for h in host
    )


def _is_note_sign(run: Run) -> bool:
    text = run.text.strip()
    return text in {"*", "**"} or (text.isdigit() and len(text) < 3)


def _without_note_signs(cluster: list[Run]) -> list[Run]:
    """A raised figure on nearly the same height as its line, after a word, is a note's sign."""
    size = max(run.size for run in cluster)
    kept = [cluster[0]]
    for run in cluster[1:]:
        raised = run.size <= _RAISED * size and kept[-1].size > run.size / _RAISED
        if raised and _is_note_sign(run) and run.x0 - kept[-1].x1 <= 0.3 * size:
            kept[-1] = replace(kept[-1], x1=max(kept[-1].x1, run.x1))  # '(zie noot 1);'
        else:
            kept.append(run)
    return kept


def split_at_gaps(cluster: Sequence[Run], gap: float = _GUTTER) -> list[tuple[Run, ...]]:
    """Cut a line at gaps wider than `gap` font sizes."""
    fragments = [[cluster[0]]]
    for run in cluster[1:]:
        before = fragments[-1][-1]
        if run.x0 - before.x1 > gap * min(before.size, run.size):
            fragments.append([run])
        else:
            fragments[-1].append(run)
    return [tuple(fragment) for fragment in fragments]


def split_at_edges(lines: Iterable[Sequence[tuple[Run, ...]]]) -> list[tuple[Run, ...]]:
    """The fragments of lines, cut where words of several lines begin below each other.

    White that is no wider than some between words parts text from what stands beside it, if it
    ends at one edge in line after line.
    """
    fragments = [fragment for line in lines for fragment in line]
    inner = [run for fragment in fragments for run in _after_white(fragment)]
    if not inner:
        return fragments
    left = min(fragment[0].x0 for fragment in fragments)
    right = max(fragment[-1].x1 for fragment in fragments)
    starts = Counter(round(run.x0) for run in inner)
    # where other lines begin, but for the places of text behind bullets and numbers
    starts.update(round(f[0].x0) for f in fragments if f[0].x0 > left + _FAR_IN * (right - left))
    edges = {x for x, count in starts.items() if count >= _FLUSH_LINES}
    if not edges:
        return fragments
    out: list[tuple[Run, ...]] = []
    for fragment in fragments:
        held = list(fragment)
        for run in reversed(_after_white(fragment)):
            if round(run.x0) in edges:
                at = held.index(run)
                out.append(tuple(held[at:]))
                held = held[:at]
        out.append(tuple(held))
    return out


def _after_white(fragment: Sequence[Run]) -> list[Run]:
    """The runs of a fragment before which more white stands than a usual space."""
    return [
        after
        for before, after in pairwise(fragment)
        if after.x0 - before.x1 > _WIDE * min(before.size, after.size)
    ]
