"""Items in the styles in which minutes number them, and lines that only look like items."""

import pytest

from leaterms.structure import read_record
from tests.structure.builders import minutes

HEAD = "Verslag LEA-overleg\n3 maart 2022\nAanwezig: A. Bos (wethouder), B. Kok (De Wilg)\n"
TEXT = "De voorzitter opent de vergadering en heet iedereen welkom in de raadzaal."


def told(*lines):
    """The lines with a text below each."""
    return "\n".join(f"{line}\n{TEXT}" for line in lines)


def items(source):
    return [(item.number, item.title) for item in read_record(minutes(HEAD + source)).items[1:]]


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("1. 2. 3.", "1 2 3"),
        ("1) 2) 3)", "1 2 3"),
        ("(1) (2) (3)", "1 2 3"),
        ("I. II. III.", "I II III"),
        ("A. B. C.", "A B C"),
        ("a. b. c.", "a b c"),
        ("01 02 03", "01 02 03"),
        ("§1 §2 §3", "1 2 3"),
        ("#1 #2 #3", "1 2 3"),
        ("Agendapunt_1: Agendapunt_2: Agendapunt_3:", "1 2 3"),
        ("Ad_1. Ad_2. Ad_3.", "1 2 3"),
    ],
)
@pytest.mark.parametrize("mark", ["", "## "])
def test_every_style_of_number_makes_items(printed, numbers, mark):
    titles = ("Opening", "Peuters", "Geld")
    marks = [number.replace("_", " ") for number in printed.split()]
    source = told(*(f"{mark}{n} {title}" for n, title in zip(marks, titles, strict=True)))

    assert items(source) == list(zip(numbers.split(), titles, strict=True))


def test_points_in_small_letters_within_an_item_are_no_items():
    source = f"1. Opening\n{TEXT}\n2. Peuters\na. Gratis ochtenden\nb. De folder\n3. Geld\n{TEXT}"

    assert items(source) == [("1", "Opening"), ("2", "Peuters"), ("3", "Geld")]


def test_a_numbered_list_within_an_item_is_none_of_them():
    points = "1. Eerst de folder\n2. Dan de brief\n3. Daarna het gesprek\n"
    source = f"{told('1. Opening', '2. Peuters')}\n{points}{told('3. Geld', '4. Sluiting')}"

    assert [title for _, title in items(source)] == ["Opening", "Peuters", "Geld", "Sluiting"]


def test_an_item_before_its_turn_is_an_item():
    source = told(
        "## Agendapunt 1: Opening",
        "## Agendapunt 2: Peuters",
        "## Agendapunt 7: Gebouwen",
        "## Agendapunt 3: Geld",
        "## Agendapunt 4: Zomer",
    )

    assert [number for number, _ in items(source)] == ["1", "2", "7", "3", "4"]


def test_who_speaks_in_bold_is_no_item():
    source = told("## 1. Opening", "## Jan de Vries:", "## 2. Geld", "## 3. Zomer")

    assert items(source) == [("1", "Opening"), ("2", "Geld"), ("3", "Zomer")]


def test_a_heading_above_rows_that_are_items_is_a_section():
    rows = f"| Nr | Onderwerp | Besproken |\n| 1 | Opening | {TEXT} |\n| 2 | Peuters | {TEXT} |"

    assert items(f"## Behandelde punten\n{rows}") == [
        ("", "Behandelde punten"),
        ("1", "Opening"),
        ("2", "Peuters"),
    ]


def test_numbered_sentences_in_a_table_are_points_of_their_item():
    rows = "\n".join(
        (
            "| Nr | Onderwerp | Besproken |",
            f"| 1 | Opening | {TEXT} |",
            f"| 2 | Peuters | {TEXT} |",
            "| 2.1 | De folder komt er niet en dat is jammer voor de ouders. | |",
            "| 2.2 | De wachtlijst is lang en wordt volgens Noor nog langer. | |",
            f"| 3 | Geld | {TEXT} |",
        )
    )

    assert items(rows) == [("1", "Opening"), ("2", "Peuters"), ("3", "Geld")]


def test_points_with_small_letters_in_a_table_are_no_items():
    rows = "\n".join(
        (
            "| Nr | Onderwerp | Besproken |",
            f"| 1 | Opening | {TEXT} |",
            "| a. | de folder | |",
            f"| 2 | Peuters | {TEXT} |",
        )
    )

    assert items(rows) == [("1", "Opening"), ("2", "Peuters")]


def test_minutes_of_last_time_are_the_first_item_below_the_attendance():
    source = told("## Verslag van 9 juni 2022", "## Peuters", "## Geld")

    assert items(source) == [("", "Verslag van 9 juni 2022"), ("", "Peuters"), ("", "Geld")]


def test_an_opening_with_more_in_its_title_is_one():
    source = told("## Opening, verslag, post", "## Peuters", "## Geld")

    assert items(source)[0] == ("", "Opening, verslag, post")


@pytest.mark.parametrize("line", ["Sluiting 21.20.", "01/09/2022"])
def test_hours_and_dates_are_no_items(line):
    source = told("1. Opening", "2. Peuters", "3. Geld", line)

    assert items(source) == [("1", "Opening"), ("2", "Peuters"), ("3", "Geld")]


def test_a_place_above_the_first_item_is_none():
    source = told("Basisschool De Wilg, zaal 2", "1. Opening", "2. Peuters", "3. Geld")

    assert items(source) == [("1", "Opening"), ("2", "Peuters"), ("3", "Geld")]


def test_a_title_above_the_first_number_is_an_item():
    source = told("Koffie en nieuwtjes", "1. Verslag", "2. Peuters", "3. Geld")

    assert items(source)[0] == ("", "Koffie en nieuwtjes")


def test_items_counted_on_through_the_year_keep_the_year_in_their_number():
    source = told("## Besluit 2022/11. Toelating", "## Besluit 2022/12. Peuters")

    assert items(source) == [("2022/11", "Toelating"), ("2022/12", "Peuters")]


def test_rows_with_letters_behind_their_number_are_items_without_a_row_for_the_number_alone():
    source = (
        "| Nr | Onderwerp | Bespreking |\n"
        f"| 1a. | Opening | {TEXT} |\n| 1b. | Peuters | {TEXT} |\n| 2a. | Rondvraag | {TEXT} |"
    )

    assert items(source) == [("1a", "Opening"), ("1b", "Peuters"), ("2a", "Rondvraag")]


def test_titles_without_numbers_go_on_below_a_table_within_one_of_their_rows():
    source = (
        "| Nr | Onderwerp | Bespreking |\n"
        "| | Volgorde | |\n"
        "| Nr | Onderwerp | Gevraagd | Tijd |\n"
        "| 1 | Opening | - | 5 |\n| 2 | Peuters | keuze | 20 |\n"
        f"| | Toelichting | {TEXT} |\n| | Later dit jaar | {TEXT} |"
    )

    assert items(source) == [("", "Volgorde"), ("", "Toelichting"), ("", "Later dit jaar")]


def test_titles_without_numbers_go_on_below_a_table_of_as_many_columns():
    source = (
        "| Nr | Onderwerp | Bespreking |\n"
        f"| | Opening | {TEXT} |\n| | Dorpen | {TEXT} |\n"
        "| Dorp | Nieuw sinds januari | Opmerking |\n| Oostwolde | 14 | geen nieuwe meer |\n"
        "Oostwolde wil dus een paar maanden overslaan, tot 1 oktober.\n"
        f"| | Peuters | {TEXT} |\n| | Rondje | {TEXT} |"
    )

    titles = [title for _, title in items(source)]
    assert titles == ["Opening", "Dorpen", "Peuters", "Rondje"]


def test_a_row_taken_before_its_turn_is_an_item():
    rows = "| Besproken | Besluit | Actie |\n| De voorzitter vertelt van de week. | | Geen. |\n"
    source = "| Nr | Onderwerp | Bespreking |\n" + "".join(
        f"| {number} | {title} | |\n{rows}"
        for number, title in ((1, "Opening"), (4, "Peuters"), (2, "Geld"), (3, "Rondje"))
    )

    assert [number for number, _ in items(source)] == ["1", "4", "2", "3"]


def test_a_part_called_toelichting_is_an_item_when_it_looks_as_the_others_do():
    assert items(told("## Volgorde", "## Toelichting", "## Later dit jaar")) == [
        ("", "Volgorde"),
        ("", "Toelichting"),
        ("", "Later dit jaar"),
    ]


def test_numbered_questions_below_a_plain_title_are_no_items():
    source = (
        f"Eerst even dit\n{TEXT}\nDorpen\n{TEXT}\nPeuters, drie vragen\n"
        "1. Wie hangt de vlaggetjes op?\n2. Zijn er plekken genoeg?\n3. Wil ieder een schrift?\n"
        f"Personeel en luiers: kort, door de opvang, aan het einde van de ochtend als dat kan.\n"
        f"Aanmelden\n{TEXT}\nRondvraag\n{TEXT}"
    )

    assert [title for _, title in items(source)] == [
        "Eerst even dit",
        "Dorpen",
        "Peuters, drie vragen",
        "Aanmelden",
        "Rondvraag",
    ]
