"""The tables that show results as they are, one row for each file, item, mention, meeting."""

from collections.abc import Sequence

import pandas as pd

from leaterms import frames
from leaterms.archive import FileResult
from leaterms.assessment import find_meetings, mention_ids, resolve_municipalities
from leaterms.detection import Mention
from leaterms.reading import place_at
from leaterms.structure import Item

__all__ = [
    "tabulate_documents",
    "tabulate_items",
    "tabulate_meetings",
    "tabulate_mentions",
]


def tabulate_documents(results: Sequence[FileResult]) -> pd.DataFrame:
    """Every file, in the order of `results`; a file that was not read has '' and `<NA>`."""
    places = resolve_municipalities(results)
    rows: list[dict[str, object]] = []
    for result in results:
        record = result.record
        date = record.meeting_date if record else None
        rows.append(
            {
                "path": result.path,
                "sha256": result.sha256,
                "format": result.format,
                "pages": result.pages,
                "status": result.status,
                "error": result.error,
                "kind": record.kind if record else "",
                "meeting_date": date,
                "year": date.year if date else None,
                "level": record.level if record else "",
                "body": record.body if record else "",
                "municipality": places[result.path],
                "is_lea": record.is_lea if record else False,
                "partners": record.partners if record else "",
                "lea_reason": record.lea_reason if record else "",
            }
        )
    return frames.frame(frames.DOCUMENTS, rows)


def tabulate_items(results: Sequence[FileResult]) -> pd.DataFrame:
    """The items of every readable document, in reading order."""
    rows: list[dict[str, object]] = []
    for result in results:
        for item in result.record.items if result.record else ():
            sources = (*item.title_sources, *item.text_sources)
            pages = [source.page for source in sources if source.page is not None]
            rows.append(
                {
                    "path": result.path,
                    "item": item.index,
                    "number": item.number,
                    "title": item.title,
                    "page_first": min(pages, default=None),
                    "page_last": max(pages, default=None),
                    "text": item.text,
                }
            )
    return frames.frame(frames.ITEMS, rows)


def tabulate_mentions(results: Sequence[FileResult]) -> pd.DataFrame:
    """The mentions, in reading order within a document."""
    ids = mention_ids(results)
    rows: list[dict[str, object]] = []
    for result in results:
        items = {item.index: item for item in result.record.items} if result.record else {}
        found = sorted(enumerate(result.mentions), key=lambda pair: _reading_order(pair[1]))
        for index, mention in found:
            page, paragraph = _place(items[mention.item], mention)
            rows.append(
                {
                    "id": ids[result.path, index],
                    "path": result.path,
                    "page": page,
                    "paragraph": paragraph,
                    **{name: getattr(mention, name) for name in _OF_MENTION},
                }
            )
    return frames.frame(frames.MENTIONS, rows)


_OF_MENTION = tuple(
    name for name in frames.MENTIONS if name not in {"id", "path", "page", "paragraph"}
)


def _reading_order(mention: Mention) -> tuple[int, bool, int, int, str]:
    """An item's heading stands before its text."""
    return mention.item, not mention.in_heading, mention.start, mention.end, mention.theme


def _place(item: Item, mention: Mention) -> tuple[int | None, int | None]:
    """The page and the paragraph of a mention's first character, where known."""
    sources = item.title_sources if mention.in_heading else item.text_sources
    if not sources:
        return None, None
    source = place_at(sources, mention.start)
    return source.page, source.paragraph


def tabulate_meetings(results: Sequence[FileResult]) -> pd.DataFrame:
    """The meetings behind the documents, by date (undated last), municipality and body."""
    rows = [
        {
            "meeting_date": meeting.date,
            "year": meeting.date.year if meeting.date else None,
            "municipality": meeting.municipalities,
            "body": meeting.body,
            "level": meeting.level,
            "is_lea": meeting.is_lea,
            "partners": meeting.partners,
            "kinds": meeting.kinds,
            "documents": meeting.documents,
            "counted": meeting.counted,
        }
        for meeting in find_meetings(results)
    ]
    return frames.frame(frames.MEETINGS, rows)
