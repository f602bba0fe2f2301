import pytest

from leaterms.structure import Partner, read_record
from leaterms.structure.people import split_people
from leaterms.structure.words import shipped_words

from .builders import minutes

WORDS = shipped_words()
ITEMS = "\n## 1. Opening\nDe voorzitter opent.\n## 2. Vve\nDe besturen vertellen over peuters.\n"


def attendees_of(lines: str) -> list[tuple[str, str, Partner | None, bool]]:
    record = read_record(minutes(f"Verslag LEA 3 mei 2022\n{lines}{ITEMS}"))
    return [(a.name, a.organisation, a.partner, a.present) for a in record.attendees]


def test_names_organisations_and_absence_are_as_printed():
    found = attendees_of(
        "Aanwezig: mw. W. Bosman (bestuurder Kim), T. Tak (GGD), A. Bos (wethouder)\n"
        "Afwezig met kennisgeving: C. Bak (kinderopvang Zon)"
    )

    assert found == [
        ("mw. W. Bosman", "Kim", Partner.SCHOOLBESTUUR, True),
        ("T. Tak", "GGD", None, True),
        ("A. Bos", "", Partner.GEMEENTE, True),
        ("C. Bak", "kinderopvang Zon", Partner.KINDEROPVANG, False),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("LS en MO (gemeente), RD (verslag)", ["LS", "MO", "RD"]),
        (
            "mevrouw L. Raven en de heer D. Kool (gemeente)",
            ["mevrouw L. Raven", "de heer D. Kool"],
        ),
        ("Sandra Kuun (directeur Bos en Hei)", ["Sandra Kuun"]),
        ("H. Siebel, directeur De Zon; K. Dam, bestuurder", ["H. Siebel", "K. Dam"]),
        ("wethouder Jan Bos, bestuurder Els Tak (Kim)", ["Jan Bos", "Els Tak"]),
        ("MV (weth., vz.); JW (Vuur); TvD (best. Geul)", ["MV", "JW", "TvD"]),
        ("P. Veld namens Zand", ["P. Veld"]),
        ("A. Aa (Kim) | B. Bee (Kom)", ["A. Aa", "B. Bee"]),
    ],
)
def test_a_list_is_split_into_persons(line: str, names: list[str]):
    assert [person.name for person in split_people(line, WORDS)] == names


def test_the_role_of_a_plural_goes_on():
    people = split_people("de wethouders J. Braak (Duin) en A. Bogert (Polder)", WORDS)

    assert [person.details for person in people] == ["wethouders, Duin", "wethouders Polder"]


@pytest.mark.parametrize(
    ("details", "partner"),
    [
        ("wethouder", Partner.GEMEENTE),
        ("gem., beleid", Partner.GEMEENTE),
        ("beleidsadviseur", Partner.GEMEENTE),
        ("leerplicht gemeente", Partner.GEMEENTE),
        ("gemeente, beleid kinderopvang", Partner.GEMEENTE),
        ("directeur-bestuurder Kim", Partner.SCHOOLBESTUUR),
        ("lid college van bestuur Kim", Partner.SCHOOLBESTUUR),
        ("rector-bestuurder Lyceum", Partner.SCHOOLBESTUUR),
        ("directeur De Zon, namens het bestuur", Partner.SCHOOLBESTUUR),
        ("Stichting Kim", Partner.SCHOOLBESTUUR),
        ("locatiemanager Zon", Partner.KINDEROPVANG),
        ("bestuurder Kinderopvang Zon", Partner.KINDEROPVANG),
        ("regiomanager Zon", Partner.KINDEROPVANG),
        ("directeur peuterspeelzaal Zon", Partner.KINDEROPVANG),
        ("directeur basisschool De Zon", None),
        ("directeur De Zon", None),
        ("ib'er De Zon", None),
        ("GGD, jeugdarts", None),
        ("bibliotheek", None),
        ("directeur-bestuurder samenwerkingsverband", None),
        ("bestuurssecretaris", None),
        ("ouderinitiatief Samen", None),
    ],
)
def test_the_partner_follows_from_role_and_organisation(details: str, partner: Partner | None):
    found = attendees_of(f"Aanwezig: A. Bos ({details}), B. Tak (kinderopvang Dak)")

    assert found[0][2] == partner


def test_a_name_that_does_not_tell_is_told_by_the_text():
    record = read_record(
        minutes(
            "Verslag LEA 3 mei 2022\nAanwezig: A. Bos (wethouder), E. Tak (best. Kim), F. Ui (Hop)"
            "\n## 1. Opening\nDe voorzitter opent.\n## 2. Peuters\nKinderopvang Hop vertelt. "
            "De heer Ui wil meer plaatsen.\n"
        )
    )

    assert record.partners == tuple(Partner)


def test_who_is_absent_is_no_partner_at_the_table():
    record = read_record(
        minutes(
            "Verslag LEA 3 mei 2022\nAanwezig: A. Bos (wethouder)\nAfgemeld: E. Tak (best. Kim)"
            f"{ITEMS}"
        )
    )

    assert record.partners == (Partner.GEMEENTE,)


def test_who_joins_for_one_item_was_there():
    found = attendees_of("Aanwezig: A. Bos (wethouder)\nBij punt 2: E. Tak (bestuurder Kim)")

    assert found[1] == ("E. Tak", "Kim", Partner.SCHOOLBESTUUR, True)


def test_a_long_list_over_several_printed_lines_is_one():
    found = attendees_of(
        "Aanwezig: mevrouw A. Bos (wethouder onderwijs en jeugd, voorzitter), mevrouw\n"
        "E. Tak (bestuurder Kim)"
    )

    assert [name for name, *_ in found] == ["mevrouw A. Bos", "mevrouw E. Tak"]


def test_a_table_whose_header_was_lost_is_an_attendance():
    found = attendees_of("| A. Bos | wethouder | aanw. |\n| E. Tak | bestuurder Kim | m.k. afw. |")

    assert found == [
        ("A. Bos", "", Partner.GEMEENTE, True),
        ("E. Tak", "Kim", Partner.SCHOOLBESTUUR, False),
    ]


def test_an_agenda_has_invited_people_only():
    record = read_record(
        minutes(
            "Agenda LEA 3 mei 2022\nVoor: A. Bos (wethouder)\n## 1. Opening\n"
            "## 2. Vve (bijlage)\n## 3. Rondvraag\n"
        )
    )

    assert (record.attendees, record.partners) == ((), ())


@pytest.mark.parametrize(
    "lines",
    [
        "Aanwezig: Ada Kok (wethouder) AK / Bep van Dam (Stg. Zon) BvD / Cor Lit (kdv) CL",
        "AK = Ada Kok, wethouder / BvD = Bep van Dam, bestuurder Zon / CL = Cor Lit, kdv Pip",
        "Er waren: AK (Ada Kok, wethouder), BvD (Bep van Dam, bestuurder Zon), CL (Cor Lit, kdv)",
        "Ada Kok (wethouder), Bep van Dam (bestuurder Zon), Cor Lit (kdv Pip)",
        "Deelnemers gemeente: Ada Kok / Deelnemers besturen: Bep van Dam / Deelnemer bso: Cor Lit",
    ],
)
def test_attendance_is_read_however_it_is_set(lines: str):
    found = [(name, partner) for name, _, partner, _ in attendees_of(lines)]

    assert found == [
        ("Ada Kok", Partner.GEMEENTE),
        ("Bep van Dam", Partner.SCHOOLBESTUUR),
        ("Cor Lit", Partner.KINDEROPVANG),
    ]


def test_a_label_begins_a_new_line_of_people():
    found = attendees_of(
        "Deelnemers gemeente: Ada Kok (wethouder Jeugd en Groei, voorzitter), Dirk Visch\n"
        "Deelnemers schoolbesturen: Bep van Dam (Zon)\n"
        "Er niet bij: Els Tak (Maan)"
    )

    assert [(name, partner, present) for name, _, partner, present in found] == [
        ("Ada Kok", Partner.GEMEENTE, True),
        ("Dirk Visch", Partner.GEMEENTE, True),
        ("Bep van Dam", Partner.SCHOOLBESTUUR, True),
        ("Els Tak", Partner.SCHOOLBESTUUR, False),
    ]


def test_attendance_may_stand_at_the_end():
    source = f"Notulen LEA 3 mei 2022\n{ITEMS}Aanwezigheid\n"
    source += "| Naam | Namens | Aanwezig |\n| A. Kok | wethouder | ja |\n"
    source += "| B. Dam | bestuurder Zon | ja |\n| C. Lit | kinderopvang Pip | nee |"
    record = read_record(minutes(source))

    assert [(a.name, a.present) for a in record.attendees] == [
        ("A. Kok", True),
        ("B. Dam", True),
        ("C. Lit", False),
    ]
    assert record.partners == (Partner.GEMEENTE, Partner.SCHOOLBESTUUR)
