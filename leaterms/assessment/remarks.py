"""What documents say about the talk itself: why there was none, that agreements still fit.

A sentence is on a theme where it names it, or where the sentence before or after it says that
the theme was not talked about; one that names none is on those of its item's heading. Which
words tell what: `vocab/beoordeling.yaml`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.citation import cite_sentence
from leaterms.assessment.criteria import RemarkRule
from leaterms.detection import Assertion, Mention, Method
from leaterms.language import split_sentences
from leaterms.reading import place_at
from leaterms.structure import Item

__all__ = ["Remark", "find_remarks"]

_DENIALS = (Assertion.NOT_DISCUSSED, Assertion.POSTPONED)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that says something about the talk on a theme.

    `rule` is the id of the rule in `vocab/beoordeling.yaml`, `label` its Dutch name
    ('lopend onderzoek'). `page` counts from 1, None for a DOCX. `text` is the sentence, and
    `start` and `end` its half-open offsets in the item's text.
    """

    rule: str
    label: str
    path: str
    date: dt.date | None
    item: int
    page: int | None
    start: int
    end: int
    text: str

    def cite(self) -> str:
        """The sentence with its place and what it says, for a report."""
        cited = cite_sentence(self.text, date=self.date, path=self.path, page=self.page)
        return f"{self.label}: {cited}"


def find_remarks(
    result: FileResult, rules: Sequence[RemarkRule]
) -> tuple[tuple[str, Remark], ...]:
    """The remarks of one document, each with its theme; by item, place, rule and theme.

    One sentence can be a remark on several themes, and under several rules. Proposals
    (`semantic`) bear no theme.
    """
    record = result.record
    if record is None:
        return ()
    mentions = [m for m in result.mentions if m.method is not Method.SEMANTIC]
    return tuple(
        found
        for item in record.items
        for found in _of_item(
            result, record.meeting_date, item, [m for m in mentions if m.item == item.index], rules
        )
    )


def _of_item(
    result: FileResult,
    date: dt.date | None,
    item: Item,
    mentions: Sequence[Mention],
    rules: Sequence[RemarkRule],
) -> Iterator[tuple[str, Remark]]:
    whole = item.text.casefold()
    likely = [rule for rule in rules if rule.phrases.search(whole)]
    if not mentions or not likely:
        return
    spans = list(_sentences(item))
    for number, (start, end) in enumerate(spans):
        said = item.text[start:end].casefold()
        fitting = [rule for rule in likely if rule.fits(said)]
        if not fitting:
            continue
        near = spans[max(0, number - 1) : number + 2]
        for rule in fitting:
            remark = Remark(
                rule=rule.id,
                label=rule.label,
                path=result.path,
                date=date,
                item=item.index,
                page=place_at(item.text_sources, start).page if item.text_sources else None,
                start=start,
                end=end,
                text=item.text[start:end],
            )
            for theme in _themes(mentions, (start, end), near, rule):
                yield theme, remark


def _sentences(item: Item) -> Iterator[tuple[int, int]]:
    """The sentences of an item's text, block by block (a text without blocks is one)."""
    blocks = [(segment.start, segment.end) for segment in item.segments] or [(0, len(item.text))]
    for first, last in blocks:
        for start, end in split_sentences(item.text[first:last]):
            yield first + start, first + end


def _themes(
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
    near: Sequence[tuple[int, int]],
    rule: RemarkRule,
) -> list[str]:
    """The themes that a sentence is on, in the order of the mentions that say so."""
    themes: list[str] = []
    named = any(_inside(mention, sentence) for mention in mentions)
    for mention in mentions:
        denies = mention.assertion in _DENIALS
        beside = denies and any(_inside(mention, span) for span in near)
        here = _inside(mention, sentence) or (mention.in_heading and not named)
        if beside or (here and (denies or not rule.denied_only)):
            themes.append(mention.theme)
    return list(dict.fromkeys(themes))


def _inside(mention: Mention, span: tuple[int, int]) -> bool:
    return not mention.in_heading and span[0] <= mention.start < span[1]
