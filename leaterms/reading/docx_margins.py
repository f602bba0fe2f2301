"""The words of a Word file's headers, footers and watermarks, which are no part of its text."""

from collections.abc import Iterable, Iterator

from lxml import etree

from leaterms.reading.docx_package import W

__all__ = ["words_in_margins"]

_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # a text drawn as a picture is


def words_in_margins(margins: Iterable[etree._Element], body: etree._Element) -> Iterator[str]:
    """The watermarks of the headers, footers and body; the paragraphs of the first two."""
    for root in (*margins, body):
        yield from (path.get("string", "") for path in root.iter(_TEXT_PATH))
        for paragraph in root.iter(f"{W}p") if root is not body else ():
            yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
