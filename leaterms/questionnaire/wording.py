"""The Dutch of dossier and answers: places, counts, grades, partners, in words."""

from collections.abc import Sequence

from leaterms.assessment import Evidence, Meeting, enumerate_dutch
from leaterms.questionnaire.grounds import Grade, ReadFiles
from leaterms.reading import place_at
from leaterms.structure import Level, Partner

__all__ = [
    "GRADES",
    "PARTNERS",
    "amount",
    "cite",
    "say_meeting",
    "say_more",
    "say_partners",
    "say_place",
    "say_read",
]

GRADES = {
    Grade.STATUTORY: "in wettelijke woorden besproken",
    Grade.ACCEPTED: "aangenomen",
    Grade.JARGON: "in eigen woorden besproken",
    Grade.NEAR: "besproken, de spelling wijkt af van de wettelijke woorden",
    Grade.MODEL: "gevonden door het taalmodel",
    Grade.PLANNED: "op een agenda, zonder verslag",
    Grade.PLANNED_JARGON: "in andere woorden op een agenda, zonder verslag",
    Grade.PROPOSAL: "voorstel van het taalmodel",
}
PARTNERS = {
    Partner.GEMEENTE: "gemeente",
    Partner.SCHOOLBESTUUR: "schoolbesturen",
    Partner.KINDEROPVANG: "kinderopvang",
}


def say_more(count: int) -> str:
    """Where the passages are that are not shown."""
    return (
        f"En nog {amount(count, 'passage', 'passages')}; zie het blad 'vermeldingen' in het "
        "Excel-bestand van 'leaterms scan'."
    )


def amount(count: int, one: str, more: str) -> str:
    """'1 vergadering', '3 vergaderingen', 'geen vergaderingen'."""
    if count == 0:
        return f"geen {more}"
    return f"{count} {one if count == 1 else more}"


def say_partners(partners: Sequence[Partner]) -> str:
    """'gemeente, schoolbesturen en kinderopvang'; what to say where none is known."""
    named = [PARTNERS[partner] for partner in partners]
    return enumerate_dutch(named) or "het stuk zegt niet wie er waren"


def say_meeting(meeting: Meeting) -> str:
    """'15-03-2022, bestuurlijk, LEA-overleg', '22-06-2022, ambtelijk LEA-overleg'."""
    parts = [f"{meeting.date:%d-%m-%Y}"] if meeting.date else ["zonder datum"]
    if meeting.level is not Level.ONBEKEND and meeting.level.value not in meeting.body.casefold():
        parts.append(meeting.level.value)
    if meeting.body:
        parts.append(meeting.body)
    return ", ".join(parts)


def say_place(evidence: Evidence) -> str:
    """'p. 3, agendapunt 4: Peuters', 'alinea 12, kop van agendapunt 2'."""
    item, mention = evidence.item, evidence.mention
    sources = item.title_sources if mention.in_heading else item.text_sources
    source = place_at(sources, mention.start) if sources else None
    parts = []
    if source and source.page is not None:
        parts.append(f"p. {source.page}")
    elif source and source.paragraph is not None:
        parts.append(f"alinea {source.paragraph}")
    if item.index < 0:
        parts.append("vóór het eerste agendapunt")
    else:
        number = f"agendapunt {item.number or item.index + 1}"
        parts.append(f"kop van {number}" if mention.in_heading else f"{number}: {item.title}")
    return ", ".join(parts).rstrip(": ")


def cite(evidence: Evidence) -> str:
    """The sentence with its place in one line: "'...' (15-03-2022, verslag.pdf, p. 3, ...)"."""
    sentence = " ".join(evidence.mention.sentence.split())
    return f"'{sentence}' ({evidence.date:%d-%m-%Y}, {evidence.path}, {say_place(evidence)})"


def say_read(read: ReadFiles, year: int) -> str:
    """What was read, in a few sentences, for answers that rest on finding nothing."""
    minutes = amount(read.minutes, "verslag of besluitenlijst", "verslagen of besluitenlijsten")
    agendas = amount(read.agendas, "agenda", "agenda's")
    also = f" en {agendas} zonder verslag" if read.agendas else ""
    files = amount(read.dated, "stuk", "stukken")
    said = [f"Gelezen: {files} uit {year}, waaronder {minutes} van het LEA-overleg{also}."]
    if read.unread:
        files = amount(len(read.unread), "bestand", "bestanden")
        could = "kon" if len(read.unread) == 1 else "konden"
        said.append(f"Daarnaast {could} {files} niet worden gelezen.")
    if read.undated:
        files = amount(len(read.undated), "stuk", "stukken")
        said.append(f"Zonder datum: {files} van het LEA-overleg; die tellen voor geen jaar.")
    return " ".join(said)
