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
