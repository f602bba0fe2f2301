import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import CorrectionsError, LeatermsError, VocabularyError
from leaterms.rules import Rules, parse_rules


class Colour(StrEnum):
    RED = "rood"
    BLUE = "blauw"


def no_spaces(text: str) -> str:
    if " " in text:
        raise ValueError("schrijf één woord")
    return text


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class Near:
    words: tuple[str, ...] = ()


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class Entry:
    id: Annotated[str, Field(min_length=1), AfterValidator(no_spaces)]
    themes: Annotated[tuple[str, ...], Field(min_length=1)] = ("a",)
    colour: Colour = Colour.RED
    shade: Literal["licht", "donker"] = "licht"
    count: int = 0
    sure: bool = False
    day: dt.date = dt.date(2020, 1, 1)
    near: Near | None = None


ENTRIES = TypeAdapter(tuple[Entry, ...])


def parse(text: str) -> Rules[tuple[Entry, ...]]:
    return parse_rules(text, "proef.yaml", ENTRIES, VocabularyError)


def faults(text: str) -> list[str]:
    with pytest.raises(VocabularyError) as caught:
        parse(text)
    return str(caught.value).splitlines()


def test_a_sound_file_gives_its_values_in_the_order_of_the_file():
    rules = parse("- id: een\n  themes: [x, y]\n- id: twee\n  near: {words: [z]}\n")

    assert rules.value == (Entry("een", ("x", "y")), Entry("twee", near=Near(("z",))))


def test_scalars_stay_text_where_text_is_asked():
    rules = parse("- id: no\n  themes: [2022-03-01, 1e3, yes, ~, 010]\n")

    assert rules.value == (Entry("no", ("2022-03-01", "1e3", "yes", "~", "010")),)


def test_scalars_become_what_a_type_asks():
    (entry,) = parse("- id: a\n  count: 12\n  sure: true\n  day: 2023-03-15\n").value

    assert (entry.count, entry.sure, entry.day) == (12, True, dt.date(2023, 3, 15))


def test_white_space_around_a_value_is_no_part_of_it():
    assert parse("- id: '  een '\n").value == (Entry("een"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- id: a\n  themes: [x\n", "3: dit is geen geldige YAML; "),
        ("- id: a\n b: c\n", "2: dit is geen geldige YAML; "),
        ("- id: 'a\n", "2: dit is geen geldige YAML; "),
        ("- id: \0\n", "1: dit is geen geldige YAML; "),
        ("a: 1\n---\nb: 2\n", "2: dit is geen geldige YAML; "),
    ],
    ids=["open-list", "indent", "open-quote", "nul-byte", "two-documents"],
)
def test_what_is_no_yaml_is_one_fault_with_its_line_and_the_mend(text: str, fault: str):
    mend = "controleer inspringing, dubbele punten en aanhalingstekens"

    assert faults(text) == [f"proef.yaml:{fault}{mend}"]


@pytest.mark.parametrize(
    "text",
    ["- id: a\n- id: *klas\n", "- id: a\n  themes: [&x y]\n- id: *x\n", "- id: a\n- *x*\n"],
    ids=["no-anchor", "anchor", "star-on-both-sides"],
)
def test_a_word_with_a_star_wants_quotation_marks(text: str):
    line = text[: text.index("*")].count("\n") + 1

    assert faults(text) == [
        f"proef.yaml:{line}: een woord met * moet tussen aanhalingstekens staan: '*klas'"
    ]


def test_lists_in_lists_without_end_are_a_fault():
    assert faults("[" * 5000) == [
        "proef.yaml:1: de lijsten en blokken staan te diep in elkaar; haal haakjes weg"
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- id: a\n  id: b\n", "2: 'id' staat er twee keer; laat er één weg"),
        (
            "- id: a\n  near:\n    words: [x]\n    words: [y]\n",
            "4: 'words' staat er twee keer; laat er één weg",
        ),
        ("- id: a\n  cuont: 1\n", "2: 'cuont' is geen bekende sleutel; bedoelde u 'count'?"),
        ("- id: a\n  zzzzzz: 1\n", "2: 'zzzzzz' is geen bekende sleutel; laat de sleutel weg"),
        (
            "- id: a\n  near:\n    wrods: [x]\n",
            "3: 'wrods' is geen bekende sleutel; bedoelde u 'words'?",
        ),
        ("- themes: [x]\n", "1: 'id' ontbreekt; vul deze sleutel in"),
        ("- id: ''\n", "1: 'id' is leeg; vul een tekst in"),
        ("- id:\n", "1: 'id' is leeg; vul een tekst in"),
        ("- id: [a]\n", "1: 'id' moet tekst zijn"),
        ("- id: a\n  themes: []\n", "2: 'themes' is leeg; noem er minstens één"),
        (
            "- id: a\n  themes: x\n",
            "2: 'themes' moet een lijst zijn; zet er '- ' of [ ] bij",
        ),
        ("- id: a\n  themes:\n    - [x]\n", "3: 'themes' moet tekst zijn"),
        (
            "- id: a\n  themes:\n    - {mengen}\n",
            "3: 'themes' moet tekst zijn; zet een tekst met { } of : tussen aanhalingstekens",
        ),
        ("- id: a\n  themes: ['']\n  near: {words: [[]]}\n", "3: 'words' moet tekst zijn"),
        ("- id: a\n  colour: groen\n", "2: 'colour' moet zijn: 'rood' of 'blauw'"),
        ("- id: a\n  shade: fel\n", "2: 'shade' moet zijn: 'licht' of 'donker'"),
        ("- id: a\n  count: veel\n", "2: 'count' moet een geheel getal zijn"),
        ("- id: a\n  sure: misschien\n", "2: 'sure' moet 'ja' of 'nee' zijn (of true/false)"),
        ("- id: a\n  day: 15 maart\n", "2: 'day' moet een datum zijn, als 2023-03-15"),
        (
            "- id: a\n  near: x\n",
            "2: 'near' moet een blok van sleutels en waarden zijn",
        ),
        ("- id: a b\n", "1: 'id': schrijf één woord"),
        ("- alleen tekst\n", "1: deze regel moet een blok van sleutels en waarden zijn"),
        ("id: a\n", "1: dit bestand moet een lijst zijn; zet er '- ' of [ ] bij"),
        ("", "1: dit bestand moet een lijst zijn; zet er '- ' of [ ] bij"),
    ],
    ids=lambda value: value.split(": ", 1)[1][:40] if value[:1].isdigit() else "",
)
def test_a_fault_names_its_line_its_key_and_the_mend(text: str, fault: str):
    assert faults(text) == [f"proef.yaml:{fault}"]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = "- id: a\n  colour: groen\n  themes: []\n\n- themes: [x]\n  cuont: 3\n- id: ''\n"

    assert faults(text) == [
        "proef.yaml:2: 'colour' moet zijn: 'rood' of 'blauw'",
        "proef.yaml:3: 'themes' is leeg; noem er minstens één",
        "proef.yaml:5: 'id' ontbreekt; vul deze sleutel in",
        "proef.yaml:6: 'cuont' is geen bekende sleutel; bedoelde u 'count'?",
        "proef.yaml:7: 'id' is leeg; vul een tekst in",
    ]


def test_all_doubled_keys_are_told_at_once():
    assert faults("- id: a\n  id: b\n- id: c\n  count: 1\n  count: 2\n") == [
        "proef.yaml:2: 'id' staat er twee keer; laat er één weg",
        "proef.yaml:5: 'count' staat er twee keer; laat er één weg",
    ]


def test_the_error_is_of_the_class_that_the_caller_names():
    with pytest.raises(CorrectionsError, match=r"^correcties\.yaml:1: "):
        parse_rules("a", "correcties.yaml", ENTRIES, CorrectionsError)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        ((), "proef.yaml:2"),
        ((0,), "proef.yaml:2"),
        ((1,), "proef.yaml:5"),
        ((1, "themes"), "proef.yaml:6"),
        ((1, "themes", 1), "proef.yaml:8"),
        ((1, "near", "words"), "proef.yaml:9"),
        ((7, "themes"), "proef.yaml:2"),
        ((1, "nergens"), "proef.yaml:5"),
    ],
)
def test_a_place_is_the_line_of_the_deepest_part_that_is_there(loc, place):
    rules = parse(
        "# opmerking\n- id: een\n  themes:\n    - x\n- id: twee\n  themes:\n    - y\n    - z\n"
        "  near: {words: [w]}\n"
    )

    assert rules.at(*loc) == place


def assert_is_told(text: str) -> None:
    """The text gives values, or an error of which each line has its place."""
    try:
        rules = parse(text)
    except LeatermsError as error:
        told = str(error).split("\n")
    else:
        assert isinstance(rules.value, tuple)
        return
    assert [line for line in told if not re.match(r"proef\.yaml:\d+: \S", line)] == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_gives_values_or_an_error_with_a_line(text: str):
    assert_is_told(text)


@given(
    st.recursive(
        st.sampled_from(
            ["", "a", "id: a", "themes", "~", "&x a", "*x", "!!int a", "? a", "<<: {}"]
        ),
        lambda inner: st.lists(inner, max_size=3).map(
            lambda parts: "\n".join(f"- {part}".replace("\n", "\n  ") for part in parts)
        ),
        max_leaves=8,
    )
)
def test_any_yaml_gives_values_or_an_error_with_a_line(text: str):
    assert_is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  themes: [segregatie]\n- id: b\n  themes:\n    - integratie\n",
        "- {id: a, themes: ['x: y', z]}\n",
        "# niets\n- id: >-\n    a\n  themes: [x]\n",
    ],
)
def test_libyaml_gives_the_nodes_of_the_slower_loader(text: str, monkeypatch):
    quick = parse(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    slow = parse(text)

    assert quick.value == slow.value
    assert [quick.at(n, "themes") for n in (0, 1)] == [slow.at(n, "themes") for n in (0, 1)]


@pytest.mark.parametrize("text", ["[" * 20_000, "- " * 20_000, "{a: " * 20_000])
def test_a_text_that_is_too_deep_is_told_and_ends_nothing(text: str):
    with pytest.raises(VocabularyError, match=r"^proef\.yaml:1: .* te diep in elkaar"):
        parse(text)
