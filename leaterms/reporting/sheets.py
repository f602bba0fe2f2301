"""The sheets that only the workbook has: the overview to look at, and what the rest means."""

from collections.abc import Mapping, Sequence

import pandas as pd

from leaterms.assessment import CoverageCell
from leaterms.reporting import labels
from leaterms.reporting.glossary import COLUMNS, VALUES
from leaterms.vocabulary import Theme

__all__ = ["tabulate_glossary", "tabulate_overview"]


def tabulate_overview(cells: Sequence[CoverageCell], themes: Sequence[Theme]) -> pd.DataFrame:
    """A row for each municipality and theme, a column for each year: 'midden: besproken ...'.

    '' where a municipality has no such year.
    """
    years = sorted({cell.year for cell in cells})
    names = list(dict.fromkeys(cell.municipality for cell in cells))
    shown = {(c.municipality, c.theme, c.year): _in_words(c) for c in cells}
    rows = [
        {
            "gemeente": name,
            "thema": theme.label,
            **{str(year): shown.get((name, theme.id, year), "") for year in years},
        }
        for name in names
        for theme in themes
    ]
    columns = ["gemeente", "thema", *(str(year) for year in years)]
    return pd.DataFrame(rows, columns=columns, dtype="str")


def _in_words(cell: CoverageCell) -> str:
    denied = f"; {labels.DENIED}" if cell.denial else ""
    return f"{labels.RISKS[cell.risk]}: {labels.STATUSES[cell.status]}{denied}"


def tabulate_glossary(sheets: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What each column of `sheets` and each code in them means; a row for each."""
    rows = [
        {"blad": sheet, "kolom": str(column), "waarde": "", "betekenis": COLUMNS[sheet][column]}
        for sheet, table in sheets.items()
        for column in table.columns
    ]
    rows += [
        {"blad": "", "kolom": column, "waarde": value, "betekenis": meaning}
        for column, meanings in VALUES.items()
        for value, meaning in meanings.items()
    ]
    return pd.DataFrame(rows, columns=["blad", "kolom", "waarde", "betekenis"], dtype="str")
