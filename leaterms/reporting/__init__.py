"""Reports for people: one HTML page, one Excel workbook."""

from leaterms.reporting.content import Content, gather
from leaterms.reporting.excel import write_excel
from leaterms.reporting.html import render_html, write_html
from leaterms.reporting.labels import RISKS, STATUSES
from leaterms.reporting.marked import render_marked
from leaterms.reporting.sheets import tabulate_glossary, tabulate_overview

__all__ = [
    "RISKS",
    "STATUSES",
    "Content",
    "gather",
    "render_html",
    "render_marked",
    "tabulate_glossary",
    "tabulate_overview",
    "write_excel",
    "write_html",
]
