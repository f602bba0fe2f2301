import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from leaterms.assessment import mention_ids
from tests.assessment.archives import paper


def mix(words="mix", theme="segregatie"):
    return f"[[{words}::{theme}::jargon::discussed]]"


def test_ids_are_unique_also_for_the_same_words_twice_and_in_copies():
    item = (mix(), f"{mix(theme='segregatie+integratie')} en nog eens {mix()}")
    ids = mention_ids((paper("a.pdf", item), paper("b.pdf", item)))

    assert len(ids) == 8
    assert len(set(ids.values())) == 8
    assert all(len(key) == 16 and int(key, 16) >= 0 for key in ids.values())


def test_an_id_survives_a_better_reading():
    worse = paper("a.pdf", ("Peuters", f"Tekst. De {mix('vve-  groepen')} zijn vol."))
    better = paper(
        "a.pdf", ("Opening", "Welkom."), ("Peuters", f"Meer tekst. De {mix('Vve-groepen')}.")
    )

    assert list(mention_ids((worse,)).values()) == list(mention_ids((better,)).values())


def test_an_id_does_not_depend_on_the_order_in_which_mentions_were_found():
    result = paper("a.pdf", (mix(), f"{mix()} en {mix()}"))
    turned = dataclasses.replace(result, mentions=result.mentions[::-1])
    last = len(result.mentions) - 1
    ids, turned_ids = mention_ids((result,)), mention_ids((turned,))

    assert all(ids["a.pdf", i] == turned_ids["a.pdf", last - i] for i in range(last + 1))


@given(st.lists(st.text(st.characters(exclude_characters="[]:\n"), min_size=1), max_size=6))
def test_any_quotes_give_distinct_ids(quotes):
    text = " ".join(f"[[{quote}::segregatie::jargon::discussed]]" for quote in quotes)
    ids = mention_ids((paper("a.pdf", ("Peuters", text)),))

    assert len(set(ids.values())) == len(ids)
