"""Word files written by hand, tag by tag: what programs other than Word make of the format."""

import io
import zipfile

import pytest

from tests.reading.making import read_bytes

NAMES = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{rest}"'
        for prefix, rest in (
            ("w", "openxmlformats.org/wordprocessingml/2006/main"),
            ("r", "openxmlformats.org/officeDocument/2006/relationships"),
            ("mc", "openxmlformats.org/markup-compatibility/2006"),
            ("w14", "microsoft.com/office/word/2010/wordml"),
            ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
            ("wp", "openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("a", "openxmlformats.org/drawingml/2006/main"),
            ("m", "openxmlformats.org/officeDocument/2006/math"),
        )
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(*targets):
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{KIND}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'


def word_file(body, header=""):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        package.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        if header:
            package.writestr("word/_rels/document.xml.rels", relations(("header", "header1.xml")))
            package.writestr("word/header1.xml", f"<w:hdr {NAMES}>{header}</w:hdr>")
    return buffer.getvalue()


def r(text, properties=""):
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content, properties=""):
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{content}</w:p>"


def control(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def mark(kind, data=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def box(text):
    held = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{held}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def alternatives(choice, fallback):
    return (
        f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}"
        "</mc:Fallback></mc:AlternateContent>"
    )


LIST = (
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Concept"/>'
    '<w:listEntry w:val="Vastgesteld"/></w:ddList></w:ffData>'
)
INNER = table(cell(p(r("Wat"))) + cell(p(r("Wie"))), cell(p(r("doen"))) + cell(p(r("Jan"))))
CASES = {
    "a date that was picked": (
        p(r("Datum: ") + control(r("12 maart 2024"), "<w:date/>")),
        ["Datum: 12 maart 2024"],
    ),
    "a date that was not picked": (
        p(r("Datum: ") + control(r("Klik om te kiezen."), "<w:showingPlcHdr/><w:date/>")),
        ["Datum:"],
    ),
    "a choice in a control": (
        p(r("Status: ") + control(r("Vastgesteld"), "<w:dropDownList/>")),
        ["Status: Vastgesteld"],
    ),
    "a choice in a form field": (
        p(r("Status: ") + mark("begin", LIST) + code(" FORMDROPDOWN ") + mark("end")),
        ["Status: Vastgesteld"],
    ),
    "text in a form field": (
        p(mark("begin") + code(" FORMTEXT ") + mark("separate") + r("ingevuld") + mark("end")),
        ["ingevuld"],
    ),
    "controls within controls": (
        control(
            control(p(r("diep")) + table(control(cell(p(r("a")))) + cell(p(r("b")))))
        ),
        ["diep", "a | b"],
    ),
    "a control around a row": (
        f"<w:tbl>{control('<w:tr>' + cell(p(r('x'))) + cell(p(r('y'))) + '</w:tr>')}</w:tbl>",
        ["x | y"],
    ),
    "a table within a cell": (
        table(
            cell(p(r("Nr"))) + cell(p(r("Onderwerp"))),
            cell(p(r("1"))) + cell(p(r("voor")) + INNER + p(r("na"))),
        ),
        ["Nr | Onderwerp", "1 | voor", "Wat | Wie", "doen | Jan", "na"],
    ),
    "tables as frames of tables": (
        table(cell(table(cell(table(cell(p(r("binnenste")))) + p(""))) + p(""))),
        ["binnenste"],
    ),
    "breaks of lines, pages and columns": (
        p(
            r("Datum: 1 mei") + "<w:r><w:br/></w:r>" + r("Tijd: 9 uur")
            + '<w:r><w:br w:type="page"/><w:t>twee</w:t><w:cr/><w:t>drie</w:t></w:r>'
        ),
        ["Datum: 1 mei", "Tijd: 9 uur", "twee", "drie"],
    ),
    "hidden text": (p(r("zichtbaar") + r(" weg", "<w:vanish/>")), ["zichtbaar"]),
    "a field within a field": (
        p(
            mark("begin") + code(" IF ") + mark("begin") + code("MERGEFIELD a")
            + mark("separate") + r("binnen") + mark("end") + code(" x") + mark("separate")
            + r("uitkomst") + mark("end")
        ),
        ["uitkomst"],
    ),
    "a field over two paragraphs": (
        p(mark("begin") + code(" INCLUDETEXT ") + mark("separate") + r("regel een"))
        + p(r("regel twee") + mark("end") + r("!")),
        ["regel een", "regel twee!"],
    ),
    "a simple field": (
        p(f'<w:fldSimple w:instr=" DATE ">{r("3 mei")}</w:fldSimple>' + r(" te Veld")),
        ["3 mei te Veld"],
    ),
    "text with its reading above it": (
        p(
            f"<w:r><w:ruby><w:rt>{r('boven')}</w:rt><w:rubyBase>{r('basis')}</w:rubyBase>"
            "</w:ruby></w:r>"
        ),
        ["basis"],
    ),
    "a formula": (
        p(r("formule ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
        ["formule x=1"],
    ),
    "words in smart tags and directions": (
        p(f"<w:smartTag>{r('Amers')}</w:smartTag><w:bdo>{r('foort')}</w:bdo>"),
        ["Amersfoort"],
    ),
    "hyphens that do not break, and soft ones": (
        p("<w:r><w:t>vve</w:t><w:noBreakHyphen/><w:t>be</w:t><w:softHyphen/><w:t>leid</w:t></w:r>"),
        ["vve-beleid"],
    ),
    "a text box is read once": (p(r("bij") + box("in")) + p(r("na")), ["bij", "in", "na"]),
    "a drop cap": (
        p(r("D"), '<w:framePr w:dropCap="drop" w:lines="3"/>') + p(r("e voorzitter opent.")),
        ["De voorzitter opent."],
    ),
    "a frame that is no drop cap": (
        p(r("Naast"), '<w:framePr w:wrap="around"/>') + p(r("Tekst")),
        ["Naast", "Tekst"],
    ),
    "alternatives": (
        alternatives(p(r("keuze")), p(r("terugval"))),
        ["keuze"],
    ),
    "marks of permissions, comments and moved text": (
        f'<w:permStart w:id="1"/>{p(r("tekst"))}<w:permEnd w:id="1"/>'
        + p(f"<w:moveFrom>{r('oud')}</w:moveFrom><w:moveTo>{r('nieuw')}</w:moveTo>"),
        ["tekst", "nieuw"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_printed_is_read(tmp_path, name):
    body, expected = CASES[name]
    document = read_bytes(word_file(body), tmp_path)

    assert [block.text for block in document.blocks] == expected


def test_a_letterhead_in_a_box_of_the_header_is_no_text(tmp_path):
    document = read_bytes(word_file(p(r("Verslag")), p(r("kop") + box("Postbus 1"))), tmp_path)

    assert (document.text, document.stamps) == ("Verslag", ("kop", "Postbus 1"))
