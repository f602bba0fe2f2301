import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading import Format, sniff_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

FLAT = (
    '<?xml version="1.0"?><office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.{}">'
)


def zipped(**entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in entries.items():
            package.writestr(name, text)
    return buffer.getvalue()


def office(folder):
    return zipped(**{"[Content_Types].xml": "<Types/>", f"{folder}/part.xml": "<x/>"})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Format.EMPTY),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n\n" * 100 + b"%PDF-1.4", Format.PDF),
        (office("word"), Format.DOCX),
        (office("xl"), Format.XLSX),
        (office("ppt"), Format.PPTX),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), Format.ODT),
        (zipped(mimetype="application/vnd.oasis.opendocument.text-template"), Format.ODT),
        (zipped(mimetype="application/vnd.oasis.opendocument.text")[:-30], Format.ODT),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Format.ODF),
        (FLAT.format("text").encode(), Format.ODT),
        (FLAT.format("spreadsheet").encode(), Format.ODF),
        (zipped(foto="x"), Format.ZIP),
        (zipped(brief="%PDF-1.7 met de rest van een PDF"), Format.ZIP),
        (OLE[:512] + b"%PDF-1.7" + "__properties_version1.0".encode("utf-16-le"), Format.MSG),
        (office("word")[:-30], Format.DOCX),
        (b"PK\x03\x04 afgebroken", Format.BROKEN_ZIP),
        (OLE + "WordDocument".encode("utf-16-le"), Format.DOC),
        (OLE + "Workbook".encode("utf-16-le"), Format.XLS),
        (OLE + "PowerPoint Document".encode("utf-16-le"), Format.PPT),
        (OLE + "__properties_version1.0".encode("utf-16-le"), Format.MSG),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Format.ENCRYPTED_OFFICE),
        (OLE, Format.OLE),
        (b"{\\rtf1\\ansi", Format.RTF),
        (b"<!DOCTYPE html><html><p>Verslag", Format.HTML),
        (b"\xef\xbb\xbf  <html xmlns='x'>", Format.HTML),
        ("<html><p>Verslag".encode("utf-16"), Format.HTML),
        ("<h1>Verslag</h1>".encode("utf-16-le"), Format.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', Format.HTML),
        (b"<Verslag van 3 mei> door de notulist", Format.TEXT),
        (b"\xef\xbb\xbf{\\rtf1", Format.RTF),
        (b"From: griffie@example.org\nSubject: agenda\n\nBeste", Format.MAIL),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', Format.WORD_XML),
        (
            b'<?xml version="1.0"?><x xmlns="http://schemas.microsoft.com/office/2006/xmlPackage">',
            Format.WORD_XML,
        ),
        (b'<?xml version="1.0"?><lijst/>', Format.XML),
        (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
        (b"\xff\xd8\xff\xe0 JFIF", Format.IMAGE),
        (b"II*\x00", Format.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBP", Format.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", Format.IMAGE),
        (b"\x00\x00\x00\x18ftypisom", Format.MEDIA),
        (b"RIFF\x00\x00\x00\x00WAVE", Format.MEDIA),
        (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
        (b"\x07J. Smit" + b"\0" * 154, Format.WORD_LOCK),
        ("Verslag van 3 mei, één bladzijde".encode(), Format.TEXT),
        ("Verslag".encode("utf-16"), Format.TEXT),
        ("Verslag van 3 mei".encode("utf-16-be"), Format.TEXT),
        ("Verslag".encode("utf-32"), Format.TEXT),
        (bytes(range(256)), Format.UNKNOWN),
    ],
)
def test_the_kind_is_told_by_the_content(content, expected):
    assert sniff_format(content) is expected


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_are_of_some_kind(content):
    assert isinstance(sniff_format(content), Format)
