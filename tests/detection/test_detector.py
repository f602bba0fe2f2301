from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.detection import Assertion, Detector, Method
from leaterms.detection.classifier import Classifier
from leaterms.reading import BlockKind
from leaterms.structure import Item, Kind, Segment
from leaterms.vocabulary import Compounds, Near, Wording, load_vocabulary
from tests.detection.making import (
    make_decoy,
    make_parameters,
    make_record,
    make_term,
    make_vocabulary,
)


def found(detector: Detector, text: str) -> list[tuple[str, str]]:
    return [(m.theme, m.quote) for m in detector.detect_text(text)]


class TestMentions:
    def test_a_mention_says_what_was_found_where(self):
        term = make_term("menging", wording=Wording.STATUTORY)
        detector = Detector(make_vocabulary(term))
        item = Item(3, "4", "Menging", "Eerst dit. Dan de menging.")

        heading, text = detector.detect(make_record(item, kind=Kind.AGENDA))

        assert (heading.item, heading.in_heading, heading.start, heading.end) == (3, True, 0, 7)
        assert (heading.quote, heading.sentence, heading.term) == ("Menging", "Menging", "menging")
        assert (text.item, text.in_heading, text.start, text.end) == (3, False, 18, 25)
        assert (text.quote, text.sentence) == ("menging", "Dan de menging.")
        assert (text.theme, text.wording) == ("segregatie", Wording.STATUTORY)
        assert (text.assertion, text.method) == (Assertion.PLANNED, Method.TERM)
        assert text.confidence == 0.9
        assert text.why == ("Term 'menging' (wettelijke term); op de agenda: staat in een agenda")

    def test_a_term_of_two_themes_is_two_mentions(self):
        detector = Detector(make_vocabulary(make_term("menging", "segregatie", "integratie")))

        assert found(detector, "De menging.") == [
            ("segregatie", "menging"),
            ("integratie", "menging"),
        ]

    def test_mentions_in_cells_have_offsets_in_the_text_of_the_item(self):
        text = "Nr | Menging\n2 | over menging"
        segments = (
            Segment(0, 12, BlockKind.ROW, ((0, 2), (5, 12))),
            Segment(13, 29, BlockKind.ROW, ((13, 14), (17, 29))),
        )
        detector = Detector(make_vocabulary(make_term("menging")))

        mentions = detector.detect(make_record(Item(0, "", "Tabel", text, segments=segments)))

        assert [(m.start, m.end, m.quote, m.sentence) for m in mentions] == [
            (5, 12, "Menging", "Menging"),
            (22, 29, "menging", "over menging"),
        ]

    def test_the_text_before_the_first_item_is_searched_too(self):
        detector = Detector(make_vocabulary(make_term("menging")))

        (mention,) = detector.detect(make_record(Item(-1, "", "", "Onderwerp: menging")))

        assert mention.item == -1

    @pytest.mark.parametrize(
        ("text", "method", "confidence"),
        [
            ("menging", Method.TERM, 0.7),
            ("schoolmenging", Method.COMPOUND, 0.68),
            ("mengingg", Method.FUZZY, 0.6),
            ("bonte school", Method.PATTERN, 0.65),
        ],
    )
    def test_the_confidence_is_that_of_the_way_it_was_found(self, text, method, confidence):
        term = make_term("menging", variants=("{mengen} school",))
        detector = Detector(make_vocabulary(term, classes={"mengen": ("bont",)}))

        (mention,) = detector.detect_text(f"over {text} dus")

        assert (mention.method, mention.confidence) == (method, confidence)


class TestSenses:
    @pytest.mark.parametrize(
        ("near", "text", "title", "counts"),
        [
            (Near(sentence=("wijk",)), "De menging in de wijk.", "", True),
            (Near(sentence=("wijk",)), "De menging. De wijk.", "", False),
            (Near(item=("wijk",)), "De menging. De wijk.", "", True),
            (Near(item=("wijk",)), "De menging.", "De wijk", True),
            (Near(item=("wijk",)), "De menging.", "", False),
            (Near(document=("straat",)), "De menging.", "", True),
            (Near(sentence=("dorp",), document=("straat",)), "De menging.", "", True),
        ],
    )
    def test_what_a_term_requires_or_excludes_is_looked_for_in_its_scope(
        self, near, text, title, counts
    ):
        def mentions(**sense: Near) -> int:
            detector = Detector(make_vocabulary(make_term("menging", **sense)))
            items = (Item(0, "", title, text), Item(1, "", "", "De straat."))
            return len(detector.detect(make_record(*items)))

        assert mentions(requires=near) == counts
        assert mentions(excludes=near) == (not counts)

    def test_a_decoy_blocks_what_it_overlaps(self):
        detector = Detector(make_vocabulary(make_term("menging"), make_decoy("menging verf")))

        assert found(detector, "De menging van verf. De menging.") == [("segregatie", "menging")]

    def test_a_decoy_does_not_block_a_find_that_says_more(self):
        term = make_term("menging verf kleur")

        assert found(
            Detector(make_vocabulary(term, make_decoy("menging verf"))), "menging verf kleur"
        ) == [("segregatie", "menging verf kleur")]

    def test_a_decoy_blocks_its_own_themes_only(self):
        terms = (make_term("menging", "segregatie"), make_term("menging x", "integratie"))
        decoy = make_decoy("menging verf", "integratie")

        assert found(Detector(make_vocabulary(*terms, decoy)), "De menging van verf.") == [
            ("segregatie", "menging")
        ]

    def test_a_decoy_has_a_sense_of_its_own(self):
        decoy = make_decoy("menging verf", excludes=Near(sentence=("kinderen",)))
        detector = Detector(make_vocabulary(make_term("menging"), decoy))

        assert found(detector, "De menging van verf.") == []
        assert found(detector, "De menging van verf en kinderen.") == [("segregatie", "menging")]


class TestOverlap:
    def test_the_longer_find_stays(self):
        terms = (make_term("menging"), make_term("menging school", "integratie"))

        assert found(Detector(make_vocabulary(*terms)), "menging op school") == [
            ("integratie", "menging op school")
        ]

    def test_of_finds_of_the_same_words_the_statutory_one_stays(self):
        terms = (
            make_term("menging", "integratie", id="a"),
            make_term("menging", "segregatie", id="b", wording=Wording.STATUTORY),
        )

        assert found(Detector(make_vocabulary(*terms)), "menging") == [("segregatie", "menging")]

    def test_finds_of_a_longer_phrase_explain_better(self):
        terms = (make_term("toelatingsbeleid", id="a"), make_term("toelatings- inschrijfbeleid"))

        (mention,) = Detector(make_vocabulary(*terms)).detect_text(
            "toelatings- en inschrijfbeleid"
        )

        assert mention.term == "toelatings- inschrijfbeleid"


class TestLineBreaks:
    TEXT = (
        "De besturen spreken in dit overleg heel lang over de menging op\n"
        "school en over de segre-\ngatie in de wijk."
    )
    SENTENCE = (
        "De besturen spreken in dit overleg heel lang over de menging op school en over de "
        "segregatie in de wijk."
    )

    def test_a_hard_break_ends_no_sentence_and_the_quote_keeps_it(self):
        terms = (make_term("menging school"), make_term("segregatie wijk"))

        mentions = Detector(make_vocabulary(*terms)).detect_text(self.TEXT)

        assert [m.quote for m in mentions] == ["menging op\nschool", "segre-\ngatie in de wijk"]
        assert [self.TEXT[m.start : m.end] for m in mentions] == [m.quote for m in mentions]
        assert {m.sentence for m in mentions} == {self.SENTENCE}


class TestClassifier:
    KNOWN = make_parameters(
        {"potlood": 8.0, "krijt": 4.0}, examples={"Een potlood van hout.": "segregatie"}
    )
    ALONE = make_vocabulary(make_term("menging"))
    DETECTOR = Detector(ALONE, Classifier(KNOWN))

    def methods(self, *items: Item, **about: object) -> list[tuple[int, Method]]:
        record = make_record(*items, **about)  # type: ignore[arg-type]
        return [(m.item, m.method) for m in self.DETECTOR.detect(record)]

    def test_without_it_only_the_vocabulary_finds(self):
        record = make_record(Item(0, "", "Potlood", "Potlood. De menging."))

        assert [m.quote for m in Detector(self.ALONE).detect(record)] == ["menging"]

    def test_a_find_counts_from_its_threshold_and_is_else_a_proposal(self):
        assert self.methods(Item(0, "", "", "Potlood. Krijt. Gum.")) == [
            (0, Method.MODEL),
            (0, Method.SEMANTIC),
        ]

    def test_a_find_says_what_it_is_like(self):
        (mention,) = self.DETECTOR.detect_text("Het potlood.")

        assert (mention.quote, mention.term, mention.wording) == ("potlood", "", Wording.JARGON)
        assert mention.confidence == pytest.approx(0.982, abs=0.005)
        assert mention.why == (
            "Herkend door vergelijking met voorbeelden, zoals 'Een potlood van hout.'; "
            "besproken: staat in een verslag"
        )

    def test_it_finds_nothing_in_a_document_that_is_no_consultation(self):
        item = Item(0, "", "", "Potlood. De menging met potlood.")

        assert self.methods(item, is_lea=False) == [(0, Method.TERM)]

    def test_a_term_in_a_sentence_about_something_else_is_a_proposal_in_a_consultation(self):
        assert self.methods(Item(0, "", "", "De menging.")) == [(0, Method.SEMANTIC)]

    def test_a_term_in_a_sentence_about_something_else_is_no_mention_elsewhere(self):
        assert self.methods(Item(0, "", "", "De menging."), is_lea=False) == []

    def test_it_finds_nothing_before_the_first_item(self):
        items = (Item(-1, "", "", "Potlood."), Item(0, "", "", "Potlood."))

        assert self.methods(*items) == [(0, Method.MODEL)]

    def test_at_most_four_proposals_a_document_are_made_the_surest_first(self):
        items = [Item(i, "", "", "Krijt. Krijt en potlood.") for i in range(4)]

        mentions = self.DETECTOR.detect(make_record(*items))

        proposals = [m for m in mentions if m.method is Method.SEMANTIC]
        assert [(m.item, m.start) for m in proposals] == [(0, 0), (1, 0), (2, 0), (3, 0)]
        more = [*items, Item(4, "", "", "Krijt. Krijt.")]
        mentions = self.DETECTOR.detect(make_record(*more))
        assert [m.item for m in mentions if m.method is Method.SEMANTIC] == [0, 1, 2, 3]

    def test_finds_that_count_are_not_limited(self):
        text = " ".join(["Potlood."] * 9)

        assert self.methods(Item(0, "", "", text)) == [(0, Method.MODEL)] * 9


DETECTOR = Detector(load_vocabulary())
WORDS = st.sampled_from(
    (
        "segregatie voorkomen tegengaan van de en gemengde groepen heterogene inschrijvings- "
        "toelatingsbeleid toelating leerlingen vve voor- vroegschoolse educatie doelgroeppeuters "
        "taal- rekenachterstanden kansengelijkheid wijk school gaan tegen te niet besproken maar "
        "volgende keer integratie bevorderen nieuwkomers . , ; ( ) ' \n | 12 segregatei Het"
    ).split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS | st.text(max_size=200))
def test_any_text_gives_mentions_at_their_place(text: str):
    for mention in DETECTOR.detect_text(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quote
        assert 0 < mention.confidence <= 1


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_mentions_of_other_words_do_not_overlap(text: str):
    spans = {(m.start, m.end) for m in DETECTOR.detect_text(text)}

    assert all(a[1] <= b[0] or b[1] <= a[0] for a, b in combinations(spans, 2))


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_titles_and_texts_of_any_item_give_mentions_at_their_place(title: str, text: str):
    title = title.replace("\n", " ")

    for mention in DETECTOR.detect(make_record(Item(0, "1", title, text))):
        whole = title if mention.in_heading else text
        assert whole[mention.start : mention.end] == mention.quote


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_the_order_of_documents_changes_nothing(texts: list[str]):
    vocabulary = make_vocabulary(
        make_term("segregatie", compounds=Compounds.ANY),
        make_term("gemengde groepen", "integratie"),
        make_term("toelating leerling", "inschrijving-toelating"),
    )
    one, other = Detector(vocabulary), Detector(vocabulary)

    forwards = [one.detect_text(text) for text in texts]
    backwards = [other.detect_text(text) for text in reversed(texts)]

    assert forwards == backwards[::-1]
