"""Documents within a Word file (`w:altChunk`): parts in another format that Word shows in place.

Systems that make minutes from parts (an agenda item each) put them in so; Word turns them into
text of its own only when the file is saved. ECMA-376 part 1, 17.17.2.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from leaterms.errors import DocumentError
from leaterms.reading.document import Block, Document, Source
from leaterms.reading.formats import Format, sniff_format
from leaterms.reading.html import read_html
from leaterms.reading.limits import Limits
from leaterms.reading.mhtml import page_of
from leaterms.reading.plain_text import read_plain_text
from leaterms.reading.rtf import read_rtf
from leaterms.reading.view import View

__all__ = ["DEEPEST", "Reader", "read_embedded"]

DEEPEST = 4
"""Documents within documents."""

Reader = Callable[[bytes, str, Limits, View], Document]

_READERS: Mapping[Format, Reader] = {
    Format.HTML: read_html,
    Format.MHTML: lambda content, name, limits, view: read_html(
        page_of(content), name, limits, view
    ),
    Format.RTF: read_rtf,
    Format.TEXT: lambda content, name, limits, _: read_plain_text(content, name, limits),
}


def read_embedded(
    content: bytes, name: str, limits: Limits, view: View, *, place: int, read_word: Reader | None
) -> tuple[Block, ...]:
    """The blocks of a document embedded in the file `name`, all with the paragraph `place`.

    `read_word` reads Word files within; None where they lie too deep.

    Raises:
        DocumentError: it cannot be read.
    """
    found = sniff_format(content)
    reader = read_word if found is Format.DOCX else _READERS.get(found)
    if reader is None:
        raise DocumentError(f"een ingevoegd onderdeel van '{name}' is van een onbekende soort")
    blocks = reader(content, name, limits, view).blocks
    return tuple(replace(block, sources=(Source(0, paragraph=place),)) for block in blocks)
