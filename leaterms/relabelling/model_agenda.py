"""A model agenda for the meeting to come: what is left, under its statutory names.

For the municipality to adapt. A theme that was talked about in local words keeps them behind
the statutory umbrella, so that the people at the table know their subject again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from leaterms.archive import FileResult
from leaterms.assessment import Evidence, YearPlan, collect_evidence
from leaterms.detection import Method
from leaterms.relabelling.titles import (
    MAX_TITLE,
    LocalSpelling,
    compose_title,
    is_neutral,
    umbrellas_of,
)
from leaterms.vocabulary import Theme, Wording

__all__ = ["AgendaLine", "agenda_text", "compose_agenda"]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the model agenda: its number and heading (at most 110 characters).

    `themes` are those it names, none for the furniture of a meeting; `group` is the article
    that names them, ''.
    """

    number: str
    title: str
    themes: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A theme left, with the local words for it ('' where it was never talked about)."""

    theme: Theme
    local: str
    spelling: LocalSpelling


_BEFORE = ("Opening en vaststelling van de agenda", "Verslag en actielijst van de vorige keer")
_AFTER = (
    "Afspraken van vandaag: wie doet wat, wanneer is het klaar, waaraan meten we dat",
    "Rondvraag",
    "Datum van de volgende vergadering en sluiting",
)


def compose_agenda(
    plan: YearPlan, results: Sequence[FileResult], themes: Sequence[Theme]
) -> tuple[AgendaLine, ...]:
    """The model agenda of `plan`; () where no theme is left.

    The themes in the order of the law; those that were talked about in the same local words
    share an item, as far as it fits.
    """
    left = {theme.theme for theme in plan.left}
    if not left:
        return ()
    words = _LocalWords(plan.municipality, plan.year, results)
    entries = [words.entry(theme) for theme in themes if theme.id in left]
    titles: list[tuple[str, tuple[str, ...], str]] = [(title, (), "") for title in _BEFORE]
    titles += _titled(entries)
    titles += [(title, (), "") for title in _AFTER]
    return tuple(
        AgendaLine(str(number), title, named, group)
        for number, (title, named, group) in enumerate(titles, start=1)
    )


def agenda_text(plan: YearPlan, lines: Sequence[AgendaLine]) -> str:
    """The model agenda as text to paste, a line each; '' of no lines."""
    if not lines:
        return ""
    day = f"Datum: {plan.next:%d-%m-%Y}" if plan.next else f"Datum: (vóór 31 december {plan.year})"
    place = f", gemeente {plan.municipality}" if plan.municipality else ""
    head = [f"Agenda LEA-overleg{place}", day, ""]
    return "\n".join([*head, *(f"{line.number}. {line.title}" for line in lines)])


def _titled(entries: Sequence[_Entry]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Titles with their themes and article; entries in order."""
    for group, own in groupby(entries, key=lambda entry: entry.theme.group):
        waiting = list(own)
        while waiting:
            first = waiting.pop(0)
            together, title = [first], _title([first], first.local)
            for other in [
                entry for entry in waiting if first.local and entry.local == first.local
            ]:
                wider = _title([*together, other], first.local)
                if wider:
                    together.append(other)
                    waiting.remove(other)
                    title = wider
            # local words that leave no room for the umbrella are left out
            yield title or _title([first], ""), tuple(e.theme.id for e in together), group


def _title(entries: Sequence[_Entry], local: str) -> str:
    """The fullest title for all entries that fits; '' if none does."""
    titles = (
        compose_title(umbrella, local, entries[0].spelling)
        for umbrella in umbrellas_of([entry.theme for entry in entries])
    )
    return next((title for title in titles if len(title) <= MAX_TITLE), "")


class _LocalWords:
    """The words by which a municipality last spoke of a theme."""

    def __init__(self, municipality: str, year: int, results: Sequence[FileResult]) -> None:
        self._by_path = {result.path: result for result in results}
        self._latest: dict[str, Evidence] = {}
        shown = collect_evidence(results).shown
        keys = sorted(key for key in shown if key[0] == municipality and key[1] <= year)
        for key in keys:  # the latest year comes last
            jargon = [e for e in shown[key] if _names(e)]
            if jargon:
                self._latest[key[2]] = max(jargon, key=_strength)

    def entry(self, theme: Theme) -> _Entry:
        """`theme` with its words: the heading that bore it, else what was said."""
        evidence = self._latest.get(theme.id)
        if evidence is None:
            return _Entry(theme, "", LocalSpelling(()))
        record = self._by_path[evidence.path].record
        items = record.items if record else ()
        spelling = LocalSpelling((i.text for i in items), (i.title for i in items))
        headed = evidence.mention.in_heading and not is_neutral(evidence.item.title)
        return _Entry(theme, evidence.item.title if headed else evidence.mention.quote, spelling)


def _names(evidence: Evidence) -> bool:
    """Whether it has a name for the theme: a heading, or a term; no half sentence with people."""
    mention = evidence.mention
    headed = mention.in_heading and not is_neutral(evidence.item.title)
    term = mention.method in _NAMING and len(mention.quote.split()) <= _MOST_WORDS
    return mention.wording is Wording.JARGON and (headed or term)


_NAMING = (Method.TERM, Method.COMPOUND)
_MOST_WORDS = 5


def _strength(evidence: Evidence) -> tuple[bool, bool, float]:
    """A heading of minutes first, then the surest; of equals the first."""
    mention = evidence.mention
    return (mention.in_heading, evidence.in_minutes, mention.confidence)
