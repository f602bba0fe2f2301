"""New headings for agenda items: the statutory umbrella over the local words.

The inspectorate looks for its own words on the agenda. Where an item deals with a theme in
local words, the suggestion puts the law's words before them and keeps the local title
(DESIGN section 1). It names no theme that the item does not bear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from leaterms.archive import FileResult
from leaterms.assessment import MINUTES, counts
from leaterms.detection import Mention
from leaterms.reading import place_at
from leaterms.relabelling.titles import MAX_TITLE, LocalSpelling, compose_title, is_neutral
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Theme, Wording

__all__ = ["Suggestion", "suggest"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A heading to use for an item, or for an item of its own beside it.

    `page` counts from 1, None for a DOCX. `suggestion` has at most 110 characters. `renames`:
    it is `title` under its umbrella, and holds it, but for capitals; else the title names no
    subject (or leaves no room), and the suggestion is an item of its own. `themes` are those the
    suggestion names, in the order of the law. `reason` is Dutch. `confidence` is in 0..1, with
    three decimals: that of the least sure theme.
    """

    path: str
    item: int
    page: int | None
    title: str
    suggestion: str
    themes: tuple[str, ...]
    reason: str
    confidence: float
    renames: bool


@dataclass(frozen=True, slots=True)
class _Borne:
    """A theme that an item bears without its statutory words in the heading."""

    theme: Theme
    mentions: tuple[Mention, ...]  # strongest first
    order: int

    @property
    def in_heading(self) -> bool:
        return any(mention.in_heading for mention in self.mentions)

    @property
    def confidence(self) -> float:
        """The chance that one of the mentions is right; never certain, for they may err alike."""
        return min(0.99, 1.0 - prod(1.0 - mention.confidence for mention in self.mentions))

    @property
    def quote(self) -> str:
        return self.mentions[0].quote


def suggest(results: Sequence[FileResult], themes: Sequence[Theme]) -> tuple[Suggestion, ...]:
    """One suggestion for each item that deals with a theme in local words only.

    Of LEA agendas and minutes; only mentions that count (discussed, on agendas planned; no
    proposals). By path and item. An item has none if its heading has the statutory words of
    each theme that it bears in local words.
    """
    order = {theme.id: number for number, theme in enumerate(themes)}
    kinds = (*MINUTES, Kind.AGENDA)
    return tuple(
        suggestion
        for result in sorted(results, key=lambda result: result.path)
        if result.record is not None and result.record.is_lea and result.record.kind in kinds
        for suggestion in _of_document(result, result.record, themes, order)
    )


def _of_document(
    result: FileResult, record: MeetingRecord, themes: Sequence[Theme], order: dict[str, int]
) -> Iterator[Suggestion]:
    counted = [m for m in result.mentions if counts(m, record.kind)]
    borne = {
        item.index: found
        for item in record.items
        if (found := _borne([m for m in counted if m.item == item.index], themes, order))
    }
    if not borne:
        return
    spelling = LocalSpelling(item.text for item in record.items)
    # a theme that has a heading in this document needs no item of its own beside it
    headed = {m.theme for m in counted if m.in_heading and m.wording is Wording.STATUTORY}
    for item in record.items:
        if item.index in borne and not is_neutral(item.title):
            headed.update(b.theme.id for b in borne[item.index])
    for item in record.items:
        found = borne.get(item.index, [])
        if is_neutral(item.title):
            found = [b for b in found if b.theme.id not in headed]
            headed.update(b.theme.id for b in found)
        if found:
            yield _suggestion(result.path, record.kind, item, found, spelling)


def _borne(
    mentions: Sequence[Mention], themes: Sequence[Theme], order: dict[str, int]
) -> list[_Borne]:
    """The themes of an item that stand in local words only, strongest evidence first."""
    found: list[_Borne] = []
    for theme in themes:
        own = [mention for mention in mentions if mention.theme == theme.id]
        statutory_heading = any(m.in_heading and m.wording is Wording.STATUTORY for m in own)
        jargon = [mention for mention in own if mention.wording is Wording.JARGON]
        if jargon and not statutory_heading:
            jargon.sort(key=lambda m: (not m.in_heading, -m.confidence, m.start))
            found.append(_Borne(theme, tuple(jargon), order[theme.id]))
    # in the heading, then in more places, then surer, then first in the law
    found.sort(key=lambda b: (not b.in_heading, -len(b.mentions), -b.confidence, b.order))
    return found


def _suggestion(
    path: str, kind: Kind, item: Item, borne: list[_Borne], spelling: LocalSpelling
) -> Suggestion:
    renames = not is_neutral(item.title)
    local = spelling.set(item.title) if renames else ""
    named = _fitting(borne, local) if renames else []
    if not named:
        # nothing to rename, or no room left: an item of its own, named after the words used
        renames = False
        local = spelling.set(borne[0].quote)
        named = _fitting([b for b in borne if _shares(b, borne[0])], local)
        if not named:
            local, named = "", borne[:1]
    named.sort(key=lambda b: b.order)
    sources = item.title_sources or item.text_sources
    return Suggestion(
        path=path,
        item=item.index,
        page=place_at(sources, 0).page if sources else None,
        title=item.title,
        suggestion=compose_title([b.theme.umbrella for b in named], local),
        themes=tuple(b.theme.id for b in named),
        reason=_reason(kind, item, named, renames=renames),
        confidence=round(min(b.confidence for b in named), 3),
        renames=renames,
    )


def _shares(one: _Borne, other: _Borne) -> bool:
    """Whether both stand in the same words, so that one local name does for both."""
    return other.quote in {mention.quote for mention in one.mentions}


def _fitting(borne: Sequence[_Borne], local: str) -> list[_Borne]:
    """The strongest themes of which the umbrellas fit before `local`; perhaps none."""
    named: list[_Borne] = []
    for candidate in borne:
        wider = sorted([*named, candidate], key=lambda b: b.order)
        if len(compose_title([b.theme.umbrella for b in wider], local)) <= MAX_TITLE:
            named = wider
    return named


def _reason(kind: Kind, item: Item, named: Sequence[_Borne], *, renames: bool) -> str:
    """Why, in one or two Dutch sentences."""
    strongest = min(named, key=lambda b: (not b.in_heading, -b.confidence, b.order))
    where = "De kop zegt" if strongest.in_heading else "De tekst zegt"
    terms = [f"'{b.theme.label}'" for b in named]
    listed = terms[0] if len(terms) == 1 else f"{', '.join(terms[:-1])} en {terms[-1]}"
    said = f"{where} '{strongest.quote}'; de wettelijke woorden {listed} staan niet in de kop."
    if renames:
        when = "" if kind is Kind.AGENDA else " Gebruik deze kop voor een volgende agenda."
        return f"{said}{when}"
    under = f"onder '{item.title}'" if item.title else "buiten een agendapunt"
    return f"{said} Het staat nu {under}: maak er een eigen agendapunt van."
