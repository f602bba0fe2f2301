"""Is it the statutory consultation, and at which level; the municipality's other task apart."""

import pytest

from leaterms.structure import Level, read_record
from tests.structure.builders import minutes

CARE = (
    "## 1. Opening\nDe voorzitter opent.\n"
    "## 2. Inspectierapporten\nDe toezichthouder noemt een overtreding op de bso.\n"
    "## 3. Locatie Zuid\nHet risicoprofiel is oranje, handhaving volgt.\n"
    "## 4. Uitschrijving\nDe houder is uit het landelijk register gehaald, na nader onderzoek."
)
POINTS = "## 1. Opening\n## 2. Kansengelijkheid\n## 3. Peuters\n## 4. Rondvraag"
TASK = "toezicht en handhaving kinderopvang, een andere taak van de gemeente"


def test_supervision_of_childcare_is_told_by_its_subjects_whatever_the_title():
    head = (
        "Verslag kwartaaloverleg\n3 maart 2022\n"
        "Aanwezig: M. Vos (gemeente), P. de Wit (directeur obs De Wilg)\n"
    )
    record = read_record(minutes(head + CARE))

    assert (record.is_lea, record.lea_reason) == (
        False,
        f"Geen LEA: de agendapunten gaan over {TASK}.",
    )


def test_a_paper_about_it_says_so():
    record = read_record(minutes(f"Jaarverslag toezicht kinderopvang 2021\n{CARE}"))

    assert (record.is_lea, record.lea_reason.endswith(f", over {TASK}.")) == (False, True)


def test_an_item_about_it_in_a_lea_is_named_apart():
    source = (
        "Verslag LEA-overleg\n3 maart 2022\n"
        "Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurder Kindwijs)\n"
        "## 1. Kansengelijkheid\nWij spraken over segregatie.\n"
        "## 2. Vve\nDe doelgroeppeuters komen.\n"
        "## 3. Inspectierapporten\nDe toezichthouder noemt een overtreding."
    )
    record = read_record(minutes(source))

    assert (record.is_lea, record.lea_reason.split(". ")[1]) == (
        True,
        f"Apart daarvan: {TASK} (punt 3).",
    )


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("Agenda LEA, de kleine: directeuren, opvang en gemeente\n2 mei 2022", Level.AMBTELIJK),
        ("Agenda LEA: wethouder, besturen en kinderopvang\n2 mei 2022", Level.BESTUURLIJK),
        ("Agenda LEA\nvoor de directeuren en beleidsmedewerkers\n2 mei 2022", Level.AMBTELIJK),
        ("Agenda LEA\nVoor de wethouder en de bestuurders van Kim\n2 mei 2022", Level.BESTUURLIJK),
        ("Agenda LEA\n2 mei 2022", Level.ONBEKEND),
        ("Agenda LEA, directeuren en leidinggevenden\n2 mei 2022", Level.AMBTELIJK),
        ("Agenda LEA, de ronde van de directies\n2 mei 2022", Level.AMBTELIJK),
        ("Agenda LEA, directeuren-bestuurders\n2 mei 2022", Level.ONBEKEND),
    ],
)
def test_whom_an_agenda_is_for_tells_its_level(head, level):
    assert read_record(minutes(f"{head}\n{POINTS}")).level is level


@pytest.mark.parametrize(
    ("head", "lea"),
    [
        ("Verslag Lokaal educatief overleg\nGymzaal De Kring, ramen open", True),
        ("Verslag Educatief Beraad, 30 mei 2022 te 15.30 uur in het Poortgebouw", True),
        ("Verslag Overleg nieuwbouw, 30 mei 2022 in het Poortgebouw", False),
        ("Verslag Educatief Beraad\nOnderwerp: huisvesting", False),
    ],
)
def test_where_is_met_does_not_say_what_about(head, lea):
    people = "Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurder Kim)"

    assert read_record(minutes(f"{head}\n{people}\n{POINTS}")).is_lea is lea
