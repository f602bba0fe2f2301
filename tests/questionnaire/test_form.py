import openpyxl
import pytest

from leaterms.archive import EXCEL_PROPERTY
from leaterms.errors import OutputError
from leaterms.questionnaire.form import COLUMNS, write_form
from leaterms.questionnaire.questions import parse_questions
from tests.assessment.archives import THEMES
from tests.questionnaire.making import questions

BY_ID = {theme.id: theme for theme in THEMES}


def form_of(folder, made=None, name="form.xlsx", year=2022):
    write_form(made or questions(), BY_ID, folder / name, year)
    return folder / name


def one(text):
    return parse_questions(
        f"title: T\nquestions:\n- {{id: a, kind: vrij, source: x, text: '{text}'}}\n", "v", set()
    )


def test_each_question_has_a_row_to_fill_in(tmp_path):
    sheet = openpyxl.load_workbook(form_of(tmp_path))["vragenlijst"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert rows[0] == list(COLUMNS)
    assert rows[1] == [
        "segregatie-overleg",
        "segregatie",
        "Vraag naar overleg over segregatie in 2022?",
        None,
        None,
    ]
    assert len(rows) == 11


def test_closed_questions_offer_their_answers_and_let_others_through(tmp_path):
    sheet = openpyxl.load_workbook(form_of(tmp_path))["vragenlijst"]
    offered = {
        str(rule.sqref): (rule.formula1, rule.errorStyle)
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }

    assert offered == {f"D{row}": ('"ja,nee,deels"', "warning") for row in (2, 4, 5, 7, 9, 10)}


def test_without_a_year_the_question_keeps_its_place_for_one(tmp_path):
    sheet = openpyxl.load_workbook(form_of(tmp_path, year=None))["vragenlijst"]

    assert sheet["C2"].value == "Vraag naar overleg over segregatie in {jaar}?"


def test_a_question_never_becomes_a_formula(tmp_path):
    cell = openpyxl.load_workbook(form_of(tmp_path, one("=1+1")))["vragenlijst"]["C2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(tmp_path):
    value = openpyxl.load_workbook(form_of(tmp_path, one("a" * 40_000)))["vragenlijst"]["C2"].value

    assert len(value) == 32_767
    assert value.endswith("a […afgekapt]")


def test_it_is_known_as_ours(tmp_path):
    book = openpyxl.load_workbook(form_of(tmp_path))

    assert [p.name for p in book.custom_doc_props.props] == [EXCEL_PROPERTY]


def test_the_same_questions_give_the_same_bytes(tmp_path):
    first, second = form_of(tmp_path, name="a.xlsx"), form_of(tmp_path, name="b.xlsx")

    assert first.read_bytes() == second.read_bytes()


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError, match="die map bestaat niet"):
        form_of(tmp_path / "weg")
