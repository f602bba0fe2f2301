"""From findings to action: headings in the inspectorate's words."""

from leaterms.relabelling.advice import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
