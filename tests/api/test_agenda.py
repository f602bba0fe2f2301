import datetime as dt

import docx
import pytest

import leaterms
from leaterms.reading import View, read_document
from tests.cli.test_word import write_agenda

DAY = dt.date(2024, 1, 10)


def titles(path, view=View.ACCEPTED):
    """The headings of a Word file with its tracked changes accepted, or as it was."""
    blocks = read_document(path, view=view).blocks
    return [block.text for block in blocks if block.level]


def make(path, *items, head="Agenda LEA-overleg gemeente Veenrade", date="12 maart 2024"):
    document = docx.Document()
    document.add_paragraph(head)
    if date:
        document.add_paragraph(f"Datum: {date}")
    for heading, text in items:
        document.add_heading(heading, 1)
        if text:
            document.add_paragraph(text)
    document.save(str(path))
    return path


class TestRelabel:
    ITEMS = (
        ("1. Opening", ""),
        ("2. Inschrijving en toelating", "De heterogene groepen in de voorschool."),
        ("3. Rondvraag", ""),
    )

    def test_a_theme_in_another_item_becomes_an_item_of_its_own(self, tmp_path):
        path = make(tmp_path / "a.docx", *self.ITEMS)
        done = leaterms.relabel(path, tmp_path / "b.docx", today=DAY)

        assert [(s.renames, s.themes) for s in done.applied] == [
            (False, ("segregatie", "integratie"))
        ]
        assert titles(tmp_path / "b.docx") == [
            "1. Opening",
            "2. Inschrijving en toelating",
            (
                "2a. Voorkomen van segregatie en bevorderen van integratie: "
                "heterogene groepen in de voorschool"
            ),
            "3. Rondvraag",
        ]
        assert titles(tmp_path / "b.docx", View.ORIGINAL) == titles(path)

    def test_the_new_agenda_needs_no_more_titles(self, tmp_path):
        path = make(tmp_path / "a.docx", *self.ITEMS)
        leaterms.relabel(path, tmp_path / "b.docx", today=DAY)
        again = leaterms.relabel(tmp_path / "b.docx", tmp_path / "c.docx", today=DAY)

        assert (again.path, again.applied, again.left) == (None, (), ())

    def test_the_umbrella_may_stand_behind(self, tmp_path):
        path = write_agenda(tmp_path / "a.docx", "Opening", "Ouderbetrokkenheid", "Rondvraag")
        leaterms.relabel(path, tmp_path / "b.docx", style="behind", today=DAY)

        assert titles(tmp_path / "b.docx")[1] == (
            "2. Ouderbetrokkenheid (bevorderen van integratie)"
        )

    def test_a_date_that_was_read_wrongly_is_mended_by_a_correction(self, tmp_path):
        path = write_agenda(
            tmp_path / "a.docx", "Opening", "Ouderbetrokkenheid", date="1 mei 2020"
        )
        with pytest.raises(leaterms.RelabelRefused) as refused:
            leaterms.relabel(path, tmp_path / "b.docx", today=DAY)
        (tmp_path / "correcties.yaml").write_text(
            "- path: a.docx\n  reason: oud voorblad\n  date: 2024-05-01\n", encoding="utf-8"
        )
        done = leaterms.relabel(path, tmp_path / "b.docx", today=DAY)

        assert refused.value.advice == (
            "'Ouderbetrokkenheid' wordt 'Bevorderen van integratie: ouderbetrokkenheid'",
        )
        assert done.path == tmp_path / "b.docx"

    def test_misuse_by_a_program_is_told_in_english(self, tmp_path):
        path = write_agenda(tmp_path / "a.docx", "Opening")
        with pytest.raises(ValueError, match="style must be one of before, behind, not 'voor'"):
            leaterms.relabel(path, tmp_path / "b.docx", style="voor")
        with pytest.raises(TypeError, match="today must be a date or None, not str"):
            leaterms.relabel(path, tmp_path / "b.docx", today="2024-01-01")
        with pytest.raises(TypeError, match="author must be a str, not int"):
            leaterms.relabel(path, tmp_path / "b.docx", author=3)


class TestCheck:
    @pytest.mark.parametrize(
        "title",
        [
            "Integratie van het leerlingvolgsysteem",
            "Inclusief onderwijs en passende zorg",
            "Voorkomen van segregatie",
            "Biodiversiteit op het schoolplein",
        ],
    )
    def test_other_senses_and_statutory_titles_are_no_findings(self, tmp_path, title):
        path = write_agenda(tmp_path / "a.docx", "Opening", title, "Rondvraag")

        assert leaterms.check(path, today=DAY).findings == ()

    def test_a_paper_that_does_not_show_what_it_is_is_read_as_an_agenda(self, tmp_path):
        head = "Agenda huisvestingsoverleg gemeente Veenrade"
        items = (("1. Opening", ""), ("2. Ouderbetrokkenheid", ""), ("3. Rondvraag", ""))
        found = leaterms.check(make(tmp_path / "a.docx", *items, head=head), today=DAY)

        assert [f.title for f in found.findings] == ["Ouderbetrokkenheid"]
        assert [note.split(":")[0] for note in found.notes] == [
            "Dit lijkt geen agenda van het LEA-overleg"
        ]

    def test_a_meeting_that_was_held_or_has_no_date_is_told(self, tmp_path):
        held = write_agenda(tmp_path / "a.docx", "Opening", "Huisvesting", date="1 mei 2020")
        undated = write_agenda(tmp_path / "b.docx", "Opening", "Huisvesting", date="")

        assert leaterms.check(held, today=DAY).notes == (
            "De vergadering van 01-05-2020 is al geweest.",
        )
        assert leaterms.check(undated, today=DAY).notes == (
            "In de agenda is geen datum van de vergadering gevonden; zet die erbij.",
        )
        assert leaterms.check(undated, today=DAY).year == 2024

    def test_an_archive_without_files_is_told(self, tmp_path):
        path = write_agenda(tmp_path / "a.docx", "Opening", "Huisvesting")
        (tmp_path / "leeg").mkdir()
        with pytest.raises(leaterms.InputError, match="staan geen bestanden"):
            leaterms.check(path, tmp_path / "leeg", today=DAY)


@pytest.mark.parametrize("work", ["check", "relabel"])
def test_a_convenant_is_no_agenda(tmp_path, work):
    path = make(
        tmp_path / "c.docx",
        ("1. Doel", "De scholen willen heterogene groepen."),
        ("2. Afspraken", "Partijen spreken dat af."),
        head="Convenant onderwijskansen 2024-2028",
        date="",
    )
    more = (tmp_path / "nieuw.docx",) if work == "relabel" else ()
    with pytest.raises(leaterms.InputError) as caught:
        getattr(leaterms, work)(path, *more, today=DAY)

    assert str(caught.value) == (
        "'c.docx' is geen agenda, maar een stuk met afspraken ('Convenant onderwijskansen "
        "2024-2028'); noem de agenda van het overleg."
    )


def test_the_tables_of_a_scan_have_style_and_what_is_open(tmp_path):
    path = write_agenda(tmp_path / "a.docx", "Opening", "Ouderbetrokkenheid", "Rondvraag")
    with leaterms.scan(path, jobs=1, progress=False) as scan:
        behind = scan.relabel(style="behind")
        left = scan.open_themes()

        assert behind["suggestion"].tolist() == ["Ouderbetrokkenheid (bevorderen van integratie)"]
        assert (behind["renames"].tolist(), behind["evidence"].tolist()) == (
            [True],
            ["Ouderbetrokkenheid"],
        )
        assert scan.relabel()["suggestion"].tolist() == [
            "Bevorderen van integratie: ouderbetrokkenheid"
        ]
        assert left["theme"].tolist() == [theme.id for theme in scan.vocabulary.themes]
        assert left["status"].tolist()[:2] == ["unknown", "jargon_planned"]
        with pytest.raises(ValueError, match="style must be one of"):
            scan.relabel(style="onder")
