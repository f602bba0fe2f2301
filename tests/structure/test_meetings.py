"""Whole heads of minutes and agendas, in the wordings and layouts they come in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading import Block, BlockKind, Document
from leaterms.structure import read_record

from .builders import minutes

TALK = """
## 1. Opening
De voorzitter opent de vergadering om 14.00 uur en heet iedereen welkom.
## 2. Vve en doelgroepkinderen
De gemeente vertelt dat de doelgroepdefinitie is aangepast. Besloten wordt dit in te voeren.
## 3. Aanmelden basisschool
De besturen merken op dat ouders op meerdere scholen inschrijven.
## 4. Rondvraag
Niemand heeft iets. De voorzitter sluit de vergadering.
"""
AGENDA = """
## 1. Opening
## 2. Vaststelling verslag 3 februari 2022 (bijlage)
## 3. Voortgang onderwijsachterstandenbeleid (ter bespreking)
Gevraagd: instemmen met het voorstel.
## 4. Toelatingsbeleid (ter informatie)
## 5. Rondvraag
"""
BUILDING = """
## 1. Opening
De voorzitter opent.
## 2. Planning nieuwbouw
De aannemer meldt vertraging. De oplevering schuift door.
## 3. Budget
Het krediet is toereikend, zegt de projectleider.
"""
DECISIONS = """
## 1. Verslag 8 september
Vastgesteld.
## 2. Onderwijskansen
Besluit: akkoord met het plan voor 2023.
## 3. Toelating nieuwkomers
Besluit: akkoord.
"""
G, S, K = "gemeente", "schoolbestuur", "kinderopvang"
BESTUURLIJK, AMBTELIJK, ONBEKEND = "bestuurlijk", "ambtelijk", "onbekend"

MEETINGS = {
    "list of attendees": (
        """
        Lokale Educatieve Agenda gemeente Veldkamp
        Notulen bestuurlijk overleg
        Datum : maandag 7 maart 2022
        Tijd : 15:00 - 17:00 uur
        Aanwezig :
        - Piet de Boer, wethouder onderwijs (voorzitter)
        - Annelies Vink, SKOV (bestuurder)
        - Henk Jonker, directeur-bestuurder PCBO De Linde
        - Miranda Smit, regiomanager Kinderopvang Zon
        - Eva Postma, beleidsmedewerker (notulist)
        Afwezig :
        - Jan Mulder, VO-scholengroep Het Anker
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2022-03-07", True, (G, S, K), ("Veldkamp",)),
    ),
    "organisations in brackets": (
        """
        VERSLAG
        Overleg: LEA Oosterwoude
        Datum: 16 juni 2021
        Aanwezig: J. Bakker (wethouder), K. Visser (SPOO), M. Kok (KDV De Boot), O. Prins (gem.)
        Datum volgend overleg: 12 oktober 2021
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2021-06-16", True, (G, S, K), ("Oosterwoude",)),
    ),
    "running text": (
        """
        Verslag van het LEA-overleg gemeente Westerkamp-Zuid, gehouden op dinsdag 11 mei 2021
        Aanwezig waren: mevrouw De Bruin (wethouder, tevens voorzitter), de heer Kramer (bestuurder
        SKBO), de heer Peters (directeur Hummels) en mevrouw Vos (jeugdarts GGD). Afwezig met
        kennisgeving is de heer Van Rooij (Het Palet).
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2021-05-11", True, (G, S, K), ("Westerkamp-Zuid",)),
    ),
    "groups": (
        """
        Concept verslag LEA d.d. 21-9-2022 (vast te stellen op 14-12-2022)
        Aanwezig:
        Gemeente: wethouder Henk Smit, Jolanda Prins
        Basisonderwijs: Koen Bakker (Stichting Kiem), Annet Dam (CSO De Baken)
        Kinderopvang: Tanja Blok (Bij de Buren)
        Afmelding: Ria Kool (bibliotheek)
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2022-09-21", True, (G, S, K), ()),
    ),
    "for whom": (
        """
        Overleg gemeente - schoolbesturen - kinderopvang
        Donderdag 6 en vrijdag 7 oktober 2022, landgoed De Hoeve
        Aanwezig namens de gemeente: wethouder Van Dam, mw. De Leeuw
        Aanwezig namens schoolbesturen: dhr. Pot (Consent), mw. Kuil (Kolk)
        Aanwezig namens kinderopvang: mw. Tak (Columbus)
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2022-10-06", True, (G, S, K), ()),
    ),
    "a table with yes and no": (
        """
        Verslag Regionaal Bestuurlijk Overleg LEA
        Vergaderdatum: 22-03-2023
        | Naam | Organisatie | aanwezig |
        | Wethouder A. de Jong | Gemeente Polderstad | ja |
        | C. Groot | Stichting PO Holland | nee, m.k. |
        | D. Maas | Kinderopvang Het Nest | ja |
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2023-03-22", True, (G, K), ("Polderstad",)),
    ),
    "a table of labels": (
        """
        Verslag werkgroep gelijke kansen (LEA)
        | Datum | 25 april 2023 |
        | Aanwezig | Rosa (gemeente), Cas (directeur obs De Wilg), Noor (coach Kdv Pip) |
        | Afwezig | Tess (GGD) |
        """,
        TALK,
        ("verslag", AMBTELIJK, "2023-04-25", True, (G, K), ()),
    ),
    "officials and principals": (
        """
        Verslag LEA-overleg 8-11-2022
        Wij zijn met: Karin (gemeente), Bea (locatiemanager Bambi), Johan (directeur OBS De Eik)
        """,
        TALK,
        ("verslag", AMBTELIJK, "2022-11-08", True, (G, K), ()),
    ),
    "a principal for his board": (
        """
        Verslag LEA 8-11-2022
        Aanwezig: K. Smit (wethouder), J. Post (directeur De Eik, namens het bestuur van Kolk)
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2022-11-08", True, (G, S), ()),
    ),
    "boards without wethouder": (
        """
        LEA Oostdam, verslag van 28.09.2023
        Namens de besturen: AB (Kim), CD (Kom)
        Verder aanwezig: CS (kinderopvang Hop), LS en MO (gemeente)
        """,
        TALK,
        ("verslag", ONBEKEND, "2023-09-28", True, (G, S, K), ("Oostdam",)),
    ),
    "abbreviations": (
        """
        OOGO-LEA Drechterkamp
        Verslag 2-12-'21
        Aanw: weth. Visser, A. Bol (dir.-best. Kolk), C. Ney (Berend kinderopvang)
        Afw: D. Oud
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2021-12-02", True, (G, S, K), ("Drechterkamp",)),
    ),
    "decision list": (
        """
        Besluitenlijst LEA-overleg d.d. 3 november 2022
        Aanwezig: wethouder mevr. T. Blok (vz.), dhr. S. Kamp (best. Stichting Openbaar Onderwijs)
        Vastgesteld in de vergadering van 9 februari 2023
        """,
        DECISIONS,
        ("besluitenlijst", BESTUURLIJK, "2022-11-03", True, (G, S), ()),
    ),
    "decision list without attendance": (
        """
        GEMEENTE OUDERVELD
        Besluitenlijst bestuurlijk overleg onderwijs en kinderopvang
        Datum vergadering: 9-11-2022
        Datum verzending: 16-11-2022
        """,
        DECISIONS,
        ("besluitenlijst", BESTUURLIJK, "2022-11-09", True, (), ("Ouderveld",)),
    ),
    "agenda": (
        """
        Agenda
        Lokale Educatieve Agenda (LEA) Buitenhof
        Datum en tijd: woensdag 17 november 2021, 13:00 - 15:00 uur
        Voorzitter: wethouder M. ter Horst
        Genodigden: schoolbesturen po en vo, kinderopvang, GGD, bibliotheek
        """,
        AGENDA,
        ("agenda", BESTUURLIJK, "2021-11-17", True, (), ("Buitenhof",)),
    ),
    "invitation": (
        """
        Uitnodiging LEA-bijeenkomst
        Beste partners,
        Graag nodigen wij jullie uit voor de LEA op 5 oktober 2023 van 9:30 tot 11:30 uur.
        Aanmelden kan tot 28 september 2023.
        """,
        AGENDA,
        ("agenda", ONBEKEND, "2023-10-05", True, (), ()),
    ),
    "only a name and a date, before": (
        "LEA 14 december 2023",
        AGENDA,
        ("agenda", ONBEKEND, "2023-12-14", True, (), ()),
    ),
    "only a name and a date, after": (
        "LEA 14 december 2023",
        TALK,
        ("verslag", ONBEKEND, "2023-12-14", True, (), ()),
    ),
    "memo": (
        """
        Gemeente Zwartsluis-Kerkdorp
        MEMO
        Aan: het college van B en W
        Datum: 4 januari 2023
        Onderwerp: LEA en de inspectie
        """,
        DECISIONS,
        ("other", ONBEKEND, "2023-01-04", False, (), ("Zwartsluis-Kerkdorp",)),
    ),
    "letter": (
        """
        Gemeente Meerdijk
        Aan de leden van de gemeenteraad
        Datum: 27 juni 2023
        Ons kenmerk: Z/23/104417
        Uw vragen van: 16 mei 2023
        Onderwerp: het overleg met de besturen
        Geachte leden van de raad,
        """,
        TALK,
        ("other", ONBEKEND, "2023-06-27", False, (), ("Meerdijk",)),
    ),
    "building project": (
        """
        Projectgroep nieuwbouw IKC De Horizon
        Verslag nr. 14, 3 februari 2022
        Aanwezig: P. Groen (gemeente), K. Wit (bestuurder Kim), L. Zwart (kinderopvang Doe)
        """,
        BUILDING,
        ("verslag", ONBEKEND, "2022-02-03", False, (G, S, K), ()),
    ),
    "supervision of childcare": (
        """
        Verslag overleg toezicht kinderopvang gemeente Zandvliet en GGD Noord
        Datum 12-10-2021
        Aanwezig: A. Bos (gemeente), B. Dop (GGD, inspecteur), C. Els (gemeente, handhaving)
        """,
        BUILDING,
        ("verslag", AMBTELIJK, "2021-10-12", False, (G,), ("Zandvliet",)),
    ),
    "council committee": (
        """
        Vergadering commissie Samenleven
        Datum: 11 oktober 2022
        Aanwezig: raadsleden A. Aa (Lijst Aa), B. Bee (Lijst Bee)
        Namens het college: wethouder D. Dee
        """,
        TALK,
        ("verslag", ONBEKEND, "2022-10-11", False, (G,), ()),
    ),
    "school council": (
        """
        Notulen GMR Stichting Het Baken
        12 februari 2024
        Aanwezig: Els (ouder), Jan (ouder), E. de Wit (voorzitter college van bestuur)
        """,
        TALK,
        ("verslag", ONBEKEND, "2024-02-12", False, (S,), ()),
    ),
    "boards among themselves": (
        """
        Verslag van het overleg van de gezamenlijke schoolbesturen
        17 november 2021
        Aanwezig: A. Kuipers (voorzitter CvB Fee), B. Tol (bestuurder Wijs), C. Ven (cvb Arc)
        """,
        TALK,
        ("verslag", ONBEKEND, "2021-11-17", False, (S,), ()),
    ),
    "passend onderwijs": (
        """
        Verslag OOGO passend onderwijs
        19 april 2022
        Aanwezig: wethouder B. Bos (gemeente Noord), P. Sip (bestuurder Kim)
        """,
        BUILDING,
        ("verslag", BESTUURLIJK, "2022-04-19", False, (G, S), ()),
    ),
    "council of a region": (
        """
        Regionale LEA, verslag 7 juni 2022
        Gemeente Noordveen: wethouder A. Berg
        Gemeente Zuidveen: wethouder B. Dal
        Schoolbesturen: C. Emmer (Stichting Kim)
        """,
        TALK,
        ("verslag", BESTUURLIJK, "2022-06-07", True, (G, S), ("Noordveen", "Zuidveen")),
    ),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_a_document_is_read_as_the_record_of_its_meeting(name: str):
    head, text, wanted = MEETINGS[name]
    record = read_record(minutes(head + text))

    kind, level, date, lea, partners, municipalities = wanted
    assert record.kind == kind
    assert record.level == level
    assert record.meeting_date == dt.date.fromisoformat(date)
    assert record.is_lea is lea
    assert record.partners == partners
    assert record.municipalities == municipalities


def test_the_reason_says_which_other_meeting_it_is():
    head, text, _ = MEETINGS["supervision of childcare"]

    reason = read_record(minutes(head + text)).lea_reason
    assert reason == "Geen LEA: toezicht en handhaving kinderopvang, zegt de titel."


def test_the_reason_of_a_lea_counts_its_items():
    head, text, _ = MEETINGS["list of attendees"]

    reason = read_record(minutes(head + text)).lea_reason
    assert reason == (
        "LEA: zo heet het overleg, en de deelnemers bespreken onderwijsbeleid (2 van de 4 punten)."
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Verslag LEA Veldkamp\n3 mei 2022", "LEA"),
        ("Onderwijstafel Veldkamp – verslag\n3 mei 2022", "Onderwijstafel"),
        (
            "Gemeente Veldkamp\nVerslag Platform Jeugd & Onderwijs, 3 mei 2022",
            "Platform Jeugd & Onderwijs",
        ),
    ],
)
def test_the_body_is_the_name_of_the_meeting_as_printed(head: str, body: str):
    assert read_record(minutes(head + TALK)).body.removesuffix(" Veldkamp") == body


def test_the_name_of_the_file_tells_nothing_but_the_date():
    record = read_record(
        minutes("Overleg" + TALK), name="LEA agenda gemeente Veldkamp 2021-04-14.pdf"
    )

    assert record.meeting_date == dt.date(2021, 4, 14)
    assert (record.kind, record.municipalities) == ("verslag", ())


@pytest.mark.parametrize(
    ("text", "municipalities"),
    [
        ("In de gemeente Veldkamp is overlegd. De gemeente Veldkamp koos anders.", ("Veldkamp",)),
        ("In de gemeente Veldkamp is overlegd.", ()),
        (
            "De gemeente Veldkamp en de gemeente Oostdam, of de gemeente Veldkamp alleen.",
            ("Veldkamp",),
        ),
        ("De gemeente Veldkamp en de gemeente Oostdam.", ()),
    ],
)
def test_a_municipality_of_the_text_alone_must_stand_out(text: str, municipalities):
    record = read_record(minutes(f"Samenvatting\n## 1. Opening\n{text}\n## 2. Vervolg\nVolgt."))

    assert record.municipalities == municipalities


@pytest.mark.parametrize(
    ("head", "municipalities"),
    [
        ("LEA-overleg | Veldkamp", ("Veldkamp",)),
        ("Verslag werkgroep vve – Veldkamp – 3 april 2025", ("Veldkamp",)),
        ("OVERLEG HUISVESTING EN VERVOER VELDKAMP", ("Veldkamp",)),
        ("OVERLEG GEMEENTE EN SCHOOLBESTUREN VELDKAMP", ("Veldkamp",)),
        ("Raad van Veldkamp", ("Veldkamp",)),
        ("OOGO passend onderwijs Middelstreek\nStadskantoor Veldkamp", ("Veldkamp",)),
        ("Dorpsraad Veldkamp", ()),
        ("Werkgroep Verkeer", ()),
    ],
)
def test_a_municipality_is_read_from_the_title(head: str, municipalities):
    record = read_record(minutes(f"{head}\n3 april 2025{TALK}"))

    assert record.municipalities == municipalities


def test_a_letter_that_invites_is_a_letter():
    text = " ".join(["Wij lichten ons besluit hieronder toe en horen graag uw zienswijze."] * 5)
    record = read_record(
        minutes(
            "Aan de colleges van Veldkamp en Oostdam\nDatum: 3 april 2025\nKenmerk: 12\n"
            f"Betreft: uitnodiging overleg\n## 1. Aanleiding\nGeachte colleges,\n{text}\n"
            f"## 2. Vervolg\n{text}\nMet vriendelijke groet,\nA. Bos"
        )
    )

    assert (record.kind.value, record.is_lea) == ("other", False)


BLOCKS = st.builds(
    Block,
    st.text(max_size=80),
    st.sampled_from(list(BlockKind)),
    bold=st.booleans(),
    number=st.sampled_from(["", "1.", "a", "•"]),
    size=st.sampled_from([0.0, 9.0, 14.0]),
)


@given(st.lists(BLOCKS, max_size=12))
def test_any_document_gives_a_record(blocks: list[Block]):
    record = read_record(Document("pdf", 1, tuple(blocks)))

    assert record.items[0].index == -1
    assert record.lea_reason != ""
