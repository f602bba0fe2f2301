"""House styles in Word: as different as those of eight municipalities."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["DOCX_STYLES", "Body", "DocxStyle", "Headings", "Preamble"]


class Headings(Enum):
    """How an agenda item's heading is made."""

    AUTOMATIC = "heading style, number computed by Word"
    KOP = "heading style of a Dutch Word (id 'Kop1'), number typed"
    BOLD = "bold paragraph, number typed"
    UNDERLINED = "underlined paragraph, number typed"
    NUMBERED_LIST = "bold paragraph in a numbered list, number computed by Word"
    CUSTOM = "style of the house's own with an outline level, number typed after a tab"
    LAYOUT_TABLE = "a row of a table over the whole document: Nr, Onderwerp, Bespreking"
    RUN_IN = "bold words, a line break, and the text in the same paragraph"


class Preamble(Enum):
    """How the lines before the first heading are set."""

    PARAGRAPHS = "a paragraph each"
    BREAKS = "one paragraph with line breaks, but for the title"
    TABLE = "'Datum: 3 mei' as the two cells of a borderless table"


class Body(Enum):
    """How the paragraphs of an item are set."""

    PARAGRAPHS = "a paragraph each"
    BREAKS = "one paragraph with line breaks"


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """What a house style does. `size` is in points.

    `bullet` is '' for Word's own list bullets, else the sign that is typed. `running`
    prints the meeting's name in the header and 'Pagina x van y' in the footer.
    """

    font: str
    size: float
    headings: Headings
    preamble: Preamble = Preamble.PARAGRAPHS
    body: Body = Body.PARAGRAPHS
    bullet: str = ""
    running: bool = False
    capitals: bool = False
    ruled: bool = True
    justified: bool = False


DOCX_STYLES: tuple[DocxStyle, ...] = (
    DocxStyle("Calibri", 11, Headings.AUTOMATIC, running=True),
    DocxStyle("Arial", 10, Headings.KOP, preamble=Preamble.TABLE, bullet="-"),
    DocxStyle(
        "Verdana", 9, Headings.BOLD, preamble=Preamble.BREAKS, body=Body.BREAKS, bullet="\u2022"
    ),
    DocxStyle("Arial", 9.5, Headings.LAYOUT_TABLE, running=True),
    DocxStyle("Times New Roman", 12, Headings.UNDERLINED, bullet="\u2013", justified=True),
    DocxStyle(
        "Georgia",
        10.5,
        Headings.CUSTOM,
        preamble=Preamble.TABLE,
        running=True,
        capitals=True,
        ruled=False,
    ),
    DocxStyle("Segoe UI", 10, Headings.NUMBERED_LIST, preamble=Preamble.BREAKS, ruled=False),
    DocxStyle("Garamond", 12, Headings.RUN_IN, body=Body.BREAKS, bullet="*", running=True),
)
"""In the order of the style numbers in the annotated files; after the last comes the first."""
