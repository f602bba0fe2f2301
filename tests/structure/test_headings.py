import pytest

from leaterms.reading import BlockKind
from leaterms.structure import read_record

from .builders import block, bold, document, heading, row

HEAD = (
    "Verslag LEA Testdam",
    "Datum: 3 maart 2022",
    "Aanwezig: J. Bos (wethouder), P. Ras (bestuurder SKO)",
)
TEXT = "De voorzitter vertelt dat het plan klaar is en vraagt om instemming van de besturen."
MORE = "Mevrouw Ras merkt op dat de besturen daar eerder anders over dachten. Zij stemt in."


def headings_of(*blocks) -> list[str]:
    items = read_record(document(*blocks)).items[1:]
    return [f"{item.number} {item.title}".strip() for item in items]


@pytest.mark.parametrize(
    "marks",
    [
        ("1. {}", "2. {}", "3. {}"),
        ("1 {}", "2 {}", "3 {}"),
        ("1) {}", "2) {}", "3) {}"),
        ("Agendapunt 1: {}", "Agendapunt 2: {}", "Agendapunt 3: {}"),
        ("Agendapunt 1 – {}", "Agendapunt 2 – {}", "Agendapunt 3 – {}"),
        ("Ad 1 {}", "Ad 2. {}", "Ad 3 {}"),
        ("Onderwerp 1: {}", "Onderwerp 2: {}", "Onderwerp 3: {}"),
        ("1.\t{}", "2.\t{}", "3.\t{}"),
    ],
)
@pytest.mark.parametrize("emphatic", [True, False])
def test_numbered_headings_are_found_in_bold_and_in_plain_letters(marks, emphatic: bool):
    print_ = bold if emphatic else block
    titles = [
        mark.format(t) for mark, t in zip(marks, ("Opening", "Vve", "Sluiting"), strict=True)
    ]
    blocks = [b for title in titles for b in (print_(title), TEXT)]

    assert headings_of(*HEAD, *blocks) == ["1 Opening", "2 Vve", "3 Sluiting"]


def test_roman_numbers_are_told_from_letters():
    found = headings_of(
        *HEAD,
        bold("I. Opening"),
        TEXT,
        bold("II. Vve"),
        TEXT,
        bold("III. Kansen"),
        TEXT,
        bold("IV. Sluiting"),
        TEXT,
    )

    assert found == ["I Opening", "II Vve", "III Kansen", "IV Sluiting"]


def test_numbers_computed_by_word_are_numbers():
    found = headings_of(
        heading("Verslag LEA", level=1),
        *HEAD[1:],
        heading("Opening", number="1."),
        TEXT,
        heading("Vve", number="2."),
        TEXT,
        heading("Bereik", level=3, number="2.1"),
        TEXT,
        heading("Sluiting", number="3."),
        TEXT,
    )

    assert found == ["1 Opening", "2 Vve", "2.1 Bereik", "3 Sluiting"]


def test_an_automatic_list_is_an_agenda():
    titles = ("Opening", "Verslag vorige keer", "Vve: stand van zaken (bijlage 1)", "Rondvraag")
    lines = [block(t, BlockKind.BULLET, number=f"{n}.") for n, t in enumerate(titles, 1)]

    found = headings_of("Agenda LEA Testdam", "Datum: 3 maart 2022", *lines)

    assert found == [f"{n} {t}" for n, t in enumerate(titles, 1)]


def test_a_heading_without_number_stands_between_numbered_ones():
    found = headings_of(
        *HEAD,
        bold("1. Opening"),
        TEXT,
        bold("Ingekomen stukken"),
        MORE,
        bold("3. Vve"),
        TEXT,
        bold("5) Toelating"),
        MORE,
        bold("Rondvraag"),
        TEXT,
        bold("Actielijst"),
        row("Wat", "Wie"),
    )

    assert found == [
        "1 Opening",
        "Ingekomen stukken",
        "3 Vve",
        "5 Toelating",
        "Rondvraag",
        "Actielijst",
    ]


def test_a_plain_heading_without_number_stands_between_full_texts():
    found = headings_of(
        *HEAD, "1. Opening", TEXT, "Peuters", MORE, "3. Kansen", TEXT, "4. Rondvraag", TEXT
    )

    assert found == ["1 Opening", "Peuters", "3 Kansen", "4 Rondvraag"]


def test_a_document_may_have_no_numbers_at_all():
    found = headings_of(
        bold("Verslag LEA Testdam 3 maart 2022"),
        HEAD[2],
        bold("Peuters en vve"),
        TEXT,
        bold("Nieuwkomers"),
        MORE,
        bold("Huisvesting"),
        TEXT,
    )

    assert found == ["Peuters en vve", "Nieuwkomers", "Huisvesting"]


def test_plain_titles_are_told_by_where_they_stand():
    found = headings_of(
        *HEAD, "Opening", TEXT, "Gemengde groepen", MORE, "Voorrang", TEXT, "Rondvraag", MORE
    )

    assert found == ["Opening", "Gemengde groepen", "Voorrang", "Rondvraag"]


def test_capitals_are_a_look():
    found = headings_of(*HEAD, "OPENING", TEXT, "VVE EN KANSEN", MORE, "TOELATING", TEXT)

    assert found == ["OPENING", "VVE EN KANSEN", "TOELATING"]


def test_a_larger_letter_is_a_look():
    lines = [b for t in ("Opening", "Vve", "Sluiting") for b in (block(t, size=12.0), TEXT)]

    assert headings_of(block(HEAD[0], size=18.0), *HEAD[1:], *lines) == [
        "Opening",
        "Vve",
        "Sluiting",
    ]


def test_title_and_labels_in_the_look_of_headings_are_none():
    found = headings_of(
        bold("Verslag LEA Testdam"),
        bold("3 maart 2022"),
        bold("Aanwezig"),
        "J. Bos (wethouder), P. Ras (bestuurder SKO)",
        bold("Afwezig"),
        "K. Tip",
        bold("Welkom"),
        TEXT,
        bold("Peuters"),
        MORE,
        bold("Wvttk"),
        TEXT,
    )

    assert found == ["Welkom", "Peuters", "Wvttk"]


def test_a_repeated_label_within_the_items_is_no_heading():
    inner = (TEXT, bold("Besluit"), MORE)

    found = headings_of(
        *HEAD, bold("Opening"), *inner, bold("Vve"), *inner, bold("Kansen"), *inner
    )

    assert found == ["Opening", "Vve", "Kansen"]


def test_a_bold_sentence_is_no_heading():
    found = headings_of(
        *HEAD,
        bold("1. Opening"),
        TEXT,
        bold("De besturen stemmen unaniem in met het voorstel van de gemeente."),
        bold("2. Vve"),
        TEXT,
        bold("3. Sluiting"),
        MORE,
    )

    assert found == ["1 Opening", "2 Vve", "3 Sluiting"]


def test_a_numbered_list_within_an_item_is_text():
    found = headings_of(
        *HEAD,
        "1. Opening",
        TEXT,
        "2. Vve",
        MORE,
        "1. Meer plekken",
        "2. Betere overdracht",
        "3. Kortere wachtlijst",
        "3. Kansen",
        TEXT,
        "4. Rondvraag",
        "1. De school De Eik krijgt een nieuw dak in mei.",
        "2. De GGD heeft een nieuwe jeugdarts.",
    )

    assert found == ["1 Opening", "2 Vve", "3 Kansen", "4 Rondvraag"]


def test_numbered_paragraphs_below_plain_headings_are_text():
    found = headings_of(
        *HEAD,
        "1 Opening",
        "1.1 De wethouder is afwezig",
        "1.2 Het is vroeg",
        "2 Vve",
        "2.1 Cijfers per school",
        "2.2 Tarief zonder toeslag",
        "3 Sluiting",
        TEXT,
    )

    assert found == ["1 Opening", "2 Vve", "3 Sluiting"]


def test_the_agenda_above_the_minutes_gives_no_items():
    found = headings_of(
        *HEAD,
        bold("Agenda"),
        "1. Opening",
        "2. Vve",
        "3. Rondvraag",
        "1. Opening",
        TEXT,
        "2. Vve",
        MORE,
        "3. Rondvraag",
        TEXT,
    )

    assert found == ["1 Opening", "2 Vve", "3 Rondvraag"]


def test_a_title_below_its_number_is_joined_to_it():
    found = headings_of(
        *HEAD,
        bold("Agendapunt 1"),
        bold("Opening"),
        TEXT,
        bold("Agendapunt 2"),
        bold("Vve en voorscholen"),
        MORE,
    )

    assert found == ["1 Opening", "2 Vve en voorscholen"]


def test_a_title_on_two_lines_is_one():
    found = headings_of(
        *HEAD,
        bold("1. Opening", space_before=10.0),
        TEXT,
        bold("2. Stand van zaken van het achterstandenbeleid en de", space_before=10.0),
        bold("voorschoolse educatie", space_before=0.0),
        MORE,
        bold("3. Sluiting", space_before=10.0),
        TEXT,
    )

    assert found == [
        "1 Opening",
        "2 Stand van zaken van het achterstandenbeleid en de voorschoolse educatie",
        "3 Sluiting",
    ]


def test_rows_of_a_table_are_items():
    found = headings_of(
        *HEAD,
        row("Nr.", "Agendapunt", "Bespreking", "Actie"),
        row("1", "Opening", TEXT, ""),
        row("2", "Vve", MORE, "Anna"),
        row("", "", "Vervolg van de bespreking", ""),
        row("3", "Rondvraag", "geen", ""),
        bold("Actielijst"),
        row("Actie", "Wie", "Wanneer"),
        row("Bellen", "Anna", "1 mei"),
    )

    assert found == ["1 Opening", "2 Vve", "3 Rondvraag", "Actielijst"]


def test_a_table_within_a_row_gives_no_items():
    found = headings_of(
        *HEAD,
        row("Nr", "Onderwerp", "Bespreking"),
        row("1", "Opening", TEXT),
        row("2", "Vve", ""),
        row("Actie", "Wie"),
        row("Bellen", "Anna"),
        row("3", "Sluiting", TEXT),
    )

    assert found == ["1 Opening", "2 Vve", "3 Sluiting"]


def test_an_agenda_with_hours_is_a_table_of_items():
    found = headings_of(
        "Agenda LEA Testdam",
        "Datum: 3 maart 2022",
        row("Tijd", "Onderwerp", "Wie"),
        row("15.00", "Opening", "voorzitter"),
        row("15.05", "Vve-beleid", "Anna"),
    )

    assert found == ["Opening", "Vve-beleid"]


def test_a_number_in_the_margin_is_a_cell_of_its_own():
    found = headings_of(
        *HEAD,
        row("1.", "Opening", bold=True),
        row("", TEXT),
        row("2.", "Vve", bold=True),
        row("", MORE),
    )

    assert found == ["1 Opening", "2 Vve"]


def test_a_letter_without_headings_has_only_its_head():
    assert headings_of("Geachte raad,", TEXT, MORE, "Met vriendelijke groet,") == []


def test_a_table_within_a_row_may_count_its_own_rows():
    found = headings_of(
        *HEAD,
        row("Nr", "Onderwerp", "Bespreking"),
        row("1", "Opening", ""),
        row("Nr", "Wat", "Wie"),
        row("1.1", "Punt 6 vervalt", "AB"),
        row("1.2", "Post van de inspectie", "CD"),
        row("2", "Vve", ""),
        row("Nr", "Onderdeel", "Gevraagd"),
        row("2a", "Kaartje", "instemmen"),
        row("2b", "Prijs", "bespreken"),
        row("4", "Sluiting", TEXT),
    )

    assert found == ["1 Opening", "2 Vve", "4 Sluiting"]


def test_empty_cells_behind_a_row_do_not_make_it_of_another_table():
    found = headings_of(
        *HEAD,
        row("Nr", "Onderwerp", "Bespreking"),
        row("1", "Opening", TEXT),
        row("2", "Vve", TEXT, "", ""),
    )

    assert found == ["1 Opening", "2 Vve"]


def test_the_hour_before_a_title_is_no_part_of_it():
    found = headings_of(
        "Agenda LEA Testdam",
        "Datum: 3 maart 2022",
        bold("15.00 - 15.10 Opening"),
        "Er is koffie.",
        bold("15:10 uur Vve-beleid"),
        "Bijlage 1.",
        bold("16.00 Rondvraag"),
    )

    assert found == ["Opening", "Vve-beleid", "Rondvraag"]


def test_a_plain_title_with_a_verb_is_one_among_others():
    found = headings_of(
        *HEAD,
        "Opening",
        TEXT,
        "Voorrang",
        MORE,
        "Hoe het met de kinderen gaat",
        3 * TEXT,
        "Rondvraag",
        MORE,
    )

    assert found == ["Opening", "Voorrang", "Hoe het met de kinderen gaat", "Rondvraag"]


UMBRELLA = "Tegengaan van segregatie, bevorderen van integratie en bestrijden van achterstanden"


@pytest.mark.parametrize("print_", [block, bold])
@pytest.mark.parametrize("numbers", [("1. ", "2. ", "3. ", "4. "), ("", "", "", "")])
def test_a_title_may_be_as_long_as_relabelling_makes_it(print_, numbers):
    titles = (
        "Opening",
        f"{UMBRELLA}: gemengde groepen en samen spelen in de wijk",
        "Voorschoolse educatie: doelgroepdefinitie, toeleiding en doorlopende leerlijn: peuters",
        "Rondvraag",
    )
    lines = [print_(number + title) for number, title in zip(numbers, titles, strict=True)]
    blocks = [b for line in lines for b in (line, MORE)]

    assert headings_of(*HEAD, *blocks) == [line.text.replace(".", "", 1) for line in lines]


def test_a_long_line_before_a_text_is_no_heading_where_it_tells_something():
    found = headings_of(
        *HEAD,
        "Opening",
        TEXT,
        "Peuters",
        MORE,
        "Hierbij nog wat we in het voorjaar met de scholen in de dorpen niet deden",
        MORE,
        "Rondvraag",
        TEXT,
    )

    assert found == ["Opening", "Peuters", "Rondvraag"]


def test_a_line_below_it_makes_a_heading():
    lines = ("Opening", "Hoe het verder gaat met de peuters", "Geld")
    blocks = [b for line in lines for b in (block(line, underline=True), "Geen bijzonderheden.")]

    assert headings_of(*HEAD, *blocks) == list(lines)


def test_a_word_underlined_within_items_that_are_bold_is_no_heading():
    inner = (block("Bereik in de dorpen", underline=True), TEXT)

    assert headings_of(
        *HEAD, bold("1. Opening"), TEXT, *inner, bold("2. Geld"), MORE, bold("3. Zomer"), TEXT
    ) == ["1 Opening", "2 Geld", "3 Zomer"]


def test_a_word_underlined_within_items_with_plain_numbers_is_no_heading():
    inner = (block("Bereik", underline=True), "Blijft achter.")

    assert headings_of(*HEAD, "1. Opening", TEXT, *inner, "2. Geld", MORE, "3. Zomer", TEXT) == [
        "1 Opening",
        "2 Geld",
        "3 Zomer",
    ]


def test_underlining_says_nothing_where_all_is_underlined():
    def line(text):
        return block(text, underline=True)

    found = headings_of(
        *map(line, HEAD), line("1. Opening"), line(TEXT), line("2. Vve"), line(MORE)
    )

    assert found == ["1 Opening", "2 Vve"]


def test_considerations_and_amounts_that_begin_with_a_number_are_text():
    found = headings_of(
        *HEAD,
        bold("1. Opening"),
        TEXT,
        bold("2. Vve"),
        "De besturen overwegen:",
        "1. dat de verschillen toenemen;",
        "2. dat samen optrekken helpt;",
        "3. dat er geld voor is;",
        "3.1 miljoen is er nodig",
        "12 kinderen wachten",
        bold("2.1 Bereik"),
        MORE,
        bold("3. Rondvraag"),
        TEXT,
    )

    assert found == ["1 Opening", "2 Vve", "2.1 Bereik", "3 Rondvraag"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        (
            "2. Vve: bereik, kwaliteit en doorgaande lijn in wijken (14.05 - 14.40 uur, A. Ras,",
            "bijlage 1 en 2)",
        ),
        (
            "2. Stand van zaken van het beleid voor peuters en kleuters in de dorpen en van",
            "de voorschoolse educatie",
        ),
        (
            "2. Stand van zaken van het beleid voor peuters en kleuters in dorp, kern en nieuwe",
            "wijken van de gemeente",
        ),
    ],
)
def test_a_numbered_title_in_plain_letters_goes_on_in_the_next_line(line, rest):
    found = headings_of("Agenda LEA", "3 maart 2022", "1. Opening", line, rest, "3. Rondvraag")

    assert found == ["1 Opening", f"{line} {rest}".replace(".", "", 1), "3 Rondvraag"]


def test_a_sentence_below_a_numbered_title_is_its_text():
    found = headings_of("Agenda LEA", "3 maart 2022", "1. Opening", "door de wethouder", "2. Vve")

    assert found == ["1 Opening", "2 Vve"]


@pytest.mark.parametrize("mark", [".", ":", " \N{EN DASH}"])
def test_a_title_may_run_into_its_text(mark):
    lines = [f"{n}. {t}{mark} {TEXT}" for n, t in enumerate(("Opening", "Vve", "Sluiting"), 1)]
    items = read_record(document(*HEAD, *lines)).items[1:]

    assert [(item.number, item.title, item.text) for item in items] == [
        ("1", "Opening", TEXT),
        ("2", "Vve", TEXT),
        ("3", "Sluiting", TEXT),
    ]


def test_numbered_sentences_have_no_title_that_runs_into_them():
    assert headings_of(*HEAD, f"1. {TEXT}", f"2. {MORE}", f"3. {TEXT}") == []
