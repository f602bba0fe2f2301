"""Where local words stand for a theme that no statutory words of that year carry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from leaterms.archive import FileResult
from leaterms.assessment.evidence import Evidence, collect_evidence
from leaterms.vocabulary import Theme, Wording

__all__ = ["Divergence", "find_divergence"]


@dataclass(frozen=True, slots=True)
class Divergence:
    """An item that deals with a theme in local words only, in a year without the others.

    `quote` is the local wording, from the heading where it stands there. `statutory_term` is
    the wording that the inspectorate looks for. `advice` is one Dutch sentence.
    """

    municipality: str
    year: int
    theme: str
    path: str
    item: int
    title: str
    quote: str
    statutory_term: str
    advice: str


def find_divergence(
    results: Sequence[FileResult], themes: Sequence[Theme]
) -> tuple[Divergence, ...]:
    """One row for each municipality, year, theme and item, in that order.

    Only LEA documents and mentions that count for coverage; years in which statutory words
    show the theme (dealt with, or planned where there are no minutes) have no rows for it.
    """
    shown = collect_evidence(results).shown
    by_id = {theme.id: theme for theme in themes}
    order = {theme.id: number for number, theme in enumerate(themes)}
    keys = sorted(
        (key for key in shown if key[2] in by_id), key=lambda key: (*key[:2], order[key[2]])
    )
    return tuple(
        row
        for key in keys
        if all(found.mention.wording is Wording.JARGON for found in shown[key])
        for row in _rows(key[0], key[1], by_id[key[2]], shown[key])
    )


def _rows(
    municipality: str, year: int, theme: Theme, shown: tuple[Evidence, ...]
) -> Iterator[Divergence]:
    for (path, item), mentions in groupby(shown, key=lambda e: (e.path, e.item.index)):
        found = list(mentions)
        best = min(found, key=lambda e: (not e.mention.in_heading, -e.mention.confidence))
        yield Divergence(
            municipality=municipality,
            year=year,
            theme=theme.id,
            path=path,
            item=item,
            title=best.item.title,
            quote=best.mention.quote,
            statutory_term=theme.label,
            advice=_advise(best, theme),
        )


def _advise(evidence: Evidence, theme: Theme) -> str:
    """What to do, as to a colleague; a meeting that was held is not relabelled afterwards."""
    quote, term = evidence.mention.quote, theme.label
    if not evidence.in_minutes:
        return (
            f"Op deze agenda staat '{quote}'; noem daarbij ook '{term}', "
            "het woord waarop de inspectie let."
        )
    if evidence.mention.in_heading:
        return (
            f"Dit agendapunt heet '{quote}'; zet het de volgende keer op de agenda "
            f"onder '{term}', het woord waarop de inspectie let."
        )
    return (
        f"Hier is gesproken over '{quote}'; maak daar de volgende keer een agendapunt van "
        f"onder '{term}', het woord waarop de inspectie let."
    )
