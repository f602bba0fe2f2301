"""Lines with which the items begin, and those of the head above them."""

import re

from leaterms.structure.dates import find_dates
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["is_head_line", "names_people", "opens"]

_LONGEST = 120  # characters; a longer line with a date tells something


def opens(title: str, words: StructureWords) -> bool:
    """'Opening', 'Opening, verslag en post': with this the meeting begins."""
    return is_phrase(words.opening_titles, re.sub(r"[,;:/&+]", " ", title))


def names_people(text: str, words: StructureWords) -> bool:
    """'Aanwezig: ...', or 'Aanwezig' above a list."""
    known = (*words.present_labels, *words.absent_labels)
    return is_phrase(tuple(phrase for phrase in known if len(phrase) > 4), _label(text))


def is_head_line(text: str, words: StructureWords) -> bool:
    """A label with what it says, a date, or who was there."""
    label = _label(text)
    known = (words.present_labels, words.absent_labels, words.admin_labels)
    if label != text.strip() and any(is_phrase(phrases, label) for phrases in known):
        return True
    dated = any(date.year for date in find_dates(text))
    if dated and len(text) < _LONGEST and not text.rstrip().endswith("."):
        return True
    first = " ".join(text.split()[:3])
    return any(match.start() == 0 for match in find_phrase(words.present_labels, first))


def _label(text: str) -> str:
    return re.split(r"[:|]", text, maxsplit=1)[0].strip()
