"""Web pages saved as one file (.mht, RFC 2557): the page itself, out of the message around it.

Word saves such files, also under the extension .doc, and embeds them in Word files.
"""

import email
import email.policy
import re

__all__ = ["is_web_archive", "page_of"]

_HEADERS_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_LETTER = re.compile(rb"^(?:To|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")


def is_web_archive(head: bytes) -> bool:
    """Whether the beginning of a message is that of a saved page and not of a letter."""
    headers = _HEADERS_END.split(head.lstrip(b"\r\n"), maxsplit=1)[0]
    return _RELATED.search(headers) is not None and _LETTER.search(headers) is None


def page_of(content: bytes) -> bytes:
    """The page in the archive `content`, in UTF-8 where it names its encoding; b'' for none."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() not in _PAGES:
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        charset = part.get_content_charset()
        if charset is None:
            return payload
        try:
            return b"\xef\xbb\xbf" + payload.decode(charset, "replace").encode()
        except LookupError:
            return payload
    return b""
