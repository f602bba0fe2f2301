from leaterms.assessment.agreement_features import find_features
from leaterms.assessment.agreement_rules import read_items
from leaterms.assessment.cues import load_cues
from tests.assessment.archives import paper

PREAMBLE = "Aanwezig: Noor Verbeek (gemeente), Sanne Dol (De Linde)"


def features(text, number, title="Peuters", kind="verslag"):
    result = paper("a.pdf", (title, text), kind=kind, preamble=PREAMBLE)
    (item,) = read_items(result.record, load_cues())
    return find_features(item, number, load_cues())


def test_names_of_those_present_months_and_numbers_are_one_word_each():
    found = features("Noor belt 12 ouders in mei.", 0)

    assert {"S:<naam>", "S:<getal>", "S:<maand>", "names:first", "1:<naam>"} <= found
    assert "S:noor" not in found


def test_a_subject_that_can_act_gives_its_verb():
    found = features("Noor nodigt de ouders uit.", 0)

    assert {
        "V:nodigen",
        "VF:nodigt",
        "VW:person nodigen",
        "VL:nodigen uit",
        "V2:nodigen de",
    } <= found


def test_neighbours_give_their_cues_and_first_word_but_not_their_other_words():
    found = features("De bus is laat. Noor belt de chauffeur. Besluit: geen bus.", 1)

    assert {"before/opens:de", "after/cue:opening", "after/opens:besluit"} <= found
    assert not any("bus" in feature for feature in found)


def test_the_edges_of_an_item_have_no_neighbours():
    assert {"before/none", "after/none"} <= features("Noor belt de ouders.", 0)


def test_a_marked_agreement_marks_its_whole_item():
    assert "kind:verslag, marked" in features("De bus is laat. Besluit: geen bus.", 0)
    assert "kind:verslag, unmarked" in features("De bus is laat. Noor belt.", 0)


def test_words_beyond_the_thirtieth_do_not_count():
    text = f"Noor {'praat ' * 29}bibliotheek."

    assert "S:bibliotheek" not in features(text, 0)
