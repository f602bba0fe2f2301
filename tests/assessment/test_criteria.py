import re

import pytest

from leaterms.assessment import Risk
from leaterms.assessment.criteria import load_criteria, parse_criteria
from leaterms.errors import VocabularyError
from leaterms.structure import Partner
from leaterms.vocabulary import read_shipped

NAME = "beoordeling.yaml"
THEMES = frozenset(re.findall(r"^- id: (\S+)", read_shipped("themas.yaml"), re.MULTILINE))
SOURCES = frozenset(re.findall(r"^- key: (\S+)", read_shipped("bronnen.yaml"), re.MULTILINE))


def parse(text):
    return parse_criteria(text, NAME, themes=THEMES, sources=SOURCES)


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


def test_the_shipped_rules_load_once():
    assert load_criteria() is load_criteria()


def test_the_shipped_rules_raise_no_risk_to_a_low_one_where_a_partner_lacks():
    (rule,) = load_criteria().raises

    assert (rule.when, rule.risk, rule.to) == ("partner_missing", Risk.NONE, Risk.LOW)
    assert "{partners}" in rule.reason


def test_only_childcare_depends_on_the_age_of_the_children():
    conditions = load_criteria().conditions

    assert {condition.partner for condition in conditions} == {Partner.KINDEROPVANG}
    assert [bool(c.words.search("de peuterspeelzaal")) for c in conditions] == [True]
    assert [bool(c.words.search("de brugklas van het vo")) for c in conditions] == [False]


def test_every_fault_is_told_at_once_with_its_line():
    text = read_shipped(NAME)
    text = text.replace("themes: [segregatie,", "themes: [segregate,")
    text = text.replace("source: DIEMEN", "source: DIEMAN", 1)

    with pytest.raises(VocabularyError) as caught:
        parse(text)

    theme = "'segregate' is geen thema; de thema's staan in themas.yaml"
    source = "'DIEMAN' is geen bron; zet de bron in bronnen.yaml"
    assert str(caught.value).split("\n") == [
        f"{NAME}:{line_of(text, 'segregate')}: {theme}",
        f"{NAME}:{line_of(text, 'DIEMAN')}: {source}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("when: partner_missing", "when: partner_gone", "'when' moet zijn: 'partner_missing'"),
        ("\nstill_fit:", "\nstil_fit:", "'stil_fit' is geen bekende sleutel; bedoelde u "),
        ("    denied_only: ja", "    denied_only: soms", "'denied_only' moet zijn: 'ja' of 'nee'"),
        ("  years: 4", "  years: 0", "'years' moet ten minste 1 zijn"),
    ],
)
def test_a_slip_of_the_editor_is_named_with_its_mend(old, new, said):
    text = read_shipped(NAME).replace(old, new, 1)

    with pytest.raises(VocabularyError) as caught:
        parse(text)

    assert said in str(caught.value)
    assert f"{NAME}:{line_of(text, new.strip())}: " in str(caught.value)
