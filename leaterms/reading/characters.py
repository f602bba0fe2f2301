"""Characters as a reader means them: no ligatures, soft hyphens, controls or odd spaces."""

import re
import unicodedata

__all__ = ["bullet_length", "clean", "is_readable"]

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
}
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\u00ad": None, "\ufffe": "-"}
_TABLE = str.maketrans({**_LIGATURES, **_HYPHENS})
_SPACES = re.compile(r"\s+")

# signs that stand before an item of a list; a letter 'o' and dashes only before a space
_BULLET = re.compile(
    "(?:["
    "\u2022\u2023\u2043\u2219\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25e6\u25b6\u25b8\u25ba"
    "\u2794\u27a2\u27a4\u2192\u21d2\u2713\u2714\u2610\u2611\u2612\u00b7\u203a\u00bb"
    "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8\uf06e\uf0e0"
    r"][\s]*|[-\u2013\u2014\u2212*o][ \t\u00a0]+)"
)


def clean(text: str) -> str:
    """`text` in NFC, with plain spaces and hyphens, each run of white space one space.

    Ligatures are spelt out; soft hyphens, controls, zero-width and private-use characters
    are gone. White space at the ends stays (as one space), so that pieces can be joined.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text) if "  " in text else text
    plain = unicodedata.normalize("NFC", text.translate(_TABLE))
    if plain.isprintable():  # none of the categories below, nor any space but the plain one
        return _SPACES.sub(" ", plain)
    kept = "".join(
        " " if c.isspace() else c
        for c in plain
        if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return _SPACES.sub(" ", kept)


def bullet_length(text: str) -> int:
    """How many characters at the start of `text` are a bullet and its space; 0 if none.

    In: '• Welkom' (2), '- Welkom' (2). Out: '-18 graden', 'o.a. Welkom'.
    """
    match = _BULLET.match(text)
    return match.end() if match else 0


def is_readable(text: str) -> bool:
    """Whether `text`, of a page, is language and not the codes of an unmapped font.

    A font without a character map gives private-use or control codes, or replacement
    signs; more than a quarter of them, and nobody can read the page from them.
    """
    if text.isprintable() and "\ufffd" not in text:
        return True
    marks = sum(not c.isspace() for c in text)
    rubbish = sum(
        c == "\ufffd" or (unicodedata.category(c) in {"Cc", "Co", "Cn"} and not c.isspace())
        for c in text
    )
    return rubbish * 4 <= marks
