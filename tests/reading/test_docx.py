import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.errors import BrokenDocument, ScannedDocument
from leaterms.reading import BlockKind, Limits, Source, read_document
from leaterms.reading.docx import read_docx
from leaterms.reading.limits import DEFAULT_LIMITS
from tests.reading.making import draw_png, element, read_bytes, rewrite_part, word_bytes


@pytest.fixture
def read(tmp_path):
    return lambda build: read_bytes(word_bytes(build), tmp_path).blocks


def texts(blocks):
    return [block.text for block in blocks]


def test_paragraphs_are_blocks_with_their_place(read):
    def build(word):
        word.add_paragraph("Een")
        word.add_paragraph("")
        word.add_paragraph("Twee")

    assert [(b.text, b.sources) for b in read(build)] == [
        ("Een", (Source(0, paragraph=1),)),
        ("Twee", (Source(0, paragraph=3),)),
    ]


def test_a_word_file_has_no_pages(tmp_path):
    document = read_bytes(word_bytes(lambda word: word.add_paragraph("Een")), tmp_path)

    assert (document.format, document.pages, document.text) == ("docx", None, "Een")


def test_heading_styles_are_headings_with_a_level(read):
    def build(word):
        word.add_heading("Opening", 1)
        word.add_heading("Verslag", 3)
        word.add_paragraph("Tekst")

    assert [(b.kind, b.level, b.style) for b in read(build)] == [
        (BlockKind.HEADING, 1, "heading 1"),
        (BlockKind.HEADING, 3, "heading 3"),
        (BlockKind.PARAGRAPH, 0, "Normal"),
    ]


@pytest.mark.parametrize("name", ["Kop 2", "kop 2 LEA", "heading 2"])
def test_a_heading_style_is_known_by_its_name(read, name):
    def build(word):
        style = word.styles.add_style("Eigen", WD_STYLE_TYPE.PARAGRAPH)
        style.element.find(qn("w:name")).set(qn("w:val"), name)
        word.add_paragraph("Opening", style=style)

    (block,) = read(build)

    assert (block.kind, block.level, block.style) == (BlockKind.HEADING, 2, name)


def test_an_outline_level_is_inherited_and_makes_a_heading(read):
    def build(word):
        base = word.styles.add_style("Tussenkop", WD_STYLE_TYPE.PARAGRAPH)
        base.element.get_or_add_pPr().append(element("w:outlineLvl", val="1"))
        derived = word.styles.add_style("Agendapunt", WD_STYLE_TYPE.PARAGRAPH)
        derived.base_style = base
        word.add_paragraph("Opening", style=derived)

    (block,) = read(build)

    assert (block.kind, block.level) == (BlockKind.HEADING, 2)


def test_a_bold_paragraph_is_no_heading(read):
    def build(word):
        word.add_paragraph().add_run("Opening").bold = True

    (block,) = read(build)

    assert (block.kind, block.bold) == (BlockKind.PARAGRAPH, True)


def test_bold_comes_through_styles_and_runs_can_undo_it(read):
    def build(word):
        style = word.styles.add_style("Vet", WD_STYLE_TYPE.PARAGRAPH)
        style.font.bold = True
        word.add_paragraph("Opening", style=style)
        word.add_paragraph(style=style).add_run("Tekst").bold = False

    assert [block.bold for block in read(build)] == [True, False]


def test_sizes_and_indents_are_in_points(read):
    def build(word):
        paragraph = word.add_paragraph()
        paragraph.add_run("Klein maar lang").font.size = Pt(9)
        paragraph.add_run("!").font.size = Pt(20)
        paragraph.paragraph_format.left_indent = Pt(36)
        paragraph.paragraph_format.first_line_indent = Pt(-18)
        paragraph.paragraph_format.space_before = Pt(24)

    (block,) = read(build)

    assert (block.size, block.indent, block.space_before) == (9.0, 18.0, 24.0)


def test_an_empty_paragraph_is_white_space_above_the_next(read):
    def build(word):
        word.styles["Normal"].paragraph_format.space_after = Pt(0)
        word.add_paragraph("Een")
        word.add_paragraph("")
        word.add_paragraph("Twee")

    assert [block.space_before for block in read(build)] == [0.0, 12.0]


def test_list_bullets_and_typed_bullets_are_bullets(read):
    def build(word):
        word.add_paragraph("Welkom", style="List Bullet")
        word.add_paragraph("- Mededelingen")

    assert [(b.kind, b.text, b.number) for b in read(build)] == [
        (BlockKind.BULLET, "Welkom", ""),
        (BlockKind.BULLET, "Mededelingen", ""),
    ]


def test_a_break_separates_lines(read):
    def build(word):
        run = word.add_paragraph().add_run("Datum: 3 mei")
        run.add_break()
        run.add_text("Plaats: raadhuis")

    assert [(b.text, b.sources[0].paragraph) for b in read(build)] == [
        ("Datum: 3 mei", 1),
        ("Plaats: raadhuis", 1),
    ]


def test_breaks_within_the_sentences_of_a_mail_do_not(read):
    lines = (
        "De wethouder heeft in het voorjaar met alle besturen gesproken over",
        "de verdeling van de middelen, en daarover in juni de raad in een brief",
        "bericht.",
    )

    def build(word):
        run = word.add_paragraph().add_run(lines[0])
        for line in lines[1:]:
            run.add_break()
            run.add_text(line)

    assert texts(read(build)) == [" ".join(lines)]


def test_a_heading_with_a_break_is_one_block(read):
    def build(word):
        run = word.add_heading(level=1).add_run("Voorkomen van")
        run.add_break()
        run.add_text("Segregatie")

    assert texts(read(build)) == ["Voorkomen van Segregatie"]


def test_tabs_and_special_hyphens_become_plain(read):
    def build(word):
        run = word.add_paragraph().add_run("Tijd:\t15.30 uur, vve")
        run._r.append(element("w:noBreakHyphen"))
        text = element("w:t")
        text.text = "beleid"
        run._r.append(text)
        run._r.append(element("w:softHyphen"))

    assert texts(read(build)) == ["Tijd: 15.30 uur, vve-beleid"]


def test_rows_have_cells_and_merged_cells_are_not_doubled(read):
    def build(word):
        table = word.add_table(2, 3)
        for cell, text in zip(table.rows[0].cells, ("Nr", "Actie", "Wie"), strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(1, 1)).text = "samen"
        table.cell(1, 2).text = "Jan"

    blocks = read(build)

    assert [(b.kind, b.text, b.cells) for b in blocks] == [
        (BlockKind.ROW, "Nr | Actie | Wie", ((0, 2), (5, 10), (13, 16))),
        (BlockKind.ROW, "samen | Jan", ((0, 5), (8, 11))),
    ]


def test_a_cell_merged_downwards_stands_in_its_first_row(read):
    def build(word):
        table = word.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "2023"
        table.cell(0, 1).text = "maart"
        table.cell(1, 1).text = "juni"

    assert [(b.text, b.cells) for b in read(build)] == [
        ("2023 | maart", ((0, 4), (7, 12))),
        ("juni", ((0, 0), (0, 4))),
    ]


def test_paragraphs_of_a_cell_keep_their_places(read):
    def build(word):
        cell = word.add_table(1, 2).cell(0, 1)
        cell.text = "Eerste zin."
        cell.add_paragraph("Tweede zin.")
        word.tables[0].cell(0, 0).text = "1"

    (block,) = read(build)

    assert block.text == "1 | Eerste zin. Tweede zin."
    assert block.breaks == (16,)
    assert block.sources == (
        Source(0, paragraph=1),
        Source(4, paragraph=2),
        Source(16, paragraph=3),
    )


def test_a_nested_table_follows_its_row(read):
    def build(word):
        table = word.add_table(1, 2)
        table.cell(0, 0).text = "buiten"
        table.cell(0, 1).text = "rand"
        inner = table.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text = "binnen"
        inner.cell(0, 1).text = "kern"
        table.cell(0, 1).add_paragraph("daarna")

    assert texts(read(build)) == ["buiten | rand", "binnen | kern", "daarna"]


def test_a_frame_of_one_cell_holds_ordinary_paragraphs(read):
    def build(word):
        cell = word.add_table(1, 1).cell(0, 0)
        cell.text = "Een"
        cell.add_paragraph("Twee")

    assert [(b.kind, b.text) for b in read(build)] == [
        (BlockKind.PARAGRAPH, "Een"),
        (BlockKind.PARAGRAPH, "Twee"),
    ]


def test_a_page_laid_out_in_a_table_keeps_its_headings(read):
    def build(word):
        table = word.add_table(1, 2)
        cell = table.cell(0, 0)
        cell.paragraphs[0].style = "Heading 1"
        cell.paragraphs[0].add_run("Opening")
        cell.add_paragraph("Tekst")
        cell.add_paragraph("Meer")
        table.cell(0, 1).text = "Kantlijn"

    assert [(b.kind, b.text) for b in read(build)] == [
        (BlockKind.HEADING, "Opening"),
        (BlockKind.PARAGRAPH, "Tekst"),
        (BlockKind.PARAGRAPH, "Meer"),
        (BlockKind.PARAGRAPH, "Kantlijn"),
    ]


def test_headers_and_footers_are_left_out(read):
    def build(word):
        word.sections[0].header.paragraphs[0].text = "Gemeente Veenrade"
        word.sections[0].footer.paragraphs[0].text = "Pagina 1"
        word.add_paragraph("Opening")

    assert texts(read(build)) == ["Opening"]


def test_tracked_changes_are_read_as_accepted(read):
    def build(word):
        paragraph = word.add_paragraph("De ")
        inserted = element("w:ins", id="1", author="a")
        inserted.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>nieuwe</w:t></w:r>"))
        deleted = element("w:del", id="2", author="a")
        deleted.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>oude</w:delText></w:r>"))
        paragraph._p.extend([inserted, deleted])

    assert texts(read(build)) == ["De nieuwe"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read):
    def build(word):
        first = word.add_paragraph("Een ")
        mark = element("w:rPr")
        mark.append(element("w:del", id="3", author="a"))
        first._p.get_or_add_pPr().append(mark)
        word.add_paragraph("geheel")

    assert [(b.text, b.sources) for b in read(build)] == [
        ("Een geheel", (Source(0, paragraph=1),))
    ]


def test_a_deleted_row_is_gone(read):
    def build(word):
        table = word.add_table(2, 2)
        for row, name in zip(table.rows, ("weg", "blijft"), strict=True):
            row.cells[0].text = row.cells[1].text = name
        table.rows[0]._tr.get_or_add_trPr().append(element("w:del", id="4", author="a"))

    assert texts(read(build)) == ["blijft | blijft"]


def test_hidden_text_is_left_out(read):
    def build(word):
        paragraph = word.add_paragraph("Zichtbaar")
        paragraph.add_run(" geheim").font.hidden = True

    assert texts(read(build)) == ["Zichtbaar"]


def test_fields_give_their_result_and_links_their_words(read):
    def build(word):
        paragraph = word.add_paragraph("Zie ")
        for kind, text in (("begin", None), (None, "REF x"), ("separate", None)):
            run = paragraph.add_run()
            if kind:
                run._r.append(element("w:fldChar", fldCharType=kind))
            else:
                code = element("w:instrText")
                code.text = text
                run._r.append(code)
        paragraph.add_run("bijlage 2")
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))
        link = element("w:hyperlink")
        link.append(
            parse_xml(f"<w:r {nsdecls('w')}><w:t xml:space='preserve'> of site</w:t></w:r>")
        )
        paragraph._p.append(link)

    assert texts(read(build)) == ["Zie bijlage 2 of site"]


def test_content_controls_are_read_but_not_what_they_ask_for(read):
    control = """
        <w:sdt {ns}><w:sdtPr>{sign}</w:sdtPr><w:sdtContent>
          <w:p><w:r><w:t>{text}</w:t></w:r></w:p>
        </w:sdtContent></w:sdt>"""

    def build(word):
        end = word.element.body[-1]
        end.addprevious(parse_xml(control.format(ns=nsdecls("w"), sign="", text="Ingevuld")))
        inline = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            "<w:r><w:t>Klik hier</w:t></w:r></w:sdtContent></w:sdt>"
        )
        word.add_paragraph("Datum: ")._p.append(inline)

    assert texts(read(build)) == ["Ingevuld", "Datum:"]


def test_a_table_of_contents_is_left_out(read):
    contents = f"""
        <w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj>
          <w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
        <w:sdtContent><w:p><w:r><w:t>1. Opening 2</w:t></w:r></w:p></w:sdtContent></w:sdt>"""

    def build(word):
        word.element.body[-1].addprevious(parse_xml(contents))
        word.add_paragraph("Opening")

    assert texts(read(build)) == ["Opening"]


def test_a_text_box_follows_the_paragraph_it_hangs_on_and_is_read_once(read):
    box = "<w:txbxContent><w:p><w:r><w:t>In het kader</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    run = f"""
        <w:r {nsdecls("w")} xmlns:mc="{mc}" xmlns:v="urn:schemas-microsoft-com:vml">
          <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>
          <mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback>
          </mc:AlternateContent></w:r>"""

    def build(word):
        word.add_paragraph("Lopend")._p.append(parse_xml(run))
        word.add_paragraph("Verder")

    assert texts(read(build)) == ["Lopend", "In het kader", "Verder"]


def test_a_note_follows_the_paragraph_that_refers_to_it(tmp_path):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def build(word):
        paragraph = word.add_paragraph("Het beleid")
        paragraph.add_run()._r.append(element("w:footnoteReference", id="2"))
        word.add_paragraph("Verder")

    notes = f"""<w:footnotes {nsdecls("w")}><w:footnote w:id="2">
        <w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Zie bijlage.</w:t></w:r></w:p>
        </w:footnote></w:footnotes>"""
    link = f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/>'
    content = rewrite_part(word_bytes(build), "word/footnotes.xml", lambda _: notes.encode())
    content = rewrite_part(
        content,
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", f"{link}</Relationships>".encode()),
    )

    assert [(b.kind, b.text, b.sources) for b in read_bytes(content, tmp_path).blocks] == [
        (BlockKind.PARAGRAPH, "Het beleid", (Source(0, paragraph=1),)),
        (BlockKind.FOOTNOTE, "Zie bijlage.", (Source(0, paragraph=1),)),
        (BlockKind.PARAGRAPH, "Verder", (Source(0, paragraph=2),)),
    ]


def test_the_strict_form_of_the_format_is_read(tmp_path):
    content = rewrite_part(
        word_bytes(lambda word: word.add_paragraph("Strikt")),
        "word/document.xml",
        lambda old: old.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    assert texts(read_bytes(content, tmp_path).blocks) == ["Strikt"]


def test_a_link_to_a_part_that_is_not_there_hinders_nobody(tmp_path):
    content = rewrite_part(
        word_bytes(lambda word: word.add_paragraph("Toch")),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b'Target="styles.xml"', b'Target="NULL"'),
    )

    assert texts(read_bytes(content, tmp_path).blocks) == ["Toch"]


def test_pictures_alone_need_ocr(tmp_path):
    content = word_bytes(lambda word: word.add_picture(draw_png()))

    with pytest.raises(ScannedDocument, match="'bestand' bevat alleen afbeeldingen en geen tekst"):
        read_bytes(content, tmp_path)


def test_a_word_file_without_text_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match="'bestand' bevat geen tekst"):
        read_bytes(word_bytes(lambda _: None), tmp_path)


def test_more_characters_than_the_limit_are_refused(tmp_path):
    path = tmp_path / "lang.docx"
    path.write_bytes(word_bytes(lambda word: word.add_paragraph("x" * 30)))

    with pytest.raises(BrokenDocument, match="bevat meer dan 20 tekens"):
        read_document(path, limits=Limits(characters=20))


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)


@settings(max_examples=30, deadline=None)
@given(st.lists(words, min_size=1, max_size=5))
def test_any_paragraphs_come_back_in_order_with_their_place(paragraphs):
    content = word_bytes(lambda word: [word.add_paragraph(p) for p in [*paragraphs, "slot"]])
    blocks = read_docx(content, "bestand", DEFAULT_LIMITS).blocks
    places = [block.sources[0].paragraph for block in blocks]

    assert blocks[-1].text == "slot"
    assert places == sorted(places)
    assert blocks[-1].sources == (Source(0, paragraph=len(paragraphs) + 1),)
    assert all(block.text == block.text.strip() != "" for block in blocks)
