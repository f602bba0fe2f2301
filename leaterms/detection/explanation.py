"""The `why` of a mention: one Dutch line that a policy adviser understands."""

from leaterms.detection.assertion import Verdict
from leaterms.detection.mention import Assertion, Method
from leaterms.structure import Kind
from leaterms.vocabulary import Term, Wording

__all__ = ["explain", "explain_learned", "taken_up"]

_HOW = {
    Method.TERM: "",
    Method.COMPOUND: ", als deel van een samenstelling",
    Method.PATTERN: ", als zinspatroon",
    Method.FUZZY: ", met een spelfout",
}
_SHOWS = {
    Assertion.DISCUSSED: "besproken",
    Assertion.PLANNED: "op de agenda",
    Assertion.NOT_DISCUSSED: "niet besproken",
    Assertion.POSTPONED: "uitgesteld",
    Assertion.QUOTED: "alleen aangehaald",
}
_KINDS = {
    Kind.AGENDA: "een agenda",
    Kind.VERSLAG: "een verslag",
    Kind.BESLUITENLIJST: "een besluitenlijst",
    Kind.OTHER: "een stuk dat geen verslag of agenda is",
}


def explain(term: Term, method: Method, verdict: Verdict, kind: Kind) -> str:
    """'Term 'heterogene groepen' (jargon), als zinspatroon; besproken: staat in een verslag'."""
    words = "wettelijke term" if term.wording is Wording.STATUTORY else "jargon"
    found = f"Term '{term.label}' ({words}){_HOW.get(method, '')}"
    return f"{found}; {_ground(verdict, kind)}"


def explain_learned(example: str, verdict: Verdict, kind: Kind) -> str:
    """'Herkend door vergelijking met voorbeelden, zoals '...'; besproken: ...'."""
    like = f", zoals '{example}'" if example else ""
    return f"Herkend door vergelijking met voorbeelden{like}; {_ground(verdict, kind)}"


def taken_up(assertion: Assertion) -> str:
    """The ground for a duty of a list that the item then deals with."""
    return f"{_SHOWS[assertion]}: het agendapunt gaat er verder over"


def _ground(verdict: Verdict, kind: Kind) -> str:
    if verdict.words:
        told = " en ".join(f"'{word}'" for word in verdict.words)
        ground = (
            f"daarop wijst het woord {told}"
            if len(verdict.words) == 1
            else (f"daarop wijzen de woorden {told}")
        )
    elif verdict.rule is None:
        ground = f"staat in {_KINDS[kind]}"
    else:
        ground = verdict.rule.note or f"regel '{verdict.rule.id}'"
    return f"{_SHOWS[verdict.assertion]}: {ground}"
