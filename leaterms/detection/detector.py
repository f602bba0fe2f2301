"""From a record to its mentions: find, weigh the senses, drop decoys, judge."""

from dataclasses import dataclass

from leaterms.detection.assertion import Verdict, compile_rules, judge
from leaterms.detection.explanation import explain
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.mention import Mention
from leaterms.detection.passages import Passage, ReadItem, read_item
from leaterms.detection.phrasebook import PhraseBook
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Decoy, Near, Term, Vocabulary, Wording

__all__ = ["Detector"]


@dataclass(frozen=True, slots=True)
class _Find:
    """A term at its place, before it is weighed against others."""

    passage: int
    hit: Hit
    term: Term

    @property
    def rank(self) -> tuple[int, int, bool, Via, str]:
        """Smaller is better: the longer, then the fuller, the statutory, the surer."""
        length = self.hit.tokens[-1] - self.hit.tokens[0]
        jargon = self.term.wording is not Wording.STATUTORY
        return (-length, -len(self.hit.tokens), jargon, self.hit.via, self.term.id)


class Detector:
    """Finds the mentions of a vocabulary. Building one takes a moment; reuse it.

    The result depends on the record and the vocabulary alone.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._book = PhraseBook(vocabulary)
        self._matcher = Matcher(self._book.phrases)
        self._rules = compile_rules(vocabulary.assertions, self._book.numbers)
        self._confidence = vocabulary.confidence

    def detect(self, record: MeetingRecord) -> tuple[Mention, ...]:
        """The mentions of `record`: per item the heading first, then in order of place."""
        items = [read_item(item, self._matcher) for item in record.items]
        document = frozenset[int]().union(*(item.phrases for item in items))
        return tuple(
            mention for item in items for mention in self._mentions(item, record.kind, document)
        )

    def detect_text(self, text: str, *, kind: Kind = Kind.VERSLAG) -> tuple[Mention, ...]:
        """The mentions of a bare text, as the text of one item without a heading."""
        read = read_item(Item(0, "", "", text), self._matcher)
        return tuple(self._mentions(read, kind, read.phrases))

    def _mentions(self, read: ReadItem, kind: Kind, document: frozenset[int]) -> list[Mention]:
        finds = [
            _Find(i, hit, term)
            for i, passage in enumerate(read.passages)
            for hit in passage.hits
            if (term := self._book.term_of(hit.phrase))
            and self._has_sense(term, passage, read, document)
        ]
        finds = [find for find in finds if not self._is_blocked(find, read, document)]
        mentions: list[Mention] = []
        for find in sorted(_longest(finds, read), key=lambda f: (f.passage, f.hit.tokens)):
            verdict = judge(read, find.passage, find.hit, kind, self._rules)
            mentions.extend(
                self._mention(read, find, theme, verdict, kind) for theme in find.term.themes
            )
        return mentions

    def _has_sense(
        self, entry: Term | Decoy, passage: Passage, read: ReadItem, document: frozenset[int]
    ) -> bool:
        def near(words: Near) -> bool:
            return any(
                self._book.numbers[text] in scope
                for texts, scope in (
                    (words.sentence, passage.phrases),
                    (words.item, read.phrases),
                    (words.document, document),
                )
                for text in texts
            )

        if entry.requires is not None and not near(entry.requires):
            return False
        return entry.excludes is None or not near(entry.excludes)

    def _is_blocked(self, find: _Find, read: ReadItem, document: frozenset[int]) -> bool:
        """Whether a decoy overlaps the find, unless the find says more than the decoy."""
        passage = read.passages[find.passage]
        mine = set(find.hit.tokens)
        for hit in passage.hits:
            decoy = self._book.decoy_of(hit.phrase)
            if decoy is None or not mine & set(hit.tokens) or mine > set(hit.tokens):
                continue
            if decoy.themes and not set(decoy.themes) & set(find.term.themes):
                continue
            if self._has_sense(decoy, passage, read, document):
                return True
        return False

    def _mention(
        self, read: ReadItem, find: _Find, theme: str, verdict: Verdict, kind: Kind
    ) -> Mention:
        passage = read.passages[find.passage]
        start, end = passage.span(find.hit)
        method = self._book.method_of(find.hit)
        return Mention(
            item=read.item.index,
            in_heading=passage.in_heading,
            start=start,
            end=end,
            quote=passage.text[start:end],
            sentence=passage.quote,
            theme=theme,
            wording=find.term.wording,
            assertion=verdict.assertion,
            term=find.term.id,
            confidence=self._confidence.of(find.term.wording.value, method.value),
            method=method,
            why=explain(find.term, method, verdict, kind),
        )


def _longest(finds: list[_Find], read: ReadItem) -> list[_Find]:
    """Of finds that overlap the longest (annotation guideline, 'Span')."""
    kept: list[_Find] = []
    spans: dict[int, list[tuple[int, int]]] = {}
    for find in sorted(finds, key=lambda f: f.rank):
        start, end = read.passages[find.passage].span(find.hit)
        taken = spans.setdefault(find.passage, [])
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            kept.append(find)
    return kept
