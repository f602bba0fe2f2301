"""Reading: bytes -> Document, each character with its page or paragraph."""

from leaterms.reading.characters import clean
from leaterms.reading.document import (
    Block,
    BlockKind,
    Box,
    Document,
    OutlineItem,
    Source,
    place_at,
)
from leaterms.reading.formats import Format, sniff_format
from leaterms.reading.libreoffice import libreoffice_identity
from leaterms.reading.limits import DEFAULT_LIMITS, Limits
from leaterms.reading.line_ends import Join, join_of
from leaterms.reading.ocr import ocr_identity
from leaterms.reading.places import Place, find_places
from leaterms.reading.reader import read_document
from leaterms.reading.view import View

__all__ = [
    "DEFAULT_LIMITS",
    "Block",
    "BlockKind",
    "Box",
    "Document",
    "Format",
    "Join",
    "Limits",
    "OutlineItem",
    "Place",
    "Source",
    "View",
    "clean",
    "find_places",
    "join_of",
    "libreoffice_identity",
    "ocr_identity",
    "place_at",
    "read_document",
    "sniff_format",
]
