import json

import docx
import pytest

from tests.reading.making import draw_pdf, write_lines
from tests.relabelling.word_making import document_of

ITEMS = ("Opening", "Heterogene groepen in de voorschool", "Voorkomen van segregatie", "Rondvraag")
GROUND = (
    "    De kop zegt 'Ouderbetrokkenheid'; de wettelijke woorden 'bevorderen van integratie' "
    "staan niet in de kop."
)
TODAY = ("--today", "2024-01-10")


def write_agenda(
    path, *titles, date="12 maart 2024", title="Agenda LEA-overleg gemeente Veenrade"
):
    document = docx.Document()
    document.add_paragraph(title)
    if date:
        document.add_paragraph(f"Datum: {date}")
    for number, heading in enumerate(titles, start=1):
        document.add_heading(f"{number}. {heading}", 1)
    document.save(str(path))
    return path


@pytest.fixture
def agenda(tmp_path):
    return write_agenda(tmp_path / "agenda.docx", "Opening", "Ouderbetrokkenheid", "Rondvraag")


class TestCheck:
    def test_a_theme_in_local_words_only_is_a_finding(self, run, agenda):
        done = run("check", agenda, *TODAY)

        assert (done.code, done.err) == (1, "")
        assert done.out.splitlines() == [
            "1 voorstel voor thema's die hier alleen in eigen woorden staan:",
            "  Ouderbetrokkenheid",
            "    wordt: Bevorderen van integratie: ouderbetrokkenheid",
            GROUND,
        ]

    def test_without_findings_the_exit_code_is_zero(self, run, tmp_path):
        path = write_agenda(
            tmp_path / "a.docx", "Opening", "Bevorderen van integratie", "Ouderbetrokkenheid"
        )
        done = run("check", path, *TODAY)

        assert (done.code, done.out) == (0, "Geen thema staat hier alleen in eigen woorden.\n")

    def test_json_is_for_a_program(self, run, agenda):
        done = run("check", agenda, "--json", *TODAY)
        found = json.loads(done.out)

        assert (done.code, done.out.isascii()) == (1, True)
        assert (found["date"], found["year"], found["municipality"]) == (
            "2024-03-12",
            2024,
            "Veenrade",
        )
        assert [row["suggestion"] for row in found["findings"]] == [
            "Bevorderen van integratie: ouderbetrokkenheid"
        ]
        assert found["open_themes"] is None

    def test_with_the_archive_it_says_what_is_open(self, run, agenda, archive):
        done = run("check", agenda, "--archive", archive, *TODAY)
        open_lines = done.out.split("Nog open in 2024, ook na deze agenda:\n")[1].splitlines()

        assert done.code == 1
        assert "Let op: In het archief staat geen LEA-stuk van 2024." in done.out.splitlines()
        assert open_lines[::2] == [
            "  Voorkomen van segregatie",
            "  Bestrijden van onderwijsachterstanden",
            "  Inschrijving en toelating",
            "  Evenwichtige verdeling van leerlingen",
            "  Vve-doelgroep",
            "  Toeleiding naar voor- en vroegschoolse educatie",
            "  Doorgaande leerlijn van voor- naar vroegschoolse educatie",
            "  Resultaten van vroegschoolse educatie",
        ]
        assert open_lines[1] == (
            "    Past bij agendapunt 2 'Ouderbetrokkenheid', want 'Ouderbetrokkenheid' is een "
            "verwant onderwerp; maak er daar een eigen agendapunt van."
        )

    def test_a_theme_covered_this_year_is_not_open(self, run, tmp_path, archive):
        path = write_agenda(tmp_path / "a.docx", *ITEMS[:1], *ITEMS[3:], date="1 november 2022")
        found = json.loads(run("check", path, "--archive", archive, "--json").out)

        assert "segregatie" not in [row["theme"] for row in found["open_themes"]]
        assert len(found["open_themes"]) == 8

    def test_a_pdf_is_checked_too(self, run, tmp_path):
        lines = [
            "Agenda LEA-overleg gemeente Veenrade",
            "Datum: 12 maart 2024",
            "1. Opening",
            "2. Ouderbetrokkenheid",
            "3. Rondvraag",
        ]
        path = tmp_path / "agenda.pdf"
        path.write_bytes(draw_pdf(write_lines(lines)))

        assert run("check", path, *TODAY).code == 1

    def test_minutes_are_no_agenda(self, run, archive):
        done = run("check", archive / "2021.docx")

        assert done.code == 2
        assert done.err.startswith("'2021.docx' is een verslag, geen agenda;")


class TestRelabel:
    def test_it_writes_a_new_agenda_and_leaves_the_old(self, run, agenda, tmp_path):
        before = agenda.read_bytes()
        out = tmp_path / "nieuw.docx"
        done = run("relabel", agenda, "--out", out, "--author", "Anna de Wit", *TODAY)
        marks = list(document_of(out.read_bytes()).iter("{*}ins", "{*}del"))

        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines()[0] == "1 titel gewijzigd:"
        assert done.out.splitlines()[-1] == f"Nieuwe agenda: {out}"
        assert agenda.read_bytes() == before
        assert {value for e in marks for name, value in e.attrib.items() if "id" not in name} == {
            "Anna de Wit",
            "2024-01-10T00:00:00Z",
        }
        assert run("check", out, *TODAY).code == 0

    def test_the_same_input_gives_the_same_bytes(self, run, agenda, tmp_path):
        files = [tmp_path / "een.docx", tmp_path / "twee.docx"]
        for file in files:
            run("relabel", agenda, "--out", file, *TODAY)

        assert files[0].read_bytes() == files[1].read_bytes()

    def test_a_meeting_that_was_held_is_refused_with_the_titles_as_advice(
        self, run, agenda, tmp_path
    ):
        out = tmp_path / "nieuw.docx"
        done = run("relabel", agenda, "--out", out, "--today", "13-03-2024")

        assert done.code == 2
        assert done.err == (
            "De vergadering van 'agenda.docx' is al gehouden (12-03-2024); haar agenda achteraf "
            "veranderen zou antedateren zijn. Er is niets geschreven.\n"
        )
        assert done.out.splitlines() == [
            "Als advies voor een volgende agenda:",
            "  'Ouderbetrokkenheid' wordt 'Bevorderen van integratie: ouderbetrokkenheid'",
        ]
        assert not out.exists()

    def test_on_the_day_itself_it_may_be_done(self, run, agenda, tmp_path):
        out = tmp_path / "nieuw.docx"

        assert run("relabel", agenda, "--out", out, "--today", "2024-03-12").code == 0

    def test_minutes_are_refused(self, run, archive, tmp_path):
        out = tmp_path / "nieuw.docx"
        done = run("relabel", archive / "2021.docx", "--out", out, "--today", "2020-01-01")

        assert done.code == 2
        assert done.err.startswith("'2021.docx' is een verslag; ")
        assert "'Diversiteit en inclusie' wordt" in done.out
        assert not out.exists()

    def test_minutes_without_items_are_refused_as_minutes(self, run, tmp_path):
        path = write_agenda(tmp_path / "v.docx", title="Verslag LEA-overleg gemeente Veenrade")
        done = run("relabel", path, "--out", tmp_path / "nieuw.docx", *TODAY)

        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("'v.docx' is een verslag; daaraan achteraf andere koppen geven")

    def test_what_was_renamed_and_what_was_added_is_counted_apart(self, run, tmp_path):
        path = tmp_path / "a.docx"
        document = docx.Document(str(write_agenda(path, "Ouderbetrokkenheid", "Huisvesting")))
        document.add_paragraph("Ook bespreken wij de heterogene groepen in de voorschool.")
        document.save(str(path))
        done = run("relabel", path, "--out", tmp_path / "b.docx", *TODAY)

        assert done.out.splitlines()[0] == "1 titel gewijzigd en 1 agendapunt toegevoegd:"

    def test_an_agenda_without_a_date_is_relabelled_with_a_warning(self, run, tmp_path):
        path = write_agenda(tmp_path / "a.docx", "Opening", "Ouderbetrokkenheid", date="")
        done = run("relabel", path, "--out", tmp_path / "b.docx")

        assert done.code == 0
        assert done.out.splitlines()[0] == (
            "Let op: In de agenda is geen datum van de vergadering gevonden; controleer zelf dat "
            "zij nog gehouden moet worden."
        )

    def test_nothing_to_change_writes_nothing(self, run, tmp_path):
        path = write_agenda(tmp_path / "a.docx", "Opening", "Bevorderen van integratie")
        done = run("relabel", path, "--out", tmp_path / "b.docx", *TODAY)

        assert (done.code, done.out) == (
            0,
            "Er is niets te wijzigen; er is geen bestand geschreven.\n",
        )
        assert not (tmp_path / "b.docx").exists()

    def test_a_pdf_is_refused_with_the_titles_as_advice(self, run, tmp_path):
        lines = [
            "Agenda LEA-overleg",
            "Datum: 12 maart 2024",
            "1. Opening",
            "2. Ouderbetrokkenheid",
        ]
        (tmp_path / "agenda.pdf").write_bytes(draw_pdf(write_lines(lines)))
        done = run("relabel", tmp_path / "agenda.pdf", "--out", tmp_path / "b.docx", *TODAY)

        assert done.code == 2
        assert done.err.startswith("'agenda.pdf' is geen Word-bestand (.docx);")
        assert "'Ouderbetrokkenheid' wordt" in done.out


class TestBadInput:
    @pytest.fixture
    def refuse(self, run, agenda, tmp_path):
        """What is said where nothing may be written."""

        def refused(path=agenda, out=tmp_path / "nieuw.docx", *more):
            there = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
            done = run("relabel", path, "--out", out, *TODAY, *more)
            after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

            assert (done.code, after) == (2, there)
            return done.err

        return refused

    def test_what_is_there_is_not_overwritten_without_force(self, refuse, run, agenda, tmp_path):
        out = tmp_path / "nieuw.docx"
        out.write_bytes(b"van mij")

        assert "nieuw.docx' bestaat al" in refuse()
        assert run("relabel", agenda, "--out", out, "--force", *TODAY).code == 0
        assert out.read_bytes() != b"van mij"

    def test_the_agenda_itself_is_never_overwritten(self, refuse, agenda, tmp_path):
        link = tmp_path / "ook.docx"
        link.hardlink_to(agenda)

        for out in (agenda, agenda.parent / "." / agenda.name, link):
            assert "is de agenda zelf" in refuse(agenda, out, "--force")

    def test_a_folder_that_is_not_there_is_named(self, refuse, agenda, tmp_path):
        assert refuse(agenda, tmp_path / "weg" / "nieuw.docx") == (
            f"De map '{tmp_path / 'weg'}' bestaat niet; maak haar eerst, of kies een andere map.\n"
        )

    def test_the_new_file_is_a_word_file(self, refuse, agenda, tmp_path):
        assert "moet op .docx eindigen" in refuse(agenda, tmp_path / "nieuw.pdf")

    def test_an_agenda_that_is_not_there(self, refuse, tmp_path):
        assert "bestaat niet" in refuse(tmp_path / "weg.docx")

    def test_a_document_without_items(self, refuse, tmp_path):
        path = write_agenda(tmp_path / "leeg.docx")

        assert refuse(path) == (
            "In 'leeg.docx' zijn geen agendapunten gevonden; nummer ze, of geef ze een kopstijl.\n"
        )

    @pytest.mark.parametrize(
        ("content", "said"),
        [(b"PK\x03\x04kapot", "beschadigd"), (b"", "leeg"), (b"\xd0\xcf\x11\xe0" * 200, "'")],
    )
    def test_a_damaged_file(self, refuse, tmp_path, content, said):
        path = tmp_path / "kapot.docx"
        path.write_bytes(content)

        assert said in refuse(path)

    @pytest.mark.parametrize("author", ["", "  ", "a\x07b", "x" * 300])
    def test_an_author_that_no_name_is(self, refuse, agenda, tmp_path, author):
        said = refuse(agenda, tmp_path / "nieuw.docx", "--author", author)

        assert said.endswith("geef een gewone naam.\n")

    def test_a_day_that_is_none(self, run, agenda, tmp_path):
        done = run("relabel", agenda, "--out", tmp_path / "b.docx", "--today", "morgen")

        assert done.code == 2
        assert done.err.startswith("De waarde van '--today' klopt niet.")
