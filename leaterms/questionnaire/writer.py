"""From results to a dossier in a file: Word or HTML, by the name of the file."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from leaterms.archive import FileResult
from leaterms.errors import InputError
from leaterms.questionnaire.accepted import Acceptance
from leaterms.questionnaire.dossier import compose_dossier
from leaterms.questionnaire.drafting import draft_answers
from leaterms.questionnaire.grounds import gather_grounds
from leaterms.questionnaire.page import write_page
from leaterms.questionnaire.questions import Questionnaire
from leaterms.questionnaire.word import write_word
from leaterms.vocabulary import Theme

__all__ = ["check_dossier_name", "write_dossier"]

_WRITERS = {".docx": write_word, ".html": write_page, ".htm": write_page}


def check_dossier_name(path: Path) -> None:
    """See that a dossier can be written in the form that the name of the file asks for.

    Raises:
        InputError: the name ends in neither .docx nor .html.
    """
    if path.suffix.lower() not in _WRITERS:
        raise InputError(
            f"Een dossier is een Word-bestand of een webpagina, en '{path.name}' is geen van "
            "beide; laat de naam eindigen op .docx of .html."
        )


def write_dossier(
    results: Sequence[FileResult],
    themes: Sequence[Theme],
    questionnaire: Questionnaire,
    path: Path,
    year: int,
    municipality: str | None = None,
    *,
    pseudonymise: bool = False,
    accepted: Iterable[Acceptance] = (),
) -> None:
    """Write the dossier of `year` to `path`, over what was there.

    Raises:
        InputError: the name of `path` tells no form, there is no such year or municipality in
            the archive, or an accepted id is of no mention.
        OutputError: the file cannot be written.
    """
    check_dossier_name(path)
    grounds = gather_grounds(results, themes, year, municipality, accepted)
    drafts = draft_answers(questionnaire, grounds)
    dossier = compose_dossier(questionnaire, drafts, grounds, pseudonymise=pseudonymise)
    _WRITERS[path.suffix.lower()](dossier, path)
