"""Numbers of agenda items, as they are printed: '3.', '3a', 'III.', 'Agendapunt 3 –'."""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Numbering", "read_numbering"]


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number before a title.

    `printed` is the number without keyword and end mark ('3a'), `value` sorts it (main, sub),
    `kind` is 'digit', 'letter', 'small letter' or 'roman', `keyword` the word before it in
    small letters ('agendapunt'), `mark` the mark after it ('.', ')', ''), `end` where the
    title begins.
    """

    printed: str
    value: tuple[int, int]
    kind: str
    keyword: str
    mark: str
    end: int

    @property
    def scheme(self) -> tuple[str, str, str]:
        """What numbers of one series have in common."""
        return self.kind, self.keyword, self.mark


_MARK = r"(?P<mark>\s?[.:)\]|–—](?!\d)|\s?-(?=\s)|)"
_DIGIT = r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}(?:\s?[a-z](?!\w)|[A-Z](?!\w))?)"
# 'Besluit 2022/11', 'Punt 23-04': counted on through the year
_YEARLY = r"(?P<year>20\d\d|\d\d)[/-](?P<number>\d{1,3})"
_OF_YEAR = re.compile(
    rf"(?P<keyword>[A-Z](?:[a-zë]{{2,16}}|[A-ZË]{{2,16}}))\s+(?:nr\.?\s*)?{_YEARLY}(?P<mark>\s?[.:)|]|\s[-–—](?=\s))\s*"
)
_PLAIN = re.compile(rf"(?:§\s?|#\s?|[(\[])?{_DIGIT}{_MARK}\s*")
_LETTER = re.compile(r"\(?(?P<number>[A-Za-z])(?P<mark>[.)])\s+(?!\d)")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?P<mark>[.):]|\s?[-–](?=\s))\s+")
# a number, then a measure: '9.30 uur', '12 kinderen', '14 april'; no number of an item
_TIME = re.compile(r"\d{1,2}[.:][0-5]\d(?:\s*(?:[-–]|tot)|\s*u|\s+\S|$)")
_ROMANS = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=16)
def _keyworded(item_words: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(re.escape(word) for word in sorted(item_words, key=len, reverse=True))
    return re.compile(
        rf"(?P<keyword>(?i:{known})|[A-Z][a-zë]{{2,12}})\s*(?:(?:nr|no)\.?\s*)?"
        rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?(?:\s?[a-z](?!\w)|[A-Z](?!\w))?|[IVX]{{1,5}}(?!\w)|[A-Z](?!\w))"
        rf"{_MARK}\s*"
    )


def read_numbering(text: str, item_words: tuple[str, ...]) -> tuple[Numbering, ...]:
    """The ways to read the beginning of `text` as an item's number; mostly one or none.

    'C. Jeugd' is a letter, and a roman hundred to no one; 'I. Opening' is read as both.
    """
    if (match := _OF_YEAR.match(text)) and text[match.end() :]:
        printed = text[match.start("year") : match.end("number")]
        value = (int(match["number"]), 0)
        mark = match["mark"].strip()
        return (Numbering(printed, value, "digit", match["keyword"].lower(), mark, match.end()),)
    if match := _keyworded(item_words).match(text):
        keyword = match["keyword"].lower()
        known = keyword in item_words
        # 'Ronde 4 | ...' is a heading by its mark; 'Groep 3 gaat' is a sentence
        if (known or match["mark"].strip()) and keyword not in {"bijlage", "pagina", "blz"}:
            if not known and not text[match.end() :]:
                return ()
            return _numberings(match, keyword)
    if (match := _PLAIN.match(text)) and _is_number(text, match):
        return _numberings(match, "")
    found: tuple[Numbering, ...] = ()
    if match := _ROMAN.match(text):
        found += (_numbering(match, "", "roman", (_roman(match["number"]), 0)),)
    if match := _LETTER.match(text):
        kind = "letter" if match["number"].isupper() else "small letter"
        found += (_numbering(match, "", kind, (ord(match["number"].upper()) - 64, 0)),)
    return found


def _is_number(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    if _TIME.match(text) or re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]['’]?\d\d", text):
        return False
    if re.match(r"\d{1,2}[.:]\d\d(?!\d)", rest) and re.search(r"\s$", match[0]):
        return match["mark"].strip() != ""  # '1. 19.30 uur Opening'
    if match["mark"].strip():
        # '1.500 euro' and '2,5%' have no mark by the pattern; '3-jarigen' neither
        return not rest or not rest[0].isdigit() or match["mark"].strip() != "."
    # without a mark the title begins with a capital or a quotation mark: '1 Opening'
    spaced = match.end() > match.end("mark")
    return not rest or (spaced and re.match(r"[\"'‘“(]?[A-ZÀ-Ý]|[\"'‘“]", rest) is not None)


def _numberings(match: re.Match[str], keyword: str) -> tuple[Numbering, ...]:
    number = match["number"]
    if number[0].isdigit():
        return (_numbering(match, keyword, "digit", _value(number)),)
    found: tuple[Numbering, ...] = ()
    if set(number) <= set(_ROMANS):
        found += (_numbering(match, keyword, "roman", (_roman(number), 0)),)
    if len(number) == 1:
        found += (_numbering(match, keyword, "letter", (ord(number) - 64, 0)),)
    return found


def _numbering(match: re.Match[str], keyword: str, kind: str, value: tuple[int, int]) -> Numbering:
    printed = re.sub(r"\s", "", match["number"])
    return Numbering(printed, value, kind, keyword, match["mark"].strip(), match.end())


def _value(number: str) -> tuple[int, int]:
    digits = re.findall(r"\d+", number)
    letter = re.search(r"[a-z]$", number.lower())
    sub = int(digits[1]) if len(digits) > 1 else 0
    if letter:
        sub = sub * 30 + ord(letter[0]) - 96
    return int(digits[0]), sub


def _roman(number: str) -> int:
    values = [_ROMANS[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
