"""Attendance in the many ways in which minutes give it: who was there, and for which partner."""

import pytest

from leaterms.structure import Level, read_record

from .builders import minutes

TITLE = "Verslag LEA-overleg\n3 maart 2022\n"
ITEMS = (
    "\n## 1. Opening\nDe voorzitter opent de vergadering.\n## 2. Peuters\nDe peuters.\n"
    "## 3. Sluiting\nDe voorzitter sluit."
)
ALL = "gemeente schoolbestuur kinderopvang"
NO_CARE = "gemeente schoolbestuur"
NO_BOARD = "gemeente kinderopvang"
NO_GEMEENTE = "schoolbestuur kinderopvang"
BOARD, CARE = "P. Jansen (bestuurder Kindwijs)", "L. Bakker (Kinderopvang Zonnig)"


def partners_of(source):
    record = read_record(minutes(source))
    return " ".join(partner.value for partner in record.partners), record.level


@pytest.mark.parametrize(
    ("head", "partners"),
    [
        (f"Tegenwoordig: J. de Boer (wethouder), {BOARD}\nBelet: {CARE}", NO_CARE),
        (f"Aanw.: J. de Boer (weth.), {BOARD}; afw. m.k.: {CARE}", NO_CARE),
        (f"Verhinderd: {CARE}\nAanwezig: J. de Boer (wethouder), {BOARD}", NO_CARE),
        (f"Aanwezig: J. de Boer (wethouder), {BOARD}. Met bericht afwezig: {CARE}.", NO_CARE),
        (
            f"Afwezig: {CARE}, vervangen door T. Tak (Zonnig kinderopvang)\nAanwezig: {BOARD}",
            NO_GEMEENTE,
        ),
        (f"Wethouder De Boer ontvangt {BOARD} en {CARE}.", ALL),
        (f"Wethouder De Boer, {BOARD} en {CARE} zijn aanwezig.", ALL),
        (f"Bij dit overleg waren aanwezig: wethouder De Boer, {BOARD} en {CARE}", ALL),
        (
            (
                "Aan tafel zitten wethouder De Boer, Petra Jansen van Kindwijs en Lies Bakker van "
                "kinderopvang Zonnig."
            ),
            ALL,
        ),
        (
            "Aanwezig: de wethouder, drie schoolbestuurders en de directeur van Kinderopvang Zon.",
            ALL,
        ),
        ("Aanwezig: JB wethouder, PJ bestuurder Kindwijs, LB Kinderopvang Zonnig", ALL),
        ("Aanwezig: Jan [wethouder], Petra [bestuurder], Lies [Kinderopvang Zonnig]", ALL),
        (
            (
                "Aanwezig: J. de Boer (G), P. Jansen (S), L. Bakker (K)\n"
                "(G = gemeente, S = schoolbestuur, K = kinderopvang)"
            ),
            ALL,
        ),
        (
            (
                "Gemeente\nJ. de Boer (wethouder)\nSchoolbesturen\nP. Jansen\nK. Smit\n"
                "Kinderopvang\nL. Bakker"
            ),
            ALL,
        ),
        (
            (
                "J. de Boer, wethouder\nP. Jansen, bestuurder Kindwijs\n"
                "L. Bakker, Kinderopvang Zon\nK. Smit, bestuurder Delta (afwezig)"
            ),
            ALL,
        ),
        ("Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurssecretaris Kindwijs)", "gemeente"),
        (
            "Rond de tafel: Anja (wethouder), Lies (Kinderopvang Zonnig). Kees (Delta) kon niet.",
            NO_BOARD,
        ),
        (
            (
                "| Organisatie | Vertegenwoordiger |\n| Gemeente | J. de Boer (wethouder) |\n"
                "| Stichting Kindwijs | P. Jansen |\n| Kinderopvang Zonnig | L. Bakker |"
            ),
            ALL,
        ),
        (
            (
                "| Gemeente | J. de Boer (wethouder), M. Vos |\n"
                "| Stichting Kindwijs | P. Jansen |\n| Kinderopvang Zonnig | L. Bakker |"
            ),
            ALL,
        ),
        (
            (
                "| Gemeente | Schoolbesturen | Kinderopvang |\n"
                "| J. de Boer (wethouder) | P. Jansen | L. Bakker |\n| M. Vos | K. Smit | |"
            ),
            ALL,
        ),
        (
            (
                "| Naam | Organisatie | A/A |\n| J. de Boer | wethouder | A |\n"
                "| P. Jansen | bestuurder Kindwijs | A |\n| L. Bakker | Kinderopvang Zonnig | mk |"
            ),
            NO_CARE,
        ),
        (
            (
                "| | Naam | Namens | |\n| 1 | J. de Boer | gemeente (wethouder) | aanwezig |\n"
                "| 2 | P. Jansen | Stichting Kindwijs | aanwezig |\n"
                "| 3 | L. Bakker | Kinderopvang Zonnig | afwezig |"
            ),
            NO_CARE,
        ),
    ],
)
def test_every_way_to_say_who_was_there_gives_the_partners(head, partners):
    found, _ = partners_of(TITLE + head + ITEMS)

    assert found == partners


@pytest.mark.parametrize(
    "first",
    [
        f"## 1. Opening\nAanwezig: J. de Boer (wethouder), {BOARD}, {CARE}.",
        f"## 1. Opening\nWelkom. Aanwezig zijn J. de Boer (wethouder), {BOARD}, {CARE}.",
        f"## 1. Aanwezigen\n- J. de Boer (wethouder)\n- {BOARD}\n- {CARE}",
    ],
)
def test_an_attendance_in_the_first_item_counts(first):
    source = f"{TITLE}{first}\n## 2. Peuters\nDe peuters.\n## 3. Sluiting\nKlaar."

    assert partners_of(source) == (ALL, Level.BESTUURLIJK)


def test_a_title_can_name_who_met():
    title = f"Verslag LEA-overleg, 3 maart 2022, met wethouder De Boer, {BOARD} en {CARE}"

    assert partners_of(title + ITEMS) == (ALL, Level.BESTUURLIJK)
