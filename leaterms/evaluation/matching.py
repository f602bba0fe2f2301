"""What was found in a document, matched with what is annotated in it, one to one.

Mentions match by place, in the letters of the annotated text (`alignment`), so that a
heading cut wrongly, a lost space or a joined hyphen makes no false alarm; whether the scan
put them into the right item is told apart (`Pair.placed`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz

from leaterms.detection import Mention, Method
from leaterms.evaluation.alignment import Alignment, Passage, align, letters
from leaterms.evaluation.annotations import (
    AnnotatedDocument,
    AnnotatedItem,
    GoldAgreement,
    GoldMention,
)
from leaterms.structure import Item

__all__ = [
    "AgreementPair",
    "FoundAgreement",
    "Pair",
    "align_items",
    "match_agreements",
    "match_items",
    "match_mentions",
    "match_proposals",
]

G = TypeVar("G")
F = TypeVar("F")
Span = tuple[int, int]

# Two agreements are the same when they share at least this part of their joint letters.
_SAME_AGREEMENT = 0.5
# Headings are the same when their letters are this alike (0..100): OCR slips, no more.
_SAME_HEADING = 90.0


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated mention and the one found for it; one of both is None in an error.

    `exact`: the same span but for white space and punctuation at the edges. `placed`: in
    the item matched with the annotated one, heading or text as annotated.
    """

    gold: GoldMention | None
    found: Mention | None
    exact: bool = False
    placed: bool = False

    @property
    def right(self) -> bool:
        """Both are there, so theme and place agree."""
        return self.gold is not None and self.found is not None


@dataclass(frozen=True, slots=True)
class FoundAgreement:
    """An agreement that a scan found: half-open span in the text of the item `item`."""

    item: int
    start: int
    end: int
    text: str
    measurable: bool


@dataclass(frozen=True, slots=True)
class AgreementPair:
    """An annotated agreement and the one found for it; one of both is None in an error."""

    gold: GoldAgreement | None
    found: FoundAgreement | None


def align_items(gold: Sequence[AnnotatedItem], found: Sequence[Item]) -> Alignment:
    """Align the whole printed text of two readings of one document."""
    first = [
        passage
        for item in gold
        for passage in (
            Passage((item.index, True), item.title),
            Passage((item.index, False), item.text),
        )
    ]
    second = [
        passage
        for item in found
        for passage in (
            Passage((item.index, True), item.title),
            Passage((item.index, False), item.text),
        )
    ]
    return align(first, second)


def match_items(gold: Sequence[AnnotatedItem], found: Sequence[Item]) -> dict[int, int]:
    """Which found item has the heading of which annotated one: gold index -> found index.

    One to one and in the same order, so that as many as possible match; item -1 matches -1.
    A heading matches with or without its number ('Thema 2' printed before a title may be
    taken for part of it), whatever word the house has before the number ('Artikel 3').
    """
    left = [item for item in gold if item.index >= 0]
    right = [item for item in found if item.index >= 0]
    alike = [[_same_heading(g, f) for f in right] for g in left]
    # longest common subsequence over 'alike', weighted so that the likelier pair wins
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            keep = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(keep, best[i + 1][j], best[i][j + 1])
    pairs = {-1: -1}
    i = j = 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs[left[i].index] = right[j].index
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


# 'Artikel 3. ', 'Besluit 2022/11. ': a word of the house before the number
_COUNTED = re.compile(r"[A-Z][a-zë]+\s+\d[\d/.-]*[a-z]?\s?[.:)|]\s+(?=\S)")


def _same_heading(gold: AnnotatedItem, found: Item) -> float:
    """1 and some more for an equal number and equal text below; 0 if the headings differ."""
    variants = {letters(gold.title)[0], letters(gold.heading)[0]}
    variants.add(letters(_COUNTED.sub("", gold.heading))[0])
    printed = {letters(found.title)[0], letters(f"{found.number} {found.title}")[0]}
    if not any(fuzz.ratio(a, b) >= _SAME_HEADING for a in variants for b in printed):
        return 0.0
    same_number = letters(gold.number)[0] == letters(found.number)[0]
    text = fuzz.ratio(letters(gold.text)[0][:400], letters(found.text)[0][:400])
    return 1.0 + 0.1 * same_number + 0.1 * text / 100


def match_mentions(
    document: AnnotatedDocument,
    mentions: Sequence[Mention],
    alignment: Alignment,
    items: dict[int, int],
) -> tuple[Pair, ...]:
    """Match mentions of one theme that overlap; the same span first, then the most letters.

    Proposals (`semantic`) are no mentions and left out. Matched pairs and misses come in the
    order of the annotations, false alarms after them in the order found.
    """
    found = [m for m in mentions if m.method is not Method.SEMANTIC]
    matched = _match(document.mentions, found, alignment)
    pairs = [
        Pair(gold, None)
        if i not in matched
        else Pair(
            gold,
            found[matched[i].found],
            exact=matched[i].exact,
            placed=_placed(gold, found[matched[i].found], items),
        )
        for i, gold in enumerate(document.mentions)
    ]
    taken = {match.found for match in matched.values()}
    return (*pairs, *(Pair(None, f) for j, f in enumerate(found) if j not in taken))


def match_proposals(
    pairs: Sequence[Pair], mentions: Sequence[Mention], alignment: Alignment
) -> tuple[Pair, ...]:
    """The proposals among `mentions`, each with the mention missed in `pairs` that it names.

    Theme and overlap decide, one to one; `gold` is None where a proposal names none. In the
    order found.
    """
    missed = [pair.gold for pair in pairs if pair.gold is not None and pair.found is None]
    proposals = [m for m in mentions if m.method is Method.SEMANTIC]
    named = {match.found: i for i, match in _match(missed, proposals, alignment).items()}
    return tuple(
        Pair(missed[named[j]] if j in named else None, proposal)
        for j, proposal in enumerate(proposals)
    )


@dataclass(frozen=True, slots=True)
class _Match:
    """The index of the find, and whether its span is the annotated one."""

    found: int
    exact: bool


def _match(
    gold: Sequence[GoldMention], found: Sequence[Mention], alignment: Alignment
) -> dict[int, _Match]:
    """Index of an annotated mention -> the find of its theme that overlaps it, one to one."""
    gold_spans = [alignment.first_span((g.item, g.in_heading), g.start, g.end) for g in gold]
    found_spans = [alignment.second_span((f.item, f.in_heading), f.start, f.end) for f in found]
    candidates: list[tuple[bool, float, int, int]] = []
    for i, wanted in enumerate(gold):
        for j, given in enumerate(found):
            share = _shared(gold_spans[i], found_spans[j])
            if share and wanted.theme == given.theme:
                candidates.append((share == 1.0, share, i, j))
    return {
        i: _Match(j, exact=gold_spans[i] == found_spans[j])
        for i, j in _one_to_one(candidates).items()
    }


def _placed(gold: GoldMention, found: Mention, items: dict[int, int]) -> bool:
    return items.get(gold.item) == found.item and gold.in_heading == found.in_heading


def match_agreements(
    document: AnnotatedDocument, found: Sequence[FoundAgreement], alignment: Alignment
) -> tuple[AgreementPair, ...]:
    """Match agreements that share half of their joint letters, the most alike first."""
    gold_spans = [
        alignment.first_span((g.item, g.in_heading), g.start, g.end) for g in document.agreements
    ]
    found_spans = [alignment.second_span((f.item, False), f.start, f.end) for f in found]
    candidates = [
        (share == 1.0, share, i, j)
        for i, first in enumerate(gold_spans)
        for j, second in enumerate(found_spans)
        if (share := _shared(first, second)) >= _SAME_AGREEMENT
    ]
    matched = _one_to_one(candidates)
    pairs = [
        AgreementPair(gold, found[matched[i]] if i in matched else None)
        for i, gold in enumerate(document.agreements)
    ]
    taken = set(matched.values())
    return (*pairs, *(AgreementPair(None, f) for j, f in enumerate(found) if j not in taken))


def _shared(one: Span | None, two: Span | None) -> float:
    """The letters that two spans share, as a part of all letters in either: 0..1."""
    if one is None or two is None:
        return 0.0
    both = min(one[1], two[1]) - max(one[0], two[0])
    either = max(one[1], two[1]) - min(one[0], two[0])
    return max(0.0, both / either)


def _one_to_one(candidates: list[tuple[bool, float, int, int]]) -> dict[int, int]:
    """The best candidates first; each side is used once. Ties go to the earlier."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates, key=lambda c: (not c[0], -c[1], c[2], c[3])):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched
