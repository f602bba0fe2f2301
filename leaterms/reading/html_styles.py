"""How a web page says that text is bold, large or hidden: attributes and simple style sheets.

No cascade: rules for an element, a class or an id count, in that order; what an element says
itself comes last. Rules within '@media' and the like are left out. That is what word processors
and minute-taking systems write; it is not what a browser does with a site.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

__all__ = ["PageStyles", "TextLook"]

_AT_RULE = re.compile(r"@[\w-]{1,40}[^{};@]{0,200}(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*|\*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"([\d.]{1,9})\s*(pt|px|em|rem|%|cm|mm|in)")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "rem": 12.0}
_HEADING_SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_BOLD = frozenset({"b", "strong", "th", *_HEADING_SIZES})
_SILENT = frozenset({"display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"})


@dataclass(frozen=True, slots=True)
class TextLook:
    """What holds for the text of an element; `size` is in points."""

    bold: bool = False
    underline: bool = False
    size: float = 12.0
    hidden: bool = False
    list_type: str = ""  # of numbers: 'lower-alpha'


@dataclass
class PageStyles:
    """The style sheets of one page."""

    root: etree._Element
    # element ('': any) and class or id ('': any) -> rank, place in the sheets, what is said
    _rules: dict[tuple[str, str], list[tuple[int, int, dict[str, str]]]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        order = 0
        for sheet in self.root.iter("style"):
            text = _AT_RULE.sub(" ", _without_comments(sheet.text or ""))
            for part in text.split("}"):
                selectors, _, body = part.partition("{")
                said = _declarations(body)
                for rank, tag, name in _selectors(selectors) if said else ():
                    order += 1
                    self._rules.setdefault((tag, name), []).append((rank, order, said))

    def look(self, element: etree._Element, base: TextLook) -> TextLook:
        """The look of the text in `element`, which stands in text of look `base`."""
        tag = str(element.tag)
        look = base
        if tag in _BOLD:
            look = replace(look, bold=True)
        if tag in {"u", "a"}:
            look = replace(look, underline=tag == "u")
        if tag in _HEADING_SIZES:
            look = replace(look, size=_HEADING_SIZES[tag])
        elif tag == "font":
            look = replace(look, size=_FONT_SIZES.get(element.get("size", ""), look.size))
        said = dict[str, str]()
        for rule in self._matching(element):
            said.update(rule)
        said.update(_declarations(element.get("style", "")))
        if "hidden" in element.attrib:
            look = replace(look, hidden=True)
        return _apply(said, look, base) if said else look

    def _matching(self, element: etree._Element) -> Iterator[dict[str, str]]:
        """What rules say of an element, those that count most last."""
        if not self._rules:
            return
        names = ["", *(f".{name}" for name in element.get("class", "").split())]
        names.append(f"#{element.get('id', '')}")
        found = [
            rule
            for name in dict.fromkeys(names)
            for tag in ("", str(element.tag))
            for rule in self._rules.get((tag, name), ())
        ]
        for _, _, said in sorted(found, key=lambda rule: rule[:2]):
            yield said


def _without_comments(text: str) -> str:
    """A style sheet without its comments, and without those that hide it from old browsers."""
    kept: list[str] = []
    rest = text.replace("<!--", " ").replace("-->", " ")
    while True:
        before, mark, after = rest.partition("/*")
        kept.append(before)
        _, end, rest = after.partition("*/")
        if not (mark and end):
            return " ".join(kept)


def _selectors(text: str) -> Iterator[tuple[int, str, str]]:
    """Each simple selector of a rule: how specific, the element, the class or id."""
    for selector in text.split(","):
        match = _SELECTOR.fullmatch(selector.strip())
        if match and selector.strip():
            tag = (match[1] or "").lower().replace("*", "")
            rank = {"": 0, ".": 2, "#": 4}[match[2] or ""] + bool(tag)
            yield rank, tag, f"{match[2] or ''}{match[3] or ''}"


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _, value in pairs
        if value.strip()
    }


def _apply(said: dict[str, str], look: TextLook, base: TextLook) -> TextLook:
    weight = said.get("font-weight", "")
    if weight:
        bold = weight in {"bold", "bolder"} or (weight.isdigit() and int(weight[:4]) >= 600)
        look = replace(look, bold=bold or (weight == "inherit" and look.bold))
    lines = f"{said.get('text-decoration', '')} {said.get('text-decoration-line', '')}".split()
    if lines:
        look = replace(look, underline="underline" in lines)
    length = _LENGTH.match(said.get("font-size", ""))
    if length and length[1].count(".") < 2 and length[1] != ".":
        unit = {"em": base.size, "%": base.size / 100}.get(length[2]) or _POINTS[length[2]]
        look = replace(look, size=round(min(float(length[1]) * unit, 1000.0), 1))
    if _is_silent(said.items()):
        look = replace(look, hidden=True)
    elif said.get("visibility") == "visible":
        look = replace(look, hidden=False)
    return replace(look, list_type=said.get("list-style-type", look.list_type))


def _is_silent(said: Iterable[tuple[str, str]]) -> bool:
    return any(f"{name}:{value}" in _SILENT for name, value in said)
