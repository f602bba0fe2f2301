from dataclasses import replace

from leaterms.detection import Method
from leaterms.evaluation import Score, Share, evaluate, gold_result, list_mistakes
from leaterms.evaluation.items import ItemTheme
from leaterms.vocabulary import load_vocabulary
from tests.evaluation.samples import sample

VOCABULARY = load_vocabulary()


def _evaluate(result):
    return evaluate([result], (sample(),), VOCABULARY)


def test_an_item_bears_a_theme_once_however_often_it_is_mentioned():
    evaluation = _evaluate(gold_result(sample()))

    assert evaluation.documents[0].item_themes == (
        ItemTheme(1, "inschrijving-toelating", is_gold=True, is_found=True),
        ItemTheme(1, "integratie", is_gold=True, is_found=True),
        ItemTheme(1, "segregatie", is_gold=True, is_found=True),
    )
    assert evaluation.items == Score(3, 0, 0)


def test_one_find_of_several_suffices():
    result = gold_result(sample())
    evaluation = _evaluate(replace(result, mentions=result.mentions[1:]))

    assert evaluation.partial == Score(3, 0, 1)
    assert evaluation.items == Score(3, 0, 0)


def test_a_false_find_in_an_item_that_bears_its_theme_elsewhere_is_right():
    result = gold_result(sample())
    mention = result.mentions[3]  # 'aanmelding' in the text
    elsewhere = replace(mention, theme="integratie")
    evaluation = _evaluate(replace(result, mentions=(elsewhere,)))

    assert evaluation.partial == Score(0, 1, 4)
    assert evaluation.items == Score(1, 0, 2)
    assert evaluation.items_by_theme() == {
        "inschrijving-toelating": Score(0, 0, 1),
        "integratie": Score(1, 0, 0),
        "segregatie": Score(0, 0, 1),
    }


def test_a_find_in_an_item_without_its_theme_is_false():
    result = gold_result(sample())
    opening = replace(
        result.mentions[0], item=0, in_heading=False, start=0, end=12, quote="De voorzitte"
    )
    evaluation = _evaluate(replace(result, mentions=(opening,)))

    assert evaluation.documents[0].item_themes[0] == ItemTheme(
        0, "segregatie", is_gold=False, is_found=True
    )
    assert evaluation.items == Score(0, 1, 3)


def test_a_find_counts_for_the_annotated_item_wherever_the_scan_cut_it():
    """The scan took the second heading for text: its mentions stand in item 0 then."""
    result = gold_result(sample())
    items = result.record.items
    opening, second = items[1], items[2]
    joined = f"{opening.text}\n{second.title}\n"
    record = replace(result.record, items=(items[0], replace(opening, text=joined + second.text)))
    moved = tuple(
        replace(
            mention,
            item=0,
            in_heading=False,
            start=mention.start + shift,
            end=mention.end + shift,
        )
        for mention in result.mentions
        for shift in [len(opening.text) + 1 if mention.in_heading else len(joined)]
    )
    evaluation = _evaluate(replace(result, record=record, mentions=moved))

    assert evaluation.items == Score(3, 0, 0)
    assert evaluation.placed == Share(0, 4)


def test_a_document_that_was_not_read_has_all_themes_missed():
    evaluation = evaluate([], (sample(),), VOCABULARY)

    assert evaluation.items == Score(0, 0, 3)


def test_proposals_are_counted_by_the_missed_jargon_that_they_name():
    result = gold_result(sample())
    heading, second, statutory, last = result.mentions
    named = replace(last, method=Method.SEMANTIC, start=last.start - 3)
    useless = replace(statutory, theme="vve-resultaten", method=Method.SEMANTIC)
    evaluation = _evaluate(replace(result, mentions=(heading, statutory, named, useless)))

    assert evaluation.partial == Score(2, 0, 2)
    assert evaluation.proposed == Share(1, 2)
    assert [pair.gold is not None for pair in evaluation.proposals] == [True, False]
    lines = list_mistakes(evaluation).splitlines()
    assert [line for line in lines if line.startswith("- a.docx") and "jargon" in line] == [
        (
            "- a.docx#1 tekst [aanmelding] jargon/discussed, wel voorgesteld :: "
            "Besluit: de aanmelding start op 1 mei."
        ),
        ("- a.docx#1 kop [Brede scholen] jargon/discussed :: Brede scholen in de wijk"),
    ]
    assert second.theme == "integratie"


def test_a_proposal_of_what_was_found_anyway_or_of_statutory_words_names_no_missed_jargon():
    result = gold_result(sample())
    statutory = result.mentions[2]
    again = replace(result.mentions[3], method=Method.SEMANTIC)
    evaluation = _evaluate(
        replace(
            result,
            mentions=(
                *result.mentions[:2],
                replace(statutory, method=Method.SEMANTIC),
                result.mentions[3],
                again,
            ),
        )
    )

    assert evaluation.proposed == Share(0, 0)
    assert [pair.gold is not None for pair in evaluation.proposals] == [True, False]
