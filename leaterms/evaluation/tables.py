"""An evaluation as text: tables of fixed width, in Dutch, for a terminal or a log."""

from collections.abc import Iterable, Mapping, Sequence

from leaterms.evaluation.contenders import Contender
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.intervals import Interval, Intervals, find_intervals
from leaterms.evaluation.scores import Score, Share

__all__ = ["contenders_to_text", "to_text"]

_FACT_NAMES = {
    "date": "datum",
    "kind": "soort",
    "level": "niveau",
    "is_lea": "is LEA",
    "partners": "partners",
    "municipality": "gemeente",
}
_INTERVAL_NAMES = {
    "strict": "zelfde woorden",
    "partial": "overlappend",
    "items": "thema's van agendapunten",
    "statutory": "in wettelijke woorden",
    "jargon": "in eigen woorden",
    "wording": "bewoording goed",
    "assertion": "bewering goed",
    "proposed": "gemist jargon voorgesteld",
    "outside": "vals per stuk dat geen LEA is",
    "status": "dekking: status",
    "risk": "dekking: risico",
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
        _table("Thema's van agendapunten", _SCORE_HEAD, [_score_row("alle", evaluation.items)]),
        _scores("Per thema (agendapunten)", evaluation.items_by_theme()),
        _scores("Per thema (overlappend)", evaluation.by_theme()),
        _scores("Per thema (zelfde woorden)", evaluation.by_theme(strict=True)),
        _scores("Per bewoording", evaluation.by_wording()),
        _scores("Per bewering", evaluation.by_assertion()),
        _confusion(evaluation.assertion_confusion()),
        _scores("Per gemeente", evaluation.by_municipality()),
        _municipalities(evaluation),
        _shares(
            "Van de gevonden vermeldingen",
            {"bewoording goed": evaluation.wording, "bewering goed": evaluation.assertion},
        ),
        _shares("Gemist jargon", {"staat bij de voorstellen": evaluation.proposed}),
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
    parts += _margins(find_intervals(evaluation))
    parts.append(_terms(evaluation))
    return "\n\n".join(part for part in parts if part) + "\n"


def _outside(evaluation: Evaluation) -> str:
    false = evaluation.outside
    each = f", {false.value:.2f} per stuk" if false.value is not None else ""
    return f"Valse vermeldingen in {false.of} stukken die geen LEA zijn: {false.right}{each}"


def _confusion(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Annotated assertions down, found ones across, and the share that is right."""
    head = ("", *counts, "aandeel goed")
    rows = [
        (gold, *map(str, found.values()), _figure(Share(found[gold], sum(found.values())).value))
        for gold, found in counts.items()
        if any(found.values())
    ]
    return _table("Bewering: zo geannoteerd \\ zo gevonden", head, rows)


def _municipalities(evaluation: Evaluation) -> str:
    """What `by_municipality` does not say of each."""
    rows = []
    parts = evaluation.split()
    if len(parts) < 2 or evaluation.is_of_one_municipality:
        return ""
    for part in parts:
        wordings = part.by_wording()
        figures = (
            part.items.f1,
            wordings.get("statutory", Score()).f1,
            wordings.get("jargon", Score()).f1,
            part.assertion.value,
            part.coverage.status.value if part.coverage else None,
        )
        rows.append((part.origin, str(len(part.documents)), *map(_figure, figures)))
    head = ("", "stukken", "punten F1", "wettelijk F1", "jargon F1", "bewering", "dekking")
    return _table("Per gemeente, nader", head, rows)


def _margins(found: Intervals) -> list[str]:
    """Two tables of 95% intervals; none where there is nothing to draw from."""
    if found.groups < 2:
        return []
    of = f"{found.groups} {'documenten' if found.of_documents else 'gemeenten'}"
    scores = [
        (_INTERVAL_NAMES[name], _range(one.precision), _range(one.recall), _range(one.f1))
        for name, one in found.scores.items()
    ]
    shares = [(_INTERVAL_NAMES[name], _range(one)) for name, one in found.shares.items() if one]
    return [
        _table(f"Marges van 95% ({of})", ("", *_SCORE_HEAD[4:]), scores),
        _table(f"Marges van 95% ({of})", ("", "aandeel"), shares),
    ]


def _range(interval: Interval | None) -> str:
    return "-" if interval is None else f"{interval.low:.3f}-{interval.high:.3f}"


def contenders_to_text(contenders: Sequence[Contender]) -> str:
    """The finders beside each other, by the mentions that overlap."""
    rows = []
    for one in contenders:
        score, wordings = one.evaluation.partial, one.evaluation.by_wording()
        figures = (
            score.precision,
            score.recall,
            score.f1,
            wordings.get("statutory", Score()).f1,
            wordings.get("jargon", Score()).f1,
        )
        rows.append((one.name, *map(_figure, figures), f"{one.seconds:.4f}"))
    head = ("", *_SCORE_HEAD[4:], "wettelijk F1", "jargon F1", "s per stuk")
    return _table("Naast eenvoudiger manieren", head, rows) + "\n"


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
