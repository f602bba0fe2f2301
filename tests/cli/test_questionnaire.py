import json
import os
from itertools import pairwise

import docx
import openpyxl
import pytest

import leaterms
from leaterms.archive import find_files
from leaterms.questionnaire import load_questions, write_form
from tests.cli.making import write_minutes


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A scanned archive: 2021 in local words, 2022 in those of the law."""
    folder = tmp_path_factory.mktemp("archief")
    opening = "De wethouder opent de vergadering."
    write_minutes(
        folder / "2021.docx",
        "15 april 2021",
        {
            "Opening": opening,
            "Peuters": "Mevrouw Bos licht de heterogene peutergroepen toe.",
        },
    )
    write_minutes(
        folder / "2022.docx",
        "12 mei 2022",
        {"Voorkomen van segregatie": "De besturen bespraken het voorkomen van segregatie."},
    )
    with leaterms.scan(folder, store=folder / "leaterms.sqlite", jobs=1, progress=False):
        pass
    return folder / "leaterms.sqlite"


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    """The empty form of the shipped questions."""
    path = tmp_path_factory.mktemp("formulier") / "leeg.xlsx"
    themes = leaterms.load_vocabulary().themes
    write_form(load_questions(None, themes), {theme.id: theme for theme in themes}, path, 2021)
    return path


@pytest.fixture
def filled(form, tmp_path):
    """A form with the given answers, by id of the question."""

    def fill(answers):
        path = tmp_path / "vragenlijst.xlsx"
        book = openpyxl.load_workbook(form)
        for row in book["vragenlijst"].iter_rows(min_row=2):
            row[3].value = answers.get(row[0].value)
        book.save(path)
        return path

    return fill


def answers_of(path):
    """The drafted answer by question, as the Word file shows it."""
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    return {
        question: answer.removeprefix("Conceptantwoord: ")
        for question, answer in pairwise(texts)
        if answer.startswith("Conceptantwoord: ")
    }


class TestDossier:
    @pytest.mark.parametrize(("year", "answer"), [(2021, "Te beoordelen."), (2022, "Ja.")])
    def test_it_drafts_yes_on_statutory_words_only(self, run, store, tmp_path, year, answer):
        done = run("dossier", store, "--year", year, "--out", tmp_path / "d.docx")
        question = f"Is er in {year} overleg gevoerd over het voorkomen van segregatie?"

        assert (done.code, done.err) == (0, "")
        assert done.out == f"Dossier:  {tmp_path / 'd.docx'}\n"
        assert answers_of(tmp_path / "d.docx")[question] == answer

    def test_an_accepted_passage_makes_it_yes(self, run, store, tmp_path):
        with leaterms.open_scan(store) as scan:
            rows = scan.mentions.query("theme == 'segregatie' and path == '2021.docx'")
        accepted = tmp_path / "akkoord.csv"
        accepted.write_text(f"id;by\n{rows['id'].iloc[0]};Mw. Smid\n", encoding="utf-8")
        out = tmp_path / "d.docx"
        run("dossier", store, "--year", "2021", "--out", out, "--accepted", accepted)
        question = "Is er in 2021 overleg gevoerd over het voorkomen van segregatie?"

        assert answers_of(out)[question] == "Ja."

    def test_persons_are_left_out_on_request(self, run, store, tmp_path):
        named, hidden = tmp_path / "a.html", tmp_path / "b.html"
        run("dossier", store, "--year", "2021", "--out", named)
        run("dossier", store, "--year", "2021", "--out", hidden, "--pseudonymise")

        assert "Mevrouw Bos licht" in named.read_text(encoding="utf-8")
        assert "[schoolbestuur] licht" in hidden.read_text(encoding="utf-8")
        assert "Bos" not in hidden.read_text(encoding="utf-8")

    def test_it_reads_a_folder_too_and_is_no_document_of_it(self, run, store):
        out = store.parent / "dossier.docx"
        done = run("dossier", store.parent, "--year", "2022", "--out", out, "--jobs", "1")
        listed = [file.path for file in find_files((store.parent,)).files]
        out.unlink()

        assert (done.code, listed) == (0, ["2021.docx", "2022.docx"])

    def test_a_file_that_could_not_be_read_is_named(self, run, tmp_path):
        write_minutes(tmp_path / "a" / "2022.docx", "12 mei 2022", {"Peuters": "Een gesprek."})
        (tmp_path / "a" / "stuk.pdf").write_bytes(b"%PDF-1.4 stuk")
        out = tmp_path / "d.docx"
        done = run("dossier", tmp_path / "a", "--year", "2022", "--out", out, "--jobs", "1")

        assert (done.code, done.err) == (3, "")
        assert done.out.startswith("Niet gelezen: 'stuk.pdf' is een beschadigde")

    def test_a_document_of_the_archive_is_not_overwritten_even_if_asked(self, run, store):
        before = (store.parent / "2022.docx").read_bytes()
        done = run(
            "dossier", store, "--year", "2022", "--out", store.parent / "2022.docx", "--force"
        )

        assert (done.code, (store.parent / "2022.docx").read_bytes()) == (2, before)
        assert "is een stuk uit het archief (2022.docx)" in done.err

    def test_what_is_there_is_not_overwritten_unasked(self, run, store, tmp_path):
        out = tmp_path / "d.html"
        out.write_text("mijn werk", encoding="utf-8")
        refused = run("dossier", store, "--year", "2022", "--out", out)
        kept = out.read_text(encoding="utf-8")
        done = run("dossier", store, "--year", "2022", "--out", out, "--force")

        assert (refused.code, kept, done.code) == (2, "mijn werk", 0)
        assert "zet --force erbij" in refused.err
        assert "Voorkomen van segregatie" in out.read_text(encoding="utf-8")

    @pytest.mark.skipif(
        os.name == "nt" or os.geteuid() == 0,
        reason="this user may write in any folder",
    )
    def test_a_folder_one_may_not_write_in(self, run, store, tmp_path):
        tmp_path.chmod(0o500)
        done = run("dossier", store, "--year", "2022", "--out", tmp_path / "d.docx")
        tmp_path.chmod(0o700)

        assert done.code == 2
        assert "u mag daar niet schrijven" in done.err

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("--out", "d.docx"), "Noem met --year het kalenderjaar"),
            (("--year", "2022", "--out", ""), "Achter '--out' staat geen naam"),
            (("--year", "2022", "--out", "d.pdf"), "laat de naam eindigen op .docx of .html"),
            (("--year", "2019", "--out", "weg.docx"), "geen stuk uit 2019 gevonden"),
            (
                ("--year", "2022", "--out", "weg.docx", "--municipality", "Veenrde"),
                "bedoelde u 'Veenrade'?",
            ),
            (
                ("--year", "2022", "--out", "weg.docx", "--questions", "weg.yaml"),
                "dit bestand met vragen kan niet worden gelezen",
            ),
            (
                ("--year", "2022", "--out", "weg.docx", "--accepted", "weg.yaml"),
                "'weg.yaml' kan niet worden gelezen",
            ),
        ],
    )
    def test_wrong_use_gives_one_sentence(self, run, store, arguments, words):
        done = run("dossier", store, *arguments)

        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert words in done.err

    def test_an_empty_folder(self, run, tmp_path):
        (tmp_path / "leeg").mkdir()
        out = tmp_path / "d.docx"
        done = run("dossier", tmp_path / "leeg", "--year", "2022", "--out", out)

        assert done.code == 2
        assert "staan geen bestanden" in done.err


class TestAnswers:
    def test_no_where_it_was_talked_about_in_local_words(self, run, store, filled):
        form = filled({"segregatie-overleg": "nee, want er loopt een onderzoek"})
        done = run("answers", form, "--archive", store, "--year", "2021")
        lines = done.out.splitlines()

        assert (done.code, done.err) == (1, "")
        assert lines[0] == "Rij 3, segregatie-overleg: 'nee, want er loopt een onderzoek'"
        assert "maar er is wel over gesproken, in eigen woorden" in lines[1]
        assert "2021.docx, alinea " in lines[2]
        assert lines[-1] == "1 keer tegenspraak tussen 'vragenlijst.xlsx' en de stukken van 2021."

    def test_answers_that_the_archive_bears(self, run, store, filled):
        form = filled({"segregatie-overleg": "ja"})
        done = run("answers", form, "--archive", store, "--year", "2022")

        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines()[-1] == (
            "Geen tegenspraak tussen 'vragenlijst.xlsx' en de stukken van 2022."
        )
        assert "Niet ingevuld: segregatie-afspraken, segregatie-meetbaar, " in done.out

    def test_as_json(self, run, store, filled):
        form = filled({"segregatie-overleg": "nee", "integratie-overleg": "mwah"})
        done = run("answers", form, "--archive", store, "--year", "2021", "--json")
        told = json.loads(done.out)

        assert done.code == 1
        assert [(c["row"], c["conflict"]) for c in told["contradictions"]] == [
            (3, "nee_maar_in_eigen_woorden_besproken")
        ]
        assert told["faults"] == [
            (
                "Rij 8: het antwoord 'mwah' op 'integratie-overleg' is niet te lezen; vul ja, nee "
                "of deels in."
            )
        ]

    def test_a_question_that_is_missing_is_named(self, run, store, filled):
        form = filled({"segregatie-overleg": "ja"})
        book = openpyxl.load_workbook(form)
        book["vragenlijst"].delete_rows(4)
        book.save(form)
        done = run("answers", form, "--archive", store, "--year", "2022")

        assert done.code == 0
        assert "  De vraag 'segregatie-partners' ontbreekt in het formulier: " in done.out

    def test_a_form_that_is_there_is_not_overwritten_unasked(self, run, tmp_path):
        form = tmp_path / "f.xlsx"
        first, again = run("answers", "--form", form), run("answers", "--form", form)

        assert (first.code, first.out) == (0, f"Formulier: {form}\n")
        assert (again.code, "kies een andere naam achter --form" in again.err) == (2, True)
        assert run("answers", "--form", form, "--force").code == 0

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ((), "Noem het ingevulde formulier, of maak een leeg met"),
            (("f.xlsx",), "Achter '--archive' hoort de map"),
            (("f.xlsx", "--archive", "a"), "Noem met --year het kalenderjaar"),
            (("f.xlsx", "--form", "g.xlsx"), "niet allebei"),
            (("--form", "g.pdf"), "laat 'g.pdf' eindigen op .xlsx"),
            (("", "--archive", "a", "--year", "2022"), "Achter 'FORMULIER' staat geen naam"),
        ],
    )
    def test_wrong_use_gives_one_sentence(self, run, arguments, words):
        done = run("answers", *arguments)

        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert words in done.err

    def test_a_form_that_is_not_there(self, run, store):
        done = run("answers", "weg.xlsx", "--archive", store, "--year", "2022")

        assert (done.code, done.err) == (
            2,
            "'weg.xlsx' bestaat niet of is geen bestand; controleer de naam.\n",
        )
