import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection.finds import find_terms
from leaterms.detection.matching import Matcher
from leaterms.detection.passages import read_item
from leaterms.detection.phrasebook import PhraseBook
from leaterms.structure import Item
from leaterms.vocabulary import Near, Wording
from tests.detection.making import make_decoy, make_term, make_vocabulary

LAW = make_term("toelating", "inschrijving-toelating", wording=Wording.STATUTORY)
AROUND = make_term("toelating brugklas", "inschrijving-toelating")


def labels(text: str, *entries: object) -> list[str]:
    """The terms found in `text`, by name."""
    book = PhraseBook(make_vocabulary(*entries))  # type: ignore[arg-type]
    read = read_item(Item(0, "", "", text), Matcher(book.phrases))
    return sorted(find.term.label for find in find_terms(book, read, read.phrases))


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ((LAW, AROUND), ["toelating"]),
        # other themes say something else
        ((LAW, make_term("toelating brugklas", "segregatie")), ["toelating brugklas"]),
        (
            (LAW, make_term("toelating brugklas", "segregatie", "inschrijving-toelating")),
            ["toelating brugklas"],
        ),
        # the law's word stands in another sense
        (
            (LAW, AROUND, make_decoy("toelating", excludes=Near(sentence=("loting",)))),
            ["toelating brugklas"],
        ),
    ],
)
def test_a_word_of_the_law_stands_for_jargon_around_it_that_says_the_same(entries, found):
    assert labels("De toelating tot de brugklas.", *entries) == found


def test_jargon_beside_a_word_of_the_law_stays():
    assert labels("Toelating en loting.", LAW, make_term("loting", "inschrijving-toelating")) == [
        "loting",
        "toelating",
    ]


def test_the_law_in_another_sentence_changes_nothing():
    assert labels("De toelating. Brugklas.", LAW, make_term("brugklas")) == [
        "brugklas",
        "toelating",
    ]


@given(st.text())
def test_no_two_finds_overlap(text):
    book = PhraseBook(make_vocabulary(LAW, AROUND, make_term("brugklas")))
    read = read_item(Item(0, "", "", f"{text} toelating brugklas {text}"), Matcher(book.phrases))
    finds = find_terms(book, read, read.phrases)

    taken = [
        (find.passage, word)
        for find in finds
        for word in range(find.hit.tokens[0], find.hit.tokens[-1] + 1)
    ]
    assert finds
    assert len(taken) == len(set(taken))
