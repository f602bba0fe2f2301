"""Leaving persons out: names become what someone is at the table ('[wethouder]').

Who is a person is known from the attendance of every document, from the names that stand
beside actions or before a verb of saying, and from forms of address. In doubt a word is left
out rather than shown. It is no anonymisation: who knows the meeting, may know who the
'[wethouder]' was.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment import find_agreements, resolve_municipalities
from leaterms.questionnaire.persons import find_speakers
from leaterms.structure import Attendee, Partner

__all__ = ["Pseudonyms"]

_PARTICLES = frozenset(
    "van de den der ten ter te het 't 's el al la le du von zu op in aan bij uit en".split()
)
_ADDRESS = (
    r"(?:de\s+her?en|de\s+heer|meneer|mevrouw|mevr\.?|mw\.?|dhr\.?|drs\.?|dr\.?|mr\.?|ir\.?|"
    r"prof\.?|ing\.?|juf|meester)"
)
_OFFICE = r"(?:wethouder|weth\.|burgemeester)"
_LETTER, _NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"[^\W\d_]", r"(?<![^\W\d_])", r"(?![^\W\d_])"
_WORD = re.compile(rf"{_LETTER}+")
_CAPITAL = rf"(?-i:[A-ZÀ-ÖØ-Þ]){_LETTER}*(?:['’-]{_LETTER}+)*"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
# What tells that a line of the attendance names a body and no person
_BODIES = frozenset(
    """
    adviseur afdeling basisschool bestuur besturen beleid bureau college fractie ggd gemeente
    gemeenten kinderopvang onderwijs opvang peuteropvang samenwerkingsverband school scholen
    schoolbestuur schoolbesturen stichting stg team vereniging
    """.split()
)
# Initials that mean something else in such minutes
_NO_PERSON = frozenset(
    "BSO BO GGD GGZ IB IKC KO LEA MBO NT NR OAB OCW PO RT SBO SO VNG VO VVE".split()
)
_UNKNOWN = "persoon"


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """How to leave the persons of an archive out of a text.

    `labels` is what each word of a name (in lower case, without accents) becomes; `short` the
    initials by which minutes call someone, as printed. `ordinary` are words that also
    stand in lower case somewhere, which a capital at the start of a sentence makes no name.
    `paths` are those of all files, the longest first.
    """

    labels: dict[str, str]
    short: dict[str, str]
    ordinary: frozenset[str]
    paths: tuple[str, ...]
    _run: re.Pattern[str] | None
    _initials: re.Pattern[str] | None

    @classmethod
    def of(cls, results: Sequence[FileResult]) -> "Pseudonyms":
        """The persons of all documents."""
        texts = [text for result in results for text in _texts(result)]
        ordinary = frozenset(
            word for text in texts for word in _WORD.findall(text) if word.islower()
        )
        places = frozenset(
            _fold(word)
            for names in resolve_municipalities(results).values()
            for name in names
            for word in _WORD.findall(name)
        )
        people = _People(ordinary, places, {}, {})
        for attendee, preamble in _attendees(results):
            people.add_attendee(attendee, preamble)
        for agreement in find_agreements(results):
            people.add_actor(agreement.who)
        bodies = _body_words(results)
        for word in sorted(find_speakers(texts) - bodies):
            people.add_speaker(word)
        chosen = {word: _one(found) for word, found in people.labels.items()}
        initials = {form: _one(f) for form, f in people.short.items() if form not in _NO_PERSON}
        paths = tuple(
            sorted((result.path for result in results), key=lambda path: (-len(path), path))
        )
        return cls(chosen, initials, ordinary, paths, _run_of(chosen), _any_of(initials))

    def hide(self, text: str) -> str:
        """`text` with each name replaced: 'mw. W. Bos (Kade)' -> '[schoolbestuur] (Kade)'."""
        for path in self.paths:
            if path in text:
                text = text.replace(path, self.hide_path(path))
        plain = _MAIL.sub("[e-mailadres]", unicodedata.normalize("NFC", text))
        if self._run is not None:
            plain = _replace(self._run, plain, self._named)
        if self._initials is not None:
            plain = self._initials.sub(lambda found: f"[{self.short[found.group()]}]", plain)
        plain = _ADDRESSED.sub(f"[{_UNKNOWN}]", plain)
        plain = _WITH_INITIALS.sub(self._with_initials, plain)
        return _IN_OFFICE.sub(self._of_office, plain)

    def hide_path(self, path: str) -> str:
        """A file's name with the words that are names replaced, in whatever case."""
        plain = unicodedata.normalize("NFC", path)
        return _WORD.sub(
            lambda found: "[naam]" if self._is_name(found.group()) else found.group(),
            _MAIL.sub("[e-mailadres]", plain),
        )

    def _is_name(self, word: str) -> bool:
        if word.upper() in _NO_PERSON:
            return False  # 'lea-verslag.pdf'
        return word in self.short or _fold(word) in self.labels

    def _named(self, found: str) -> str:
        words = [_fold(word) for word in _WORD.findall(found)]
        words += [word.removesuffix("s") for word in words]  # 'Bakkers idee'
        return f"[{_one(self.labels[word] for word in words if word in self.labels)}]"

    def _of_office(self, found: re.Match[str]) -> str:
        """'wethouder De Wit' but not 'wethouder Onderwijs'."""
        if self._is_ordinary(found["name"]):
            return found.group()
        return f"{found['office']} [{_UNKNOWN}]"

    def _with_initials(self, found: re.Match[str]) -> str:
        """'D. Plomp' but not 'A. Voorstel'."""
        return found.group() if self._is_ordinary(found["name"]) else f"[{_UNKNOWN}]"

    def _is_ordinary(self, name: str) -> bool:
        words = [word.casefold() for word in _WORD.findall(name) if len(word) > 1]
        return all(word in self.ordinary or word in _PARTICLES for word in words)


@dataclass(frozen=True, slots=True)
class _People:
    """The persons as they are found: what each word and each short form of a name may become."""

    ordinary: frozenset[str]
    places: frozenset[str]
    labels: dict[str, list[str]]
    short: dict[str, list[str]]

    def add_attendee(self, attendee: Attendee, preamble: str) -> None:
        """Someone of an attendance; `preamble` is the text it stands in."""
        label = _label(attendee)
        # 'GGD Waterweg', 'gemeente Wim Bos': a word that also is no name, is none here
        of_body = any(_fold(word) in _BODIES for word in _WORD.findall(attendee.name))
        for word in _name_words(attendee.name):
            if not (of_body and word.casefold() in self.ordinary):
                self._add(word, label)
        for form in _short_forms(attendee):
            if re.search(rf"{_NO_LETTER_BEFORE}{re.escape(form)}{_NO_LETTER_AFTER}", preamble):
                self.short.setdefault(form, []).append(label)

    def add_actor(self, who: str) -> None:
        """Whoever stands beside an action, as printed: 'Ruben', 'alle besturen', 'GvE'."""
        for word in _name_words(who):
            if word.casefold() in self.ordinary:
                continue
            if word not in self.short and _fold(word) not in self.labels:
                self._add(word, _UNKNOWN)

    def add_speaker(self, word: str) -> None:
        """A word that names who speaks: 'Hans' of 'Hans meldt'."""
        if word not in self.short and _fold(word) not in self.labels:
            self._add(word, _UNKNOWN)

    def _add(self, word: str, label: str) -> None:
        if _fold(word) in self.places or _fold(word) in _BODIES:
            return
        if _is_short(word):
            self.short.setdefault(word, []).append(label)
        else:
            self.labels.setdefault(_fold(word), []).append(label)


_PART = rf"(?:{'|'.join(sorted(map(re.escape, _PARTICLES), key=len, reverse=True))})"
_INITIALS = r"(?:(?-i:[A-ZÀ-ÖØ-Þ])(?:[a-z]{0,2})\.\s?)+"
_ADDRESSED = re.compile(
    rf"(?<!\w){_ADDRESS}\s+(?:{_INITIALS}\s*)?(?:{_PART}\s+)*{_CAPITAL}"
    rf"(?:[\s-]+(?:{_PART}\s+)*(?!{_ADDRESS}\s){_CAPITAL})?",
    re.IGNORECASE,
)
_WITH_INITIALS = re.compile(
    rf"(?<!\w){_INITIALS}\s*(?P<name>(?:{_PART}\s+)*{_CAPITAL})", re.IGNORECASE
)
_IN_OFFICE = re.compile(
    rf"(?<!\w)(?P<office>{_OFFICE})\s+(?P<name>(?:{_INITIALS}\s*)?(?:{_PART}\s+)*{_CAPITAL})",
    re.IGNORECASE,
)


def _run_of(labels: Iterable[str]) -> re.Pattern[str] | None:
    """What matches a name in a folded text, with title, initials and particles."""
    ordered = sorted(labels, key=lambda word: (-len(word), word))
    if not ordered:
        return None
    # a capital stands at the front of each word; a longer one may be all in capitals, a short
    # one not: 'Lea' is a name, 'LEA' the meeting
    words = "|".join(
        re.escape(word) if len(word) > 3 else f"(?-i:{re.escape(word.capitalize())})"
        for word in ordered
    )
    token = rf"{_NO_LETTER_BEFORE}(?-i:(?=[A-Z]))(?:{words})(?:'?s)?{_NO_LETTER_AFTER}"
    front = rf"(?:(?<!\w){_ADDRESS}\s+)*(?:(?<!\w){_INITIALS}\s*(?:{_PART}\s+)*)?"
    capital_part = rf"(?:(?<!\w)(?-i:(?=[A-Z])){_PART}\s+(?:{_PART}\s+)*)?"
    between = rf"(?:\s*-\s*|\s+(?:{_PART}\s+)*)"
    return re.compile(rf"{front}{capital_part}{token}(?:{between}{token})*", re.IGNORECASE)


def _any_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    found = "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
    return re.compile(rf"{_NO_LETTER_BEFORE}(?:{found})(?!\w)") if found else None


def _replace(pattern: re.Pattern[str], text: str, name: Callable[[str], str]) -> str:
    """`text` with what `pattern` finds in its folded form replaced by `name(found)`."""
    folded = "".join(_bare(character) for character in text)
    parts, last = [], 0
    for found in pattern.finditer(folded):
        parts += [text[last : found.start()], name(found.group())]
        last = found.end()
    return "".join([*parts, text[last:]])


def _bare(character: str) -> str:
    """One character without accents, case kept: 'ë' -> 'e'; always one character."""
    return unicodedata.normalize("NFD", character)[0]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFC", word)
    return "".join(_bare(character) for character in plain).casefold()


def _name_words(name: str) -> list[str]:
    """The words of a name that tell who it is: 'mw. W. van der Bos-Kok' -> 'Bos', 'Kok'."""
    bare = re.sub(
        rf"(?<!\w){_ADDRESS}\s", " ", unicodedata.normalize("NFC", name), flags=re.IGNORECASE
    )
    return [
        word
        for word in _WORD.findall(bare)
        if len(word) > 1
        and word[0].isupper()
        and word.casefold() not in _PARTICLES
        and not re.fullmatch(_OFFICE, word, flags=re.IGNORECASE)
    ]


def _is_short(word: str) -> bool:
    """Whether a name is printed as initials: 'AK', 'GvE'; these are compared by case."""
    return len(word) <= 5 and (word.isupper() or any(c.isupper() for c in word[1:]))


def _short_forms(attendee: Attendee) -> set[str]:
    """'Gerard van Ewijk' as minutes shorten it: 'GvE', 'GE'."""
    words = re.findall(rf"{_LETTER}[\w'’-]*", attendee.name)
    every = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return {form for form in (every, capitals) if len(form) > 1}


def _label(attendee: Attendee) -> str:
    """What someone is at the table; no words as printed, for they may hold a name."""
    if attendee.partner is Partner.GEMEENTE:
        of_office = re.search(r"\bweth", f"{attendee.role} {attendee.name}", re.IGNORECASE)
        return "wethouder" if of_office else "gemeente"
    return attendee.partner.value if attendee.partner else "deelnemer"


def _one(labels: Iterable[str]) -> str:
    """The one label there is; of several the most used; where they differ as much, 'deelnemer'."""
    counted = Counter(labels)
    counted.pop(_UNKNOWN, None)
    if not counted:
        return _UNKNOWN
    best = counted.most_common()
    if len(best) > 1 and best[0][1] == best[1][1]:
        return "deelnemer"
    return best[0][0]


def _attendees(results: Sequence[FileResult]) -> Iterable[tuple[Attendee, str]]:
    """Everyone named in an attendance, with the text it stands in."""
    for result in results:
        if result.record is None:
            continue
        preamble = "\n".join(item.text for item in result.record.items if item.index < 0)
        for attendee in result.record.attendees:
            yield attendee, f"{preamble}\n{attendee.organisation}"


def _body_words(results: Sequence[FileResult]) -> frozenset[str]:
    """The words by which the attendances call organisations: 'Zandbak'."""
    return frozenset(
        word
        for attendee, _ in _attendees(results)
        for word in _WORD.findall(attendee.organisation)
    )


def _texts(result: FileResult) -> Iterable[str]:
    for item in result.record.items if result.record else ():
        yield item.title
        yield item.text
