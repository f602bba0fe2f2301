"""The Dutch words for what the tables hold, as users read them in reports and on screen."""

from leaterms.assessment import MeetingState, Risk, Status, ThemeState
from leaterms.detection import Assertion
from leaterms.structure import Kind, Level, Partner
from leaterms.vocabulary import Wording

__all__ = [
    "ASSERTIONS",
    "DENIED",
    "FILE_STATUS",
    "KINDS",
    "LEVELS",
    "MEETING_STATES",
    "PARTNERS",
    "RISKS",
    "STATUSES",
    "THEME_STATES",
    "WORDINGS",
]

STATUSES = {
    Status.AGENDISED: "agendapunt in wettelijke woorden",
    Status.DISCUSSED: "besproken in wettelijke woorden",
    Status.PLANNED: "op de agenda in wettelijke woorden",
    Status.JARGON_AGENDISED: "agendapunt in eigen woorden",
    Status.JARGON_DISCUSSED: "besproken in eigen woorden",
    Status.JARGON_PLANNED: "op de agenda in eigen woorden",
    Status.ABSENT: "niet gevonden",
    Status.UNKNOWN: "geen leesbaar verslag",
}
RISKS = {
    Risk.NONE: "geen",
    Risk.LOW: "laag",
    Risk.MEDIUM: "midden",
    Risk.HIGH: "hoog",
    Risk.UNKNOWN: "onbekend",
}
DENIED = "een stuk zegt: niet besproken"
ASSERTIONS = {
    Assertion.DISCUSSED: "besproken",
    Assertion.PLANNED: "op de agenda",
    Assertion.NOT_DISCUSSED: "niet besproken",
    Assertion.POSTPONED: "uitgesteld",
    Assertion.QUOTED: "aangehaald",
}
WORDINGS = {
    Wording.STATUTORY: "wettelijke woorden",
    Wording.JARGON: "eigen woorden",
}
KINDS = {
    Kind.AGENDA: "agenda",
    Kind.VERSLAG: "verslag",
    Kind.BESLUITENLIJST: "besluitenlijst",
    Kind.OTHER: "ander stuk",
}
LEVELS = {
    Level.BESTUURLIJK: "bestuurlijk",
    Level.AMBTELIJK: "ambtelijk",
    Level.ONBEKEND: "onbekend",
}
PARTNERS = {
    Partner.GEMEENTE: "gemeente",
    Partner.SCHOOLBESTUUR: "schoolbestuur",
    Partner.KINDEROPVANG: "kinderopvang",
}
MEETING_STATES = {
    MeetingState.HELD: "gehouden",
    MeetingState.FOUND: "agenda zonder verslag",
    MeetingState.MISSING: "niet gevonden",
}
THEME_STATES = {
    ThemeState.COVERED: "behandeld",
    ThemeState.PLANNED: "op de agenda",
    ThemeState.RAISE: "besproken, nog eens agenderen",
    ThemeState.RELABEL: "alleen in eigen woorden",
    ThemeState.OPEN: "nog open",
}
FILE_STATUS = {
    "needs_ocr": "scan zonder tekst",
    "unsupported": "soort bestand dat niet wordt gelezen",
    "failed": "niet te lezen",
}
