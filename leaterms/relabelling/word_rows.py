"""A row of a table as the pattern for a new one: agendas are often tables (ECMA-376, 17.4)."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

__all__ = ["Row", "copy_properties", "find_row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of which a new one can be made: plain cells, none merged with those above.

    `cells` has the first paragraph of each cell, but in the cell of the title that of the
    title; `title` is its place in them.
    """

    element: etree._Element
    cells: tuple[etree._Element, ...]
    title: int

    def copy_before(self, w: str) -> tuple[etree._Element, ...]:
        """Put an empty row of the same make before it, and give the paragraph of each cell."""
        made = etree.Element(self.element.tag)
        for tag in ("tblPrEx", "trPr"):
            found = self.element.find(f"{w}{tag}")
            if found is not None:
                made.append(deepcopy(found))
        paragraphs: list[etree._Element] = []
        for old in self.cells:
            cell = etree.SubElement(made, f"{w}tc")
            properties = _cell_of(old, w).find(f"{w}tcPr")
            if properties is not None:
                cell.append(deepcopy(properties))
            paragraph = etree.SubElement(cell, f"{w}p")
            look = copy_properties(old, w)
            if look is not None:
                paragraph.append(look)
            paragraphs.append(paragraph)
        self.element.addprevious(made)
        return tuple(paragraphs)


def find_row(heading: etree._Element, other: etree._Element, w: str) -> Row | None:
    """The row of a heading, where `other` stands in another row of the same table.

    None where it does not, or where the row is no pattern for a new one.
    """
    cell = heading.getparent()
    row = None if cell is None or cell.tag != f"{w}tc" else cell.getparent()
    if cell is None or row is None or row.tag != f"{w}tr":
        return None
    table = row.getparent()
    rows = [element for element in other.iterancestors(f"{w}tr") if element.getparent() is table]
    if table is None or table.tag != f"{w}tbl" or not rows or rows[0] is row:
        return None
    cells = [child for child in row if child.tag not in {f"{w}trPr", f"{w}tblPrEx"}]
    merged = row.find(f"{w}tc/{w}tcPr/{w}vMerge") is not None
    if merged or any(child.tag != f"{w}tc" for child in cells):
        return None
    firsts = [heading if child is cell else child.find(f"{w}p") for child in cells]
    paragraphs = tuple(first for first in firsts if first is not None)
    if len(paragraphs) < len(cells):
        return None
    return Row(row, paragraphs, cells.index(cell))


def copy_properties(paragraph: etree._Element, w: str) -> etree._Element | None:
    """Style, numbering and spacing of a paragraph, for one beside it; None if it has none."""
    found = paragraph.find(f"{w}pPr")
    if found is None:
        return None
    copied = deepcopy(found)
    for path in ("sectPr", "pPrChange", "numPr/ins", "pageBreakBefore"):
        for element in copied.findall("/".join(f"{w}{step}" for step in path.split("/"))):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    return copied


def _cell_of(paragraph: etree._Element, w: str) -> etree._Element:
    return next(paragraph.iterancestors(f"{w}tc"))
