"""The report as an Excel workbook: one sheet a table, filters on, texts never formulas."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import xlsxwriter
from pandas.api.types import is_bool, is_number
from xlsxwriter.exceptions import FileCreateError

from leaterms.archive import EXCEL_PROPERTY
from leaterms.errors import OutputError
from leaterms.reporting.labels import RISKS
from leaterms.writing import fit_cell, write_whole

__all__ = ["Sheet", "write_excel"]

_MOST_ROWS = 1_048_575  # rows under the header
_RISK_COLOURS = {
    "none": "#D8EFDC",
    "low": "#E6F0C8",
    "medium": "#FFE3A8",
    "high": "#F9C9C2",
    "unknown": "#E4E5EA",
}
_RISKS = {word: risk.value for risk, word in RISKS.items()}
_WIDEST, _YEAR = 60, 24  # widths of columns, in characters
_LINE, _TALLEST = 15, 8  # a line in points; lines of a row, the rest shows when one clicks it

Sheet = pd.DataFrame


def write_excel(sheets: Mapping[str, Sheet], path: Path) -> None:
    """Write `sheets` (name -> table) to `path`, over what was there; same tables, same bytes.

    Text goes in as text: a cell that begins with '=' stays what it says. A text too long for
    a cell is cut with a mark.

    Raises:
        OutputError: the file cannot be written, or a table has more rows than a sheet holds.
    """
    for name, table in sheets.items():
        if len(table) > _MOST_ROWS:
            raise OutputError(
                f"Het blad '{name}' heeft {len(table)} rijen, meer dan Excel aankan "
                f"({_MOST_ROWS}); scan het archief in delen."
            )

    def write(file: Path) -> None:
        try:
            _write_book(sheets, file)
        except FileCreateError as error:  # how XlsxWriter wraps what the system said
            raise error.args[0] from error

    write_whole("Het Excel-bestand", path, write)


def _write_book(sheets: Mapping[str, Sheet], path: Path) -> None:
    book = xlsxwriter.Workbook(
        str(path),
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    # a fixed date: the same scan gives the same file
    book.set_properties({"title": "leaterms", "created": dt.datetime(2020, 1, 1)})  # noqa: DTZ001
    book.set_custom_property(EXCEL_PROPERTY, "1")
    for name, table in sheets.items():
        _write_sheet(book, name, table)
    book.close()


def _write_sheet(book: xlsxwriter.Workbook, name: str, table: Sheet) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#F3F4F7", "bottom": 1, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})
    colours = {
        risk: book.add_format({"bg_color": colour, "valign": "top", "text_wrap": True})
        for risk, colour in _RISK_COLOURS.items()
    }
    widths = [_width(str(title), table[title]) for title in table.columns]
    for column, title in enumerate(table.columns):
        sheet.write_string(0, column, str(title), head)
        sheet.set_column(column, column, widths[column])
    for row, values in enumerate(table.itertuples(index=False), start=1):
        lines = 1
        for column, value in enumerate(values):
            if pd.isna(value):
                continue
            if isinstance(value, pd.Timestamp):
                sheet.write_datetime(row, column, value.to_pydatetime(), day)
            elif is_bool(value):
                sheet.write_string(row, column, "ja" if value else "nee", wrapped)
            elif is_number(value):
                sheet.write_number(row, column, value, wrapped)
            else:
                text = fit_cell(str(value))
                risk = _risk_in(str(table.columns[column]), text)
                sheet.write_string(row, column, text, colours.get(risk, wrapped))
                lines = max(lines, _lines(text, widths[column]))
        # not every program makes a row as high as its text asks for
        sheet.set_row(row, _LINE * min(lines, _TALLEST))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if len(table.columns):
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)


def _risk_in(title: str, value: str) -> str:
    """The risk that a cell tells, '' if none: in a column 'risk', or of a year ('hoog: ...')."""
    if title == "risk":
        return value
    return _RISKS.get(value.partition(":")[0], "") if title.isdigit() else ""


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; words are broken between, so a bit more."""
    return sum(1 + len(line) * 11 // (width * 10) for line in text.split("\n"))


def _width(title: str, values: "pd.Series[str]") -> int:
    if title.isdigit():
        return _YEAR
    longest = max((len(str(v)) for v in values.head(200)), default=0)
    return min(_WIDEST, max(len(title) + 2, longest) + 2)  # the filter's button covers two
