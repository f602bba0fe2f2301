import pytest

from leaterms.detection import Assertion, Method
from leaterms.detection.assertion import Verdict
from leaterms.detection.explanation import doubted, found_by, found_like, ground, taken_up
from leaterms.structure import Kind
from leaterms.vocabulary import Scope, Wording
from tests.detection.making import make_rule, make_term

TERM = make_term("heterogene groepen")
RULE = make_rule("not_discussed", Scope.SENTENCE, "niet", note="de zin ontkent het")


@pytest.mark.parametrize(
    ("method", "how"),
    [
        (Method.TERM, ""),
        (Method.COMPOUND, ", als deel van een samenstelling"),
        (Method.PATTERN, ", als zinspatroon"),
        (Method.FUZZY, ", met een spelfout"),
    ],
)
def test_why_says_which_term_and_how_it_was_found(method: Method, how: str):
    assert found_by(TERM, method) == f"Term 'heterogene groepen' (jargon){how}"


def test_why_names_the_wording_of_the_law():
    term = make_term("segregatie", wording=Wording.STATUTORY)

    assert found_by(term, Method.TERM) == "Term 'segregatie' (wettelijke term)"


@pytest.mark.parametrize(
    ("example", "like"), [("samen in de klas", ", zoals 'samen in de klas'"), ("", "")]
)
def test_what_was_learned_names_a_known_example(example: str, like: str):
    assert found_like(example) == f"Herkend door vergelijking met voorbeelden{like}"


def test_a_doubt_follows_how_it_was_found():
    assert doubted("Term 'menging' (jargon)") == (
        "Term 'menging' (jargon); twijfelachtig: de zin lijkt over iets anders te gaan"
    )


@pytest.mark.parametrize(
    ("verdict", "kind", "shown"),
    [
        (Verdict(Assertion.DISCUSSED), Kind.VERSLAG, "besproken: staat in een verslag"),
        (Verdict(Assertion.PLANNED), Kind.AGENDA, "op de agenda: staat in een agenda"),
        (
            Verdict(Assertion.QUOTED),
            Kind.OTHER,
            "alleen aangehaald: staat in een stuk dat geen verslag of agenda is",
        ),
        (
            Verdict(Assertion.NOT_DISCUSSED, RULE),
            Kind.VERSLAG,
            "niet besproken: de zin ontkent het",
        ),
        (
            Verdict(Assertion.POSTPONED, make_rule("postponed", Scope.NEXT, "later")),
            Kind.AGENDA,
            "uitgesteld: regel 'postponed-next'",
        ),
        (
            Verdict(Assertion.POSTPONED, words=("mei",)),
            Kind.VERSLAG,
            "uitgesteld: daarop wijst het woord 'mei'",
        ),
        (
            Verdict(Assertion.QUOTED, words=("brief", "wet")),
            Kind.VERSLAG,
            "alleen aangehaald: daarop wijzen de woorden 'brief' en 'wet'",
        ),
        (
            Verdict(Assertion.POSTPONED),
            Kind.VERSLAG,
            "uitgesteld: daarop wijst wat eromheen staat",
        ),
    ],
)
def test_why_gives_the_ground_of_what_is_shown(verdict: Verdict, kind: Kind, shown: str):
    assert ground(verdict, kind) == shown


def test_a_duty_that_is_taken_up_says_so():
    assert taken_up(Assertion.DISCUSSED) == "besproken: het agendapunt gaat er verder over"
