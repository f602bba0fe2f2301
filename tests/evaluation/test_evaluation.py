import datetime as dt
import json
from dataclasses import replace

import pytest

from leaterms.detection import Assertion
from leaterms.evaluation import (
    Score,
    Share,
    evaluate,
    find_mistakes,
    gold_result,
    list_mistakes,
    to_plain,
    to_text,
)
from leaterms.evaluation.evaluation import CellPair, CoverageScores, TermScore
from leaterms.evaluation.scores import sum_scores, sum_shares
from leaterms.structure import Kind
from leaterms.vocabulary import Wording, load_vocabulary
from tests.evaluation.samples import BODY, HEADER, sample

VOCABULARY = load_vocabulary()


def _evaluate(*results, documents=None):
    return evaluate(results, documents or (sample(),), VOCABULARY)


def test_figures_of_a_score():
    score = Score(right=3, false=1, missed=2)

    assert (score.precision, score.recall, score.f1) == (0.75, 0.6, 2 / 3)
    assert score.to_dict() == {
        "right": 3,
        "false": 1,
        "missed": 2,
        "precision": 0.75,
        "recall": 0.6,
        "f1": 0.6667,
    }


def test_figures_of_nothing_are_undefined():
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert Share().value is None
    assert Share().to_dict() == {"right": 0, "of": 0, "share": None}


def test_scores_add_up():
    assert sum_scores([Score(1, 2, 3), Score(4, 5, 6)]) == Score(5, 7, 9)
    assert sum_shares([Share(1, 2), Share(3, 4)]) == Share(4, 6)


def test_the_annotations_themselves_score_full_marks():
    evaluation = _evaluate(gold_result(sample(), "map/a.docx"))

    assert evaluation.strict == evaluation.partial == Score(4, 0, 0)
    assert evaluation.headings == Score(2, 0, 0)
    assert evaluation.wording == evaluation.assertion == evaluation.placed == Share(4, 4)
    assert set(evaluation.facts.values()) == {Share(1, 1)}
    assert evaluation.coverage.status == evaluation.coverage.risk == Share(9, 9)


def test_a_document_that_is_not_there_is_missed_as_a_whole():
    evaluation = _evaluate()

    assert evaluation.documents[0].status == "missing"
    assert evaluation.partial == Score(0, 0, 4)
    assert evaluation.headings == Score(0, 0, 2)
    assert set(evaluation.facts.values()) == {Share(0, 1)}
    assert evaluation.agreements == Score(0, 0, 2)
    assert evaluation.coverage.status == Share(0, 9)


def test_a_document_that_could_not_be_read_is_missed_as_a_whole():
    broken = replace(gold_result(sample()), status="failed", record=None, mentions=())
    evaluation = _evaluate(broken)

    assert evaluation.documents[0].status == "failed"
    assert evaluation.partial == Score(0, 0, 4)


def test_files_match_by_their_stem_and_others_count_for_nothing():
    other = replace(gold_result(sample()), path="b.docx")
    evaluation = _evaluate(other, replace(gold_result(sample()), path="x/y/a.pdf"))

    assert [d.path for d in evaluation.documents] == ["x/y/a.pdf"]
    assert evaluation.partial == Score(4, 0, 0)


def test_a_document_in_two_formats_counts_twice():
    evaluation = _evaluate(*(replace(gold_result(sample()), path=p) for p in ("a.pdf", "a.docx")))

    assert [d.path for d in evaluation.documents] == ["a.docx", "a.pdf"]
    assert evaluation.partial == Score(8, 0, 0)


def test_files_with_other_names_go_by_the_names_given():
    result = replace(gold_result(sample()), path="x/document-001.pdf")
    evaluation = evaluate([result], [sample()], VOCABULARY, names={"x/document-001.pdf": "a.txt"})

    assert evaluation.partial == Score(4, 0, 0)


def test_a_wrong_class_is_missed_in_one_and_false_in_the_other():
    result = gold_result(sample())
    wrong = replace(
        result.mentions[2], wording=Wording.JARGON, assertion=Assertion.DISCUSSED, term="t"
    )
    evaluation = _evaluate(
        replace(result, mentions=(*result.mentions[:2], wrong, *result.mentions[3:]))
    )

    assert evaluation.partial == Score(4, 0, 0)
    assert evaluation.by_wording() == {"jargon": Score(3, 1, 0), "statutory": Score(0, 0, 1)}
    assert evaluation.by_assertion() == {
        "discussed": Score(3, 1, 0),
        "not_discussed": Score(0, 0, 1),
    }
    assert evaluation.wording == evaluation.assertion == Share(3, 4)


def test_scores_per_theme_municipality_and_term():
    result = gold_result(sample())
    extra = replace(result.mentions[0], theme="vve-resultaten", term="los")
    short = replace(result.mentions[3], end=result.mentions[3].end - 3, term="aanmelden")
    evaluation = _evaluate(replace(result, mentions=(*result.mentions[1:3], short, extra)))

    assert evaluation.by_theme() == {
        "inschrijving-toelating": Score(1, 0, 0),
        "integratie": Score(1, 0, 0),
        "segregatie": Score(1, 0, 1),
        "vve-resultaten": Score(0, 1, 0),
    }
    assert evaluation.by_theme(strict=True)["inschrijving-toelating"] == Score(0, 1, 1)
    assert evaluation.by_municipality() == {"Veenrade": Score(3, 1, 1)}
    assert evaluation.by_term() == (
        TermScore("los", 0, 1),
        TermScore("aanmelden", 1, 0),
        TermScore("(term)", 2, 0),
    )


def test_false_mentions_outside_the_consultation_are_counted_per_document():
    outside = sample(header=HEADER.replace("lea: yes", "lea: no"))
    result = gold_result(outside)
    extra = replace(result.mentions[0], theme="vve-resultaten")
    evaluation = _evaluate(
        replace(result, mentions=(*result.mentions, extra)), documents=(outside,)
    )

    assert evaluation.outside == Share(1, 1)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"meeting_date": dt.date(2023, 3, 16)}, "date"),
        ({"meeting_date": None}, "date"),
        ({"kind": Kind.AGENDA}, "kind"),
        ({"is_lea": False}, "is_lea"),
        ({"partners": ()}, "partners"),
        ({"municipalities": ("Zomerdijk",)}, "municipality"),
    ],
)
def test_facts_of_the_meeting_are_judged_one_by_one(changes, wrong):
    result = gold_result(sample())
    evaluation = _evaluate(replace(result, record=replace(result.record, **changes)))

    assert {name for name, share in evaluation.facts.items() if share.right == 0} == {wrong}


def test_a_regional_meeting_may_name_more_municipalities_than_annotated():
    result = gold_result(sample())
    record = replace(result.record, municipalities=("Zomerdijk", "Veenrade"))
    evaluation = _evaluate(replace(result, record=record))

    assert evaluation.facts["municipality"] == Share(1, 1)
    assert evaluation.coverage.status == Share(9, 9)
    assert evaluation.coverage.unexpected == 9


def test_headings_that_are_missed_and_false():
    result = gold_result(sample())
    items = result.record.items
    record = replace(
        result.record, items=(*items[:2], replace(items[2], number="", title="Zomaar"))
    )
    evaluation = _evaluate(replace(result, record=record, mentions=()))

    assert evaluation.headings == Score(1, 1, 1)
    assert evaluation.documents[0].heading_errors.missed == (
        "Agendapunt 2 - Brede scholen in de wijk",
    )
    assert evaluation.documents[0].heading_errors.false == ("Zomaar",)


def test_coverage_counts_cells_with_the_annotated_status_and_risk():
    scores = CoverageScores(
        (
            CellPair("Veenrade", 2023, "segregatie", "absent", "absent", "high", "high"),
            CellPair("Veenrade", 2023, "integratie", "discussed", "planned", "low", "low"),
            CellPair("Veenrade", 2023, "vve-doelgroep", "absent", "", "high", ""),
            CellPair("Zomerdijk", 2023, "segregatie", "", "absent", "", "high"),
        )
    )

    assert (scores.status, scores.risk) == (Share(1, 3), Share(2, 3))
    assert scores.unexpected == 1
    assert scores.errors == scores.cells[1:3]


def test_a_selection_keeps_the_coverage_of_its_municipalities():
    other = sample(header=HEADER.replace("Veenrade", "Zomerdijk"), name="b.txt")
    evaluation = _evaluate(
        gold_result(sample()), gold_result(other), documents=(sample(), other)
    ).select(lambda document: document.municipality == "Zomerdijk")

    assert [d.annotated.name for d in evaluation.documents] == ["b.txt"]
    assert {cell.municipality for cell in evaluation.coverage.cells} == {"Zomerdijk"}


def test_figures_are_plain_values_for_json():
    figures = json.loads(json.dumps(to_plain(_evaluate(gold_result(sample())))))

    assert figures["mentions"]["strict"]["f1"] == 1.0
    assert figures["coverage"]["status"] == {"right": 9, "of": 9, "share": 1.0}
    assert figures["items"]["right"] == 3
    assert figures["missed_jargon_proposed"] == {"right": 0, "of": 0, "share": None}
    assert figures["intervals"]["scores"]["partial"]["f1"] is None
    assert figures["facts"]["date"] == {"right": 1, "of": 1, "share": 1.0}


def test_tables_show_figures_with_three_decimals():
    text = to_text(_evaluate(gold_result(sample())))

    assert "Vermeldingen    goed  vals  gemist  precisie  recall     F1\n" in text
    assert "zelfde woorden     4     0       0     1.000   1.000  1.000\n" in text
    assert "datum                           1    1    1.000\n" in text


def test_the_confusion_of_assertions_shows_what_was_taken_for_what():
    result = gold_result(sample())
    wrong = replace(result.mentions[2], assertion=Assertion.QUOTED)
    evaluation = _evaluate(
        replace(result, mentions=(*result.mentions[:2], wrong, result.mentions[3]))
    )
    table = evaluation.assertion_confusion()
    lines = to_text(evaluation).splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("Bewering: zo"))

    assert (table["discussed"]["discussed"], table["not_discussed"]["quoted"]) == (3, 1)
    assert sum(sum(row.values()) for row in table.values()) == 4
    assert [line.split() for line in lines[start + 1 : start + 4]] == [
        ["discussed", "3", "0", "0", "0", "0", "1.000"],
        ["not_discussed", "0", "0", "0", "0", "1", "0.000"],
        [],
    ]


def test_tables_of_two_municipalities_show_each_and_the_margins():
    other = sample(header=HEADER.replace("Veenrade", "Zomerdijk"), name="b.txt")
    evaluation = _evaluate(gold_result(sample()), gold_result(other), documents=(sample(), other))
    lines = [" ".join(line.split()) for line in to_text(evaluation).splitlines()]

    assert "Zomerdijk 1 1.000 1.000 1.000 1.000 1.000" in lines
    assert "Marges van 95% (2 gemeenten) precisie recall F1" in lines
    assert "overlappend 1.000-1.000 1.000-1.000 1.000-1.000" in lines
    assert "dekking: status 1.000-1.000" in lines


def test_false_mentions_outside_are_shown_per_document():
    outside = sample(header=HEADER.replace("lea: yes", "lea: no"))
    result = gold_result(outside)
    extra = replace(result.mentions[0], theme="vve-resultaten")
    evaluation = _evaluate(
        replace(result, mentions=(*result.mentions, extra)), documents=(outside,)
    )

    assert ("\nValse vermeldingen in 1 stukken die geen LEA zijn: 1, 1.00 per stuk\n") in to_text(
        evaluation
    )


def test_mistakes_are_values_with_what_was_annotated_and_found():
    result = gold_result(sample())
    short = replace(result.mentions[3], end=result.mentions[3].end - 3, quote="aanmeld", term="t")
    evaluation = _evaluate(replace(result, mentions=(*result.mentions[:2], short)))
    missed, overlapping = find_mistakes(evaluation)

    assert (missed.is_miss, missed.quote, missed.found_quote) == (True, "segregatie", "")
    assert (missed.term, missed.sentence) == ("", "Over segregatie is niet gesproken.")
    assert (overlapping.is_miss, overlapping.is_exact) == (False, False)
    assert (overlapping.quote, overlapping.found_quote, overlapping.term) == (
        "aanmelding",
        "aanmeld",
        "t",
    )


def test_undefined_figures_show_as_a_dash():
    assert "zelfde woorden     0     0       4         -   0.000  0.000\n" in to_text(_evaluate())


def test_mistakes_show_the_sentence_the_term_and_why():
    result = gold_result(sample())
    extra = replace(result.mentions[2], theme="integratie", term="los", why="want")
    wrong = replace(
        result.mentions[3], assertion=Assertion.QUOTED, term="aanmelden", why="regel x"
    )
    text = list_mistakes(_evaluate(replace(result, mentions=(*result.mentions[:2], wrong, extra))))

    assert text.splitlines()[:9] == [
        "integratie",
        (
            "+ a.docx#1 tekst [segregatie] statutory/not_discussed (los: want) :: "
            "Over segregatie is niet gesproken."
        ),
        "",
        "segregatie",
        (
            "- a.docx#1 tekst [segregatie] statutory/not_discussed :: "
            "Over segregatie is niet gesproken."
        ),
        "",
        "bewoording en bewering",
        (
            "~ a.docx#1 tekst [aanmelding] discussed werd quoted (aanmelden: regel x) :: "
            "Besluit: de aanmelding start op 1 mei."
        ),
        "",
    ]


def test_nothing_wrong_lists_nothing():
    document = sample(BODY.replace("{{AM:", "").replace("{{A:", "").replace("}}", ""))
    result = gold_result(document)
    evaluation = _evaluate(result, documents=(document,))
    faultless = replace(
        evaluation, documents=tuple(replace(d, agreements=()) for d in evaluation.documents)
    )

    assert list_mistakes(faultless) == ""
