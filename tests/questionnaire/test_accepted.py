import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.errors import InputError
from leaterms.questionnaire.accepted import Acceptance, check_acceptances, load_accepted


def write(folder, text, name="akkoord.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_names_the_mention_who_and_why(tmp_path):
    path = write(tmp_path, "- id: AB12\n  by: M. de Vries\n  note: ging over de scholen\n")

    assert load_accepted(path) == (
        Acceptance("ab12", "M. de Vries", "ging over de scholen", "akkoord.yaml:1"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "id;by;note\nab12;M. de Vries;\n",
        "\ufeffid,by\r\nab12,M. de Vries\r\n",
        'by;id\n\n"M. de Vries"; ab12 \n',
    ],
)
def test_csv_as_excel_writes_it(tmp_path, text):
    (found,) = load_accepted(write(tmp_path, text, "akkoord.csv"))

    assert (found.id, found.by, found.note) == ("ab12", "M. de Vries", "")


@pytest.mark.parametrize(
    ("name", "text"), [("a.yaml", "# niets\n"), ("a.csv", " \n"), ("a.csv", ";\n;;\n")]
)
def test_an_empty_file_accepts_nothing(tmp_path, name, text):
    assert load_accepted(write(tmp_path, text, name)) == ()


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("a.yaml", "- id: ab\n", "a.yaml:1: 'by' ontbreekt; vul deze sleutel in"),
        (
            "a.yaml",
            "- {id: ab, by: x}\n- {id: AB, by: y}\n",
            "a.yaml:2: 'ab' staat er al, op a.yaml:1; laat er één weg",
        ),
        (
            "a.csv",
            "id;wie\nab;x\n",
            "a.csv:1: de eerste regel moet de kolommen id, by en (als u wilt) note noemen.",
        ),
        (
            "a.csv",
            "id;by\nab;\ncd;x;y\n",
            (
                "a.csv:2: id of by is leeg; noem de vermelding en wie haar aannam\n"
                "a.csv:3: deze regel heeft meer vakken dan de eerste"
            ),
        ),
    ],
)
def test_faults_name_file_and_line(tmp_path, name, text, fault):
    with pytest.raises(InputError) as caught:
        load_accepted(write(tmp_path, text, name))

    assert str(caught.value) == fault


def test_an_id_of_no_mention_is_named():
    given_ids = (Acceptance("ab", "x", "", "a.yaml:1"), Acceptance("cd", "x"))

    with pytest.raises(InputError) as caught:
        check_acceptances(given_ids, {"ef"})
    assert str(caught.value) == (
        "a.yaml:1: 'ab' is geen vermelding in dit archief; neem het id over uit het blad "
        "'vermeldingen' (kolom id).\n"
        "'cd' is geen vermelding in dit archief; neem het id over uit het blad 'vermeldingen' "
        "(kolom id)."
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("akkoord")


@given(content=st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("name", ["a.yaml", "a.csv"])
def test_any_bytes_load_or_give_a_sentence(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    with contextlib.suppress(InputError):  # any other error is a fault
        assert all(acceptance.by for acceptance in load_accepted(path))
