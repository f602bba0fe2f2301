"""Whether words name something that can be checked, and by when: numbers, amounts, dates.

Source: annotation guideline, 'Agreement': a number, a percentage, a date by which; and these
belong to what is agreed, not to a vote, a page, or the minutes of another meeting.
"""

import re

__all__ = ["find_deadline", "is_measurable", "names_amount", "names_date"]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)\b\.?"
)
_WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_SEASON = (
    r"(?:(?:de|het|deze|dit|komend[e]?|volgend[e]?|aanstaande?|begin|eind|na|vóór|voor)\s+)*"
    r"(?:zomer|herfst|winter|voorjaar|najaar|lente|kerst|pasen|jaarwisseling|"
    r"(?:zomer|herfst|kerst|voorjaars|mei)vakantie)"
)
_YEAR = r"(?:19|20)\d\d"
_SCHOOL_YEAR = rf"(?:schooljaar\s+)?(?:{_YEAR}|'?\d\d)\s?[-–/]\s?(?:{_YEAR}|\d\d)"
_DAY = (
    rf"(?:{_WEEKDAY}\s+)?\d{{1,2}}\s+{_MONTH}(?:\s+'?\d{{2,4}})?|"
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]'?\d{2,4})?(?![\d%])"
)
_PERIOD = (
    rf"(?:(?:begin|eind|half|medio|in)\s+)?{_MONTH}(?:\s+'?{_YEAR})?|"
    rf"(?:het\s+)?schooljaar\s+{_SCHOOL_YEAR}|(?:komend|volgend|dit)\s+(?:school)?jaar|"
    rf"(?:begin|eind|half|medio)\s+{_YEAR}|week\s+\d+|"
    r"(?:het\s+)?(?:eerste|tweede|derde|vierde)\s+kwartaal|"
    rf"{_SEASON}|{_WEEKDAY}|{_YEAR}"
)
_DATE = rf"(?:{_DAY}|{_PERIOD})"

# A date, or a named meeting: 'de tafel van juni', 'het overleg van 12 oktober'
_MEETING = rf"(?:de|het)\s+(?:\w+\s+){{1,3}}(?:van|in|d\.d\.|op)\s+{_DATE}"
_MOMENT = rf"(?:{_MEETING}|{_DATE})"

_DEADLINE = re.compile(
    r"(?<!\w)(?:uiterlijk|v[óo]{2}r|gereed|klaar|per|met ingang van|m\.i\.v\.|vanaf|tot en met|"
    r"t/m|tot|start|te beginnen (?:op|in|met)|naar|in|op|eind|na)\s+"
    rf"(?:(?:op|in|per|voor|v[óo]{{2}}r|aan het|het|de|eind)\s+)*{_MOMENT}",
    re.IGNORECASE,
)
_ANY_DATE = re.compile(rf"(?<![\w-]){_DATE}", re.IGNORECASE)

_NUMBER_WORDS = (
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig "
    "honderd duizend beide helft kwart driekwart derde eenmaal tweemaal driemaal"
).split()
_QUANTITY = re.compile(
    r"€\s?\d|\d\s?(?:%|procent|euro)|(?<![\w.,/'-])\d[\d.,]*\+?(?![\w/-]*\w)|"
    rf"\b(?:{'|'.join(w for w in _NUMBER_WORDS if w not in ('beide', 'derde'))})(?:tien|honderd|"
    r"duizend)?\b|\been derde\b|\btwee derde\b|\been (?:half|heel)?\s?(?:jaar|maand|week|uur|dag)\b|"
    r"\b(?:half|ander?half)\s?(?:jaar|uur)\b|\b(?:jaarlijks|halfjaarlijks|maandelijks|wekelijks)\b|"
    r"\b(?:elke?|ieder[e]?|per)\s+(?:jaar|maand|week|kwartaal)\b|\b\d+\s?(?:mnd|wk|jr|u|x|A4)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"€\s?\d|\d\s?(?:%|procent\b|euro\b)|\bprocent\b", re.IGNORECASE)

# Numbers that name a thing, and dates of other papers: they do not belong to what is agreed
_LABELS = re.compile(
    r"(?<!\w)(?:p\.|pag\.|blz\.|pagina|bladzijde|punt|agendapunt|onder|artikel|art\.|lid|bijlage|"
    r"hoofdstuk|paragraaf|groep|groepen|gr\.|klas|leerjaar|cluster|variant|versie|fase|zaal|kamer|"
    r"lokaal|besluit|actie|nr\.|nummer)\s*\d+[a-z]?(?:(?:\s?[-/,]\s?|\s+(?:en|tot en met|t/m|of)\s+)"
    r"\d+)*(?!\s?[%€])|"
    r"^\W*\d{4}-\d{1,3}\b\s*:?|\b\d+(?:e|de|ste)\b|\b[1-9]F\b|"
    r"\b(?:verslag|notulen|brief|notitie|besluitenlijst|nota|motie|mail|rapport|raadsbesluit|"
    r"vergadering)\s+(?:van|d\.d\.)\s+(?:de\s+\w+\s+van\s+)?"
    rf"(?:{_DAY}|{_MONTH})|\bd\.d\.\s+{_DAY}|"
    r"\b\d+\s+(?:stemmen\s+)?(?:voor|tegen)\b(?=\s*(?:,|;|\.|en\b|$|stem))|\b\d+\s+stem(?:men)?\b|"
    r"\b\d+\s+tegen\b|\bmet \d+ stemmen voor\b",
    re.IGNORECASE,
)
_VERSION_YEARS = re.compile(rf"(?<=\w\s){_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)\b")


def is_measurable(text: str) -> bool:
    """Whether `text` names a number, share, amount, term or date of what it records."""
    bare = _LABELS.sub(" ", text)
    return bool(_MONEY.search(bare) or _QUANTITY.search(bare) or _ANY_DATE.search(bare))


def names_amount(text: str) -> bool:
    """Whether `text` names an amount of money or a percentage."""
    return bool(_MONEY.search(text))


def names_date(text: str) -> bool:
    """Whether `text` is or holds a day, month, season, week or year."""
    return bool(_ANY_DATE.search(text))


def find_deadline(text: str) -> str:
    """The words that say by when, as printed: 'vóór 1 juli 2021'; '' where none do."""
    match = _DEADLINE.search(_LABELS.sub(lambda found: "\x00" * len(found.group()), text))
    return text[match.start() : match.end()].rstrip(" .") if match else ""
