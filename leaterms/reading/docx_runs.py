"""What stands in one Word paragraph: its text in lines, with notes and boxes that hang on it.

Tracked changes are read as accepted, hidden text is left out, fields give their result.
"""

from dataclasses import dataclass, field

from lxml import etree

from leaterms.reading.docx_package import W, qn
from leaterms.reading.docx_styles import Look, Styles, look_of

__all__ = ["Inline", "Piece", "read_inline"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    W + tag
    for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr")
)
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F0E0": "→"}  # Wingdings people use


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's text with its look."""

    text: str
    bold: bool
    size: float


@dataclass
class Inline:
    """The content of a paragraph; `lines` are separated by manual breaks."""

    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    notes: list[tuple[str, str]] = field(default_factory=list)  # 'footnotes'/'endnotes', id
    boxes: list[etree._Element] = field(default_factory=list)  # w:txbxContent
    pictures: int = 0


def read_inline(paragraph: etree._Element, base: Look, styles: Styles, into: Inline) -> None:
    """Add what `paragraph` shows to `into`; `base` is the look of its text."""
    for child in paragraph.iterchildren("{*}*"):
        if child.tag in _GONE:
            continue
        if child.tag == f"{W}r":
            _read_run(child, base, styles, into)
        elif child.tag == f"{_MC}AlternateContent":
            read_inline(_chosen(child), base, styles, into)
        elif child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            continue  # 'Klik om tekst in te voeren': the form's own words, nobody's
        else:  # hyperlink, ins, moveTo, smartTag, fldSimple, sdt and its content, ...
            read_inline(child, base, styles, into)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The branch to read: the first choice, else the fallback; never both."""
    choice = alternatives.find(f"{_MC}Choice")
    fallback = alternatives.find(f"{_MC}Fallback")
    return next((e for e in (choice, fallback) if e is not None), alternatives)


def _read_run(run: etree._Element, base: Look, styles: Styles, into: Inline) -> None:
    properties = run.find(f"{W}rPr")
    look = base
    if properties is not None:
        style = properties.find(f"{W}rStyle")
        named = styles.run_look(None if style is None else style.get(qn("w:val")))
        look = look_of(None, properties).over(named).over(base)
        if properties.find(f"{W}del") is not None:
            return
    hidden = bool(look.hidden)
    for child in run.iterchildren("{*}*"):
        _read_run_child(child, look, into, hidden=hidden)


def _read_run_child(child: etree._Element, look: Look, into: Inline, *, hidden: bool) -> None:
    tag = child.tag.removeprefix(W)
    text = ""
    if tag == "t":
        text = child.text or ""
    elif tag in {"tab", "ptab"}:
        text = "\t"
    elif tag == "noBreakHyphen":
        text = "-"
    elif tag == "sym":
        text = _SYMBOLS.get(child.get(qn("w:char"), "").upper(), "")
    elif tag in {"br", "cr"} and not hidden:
        into.lines.append([])
    elif tag in {"footnoteReference", "endnoteReference"} and not hidden:
        kind = "footnotes" if tag == "footnoteReference" else "endnotes"
        into.notes.append((kind, child.get(qn("w:id"), "")))
    elif tag in {"drawing", "pict", "object"} or child.tag == f"{_MC}AlternateContent":
        shape = _chosen(child) if child.tag == f"{_MC}AlternateContent" else child
        into.boxes.extend(_outer_boxes(shape))
        into.pictures += 1
    if text and not hidden:
        into.lines[-1].append(Piece(text, bool(look.bold), look.size or 0.0))


def _outer_boxes(shape: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, without those inside another and without fallbacks."""
    found: list[etree._Element] = []
    stack = [shape]
    while stack:
        element = stack.pop()
        if element.tag == f"{W}txbxContent":
            found.append(element)
        elif element.tag == f"{_MC}AlternateContent":
            stack.append(_chosen(element))
        else:
            stack.extend(element.iterchildren("{*}*", reversed=True))
    return found
