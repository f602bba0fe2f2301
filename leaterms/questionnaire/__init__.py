"""The inspectorate's yearly questions: a dossier of evidence, and answers held against it."""

from leaterms.questionnaire.accepted import Acceptance, load_accepted
from leaterms.questionnaire.answers import Answer, FilledForm, Reply, read_form
from leaterms.questionnaire.contradictions import (
    Conflict,
    Contradiction,
    find_contradictions,
)
from leaterms.questionnaire.form import write_form
from leaterms.questionnaire.grounds import gather_grounds
from leaterms.questionnaire.questions import (
    Question,
    QuestionKind,
    Questionnaire,
    load_questions,
)
from leaterms.questionnaire.writer import check_dossier_name, write_dossier

__all__ = [
    "Acceptance",
    "Answer",
    "Conflict",
    "Contradiction",
    "FilledForm",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Reply",
    "check_dossier_name",
    "find_contradictions",
    "gather_grounds",
    "load_accepted",
    "load_questions",
    "read_form",
    "write_dossier",
    "write_form",
]
