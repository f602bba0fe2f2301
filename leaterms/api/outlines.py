"""What `leaterms.read` adds to a document: where it lies and which agenda items it has."""

from dataclasses import replace
from pathlib import Path

from leaterms.reading import Document, OutlineItem
from leaterms.structure import read_record

__all__ = ["with_outline"]


def with_outline(document: Document, path: Path) -> Document:
    """`document`, read from `path`, with its path and outline; numbered as in a scan."""
    outline = tuple(
        OutlineItem(
            item.index,
            item.number,
            item.title,
            item.text,
            item.title_sources,
            item.text_sources,
        )
        for item in read_record(document, name=path.name).items
    )
    return replace(document, path=path.absolute(), outline=outline)
