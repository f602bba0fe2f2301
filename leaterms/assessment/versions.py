"""Concept, adopted, copy: what a document says of its own state, and how alike two are."""

import re
from enum import IntEnum

from leaterms.archive import FileResult
from leaterms.structure import MeetingRecord

__all__ = ["Version", "content_of", "likeness", "version_of"]


class Version(IntEnum):
    """The state of minutes; the highest of a meeting counts."""

    CONCEPT = 0
    UNMARKED = 1
    ADOPTED = 2


# In a name: 'verslag-def.pdf', 'Notulen (vastgesteld).docx', '2022-03-15_concept verslag.docx'
_NAME_CONCEPT = re.compile(r"(?<![a-z])(?:concept|ontwerp|draft)", re.IGNORECASE)
_NAME_ADOPTED = re.compile(r"(?<![a-z])(?:vastgesteld|definitief|def(?![a-z]))", re.IGNORECASE)

# In the text before the first item: 'CONCEPT', 'Conceptverslag', 'Concept d.d. 27.02.2023'
_TEXT_CONCEPT = re.compile(
    r"^\W*(?:versie\W+|status\W+)?concept\b(?![-\w])|"
    r"\(concept\)|\bconcept[- ]?(?:verslag|notulen|besluitenlijst|versie)|"
    r"\bvastgesteld\b\W*(?:op|d\.?d\.?)?\W*(?:nog niet|n\.?n\.?b)|\bnog niet vastgesteld\b",
    re.IGNORECASE | re.MULTILINE,
)
# 'Vastgesteld d.d. 10 maart 2022', 'Vastgesteld in de vergadering van 10 maart', 'definitief'
_TEXT_ADOPTED = re.compile(
    r"^\W*(?:versie\W+|status\W+)?definitief\b|\bdefinitie(?:f|ve) (?:verslag|notulen|versie)|"
    r"\bvastgesteld\b(?:d\.d\.|[^.\n]){0,60}\d",
    re.IGNORECASE | re.MULTILINE,
)
# A watermark, a header or a footer: 'CONCEPT', 'LEA-overleg (concept)', 'Draft'
_STAMP_CONCEPT = re.compile(
    rf"{_TEXT_CONCEPT.pattern}|^\W*(?:ontwerp|draft)\W*$|\bconcept\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def version_of(path: str, record: MeetingRecord) -> Version:
    """What a document says of its state before the first item, else by a stamp, or its name.

    Only a concept is known by a stamp; a footer may name what else was adopted, and when.
    """
    preamble = "\n".join(item.text for item in record.items if item.index < 0)
    for concept, adopted, text in (
        (_TEXT_CONCEPT, _TEXT_ADOPTED, preamble),
        (_STAMP_CONCEPT, None, "\n".join(record.stamps)),
        (_NAME_CONCEPT, _NAME_ADOPTED, path.rsplit("/", 1)[-1]),
    ):
        if concept.search(text):
            return Version.CONCEPT
        if adopted is not None and adopted.search(text):
            return Version.ADOPTED
    return Version.UNMARKED


def content_of(result: FileResult) -> frozenset[str]:
    """The longer words and numbers of a document, by which two are compared."""
    assert result.record is not None
    words: set[str] = set()
    for item in result.record.items:
        for text in (item.title, item.text):
            words.update(re.findall(r"\w{4,}|\d+", text.casefold()))
    return frozenset(words)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share (0..1) of the words of the shorter also stands in the longer."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
