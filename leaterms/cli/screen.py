"""What a scan shows on the terminal: the tables by year, the files that were not read."""

import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leaterms.assessment import Risk, Status
from leaterms.reporting import RISKS
from leaterms.vocabulary import Theme

__all__ = ["plain", "show_coverage", "show_files"]

_MOST_TABLES = 6  # a terminal is no place for more; the report has them all
_MOST_FILES = 20

# A line of a terminal holds no more; the report says it in full.
_STATUSES = {
    Status.AGENDISED: "agendapunt",
    Status.DISCUSSED: "besproken",
    Status.PLANNED: "op agenda",
    Status.JARGON_AGENDISED: "eigen woorden",
    Status.JARGON_DISCUSSED: "eigen woorden",
    Status.JARGON_PLANNED: "eigen woorden",
    Status.ABSENT: "niet gevonden",
    Status.UNKNOWN: "geen verslag",
}
_DENIED = "niet besproken"  # a document says so; in the report beside the status
_STYLES = {
    Risk.NONE: "green",
    Risk.LOW: "green",
    Risk.MEDIUM: "bold yellow",
    Risk.HIGH: "bold red",
    Risk.UNKNOWN: "dim",
}
_LEGEND = (
    "Het risico is een indicatie. midden: er is over gesproken, maar alleen in eigen woorden. "
    "hoog: er is niets over gevonden, of een stuk zegt dat het niet is besproken. "
    "De passages staan in het rapport."
)


def show_coverage(console: Console, coverage: pd.DataFrame, themes: tuple[Theme, ...]) -> None:
    """One table a municipality, at most six: risk and status by theme and year."""
    names = list(dict.fromkeys(coverage["municipality"]))
    for name in names[:_MOST_TABLES]:
        console.print(_table(name, coverage[coverage["municipality"] == name], themes))
    if len(names) > _MOST_TABLES:
        rest = len(names) - _MOST_TABLES
        console.print(f"En nog {rest} {_many(rest, 'gemeente', 'gemeenten')}: zie het rapport.")
    if names:
        console.print(_LEGEND, style="italic", highlight=False)
    else:
        console.print("Er is geen LEA-stuk met een datum gelezen; er is geen tabel per jaar.")
    console.print()


def _table(name: str, rows: pd.DataFrame, themes: tuple[Theme, ...]) -> Table:
    years = sorted(set(rows["year"]))
    # four years fit in 80 columns, with the longest theme on one line
    table = Table(box=box.SIMPLE_HEAD, padding=0)
    widest = max(len(word) for theme in themes for word in theme.short.split())
    table.add_column(Text(plain(name) or "Gemeente onbekend"), min_width=widest)
    for year in years:
        table.add_column(str(year))
    cells = {(row["theme"], row["year"]): row for row in _records(rows)}
    for theme in themes:
        table.add_row(theme.short, *(_cell(cells[theme.id, year]) for year in years))
    return table


def _cell(row: dict[str, str]) -> Text:
    risk = Risk(row["risk"])
    ground = _DENIED if row["denial"] and risk is Risk.HIGH else _STATUSES[Status(row["status"])]
    shown = Text(RISKS[risk], style=_STYLES[risk])
    return shown.append(f"\n{ground}", style="not bold default")


def show_files(console: Console, documents: pd.DataFrame) -> None:
    """How many files were read, and which were not, with what to do."""
    unread = documents[documents["status"] != "ok"]
    count = len(documents)
    console.print(
        f"{count} {_many(count, 'bestand', 'bestanden')}, waarvan {count - len(unread)} gelezen.",
        highlight=False,
    )
    for row in _records(unread.head(_MOST_FILES)):
        console.print(Text(f"  niet gelezen: {plain(row['path'])}: {plain(row['error'])}"))
    if len(unread) > _MOST_FILES:
        console.print(f"  en nog {len(unread) - _MOST_FILES}: zie het rapport.", highlight=False)


def _records(table: pd.DataFrame) -> list[dict[str, str]]:
    names = [str(name) for name in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.itertuples(index=False)]


def plain(text: str) -> str:
    """`text` without control characters: a file's name must not steer the terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _many(count: int, one: str, more: str) -> str:
    return one if count == 1 else more
