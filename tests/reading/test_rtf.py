import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.errors import BrokenDocument, ScannedDocument
from leaterms.reading import BlockKind, View
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.rtf import read_rtf

START = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}"


def read(body, view=View.ACCEPTED):
    return read_rtf(f"{START}{body}}}".encode("latin-1"), "stuk.rtf", DEFAULT_LIMITS, view).blocks


def texts(body, view=View.ACCEPTED):
    return [block.text for block in read(body, view)]


def test_paragraphs_with_their_look_and_place():
    body = r"\pard\b\fs28\sb240\li360\fi-360 Opening\par\pard\plain\fs22 Tekst {\b vet}\par einde"

    assert [(b.text, b.bold, b.size, b.indent, b.space_before, b.sources[0].paragraph)
            for b in read(body)] == [
        ("Opening", True, 14.0, 0.0, 12.0, 1),
        ("Tekst vet", False, 11.0, 0.0, 0.0, 2),
        ("einde", False, 11.0, 0.0, 0.0, 3),
    ]  # fmt: skip


def test_headings_by_style_name_and_outline_level():
    styles = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\s2\outlinelevel1 Eigen;}}"
    body = (
        styles + r"\pard\s1 Een\par\pard\s2 Twee\par\pard\outlinelevel2 Drie\par\pard\s0 Vier\par"
    )

    assert [(b.kind, b.level, b.style) for b in read(body)] == [
        (BlockKind.HEADING, 1, "heading 1"),
        (BlockKind.HEADING, 2, "Eigen"),
        (BlockKind.HEADING, 3, "Normal"),
        (BlockKind.PARAGRAPH, 0, "Normal"),
    ]


def test_characters_in_every_way_of_writing_them():
    body = (
        r"\'e9\'e9n co\u246?rdinator\endash \ldblquote x\rdblquote  vve\_beleid on\-der~a\~b"
        r"\uc2\u8364 EU5{\uc0\u235}\tab\{\}\\ \u55357?\u56832?\u-10179?"
    )

    assert texts(body) == ["één coördinator–“x” vve-beleid onder~a b€5ë {}\\ 😀"]


def test_code_pages_of_the_file_and_of_fonts():
    content = rb"{\rtf1\mac{\fonttbl{\f0\fnil A;}{\f1\fcharset238 B;}}\f0 caf\'8e \f1 \'9aest\par}"

    assert read_rtf(content, "x", DEFAULT_LIMITS).text == "café šest"


def test_numbers_and_bullets_are_those_the_file_prints():
    body = (
        r"\pard{\listtext 1.\tab}Opening\par\pard{\pntext\f1\'b7\tab}punt\par"
        r"\pard{\listtext\f0 o\tab}rondje\par"
    )

    assert [(b.kind, b.number, b.text) for b in read(body)] == [
        (BlockKind.PARAGRAPH, "1.", "Opening"),
        (BlockKind.BULLET, "", "punt"),
        (BlockKind.BULLET, "", "rondje"),
    ]


def test_what_is_not_printed_is_not_read():
    body = (
        r"{\info{\title Titel}{\author Jan}}{\header Kop\par}{\*\onbekend iets}{\colortbl;\red0;}"
        r"Zie {\v geheim}{\field{\*\fldinst HYPERLINK x}{\fldrslt bijlage}}"
        r"{\*\annotation nee}{\*\bkmkstart b}.{\pict\wmetafile8 0102}{\upr{ansi}{\*\ud{uni}}}\par"
    )

    assert texts(body) == ["Zie bijlage.uni"]


def test_binary_data_is_passed_over():
    content = START.encode() + rb"Voor{\*\objdata\bin6 }{}}\x}na\par}"

    assert read_rtf(content, "x", DEFAULT_LIMITS).text == "Voorna"


def test_tracked_changes_by_view():
    body = r"De {\deleted oude}{\revised nieuwe} tekst{\deleted\par} loopt door\par"

    assert texts(body) == ["De nieuwe tekst loopt door"]
    assert texts(body, View.ORIGINAL) == ["De oude tekst", "loopt door"]


def test_notes_and_boxes_follow_their_paragraph():
    body = (
        r"Beleid{\super\chftn{\footnote\pard\plain\chftn Zie\par bijlage.}}"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard In kader\par}}{\shprslt dubbel}}"
        r" gaat\par Verder\par"
    )

    assert [(b.kind, b.text) for b in read(body)] == [
        (BlockKind.PARAGRAPH, "Beleid gaat"),
        (BlockKind.FOOTNOTE, "Zie bijlage."),
        (BlockKind.PARAGRAPH, "In kader"),
        (BlockKind.PARAGRAPH, "Verder"),
    ]


ROW = r"\trowd\cellx1000\cellx2000\pard\intbl {}\cell {}\cell\row"


def test_tables_are_rows_of_cells():
    body = "Voor\\par" + ROW.format("Nr", "Actie") + ROW.format("1", "a\\par b") + r"\pard Na\par"

    assert [(b.kind, b.text, b.cells, b.breaks) for b in read(body)] == [
        (BlockKind.PARAGRAPH, "Voor", (), ()),
        (BlockKind.ROW, "Nr | Actie", ((0, 2), (5, 10)), ()),
        (BlockKind.ROW, "1 | a b", ((0, 1), (4, 7)), (6,)),
        (BlockKind.PARAGRAPH, "Na", (), ()),
    ]


def test_merged_cells():
    merged = r"\trowd\clvmrg\cellx1\clmgf\cellx2\clmrg\cellx3\pard\intbl \cell b\cell \cell\row"

    assert [(b.text, b.cells) for b in read(merged)] == [("b", ((0, 0), (0, 1)))]


def test_a_nested_table_follows_its_row():
    body = (
        r"\pard\intbl buiten\cell rand\par\pard\intbl\itap2 binnen\nestcell kern\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}"
        r"\pard\intbl\itap1 daarna\cell\trowd\cellx1\cellx2\row\pard einde\par"
    )

    assert texts(body) == ["buiten | rand", "binnen | kern", "daarna", "einde"]


@pytest.mark.parametrize(
    "content", [b"{\\rtf1", b"{\\rtf1 Verslag van het over", b"{\\rtf1{\\b x}"]
)
def test_a_file_that_is_cut_off_is_broken(content):
    with pytest.raises(BrokenDocument, match="'x' is een beschadigd of afgebroken RTF-bestand"):
        read_rtf(content, "x", DEFAULT_LIMITS)


def test_what_stands_behind_the_end_is_no_text():
    assert read_rtf(b"{\\rtf1 Verslag\\par}\0\0rest}", "x", DEFAULT_LIMITS).text == "Verslag"


def test_no_text_and_only_pictures():
    with pytest.raises(BrokenDocument, match="bevat geen tekst"):
        read_rtf(b"{\\rtf1 }", "x", DEFAULT_LIMITS)
    with pytest.raises(ScannedDocument, match="alleen afbeeldingen"):
        read_rtf(b"{\\rtf1{\\*\\shppict{\\pict\\pngblip 00}}}", "x", DEFAULT_LIMITS)


letters = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=20
)


@settings(max_examples=50, deadline=None)
@given(st.lists(letters.filter(str.isalnum), min_size=1, max_size=5))
def test_any_letters_come_back(paragraphs):
    def unit(code):
        return f"\\u{code - 0x10000 if code > 0x7FFF else code}?"

    body = ""
    for text in paragraphs:
        encoded = text.encode("utf-16-le")
        units = [int.from_bytes(encoded[i : i + 2], "little") for i in range(0, len(encoded), 2)]
        body += "a" + "".join(map(unit, units)) + "\\par\n"
    found = read(body)

    assert len(found) == len(paragraphs)
    assert [b.sources[0].paragraph for b in found] == list(range(1, len(paragraphs) + 1))
