import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.errors import InputError
from leaterms.questionnaire.answers import Reply, read_form, read_reply
from leaterms.questionnaire.form import write_form
from leaterms.questionnaire.questions import QuestionKind
from tests.assessment.archives import THEMES
from tests.questionnaire.making import fill, questions

ALL = [question.id for question in questions().questions]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("ja", Reply.YES),
        ("JA ", Reply.YES),
        ("j", Reply.YES),
        ("J.", Reply.YES),
        ("Ja, zie convenant", Reply.YES),
        ("ja\nin maart", Reply.YES),
        ("Yes", Reply.YES),
        ("nee", Reply.NO),
        ("Nee, want er loopt een onderzoek", Reply.NO),
        ("NEE!", Reply.NO),
        ("n", Reply.NO),
        ("- nee", Reply.NO),
        ("Geen overleg gevoerd", Reply.NO),
        ("geen", Reply.NO),
        ("Wij hebben hier niet over gesproken.", Reply.NO),
        ("Hierover is geen overleg gevoerd. Wel over vve.", Reply.UNREADABLE),
        ("Dit is niet formeel besproken, wel informeel", Reply.UNREADABLE),
        ("Er is over gesproken", Reply.UNREADABLE),
        ("deels", Reply.PARTLY),
        ("Gedeeltelijk: alleen po", Reply.PARTLY),
        ("ja en nee", Reply.PARTLY),
        ("ja/nee", Reply.PARTLY),
        ("n.v.t.", Reply.NOT_APPLICABLE),
        ("nvt", Reply.NOT_APPLICABLE),
        ("Niet van toepassing", Reply.NOT_APPLICABLE),
        ("", Reply.EMPTY),
        (" \u00a0\n", Reply.EMPTY),
        ("misschien", Reply.UNREADABLE),
        ("januari", Reply.UNREADABLE),
        ("neemt de wethouder op", Reply.UNREADABLE),
        ("geen idee", Reply.UNREADABLE),
        ("1", Reply.UNREADABLE),
        ("j.janssen@veenrade.nl", Reply.UNREADABLE),
    ],
)
def test_what_an_answer_says(text, reply):
    assert read_reply(text) is reply


@pytest.mark.parametrize(
    ("text", "kind", "reply"),
    [
        ("Er zijn geen afspraken gemaakt", "afspraken", Reply.NO),
        ("Er zijn geen afspraken gemaakt", "overleg", Reply.UNREADABLE),
        ("De doelen zijn niet meetbaar", "meetbaar", Reply.NO),
    ],
)
def test_a_sentence_says_no_to_the_question_it_is_about(text, kind, reply):
    assert read_reply(text, QuestionKind(kind)) is reply


@given(st.text())
def test_any_answer_is_read_or_said_to_be_unreadable(text):
    assert read_reply(text) in Reply


def replies(form):
    return {answer.question.id: answer.reply for answer in form.answers}


def test_our_own_form_comes_back_empty(tmp_path):
    path = tmp_path / "form.xlsx"
    write_form(questions(), {theme.id: theme for theme in THEMES}, path)
    form = read_form(path, questions())

    assert [answer.question.id for answer in form.answers] == ALL
    assert form.faults == ()
    assert form.empty == tuple(
        f"{theme}-{kind}"
        for theme in ("segregatie", "integratie")
        for kind in ("overleg", "afspraken", "meetbaar")
    )


def test_rows_may_move_and_columns_come_between(tmp_path):
    rows = [["x", "nee" if n == 3 else "ja", None, key.upper()] for n, key in enumerate(ALL)]
    path = fill(
        tmp_path / "f.xlsx",
        rows[::-1],
        head=("Wie", "ANTWOORD ", None, "Id"),
        above=(["Gemeente Veenrade"], []),
    )
    form = read_form(path, questions())

    assert form.faults == ()
    assert replies(form)["segregatie-meetbaar"] is Reply.NO
    assert [answer.row for answer in form.answers] == list(range(4, 14))


def test_without_ids_the_text_of_the_question_tells(tmp_path):
    asked = [[question.ask(2023), "ja"] for question in questions().questions]
    form = read_form(fill(tmp_path / "f.xlsx", asked, head=("Vraag", "Antwoord")), questions())

    assert (form.faults, [a.question.id for a in form.answers]) == ((), ALL)


def test_what_cannot_be_read_is_named_row_by_row(tmp_path):
    rows = [
        ["segregatie-overleg", "misschien", None],
        ["segregatie-overlg", "ja", None],
        ["mengen", "ja", None],
        [None, "ja", None],
        ["segregatie-overleg", "ja", None],
        [None, None, None],
        *([key, None, None] for key in ALL[1:-1]),
    ]
    form = read_form(fill(tmp_path / "f.xlsx", rows), questions())

    assert form.faults == (
        (
            "Rij 2: het antwoord 'misschien' op 'segregatie-overleg' is niet te lezen; vul ja, "
            "nee of deels in."
        ),
        "Rij 3: 'segregatie-overlg' is geen vraag van de lijst; bedoelde u 'segregatie-overleg'?",
        "Rij 4: 'mengen' is geen vraag van de lijst; herstel het id, of maak de rij leeg.",
        (
            "Rij 5: hier staat een antwoord zonder vraag van de lijst; vul het id van de vraag "
            "in, of maak de rij leeg."
        ),
        (
            "Rij 6: de vraag 'segregatie-overleg' staat ook op rij 2; alleen de eerste telt. Haal "
            "er één weg."
        ),
        (
            "De vraag 'integratie-waarom-niet' ontbreekt in het formulier: Vraag naar waarom-niet "
            "over integratie in {jaar}?"
        ),
    )


def test_a_cell_of_true_and_false_is_an_answer(tmp_path):
    rows = [["segregatie-overleg", True, None], ["segregatie-afspraken", False, None]]
    form = read_form(fill(tmp_path / "f.xlsx", rows), questions())

    assert replies(form) == {"segregatie-overleg": Reply.YES, "segregatie-afspraken": Reply.NO}


def test_the_form_may_be_on_another_sheet_than_the_first(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Lees eerst dit"
    sheet = book.create_sheet("Ingevuld")
    sheet.append(["id", "antwoord"])
    sheet.append(["segregatie-overleg", "ja"])
    book.save(tmp_path / "f.xlsx")

    assert replies(read_form(tmp_path / "f.xlsx", questions())) == {
        "segregatie-overleg": Reply.YES
    }


def other_sheet(path):
    openpyxl.Workbook().save(path)


def not_excel(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")


def broken(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x")


def huge(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 210_000_000)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (None, "bestaat niet of is geen bestand; controleer de naam."),
        (lambda p: p.write_bytes(b""), "is leeg; geef het ingevulde formulier."),
        (lambda p: p.write_bytes(b"id;antwoord"), "is geen Excel-bestand (.xlsx); geef"),
        (lambda p: p.write_bytes(LOCKED), "is met een wachtwoord beveiligd; haal het wachtwoord"),
        (lambda p: p.write_bytes(OLE + b"\0" * 600), "is een oud Excel-bestand (.xls); bewaar"),
        (not_excel, "is geen Excel-bestand (.xlsx); bewaar het formulier in Excel als .xlsx."),
        (broken, "is een beschadigd Excel-bestand; open het in Excel en bewaar het opnieuw."),
        (huge, "is te groot voor een antwoordformulier; geef het formulier."),
        (other_sheet, "is geen antwoordformulier: op geen blad ('Sheet') staan kolommen 'id' en"),
    ],
)
def test_a_wrong_file_gives_one_sentence(tmp_path, make, words):
    path = tmp_path / "f.xlsx"
    if make:
        make(path)

    with pytest.raises(InputError) as caught:
        read_form(path, questions())
    assert str(caught.value).startswith(f"'{path}' {words}")
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("formulier")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_sentence(folder, content):
    path = folder / "f.xlsx"
    path.write_bytes(content)

    with pytest.raises(InputError):
        read_form(path, questions())
