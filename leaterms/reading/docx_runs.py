"""What stands in one Word paragraph: its text in lines, with notes and boxes that hang on it.

Tracked changes are read under one view, hidden text is left out, fields give their result.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from leaterms.reading.docx_changes import Changes
from leaterms.reading.docx_package import W, qn
from leaterms.reading.docx_styles import Look, Styles, look_of
from leaterms.reading.pieces import Piece

__all__ = ["MC", "Inline", "RunReader", "chosen", "is_placeholder"]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
"""The namespace of alternatives for older and newer programs."""

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SILENT = frozenset(W + tag for tag in ("pPr", "rPr", "instrText", "delInstrText", "sdtPr"))
# characters of the fonts Symbol and Wingdings that people use, by their place in the font
_SYMBOLS = {
    "F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F0FD": "☒", "F0FB": "✗",
    "F0E0": "→", "F0E8": "→", "F0AE": "→", "F0B7": "•", "F0A7": "▪", "F02D": "–",
    "F0B0": "°", "F0A3": "≤", "F0B3": "≥", "F0B4": "×", "F0A0": "€",
}  # fmt: skip


@dataclass
class Inline:
    """The content of a paragraph; `lines` are separated by manual breaks.

    `fields` has for each field that is open whether its instruction is still going on; one
    that is not closed within its paragraph takes nothing of the next with it.
    """

    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    notes: list[tuple[str, str]] = field(default_factory=list)  # 'footnotes'/'endnotes', id
    boxes: list[etree._Element] = field(default_factory=list)  # w:txbxContent
    pictures: int = 0
    fields: list[bool] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether anything is printed."""
        return any(piece.text.strip() for line in self.lines for piece in line)


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads the runs of paragraphs of one document."""

    styles: Styles
    changes: Changes = field(default_factory=Changes)

    def read(self, paragraph: etree._Element, base: Look, into: Inline) -> None:
        """Add what `paragraph` shows to `into`; `base` is the look of its text."""
        for child in paragraph.iterchildren("{*}*"):
            if child.tag in _SILENT or child.tag in self.changes.gone:
                continue
            if child.tag == f"{W}r":
                self._read_run(child, base, into)
            elif child.tag == f"{MC}AlternateContent":
                self.read(chosen(child), base, into)
            elif child.tag == _MATH_TEXT:
                into.lines[-1].append(Piece(child.text or "", size=base.size or 0.0))
            elif child.tag == f"{W}hyperlink":
                self.read(child, replace(base, is_link=True), into)
            elif not is_placeholder(child):
                # ins, moveTo, smartTag, fldSimple, sdt and its content, ...
                self.read(child, base, into)

    def _read_run(self, run: etree._Element, base: Look, into: Inline) -> None:
        if self.changes.is_gone(run.find(f"{W}rPr")):
            return
        look = self.look(self.changes.properties(run, "rPr"), base)
        for child in run.iterchildren("{*}*"):
            if child.tag == f"{W}fldChar":
                _turn_field(child, into)
                if not look.hidden and (chosen_entry := _chosen_entry(child)):
                    into.lines[-1].append(Piece(chosen_entry, size=look.size or 0.0))
            elif child.tag == f"{W}ruby":
                for base_text in child.iterchildren(f"{W}rubyBase"):
                    self.read(base_text, look, into)
            elif not (look.hidden or any(into.fields)):
                _read_run_child(child, look, into)

    def look(self, properties: etree._Element | None, base: Look) -> Look:
        """The look of a run, or of the mark of a paragraph, with its character style."""
        if properties is None:
            return base
        style = properties.find(f"{W}rStyle")
        named = self.styles.run_look(None if style is None else style.get(qn("w:val")))
        return look_of(None, properties).over(named).over(base)


def chosen(alternatives: etree._Element) -> etree._Element:
    """The branch to read: the first choice, else the fallback; never both."""
    choice = alternatives.find(f"{MC}Choice")
    fallback = alternatives.find(f"{MC}Fallback")
    return next((e for e in (choice, fallback) if e is not None), alternatives)


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control holds 'Klik om tekst in te voeren': the form's own words."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _chosen_entry(mark: etree._Element) -> str:
    """What is chosen of the list of a form field, which has no result of its own; else ''."""
    choices = mark.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(qn("w:val"), "") for entry in choices.iterchildren(f"{W}listEntry")]
    for tag in ("result", "default"):
        stated = choices.find(f"{W}{tag}")
        number = "" if stated is None else stated.get(qn("w:val"), "")
        if number.isdecimal() and len(number) < 4 and int(number) < len(entries):
            return entries[int(number)]
    return entries[0] if entries else ""


def _turn_field(mark: etree._Element, into: Inline) -> None:
    """Follow a field from its instruction to its result to its end."""
    kind = mark.get(qn("w:fldCharType"))
    if kind == "begin":
        into.fields.append(True)
    elif into.fields and kind == "separate":
        into.fields[-1] = False
    elif into.fields and kind == "end":
        into.fields.pop()


def _read_run_child(child: etree._Element, look: Look, into: Inline) -> None:
    tag = child.tag.removeprefix(W)
    text = ""
    if tag in {"t", "delText"}:  # deleted text is met only where the view shows it
        text = child.text or ""
    elif tag in {"tab", "ptab"}:
        text = "\t"
    elif tag == "noBreakHyphen":
        text = "-"
    elif tag == "sym":
        text = _symbol(child.get(qn("w:char"), ""))
    elif tag in {"br", "cr"}:
        into.lines.append([])
    elif tag in {"footnoteReference", "endnoteReference"}:
        kind = "footnotes" if tag == "footnoteReference" else "endnotes"
        into.notes.append((kind, child.get(qn("w:id"), "")))
    elif tag in {"drawing", "pict", "object"} or child.tag == f"{MC}AlternateContent":
        shape = chosen(child) if child.tag == f"{MC}AlternateContent" else child
        into.boxes.extend(_outer_boxes(shape))
        into.pictures += 1
    if text:
        into.lines[-1].append(
            Piece(
                text, bool(look.bold), look.size or 0.0, bool(look.underline and not look.is_link)
            )
        )


def _symbol(code: str) -> str:
    """The character at a place in a font of signs; '' for one that is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    return chr(place) if 0x20 <= place < 0xD800 else _SYMBOLS.get(f"{place:04X}", "")


def _outer_boxes(shape: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, without those inside another and without fallbacks."""
    found: list[etree._Element] = []
    stack = [shape]
    while stack:
        element = stack.pop()
        if element.tag == f"{W}txbxContent":
            found.append(element)
        elif element.tag == f"{MC}AlternateContent":
            stack.append(chosen(element))
        else:
            stack.extend(element.iterchildren("{*}*", reversed=True))
    return found
