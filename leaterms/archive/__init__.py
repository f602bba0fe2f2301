"""A folder of files as results that survive: found, read by workers, kept in a store."""

from leaterms.archive.result import FileResult

__all__ = ["FileResult"]
