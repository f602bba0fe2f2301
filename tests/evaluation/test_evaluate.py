import pytest

from leaterms.errors import AnnotationError, InputError
from leaterms.evaluation import Score, evaluate_sources, read_annotations
from leaterms.vocabulary import load_vocabulary
from tests.evaluation.samples import HEADER


def _write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_annotated_documents_are_found_in_folders_below(tmp_path):
    _write(tmp_path, "b.txt", HEADER)
    _write(tmp_path, "map/a.txt", HEADER)

    assert [d.name for d in read_annotations(tmp_path)] == ["b.txt", "a.txt"]


def test_other_text_files_are_left_alone(tmp_path):
    _write(tmp_path, "a.txt", HEADER)
    _write(tmp_path, "LEESMIJ.txt", "Zomaar tekst.")

    assert [d.name for d in read_annotations(tmp_path)] == ["a.txt"]


def test_faults_of_all_files_come_at_once(tmp_path):
    _write(tmp_path, "a.txt", HEADER + "[[x\n")
    _write(tmp_path, "b.txt", HEADER + "y]]\n")
    (tmp_path / "c.txt").write_bytes(b"---\n\xff")
    with pytest.raises(AnnotationError) as caught:
        read_annotations(tmp_path)

    assert str(caught.value).splitlines() == [
        "a.txt:12: het merk [[ is niet gesloten op deze regel; sluit het",
        "b.txt:12: ]] sluit niets; zet er [[ voor",
        "c.txt:1: het bestand is geen UTF-8; bewaar het als UTF-8",
    ]


def test_two_documents_of_one_name_are_refused(tmp_path):
    _write(tmp_path, "een/a.txt", HEADER)
    _write(tmp_path, "twee/a.txt", HEADER)
    with pytest.raises(AnnotationError) as caught:
        read_annotations(tmp_path)

    assert str(caught.value) == (
        "a.txt:1: dit document staat er meer dan eens; geef elk een eigen naam"
    )


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InputError) as caught:
        read_annotations(tmp_path / "weg")

    assert str(caught.value).endswith(
        "weg: deze map is er niet; noem een map met geannoteerde documenten"
    )


def test_a_folder_without_annotated_documents(tmp_path):
    with pytest.raises(InputError) as caught:
        read_annotations(tmp_path)

    assert str(caught.value).endswith(
        "hier staan geen geannoteerde documenten; een geannoteerd document is een .txt-bestand "
        "dat begint met een regel ---"
    )


def test_sources_are_detected_in_with_their_annotated_structure(tmp_path):
    _write(
        tmp_path,
        "a.txt",
        HEADER
        + "## 1. [[Onderwijssegregatie::segregatie::statutory::discussed]]\nKort besproken.\n",
    )
    evaluation = evaluate_sources(tmp_path, load_vocabulary())

    assert evaluation.structured is False
    assert evaluation.strict == Score(1, 0, 0)
    assert evaluation.by_wording() == {"statutory": Score(1, 0, 0)}


def test_unknown_themes_are_faults(tmp_path):
    _write(tmp_path, "a.txt", HEADER + "[[x::segregtie::jargon::discussed]]\n")
    with pytest.raises(AnnotationError, match="'segregtie' is geen bekend thema"):
        evaluate_sources(tmp_path, load_vocabulary())
