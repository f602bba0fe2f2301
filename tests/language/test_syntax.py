import spacy

from leaterms.language import Parser


def test_a_word_says_what_governs_it_and_where_it_stands():
    words = Parser().parse("De toeleiding schoof door naar maart.")

    moved = words[2]
    assert (moved.text, moved.pos, moved.relation, moved.head, moved.tense) == (
        "schoof",
        "VERB",
        "ROOT",
        2,
        "Past",
    )
    assert [(w.text, words[w.head].text) for w in words if w.relation == "nsubj"] == [
        ("toeleiding", "schoof")
    ]
    assert [(w.start, w.end) for w in words[:2]] == [(0, 2), (3, 13)]


def test_the_same_text_is_parsed_once():
    parser = Parser()

    assert parser.parse("Een zin.") is parser.parse("Een zin.")


def test_another_pipeline_can_parse(tmp_path):
    spacy.blank("nl").to_disk(tmp_path / "leeg")

    words = Parser(tmp_path / "leeg").parse("Een zin.")

    assert [(word.text, word.pos, word.head) for word in words] == [
        ("een", "", 0),
        ("zin", "", 1),
        (".", "", 2),
    ]


def test_an_empty_text_has_no_words():
    assert Parser().parse("") == ()
