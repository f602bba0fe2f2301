"""The head of a document; what is read of it is in the tests of dates, people and partners."""

from leaterms.reading import Block
from leaterms.structure.head import head_lines
from leaterms.structure.words import shipped_words


def block(text: str) -> Block:
    return Block(text)


def test_a_list_of_names_goes_on_over_lines():
    lines = head_lines(
        [block("Aanwezig: A. Jansen (gemeente), B. de Boer (bestuur De Brug),"), block("C. Smit")],
        shipped_words(),
    )

    assert [line.text for line in lines] == [
        "Aanwezig: A. Jansen (gemeente), B. de Boer (bestuur De Brug), C. Smit"
    ]


def test_an_annex_without_headings_is_no_endless_line():
    text = "de leerlingen van de school gaan door zonder punt of kop of teken en zo voorts"

    lines = head_lines([block(text)] * 500, shipped_words())

    assert max(len(line.text) for line in lines) < 3000 + 2 * len(text)
    assert sum(line.text.count("zo voorts") for line in lines) == 500


def test_one_person_a_line_with_a_form_of_address_begins_anew():
    lines = head_lines(
        [
            block("Aanwezig:"),
            block("de heer W. Tuin, bestuurder Stichting Oosterland (openbaar)"),
            block("mevrouw J. Haan, voorzitter van de vereniging Het Zaadje en"),
            block("de heer D. Mulder"),
        ],
        shipped_words(),
    )

    assert [line.text for line in lines] == [
        "Aanwezig:",
        "de heer W. Tuin, bestuurder Stichting Oosterland (openbaar)",
        "mevrouw J. Haan, voorzitter van de vereniging Het Zaadje en de heer D. Mulder",
    ]
