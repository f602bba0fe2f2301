import pytest

from leaterms.structure import is_annex, read_record
from tests.structure.builders import minutes

HEAD = "Verslag LEA-overleg\n3 maart 2022\nAanwezig: A. Bos (wethouder), B. Kok (De Wilg)\n"
TEXT = "De voorzitter opent de vergadering en heet iedereen welkom in de raadzaal."


def titles(source):
    return [item.title for item in read_record(minutes(HEAD + source)).items[1:]]


def test_headings_within_an_annex_are_no_items():
    source = (
        f"## 1. Opening\n{TEXT}\n## 2. Sluiting\n{TEXT}\n## Bijlage 1: Notitie peuters\n{TEXT}\n"
        f"## 1. Inleiding\n{TEXT}\n## 3. Cijfers\n{TEXT}\n## Bijlage 2\n{TEXT}"
    )

    assert titles(source) == ["Opening", "Sluiting", "Bijlage 1: Notitie peuters", "Bijlage 2"]


def test_after_the_meeting_was_closed_an_annex_needs_no_emphasis():
    source = (
        f"1. Opening\n{TEXT}\n2. Rondvraag\n{TEXT}\nBijlage A: Cijfers\n{TEXT}\n3. Slot\n{TEXT}"
    )

    assert titles(source) == ["Opening", "Rondvraag", "Bijlage A: Cijfers"]


def test_a_paper_that_went_with_an_item_is_no_annex():
    source = (
        f"1. Opening\n{TEXT}\nBijlage: notitie peuters\n2. Peuters\n{TEXT}\nBijlage: brief\n"
        f"3. Sluiting\n{TEXT}"
    )

    assert titles(source) == ["Opening", "Peuters", "Sluiting"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bijlage", True),
        ("Bijlage 2", True),
        ("Bijlage II: Cijfers", True),
        ("BIJLAGE A – Notitie", True),
        ("Bijlagen", False),
        ("Peuters (bijlage 2)", False),
    ],
)
def test_the_title_of_an_annex(title, expected):
    assert is_annex(title) is expected
