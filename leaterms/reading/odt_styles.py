"""Styles of OpenDocument text: what paragraphs, runs and lists look like, through inheritance."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from leaterms.reading.docx_styles import Look, named_level
from leaterms.reading.number_formats import write_number

__all__ = ["FO", "LOEXT", "NS", "STYLE", "TABLE", "TEXT", "ListLevel", "OdtStyles"]

NS = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE = f"{{{NS}style:1.0}}"
TEXT = f"{{{NS}text:1.0}}"
TABLE = f"{{{NS}table:1.0}}"
FO = f"{{{NS}xsl-fo-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

_LENGTH = re.compile(r"(-?[\d.]{1,9})(pt|cm|mm|in|pc|px|%)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")  # 'Heading_20_1'
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered; `shape` '' prints nothing."""

    is_bullet: bool = False
    shape: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1  # levels in the number
    start: int = 1
    template: str = ""  # '%1%.%2%.', in newer files, instead of the above

    def write(self, levels: dict[int, "ListLevel"], counts: list[int], at: int) -> str:
        """The number of an item at level `at` (from 0), of which `counts` has each level's."""

        def one(index: int) -> str:
            if not 0 <= index < len(counts):
                return ""
            shape = levels.get(index, self).shape
            return write_number(counts[index], shape) if shape else ""

        if not self.shape:
            return ""
        if self.template:
            text = _PLACE.sub(lambda match: one(int(match[1]) - 1), self.template)
        else:
            first = max(0, at - self.shown + 1)
            text = ".".join(filter(None, (one(index) for index in range(first, at + 1))))
            text = f"{self.prefix}{text}{self.suffix}"
        return " ".join(text.split())


@dataclass
class OdtStyles:
    """The styles of one document; `roots` are the elements that hold them, in order."""

    roots: tuple[etree._Element, ...]
    _styles: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    _defaults: dict[str, Look] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    outline: dict[int, ListLevel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for root in self.roots:
            for style in root:
                name, family = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}family", "")
                if style.tag == f"{STYLE}style":
                    self._styles[family, name] = style
                elif style.tag == f"{STYLE}default-style":
                    self._defaults[family] = _own(style, Look())
                elif style.tag == f"{TEXT}list-style":
                    self.lists[name] = _levels(style)
                elif style.tag == f"{TEXT}outline-style":
                    self.outline = _levels(style)

    def paragraph_look(self, name: str) -> Look:
        """The look of a paragraph style, with the defaults of the document."""
        return self._inherited("paragraph", name).over(self._defaults.get("paragraph", Look()))

    def text_look(self, name: str, base: Look) -> Look:
        """The look of a run of a style within text of look `base`."""
        said = self._inherited("text", name, base.size)
        return said.over(base)

    def name(self, name: str) -> str:
        """The name of a paragraph style as people see it; of an automatic one, its parent's."""
        for style in self._chain("paragraph", name):
            shown = style.get(f"{STYLE}display-name") or _unescape(style.get(f"{STYLE}name", ""))
            if style.get(f"{STYLE}parent-style-name") is None or not re.match(r"P\d+$", shown):
                return shown
        return ""

    def heading_level(self, name: str) -> int:
        """The level of a heading that a paragraph style tells, from 1; 0 if none."""
        for style in self._chain("paragraph", name):
            stated = style.get(f"{STYLE}default-outline-level")
            if stated is not None:
                return int(stated) if re.fullmatch(r"[1-9]|10", stated) else 0
            shown = style.get(f"{STYLE}display-name") or _unescape(style.get(f"{STYLE}name", ""))
            if level := named_level(shown):
                return level
        return 0

    def list_of(self, name: str) -> str | None:
        """The list style that a paragraph style names; '' says none, None says nothing."""
        for style in self._chain("paragraph", name):
            stated = style.get(f"{STYLE}list-style-name")
            if stated is not None:
                return stated
        return None

    def is_hidden_section(self, name: str) -> bool:
        """Whether a section of a style is not shown."""
        return bool(self._inherited("section", name).hidden)

    def _inherited(self, family: str, name: str, size: float | None = None) -> Look:
        key = family, name
        if key in self._looks and family != "text":
            return self._looks[key]
        look = Look(size=size) if family == "text" else Look()
        for style in reversed(self._chain(family, name)):
            look = _own(style, look).over(look)
        self._looks[key] = look
        return look

    def _chain(self, family: str, name: str) -> tuple[etree._Element, ...]:
        """The style and those it inherits from; a circle is cut."""
        chain: list[etree._Element] = []
        style = self._styles.get((family, name))
        while style is not None and style not in chain:
            chain.append(style)
            style = self._styles.get((family, style.get(f"{STYLE}parent-style-name", "")))
        return tuple(chain)


def _own(style: etree._Element, base: Look) -> Look:
    """What a style itself says; a size in per cent is of that of `base`."""
    look = Look()
    for run in style.findall(f"{STYLE}text-properties"):
        weight = run.get(f"{FO}font-weight", "")
        display = run.get(f"{TEXT}display", "")
        line = run.get(f"{STYLE}text-underline-style", "")
        look = replace(
            look,
            bold=(weight == "bold" or weight in {"600", "700", "800", "900"}) if weight else None,
            size=_length(run.get(f"{FO}font-size"), base.size or 12.0),
            underline=line != "none" if line else None,
            hidden={"none": True, "true": False}.get(display),
        )
    for paragraph in style.findall(f"{STYLE}paragraph-properties"):
        look = replace(
            look,
            left=_length(paragraph.get(f"{FO}margin-left")),
            first=_length(paragraph.get(f"{FO}text-indent")),
            before=_length(paragraph.get(f"{FO}margin-top")),
            after=_length(paragraph.get(f"{FO}margin-bottom")),
        )
    for section in style.findall(f"{STYLE}section-properties"):
        look = replace(look, hidden=section.get(f"{TEXT}display") == "none" or look.hidden)
    return look


def _levels(style: etree._Element) -> dict[int, ListLevel]:
    """The levels of a list style, from 0."""
    levels: dict[int, ListLevel] = {}
    for element in style:
        stated = element.get(f"{TEXT}level", "")
        if not re.fullmatch(r"[1-9]|10", stated):
            continue
        is_bullet = not element.tag.endswith(("level-style-number", "outline-level-style"))
        levels[int(stated) - 1] = ListLevel(
            is_bullet=is_bullet,
            shape="" if is_bullet else _FORMATS.get(element.get(f"{STYLE}num-format", ""), ""),
            prefix=element.get(f"{STYLE}num-prefix", ""),
            suffix=element.get(f"{STYLE}num-suffix", ""),
            shown=_count(element.get(f"{TEXT}display-levels"), 1),
            start=_count(element.get(f"{TEXT}start-value"), 1),
            template=_first(
                element.get(f"{space}num-list-format", "") for space in (STYLE, LOEXT)
            ),
        )
    return levels


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _count(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text, re.ASCII) else default


def _length(text: str | None, whole: float = 0.0) -> float | None:
    """A length in points; one in per cent is of `whole`."""
    match = _LENGTH.fullmatch(text or "")
    try:
        value = float(match[1]) if match else None
    except ValueError:
        return None
    if match is None or value is None or abs(value) > 1e5:
        return None
    return round(value * (whole / 100 if match[2] == "%" else _POINTS[match[2]]), 1)


def _unescape(name: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)
