"""The gate: what was once found on the samples is found after a change too."""

import pytest

from tests.acceptance.figures import ADVICE, describe_falls, measure, read_pinned

PINNED = {
    "documents": 18,
    "mentions": 400,
    "mention_recall": 0.9,
    "false_mentions_per_document_outside_lea": 2.0,
}


def test_no_figure_on_the_samples_fell():
    falls = describe_falls(measure(), read_pinned())

    assert not falls, "\n".join(["", *falls, ADVICE])


def test_every_figure_that_is_measured_is_pinned():
    assert list(read_pinned()) == [
        "documents",
        "mentions",
        "mention_precision",
        "mention_recall",
        "exact_words_f1",
        "item_f1",
        "statutory_f1",
        "jargon_precision",
        "jargon_f1",
        "assertion",
        "coverage_status",
        "false_mentions_per_document_outside_lea",
        "vocabulary_alone_f1",
    ]


@pytest.mark.parametrize(
    ("changes", "falls"),
    [
        ({}, []),
        ({"mention_recall": 0.95}, []),
        ({"mention_recall": 0.886}, []),
        ({"mention_recall": 0.88}, ["mention_recall: fell from 0.9 to 0.88 (slack 0.015)"]),
        ({"false_mentions_per_document_outside_lea": 0.0}, []),
        ({"false_mentions_per_document_outside_lea": 2.4}, []),
        (
            {"false_mentions_per_document_outside_lea": 2.6},
            ["false_mentions_per_document_outside_lea: rose from 2.0 to 2.6 (slack 0.5)"],
        ),
        ({"mentions": 401}, ["mentions: 400 were pinned, the samples now have 401"]),
    ],
)
def test_what_counts_as_a_fall(changes, falls):
    assert describe_falls({**PINNED, **changes}, PINNED) == falls


def test_a_figure_that_is_no_longer_measured_is_a_fall():
    assert describe_falls({}, {"item_f1": 0.9}) == ["item_f1: pinned at 0.9, no longer measured"]


def test_the_advice_names_the_command():
    assert "make pin" in ADVICE
    assert "python -m tests.acceptance.figures" in ADVICE
