"""A scan held against annotated documents: how much is found, and how much is right."""

from leaterms.evaluation.annotations import (
    AnnotatedDocument,
    AnnotatedItem,
    GoldAgreement,
    GoldMention,
    Header,
)
from leaterms.evaluation.baselines import Finder, LabelMatcher, PlainSearch, make_baselines
from leaterms.evaluation.contenders import (
    Contender,
    compare_finders,
    compare_with_baselines,
    detect_in,
)
from leaterms.evaluation.evaluate import (
    Matched,
    evaluate,
    evaluate_matched,
    evaluate_sources,
    match_results,
    match_sources,
    read_annotations,
)
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.folder import evaluate_folder, match_folder
from leaterms.evaluation.gold import gold_record, gold_result
from leaterms.evaluation.intervals import Interval, Intervals, ScoreIntervals, find_intervals
from leaterms.evaluation.mistakes import Mistake, find_mistakes, list_mistakes
from leaterms.evaluation.parsing import parse_annotated
from leaterms.evaluation.plain import contenders_to_plain, to_plain
from leaterms.evaluation.scores import Score, Share
from leaterms.evaluation.tables import contenders_to_text, to_text

__all__ = [
    "AnnotatedDocument",
    "AnnotatedItem",
    "Contender",
    "Evaluation",
    "Finder",
    "GoldAgreement",
    "GoldMention",
    "Header",
    "Interval",
    "Intervals",
    "LabelMatcher",
    "Matched",
    "Mistake",
    "PlainSearch",
    "Score",
    "ScoreIntervals",
    "Share",
    "compare_finders",
    "compare_with_baselines",
    "contenders_to_plain",
    "contenders_to_text",
    "detect_in",
    "evaluate",
    "evaluate_folder",
    "evaluate_matched",
    "evaluate_sources",
    "find_intervals",
    "find_mistakes",
    "gold_record",
    "gold_result",
    "list_mistakes",
    "make_baselines",
    "match_folder",
    "match_results",
    "match_sources",
    "parse_annotated",
    "read_annotations",
    "to_plain",
    "to_text",
]
