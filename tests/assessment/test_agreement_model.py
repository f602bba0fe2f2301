import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment.agreement_model import load_agreements, make_judge, pack, settle, unpack
from leaterms.assessment.agreement_rules import read_items
from leaterms.assessment.cues import load_cues
from tests.assessment.archives import paper

PREAMBLE = "Aanwezig: Noor Verbeek (gemeente), Sanne Dol (De Linde)"


def read(text, title="Peuters", kind="verslag"):
    """The one passage of an item."""
    result = paper("a.pdf", (title, text), kind=kind, preamble=PREAMBLE)
    (item,) = read_items(result.record, load_cues())
    return item.passages[0]


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Besluit: het plan gaat door.", 0.05),  # marked as one
        ("De besturen stemmen in met het jaarplan.", 0.25),  # one by the rules
        ("De bus rijdt vanaf 1 mei langs beide scholen.", 0.5),  # left open by the rules
        ("Noor licht toe dat de bus vanaf 1 mei rijdt.", 0.8),  # told
    ],
)
def test_the_rules_set_how_sure_the_model_must_be(text, least):
    passage = read(text)

    assert not settle(least - 0.01, passage)
    assert settle(least, passage)


@pytest.mark.parametrize(
    "text",
    [
        "Wie belt de bibliotheek vóór 1 mei?",
        "Kennisgenomen van de brief van 4 maart.",
        "Noor belt de bibliotheek niet.",
        "Noor vraagt of iemand vóór 1 mei belt.",
        "De inspectie publiceert het rapport vóór 1 mei.",
        "Door tijdgebrek niet besproken.",
    ],
)
def test_what_the_rules_rule_out_is_none_however_sure_the_model_is(text):
    assert not settle(1.0, read(text))


def test_the_shipped_model_finds_what_was_taken_on_in_words_that_no_list_has():
    text = "Het is druk bij de balie. Sanne fietst vóór 1 mei alle adressen langs."
    result = paper("a.pdf", ("Ouders", text), preamble=PREAMBLE)
    (item,) = read_items(result.record, load_cues())

    verdicts = list(load_agreements().judge(item, load_cues()))

    assert [verdict.agrees for verdict in verdicts] == [False, True]


names = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1),
    min_size=1,
    unique=True,
)


@given(names, st.floats(-50, 50, width=16), st.floats(-5, 5, width=32))
def test_what_is_packed_is_unpacked_the_same(features, weight, bias):
    judge = make_judge(features, [weight] * len(features), bias)

    same = unpack(pack(judge))

    assert same.rows == judge.rows
    assert same.weights.tolist() == judge.weights.tolist()
    assert same.bias.tolist() == judge.bias.tolist()
