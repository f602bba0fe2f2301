"""What went wrong, one line each with its sentence: for those who mend the vocabulary."""

from collections import defaultdict
from pathlib import PurePosixPath

from leaterms.evaluation.comparison import DocumentComparison
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.gold import sentence_around
from leaterms.evaluation.matching import Pair

__all__ = ["list_mistakes"]


def list_mistakes(evaluation: Evaluation) -> str:
    """Misses and false alarms by theme, then wrong wording and assertion, structure, coverage.

    A miss is `- [quote]` in its sentence; a false alarm is `+ [quote]`, with the term and
    why; a mention found with another class is `~`, a span that overlaps only is `/`.
    """
    themes: dict[str, list[str]] = defaultdict(list)
    classes: list[str] = []
    spans: list[str] = []
    for document in evaluation.documents:
        for pair in document.pairs:
            if pair.gold is None and pair.found is not None:
                themes[pair.found.theme].append(_false_alarm(document, pair))
            elif pair.found is None and pair.gold is not None:
                themes[pair.gold.theme].append(_miss(document, pair))
            else:
                classes += _class_errors(document, pair)
                spans += _span_errors(document, pair)
    parts = [
        f"{theme}\n" + "\n".join(sorted(lines, key=lambda line: line[0] != "-"))
        for theme, lines in sorted(themes.items())
    ]
    parts += _section("bewoording en bewering", classes)
    parts += _section("grenzen", spans)
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


def _miss(document: DocumentComparison, pair: Pair) -> str:
    gold = pair.gold
    assert gold is not None
    return (
        f"- {_place(document, pair)} [{gold.quote}] {gold.wording}/{gold.assertion}"
        f" :: {_sentence(document, pair)}"
    )


def _false_alarm(document: DocumentComparison, pair: Pair) -> str:
    found = pair.found
    assert found is not None
    return (
        f"+ {_place(document, pair)} [{found.quote}] {found.wording}/{found.assertion}"
        f" ({found.term}: {found.why}) :: {_one_line(found.sentence)}"
    )


def _class_errors(document: DocumentComparison, pair: Pair) -> list[str]:
    gold, found = pair.gold, pair.found
    assert gold is not None
    assert found is not None
    wrong = [
        f"{wanted} werd {given}"
        for wanted, given in (
            (gold.wording.value, found.wording.value),
            (gold.assertion.value, found.assertion.value),
        )
        if wanted != given
    ]
    if not wrong:
        return []
    because = f"({found.term}: {found.why}) :: {_sentence(document, pair)}"
    return [f"~ {_place(document, pair)} [{gold.quote}] {', '.join(wrong)} {because}"]


def _span_errors(document: DocumentComparison, pair: Pair) -> list[str]:
    gold, found = pair.gold, pair.found
    assert gold is not None
    assert found is not None
    if pair.exact:
        return []
    return [f"/ {_place(document, pair)} [{gold.quote}] werd [{found.quote}] ({found.term})"]


def _place(document: DocumentComparison, pair: Pair) -> str:
    mention = pair.gold or pair.found
    assert mention is not None
    where = "kop" if mention.in_heading else "tekst"
    return f"{_name(document)}#{mention.item} {where}"


def _name(document: DocumentComparison) -> str:
    """The file that was scanned; the annotated one where there is none."""
    return PurePosixPath(document.path or document.annotated.name).name


def _sentence(document: DocumentComparison, pair: Pair) -> str:
    gold = pair.gold
    assert gold is not None
    item = document.annotated.items[gold.item + 1]
    return _one_line(sentence_around(item, gold.start, in_heading=gold.in_heading))


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
