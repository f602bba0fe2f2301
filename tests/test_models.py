import hashlib
import json

import pytest

from leaterms import models as module
from leaterms.errors import LeatermsError
from leaterms.models import read_model

DATA = b"gewichten"
MISSING = "Het taalmodel van leaterms ontbreekt; installeer leaterms opnieuw."
DAMAGED = "Het taalmodel van leaterms is beschadigd of gewijzigd; installeer leaterms opnieuw."


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder with a model in the place of a shipped one."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "proef.npz").write_bytes(DATA)
    card = {"sha256": hashlib.sha256(DATA).hexdigest()}
    (folder / "proef.json").write_text(json.dumps(card), encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    return folder


def read() -> bytes:
    return read_model("leaterms.proef", "proef", "Het taalmodel")


def fault() -> str:
    with pytest.raises(LeatermsError) as caught:
        read()
    return str(caught.value)


def test_a_model_that_is_what_its_card_says_is_read(shipped):
    assert read() == DATA


@pytest.mark.parametrize("name", ["proef.npz", "proef.json"])
def test_a_model_that_is_not_whole_is_missing(shipped, name):
    (shipped / name).unlink()

    assert fault() == MISSING


@pytest.mark.parametrize(
    "card", ["", "geen json", "[]", "{}", '{"sha256": "0"}', '{"sha256": null}']
)
def test_a_model_with_a_damaged_card_is_damaged(shipped, card):
    (shipped / "proef.json").write_text(card, encoding="utf-8")

    assert fault() == DAMAGED


@pytest.mark.parametrize("size", [0, 5, -1])
def test_a_model_cut_short_is_damaged(shipped, size):
    (shipped / "proef.npz").write_bytes(DATA[:size])

    assert fault() == DAMAGED
