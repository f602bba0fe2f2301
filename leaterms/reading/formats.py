"""What kind of file some bytes are, by their content; names and extensions say nothing.

Archives hold renamed files: a web page called .doc, a Word file called .pdf. So the kind is
read from the signature at the start, and for the two containers (zip, OLE) from the names
of what they hold.
"""

import re
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from leaterms.reading.decoding import marked_encoding
from leaterms.reading.mhtml import is_web_archive

__all__ = ["Format", "sniff_format"]


class Format(StrEnum):
    """A kind of file; the value is what the table of documents shows."""

    PDF = "pdf"
    DOCX = "docx"
    ENCRYPTED_OFFICE = "office-versleuteld"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    MSG = "msg"
    OLE = "ole"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODF = "odf"
    ZIP = "zip"
    BROKEN_ZIP = "zip-beschadigd"
    ARCHIVE = "archief"
    RTF = "rtf"
    HTML = "html"
    MAIL = "eml"
    MHTML = "mhtml"
    WORD_XML = "word-xml"
    XML = "xml"
    IMAGE = "afbeelding"
    MEDIA = "media"
    WORD_LOCK = "word-slot"
    TEXT = "tekst"
    EMPTY = "leeg"
    UNKNOWN = "onbekend"


_PDF_HEADER_WITHIN = 1024  # readers accept that much before '%PDF-' (PDF 1.7, annex H.3)
_HEAD = 4096

_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"ID3", Format.MEDIA),
    (b"OggS", Format.MEDIA),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# names of streams, as they stand in an OLE directory (UTF-16); the first that is there counts
_OLE_STREAMS = (
    ("EncryptedPackage", Format.ENCRYPTED_OFFICE),
    ("__properties_version1.0", Format.MSG),
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("PowerPoint Document", Format.PPT),
)
_ODT = b"application/vnd.oasis.opendocument.text"  # also of templates: '...text-template'
_FLAT_ODT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_WORD_XML = (b'progid="Word.Document"', b"http://schemas.microsoft.com/office/2006/xmlPackage")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|meta|title|body|table|div|h[1-6]|ul|ol|p|span|font)[\s>]",
    re.IGNORECASE,
)
_MAIL = re.compile(
    rb"^(?:(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|X-[\w-]+):)",
    re.IGNORECASE,
)


def sniff_format(content: bytes) -> Format:
    """The kind of file that `content`, the whole file, is; never raises."""
    if not content:
        return Format.EMPTY
    head = content[:_HEAD]
    # containers first: near their start they may hold a PDF that is not all there is
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(content)
    if head.startswith(_OLE):
        return _sniff_ole(content)
    if b"%PDF-" in head[:_PDF_HEADER_WITHIN]:
        return Format.PDF
    for signature, found in _SIGNATURES:
        if head.startswith(signature):
            return found
    if head[:4] == b"RIFF":
        return Format.IMAGE if head[8:12] == b"WEBP" else Format.MEDIA
    if head[4:8] == b"ftyp":
        return Format.IMAGE if head[8:11] in (b"hei", b"mif", b"avi") else Format.MEDIA
    return _sniff_text(content, head)


def _sniff_zip(content: bytes) -> Format:
    """Word, another office file, or any other zip."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
            kind = package.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        # cut off before its directory: the first local headers still name their parts
        if _ODT in content[:_HEAD]:
            return Format.ODT
        return Format.DOCX if b"word/" in content[: 16 * _HEAD] else Format.BROKEN_ZIP
    except zlib.error:
        return Format.BROKEN_ZIP
    if b"opendocument" in kind:
        return Format.ODT if _ODT in kind else Format.ODF
    for folder, found in (
        ("word/", Format.DOCX),
        ("xl/", Format.XLSX),
        ("ppt/", Format.PPTX),
    ):
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            return found
    return Format.ZIP


def _sniff_ole(content: bytes) -> Format:
    """Which of the old binary office files, or an encrypted new one."""
    for stream, found in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return found
    return Format.OLE


def _sniff_text(content: bytes, head: bytes) -> Format:
    """HTML, mail, XML or plain text; what decodes as none of these is unknown."""
    encoding = marked_encoding(head)
    if encoding.startswith(("utf-16", "utf-32")):
        whole = head[: len(head) // 4 * 4]
        head = whole.decode(encoding, "replace").encode("utf-8", "replace")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        found = _sniff_markup(start)
        if found is not None:
            return found
    if start.startswith(b"{\\rtf"):
        return Format.RTF
    if _MAIL.match(start):
        return Format.MHTML if is_web_archive(start) else Format.MAIL
    if len(content) == 162 and 0 < content[0] < 55 and b"\x00" in content:
        return Format.WORD_LOCK  # the '~$' file Word keeps beside an open document
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head)
    return Format.TEXT if control * 100 <= len(head) else Format.UNKNOWN


def _sniff_markup(start: bytes) -> Format | None:
    """What a text that begins with '<' is; None for a text that merely does."""
    if start.startswith(b"<?mso-application") or any(sign in start for sign in _WORD_XML):
        return Format.WORD_XML
    if _FLAT_ODT in start and b"<office:document" in start:
        return Format.ODT if _ODT in start else Format.ODF
    if _HTML.search(start[:1024]):
        return Format.HTML
    return Format.XML if start.startswith(b"<?xml") else None
