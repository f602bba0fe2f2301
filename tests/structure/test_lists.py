"""Lists of actions and decisions, and the items they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.structure import read_record
from tests.structure.builders import minutes

HEAD = "Verslag LEA-overleg\n3 maart 2022\nAanwezig: A. Bos (wethouder), B. Kok (De Wilg)\n"
TEXT = "De voorzitter opent de vergadering en heet iedereen welkom in de raadzaal."
ITEMS = f"""## 1. Opening
{TEXT}
## 2. Peuters
Het bereik van de peuters in de dorpen blijft achter.
## 3. Geld
De begroting sluit.
## 4a. Zomerschool
De zomerschool begint in juli.
"""


def items(source):
    return read_record(minutes(HEAD + source)).items[1:]


def titles(source):
    return [item.title for item in items(source)]


def links(source):
    """The lines of the last item with the titles of the items they belong to."""
    found = items(source)
    last = found[-1]
    return [
        (last.text[s.start : s.end], None if s.belongs_to is None else found[s.belongs_to].title)
        for s in last.segments
    ]


@pytest.mark.parametrize("label", ["Acties:", "Acties", "Actiepunten", "Besluiten", "Afspraken:"])
@pytest.mark.parametrize("numbers", [("1. ", "2. ", "3. "), ("", "", "")])
def test_a_list_within_an_item_is_none_itself(label, numbers):
    one, two, three = numbers
    source = (
        f"## {one}Opening\n{TEXT}\n## {two}Peuters\n{TEXT}\n## {label}\n- Bos belt.\n"
        f"- Kok schrijft.\n## {three}Geld\n{TEXT}"
    )
    found = items(source)

    assert [item.title for item in found] == ["Opening", "Peuters", "Geld"]
    assert found[1].text == f"{TEXT}\n{label}\nBos belt.\nKok schrijft."


def test_a_table_within_an_item_is_text_of_it():
    table = "| Actie | Wie | Wanneer |\n| Bellen | Bos | 1 mei |\n| Schrijven | Kok | 1 juni |"
    source = f"## 1. Opening\n{TEXT}\n## 2. Geld\n{TEXT}\n{table}\n## 3. Zomer\n{TEXT}"

    assert titles(source) == ["Opening", "Geld", "Zomer"]


def test_each_item_may_have_a_list_that_looks_as_a_heading():
    part = f"{TEXT}\n## Besluiten\n- Akkoord.\n"

    assert titles(f"## Peuters\n{part}## Geld\n{part}## Zomer\n{TEXT}") == [
        "Peuters",
        "Geld",
        "Zomer",
    ]


@pytest.mark.parametrize("title", ["Actielijst", "Acties", "Besluitenlijst", "Actiepunten"])
def test_a_list_at_the_end_is_an_item(title):
    source = f"## Opening\n{TEXT}\n## Peuters\n{TEXT}\n## {title}\n- Bos belt."

    assert titles(source) == ["Opening", "Peuters", title]


def test_a_list_with_a_number_is_on_the_agenda():
    source = f"## 1. Opening\n{TEXT}\n## 2. Acties\n- Bos belt.\n## 3. Geld\n{TEXT}"

    assert titles(source) == ["Opening", "Acties", "Geld"]


@pytest.mark.parametrize("above", ["Opening", "Verslag van 9 januari 2022"])
def test_the_actions_of_last_time_below_the_opening_are_an_item(above):
    source = f"## {above}\n{TEXT}\n## Actiepunten\n- Bos belde.\n## Geld\n{TEXT}"

    assert titles(source) == [above, "Actiepunten", "Geld"]


def test_an_action_list_between_items_is_an_item():
    source = f"## Opening\n{TEXT}\n## Peuters\n{TEXT}\n## Actielijst\n- Bos belt.\n## Geld\n{TEXT}"

    assert titles(source) == ["Opening", "Peuters", "Actielijst", "Geld"]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Punt 3: de besturen stemmen in.", "Geld"),
        ("Agendapunt 4a: akkoord.", "Zomerschool"),
        ("Bos stuurt de cijfers (agp. 2).", "Peuters"),
        ("Bos stuurt naar aanleiding van punt 2 de cijfers.", "Peuters"),
        ("Punt 4: akkoord.", None),
        ("Punt 3b: akkoord.", "Geld"),
        ("Punt 9: akkoord.", None),
        ("Bos meldt punt 3 van het convenant bij de raad.", None),
        ("Bos boekt de zaal voor 12 mei.", None),
        ("Bos telt 3 punten.", None),
    ],
)
def test_an_entry_belongs_to_the_item_it_names(entry, title):
    assert links(f"{ITEMS}## Besluitenlijst\n- {entry}") == [(entry, title)]


@pytest.mark.parametrize("column", ["Agp.", "Agendapunt", "Agendanr"])
def test_a_column_names_the_items(column):
    table = (
        f"| {column} | Actie | Wie |\n| 2 | Bellen | Bos |\n| 3 | Mailen | Kok |\n| | Zaal | Bos |"
    )

    assert [title for _, title in links(f"{ITEMS}## Actielijst\n{table}")] == [
        None,
        "Peuters",
        "Geld",
        None,
    ]


def test_a_column_may_have_the_titles():
    table = "| Onderwerp | Actie |\n| Geld | Mailen |\n| Huis | Bellen |"

    assert [title for _, title in links(f"{ITEMS}## Actielijst\n{table}")] == [None, "Geld", None]


def test_beside_a_column_that_counts_another_names_the_items():
    table = "| Nr | Punt | Actie |\n| 1 | 3 | Mailen |\n| 2 | 2 | Bellen |"

    assert [title for _, title in links(f"{ITEMS}## Actielijst\n{table}")] == [
        None,
        "Geld",
        "Peuters",
    ]


def test_a_number_that_counts_the_actions_names_no_item():
    table = "| Nr | Actie | Wie |\n| 1 | Zaal | Bos |\n| 2 | Lunch | Kok |\n| 3 | Bus | Kok |"

    assert {title for _, title in links(f"{ITEMS}## Actielijst\n{table}")} == {None}


@pytest.mark.parametrize(
    "rows",
    [
        ("| 2 | Bellen | Bos |", "| 2 | Mailen | Kok |"),  # a number returns
        ("| 2 | De peuters in de dorpen bezoeken | Bos |", "| 3 | Begroting sturen | Kok |"),
    ],
)
def test_a_number_that_is_that_of_an_item_names_it(rows):
    table = "| Nr | Actie | Wie |\n" + "\n".join(rows)

    assert None not in [title for _, title in links(f"{ITEMS}## Actielijst\n{table}")[1:]]


def test_a_line_with_an_item_alone_is_the_head_of_what_follows():
    entries = "Agendapunt 2\n- Bos belt.\n- Kok schrijft.\n3. Geld\n- De begroting is akkoord."

    assert [title for _, title in links(f"{ITEMS}## Actielijst\n{entries}")] == [
        "Peuters",
        "Peuters",
        "Peuters",
        "Geld",
        "Geld",
    ]


def test_rows_of_a_table_with_such_a_column_belong_to_items_below_another_title_too():
    table = "| Agendapunt | Actie | Wie |\n| 3 | Mailen | Kok |"
    source = f"{ITEMS}## 5. Rondvraag\nGeen vragen.\n{table}"

    assert links(source) == [
        ("Geen vragen.", None),
        ("Agendapunt | Actie | Wie", None),
        ("3 | Mailen | Kok", "Geld"),
    ]


def test_talk_of_another_item_stays_where_it_is():
    source = f"{ITEMS}## 5. Rondvraag\nKok komt terug op punt 3."

    assert links(source) == [("Kok komt terug op punt 3.", None)]


def test_roman_numbers_are_named_in_either_way():
    source = "".join(
        f"## {n}. {t}\n{TEXT}\n" for n, t in (("I", "Nu"), ("II", "Om"), ("III", "Ma"))
    )
    entries = "- Punt III: akkoord.\n- Punt 2: akkoord."

    assert [title for _, title in links(f"{source}## Besluitenlijst\n{entries}")] == ["Ma", "Om"]


@given(st.lists(st.sampled_from(["- Punt 3: ja.", "| 2 | Bellen |", "Acties:", "- Iets.", "3"])))
def test_links_never_change_the_text(lines):
    source = f"{ITEMS}## Actielijst\n" + "\n".join(lines)
    last = items(source)[-1]

    assert last.text.count("\n") == max(0, len(last.segments) - 1)
    assert all(s.belongs_to is None or 0 <= s.belongs_to < last.index for s in last.segments)
