"""Where a theme that is still open fits on an agenda: beside which item, or as one of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment import MINUTES, Status, assess_coverage, counts, resolve_municipalities
from leaterms.detection import Mention
from leaterms.relabelling.titles import is_closing
from leaterms.relabelling.wording import load_title_words
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Theme

__all__ = ["COVERED", "OpenTheme", "Placement", "find_open_themes", "place_themes"]

COVERED = (Status.AGENDISED, Status.DISCUSSED, Status.PLANNED)
"""The statuses of a theme that needs no place on an agenda of the same year any more."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a theme fits on one agenda.

    `item` and `title` are of the item that it belongs beside; None and '' where none is akin.
    `suggestion` is the heading to use. `reason` is the ground, in Dutch.
    """

    theme: str
    item: int | None
    title: str
    suggestion: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpenTheme:
    """A theme that was not yet dealt with in statutory words in a calendar year.

    `status` is that of the coverage. `path` is the latest LEA document of that year, an agenda
    where there is one of that day, as the pattern for the next; '' if there is none. `item`
    and `title` are the item there that the theme belongs beside, None and '' where none is akin.
    `suggestion` is the heading to use, `reason` the ground, in Dutch.
    """

    municipality: str
    year: int
    theme: str
    status: str
    path: str
    item: int | None
    title: str
    suggestion: str
    reason: str


def place_themes(
    record: MeetingRecord, mentions: Sequence[Mention], open_themes: Sequence[Theme]
) -> tuple[Placement, ...]:
    """A place on an agenda for each of `open_themes`, in their order.

    Beside the item that deals with the theme most akin (`vocab/herlabelen.yaml`), first where
    its heading names that; else before what closes the agenda.
    """
    counted = [mention for mention in mentions if counts(mention, record.kind)]
    return tuple(_place(record, counted, theme) for theme in open_themes)


def _place(record: MeetingRecord, counted: Sequence[Mention], theme: Theme) -> Placement:
    items = {item.index: item for item in record.items if item.index >= 0}
    akin = load_title_words().beside.get(theme.id, ())
    found = [m for m in counted if m.theme in akin and m.item in items]
    best = min(found, key=lambda m: (akin.index(m.theme), not m.in_heading, m.item), default=None)
    if best is not None:
        item = items[best.item]
        reason = (
            f"Past bij agendapunt {_cited(item)}, want '{best.quote}' is een verwant onderwerp; "
            "maak er daar een eigen agendapunt van."
        )
        return Placement(theme.id, item.index, item.title, theme.umbrella, reason)
    closing = next((item for item in items.values() if is_closing(item.title)), None)
    where = f"vóór agendapunt {_cited(closing)}" if closing else "aan het eind"
    reason = f"Geen agendapunt is eraan verwant; maak er een eigen agendapunt van, {where}."
    return Placement(theme.id, None, "", theme.umbrella, reason)


def _cited(item: Item) -> str:
    number = item.number or str(item.index + 1)
    return f"{number} '{item.title}'" if item.title else number


def find_open_themes(
    results: Sequence[FileResult], themes: Sequence[Theme], year: int | None = None
) -> tuple[OpenTheme, ...]:
    """What each municipality has still to put on an agenda, with its place there.

    By municipality and in the order of `themes`; `year` None: the last dated year of each.
    """
    cells = assess_coverage(results, themes)
    places = resolve_municipalities(results)
    by_id = {theme.id: theme for theme in themes}
    rows: list[OpenTheme] = []
    for name in dict.fromkeys(cell.municipality for cell in cells):
        own = [cell for cell in cells if cell.municipality == name]
        wanted = max(cell.year for cell in own) if year is None else year
        left = [c for c in own if c.year == wanted and c.status not in COVERED]
        paper = _latest([r for r in results if name in places[r.path]], wanted)
        for cell in left:
            theme = by_id[cell.theme]
            placed = _placed(paper, theme)
            rows.append(
                OpenTheme(
                    municipality=name,
                    year=wanted,
                    theme=cell.theme,
                    status=cell.status,
                    path="" if paper is None else paper.path,
                    item=placed.item,
                    title=placed.title,
                    suggestion=placed.suggestion,
                    reason=f"{cell.reason} {placed.reason}",
                )
            )
    return tuple(rows)


def _placed(paper: FileResult | None, theme: Theme) -> Placement:
    if paper is None or paper.record is None:
        reason = "Maak er een eigen agendapunt van."
        return Placement(theme.id, None, "", theme.umbrella, reason)
    return place_themes(paper.record, paper.mentions, [theme])[0]


def _latest(results: Sequence[FileResult], year: int) -> FileResult | None:
    """The last LEA document of a year; of one day the agenda first."""
    kinds = (*MINUTES, Kind.AGENDA)
    dated = [
        (record.meeting_date, record.kind is Kind.AGENDA, result.path, result)
        for result in results
        if (record := result.record) is not None
        and record.is_lea
        and record.kind in kinds
        and record.meeting_date is not None
        and record.meeting_date.year == year
    ]
    return max(dated, key=lambda row: row[:3])[3] if dated else None
