"""Reading: bytes -> Document, each character with its page or paragraph."""

from leaterms.reading.document import Block, BlockKind, Box, Document, Source, place_at
from leaterms.reading.formats import Format, sniff_format
from leaterms.reading.limits import DEFAULT_LIMITS, Limits
from leaterms.reading.reader import read_document

__all__ = [
    "DEFAULT_LIMITS",
    "Block",
    "BlockKind",
    "Box",
    "Document",
    "Format",
    "Limits",
    "Source",
    "place_at",
    "read_document",
    "sniff_format",
]
