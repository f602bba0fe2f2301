from collections import Counter

from leaterms.detection.features import GROUPS, FeatureReader, Unit

READER = FeatureReader({"mengen": ("gemengd", "bont"), "groep": ("groep", "klas")})


def test_a_unit_gives_counts_in_all_groups():
    assert tuple(READER.read(Unit("Gemengde groepen"))) == GROUPS


def test_words_are_lemmas_and_pairs_of_neighbours():
    counts = READER.read(Unit("De groepen, de groep"))["w"]

    assert counts["groep"] == 2
    assert counts["groep de"] == 1


def test_letters_are_runs_within_words():
    counts = READER.read(Unit("na na ä"))["c"]

    assert counts == Counter({" na": 2, "na ": 2, " na ": 2, " a ": 1})


def test_heading_and_sentence_before_are_apart_from_the_text():
    counts = READER.read(Unit("klas", heading="school", before="wijk"))

    assert (counts["w"], counts["h"], counts["p"]) == (
        Counter(["klas"]),
        Counter(["school"]),
        Counter(["wijk"]),
    )


def test_word_classes_and_their_pairs_are_counted_once():
    counts = READER.read(Unit("Bonte klassen en gemengde kleutergroepen"))["k"]

    assert counts == Counter(["groep", "mengen", "groep+mengen"])


def test_an_empty_text_has_no_features():
    assert READER.read(Unit("")) == {name: Counter() for name in GROUPS}
