import pytest

from leaterms.assessment.criteria import load_criteria
from leaterms.assessment.remarks import find_remarks
from leaterms.detection import Method
from tests.assessment.archives import paper

DENIED = "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken."
HEADED = "[[Diversiteit en inclusie::segregatie+integratie::jargon::discussed]]"


def grounds(text, title="Stand van zaken", **options):
    found = find_remarks(paper("a.pdf", (title, text), **options), load_criteria().grounds)
    return [(theme, remark.rule, remark.text) for theme, remark in found]


def still_fit(text, title="Stand van zaken"):
    found = find_remarks(paper("a.pdf", (title, text)), load_criteria().still_fit)
    return [(theme, remark.rule) for theme, remark in found]


def test_a_reason_beside_a_denial_is_on_the_theme_that_is_denied():
    reason = "Er loopt nog een onderzoek."

    assert grounds(f"{DENIED} {reason}") == [("segregatie", "lopend-onderzoek", reason)]
    assert grounds(f"{reason} {DENIED}") == [("segregatie", "lopend-onderzoek", reason)]


def test_a_reason_below_a_heading_is_on_all_its_themes():
    reason = "Wij wachten op de uitkomsten van het onderzoek."

    assert grounds(reason, HEADED) == [
        ("segregatie", "lopend-onderzoek", reason),
        ("integratie", "lopend-onderzoek", reason),
    ]


def test_a_reason_that_names_its_theme_is_not_on_that_of_the_heading():
    text = f"{DENIED[:-1]}, in afwachting van het onderzoek."
    heading = "[[Onderwijsachterstanden::onderwijsachterstanden::statutory::discussed]]"

    assert [theme for theme, _, _ in grounds(text, heading)] == ["segregatie"]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Er waren andere prioriteiten.", "andere-prioriteiten"),
        ("Dat vond men niet nodig.", "niet-nodig"),
        ("Het is op regionaal niveau besproken.", "ander-niveau"),
        ("Er was te weinig capaciteit.", "te-weinig-mensen"),
        ("De bestaande werkafspraken voldoen.", "passende-afspraken"),
    ],
)
def test_other_reasons_count_only_beside_a_denial(sentence, rule):
    assert grounds(f"{DENIED} {sentence}") == [("segregatie", rule, sentence)]
    assert grounds(sentence, HEADED) == []


def test_a_reason_far_from_the_theme_is_none_of_it():
    text = f"{DENIED}\nDe agenda is vol.\nEr loopt nog een onderzoek naar de huisvesting."

    assert grounds(text) == []


def test_an_ended_inquiry_is_no_reason():
    text = "Het lopende onderzoek is bekend; het onderzoek is afgerond."

    assert grounds(text, HEADED) == []


def test_a_proposal_bears_no_theme():
    assert grounds("Er loopt nog een onderzoek.", HEADED, method=Method.SEMANTIC) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "De bestaande, nog passende werkafspraken blijven gelden.",
        "De afspraken uit 2020 voldoen nog.",
        "De werkafspraken lopen door.",
        "Het convenant loopt nog twee jaar door.",
    ],
)
def test_agreements_that_still_fit_are_heard(sentence):
    assert still_fit(sentence, HEADED) == [
        ("segregatie", "passen-nog"),
        ("integratie", "passen-nog"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "De bestaande afspraken voldoen niet meer.",
        "De afspraken uit 2020 zijn verouderd en moeten nog passend worden gemaakt.",
        "Er worden afspraken gemaakt over de groepen.",
    ],
)
def test_agreements_that_no_longer_fit_are_not(sentence):
    assert still_fit(sentence, HEADED) == []


def test_a_remark_knows_its_place():
    text = f"{DENIED} Er loopt nog een onderzoek."
    result = paper("map/a.pdf", ("Stand", text), page=4)
    ((_, remark),) = find_remarks(result, load_criteria().grounds)
    whole = result.record.items[1].text

    assert whole[remark.start : remark.end] == remark.text
    assert (remark.path, remark.item, remark.page) == ("map/a.pdf", 0, 4)
    assert remark.cite() == (
        "lopend onderzoek: Er loopt nog een onderzoek. (15-03-2022, map/a.pdf, p. 4)"
    )
