import pytest

from leaterms.reading import BlockKind
from leaterms.structure import read_record
from tests.structure.builders import block, document, minutes

HEAD = "Agenda LEA-overleg\n3 maart 2022\n"
TABLE = """
| Tijd | Onderwerp | Wie |
| 9.00 | Opening | AB |
| 9.10 | Peuters en kleuters | CD |
| 10.00 | Sluiting | AB |
"""


def titles(source):
    return [item.title for item in read_record(minutes(HEAD + source)).items[1:]]


@pytest.mark.parametrize(
    "source",
    [
        "- Opening\n- Peuters en kleuters\n- Sluiting",
        "9.00 Opening\n9.10 Peuters en kleuters\n10.00 Sluiting",
        "09:00 uur Opening\n09:10 uur Peuters en kleuters\n10:00 uur Sluiting",
        TABLE,
    ],
)
def test_an_agenda_without_headings_has_its_points_as_items(source):
    assert titles(source) == ["Opening", "Peuters en kleuters", "Sluiting"]


def test_a_bullet_further_in_is_a_point_of_the_one_above():
    bullets = [("Opening", 0), ("Peuters", 0), ("wie krijgt een plek", 18), ("Sluiting", 0)]
    made = [block(text, BlockKind.BULLET, indent=indent) for text, indent in bullets]
    record = read_record(document("Agenda LEA-overleg", "3 maart 2022", *made))

    assert [(item.title, item.text) for item in record.items[1:]] == [
        ("Opening", ""),
        ("Peuters", "wie krijgt een plek"),
        ("Sluiting", ""),
    ]


def test_bullets_without_an_opening_are_no_items():
    assert titles("- taart\n- koffie\n- thee") == []
