import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.archive import FileResult
from leaterms.archive.encoding import (
    Answer,
    decode_answer,
    decode_result,
    encode_answer,
    encode_result,
    without_surrogates,
)
from leaterms.detection import Mention
from leaterms.reading import Block, Document
from leaterms.structure import Item, Kind, Level, MeetingRecord, Partner

# nan == nan is False, and half a surrogate pair never comes so far
st.register_type_strategy(float, st.floats(allow_nan=False))
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
st.register_type_strategy(str, text)
results = st.builds(
    FileResult,
    path=text,
    sha256=text,
    format=text,
    error=text,
    status=st.sampled_from(["ok", "failed"]),
    record=st.none()
    | st.builds(
        MeetingRecord,
        body=text,
        lea_reason=text,
        municipalities=st.lists(text, max_size=2).map(tuple),
        items=st.lists(st.from_type(Item), max_size=2).map(tuple),
    ),
    mentions=st.lists(
        st.builds(Mention, quote=text, sentence=text, confidence=st.floats(0, 1)), max_size=2
    ).map(tuple),
)


@given(results)
def test_a_result_comes_back_as_it_was(result):
    assert decode_result(encode_result(result)) == result


@given(results, st.booleans())
def test_an_answer_is_one_line_and_comes_back_as_it_was(result, lasting):
    line = encode_answer(Answer(result, lasting))

    assert b"\n" not in line
    assert decode_answer(line) == Answer(result, lasting)


def test_what_a_value_has_by_default_is_left_out():
    record = MeetingRecord(
        kind=Kind.AGENDA,
        level=Level.ONBEKEND,
        meeting_date=dt.date(2022, 3, 2),
        body="LEA",
        municipalities=(),
        is_lea=True,
        lea_reason="",
        partners=(Partner.GEMEENTE,),
        attendees=(),
        items=(Item(-1, "", "", ""),),
    )

    assert encode_result(FileResult("a", "", "pdf", 1, "ok", "", record, ())) == (
        b'[{"path":"a","sha256":"","format":"pdf","pages":1,"status":"ok","error":"",'
        b'"record":{"kind":"agenda","level":"onbekend","meeting_date":"2022-03-02",'
        b'"body":"LEA","municipalities":[],"is_lea":true,"lea_reason":"",'
        b'"partners":["gemeente"],"attendees":[],'
        b'"items":[{"index":-1,"number":"","title":"","text":""}]},"mentions":[]}]'
    )


@given(st.binary())
def test_any_other_bytes_are_refused(line):
    with pytest.raises(ValueError, match=r"validation error"):
        decode_answer(line)


@given(st.text())
def test_half_surrogates_are_replaced_and_offsets_stay(content):
    cleaned = without_surrogates(Document("pdf", 1, (Block(content, number=content),)))
    (block,) = cleaned.blocks

    block.text.encode()
    block.number.encode()
    assert len(block.text) == len(content)
    assert all(b in {a, "\ufffd"} for a, b in zip(content, block.text, strict=True))
