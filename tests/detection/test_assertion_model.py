import hashlib
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import assertion_model as module
from leaterms.detection import load_assertions
from leaterms.detection.assertion import Verdict
from leaterms.detection.assertion_model import OUTCOMES, AssertionClassifier, Judge, pack, unpack
from leaterms.detection.matching import Hit, Matcher, Via
from leaterms.detection.mention import Assertion
from leaterms.detection.passages import read_item
from leaterms.errors import LeatermsError
from leaterms.structure import Item, Kind


def make_judge(**weights: float) -> Judge:
    """Each word of a sentence ('S:word') speaks for 'postponed' by its weight."""
    names = [f"S:{word}" for word in weights]
    table = np.zeros((len(names), len(OUTCOMES)), np.float32)
    table[:, OUTCOMES.index("postponed")] = list(weights.values())
    return Judge({n: i for i, n in enumerate(names)}, table, np.array([2.0, 0, 0, 0], np.float32))


class Silent:
    """A parser that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def parse(self, text: str) -> tuple[()]:
        self.asked.append(text)
        return ()


def judge(text: str, lexical: Judge, full: Judge, sure: float = 0.7, kind: Kind = Kind.VERSLAG):
    parser = Silent()
    read = read_item(Item(0, "", "", text), Matcher([]))
    classifier = AssertionClassifier(lexical, full, sure, parser)  # type: ignore[arg-type]
    plain = Verdict({Kind.VERSLAG: Assertion.DISCUSSED, Kind.AGENDA: Assertion.PLANNED}[kind])
    return classifier.judge(read, 0, Hit(-1, (0,), Via.WORD), kind, plain), parser.asked


def test_a_plain_passage_keeps_the_verdict_and_is_not_parsed():
    verdict, asked = judge(
        "Toeleiding krijgt aandacht.", make_judge(morgen=9), make_judge(morgen=9)
    )

    assert (verdict, asked) == (Verdict(Assertion.DISCUSSED), [])


def test_a_doubtful_passage_is_parsed_and_judged_anew():
    verdict, asked = judge("Toeleiding morgen.", make_judge(morgen=9), make_judge(morgen=9))

    assert (verdict.assertion, verdict.words) == (Assertion.POSTPONED, ("morgen",))
    assert asked == ["Toeleiding morgen."]


def test_the_judge_with_the_parse_has_the_last_word():
    verdict, _ = judge("Toeleiding morgen.", make_judge(morgen=9), make_judge(morgen=0))

    assert verdict == Verdict(Assertion.DISCUSSED)


def test_what_is_plain_depends_on_the_kind_of_document():
    verdict, _ = judge("Toeleiding.", make_judge(), make_judge(), kind=Kind.AGENDA)

    assert verdict == Verdict(Assertion.PLANNED)


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

    lexical, full, kept = unpack(pack(one, one, sure))

    assert (lexical.rows, full.rows, kept) == (one.rows, one.rows, sure)
    assert lexical.weights.tolist() == table.tolist()


def test_a_changed_model_is_not_used(tmp_path, monkeypatch):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "assertion.npz").write_bytes(b"anders")
    card = {"sha256": hashlib.sha256(b"zoals het was").hexdigest()}
    (folder / "assertion.json").write_text(json.dumps(card), encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)

    with pytest.raises(LeatermsError, match="is beschadigd of gewijzigd; installeer"):
        load_assertions()


def test_a_model_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "files", lambda _: tmp_path)

    with pytest.raises(LeatermsError, match="ontbreekt; installeer"):
        load_assertions()


def test_the_shipped_model_knows_a_talk_put_off():
    read = read_item(
        Item(0, "", "", "De toeleiding parkeren we tot de cijfers van het najaar er zijn."),
        Matcher([]),
    )

    verdict = load_assertions().judge(
        read, 0, Hit(-1, (1,), Via.WORD), Kind.VERSLAG, Verdict(Assertion.DISCUSSED)
    )

    assert verdict.assertion is Assertion.POSTPONED
