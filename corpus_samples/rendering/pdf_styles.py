"""House styles on paper: as different as those of eight municipalities."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["PDF_STYLES", "Case", "Headings", "Opening", "PdfStyle"]


class Headings(Enum):
    """How an agenda item's heading is set."""

    BOLD = "bold line"
    PLAIN = "a line like the others, with white space above"
    MARGIN = "number in the margin, title in the column"
    CENTRED = "in the middle of the column"
    RULED = "larger, coloured, with a rule below"
    TABLE = "a row of a ruled table over the whole document: Nr, Onderwerp, Bespreking"


class Case(Enum):
    """In which letters headings are printed."""

    AS_IS = "as written"
    CAPITALS = "capitals"
    SMALL_CAPITALS = "capitals, those of small letters in a smaller size"


class Opening(Enum):
    """How the lines before the first heading are set."""

    LINES = "left, the first one bold"
    CENTRED = "centred, on a page of its own size above the rest"
    LOGO = "below the municipality's name in very large letters"


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """What a house style does. `size` is in points.

    `font` is one of the faces every PDF reader has (Helvetica, Times, Courier), or Vera,
    which goes into the file. `running` prints a header on every page, `pages` the words
    'Pagina x van y'. `hyphenated` breaks words at line ends.
    """

    font: str
    size: float
    headings: Headings
    case: Case = Case.AS_IS
    opening: Opening = Opening.LINES
    columns: int = 1
    justified: bool = False
    hyphenated: bool = False
    running: bool = False
    pages: bool = True
    bullet: str = "\u2022"
    ruled: bool = True
    spaced_title: bool = False


PDF_STYLES: tuple[PdfStyle, ...] = (
    PdfStyle("Helvetica", 10, Headings.BOLD),
    PdfStyle(
        "Times", 11, Headings.BOLD, justified=True, hyphenated=True, running=True, bullet="-"
    ),
    PdfStyle(
        "Times",
        9.5,
        Headings.BOLD,
        case=Case.CAPITALS,
        columns=2,
        justified=True,
        hyphenated=True,
        running=True,
    ),
    PdfStyle("Helvetica", 9, Headings.TABLE, opening=Opening.LOGO),
    PdfStyle("Vera", 9, Headings.MARGIN, opening=Opening.CENTRED, running=True, bullet="\u2013"),
    PdfStyle("Courier", 10, Headings.PLAIN, pages=False, bullet="-", ruled=False),
    PdfStyle(
        "Times",
        11,
        Headings.CENTRED,
        case=Case.SMALL_CAPITALS,
        opening=Opening.CENTRED,
        justified=True,
        hyphenated=True,
        spaced_title=True,
        ruled=False,
    ),
    PdfStyle(
        "Helvetica",
        10,
        Headings.RULED,
        opening=Opening.LOGO,
        justified=True,
        running=True,
        bullet="\u00b7",
    ),
)
"""In the order of the style numbers in the annotated files; after the last comes the first."""
