"""An evaluation as text: tables of fixed width, in Dutch, for a terminal or a log."""

from collections.abc import Iterable, Mapping, Sequence

from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.scores import Score, Share

__all__ = ["to_text"]

_FACT_NAMES = {
    "date": "datum",
    "kind": "soort",
    "level": "niveau",
    "is_lea": "is LEA",
    "partners": "partners",
    "municipality": "gemeente",
}
_WORST_TERMS = 25
_SCORE_HEAD = ("", "goed", "vals", "gemist", "precisie", "recall", "F1")
_SHARE_HEAD = ("", "goed", "van", "aandeel")


def to_text(evaluation: Evaluation) -> str:
    """All figures as tables; figures that are undefined show as '-'."""
    parts = [
        f"{len(evaluation.documents)} documenten",
        _table(
            "Vermeldingen",
            _SCORE_HEAD,
            [
                _score_row("zelfde woorden", evaluation.strict),
                _score_row("overlappend", evaluation.partial),
            ],
        ),
        _scores("Per thema (overlappend)", evaluation.by_theme()),
        _scores("Per thema (zelfde woorden)", evaluation.by_theme(strict=True)),
        _scores("Per bewoording", evaluation.by_wording()),
        _scores("Per bewering", evaluation.by_assertion()),
        _scores("Per gemeente", evaluation.by_municipality()),
        _shares(
            "Van de gevonden vermeldingen",
            {"bewoording goed": evaluation.wording, "bewering goed": evaluation.assertion},
        ),
        _outside(evaluation),
        _table("Afspraken", _SCORE_HEAD, [_score_row("alle", evaluation.agreements)]),
        _shares("Van de gevonden afspraken", {"meetbaar goed": evaluation.measurable}),
    ]
    if evaluation.structured:
        parts += _structure(evaluation)
    if evaluation.coverage is not None:
        coverage = evaluation.coverage
        parts.append(
            _shares("Dekking (jaar x thema)", {"status": coverage.status, "risico": coverage.risk})
        )
        parts.append(f"Rijen van de dekking die niet geannoteerd zijn: {coverage.unexpected}")
    parts.append(_terms(evaluation))
    return "\n\n".join(part for part in parts if part) + "\n"


def _outside(evaluation: Evaluation) -> str:
    false = evaluation.outside
    return f"Valse vermeldingen in {false.of} stukken die geen LEA zijn: {false.right}"


def _structure(evaluation: Evaluation) -> list[str]:
    facts = {_FACT_NAMES[name]: share for name, share in evaluation.facts.items()}
    return [
        _table("Koppen van agendapunten", _SCORE_HEAD, [_score_row("alle", evaluation.headings)]),
        _shares("Kenmerken", {**facts, "vermelding onder juiste kop": evaluation.placed}),
    ]


def _terms(evaluation: Evaluation) -> str:
    worst = [term for term in evaluation.by_term() if term.false][:_WORST_TERMS]
    rows = [(t.term, str(t.right), str(t.false)) for t in worst]
    return _table("Termen met de meeste valse vermeldingen", ("", "goed", "vals"), rows)


def _scores(title: str, scores: Mapping[str, Score]) -> str:
    return _table(title, _SCORE_HEAD, [_score_row(name, s) for name, s in scores.items()])


def _shares(title: str, shares: Mapping[str, Share]) -> str:
    rows = [
        (name, str(share.right), str(share.of), _figure(share.value))
        for name, share in shares.items()
    ]
    return _table(title, _SHARE_HEAD, rows)


def _score_row(name: str, score: Score) -> tuple[str, ...]:
    counts = (str(score.right), str(score.false), str(score.missed))
    return (name, *counts, *map(_figure, (score.precision, score.recall, score.f1)))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with the first column to the left and the others to the right; '' if empty."""
    rows = list(rows)
    if not rows:
        return ""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    widths[0] = max(widths[0], len(title))
    lines = [
        "  ".join([first.ljust(widths[0]), *map(str.rjust, others, widths[1:])]).rstrip()
        for first, *others in [(title, *head[1:]), *rows]
    ]
    return "\n".join(lines)
