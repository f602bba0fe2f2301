"""Which text of a document with tracked changes is meant."""

from enum import StrEnum

__all__ = ["View"]


class View(StrEnum):
    """The document as if every tracked change were accepted, or as if none had been made."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
