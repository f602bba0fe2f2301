import io
import zipfile

import pytest

from leaterms.errors import BrokenDocument, ScannedDocument, UnsupportedDocument
from leaterms.reading import BlockKind, View
from leaterms.reading.limits import DEFAULT_LIMITS, Limits
from leaterms.reading.odt import read_odt

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("draw", "drawing"),
    )
)  # fmt: skip
STYLES = """
    <style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt"/>
      <style:paragraph-properties fo:margin-bottom="6pt"/></style:default-style>
    <style:style style:name="Kop" style:family="paragraph" style:default-outline-level="2"/>
    <style:style style:name="Heading_20_3" style:display-name="Kop 3" style:family="paragraph"/>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_3"/>
    <style:style style:name="Groot" style:family="paragraph">
      <style:text-properties fo:font-size="150%" fo:font-weight="bold"/>
      <style:paragraph-properties fo:margin-left="1in" fo:text-indent="-0.5in"/></style:style>
    <style:style style:name="Weg" style:family="paragraph">
      <style:text-properties text:display="none"/></style:style>
    <style:style style:name="weg" style:family="text">
      <style:text-properties text:display="none"/></style:style>
    <style:style style:name="vet" style:family="text">
      <style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="Dicht" style:family="section">
      <style:section-properties text:display="none"/></style:style>
    <text:list-style style:name="L1">
      <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
      <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
        text:display-levels="2"/></text:list-style>
    <text:list-style style:name="L2">
      <text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
    <text:list-style style:name="L3"><text:list-level-style-number text:level="1"
      style:num-format="I" style:num-list-format="Punt %1%:"/></text:list-style>
    <text:outline-style style:name="Outline">
      <text:outline-level-style text:level="1" style:num-format="1"/>
      <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
    </text:outline-style>"""


def content(body, styles=STYLES):
    return f"""<?xml version="1.0"?><office:document-content {NAMES}>
        <office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:text>{body}</office:text></office:body></office:document-content>"""


def zipped(body, *, manifest="<m/>", **parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content(body) if isinstance(body, str) else body)
        package.writestr("META-INF/manifest.xml", manifest)
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def read(body, view=View.ACCEPTED):
    return read_odt(zipped(body), "stuk.odt", DEFAULT_LIMITS, view).blocks


def texts(body, view=View.ACCEPTED):
    return [block.text for block in read(body, view)]


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_headings_paragraphs_and_their_looks():
    body = (
        '<text:h text:outline-level="2">Een</text:h>'
        + p("Twee", "Kop") + p("Drie", "P1") + p("Vier", "Groot")
        + p('Vijf <text:span text:style-name="vet">vet</text:span>')
    )  # fmt: skip

    assert [(b.level, b.text, b.bold, b.size, b.indent, b.space_before, b.style)
            for b in read(body)] == [
        (2, "Een", False, 10.0, 0.0, 0.0, ""),
        (2, "Twee", False, 10.0, 0.0, 6.0, "Kop"),
        (3, "Drie", False, 10.0, 0.0, 6.0, "Kop 3"),
        (0, "Vier", True, 18.0, 36.0, 6.0, "Groot"),
        (0, "Vijf vet", False, 10.0, 0.0, 6.0, ""),
    ]  # fmt: skip


def test_spaces_tabs_and_breaks():
    body = p('Een<text:s text:c="999999999"/>twee<text:tab/>drie<text:line-break/>vier')

    assert texts(body) == ["Een twee drie", "vier"]


def item(*parts, start=""):
    stated = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{stated}>{''.join(parts)}</text:list-item>"


def listed(*items, style="", more=""):
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def numbers(body):
    return [(b.number, b.text) for b in read(body)]


def test_lists_count_and_begin_anew_unless_they_go_on():
    nested = "<text:list>{}</text:list>"
    body = (
        listed(item(p("a"), p("vervolg"), nested.format(item(p("a1")) + item(p("a2")))),
               item(p("b"), nested.format(item(p("b1")))), style="L1", more='xml:id="een"')
        + p("tussen")
        + listed(item(p("c")), style="L1", more='text:continue-numbering="true"')
        + listed(item(p("anders")), style="L1")
        + listed(item(p("d")), item(p("h"), start="8"), style="L1",
                 more='text:continue-list="een"')
    )  # fmt: skip

    assert numbers(body) == [
        ("1.", "a"), ("", "vervolg"), ("1.a)", "a1"), ("1.b)", "a2"), ("2.", "b"), ("2.a)", "b1"),
        ("", "tussen"), ("3.", "c"), ("1.", "anders"), ("4.", "d"), ("8.", "h"),
    ]  # fmt: skip


def test_bullets_patterns_and_items_without_number():
    header = f"<text:list-header>{p('kop van de lijst')}</text:list-header>"
    body = listed(item(p("punt")), style="L2") + listed(header, item(p("Vve")), style="L3")

    assert [(b.kind, b.number, b.text) for b in read(body)] == [
        (BlockKind.BULLET, "", "punt"),
        (BlockKind.PARAGRAPH, "", "kop van de lijst"),
        (BlockKind.PARAGRAPH, "Punt I:", "Vve"),
    ]


def test_headings_count_by_the_outline_or_by_their_list():
    def heading(level, text, more=""):
        return f'<text:h text:outline-level="{level}" {more}>{text}</text:h>'

    body = (
        heading(1, "Opening") + heading(1, "Jeugd") + heading(2, "Vve")
        + heading(1, "Bijlage", 'text:is-list-header="true"')
        + listed(item(heading(1, "In lijst")), style="L3")
    )  # fmt: skip

    assert [(b.level, b.number, b.text) for b in read(body)] == [
        (1, "1", "Opening"), (1, "2", "Jeugd"), (2, "2.1", "Vve"), (1, "", "Bijlage"),
        (1, "Punt I:", "In lijst"),
    ]  # fmt: skip


def test_what_is_hidden_or_not_of_the_text_is_left_out():
    body = (
        p('Open <text:span text:style-name="weg">geheim</text:span>') + p("Weg", "Weg")
        + f'<text:section text:style-name="Dicht">{p("dicht")}</text:section>'
        + f"<text:section>{p('deel')}</text:section>"
        + p('<text:hidden-paragraph text:is-hidden="true"/>verborgen')
        + p('<text:hidden-text text:is-hidden="true" text:string-value="x"/>na'
            "<office:annotation><text:p>opmerking</text:p></office:annotation>"
            '<text:placeholder text:placeholder-type="text">vul in</text:placeholder>')
        + f"<text:table-of-content><text:index-body>{p('1 Opening 2')}</text:index-body>"
        "</text:table-of-content>"
    )  # fmt: skip

    assert texts(body) == ["Open", "deel", "na"]


def test_notes_and_boxes_follow_their_paragraph():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('Zie')}{p('bijlage.')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('kader')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('vorm')}</draw:custom-shape></draw:g>"
    found = read(p(f"Beleid{note}{box} loopt") + shape + p("Verder"))

    assert [(b.kind, b.text, b.sources[0].paragraph) for b in found] == [
        (BlockKind.PARAGRAPH, "Beleid loopt", 1),
        (BlockKind.FOOTNOTE, "Zie bijlage.", 1),
        (BlockKind.PARAGRAPH, "kader", 4),
        (BlockKind.PARAGRAPH, "vorm", 5),
        (BlockKind.PARAGRAPH, "Verder", 6),
    ]


def cell(*parts, more=""):
    return f"<table:table-cell {more}>{''.join(parts)}</table:table-cell>"


def table(*rows):
    return "<table:table>{}</table:table>".format(
        "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    )


def test_tables_with_merged_and_repeated_cells():
    covered = "<table:covered-table-cell/>"
    body = table(
        cell(p("Nr")) + cell(p("Actie"), p("en meer")) + cell(p("Wie")),
        cell(p("1"), more='table:number-rows-spanned="2"') + cell(p("bellen")) + cell(p("Jan")),
        covered + cell(p("samen"), more='table:number-columns-spanned="2"') + covered,
        cell(more='table:number-columns-repeated="99999999"'),
    )

    assert [(b.text, b.cells, b.breaks) for b in read(body)] == [
        ("Nr | Actie en meer | Wie", ((0, 2), (5, 18), (21, 24)), (11,)),
        ("1 | bellen | Jan", ((0, 1), (4, 10), (13, 16)), ()),
        ("samen", ((0, 0), (0, 5)), ()),
    ]


def test_nested_tables_and_frames_of_one_cell():
    nested = table(cell(p("buiten")) + cell(p("rand"), table(cell(p("in")) + cell(p("kern")))))

    assert texts(nested + table(cell(p("kader")))) == ["buiten | rand", "in | kern", "kader"]


def changed(*regions):
    return "<text:tracked-changes>{}</text:tracked-changes>".format(
        "".join(
            f'<text:changed-region text:id="c{i}"><text:{kind}><office:change-info/>{body}'
            f"</text:{kind}></text:changed-region>"
            for i, (kind, body) in enumerate(regions)
        )
    )


def change(number):
    return f'<text:change text:change-id="c{number}"/>'


def inserted(number, text):
    return (
        f'<text:change-start text:change-id="c{number}"/>{text}'
        f'<text:change-end text:change-id="c{number}"/>'
    )


def both(body):
    return [texts(body, view) for view in View]


def test_changed_words_by_view():
    regions = changed(("deletion", p("oude")), ("insertion", ""))
    body = regions + p(
        f"De {change(0)}{inserted(1, 'nieuwe <text:span>zin</text:span>')} staat er"
    )

    assert both(body) == [["De nieuwe zin staat er"], ["De oude staat er"]]


def test_a_deleted_paragraph_and_a_deleted_end_of_one():
    gone = changed(("deletion", p("Weg", "Kop") + p("")))
    joined = changed(("deletion", p("!") + p("Ook ")))

    assert both(gone + p("Een") + p(f"{change(0)}Twee")) == [
        ["Een", "Twee"], ["Een", "Weg", "Twee"],
    ]  # fmt: skip
    assert [b.level for b in read(gone + p(f"{change(0)}Twee"), View.ORIGINAL)] == [2, 0]
    assert both(joined + p(f"Een{change(0)}twee")) == [["Eentwee"], ["Een!", "Ook twee"]]


def test_an_insertion_over_paragraphs_is_taken_out():
    start, end = (
        '<text:change-start text:change-id="c0"/>',
        '<text:change-end text:change-id="c0"/>',
    )
    body = changed(("insertion", "")) + p(f"Een{start} nieuw") + p("heel") + p(f"slot{end} twee")

    assert both(body) == [["Een nieuw", "heel", "slot twee"], ["Een twee"]]


def test_a_flat_file_is_read():
    flat = content(p("Plat")).replace("document-content", "document")

    assert read_odt(flat.encode(), "x", DEFAULT_LIMITS).text == "Plat"
    with pytest.raises(BrokenDocument, match="beschadigd of afgebroken OpenDocument-bestand"):
        read_odt(flat[:-40].encode(), "x", DEFAULT_LIMITS)


def test_a_file_with_a_password_is_told():
    locked = zipped("", manifest="<m><manifest:encryption-data/></m>")

    with pytest.raises(UnsupportedDocument, match="met een wachtwoord beveiligd"):
        read_odt(locked, "x", DEFAULT_LIMITS)


def test_bombs_and_damage_are_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "lol">]>' + content(p("&a;")).split("?>", 1)[1].encode()

    with pytest.raises(
        BrokenDocument, match="XML-definities die niet in een OpenDocument-bestand"
    ):
        read_odt(zipped(bomb), "x", DEFAULT_LIMITS)
    with pytest.raises(BrokenDocument, match="wordt na uitpakken 3 MB groot"):
        read_odt(zipped(b" " * 3 * 1024**2), "x", Limits(part_bytes=1024**2))
    with pytest.raises(BrokenDocument, match="beschadigd of afgebroken OpenDocument-bestand"):
        read_odt(zipped(p("Tekst"))[:300], "x", DEFAULT_LIMITS)
    with pytest.raises(BrokenDocument, match="OpenDocument-bestand zonder tekst"):
        read_odt(zipped(b"<x/>"), "x", DEFAULT_LIMITS)


def test_no_text_and_only_pictures():
    with pytest.raises(BrokenDocument, match="bevat geen tekst"):
        read_odt(zipped(p("")), "x", DEFAULT_LIMITS)
    with pytest.raises(ScannedDocument, match="alleen afbeeldingen"):
        read_odt(zipped(p("<draw:frame><draw:image/></draw:frame>")), "x", DEFAULT_LIMITS)


def test_words_of_headers_and_watermarks_are_kept_apart():
    master = (
        '<style:master-page style:name="Standard"><style:header><text:p>Gemeente<text:s/>Veld'
        '<draw:custom-shape draw:name="PowerPlusWaterMarkObject1"><text:p>CONCEPT</text:p>'
        "</draw:custom-shape></text:p></style:header></style:master-page>"
    )
    sheet = (
        f"<office:document-styles {NAMES}><office:master-styles>{master}</office:master-styles>"
        "</office:document-styles>"
    )
    document = read_odt(zipped(p("Verslag"), **{"styles.xml": sheet}), "stuk.odt", DEFAULT_LIMITS)

    assert (document.text, document.stamps) == ("Verslag", ("Gemeente Veld", "CONCEPT"))
