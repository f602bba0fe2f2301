import pytest

from leaterms.assessment import mention_ids
from leaterms.detection import Method
from leaterms.errors import InputError
from leaterms.questionnaire.accepted import Acceptance
from leaterms.questionnaire.grounds import Grade
from tests.assessment.archives import paper, unread
from tests.questionnaire.making import grounds

STATUTORY = ("Wijk", "Over [[segregatie::segregatie::statutory::discussed]] is gesproken.")
JARGON = ("Wijk", "Over [[gemengde groepen::segregatie::jargon::discussed]] is gesproken.")
QUOTED = ("Post", "De brief gaat over [[segregatie::segregatie::statutory::quoted]].")
DENIED = ("Post", "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken.")
PLANNED = ("Wijk", "Bespreken: [[segregatie::segregatie::statutory::planned]].")


def grades(*papers, accepted=()):
    return [p.grade for p in grounds(*papers, accepted=accepted).themes["segregatie"].passages]


@pytest.mark.parametrize(
    ("made", "grade", "firm", "talk"),
    [
        (paper("a.pdf", STATUTORY), Grade.STATUTORY, True, True),
        (paper("a.pdf", STATUTORY, method=Method.FUZZY), Grade.NEAR, False, True),
        (paper("a.pdf", JARGON), Grade.JARGON, False, True),
        (paper("a.pdf", STATUTORY, method=Method.MODEL), Grade.MODEL, False, True),
        (paper("a.pdf", JARGON, method=Method.SEMANTIC), Grade.PROPOSAL, False, False),
        (paper("a.pdf", PLANNED, kind="agenda"), Grade.PLANNED, False, False),
    ],
)
def test_what_a_passage_is_worth(made, grade, firm, talk):
    assert grades(made) == [grade]
    assert (grade.firm, grade.shows_talk) == (firm, talk)


@pytest.mark.parametrize(
    "made",
    [
        paper("a.pdf", STATUTORY, lea=False),
        paper("a.pdf", STATUTORY, kind="other"),
        paper("a.pdf", QUOTED),
        paper("a.pdf", DENIED),
    ],
)
def test_what_shows_no_talk_is_no_ground(made):
    assert grades(made, paper("b.pdf", ("Opening", "Welkom."), date="2022-06-01")) == []


def test_the_agenda_of_a_meeting_with_minutes_is_no_ground():
    agenda = paper("agenda.pdf", PLANNED, kind="agenda")

    assert grades(agenda, paper("verslag.pdf", ("Wijk", "Welkom."))) == []


def test_the_best_come_first():
    papers = (paper("a.pdf", JARGON), paper("b.pdf", STATUTORY, date="2022-06-01"))

    assert grades(*papers) == [Grade.STATUTORY, Grade.JARGON]


@pytest.mark.parametrize("item", [JARGON, QUOTED])
def test_an_accepted_passage_of_minutes_is_firm(item):
    made = paper("a.pdf", item)
    (key,) = mention_ids([made]).values()
    (found,) = grounds(made, accepted=[Acceptance(key, "Mw. Smid")]).themes["segregatie"].passages

    assert (found.grade, found.accepted_by, found.id) == (Grade.ACCEPTED, "Mw. Smid", key)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (paper("a.pdf", DENIED), "er staat dat het niet is besproken"),
        (paper("a.pdf", STATUTORY, lea=False), "het stuk is niet van het LEA-overleg"),
        (paper("a.pdf", PLANNED, kind="agenda"), "het stuk is geen verslag of besluitenlijst"),
        (paper("a.pdf", STATUTORY, date=None), "het stuk heeft geen datum"),
    ],
)
def test_an_acceptance_that_is_no_ground_says_why(made, reason):
    (key,) = mention_ids([made]).values()
    other = paper("b.pdf", ("Opening", "Welkom."), date="2022-06-01")
    found = grounds(made, other, accepted=[Acceptance(key, "x")]).themes["segregatie"]

    assert found.firm == ()
    assert found.refused == (
        f"De aangenomen passage {key} ('segregatie', a.pdf) telt niet als overleg: {reason}.",
    )


def test_an_accepted_id_of_no_mention_is_a_fault():
    with pytest.raises(InputError, match="'ff' is geen vermelding in dit archief"):
        grounds(paper("a.pdf", STATUTORY), accepted=[Acceptance("ff", "x")])


def test_what_was_read_is_counted():
    found = grounds(
        paper("a.pdf", STATUTORY),
        paper("b.pdf", PLANNED, kind="agenda", date="2022-09-01"),
        paper("c.pdf", ("Nota", "Welkom."), kind="other"),
        paper("d.pdf", ("Nota", "Welkom."), date=None),
        paper("e.pdf", STATUTORY, date="2021-03-01"),
        unread("f.pdf"),
    ).read

    assert (found.dated, found.minutes, found.agendas) == (3, 1, 1)
    assert [result.path for result in found.unread] == ["f.pdf"]
    assert [result.path for result in found.undated] == ["d.pdf"]


class TestMunicipality:
    papers = (
        paper("v/a.pdf", STATUTORY),
        paper("m/b.pdf", JARGON, towns=("Meerdam",)),
    )

    def test_the_only_one_needs_no_name(self):
        assert grounds(self.papers[0]).municipality == "Veenrade"

    def test_of_several_one_must_be_chosen(self):
        with pytest.raises(InputError) as caught:
            grounds(*self.papers)
        assert str(caught.value) == (
            "Dit archief heeft stukken van meer gemeenten: Meerdam, Veenrade. Kies er één met "
            "--municipality."
        )

    @pytest.mark.parametrize("name", ["Meerdam", " meerdam ", "Gemeente Meerdam"])
    def test_it_is_found_in_another_spelling(self, name):
        found = grounds(*self.papers, municipality=name)

        assert found.municipality == "Meerdam"
        assert [result.path for result in found.results] == ["m/b.pdf"]
        assert [p.grade for p in found.themes["segregatie"].passages] == [Grade.JARGON]

    def test_a_slip_is_told_the_nearest(self):
        with pytest.raises(InputError, match="geen stukken van de gemeente 'Meerdm'; bedoelde u "):
            grounds(*self.papers, municipality="Meerdm")

    def test_a_year_outside_the_archive(self):
        with pytest.raises(InputError) as caught:
            grounds(self.papers[0], year=2019)
        assert str(caught.value) == (
            "Van Veenrade is geen stuk uit 2019 gevonden; er zijn stukken van 2022 tot en met "
            "2022. Kies een ander jaar met --year."
        )

    def test_an_archive_without_a_dated_document(self):
        with pytest.raises(InputError, match="geen LEA-stuk met een datum gelezen"):
            grounds(unread("a.pdf"))
