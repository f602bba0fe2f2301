from hypothesis import given
from hypothesis import strategies as st

from leaterms.evaluation.alignment import Passage, align, letters

KEY = (0, False)


def _spans(gold: str, found: str, words: str) -> tuple[object, object]:
    """Positions of `words` in both readings; equal where they are the same words."""
    alignment = align([Passage(KEY, gold)], [Passage(KEY, found)])
    one, two = gold.index(words), found.index(words)
    return (
        alignment.first_span(KEY, one, one + len(words)),
        alignment.second_span(KEY, two, two + len(words)),
    )


def test_letters_leave_out_what_is_no_letter_or_digit():
    assert letters("De VVE-\u00adgroep, 3.") == (
        "devvegroep3",
        (0, 1, 3, 4, 5, 8, 9, 10, 11, 12, 15),
    )


def test_a_ligature_gives_its_letters():
    assert letters("\ufb01ets") == ("fiets", (0, 0, 1, 2, 3))


def test_an_accent_is_no_letter():
    assert letters("één")[0] == letters("e\u0301e\u0301n")[0] == "een"


def test_white_space_and_hyphens_make_no_difference():
    first, second = _spans("de onderwijs kansen nu", "de onder-\nwijs  kansen nu", "kansen")

    assert first == second == (11, 17)


def test_a_word_cut_in_two_is_still_the_same_word():
    gold, found = (
        "over onderwijsachterstanden is gesproken",
        "over onderwijs achterstanden is gesproken",
    )
    alignment = align([Passage(KEY, gold)], [Passage(KEY, found)])

    assert alignment.first_span(KEY, 5, 27) == alignment.second_span(KEY, 5, 28) == (4, 26)


def test_text_that_only_one_reading_has_shifts_nothing():
    first, second = _spans(
        "wij spreken over segregatie", "Pagina 2 van 3 wij spreken over segregatie", "segregatie"
    )

    assert first == second == (14, 24)


def test_a_heading_taken_for_text_keeps_its_place():
    alignment = align(
        [Passage((0, True), "Brede school"), Passage((0, False), "De wethouder licht toe.")],
        [
            Passage((-1, True), ""),
            Passage((-1, False), "3. Brede school\nDe wethouder licht toe."),
        ],
    )

    assert alignment.first_span((0, True), 0, 12) == (0, 11)
    assert alignment.second_span((-1, False), 3, 15) == (0, 11)


def test_passages_that_changed_places_are_found_back():
    one = "De besturen spreken over gemengde scholen in de wijk"
    two = "Daarna komt de brief van de inspectie uitgebreid aan bod in dit overleg"
    alignment = align(
        [Passage((0, False), one), Passage((1, False), two)],
        [Passage((0, False), two), Passage((1, False), one)],
    )
    start = one.index("gemengde scholen")

    assert alignment.first_span((0, False), start, start + 16) == (
        alignment.second_span((1, False), start, start + 16)
    )


def test_words_that_are_not_in_the_other_reading_have_no_place():
    alignment = align([Passage(KEY, "appels en peren")], [Passage(KEY, "bijl zaag")])

    assert alignment.second_span(KEY, 0, 9) is None


def test_a_span_without_letters_has_no_place():
    alignment = align([Passage(KEY, "a -- b")], [Passage(KEY, "a -- b")])

    assert alignment.first_span(KEY, 2, 4) is None
    assert alignment.second_span(KEY, 2, 4) is None
    assert alignment.first_span((9, True), 0, 1) is None


@given(st.lists(st.text(max_size=30), max_size=4))
def test_a_text_aligned_with_itself_keeps_every_span(texts):
    passages = [Passage((i, False), text) for i, text in enumerate(texts)]
    alignment = align(passages, passages)

    for passage in passages:
        for start in range(len(passage.text)):
            assert alignment.first_span(passage.key, start, start + 1) == (
                alignment.second_span(passage.key, start, start + 1)
            )


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_align(one, two):
    alignment = align([Passage(KEY, one)], [Passage(KEY, two)])
    span = alignment.second_span(KEY, 0, len(two))
    size = len(letters(one)[0])

    assert span is None or 0 <= span[0] < span[1] <= size
