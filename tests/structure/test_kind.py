import pytest

from leaterms.structure import Kind, read_record
from tests.structure.builders import minutes

BODY = """
## 1. Inleiding
In deze agenda staan de ambities van gemeente, schoolbesturen en kinderopvang.
## 2. Segregatie
Partijen spreken af dat elke school een afspiegeling van de wijk is.
## 3. Vve
Wij bereiken alle doelgroepkinderen.
"""


@pytest.mark.parametrize(
    "title",
    [
        "Lokale Educatieve Agenda 2020-2024",
        "Onderwijsagenda gemeente Veenrade 2021 t/m 2025",
        "Educatieve agenda 2022/26",
    ],
)
def test_an_agenda_for_some_years_is_a_plan_and_no_meeting(title):
    record = read_record(minutes(f"{title}\n{BODY}"), name="stuk.docx")

    assert (record.kind, record.is_lea) == (Kind.OTHER, False)


@pytest.mark.parametrize(
    "title",
    [
        "Agenda LEA-overleg, schooljaar 2022-2023",
        "Agenda LEA-overleg 12-05-2022",
        "Agenda LEA-overleg 2022",
    ],
)
def test_an_agenda_of_one_meeting_is_an_agenda(title):
    record = read_record(minutes(f"{title}\n{BODY}"), name="stuk.docx")

    assert record.kind is Kind.AGENDA


def test_a_letter_whose_salutation_is_printed_as_a_heading_is_a_letter():
    source = (
        "Medezeggenschapsraad obs De Wilg\nAan: Jan, directeur-bestuurder\nma 5 juni 2023\n"
        "Onderwerp: formatie en bus\n## Beste Jan\nOp 1 juni spraken we over de formatie.\n"
        "## Groepen\nJe wilt van drie naar twee.\n## Tot slot\nWij horen graag van je."
    )

    assert read_record(minutes(source)).kind is Kind.OTHER


def test_a_title_that_reading_joined_with_the_next_lines_still_tells_the_kind():
    long = "Agenda nr. 2-2023, do 25-05-2023, 10:00-12:00, raadhuis " + "(bel aan de zijdeur) " * 5
    source = f"WERKTAFEL ONDERWIJS\n{long}\n## 1. Opening\nKort.\n## 2. Bouw\n## 3. Sluiting"

    assert read_record(minutes(source)).kind is Kind.AGENDA


ATTENDANCE = (
    "Aanwezig: A. Bos (wethouder), E. Fok (bestuurder Kim), I. Jol (Kinderopvang Zonnig)\n"
)
TOLD = (
    "## 1. Opening\nDe wethouder opent en heet iedereen welkom in de raadzaal van het raadhuis.\n"
    "## 2. Peuters\nDe heer Fok vertelt van de peuters. Mevrouw Jol vraagt naar de cijfers.\n"
    "## 3. Rondvraag\nDe heer Fok meldt dat hij verhuist naar de andere kant van het water."
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kansen-agenda Meerdam", Kind.VERSLAG),
        ("Meerdamse Agenda voor het jonge kind", Kind.VERSLAG),
        ("Agenda van de Toekomst\nBesluitenlijst 3 maart", Kind.BESLUITENLIJST),
        ("Agenda van de Toekomst, verslag van 3 maart", Kind.VERSLAG),
        ("Stuurgroep Notitie Jonge Kind", Kind.VERSLAG),
        ("Werkgroep Convenant vve", Kind.VERSLAG),
    ],
)
def test_a_word_in_the_name_of_a_meeting_says_nothing_of_its_minutes(title, kind):
    source = f"{title}\ndonderdag 3 maart 2022\n{ATTENDANCE}{TOLD}"

    assert read_record(minutes(source)).kind is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Afspraken LEA Meerdam", Kind.BESLUITENLIJST),
        ("Wat we afspraken op de LEA", Kind.BESLUITENLIJST),
        ("Conclusies LEA", Kind.BESLUITENLIJST),
        ("Besluitenregister LEA", Kind.BESLUITENLIJST),
        ("LEA Meerdam\nVoortgang afspraken", Kind.VERSLAG),
    ],
)
def test_what_was_agreed_is_a_list_of_decisions_where_the_title_begins_with_it(title, kind):
    source = f"{title}\ndonderdag 3 maart 2022\n{ATTENDANCE}{TOLD}"

    assert read_record(minutes(source)).kind is kind


def test_an_agenda_that_names_who_comes_stays_one():
    points = "## 1. Opening\n## 2. Peuters\nStand van zaken, bijlage 1.\n## 3. Rondvraag"
    source = f"Agenda LEA\ndonderdag 3 maart 2022\n{ATTENDANCE}{points}"

    assert read_record(minutes(source)).kind is Kind.AGENDA
