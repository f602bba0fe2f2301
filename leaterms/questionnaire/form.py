"""The Excel form: written from the list of questions, read back as people fill it in.

One sheet has a row for each question. Reading goes by the headings of the columns and by the
ids of the questions, so that rows may move and columns be added.
"""

import datetime as dt
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from leaterms.archive import EXCEL_PROPERTY
from leaterms.questionnaire.questions import QuestionKind, Questionnaire
from leaterms.vocabulary import Theme
from leaterms.writing import fit_cell, write_whole

__all__ = ["COLUMNS", "SHEET", "write_form"]

SHEET = "vragenlijst"
COLUMNS = ("id", "thema", "vraag", "antwoord", "toelichting")
"""The headings, in their order; the form is known by those of id and answer."""

_WIDTHS = (34, 26, 62, 22, 60)
_LINE = 15  # points
_CHOICES = ("ja", "nee", "deels")
_TEXTS = {
    QuestionKind.PARTNERS: "Noem wie er waren: gemeente, schoolbesturen, kinderopvang.",
    QuestionKind.WAAROM_NIET: "Leeg laten als er overleg was en er afspraken zijn.",
    QuestionKind.VRIJ: "Vrije tekst.",
}
_EXPLANATION = """
Vul de kolom 'antwoord' in. Bij vragen naar overleg, afspraken en meetbaarheid: ja, nee of deels;
licht toe in de kolom 'toelichting'.

Laat de kolom 'id' staan: daaraan herkent leaterms de vraag. Rijen mogen van plaats wisselen, en
er mogen kolommen bij.

Controleer daarna: leaterms answers FORMULIER.xlsx --archive ARCHIEF --year JAAR
"""


def write_form(
    questionnaire: Questionnaire, themes: dict[str, Theme], path: Path, year: int | None = None
) -> None:
    """Write an empty form to `path`, over what was there; the same questions, the same bytes.

    Text goes in as text: a question that begins with '=' is no formula. A text too long for a
    cell is cut with a mark.

    Args:
        questionnaire: the questions, in their order.
        themes: the themes by id, for their names.
        path: the file to write.
        year: the year that is asked about; None: '{jaar}' stays in the questions.

    Raises:
        OutputError: the file cannot be written.
    """

    def write(file: Path) -> None:
        try:
            _write_book(questionnaire, themes, file, year)
        except FileCreateError as error:  # how XlsxWriter wraps what the system said
            raise error.args[0] from error

    write_whole("Het formulier", path, write)


def _write_book(
    questionnaire: Questionnaire, themes: dict[str, Theme], path: Path, year: int | None
) -> None:
    book = xlsxwriter.Workbook(
        str(path),
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    # a fixed date: the same questions give the same file
    made = dt.datetime(2020, 1, 1)  # noqa: DTZ001
    book.set_properties({"title": fit_cell(questionnaire.title)[:255], "created": made})
    book.set_custom_property(EXCEL_PROPERTY, "1")
    head = book.add_format({"bold": True, "bg_color": "#E8ECF3", "bottom": 1, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    fill = book.add_format(
        {"text_wrap": True, "valign": "top", "bg_color": "#FFFBE6", "border": 1, "num_format": "@"}
    )
    sheet = book.add_worksheet(SHEET)
    for column, (title, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, width)
    for row, question in enumerate(questionnaire.questions, start=1):
        asked = question.ask(year) if year is not None else " ".join(question.text.split())
        name = themes[question.theme].short if question.theme in themes else ""
        for column, value in enumerate((question.id, name, asked)):
            sheet.write_string(row, column, fit_cell(value), text)
        sheet.write_blank(row, 3, None, fill)
        sheet.write_blank(row, 4, None, fill)
        sheet.data_validation(row, 3, row, 3, _validation(question.kind))
        sheet.set_row(row, _LINE * min(8, 1 + len(asked) // (_WIDTHS[2] - 4)))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(questionnaire.questions), len(COLUMNS) - 1)
    told = book.add_worksheet("uitleg")
    told.set_column(0, 0, 100)
    lines = (questionnaire.title, questionnaire.note, *_EXPLANATION.strip().split("\n\n"))
    for row, line in enumerate(line for line in lines if line):
        told.write_string(row, 0, fit_cell(" ".join(line.split())), head if row == 0 else text)
    book.close()


def _validation(kind: QuestionKind) -> dict[str, object]:
    """A list to choose from that lets other text through: 'nee, want ...' is an answer too."""
    if kind.closed:
        return {
            "validate": "list",
            "source": list(_CHOICES),
            "error_type": "warning",
            "error_title": "Ja, nee of deels",
            "error_message": "Kies ja, nee of deels; zet de rest in de toelichting.",
        }
    return {"validate": "any", "input_title": "Antwoord", "input_message": _TEXTS[kind]}
