from leaterms.detection import Assertion
from leaterms.evaluation import (
    LabelMatcher,
    PlainSearch,
    Score,
    compare_finders,
    compare_with_baselines,
    contenders_to_plain,
    contenders_to_text,
    gold_record,
    gold_result,
    make_baselines,
    match_sources,
)
from leaterms.vocabulary import Wording, load_vocabulary
from tests.evaluation.samples import HEADER, sample

VOCABULARY = load_vocabulary()
LABELS = {
    ("segregatie", Wording.STATUTORY): ("segregatie", "tegengaan van segregatie"),
    ("segregatie", Wording.JARGON): ("gemengde klas",),
}
BODY = """\
## Onderwijssegregatie
Het Tegengaan van segregatie vraagt een gemengde klas. Gemengde klassen zijn er niet.
"""


def _found(finder, body=BODY, header=HEADER):
    record = gold_record(sample(body, header=header))
    return [(m.in_heading, m.quote, m.wording.value) for m in finder.detect(record)]


def test_plain_search_finds_labels_within_words_in_any_case_and_the_longest():
    assert _found(PlainSearch(LABELS)) == [
        (True, "segregatie", "statutory"),
        (False, "Tegengaan van segregatie", "statutory"),
        (False, "gemengde klas", "jargon"),
        (False, "Gemengde klas", "jargon"),
    ]


def test_the_phrase_matcher_finds_whole_words_in_any_case_and_the_longest():
    assert _found(LabelMatcher(LABELS)) == [
        (False, "Tegengaan van segregatie", "statutory"),
        (False, "gemengde klas", "jargon"),
    ]


def test_what_is_searched_counts_as_what_a_document_of_its_kind_shows():
    agenda = HEADER.replace("kind: verslag", "kind: agenda")
    for header, assertion in ((HEADER, Assertion.DISCUSSED), (agenda, Assertion.PLANNED)):
        record = gold_record(sample(BODY, header=header))
        finders = (PlainSearch(LABELS), LabelMatcher(LABELS))
        found = {m.assertion for finder in finders for m in finder.detect(record)}

        assert found == {assertion}


def test_offsets_and_sentence_of_what_is_searched():
    record = gold_record(sample(BODY))
    for finder in (PlainSearch(LABELS), LabelMatcher(LABELS)):
        for mention in finder.detect(record):
            item = record.items[mention.item + 1]
            text = item.title if mention.in_heading else item.text

            assert text[mention.start : mention.end] == mention.quote
            assert mention.quote in mention.sentence
            assert mention.sentence in text


def test_the_inspectorates_words_are_the_statutory_labels_of_all_themes():
    finders = make_baselines(VOCABULARY)
    body = "\n".join(theme.label for theme in VOCABULARY.themes) + "\n"
    record = gold_record(sample(body))
    found = finders["woorden van de inspectie zoeken"].detect(record)

    assert {m.theme for m in found} == {theme.id for theme in VOCABULARY.themes}
    assert {m.wording for m in found} == {Wording.STATUTORY}


def test_each_finder_is_scored_on_the_same_records():
    matched = [(sample(), gold_result(sample()))]
    nothing = PlainSearch({("segregatie", Wording.JARGON): ("niets van dit",)})
    finders = {"zoeken": PlainSearch(LABELS), "niets": nothing}
    first, second = compare_finders(matched, finders, VOCABULARY, structured=False)

    assert (first.name, first.evaluation.partial) == ("zoeken", Score(1, 0, 3))
    assert (second.name, second.evaluation.partial) == ("niets", Score(0, 0, 4))
    assert first.seconds > 0


def test_documents_without_a_file_stay_missed():
    finders = {"zoeken": PlainSearch(LABELS)}
    (only,) = compare_finders([(sample(), None)], finders, VOCABULARY, structured=True)

    assert (only.evaluation.partial, only.seconds) == (Score(0, 0, 4), 0.0)


def test_the_whole_detector_stands_above_the_three_baselines(tmp_path):
    text = (
        "## 1. [[Onderwijssegregatie::segregatie::statutory::discussed]]\n"
        "Over [[inschrijfbeleid::inschrijving-toelating::statutory::discussed]] is gesproken.\n"
    )
    (tmp_path / "a.txt").write_text(HEADER + text, encoding="utf-8")
    contenders = compare_with_baselines(
        match_sources(tmp_path, VOCABULARY), VOCABULARY, structured=False
    )
    rows = contenders_to_text(contenders).splitlines()

    assert [row[:31].rstrip() for row in rows] == [
        "Naast eenvoudiger manieren",
        "leaterms",
        "woorden van de inspectie zoeken",
        "PhraseMatcher op de termen",
        "woordenlijst zonder taalmodel",
    ]
    assert rows[0].split()[3:] == "precisie recall F1 wettelijk F1 jargon F1 s per stuk".split()
    figures = contenders_to_plain(contenders)
    assert [one["mentions"]["recall"] for one in figures] == [1.0, 1.0, 0.5, 1.0]
