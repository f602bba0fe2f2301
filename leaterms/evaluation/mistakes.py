"""What went wrong, one line each with its sentence: for those who mend the vocabulary."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath

from leaterms.evaluation.comparison import DocumentComparison
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.gold import sentence_around
from leaterms.evaluation.matching import Pair

__all__ = ["Mistake", "find_mistakes", "list_mistakes"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mention that was missed, found wrongly, or found with another class or span.

    `document` is the name of the scanned file, or of the annotated one where there is none;
    `item` and `in_heading` say where it stands, as annotated, or as found where nothing is.
    `quote`, `wording` and `assertion` are '' where nothing is annotated, the `found_` ones and
    `term` and `why` where nothing was found. `is_proposed`: missed, and among the proposals.
    """

    document: str
    item: int
    in_heading: bool
    theme: str
    quote: str
    wording: str
    assertion: str
    found_quote: str
    found_wording: str
    found_assertion: str
    is_exact: bool
    is_proposed: bool
    term: str
    why: str
    sentence: str

    @property
    def is_miss(self) -> bool:
        """Annotated and not found."""
        return not self.found_quote

    @property
    def is_false(self) -> bool:
        """Found and not annotated."""
        return not self.quote

    @property
    def has_wrong_class(self) -> bool:
        """Found with another wording or assertion."""
        return not (self.is_miss or self.is_false) and (self.wording, self.assertion) != (
            self.found_wording,
            self.found_assertion,
        )


def find_mistakes(evaluation: Evaluation) -> tuple[Mistake, ...]:
    """All mistakes in mentions, document by document: those annotated first, in order of place."""
    return tuple(
        mistake
        for document in evaluation.documents
        for pair in document.pairs
        for mistake in [_mistake(document, pair)]
        if mistake.is_miss or mistake.is_false or mistake.has_wrong_class or not mistake.is_exact
    )


def _mistake(document: DocumentComparison, pair: Pair) -> Mistake:
    gold, found = pair.gold, pair.found
    mention = gold or found
    assert mention is not None
    sentence = found.sentence if found else ""
    if gold:
        item = document.annotated.items[gold.item + 1]
        sentence = sentence_around(item, gold.start, in_heading=gold.in_heading)
    return Mistake(
        document=_name(document),
        item=mention.item,
        in_heading=mention.in_heading,
        theme=mention.theme,
        quote=gold.quote if gold else "",
        wording=gold.wording.value if gold else "",
        assertion=gold.assertion.value if gold else "",
        found_quote=found.quote if found else "",
        found_wording=found.wording.value if found else "",
        found_assertion=found.assertion.value if found else "",
        is_exact=pair.exact,
        is_proposed=not found and any(gold is proposal.gold for proposal in document.proposals),
        term=(found.term or f"({found.method.value})") if found else "",
        why=found.why if found else "",
        sentence=_one_line(sentence),
    )


def list_mistakes(evaluation: Evaluation) -> str:
    """Misses and false alarms by theme, then wrong wording and assertion, structure, coverage.

    A miss is `- [quote]` in its sentence, with `wel voorgesteld` if it is among the proposals; a
    false alarm is `+ [quote]`, with the term and why; a mention found with another class is `~`,
    a span that overlaps only is `/`.
    """
    mistakes = find_mistakes(evaluation)
    themes: dict[str, list[str]] = defaultdict(list)
    for one in mistakes:
        if one.is_miss or one.is_false:
            themes[one.theme].append(_miss(one) if one.is_miss else _false_alarm(one))
    matched = [one for one in mistakes if not (one.is_miss or one.is_false)]
    parts = [
        f"{theme}\n" + "\n".join(sorted(lines, key=lambda line: line[0] != "-"))
        for theme, lines in sorted(themes.items())
    ]
    parts += _section(
        "bewoording en bewering", [_class_error(one) for one in matched if one.has_wrong_class]
    )
    parts += _section("grenzen", [_span_error(one) for one in matched if not one.is_exact])
    if evaluation.structured:
        parts += _section("kenmerken en koppen", _structure_errors(evaluation))
    parts += _section("afspraken", _agreement_errors(evaluation))
    if evaluation.coverage is not None:
        parts += _section(
            "dekking",
            [
                f"{e.municipality} {e.year} {e.theme}: {e.gold_status} ({e.gold_risk}), "
                f"gevonden {e.found_status or 'niets'} ({e.found_risk or '-'})"
                for e in evaluation.coverage.errors
            ],
        )
    return "\n\n".join(parts) + "\n" if parts else ""


def _section(title: str, lines: list[str]) -> list[str]:
    return ["\n".join([title, *lines])] if lines else []


def _miss(one: Mistake) -> str:
    proposed = ", wel voorgesteld" if one.is_proposed else ""
    return (
        f"- {_place(one)} [{one.quote}] {one.wording}/{one.assertion}{proposed} :: {one.sentence}"
    )


def _false_alarm(one: Mistake) -> str:
    return (
        f"+ {_place(one)} [{one.found_quote}] {one.found_wording}/{one.found_assertion}"
        f" ({one.term}: {one.why}) :: {one.sentence}"
    )


def _class_error(one: Mistake) -> str:
    wrong = ", ".join(
        f"{wanted} werd {given}"
        for wanted, given in (
            (one.wording, one.found_wording),
            (one.assertion, one.found_assertion),
        )
        if wanted != given
    )
    return f"~ {_place(one)} [{one.quote}] {wrong} ({one.term}: {one.why}) :: {one.sentence}"


def _span_error(one: Mistake) -> str:
    return f"/ {_place(one)} [{one.quote}] werd [{one.found_quote}] ({one.term})"


def _place(one: Mistake) -> str:
    return f"{one.document}#{one.item} {'kop' if one.in_heading else 'tekst'}"


def _name(document: DocumentComparison) -> str:
    """The file that was scanned; the annotated one where there is none."""
    return PurePosixPath(document.path or document.annotated.name).name


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _structure_errors(evaluation: Evaluation) -> list[str]:
    lines = []
    for document in evaluation.documents:
        name = _name(document)
        if document.status != "ok":
            lines.append(f"{name}: {document.status}")
            continue
        lines += [
            f"{name}: {fact.name} {fact.gold or 'geen'}, gevonden {fact.found or 'geen'}"
            for fact in document.facts
            if not fact.right
        ]
        lines += [f"{name}: kop gemist [{text}]" for text in document.heading_errors.missed]
        lines += [f"{name}: geen kop [{text}]" for text in document.heading_errors.false]
    return lines


def _agreement_errors(evaluation: Evaluation) -> list[str]:
    lines = []
    for document in evaluation.documents:
        name = _name(document)
        for pair in document.agreements:
            gold, found = pair.gold, pair.found
            if gold is not None and found is None:
                lines.append(f"- {name}#{gold.item} [{_one_line(gold.text)}]")
            elif found is not None and gold is None:
                lines.append(f"+ {name}#{found.item} [{_one_line(found.text)}]")
            elif gold is not None and found is not None and gold.measurable != found.measurable:
                wanted = "meetbaar" if gold.measurable else "niet meetbaar"
                lines.append(f"~ {name}#{gold.item} is {wanted} [{_one_line(gold.text)}]")
    return lines
