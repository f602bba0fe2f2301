"""Names of mentions that stay the same when a document is read again, and read better."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from leaterms.archive import FileResult
from leaterms.detection import Mention

__all__ = ["mention_ids"]

# 64 bits: among a million mentions the odds of two alike are under one in ten million
_HEX_DIGITS = 16


def mention_ids(results: Sequence[FileResult]) -> dict[tuple[str, int], str]:
    """An id of 16 hexadecimal digits for each mention, by path and index in its file's mentions.

    The id is made of the document (its path), the theme, the quote without case, hyphens and
    white space, and the how manieth it is of these in reading order. So a judgement on a
    mention holds when offsets, sentences, rules or other mentions change. Paths are unique in
    a scan, and so are the ids.
    """
    ids: dict[tuple[str, int], str] = {}
    for result in results:
        seen: Counter[tuple[str, str]] = Counter()
        order = sorted(range(len(result.mentions)), key=lambda i: _place(result.mentions[i]))
        for index in order:
            mention = result.mentions[index]
            what = (mention.theme, _normalised(mention.quote))
            seen[what] += 1
            parts = "\x1f".join((result.path, *what, str(seen[what])))
            digest = hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
            ids[result.path, index] = digest[:_HEX_DIGITS]
    return ids


def _place(mention: Mention) -> tuple[int, bool, int, int, str, str]:
    """Sorts in reading order: an item's heading stands before its text."""
    return (
        mention.item,
        not mention.in_heading,
        mention.start,
        mention.end,
        mention.theme,
        mention.term,
    )


def _normalised(quote: str) -> str:
    """'Vve-  Groepen' -> 'vvegroepen': letters and digits only."""
    plain = unicodedata.normalize("NFKC", quote).casefold()
    return re.sub(r"[\W_]+", "", plain)
