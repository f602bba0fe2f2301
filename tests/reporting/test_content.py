import pytest

from leaterms.assessment import Risk
from leaterms.reporting import gather
from tests.assessment.archives import THEMES, paper, unread

JARGON = "Er zijn [[heterogene groepen::segregatie::jargon::discussed]]."
STATUTORY = "Wij spraken over [[segregatie::segregatie::statutory::discussed]]."
DENIAL = "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken."


def test_passages_come_by_municipality_year_and_theme_in_the_order_of_the_law():
    content = gather(
        [
            paper("a.pdf", ("Punt", JARGON), date="2023-01-01"),
            paper(
                "b.pdf",
                ("Punt", "De [[loting::inschrijving-toelating::jargon::discussed]]."),
                ("Ander", STATUTORY),
            ),
            paper("c.pdf", ("Punt", STATUTORY), towns=("Akkerdam",)),
        ],
        THEMES,
    )

    assert [(p.municipality, p.year, p.theme.id) for p in content.passages] == [
        ("Akkerdam", 2022, "segregatie"),
        ("Veenrade", 2022, "segregatie"),
        ("Veenrade", 2022, "inschrijving-toelating"),
        ("Veenrade", 2023, "segregatie"),
    ]
    assert content.municipalities == ("Akkerdam", "Veenrade")
    assert content.years("Veenrade") == (2022, 2023)
    assert content.years("Akkerdam") == (2022,)


def test_the_best_passages_are_shown_first_and_at_most_six_of_each_wording():
    jargon = " ".join([JARGON] * 8)
    content = gather(
        [
            paper("tekst.pdf", ("Punt", jargon), ("Ander", STATUTORY)),
            paper(
                "kop.pdf",
                ("[[Mix::segregatie::jargon::discussed]]", ""),
                date="2022-05-01",
                confidence=0.6,
            ),
        ],
        THEMES,
    )

    found = content.passages[0]

    assert [e.mention.quote for e in found.shown] == [
        "segregatie",
        "Mix",
        *["heterogene groepen"] * 5,
    ]
    assert found.more == 3


def test_a_denial_stands_apart():
    content = gather([paper("a.pdf", ("Punt", JARGON), ("Ander", DENIAL))], THEMES)

    assert [e.mention.quote for e in content.passages[0].shown] == ["heterogene groepen"]
    assert [e.mention.quote for e in content.passages[0].denied] == ["segregatie"]
    assert content.count("Veenrade", Risk.HIGH) == 3
    assert content.count("Veenrade", Risk.LOW) == 1


@pytest.mark.parametrize(("lea", "expected"), [(True, ["a.pdf"]), (False, [])])
def test_undated_are_the_lea_documents_without_a_date(lea, expected):
    content = gather([paper("a.pdf", ("Punt", JARGON), date="", lea=lea)], THEMES)

    assert [result.path for result in content.undated] == expected


def test_files_that_were_not_read_and_meetings_are_counted():
    content = gather([paper("a.pdf", ("Punt", JARGON)), unread("b.pdf")], THEMES)

    assert [result.path for result in content.unread] == ["b.pdf"]
    assert content.held == 1


def test_an_empty_archive_has_an_empty_content():
    content = gather([], THEMES)

    assert (content.cells, content.passages, content.municipalities, content.held) == (
        (),
        (),
        (),
        0,
    )
