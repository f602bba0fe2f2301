"""Invented documents for tests, written as in the annotated examples.

paper("a.pdf", ("Peuters", "Er zijn [[heterogene groepen::segregatie::jargon::discussed]]."))
"""

import datetime as dt
import re

from leaterms.archive import FileResult
from leaterms.detection import Assertion, Mention, Method
from leaterms.reading import BlockKind, Source
from leaterms.structure import Item, Kind, Level, MeetingRecord, Partner, Segment
from leaterms.vocabulary import Theme, Wording

_MARK = re.compile(r"\[\[(.*?)::([\w+-]+)::(\w+)::(\w+)\]\]")


def theme(key, label, umbrella, absent_risk="high"):
    return Theme(
        key, label, key, umbrella, "art. 161 WPO", "groep", ("gemeente",), absent_risk, "WPO161"
    )


THEMES = (
    theme("segregatie", "voorkomen van segregatie", "Voorkomen van segregatie"),
    theme("integratie", "bevorderen van integratie", "Bevorderen van integratie"),
    theme("inschrijving-toelating", "inschrijving en toelating", "Inschrijving en toelating"),
    theme(
        "evenwichtige-verdeling",
        "evenwichtige verdeling van leerlingen",
        "Evenwichtige verdeling van leerlingen",
        "low",
    ),
)


def _unmark(text):
    """The text without marks, and the marks as (start, end, themes, wording, assertion)."""
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        start = len(plain)
        plain += match[1]
        marks.append((start, len(plain), match[2].split("+"), match[3], match[4]))
        last = match.end()
    return plain + text[last:], marks


def _mentions(number, text, marks, *, in_heading, method, confidence):
    return [
        Mention(
            item=number,
            in_heading=in_heading,
            start=start,
            end=end,
            quote=text[start:end],
            sentence=text,
            theme=key,
            wording=Wording(wording),
            assertion=Assertion(assertion),
            term="t",
            confidence=confidence,
            method=method,
            why="",
        )
        for start, end, keys, wording, assertion in marks
        for key in keys
    ]


def _segment(line, start):
    if line.startswith("|"):
        cells, at = [], start
        for cell in line.strip("|").split("|"):
            lead = len(cell) - len(cell.lstrip())
            cells.append((at + 1 + lead, at + 1 + lead + len(cell.strip())))
            at += len(cell) + 1
        return Segment(start, start + len(line), BlockKind.ROW, tuple(cells))
    kind = BlockKind.BULLET if line.startswith("- ") else BlockKind.PARAGRAPH
    return Segment(start, start + len(line), kind)


def _item(number, title, text, page):
    segments, at = [], 0
    for line in text.split("\n") if text else []:
        segments.append(_segment(line, at))
        at += len(line) + 1
    source = (Source(0, page=page),)
    return Item(
        index=number,
        number=str(number + 1) if number >= 0 else "",
        title=title,
        text=text,
        title_sources=source if title else (),
        text_sources=source if text else (),
        segments=tuple(segments),
    )


def paper(
    path,
    *items,
    kind="verslag",
    date="2022-03-15",
    towns=("Veenrade",),
    body="LEA-overleg",
    level="bestuurlijk",
    lea=True,
    preamble="",
    method=Method.TERM,
    confidence=0.9,
    page=1,
):
    """A file of one meeting; each item is (title, text) with marks."""
    built, mentions = [_item(-1, "", preamble, page)], []
    for number, (title, text) in enumerate(items):
        plain_title, title_marks = _unmark(title)
        plain_text, text_marks = _unmark(text)
        built.append(_item(number, plain_title, plain_text, page))
        for plain, marks, in_heading in (
            (plain_title, title_marks, True),
            (plain_text, text_marks, False),
        ):
            mentions += _mentions(
                number, plain, marks, in_heading=in_heading, method=method, confidence=confidence
            )
    record = MeetingRecord(
        kind=Kind(kind),
        level=Level(level),
        meeting_date=dt.date.fromisoformat(date) if date else None,
        body=body,
        municipalities=tuple(towns),
        is_lea=lea,
        lea_reason="",
        partners=(Partner.GEMEENTE, Partner.SCHOOLBESTUUR) if kind != "agenda" else (),
        attendees=(),
        items=tuple(built),
    )
    return FileResult(path, f"sha-{path}", "pdf", 1, "ok", "", record, tuple(mentions))


def unread(path, status="needs_ocr"):
    """A file that gave no record."""
    return FileResult(path, f"sha-{path}", "pdf", 1, status, "Eerst OCR.", None, ())
