"""Whether words name something that can be checked, and by when: numbers, amounts, dates.

Source: annotation guideline, 'Agreement': a number, a percentage, a date by which; and these
belong to what is agreed, not to a vote, a page, or the minutes of another meeting.
"""

import re

__all__ = ["find_deadline", "is_firm", "is_measurable", "names_amount", "names_date"]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)\b\.?"
)
_WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_SEASON = (
    r"(?:(?:de|het|deze|dit|komend[e]?|volgend[e]?|aanstaande?|begin|eind|na|vóór|voor)\s+)*"
    r"(?:(?:zomer|herfst|kerst|voorjaars|mei)vakantie|"
    r"zomer|herfst|winter|voorjaar|najaar|lente|kerst|pasen|jaarwisseling)(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_SCHOOL_YEAR = rf"(?:schooljaar\s+)?(?:{_YEAR}|'?\d\d)\s?[-–/]\s?(?:{_YEAR}|\d\d)"
_DAY = (
    rf"(?:{_WEEKDAY}\s+)?\d{{1,2}}\s+{_MONTH}(?:\s+'?\d{{2,4}})?|"
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])(?:[-/.]'?(?:\d{4}|\d\d))?(?![\d%])"
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

_TERM = (
    r"binnen\s+(?:(?:een|\d+|twee|drie|vier|vijf|zes|acht|tien|veertien)\s+)?"
    r"(?:dag|dagen|week|weken|maand|maanden|jaar)(?!\w)"
)
_FIRM = (
    r"uiterlijk|v[óo]{2}r|(?:gereed|klaar)(?! v)|per|met ingang van|m\.i\.v\.|"
    r"te beginnen (?:op|in|met)"
)
_LOOSE = r"vanaf|tot en met|t/m|tot|start|naar|in|op|eind|na|voor"
_DEADLINE = re.compile(
    rf"(?<!\w)(?:{_TERM}|(?:{_FIRM}|{_LOOSE})\s+"
    rf"(?:(?:op|in|per|voor|v[óo]{{2}}r|aan het|het|de|eind)\s+)*{_MOMENT})",
    re.IGNORECASE,
)
# 'voor volgend jaar' says what it is meant for
_FIRM_START = re.compile(
    rf"(?:(?!voor\s(?:\w+\s)?(?:komend|volgend|dit)e?\b)(?:{_FIRM})|binnen)\s", re.IGNORECASE
)
_ANY_DATE = re.compile(rf"(?<![\w-]){_DATE}", re.IGNORECASE)

_NUMBER_WORDS = (
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig "
    "honderd duizend helft kwart driekwart eenmaal tweemaal driemaal"
).split()
_COUNTS = "|".join(_NUMBER_WORDS)
_QUANTITY = re.compile(
    r"€\s?\d|\d\s?(?:%|procent|euro)|(?<![\w.,/'-])\d[\d.,]*\+?(?![\w/-]*\w)|"
    rf"\b(?:{_COUNTS})(?:tien|honderd|duizend)?\b|\b(?:een|twee) derde\b|"
    r"\been (?:half|heel)?\s?(?:jaar|maand|week|uur|dag)\b|\bander?half\s?(?:jaar|uur)\b|"
    r"\b(?:jaarlijks|halfjaarlijks|maandelijks|wekelijks)\b|"
    r"\b(?:elke?|iedere?|per)\s+(?:jaar|maand|week|kwartaal)\b|\b\d+\s?(?:mnd|wk|jr|u|x|A4)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"€\s?\d|\d\s?(?:%|procent\b|euro\b)|\bprocent\b", re.IGNORECASE)

# Numbers that name a thing, and dates of other papers: they do not belong to what is agreed
_LABELS = re.compile(
    r"^\s*\d{1,2}[.)]\s|"
    r"(?<!\w)(?:p\.|pag\.|blz\.|pagina|bladzijde|punt|agendapunt|onder|artikel|art\.|lid|bijlage|"
    r"hoofdstuk|paragraaf|groep|groepen|gr\.|klas|leerjaar|cluster|variant|versie|fase|zaal|kamer|"
    r"lokaal|besluit|actie|nr\.|nummer)\s*\d+[a-z]?"
    r"(?:(?:\s?[-/,]\s?|\s+(?:en|tot en met|t/m|of)\s+)\d+)*(?!\s?[%€])|"
    r"^\W*\d{4}-\d{1,3}\b\s*:?|\b\d+(?:e|de|ste)\b|\b[1-9]F\b|"
    r"\b(?:verslag|notulen|brief|notitie|besluitenlijst|nota|motie|mail|rapport|raadsbesluit)"
    rf"\s+(?:van|d\.d\.)\s+(?:de\s+\w+\s+van\s+)?(?:{_DAY}|{_MONTH})|\bd\.d\.\s+(?:{_DAY})|"
    r"\b\d+\s+(?:stemmen\s+)?(?:voor|tegen)\b(?=\s*(?:,|;|\.|en\b|$|stem))|"
    r"\b\d+\s+(?:stem(?:men)?|tegen)\b",
    re.IGNORECASE,
)

# what every one of them has, and few sentences: spares the search
_MAY_LABEL = re.compile(r"\d|\svan\s|\sd\.d\.\s")


def is_measurable(text: str) -> bool:
    """Whether `text` names a number, share, amount, term or date of what it records."""
    bare = _LABELS.sub(" ", text) if _MAY_LABEL.search(text) else text
    return bool(_MONEY.search(bare) or _QUANTITY.search(bare) or _ANY_DATE.search(bare))


def names_amount(text: str) -> bool:
    """Whether `text` names an amount of money or a percentage."""
    return bool(_MONEY.search(text))


def names_date(text: str) -> bool:
    """Whether `text` is or holds a day, month, season, week or year."""
    return bool(_ANY_DATE.search(text))


def is_firm(deadline: str) -> bool:
    """Whether words from `find_deadline` bind: 'vóór 1 juli', not 'in juni'."""
    return _FIRM_START.match(deadline) is not None


def find_deadline(text: str) -> str:
    """The words that say by when, as printed: 'vóór 1 juli 2021'; '' where none do."""
    bare = text
    if _MAY_LABEL.search(text):
        bare = _LABELS.sub(lambda found: "\x00" * len(found.group()), text)
    match = _DEADLINE.search(bare)
    return text[match.start() : match.end()].rstrip(" .") if match else ""
