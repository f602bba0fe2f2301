"""The letters of a title in Word's XML, and cutting runs between them.

A title may be spread over many runs, hyperlinks, content controls and tracked insertions.
Letters are read as `leaterms.reading` reads them (tracked changes accepted, hidden text and
field codes left out), and then found by their title.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from leaterms.reading import clean

__all__ = ["Letter", "cut_after", "cut_before", "find_title", "read_letters", "run_properties"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr")
)
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One character that a reader sees.

    `mark` is the element it stands in (a `w:t`, or one that stands for a character, as
    `w:tab`), `offset` its place in that element's text. `field` is the outermost run or
    element of a field or bound content control that computes it, None for typed text: what is
    written there is lost when Word refreshes it.
    """

    char: str
    mark: etree._Element
    offset: int
    field: etree._Element | None = None

    @property
    def run(self) -> etree._Element:
        """The run it stands in."""
        parent = self.mark.getparent()
        assert parent is not None
        return parent


def read_letters(paragraph: etree._Element, w: str) -> list[Letter]:
    """The letters of a paragraph, and of those that follow while its mark is deleted."""
    reader = _Reader(w)
    current: etree._Element | None = paragraph
    while current is not None:
        reader.read(current, None)
        mark = current.find(f"{w}pPr/{w}rPr/{w}del")
        following = current.getnext()
        goes_on = mark is not None and following is not None and following.tag == f"{w}p"
        current = following if goes_on else None
    return reader.letters


class _Reader:
    """Collects letters; knows how deep it is in fields that are open."""

    def __init__(self, w: str) -> None:
        self.letters: list[Letter] = []
        self._w = w
        self._begins: list[etree._Element] = []  # the first runs of the open fields

    def read(self, parent: etree._Element, field: etree._Element | None) -> None:
        """Add the letters of all that stands in `parent`."""
        w = self._w
        for child in parent.iterchildren("{*}*"):
            tag = child.tag.removeprefix(w)
            if tag in _GONE:
                continue
            if tag == "r":
                self._read_run(child, field)
            elif child.tag == f"{_MC}AlternateContent":
                choice = child.find(f"{_MC}Choice")
                self.read(child if choice is None else choice, field)
            elif tag == "fldSimple" or child.find(f"{w}sdtPr/{w}dataBinding") is not None:
                self.read(child, child if field is None else field)
            elif child.find(f"{w}sdtPr/{w}showingPlcHdr") is None:
                self.read(child, field)

    def _read_run(self, run: etree._Element, field: etree._Element | None) -> None:
        w = self._w
        properties = run.find(f"{w}rPr")
        if properties is not None and (
            properties.find(f"{w}del") is not None or _is_on(properties.find(f"{w}vanish"), w)
        ):
            return
        for child in run.iterchildren("{*}*"):
            tag = child.tag.removeprefix(w)
            if tag == "fldChar":
                kind = child.get(f"{w}fldCharType")
                if kind == "begin":
                    self._begins.append(run)
                elif kind == "end" and self._begins:
                    self._begins.pop()
                continue
            made = field if field is not None else next(iter(self._begins), None)
            if tag == "t":
                for offset, char in enumerate(child.text or ""):
                    self.letters.append(Letter(char, child, offset, made))
            elif tag in {"tab", "ptab"}:
                self.letters.append(Letter("\t", child, 0, made))
            elif tag == "noBreakHyphen":
                self.letters.append(Letter("-", child, 0, made))


def _is_on(toggle: etree._Element | None, w: str) -> bool:
    return toggle is not None and toggle.get(f"{w}val", "1") not in _OFF


def find_title(letters: Sequence[Letter], title: str) -> list[range] | None:
    """For each character of `title` the letters it is made of (as indices); None if not there.

    Compared without white space and in decomposed form, so that no-break spaces, ligatures
    and soft hyphens do not matter. A space is made of the letters between its neighbours.
    """
    wanted = [(sign, place) for place, char in enumerate(title) for sign in _signs(char)]
    given = [(sign, place) for place, letter in enumerate(letters) for sign in _signs(letter.char)]
    text = "".join(sign for sign, _ in given)
    start = text.find("".join(sign for sign, _ in wanted))
    if start < 0 or not wanted:
        return None
    spans: list[range | None] = [None] * len(title)
    for (_, place), (_, letter) in zip(wanted, given[start : start + len(wanted)], strict=True):
        known = spans[place]
        spans[place] = range(letter if known is None else known.start, letter + 1)
    return list(_filled(spans))


def _signs(char: str) -> Iterator[str]:
    return (sign for sign in unicodedata.normalize("NFD", clean(char)) if not sign.isspace())


def _filled(spans: Sequence[range | None]) -> Iterator[range]:
    """The spans, with those of white space between their neighbours."""
    last = next(span for span in spans if span is not None).start
    for place, span in enumerate(spans):
        if span is not None:
            last = span.stop
            yield span
            continue
        following = next((later for later in spans[place:] if later is not None), None)
        yield range(last, last if following is None else following.start)
        last = last if following is None else following.start


def run_properties(run: etree._Element, w: str) -> etree._Element | None:
    """A copy of a run's look for text that is put beside it, without marks of changes."""
    found = run.find(f"{w}rPr")
    if found is None:
        return None
    copied = deepcopy(found)
    for tag in ("rPrChange", "ins", "del", "moveFrom", "moveTo"):
        for mark in copied.findall(f"{w}{tag}"):
            copied.remove(mark)
    return copied


def cut_before(letter: Letter, w: str) -> etree._Element:
    """Cut the run so that `letter` begins one, and give that run."""
    run = letter.run
    first = next((c for c in run.iterchildren("{*}*") if c.tag != f"{w}rPr"), None)
    if letter.offset == 0 and first is letter.mark:
        return run
    right = _empty_copy(run, w)
    run.addnext(right)
    if letter.offset:
        text = letter.mark.text or ""
        tail = deepcopy(letter.mark)
        _set_text(letter.mark, text[: letter.offset])
        _set_text(tail, text[letter.offset :])
        right.append(tail)
        moved = list(letter.mark.itersiblings())
    else:
        moved = [letter.mark, *letter.mark.itersiblings()]
    for element in moved:
        right.append(element)
    return right


def cut_after(letter: Letter, w: str) -> etree._Element:
    """Cut the run so that `letter` ends one, and give that run."""
    run = letter.run
    text = letter.mark.text or ""
    if letter.offset + 1 < len(text):
        cut_before(replace(letter, offset=letter.offset + 1), w)
    elif letter.mark.getnext() is not None:
        right = _empty_copy(run, w)
        for element in list(letter.mark.itersiblings()):
            right.append(element)
        run.addnext(right)
    return run


def _empty_copy(run: etree._Element, w: str) -> etree._Element:
    """A run with the same attributes and look, and nothing in it."""
    made = etree.Element(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
    properties = run.find(f"{w}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _set_text(mark: etree._Element, text: str) -> None:
    mark.text = text
    mark.set(_SPACE, "preserve")
