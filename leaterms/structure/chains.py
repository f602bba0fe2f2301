"""Series of numbered lines: which of them run through the document as its items do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaterms.structure.lines import Line, Look
from leaterms.structure.numbering import Numbering

__all__ = ["Chain", "best_chain", "fill_gaps", "line_weight"]

_WINDOW = 300  # how far back a number looks for the one before it; bounds the work


@dataclass(frozen=True, slots=True)
class Chain:
    """Numbered lines in reading order with rising numbers."""

    lines: tuple[Line, ...] = ()
    numberings: tuple[Numbering, ...] = ()
    score: float = 0.0

    @property
    def emphatic(self) -> bool:
        """True if most of its lines are printed unlike the body."""
        return 2 * sum(line.emphatic for line in self.lines) > len(self.lines)

    @property
    def caps(self) -> bool:
        """True if most of its lines are in capitals."""
        return 4 * sum(line.caps for line in self.lines) > 3 * len(self.lines)

    @property
    def is_unbroken(self) -> bool:
        """True if no text stands between its lines."""
        return self.lines[-1].index - self.lines[0].index == len(self.lines) - 1


def line_weight(line: Line) -> float:
    """What a line adds to a series of headings."""
    weight = 0.6 + line.likeness
    # a line below it may also set a word apart
    weight += (0.7 if line.look.underline else 1.2) if line.emphatic else 0.0
    return weight + (0.3 if line.followed else 0.0)


def best_chain(lines: Iterable[Line]) -> Chain:
    """The series that weighs most, of lines with the same kind of number and the same look."""
    groups: dict[tuple[object, ...], list[tuple[Line, Numbering]]] = {}
    for line in lines:
        for numbering in line.numberings:
            look: Look | None = line.look if line.emphatic else None
            key = (numbering.scheme, line.computed, line.row, look)
            groups.setdefault(key, []).append((line, numbering))
    chains = [_rising(_without_paragraphs(group)) for group in groups.values()]
    return max(chains, key=lambda chain: chain.score, default=Chain())


def _without_paragraphs(
    group: Sequence[tuple[Line, Numbering]],
) -> Sequence[tuple[Line, Numbering]]:
    """`group` without '3.1' in plain letters, where it has '3' too: numbered paragraphs."""
    main = [
        (line, numbering)
        for line, numbering in group
        if line.emphatic or "." not in numbering.printed
    ]
    return main if len(main) >= 2 else group


def _rising(group: Sequence[tuple[Line, Numbering]]) -> Chain:
    """The heaviest subsequence of `group` whose numbers rise (dynamic programming)."""
    best: list[tuple[float, int]] = []  # weight of the best chain that ends here, its last step
    for here, (line, numbering) in enumerate(group):
        score, before = _start_bonus(numbering), -1
        for there in range(max(0, here - _WINDOW), here):
            earlier = group[there][1].value
            if earlier < numbering.value:
                weight = best[there][0] - _gap_cost(earlier, numbering.value)
                if weight > score:
                    score, before = weight, there
        own = line_weight(line)
        if numbering.value[1]:
            own = min(own, 0.3)  # '3.1' alone makes no series of items
        best.append((score + own, before))
    if not best:
        return Chain()
    end = max(range(len(best)), key=lambda index: best[index][0])
    steps = [end]
    while best[steps[-1]][1] >= 0:
        steps.append(best[steps[-1]][1])
    steps.reverse()
    return Chain(
        tuple(group[step][0] for step in steps),
        tuple(group[step][1] for step in steps),
        best[end][0],
    )


def _start_bonus(numbering: Numbering) -> float:
    main = numbering.value[0]
    return 0.5 if main <= 1 else -min(1.5, 0.2 * (main - 1))


def _gap_cost(earlier: tuple[int, int], later: tuple[int, int]) -> float:
    return min(1.5, 0.25 * max(0, later[0] - earlier[0] - 1))


def fill_gaps(chain: Chain, lines: Iterable[Line]) -> Chain:
    """`chain` with lines of a slightly different look or mark that fit between its numbers.

    '4a.' between '4.' and '5.', '6)' between '5.' and '7.'; a line that is printed as the
    body is while the chain is not, fits only where a number is missing.
    """
    if not chain.lines:
        return chain
    kind = chain.numberings[0].kind
    members = list(zip(chain.lines, chain.numberings, strict=True))
    taken = {line.index for line in chain.lines}
    for line in lines:
        if line.index in taken or line.row != chain.lines[0].row or line.likeness < 0.5:
            continue
        for numbering in line.numberings:
            if numbering.kind == kind and _fits(line, numbering, members, chain):
                members.append((line, numbering))
                members.sort(key=lambda member: member[0].index)
                break
    return Chain(tuple(m[0] for m in members), tuple(m[1] for m in members), chain.score)


def _fits(
    line: Line, numbering: Numbering, members: list[tuple[Line, Numbering]], chain: Chain
) -> bool:
    before = [m for m in members if m[0].index < line.index]
    after = [m for m in members if m[0].index > line.index]
    low = before[-1][1].value if before else (0, 0)
    # behind the last number a few may be missing, but no '14' follows '3'
    high = after[0][1].value if after else (low[0] + 3, 0)
    if not low < numbering.value < high:
        return False
    sub = numbering.value[1] > 0 and numbering.value[0] == low[0]
    if sub and "." in numbering.printed and not line.emphatic:
        return False  # '3.1 De wethouder ...' in plain letters is a numbered paragraph
    missing = numbering.value[1] == 0 and numbering.value[0] == low[0] + 1
    if line.emphatic and chain.emphatic:
        return True
    if line.emphatic == chain.emphatic:
        return sub or missing
    return missing and bool(after) and (line.emphatic or line.likeness >= 0.9)
