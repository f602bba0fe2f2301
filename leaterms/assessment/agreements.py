"""Agreements: sentences and table cells that record what was agreed, decided or taken on.

Source: annotation guideline, 'Agreement'. The rules (`agreement_rules`) and a model that weighs
what they saw with the words (`agreement_model`) decide together.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.actors import find_actor
from leaterms.assessment.agreement_explanation import explain
from leaterms.assessment.agreement_model import Verdict, load_agreements
from leaterms.assessment.agreement_rules import MINUTES_WORD, ReadItem, read_items
from leaterms.assessment.cues import Cues, load_cues
from leaterms.assessment.measures import find_deadline, is_measurable, names_amount, names_date
from leaterms.assessment.passages import Passage
from leaterms.detection import Mention
from leaterms.structure import Item

__all__ = ["Agreement", "find_agreements"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, decision or action.

    `start` and `end` are offsets in the item's text, so that `text[start:end]` is the
    agreement's `text`: the sentence, or the cell or bullet. `page` counts from 1, None for a
    DOCX. `themes` are those of the mentions inside. `measurable` means that it names a number,
    share, amount, date or term of what is agreed. `who` and `by_when` are as printed, ''
    where it does not say. `belongs_to` is the item it is of: that which an entry of a list of
    actions or decisions names ('Punt 3'), else `item`, in which it stands. `why` is one Dutch line
    that says what shows it.
    """

    path: str
    item: int
    page: int | None
    start: int
    end: int
    text: str
    themes: tuple[str, ...]
    measurable: bool
    who: str
    by_when: str
    belongs_to: int
    why: str


def find_agreements(results: Sequence[FileResult]) -> tuple[Agreement, ...]:
    """The agreements of all readable documents but agendas, by path, item and place.

    An agenda holds none: it shows what is meant to be talked about.
    """
    return tuple(
        agreement
        for result in sorted(results, key=lambda result: result.path)
        for agreement in find_agreements_in(result)
    )


def find_agreements_in(result: FileResult) -> tuple[Agreement, ...]:
    """The agreements of one document, by item and place; none of an agenda."""
    if result.record is None:
        return ()
    cues = load_cues()
    model = load_agreements()
    found: list[Agreement] = []
    for read in read_items(result.record, cues):
        mentions = _Ahead(
            m for m in result.mentions if m.item == read.item.index and not m.in_heading
        )
        found.extend(
            _agreement(result.path, read, verdict, mentions, cues)
            for verdict in model.judge(read, cues)
            if verdict.agrees
        )
    return tuple(found)


# at the front only: '€ 40.000 in te zetten' is an amount
_ENTRY_MARK = re.compile(r"^\(?\d{1,4}[-./]\d{1,3}[.)]?\s+(?=[^\W\d])")
_COUNT = re.compile(r"\W*(?:afspraak|actie|actiepunt|besluit)\s+(?:nr\.?\s*)?\d+[\w.-]*\s*:")


class _Ahead:
    """The mentions of an item, asked for by passages in reading order: none is met twice."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._first = 0

    def within(self, passage: Passage) -> list[Mention]:
        """Those that overlap `passage`, which comes after the passages asked for before."""
        mentions = self._mentions
        while self._first < len(mentions) and mentions[self._first].end <= passage.start:
            self._first += 1
        last = bisect_left(mentions, passage.end, lo=self._first, key=lambda m: m.start)
        return [m for m in mentions[self._first : last] if passage.start < m.end]


def _page(item: Item, offset: int) -> int | None:
    sources = item.text_sources
    at = bisect_right(sources, offset, key=lambda source: source.start)
    return sources[max(0, at - 1)].page if sources else None


def _agreement(
    path: str, read: ReadItem, verdict: Verdict, mentions: _Ahead, cues: Cues
) -> Agreement:
    item, passage = read.item, verdict.read.passage
    inside = mentions.within(passage)
    named = item.segments[passage.block].belongs_to
    listed = cues.list_title.match(item.title.casefold()) is not None
    by_when = find_deadline(passage.text, listed=listed) or _said(passage.when)
    return Agreement(
        path=path,
        item=item.index,
        page=_page(item, passage.start),
        start=passage.start,
        end=passage.end,
        text=passage.text,
        themes=tuple(dict.fromkeys(m.theme for m in inside)),
        measurable=_measures(passage, item.title.casefold(), cues),
        who=_said(passage.who)
        or find_actor(
            passage.text, read.people, cues, listed=listed or passage.column == "agreement"
        ),
        by_when=by_when,
        belongs_to=item.index if named is None else named,
        why=explain(verdict),
    )


def _said(cell: str) -> str:
    """A cell, '' where it holds a dash only."""
    return cell if re.search(r"\w", cell) else ""


def _measures(passage: Passage, title: str, cues: Cues) -> bool:
    """Whether it can be checked; adopting minutes is a decision without measure."""
    text = passage.text.casefold()
    of_minutes = cues.minutes_title.match(title) or MINUTES_WORD.search(text)
    if of_minutes and cues.adoption.search(text):
        return names_amount(text)
    return is_measurable(_ENTRY_MARK.sub("", _COUNT.sub("", text))) or names_date(passage.when)
