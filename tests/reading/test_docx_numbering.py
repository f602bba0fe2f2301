import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from leaterms.reading.docx_numbering import Label, Numbering
from leaterms.reading.docx_styles import Look


def level(index, fmt="decimal", text=None, start=1, extra=""):
    shown = f"%{index + 1}." if text is None else text
    return f"""<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>
        {extra}<w:lvlText w:val="{shown}"/></w:lvl>"""


def numbering(levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', **lists):
    root = parse_xml(
        f"""<w:numbering {nsdecls("w")}>
        <w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}
        </w:numbering>"""
    )
    return Numbering(root, lists)


def numbers(counter, *steps):
    return [counter.next_label(str(num), at).number for num, at in steps]


def test_levels_count_and_begin_anew_below_a_higher_one():
    counter = numbering([level(0), level(1, text="%1.%2")])
    steps = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]

    assert numbers(counter, *steps) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_that_was_skipped_shows_its_start():
    counter = numbering([level(0, start=3), level(1, text="%1.%2")])

    assert numbers(counter, (1, 1), (1, 0)) == ["3.1", "4."]


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("lowerLetter", "d"),
        ("upperLetter", "D"),
        ("lowerRoman", "iv"),
        ("upperRoman", "IV"),
        ("decimalZero", "04"),
        ("ordinal", "4e"),
        ("decimal", "4"),
        ("chicago", "4"),
    ],
)
def test_number_formats(fmt, expected):
    counter = numbering([level(0, fmt, "%1", start=4)])

    assert numbers(counter, (1, 0)) == [expected]


@pytest.mark.parametrize(("start", "expected"), [(26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")])
def test_letters_repeat_after_z(start, expected):
    assert numbers(numbering([level(0, "lowerLetter", "%1", start=start)]), (1, 0)) == [expected]


def test_words_around_the_number_are_printed():
    counter = numbering([level(0, text="Agendapunt %1")])

    assert numbers(counter, (1, 0), (1, 0)) == ["Agendapunt 1", "Agendapunt 2"]


def test_a_bullet_has_no_number():
    assert numbering([level(0, "bullet", "•")]).next_label("1", 0) == Label("", is_bullet=True)


def test_two_lists_of_one_definition_count_on_together():
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in (1, 2))

    assert numbers(numbering([level(0)], nums), (1, 0), (2, 0)) == ["1.", "2."]


def test_a_list_that_overrides_its_start_begins_anew_once():
    nums = """<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
    counter = numbering([level(0)], nums)

    assert numbers(counter, (1, 0), (1, 0), (2, 0), (2, 0)) == ["1.", "2.", "1.", "2."]


def test_a_level_that_never_restarts_counts_on():
    counter = numbering([level(0), level(1, text="%2", extra='<w:lvlRestart w:val="0"/>')])

    assert numbers(counter, (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "1", "2.", "2"]


def test_legal_numbering_turns_higher_levels_into_figures():
    counter = numbering([level(0, "upperRoman"), level(1, text="%1.%2", extra="<w:isLgl/>")])

    assert numbers(counter, (1, 0), (1, 1)) == ["I.", "1.1"]


def test_a_definition_may_point_at_a_list_style():
    root = parse_xml(
        f"""<w:numbering {nsdecls("w")}>
        <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Lijst"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="1">{level(0, text="§ %1")}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
    )

    assert numbers(Numbering(root, {"Lijst": "2"}), (1, 0)) == ["§ 1"]


def test_the_level_of_a_style_is_the_one_linked_to_it():
    counter = numbering([level(0), level(1, extra='<w:pStyle w:val="Kop2"/>')])

    assert counter.level_of(Look(number_id="1"), ("Kop2", "Kop1")) == 1
    assert counter.level_of(Look(number_id="1", number_level=0), ("Kop1",)) == 0


def test_a_list_that_does_not_exist_prints_nothing():
    assert numbering([level(0)]).next_label("7", 0) is None
    assert Numbering(None, {}).next_label("1", 0) is None
