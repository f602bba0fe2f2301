import sys
from importlib import metadata, resources

import pytest
import spacy

from leaterms.archive.versions import fingerprint
from leaterms.errors import InputError
from leaterms.vocabulary import build_vocabulary


def test_the_same_gives_the_same(vocabulary):
    assert fingerprint(vocabulary) == fingerprint(build_vocabulary(vocabulary.files))
    assert len(fingerprint(vocabulary)) == 64


def test_another_vocabulary_gives_another(vocabulary):
    other = build_vocabulary((*vocabulary.files, ("eigen.yaml", "[]")))

    assert fingerprint(other) != fingerprint(vocabulary)


def test_another_library_gives_another(vocabulary, monkeypatch):
    before = fingerprint(vocabulary)
    version = metadata.version

    monkeypatch.setattr(metadata, "version", lambda n: "0" if n == "pypdfium2" else version(n))
    assert fingerprint(vocabulary) != before


def test_a_library_that_is_not_there_is_no_error(vocabulary, monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert len(fingerprint(vocabulary)) == 64


def test_another_pipeline_to_parse_with_gives_another(vocabulary, tmp_path):
    spacy.blank("nl").to_disk(tmp_path / "een")
    spacy.blank("nl", meta={"version": "2.0"}).to_disk(tmp_path / "twee")
    pipelines = (None, str(tmp_path / "een"), str(tmp_path / "twee"))

    assert len({fingerprint(vocabulary, model) for model in pipelines}) == 3


def test_a_pipeline_that_is_not_there_is_said_before_any_work(vocabulary):
    with pytest.raises(InputError, match="Taalmodel 'nl_bestaat_niet' is niet"):
        fingerprint(vocabulary, "nl_bestaat_niet")


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ("reading/reader.py", False),
        ("language/words.txt", False),
        ("rules.py", False),
        ("reading/__pycache__/reader.pyc", True),
        ("api/functions.py", True),
        ("language/nl_leaterms/meta.json", False),
        ("language/nl_leaterms.json", False),
    ],
)
def test_other_code_that_makes_results_gives_another(
    vocabulary, monkeypatch, tmp_path, changed, same
):
    for name in ("reading/reader.py", "rules.py", "api/functions.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(sys.modules["leaterms.archive.versions"], "read_shipped", str)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    before = fingerprint(vocabulary)

    (tmp_path / changed).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / changed).write_text("2", encoding="utf-8")
    assert (fingerprint(vocabulary) == before) is same
