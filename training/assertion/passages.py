"""The training text of the assertions: judged mentions with what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leaterms.detection.assertion import CompiledRule, compile_rules, default_of, judge
from leaterms.detection.assertion_features import lexical_features, syntactic_features
from leaterms.detection.assertion_model import OUTCOMES
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.passages import ReadItem, read_item
from leaterms.detection.phrasebook import PhraseBook
from leaterms.evaluation import gold_record, read_annotations
from leaterms.language import Parser
from leaterms.structure import Item, Kind
from leaterms.vocabulary import Vocabulary

__all__ = ["Judged", "Reader", "read_blocks", "read_documents", "read_rules"]

_MARK = re.compile(r"\[\[(.+?)::(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention with its features. `origin`: the municipality, or the voice of a block.

    `item` is the item it stands in, `kind` that of its document. `outcome` and `by_rules` are
    indices in OUTCOMES: what is right, and what the rules say.
    """

    origin: str
    item: str
    kind: Kind
    in_heading: bool
    outcome: int
    by_rules: int
    lexical: frozenset[str]
    syntactic: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Gold:
    in_heading: bool
    start: int
    end: int
    assertion: str


class Reader:
    """Reads judged mentions with the rules and the parser that will be used."""

    def __init__(self, matcher: Matcher, rules: tuple[CompiledRule, ...], parser: Parser) -> None:
        self._matcher = matcher
        self._rules = rules
        self._parser = parser

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Reader":
        """With the rules of `vocabulary` and the pipeline inside leaterms."""
        book = PhraseBook(vocabulary)
        rules = compile_rules(vocabulary.assertions, book.cues)
        return cls(Matcher(book.phrases), rules, Parser())

    def read(
        self, origin: str, kind: Kind, item: Item, gold: list[_Gold], number: str = ""
    ) -> Iterator[Judged]:
        """One for each place in `gold`, in order; `number` tells the item from others."""
        read = read_item(item, self._matcher)
        for mention in sorted(set(gold), key=lambda g: (not g.in_heading, g.start, g.end)):
            found = _place(read, mention)
            if found is None:
                continue
            at, hit = found
            passage = read.passages[at]
            verdict = judge(read, at, hit, kind, self._rules)
            base = passage.sentence.start
            start, end = passage.span(hit)
            yield Judged(
                origin,
                number,
                kind,
                passage.in_heading,
                _outcome(mention.assertion, kind),
                _outcome(verdict.assertion.value, kind),
                lexical_features(read, at, hit, kind, verdict),
                syntactic_features(self._parser.parse(passage.quote), start - base, end - base),
            )


def _place(read: ReadItem, gold: _Gold) -> tuple[int, Hit] | None:
    """The passage of a mention, and its words there."""
    for number, passage in enumerate(read.passages):
        if passage.in_heading is not gold.in_heading:
            continue
        inside = [
            i
            for i, token in enumerate(passage.sentence.tokens)
            if token.start < gold.end and token.end > gold.start
        ]
        if inside:
            return number, Hit(-1, (inside[0], inside[-1]), Via.WORD)
    return None


def _outcome(assertion: str, kind: Kind) -> int:
    return 0 if assertion == default_of(kind).value else _index(assertion)


def _index(assertion: str) -> int:
    # 'planned' in minutes, 'discussed' on an agenda: as if plain
    return OUTCOMES.index(assertion) if assertion in OUTCOMES else 0


def read_documents(folder: Path, reader: Reader) -> Iterator[Judged]:
    """The mentions in the annotated LEA documents of `folder`."""
    for count, document in enumerate(read_annotations(folder)):
        if not document.header.is_lea:
            continue
        name = document.header.municipalities[0]
        record = gold_record(document)
        for item in record.items:
            gold = [
                _Gold(m.in_heading, m.start, m.end, m.assertion.value)
                for m in document.mentions
                if m.item == item.index
            ]
            number = f"{name} {count}.{item.index}"
            yield from reader.read(name, record.kind, item, gold, number)


def read_blocks(folder: Path, reader: Reader) -> Iterator[Judged]:
    """The mentions in the blocks of the text files in `folder` (see README.md)."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, heading, *lines = block.split("\n")
            title, in_title = _marked(heading.removeprefix("#").strip(), in_heading=True)
            text, in_text = _marked("\n".join(lines), in_heading=False)
            kind = Kind(head.removeprefix("@").strip())
            yield from reader.read(path.stem, kind, Item(0, "", title, text), in_title + in_text)


def read_rules(vocabulary: Vocabulary, reader: Reader) -> Iterator[Judged]:
    """The examples that each rule of `vocab/beweringen.yaml` fits, judged as the rule says."""
    for rule in vocabulary.assertions:
        for example in rule.matches:
            gold: list[_Gold] = []
            title, text = "", ""
            for number, part in enumerate(example.split(" // ")):
                in_heading = number == 0 and part.startswith("#")
                start = part.find("[") - (2 if in_heading else 0)
                plain = part.removeprefix("# ").replace("[", "").replace("]", "")
                base = 0 if in_heading else len(text) + (1 if text else 0)
                if "[" in part:
                    end = part.find("]") - 1 - (2 if in_heading else 0)
                    gold.append(_Gold(in_heading, base + start, base + end, rule.assertion))
                if in_heading:
                    title = plain
                else:
                    text = f"{text} {plain}" if text else plain
            kind = Kind(rule.kinds[0]) if rule.kinds else Kind.VERSLAG
            yield from reader.read("beweringen", kind, Item(0, "", title, text), gold)


def _marked(marked: str, *, in_heading: bool) -> tuple[str, list[_Gold]]:
    """The text without its marks, and the mentions in it."""
    text, end = "", 0
    gold: list[_Gold] = []
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        gold.append(_Gold(in_heading, len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], gold
