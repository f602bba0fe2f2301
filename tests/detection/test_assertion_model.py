import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import load_assertions
from leaterms.detection.assertion import Verdict
from leaterms.detection.assertion_model import (
    OUTCOMES,
    AssertionClassifier,
    AssertionModel,
    Judge,
    pack,
    unpack,
)
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import read_item
from leaterms.detection.trees import Trees
from leaterms.structure import Item, Kind
from leaterms.vocabulary import Scope
from tests.detection.making import make_rule


def make_judge(plain: float = 2.0, **weights: float) -> Judge:
    """Each word of a sentence ('S:word') speaks for 'postponed' by its weight.

    `plain` is what speaks for nothing of the kind.
    """
    names = [f"S:{word}" for word in weights]
    table = np.zeros((len(names), len(OUTCOMES)), np.float32)
    table[:, OUTCOMES.index("postponed")] = list(weights.values())
    return Judge(
        {n: i for i, n in enumerate(names)}, table, np.array([plain, 0, 0, 0], np.float32)
    )


class Silent:
    """A parser that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def parse(self, text: str) -> tuple[()]:
        self.asked.append(text)
        return ()


def make_trees(*features: int) -> tuple[Trees, ...]:
    """For each outcome trees that answer 1 where one of `features` is above one half."""

    def stump(feature: int) -> Trees:
        return Trees(
            np.array([feature, 0, 0], np.int16),
            np.array([0.5, 0.0, 0.0]),
            np.array([1, -1, -1], np.int32),
            np.array([2, -1, -1], np.int32),
            np.array([0.0, 0.0, 1.0]),
            np.array([0], np.int32),
        )

    return tuple(stump(feature) for feature in features)


OWN = make_trees(0, 1, 2, 3)  # the outcome that the judges favour
BEFORE = make_trees(12, 13, 14, 15)  # that of the mention before it


def judge(
    text: str,
    lexical: Judge,
    full: Judge,
    *,
    at: tuple[int, ...] = (0,),
    kind: Kind = Kind.VERSLAG,
    trees: tuple[Trees, ...] = OWN,
    by_rules: Verdict | None = None,
):
    """The verdicts on the first word of the passages `at`, and what was parsed."""
    parser = Silent()
    read = read_item(Item(0, "", "", text), Matcher([]))
    model = AssertionModel(lexical, full, 0.7, trees)
    classifier = AssertionClassifier(model, parser)  # type: ignore[arg-type]
    plain = Verdict({Kind.VERSLAG: Assertion.DISCUSSED, Kind.AGENDA: Assertion.PLANNED}[kind])
    places = [(number, Hit(-1, (0,), Via.WORD)) for number in at]
    verdicts = classifier.judge(read, places, kind, [by_rules or plain] * len(at))
    return verdicts, parser.asked


def test_a_plain_passage_keeps_the_verdict_and_is_not_parsed():
    verdicts, asked = judge(
        "Toeleiding krijgt aandacht.", make_judge(morgen=9), make_judge(morgen=9)
    )

    assert (verdicts, asked) == ((Verdict(Assertion.DISCUSSED),), [])


def test_a_doubtful_passage_is_parsed_and_judged_anew():
    (verdict,), asked = judge("Toeleiding morgen.", make_judge(morgen=9), make_judge(morgen=9))

    assert (verdict.assertion, verdict.words) == (Assertion.POSTPONED, ("morgen",))
    assert asked == ["Toeleiding morgen."]


def test_the_judge_with_the_parse_has_the_last_word():
    verdicts, _ = judge("Toeleiding morgen.", make_judge(morgen=9), make_judge(morgen=0))

    assert verdicts == (Verdict(Assertion.DISCUSSED),)


def test_what_is_plain_depends_on_the_kind_of_document():
    verdicts, _ = judge("Toeleiding.", make_judge(), make_judge(), kind=Kind.AGENDA)

    assert verdicts == (Verdict(Assertion.PLANNED),)


def test_a_mention_is_judged_among_the_others_of_its_item():
    strong = make_judge(morgen=9)

    (_, second), _ = judge(
        "Indicatie morgen. Toeleiding.", strong, strong, at=(0, 1), trees=BEFORE
    )

    # no word of its own tells it
    assert second == Verdict(Assertion.POSTPONED)


def test_a_rule_that_says_the_same_is_kept_as_the_ground():
    rule = make_rule("postponed", Scope.SENTENCE, "morgen")
    by_rules = Verdict(Assertion.POSTPONED, rule)
    strong = make_judge(morgen=9)

    verdicts, _ = judge("Toeleiding morgen.", strong, strong, by_rules=by_rules)

    assert verdicts == (by_rules,)


def test_a_rule_gives_way_only_where_the_passage_is_plain_for_sure():
    by_rules = Verdict(Assertion.POSTPONED, make_rule("postponed", Scope.SENTENCE, "x"))

    doubtful, _ = judge("Toeleiding.", make_judge(), make_judge(), by_rules=by_rules)
    sure, _ = judge("Toeleiding.", make_judge(4.0), make_judge(4.0), by_rules=by_rules)

    assert doubtful == (by_rules,)
    assert sure == (Verdict(Assertion.DISCUSSED),)


def test_a_rule_of_ones_own_that_makes_a_talk_of_an_agenda_stands():
    by_rules = Verdict(Assertion.DISCUSSED, make_rule("discussed", Scope.SENTENCE, "x"))

    verdicts, _ = judge(
        "Toeleiding.", make_judge(), make_judge(), kind=Kind.AGENDA, by_rules=by_rules
    )

    assert verdicts == (by_rules,)


def test_an_item_without_mentions_has_no_verdicts():
    assert judge("Toeleiding.", make_judge(), make_judge(), at=()) == ((), [])


def test_the_odds_are_a_distribution_whatever_the_features():
    odds = make_judge(morgen=3).odds(frozenset({"S:morgen", "S:onbekend"}))

    assert float(odds.sum()) == pytest.approx(1.0)
    assert OUTCOMES[int(odds.argmax())] == "postponed"


names = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1),
    min_size=1,
    unique=True,
)


@given(names, st.floats(-50, 50, width=16), st.floats(0, 1))
def test_what_is_packed_is_unpacked_the_same(features, weight, sure):
    table = np.full((len(features), len(OUTCOMES)), weight, np.float32)
    one = Judge({n: i for i, n in enumerate(features)}, table, np.zeros(4, np.float32))

    found = unpack(pack(AssertionModel(one, one, sure, OWN)))

    assert (found.lexical.rows, found.full.rows, found.sure) == (one.rows, one.rows, sure)
    assert found.lexical.weights.tolist() == table.tolist()
    assert [t.feature.tolist() for t in found.trees] == [t.feature.tolist() for t in OWN]


def test_the_shipped_model_knows_a_talk_put_off():
    read = read_item(
        Item(0, "", "", "De toeleiding parkeren we tot de cijfers van het najaar er zijn."),
        Matcher([]),
    )

    place = (0, Hit(-1, (1,), Via.WORD))
    (verdict,) = load_assertions().judge(
        read, [place], Kind.VERSLAG, [Verdict(Assertion.DISCUSSED)]
    )

    assert verdict.assertion is Assertion.POSTPONED


@pytest.mark.parametrize(
    ("note", "assertion"),
    [
        ("Vervalt.", Assertion.NOT_DISCUSSED),
        ("Schuift door naar de vergadering van juni.", Assertion.POSTPONED),
        ("De scholen en de peuteropvang zijn tevreden.", Assertion.DISCUSSED),
    ],
)
def test_the_shipped_model_knows_what_a_note_below_a_heading_says(note, assertion):
    read = read_item(Item(0, "3", "Aanmelden", note), Matcher([]))

    place = (0, Hit(-1, (0,), Via.WORD))
    (verdict,) = load_assertions().judge(
        read, [place], Kind.VERSLAG, [Verdict(Assertion.DISCUSSED)]
    )

    assert verdict.assertion is assertion
