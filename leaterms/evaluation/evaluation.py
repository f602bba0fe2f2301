"""The figures of an evaluation: sums over documents, and coverage over all of them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leaterms.detection import Assertion, Mention
from leaterms.evaluation.annotations import GoldMention
from leaterms.evaluation.comparison import FACTS, DocumentComparison
from leaterms.evaluation.items import score_items
from leaterms.evaluation.matching import Pair
from leaterms.evaluation.scores import Score, Share, sum_scores
from leaterms.vocabulary import Wording

__all__ = ["CellPair", "CoverageScores", "Evaluation", "TermScore"]


@dataclass(frozen=True, slots=True)
class TermScore:
    """What one vocabulary entry found: mentions that are annotated, and that are not.

    Of mentions that no entry found, `term` is the method in brackets: '(model)'.
    """

    term: str
    right: int
    false: int


@dataclass(frozen=True, slots=True)
class CellPair:
    """A cell of the table year x theme, annotated and found; '' where one has no such row."""

    municipality: str
    year: int
    theme: str
    gold_status: str
    found_status: str
    gold_risk: str
    found_risk: str


@dataclass(frozen=True, slots=True)
class CoverageScores:
    """How the cells (municipality, year, theme) agree, in that order.

    A cell that was not found counts as wrong. Cells that are not annotated are counted
    apart: a regional meeting counts for every municipality that its text names.
    """

    cells: tuple[CellPair, ...]

    @property
    def status(self) -> Share:
        """Cells with the annotated status."""
        return self._share(lambda cell: cell.gold_status == cell.found_status)

    @property
    def risk(self) -> Share:
        """Cells with the annotated risk."""
        return self._share(lambda cell: cell.gold_risk == cell.found_risk)

    @property
    def unexpected(self) -> int:
        """Cells that were found and are not annotated."""
        return sum(not cell.gold_status for cell in self.cells)

    def _share(self, agree: Callable[[CellPair], bool]) -> Share:
        annotated = [agree(cell) for cell in self.cells if cell.gold_status]
        return Share(sum(annotated), len(annotated))

    @property
    def errors(self) -> tuple[CellPair, ...]:
        """Annotated cells in which status or risk is wrong."""
        return tuple(
            c
            for c in self.cells
            if c.gold_status and (c.gold_status, c.gold_risk) != (c.found_status, c.found_risk)
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A scan held against annotations.

    `structured` is False where the annotated structure was used and only detection was
    measured: headings and facts say nothing then. `coverage` is None where it was
    not computed.
    """

    documents: tuple[DocumentComparison, ...]
    structured: bool
    coverage: CoverageScores | None = None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs of mentions, document by document."""
        return tuple(pair for document in self.documents for pair in document.pairs)

    @property
    def strict(self) -> Score:
        """Mentions with the same span and theme."""
        return _score(self.pairs, strict=True)

    @property
    def partial(self) -> Score:
        """Mentions of the same theme that overlap."""
        return _score(self.pairs, strict=False)

    @property
    def items(self) -> Score:
        """Themes borne by an item: found or not, however often they stand in it."""
        return score_items([one for document in self.documents for one in document.item_themes])

    def items_by_theme(self) -> dict[str, Score]:
        """The same per theme, in alphabetical order."""
        themes = [one for document in self.documents for one in document.item_themes]
        return {
            theme: score_items([one for one in themes if one.theme == theme])
            for theme in sorted({one.theme for one in themes})
        }

    def by_theme(self, *, strict: bool = False) -> dict[str, Score]:
        """Scores per theme, in alphabetical order."""
        return _scores_by(
            self.pairs, lambda gold: gold.theme, lambda found: found.theme, strict=strict
        )

    def by_wording(self, *, strict: bool = False) -> dict[str, Score]:
        """Scores per wording; a mention found in the wrong class is missed and false."""
        return _scores_by(
            self.pairs,
            lambda gold: gold.wording.value,
            lambda found: found.wording.value,
            strict=strict,
        )

    def by_assertion(self, *, strict: bool = False) -> dict[str, Score]:
        """Scores per assertion; a mention found in the wrong class is missed and false."""
        return _scores_by(
            self.pairs,
            lambda gold: gold.assertion.value,
            lambda found: found.assertion.value,
            strict=strict,
        )

    def by_municipality(self, *, strict: bool = False) -> dict[str, Score]:
        """Scores per annotated municipality."""
        groups: dict[str, list[Score]] = defaultdict(list)
        for document in self.documents:
            groups[document.municipality].append(_score(document.pairs, strict=strict))
        return {name: sum_scores(groups[name]) for name in sorted(groups)}

    def by_term(self) -> tuple[TermScore, ...]:
        """What each term found (overlap suffices), most false alarms first."""
        right: dict[str, int] = defaultdict(int)
        false: dict[str, int] = defaultdict(int)
        for pair in self.pairs:
            if pair.found is not None:
                term = pair.found.term or f"({pair.found.method.value})"
                (false if pair.gold is None else right)[term] += 1
        terms = [TermScore(term, right[term], false[term]) for term in {*right, *false}]
        return tuple(sorted(terms, key=lambda t: (-t.false, t.right, t.term)))

    @property
    def wording(self) -> Share:
        """Matched mentions with the annotated wording."""
        return _share(self.pairs, lambda gold, found: gold.wording == found.wording)

    @property
    def assertion(self) -> Share:
        """Matched mentions with the annotated assertion."""
        return _share(self.pairs, lambda gold, found: gold.assertion == found.assertion)

    def assertion_confusion(self) -> dict[str, dict[str, int]]:
        """Of the matched mentions: annotated assertion -> found assertion -> how many.

        Every assertion is there, in the order of `Assertion`.
        """
        table = {gold.value: {found.value: 0 for found in Assertion} for gold in Assertion}
        for pair in self.pairs:
            if pair.gold is not None and pair.found is not None:
                table[pair.gold.assertion.value][pair.found.assertion.value] += 1
        return table

    @property
    def proposed(self) -> Share:
        """Of the annotated jargon that was missed, what is among the proposals."""
        missed = sum(
            pair.gold is not None and pair.gold.wording is Wording.JARGON and pair.found is None
            for pair in self.pairs
        )
        named = sum(
            pair.gold is not None and pair.gold.wording is Wording.JARGON
            for pair in self.proposals
        )
        return Share(named, missed)

    @property
    def proposals(self) -> tuple[Pair, ...]:
        """All proposals, each with the missed mention that it names, if any."""
        return tuple(pair for document in self.documents for pair in document.proposals)

    @property
    def placed(self) -> Share:
        """Matched mentions in the right item, and rightly in heading or text."""
        matched = [pair for pair in self.pairs if pair.right]
        return Share(sum(pair.placed for pair in matched), len(matched))

    @property
    def headings(self) -> Score:
        """Headings of items, by their text."""
        return sum_scores(document.headings for document in self.documents)

    @property
    def facts(self) -> dict[str, Share]:
        """Date, kind, level, is_lea, partners, municipality: documents in which they are right."""
        return {
            name: Share(
                sum(f.right for d in self.documents for f in d.facts if f.name == name),
                len(self.documents),
            )
            for name in FACTS
        }

    @property
    def agreements(self) -> Score:
        """Agreements, by their place."""
        pairs = [pair for document in self.documents for pair in document.agreements]
        return Score(
            sum(pair.gold is not None and pair.found is not None for pair in pairs),
            sum(pair.gold is None for pair in pairs),
            sum(pair.found is None for pair in pairs),
        )

    @property
    def measurable(self) -> Share:
        """Matched agreements rightly said to be measurable or not."""
        judged = [
            pair.gold.measurable == pair.found.measurable
            for document in self.documents
            for pair in document.agreements
            if pair.gold is not None and pair.found is not None
        ]
        return Share(sum(judged), len(judged))

    @property
    def outside(self) -> Share:
        """False mentions in documents that are no LEA, and how many such documents there are."""
        other = [d for d in self.documents if not d.annotated.header.is_lea]
        return Share(sum(d.false_mentions for d in other), len(other))

    def select(self, keep: Callable[[DocumentComparison], bool]) -> "Evaluation":
        """The same of some documents only, with the coverage of their municipalities."""
        documents = tuple(document for document in self.documents if keep(document))
        coverage = self.coverage
        if coverage is not None:
            names = {name for d in documents for name in d.annotated.header.municipalities}
            coverage = CoverageScores(tuple(c for c in coverage.cells if c.municipality in names))
        return Evaluation(documents, self.structured, coverage)

    @property
    def is_of_one_municipality(self) -> bool:
        """All documents are of the same one (or there are none)."""
        return len({_origin(document) for document in self.documents}) < 2

    @property
    def origin(self) -> str:
        """The municipality that is annotated first of its first document; '' without any."""
        return _origin(self.documents[0]) if self.documents else ""

    def split(self) -> tuple["Evaluation", ...]:
        """The same per municipality, a-z; per document where there is but one municipality.

        A regional meeting goes with the municipality that is annotated first. A document by
        itself has no coverage.
        """
        if self.is_of_one_municipality:
            return tuple(Evaluation((d,), self.structured) for d in self.documents)
        return tuple(self._of(name) for name in sorted({_origin(d) for d in self.documents}))

    def _of(self, name: str) -> "Evaluation":
        coverage = self.coverage
        if coverage is not None:
            coverage = CoverageScores(tuple(c for c in coverage.cells if c.municipality == name))
        documents = tuple(d for d in self.documents if _origin(d) == name)
        return Evaluation(documents, self.structured, coverage)


def _origin(document: DocumentComparison) -> str:
    return document.annotated.header.municipalities[0]


def _score(pairs: Sequence[Pair], *, strict: bool) -> Score:
    right = sum(_counts(pair, strict=strict) for pair in pairs)
    return Score(
        right,
        sum(pair.found is not None for pair in pairs) - right,
        sum(pair.gold is not None for pair in pairs) - right,
    )


def _counts(pair: Pair, *, strict: bool) -> bool:
    return pair.exact if strict else pair.right


def _scores_by(
    pairs: Sequence[Pair],
    gold_key: Callable[[GoldMention], str],
    found_key: Callable[[Mention], str],
    *,
    strict: bool,
) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for pair in pairs:
        wanted = gold_key(pair.gold) if pair.gold else ""
        given = found_key(pair.found) if pair.found else ""
        if wanted == given and _counts(pair, strict=strict):
            scores[wanted] += Score(right=1)
            continue
        if wanted:
            scores[wanted] += Score(missed=1)
        if given:
            scores[given] += Score(false=1)
    return dict(sorted(scores.items()))


def _share(pairs: Sequence[Pair], agree: Callable[[GoldMention, Mention], bool]) -> Share:
    judged = [agree(pair.gold, pair.found) for pair in pairs if pair.gold and pair.found]
    return Share(sum(judged), len(judged))
