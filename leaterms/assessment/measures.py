"""Whether words name something that can be checked, and by when: numbers, amounts, dates.

Source: annotation guideline, 'Agreement': a number, a percentage, a date by which; and these
belong to what is agreed, not to a vote, a page, or the minutes of another meeting.
"""

import re

__all__ = ["find_deadline", "is_date", "is_firm", "is_measurable", "names_amount", "names_date"]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)\b\.?"
)
_FULL_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december)\b"
)
# without a day in front 'jan' may be a person
_SHORT_MONTH = (
    r"(?:in\s+jan|(?:begin|eind|half|medio|in|per|voor|tot|naar)\s+(?:febr?|mrt|apr|aug|sept?|okt|nov|"
    r"dec)|(?:jan|febr?|mrt|apr|aug|sept?|okt|nov|dec)(?=\.|\s+'?\d\d))\b\.?"
)
_WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_SEASON = (
    r"(?:(?:de|het|deze|dit|komend[e]?|volgend[e]?|aanstaande?|begin|eind|na|vóór|voor)\s+)*"
    r"(?:(?:zomer|herfst|kerst|voorjaars|krokus|mei)(?:vakantie|vak\.|reces)|bouwvak(?:vakantie)?|"
    r"zomer|herfst|winter|voorjaar|najaar|lente|kerst(?:mis)?|pasen|hemelvaart|pinksteren|carnaval|"
    r"sinterklaas|jaarwisseling|jaareinde)(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_SCHOOL_YEAR = rf"(?:schooljaar\s+)?(?:{_YEAR}|'?\d\d)\s?[-–/]\s?(?:{_YEAR}|\d\d)"
_DAY = (
    rf"(?:{_WEEKDAY}\s+)?\d{{1,2}}\s+{_MONTH}(?:\s+'?\d{{2,4}})?|"
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])(?:[-/.]'?(?:\d{4}|\d\d))?(?![\d%])"
)
_PERIOD = (
    rf"(?:(?:begin|eind|half|medio|in)\s+)?{_FULL_MONTH}(?:\s+'?{_YEAR})?|"
    rf"{_SHORT_MONTH}(?:\s+'?{_YEAR})?|"
    rf"(?:het\s+)?schooljaar\s+{_SCHOOL_YEAR}|(?:het\s+)?(?:komende?|volgende?|dit|nieuwe)\s+(?:school)?jaar|"
    rf"(?:begin|eind|half|medio)\s+{_YEAR}|(?:week|wk)\.?\s+\d+|"
    r"(?:het\s+)?(?:eerste|tweede|derde|vierde|[1-4]e)\s+(?:kwartaal|helft van het jaar)|"
    rf"(?:het\s+)?(?:eerste|tweede)\s+halfjaar|(?<!\w)[qk][1-4](?:\s+(?:van\s+)?{_YEAR})?|"
    r"(?:deze|komende|volgende|aanstaande)\s+(?:week|maand)|"
    r"(?:dit|komend|volgend)\s+(?:kwartaal|weekend)|"
    rf"{_SEASON}|{_WEEKDAY}|{_YEAR}"
)
_DATE = rf"(?:{_DAY}|{_PERIOD})"

# A date, or a named meeting: 'de tafel van juni', 'het overleg van 12 oktober'
_MEETING = rf"(?:de|het)\s+(?:\w+\s+){{1,3}}(?:van|in|d\.d\.|op)\s+{_DATE}"
# known to those who were there, though it says no day
_NEXT = (
    r"(?:(?:de|het)\s+)?(?:eerst)?volgende?\s+(?:keer|lea|oogo|mt|\w*(?:vergadering|overleg|"
    r"bijeenkomst|tafel|sessie))(?!\w)"
)
_MOMENT = rf"(?:{_MEETING}|{_DATE}|{_NEXT})"

_TERM = (
    r"binnen\s+(?:(?:een|één|\d+|[a-z]+)\s+)?"
    r"(?:(?:werk)?dag|(?:werk)?dagen|week|weken|maand|maanden|jaar)(?!\w)"
)
_FIRM = (
    r"uiterlijk|v[óo]{2}r|(?:gereed|klaar)(?! v)|per|met ingang van|m\.i\.v\.|"
    r"te beginnen (?:op|in|met)"
)
_LOOSE = r"vanaf|tot en met|t/m|tot|start|naar|in|op|eind|na|voor|tegen|rond|tijdens|bij"
_SOON = (
    r"(?:deze|komende|volgende)\s+(?:week|maand)|(?:dit|komend|volgend)\s+(?:kwartaal|weekend)|(?:begin|half|medio|eind)\s+"
    rf"(?:{_MONTH}(?:\s+{_YEAR})?|{_YEAR})|z\.?s\.?m\b\.?|zo\s+(?:snel|spoedig)\s+mogelijk|"
    rf"op\s+korte\s+termijn|per\s+(?:direct|ommegaande)|{_NEXT}"
)
_DEADLINE = re.compile(
    rf"(?<!\w)(?:{_TERM}|(?:{_FIRM}|{_LOOSE})\s+"
    r"(?:(?:op|in|per|voor|v[óo]{2}r|aan het|het|de|eind|de loop van|het begin van)\s+)*"
    rf"{_MOMENT}|"
    rf"{_SOON})",
    re.IGNORECASE,
)
# 'Folder herdrukken, Noor, 1 mei'
_LAST = re.compile(rf"(?:[,(:;]|\s[-–])\s*(?P<date>{_DATE})\W*$", re.IGNORECASE)
_BY_NEXT = re.compile(rf"(?<!\w)(?:{_FIRM})\s+{_NEXT}", re.IGNORECASE)
# 'voor volgend jaar' says what it is meant for
_FIRM_START = re.compile(
    rf"(?:(?!voor\s(?:\w+\s)?(?:komend|volgend|dit)e?\b)(?:{_FIRM})|binnen)\s", re.IGNORECASE
)
_ALONE = re.compile(_DATE, re.IGNORECASE)
_ANY_DATE = re.compile(rf"(?<![\w-]){_DATE}", re.IGNORECASE)

_NUMBER_WORDS = (
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig "
    "honderd duizend helft kwart driekwart eenmaal tweemaal driemaal"
).split()
_COUNTS = "|".join(_NUMBER_WORDS)
_QUANTITY = re.compile(
    r"€\s?\d|\d\s?(?:%|procent|euro)|(?<![\w.,/'-])\d[\d.,]*\+?(?![\w/-]*\w)|"
    rf"\b(?:{_COUNTS})(?:tien|honderd|duizend)?\b|\btwee derde\b|"
    r"\been derde(?=\W*$|[.,;)]|\s(?:van|deel|zonder|met|minder|meer|is|haalt|gaat|heeft|tot)\b)|"
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
    r"lokaal|besluit|actie|motie|dossier|ap|nr\.|nummer|tel\.|postbus|\w+(?:straat|weg|laan|plein|"
    r"kade|singel|dijk|gracht|dreef|pad))\s*\d+[a-z]?"
    r"(?:(?:\s?[-/,]\s?|\s+(?:en|tot en met|t/m|of)\s+)\d+)*(?!\s?[%€])|"
    r"^\W*\d{4}-\d{1,3}\b\s*:?|\b\d+(?:e|de|ste)\b|\b[1-9]F\b|"
    r"\b(?:verslag|notulen|brief|notitie|besluitenlijst|nota|motie|mail|rapport|raadsbesluit)"
    rf"\s+(?:van|d\.d\.)\s+(?:de\s+\w+\s+van\s+)?(?:{_DAY}|{_MONTH})|\bd\.d\.\s+(?:{_DAY})|"
    r"\b\d+\s+(?:stemmen\s+)?(?:voor|tegen)\b(?=\s*(?:,|;|\.|en\b|$|stem))|"
    r"\b\d+\s+(?:stem(?:men)?|tegen|onthouding(?:en)?|jarige\w*)\b|\b\d+-jarige\w*|"
    # 'over de drie dorpen': which ones is known, and no number is agreed
    r"\b(?:de|deze|die|beide|alle|alle\s\w+\sde)\s(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
    r"(?=\s(?!procent|uur|weken|maanden|dagen|jaar)[a-z])|\balle\s(?:twee|drie|vier|vijf|zes|zeven)\b",
    re.IGNORECASE,
)

# what every one of them has, and few sentences: spares the search
_MAY_LABEL = re.compile(r"\d|\svan\s|\sd\.d\.\s|\b(?:de|deze|die|beide|alle)\s", re.IGNORECASE)


def is_measurable(text: str) -> bool:
    """Whether `text` names a number, share, amount, term or date of what it records."""
    bare = _LABELS.sub(" ", text) if _MAY_LABEL.search(text) else text
    patterns = (_MONEY, _QUANTITY, _ANY_DATE, _BY_NEXT)
    return any(pattern.search(bare) for pattern in patterns)


def names_amount(text: str) -> bool:
    """Whether `text` names an amount of money or a percentage."""
    return bool(_MONEY.search(text))


def names_date(text: str) -> bool:
    """Whether `text` is or holds a day, month, season, week or year."""
    return bool(_ANY_DATE.search(text))


def is_date(text: str) -> bool:
    """Whether `text` is a date or a term and no more: '1 mei 2022', 'vóór 1 december'."""
    bare = text.strip(" .()")
    return bool(_ALONE.fullmatch(bare) or _DEADLINE.fullmatch(bare))


def is_firm(deadline: str) -> bool:
    """Whether words from `find_deadline` bind: 'vóór 1 juli', not 'in juni'."""
    return _FIRM_START.match(deadline) is not None


def find_deadline(text: str, *, listed: bool = False) -> str:
    """The words that say by when, as printed: 'vóór 1 juli 2021'; '' where none do.

    `listed`: also a date at the end without a preposition, as in a list of actions:
    'Folder herdrukken, Noor, 1 mei'.
    """
    bare = text
    if _MAY_LABEL.search(text):
        bare = _LABELS.sub(lambda found: "\x00" * len(found.group()), text)
    match = _DEADLINE.search(bare)
    if match:
        return text[match.start() : match.end()].rstrip(" .")
    last = _LAST.search(bare) if listed else None
    return last["date"].rstrip(" .") if last else ""
