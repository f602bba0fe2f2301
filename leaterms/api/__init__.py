"""The library's functions and the Scan object: paths in, tables out."""

from leaterms.api.findings import Scan
from leaterms.api.functions import detect, load_vocabulary, open_scan, read, scan

__all__ = ["Scan", "detect", "load_vocabulary", "open_scan", "read", "scan"]
