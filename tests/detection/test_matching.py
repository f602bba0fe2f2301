from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection.matching import Matcher, Via
from leaterms.language import parse_phrase, tokenize

CLASSES = {"mengen": ("gemengd", "heterogeen", "bont"), "groep": ("groep", "klas")}


def found(
    phrase: str, text: str, compounds: str = "none", *, ordered: bool = False, gap: int = 2
) -> list[str]:
    """The texts from the first to the last word of each hit of one phrase."""
    matcher = Matcher(
        [parse_phrase(phrase, CLASSES, compounds=compounds, ordered=ordered, gap=gap)]
    )
    sentence = tokenize(text)
    return [
        text[sentence.tokens[h.tokens[0]].start : sentence.tokens[h.tokens[-1]].end]
        for h in matcher.find(sentence)
    ]


def via(phrase: str, text: str, compounds: str = "none") -> list[Via]:
    matcher = Matcher([parse_phrase(phrase, CLASSES, compounds=compounds)])
    return [hit.via for hit in matcher.find(tokenize(text))]


class TestWords:
    @pytest.mark.parametrize(
        ("phrase", "text", "hits"),
        [
            ("groep", "De groepen en het groepje.", ["groepen", "groepje"]),
            ("=groep", "De groepen en de Groep.", ["Groep"]),
            ("aanmeld*", "De aanmelding en de voorraanmelding.", ["aanmelding"]),
            ("*klas", "De taalklas en de klasgenoot.", ["taalklas"]),
            ("*segregatie*", "Het antisegregatiebeleid.", ["antisegregatiebeleid"]),
            ("#", "Het gaat om 12 peuters, 4,5% van het geheel.", ["12", "4,5%"]),
            ("klas|groep", "Een groep en een klas.", ["groep", "klas"]),
            ("{groep}", "Een groep en een klas.", ["groep", "klas"]),
            ("reünie", "De reunie.", ["reunie"]),
        ],
    )
    def test_a_word_of_the_notation_is_held_against_words(self, phrase, text, hits):
        assert found(phrase, text) == hits

    @pytest.mark.parametrize(
        ("compounds", "hits"),
        [
            ("none", ["segregatie"]),
            ("head", ["segregatie", "schoolsegregatie"]),
            ("any", ["segregatie", "schoolsegregatie", "segregatiecijfers"]),
        ],
    )
    def test_compounds_are_searched_as_far_as_allowed(self, compounds, hits):
        text = "De segregatie, de schoolsegregatie en de segregatiecijfers."

        assert found("segregatie", text, compounds) == hits

    def test_a_hit_says_how_surely_its_word_was_found(self):
        text = "segregatie schoolsegregatie segregatei"

        assert via("segregatie", text, "head") == [Via.WORD, Via.COMPOUND, Via.FUZZY]


class TestSlips:
    @pytest.mark.parametrize(
        ("text", "hits"),
        [
            ("de toeleidng", ["toeleidng"]),
            ("de toelieding", ["toelieding"]),
            ("de toleidng", []),  # two slips
            ("de opleiding", []),  # a word of its own
            ("de heer Toeleidng", []),  # a name
            ("Toeleidng is besproken", ["Toeleidng"]),  # a capital for the sentence's sake
        ],
    )
    def test_one_slip_is_forgiven_in_a_word_that_is_none(self, text, hits):
        assert found("toeleiding", text) == hits

    def test_two_slips_are_forgiven_in_a_long_word(self):
        assert found("onderwijsachterstand", "een onderwijsachterstadn") == [
            "onderwijsachterstadn"
        ]

    def test_a_short_word_has_no_slips(self):
        assert found("klas", "de klsa") == []


class TestPhrases:
    @pytest.mark.parametrize(
        ("text", "hits"),
        [
            ("gemengde groepen", ["gemengde groepen"]),
            ("de groepen zijn gemengd", ["groepen zijn gemengd"]),
            ("groepen op drie grote scholen gemengd", []),
            ("groepen; gemengd", []),
            ("groepen (gemengd)", []),
            ("groepen, gemengd", ["groepen, gemengd"]),
            ("gemengd en bont", []),
        ],
    )
    def test_words_may_stand_in_any_order_near_each_other_in_one_clause(self, text, hits):
        assert found("{mengen} {groep}", text) == hits

    def test_function_words_between_do_not_count(self):
        text = "gemengd in de zin van al het andere dat er is: "

        assert (
            found("gemengd groep", "gemengd zijn al de dan in het hier wel groepen", gap=0) != []
        )
        assert found("gemengd groep", text + "groepen", gap=0) == []

    @pytest.mark.parametrize(("gap", "count"), [(0, 0), (1, 0), (2, 1), (3, 1)])
    def test_content_words_between_count(self, gap, count):
        assert len(found("gemengd groep", "gemengde kleine vrolijke groepen", gap=gap)) == count

    def test_an_ordered_phrase_keeps_its_order(self):
        assert found("samen school", "samen naar school", ordered=True) == ["samen naar school"]
        assert found("samen school", "naar school samen", ordered=True) == []

    def test_two_slots_are_two_words(self):
        assert found("klas klas", "een klas") == []
        assert found("klas klas", "klas na klas") == ["klas na klas"]

    def test_of_overlapping_finds_the_shortest_is_kept(self):
        assert found("{mengen} {groep}", "bonte gemengde groepen") == ["gemengde groepen"]

    def test_one_sentence_may_hold_a_phrase_twice(self):
        text = "gemengde groepen naast bonte klassen"

        assert found("{mengen} {groep}", text) == ["gemengde groepen", "bonte klassen"]


class TestTwoTokens:
    def test_a_separated_verb_fills_one_slot(self):
        assert found("tegengaan", "zij gaan het tegen.") == ["gaan het tegen"]

    def test_either_half_may_stand_near_the_rest(self):
        text = "zij gaan met vijf andere besturen in heel de regio segregatie tegen."

        assert found("segregatie tegengaan", text) == [text[4:-1]]

    def test_a_suspended_part_takes_in_the_word_it_borrows_from(self):
        text = "de toelatings- en inschrijvingsprocedures"

        assert found("toelatingsprocedure", text) == [text[3:]]

    def test_a_part_after_the_word_takes_it_in_too(self):
        assert found("taalbeleid", "het taalonderwijs en -beleid") == ["taalonderwijs en -beleid"]

    def test_the_lender_may_fill_another_slot(self):
        assert found("voorschool vroegschool", "voor- en vroegschool") == ["voor- en vroegschool"]


def test_all_phrases_are_found_in_the_order_of_their_numbers():
    matcher = Matcher([parse_phrase(p, {}) for p in ("school", "wijk", "school wijk")])

    hits = matcher.find(tokenize("de wijk en de school"))

    assert [(h.phrase, h.tokens) for h in hits] == [(0, (4,)), (1, (1,)), (2, (1, 4))]


def test_no_phrases_find_nothing():
    assert Matcher([]).find(tokenize("de wijk")) == ()


words = st.sampled_from(
    "school wijk gemengde groepen bonte klas toelatings- en -beleid gaan tegen segregatie ; , "
    "segregatei 12 de".split()
)
MATCHER = Matcher(
    [
        parse_phrase(text, CLASSES, compounds="any")
        for text in ("{mengen} {groep}", "school wijk", "segregatie tegengaan", "toelatingsbeleid")
    ]
)


@given(st.lists(words, max_size=16).map(" ".join))
def test_hits_are_words_of_the_sentence_and_those_of_a_phrase_apart(text: str):
    sentence = tokenize(text)

    hits = MATCHER.find(sentence)

    for hit in hits:
        assert list(hit.tokens) == sorted(set(hit.tokens))
        assert 0 <= hit.tokens[0] <= hit.tokens[-1] < len(sentence.tokens)
    for a, b in pairwise(hits):
        assert a.phrase < b.phrase or a.tokens[-1] < b.tokens[0]


@given(st.lists(words, max_size=16).map(" ".join), st.lists(words, max_size=16).map(" ".join))
def test_what_was_met_before_changes_nothing(text: str, earlier: str):
    fresh = Matcher([parse_phrase("{mengen} {groep}", CLASSES, compounds="any")])
    fresh.find(tokenize(earlier))
    other = Matcher([parse_phrase("{mengen} {groep}", CLASSES, compounds="any")])

    assert fresh.find(tokenize(text)) == other.find(tokenize(text))
