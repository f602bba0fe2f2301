"""From findings to action: headings in the inspectorate's words."""

from leaterms.relabelling.advice import Suggestion, suggest
from leaterms.relabelling.model_agenda import AgendaLine, agenda_text, compose_agenda
from leaterms.relabelling.titles import Style

__all__ = ["AgendaLine", "Style", "Suggestion", "agenda_text", "compose_agenda", "suggest"]
