"""Numbers that Word computes: definitions in numbering.xml, and paragraphs that use them."""

import re
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml import etree

from leaterms.evaluation import AnnotatedItem

__all__ = ["Numbering"]


@dataclass(frozen=True, slots=True)
class _Form:
    """What is printed around a number ('Agendapunt ', ' -') and how it is written."""

    before: str
    after: str
    written: str  # Word's name: decimal, decimalZero, upperLetter


@dataclass(frozen=True, slots=True)
class _Number:
    """The number of one list, to be put on a paragraph."""

    num_id: int

    def apply(self, paragraph: Paragraph) -> None:
        """Let Word number `paragraph` with the next of this list."""
        numbered = _element("w:numPr")
        numbered.append(_element("w:ilvl", val="0"))
        numbered.append(_element("w:numId", val=str(self.num_id)))
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (python-docx has no public way)
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, numbered)


class Numbering:
    """Gives each heading the list that makes Word print the number that the source has."""

    def __init__(self, document: Document) -> None:
        self._root: BaseOxmlElement = document.part.numbering_part.element
        self._abstract: dict[_Form, int] = {}
        self._last: tuple[_Form, int, _Number] | None = None

    def number_for(self, item: AnnotatedItem) -> _Number | None:
        """The list for `item`; None where Word cannot compute its number ('3a', '2.1')."""
        label = item.heading[: len(item.heading) - len(item.title)].rstrip()
        before, _, after = label.partition(item.number)
        if re.fullmatch(r"0\d", item.number):
            form, value = _Form(before, after, "decimalZero"), int(item.number)
        elif item.number.isdecimal():
            form, value = _Form(before, after, "decimal"), int(item.number)
        elif re.fullmatch(r"[A-Z]", item.number):
            form, value = _Form(before, after, "upperLetter"), ord(item.number) - ord("A") + 1
        else:
            return None
        if self._last is not None and self._last[:2] == (form, value - 1):
            number = self._last[2]
        else:
            number = self._start(form, value)
        self._last = (form, value, number)
        return number

    def _start(self, form: _Form, value: int) -> _Number:
        """A new list that begins at `value`."""
        if form not in self._abstract:
            self._abstract[form] = self._define(form)
        ids = [int(n.get(qn("w:numId"), "0")) for n in self._root.findall(qn("w:num"))]
        num = _element("w:num", numId=str(max(ids, default=0) + 1))
        num.append(_element("w:abstractNumId", val=str(self._abstract[form])))
        override = _element("w:lvlOverride", ilvl="0")
        override.append(_element("w:startOverride", val=str(value)))
        num.append(override)
        self._root.append(num)
        return _Number(max(ids, default=0) + 1)

    def _define(self, form: _Form) -> int:
        definitions = self._root.findall(qn("w:abstractNum"))
        ids = [int(n.get(qn("w:abstractNumId"), "0")) for n in definitions]
        number = max(ids, default=0) + 1
        abstract = _element("w:abstractNum", abstractNumId=str(number))
        abstract.append(_element("w:multiLevelType", val="singleLevel"))
        level = _element("w:lvl", ilvl="0")
        level.append(_element("w:start", val="1"))
        level.append(_element("w:numFmt", val=form.written))
        level.append(_element("w:suff", val="space"))
        level.append(_element("w:lvlText", val=f"{form.before}%1{form.after}"))
        level.append(_element("w:lvlJc", val="left"))
        abstract.append(level)
        # the schema wants all definitions before all lists
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)
        return number


def _element(tag: str, **attributes: str) -> etree._Element:
    element: etree._Element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
