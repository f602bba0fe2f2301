"""Joining two printed lines: hyphenation undone, hyphens that belong kept.

'onder-' + 'wijs' -> 'onderwijs'; 'vve-' + 'beleid' -> 'vve-beleid'; 'taal-' + 'en
leesachterstand' -> 'taal- en leesachterstand'.
"""

import re
from enum import Enum

from leaterms.language import Reading, is_word, readings
from leaterms.reading.characters import clean
from leaterms.reading.composition import Composer
from leaterms.reading.document import Source
from leaterms.reading.lines import Line

__all__ = ["Join", "add_line", "ends_sentence", "join_of", "source_of", "words_of"]


class Join(Enum):
    """How a line goes on in the next."""

    SPACE = " "
    KEEP_HYPHEN = "-"
    DROP_HYPHEN = ""


# after a suspended hyphen: 'in- en uitschrijving', 'basis-, speciaal en voortgezet'
_CONJUNCTIONS = frozenset(
    "en of dan alsmede alsook evenals danwel c.q. resp. respectievelijk tot als maar noch".split()
)
# first parts that Dutch writes with a hyphen before any word (Woordenlijst, leidraad 6.5 to 6.9)
_PREFIXES = frozenset(
    "niet non anti ex oud vice semi quasi pseudo sociaal zuid noord oost west".split()
)
# words within a chain: 'mond-tot-mond', 'kant-en-klaar', 'face-to-face'
_LINKS = frozenset("aan bij de en het in met na naar of op over per te to tot van voor".split())
_SENTENCE_END = re.compile(r"[.!?:;][)'\"’”]*$")
_VOWEL_CLASH = frozenset(
    "aa ae ai au ea ee ei eu ia ie ii io iu oa oe oi oo ou ua ue ui uu".split()
)
_ADJECTIVE = re.compile(r"(?:isch|isch[e]|[ae]el|[ae]le|lijk|lijke|ief|ieve)$")
_NO_ROOM = 0.7  # of the font size: no letter more fits on the line
_PADDING = 6.0  # points between the text of a cell and its edge
_SURE = 0.3  # score of the first reading of a compound
_FORMS = 2  # letters by which a part differs from its lemma
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def join_of(last: str, first: str) -> Join:
    """How the word `last`, at the end of a line, goes on in `first`, at the start of the next.

    `last` and `first` are all between white space, punctuation included.
    """
    if not last.endswith("-") or len(last) < 2 or not first:
        return Join.SPACE
    stem = re.split(r"[^\w'’-]", last[:-1])[-1]  # '(onder-' -> 'onder'
    before = stem.rpartition("-")[2]
    after_match = _WORD.match(first)
    if not before or last.endswith(("--", " -")):
        return Join.SPACE
    if before.isdigit() or first[0].isdigit():
        return Join.KEEP_HYPHEN  # '2022-' + '2023', 'NT2-' + ...
    if after_match is None:
        return Join.SPACE
    after = after_match[0]
    if after.lower() in _CONJUNCTIONS and after == first.rstrip(".,;:)"):
        return Join.SPACE
    if after[0].isupper():
        return (
            Join.DROP_HYPHEN
            if stem.isupper() and after.isupper() and len(before) > 4
            else (Join.KEEP_HYPHEN)
        )
    if _is_chain(stem, before, after, first):
        return Join.KEEP_HYPHEN
    return Join.KEEP_HYPHEN if _belongs(before, after) else Join.DROP_HYPHEN


def _is_chain(stem: str, before: str, after: str, first: str) -> bool:
    """Whether words with hyphens between them are broken at one of these.

    In: 'mond-tot-' / 'mondreclame', 'mond-' / 'tot-mond'. Out: 'vve-be-' / 'leid',
    'mond-tot-mond-' / 'reclame'.
    """
    goes_on = first[len(after) : len(after) + 1] == "-"
    if "-" not in stem and not goes_on:
        return False
    if not all(is_word(part.lower()) or bool(readings(part)) for part in (before, after)):
        return False
    if before.lower() in _LINKS or (goes_on and after.lower() in _LINKS):
        return True
    return not _is_known(f"{before}{after}".lower())


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence may."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def words_of(line: Line) -> str:
    """The text of a printed line, clean, tabs as spaces."""
    return clean(line.text.replace("\t", " ")).strip()


def source_of(line: Line) -> Source:
    """Where a printed line stands."""
    return Source(0, page=line.page, box=line.box)


def add_line(composer: Composer, line: Line, before: Line) -> None:
    """Append a printed line to a text, the end of the line before it resolved."""
    text = words_of(line)
    first = text.split(" ", 1)[0]
    how = join_of(composer.last_word(), first)
    if how is Join.SPACE and _is_torn(before, composer.last_word(), first):
        how = Join.DROP_HYPHEN
        composer.space()
    if how is Join.DROP_HYPHEN:
        composer.drop_last()  # the hyphen, or the space
    elif how is Join.SPACE:
        composer.space()
    composer.add(text, source_of(line))


def _is_torn(before: Line, last_word: str, first: str) -> bool:
    """Whether a word too long for its column was broken without a hyphen.

    Its line is full, and the letters on either side make one word of which one part stands on
    both lines, or whose first letters are no word. In: 'Onderwijsachter' / 'standen',
    'Onderwijsachterstand' / 'enbeleid'. Out: 'Onderwijsachterstanden' / 'beleid',
    'Leerlingenprognose' / 'maken'.
    """
    last = words_of(before)
    start, end = last_word.lower(), first.rstrip(".,;:)?!")
    if not (start.isalpha() and end.isalpha() and end.islower()):
        return False
    is_alone = " " not in last
    if is_alone and len(last) >= 8 and not _is_known(end):
        return True
    if before.right - before.x1 > _NO_ROOM * before.size + _PADDING:
        return False
    if is_word(start + end):
        return is_alone and not _is_known(start)
    found = readings(start + end)
    if not found or found[0].score < _SURE:
        return False
    if not is_alone:
        return not _is_known(start) and not _is_known(end)
    return not _is_known(start) or _is_within_part(found[0], len(start))


def _is_known(word: str) -> bool:
    return is_word(word) or bool(readings(word))


def _is_within_part(reading: Reading, at: int) -> bool:
    """Whether offset `at` lies within a part of a compound, not where two parts meet."""
    seam, seams = 0, [len(reading.written)]
    for part, linker in zip(reading.parts, reading.linkers, strict=False):
        seam += len(part) + len(linker)
        seams.append(seam)
    return all(abs(at - seam) > _FORMS for seam in seams)


def _belongs(before: str, after: str) -> bool:
    """Whether Dutch writes a hyphen between two parts of a word (`after` in small letters)."""
    joined = (before + after).lower()
    if is_word(joined):
        return False
    if any(c.isdigit() for c in before) or (before.isupper() and len(before) > 1):
        return True
    lower = before.lower()
    if is_word(f"{lower}-{after}") or lower in _PREFIXES or len(lower) == 1:
        return True
    if not re.search(r"[aeiouyàáèéêëïóöü]", lower) or _is_abbreviation(lower):
        return True
    if lower.endswith("ij") and after[0] in "ij":
        return True  # 'zij-instroom'
    clash = lower[-1] + after[0]
    if clash in _VOWEL_CLASH and len(lower) > 2:
        return True
    return bool(
        _ADJECTIVE.search(lower) and _ADJECTIVE.search(after) and is_word(lower) and is_word(after)
    )


# abbreviations with a vowel that are common in these minutes and look like syllables
_ABBREVIATIONS = frozenset(
    "vve oab goab azc ikc lea bso po vo so sbo vso isk mbo hbo jgz ggd cjg ict cao avg ib mt "
    "noab npo gka ozb ivo bo cvb rvt kdv psz oov oogo sw swv wpo wvo wec woz hr ai tv cd dvd "
    "pc sms app web e".split()
)


def _is_abbreviation(lower: str) -> bool:
    return lower in _ABBREVIATIONS
