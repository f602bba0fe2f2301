import pytest

from leaterms.assessment import find_agreements
from leaterms.assessment.agreement_explanation import explain
from leaterms.assessment.agreement_model import Verdict
from leaterms.assessment.agreement_rules import read_items
from leaterms.assessment.cues import load_cues
from tests.assessment.archives import paper

PREAMBLE = "Aanwezig: Noor Verbeek (gemeente), Sanne Dol (De Linde)"


@pytest.mark.parametrize(
    ("title", "text", "why"),
    [
        (
            "Peuters",
            "Besluit: het plan gaat door.",
            "Staat achter een woord als 'Besluit:' of 'Actie:'",
        ),
        (
            "Peuters",
            "De toelating schuift door naar februari.",
            "Wordt verplaatst naar een genoemde dag, maand of vergadering",
        ),
        (
            "Peuters",
            "De besturen stemmen in met het jaarplan.",
            "Een vaste wending legt het vast, zoals 'afgesproken' of 'stemt in'",
        ),
        ("Verslag van 3 mei", "Goedgekeurd.", "Een verslag of stuk wordt vastgesteld"),
    ],
)
def test_an_agreement_says_what_shows_it(title, text, why):
    (agreement,) = find_agreements((paper("a.pdf", (title, text), preamble=PREAMBLE),))

    assert agreement.why == why


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "Iemand neemt het op zich"),
        (("sturen",), "Iemand neemt het op zich; daarop wijst het woord 'sturen'"),
        (("sturen", "rond"), "Iemand neemt het op zich; daarop wijzen 'sturen' en 'rond'"),
    ],
)
def test_words_that_told_the_model_are_named(words, why):
    result = paper("a.pdf", ("Peuters", "Noor stuurt de lijst rond."), preamble=PREAMBLE)
    (item,) = read_items(result.record, load_cues())

    assert explain(Verdict(item.passages[0], True, words)) == why
