"""The training text: annotated documents and single lines, as units with their themes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leaterms.detection.clauses import split_clauses
from leaterms.detection.features import Unit
from leaterms.evaluation import AnnotatedDocument, AnnotatedItem, GoldMention, read_annotations
from leaterms.language import split_sentences

__all__ = ["Example", "read_documents", "read_lines"]

_MARK = re.compile(r"\[\[(.+?)::(.+?)::(\w+)\]\]")
_MOSTLY = 0.5  # a clause bears a mention of which it holds at least this share


@dataclass(frozen=True, slots=True)
class Example:
    """A unit with the themes it bears. `origin` is the municipality or voice it is from.

    `is_part` marks a clause: it trains the model, and is no row of its measurement. `quotes`
    are the words that bear a theme, with it.
    """

    unit: Unit
    themes: frozenset[str]
    origin: str
    is_part: bool
    quotes: tuple[tuple[str, str], ...] = ()


def read_documents(folder: Path) -> list[Example]:
    """Every heading, sentence and clause of the annotated LEA documents in `folder`."""
    return [
        example
        for document in read_annotations(folder)
        if document.header.is_lea
        for item in document.items
        if item.index >= 0
        for example in _of_item(document, item)
    ]


def _of_item(document: AnnotatedDocument, item: AnnotatedItem) -> Iterator[Example]:
    origin = document.header.municipalities[0]
    mentions = [m for m in document.mentions if m.item == item.index]
    if item.title:
        yield _example(Unit(item.title), [m for m in mentions if m.in_heading], origin)
    before = ""
    for start, end in split_sentences(item.text):
        text = item.text[start:end]
        inside = [m for m in mentions if not m.in_heading and m.start < end and m.end > start]
        yield _example(Unit(text, item.title, before), inside, origin)
        clauses = split_clauses(text)
        for left, right in clauses if len(clauses) > 1 else ():
            held = [m for m in inside if _share(m, start + left, start + right) > _MOSTLY]
            yield _example(Unit(text[left:right], item.title, before), held, origin, is_part=True)
        before = text


def _share(mention: GoldMention, start: int, end: int) -> float:
    """What part of the stretch or of the mention, whichever is shorter, they share."""
    common = min(mention.end, end) - max(mention.start, start)
    return common / min(mention.end - mention.start, end - start)


def _example(
    unit: Unit, mentions: list[GoldMention], origin: str, *, is_part: bool = False
) -> Example:
    return Example(
        unit,
        frozenset(m.theme for m in mentions),
        origin,
        is_part,
        tuple((m.quote, m.theme) for m in mentions),
    )


def read_lines(folder: Path) -> list[Example]:
    """Every line of the text files in `folder`; one that begins with '# ' is a heading."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                found.extend(_of_line(line, path.stem))
    return found


def _of_line(line: str, origin: str) -> Iterator[Example]:
    text, spans, end = "", [], 0
    line = line.removeprefix("# ")
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2].split("+")))
        text += match[1]
        end = match.end()
    text += line[end:]
    themes = frozenset(theme for *_, names in spans for theme in names)
    quotes = tuple((text[a:b], theme) for a, b, names in spans for theme in names)
    yield Example(Unit(text), themes, origin, is_part=False, quotes=quotes)
    clauses = split_clauses(text)
    for left, right in clauses if len(clauses) > 1 else ():
        held = [
            (a, b, names)
            for a, b, names in spans
            if (min(b, right) - max(a, left)) / min(b - a, right - left) > _MOSTLY
        ]
        yield Example(
            Unit(text[left:right]),
            frozenset(theme for *_, names in held for theme in names),
            origin,
            is_part=True,
        )
