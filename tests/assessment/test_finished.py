import pytest

from leaterms.assessment import assess
from leaterms.assessment.criteria import load_criteria
from tests.assessment.archives import THEMES, paper

MIX = "[[gemengde groepen::segregatie::jargon::discussed]]"
DONE = load_criteria().finished


@pytest.mark.parametrize(
    "text",
    [
        "afgehandeld",
        "Gereed.",
        "(afgerond)",
        "gereed 12-04-2022",
        "notitie maken (gereed)",
        "notitie maken - afgehandeld",
        "notitie maken: klaar",
        "de notitie is inmiddels afgerond.",
        "de brieven zijn verzonden",
    ],
)
def test_words_that_say_it_is_done(text):
    assert DONE.search(text.casefold())


@pytest.mark.parametrize(
    "text",
    [
        "gereed vóór 1 mei",
        "1 mei",
        "de notitie is vóór 1 juli gereed",
        "noor maakt de brief af",
        "het onderzoek wordt afgerond",
        "is er een afgeronde notitie?",
        "een klare lijn",
    ],
)
def test_words_that_do_not(text):
    assert DONE.search(text.casefold()) is None


def standing(*rows, head="Actie | Wie | Wanneer | Status"):
    """The texts that stand in 2022 of a list of actions of 2021."""
    text = "\n".join(f"| {row} |" for row in (head, *rows))
    results = (
        paper("2021.pdf", ("Actielijst", text), date="2021-03-15"),
        paper("2022.pdf", ("Opening", "Welkom."), date="2022-03-15"),
    )
    (found,) = [a for a in assess(results, THEMES) if (a.theme, a.year) == ("segregatie", 2022)]
    return [agreement.text for agreement in found.standing]


def test_an_action_that_was_done_stands_no_longer():
    rows = (
        f"Brief over {MIX} sturen | Noor | 1 mei | afgehandeld",
        f"Nota over {MIX} maken | Noor | 1 mei | loopt",
        f"Cijfers over {MIX} opvragen (gereed) | Noor | | ",
    )

    assert standing(*rows) == ["Nota over gemengde groepen maken"]


def test_the_column_of_dates_may_say_so():
    rows = (f"Brief over {MIX} sturen | Noor | gereed", f"Nota over {MIX} maken | Noor | 1 mei")

    assert standing(*rows, head="Actie | Wie | Gereed") == ["Nota over gemengde groepen maken"]
