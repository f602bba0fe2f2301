"""Tracked changes in Word files, under both views of them."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from leaterms.reading import View, read_document
from tests.reading.making import element, word_bytes


@pytest.fixture
def both(tmp_path):
    """The blocks of a Word file as if its changes were accepted, and as it was before."""

    def read(build):
        path = tmp_path / "stuk.docx"
        path.write_bytes(word_bytes(build))
        return [read_document(path, view=view).blocks for view in View]

    return read


def texts(views):
    return [[block.text for block in blocks] for blocks in views]


def changed(kind, text, tag="w:t"):
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="1" w:author="a"><w:r>'
        f'<{tag} xml:space="preserve">{text}</{tag}></w:r></w:{kind}>'
    )


def mark(paragraph, kind):
    """Say that the end of `paragraph` was inserted, deleted or moved."""
    properties = element("w:rPr")
    properties.append(element(f"w:{kind}", id="2", author="a"))
    paragraph._p.get_or_add_pPr().append(properties)


def test_insertions_and_deletions(both):
    def build(word):
        paragraph = word.add_paragraph("De ")
        paragraph._p.append(changed("del", "oude", "w:delText"))
        paragraph._p.append(changed("ins", "nieuwe"))
        paragraph.add_run(" tekst")

    assert texts(both(build)) == [["De nieuwe tekst"], ["De oude tekst"]]


def test_what_was_inserted_and_deleted_again_is_in_neither(both):
    def build(word):
        inserted = element("w:ins", id="1", author="a")
        inserted.append(changed("del", " even", "w:delText"))
        word.add_paragraph("Verslag")._p.append(inserted)

    assert texts(both(build)) == [["Verslag"], ["Verslag"]]


def test_a_moved_paragraph_stands_where_the_view_has_it(both):
    def build(word):
        for text, kind in (("Eerst", ""), ("Verplaatst", "moveTo"), ("Laatst", "")):
            paragraph = word.add_paragraph("" if kind else text)
            if kind:
                mark(paragraph, kind)
                paragraph._p.append(changed(kind, text))
        away = word.add_paragraph()
        mark(away, "moveFrom")
        away._p.append(changed("moveFrom", "Verplaatst"))
        word.add_paragraph("Slot")

    assert texts(both(build)) == [
        ["Eerst", "Verplaatst", "Laatst", "Slot"],
        ["Eerst", "Laatst", "Verplaatst", "Slot"],
    ]


def test_the_end_of_a_paragraph_that_was_inserted(both):
    def build(word):
        mark(word.add_paragraph("Besluit: akkoord. "), "ins")
        word.add_paragraph("Actie: Jan.")

    assert texts(both(build)) == [
        ["Besluit: akkoord.", "Actie: Jan."],
        ["Besluit: akkoord. Actie: Jan."],
    ]


def test_the_end_of_a_paragraph_that_was_deleted_also_before_a_bookmark(both):
    def build(word):
        first = word.add_paragraph("Een ")
        mark(first, "del")
        first._p.addnext(element("w:bookmarkStart", id="0", name="plek"))
        word.add_paragraph("geheel")

    assert texts(both(build)) == [["Een geheel"], ["Een", "geheel"]]


def test_a_deleted_paragraph_leaves_the_next_at_its_own_place(both):
    def build(word):
        gone = word.add_paragraph()
        gone._p.append(changed("del", "Weg", "w:delText"))
        mark(gone, "del")
        word.add_paragraph("Blijft")

    accepted, original = both(build)

    assert [(b.text, b.sources[0].paragraph) for b in accepted] == [("Blijft", 2)]
    assert [(b.text, b.sources[0].paragraph) for b in original] == [("Weg", 1), ("Blijft", 2)]


def test_a_deleted_numbered_paragraph_is_not_counted(both):
    def build(word):
        for text in ("Opening", "Vervallen", "Sluiting"):
            paragraph = word.add_paragraph(style="List Number")
            if text == "Vervallen":
                mark(paragraph, "del")
                paragraph._p.append(changed("del", text, "w:delText"))
            else:
                paragraph.add_run(text)

    assert [[(b.number, b.text) for b in blocks] for blocks in both(build)] == [
        [("1.", "Opening"), ("2.", "Sluiting")],
        [("1.", "Opening"), ("2.", "Vervallen"), ("3.", "Sluiting")],
    ]


def test_rows_that_came_and_went(both):
    def build(word):
        table = word.add_table(3, 2)
        for row, (name, kind) in zip(
            table.rows, (("oud", "del"), ("nieuw", "ins"), ("vast", "")), strict=True
        ):
            row.cells[0].text = row.cells[1].text = name
            if kind:
                row._tr.get_or_add_trPr().append(element(f"w:{kind}", id="4", author="a"))

    assert texts(both(build)) == [["nieuw | nieuw", "vast | vast"], ["oud | oud", "vast | vast"]]


def test_cells_that_came_and_went(both):
    def build(word):
        row = word.add_table(1, 4).rows[0]
        for cell, (name, kind) in zip(
            row.cells, (("a", ""), ("b", "cellDel"), ("c", "cellIns"), ("d", "")), strict=True
        ):
            cell.text = name
            if kind:
                cell._tc.get_or_add_tcPr().append(element(f"w:{kind}", id="5", author="a"))

    assert texts(both(build)) == [["a | c | d"], ["a | b | d"]]


def test_a_style_that_was_changed_is_the_former_one_in_the_original(both):
    def build(word):
        paragraph = word.add_paragraph("Opening", style="Heading 1")
        former = parse_xml(
            f'<w:pPrChange {nsdecls("w")} w:id="6" w:author="a"><w:pPr/></w:pPrChange>'
        )
        paragraph._p.get_or_add_pPr().append(former)
        run = word.add_paragraph().add_run("Vet")
        run.bold = True
        run._r.rPr.append(
            parse_xml(f'<w:rPrChange {nsdecls("w")} w:id="7" w:author="a"><w:rPr/></w:rPrChange>')
        )

    accepted, original = both(build)

    assert [(b.level, b.bold) for b in accepted] == [(1, True), (0, True)]
    assert [(b.level, b.bold) for b in original] == [(0, False), (0, False)]


def test_a_field_that_was_deleted_shows_its_result_in_the_original_only(both):
    def build(word):
        paragraph = word.add_paragraph("Zie")
        paragraph._p.append(
            parse_xml(f"""<w:del {nsdecls("w")} w:id="8" w:author="a">
                <w:r><w:fldChar w:fldCharType="begin"/></w:r>
                <w:r><w:delInstrText>REF b</w:delInstrText></w:r>
                <w:r><w:fldChar w:fldCharType="separate"/></w:r>
                <w:r><w:delText xml:space="preserve"> bijlage 2</w:delText></w:r>
                <w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>""")
        )

    assert texts(both(build)) == [["Zie"], ["Zie bijlage 2"]]
