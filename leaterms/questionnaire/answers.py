"""The form read back: which question each row answers, and what the answer says.

Whoever fills in a form moves rows, adds columns, and types 'JA ', 'j', 'nee, want ...' or
nothing. What cannot be read is named by its row, and nothing is guessed.
"""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

import openpyxl

from leaterms.errors import InputError
from leaterms.questionnaire.answer_words import load_answer_words
from leaterms.questionnaire.form import COLUMNS
from leaterms.questionnaire.questions import Question, QuestionKind, Questionnaire

__all__ = ["Answer", "FilledForm", "Reply", "read_form", "read_reply"]

_MOST_BYTES = 200_000_000  # unpacked; a form has a fraction of it
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_HEAD_ROWS = 60  # a logo, a title and an address may stand above the headings
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Reply(StrEnum):
    """What an answer to a closed question says."""

    YES = "ja"
    NO = "nee"
    PARTLY = "deels"
    EMPTY = ""
    NOT_APPLICABLE = "n.v.t."
    UNREADABLE = "onleesbaar"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; `row` counts from 1, as Excel does.

    `text` is what was typed, `remarks` what stands in the column 'toelichting'. `reply` is
    what a closed question's answer says, EMPTY of an open one that has none, else YES.
    """

    row: int
    question: Question
    text: str
    remarks: str
    reply: Reply

    @property
    def said(self) -> str:
        """All that was filled in."""
        return " ".join(part for part in (self.text, self.remarks) if part)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as filled in.

    `faults` name, in Dutch and by row, what could not be read or is missing; `empty` the ids of
    closed questions without an answer.
    """

    name: str
    answers: tuple[Answer, ...]
    faults: tuple[str, ...]
    empty: tuple[str, ...]


def read_form(path: Path, questionnaire: Questionnaire) -> FilledForm:
    """The answers in the Excel file at `path`, in the order of its rows.

    Raises:
        InputError: it is no readable Excel workbook, or none of its sheets is a form.
    """
    rows = _form_rows(path)
    by_id = {question.id: question for question in questionnaire.questions}
    by_text = {_plain(question.text): question for question in questionnaire.questions}
    answers: list[Answer] = []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, cells in rows:
        if not any(cells.values()):
            continue
        question = by_id.get(cells["id"].casefold())
        if question is None and not cells["id"]:
            question = _by_text(cells["vraag"], by_text)
        if question is None:
            if cells["id"] or cells["antwoord"]:
                faults.append(_unknown(number, cells, by_id))
            continue
        if question.id in seen:
            faults.append(
                f"Rij {number}: de vraag '{question.id}' staat ook op rij {seen[question.id]}; "
                "alleen de eerste telt. Haal er één weg."
            )
            continue
        seen[question.id] = number
        reply = _reply(question, cells["antwoord"])
        if reply is Reply.UNREADABLE:
            faults.append(
                f"Rij {number}: het antwoord '{_short(cells['antwoord'])}' op '{question.id}' is "
                "niet te lezen; vul ja, nee of deels in."
            )
        answers.append(Answer(number, question, cells["antwoord"], cells["toelichting"], reply))
    faults += [
        f"De vraag '{question.id}' ontbreekt in het formulier: {_short(question.text)}"
        for question in questionnaire.questions
        if question.id not in seen
    ]
    return FilledForm(
        name=path.name,
        answers=tuple(answers),
        faults=tuple(faults),
        empty=tuple(
            a.question.id for a in answers if a.question.kind.closed and a.reply is Reply.EMPTY
        ),
    )


def _unknown(number: int, cells: dict[str, str], known: dict[str, Question]) -> str:
    if not cells["id"]:
        return (
            f"Rij {number}: hier staat een antwoord zonder vraag van de lijst; vul het id van de "
            "vraag in, of maak de rij leeg."
        )
    near = get_close_matches(cells["id"].casefold(), known, n=1)
    hint = f"bedoelde u '{near[0]}'?" if near else "herstel het id, of maak de rij leeg."
    return f"Rij {number}: '{_short(cells['id'])}' is geen vraag van de lijst; {hint}"


def _by_text(text: str, by_text: dict[str, Question]) -> Question | None:
    """The question whose text stands in the row, whatever year stands in it."""
    return by_text.get(_plain(re.sub(r"\b(?:19|20)\d\d\b", "{jaar}", text)))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 80 else f"{one_line[:79]}…"


def read_reply(text: str, kind: QuestionKind = QuestionKind.OVERLEG) -> Reply:
    """What an answer to a closed question says: 'JA ' -> YES, 'nee, want ...' -> NO.

    A first sentence without 'nee' that says there was none ('Hierover is niet gesproken.') is
    a no too; which words tell: `vocab/antwoorden.yaml`.
    """
    said = " ".join(text.split()).casefold().lstrip("'\"‘“-–•*[( ")
    if not said:
        return Reply.EMPTY
    words = load_answer_words()
    for reply, pattern in words.replies:
        if pattern.match(said):
            return Reply(reply)
    first = re.split(r"[.!?]\s", said)[0]
    denial = words.denials.get(kind)
    denied = denial is not None and denial.search(first) and not words.unless.search(said)
    return Reply.NO if denied or words.alone.match(said) else Reply.UNREADABLE


def _reply(question: Question, text: str) -> Reply:
    if question.kind.closed:
        return read_reply(text, question.kind)
    return Reply.YES if text.strip() else Reply.EMPTY


def _form_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows below the headings of the sheet that is a form, with their numbers."""
    _check_file(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as fault:  # openpyxl raises what it meets in a broken file
        raise InputError(
            f"'{path}' is een beschadigd Excel-bestand; open het in Excel en bewaar het opnieuw."
        ) from fault
    try:
        sheets = list(book.worksheets)
        for sheet in sheets:
            rows = _rows_of(sheet)
            if rows is not None:
                return rows
        named = ", ".join(f"'{sheet.title}'" for sheet in sheets)
    except InputError:
        raise
    except Exception as fault:
        raise InputError(
            f"'{path}' is een beschadigd Excel-bestand; open het in Excel en bewaar het opnieuw."
        ) from fault
    finally:
        book.close()
    raise InputError(
        f"'{path}' is geen antwoordformulier: op geen blad ({named}) staan kolommen 'id' en "
        "'antwoord'. Maak een formulier met 'leaterms answers --form FORMULIER.xlsx'."
    )


def _check_file(path: Path) -> None:
    """See that the file is an unencrypted Excel workbook of a sane size."""
    if not path.is_file():
        raise InputError(f"'{path}' bestaat niet of is geen bestand; controleer de naam.")
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
            if head == _OLE:
                locked = _ENCRYPTED in stream.read(1 << 22)
                mend = (
                    "is met een wachtwoord beveiligd; haal het wachtwoord eraf"
                    if locked
                    else "is een oud Excel-bestand (.xls); bewaar het als .xlsx"
                )
                raise InputError(f"'{path}' {mend} en probeer het opnieuw.")
        if not head:
            raise InputError(f"'{path}' is leeg; geef het ingevulde formulier.")
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as fault:
        raise InputError(
            f"'{path}' is geen Excel-bestand (.xlsx); geef het ingevulde formulier."
        ) from fault
    except OSError as fault:
        raise InputError(
            f"'{path}' kan niet worden geopend; sluit het in Excel, of vraag leesrechten aan."
        ) from fault
    if "xl/workbook.xml" not in names:
        raise InputError(
            f"'{path}' is geen Excel-bestand (.xlsx); bewaar het formulier in Excel als .xlsx."
        )
    if size > _MOST_BYTES:
        raise InputError(f"'{path}' is te groot voor een antwoordformulier; geef het formulier.")


def _rows_of(sheet: Any) -> list[tuple[int, dict[str, str]]] | None:  # noqa: ANN401 - openpyxl
    """The rows of a sheet that is a form; None of another."""
    sheet.reset_dimensions()  # what other programs say of the size of a sheet may be wrong
    columns: dict[str, int] | None = None
    found: list[tuple[int, dict[str, str]]] = []
    for number, values in enumerate(
        sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True), start=1
    ):
        texts = [_text(value) for value in values]
        if columns is None:
            if number > _HEAD_ROWS:
                return None
            columns = _headings(texts)
        else:
            found.append((number, {name: _at(texts, columns.get(name)) for name in COLUMNS}))
    return found if columns is not None else None


def _headings(texts: Sequence[str]) -> dict[str, int] | None:
    """Where each column of the form stands, if this row is its headings."""
    names = [text.casefold().strip(" :*") for text in texts]
    places = {name: names.index(name) for name in COLUMNS if name in names}
    known = "antwoord" in places and ("id" in places or "vraag" in places)
    return places if known else None


def _at(texts: Sequence[str], column: int | None) -> str:
    return texts[column] if column is not None and column < len(texts) else ""


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value).strip()
