import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest

import leaterms
from leaterms import frames

MINUTES = {
    "veenrade/2022-03-02 verslag.docx": "verslag",
    "veenrade/2022-09-14 agenda.docx": "agenda",
    "weesp/verslag.docx": "verslag",
}
FRAMES = {
    "documents": frames.DOCUMENTS,
    "items": frames.ITEMS,
    "mentions": frames.MENTIONS,
    "agreements": frames.AGREEMENTS,
    "meetings": frames.MEETINGS,
    "coverage": frames.COVERAGE,
    "assess": frames.ASSESSMENT,
    "plan": frames.PLAN,
    "divergence": frames.DIVERGENCE,
    "relabel": frames.RELABEL,
}


def write_minutes(path, *lines, place="Veenrade", date="2 maart 2022", kind="Verslag"):
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    document.add_paragraph(f"{kind} LEA-overleg gemeente {place}")
    document.add_paragraph(f"Datum: {date}")
    document.add_paragraph(
        "Aanwezig: wethouder De Wit (gemeente), mevrouw Bos (bestuurder Stichting Kade), "
        "de heer Van Dam (directeur kinderopvang Zandbak)"
    )
    document.add_heading("1. Opening", 1)
    document.add_paragraph("De wethouder opent de vergadering.")
    document.add_heading("2. Voorkomen van segregatie", 1)
    for line in lines or ("Wij spraken over het voorkomen van segregatie in het onderwijs.",):
        document.add_paragraph(line)
    document.save(str(path))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("werk") / "archief"
    write_minutes(folder / "veenrade" / "2022-03-02 verslag.docx")
    write_minutes(
        folder / "veenrade" / "2022-09-14 agenda.docx", date="14 september 2022", kind="Agenda"
    )
    write_minutes(folder / "weesp" / "verslag.docx", place="Weesp", date="3 maart 2021")
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "plaatje.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="module")
def vocabulary():
    return leaterms.load_vocabulary()


@pytest.fixture(scope="module")
def scan(archive):
    with leaterms.scan(archive, jobs=1) as made:
        yield made


@pytest.fixture(scope="module")
def scan_by_two(archive):
    with leaterms.scan(archive, jobs=2) as made:
        yield made


@pytest.fixture(scope="module")
def empty_scan(tmp_path_factory):
    with leaterms.scan(tmp_path_factory.mktemp("leeg")) as made:
        yield made


def table(scan, name):
    found = getattr(scan, name)
    return found() if callable(found) else found


def dtypes(table):
    return {name: str(dtype) for name, dtype in table.dtypes.items()}


def test_every_file_is_one_row(scan):
    documents = scan.documents

    assert documents["path"].tolist() == [
        "leeg.pdf",
        "plaatje.png",
        "veenrade/2022-03-02 verslag.docx",
        "veenrade/2022-09-14 agenda.docx",
        "weesp/verslag.docx",
    ]
    assert documents["status"].tolist() == ["failed", "unsupported", "ok", "ok", "ok"]
    assert documents["kind"].tolist() == ["", "", "verslag", "agenda", "verslag"]
    assert documents["year"].tolist() == [pd.NA, pd.NA, 2022, 2022, 2021]
    assert documents["meeting_date"].tolist()[2] == pd.Timestamp(2022, 3, 2)
    assert documents["municipality"].tolist()[2:] == ["Veenrade", "Veenrade", "Weesp"]
    assert documents["is_lea"].tolist() == [False, False, True, True, True]
    assert documents["partners"][4] == "gemeente; schoolbestuur; kinderopvang"
    assert documents["error"].str.len().gt(0).tolist() == [True, True, False, False, False]


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_tables_have_the_columns_and_dtypes_of_the_contract(scan, name):
    assert dtypes(table(scan, name)) == dict(FRAMES[name])


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_text_is_never_missing(scan, name):
    made = table(scan, name)
    texts = [column for column, dtype in FRAMES[name].items() if dtype == "str"]

    assert not made[texts].isna().any().any()


def test_every_readable_document_has_a_first_item_before_its_items(scan):
    firsts = scan.items.groupby("path")["item"].min()

    assert firsts.to_dict() == dict.fromkeys(MINUTES, -1)


def test_every_quote_stands_at_its_offsets(scan):
    items = scan.items.set_index(["path", "item"])
    mentions = scan.mentions

    assert len(mentions) >= 3
    for mention in mentions.itertuples():
        item = items.loc[(mention.path, mention.item)]
        text = item["title"] if mention.in_heading else item["text"]
        assert text[mention.start : mention.end] == mention.quote


def test_mentions_have_ids_of_their_own_and_stand_in_reading_order(scan):
    mentions = scan.mentions
    order = mentions.assign(body=~mentions["in_heading"])

    assert mentions["id"].is_unique
    assert order.sort_values(
        ["path", "item", "body", "start", "end", "theme"], kind="stable"
    ).index.tolist() == list(range(len(mentions)))
    assert (mentions["confidence"].round(3) == mentions["confidence"]).all()


def test_a_word_file_has_paragraphs_and_no_pages(scan):
    assert scan.mentions["page"].isna().all()
    assert scan.mentions["paragraph"].notna().all()
    assert scan.items["page_first"].isna().all()


def test_coverage_has_a_row_for_each_municipality_year_and_theme(scan):
    coverage = scan.coverage()
    shown = coverage[coverage["theme"] == "segregatie"]

    assert len(coverage) == 2 * len(scan.vocabulary.themes)
    assert shown[["municipality", "year", "status", "risk"]].values.tolist() == [
        ["Veenrade", 2022, "agendised", "none"],
        ["Weesp", 2021, "agendised", "none"],
    ]
    assert set(shown["evidence_id"]) <= set(scan.mentions["id"])


def test_a_caller_may_change_what_is_his(scan):
    mine = scan.documents
    mine["status"] = "kwijt"
    mine.loc[0, "path"] = "kwijt"

    assert scan.documents["path"][0] == "leeg.pdf"
    assert scan.documents["status"][0] == "failed"


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_an_empty_folder_gives_empty_tables_of_the_same_dtypes(empty_scan, name):
    empty = table(empty_scan, name)

    assert len(empty) == 0
    assert dtypes(empty) == dict(FRAMES[name])


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_the_number_of_workers_changes_no_table(scan, scan_by_two, name):
    pd.testing.assert_frame_equal(table(scan_by_two, name), table(scan, name))


def test_a_single_file_and_a_list_are_scanned_too(archive, vocabulary):
    file = archive / "weesp" / "verslag.docx"
    with leaterms.scan(str(file), vocabulary=vocabulary) as one:
        assert one.documents["path"].tolist() == ["verslag.docx"]
    with leaterms.scan(iter([file, archive / "leeg.pdf"]), vocabulary=vocabulary) as several:
        assert several.documents["path"].tolist() == ["archief/leeg.pdf", "weesp/verslag.docx"]


class TestStores:
    def test_a_scan_in_a_store_is_opened_again_with_its_vocabulary(self, archive, tmp_path):
        own = tmp_path / "eigen.yaml"
        own.write_text("[]", encoding="utf-8")
        words = leaterms.load_vocabulary(own)
        made = leaterms.scan(archive, store=tmp_path / "s.sqlite", vocabulary=words)
        opened = leaterms.open_scan(tmp_path / "s.sqlite")

        assert opened.results == made.results
        assert opened.vocabulary == words

    def test_a_scan_stays_what_it_was_when_its_store_is_scanned_again(self, tmp_path, vocabulary):
        store, folder = tmp_path / "s.sqlite", tmp_path / "archief"
        folder.mkdir()
        first = leaterms.scan(folder, store=store, vocabulary=vocabulary)
        (folder / "leeg.pdf").write_bytes(b"")
        second = leaterms.scan(folder, store=store, vocabulary=vocabulary)

        assert first.documents["path"].tolist() == []
        assert second.documents["path"].tolist() == ["leeg.pdf"]

    def test_a_temporary_store_goes_with_the_scan(self, tmp_path, monkeypatch, vocabulary):
        (tmp_path / "leeg").mkdir()
        (tmp_path / "tijdelijk").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))

        def stores():
            return len(list((tmp_path / "tijdelijk").iterdir()))

        with leaterms.scan(tmp_path / "leeg", vocabulary=vocabulary) as made:
            assert stores() == 1
            documents = made.documents
        assert stores() == 0
        assert len(documents) == 0

        made = leaterms.scan(tmp_path / "leeg", vocabulary=vocabulary)
        assert stores() == 1
        del made
        gc.collect()
        assert stores() == 0

    def test_a_scan_that_fails_leaves_no_temporary_store(self, tmp_path, monkeypatch, vocabulary):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        (tmp_path / "leeg.pdf").write_bytes(b"")

        def stop(*step):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            leaterms.scan(tmp_path, vocabulary=vocabulary, progress=stop)
        assert [path.name for path in tmp_path.iterdir()] == ["leeg.pdf"]

    def test_a_closed_scan_says_so(self, tmp_path, vocabulary):
        made = leaterms.scan(tmp_path, vocabulary=vocabulary)
        made.close()
        made.close()

        assert repr(made) == "<leaterms.Scan, closed>"
        with pytest.raises(ValueError, match="this scan is closed"):
            _ = made.documents

    def test_a_path_that_is_not_there_leaves_no_store(self, tmp_path):
        with pytest.raises(leaterms.InputError):
            leaterms.scan(tmp_path / "weg", store=tmp_path / "s.sqlite")
        assert list(tmp_path.iterdir()) == []

    def test_a_store_that_is_not_there_is_an_input_error(self, tmp_path):
        with pytest.raises(leaterms.InputError, match="bestaat niet of is geen bestand"):
            leaterms.open_scan(tmp_path / "s.sqlite")


class TestOutput:
    def test_a_report_links_to_the_archive_and_is_no_row(self, tmp_path):
        folder = tmp_path / "mijn archief"
        write_minutes(folder / "verslag.docx")
        with leaterms.scan(folder) as made:
            made.report(folder / "rapport.html")
            made.report(tmp_path / "rapport.html")
            made.to_excel(str(folder / "leaterms.xlsx"))

        assert 'href="./verslag.docx' in (folder / "rapport.html").read_text(encoding="utf-8")
        assert 'href="mijn%20archief/verslag.docx' in (tmp_path / "rapport.html").read_text(
            encoding="utf-8"
        )
        with leaterms.scan(folder) as again:
            assert again.documents["path"].tolist() == ["verslag.docx"]

    def test_a_workbook_has_a_sheet_for_each_table(self, scan, tmp_path):
        scan.to_excel(tmp_path / "leaterms.xlsx")
        book = openpyxl.load_workbook(tmp_path / "leaterms.xlsx", read_only=True)

        assert book.sheetnames == [
            "overzicht",
            "dekking",
            "beoordeling",
            "jaarplan",
            "verschil",
            "herlabelen",
            "vermeldingen",
            "afspraken",
            "vergaderingen",
            "agendapunten",
            "documenten",
            "uitleg",
        ]
        book.close()

    def test_an_unwritable_report_is_an_output_error(self, scan, tmp_path):
        with pytest.raises(leaterms.OutputError):
            scan.report(tmp_path / "weg" / "rapport.html")
        with pytest.raises(leaterms.OutputError):
            scan.to_excel(tmp_path / "weg" / "leaterms.xlsx")

    @pytest.mark.parametrize("write", ["report", "to_excel", "dossier"])
    def test_a_document_of_the_archive_is_never_written_over(self, scan, archive, tmp_path, write):
        original = archive / "veenrade" / "2022-03-02 verslag.docx"
        copied = tmp_path / "kopie.docx"
        copied.write_bytes(original.read_bytes())
        before = original.read_bytes()
        more = (2022,) if write == "dossier" else ()
        for path in (original, copied, archive / "leeg.pdf"):
            with pytest.raises(leaterms.OutputError, match="is een stuk uit het archief"):
                getattr(scan, write)(path, *more)

        assert original.read_bytes() == copied.read_bytes() == before

    def test_a_notebook_shows_one_line(self, scan):
        assert repr(scan) == "<leaterms.Scan of 5 files>"
        assert scan._repr_html_() == (
            "<p>Scan van 5 bestanden: 3 gelezen, "
            f"{len(scan.mentions)} vermeldingen van wettelijke thema's.</p>"
        )


class TestArguments:
    @pytest.mark.parametrize("paths", [None, 3, b"archief", [b"archief"], [None]])
    def test_what_is_no_path_is_a_type_error(self, paths):
        with pytest.raises(TypeError, match=r"^paths must be a "):
            leaterms.scan(paths)

    @pytest.mark.parametrize("paths", ["", "a\0b", [], ["weg"], "weg"])
    def test_a_path_that_cannot_be_is_an_input_error_of_one_sentence(self, paths):
        with pytest.raises(leaterms.InputError) as caught:
            leaterms.scan(paths)
        assert "\n" not in str(caught.value)
        assert str(caught.value).endswith(".")

    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            ({"engine": "cluster"}, ValueError, "engine must be 'local', not 'cluster'"),
            ({"jobs": 0}, ValueError, "jobs must be at least 1, not 0"),
            ({"jobs": True}, TypeError, "jobs must be a whole number or None, not True"),
            ({"jobs": "2"}, TypeError, "jobs must be a whole number or None, not '2'"),
            ({"store": 3}, TypeError, "store must be a str or path, not int"),
            ({"vocabulary": "eigen.yaml"}, TypeError, "vocabulary must be a Vocabulary"),
            ({"progress": 3}, TypeError, "progress must be a bool, a function or None, not 3"),
        ],
    )
    def test_misuse_says_what_there_is(self, tmp_path, vocabulary, options, error, says):
        with pytest.raises(error, match=says):
            leaterms.scan(tmp_path, **{"vocabulary": vocabulary, **options})

    def test_progress_is_told_to_a_function(self, archive, vocabulary):
        told = []
        leaterms.scan(
            archive / "leeg.pdf", vocabulary=vocabulary, progress=lambda *step: told.append(step)
        ).close()

        assert told == [(1, 1, "leeg.pdf")]

    def test_a_bar_is_shown_where_asked(self, tmp_path, vocabulary, capsys):
        leaterms.scan(tmp_path, vocabulary=vocabulary, progress=True).close()
        shown = capsys.readouterr()
        leaterms.scan(tmp_path, vocabulary=vocabulary).close()

        assert "Lezen" in shown.err
        assert shown.out == ""
        assert capsys.readouterr() == ("", "")


class TestSmallFunctions:
    def test_read_gives_a_document(self, archive):
        document = leaterms.read(archive / "weesp" / "verslag.docx")

        assert isinstance(document, leaterms.Document)
        assert document.format == "docx"
        assert "LEA-overleg gemeente Weesp" in document.text

    def test_read_gives_the_original_of_tracked_changes_where_asked(self, tmp_path):
        page = tmp_path / "stuk.html"
        page.write_text("<p>De <del>oude</del><ins>nieuwe</ins> tekst</p>", encoding="utf-8")

        assert leaterms.read(page).text == "De nieuwe tekst"
        assert leaterms.read(page, view="original").text == "De oude tekst"
        with pytest.raises(ValueError, match="view must be one of accepted, original"):
            leaterms.read(page, view="origineel")

    def test_read_says_why_it_cannot(self, archive, tmp_path):
        with pytest.raises(leaterms.BrokenDocument, match=r"leeg\.pdf"):
            leaterms.read(archive / "leeg.pdf")
        with pytest.raises(leaterms.UnsupportedDocument, match=r"plaatje\.png"):
            leaterms.read(str(archive / "plaatje.png"))
        with pytest.raises(leaterms.InputError, match="bestaat niet of is geen bestand"):
            leaterms.read(tmp_path)

    def test_detect_finds_mentions_in_a_text(self):
        text = "Wij spraken over het voorkomen van segregatie."
        (mention,) = leaterms.detect(text)

        assert isinstance(mention, leaterms.Mention)
        assert (mention.theme, mention.wording, mention.assertion) == (
            "segregatie",
            "statutory",
            "discussed",
        )
        assert text[mention.start : mention.end] == mention.quote

    def test_detect_knows_the_kind_of_document(self):
        (mention,) = leaterms.detect("Voorkomen van segregatie", kind="agenda")

        assert mention.assertion == "planned"

    def test_detect_takes_a_vocabulary(self):
        words = leaterms.load_vocabulary()

        assert leaterms.detect("voorkomen van segregatie", vocabulary=words) == leaterms.detect(
            "voorkomen van segregatie"
        )

    def test_detect_refuses_what_it_does_not_know(self):
        with pytest.raises(ValueError, match="kind must be one of agenda, verslag, besluiten"):
            leaterms.detect("", kind="notulen")
        with pytest.raises(TypeError, match="text must be a str, not bytes"):
            leaterms.detect(b"")

    def test_an_overlay_may_be_named_by_text(self, tmp_path):
        with pytest.raises(leaterms.VocabularyError, match=r"weg\.yaml"):
            leaterms.load_vocabulary(str(tmp_path / "weg.yaml"))


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_scanned_and_reported(tmp_path):
    source = tmp_path / "werk" / "a.docx"
    write_minutes(source)
    folder = tmp_path / "archief"
    folder.mkdir()
    source.rename(folder / os.fsdecode(b"verslag caf\xe9.docx"))
    with leaterms.scan(folder) as made:
        made.report(tmp_path / "rapport.html")
        made.to_excel(tmp_path / "leaterms.xlsx")

        assert made.documents[["path", "status"]].values.tolist() == [
            ["verslag caf\\xe9.docx", "ok"]
        ]


def test_a_script_without_a_main_guard_can_scan(archive, tmp_path):
    """Also from a folder with files that are called as modules of the standard library."""
    (tmp_path / "types.py").write_text("raise RuntimeError", encoding="utf-8")
    (tmp_path / "leaterms.ini").write_text("", encoding="utf-8")
    script = tmp_path / "werk.py"
    script.write_text(
        "import sys\n"
        "sys.path[0] = sys.argv[2]\n"
        "import json, leaterms\n"
        "scan = leaterms.scan(sys.argv[1], jobs=2)\n"
        "print(json.dumps(scan.documents['status'].tolist()))\n",
        encoding="utf-8",
    )
    root = Path(leaterms.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-P", str(script), str(archive), str(root)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert json.loads(done.stdout) == ["failed", "unsupported", "ok", "ok", "ok"]
    assert done.stderr == ""
