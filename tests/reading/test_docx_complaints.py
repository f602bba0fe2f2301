"""What users of document converters complain about: headings, numbers and order of Word files."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from leaterms.reading import BlockKind
from leaterms.structure import read_record
from tests.reading.making import element, read_bytes, word_bytes


@pytest.fixture
def document(tmp_path):
    return lambda build: read_bytes(word_bytes(build), tmp_path)


def add_list(word, identity, *levels):
    """A list `identity` (a number) with levels of (format, text, further XML)."""
    body = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text, extra) in enumerate(levels)
    )
    root = word.part.numbering_part.element
    first = root.find(qn("w:num"))
    first.addprevious(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{body}</w:abstractNum>'
        )
    )
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/>'
            "</w:num>"
        )
    )


def number(properties, identity, level=None):
    made = element("w:numPr")
    if level is not None:
        made.append(element("w:ilvl", val=str(level)))
    made.append(element("w:numId", val=str(identity)))
    properties.append(made)


def heading_style(word, name, level, *, base=None):
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if base is not None:
        style.base_style = base
    else:
        style.element.get_or_add_pPr().append(element("w:outlineLvl", val=str(level - 1)))
    return style


def printed(document):
    return [(block.kind, block.level, block.number, block.text) for block in document.blocks]


def test_a_numbered_heading_stays_a_heading_and_keeps_its_number(document):
    def build(word):
        link = '<w:pStyle w:val="Heading{}"/>'
        add_list(
            word, 90, ("decimal", "%1.", link.format(1)), ("lowerLetter", "%1%2", link.format(2))
        )
        for level in (1, 2):  # as Word does: the list in the style, the level in the list
            number(word.styles[f"Heading {level}"].element.get_or_add_pPr(), 90)
        word.add_heading("Opening", 1)
        word.add_heading("Vve", 1)
        word.add_heading("Toeleiding", 2)
        word.add_heading("Resultaten", 2)
        word.add_heading("Sluiting", 1)

    assert printed(document(build)) == [
        (BlockKind.HEADING, 1, "1.", "Opening"),
        (BlockKind.HEADING, 1, "2.", "Vve"),
        (BlockKind.HEADING, 2, "2a", "Toeleiding"),
        (BlockKind.HEADING, 2, "2b", "Resultaten"),
        (BlockKind.HEADING, 1, "3.", "Sluiting"),
    ]


def test_a_style_based_on_a_numbered_heading_has_its_level_and_number(document):
    def build(word):
        add_list(
            word,
            91,
            ("decimal", "%1", '<w:pStyle w:val="Heading1"/>'),
            ("decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>'),
        )
        for level in (1, 2):
            number(word.styles[f"Heading {level}"].element.get_or_add_pPr(), 91)
        own = heading_style(word, "Onderpunt", 2, base=word.styles["Heading 2"])
        word.add_heading("Jeugd", 1)
        word.add_paragraph("Peuters", style=own)

    assert printed(document(build)) == [
        (BlockKind.HEADING, 1, "1", "Jeugd"),
        (BlockKind.HEADING, 2, "1.1", "Peuters"),
    ]


def test_the_level_that_a_paragraph_states_itself_counts(document):
    def build(word):
        add_list(
            word,
            92,
            ("decimal", "%1.", '<w:pStyle w:val="Heading1"/>'),
            ("lowerLetter", "%2)", '<w:pStyle w:val="Heading2"/>'),
        )
        number(word.styles["Heading 1"].element.get_or_add_pPr(), 92)
        word.add_heading("Opening", 1)
        number(word.add_heading("Welkom", 1)._p.get_or_add_pPr(), 92, 1)

    assert [(b.number, b.text) for b in document(build).blocks] == [
        ("1.", "Opening"),
        ("a)", "Welkom"),
    ]


def test_a_number_that_is_taken_off_a_heading_is_gone(document):
    def build(word):
        add_list(word, 93, ("decimal", "%1.", '<w:pStyle w:val="Heading1"/>'))
        number(word.styles["Heading 1"].element.get_or_add_pPr(), 93)
        word.add_heading("Opening", 1)
        number(word.add_heading("Bijlage", 1)._p.get_or_add_pPr(), 0, 0)
        word.add_heading("Sluiting", 1)

    assert [(b.number, b.text) for b in document(build).blocks] == [
        ("1.", "Opening"),
        ("", "Bijlage"),
        ("2.", "Sluiting"),
    ]


def test_a_list_goes_on_after_text_between_its_items(document):
    def build(word):
        add_list(word, 94, ("decimal", "%1.", ""))
        for title in ("Opening", "Vve", "Sluiting"):
            number(word.add_paragraph(title)._p.get_or_add_pPr(), 94, 0)
            word.add_paragraph(f"Over {title.lower()} is gesproken.")

    numbers = [block.number for block in document(build).blocks]

    assert numbers == ["1.", "", "2.", "", "3.", ""]


def test_numbers_count_on_through_the_cells_of_a_table(document):
    def build(word):
        add_list(word, 95, ("decimal", "%1.", ""))
        table = word.add_table(3, 2)
        for row, title in zip(table.rows, ("Opening", "Vve", "Sluiting"), strict=True):
            number(row.cells[0].paragraphs[0]._p.get_or_add_pPr(), 95, 0)
            row.cells[1].text = title

    assert [block.text for block in document(build).blocks] == [
        "1. | Opening",
        "2. | Vve",
        "3. | Sluiting",
    ]


@pytest.mark.parametrize("place", ["table", "nested table", "box", "control"])
def test_an_item_stays_where_it_stands(document, place):
    inner = f"<w:p {nsdecls('w')}><w:r><w:t>2. Vve</w:t></w:r></w:p>"
    cell = "<w:tc>{}<w:p/></w:tc>"
    wraps = {
        "table": f"<w:tbl><w:tr>{cell.format(inner)}</w:tr></w:tbl>",
        "nested table": "<w:tbl><w:tr>{}</w:tr></w:tbl>".format(
            cell.format(f"<w:tbl><w:tr>{cell.format(inner)}</w:tr></w:tbl>")
        ),
        "box": f"<w:p><w:r><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></w:r>"
        "</w:p>",
        "control": f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    }

    def build(word):
        word.add_paragraph("1. Opening")
        made = wraps[place].replace(">", f" {nsdecls('w')}>", 1)
        word.element.body[-1].addprevious(parse_xml(made))
        word.add_paragraph("3. Sluiting")

    assert document(build).text.split("\n") == ["1. Opening", "2. Vve", "3. Sluiting"]


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("Kop1", "heading 1"),  # Dutch Word: the id is translated, the name is not
        ("Kop1", "Kop 1"),
        ("Kop1", "Agendapunt"),  # renamed: the id stays
        ("Stijl7", "Kop 1 LEA"),
        ("Stijl7", "heading 1,Kop 1 gemeente"),  # with an alias
        ("berschrift1", "heading 1"),
    ],
)
def test_a_heading_style_is_known_by_its_id_or_name(document, identity, name):
    def build(word):
        style = word.styles.add_style("Eigen", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), identity)
        style.element.find(qn("w:name")).set(qn("w:val"), name)
        word.add_paragraph("Opening", style=style)
        word.add_paragraph("Koppeling van systemen")

    assert printed(document(build)) == [
        (BlockKind.HEADING, 1, "", "Opening"),
        (BlockKind.PARAGRAPH, 0, "", "Koppeling van systemen"),
    ]


def test_a_style_based_on_a_heading_that_says_it_is_body_text_is_none(document):
    def build(word):
        style = heading_style(word, "Citaat groot", 1, base=word.styles["Heading 1"])
        style.element.get_or_add_pPr().append(element("w:outlineLvl", val="9"))
        word.add_paragraph("Samen verder", style=style)

    assert printed(document(build)) == [(BlockKind.PARAGRAPH, 0, "", "Samen verder")]


def test_a_body_line_in_a_larger_font_is_no_heading_and_no_item(document):
    def build(word):
        word.add_paragraph("Verslag LEA-overleg 15 maart 2023")
        word.add_paragraph("Aanwezig: J. de Wit (gemeente), A. Bos (bestuur De Wilg)")
        for title in ("Opening", "Voortgang vve", "Rondvraag"):
            word.add_heading(title, 1)
            word.add_paragraph(f"Bij {title.lower()} is uitvoerig gesproken met de besturen.")
            large = word.add_paragraph().add_run(
                "Wij willen dat ieder kind in onze gemeente meedoet"
            )
            large.font.size = Pt(16)

    read = document(build)

    assert [b.kind for b in read.blocks if b.size == 16.0] == [BlockKind.PARAGRAPH] * 3
    assert [item.title for item in read_record(read).items] == [
        "", "Opening", "Voortgang vve", "Rondvraag",
    ]  # fmt: skip


def test_numbered_headings_are_items_with_their_numbers(document):
    def build(word):
        add_list(word, 96, ("upperRoman", "%1.", '<w:pStyle w:val="Heading1"/>'))
        number(word.styles["Heading 1"].element.get_or_add_pPr(), 96)
        word.add_paragraph("Verslag LEA-overleg 15 maart 2023")
        for title in ("Opening", "Voortgang vve", "Rondvraag"):
            word.add_heading(title, 1)
            word.add_paragraph(f"Bij {title.lower()} is uitvoerig gesproken met de besturen.")

    items = read_record(document(build)).items

    assert [(item.number, item.title) for item in items] == [
        ("", ""), ("I", "Opening"), ("II", "Voortgang vve"), ("III", "Rondvraag"),
    ]  # fmt: skip
