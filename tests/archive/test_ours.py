import sqlite3
import zipfile
from contextlib import closing

import docx
import pytest
import xlsxwriter

from leaterms.archive import EXCEL_PROPERTY, HTML_MARK, Store
from leaterms.archive.ours import is_ours

HEADER = (
    "---\nmunicipality: Veenrade\nbody: LEA\nkind: verslag\nlevel: onbekend\n"
    "date: 2023-03-15\nformat: docx\nstyle: 2\nlea: yes\npartners:\n---\n"
)


def test_a_store_is_ours_under_any_name(tmp_path):
    store = Store.create(tmp_path / "verslag.pdf").path
    beside = tmp_path / "verslag.pdf-journal"
    beside.write_bytes(b"")

    assert is_ours(store)
    assert is_ours(beside)


def test_another_database_is_not_ours(tmp_path):
    with closing(sqlite3.connect(tmp_path / "leaterms.sqlite")) as database:
        database.execute("CREATE TABLE a (b)")
        database.commit()
    (tmp_path / "leaterms.sqlite-journal").write_bytes(b"")

    assert not is_ours(tmp_path / "leaterms.sqlite")
    assert not is_ours(tmp_path / "leaterms.sqlite-journal")


def test_a_page_with_our_mark_is_ours(tmp_path):
    page = tmp_path / "stuk.htm"
    page.write_text(f"<!doctype html><head><meta charset=utf-8>{HTML_MARK}", encoding="utf-8")
    other = tmp_path / "rapport.html"
    other.write_text("<!doctype html><title>leaterms</title>", encoding="utf-8")

    assert is_ours(page)
    assert not is_ours(other)


@pytest.mark.parametrize(("name", "ours"), [(EXCEL_PROPERTY, True), ("Afdeling", False)])
def test_a_workbook_with_our_property_is_ours(tmp_path, name, ours):
    file = tmp_path / "kopie van rapport.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        book.set_custom_property(name, "0.1.0")
        book.add_worksheet()

    assert is_ours(file) is ours


def test_a_workbook_without_properties_or_broken_is_not_ours(tmp_path):
    plain, broken = tmp_path / "plain.xlsx", tmp_path / "broken.xlsx"
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    broken.write_bytes(plain.read_bytes()[:40])

    assert not is_ours(plain)
    assert not is_ours(broken)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (HEADER + "Verslag\n", True),
        (HEADER.replace("\n", "\r\n"), True),
        ("\ufeff" + HEADER, True),
        (HEADER.rstrip(), True),
        ("Notulen\n" + HEADER, False),
        ("---\ntitle: Verslag\ndate: 2023-03-15\n---\nTekst", False),
        ("---\n", False),
        ("", False),
    ],
)
def test_an_annotated_source_is_told_by_its_header(tmp_path, text, ours):
    file = tmp_path / "voorbeeld.txt"
    file.write_bytes(text.encode())

    assert is_ours(file) is ours


TERMS = """# eigen woorden
- id: bonte-klas  # uniek
  label: bonte klas
  themes: [segregatie, integratie]
  wording: jargon
"""


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (TERMS, True),
        (TERMS.replace("\n", "\r\n"), True),
        (TERMS.replace("  wording: jargon\n", ""), False),
        ("Verslag\n- id: kaart tonen bij de ingang\n", False),
    ],
)
def test_a_vocabulary_kept_with_the_files_is_no_document(tmp_path, text, ours):
    file = tmp_path / "eigen.yaml"
    file.write_bytes(text.encode())

    assert is_ours(file) is ours


def test_corrections_are_ours(tmp_path):
    assert is_ours(tmp_path / "correcties.yaml")
    assert is_ours(tmp_path / "Correcties.yaml")


def test_a_file_that_is_gone_is_not_ours(tmp_path):
    assert not is_ours(tmp_path / "weg.pdf")


@pytest.mark.parametrize(("category", "ours"), [("leaterms-dossier", True), ("leaterms", False)])
def test_a_dossier_is_told_by_its_category(tmp_path, category, ours):
    document = docx.Document()
    document.core_properties.category = category
    document.save(str(tmp_path / "verslag.docx"))

    assert is_ours(tmp_path / "verslag.docx") is ours
