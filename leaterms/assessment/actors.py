"""Who carries out an agreement, by its words: 'Actie Ruben:', 'AK en RH maken', '(Bea)'."""

import re

from leaterms.assessment.cues import Cues
from leaterms.assessment.subjects import Who, read_subject

__all__ = ["find_actor"]

_TRAILING = re.compile(
    r"\((?P<bracket>[A-Z][^()\d]{0,40})\)\W*$|"
    # '..., Frits, 1 april', '... - Roos', '..., doet Tineke'
    r"(?:\s[-–]\s|,\s(?:doet\s)?)(?P<last>[A-Z][\w.'’-]*(?:(?:\s(?:en|van|de|der)|\s[+&/]|\s?/)?\s?[A-Z][\w.'’-]*)*)"
    r"(?:,\s[^,]*\d[^,]*|,\s(?:z\.?s\.?m\.?|[a-z]+))?\W*$"
)
_SPEAKER = re.compile(r"\W*(?:\d{1,3}[.)]?\s+)?(?P<who>[A-Z][^:.\d]{0,30}):\s+(?P<rest>[^.;]*)")
_INFINITIVE = re.compile(
    r"\b[a-zà-ÿ]{3,}en\W*$|\b[a-zà-ÿ]{3,}en\s(?:vóór|voor|uiterlijk|in|op|met|bij)\b"
)
# 'Afgesproken wordt dat Noor ...', 'De afspraak is dat de besturen ...'
_THAT = re.compile(r"\bdat\s")
_BY = re.compile(
    r"\bdoor\s(?P<who>(?:(?:de heer|mevrouw|wethouder|mw\.|dhr\.)\s)?(?:(?:van|de|den|der|ter)\s)*"
    r"[A-Z][\w.'’-]*(?:\s(?:en\s)?[A-Z][\w.'’-]*)*)"
)
_AUXILIARY = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?|is|zijn|was|waren|zal|zullen)\b")
_FEW = 6  # words of a subject


def find_actor(text: str, people: frozenset[str], cues: Cues, *, listed: bool = False) -> str:
    """Who does it, as printed; '' where the words do not say.

    Args:
        text: the agreement as printed.
        people: words that name someone present.
        cues: the cues.
        listed: it is of a list of actions, where 'Noor: folder' is Noor's.
    """
    opening = cues.opening.match(text.casefold())
    if opening and opening.end() <= len(text):
        named = opening.group("rest") or opening.group("who") or ""
        name = text[opening.start() : opening.end()].rstrip(": ")[-len(named.strip()) :]
        if named.strip() and not re.search(r"\d", named):
            return name.strip()
        text = text[opening.end() :]
    trailing = _TRAILING.search(text)
    if trailing:
        name = (trailing["bracket"] or trailing["last"]).strip(" .")
        if trailing["bracket"] or _names_someone(name, people):
            return name
    speaker = _SPEAKER.match(text)
    if (
        speaker
        and _names_someone(speaker["who"], people)
        and (listed or _INFINITIVE.search(speaker["rest"]))
    ):
        return speaker["who"].strip()
    start = speaker.start("rest") if speaker else 0
    return _subject(text[start:], people, cues) or _by_action(text[start:], cues)


def _names_someone(name: str, people: frozenset[str]) -> bool:
    return any(word in people for word in re.findall(r"[\w'’-]+", name))


def _subject(text: str, people: frozenset[str], cues: Cues) -> str:
    """The subject, if it acts and does not merely assent."""
    subject = read_subject(text, people, cues)
    if subject.who is not Who.NOBODY:
        if cues.assent.search(text.casefold()) and subject.who is Who.GROUP:
            return ""
        return text[subject.start : subject.end].strip()
    by = _BY.search(text)
    if by and _names_someone(by["who"], people):
        return by["who"]
    that = _THAT.search(text)
    if not that:
        return ""
    clause = text[that.end() :]
    clause = clause[:1].upper() + clause[1:]
    subject = read_subject(clause, people, cues)
    named = subject.who in (Who.PERSON, Who.GROUP) and subject.start == 0
    return text[that.end() :][: subject.end].strip() if named else ""


def _by_action(text: str, cues: Cues) -> str:
    """What stands before the verb of an action: 'de juf van groep 1 belt'."""
    verb, change = (cue.search(text.casefold()) for cue in (cues.action, cues.change))
    if not verb or (change and change.start() < verb.start()):
        return ""
    subject = text[: verb.start()].strip()
    few = 0 < len(subject.split()) <= _FEW
    return subject if few and not _AUXILIARY.search(subject.casefold()) else ""
