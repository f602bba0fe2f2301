"""A folder of files as results that survive: found, read by workers, kept in a store."""

from leaterms.archive.corrections import find_corrections
from leaterms.archive.files import Archive, ArchiveFile, find_files
from leaterms.archive.ours import EXCEL_PROPERTY, HTML_MARK, WORD_CATEGORY
from leaterms.archive.result import FileResult
from leaterms.archive.scan import Progress, scan_archive
from leaterms.archive.store import Store
from leaterms.archive.workers import WorkerLimits

__all__ = [
    "EXCEL_PROPERTY",
    "HTML_MARK",
    "WORD_CATEGORY",
    "Archive",
    "ArchiveFile",
    "FileResult",
    "Progress",
    "Store",
    "WorkerLimits",
    "find_corrections",
    "find_files",
    "scan_archive",
]
