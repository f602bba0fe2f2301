from dataclasses import replace

import pytest

from leaterms.detection import Method
from leaterms.questionnaire.answers import read_form
from leaterms.questionnaire.contradictions import Conflict, find_contradictions
from leaterms.structure import Partner
from tests.assessment.archives import paper, unread
from tests.questionnaire.making import fill, grounds, questions

STATUTORY = ("Wijk", "Over [[segregatie::segregatie::statutory::discussed]] is gesproken.")
JARGON = ("Wijk", "Over [[gemengde groepen::segregatie::jargon::discussed]] is gesproken.")
DENIED = ("Post", "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken.")
PLANNED = ("Wijk", "Bespreken: [[segregatie::segregatie::statutory::planned]].")
NOTHING = ("Opening", "Welkom.")
AGREED = (
    "Wijk",
    (
        "Afgesproken wordt dat elk bestuur [[segregatie::segregatie::statutory::discussed]] "
        "terugdringt naar 20%."
    ),
)
VAGUE = (
    "Wijk",
    "Afgesproken wordt dat de [[gemengde groepen::segregatie::jargon::discussed]] blijven.",
)
TERM_ONLY = (
    "Wijk",
    (
        "Afgesproken wordt dat Bos over [[segregatie::segregatie::statutory::discussed]] "
        "uiterlijk 1 mei 2022 een notitie maakt."
    ),
)
CONVENANT = (
    "Convenant gelijke kansen 2020-2024",
    "Partijen spreken af dat de [[gemengde groepen::segregatie::jargon::discussed]] blijven.",
)


@pytest.fixture
def check(tmp_path):
    def hold(kind, answer, *papers, remarks=None):
        path = fill(tmp_path / "f.xlsx", [[f"segregatie-{kind}", answer, remarks]])
        return find_contradictions(read_form(path, questions()), grounds(*papers))

    return hold


@pytest.mark.parametrize(
    ("answer", "made", "conflict"),
    [
        ("nee", paper("a.pdf", STATUTORY), Conflict.NO_BUT_TALKED),
        ("nee", paper("a.pdf", JARGON), Conflict.NO_BUT_LOCAL_WORDS),
        ("N.v.t.", paper("a.pdf", JARGON), Conflict.NO_BUT_LOCAL_WORDS),
        ("nee", paper("a.pdf", STATUTORY, method=Method.MODEL), Conflict.NO_BUT_LOCAL_WORDS),
        ("nee", paper("a.pdf", PLANNED, kind="agenda"), Conflict.NO_BUT_PLANNED),
        ("ja", paper("a.pdf", NOTHING), Conflict.YES_BUT_NOTHING),
        ("deels", paper("a.pdf", DENIED), Conflict.YES_BUT_NOTHING),
    ],
)
def test_answers_on_the_talk_that_the_archive_contradicts(check, answer, made, conflict):
    (found,) = check("overleg", answer, made)

    assert (found.row, found.question, found.theme, found.conflict, found.answer) == (
        2,
        "segregatie-overleg",
        "segregatie",
        conflict,
        answer,
    )


@pytest.mark.parametrize(
    ("answer", "made"),
    [
        ("nee", paper("a.pdf", NOTHING)),
        ("nee", paper("a.pdf", DENIED)),
        ("nee", paper("a.pdf", JARGON, method=Method.SEMANTIC)),
        ("ja", paper("a.pdf", STATUTORY)),
        ("ja", paper("a.pdf", JARGON)),
        ("deels", paper("a.pdf", PLANNED, kind="agenda")),
        ("", paper("a.pdf", STATUTORY)),
        ("misschien", paper("a.pdf", STATUTORY)),
    ],
)
def test_answers_on_the_talk_that_it_does_not(check, answer, made):
    assert check("overleg", answer, made) == ()


def test_the_mistake_of_the_origin_is_said_as_such_with_its_passages(check):
    (found,) = check("overleg", "nee, want er loopt een onderzoek", paper("a.pdf", JARGON))

    assert found.explanation == (
        "U antwoordt dat er geen overleg was, maar er is wel over gesproken, in eigen woorden "
        "('gemengde groepen'). De inspectie ziet een risico als u 'nee' antwoordt omdat het "
        "wettelijke woord ontbreekt: dit kan overleg over 'voorkomen van segregatie' zijn. "
        "Beoordeel de passages voordat u antwoordt."
    )
    assert found.passages == (
        (
            "'Over gemengde groepen is gesproken.' (15-03-2022, a.pdf, p. 1, agendapunt 1: Wijk): "
            "in eigen woorden besproken"
        ),
    )


def test_what_only_the_classifier_found_is_not_said_to_be_talked_about(check):
    (found,) = check("overleg", "nee", paper("a.pdf", JARGON, method=Method.MODEL))

    assert found.explanation == (
        "U antwoordt dat er geen overleg was, maar in de verslagen staat een passage die erover "
        "lijkt te gaan. Dit kan overleg over 'voorkomen van segregatie' zijn. Beoordeel de "
        "passages voordat u antwoordt."
    )


def test_yes_with_nothing_found_says_what_was_read(check):
    (found,) = check("overleg", "ja", paper("a.pdf", NOTHING), unread("b.pdf"))

    assert found.explanation.endswith(
        "Gelezen: 1 stuk uit 2022, waaronder 1 verslag of besluitenlijst van het LEA-overleg. "
        "Daarnaast kon 1 bestand niet worden gelezen. "
        "Zoek het verslag erbij waaruit het overleg blijkt."
    )


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("gemeente, schoolbesturen en kinderopvang", [Conflict.PARTNER_NOT_THERE]),
        ("houders van peuteropvang", [Conflict.PARTNER_NOT_THERE]),
        ("gemeente en schoolbesturen", []),
        ("gemeente en besturen, kinderopvang was afwezig", []),
        ("", []),
    ],
)
def test_partners_that_were_not_there(check, answer, found):
    assert [c.conflict for c in check("partners", answer, paper("a.pdf", STATUTORY))] == found


def test_nobody_is_absent_where_minutes_do_not_say_who_came(check):
    made = paper("a.pdf", STATUTORY)
    unknown = replace(made, record=replace(made.record, partners=()))
    known = replace(made, record=replace(made.record, partners=tuple(Partner)))

    assert check("partners", "kinderopvang", unknown) == ()
    assert check("partners", "kinderopvang", known) == ()


@pytest.mark.parametrize(
    ("answer", "made", "found"),
    [
        ("ja", [paper("a.pdf", STATUTORY)], [Conflict.AGREED_BUT_NOTHING]),
        ("ja, zie convenant", [paper("a.pdf", STATUTORY)], [Conflict.AGREED_BUT_NOTHING]),
        ("ja, zie convenant", [paper("a.pdf", AGREED)], [Conflict.PAPER_NOT_THERE]),
        ("ja", [paper("a.pdf", AGREED)], []),
        ("ja", [paper("a.pdf", VAGUE)], []),
        ("ja", [paper("a.pdf", STATUTORY), paper("b.pdf", AGREED, date="2021-03-01")], []),
        ("nee", [paper("a.pdf", AGREED)], [Conflict.NO_BUT_AGREED]),
        ("nee", [paper("a.pdf", STATUTORY)], []),
    ],
)
def test_claims_about_agreements(check, answer, made, found):
    assert [c.conflict for c in check("afspraken", answer, *made)] == found


def test_a_convenant_in_the_archive_bears_the_claim(check):
    minutes = paper("a.pdf", STATUTORY)
    convenant = paper("convenant.pdf", CONVENANT, kind="other", date="2020-05-01", lea=False)

    assert check("afspraken", "ja, zie convenant", minutes, convenant) == ()
    assert check("afspraken", "ja", minutes, convenant) == ()


def test_the_paper_may_be_named_in_the_remarks(check):
    (found,) = check("afspraken", "ja", paper("a.pdf", AGREED), remarks="Zie het LEA-plan.")

    assert found.conflict is Conflict.PAPER_NOT_THERE
    assert "geen lea-plan met afspraken" in found.explanation


@pytest.mark.parametrize(
    ("answer", "item", "found"),
    [
        ("ja", VAGUE, [Conflict.MEASURABLE_BUT_NOT]),
        ("ja", STATUTORY, [Conflict.MEASURABLE_BUT_NOT]),
        ("ja", AGREED, []),
        ("deels", TERM_ONLY, []),
        ("nee", AGREED, [Conflict.NO_BUT_MEASURABLE]),
        ("nee", TERM_ONLY, []),
        ("nee", VAGUE, []),
    ],
)
def test_claims_about_what_can_be_measured(check, answer, item, found):
    assert [c.conflict for c in check("meetbaar", answer, paper("a.pdf", item))] == found


@pytest.mark.parametrize(
    ("answer", "item", "found"),
    [
        ("bestaande, nog passende werkafspraken", NOTHING, [Conflict.AGREED_BUT_NOTHING]),
        ("bestaande, nog passende werkafspraken", VAGUE, []),
        ("er loopt een onderzoek", NOTHING, []),
        ("er zijn geen afspraken", NOTHING, []),
    ],
)
def test_a_reason_that_rests_on_agreements(check, answer, item, found):
    assert [c.conflict for c in check("waarom-niet", answer, paper("a.pdf", item))] == found
