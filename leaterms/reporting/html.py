"""The report as one HTML page in Dutch: nothing loaded from elsewhere, readable by all.

The page follows WCAG 2.2 AA, as Dutch public bodies must (Besluit digitale toegankelijkheid
overheid): headings in order, tables with header cells and captions, no meaning by colour
alone, contrast of 4.5 or more, everything reachable by keyboard, and it prints.
"""

import re
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup, escape

from leaterms.archive import HTML_MARK
from leaterms.assessment import Evidence, Risk
from leaterms.relabelling import Suggestion
from leaterms.reporting import labels
from leaterms.reporting.content import Content
from leaterms.reporting.environment import make_environment
from leaterms.writing import write_whole

__all__ = ["render_html", "write_html"]

_WRITTEN_BYTE = re.compile("%5Cx([0-9a-f]{2})")


def write_html(content: Content, path: Path, *, archive: str = "") -> None:
    """Write the page to `path` (UTF-8), over what was there.

    Args:
        content: what to show.
        path: the file to write.
        archive: where the archive lies, seen from the page, as a relative URL that ends in
            '/'; '' where there is no one place: then files are named and not linked.

    Raises:
        OutputError: the file cannot be written.
    """
    page = render_html(content, archive=archive)

    def write(file: Path) -> None:
        file.write_text(page, encoding="utf-8", newline="\n")

    write_whole("Het rapport", path, write)


def render_html(content: Content, *, archive: str = "") -> str:
    """The page as text; the same content gives the same text."""
    environment = make_environment()
    environment.filters["passage"] = _passage
    environment.filters["path"] = _breakable
    environment.filters["certainty"] = _certainty
    return environment.get_template("report.html.j2").render(
        mark=Markup(HTML_MARK),  # noqa: S704 - our own constant
        content=content,
        cells={(c.municipality, c.year, c.theme): c for c in content.cells},
        assessments={(a.municipality, a.year, a.theme): a for a in content.assessments},
        told={(a.municipality, a.year, a.theme) for a in content.told},
        passages={(p.municipality, p.year, p.theme.id): p for p in content.passages},
        plans={plan.municipality: (plan, agenda) for plan, agenda in content.plans},
        groups=_groups(content),
        proposals=_proposals(content),
        themes={theme.id: theme for theme in content.themes},
        labels=labels,
        risks=(Risk.HIGH, Risk.MEDIUM, Risk.LOW, Risk.NONE, Risk.UNKNOWN),
        link=lambda file, page=None: _link(archive, file, page),
        where=_where,
    )


def _groups(content: Content) -> dict[str, list[str]]:
    """The theme ids by the article that names them, in the order of the law."""
    groups: dict[str, list[str]] = {}
    for theme in content.themes:
        groups.setdefault(theme.group, []).append(theme.id)
    return groups


def _proposals(content: Content) -> list[list[Suggestion]]:
    """The suggestions; those that say the same of the same title are one.

    The draft and the adopted minutes of a meeting, and a copy, would else repeat one another.
    """
    found: dict[tuple[str, str, bool], list[Suggestion]] = {}
    for row in content.suggestions:
        found.setdefault((row.title, row.suggestion, row.renames), []).append(row)
    return list(found.values())


def _passage(evidence: Evidence) -> Markup:
    """The sentence with the mention marked; everything in it is escaped."""
    mention = evidence.mention
    text = evidence.item.title if mention.in_heading else evidence.item.text
    # the sentence that holds the mention, not an equal one elsewhere in the item
    start = text.rfind(mention.sentence, 0, mention.start + len(mention.sentence))
    if start < 0 or start > mention.start or start + len(mention.sentence) < mention.end:
        return Markup("<mark>{}</mark>").format(mention.quote)
    before = text[start : mention.start]
    after = text[mention.end : start + len(mention.sentence)]
    return escape(before) + Markup("<mark>{}</mark>").format(mention.quote) + escape(after)


def _breakable(path: str) -> Markup:
    """A path that may go on to a next line after each part of a name."""
    parts = re.split(r"(?<=[/_.\- ])", path)
    return Markup("<wbr>").join(parts)


def _certainty(confidence: float) -> str:
    """In whole percents; nothing that a machine finds is certain: 0.998 -> '99%'."""
    return f"{min(99, round(confidence * 100))}%"


def _link(archive: str, file: str, page: int | None) -> str:
    """The address of a file seen from the report, opened at `page`; '' where unknown."""
    if not archive:
        return ""
    at = f"#page={page}" if page else ""
    # what is no text in a name is '\xe9' in the tables (DESIGN section 3), a byte in an address
    return f"{archive}{_WRITTEN_BYTE.sub(_as_byte, quote(file))}{at}"


def _as_byte(written: re.Match[str]) -> str:
    return f"%{written[1].upper()}"


def _where(evidence: Evidence) -> str:
    """The place of a passage in words: 'p. 3, agendapunt 4 (Peuters)'."""
    parts = [] if evidence.page is None else [f"p. {evidence.page}"]
    item = evidence.item
    if item.index < 0:
        parts.append("vóór het eerste agendapunt")
    else:
        number = f"agendapunt {item.number}" if item.number else "agendapunt"
        title = f"kop van {number}" if evidence.mention.in_heading else number
        parts.append(title if evidence.mention.in_heading else f"{title} ({item.title})")
    return ", ".join(parts)
