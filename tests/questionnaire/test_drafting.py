from dataclasses import replace

import pytest

from leaterms.assessment import mention_ids
from leaterms.detection import Method
from leaterms.questionnaire.accepted import Acceptance
from leaterms.questionnaire.draft import Verdict
from leaterms.questionnaire.drafting import draft_answers
from leaterms.structure import Partner
from tests.assessment.archives import paper, unread
from tests.questionnaire.making import grounds, questions

STATUTORY = ("Wijk", "Over [[segregatie::segregatie::statutory::discussed]] is gesproken.")
JARGON = ("Wijk", "Over [[gemengde groepen::segregatie::jargon::discussed]] is gesproken.")
DENIED = ("Post", "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken.")
NOTHING = ("Opening", "Welkom.")
AGREED = (
    "Wijk",
    (
        "Afgesproken wordt dat elk bestuur [[segregatie::segregatie::statutory::discussed]] "
        "terugdringt naar 20% in 2023."
    ),
)
TERM_ONLY = (
    "Wijk",
    (
        "Afgesproken wordt dat Bos over [[segregatie::segregatie::statutory::discussed]] "
        "uiterlijk 1 mei 2022 een notitie maakt."
    ),
)
AGREED_JARGON = (
    "Wijk",
    "Afgesproken wordt dat de [[gemengde groepen::segregatie::jargon::discussed]] blijven.",
)


def drafts(*papers, accepted=()):
    made = draft_answers(questions(), grounds(*papers, accepted=accepted))
    return {d.question.id.removeprefix("segregatie-"): d for d in made}


@pytest.mark.parametrize(
    ("made", "answer"),
    [
        (paper("a.pdf", STATUTORY), "Ja"),
        (paper("a.pdf", JARGON), "Te beoordelen"),
        (paper("a.pdf", STATUTORY, method=Method.MODEL), "Te beoordelen"),
        (paper("a.pdf", STATUTORY, method=Method.FUZZY), "Te beoordelen"),
        (paper("a.pdf", JARGON, method=Method.SEMANTIC), "Te beoordelen"),
        (paper("a.pdf", NOTHING), "Geen overleg gevonden (te beoordelen)"),
        (paper("a.pdf", DENIED), "Geen overleg gevonden (te beoordelen)"),
    ],
)
def test_yes_only_on_statutory_words_that_were_discussed(made, answer):
    assert drafts(made)["overleg"].answer == answer


def test_yes_on_a_passage_that_a_person_accepted():
    made = paper("a.pdf", JARGON)
    (key,) = mention_ids([made]).values()

    assert drafts(made, accepted=[Acceptance(key, "x")])["overleg"].verdict is Verdict.YES


def test_no_is_never_drafted():
    for made in (paper("a.pdf", NOTHING), paper("a.pdf", DENIED), paper("a.pdf", JARGON)):
        assert [d.answer for d in drafts(made).values() if d.answer.startswith("Nee")] == []


def test_what_was_read_stands_with_nothing_found():
    draft = drafts(paper("a.pdf", NOTHING), unread("b.pdf"), unread("c.pdf"))["overleg"]

    assert draft.explanation == (
        "In de verslagen van 2022 is niets over dit thema gevonden. Gelezen: 1 stuk uit 2022, "
        "waaronder 1 verslag of besluitenlijst van het LEA-overleg. "
        "Daarnaast konden 2 bestanden niet worden gelezen."
    )


def test_a_document_that_denies_it_is_shown_whatever_the_answer():
    papers = (paper("a.pdf", STATUTORY), paper("b.pdf", DENIED, date="2022-06-01"))
    draft = drafts(*papers)["overleg"]

    assert draft.verdict is Verdict.YES
    assert draft.missing[0] == (
        "Een stuk zegt dat het niet is besproken: 'Over segregatie is niet gesproken.' "
        "(01-06-2022, b.pdf, p. 1, agendapunt 1: Post)."
    )


def test_the_partners_are_those_of_the_meetings_on_the_theme():
    found = drafts(paper("a.pdf", STATUTORY))

    assert found["partners"].answer == "Met gemeente en schoolbesturen"
    assert drafts(paper("a.pdf", JARGON))["partners"].answer == (
        "Te beoordelen: met gemeente en schoolbesturen"
    )
    assert drafts(paper("a.pdf", NOTHING))["partners"].verdict is Verdict.NOTHING


@pytest.mark.parametrize(
    ("item", "agreed", "measurable"),
    [
        (AGREED, Verdict.YES, Verdict.YES),
        (TERM_ONLY, Verdict.YES, Verdict.TO_JUDGE),
        (AGREED_JARGON, Verdict.TO_JUDGE, Verdict.NOTHING),
        (STATUTORY, Verdict.NOTHING, Verdict.NOTHING),
    ],
)
def test_agreements_and_whether_they_can_be_measured(item, agreed, measurable):
    found = drafts(paper("a.pdf", item))

    assert (found["afspraken"].verdict, found["meetbaar"].verdict) == (agreed, measurable)


def test_of_agreements_on_the_theme_some_with_a_share_is_partly():
    text = f"{AGREED[1]}\n{TERM_ONLY[1]}"

    assert drafts(paper("a.pdf", ("Wijk", text)))["meetbaar"].answer == "Deels"


def test_a_reason_is_not_asked_where_there_is_talk_and_agreement():
    assert drafts(paper("a.pdf", AGREED))["waarom-niet"].verdict is Verdict.NOT_NEEDED


def test_a_reason_for_no_talk_warns_where_local_words_show_talk():
    draft = drafts(paper("a.pdf", JARGON))["waarom-niet"]

    assert draft.missing == (
        (
            "In eigen woorden is er mogelijk wel over gesproken. Beoordeel die passages eerst, "
            "en antwoord niet 'nee' omdat het wettelijke woord ontbreekt."
        ),
    )


def test_what_stood_on_an_agenda_only_is_not_said_to_be_talked_about():
    planned = ("Wijk", "Bespreken: [[segregatie::segregatie::statutory::planned]].")
    draft = drafts(paper("a.pdf", planned, kind="agenda"))["waarom-niet"]

    assert draft.missing == ("Het stond op een agenda. Ga na of erover is gesproken.",)


def test_a_talk_with_no_partner_there_is_no_yes():
    made = paper("a.pdf", AGREED)
    found = drafts(replace(made, record=replace(made.record, partners=(Partner.GEMEENTE,))))

    assert (found["overleg"].verdict, found["partners"].verdict) == (
        Verdict.TO_JUDGE,
        Verdict.TO_JUDGE,
    )
    assert found["partners"].answer == (
        "Te beoordelen: de stukken noemen van de partners alleen de gemeente"
    )


@pytest.mark.parametrize(
    ("agreements", "explanation"),
    [
        ((AGREED,), "1 afspraak in wettelijke woorden noemt een percentage of bedrag."),
        ((AGREED, TERM_ONLY), "1 van de 2 afspraken in wettelijke woorden noemt een percentage"),
        (
            (AGREED, (AGREED[0], AGREED[1].replace("20%", "10%"))),
            "2 afspraken in wettelijke woorden noemen een percentage of bedrag.",
        ),
        ((AGREED_JARGON,), "Over dit thema is in 2022 wel een afspraak gevonden, geen meetbare."),
        (
            (AGREED_JARGON, (AGREED_JARGON[0], AGREED_JARGON[1].replace("blijven", "groeien"))),
            "Over dit thema zijn in 2022 wel afspraken gevonden, geen meetbare.",
        ),
    ],
)
def test_measure_in_good_dutch(agreements, explanation):
    text = "\n".join(text for _, text in agreements)
    draft = drafts(paper("a.pdf", ("Wijk", text)))["meetbaar"]

    assert draft.explanation.startswith(explanation)


def test_of_many_passages_one_an_item_and_six_are_shown():
    items = [(f"Wijk {n}", JARGON[1] + " " + JARGON[1]) for n in range(8)]
    draft = drafts(paper("a.pdf", *items))["overleg"]

    assert [p.evidence.item.title for p in draft.passages] == [f"Wijk {n}" for n in range(6)]
    assert draft.more == 10


def test_an_open_question_on_no_theme_lists_the_meetings():
    own = questions("title: T\nquestions:\n- {id: a, kind: vrij, text: Wanneer, source: x}\n")
    (draft,) = draft_answers(own, grounds(paper("a.pdf", JARGON)))

    assert draft.answer == "Te beoordelen: 1 vergadering gevonden"
    assert [meeting.counted for meeting in draft.meetings] == [("a.pdf",)]
