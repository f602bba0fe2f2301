"""New headings for agenda items: the statutory umbrella over the local words.

The inspectorate looks for its own words on the agenda. Where an item deals with a theme in
local words, the suggestion sets the law's words with them and keeps the local title (DESIGN
section 1). A theme that only the text of an item about something else bears is proposed as an
item of its own. No suggestion names a theme that the item does not bear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from leaterms.archive import FileResult
from leaterms.assessment import MINUTES, counts, enumerate_dutch
from leaterms.detection import Mention, Method
from leaterms.language import FUNCTION_WORDS, fold
from leaterms.reading import place_at
from leaterms.relabelling.titles import (
    MAX_TITLE,
    LocalSpelling,
    Style,
    compose_title,
    is_elsewhere,
    is_neutral,
    repeats,
    umbrellas_of,
)
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Theme, Wording

__all__ = ["Suggestion", "suggest"]

_LONGEST_NAME = 5  # words; a longer quote is a clause and no name for an item
_LONGEST_QUOTE = 80  # characters of a quote in a reason


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A heading to use for an item, or for an item of its own beside it.

    `page` counts from 1, None for a DOCX. `suggestion` has at most 110 characters. `renames`:
    it is `title` with its umbrella; else the title is about something else, or leaves no room,
    and the suggestion is an item of its own. `themes` are those the suggestion names, in the
    order of the law. `reason` is Dutch; `evidence` is the quote it rests on. `confidence` is in
    0..1, with three decimals: that of the least sure theme.
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
    evidence: str


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


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the suggestions of one document have in common."""

    path: str
    kind: Kind
    spelling: LocalSpelling
    style: Style


def suggest(
    results: Sequence[FileResult], themes: Sequence[Theme], *, style: Style = Style.BEFORE
) -> tuple[Suggestion, ...]:
    """New headings for items that deal with a theme in local words only.

    Of LEA agendas and minutes; only mentions that count (discussed, on agendas planned; no
    proposals). By path and item; for one item first its new title, then items of their own.
    A theme is proposed as an item of its own once in a document, and only where no heading
    there names it or is proposed to.

    Args:
        results: the documents.
        themes: all themes, in the order of the law.
        style: where the umbrella stands.
    """
    order = {theme.id: number for number, theme in enumerate(themes)}
    kinds = (*MINUTES, Kind.AGENDA)
    return tuple(
        suggestion
        for result in sorted(results, key=lambda result: result.path)
        if result.record is not None and result.record.is_lea and result.record.kind in kinds
        for suggestion in _of_document(result, result.record, themes, order, style)
    )


def _of_document(
    result: FileResult,
    record: MeetingRecord,
    themes: Sequence[Theme],
    order: dict[str, int],
    style: Style,
) -> Iterator[Suggestion]:
    counted = [m for m in result.mentions if counts(m, record.kind)]
    if not any(m.wording is Wording.JARGON for m in counted):
        return
    spelling = LocalSpelling(
        (*(item.text for item in record.items), *(f"in {name}" for name in record.municipalities)),
        (item.title for item in record.items if item.title),
    )
    paper = _Paper(result.path, record.kind, spelling, style)
    # a theme that has a heading in this document needs no item of its own beside it
    headed = {m.theme for m in counted if m.in_heading and m.wording is Wording.STATUTORY}
    renamed: dict[int, Suggestion] = {}
    borne: dict[int, list[_Borne]] = {}
    for item in record.items:
        mentions = [m for m in counted if m.item == item.index]
        borne[item.index] = _borne(mentions, themes, order)
        title = _new_title(paper, item, mentions, borne[item.index])
        if title is not None:
            renamed[item.index] = title
            headed.update(title.themes)
    for item in record.items:
        if item.index in renamed:
            yield renamed[item.index]
        left = [b for b in borne[item.index] if b.theme.id not in headed]
        while left:
            proposal = _own_item(paper, item, left)
            yield proposal
            headed.update(proposal.themes)
            left = [b for b in left if b.theme.id not in headed]


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


def _new_title(
    paper: _Paper, item: Item, mentions: Sequence[Mention], borne: Sequence[_Borne]
) -> Suggestion | None:
    """The item's own title with its umbrella; None where it is about something else.

    A title that names a theme stands for that theme alone: what is only said below it is none
    of its business. A title that names none ('Peuters') stands for all that is said below it,
    unless it is about something else ('Huisvesting').
    """
    if is_neutral(item.title):
        return None
    if any(mention.in_heading for mention in mentions):
        meant = [b for b in borne if b.in_heading]
    elif is_elsewhere(item.title):
        meant = []
    else:
        meant = [b for b in borne if not repeats(b.theme.umbrella, item.title)]
    named, suggestion = _fitting(meant, item.title, paper)
    return _suggestion(paper, item, named, suggestion, renames=True) if named else None


def _own_item(paper: _Paper, item: Item, borne: Sequence[_Borne]) -> Suggestion:
    """An item beside this one, for the first theme and those in the same words."""
    alike = [b for b in borne if _shares(b, borne[0])]
    name = _name(borne[0])
    if name and paper.style is Style.BEHIND:
        name = name[0].upper() + name[1:]
    named, suggestion = _fitting(alike, name, paper)
    if not named:
        named, suggestion = _fitting(alike, "", paper)
    if not named:  # an umbrella of somebody's own vocabulary that is longer than a line
        named, suggestion = [borne[0]], borne[0].theme.umbrella[:MAX_TITLE].rstrip()
    return _suggestion(paper, item, named, suggestion, renames=False)


def _shares(one: _Borne, other: _Borne) -> bool:
    """Whether both stand in the same words, so that one local name does for both."""
    return other.quote in {mention.quote for mention in one.mentions}


def _name(borne: _Borne) -> str:
    """The quote as the name of an item; '' where it is a clause rather than a name.

    In: 'heterogene groepen', 'samen spelen'. Out: 'niet zijn gekomen', 'elk kind krijgt 16 uur'.
    """
    for mention in borne.mentions:
        words = mention.quote.split()
        plain = re.fullmatch(r"[^\W\d_][\w' -]*\w", mention.quote) is not None
        folded = [fold(word) for word in words]
        told = any(word in _NO_NAME for word in folded)
        if (
            mention.method is not Method.MODEL
            and plain
            and not told
            and len(words) <= _LONGEST_NAME
            and not {folded[0], folded[-1]} & FUNCTION_WORDS
        ):
            return mention.quote
    return ""


# words of a sentence, not of a name
_NO_NAME = frozenset(
    "niet geen ik we wij ze zij is zijn was waren wordt worden werd heeft hebben kan kunnen "
    "krijgt krijgen moet moeten wil willen mag mogen gaat gaan komt komen doet doen".split()
)


def _suggestion(
    paper: _Paper, item: Item, named: Sequence[_Borne], suggestion: str, *, renames: bool
) -> Suggestion:
    sources = item.title_sources or item.text_sources
    strongest = min(named, key=lambda b: (not b.in_heading, -b.confidence, b.order))
    return Suggestion(
        path=paper.path,
        item=item.index,
        page=place_at(sources, 0).page if sources else None,
        title=item.title,
        suggestion=suggestion,
        themes=tuple(b.theme.id for b in named),
        reason=_reason(paper.kind, item, named, renames=renames),
        confidence=round(min(b.confidence for b in named), 3),
        renames=renames,
        evidence=strongest.quote,
    )


def _fitting(borne: Sequence[_Borne], local: str, paper: _Paper) -> tuple[list[_Borne], str]:
    """The strongest themes that fit over `local`, in the order of the law, and the title."""
    named: list[_Borne] = []
    title = ""
    for candidate in borne:
        wider = sorted([*named, candidate], key=lambda b: b.order)
        if found := _title(wider, local, paper):
            named, title = wider, found
    return named, title


def _title(named: Sequence[_Borne], local: str, paper: _Paper) -> str:
    """`local` under the fullest umbrella that fits; '' if none does.

    One that says a word of the title again comes last: 'Bevorderen van integratie: bevorderen
    van de dialoog'.
    """
    found = [
        (umbrella, title)
        for umbrella in umbrellas_of([b.theme for b in named])
        if len(title := compose_title(umbrella, local, paper.spelling, paper.style)) <= MAX_TITLE
    ]
    fresh = [title for umbrella, title in found if not _doubles(title)]
    return next(iter(fresh), found[0][1] if found else "")


def _doubles(title: str) -> bool:
    """Whether a long word stands in a title twice."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]{6,}", title)]
    return len(set(words)) < len(words)


def _reason(kind: Kind, item: Item, named: Sequence[_Borne], *, renames: bool) -> str:
    """Why, in one or two Dutch sentences."""
    terms = enumerate_dutch([f"'{b.theme.label}'" for b in named])
    said = f"{_grounds(named)}; de wettelijke woorden {terms} staan niet in de kop."
    if renames:
        when = "" if kind is Kind.AGENDA else " Gebruik deze kop voor een volgende agenda."
        return f"{said}{when}"
    under = f"onder '{item.title}'" if item.title else "buiten een agendapunt"
    return f"{said} Het staat nu {under}: maak er een eigen agendapunt van."


def _grounds(named: Sequence[_Borne]) -> str:
    """'De kop zegt 'gemengde scholen' en de tekst zegt 'loting'': the words for each theme."""
    heads: list[str] = []
    texts: list[str] = []
    for number, borne in enumerate(named):
        if not any(_shares(borne, other) for other in named[:number]):
            (heads if borne.in_heading else texts).append(f"'{_shortened(borne.quote)}'")
    said = [
        f"{where} {enumerate_dutch(list(dict.fromkeys(quotes)))}"
        for where, quotes in (("de kop zegt", heads), ("de tekst zegt", texts))
        if quotes
    ]
    text = " en ".join(said)
    return text[0].upper() + text[1:]


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return f"{quote[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
