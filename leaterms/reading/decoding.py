"""Bytes of a text or web page as characters, where nobody says which encoding they are in.

A byte order mark says it. Without one: UTF-16 shows by its zero bytes, UTF-8 by being valid (other
text hardly ever is); what is left is an old Windows or DOS file.
"""

import codecs
import re

__all__ = ["decode", "marked_encoding"]

# the longer marks first: that of UTF-32 begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
# an accented letter within or at the edge of a word: 'é' of 'één', 'ë' of 'coördinatië'
_ACCENTED = re.compile(r"(?<=[A-Za-z])[à-öø-ÿÀ-ÖØ-Þ]|[à-öø-ÿÀ-ÖØ-Þ](?=[a-z])")
_OLD = ("cp1252", "cp850")  # Windows; DOS in the Netherlands


def marked_encoding(content: bytes) -> str:
    """The encoding that the first bytes show, also UTF-16 without a mark; '' if none."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:_HEAD]
    half = len(head) // 2
    if half > 1:  # Western text in UTF-16 has a zero in nearly every second byte, and no other
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if odd > 0.7 * half and even < 0.1 * half:
            return "utf-16-le"
        if even > 0.7 * half and odd < 0.1 * half:
            return "utf-16-be"
    return ""


def decode(content: bytes, declared: str = "") -> str:
    """`content` as text, without byte order mark; bytes that are no text become U+FFFD.

    `declared` is the encoding that the text itself names; it counts where the bytes show no
    other, and do not contradict it.
    """
    marked = marked_encoding(content)
    if marked:
        return content.decode(marked, "replace")
    for encoding in ("utf-8", *_known(declared)):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    texts = [content.decode(encoding, "replace") for encoding in _OLD]
    # the first of equals: Windows
    return max(texts, key=lambda text: len(_ACCENTED.findall(text)))


def _known(declared: str) -> list[str]:
    """`declared` if Python has it as an encoding of text; web pages name Windows as Latin."""
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)
    except (LookupError, ValueError):
        return []
    # what says it is Latin-1 is Windows (WHATWG Encoding, 4.2); UTF-16 would have shown
    if name in {"iso8859-1", "ascii", "iso8859-15"}:
        return ["cp1252"] if name != "iso8859-15" else [name]
    return [] if name.startswith(("utf-16", "utf-32", "utf-7")) else [name]
