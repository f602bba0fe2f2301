import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import Method
from leaterms.relabelling import Style, Suggestion, suggest
from tests.assessment.archives import THEMES, paper, theme

TALK = "De besturen bespreken de plannen voor volgend jaar."


def mark(words, theme="segregatie+integratie", wording="jargon", assertion="discussed"):
    return f"[[{words}::{theme}::{wording}::{assertion}]]"


def titles(*items, **more):
    return [s.suggestion for s in suggest((paper("a.pdf", *items, **more),), THEMES)]


def test_a_local_heading_comes_under_the_statutory_umbrella():
    result = paper("a.pdf", (f"{mark('Heterogene groepen')} in de peuteropvang", TALK), page=2)

    assert suggest((result,), THEMES) == (
        Suggestion(
            path="a.pdf",
            item=0,
            page=2,
            title="Heterogene groepen in de peuteropvang",
            suggestion=(
                "Voorkomen van segregatie en bevorderen van integratie: "
                "heterogene groepen in de peuteropvang"
            ),
            themes=("segregatie", "integratie"),
            reason=(
                "De kop zegt 'Heterogene groepen'; de wettelijke woorden 'voorkomen van "
                "segregatie' en 'bevorderen van integratie' staan niet in de kop. "
                "Gebruik deze kop voor een volgende agenda."
            ),
            confidence=0.9,
            renames=True,
            evidence="Heterogene groepen",
        ),
    )


def test_a_planned_item_of_an_agenda_is_relabelled_there():
    item = (mark("Menging", assertion="planned"), "")
    (found,) = suggest((paper("a.docx", item, kind="agenda"),), THEMES)

    assert found.suggestion == "Voorkomen van segregatie en bevorderen van integratie: menging"
    assert found.reason.endswith("staan niet in de kop.")


def test_each_theme_has_its_ground_in_the_reason():
    menging, loting = mark("Menging", "segregatie"), mark("loting", "inschrijving-toelating")
    heading = paper("a.pdf", (f"{menging} en {loting}", TALK))
    text = paper("b.pdf", ("Wijken", f"Over {menging} en {loting}."))
    both = paper("c.pdf", (menging, f"Over {loting}."))
    reasons = [found.reason.split(";")[0] for found in suggest((heading, text, both), THEMES)]

    assert reasons == [
        "De kop zegt 'Menging' en 'loting'",
        "De tekst zegt 'Menging' en 'loting'",
        "De kop zegt 'Menging'",
        "De tekst zegt 'loting'",
    ]


@pytest.mark.parametrize("title", ["Huisvesting", "Stand van de nieuwbouwplannen", "PERSONEEL"])
def test_a_title_about_something_else_keeps_its_name(title):
    talk = f"Ook over {mark('heterogene groepen')} is gesproken."
    (found,) = suggest((paper("a.pdf", (title, talk)),), THEMES)

    assert not found.renames
    assert found.suggestion.casefold() == (
        "voorkomen van segregatie en bevorderen van integratie: heterogene groepen"
    )
    assert found.reason.endswith(
        f"Het staat nu onder '{title}': maak er een eigen agendapunt van."
    )


def test_a_capital_that_lost_its_accent_gets_it_back():
    found = titles((f"Eén {mark('inloop', 'inschrijving-toelating')}", TALK))

    assert found == ["Inschrijving en toelating: één inloop"]


def test_local_words_in_the_text_relabel_the_item_they_stand_in():
    (found,) = suggest((paper("a.pdf", ("Peuters", mark("mix", "segregatie"))),), THEMES)

    assert found.suggestion == "Voorkomen van segregatie: peuters"
    assert found.reason.startswith("De tekst zegt 'mix'; de wettelijke woorden 'voorkomen van")


def test_a_title_in_statutory_words_stays_and_the_other_theme_gets_an_item_of_its_own():
    heading = f"Jaarplan {mark('segregatie', 'segregatie', 'statutory')}"
    (found,) = suggest((paper("a.pdf", (heading, mark("mix"))),), THEMES)

    assert (found.suggestion, found.renames) == ("Bevorderen van integratie: mix", False)
    assert titles((heading, mark("mix", "segregatie"))) == []


def test_a_title_that_names_one_theme_does_not_stand_for_what_is_said_below_it():
    heading = mark("Loting", "inschrijving-toelating")
    found = suggest((paper("a.pdf", (heading, mark("gemengde groepen"))),), THEMES)

    assert [(s.suggestion, s.renames) for s in found] == [
        ("Inschrijving en toelating: loting", True),
        ("Voorkomen van segregatie en bevorderen van integratie: gemengde groepen", False),
    ]


def test_the_umbrella_stands_behind_by_choice():
    result = paper("a.pdf", (mark("Gemengde scholen", "segregatie"), TALK))
    (found,) = suggest((result,), THEMES, style=Style.BEHIND)

    assert found.suggestion == "Gemengde scholen (voorkomen van segregatie)"


@pytest.mark.parametrize(
    ("quote", "method", "named"),
    [
        ("gemengde groepen", Method.TERM, ": gemengde groepen"),
        ("niet zijn gekomen", Method.PATTERN, ""),
        ("elk kind van de wijk hoort erbij", Method.TERM, ""),
        ('"wit", zei hij', Method.TERM, ""),
        ("gemengde groepen", Method.MODEL, ""),
    ],
)
def test_an_item_of_its_own_is_named_by_words_that_are_a_name(quote, method, named):
    item = ("Rondvraag", mark(quote, "segregatie"))

    assert titles(item, method=method) == [f"Voorkomen van segregatie{named}"]


def test_a_theme_is_proposed_once_in_a_document():
    items = [("Mededelingen", mark("mix")), ("Rondvraag", mark("mix"))]

    assert len(titles(*items)) == 1


@pytest.mark.parametrize(
    "marked",
    [
        mark("mix", assertion="not_discussed"),
        mark("mix", assertion="postponed"),
        mark("mix", assertion="quoted"),
        mark("mix", assertion="planned"),
        mark("segregatie", "segregatie", "statutory"),
        "geen enkel thema",
    ],
)
def test_what_the_item_does_not_bear_in_local_words_is_not_named(marked):
    assert titles(("Peuters", marked)) == []


def test_proposals_of_the_model_and_other_meetings_bear_nothing():
    item = ("Peuters", mark("mix"))

    assert titles(item, method=Method.SEMANTIC) == []
    assert titles(item, lea=False) == []
    assert titles(item, kind="other") == []


@pytest.mark.parametrize(
    "title",
    [
        "Opening",
        "Opening en mededelingen",
        "Mededelingen",
        "Rondvraag en sluiting",
        "Verslag vorige vergadering",
        "Verslag van 18 januari",
        "Vaststellen agenda",
        "Notulen",
        "W.v.t.t.k.",
        "Ingekomen stukken",
        "Actielijst",
        "Evaluatie",
    ],
)
def test_the_furniture_of_a_meeting_is_not_renamed_but_gets_an_item_beside_it(title):
    (found,) = suggest((paper("a.pdf", (title, mark("Gemengde groepen"))),), THEMES)

    assert found.suggestion == (
        "Voorkomen van segregatie en bevorderen van integratie: gemengde groepen"
    )
    assert not found.renames
    assert found.reason.endswith(
        f"Het staat nu onder '{title}': maak er een eigen agendapunt van."
    )


@pytest.mark.parametrize(
    "title", ["Evaluatie aanmelding", "Opvang", "Verslag onderzoek", "Nieuws uit de wijk"]
)
def test_a_title_with_a_subject_is_renamed(title):
    (found,) = suggest((paper("a.pdf", (title, mark("mix"))),), THEMES)

    assert found.renames


def test_no_item_is_proposed_beside_one_that_bears_the_theme_already():
    assert titles(("Groepen", mark("mix")), ("Rondvraag", mark("mix"))) == [
        "Voorkomen van segregatie en bevorderen van integratie: groepen"
    ]


@pytest.mark.parametrize(
    ("title", "text", "local"),
    [
        ("NPO en zomer", "", "NPO en zomer"),
        ("IKC-vorming", "", "IKC-vorming"),
        ("Dwarsverband", "Noor legt Dwarsverband uit.", "Dwarsverband"),
        ("Loting", "Over loting is veel te zeggen.", "loting"),
        ("Oekraïne", "", "Oekraïne"),
        ("Nationaal Programma Onderwijs", "", "Nationaal Programma Onderwijs"),
        ("GROEPEN IN DE VVE", "", "groepen in de VVE"),
        ("2e aanmeldronde", "", "2e aanmeldronde"),
    ],
)
def test_a_local_title_keeps_capitals_of_names_and_abbreviations_only(title, text, local):
    assert titles((title, f"{text} {mark('mix', 'segregatie')}")) == [
        f"Voorkomen van segregatie: {local}"
    ]


def test_an_umbrella_with_an_and_of_its_own_comes_first_behind_a_comma():
    both = f"{mark('mix', 'segregatie')} en {mark('loting', 'inschrijving-toelating')}"

    assert titles(("Scholen", both)) == [
        "Inschrijving en toelating, en voorkomen van segregatie: scholen"
    ]


def test_where_not_all_umbrellas_fit_the_strongest_stay_and_the_rest_is_an_item_of_its_own():
    text = f"{mark('mix', 'segregatie')}, {mark('om en om', 'evenwichtige-verdeling')}. " * 2
    text += mark("samen spelen", "integratie")
    title = "Stand van zaken in alle kernen"
    found = suggest((paper("a.pdf", (title, text)),), THEMES)

    assert [(s.themes, s.renames) for s in found] == [
        (("segregatie", "evenwichtige-verdeling"), True),
        (("integratie",), False),
    ]
    assert max(len(s.suggestion) for s in found) <= 110


def test_a_title_that_leaves_no_room_gets_an_item_beside_it():
    title = "Bespreking van de stand van zaken " * 3 + mark("gemengde groepen")
    (found,) = suggest((paper("a.pdf", (title, TALK)),), THEMES)

    assert found.suggestion.endswith("bevorderen van integratie: gemengde groepen")
    assert not found.renames


def test_more_mentions_make_surer_but_never_certain():
    one, more, many = (
        suggest(
            (paper("a.pdf", ("Peuters", " ".join([mark("mix")] * n)), confidence=0.6),), THEMES
        )
        for n in (1, 2, 9)
    )

    assert [found[0].confidence for found in (one, more, many)] == [0.6, 0.84, 0.99]


def test_suggestions_do_not_depend_on_the_order_of_the_files():
    results = [paper(f"{n}.pdf", ("Peuters", mark("mix"))) for n in range(3)]

    assert len({suggest(order, THEMES) for order in itertools.permutations(results)}) == 1


_TITLE = st.text("abcdefg HIJ-éë", min_size=1, max_size=120).map(str.strip).filter(bool)
_LONG = (*THEMES, theme("lang", "lange woorden", "Lange umbrella " + "met veel woorden " * 4))


@given(
    _TITLE,
    st.lists(st.sampled_from([theme.id for theme in _LONG]), min_size=1, max_size=5),
    _TITLE,
)
def test_titles_fit_and_hold_the_local_title(title, keys, quote):
    text = " ".join(mark(quote, key) for key in keys)
    for found in suggest((paper("a.pdf", (title, text)),), _LONG):
        assert len(found.suggestion) <= 110
        assert set(found.themes) <= set(keys)
        assert 0 < found.confidence <= 1
        if found.renames:
            local = re.sub(r"[\s:;,]+$", "", title.casefold())
            assert found.suggestion.casefold().endswith(f": {local}")
