"""One document: what a scan says of it beside what is annotated.

All scores are sums over these, so that any selection of documents can be scored again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.evaluation.annotations import AnnotatedDocument
from leaterms.evaluation.gold import statutory_partners
from leaterms.evaluation.items import ItemTheme, match_item_themes
from leaterms.evaluation.matching import (
    AgreementPair,
    FoundAgreement,
    Pair,
    align_items,
    match_agreements,
    match_items,
    match_mentions,
    match_proposals,
)
from leaterms.evaluation.scores import Score
from leaterms.structure import MeetingRecord

__all__ = ["FACTS", "DocumentComparison", "Fact", "HeadingErrors", "compare"]

FACTS = ("date", "kind", "level", "is_lea", "partners", "municipality")
"""What is known of a meeting besides its text, in the order in which it is reported."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a meeting, as text: annotated and found.

    `right`: both say the same; of municipalities, the annotated ones are among those found
    (a regional meeting counts for each that the text names).
    """

    name: str
    gold: str
    found: str
    right: bool


@dataclass(frozen=True, slots=True)
class HeadingErrors:
    """Headings as printed: annotated ones that were not found, found ones that are none."""

    missed: tuple[str, ...]
    false: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentComparison:
    """What was right and wrong in one document.

    `path` is '' and `status` 'missing' where the scan has no file for it. `annotated` is
    the annotated document, for those who want to see the sentence. `proposals` have the missed
    mention that they name, if any, and are in no pair of `pairs`.
    """

    annotated: AnnotatedDocument
    path: str
    status: str
    pairs: tuple[Pair, ...]
    headings: Score
    heading_errors: HeadingErrors
    facts: tuple[Fact, ...]
    agreements: tuple[AgreementPair, ...]
    item_themes: tuple[ItemTheme, ...]
    proposals: tuple[Pair, ...]

    @property
    def municipality(self) -> str:
        """The annotated municipalities, joined by '; '."""
        return "; ".join(self.annotated.header.municipalities)

    @property
    def false_mentions(self) -> int:
        """How many mentions were found that are not annotated."""
        return sum(pair.gold is None for pair in self.pairs)


def compare(
    document: AnnotatedDocument,
    result: FileResult | None,
    agreements: Sequence[FoundAgreement] = (),
    municipalities: Sequence[str] = (),
) -> DocumentComparison:
    """Hold the scan's `result` for a document against its annotations.

    A document that the scan has not, or could not read, has all of it missed.

    Args:
        document: the annotated document.
        result: its row of the scan; None: it has none.
        agreements: those found in it.
        municipalities: those it counts for, as the archive as a whole tells.
    """
    record = result.record if result else None
    found_items = record.items if record else ()
    alignment = align_items(document.items, found_items)
    items = match_items(document.items, found_items)
    mentions = result.mentions if result else ()
    pairs = match_mentions(document, mentions, alignment, items)
    matched = set(items.values())
    missed = tuple(g.heading for g in document.items if g.index >= 0 and g.index not in items)
    false = tuple(
        f"{f.number} {f.title}".strip()
        for f in found_items
        if f.index >= 0 and f.index not in matched
    )
    return DocumentComparison(
        annotated=document,
        path=result.path if result else "",
        status=result.status if result else "missing",
        pairs=pairs,
        headings=Score(len(items) - 1, len(false), len(missed)),
        heading_errors=HeadingErrors(missed, false),
        facts=_facts(document, record, tuple(municipalities)),
        agreements=match_agreements(document, agreements, alignment),
        item_themes=match_item_themes(pairs, alignment),
        proposals=match_proposals(pairs, mentions, alignment),
    )


def _facts(
    document: AnnotatedDocument, record: MeetingRecord | None, municipalities: tuple[str, ...]
) -> tuple[Fact, ...]:
    header = document.header
    gold = (
        header.date.isoformat() if header.date else "",
        header.kind.value,
        header.level.value,
        "yes" if header.is_lea else "no",
        ", ".join(partner.value for partner in statutory_partners(header.partners)),
        "; ".join(header.municipalities),
    )
    found = ("(niet gelezen)",) * len(FACTS)
    if record is not None:
        found = (
            record.meeting_date.isoformat() if record.meeting_date else "",
            record.kind.value,
            record.level.value,
            "yes" if record.is_lea else "no",
            ", ".join(partner.value for partner in record.partners),
            "; ".join(municipalities),
        )
    named = set(header.municipalities) <= set(municipalities)
    return tuple(
        Fact(name, wanted, given, named if name == "municipality" else wanted == given)
        for name, wanted, given in zip(FACTS, gold, found, strict=True)
    )
