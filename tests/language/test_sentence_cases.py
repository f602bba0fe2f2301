"""Sentence ends of own minutes: tests/cases/zinsgrenzen.yaml."""

from pathlib import Path

import pytest
import yaml

from leaterms.language import split_sentences

PATH = Path(__file__).parents[1] / "cases" / "zinsgrenzen.yaml"
CASES = [
    pytest.param(marked, id=f"{kind}-{number}")
    for kind, texts in yaml.safe_load(PATH.read_text(encoding="utf-8")).items()
    for number, marked in enumerate(texts, 1)
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_of_minutes_end_where_a_reader_ends_them(marked):
    text = marked.replace("¦", "")
    expected = [sentence.strip(" |\n") for sentence in marked.split("¦")]

    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_there_are_enough_of_them():
    assert len(CASES) >= 120
