"""The training text: annotated documents and single lines, as units with their themes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from leaterms.detection import Detector, Mention
from leaterms.detection.clauses import split_clauses
from leaterms.detection.features import Unit, known_above, known_here
from leaterms.detection.fields import with_lemmas
from leaterms.evaluation import AnnotatedItem, GoldMention, gold_record, read_annotations
from leaterms.language import split_sentences
from leaterms.vocabulary import Wording

__all__ = ["Example", "read_documents", "read_fields", "read_lines"]

_SEEN = Path(__file__).parent / "seen.txt"
_MARK = re.compile(r"\[\[(.+?)::(.+?)::(\w+)\]\]")
_MOSTLY = 0.5  # a clause bears a mention of which it holds at least this share


@dataclass(frozen=True, slots=True)
class Origin:
    """A municipality, whether the writers of the vocabulary read its texts, and an item."""

    name: str
    is_seen: bool
    item: str


Span = tuple[int, int, tuple[str, ...]]
"""Words that bear themes: start and end in the unit's text, and the themes."""


@dataclass(frozen=True, slots=True)
class Example:
    """A unit with the themes it bears. `origin` is the municipality or voice it is from.

    `is_part` marks a clause: it trains the model, and is no row of its measurement. `item` is the
    item of a document that it stands in, `is_title` marks its heading. `is_seen` marks text that
    the writers of the vocabulary read: what the vocabulary finds there says more for it than it is
    worth elsewhere, so it teaches the model nothing. `is_line` marks what is from no document.
    `quotes` are the words that bear a theme, with it; `spans` the places of those that are jargon.
    """

    unit: Unit
    themes: frozenset[str]
    origin: str
    is_part: bool
    is_seen: bool = False
    item: str = ""
    is_title: bool = False
    is_line: bool = False
    quotes: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()


def read_documents(folder: Path, detector: Detector) -> list[Example]:
    """Every heading, sentence and clause of the annotated LEA documents in `folder`.

    `detector` has the vocabulary and no classifier; what it finds is part of a unit.
    """
    seen = frozenset(_SEEN.read_text(encoding="utf-8").split())
    found: list[Example] = []
    for number, document in enumerate(read_annotations(folder)):
        if not document.header.is_lea:
            continue
        known = detector.detect(gold_record(document))
        name = document.header.municipalities[0]
        for item in document.items:
            if item.index >= 0:
                gold = [m for m in document.mentions if m.item == item.index]
                finds = [m for m in known if m.item == item.index]
                origin = Origin(name, name in seen, f"{name} {number}.{item.index}")
                found.extend(_of_item(item, gold, finds, origin))
    return found


def _of_item(
    item: AnnotatedItem, gold: list[GoldMention], finds: list[Mention], origin: Origin
) -> Iterator[Example]:
    above = tuple(sorted({known_above(m.theme) for m in finds if m.in_heading}))

    def unit(start: int, end: int, before: str) -> Unit:
        here = _known(finds, start, end)
        return Unit(item.text[start:end], item.title, before, (*here, *above))

    if item.title:
        here = {known_here(m.theme, m.wording.value) for m in finds if m.in_heading}
        in_title = [m for m in gold if m.in_heading]
        yield _example(
            Unit(item.title, known=tuple(sorted(here))), in_title, origin, is_title=True, at=0
        )
    before = ""
    for start, end in split_sentences(item.text):
        inside = [m for m in gold if not m.in_heading and m.start < end and m.end > start]
        yield _example(unit(start, end, before), inside, origin, at=start)
        clauses = split_clauses(item.text[start:end])
        for left, right in clauses if len(clauses) > 1 else ():
            left, right = start + left, start + right  # noqa: PLW2901 - now in the text
            held = [m for m in inside if _share((m.start, m.end), (left, right)) > _MOSTLY]
            yield _example(unit(left, right, before), held, origin, is_part=True)
        before = item.text[start:end]


def _known(finds: list[Mention], start: int, end: int) -> tuple[str, ...]:
    """What the vocabulary found in the stretch [start, end) of the text."""
    here = {
        known_here(m.theme, m.wording.value)
        for m in finds
        if not m.in_heading and m.start < end and m.end > start
    }
    return tuple(sorted(here))


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """What part of the shorter of two stretches they share."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / min(one[1] - one[0], other[1] - other[0])


def _example(
    unit: Unit,
    mentions: list[GoldMention],
    origin: Origin,
    *,
    is_part: bool = False,
    is_title: bool = False,
    at: int | None = None,
) -> Example:
    """`at` is where the unit begins in the text of the mentions; None: its spans are left out."""
    return Example(
        unit,
        frozenset(m.theme for m in mentions),
        origin.name,
        is_part,
        is_seen=origin.is_seen,
        item=origin.item,
        is_title=is_title,
        quotes=tuple((m.quote, m.theme) for m in mentions),
        spans=() if at is None else _spans(mentions, at, len(unit.text)),
    )


def _spans(mentions: list[GoldMention], at: int, length: int) -> tuple[Span, ...]:
    """The places of jargon in a unit of `length` characters that begins at `at`."""
    themes: dict[tuple[int, int], list[str]] = {}
    for mention in mentions:
        if mention.wording is Wording.JARGON:
            place = max(mention.start - at, 0), min(mention.end - at, length)
            themes.setdefault(place, []).append(mention.theme)
    return tuple((start, end, tuple(names)) for (start, end), names in themes.items())


def read_fields(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each semantic field (`velden.yaml`), with their lemmas."""
    fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    return with_lemmas({name: tuple(map(str, words)) for name, words in fields.items()})


def read_lines(folder: Path, detector: Detector) -> list[Example]:
    """Every line of the text files in `folder`; one that begins with '# ' is a heading."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                found.extend(_of_line(line, path.stem, detector))
    return found


def _of_line(line: str, origin: str, detector: Detector) -> Iterator[Example]:
    text, spans, jargon, end = "", [], [], 0
    line = line.removeprefix("# ")
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), tuple(match[2].split("+"))))
        if match[3] == Wording.JARGON.value:
            jargon.append(spans[-1])
        text += match[1]
        end = match.end()
    text += line[end:]
    finds = list(detector.detect_text(text))

    def example(left: int, right: int, *, is_part: bool) -> Example:
        held = [s for s in spans if _share(s[:2], (left, right)) > _MOSTLY]
        return Example(
            Unit(text[left:right], known=_known(finds, left, right)),
            frozenset(theme for *_, names in held for theme in names),
            origin,
            is_part,
            is_line=True,
            is_seen=True,  # the writers of the vocabulary read the lines
            quotes=()
            if is_part
            else tuple((text[a:b], theme) for a, b, names in held for theme in names),
            spans=() if is_part else tuple(jargon),
        )

    yield example(0, len(text), is_part=False)
    clauses = split_clauses(text)
    for left, right in clauses if len(clauses) > 1 else ():
        yield example(left, right, is_part=True)
