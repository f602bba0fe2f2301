import pytest

from leaterms.errors import BrokenDocument, ScannedDocument
from leaterms.reading import BlockKind, View
from leaterms.reading.html import read_html
from leaterms.reading.limits import DEFAULT_LIMITS


def read(body, head="", view=View.ACCEPTED):
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(page.encode(), "stuk.html", DEFAULT_LIMITS, view).blocks


def texts(*args, **options):
    return [block.text for block in read(*args, **options)]


def test_headings_have_a_level_and_paragraphs_a_place():
    assert [(b.kind, b.level, b.text, b.sources[0].paragraph) for b in read(
        "<h1>Verslag</h1><h3>Opening</h3><p>Tekst<div>meer <p>nog"
    )] == [
        (BlockKind.HEADING, 1, "Verslag", 1),
        (BlockKind.HEADING, 3, "Opening", 2),
        (BlockKind.PARAGRAPH, 0, "Tekst", 3),
        (BlockKind.PARAGRAPH, 0, "meer", 4),
        (BlockKind.PARAGRAPH, 0, "nog", 5),
    ]  # fmt: skip


def test_white_space_is_one_space_and_breaks_are_lines():
    assert texts("<p>Een\n   twee&nbsp;<b> drie</b><br>vier</p><pre>vijf\nzes</pre>") == [
        "Een twee drie", "vier", "vijf", "zes",
    ]  # fmt: skip


def test_what_a_page_does_not_show_is_not_read():
    head = """<title>Titel</title><style>.weg, #ook { display: none }
        @media print { p { display: none } }</style>"""
    body = """<nav>Menu</nav><script>alert('x')</script><noscript>Zet aan</noscript>
        <p>Zichtbaar <span class="groot weg">a</span><span id=ook>b</span>
        <span style="Display : NONE">c</span><span hidden>d</span>
        <span style="mso-hide:all">e</span><!-- f --></p>
        <div style="visibility:hidden">g</div><template>h</template>
        <div style='mso-element:comment-list'>i</div>
        <select><option>j</select><button>k</button><textarea>l</textarea>"""

    assert texts(body, head) == ["Zichtbaar"]


@pytest.mark.parametrize("sheet", ["@b ", "/*", "a{", "@a{", "a", "}"])
def test_a_broken_style_sheet_says_nothing_and_takes_no_time(sheet):
    assert texts("<p>Tekst", f"<style>{sheet * 100_000}</style>") == ["Tekst"]


def test_looks_come_from_elements_sheets_and_attributes():
    head = "<style>p { font-size: 11pt } p.kop { font-weight: 700; font-size: 150% }</style>"
    body = """<p>a<p class=kop>b<p style="font-size:16px"><strong>c</strong><p>d <b>e</b>
        <p><b style="font-weight:normal">f</b>"""

    assert [(b.text, b.bold, b.size) for b in read(body, head)] == [
        ("a", False, 11.0), ("b", True, 18.0), ("c", True, 12.0), ("d e", False, 11.0),
        ("f", False, 11.0),
    ]  # fmt: skip


def test_lists_print_their_numbers_and_bullets():
    body = """<ol start=3><li>Opening<p>Tekst<ol type=a><li>een<li>twee</ol>
        <li><h2>Vve</h2>tekst<li value=7>Zeven<li hidden>weg</ol>
        <ul><li>punt</ul><ol reversed><li>x<li>y</ol>
        <ol style="list-style-type:upper-roman"><li>z</ol>
        <ol style="list-style-type:none"><li>1. getypt</ol>"""

    assert [(b.kind.value, b.number, b.text) for b in read(body)] == [
        ("paragraph", "3.", "Opening"),
        ("paragraph", "", "Tekst"),
        ("paragraph", "a.", "een"),
        ("paragraph", "b.", "twee"),
        ("heading", "4.", "Vve"),
        ("paragraph", "", "tekst"),
        ("paragraph", "7.", "Zeven"),
        ("bullet", "", "punt"),
        ("paragraph", "2.", "x"),
        ("paragraph", "1.", "y"),
        ("paragraph", "I.", "z"),
        ("paragraph", "", "1. getypt"),
    ]


def test_rows_have_cells_also_below_merged_ones():
    body = """<table><caption>Acties</caption><thead><tr><th>Nr<th>Actie<th>Wie</thead>
        <tr><td rowspan=2>1<td>bellen<td>Jan<tr><td>mailen<td>
        <tr><td colspan=2>samen<td>Piet<tr style="display:none"><td>weg<td>weg</table>"""

    assert [(b.kind.value, b.text, b.cells) for b in read(body)] == [
        ("paragraph", "Acties", ()),
        ("row", "Nr | Actie | Wie", ((0, 2), (5, 10), (13, 16))),
        ("row", "1 | bellen | Jan", ((0, 1), (4, 10), (13, 16))),
        ("row", "mailen", ((0, 0), (0, 6), (6, 6))),
        ("row", "samen | Piet", ((0, 5), (8, 12))),
    ]


def test_a_table_that_sets_the_page_gives_its_text():
    body = """<table role=presentation><tr><td>links<td>rechts</table>
        <table><tr><td><h2>Opening</h2><p>a<p>b<td>kant</table><table><tr><td>kader</table>"""

    assert [b.kind.value for b in read(body)] == [
        *["paragraph"] * 2,
        "heading",
        *["paragraph"] * 4,
    ]


def test_a_nested_table_follows_its_row():
    body = """<table><tr><td>buiten<td>rand<table><tr><td>binnen<td>kern</table>daarna</table>"""

    assert texts(body) == ["buiten | rand", "binnen | kern", "daarna"]


def test_inserted_and_deleted_text_by_view():
    body = "<p>De <del>oude</del><ins>nieuwe</ins> tekst"

    assert texts(body) == ["De nieuwe tekst"]
    assert texts(body, view=View.ORIGINAL) == ["De oude tekst"]


def test_footnotes_of_word_processors_are_footnotes():
    body = "<p>Beleid<sup>1</sup><div id=sdfootnote1><p>1 Zie bijlage.</p></div>"

    assert [(b.kind.value, b.text) for b in read(body)] == [
        ("paragraph", "Beleid1"), ("footnote", "1 Zie bijlage."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", ""),
        ("cp1252", ""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("iso-8859-15", "<meta charset='iso-8859-15'>"),
        ("utf-16", "<meta charset=utf-8>"),
        ("utf-8-sig", "<meta charset=windows-1252>"),
    ],
)
def test_the_encoding_is_the_marked_or_declared_one(encoding, declaration):
    page = f"<html><head>{declaration}</head><p>Één coördinator".encode(encoding)

    assert read_html(page, "x", DEFAULT_LIMITS).text == "Één coördinator"


def test_xhtml_with_its_declaration_is_read():
    page = b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><p>Tekst</p></html>'

    assert read_html(page, "x", DEFAULT_LIMITS).text == "Tekst"


def test_entities_that_a_page_defines_are_not_expanded():
    page = b"""<!DOCTYPE html [<!ENTITY a "lollol"><!ENTITY b "&a;&a;&a;">
        <!ENTITY s SYSTEM "file:///etc/hostname">]><html><body><p>Tekst &b;&s;</p></body></html>"""
    text = read_html(page, "x", DEFAULT_LIMITS).text

    assert "Tekst" in text
    assert "lollol" not in text.replace('"lollol"', "")


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><p> </body>", b"<p hidden>x"])
def test_a_page_without_text_is_broken(page):
    with pytest.raises(BrokenDocument, match="tekst"):
        read_html(page, "x", DEFAULT_LIMITS)


def test_a_page_that_is_too_deep_is_refused_rather_than_cut():
    with pytest.raises(BrokenDocument, match="te veel onderdelen in elkaar"):
        read_html(b"<html><body>" + b"<div>" * 300 + b"Tekst", "x", DEFAULT_LIMITS)


def test_a_deep_page_is_read():
    assert texts("<div><b>" * 110 + "Tekst") == ["Tekst"]


def test_a_page_of_pictures_needs_ocr():
    with pytest.raises(ScannedDocument, match="'x' bevat alleen afbeeldingen"):
        read_html(b"<html><body><img src=scan.png></body>", "x", DEFAULT_LIMITS)
