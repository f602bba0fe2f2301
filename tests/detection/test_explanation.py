import pytest

from leaterms.detection import Assertion, Method
from leaterms.detection.assertion import Verdict
from leaterms.detection.explanation import explain, explain_learned, taken_up
from leaterms.structure import Kind
from leaterms.vocabulary import Scope, Wording
from tests.detection.making import make_rule, make_term

TERM = make_term("heterogene groepen")
DEFAULT = Verdict(Assertion.DISCUSSED, None)
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
    assert explain(TERM, method, DEFAULT, Kind.VERSLAG) == (
        f"Term 'heterogene groepen' (jargon){how}; besproken: staat in een verslag"
    )


def test_why_names_the_wording_of_the_law():
    term = make_term("segregatie", wording=Wording.STATUTORY)

    assert explain(term, Method.TERM, Verdict(Assertion.PLANNED, None), Kind.AGENDA) == (
        "Term 'segregatie' (wettelijke term); op de agenda: staat in een agenda"
    )


def test_why_gives_the_note_of_the_rule_that_decided():
    verdict = Verdict(Assertion.NOT_DISCUSSED, RULE)

    assert explain(TERM, Method.TERM, verdict, Kind.VERSLAG).endswith(
        "; niet besproken: de zin ontkent het"
    )


def test_a_rule_without_a_note_is_named_by_its_id():
    rule = make_rule("postponed", Scope.NEXT, "later")

    why = explain(TERM, Method.TERM, Verdict(Assertion.POSTPONED, rule), Kind.AGENDA)

    assert why.endswith("; uitgesteld: regel 'postponed-next'")


@pytest.mark.parametrize(
    ("example", "like"), [("samen in de klas", ", zoals 'samen in de klas'"), ("", "")]
)
def test_what_was_learned_names_a_known_example(example: str, like: str):
    verdict = Verdict(Assertion.QUOTED, None)

    assert explain_learned(example, verdict, Kind.OTHER) == (
        f"Herkend door vergelijking met voorbeelden{like}; alleen aangehaald: staat in een stuk "
        "dat geen verslag of agenda is"
    )


def test_a_duty_that_is_taken_up_says_so():
    assert taken_up(Assertion.DISCUSSED) == "besproken: het agendapunt gaat er verder over"
