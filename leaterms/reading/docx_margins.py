"""The words of a Word file's headers, footers and watermarks, which are no part of its text."""

from collections.abc import Iterable, Iterator

from lxml import etree

from leaterms.reading.docx_package import W

__all__ = ["words_in_margins"]

# what older programs show of a drawing that newer ones have their own form of
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # a text drawn as a picture is


def words_in_margins(margins: Iterable[etree._Element], body: etree._Element) -> Iterator[str]:
    """The watermarks of the headers, footers and body; the paragraphs of the first two."""
    for root in (*margins, body):
        yield from (path.get("string", "") for path in root.iter(_TEXT_PATH))
        for paragraph in root.iter(f"{W}p") if root is not body else ():
            if not any(around.tag == _FALLBACK for around in paragraph.iterancestors()):
                yield "".join(_own_texts(paragraph))


def _own_texts(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph without that of boxes which hang on it."""
    for child in element.iterchildren("{*}*"):
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag != f"{W}txbxContent":
            yield from _own_texts(child)
