"""Invented minutes in which a year went as in the case this tool began with.

Five meetings, two bestuurlijk and three ambtelijk, in which all year is spoken of an inquiry
into diversity and inclusion, of mixed groups, places for families with one income, the broad
school, one procedure for applying, and parents as partners; and never in the words of the law.
"""

from pathlib import Path

import docx

import leaterms

BESTUURLIJK = (
    "Aanwezig: wethouder Van der Veen (gemeente, voorzitter), mevrouw Kuiper (bestuurder "
    "Stichting De Golfslag), de heer Smit (bestuurder scholenstichting Kompas), mevrouw Aydin "
    "(regiomanager kinderopvang Het Duin)"
)
AMBTELIJK = (
    "Aanwezig: mevrouw De Boer (beleidsadviseur onderwijs gemeente, voorzitter), de heer Smit "
    "(namens het bestuur van scholenstichting Kompas), mevrouw Visser (directeur basisschool De "
    "Vuurtoren), mevrouw Aydin (clustermanager kinderopvang Het Duin)"
)
Items = tuple[tuple[str, str], ...]

# date, level, attendance, items
YEAR: tuple[tuple[str, str, str, Items], ...] = (
    (
        "3 februari 2022",
        "Bestuurlijk",
        BESTUURLIJK,
        (
            (
                "Onderzoek diversiteit en inclusie",
                (
                    "Het bureau licht de opzet van het onderzoek naar diversiteit en inclusie "
                    "in de kinderopvang en het onderwijs toe. De besturen herkennen dat "
                    "kinderen uit verschillende wijken elkaar weinig treffen. Afgesproken "
                    "wordt dat elk bestuur vóór 1 april 2022 twee locaties aanlevert voor het "
                    "onderzoek."
                ),
            ),
            (
                "Pedagogisch partnerschap",
                (
                    "Mevrouw Kuiper vertelt hoe ouders uit alle buurten worden betrokken bij "
                    "de school. Het project pedagogisch partnerschap krijgt een vervolg."
                ),
            ),
        ),
    ),
    (
        "7 april 2022",
        "Ambtelijk",
        AMBTELIJK,
        (
            (
                "Heterogene groepen in de peuteropvang",
                (
                    "De aanbieders werken met heterogene groepen: peuters met en zonder "
                    "indicatie spelen samen. Dat staat ook in de subsidievoorwaarden. De "
                    "bestaande, nog passende werkafspraken blijven gelden."
                ),
            ),
            (
                "Kostwinnersplekken",
                (
                    "Gezinnen zonder recht op toeslag maken gebruik van de kostwinnersplekken. "
                    "Er zijn dit jaar veertien plekken bezet."
                ),
            ),
        ),
    ),
    (
        "16 juni 2022",
        "Ambtelijk",
        AMBTELIJK,
        (
            (
                "Brede schoolvorming",
                (
                    "De scholen in de Havenbuurt willen dat elke school een afspiegeling van "
                    "de wijk is. De brede school helpt daarbij, omdat kinderen uit de hele "
                    "buurt er samen naar toe gaan."
                ),
            ),
            (
                "Stand van het onderzoek",
                (
                    "Het onderzoek naar diversiteit en inclusie loopt nog; de uitkomsten komen "
                    "in het najaar."
                ),
            ),
        ),
    ),
    (
        "22 september 2022",
        "Ambtelijk",
        AMBTELIJK,
        (
            (
                "Uniform inschrijfsysteem basisscholen",
                (
                    "De scholen onderzoeken of zij aansluiten bij een uniform systeem voor de "
                    "aanmelding van kleuters. Mevrouw Visser meldt dat ouders nu vaak op drie "
                    "scholen tegelijk aanmelden."
                ),
            ),
            (
                "Ouderbetrokkenheid",
                (
                    "De ouderkamers zijn weer open; ouders met verschillende achtergronden "
                    "ontmoeten elkaar er wekelijks."
                ),
            ),
        ),
    ),
    (
        "24 november 2022",
        "Bestuurlijk",
        BESTUURLIJK,
        (
            (
                "Diversiteit en inclusie: eerste uitkomsten",
                (
                    "De onderzoekers laten zien hoe gemengd de groepen zijn. De besturen "
                    "bespreken wat dit betekent voor de groepssamenstelling op de "
                    "vve-locaties. De heer Smit werkt vóór 1 februari 2023 een voorstel uit."
                ),
            ),
            (
                "Ongelijk investeren voor gelijke kansen",
                "De besturen willen extra inzet op scholen waar dat het hardst nodig is.",
            ),
        ),
    ),
)
DENIAL = (
    "Vragenlijst van de inspectie",
    (
        "Mevrouw De Boer meldt dat de vragenlijst is ingevuld: in 2022 is geen overleg over het "
        "voorkomen van segregatie gevoerd."
    ),
)


def write_paper(
    path: Path, kind: str, date: str, level: str, attendance: str, items: Items, heading: int = 1
) -> None:
    """A Word file of a meeting: title, date, attendance, and numbered items as headings."""
    document = docx.Document()
    document.add_paragraph(f"{kind} {level.lower()} LEA-overleg gemeente Zilverhaven")
    document.add_paragraph(f"Datum: {date}")
    if attendance:
        document.add_paragraph(attendance)
    numbered = (("Opening", "De voorzitter opent de vergadering."), *items)
    for number, (title, text) in enumerate(numbered, start=1):
        document.add_heading(f"{number}. {title}", heading)
        if text and kind != "Agenda":
            document.add_paragraph(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def write_year(folder: Path, *, denied: bool = False) -> Path:
    """The minutes of the five meetings of 2022; with `denied` the last says the word was not."""
    for number, (date, level, attendance, items) in enumerate(YEAR, start=1):
        last = number == len(YEAR)
        own = (*items, DENIAL) if denied and last else items
        write_paper(folder / f"verslag {number}.docx", "Verslag", date, level, attendance, own)
    return folder


NEXT_YEAR = (YEAR[0], YEAR[1], YEAR[4])  # each agenda is read in a process of its own: two seconds


def write_next_agendas(folder: Path) -> list[Path]:
    """The agendas of three meetings of 2023, with the local titles of the year before."""
    paths = []
    for number, (date, level, _, items) in enumerate(NEXT_YEAR, start=1):
        path = folder / f"agenda {number}.docx"
        write_paper(path, "Agenda", date.replace("2022", "2023"), level, "", items)
        paths.append(path)
    return paths


def titles_of(path: Path) -> list[str]:
    """The headings of a Word agenda with all changes accepted, without their numbers."""
    lines = (block.text for block in leaterms.read(path).blocks)
    return [line.partition(". ")[2] for line in lines if line[:1].isdigit()]


def write_next_minutes(folder: Path, agendas: list[Path]) -> Path:
    """Minutes of 2023 under the headings of `agendas`: the talk of 2022, under its new names."""
    for number, (agenda, meeting) in enumerate(zip(agendas, NEXT_YEAR, strict=True), start=1):
        date, level, attendance, items = meeting
        talks = {title: text.replace("2022", "2023") for title, text in items}
        named = tuple(
            (title, next((t for local, t in talks.items() if local.lower() in title.lower()), ""))
            for title in titles_of(agenda)
            if title != "Opening"
        )
        write_paper(
            folder / f"verslag {number}.docx",
            "Verslag",
            date.replace("2022", "2023"),
            level,
            attendance,
            named,
        )
    return folder
