from leaterms.detection import Method
from leaterms.detection.matching import Hit, Via
from leaterms.detection.phrasebook import PhraseBook
from leaterms.vocabulary import Near, Scope
from tests.detection.making import make_decoy, make_rule, make_term, make_vocabulary

NEAR = Near(sentence=("wijk",), document=("straat",))
VOCABULARY = make_vocabulary(
    make_term("gemengde school", variants=("{mengen} school",), requires=NEAR),
    make_decoy("school toren", excludes=NEAR),
    make_rule("not_discussed", Scope.SENTENCE, "niet besproken", unless=("wijk",)),
    make_rule("postponed", Scope.AFTER, "niet besproken", ordered=True, gap=0),
    classes={"mengen": ("bont",)},
)
BOOK = PhraseBook(VOCABULARY)


def test_each_label_and_variant_has_its_number():
    assert [BOOK.term_of(n) for n in (0, 1)] == [VOCABULARY.terms[0]] * 2
    decoys = [n for n in range(len(BOOK.phrases)) if BOOK.decoy_of(n)]
    assert [BOOK.decoy_of(n) for n in decoys] == [VOCABULARY.decoys[0]]


def test_a_number_is_of_one_kind():
    assert BOOK.decoy_of(0) is None
    assert all(BOOK.term_of(n) is None for n in (*BOOK.numbers.values(), *BOOK.cues.values()))


def test_a_context_word_has_one_number_however_often_it_is_used():
    assert list(BOOK.numbers) == ["wijk", "straat"]


def test_a_cue_is_another_phrase_when_its_order_or_gap_differs():
    assert list(BOOK.cues) == [
        ("niet besproken", False, 2),
        ("wijk", False, 2),
        ("niet besproken", True, 0),
    ]


def test_every_number_is_the_place_of_its_phrase():
    numbers = [0, 1, *BOOK.numbers.values(), *BOOK.cues.values()]

    assert len({*numbers}) == len(numbers)
    assert max(numbers) < len(BOOK.phrases)


def test_the_method_tells_how_a_term_was_found():
    methods = [
        BOOK.method_of(Hit(number, (0,), via))
        for number, via in [
            (0, Via.WORD),
            (0, Via.COMPOUND),
            (0, Via.FUZZY),
            (1, Via.WORD),
            (1, Via.COMPOUND),
            (1, Via.FUZZY),
        ]
    ]

    assert methods == [
        Method.TERM,
        Method.COMPOUND,
        Method.FUZZY,
        Method.PATTERN,
        Method.PATTERN,
        Method.FUZZY,
    ]
