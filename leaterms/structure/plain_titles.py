"""What a title may be that is printed as the text is, and has no number."""

import re

__all__ = ["may_be_plain"]

_SHORT, _LONG = 8, 20  # words
# a date alone, an hour at the end, nothing but signs
_NO_TITLE = re.compile(r"^[\d\W]+$|\d{1,2}[.:]\d\d(?:\s*u(?:ur)?)?\.$")
# words of a sentence, which a long title hardly has
_CLAUSE = re.compile(
    r"\b(?:ik|wij|we|hij|zij|ze|men|u|jullie|er|het\sis|dat|omdat|maar|dus|dan|niet|geen|wel)\b",
    re.IGNORECASE,
)


def may_be_plain(title: str) -> bool:
    """True for a title that needs no number and no look: short, or long and no sentence.

    A long one with a figure or a bracket may be a date, an hour, or names.
    """
    if _NO_TITLE.search(title):
        return False
    count = len(title.split())
    if count <= _SHORT:
        return True
    named = re.search(r"[(\d]", title) or re.match(r"[^:\s]+:", title)
    told = _CLAUSE.search(title)
    return count <= _LONG and not named and not told and title[-1].isalnum()
