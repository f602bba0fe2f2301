"""What is printed of a Word paragraph: fields, controls, breaks, signs, hidden text, boxes."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from leaterms.reading import BlockKind
from tests.reading.making import element, read_bytes, rewrite_part, word_bytes

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


@pytest.fixture
def read(tmp_path):
    return lambda build: read_bytes(word_bytes(build), tmp_path).blocks


def texts(blocks):
    return [block.text for block in blocks]


def xml(body):
    """`body` with the namespaces of Word declared on its first element."""
    first, rest = body.strip().split(">", 1)
    closed = "/" if first.endswith("/") else ""
    return parse_xml(f"{first.rstrip('/')} {nsdecls('w')} {MC} {VML}{closed}>{rest}")


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def code(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def paragraph(*parts):
    return xml(f"<w:p>{''.join(parts)}</w:p>")


def at_end(word, *elements):
    for part in elements:
        word.element.body[-1].addprevious(part)


def test_the_result_of_a_field_within_an_instruction_is_not_printed(read):
    inner = field("begin") + code("PAGE") + field("separate") + run("7") + field("end")
    outer = paragraph(
        run("Blad "), field("begin"), code("IF "), inner, code(" > 1"), field("separate"),
        run("twee"), field("end"), run("!"),
    )  # fmt: skip

    assert texts(read(lambda word: at_end(word, outer))) == ["Blad twee!"]


def test_a_field_without_a_result_prints_nothing(read):
    made = paragraph(run("Zie"), field("begin"), run("XE"), field("end"), run(" bijlage"))

    assert texts(read(lambda word: at_end(word, made))) == ["Zie bijlage"]


def test_a_field_that_is_never_closed_takes_no_text_of_the_next_paragraph(read):
    made = paragraph(run("Open"), field("begin"), code("TOC"))

    assert texts(read(lambda word: at_end(word, made, paragraph(run("Verder"))))) == [
        "Open",
        "Verder",
    ]


def test_a_simple_field_gives_its_result(read):
    made = paragraph(f'<w:fldSimple w:instr="DATE">{run("3 mei 2023")}</w:fldSimple>')

    assert texts(read(lambda word: at_end(word, made))) == ["3 mei 2023"]


def control(content, prompt=""):
    return f"<w:sdt><w:sdtPr>{prompt}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_around_runs_paragraphs_cells_and_rows(read):
    def cell(text):
        return f"<w:tc><w:p>{run(text)}</w:p></w:tc>"

    rows = [f"<w:tr>{cell('1')}{control(cell('Opening'))}</w:tr>"]
    rows.append(control(f"<w:tr>{cell('2')}{cell('Sluiting')}</w:tr>"))

    def build(word):
        at_end(
            word,
            paragraph(run("Datum: "), control(run("3 mei"))),
            xml(control(f"<w:p>{run('Een blok')}</w:p>")),
            xml(f"<w:tbl>{''.join(rows)}</w:tbl>"),
        )

    assert texts(read(build)) == ["Datum: 3 mei", "Een blok", "1 | Opening", "2 | Sluiting"]


def test_what_a_form_asks_for_is_not_read_whatever_it_stands_around(read):
    prompt = "<w:showingPlcHdr/>"

    def build(word):
        at_end(
            word,
            paragraph(run("Datum:"), control(run("Klik"), prompt)),
            xml(control(f"<w:p>{run('Klik')}</w:p>", prompt)),
        )

    assert texts(read(build)) == ["Datum:"]


def test_breaks_make_lines_and_a_break_of_the_page_does_too(read):
    made = paragraph(run("Een"), "<w:r><w:cr/></w:r>", run("Twee"), '<w:r><w:br w:type="page"/>'
                     "</w:r>", run("Drie"))  # fmt: skip

    assert texts(read(lambda word: at_end(word, made))) == ["Een", "Twee", "Drie"]


def test_hyphens_and_signs(read):
    made = paragraph(
        run("vve"), "<w:r><w:noBreakHyphen/></w:r>", run("be"), "<w:r><w:softHyphen/></w:r>",
        run("leid\u00ad "), '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        '<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>', run(" 5"),
        '<w:r><w:sym w:font="Wingdings" w:char="F04C"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="onzin"/></w:r>',
    )  # fmt: skip

    assert texts(read(lambda word: at_end(word, made))) == ["vve-beleid →≥€ 5"]


def test_text_that_a_style_hides_is_left_out_unless_the_run_shows_it(read):
    def build(word):
        character = word.styles.add_style("Verborgen", WD_STYLE_TYPE.CHARACTER)
        character.font.hidden = True
        made = word.styles.add_style("Intern", WD_STYLE_TYPE.PARAGRAPH)
        made.font.hidden = True
        based = word.styles.add_style("Intern 2", WD_STYLE_TYPE.PARAGRAPH)
        based.base_style = made
        word.add_paragraph("Openbaar").add_run(" geheim", style=character)
        word.add_paragraph("Geheim", style=made)
        word.add_paragraph("Geheim", style=based).add_run("Toch").font.hidden = False

    assert texts(read(build)) == ["Openbaar", "Toch"]


def test_a_hidden_numbered_paragraph_is_not_counted(read):
    def build(word):
        for text in ("Opening", "Verborgen", "Sluiting"):
            made = word.add_paragraph(style="List Number")
            made.add_run(text).font.hidden = text == "Verborgen"
            if text == "Verborgen":
                properties = element("w:rPr")
                properties.append(element("w:vanish"))
                made._p.get_or_add_pPr().append(properties)

    assert [(b.number, b.text) for b in read(build)] == [("1.", "Opening"), ("2.", "Sluiting")]


def test_an_empty_numbered_paragraph_is_counted_as_word_does(read):
    def build(word):
        for text in ("Opening", "", "Sluiting"):
            word.add_paragraph(text, style="List Number")

    assert [(b.number, b.text) for b in read(build)] == [("1.", "Opening"), ("3.", "Sluiting")]


def box(*paragraphs):
    inner = "".join(f"<w:p>{run(text)}</w:p>" for text in paragraphs)
    return f"<w:txbxContent>{inner}</w:txbxContent>"


def test_a_box_of_an_old_word_is_read(read):
    made = paragraph(
        run("Tekst"), f"<w:r><w:pict><v:shape>{box('Kader')}</v:shape></w:pict></w:r>"
    )

    assert texts(read(lambda word: at_end(word, made))) == ["Tekst", "Kader"]


def test_alternatives_are_read_once_wherever_they_stand(read):
    both = (
        "<mc:AlternateContent><mc:Choice Requires='wps'>{new}</mc:Choice>"
        "<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    drawing = f"<w:r><w:drawing>{box('Kader', 'Vervolg')}</w:drawing></w:r>"
    picture = f"<w:r><w:pict><v:shape>{box('Kader', 'Vervolg')}</v:shape></w:pict></w:r>"
    around_run = paragraph(run("Tekst"), both.format(new=drawing, old=picture))
    text = f"<w:p>{run('Blok')}</w:p>"
    around_block = xml(both.format(new=text, old=text))

    assert texts(read(lambda word: at_end(word, around_run, around_block))) == [
        "Tekst", "Kader", "Vervolg", "Blok",
    ]  # fmt: skip


def test_a_box_within_a_box_follows_it_once(read):
    inner = f"<w:p>{run('Buiten')}<w:r><w:drawing>{box('Binnen')}</w:drawing></w:r></w:p>"
    outer = f"<w:r><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></w:r>"

    assert texts(read(lambda word: at_end(word, paragraph(outer)))) == ["Buiten", "Binnen"]


def test_hidden_boxes_are_left_out(read):
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:drawing>{box('Geheim')}</w:drawing></w:r>"

    assert texts(read(lambda word: at_end(word, paragraph(run("Open"), hidden)))) == ["Open"]


def test_comments_are_kept_out_of_the_text(read):
    def build(word):
        made = word.add_paragraph("De wethouder ")
        word.add_comment(made.add_run("licht toe"), text="Klopt dit wel?", author="Jan")
        made.add_run(".")

    assert texts(read(build)) == ["De wethouder licht toe."]


@pytest.mark.parametrize(("kind", "tag"), [("footnotes", "footnote"), ("endnotes", "endnote")])
def test_footnotes_and_endnotes_stand_after_their_paragraph(tmp_path, kind, tag):
    def build(word):
        word.add_paragraph("Beleid").add_run()._r.append(element(f"w:{tag}Reference", id="2"))
        word.add_paragraph("Verder")

    notes = f"""<w:{kind} {nsdecls("w")}>
        <w:{tag} w:id="-1" w:type="separator"><w:p>{run("streep")}</w:p></w:{tag}>
        <w:{tag} w:id="2"><w:p>{run("Nota")}</w:p><w:p>{run("van 2023")}</w:p></w:{tag}>
        </w:{kind}>"""
    link = (
        '<Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{kind}.xml"/></Relationships>'
    )
    content = rewrite_part(word_bytes(build), f"word/{kind}.xml", lambda _: notes.encode())
    content = rewrite_part(
        content,
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", link.encode()),
    )

    assert [(b.kind, b.text) for b in read_bytes(content, tmp_path).blocks] == [
        (BlockKind.PARAGRAPH, "Beleid"),
        (BlockKind.FOOTNOTE, "Nota van 2023"),
        (BlockKind.PARAGRAPH, "Verder"),
    ]
