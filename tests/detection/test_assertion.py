import pytest

from leaterms.detection import Assertion, Detector
from leaterms.reading import BlockKind
from leaterms.structure import Item, Kind, Segment
from leaterms.vocabulary import AssertionRule, Scope
from tests.detection.making import make_record, make_rule, make_term, make_vocabulary

DISCUSSED, DENIED = Assertion.DISCUSSED, Assertion.NOT_DISCUSSED


def shown(
    rule: AssertionRule | None, text: str, title: str = "", kind: Kind = Kind.VERSLAG
) -> list[Assertion]:
    """What each mention of 'menging' shows."""
    rules = (rule,) if rule else ()
    detector = Detector(make_vocabulary(make_term("menging"), *rules))
    return [m.assertion for m in detector.detect(make_record(Item(0, "", title, text), kind=kind))]


def deny(scope: Scope, *cues: str, **more: object) -> AssertionRule:
    return make_rule("not_discussed", scope, *(cues or ("geschrapt",)), **more)


@pytest.mark.parametrize(
    ("kind", "assertion"),
    [
        (Kind.AGENDA, Assertion.PLANNED),
        (Kind.VERSLAG, Assertion.DISCUSSED),
        (Kind.BESLUITENLIJST, Assertion.DISCUSSED),
        (Kind.OTHER, Assertion.QUOTED),
    ],
)
def test_where_no_rule_fits_the_kind_of_document_decides(kind: Kind, assertion: Assertion):
    assert shown(None, "De menging.", kind=kind) == [assertion]


@pytest.mark.parametrize(
    ("scope", "text", "fires"),
    [
        (Scope.SENTENCE, "De menging is geschrapt.", True),
        (Scope.SENTENCE, "Geschrapt is de menging.", True),
        (Scope.SENTENCE, "Geschrapt is de huur, maar niet de menging.", False),
        (Scope.SENTENCE, "Geschrapt vanwege de menging.", False),
        (Scope.SENTENCE, "De menging leek goed, maar is geschrapt.", True),
        (Scope.SENTENCE, "De menging. De huur is geschrapt.", False),
        (Scope.BEFORE, "Geschrapt is de menging.", True),
        (Scope.BEFORE, "De menging is geschrapt.", False),
        (Scope.AFTER, "De menging is geschrapt.", True),
        (Scope.AFTER, "Geschrapt is de menging.", False),
        (Scope.AFTER, "De menging blijft, maar de huur is geschrapt.", False),
        (Scope.AROUND, "De geschrapte menging.", True),
        (Scope.AROUND, "De menging, nu geschrapt.", True),
        (Scope.AROUND, "Geschrapt is na een lang en goed gesprek de menging.", False),
        (Scope.NEXT, "De menging. Die is geschrapt.", True),
        (Scope.NEXT, "De menging. De huur. Die is geschrapt.", False),
        (Scope.NEXT, "De huur is geschrapt. De menging.", False),
        (Scope.PREVIOUS, "Geschrapt zijn de volgende. De menging.", True),
        (Scope.PREVIOUS, "De menging. Die is geschrapt.", False),
        (Scope.ITEM, "De menging. De huur. Die is geschrapt.", True),
        (Scope.HEADING, "De menging is geschrapt.", False),
    ],
)
def test_a_cue_counts_where_its_scope_looks(scope: Scope, text: str, fires: bool):
    assert shown(deny(scope), text) == [DENIED if fires else DISCUSSED]


def test_a_cue_in_the_heading_counts_for_the_text():
    assert shown(deny(Scope.HEADING), "De menging.", title="Geschrapt") == [DENIED]


def test_the_sentence_before_the_first_is_not_the_heading():
    assert shown(deny(Scope.PREVIOUS), "De menging.", title="Geschrapt") == [DISCUSSED]


def test_the_first_rule_that_fits_decides():
    rules = (deny(Scope.SENTENCE), make_rule("quoted", Scope.SENTENCE, "geschrapt"))
    detector = Detector(make_vocabulary(make_term("menging"), *rules))

    (mention,) = detector.detect_text("De menging is geschrapt.")

    assert mention.assertion is DENIED


def test_words_of_the_mention_itself_are_no_cue():
    rule = deny(Scope.SENTENCE, "menging")

    assert shown(rule, "De menging.") == [DISCUSSED]


def test_a_rule_may_be_for_some_kinds_only():
    rule = deny(Scope.SENTENCE, kinds=("agenda",))

    assert shown(rule, "De menging is geschrapt.") == [DISCUSSED]
    assert shown(rule, "De menging is geschrapt.", kind=Kind.AGENDA) == [DENIED]


def test_unless_lifts_the_rule_in_its_sentence():
    rule = deny(Scope.SENTENCE, unless=("bijna",))

    assert shown(rule, "De menging is bijna geschrapt. Menging geschrapt.") == [DISCUSSED, DENIED]


def test_a_rule_may_be_for_headings_only():
    rule = deny(Scope.NEXT, only_heading=True)

    assert shown(rule, "De menging is geschrapt.", title="Menging") == [DENIED, DISCUSSED]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Het boek 'De menging' ligt er.", True),
        ('Het boek "De menging" ligt er.', True),
        ("Het boek “De menging” ligt er.", True),
        ("Het boek ‘De menging’ ligt er.", True),
        ("Het boek «De menging» ligt er.", True),
        ('Het boek "Kleur" gaat over de menging.', False),
        ("Het boek 'Kleur' gaat over menging in 'De kring'.", False),
        ("Het boek over de menging ligt er.", False),
        ("Foto's van het boek over menging uit de jaren '90.", False),
    ],
)
def test_a_rule_may_be_for_quotations_only(text: str, quoted: bool):
    rule = deny(Scope.SENTENCE, "boek", in_quotes=True)

    assert shown(rule, text) == [DENIED if quoted else DISCUSSED]


class TestRows:
    """A short cell is the title of its row: the other cells speak of it."""

    @staticmethod
    def shown(rule: AssertionRule, *cells: str) -> list[Assertion]:
        text = " | ".join(cells)
        spans, at = [], 0
        for cell in cells:
            spans.append((at, at + len(cell)))
            at += len(cell) + 3
        segment = Segment(0, len(text), BlockKind.ROW, tuple(spans))
        item = Item(0, "", "", text, segments=(segment,))
        detector = Detector(make_vocabulary(make_term("menging"), rule))
        return [m.assertion for m in detector.detect(make_record(item))]

    @pytest.mark.parametrize("scope", [Scope.AFTER, Scope.SENTENCE, Scope.NEXT, Scope.PREVIOUS])
    def test_another_cell_speaks_of_a_short_cell(self, scope: Scope):
        assert self.shown(deny(scope), "Menging", "dit punt", "geschrapt") == [DENIED]

    def test_a_long_cell_speaks_for_itself(self):
        cell = "De wethouder vertelt uitgebreid en lang over menging"

        assert self.shown(deny(Scope.SENTENCE), cell, "huur", "geschrapt") == [DISCUSSED]

    def test_a_cell_before_counts_only_where_any_cell_does(self):
        assert self.shown(deny(Scope.BEFORE), "Geschrapt", "menging") == [DISCUSSED]


class TestDuties:
    """Of a list of duties those are dealt with that the same item then takes up."""

    RULE = make_rule("quoted", Scope.BEFORE, "wet", unless_taken_up=True)

    def test_a_duty_that_is_taken_up_was_dealt_with(self):
        text = "De wet noemt menging. Over menging is besloten."

        assert shown(self.RULE, text) == [DISCUSSED, DISCUSSED]

    def test_a_duty_that_is_not_taken_up_is_quoted(self):
        assert shown(self.RULE, "De wet noemt menging.") == [Assertion.QUOTED]

    def test_what_stands_before_the_list_takes_nothing_up(self):
        text = "Over menging is besloten. De wet noemt menging."

        assert shown(self.RULE, text) == [DISCUSSED, Assertion.QUOTED]

    def test_the_why_says_that_the_item_takes_it_up(self):
        detector = Detector(make_vocabulary(make_term("menging"), self.RULE))

        first, _ = detector.detect_text("De wet noemt menging. Over menging is besloten.")

        assert first.why == (
            "Term 'menging' (jargon); besproken: het agendapunt gaat er verder over"
        )
