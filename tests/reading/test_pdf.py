import io
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from leaterms.errors import BrokenDocument, ScannedDocument, UnsupportedDocument
from leaterms.reading import BlockKind, Limits, place_at, read_document
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.pdf import read_pdf
from tests.reading.glyphs import glyph_pdf
from tests.reading.making import draw_pdf, read_bytes, write_lines

LONG = "Het college heeft in het voorjaar met de besturen over de verdeling van de middelen"


def texts(document):
    return [block.text for block in document.blocks]


@pytest.fixture
def read(tmp_path):
    return lambda *pages: read_bytes(draw_pdf(*pages), tmp_path)


def picture(width=40, height=40):
    return ImageReader(Image.new("RGB", (width, height), (200, 200, 200)))


def test_printed_lines_become_paragraphs(read):
    document = read(
        write_lines(
            [
                LONG,
                "gesproken. De wethouder dankt hen daarvoor.",
                "Actie: geen.",
                "",
                "Nieuw punt.",
            ]
        )
    )

    assert texts(document) == [
        f"{LONG} gesproken. De wethouder dankt hen daarvoor.",
        "Actie: geen.",
        "Nieuw punt.",
    ]


def test_format_and_pages_are_told(read):
    document = read(write_lines(["Een"]), write_lines(["Twee"]))

    assert (document.format, document.pages, document.scanned_pages) == ("pdf", 2, ())


def test_hyphens_at_line_ends_are_resolved(read):
    lines = [
        "Alle besturen van Veenrade hebben hun bijdrage geleverd aan het onder-",
        "wijs van de gemeente, aan de groepen voor nieuwkomers en aan het vve-",
        "beleid. Ook de scholen van de andere wijken merken daar veel van: taal-",
        "en leesachterstand nemen daar af.",
    ]

    expected = (
        "Alle besturen van Veenrade hebben hun bijdrage geleverd aan het onderwijs van de "
        "gemeente, aan de groepen voor nieuwkomers en aan het vve-beleid. Ook de scholen van de "
        "andere wijken merken daar veel van: taal- en leesachterstand nemen daar af."
    )

    assert texts(read(write_lines(lines, font="Courier"))) == [expected]


def test_lines_of_the_front_matter_stand_apart(read):
    lines = [
        "Verslag LEA-overleg Veenrade",
        "Datum: 15 maart 2023",
        f"Aanwezig: {LONG}",
        "en de anderen",
        "Afwezig: mevrouw De Wit",
    ]

    assert texts(read(write_lines(lines))) == [
        "Verslag LEA-overleg Veenrade",
        "Datum: 15 maart 2023",
        f"Aanwezig: {LONG} en de anderen",
        "Afwezig: mevrouw De Wit",
    ]


def test_a_heading_carries_its_look(read):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(70, 760, "3. Diversiteit en inclusie")
        write_lines([LONG, "gesproken."], top=730)(canvas)

    heading, body = read(draw).blocks

    assert (heading.text, heading.bold, heading.size) == ("3. Diversiteit en inclusie", True, 14.0)
    assert (body.bold, body.size) == (False, 11.0)
    assert body.space_before > 10


def test_a_heading_over_two_lines_is_one_block(read):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(
            70, 760, "3. Evenwichtige verdeling van leerlingen met een achterstand in het"
        )
        canvas.drawString(70, 743, "onderwijs over de scholen")
        write_lines([LONG], top=715)(canvas)

    title = "3. Evenwichtige verdeling van leerlingen met een achterstand in het onderwijs over"

    assert texts(read(draw)) == [f"{title} de scholen", LONG]


def test_bullets_are_stripped_and_told(read):
    document = read(
        write_lines(["• Welkom", "- Mededelingen van het college", "  van gisteren", "Slot"])
    )

    assert [(b.kind, b.text) for b in document.blocks[:2]] == [
        (BlockKind.BULLET, "Welkom"),
        (BlockKind.BULLET, "Mededelingen van het college"),
    ]


def test_a_bullet_goes_on_below_its_text(read):
    def draw(canvas):
        write_lines(["•"], left=70)(canvas)
        write_lines([LONG, "gesproken."], left=84)(canvas)

    (block,) = read(draw).blocks

    assert (block.kind, block.text) == (BlockKind.BULLET, f"{LONG} gesproken.")


def test_running_headers_footers_and_page_numbers_are_left_out(read):
    def page(number):
        def draw(canvas):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(70, 810, "Gemeente Veenrade - LEA")
            canvas.drawCentredString(300, 30, f"Pagina {number} van 3")
            write_lines([f"Dit is punt {number}."])(canvas)

        return draw

    assert texts(read(page(1), page(2), page(3))) == [
        "Dit is punt 1.",
        "Dit is punt 2.",
        "Dit is punt 3.",
    ]


def test_headings_that_count_on_at_the_top_of_pages_stay(read):
    pages = [write_lines([f"Agendapunt {n}", "", "Tekst."]) for n in (3, 4, 5)]

    assert texts(read(*pages)) == [
        "Agendapunt 3", "Tekst.", "Agendapunt 4", "Tekst.", "Agendapunt 5", "Tekst."
    ]  # fmt: skip


def test_a_single_page_loses_its_number_only(read):
    def draw(canvas):
        write_lines(["Agenda"])(canvas)
        canvas.drawCentredString(300, 30, "- 1 -")

    assert texts(read(draw)) == ["Agenda"]


def test_a_paragraph_over_a_page_break_has_two_places(read):
    document = read(
        write_lines([LONG], top=90), write_lines(["gesproken en besloten.", "Slot."], top=760)
    )
    block = document.blocks[0]
    offset = block.text.index("gesproken")

    assert block.text == f"{LONG} gesproken en besloten."
    assert place_at(block.sources, offset - 1).page == 1
    assert place_at(block.sources, offset).page == 2


def test_the_box_lies_around_the_words(read):
    document = read(write_lines(["Welkom"], left=70, top=700, size=12))
    box = document.blocks[0].sources[0].box

    assert box is not None
    assert (round(box.x0), round(box.y0), round(box.y1)) == (70, 130, 145)
    assert 105 < box.x1 < 125


def test_two_columns_are_read_one_after_the_other(read):
    left = [f"links regel {i} van de eerste kolom" for i in range(8)]
    right = [f"rechts regel {i} van de andere kolom" for i in range(8)]

    def draw(canvas):
        for index in range(8):  # in the file row by row, as some programs write it
            y = 700 - index * 14
            canvas.drawString(70, y, left[index])
            canvas.drawString(320, y - 3, right[index])

    assert " ".join(texts(read(draw))) == " ".join(left + right)


def test_a_short_heading_over_both_columns_parts_them(read):
    def draw(canvas):
        for top, heading in (
            (760, "De Lokale Educatieve Agenda in het nieuwe schooljaar 2025"),
            (640, "Peuters"),
        ):
            write_lines([heading], top=top, size=16, font="Helvetica-Bold")(canvas)
            for left, side in ((70, "links"), (320, "rechts")):
                lines = [f"{i} is een regel {side} in deze kolom" for i in range(6)]
                write_lines(lines, left=left, top=top - 24)(canvas)

    words = " ".join(texts(read(draw)))

    assert words.index("5 is een regel rechts") < words.index("Peuters")
    assert words.index("Peuters") < words.index("0 is een regel links", 200)


def by_letters(canvas, text, left, top, size, spacing):
    """Draw each letter of its own, as browsers do; spaces are white only."""
    x = left
    for letter in text:
        if letter != " ":
            canvas.drawString(x, top, letter)
        x += canvas.stringWidth(letter, "Helvetica", size) + spacing


@pytest.mark.parametrize("spacing", [0.0, 1.6, 4.5])
def test_letters_drawn_one_by_one_are_words(read, spacing):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        by_letters(canvas, "Verslag van de Agenda", 70, 760, 11, spacing)

    assert texts(read(draw)) == ["Verslag van de Agenda"]


def test_a_line_of_letters_goes_on_in_the_next(read):
    lines = (
        "Afgesproken is dat de gemeente een overzicht van alle voorzieningen maakt",
        "schoolbesturenbreed, en dat het voor de zomer klaar is, zodat de besturen ermee aan",
        "het werk kunnen.",
    )

    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for index, line in enumerate(lines):
            by_letters(canvas, line, 70, 760 - 14 * index, 11, 0.0)

    assert texts(read(draw)) == [" ".join(lines)]


def test_numbered_titles_beside_their_text_are_no_column(read):
    texts_ = ("De groepen zijn vol", "Er is geen plaats meer", "De voorzitter sluit")

    def draw(canvas):
        for number, text in enumerate(texts_, start=1):
            top = 780 - 90 * number
            title = [
                f"{number}. Een titel die in",
                "de smalle kolom links",
                "over drie regels loopt",
            ]
            write_lines(title, top=top)(canvas)
            more = [f"regel {i} van de bespreking die hier nog verder gaat" for i in range(4)]
            write_lines(
                [f"{text} en daarover is lang gesproken", *more, "tot hier."], top=top, left=250
            )(canvas)

    words = " ".join(texts(read(draw)))

    assert words.index(texts_[0]) < words.index("2. Een titel") < words.index(texts_[1])
    assert words.index(texts_[1]) < words.index("3. Een titel") < words.index(texts_[2])


def test_an_address_beside_the_text_of_each_page_is_left_out(read):
    def page(number):
        def draw(canvas):
            write_lines(["Gemeente Lindewaard", "Postbus 100"], left=40, top=600, size=8)(canvas)
            lines = [f"Zin {number}.{i} is een regel van het verslag." for i in range(8)]
            write_lines(lines, left=200, top=640 - number)(canvas)

        return draw

    words = " ".join(texts(read(page(1), page(2))))

    assert "Lindewaard" not in words
    assert "Postbus" not in words
    assert words.count("een regel van het verslag") == 16
    assert "Postbus 100" in " ".join(texts(read(page(1))))


def test_a_title_over_two_columns_comes_first(read):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(
            70, 740, "Verslag van het overleg over de Lokale Educatieve Agenda in maart"
        )
        write_lines([f"{i} is een regel links in de kolom" for i in range(6)], top=700)(canvas)
        write_lines([f"{i} is een regel rechts in de kolom" for i in range(6)], top=700, left=320)(
            canvas
        )

    words = " ".join(texts(read(draw)))

    assert words.index("Verslag") < words.index("0 is een regel links")
    assert words.index("5 is een regel links") < words.index("0 is een regel rechts")


def grid(canvas, xs, ys):
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def test_rows_of_a_ruled_table_have_cells(read):
    def draw(canvas):
        grid(canvas, [70, 110, 300, 400], [700, 680, 640])
        write_lines(["Nr", "1"], left=75, top=686, pitch=20)(canvas)
        write_lines(["Actie", "De wethouder schrijft een", "brief."], left=115, top=686)(canvas)
        write_lines(["Wie", "", ""], left=305, top=686)(canvas)

    blocks = read(draw).blocks

    assert [(b.kind, b.text) for b in blocks] == [
        (BlockKind.ROW, "Nr | Actie | Wie"),
        (BlockKind.ROW, "1 | De wethouder schrijft een brief."),
    ]
    assert blocks[1].cells == ((0, 1), (4, 36), (36, 36))


def test_paragraphs_of_a_cell_are_told_apart(read):
    def draw(canvas):
        grid(canvas, [70, 110, 300], [700, 640])
        write_lines(["1"], left=75, top=686)(canvas)
        write_lines(["Eerste zin.", "", "Tweede zin."], left=115, top=686)(canvas)

    (block,) = read(draw).blocks

    assert block.text == "1 | Eerste zin. Tweede zin."
    assert block.breaks == (16,)


def test_a_table_within_a_cell_follows_its_row(read):
    def draw(canvas):
        grid(canvas, [70, 110, 400], [700, 600])
        grid(canvas, [120, 200, 300], [670, 650, 630])
        write_lines(["1"], left=75, top=686)(canvas)
        write_lines(["Boven de tabel.", "", "", "", "", "Onder de tabel."], left=120, top=686)(
            canvas
        )
        write_lines(["Wie", "Jan"], left=125, top=656, pitch=20)(canvas)
        write_lines(["Wat", "brief"], left=205, top=656, pitch=20)(canvas)

    assert texts(read(draw)) == [
        "1 | Boven de tabel.",
        "Wie | Wat",
        "Jan | brief",
        "Onder de tabel.",
    ]


def test_tables_in_two_columns_stay_in_their_column(read):
    def draw(canvas):
        for left in (70, 320):
            lines = [f"{left} is een regel tekst in kolom {i}" for i in range(6)]
            write_lines(lines, left=left, top=740)(canvas)
            grid(canvas, [left, left + 60, left + 180], [650, 630])
            write_lines([f"Wie {left}"], left=left + 5, top=636)(canvas)
            write_lines([f"Wat {left}"], left=left + 65, top=636)(canvas)

    words = texts(read(draw))

    assert words.index("Wie 70 | Wat 70") == 1
    assert words[-1] == "Wie 320 | Wat 320"


def test_a_table_header_that_is_printed_again_is_left_out(read):
    def page(row):
        def draw(canvas):
            grid(canvas, [70, 110, 300], [700, 680, 660])
            write_lines(["Nr", row], left=75, top=686, pitch=20)(canvas)
            write_lines(["Actie", f"Doen {row}"], left=115, top=686, pitch=20)(canvas)

        return draw

    assert texts(read(page("1"), page("2"))) == ["Nr | Actie", "1 | Doen 1", "2 | Doen 2"]


def test_a_row_over_a_page_break_is_one(read):
    def first(canvas):
        grid(canvas, [70, 110, 300], [140, 120, 60])
        write_lines(["Nr", "1"], left=75, top=126, pitch=20)(canvas)
        write_lines(["Actie", "De wethouder schrijft een"], left=115, top=126, pitch=20)(canvas)

    def second(canvas):
        grid(canvas, [70, 110, 300], [760, 740, 720])
        write_lines(["", "2"], left=75, top=746, pitch=20)(canvas)
        write_lines(["brief aan de raad.", "Slot"], left=115, top=746, pitch=20)(canvas)

    assert texts(read(first, second)) == [
        "Nr | Actie",
        "1 | De wethouder schrijft een brief aan de raad.",
        "2 | Slot",
    ]


def test_names_and_organisations_below_each_other_are_rows(read):
    def draw(canvas):
        write_lines(["Naam", "J. Smit", "P. de Wit"], left=70)(canvas)
        write_lines(["Organisatie", "Stichting Kade", "Gemeente"], left=250)(canvas)

    document = read(draw)

    assert texts(document) == [
        "Naam | Organisatie",
        "J. Smit | Stichting Kade",
        "P. de Wit | Gemeente",
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.ROW}


def test_a_number_or_label_before_a_tab_makes_no_row(read):
    def draw(canvas):
        write_lines(["1.", "2.", "", "Datum:", "Plaats:"], left=70)(canvas)
        write_lines(["Opening", "Sluiting", "", "3 mei", "raadhuis"], left=130)(canvas)

    assert texts(read(draw)) == [
        "1. Opening",
        "2. Sluiting",
        "Datum: 3 mei",
        "Plaats: raadhuis",
    ]


def test_spaced_out_letters_are_words_again(read):
    assert texts(read(write_lines(["V E R S L A G   L E A"]))) == ["VERSLAG LEA"]


def test_a_slanting_watermark_is_left_out(read):
    def draw(canvas):
        write_lines(["Welkom"])(canvas)
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "CONCEPT")

    assert texts(read(draw)) == ["Welkom"]


@pytest.mark.parametrize(
    ("turn", "shift"),
    [(0, (0, 0)), (90, (0, -A4[1])), (180, (-A4[0], -A4[1])), (270, (-A4[0], 0))],
)
def test_a_turned_page_is_read_as_it_is_shown(read, turn, shift):
    def draw(canvas):
        canvas.setPageRotation(turn)
        canvas.rotate(turn)
        canvas.translate(*shift)
        write_lines(["Eerste regel.", "", "Tweede regel."], left=70, top=760)(canvas)

    document = read(draw)
    box = document.blocks[0].sources[0].box

    assert texts(document) == ["Eerste regel.", "Tweede regel."]
    assert (round(box.x0), round(box.y0)) == (70, 71)


def test_text_drawn_twice_is_read_once_and_bold(read):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 700, "Besluit")
        canvas.drawString(70.4, 700, "Besluit")

    (block,) = read(draw).blocks

    assert block.text == "Besluit"


def test_the_sign_of_a_note_is_no_part_of_the_word(read):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 700, "het beleid")
        end = 70 + canvas.stringWidth("het beleid", "Helvetica", 11)
        canvas.setFont("Helvetica", 6.5)
        canvas.drawString(end, 704, "1")

    assert texts(read(draw)) == ["het beleid"]


def test_pictures_of_text_need_ocr(tmp_path):
    content = draw_pdf(lambda canvas: canvas.drawImage(picture(), 0, 0, *A4))

    with pytest.raises(ScannedDocument, match=r"'bestand' is een scan zonder tekst; maak"):
        read_bytes(content, tmp_path)


def test_scanned_pages_among_others_are_named(read):
    document = read(
        write_lines([LONG, "gesproken."]),
        lambda canvas: canvas.drawImage(picture(), 0, 0, *A4),
        write_lines(["Bijlage 2"]),
    )

    assert document.scanned_pages == (2,)
    assert document.pages == 3
    assert document.note.startswith(
        "van 'bestand' is pagina 2 niet gelezen: een scan zonder tekst; maak er met"
    )


def test_a_pdf_without_text_or_pictures_is_broken(tmp_path):
    with pytest.raises(BrokenDocument, match="'bestand' is een PDF zonder tekst"):
        read_bytes(draw_pdf(lambda _canvas: None), tmp_path)


def test_a_password_is_told(tmp_path):
    content = draw_pdf(write_lines(["Geheim"]), encrypt=StandardEncryption("geheim"))

    with pytest.raises(UnsupportedDocument, match="is een PDF met een wachtwoord"):
        read_bytes(content, tmp_path)


def test_an_owner_password_alone_hinders_nobody(tmp_path):
    content = draw_pdf(
        write_lines(["Openbaar"]), encrypt=StandardEncryption("", ownerPassword="eigenaar")
    )

    assert texts(read_bytes(content, tmp_path)) == ["Openbaar"]


def test_more_pages_than_the_limit_are_refused(tmp_path):
    path = tmp_path / "lang.pdf"
    path.write_bytes(draw_pdf(*[write_lines(["x"])] * 4))

    with pytest.raises(BrokenDocument, match=r"'lang\.pdf' heeft 4 pagina's, meer dan de 3"):
        read_document(path, limits=Limits(pages=3))


def test_more_characters_than_the_limit_are_refused(tmp_path):
    path = tmp_path / "lang.pdf"
    path.write_bytes(draw_pdf(write_lines([LONG])))

    with pytest.raises(BrokenDocument, match="bevat meer dan 20 tekens"):
        read_document(path, limits=Limits(characters=20))


# words of a language: a page of others is taken for one in a font without letters
words = st.sampled_from([word.lower() for word in LONG.split()])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=60), min_size=1, max_size=3))
def test_the_words_of_any_pages_come_back_in_order_on_their_page(pages):
    marked = [[f"{word}-{number}" for word in page] for number, page in enumerate(pages)]
    content = draw_pdf(
        *(
            write_lines([" ".join(page[i : i + 9]) for i in range(0, len(page), 9)])
            for page in marked
        )
    )
    document = read_pdf(content, "bestand", DEFAULT_LIMITS)
    found = [
        (match[0], place_at(block.sources, match.start()).page)
        for block in document.blocks
        for match in re.finditer(r"\S+", block.text)
    ]

    assert found == [(word, n) for n, page in enumerate(marked, start=1) for word in page]
    assert all(block.sources[0].start == 0 for block in document.blocks)


def test_a_frame_drawn_as_one_shape_is_a_table_too(read):
    def draw(canvas):
        canvas.rect(70, 640, 100, 40)
        canvas.rect(170, 640, 200, 40)
        write_lines(["Besluit"], left=75, top=660)(canvas)
        write_lines(["Het plan is vastgesteld."], left=175, top=660)(canvas)

    assert texts(read(draw)) == ["Besluit | Het plan is vastgesteld."]


def test_a_line_within_a_cell_that_had_no_room_goes_on_in_its_row(read):
    def draw(canvas):
        write_lines(["Naam", "mevrouw J. van der Kolk-", "Zandstra", "P. Wit"], left=70)(canvas)
        write_lines(["Namens", "Stichting Kade", "", "Gemeente"], left=210)(canvas)

    rows = texts(read(draw))

    assert rows == [
        "Naam | Namens",
        "mevrouw J. van der Kolk-Zandstra | Stichting Kade",
        "P. Wit | Gemeente",
    ]


def test_a_line_of_one_column_below_a_table_is_no_row(read):
    def draw(canvas):
        write_lines(["Naam", "P. Wit", "", "Rondvraag"], left=70)(canvas)
        write_lines(["Namens", "Gemeente", "", ""], left=210)(canvas)

    assert texts(read(draw)) == ["Naam | Namens", "P. Wit | Gemeente", "Rondvraag"]


def test_a_font_without_a_character_map_is_told(tmp_path):
    content = glyph_pdf([LONG, "gesproken. De wethouder dankt hen daarvoor.", LONG])

    with pytest.raises(ScannedDocument, match="lettertypen waaruit geen tekst te halen is"):
        read_bytes(content, tmp_path)


def test_pages_in_a_font_without_a_character_map_are_left_out_of_the_rest(tmp_path):
    garbled = pypdfium2.PdfDocument(glyph_pdf([LONG] * 4))
    whole = pypdfium2.PdfDocument(draw_pdf(write_lines(["Agenda"]), write_lines(["Bijlage"])))
    whole.import_pages(garbled, index=1)
    buffer = io.BytesIO()
    whole.save(buffer)
    for document in (garbled, whole):
        document.close()
    document = read_bytes(buffer.getvalue(), tmp_path)

    assert texts(document) == ["Agenda", "Bijlage"]
    assert document.scanned_pages == (2,)
    assert document.note.startswith(
        "van 'bestand' is pagina 2 niet gelezen: uit de lettertypen is geen tekst te halen; maak"
    )


def test_a_form_without_text_is_told(tmp_path):
    def draw(canvas):
        canvas.acroForm.textfield(name="naam", x=70, y=700, width=200, height=20)

    with pytest.raises(BrokenDocument, match="formulier zonder vaste tekst; druk"):
        read_bytes(draw_pdf(draw), tmp_path)


def test_what_is_filled_in_on_a_form_is_read(read):
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 740, "Besproken:")
        canvas.acroForm.textfield(
            name="b", x=70, y=700, width=300, height=20, value="de spreiding van leerlingen"
        )

    assert texts(read(draw)) == ["Besproken:", "de spreiding van leerlingen"]


def test_a_form_that_only_adobe_shows_is_told(tmp_path):
    excuse = "Please wait... If this message is not eventually replaced by the proper contents"

    with pytest.raises(UnsupportedDocument, match="alleen Adobe Reader toont; open het daarin"):
        read_bytes(draw_pdf(write_lines([excuse, "of the document, ..."])), tmp_path)


def test_centred_lines_of_one_paragraph_are_one_block(read):
    lines = [
        "Aanwezig: mevrouw A. de Vries (wethouder), de heer P. Smit (Stichting Kade) en nog",
        "mevrouw T. Jansen (Kinderopvang De Boom), de heer K. Bakker (Stichting Wijk) en",
        "de heer De Wit",
    ]

    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for index, line in enumerate(lines):
            canvas.drawCentredString(297, 740 - 14 * index, line)
        write_lines([LONG + " en het onderwijs"], left=70, top=660)(canvas)

    assert texts(read(draw))[0] == " ".join(lines)


def test_a_line_that_begins_with_a_number_in_brackets_begins_nothing(read):
    lines = ["Er ontstond een gesprek van ruim een uur met de bewoner van de woning (app.",
             "9) die daar tegen is."]  # fmt: skip

    assert texts(read(write_lines(lines, size=12))) == [" ".join(lines)]


def test_a_header_that_changes_by_chapter_is_left_out(read):
    def page(chapter, number):
        def draw(canvas):
            canvas.drawString(70, 800, f"Bijlage {chapter}")
            write_lines([f"Tekst {chr(97 + number)}."])(canvas)

        return draw

    document = read(*(page("een" if n < 3 else "twee", n) for n in range(9)))

    assert document.text == "\n".join(f"Tekst {c}." for c in "abcdefghi")
