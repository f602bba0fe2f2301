r"""RTF as a row of tokens: groups, control words, bytes of text.

Rich Text Format specification 1.9.1, 'RTF syntax'. All is ASCII but for the bytes that follow
`\bin`, which are no text and are passed over here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Token", "read_tokens"]

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z])"
    rb"|([{}])"
    rb"|[\r\n\0]+"
    rb"|([^\\{}\r\n\0]+)",
    re.DOTALL,
)
# other spellings of a control word: the end of a paragraph, '\~' and the like
_SYMBOLS = {b"\n": "par", b"\r": "par", b"*": "*", b"~": "~", b"-": "-", b"_": "_", b":": ":"}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is '{', '}', 'word' or 'text'.

    A word has its `word` and `number` (None where it has none); a text its `text`, bytes in
    the encoding that holds at its place.
    """

    kind: str
    word: str = ""
    number: int | None = None
    text: bytes = b""


def read_tokens(content: bytes) -> Iterator[Token]:
    """The tokens of `content`, in order; what is none is passed over."""
    position = 0
    while position < len(content):
        match = _TOKEN.match(content, position)
        if match is None:  # a backslash at the very end
            position += 1
            continue
        position = match.end()
        if match[1]:
            number = None if match[2] is None else int(match[2])
            if match[1] == b"bin":
                position += max(number or 0, 0)
            else:
                yield Token("word", match[1].decode("ascii"), number)
        elif match[3]:
            yield Token("text", text=bytes((int(match[3], 16),)))
        elif match[4]:
            yield _symbol(match[4])
        elif match[5]:
            yield Token(match[5].decode("ascii"))
        elif match[6]:
            yield Token("text", text=match[6])


def _symbol(sign: bytes) -> Token:
    if sign in _SYMBOLS:
        return Token("word", _SYMBOLS[sign])
    return Token("text", text=sign)  # '\\{', '\\}', '\\\\'
