"""Word's styles: what a paragraph and its runs look like, through all that they inherit."""

import re
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from lxml import etree

from leaterms.reading.docx_package import W, qn

__all__ = ["Look", "Styles", "look_of", "named_level"]

# the name of a heading style in English (which Word writes in the file), Dutch and German;
# renamed copies ('Kop 1 LEA') keep the beginning
_HEADING = re.compile(r"(?:heading|kop|überschrift|berschrift)\s*([1-9])(?!\d)", re.IGNORECASE)
_BODY_LEVEL = 9  # outline level 10 in Word's window: body text


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a style, paragraph or run; None where it says nothing.

    Lengths are in points. `outline` counts from 0, 9 is body text.
    """

    bold: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    left: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    is_link: bool | None = None

    def over(self, base: "Look") -> "Look":
        """This look, with what it leaves open taken from `base`."""
        said = {
            f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None
        }
        return replace(base, **said)


@dataclass(frozen=True)
class Styles:
    """The styles of one document; `root` is word/styles.xml."""

    root: etree._Element | None
    _looks: dict[str, Look] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        if self.root is None:
            return {}
        return {s.get(qn("w:styleId"), ""): s for s in self.root.iter(qn("w:style"))}

    @cached_property
    def _default(self) -> str:
        for identity, style in self._by_id.items():
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in _ON:
                return identity
        return ""

    @cached_property
    def _base(self) -> Look:
        """What holds where no style says anything (docDefaults)."""
        if self.root is None:
            return Look()
        run = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        paragraph = self.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        return look_of(paragraph, run)

    def name(self, style_id: str | None) -> str:
        """The name of a style as Word's file has it ('heading 1'); '' if unknown."""
        style = self._by_id.get(style_id or self._default)
        named = None if style is None else style.find(f"{W}name")
        return (style_id or "") if named is None else named.get(qn("w:val"), "")

    def look(self, style_id: str | None) -> Look:
        """The look of a paragraph style; of the default one for None or an unknown id."""
        known = style_id if style_id in self._by_id else self._default
        return self._inherited(known).over(self._base)

    def run_look(self, style_id: str | None) -> Look:
        """What a character style says, and no more."""
        return self._inherited(style_id) if style_id in self._by_id else Look()

    def heading_level(self, style_id: str | None, look: Look) -> int:
        """The level of a heading from 1, by outline level or name of style; 0 if none.

        `look` is that of the paragraph, so that a level set on it directly counts.
        """
        if look.outline is not None:
            return look.outline + 1 if look.outline < _BODY_LEVEL else 0
        for identity in self.chain(style_id) or (style_id or "",):
            level = named_level(self.name(identity)) or named_level(identity)
            if level:
                return level
        return 0

    def _inherited(self, style_id: str | None) -> Look:
        if not style_id:
            return Look()
        if style_id not in self._looks:
            look = Look()
            for identity in reversed(self.chain(style_id)):
                style = self._by_id[identity]
                look = look_of(style.find(f"{W}pPr"), style.find(f"{W}rPr")).over(look)
            self._looks[style_id] = look
        return self._looks[style_id]

    def chain(self, style_id: str | None) -> tuple[str, ...]:
        """The style (None: the default one) and those it is based on; a circle is cut."""
        chain: list[str] = []
        current: str | None = style_id or self._default
        while current in self._by_id and current not in chain:
            chain.append(current)
            based = self._by_id[current].find(f"{W}basedOn")
            current = None if based is None else based.get(qn("w:val"))
        return tuple(chain)


def named_level(style: str) -> int:
    """The level of a heading that the name of a style tells, from 1; 0 if it tells none.

    In: 'heading 2', 'Kop 2 LEA'. Out: 'Koppeling', 'Heading'.
    """
    match = _HEADING.match(style)
    return int(match[1]) if match else 0


_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off"})


def look_of(paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    """The look that a `w:pPr` and a `w:rPr` state themselves."""
    look = Look()
    if run is not None:
        half_points = _number(run.find(f"{W}sz"), "w:val")
        look = replace(
            look,
            bold=_toggle(run.find(f"{W}b")),
            underline=_underline(run.find(f"{W}u")),
            hidden=_toggle(run.find(f"{W}vanish")),
            size=None if half_points is None else half_points / 2,
        )
    if paragraph is None:
        return look
    numbering = paragraph.find(f"{W}numPr")
    number_id = None if numbering is None else numbering.find(f"{W}numId")
    level = None if numbering is None else _number(numbering.find(f"{W}ilvl"), "w:val")
    outline = _number(paragraph.find(f"{W}outlineLvl"), "w:val")
    indent, spacing = paragraph.find(f"{W}ind"), paragraph.find(f"{W}spacing")
    left = _number(indent, "w:left")
    hanging = _number(indent, "w:hanging")
    first = -hanging if hanging is not None else _number(indent, "w:firstLine")
    return replace(
        look,
        number_id=None if number_id is None else number_id.get(qn("w:val")),
        number_level=None if level is None else int(level),
        outline=None if outline is None else int(outline),
        left=_points(left if left is not None else _number(indent, "w:start")),
        first=_points(first),
        before=_points(_number(spacing, "w:before")),
        after=_points(_number(spacing, "w:after")),
    )


def _toggle(element: etree._Element | None) -> bool | None:
    return None if element is None else element.get(qn("w:val"), "1") not in _OFF


def _underline(element: etree._Element | None) -> bool | None:
    value = None if element is None else element.get(qn("w:val"))
    return None if value is None else value != "none"


def _number(element: etree._Element | None, attribute: str) -> float | None:
    """A number in an attribute; None if it is not there or no number."""
    if element is None:
        return None
    try:
        value = float(element.get(qn(attribute), ""))
    except ValueError:
        return None
    return value if abs(value) < 1e6 else None  # no length or level; also NaN and infinity


def _points(twips: float | None) -> float | None:
    return None if twips is None else twips / 20
