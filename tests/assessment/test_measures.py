import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment.measures import find_deadline, is_firm, is_measurable, names_date


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("klaar vóór 1 juli 2021", "vóór 1 juli 2021"),
        ("voor 15 mei ingeleverd", "voor 15 mei"),
        ("uiterlijk 01.05 in het college", "uiterlijk 01.05"),
        ("met ingang van 1 augustus 2023", "met ingang van 1 augustus 2023"),
        ("vóór de zomervakantie rond", "vóór de zomervakantie"),
        ("gaat naar de tafel van juni", "naar de tafel van juni"),
        ("terug in het najaar", "in het najaar"),
        ("de lijst is er in Q2", "in Q2"),
        ("vóór het kerstreces af", "vóór het kerstreces"),
        ("belt deze week", "deze week"),
        ("komt begin mei", "begin mei"),
        ("op de volgende LEA", "op de volgende LEA"),
        ("meldt het z.s.m.", "z.s.m"),
        ("binnen vijf werkdagen", "binnen vijf werkdagen"),
        ("de lijst is er in wk 42", "in wk 42"),
        ("de ratio is 1-8", ""),
        ("naar de basisschool", ""),
    ],
)
def test_a_deadline_is_given_as_printed(text, deadline):
    assert find_deadline(text) == deadline


def test_a_deadline_binds_or_only_tells_when():
    assert is_firm("vóór 1 juli")
    assert not is_firm("in juni")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 4.000 voor de tuin", True),
        ("een derde zonder indicatie", True),
        ("jaarlijks overleg", True),
        ("zie punt 4 en artikel 167a", False),
        ("groep 1 tot en met 4", False),
        ("taalniveau 3F", False),
        ("de brief van 4 september wordt beantwoord", False),
        ("een formulier", False),
        ("2. Noor belt", False),
        ("80% in 2025", True),
        ("twaalf plaatsen", True),
        ("voor de volgende vergadering klaar", True),
        ("een derde middag", False),
        ("over de drie dorpen", False),
        ("de opvang aan de Kerkstraat 12", False),
        ("met 3 onthoudingen aangenomen", False),
        ("tel. 0612", False),
        ("voor 4-jarigen", False),
        ("jan regelt de tolk", False),
        ("in jan klaar", True),
        ("vóór het nieuwe schooljaar gelijk", True),
    ],
)
def test_numbers_that_only_name_a_thing_are_no_measure(text, expected):
    assert is_measurable(text) is expected


def test_may_is_a_month_and_may_be_alone():
    assert names_date("mei")
    assert not names_date("meisjes")


@given(st.text(max_size=80))
def test_a_deadline_stands_in_the_text(text):
    assert find_deadline(text) in text


def test_a_date_at_the_end_of_an_entry_needs_no_preposition():
    assert find_deadline("Kalender, Teun, 1 april", listed=True) == "1 april"
    assert find_deadline("Kalender, Teun, 1 april") == ""
