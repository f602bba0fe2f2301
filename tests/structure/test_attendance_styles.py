"""Attendance in the many ways in which minutes give it: who was there, and for which partner."""

import pytest

from leaterms.structure import Level, Partner, read_record

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


@pytest.mark.parametrize(
    ("head", "partners", "level"),
    [
        (
            (
                "| Naam | Organisatie | A | M.K. |\n| J. de Boer | wethouder | x | |\n"
                "| P. Jansen | bestuurder Kindwijs | x | |\n| L. Bakker | Kinderopvang Zon | | x |"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "| Organisatie | Naam | Aanwezig |\n| Gemeente | wethouder De Boer | ✓ |\n"
                "| Stichting Kindwijs | P. Jansen | ✓ |\n| Kinderopvang Zonnig | L. Bakker | |"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Aanwezig: J. Bot (gem.), P. Jansen (bestuurder Kindwijs), K. Vos (lid CvB Maat), "
                "T. Druif (directeur De Wegwijzer)"
            ),
            NO_CARE,
            Level.ONBEKEND,
        ),
        (
            (
                "Wie waren er? Wethouder De Boer, Bart van het openbaar onderwijs, Dewi van de "
                "kinderopvang en Eelco, ambtenaar.\nWie niet? Fien van de bieb."
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Aanwezig:\n1. B. Golf, wethouder\n2. D. Eb, Stichting Primair\n"
                "3. F. Vloed, voorzitter CvB Talent\n4. H. Zee, Kinderopvang Zonnig"
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            "Aanwezig: gemeente (Sjors), besturen (Pien, Klaas), GGD (Roos)",
            NO_CARE,
            Level.ONBEKEND,
        ),
        (
            (
                "Wethouder: G. de Weg. Schoolbesturen: Conquest (A. Thijs), Primair (B. Roos). "
                "Kinderopvang: C. Wind. GGD: D. Storm."
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            "Gemeente: B. Bos (weth.)\nPO: M. Heres, T. Vegter\nVO: J. Elzinga\nKO: N. Poort",
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Tegenwoordig: de wethouder, mevrouw Van Dijk; de heren Alberts (Kindwijs) en Van "
                "der Veen (Lauwers). Met kennisgeving afwezig: de heer Kalma (kinderopvang)."
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "De wethouder sprak met mevrouw Kroeze (Openbaar Onderwijs) en de heer Timmer "
                "(PCBO). De houder van kinderdagverblijf 't Nest was verhinderd."
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Aanwezig: Femke (pedagogisch beleidsmedewerker Pinokkio), Lianne (gemeente),"
                " Mirte (kleuterleerkracht De Wilg)"
            ),
            NO_BOARD,
            Level.AMBTELIJK,
        ),
        (
            (
                "Aanw: G. Horst (wethouder), F. Heres (bestuurder)\n"
                "Afw. zonder bericht: P. Kok (kinderopvang Bambi)"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "dhr. J. Huizing   wethouder            aanwezig\n"
                "mw. S. Kruim      bestuurder Arcade    aanwezig\n"
                "mw. U. Lubbers    Kinderopvang Zonnig  afwezig\n"
                "mw. V. Prakken    gemeente             aanwezig"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Rond de tafel: Marianne van peuteropvang Dol, juf Kim en juf Els van obs De Ark "
                "en Leonie van de gemeente."
            ),
            NO_BOARD,
            Level.AMBTELIJK,
        ),
        (
            (
                "Aanwezig: J. de Boer (wethouder), P. Jansen (bestuurder Kindwijs)\n"
                "Vertegenwoordigd door: geen"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
    ],
)
def test_tables_lists_and_talk_of_who_was_there(head, partners, level):
    assert partners_of(TITLE + head + ITEMS) == (partners, level)


def test_a_wethouder_who_opens_the_meeting_was_there():
    source = (
        "Verslag LEA\n6 juni 2024\n## 1. Opening\nWethouder Peters opent. Aanwezig zijn verder "
        "Bouchra (bestuurder Waterwolf), Henny (De Kapitein, kinderopvang) en Jasper (gemeente).\n"
        "## 2. Peuters\nDe peuters.\n## 3. Sluiting\nDicht."
    )

    assert partners_of(source) == (ALL, Level.BESTUURLIJK)


def test_a_title_that_begins_with_bestuurlijk_names_nobody():
    source = f"Bestuurlijk overleg jeugd en onderwijs, 17/10/23\nAanwezig: {BOARD}, {CARE}" + ITEMS
    record = read_record(minutes(source))

    assert [attendee.name for attendee in record.attendees] == ["P. Jansen", "L. Bakker"]


def test_in_a_meeting_of_directors_with_a_board_principals_are_of_their_school():
    source = (
        "Directieoverleg LEA\n7 april 2022\nAanwezig: P. Vink (directeur De Vogel), Q. Mees "
        "(namens bestuur Stichting Eem), R. Spreeuw (beleidsadviseur gemeente)" + ITEMS
    )

    assert partners_of(source) == (NO_CARE, Level.ONBEKEND)


@pytest.mark.parametrize(
    ("head", "partners", "level"),
    [
        (
            (
                "Deelnemers namens\n– gemeente: wethouder A. Schoon\n– besturen: K. Roest (Flo)\n"
                "– kinderopvang: B. Bloem (directeur SKV)"
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        ("aanwezig: PvD en SG (gem), LB (Kinderopvang Zonnig)", NO_BOARD, Level.AMBTELIJK),
        (
            "Wethouder: C. Taks | Besturen: E. Ooms (LOGOS) | Kinderopvang: G. Quak (SKCN)",
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "| Gemeente | J. Reus (wethouder), M. Gok |\n| Onderwijs | H. Bul (CPOB) |\n"
                "| Kinderopvang | A. Lam (afwezig) |"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Aanwezig wethouders: dhr. Van Pelt\nAanwezig besturen: dhr. Dekker (CSG)\n"
                "Aanwezig ondersteuning: mw. Lodder\nAfwezig kinderopvang: mw. Visbeen"
            ),
            NO_CARE,
            Level.BESTUURLIJK,
        ),
    ],
)
def test_labels_of_parties_in_their_many_places(head, partners, level):
    assert partners_of(TITLE + head + ITEMS) == (partners, level)


def test_who_speaks_of_the_toddler_groups_of_an_organisation_makes_it_childcare():
    source = (
        "Verslag LEA\n12 april 2022\nAanwezig: B. Tol (wethouder), T. Bos (bestuurder Kim), "
        "N. Wit (Okidoki)\n## 1. Opening\nB. Tol opent.\n## 2. Peuters\n"
        "De peutergroepen van Okidoki zitten vol.\n## 3. Sluiting\nDicht."
    )

    assert partners_of(source) == (ALL, Level.BESTUURLIJK)


def test_a_work_meeting_with_schools_and_childcare_is_not_internal():
    source = (
        "Werkoverleg peuters en kleuters\n27 september 2022\nAanwezig: W. Hart (gemeente), R. Bo "
        "(peuterspeelzaal Visje), J. Beuk (directeur De Kuil)\n## 1. Opening\nWelkom.\n"
        "## 2. Toeleiding vve\nDe toeleiding loopt.\n## 3. Doorgaande lijn\nGoed."
    )

    assert read_record(minutes(source)).is_lea is True


@pytest.mark.parametrize(
    ("head", "partners", "level"),
    [
        (
            (
                "JB = Jan de Boer, wethouder (vz)\nPJ = Petra Jansen, bestuurder Kindwijs\n"
                "LB = Lies Bakker, regiomanager Kinderopvang Zonnig\nm.k.a.: Tom Tak (Maat)"
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Van gemeentezijde: J. de Boer (wethouder), K. Post (beleid), L. Vos (secr.)\n"
                f"Overigen: {CARE}"
            ),
            NO_BOARD,
            Level.BESTUURLIJK,
        ),
        (
            f"Erbij: J. de Boer (wethouder), {CARE}\nEraf: {BOARD}",
            NO_BOARD,
            Level.BESTUURLIJK,
        ),
        (f"Aanwezig: J. de Boer (wethouder), {BOARD}, zonder {CARE}", NO_CARE, Level.BESTUURLIJK),
        (
            "Gemeente (wethouder Bos, Kok), besturen (Vos, Tak), opvang (Wit)",
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Wethouder mr. J. de Boer (voorzitter); P. Jansen, K. Vos, T. Maas (besturen); "
                "L. Bakker (peuteropvang Zonnig); R. Tak (gemeente)"
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            (
                "Aanwezig namens\n- de schoolbesturen: P. Jansen (Kindwijs), K. Vos (Maat)\n"
                "- de opvang: L. Bakker (directeur Zonnig)\n- de gemeente: R. Tak (voorzitter)"
            ),
            ALL,
            Level.ONBEKEND,
        ),
        (
            (
                "Aanwezig: J. de Boer, wethouder\nP. Jansen, bestuurder Kindwijs\n"
                "L. Bakker, directeur kinderopvang Zonnig"
            ),
            ALL,
            Level.BESTUURLIJK,
        ),
        (
            "J. de Boer, wethouder\nR. Tak, gemeente\nP. Jansen, Stichting Kindwijs",
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            "Aanwezig: B. Golf (burgemeester), P. Jansen (bestuurder Kindwijs)",
            NO_CARE,
            Level.BESTUURLIJK,
        ),
        (
            "Aanwezig: R. Tak (gemeente), K. Vos (directeur De Zon), B. Os (Stichting Buurthuis)",
            "gemeente",
            Level.AMBTELIJK,
        ),
    ],
)
def test_lists_of_initials_of_parties_and_of_one_person_a_line(head, partners, level):
    assert partners_of(TITLE + head + ITEMS) == (partners, level)


def test_between_semicolons_a_comma_divides_people_too():
    record = read_record(
        minutes(
            f"{TITLE}Aanwezig: M. Golf (wethouder, vz), H. Eb, I. Vloed (gemeente); "
            f"G. Zee (bestuur Kim), N. Duin (Maat); P. Wad (GGD){ITEMS}"
        )
    )

    assert [attendee.name for attendee in record.attendees] == [
        "M. Golf",
        "H. Eb",
        "I. Vloed",
        "G. Zee",
        "N. Duin",
        "P. Wad",
    ]


def test_the_host_leaves_its_own_people_bare():
    record = read_record(
        minutes(
            f"{TITLE}Aanwezig: Smit, Post, Jansen (bestuur Kindwijs), Vos (bestuur Om), Tak (JGZ)"
            + ITEMS
        )
    )

    hosts = [(a.name, a.organisation, a.role, a.partner) for a in record.attendees[:2]]
    assert hosts == [("Smit", "", "", Partner.GEMEENTE), ("Post", "", "", Partner.GEMEENTE)]
    assert record.level is Level.ONBEKEND


def test_two_of_one_board_are_no_hosts():
    line = "Aanwezig: Smit, Jansen (bestuur Kindwijs), Vos (bestuur Maat), Tak (gemeente)"

    assert read_record(minutes(TITLE + line + ITEMS)).attendees[0].partner is Partner.SCHOOLBESTUUR


def test_beside_foundations_the_one_that_is_none_is_childcare():
    line = (
        "Aanwezig: J. de Boer (wethouder), P. Jansen (Stg. Kindwijs), K. Vos (Stg. Maat), "
        "L. Bakker (Zandkasteel)"
    )

    assert partners_of(TITLE + line + ITEMS) == (ALL, Level.BESTUURLIJK)


def test_the_last_of_organisations_that_say_nothing_is_childcare_unless_it_was_absent():
    line = "Aanwezig: J. de Boer (wethouder), P. Jansen (Kim), K. Vos (Maat), L. Bakker (Dobber)"

    assert partners_of(TITLE + line + ITEMS)[0] == ALL
    absent = f"{line}\nAfwezig: E. Wit (Kinderopvang Zonnig)"
    assert partners_of(TITLE + absent + ITEMS)[0] == NO_CARE


def test_organisations_alone_are_boards_and_not_those_beside_principals():
    boards = "Aanwezig: R. Tak (gemeente), P. Jansen (Kim), K. Vos (Maat)"
    schools = f"{boards}, T. Maas (directeur obs De Zon)"

    assert partners_of(TITLE + boards + ITEMS) == (NO_CARE, Level.ONBEKEND)
    assert partners_of(TITLE + schools + ITEMS) == ("gemeente", Level.AMBTELIJK)


def test_a_sentence_on_a_schools_own_children_makes_no_childcare():
    said = (
        "\n## 1. Hal\nPJ: ik wil mijn kleuters niet bij de peuters.\nPJ: een deur dus.\n"
        "## 2. Trap\nLB: kinderen van twee kunnen nergens bij.\n## 3. Sluiting\nTot dan."
    )
    record = read_record(
        minutes(f"{TITLE}Aanwezig: PJ (Kindwijs), LB (Zonnig), RT (gemeente){said}")
    )

    partners = [attendee.partner for attendee in record.attendees]
    assert partners == [Partner.SCHOOLBESTUUR, Partner.KINDEROPVANG, Partner.GEMEENTE]


@pytest.mark.parametrize(
    ("line", "partners", "level"),
    [
        (
            "Erbij: wh Jan de Boer (vz), Petra Jansen (bestuurder SKG), Lies Bakker (dir. KO Zon)",
            ALL,
            Level.BESTUURLIJK,
        ),
        ("Erbij: J. de Boer (wh), P. Jansen (bestuurder SKG)", NO_CARE, Level.BESTUURLIJK),
        (
            "Erbij: WH (gemeente), Petra Jansen (PJ, bestuurder SKG), Lies Bakker (KO Zonnig)",
            ALL,
            Level.ONBEKEND,
        ),
        (
            "Erbij: Karin Oost (KO, bestuurder SKG), Dirk Bos (DB, gemeente)",
            NO_CARE,
            Level.ONBEKEND,
        ),
        (
            "Erbij: Rens Tak (RT, vz + notulen), Bea Maas (dir. De Rank), Lies Bakker (KO Zonnig)",
            NO_BOARD,
            Level.AMBTELIJK,
        ),
        (
            "Erbij: Rens Tak (onafhankelijk voorzitter), Bea Maas (bestuurder Kindwijs)",
            "schoolbestuur",
            Level.ONBEKEND,
        ),
        (
            (
                "Erbij: R. Tak (gemeente), F. Bakels (schoolleider De Linde, namens Groene Hof), "
                "B. Maas (directeur De Eik, namens PO)"
            ),
            NO_CARE,
            Level.ONBEKEND,
        ),
    ],
)
def test_short_words_initials_and_bare_chairs(line, partners, level):
    assert partners_of(f"{TITLE}{line}{ITEMS}") == (partners, level)


def test_one_person_a_line_in_full_words():
    lines = (
        "Aanwezig:\nde heer E. Stuut, wethouder, voorzitter\n"
        "de heer W. Tuin, bestuurder Stichting Oosterland (openbaar onderwijs)\n"
        "mevrouw J. Haan, voorzitter Vereniging Veenburcht (christelijk onderwijs)\n"
        "mevrouw S. Nap, directeur kinderopvang 't Nestje aan de Oosterstraat"
    )
    record = read_record(minutes(TITLE + lines + ITEMS))

    assert [attendee.name for attendee in record.attendees] == [
        "de heer E. Stuut",
        "de heer W. Tuin",
        "mevrouw J. Haan",
        "mevrouw S. Nap",
    ]
    assert (record.partners, record.level) == (tuple(Partner), Level.BESTUURLIJK)


def test_an_agenda_may_say_with_whom():
    record = read_record(
        minutes(
            "Agenda LEA\n3 maart 2022\nMet wethouder Jan de Boer en de besturen.\n"
            "## 1. Opening\n## 2. Peuters\n## 3. Rondvraag"
        )
    )

    assert (record.kind.value, record.level) == ("agenda", Level.BESTUURLIJK)


@pytest.mark.parametrize(
    "line",
    [
        (
            "Er waren 9 mensen: wethouder Bos, ambtenaar Dijk, bestuurders Fok en Haan, Jol van "
            "de kinderopvang en Nap van de GGD."
        ),
        "Aanwezig: het college (Bos, Dijk), de besturen (Fok, Haan), de opvang (Jol)",
        (
            "Wethouder Bos, mevrouw Dijk (beleid), de heer Fok (bestuurder Kim), "
            "mevrouw Jol (kinderopvang)"
        ),
    ],
)
def test_roles_before_names_and_parties_with_an_article(line):
    assert partners_of(f"{TITLE}{line}{ITEMS}") == (ALL, Level.BESTUURLIJK)


def test_who_serves_a_board_is_not_on_it():
    line = (
        "Aanwezig: C. Dijk (gemeente), G. Haan (stafmedewerker Maat), B. Maas (directeur De Eik)"
    )

    assert partners_of(f"{TITLE}{line}{ITEMS}") == ("gemeente", Level.AMBTELIJK)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Wethouder De Boer zit voor. Afmelden bij Tak.", Level.BESTUURLIJK),
        ("Onder voorzitterschap van wethouder De Boer", Level.BESTUURLIJK),
        ("Vz: wethouder De Boer", Level.BESTUURLIJK),
        ("Voor: directeuren en locatiemanagers", Level.AMBTELIJK),
        ("Plaats: raadhuis, kamer van de wethouder", Level.ONBEKEND),
        ("De wethouder is verhinderd.", Level.ONBEKEND),
        ("Kopie: wethouder De Boer", Level.ONBEKEND),
    ],
)
def test_who_comes_by_the_head_of_an_agenda(line, level):
    points = "## 1. Opening\n## 2. Peuters\nStand van zaken.\n## 3. Rondvraag"
    record = read_record(minutes(f"Agenda LEA-overleg\n3 maart 2022\n{line}\n{points}"))

    assert (record.kind.value, record.level) == ("agenda", level)


@pytest.mark.parametrize(
    "schools",
    ["scholen: Klaas Blok (bestuur Het Baken), Rens Visser (bestuur Noord)", "besturen: K. Blok"],
)
def test_groups_in_small_letters_below_aanwezig(schools):
    head = (
        "Aanwezig:\ngemeente: Jan de Boer (weth., vz.), Marjan Tuin (onderwijs)\n"
        f"{schools}\npeuters: Anke Hoek (De Schuit)\nGGD: Frits Smal\nverslag: Tineke"
    )

    assert partners_of(f"{TITLE}{head}{ITEMS}") == (ALL, Level.BESTUURLIJK)


def test_an_entry_of_a_list_says_where_its_one_person_is_from():
    head = (
        "Aanwezig:\n- de heer B. de Boer, wethouder, voorzitter\n"
        "- mevrouw F. Haan, mevrouw S. Nap, schoolbesturen\n- mevrouw I. Struik, Torenvalk"
    )
    record = read_record(minutes(f"{TITLE}{head}{ITEMS}"))

    assert (record.attendees[-1].name, record.attendees[-1].organisation) == (
        "mevrouw I. Struik",
        "Torenvalk",
    )


def test_the_name_in_a_title_counts_for_more_than_the_town_hall():
    head = "Onderwijskring Kwelderwaard, verslag 4 november 2021\nGemeentehuis Oosternijland"

    assert read_record(minutes(f"{head}{ITEMS}")).municipalities == ("Kwelderwaard",)


def test_the_college_and_its_wethouder_are_the_municipality():
    head = (
        "Aanwezig namens het college: wethouder mw. drs. J. Frijns (voorzitter), mw. A. Reinders\n"
        "Aanwezig namens de schoolbesturen: de heer E. Boon (Stichting Kim)"
    )
    record = read_record(minutes(f"{TITLE}{head}{ITEMS}"))

    assert partners_of(f"{TITLE}{head}{ITEMS}") == (NO_CARE, Level.BESTUURLIJK)
    assert record.attendees[1].partner is Partner.GEMEENTE


def test_people_without_a_label_before_those_who_were_not_there():
    line = (
        "Wethouder L. Smit (LS, vz), A. Hors (AH, gemeente), H. Jansen (HJ, Stichting Kompel), "
        "C. Wijn (CW, Kinderopvang Lampje). Niet: M. Ploeg (Barbaracollege)"
    )
    record = read_record(minutes(f"{TITLE}{line}{ITEMS}"))

    assert partners_of(f"{TITLE}{line}{ITEMS}") == (ALL, Level.BESTUURLIJK)
    assert [a.name for a in record.attendees if not a.present] == ["M. Ploeg"]
