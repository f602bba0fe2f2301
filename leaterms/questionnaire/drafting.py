"""A draft of the answer to each question, with its ground and with what is missing.

The rule: 'ja' rests on statutory words that minutes show as discussed, or on a passage that a
person accepted. Everything else is for a person to judge, and 'nee' is never drafted: that
nothing was found is said as just that.
"""

from collections.abc import Sequence

from leaterms.assessment import (
    Meeting,
    enumerate_dutch,
)
from leaterms.questionnaire.agreement_drafts import (
    carried_by,
    draft_agreements,
    draft_measurable,
)
from leaterms.questionnaire.draft import Draft, Verdict
from leaterms.questionnaire.grounds import Grade, Grounds, Passage, ThemeGrounds
from leaterms.questionnaire.questions import Question, QuestionKind, Questionnaire
from leaterms.questionnaire.wording import PARTNERS, amount, cite, say_read
from leaterms.structure import Partner

__all__ = ["draft_answers"]

_READ_THEM = (
    "Lees de passages. Gaat het gesprek over dit thema, antwoord dan 'ja' en noem de vindplaats; "
    "de wettelijke woorden staan er niet bij."
)
_NO_IS_NOT_NOTHING = (
    "Dat leaterms niets vindt, is nog geen 'nee': ga na of er stukken ontbreken, of dat er in "
    "heel andere woorden over is gesproken."
)
_AGENDAS = (Grade.PLANNED, Grade.PLANNED_JARGON)
_MOST = 6  # passages shown per question; the tables have them all


def draft_answers(questionnaire: Questionnaire, grounds: Grounds) -> tuple[Draft, ...]:
    """A draft for each question, in their order."""
    makers = {
        QuestionKind.OVERLEG: _talk,
        QuestionKind.PARTNERS: _partners,
        QuestionKind.AFSPRAKEN: draft_agreements,
        QuestionKind.MEETBAAR: draft_measurable,
        QuestionKind.WAAROM_NIET: _why_not,
        QuestionKind.VRIJ: _free,
    }
    return tuple(
        makers[question.kind](question, grounds, grounds.themes[question.theme])
        if question.theme
        else _all_meetings(question, grounds)
        for question in questionnaire.questions
    )


def _talk(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    shown, more = _best_per_item(theme.passages)
    missing = list(theme.refused)
    denials = [
        f"Een stuk zegt dat het niet is besproken: {cite(denial)}."
        for denial in theme.assessment.denials
    ]
    if theme.firm:
        firm = _meetings_of(theme.firm)
        if _is_alone(firm):
            return Draft(
                question,
                Verdict.TO_JUDGE,
                "Te beoordelen",
                "Het thema is in wettelijke woorden besproken, maar van de partners blijkt alleen "
                "de aanwezigheid van de gemeente; dan was er geen overleg.",
                shown,
                more,
                firm,
                missing=(*denials, *_of_partners(theme, firm), *missing),
            )
        where = amount(len(firm), "vergadering", "vergaderingen")
        words = "in wettelijke woorden besproken"
        if any(passage.grade is Grade.ACCEPTED for passage in theme.firm):
            words += " of als zodanig aangenomen"
        return Draft(
            question,
            Verdict.YES,
            "Ja",
            f"Het thema is in {where} van het LEA-overleg {words}.",
            shown,
            more,
            firm,
            missing=(*denials, *_of_partners(theme, firm), *missing),
        )
    if theme.passages:
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen",
            _why_to_judge(theme),
            shown,
            more,
            _meetings_of(theme.passages),
            missing=(
                _READ_THEM,
                *denials,
                *missing,
            ),
        )
    if grounds.read.minutes:
        ground = f"In de verslagen van {grounds.year} is niets over dit thema gevonden."
    else:
        ground = f"Er is geen leesbaar verslag van het LEA-overleg van {grounds.year} gevonden."
    return Draft(
        question,
        Verdict.NOTHING,
        "Geen overleg gevonden (te beoordelen)",
        f"{ground} {say_read(grounds.read, grounds.year)}",
        missing=(
            _NO_IS_NOT_NOTHING,
            *denials,
            *missing,
        ),
    )


def _is_alone(meetings: Sequence[Meeting]) -> bool:
    """Whether the documents show the municipality, and no partner of it, at the talk."""
    there = {partner for meeting in meetings for partner in meeting.partners}
    known = all(meeting.partners for meeting in meetings)
    return known and there == {Partner.GEMEENTE}


def _why_to_judge(theme: ThemeGrounds) -> str:
    """Why the passages do not carry a 'ja'."""
    grades = {passage.grade for passage in theme.passages}
    told = []
    if Grade.JARGON in grades:
        told.append("er is over gesproken in eigen woorden; de wettelijke woorden ontbreken")
    if Grade.NEAR in grades:
        told.append("woorden die op de wettelijke lijken, zijn besproken")
    if Grade.MODEL in grades:
        told.append("het taalmodel herkent het thema in een besproken passage")
    if grades & set(_AGENDAS):
        told.append("het stond op een agenda, maar er is geen verslag van die vergadering")
    if Grade.PROPOSAL in grades:
        told.append("het taalmodel stelt passages voor waarover het niet zeker is")
    text = "; ".join(told)
    return f"{text[0].upper()}{text[1:]}."


def _of_partners(theme: ThemeGrounds, meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """What lacks in the attendance of the meetings an answer rests on."""
    there = {partner for meeting in meetings for partner in meeting.partners}
    if not there:
        return ("Uit de stukken blijkt niet wie er waren.",)
    lacking = enumerate_dutch([PARTNERS[p] for p in theme.assessment.required if p not in there])
    if not lacking:
        return ()
    return (f"Uit deze stukken blijkt de aanwezigheid van {lacking} niet; ga na wie er waren.",)


def _partners(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    meetings = _meetings_of(theme.firm or theme.talk)
    there = tuple(p for p in Partner if any(p in meeting.partners for meeting in meetings))
    named = enumerate_dutch([PARTNERS[partner] for partner in there])
    missing = _of_partners(theme, meetings) if meetings else ()
    if not meetings:
        return Draft(
            question,
            Verdict.NOTHING,
            "Niet gevonden (te beoordelen)",
            "Er is geen vergadering gevonden waarin het thema is besproken. "
            f"{say_read(grounds.read, grounds.year)}",
        )
    if not there:
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen",
            "De stukken van deze vergaderingen zeggen niet wie er waren.",
            meetings=meetings,
            missing=missing,
        )
    if _is_alone(meetings):
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen: de stukken noemen van de partners alleen de gemeente",
            "Dit zeggen de presentielijsten van de vergaderingen waarin het thema is besproken.",
            meetings=meetings,
            missing=missing,
        )
    if theme.firm:
        return Draft(
            question,
            Verdict.YES,
            f"Met {named}",
            "Dit zeggen de presentielijsten van de vergaderingen waarin het thema is besproken.",
            meetings=meetings,
            missing=missing,
        )
    return Draft(
        question,
        Verdict.TO_JUDGE,
        f"Te beoordelen: met {named}",
        "Dit zeggen de presentielijsten; of daar dit thema is besproken, is nog te beoordelen "
        "(zie de vraag naar het overleg).",
        meetings=meetings,
        missing=missing,
    )


def _why_not(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    grounds_told = theme.assessment.grounds
    if theme.firm and carried_by(theme):
        return Draft(
            question,
            Verdict.NOT_NEEDED,
            "Niet van toepassing",
            "Er is overlegd en er zijn afspraken gemaakt; zie de vragen hierboven.",
        )
    told = [f"Een stuk zegt: {cite(denial)}." for denial in theme.assessment.denials]
    talk = (
        "Er is wel over gesproken. Antwoord niet dat er geen overleg was."
        if theme.firm
        else "In eigen woorden is er mogelijk wel over gesproken. Beoordeel die "
        "passages eerst, en antwoord niet 'nee' omdat het wettelijke woord ontbreekt."
        if any(passage.grade not in _AGENDAS for passage in theme.passages)
        else "Het stond op een agenda. Ga na of erover is gesproken."
        if theme.passages
        else ""
    )
    missing = tuple(part for part in (talk, *told) if part)
    if grounds_told or told:
        labels = enumerate_dutch(list(dict.fromkeys(remark.label for remark in grounds_told)))
        named = f" Genoemd: {labels}." if labels else ""
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen",
            f"De stukken noemen een reden of zeggen dat er niet over is gesproken.{named}",
            remarks=grounds_told,
            missing=missing,
        )
    return Draft(
        question,
        Verdict.NOTHING,
        "Geen reden gevonden (te beoordelen)",
        f"De stukken van {grounds.year} noemen geen reden.",
        missing=missing,
    )


def _free(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    shown, more = _best_per_item(theme.passages)
    found = theme.assessment.agreements
    if not shown and not found:
        return Draft(
            question,
            Verdict.NOTHING,
            "Niets gevonden (te beoordelen)",
            say_read(grounds.read, grounds.year),
        )
    return Draft(
        question,
        Verdict.TO_JUDGE,
        "Te beoordelen",
        "Dit is een open vraag; hieronder staat wat de stukken over het thema laten zien.",
        shown,
        more,
        agreements=found,
        carried=carried_by(theme),
    )


def _all_meetings(question: Question, grounds: Grounds) -> Draft:
    if not grounds.meetings:
        return Draft(
            question,
            Verdict.NOTHING,
            "Geen vergaderingen gevonden (te beoordelen)",
            say_read(grounds.read, grounds.year),
        )
    held = amount(len(grounds.meetings), "vergadering", "vergaderingen")
    return Draft(
        question,
        Verdict.TO_JUDGE,
        f"Te beoordelen: {held} gevonden",
        f"Van elke vergadering is een stuk gelezen. {say_read(grounds.read, grounds.year)}",
        meetings=grounds.meetings,
        missing=("Vul aan met vergaderingen waarvan geen stuk in het archief staat.",),
    )


def _meetings_of(passages: Sequence[Passage]) -> tuple[Meeting, ...]:
    """The meetings the passages are of, by date; only those with minutes where there are any."""
    numbered = {passage.evidence.meeting: passage.meeting for passage in passages}
    return tuple(numbered[number] for number in sorted(numbered))


def _best_per_item(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], int]:
    """The best passage of each item, at most six, and how many passages are not among them."""
    best: dict[tuple[str, int], Passage] = {}
    for passage in passages:
        best.setdefault((passage.evidence.path, passage.evidence.item.index), passage)
    shown = tuple(best.values())[:_MOST]
    return shown, len(passages) - len(shown)
