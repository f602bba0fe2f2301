"""Plain text -> Document: lines joined into paragraphs, as whoever typed them meant.

A white line ends a paragraph. Without one, a line goes on in the next if the next word would
not have fitted on it; a bullet, a number or a label ('Aanwezig:') begins a paragraph anyway.
A `Source.paragraph` counts the paragraphs from 1.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from leaterms.errors import UnsupportedDocument
from leaterms.reading.characters import bullet_length, clean, is_readable
from leaterms.reading.composition import Composer
from leaterms.reading.decoding import decode
from leaterms.reading.document import Block, BlockKind, Document, Source
from leaterms.reading.flow import make_document, within
from leaterms.reading.formats import Format
from leaterms.reading.limits import Limits
from leaterms.reading.line_ends import Join, ends_sentence, join_of
from leaterms.reading.mends import mend_of

__all__ = ["read_plain_text"]

_CHARACTER = 6.0  # points that a column of a text takes, for indents
_LINE = 12.0  # points that a white line takes
_NARROWEST, _WIDEST = 40, 140  # characters; a text that is wrapped is wrapped within these
_FULL_LINES = 4
_NUMBERED = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.)]|[a-z]\)|[IVX]{1,5}[.)])\s+\S")
_LABEL = re.compile(r"[A-ZÀ-Ý][\w /()-]{2,30}\s*:(?:\s|$)")
_RULE = re.compile(r"\s*([-=_*~#.+])(?:\s?\1){2,}\s*")
_HEADING = re.compile(r"(#{1,6})\s+(?=[^\s#])")
_TITLE = 100  # characters; a longer line is no title, whatever stands below it
_MOST_WRITING = 0.6  # share of the characters of a text that are letters, at the least


def read_plain_text(content: bytes, name: str, limits: Limits) -> Document:
    """Read the text file `content`; `name` is for messages.

    Raises:
        UnsupportedDocument: it is no writing (codes, another kind of file).
        BrokenDocument: it has no text, or is beyond `limits`.
    """
    text = decode(content)
    if not _is_writing(text):
        raise UnsupportedDocument(f"'{name}' {mend_of(Format.UNKNOWN)}")
    return make_document("tekst", within(_Reader(text).blocks(), name, limits), name)


def _is_writing(text: str) -> bool:
    """Whether most of a text is words in our letters, and not the bytes of something else."""
    marks = [c for c in text[:20_000] if not c.isspace()]
    words = sum(c.isalnum() or unicodedata.category(c)[0] in "PM" for c in marks)
    plain = sum(c.isascii() and c.isalnum() for c in marks)
    ours = words >= _MOST_WRITING * len(marks) and 2 * plain >= words
    return (ours or not marks) and is_readable(text[:20_000])


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    lines: list[str] = field(default_factory=list)
    space: int = 0  # white lines above it


class _Reader:
    """Joins the lines of one text."""

    def __init__(self, text: str) -> None:
        lines = re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text)
        self._lines = [line.expandtabs(8).rstrip() if line[:1] == "\t" else line for line in lines]
        self._width = _wrapped_at(lines)
        self._place = 0

    def blocks(self) -> Iterator[Block]:
        """The paragraphs, in order."""
        open_ = _Open()
        for line in self._lines:
            if not line.strip() or _RULE.fullmatch(line):
                underlined = line.strip()[:1] in ("=", "-") and len(open_.lines) == 1
                if open_.lines:
                    yield from self._close(open_, _level_below(open_, line) if underlined else 0)
                    open_ = _Open()
                open_.space += 1
            elif open_.lines and not self._goes_on(open_, line):
                yield from self._close(open_, 0)
                open_ = _Open([line])
            else:
                open_.lines.append(line)
        if open_.lines:
            yield from self._close(open_, 0)

    def _goes_on(self, open_: _Open, line: str) -> bool:
        """Whether `line` is the next line of the open paragraph."""
        last, text = open_.lines[-1].rstrip(), line.strip()
        if _HEADING.match(text) or _HEADING.match(last.strip()) or bullet_length(text):
            return False
        if _NUMBERED.match(text) or (text[0].isupper() and _LABEL.match(text)):
            # '... op het budget van' / '2023. Daarna'
            return not ends_sentence(last) and text[0].isdigit() and self._is_full(last, text)
        return self._is_full(last, text)

    def _is_full(self, last: str, text: str) -> bool:
        """Whether line `last` broke off for want of room, and goes on in `text`."""
        if text[0].islower() and not ends_sentence(last):
            broken = last.endswith("-") and len(last) > 1
            return broken or len(last) >= max(_NARROWEST, 0.6 * self._width)
        return self._width > 0 and len(last) + 1 + len(text.split(" ", 1)[0]) > self._width

    def _close(self, open_: _Open, level: int) -> Iterator[Block]:
        composer = Composer()
        self._place += 1
        source = Source(0, paragraph=self._place)
        first = open_.lines[0].strip()
        heading = _HEADING.match(first) if len(open_.lines) == 1 else None
        if heading:
            first, level = first[heading.end() :].rstrip("#").rstrip(), len(heading[1])
        signs = 0 if level else bullet_length(first)
        composer.add(first[signs:] or first, source)
        last = first
        for line in open_.lines[1:]:
            text = clean(line).strip()
            how = join_of(last.rpartition(" ")[2], text.split(" ", 1)[0])
            last = text
            if how is Join.DROP_HYPHEN:
                composer.drop_last()
            elif how is Join.SPACE:
                composer.space()
            composer.add(text, source)
        text, sources = composer.finish()
        if text:
            yield Block(
                text=text,
                kind=BlockKind.HEADING
                if level
                else BlockKind.BULLET
                if signs and len(first) > signs
                else BlockKind.PARAGRAPH,
                sources=sources,
                level=level,
                indent=_CHARACTER * (len(open_.lines[0]) - len(open_.lines[0].lstrip())),
                space_before=_LINE * open_.space,
            )


def _level_below(open_: _Open, rule: str) -> int:
    """The level of a title that is underlined with '===' or '---'; 0 where it is none."""
    title, under = open_.lines[0].strip(), rule.strip()
    fits = abs(len(title) - len(under)) <= 0.5 * len(title)
    if not fits or len(title) > _TITLE or ends_sentence(title) or " " in under:
        return 0
    return 1 if under[0] == "=" else 2


def _wrapped_at(lines: list[str]) -> int:
    """The width at which the lines of a text are wrapped; 0 if they are not."""
    lengths = sorted((len(line.rstrip()) for line in lines if line.strip()), reverse=True)
    if not lengths or lengths[0] < _NARROWEST:
        return 0
    # a line or two that stick out (a table, an address of a page) do not make it wider
    width = lengths[min(len(lengths) // 50, len(lengths) - 1)]
    full = sum(length > 0.8 * width for length in lengths)
    return width if width <= _WIDEST and full >= _FULL_LINES else 0
