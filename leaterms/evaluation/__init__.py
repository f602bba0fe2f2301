"""A scan held against annotated documents: how much is found, and how much is right."""

from leaterms.evaluation.annotations import (
    AnnotatedDocument,
    AnnotatedItem,
    GoldAgreement,
    GoldMention,
    Header,
)
from leaterms.evaluation.evaluate import (
    evaluate,
    evaluate_sources,
    read_annotations,
)
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.folder import evaluate_folder
from leaterms.evaluation.gold import gold_record, gold_result
from leaterms.evaluation.mistakes import list_mistakes
from leaterms.evaluation.parsing import parse_annotated
from leaterms.evaluation.scores import Score, Share
from leaterms.evaluation.tables import to_text

__all__ = [
    "AnnotatedDocument",
    "AnnotatedItem",
    "Evaluation",
    "GoldAgreement",
    "GoldMention",
    "Header",
    "Score",
    "Share",
    "evaluate",
    "evaluate_folder",
    "evaluate_sources",
    "gold_record",
    "gold_result",
    "list_mistakes",
    "parse_annotated",
    "read_annotations",
    "to_text",
]
