"""Tracked changes in OpenDocument text: the tree as it was before them.

What was deleted is kept apart (`text:tracked-changes`) and only a mark stands at its place; what
was inserted stands between two marks (OpenDocument 1.3 part 3, 5.5). So the text as accepted
is there to be read; the original is put together here.
"""

from copy import deepcopy

from lxml import etree

from leaterms.reading.odt_styles import TEXT

__all__ = ["restore_original"]

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})


def restore_original(body: etree._Element) -> None:
    """Put deleted passages back into `body` (office:text) and take inserted ones out."""
    tracked = body.find(f"{TEXT}tracked-changes")
    if tracked is None:
        return
    deleted: dict[str, list[etree._Element]] = {}
    inserted: set[str] = set()
    for region in tracked.findall(f"{TEXT}changed-region"):
        identity = region.get(f"{TEXT}id") or region.get(_XML_ID) or ""
        deletion = region.find(f"{TEXT}deletion")
        if deletion is not None:
            deleted[identity] = [e for e in deletion if not str(e.tag).endswith("change-info")]
        if region.find(f"{TEXT}insertion") is not None:
            inserted.add(identity)
    body.remove(tracked)
    _take_out(body, inserted)
    for mark in list(body.iter(f"{TEXT}change")):
        content = deleted.get(mark.get(f"{TEXT}change-id", ""))
        if content:
            _put_back(mark, [deepcopy(element) for element in content])


def _take_out(body: etree._Element, inserted: set[str]) -> None:
    """Remove the text between the marks of insertions, and join what they parted."""
    open_: set[str] = set()
    began: etree._Element | None = None  # the paragraph in which an insertion began
    for event, element in list(etree.iterwalk(body, events=("start", "end"))):
        identity = element.get(f"{TEXT}change-id", "")
        if event == "start":
            if element.tag in _PARAGRAPHS and open_ and began is None:
                began = element
            if element.tag == f"{TEXT}change-start" and identity in inserted:
                open_.add(identity)
                began = _paragraph_of(element)
            elif element.tag == f"{TEXT}change-end" and identity in open_:
                open_.discard(identity)
                ended = _paragraph_of(element)
                if not open_ and began is not None and ended is not None and ended is not began:
                    _join(began, ended)
            if open_ and element.tag != f"{TEXT}change-start":
                element.text = None
        elif open_:
            element.tail = None
        if event == "start" and open_ and element.tag == f"{TEXT}change-start":
            element.tail = None


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next((e for e in element.iterancestors() if e.tag in _PARAGRAPHS), None)


def _join(first: etree._Element, last: etree._Element) -> None:
    """Move what is in `last` to the end of `first`."""
    _append_text(first, last.text)
    for child in list(last):
        first.append(child)
    parent = last.getparent()
    if parent is not None:
        _remove(parent, last)


def _put_back(mark: etree._Element, content: list[etree._Element]) -> None:
    """Put deleted paragraphs where `mark` stands; the first and last are parts of its own."""
    paragraph = _paragraph_of(mark)
    if paragraph is None:  # between paragraphs: whole ones
        for element in content:
            mark.addprevious(element)
    elif len(content) == 1 and content[0].tag in _PARAGRAPHS:
        mark.addprevious(_as_span(content[0]))
    else:
        _part(paragraph, mark, content)


def _part(paragraph: etree._Element, mark: etree._Element, content: list[etree._Element]) -> None:
    """Make two of `paragraph` at `mark`, with `content` between them."""
    begins = not _has_text_before(mark, paragraph) and content[0].tag in _PARAGRAPHS
    model = content[0] if begins else paragraph
    before = etree.Element(model.tag)
    for key, value in model.attrib.items():
        before.set(key, value)
    top = mark
    while (parent := top.getparent()) is not None and parent is not paragraph:
        top = parent
    before.text, paragraph.text = paragraph.text, None
    for child in list(paragraph):
        if child is top:
            break
        before.append(child)
    paragraph.addprevious(before)
    if content[0].tag in _PARAGRAPHS:
        before.append(_as_span(content.pop(0)))
    if content and content[-1].tag in _PARAGRAPHS:
        mark.addprevious(_as_span(content.pop()))
    for element in content:
        paragraph.addprevious(element)


def _as_span(paragraph: etree._Element) -> etree._Element:
    """The content of a paragraph as a piece of another."""
    span = etree.Element(f"{TEXT}span")
    span.text = paragraph.text
    for child in list(paragraph):
        span.append(child)
    return span


def _has_text_before(mark: etree._Element, paragraph: etree._Element) -> bool:
    for element in paragraph.iter():
        if element is mark:
            return False
        if element.text or (element is not paragraph and element.tail):
            return True
    return False


def _append_text(element: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _remove(parent: etree._Element, child: etree._Element) -> None:
    tail, before = child.tail, child.getprevious()
    parent.remove(child)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
