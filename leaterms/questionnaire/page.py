"""The dossier as one HTML page in Dutch: nothing loaded from elsewhere, all of it escaped.

The page follows WCAG 2.2 AA, as Dutch public bodies must (Besluit digitale toegankelijkheid
overheid): headings in order, tables with header cells and captions, no meaning by colour
alone, contrast of 4.5 or more, everything reachable by keyboard, and it prints.
"""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from leaterms.archive import HTML_MARK
from leaterms.questionnaire.dossier import Dossier
from leaterms.questionnaire.draft import Verdict
from leaterms.questionnaire.wording import say_more
from leaterms.writing import write_whole

__all__ = ["render_page", "write_page"]

_CLASSES = {
    Verdict.YES: "ja",
    Verdict.PARTLY: "deels",
    Verdict.TO_JUDGE: "judge",
    Verdict.NOTHING: "nothing",
    Verdict.NOT_NEEDED: "none",
}


def write_page(dossier: Dossier, path: Path) -> None:
    """Write the page to `path` (UTF-8), over what was there.

    Raises:
        OutputError: the file cannot be written.
    """
    page = render_page(dossier)

    def write(file: Path) -> None:
        # half a character of a broken name is no UTF-8
        file.write_text(page, encoding="utf-8", errors="replace", newline="\n")

    write_whole("Het dossier", path, write)


def render_page(dossier: Dossier) -> str:
    """The page as text; the same dossier gives the same text."""
    environment = Environment(
        loader=PackageLoader("leaterms.questionnaire", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html.j2").render(
        mark=Markup(HTML_MARK),  # noqa: S704 - our own constant
        dossier=dossier,
        classes=_CLASSES,
        say_more=say_more,
    )
