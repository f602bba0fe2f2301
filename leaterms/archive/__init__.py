"""A folder of files as results that survive: found, read by workers, kept in a store."""

from leaterms.archive.ours import EXCEL_PROPERTY, HTML_MARK
from leaterms.archive.result import FileResult

__all__ = ["EXCEL_PROPERTY", "HTML_MARK", "FileResult"]
