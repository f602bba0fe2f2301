"""From a record to its mentions: find, weigh the senses, drop decoys, judge."""

from dataclasses import dataclass, replace

from leaterms.detection.assertion import Verdict, compile_rules, default_of, judge
from leaterms.detection.assertion_model import AssertionClassifier
from leaterms.detection.classifier import Classifier
from leaterms.detection.explanation import explain, explain_learned, taken_up
from leaterms.detection.learned import Learned, find_learned
from leaterms.detection.line_breaks import Unwrapped, unwrap
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.mention import Mention, Method
from leaterms.detection.passages import Passage, ReadItem, read_item
from leaterms.detection.phrasebook import PhraseBook
from leaterms.detection.scoring import ItemScores, Known
from leaterms.detection.widening import widened
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Decoy, Near, Term, Vocabulary, Wording

__all__ = ["Detector"]


@dataclass(frozen=True, slots=True)
class _Find:
    """A term at its place, before it is weighed against others.

    `slots` is how many words the phrase has by which it was found.
    """

    passage: int
    hit: Hit
    term: Term
    slots: int

    @property
    def rank(self) -> tuple[int, int, int, bool, Via, str]:
        """Smaller is better: the longer, then the fuller, the statutory, the surer."""
        length = self.hit.tokens[-1] - self.hit.tokens[0]
        jargon = self.term.wording is not Wording.STATUTORY
        filled = len(self.hit.tokens)
        return (-length, -filled, -self.slots, jargon, self.hit.via, self.term.id)


_MOST_PROPOSALS = 4  # a document; more than that nobody judges


class Detector:
    """Finds the mentions of a vocabulary, and with a classifier what no vocabulary holds.

    Building one takes a moment; reuse it. The result depends on the record, the vocabulary and
    the two classifiers alone: `classifier` for jargon, `assertions` for what a passage shows.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        classifier: Classifier | None = None,
        assertions: AssertionClassifier | None = None,
    ) -> None:
        self._book = PhraseBook(vocabulary)
        self._matcher = Matcher(self._book.phrases)
        self._rules = compile_rules(vocabulary.assertions, self._book.cues)
        self._confidence = vocabulary.confidence
        self._classifier = classifier
        self._assertions = assertions

    def detect(self, record: MeetingRecord) -> tuple[Mention, ...]:
        """The mentions of `record`: per item the heading first, then in order of place.

        The classifier finds mentions of its own only in documents of the consultation, and
        there not in what stands before the first item (names and places). In any document it
        doubts a term in a sentence about something else (see `Confidence.doubt`).
        """
        items = [read_item(item, self._matcher) for item in record.items]
        document = frozenset[int]().union(*(item.phrases for item in items))
        return _with_few_proposals(
            [
                mention
                for item in items
                for mention in self._mentions(item, record.kind, document, is_lea=record.is_lea)
            ]
        )

    def detect_text(self, text: str, *, kind: Kind = Kind.VERSLAG) -> tuple[Mention, ...]:
        """The mentions of a bare text, as the text of one item without a heading.

        Line breaks within its sentences are undone for the search (see `unwrap`); a `quote`
        has them, a `sentence` does not. `start` and `end` are offsets in `text`.
        """
        unwrapped = unwrap(text)
        read = read_item(Item(0, "", "", unwrapped.text), self._matcher)
        found = self._mentions(read, kind, read.phrases, is_lea=True)
        return tuple(_in_original(m, text, unwrapped) for m in _with_few_proposals(found))

    def _mentions(
        self, read: ReadItem, kind: Kind, document: frozenset[int], *, is_lea: bool
    ) -> list[Mention]:
        finds = [
            _Find(i, hit, term, len(self._book.phrases[hit.phrase].slots))
            for i, passage in enumerate(read.passages)
            for hit in passage.hits
            if (term := self._book.term_of(hit.phrase))
            and self._has_sense(term, passage, read, document)
        ]
        finds = [find for find in finds if not self._is_blocked(find, read, document)]
        found: list[tuple[int, Mention, Verdict]] = []
        for find in _longest(finds, read):
            verdict = self._judge(read, find.passage, find.hit, kind)
            for theme in find.term.themes:
                mention = self._mention(read, find, theme, verdict, kind)
                found.append((find.passage, mention, verdict))
        if self._classifier is None:
            return self._taken_up(found, kind)
        known: dict[int, list[Known]] = {}
        for number, m, _ in found:
            known.setdefault(number, []).append((m.start, m.end, m.theme, m.wording.value))
        scores = ItemScores(read, self._classifier, known)
        sure = self._without_doubtful(found, scores, is_lea=is_lea)
        wide = widened([(number, mention) for number, mention, _ in sure], scores)
        placed = [(n, m, verdict) for (n, m), (_, _, verdict) in zip(wide, sure, strict=True)]
        if is_lea and read.item.index >= 0:
            taken: dict[int, list[tuple[int, int, str]]] = {}
            for number, mention, _ in placed:
                taken.setdefault(number, []).append((mention.start, mention.end, mention.theme))
            for learned in find_learned(scores, taken):
                verdict = self._judge(read, learned.passage, learned.hit, kind)
                mention = self._learned_mention(scores, learned, verdict, kind)
                placed.append((learned.passage, mention, verdict))
        return self._taken_up(placed, kind)

    def _judge(self, read: ReadItem, number: int, hit: Hit, kind: Kind) -> Verdict:
        """By the rules; then by what is like it, if there is such a model."""
        verdict = judge(read, number, hit, kind, self._rules)
        if self._assertions is None:
            return verdict
        return self._assertions.judge(read, number, hit, kind, verdict)

    def _without_doubtful(
        self, found: list[tuple[int, Mention, Verdict]], scores: ItemScores, *, is_lea: bool
    ) -> list[tuple[int, Mention, Verdict]]:
        """`found` with finds in sentences about something else as proposals, or left out.

        Nobody judges proposals on another meeting: there they are left out.
        """
        placed = []
        # words that bear two themes ('gemengde groepen') are doubted for both or for neither
        best: dict[tuple[int, int], float] = {}
        for number, mention, _ in found:
            place = (number, mention.start)
            score = scores.score(number, mention.theme, among=is_lea)
            best[place] = max(best.get(place, 0.0), score)
        for number, mention, verdict in found:
            score = best[number, mention.start]
            if score >= self._confidence.doubt(mention.wording.value, is_lea=is_lea):
                placed.append((number, mention, verdict))
            elif is_lea:
                placed.append((number, _doubted(mention, score), verdict))
        return placed

    def _taken_up(self, placed: list[tuple[int, Mention, Verdict]], kind: Kind) -> list[Mention]:
        """In order of place; of a list of duties those that the item takes up are dealt with."""
        placed = sorted(placed, key=lambda p: (p[0], p[1].start))
        plain = default_of(kind)
        dealt = {m.theme: number for number, m, _ in placed if m.assertion is plain}
        return [
            replace(
                mention,
                assertion=plain,
                why=f"{mention.why.partition(';')[0]}; {taken_up(plain)}",
            )
            if verdict.rule
            and verdict.rule.unless_taken_up
            and dealt.get(mention.theme, -1) > number
            else mention
            for number, mention, verdict in placed
        ]

    def _learned_mention(
        self, scores: ItemScores, learned: Learned, verdict: Verdict, kind: Kind
    ) -> Mention:
        read, classifier = scores.read, scores.classifier
        passage = read.passages[learned.passage]
        start, end = passage.span(learned.hit)
        quote = passage.text[start:end]
        certain = learned.score >= classifier.certain
        return Mention(
            item=read.item.index,
            in_heading=passage.in_heading,
            start=start,
            end=end,
            quote=quote,
            sentence=passage.quote,
            theme=learned.theme,
            wording=Wording.JARGON,
            assertion=verdict.assertion,
            term="",
            confidence=round(learned.score, 3),
            method=Method.MODEL if certain else Method.SEMANTIC,
            why=explain_learned(classifier.nearest(quote, learned.theme), verdict, kind),
        )

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


def _in_original(mention: Mention, text: str, unwrapped: Unwrapped) -> Mention:
    start, end = unwrapped.span(mention.start, mention.end)
    return replace(mention, start=start, end=end, quote=text[start:end])


def _doubted(mention: Mention, score: float) -> Mention:
    """A find of the vocabulary in a sentence that is about something else: a proposal."""
    return replace(
        mention,
        confidence=round(score, 3),
        method=Method.SEMANTIC,
        why=f"{mention.why}; twijfelachtig: de zin lijkt over iets anders te gaan",
    )


def _with_few_proposals(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Without all but the surest proposals."""
    proposals = [m for m in mentions if m.method is Method.SEMANTIC]
    ranked = sorted(proposals, key=lambda m: (-m.confidence, m.item, m.start, m.theme))
    dropped = {id(m) for m in ranked[_MOST_PROPOSALS:]}
    return tuple(m for m in mentions if id(m) not in dropped)
