import copy
import pickle

import pytest

import leaterms
from leaterms.api.mentions import MentionsInText
from leaterms.vocabulary import load_vocabulary

TEXT = "De wethouder wil <segregatie> tegengaan.\nOver onderwijsachterstanden is niet gesproken."


@pytest.fixture(scope="module")
def found():
    return leaterms.detect(TEXT)


def test_it_is_a_list_and_equals_a_plain_one(found):
    plain = list(found)

    assert isinstance(found, list)
    assert found == plain
    assert plain == found
    assert type(found[:1]) is list
    assert repr(found) == repr(plain)


def test_a_notebook_shows_the_text_with_the_mentions_marked(found):
    page = found._repr_html_()

    assert "[Segregatie: wettelijke woorden, besproken]" in page
    assert "[Onderwijsachterstanden: wettelijke woorden, niet besproken]" in page
    assert page.count("<mark") == 2
    assert "&lt;" in page


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_it_is_copied_and_pickled_with_its_text(found, again):
    other = again(found)

    assert (type(other), other) == (MentionsInText, found)
    assert other._repr_html_() == found._repr_html_()


def test_what_is_taken_out_is_not_marked(found):
    fewer = copy.copy(found)
    fewer.pop(0)

    assert fewer._repr_html_().count("<mark") == 1


def test_a_text_without_mentions_gives_an_empty_list_that_says_so():
    nothing = leaterms.detect("De voorzitter opent de vergadering.")

    assert nothing == []
    assert "Geen vermelding" in nothing._repr_html_()


def test_the_themes_are_those_of_the_vocabulary_given():
    found = leaterms.detect("Over segregatie.", vocabulary=load_vocabulary())

    assert "[Segregatie: " in found._repr_html_()


def test_ipython_finds_the_page():
    formatter = pytest.importorskip(
        "IPython.core.formatters", reason="IPython comes with the extra 'notebook'"
    ).HTMLFormatter()

    assert formatter(leaterms.detect("Over segregatie.")).startswith('<div class="leaterms"')
