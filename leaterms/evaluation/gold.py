"""Annotated documents as the values that a scan gives, so that both go the same way.

A gold record carries the annotated structure: assessing it with the rules of the library
gives the coverage that the annotations imply, and detecting in it measures the vocabulary
apart from reading and structure.
"""

from leaterms.archive import FileResult
from leaterms.detection import Mention, Method
from leaterms.evaluation.annotations import AnnotatedDocument, AnnotatedItem, GoldMention
from leaterms.language import split_sentences
from leaterms.reading import Source
from leaterms.structure import Item, MeetingRecord, Partner

__all__ = ["gold_record", "gold_result", "sentence_around", "statutory_partners"]


def statutory_partners(names: tuple[str, ...]) -> tuple[Partner, ...]:
    """Those of `names` that are partners by law, in the order of `Partner`."""
    return tuple(partner for partner in Partner if partner.value in names)


def gold_record(document: AnnotatedDocument) -> MeetingRecord:
    """The record that structure would give if it made no mistake.

    The paragraph of each offset is the number of its line in the document, from 1.
    """
    header = document.header
    items: list[Item] = []
    paragraph = 1
    for item in document.items:
        title_sources: tuple[Source, ...] = ()
        if item.title:
            title_sources = (Source(0, paragraph=paragraph),)
            paragraph += 1
        sources = tuple(
            Source(segment.start, paragraph=paragraph + offset)
            for offset, segment in enumerate(item.segments)
        )
        paragraph += len(sources)
        items.append(
            Item(
                index=item.index,
                number=item.number,
                title=item.title,
                text=item.text,
                title_sources=title_sources,
                text_sources=sources,
                segments=item.segments,
            )
        )
    return MeetingRecord(
        kind=header.kind,
        level=header.level,
        meeting_date=header.date,
        body=header.body,
        municipalities=header.municipalities,
        is_lea=header.is_lea,
        lea_reason="zo geannoteerd",
        partners=statutory_partners(header.partners),
        attendees=(),
        items=tuple(items),
    )


def gold_result(document: AnnotatedDocument, path: str = "") -> FileResult:
    """The row of the archive that the annotations imply, mentions included.

    `path` is that of the document as it was printed; '' makes one of name and format.
    """
    mentions = tuple(_as_mention(document, mention) for mention in document.mentions)
    return FileResult(
        path=path or f"{document.name.removesuffix('.txt')}.{document.header.format}",
        sha256="",
        format=document.header.format,
        pages=None,
        status="ok",
        error="",
        record=gold_record(document),
        mentions=mentions,
    )


def _as_mention(document: AnnotatedDocument, gold: GoldMention) -> Mention:
    item = document.items[gold.item + 1]
    return Mention(
        item=gold.item,
        in_heading=gold.in_heading,
        start=gold.start,
        end=gold.end,
        quote=gold.quote,
        sentence=sentence_around(item, gold.start, in_heading=gold.in_heading),
        theme=gold.theme,
        wording=gold.wording,
        assertion=gold.assertion,
        term="",
        confidence=1.0,
        method=Method.TERM,
        why="zo geannoteerd",
    )


def sentence_around(item: AnnotatedItem, offset: int, *, in_heading: bool) -> str:
    """The heading, or the sentence or cell of the text, in which the character stands."""
    if in_heading:
        return item.title
    for start, end in split_sentences(item.text):
        if start <= offset < end:
            return item.text[start:end]
    return ""
