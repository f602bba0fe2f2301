"""An evaluation as plain values, for JSON: every figure of the tables, and all terms."""

from collections.abc import Mapping, Sequence

from leaterms.evaluation.contenders import Contender
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.intervals import Interval, ScoreIntervals, find_intervals
from leaterms.evaluation.scores import Score

__all__ = ["contenders_to_plain", "to_plain"]


def to_plain(evaluation: Evaluation) -> dict[str, object]:
    """Counts and figures by name; a figure that is undefined is None, shares have 4 decimals."""
    figures: dict[str, object] = {
        "documents": len(evaluation.documents),
        "mentions": {
            "strict": evaluation.strict.to_dict(),
            "partial": evaluation.partial.to_dict(),
        },
        "items": evaluation.items.to_dict(),
        "items_by_theme": _scores(evaluation.items_by_theme()),
        "themes": _scores(evaluation.by_theme()),
        "themes_strict": _scores(evaluation.by_theme(strict=True)),
        "wordings": _scores(evaluation.by_wording()),
        "assertions": _scores(evaluation.by_assertion()),
        "assertion_confusion": evaluation.assertion_confusion(),
        "municipalities": _scores(evaluation.by_municipality()),
        "agreements": evaluation.agreements.to_dict(),
        "measurable": evaluation.measurable.to_dict(),
        "wording_accuracy": evaluation.wording.to_dict(),
        "assertion_accuracy": evaluation.assertion.to_dict(),
        "missed_jargon_proposed": evaluation.proposed.to_dict(),
        "proposals": len(evaluation.proposals),
        "false_mentions_outside_lea": {
            "mentions": evaluation.outside.right,
            "documents": evaluation.outside.of,
        },
        "terms": [
            {"term": t.term, "right": t.right, "false": t.false} for t in evaluation.by_term()
        ],
        "intervals": _intervals(evaluation),
    }
    if evaluation.structured:
        figures["placed"] = evaluation.placed.to_dict()
        figures["headings"] = evaluation.headings.to_dict()
        figures["facts"] = {name: share.to_dict() for name, share in evaluation.facts.items()}
    if evaluation.coverage is not None:
        figures["coverage"] = {
            "status": evaluation.coverage.status.to_dict(),
            "risk": evaluation.coverage.risk.to_dict(),
            "unexpected": evaluation.coverage.unexpected,
        }
    return figures


def _scores(scores: Mapping[str, Score]) -> dict[str, object]:
    return {name: score.to_dict() for name, score in scores.items()}


def _intervals(evaluation: Evaluation) -> dict[str, object]:
    found = find_intervals(evaluation)
    return {
        "groups": found.groups,
        "of": "document" if found.of_documents else "municipality",
        "scores": {name: _of_score(one) for name, one in found.scores.items()},
        "shares": {name: _bounds(one) for name, one in found.shares.items()},
    }


def _of_score(one: ScoreIntervals) -> dict[str, list[float] | None]:
    return {
        "precision": _bounds(one.precision),
        "recall": _bounds(one.recall),
        "f1": _bounds(one.f1),
    }


def _bounds(one: Interval | None) -> list[float] | None:
    return one.to_list() if one else None


def contenders_to_plain(contenders: Sequence[Contender]) -> list[dict[str, object]]:
    """The figures of the table in which finders stand beside each other."""
    return [
        {
            "name": one.name,
            "mentions": one.evaluation.partial.to_dict(),
            "wordings": _scores(one.evaluation.by_wording()),
            "seconds_per_document": round(one.seconds, 4),
        }
        for one in contenders
    ]
