"""Tracked changes in Word's XML: what stands in a document under one view of them.

ECMA-376 part 1, 17.13.5. What was inserted or moved in is gone from the original, what was
deleted or moved away from the accepted text; the mark of a paragraph and a row of a table
have a change of their own, and former properties are kept beside the new ones.
"""

from dataclasses import dataclass

from lxml import etree

from leaterms.reading.docx_package import W
from leaterms.reading.view import View

__all__ = ["Changes"]

_CAME = frozenset({f"{W}ins", f"{W}moveTo"})
_WENT = frozenset({f"{W}del", f"{W}moveFrom"})


@dataclass(frozen=True, slots=True)
class Changes:
    """Tells for each element whether `view` shows it."""

    view: View = View.ACCEPTED

    @property
    def gone(self) -> frozenset[str]:
        """The elements that hold text which this view does not show."""
        return _WENT if self.view is View.ACCEPTED else _CAME

    @property
    def shown(self) -> frozenset[str]:
        """The elements of tracked changes that hold text which this view shows."""
        return _CAME if self.view is View.ACCEPTED else _WENT

    def is_gone(self, properties: etree._Element | None) -> bool:
        """Whether the thing with these properties (a paragraph mark, row or run) is gone."""
        return properties is not None and any(child.tag in self.gone for child in properties)

    def is_cell_gone(self, cell: etree._Element) -> bool:
        """Whether a cell of a table is gone."""
        tag = "cellDel" if self.view is View.ACCEPTED else "cellIns"
        return cell.find(f"{W}tcPr/{W}{tag}") is not None

    def properties(self, element: etree._Element, tag: str) -> etree._Element | None:
        """The `w:pPr` or `w:rPr` of `element`, in the original what it was before."""
        found = element.find(W + tag)
        if found is None or self.view is View.ACCEPTED:
            return found
        former = found.find(f"{W}{tag}Change/{W}{tag}")
        return found if former is None else former
