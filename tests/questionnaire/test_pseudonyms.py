from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.questionnaire.pseudonyms import Pseudonyms
from leaterms.structure import Attendee, Partner
from tests.assessment.archives import paper

WETHOUDER = Attendee("mw. drs. R. Lindeboom-Achahbar", "", "wethouder", Partner.GEMEENTE, True)
BOS = Attendee("Wim van der Bos", "Stichting Kade", "bestuurder", Partner.SCHOOLBESTUUR, True)
OZDEMIR = Attendee("Nazlı Özdemir", "Zandbak", "directeur", Partner.KINDEROPVANG, False)
EWIJK = Attendee("Gerard van Ewijk", "GvE", "", Partner.SCHOOLBESTUUR, True)
LEA = Attendee("Lea Visscher", "De Brug", "directeur", None, True)
EVERYONE = (WETHOUDER, BOS, OZDEMIR, EWIJK, LEA)


def attended(*attendees, text="", preamble="", path="a.pdf"):
    made = paper(path, ("Punt", text), preamble=preamble)
    return replace(made, record=replace(made.record, attendees=attendees))


def hide(text, *attendees, around="Het bos is ver."):
    return Pseudonyms.of([attended(*(attendees or EVERYONE), text=around)]).hide(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mw. Lindeboom-Achahbar opent.", "[wethouder] opent."),
        ("mw. drs. R. Lindeboom-Achahbar opent.", "[wethouder] opent."),
        ("LINDEBOOM zegt het.", "[wethouder] zegt het."),
        ("Achahbars idee, Lindeboom's plan", "[wethouder] idee, [wethouder] plan"),
        ("Van der Bos wil dat.", "[schoolbestuur] wil dat."),
        ("Volgens Wim van der Bos niet.", "Volgens [schoolbestuur] niet."),
        ("W. van der Bos en W. Bos", "[schoolbestuur] en [schoolbestuur]"),
        ("Het bos is ver.", "Het bos is ver."),
        ("Nazli Ozdemir belt.", "[kinderopvang] belt."),
        ("O\u0308zdemir belt.", "[kinderopvang] belt."),
        ("GvE: akkoord.", "[schoolbestuur]: akkoord."),
        ("Het LEA-overleg met Lea.", "Het LEA-overleg met [deelnemer]."),
        ("mail wim@kade.nl", "mail [e-mailadres]"),
        ("Mevrouw Jansen belt.", "[persoon] belt."),
        ("de heer P. de Vries belt", "[persoon] belt"),
        ("Verslag door D. Plomp.", "Verslag door [persoon]."),
        ("Wethouder Pietersen komt.", "Wethouder [persoon] komt."),
    ],
)
def test_names_become_roles(text, shown):
    assert hide(text) == shown


def test_the_portfolio_of_a_wethouder_is_no_name():
    around = "Het onderwijs en het voorstel."

    assert hide("wethouder Onderwijs", around=around) == "wethouder Onderwijs"
    assert hide("A. Voorstel van de besturen", around=around) == "A. Voorstel van de besturen"


def test_initials_that_mean_something_else_are_kept():
    paul = Attendee("Paul Ooms", "", "", None, True)
    made = attended(paul, preamble="Paul Ooms (PO)", text="De besturen po.")

    assert Pseudonyms.of([made]).hide("De besturen PO en Paul") == "De besturen PO en [deelnemer]"


def test_a_body_in_the_attendance_is_no_person():
    ggd = Attendee("GGD", "", "", None, True)
    board = Attendee("Schoolbestuur", "", "", Partner.SCHOOLBESTUUR, True)

    assert hide("GGD en Schoolbestuur", ggd, board) == "GGD en Schoolbestuur"


def test_the_municipality_keeps_its_name():
    van = Attendee("Jan van Veenrade", "", "", None, True)

    assert hide("Veenrade en Jan van Veenrade", van) == "Veenrade en [deelnemer] van Veenrade"


def test_who_stands_beside_an_action_is_a_person_unless_the_word_is_an_ordinary_one():
    text = "Actie Ruben: belt de scholen.\nActie Besturen: leveren cijfers. De besturen knikken."
    names = Pseudonyms.of([attended(text=text)])

    assert names.hide("Ruben en Besturen") == "[persoon] en Besturen"


def test_who_speaks_is_a_person_everywhere_but_the_name_of_a_body_is_not():
    text = "Hans meldt dat het goed gaat. Zandbak vraagt om geld."
    names = Pseudonyms.of([attended(OZDEMIR, text=text)])

    assert names.hide("Hans belt. Zandbak en Hans.") == "[persoon] belt. Zandbak en [persoon]."


def test_file_names_lose_names_in_any_case():
    names = Pseudonyms.of([attended(*EVERYONE, path="lea/verslag_lindeboom.pdf")])

    assert names.hide("zie lea/verslag_lindeboom.pdf, p. 3") == "zie lea/verslag_[naam].pdf, p. 3"


def test_roles_are_left_as_they_are():
    assert hide("[schoolbestuur] en [wethouder]") == "[schoolbestuur] en [wethouder]"


NAMES = st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True)


@given(first=NAMES, last=NAMES, words=st.text(alphabet=" ,.:()|'\n", max_size=5))
def test_no_word_of_a_name_survives(first, last, words):
    person = Attendee(f"{first} van {last}", "", "", Partner.GEMEENTE, True)
    text = f"{last}{words} {first} {last}{words} {last.upper()} mw. {last}"
    hidden = Pseudonyms.of([attended(person)]).hide(text)

    assert first not in hidden
    assert last not in hidden
    assert last.upper() not in hidden
