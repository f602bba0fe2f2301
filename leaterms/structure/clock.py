"""Hours and durations on an agenda: '14.00', '19.30 - 19.40 uur', '10 min'."""

import re

__all__ = ["clock_end", "clock_minutes", "is_time"]

_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:\s?u(?:ur)?\b\.?)?"
_SPAN = rf"{_HOUR}(?:\s?(?:[–—-]|tot|t/m)\s?{_HOUR})?"
# a title follows: '09.30 - 09.45 Opening', '(9.30) Opening', '9.30 uur: Opening'
_BEFORE = re.compile(rf"(?:{_SPAN}|\({_SPAN}\))\s*[|:–—-]?\s+(?!u(?:ur)?\b)(?=[^\W\d_])")
_DURATION = r"\d{1,3}\s?(?:['’′]|min(?:\.|uten|uut)?|m\.?|uur|u\.?)"
_TIME = re.compile(rf"[(\s]*(?:{_SPAN}|(?:ca\.?\s)?{_DURATION})[)\s:]*", re.IGNORECASE)
_CLOCK = re.compile(r"[(\s]*(\d{1,2})[.:](\d\d)")


def clock_end(text: str, start: int) -> int:
    """Where a title begins behind the hour at `start`; `start` if there is no hour."""
    match = _BEFORE.match(text, start)
    return match.end() if match else start


def clock_minutes(text: str) -> int | None:
    """The minutes since midnight of the hour a text begins with; None if it has none."""
    match = _CLOCK.match(text)
    return int(match[1]) * 60 + int(match[2]) if match else None


def is_time(text: str) -> bool:
    """True if a cell holds nothing but an hour, two, or how long it takes."""
    return _TIME.fullmatch(text) is not None
