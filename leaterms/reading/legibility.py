"""Whether the text of a page can be read, or is the codes of a font without a character map.

A PDF may hold fonts that say how letters look and not which letters they are. What comes out
then is no letters at all, or others: glyph numbers make 'GH YHUJDGHULQJ' of 'de vergadering'.
"""

import re
import unicodedata

from leaterms.language import is_word
from leaterms.reading.characters import is_readable

__all__ = ["is_legible"]

# the words every page of running text has, here and in the languages of annexes
_FREQUENT = re.compile(
    r"\b(?:de|het|een|en|van|in|is|op|te|voor|met|the|of|and|to|der|die|und|le|la|les|et)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOK = 1500  # characters: as many as it takes to see
_ENOUGH = 5  # frequent words
_LEAST_WORDS = 20  # fewer show nothing
_MOST_WORDS = 80
_KNOWN = 0.2  # of the words of a list or table at least
_FOREIGN = 0.05  # of the words of another language, which shares names and loans with ours
_VOWELS = (0.28, 0.6)  # of the letters of any language
_CONTROLS = 0.05  # of the characters at most


def is_legible(text: str) -> bool:
    """Whether `text`, of a page, is language. A page with little text is.

    In: a page of minutes, a list of names, a table of figures. Out: 'GH YHUJDGHULQJ'.
    """
    if not is_readable(text):
        return False
    head = text[:_LOOK]
    if sum(1 for _ in zip(range(_ENOUGH), _FREQUENT.finditer(head), strict=False)) == _ENOUGH:
        return True
    controls = sum(unicodedata.category(c) == "Cc" and not c.isspace() for c in head)
    if controls > _CONTROLS * len(head):
        return False
    words = _WORD.findall(text)[:_MOST_WORDS]
    if len(words) < _LEAST_WORDS:
        return True
    known = sum(is_word(word.lower()) for word in words)
    if known >= _KNOWN * len(words):
        return True
    letters = "".join(words).lower()
    vowels = sum(letter in "aeiouyäëïöüéèêáàıøåæ" for letter in letters)
    is_spoken = _VOWELS[0] * len(letters) <= vowels <= _VOWELS[1] * len(letters)
    return is_spoken and known >= _FOREIGN * len(words)
