"""From a record to its mentions: find, doubt, add what no vocabulary holds, judge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaterms.detection.assertion import Verdict, compile_rules, default_of, judge
from leaterms.detection.assertion_model import AssertionClassifier
from leaterms.detection.classifier import Classifier
from leaterms.detection.explanation import doubted, found_by, found_like, ground, taken_up
from leaterms.detection.finds import Find, find_terms
from leaterms.detection.learned import Learned, find_learned
from leaterms.detection.line_breaks import Unwrapped, unwrap
from leaterms.detection.matching import Hit, Matcher
from leaterms.detection.mention import Mention, Method
from leaterms.detection.passages import ReadItem, read_item
from leaterms.detection.phrasebook import PhraseBook
from leaterms.detection.scoring import ItemScores, Known
from leaterms.detection.widening import widened
from leaterms.structure import Item, Kind, MeetingRecord
from leaterms.vocabulary import Vocabulary, Wording

__all__ = ["Detector"]

_MOST_PROPOSALS = 4  # a document; more than that nobody judges


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mention that is not judged yet: its `assertion` is that of the kind of document.

    `hit` has the words of passage number `passage` by which it was found.
    """

    passage: int
    hit: Hit
    mention: Mention


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
        return self._mentions(items, record.kind, is_lea=record.is_lea)

    def detect_text(self, text: str, *, kind: Kind = Kind.VERSLAG) -> tuple[Mention, ...]:
        """The mentions of a bare text, as the text of one item without a heading.

        Line breaks within its sentences are undone for the search (see `unwrap`); a `quote`
        has them, a `sentence` does not. `start` and `end` are offsets in `text`.
        """
        unwrapped = unwrap(text)
        read = read_item(Item(0, "", "", unwrapped.text), self._matcher)
        found = self._mentions([read], kind, is_lea=True)
        return tuple(_in_original(m, text, unwrapped) for m in found)

    def _mentions(
        self, items: Sequence[ReadItem], kind: Kind, *, is_lea: bool
    ) -> tuple[Mention, ...]:
        document = frozenset[int]().union(*(item.phrases for item in items))
        placed = [self._placed(item, kind, document, is_lea=is_lea) for item in items]
        few = _with_few_proposals(placed)
        return tuple(
            mention
            for item, own in zip(items, few, strict=True)
            for mention in self._judged(item, own, kind)
        )

    def _placed(
        self, read: ReadItem, kind: Kind, document: frozenset[int], *, is_lea: bool
    ) -> list[_Placed]:
        """All that is found in an item, in order of place."""
        found = [
            _Placed(find.passage, find.hit, self._mention(read, find, theme, kind))
            for find in find_terms(self._book, read, document)
            for theme in find.term.themes
        ]
        if self._classifier is not None:
            scores = ItemScores(read, self._classifier, _known(found))
            found = self._without_doubtful(found, scores, is_lea=is_lea)
            found = _widened(found, scores)
            if is_lea and read.item.index >= 0:
                taken: dict[int, list[tuple[int, int, str]]] = {}
                for one in found:
                    own = one.mention
                    taken.setdefault(one.passage, []).append((own.start, own.end, own.theme))
                found.extend(
                    _Placed(learned.passage, learned.hit, _learned_mention(scores, learned, kind))
                    for learned in find_learned(scores, taken)
                )
        return sorted(found, key=lambda one: (one.passage, one.mention.start))

    def _without_doubtful(
        self, found: list[_Placed], scores: ItemScores, *, is_lea: bool
    ) -> list[_Placed]:
        """`found` with finds in sentences about something else as proposals, or left out.

        Nobody judges proposals on another meeting: there they are left out.
        """
        kept = []
        # words that bear two themes ('gemengde groepen') are doubted for both or for neither
        best: dict[tuple[int, int], float] = {}
        for one in found:
            place = (one.passage, one.mention.start)
            score = scores.score(one.passage, one.mention.theme, among=is_lea)
            best[place] = max(best.get(place, 0.0), score)
        for one in found:
            score = best[one.passage, one.mention.start]
            if score >= self._confidence.doubt(one.mention.wording.value, is_lea=is_lea):
                kept.append(one)
            elif is_lea:
                kept.append(replace(one, mention=_doubted(one.mention, score)))
        return kept

    def _judged(self, read: ReadItem, found: Sequence[_Placed], kind: Kind) -> list[Mention]:
        """The mentions of an item with what they show."""
        places = {(one.passage, one.hit.tokens): one.hit for one in found}
        ordered = [(number, hit) for (number, _), hit in sorted(places.items(), key=_by_place)]
        verdicts = [judge(read, number, hit, kind, self._rules) for number, hit in ordered]
        if self._assertions is not None:
            verdicts = list(self._assertions.judge(read, ordered, kind, verdicts))
        of = {
            (number, hit.tokens): verdict
            for (number, hit), verdict in zip(ordered, verdicts, strict=True)
        }
        plain = default_of(kind)
        dealt: dict[str, int] = {}  # by theme, the last passage that deals with it
        for one in found:
            if of[one.passage, one.hit.tokens].assertion is plain:
                dealt[one.mention.theme] = one.passage
        judged = []
        for one in found:
            verdict = of[one.passage, one.hit.tokens]
            shown = ground(verdict, kind)
            # of a list of duties those that the item takes up are dealt with
            is_duty = verdict.rule is not None and verdict.rule.unless_taken_up
            if is_duty and dealt.get(one.mention.theme, -1) > one.passage:
                verdict, shown = Verdict(plain), taken_up(plain)
            judged.append(
                replace(
                    one.mention,
                    assertion=verdict.assertion,
                    why=f"{one.mention.why}; {shown}",
                )
            )
        return judged

    def _mention(self, read: ReadItem, find: Find, theme: str, kind: Kind) -> Mention:
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
            assertion=default_of(kind),
            term=find.term.id,
            confidence=self._confidence.of(find.term.wording.value, method.value),
            method=method,
            why=found_by(find.term, method),
        )


def _by_place(place: tuple[tuple[int, tuple[int, ...]], Hit]) -> tuple[int, int, int]:
    (passage, tokens), _ = place
    return passage, tokens[0], tokens[-1]


def _known(found: Sequence[_Placed]) -> dict[int, list[Known]]:
    """The finds of the vocabulary by passage."""
    known: dict[int, list[Known]] = {}
    for one in found:
        own = one.mention
        known.setdefault(one.passage, []).append(
            (own.start, own.end, own.theme, own.wording.value)
        )
    return known


def _widened(found: Sequence[_Placed], scores: ItemScores) -> list[_Placed]:
    wide = widened([(one.passage, one.mention) for one in found], scores)
    return [replace(one, mention=mention) for one, (_, mention) in zip(found, wide, strict=True)]


def _learned_mention(scores: ItemScores, learned: Learned, kind: Kind) -> Mention:
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
        assertion=default_of(kind),
        term="",
        confidence=round(learned.score, 3),
        method=Method.MODEL if certain else Method.SEMANTIC,
        why=found_like(classifier.nearest(quote, learned.theme)),
    )


def _in_original(mention: Mention, text: str, unwrapped: Unwrapped) -> Mention:
    start, end = unwrapped.span(mention.start, mention.end)
    return replace(mention, start=start, end=end, quote=text[start:end])


def _doubted(mention: Mention, score: float) -> Mention:
    """A find of the vocabulary in a sentence that is about something else: a proposal."""
    return replace(
        mention,
        confidence=round(score, 3),
        method=Method.SEMANTIC,
        why=doubted(mention.why),
    )


def _with_few_proposals(items: Sequence[Sequence[_Placed]]) -> list[list[_Placed]]:
    """Without all but the surest proposals of the document."""
    proposals = [one for item in items for one in item if one.mention.method is Method.SEMANTIC]
    ranked = sorted(
        proposals,
        key=lambda one: (
            -one.mention.confidence,
            one.mention.item,
            one.mention.start,
            one.mention.theme,
        ),
    )
    dropped = {id(one) for one in ranked[_MOST_PROPOSALS:]}
    return [[one for one in item if id(one) not in dropped] for item in items]
