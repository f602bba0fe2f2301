"""Which item bears which theme, annotated and found: what coverage rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.detection import Mention
from leaterms.evaluation.alignment import Alignment
from leaterms.evaluation.matching import Pair
from leaterms.evaluation.scores import Score

__all__ = ["ItemTheme", "match_item_themes", "score_items"]


@dataclass(frozen=True, slots=True)
class ItemTheme:
    """A theme that an item bears in a mention of any wording and assertion.

    `item` is the index of the annotated item; None for a find whose letters stand in none.
    """

    item: int | None
    theme: str
    is_gold: bool
    is_found: bool


def match_item_themes(pairs: Sequence[Pair], alignment: Alignment) -> tuple[ItemTheme, ...]:
    """The themes of each item, by item and theme.

    A find counts for the annotated item in which its letters stand, wherever the scan cut the
    items. One that matches no mention is right here if its item bears the theme elsewhere.
    """
    gold = {(pair.gold.item, pair.gold.theme) for pair in pairs if pair.gold is not None}
    found = {
        (pair.gold.item if pair.gold else _item_of(pair.found, alignment), pair.found.theme)
        for pair in pairs
        if pair.found is not None
    }
    ordered = sorted({*gold, *found}, key=lambda key: (key[0] is None, key[0] or 0, key[1]))
    return tuple(ItemTheme(*key, key in gold, key in found) for key in ordered)


def _item_of(mention: Mention, alignment: Alignment) -> int | None:
    span = alignment.second_span((mention.item, mention.in_heading), mention.start, mention.end)
    return None if span is None else alignment.first_item(span[0])


def score_items(themes: Sequence[ItemTheme]) -> Score:
    """How many are found rightly, found wrongly, and missed."""
    return Score(
        sum(one.is_gold and one.is_found for one in themes),
        sum(not one.is_gold for one in themes),
        sum(not one.is_found for one in themes),
    )
