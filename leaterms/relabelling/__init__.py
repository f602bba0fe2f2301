"""From findings to action: headings in the inspectorate's words, also in a Word agenda."""

from leaterms.relabelling.advice import Suggestion, suggest
from leaterms.relabelling.model_agenda import AgendaLine, agenda_text, compose_agenda
from leaterms.relabelling.placement import (
    COVERED,
    OpenTheme,
    Placement,
    find_open_themes,
    place_themes,
)
from leaterms.relabelling.titles import Style
from leaterms.relabelling.word import MarkedWord, mark_titles

__all__ = [
    "COVERED",
    "AgendaLine",
    "MarkedWord",
    "OpenTheme",
    "Placement",
    "Style",
    "Suggestion",
    "agenda_text",
    "compose_agenda",
    "find_open_themes",
    "mark_titles",
    "place_themes",
    "suggest",
]
