from itertools import combinations

import pytest

import leaterms
from leaterms.relabelling import Style
from leaterms.relabelling.titles import (
    LocalSpelling,
    compose_title,
    is_closing,
    is_neutral,
    join_umbrellas,
    umbrellas_of,
)
from leaterms.vocabulary import Wording

THEMES = leaterms.load_vocabulary().themes
PLAIN = LocalSpelling(())


@pytest.mark.parametrize("number", [1, 2])
def test_every_umbrella_is_found_again_in_statutory_words(number):
    missed = []
    for themes in combinations(THEMES, number):
        for umbrella in umbrellas_of(themes):
            small = umbrella[0].lower() + umbrella[1:]
            for title in (f"{umbrella}: wat er speelt", f"Wat er speelt ({small})"):
                found = leaterms.detect(title, kind="agenda")
                said = {m.theme for m in found if m.wording is Wording.STATUTORY}
                missed += [(title, t.id) for t in themes if t.id not in said]

    assert missed == []


@pytest.mark.parametrize(
    ("umbrella", "title", "expected"),
    [
        ("Voorkomen van segregatie", "Peuters", "Voorkomen van segregatie: peuters"),
        ("Voorkomen van segregatie", "Peuters:", "Voorkomen van segregatie: peuters"),
        (
            "Voorkomen van segregatie",
            "Peuters: de mix",
            "Voorkomen van segregatie – peuters: de mix",
        ),
        ("Voorkomen van segregatie", "3. Peuters", "3. Voorkomen van segregatie: peuters"),
        ("Voorkomen van segregatie", "IV. Peuters", "IV. Voorkomen van segregatie: peuters"),
        ("Voorkomen van segregatie", "", "Voorkomen van segregatie"),
        ("Bevorderen van integratie", "Integratie", "Bevorderen van integratie"),
        (
            "Bevorderen van integratie",
            "Integratie in de wijk",
            "Bevorderen van integratie in de wijk",
        ),
        (
            "Bevorderen van integratie",
            "Integratie en ontmoeting",
            "Bevorderen van integratie: ontmoeting",
        ),
        (
            "Evenwichtige verdeling van leerlingen",
            "Verdeling van nieuwkomers",
            "Evenwichtige verdeling van leerlingen: nieuwkomers",
        ),
        (
            "Resultaten van vroegschoolse educatie",
            "Resultaten groep 2",
            "Resultaten van vroegschoolse educatie: groep 2",
        ),
    ],
)
def test_a_title_comes_under_its_umbrella_and_no_word_stands_twice(umbrella, title, expected):
    assert compose_title(umbrella, title, PLAIN) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gemengde scholen", "Gemengde scholen (voorkomen van segregatie)"),
        ("Gemengde scholen:", "Gemengde scholen (voorkomen van segregatie):"),
        ("Scholen (bijlage 3)", "Scholen (bijlage 3) – voorkomen van segregatie"),
        ("2. Gemengde scholen", "2. Gemengde scholen (voorkomen van segregatie)"),
    ],
)
def test_the_umbrella_behind_a_title(title, expected):
    assert compose_title("Voorkomen van segregatie", title, PLAIN, Style.BEHIND) == expected


def test_in_a_document_in_capitals_the_new_title_is_in_capitals():
    spelling = LocalSpelling((), ("OPENING", "GROEPEN", "RONDVRAAG"))

    assert compose_title("Voorkomen van segregatie", "GROEPEN", spelling) == (
        "VOORKOMEN VAN SEGREGATIE: GROEPEN"
    )


def test_a_name_of_two_common_words_keeps_its_capitals():
    assert PLAIN.set("Nationaal Programma") == "Nationaal Programma"
    assert PLAIN.set("Brief Amsterdam") == "brief Amsterdam"


def test_umbrellas_are_joined_as_dutch_does():
    parts = ["Voorkomen van segregatie", "Inschrijving en toelating", "Vve-doelgroep"]

    assert join_umbrellas(parts[:1]) == "Voorkomen van segregatie"
    assert join_umbrellas([parts[0], parts[2]]) == "Voorkomen van segregatie en vve-doelgroep"
    assert join_umbrellas(parts) == (
        "Inschrijving en toelating, voorkomen van segregatie, en vve-doelgroep"
    )


@pytest.mark.parametrize(
    "title",
    [
        "IX. Wat verder ter tafel komt",
        "1. Opening",
        "Het verslag van juni",
        "Vorig verslag (24-06)",
        "Lopende zaken",
        "VARIA",
        "Vaststelling van de besluitenlijst",
        "12",
        "",
    ],
)
def test_a_title_without_a_subject(title):
    assert is_neutral(title)


@pytest.mark.parametrize("title", ["Varianten", "Peuters", "Opvang", "Voortgang gemengde scholen"])
def test_a_title_with_a_subject(title):
    assert not is_neutral(title)


def test_what_closes_an_agenda():
    titles = ["Rondvraag en sluiting", "9. Sluiting", "Volgende vergadering", "Sluitende aanpak"]

    assert [is_closing(title) for title in titles] == [True, True, True, False]
