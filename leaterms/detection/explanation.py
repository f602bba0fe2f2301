"""The `why` of a mention: one Dutch line that a policy adviser understands."""

from leaterms.detection.assertion import Verdict, default_of
from leaterms.detection.mention import Assertion, Method
from leaterms.structure import Kind
from leaterms.vocabulary import Term, Wording

__all__ = ["doubted", "found_by", "found_like", "ground", "taken_up"]

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


def found_by(term: Term, method: Method) -> str:
    """'Term 'heterogene groepen' (jargon), als zinspatroon'."""
    words = "wettelijke term" if term.wording is Wording.STATUTORY else "jargon"
    return f"Term '{term.label}' ({words}){_HOW.get(method, '')}"


def found_like(example: str) -> str:
    """'Herkend door vergelijking met voorbeelden, zoals '...''."""
    like = f", zoals '{example}'" if example else ""
    return f"Herkend door vergelijking met voorbeelden{like}"


def doubted(found: str) -> str:
    """How it was found, with the doubt that its sentence raises."""
    return f"{found}; twijfelachtig: de zin lijkt over iets anders te gaan"


def ground(verdict: Verdict, kind: Kind) -> str:
    """'besproken: staat in een verslag'."""
    if verdict.words:
        told = " en ".join(f"'{word}'" for word in verdict.words)
        reason = (
            f"daarop wijst het woord {told}"
            if len(verdict.words) == 1
            else f"daarop wijzen de woorden {told}"
        )
    elif verdict.rule is not None:
        reason = verdict.rule.note or f"regel '{verdict.rule.id}'"
    elif verdict.assertion is default_of(kind):
        reason = f"staat in {_KINDS[kind]}"
    else:
        reason = "daarop wijst wat eromheen staat"
    return f"{_SHOWS[verdict.assertion]}: {reason}"


def taken_up(assertion: Assertion) -> str:
    """The ground for a duty of a list that the item then deals with."""
    return f"{_SHOWS[assertion]}: het agendapunt gaat er verder over"
