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


ALL_THREE = (
    "Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurder Kindwijs), "
    "L. Bakker (manager Kinderopvang Zonnig)\n"
)
TERSE = (
    "## 1. Opening\nGeen bijzonderheden.\n## 2. Stand plan\nDe folder is klaar.\n"
    "## 3. Nieuwe kindjes\nDat gaat goed.\n## 4. Rondvraag\nNiets."
)
COMPANY = "LEA: wie de wet noemt overlegden, en de punten wijzen niet op iets anders."


@pytest.mark.parametrize(
    ("title", "attendance"),
    [
        ("Verslag kwartaalgesprek", ALL_THREE),
        (
            "VERSLAG OVERLEG GEMEENTE EN SCHOOLBESTUREN MEERDAM",
            "Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurder Kindwijs)\n",
        ),
    ],
)
def test_short_points_are_no_reason_against_the_right_company(title, attendance):
    record = read_record(minutes(f"{title}\nd.d. 3 maart 2022\n{attendance}{TERSE}"))

    assert (record.is_lea, record.lea_reason) == (True, COMPANY)


@pytest.mark.parametrize(
    "title",
    [
        "Verslag overleg gemeente en schoolbesturen over onderwijshuisvesting",
        "Verslag OOGO passend onderwijs gemeenten en schoolbesturen",
        "Verslag overleg gemeente en schoolbesturen leerlingenvervoer",
        "Verslag raadscommissie Samenleving",
        "Verslag overleg toezicht kinderopvang",
    ],
)
def test_a_title_of_another_meeting_stands_against_any_company(title):
    record = read_record(minutes(f"{title}\n3 maart 2022\n{ALL_THREE}{TERSE}"))

    assert record.is_lea is False


def test_points_on_something_else_stand_against_the_right_company():
    points = (
        "## 1. Opening\nDe voorzitter opent.\n## 2. Aanbesteding installaties\nKlaar.\n"
        "## 3. Bouwkrediet\nRond.\n## 4. Fundering\nGestort."
    )
    title = "Verslag overleg gemeente en schoolbesturen Meerdam\n3 maart 2022\n"
    record = read_record(minutes(title + ALL_THREE + points))

    assert (record.is_lea, record.lea_reason) == (
        False,
        "Geen LEA: de agendapunten gaan niet over onderwijsbeleid.",
    )


def test_principals_without_boards_are_not_the_right_company():
    attendance = "Aanwezig: M. Vos (gemeente), P. de Wit (directeur obs De Wilg)\n"
    record = read_record(minutes(f"Verslag kwartaalgesprek\n3 maart 2022\n{attendance}{TERSE}"))

    assert record.is_lea is False


@pytest.mark.parametrize("when", ["d.d. 3 maart 2022", ", donderdag 3 maart 2022", ""])
def test_the_municipality_at_the_end_of_a_title_may_have_a_date_behind_it(when):
    title = f"VERSLAG OVERLEG GEMEENTE EN SCHOOLBESTUREN MEERDAM {when}".replace(" ,", ",")
    record = read_record(minutes(f"{title.strip()}\n{ALL_THREE}{TERSE}"))

    assert record.municipalities == ("Meerdam",)
