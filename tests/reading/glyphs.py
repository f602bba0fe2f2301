"""A PDF whose font shows its letters but does not say which letters they are."""

from collections.abc import Sequence

from reportlab.pdfbase.ttfonts import TTFont

__all__ = ["glyph_pdf"]


def glyph_pdf(lines: Sequence[str]) -> bytes:
    """One page in Bitstream Vera by the numbers of its glyphs, without a character map.

    Printer drivers make such files: in a reader they look like any other.
    """
    face = TTFont("Glyphs", "Vera.ttf").face

    def shown(line: str) -> bytes:
        return b"<" + b"".join(b"%04X" % face.charToGlyph[ord(c)] for c in line) + b"> Tj T*"

    drawn = b"BT /F 11 Tf 14 TL 70 760 Td " + b" ".join(map(shown, lines)) + b" ET"
    letters = face._ttf_data
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Vera /Encoding /Identity-H"
            b" /DescendantFonts [6 0 R] >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Vera /FontDescriptor 7 0 R"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            b" /DW 600 /CIDToGIDMap /Identity >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /ABCDEF+Vera /Flags 4 /ItalicAngle 0"
            b" /FontBBox [-200 -240 1400 930] /Ascent 760 /Descent -240 /CapHeight 760 /StemV 80"
            b" /FontFile2 8 0 R >>"
        ),
        b"<< /Length %d /Length1 %d >>\nstream\n" % (len(letters), len(letters))
        + letters
        + b"\nendstream",
    )
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)
