"""Small lists of questions, and forms as people fill them in."""

import openpyxl

from leaterms.questionnaire.grounds import gather_grounds
from leaterms.questionnaire.questions import parse_questions
from tests.assessment.archives import THEMES

KINDS = ("overleg", "partners", "afspraken", "meetbaar", "waarom-niet")
LIST = "title: Vragen\nnote: Van onszelf.\nquestions:\n" + "".join(
    f"  - id: {theme}-{kind}\n    theme: {theme}\n    kind: {kind}\n"
    f"    text: Vraag naar {kind} over {theme} in {{jaar}}?\n    source: IVHO-lea\n"
    for theme in ("segregatie", "integratie")
    for kind in KINDS
)


def questions(text=LIST):
    return parse_questions(text, "vragen.yaml", {theme.id for theme in THEMES})


def grounds(*papers, year=2022, municipality=None, accepted=()):
    return gather_grounds(papers, THEMES, year, municipality, accepted)


def fill(path, answers, *, head=("id", "antwoord", "toelichting"), above=()):
    """A form with a row for each of `answers`, which are as wide as `head`."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (*above, head, *answers):
        sheet.append(row)
    book.save(path)
    return path
