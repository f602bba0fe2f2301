import io
import zipfile

import pytest

from leaterms.errors import BrokenDocument, UnsupportedDocument
from leaterms.reading import Limits, read_document
from tests.reading.making import draw_pdf, read_bytes, rewrite_part, word_bytes, write_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = word_bytes(lambda word: word.add_paragraph("Verslag"))


def with_body(xml: str) -> bytes:
    return rewrite_part(WORD, "word/document.xml", lambda _: xml.encode())


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * (8 * 1024**2))
    path = tmp_path / "bom.docx"
    path.write_bytes(buffer.getvalue())

    with pytest.raises(BrokenDocument, match=r"'bom\.docx' wordt na uitpakken 8 MB groot"):
        read_document(path, limits=Limits(part_bytes=4 * 1024**2))


def test_a_package_of_very_many_parts_is_refused(tmp_path):
    content = WORD
    path = tmp_path / "veel.docx"
    path.write_bytes(content)

    with pytest.raises(BrokenDocument, match=r"'veel.docx' bevat \d+ onderdelen"):
        read_document(path, limits=Limits(parts=3))


def test_entities_are_not_expanded(tmp_path):
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{levels}]>
        <w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"""

    with pytest.raises(BrokenDocument, match="XML-definities die niet in een Word-bestand horen"):
        read_bytes(with_body(bomb), tmp_path)


def test_files_of_this_machine_are_not_read_along(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("wachtwoord", encoding="utf-8")
    xml = f"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>
        <w:document {W}><w:body><w:p><w:r><w:t>&s;</w:t></w:r></w:p></w:body></w:document>"""

    with pytest.raises(BrokenDocument) as caught:
        read_bytes(with_body(xml), tmp_path)

    assert "wachtwoord" not in str(caught.value)


def test_very_deep_xml_is_refused(tmp_path):
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    xml = f"<w:document {W}><w:body>{deep}</w:body></w:document>"

    with pytest.raises(BrokenDocument, match="beschadigd"):
        read_bytes(with_body(xml), tmp_path)


def test_styles_that_inherit_from_each_other_in_a_circle_are_read(tmp_path):
    styles = f"""<w:styles {W}>
        <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
        </w:styles>"""
    body = f"""<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>
        <w:r><w:t>Tekst</w:t></w:r></w:p></w:body></w:document>"""
    content = rewrite_part(with_body(body), "word/styles.xml", lambda _: styles.encode())

    assert read_bytes(content, tmp_path).text == "Tekst"


@pytest.mark.parametrize("value", ["", "nan", "1e999", "-99999999999999", "drie"])
def test_nonsense_for_a_measure_is_no_measure(tmp_path, value):
    look = f"""<w:ind w:left="{value}"/><w:outlineLvl w:val="{value}"/>
        <w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>"""
    run = f"""<w:r><w:rPr><w:sz w:val="{value}"/></w:rPr><w:t>Tekst</w:t></w:r>"""
    paragraph = f"<w:p><w:pPr>{look}</w:pPr>{run}</w:p>"
    body = f"<w:document {W}><w:body>{paragraph}</w:body></w:document>"
    (block,) = read_bytes(with_body(body), tmp_path).blocks

    assert (block.text, block.level) == ("Tekst", 0)


def test_a_word_file_without_a_body_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match="zonder documenttekst"):
        read_bytes(with_body(f"<w:document {W}/>"), tmp_path)


def test_a_word_file_without_its_main_part_is_broken(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/andere.xml", "<x/>")

    with pytest.raises(BrokenDocument, match="zonder documenttekst"):
        read_bytes(buffer.getvalue(), tmp_path)


def test_a_zip_with_a_password_is_told(tmp_path):
    # the flag for encryption, in the local header and in the directory, of every entry
    marked = bytearray(WORD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(signature, at + 4)

    with pytest.raises(UnsupportedDocument, match="met een wachtwoord beveiligd"):
        read_bytes(bytes(marked), tmp_path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_word_file_is_broken(tmp_path, share):
    with pytest.raises(BrokenDocument, match="beschadigd of afgebroken Word-"):
        read_bytes(WORD[: int(len(WORD) * share)], tmp_path)


def test_a_pdf_cut_off_at_its_start_is_broken(tmp_path):
    content = draw_pdf(write_lines(["Verslag"]))[:60]

    with pytest.raises(BrokenDocument, match="beschadigde of afgebroken PDF"):
        read_bytes(content, tmp_path)


def test_a_long_annex_is_read_whole(tmp_path):
    page = write_lines(
        [f"Regel {i} van een lange bijlage met cijfers en namen" for i in range(40)]
    )
    content = draw_pdf(*[page] * 300)
    document = read_bytes(content, tmp_path)

    assert document.pages == 300
    assert document.text.count("Regel 39") == 300
