"""A draft of the answer to each question, with its ground and with what is missing.

The rule: 'ja' rests on statutory words that minutes show as discussed, or on a passage that a
person accepted. Everything else is for a person to judge, and 'nee' is never drafted: that
nothing was found is said as just that.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from leaterms.assessment import Meeting, Remark, StandingAgreement, ThemedAgreement
from leaterms.questionnaire.grounds import Grade, Grounds, Passage, ThemeGrounds
from leaterms.questionnaire.questions import Question, QuestionKind, Questionnaire
from leaterms.questionnaire.wording import PARTNERS, amount, cite, listed, say_read
from leaterms.structure import Partner

__all__ = ["Draft", "Verdict", "draft_answers", "names_quantity"]

_READ_THEM = (
    "Lees de passages. Gaat het gesprek over dit thema, antwoord dan 'ja' en noem de vindplaats; "
    "de wettelijke woorden staan er niet bij."
)
_NO_IS_NOT_NOTHING = (
    "Dat leaterms niets vindt, is nog geen 'nee': ga na of er stukken ontbreken, of dat er in "
    "heel andere woorden over is gesproken."
)
_MOST = 6  # passages shown per question; the tables have them all


class Verdict(StrEnum):
    """What is drafted."""

    YES = "ja"
    PARTLY = "deels"
    TO_JUDGE = "te beoordelen"
    NOTHING = "niet gevonden, te beoordelen"
    NOT_NEEDED = "niet van toepassing"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer to one question as the documents support it.

    `answer` is the line to read, `explanation` its ground, `missing` what one has to find or
    judge; all Dutch. `passages` are the best one of each item, `more` counts those not shown.
    `carried` are the indices in `agreements` of those that 'ja' may rest on.
    """

    question: Question
    verdict: Verdict
    answer: str
    explanation: str
    passages: tuple[Passage, ...] = ()
    more: int = 0
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[ThemedAgreement, ...] = ()
    carried: tuple[int, ...] = ()
    standing: tuple[StandingAgreement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    missing: tuple[str, ...] = ()


def draft_answers(questionnaire: Questionnaire, grounds: Grounds) -> tuple[Draft, ...]:
    """A draft for each question, in their order."""
    makers = {
        QuestionKind.OVERLEG: _talk,
        QuestionKind.PARTNERS: _partners,
        QuestionKind.AFSPRAKEN: _agreements,
        QuestionKind.MEETBAAR: _measurable,
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
    if Grade.PLANNED in grades or Grade.PLANNED_JARGON in grades:
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
    lacking = [PARTNERS[p] for p in theme.assessment.required if p not in there]
    if not lacking:
        return ()
    return (f"Bij deze vergaderingen waren volgens de stukken niet aanwezig: {listed(lacking)}.",)


def _partners(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    meetings = _meetings_of(theme.firm or theme.talk)
    there = tuple(p for p in Partner if any(p in meeting.partners for meeting in meetings))
    named = listed([PARTNERS[partner] for partner in there])
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


def _agreements(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    found = theme.assessment.agreements
    carried = _carried(theme)
    standing = theme.assessment.standing
    remarks = theme.assessment.still_fit
    if carried:
        count = amount(len(carried), "afspraak", "afspraken")
        return Draft(
            question,
            Verdict.YES,
            "Ja",
            f"In {grounds.year} is over dit thema vastgelegd: {count} waarbij het thema in "
            "wettelijke woorden is genoemd.",
            agreements=found,
            carried=carried,
            standing=standing,
            remarks=remarks,
        )
    if found or standing or remarks:
        told = []
        if found:
            told.append(
                f"{amount(len(found), 'afspraak', 'afspraken')} gaan over dit thema in eigen "
                "woorden"
                if len(found) > 1
                else "1 afspraak gaat over dit thema in eigen woorden"
            )
        if standing:
            told.append("er zijn eerdere afspraken die nog kunnen gelden")
        if remarks:
            told.append("een stuk zegt dat bestaande afspraken nog passen")
        text = "; ".join(told)
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen",
            f"{text[0].upper()}{text[1:]}.",
            agreements=found,
            standing=standing,
            remarks=remarks,
            missing=("Beoordeel of dit afspraken over het wettelijke thema zijn.",),
        )
    return Draft(
        question,
        Verdict.NOTHING,
        "Geen afspraken gevonden (te beoordelen)",
        f"In de stukken is geen afspraak over dit thema gevonden. "
        f"{say_read(grounds.read, grounds.year)}",
        missing=("Ga na of afspraken elders zijn vastgelegd: een convenant, een LEA-plan.",),
    )


def _measurable(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    found = theme.assessment.agreements
    carried = _carried(theme)
    measured = [i for i in carried if names_quantity(found[i])]
    if carried and measured:
        whole = len(measured) == len(carried)
        return Draft(
            question,
            Verdict.YES if whole else Verdict.PARTLY,
            "Ja" if whole else "Deels",
            f"{len(measured)} van de {len(carried)} afspraken in wettelijke woorden noemen een "
            "percentage of bedrag.",
            agreements=tuple(found[i] for i in measured),
            carried=tuple(range(len(measured))),
            missing=("Ga na of het doel zelf is gemeten, en wat de uitkomst was.",),
        )
    checkable = theme.assessment.measurable
    if checkable:
        return Draft(
            question,
            Verdict.TO_JUDGE,
            "Te beoordelen",
            "Deze afspraken noemen een getal, bedrag, termijn of datum. Een termijn maakt een "
            "afspraak controleerbaar, maar is nog geen meetbaar doel.",
            agreements=checkable,
            missing=("Beoordeel of dit meetbare doelen over het wettelijke thema zijn.",),
        )
    none = "geen afspraak gevonden" if not found else "wel een afspraak gevonden, geen meetbare"
    return Draft(
        question,
        Verdict.NOTHING,
        "Geen meetbare afspraak gevonden (te beoordelen)",
        f"Over dit thema is in {grounds.year} {none}. {say_read(grounds.read, grounds.year)}",
    )


def _why_not(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    grounds_told = theme.assessment.grounds
    if theme.firm and _carried(theme):
        return Draft(
            question,
            Verdict.NOT_NEEDED,
            "Niet van toepassing",
            "Er is overlegd en er zijn afspraken gemaakt; zie de vragen hierboven.",
        )
    told = [f"Een stuk zegt: {cite(denial)}." for denial in theme.assessment.denials]
    talk = (
        "Let op: er is wel over gesproken. Antwoord niet dat er geen overleg was."
        if theme.firm
        else "Let op: in eigen woorden is er mogelijk wel over gesproken. Beoordeel die "
        "passages eerst, en antwoord niet 'nee' omdat het wettelijke woord ontbreekt."
        if theme.passages
        else ""
    )
    missing = tuple(part for part in (talk, *told) if part)
    if grounds_told or told:
        labels = listed(list(dict.fromkeys(remark.label for remark in grounds_told)))
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
        carried=_carried(theme),
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
        f"Van deze vergaderingen van het LEA-overleg is een stuk gelezen. "
        f"{say_read(grounds.read, grounds.year)}",
        meetings=grounds.meetings,
        missing=("Vul aan met vergaderingen waarvan geen stuk in het archief staat.",),
    )


def _carried(theme: ThemeGrounds) -> tuple[int, ...]:
    """The indices of the agreements that 'ja' may rest on."""
    return tuple(n for n, found in enumerate(theme.assessment.agreements) if theme.bears(found))


_QUANTITY = re.compile(r"\d\s?%|\bprocent\b|€\s?\d|\d\s?euro\b", re.IGNORECASE)


def names_quantity(themed: ThemedAgreement) -> bool:
    """Whether an agreement names a share or an amount: more than a term in which to act."""
    return themed.measurable and _QUANTITY.search(themed.agreement.text) is not None


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
