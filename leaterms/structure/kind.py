"""What sort of document it is: agenda, verslag, besluitenlijst, or something else."""

import re
from collections.abc import Sequence

from leaterms.structure.dates import find_dates
from leaterms.structure.record import Item, Kind
from leaterms.structure.words import StructureWords, find_phrase

__all__ = ["read_kind"]

_TITLE_LINES = 8
_LINE = 140  # characters; a longer one is no title
_LETTER_ITEM = 40  # words below a heading


def read_kind(
    head: Sequence[str], items: Sequence[Item], words: StructureWords, *, attendance: bool
) -> Kind:
    """The kind, by the title; where that is silent, by what the text does.

    Args:
        head: the lines before the first item.
        items: all items, -1 first.
        words: the word lists.
        attendance: True if the document says who was present.
    """
    title = _by_title(head, words)
    if attendance and title in (Kind.AGENDA, Kind.OTHER) and _reports(items, words):
        # a name as 'Agenda Jonge Kind' or 'Werkgroep Convenant' says nothing of the document
        title = _by_title(head, words, left_out=(Kind.AGENDA, Kind.OTHER))
    if not attendance and title in (None, Kind.AGENDA) and _is_plan(head):
        return Kind.OTHER
    if not attendance and _is_letter(head, items, words):
        # 'Betreft: uitnodiging overleg' heads a letter; one that is an agenda lists its items
        bare = _by_title([line for line in head if not _SUBJECT.match(line)], words)
        if bare is not Kind.AGENDA and (title is not Kind.AGENDA or _tells(items)):
            return Kind.OTHER
    if title is not None:
        return title
    return _by_text(items, words, attendance=attendance)


_PERIOD = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–/]|t/m|tot en met)\s?(20)?(\d\d)(?![\d-])")


def _is_plan(head: Sequence[str]) -> bool:
    """Whether the title is an agenda for some years: 'Lokale Educatieve Agenda 2022-2026'.

    A school year ('2022-2023') is no such period.
    """
    for line in head[:_TITLE_LINES]:
        period = _PERIOD.search(line)
        if period and re.search(r"agenda(?!\w)", line[: period.start()], re.IGNORECASE):
            return int(period[3]) - int(period[1][2:]) > 1
    return False


_SUBJECT = re.compile(r"(?:Onderwerp|Betreft)\s*[:|]")


_REPORTED = 2  # words as 'vraagt' and 'meldt'; an agenda may have one
_SHORTEST = 8  # words below a heading


def _reports(items: Sequence[Item], words: StructureWords) -> bool:
    """Whether the text tells what was said, as that of minutes does."""
    text = "\n".join(item.text for item in items[1:])
    size = len(text.split())
    told = len(find_phrase(words.verslag_words, text)) + len(
        find_phrase(words.besluit_words, text)
    )
    return told >= _REPORTED and size >= _SHORTEST * max(1, len(items) - 1)


def _tells(items: Sequence[Item]) -> bool:
    """Whether there is as much text below the headings as only a letter has."""
    size = sum(len(item.text.split()) for item in items[1:])
    return size >= _LETTER_ITEM * max(1, len(items) - 1)


def _by_title(
    head: Sequence[str], words: StructureWords, *, left_out: tuple[Kind, ...] = ()
) -> Kind | None:
    """The first title word that stands as a title does; of no kind in `left_out`."""
    best: tuple[float, Kind] | None = None
    for number, line in enumerate(head[:_TITLE_LINES]):
        for kind, position, strength in _title_words(line, words):
            score = strength * (10 - number) - 0.01 * position
            if kind in left_out:
                continue
            if best is None or score > best[0]:
                best = score, kind
    return best[1] if best and best[0] >= 2 else None


def _title_words(line: str, words: StructureWords) -> list[tuple[Kind, int, float]]:
    masked = line
    for match in find_phrase(words.title_masks, line):
        masked = masked[: match.start()] + "_" * len(match[0]) + masked[match.end() :]
    found = []
    for kind, phrases in (
        (Kind.BESLUITENLIJST, words.titles_besluitenlijst),
        (Kind.BESLUITENLIJST, words.titles_besluitenlijst_first),
        (Kind.VERSLAG, words.titles_verslag),
        (Kind.AGENDA, words.titles_agenda),
        (Kind.OTHER, words.titles_other),
    ):
        for match in find_phrase(phrases, masked):
            before, after = masked[: match.start()], masked[match.end() :]
            if re.search(r"\w-$", before):
                continue  # 'Kansen-agenda' is a name
            if phrases is words.titles_besluitenlijst_first and before.strip():
                continue
            found.append((kind, match.start(), _strength(before, after, kind, line)))
    return found


def _strength(before: str, after: str, kind: Kind, line: str) -> float:
    """1 for a title, little for 'Verslag: R. Bos' or 'de agenda is verzonden'."""
    if len(line) > _LINE:
        # lines that reading joined: 'Agenda nr. 2, do 25 mei, raadhuis Voor: de directeuren ...'
        return 0.1 if before.strip() or kind is Kind.OTHER else 0.7
    if re.match(r"\s*:\s*\S", after) and not find_dates(after[:60]):
        return 0.15  # a label with the name of who wrote it
    bare = before.strip()
    strength = 1.0
    if bare and not bare.endswith(("-", "–", "|", ":", ",", ".")):
        strength = 0.7
        if re.search(
            r"\b(?:de|het|deze|dit|vorige|vorig|uw|ons|zie|van|op|bij|in)$", bare, re.IGNORECASE
        ):
            strength = 0.15
    if bare.endswith((",", ";")) or re.search(r"[a-z]\.$", bare):
        follows = re.match(r"\s+(?:van|d\.d\.|\d)", after)
        strength = 0.8 if follows else 0.3
    if kind is Kind.OTHER and bare:
        strength *= 0.5
    if re.match(r"\s+(?:is|wordt|was|zijn|per mail|volgt)\b", after):
        strength = 0.15
    return strength


def _is_letter(head: Sequence[str], items: Sequence[Item], words: StructureWords) -> bool:
    opening = "\n".join(head[:40])
    closing = items[-1].text[-600:]
    found = {
        match[0].lower() for match in find_phrase(words.letter_words, f"{opening}\n{closing}")
    }
    start = f"{opening}\n{items[1].title}\n{items[1].text[:200]}" if len(items) > 1 else opening
    salutation = re.search(r"^(?:Geachte|Beste|L\.S\.)(?!\w)", start, re.MULTILINE) is not None
    labels = re.search(r"^(?:Onderwerp|Betreft)\s*[:|]", opening, re.MULTILINE) is not None
    addressed = re.search(r"^Aan:? (?:de|het|alle)\b", opening, re.MULTILINE) is not None
    return len(found) + 2 * salutation + labels + addressed >= 3


def _by_text(items: Sequence[Item], words: StructureWords, *, attendance: bool) -> Kind:
    text = "\n".join(item.text for item in items[1:])
    size = max(1, len(text.split()))
    told = len(find_phrase(words.verslag_words, text))
    planned = len(find_phrase(words.agenda_words, text))
    decided = len(find_phrase(words.besluit_words, text))
    if len(items) < 3 and not attendance:
        return Kind.OTHER
    if attendance:
        if decided > 4 * told and size < 400 and decided >= 5:
            return Kind.BESLUITENLIJST
        return Kind.VERSLAG
    per_item = size / max(1, len(items) - 1)
    if per_item < 12 and told < 3 and decided < 4:
        return Kind.AGENDA
    scores = {
        Kind.AGENDA: planned + 3 * (per_item < 40),
        Kind.VERSLAG: told,
        Kind.BESLUITENLIJST: decided if decided > told else 0,
    }
    best = max(scores, key=lambda kind: scores[kind])
    memo = sum(bool(find_phrase(words.memo_words, item.title)) for item in items[1:])
    if memo >= 3 or scores[best] < 2:
        return Kind.OTHER
    return best
