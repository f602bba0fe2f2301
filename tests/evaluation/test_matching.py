from leaterms.detection import Assertion, Mention, Method
from leaterms.evaluation.gold import gold_record
from leaterms.evaluation.matching import (
    FoundAgreement,
    align_items,
    match_agreements,
    match_items,
    match_mentions,
)
from leaterms.structure import Item
from leaterms.vocabulary import Wording
from tests.evaluation.samples import sample

BODY = """\
## 1. Opening
[[gemengde scholen in de wijk::segregatie::jargon::discussed]] en [[vve::b::statutory::quoted]].

## 2. Peuters
{{AM:Besluit: de aanmelding start op 1 mei.}} {{A:Jan belt.}}
"""


def found(
    text: str, words: str, theme: str, item: int = 0, method: Method = Method.TERM
) -> Mention:
    start = text.index(words)
    return Mention(
        item=item,
        in_heading=False,
        start=start,
        end=start + len(words),
        quote=words,
        sentence=text,
        theme=theme,
        wording=Wording.JARGON,
        assertion=Assertion.DISCUSSED,
        term="t",
        confidence=0.9,
        method=method,
        why="",
    )


def _match(*mentions: Mention, body: str = BODY):
    document = sample(body)
    items = gold_record(document).items
    return match_mentions(
        document, mentions, align_items(document.items, items), match_items(document.items, items)
    )


TEXT = sample(BODY).items[1].text


def test_the_same_span_and_theme_is_exact():
    first, second = _match(found(TEXT, "gemengde scholen in de wijk", "segregatie"))

    assert (first.right, first.exact, first.placed) == (True, True, True)
    assert (second.gold.quote, second.found) == ("vve", None)


def test_punctuation_at_the_edge_is_no_other_span():
    first, _ = _match(found(TEXT, "gemengde scholen in de wijk ", "segregatie"))

    assert first.exact is True


def test_an_overlap_is_right_but_not_exact():
    first, _ = _match(found(TEXT, "gemengde scholen", "segregatie"))

    assert (first.right, first.exact) == (True, False)


def test_another_theme_is_a_miss_and_a_false_alarm():
    pairs = _match(found(TEXT, "gemengde scholen in de wijk", "integratie"))

    assert [(p.gold is None, p.found is None) for p in pairs] == [
        (False, True),
        (False, True),
        (True, False),
    ]


def test_two_finds_in_one_annotated_span_count_once():
    pairs = _match(found(TEXT, "gemengde", "segregatie"), found(TEXT, "scholen in", "segregatie"))

    assert pairs[0].found.quote == "scholen in"
    assert [p.found.quote for p in pairs if p.gold is None] == ["gemengde"]


def test_the_exact_find_wins_from_one_that_came_first():
    pairs = _match(
        found(TEXT, "gemengde scholen in de wijk en", "segregatie"),
        found(TEXT, "gemengde scholen in de wijk", "segregatie"),
    )

    assert pairs[0].found.quote == "gemengde scholen in de wijk"


def test_proposals_are_left_out():
    pairs = _match(found(TEXT, "gemengde scholen", "segregatie", method=Method.SEMANTIC))

    assert [p.found for p in pairs] == [None, None]


def test_a_find_under_another_heading_is_right_but_not_placed():
    document = sample(BODY)
    items = (Item(-1, "", "", "1. Opening\n" + TEXT), Item(0, "2", "Peuters", ""))
    first, _ = match_mentions(
        document,
        [found(items[0].text, "gemengde scholen in de wijk", "segregatie", item=-1)],
        align_items(document.items, items),
        match_items(document.items, items),
    )

    assert (first.right, first.exact, first.placed) == (True, True, False)


def _items(*headings: tuple[str, str]) -> tuple[Item, ...]:
    return tuple(Item(i, number, title, "") for i, (number, title) in enumerate(headings))


def test_headings_match_by_their_letters():
    document = sample("## Thema 1 | Welkom\n## 2. De Brede school\n## 3. Rondvraag\n")
    items = _items(("", "Thema 1 Welkom"), ("2", "DE BREDE SCHOOL"), ("", "Wvttk"))

    assert match_items(document.items, items) == {-1: -1, 0: 0, 1: 1}


def test_headings_match_whatever_word_stands_before_their_number():
    document = sample("## Artikel 1. Welkom\n## Besluit 2022/12. Peuters\n## Groep 3 leert\n")
    items = _items(("1", "Welkom"), ("2022/12", "Peuters"), ("3", "leert"))

    assert match_items(document.items, items) == {-1: -1, 0: 0, 1: 1}


def test_headings_match_in_order_and_once():
    document = sample("## Rondvraag\n## Peuters\n## Rondvraag\n")
    items = _items(("", "Peuters"), ("", "Rondvraag"))

    assert match_items(document.items, items) == {-1: -1, 1: 0, 2: 1}


def test_of_equal_headings_those_with_the_same_text_match():
    document = sample("## 1. Peuters\nDe wethouder vertelt.\n")
    items = (
        Item(0, "7", "Peuters", "Iets anders."),
        Item(1, "1", "Peuters", "De wethouder vertelt."),
    )

    assert match_items(document.items, items) == {-1: -1, 0: 1}


def test_agreements_match_when_half_of_their_letters_agree():
    document = sample(BODY)
    items = gold_record(document).items
    text = items[2].text
    start = text.index("de aanmelding")
    finds = [
        FoundAgreement(1, start, start + 30, text[start : start + 30], False),
        FoundAgreement(1, 0, 7, text[:7], False),
    ]
    pairs = match_agreements(document, finds, align_items(document.items, items))

    assert [(p.gold.text if p.gold else "", p.found) for p in pairs] == [
        ("Besluit: de aanmelding start op 1 mei.", finds[0]),
        ("Jan belt.", None),
        ("", finds[1]),
    ]
