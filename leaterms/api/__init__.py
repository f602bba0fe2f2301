"""The library's functions and the Scan object: paths in, tables out."""

from leaterms.api.agenda import AgendaCheck, Relabelled, check, relabel
from leaterms.api.findings import Scan
from leaterms.api.functions import detect, load_vocabulary, open_scan, read, scan

__all__ = [
    "AgendaCheck",
    "Relabelled",
    "Scan",
    "check",
    "detect",
    "load_vocabulary",
    "open_scan",
    "read",
    "relabel",
    "scan",
]
