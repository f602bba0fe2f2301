"""A document in a notebook: what it is, and its agenda items with their pages."""

from collections.abc import Iterable
from html import escape

from leaterms.reading.document import Document, OutlineItem, Source

__all__ = ["outline_html"]

_MOST_BLOCKS = 12  # shown where no agenda items are known
_LONGEST = 100  # characters of a block


def outline_html(document: Document) -> str:
    """`document` as HTML without scripts, styles or colours; what it quotes is escaped."""
    name = document.path.name if document.path else document.format
    facts = [f"{len(document.blocks)} {'alinea' if len(document.blocks) == 1 else 'alinea&#39;s'}"]
    if document.pages is not None:
        facts.insert(0, f"{document.pages} {_noun(document.pages)}")
    parts = [f"<p><strong>{_shown(name)}</strong> ({', '.join(facts)})</p>"]
    if document.note:
        parts.append(f"<p><em>Let op:</em> {_shown(document.note)}.</p>")
    if document.outline:
        where = "alinea" if document.pages is None else "pagina"
        rows = "".join(_row(item) for item in document.outline if item.index >= 0)
        head = f"<tr><th scope='col'>nr.</th><th scope='col'>onderwerp</th><th>{where}</th></tr>"
        parts.append(
            f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
            if rows
            else "<p>Geen agendapunten gevonden.</p>"
        )
    else:
        shown = [_short(block.text) for block in document.blocks[:_MOST_BLOCKS]]
        parts.append("".join(f"<p>{_shown(text)}</p>" for text in shown))
        if len(document.blocks) > _MOST_BLOCKS:
            parts.append(f"<p>(en nog {len(document.blocks) - _MOST_BLOCKS})</p>")
    return f"<div>{''.join(parts)}</div>"


def _row(item: OutlineItem) -> str:
    where = _range((*item.title_sources, *item.text_sources))
    return f"<tr><td>{_shown(item.number)}</td><td>{_shown(item.title)}</td><td>{where}</td></tr>"


def _range(sources: Iterable[Source]) -> str:
    """The pages or paragraphs of an item: '2' or '2-3'."""
    numbers = [
        number
        for s in sources
        if (number := s.paragraph if s.page is None else s.page) is not None
    ]
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}-{last}"


def _noun(count: int) -> str:
    return "pagina" if count == 1 else "pagina&#39;s"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\u2026"


def _shown(text: str) -> str:
    """Escaped; bytes of a file's name that are no text are written as such."""
    plain = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return escape(plain)
