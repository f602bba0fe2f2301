import docx
import pytest

from leaterms.errors import AnnotationError, InputError
from leaterms.evaluation import Score, Share, evaluate_folder
from tests.evaluation.samples import HEADER

SOURCE = (
    HEADER
    + """\
Verslag LEA-overleg gemeente Veenrade
Datum: 15 maart 2023
Aanwezig: A. Bos (wethouder, voorzitter), N. Vos (bestuurder Stichting Kiem)

## 1. Opening
De voorzitter opent.

## 2. [[Onderwijssegregatie::segregatie::statutory::discussed]]
De wethouder geeft een toelichting.
"""
)


def _print(path):
    """The source as a Word file, with heading styles and typed numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for line in SOURCE.split("---\n")[2].splitlines():
        text = line.replace("[[", "").replace("::segregatie::statutory::discussed]]", "")
        if text.startswith("## "):
            document.add_heading(text[3:], 1)
        elif text:
            document.add_paragraph(text)
    document.save(str(path))


def test_printed_documents_are_scanned_and_held_against_their_annotations(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    _print(tmp_path / "archief" / "a.docx")
    evaluation = evaluate_folder(tmp_path, jobs=1)

    assert evaluation.structured is True
    assert [d.path for d in evaluation.documents] == ["archief/a.docx"]
    assert evaluation.strict == Score(1, 0, 0)
    assert evaluation.headings == Score(2, 0, 0)
    assert evaluation.facts["date"] == evaluation.facts["kind"] == Share(1, 1)


def test_annotations_may_stand_elsewhere_and_files_have_other_names(tmp_path):
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "a.txt").write_text(SOURCE, encoding="utf-8")
    _print(tmp_path / "uit" / "Veenrade" / "document-001.docx")
    (tmp_path / "uit" / "namen.csv").write_text(
        "bestand,bron\nVeenrade/document-001.docx,a.txt\n", encoding="utf-8"
    )
    evaluation = evaluate_folder(tmp_path / "uit", annotations=tmp_path / "bron", jobs=1)

    assert [d.path for d in evaluation.documents] == ["Veenrade/document-001.docx"]
    assert evaluation.partial == Score(1, 0, 0)


def test_documents_that_were_not_printed_are_named_with_the_mend(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        evaluate_folder(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}: van 1 geannoteerde documenten is er geen PDF of DOCX (a.txt); maak ze met "
        "corpus_samples/render.py"
    )


def test_a_folder_that_is_not_there(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    with pytest.raises(InputError, match="deze map is er niet; noem een map met PDF- of Word"):
        evaluate_folder(tmp_path / "weg", annotations=tmp_path)


def test_a_list_of_names_without_its_columns(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "namen.csv").write_text("file,source\nx,y\n", encoding="utf-8")
    with pytest.raises(InputError, match="moet de kolommen bestand en bron hebben"):
        evaluate_folder(tmp_path)


def test_faults_in_annotations_come_before_any_scan(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE + "[[x\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a\.txt:21: het merk"):
        evaluate_folder(tmp_path)
