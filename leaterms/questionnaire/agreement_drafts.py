"""Drafts of the answers on agreements: what was agreed, and can it be measured."""

import re

from leaterms.assessment import ThemedAgreement
from leaterms.questionnaire.draft import Draft, Verdict
from leaterms.questionnaire.grounds import Grounds, ThemeGrounds
from leaterms.questionnaire.questions import Question
from leaterms.questionnaire.wording import amount, say_read

__all__ = ["carried_by", "draft_agreements", "draft_measurable", "names_quantity"]


def draft_agreements(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    """Whether something was agreed on the theme."""
    found = theme.assessment.agreements
    carried = carried_by(theme)
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


def draft_measurable(question: Question, grounds: Grounds, theme: ThemeGrounds) -> Draft:
    """Whether what was agreed can be measured."""
    found = theme.assessment.agreements
    carried = carried_by(theme)
    measured = [i for i in carried if names_quantity(found[i])]
    if carried and measured:
        whole = len(measured) == len(carried)
        count = amount(len(carried), "afspraak", "afspraken")
        share = count if whole else f"{len(measured)} van de {count}"
        verb = "noemt" if len(measured) == 1 else "noemen"
        return Draft(
            question,
            Verdict.YES if whole else Verdict.PARTLY,
            "Ja" if whole else "Deels",
            f"{share} in wettelijke woorden {verb} een percentage of bedrag.",
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
    none = f"is in {grounds.year} geen afspraak gevonden"
    if found:
        several = f"zijn in {grounds.year} wel afspraken gevonden, geen meetbare"
        one = f"is in {grounds.year} wel een afspraak gevonden, geen meetbare"
        none = one if len(found) == 1 else several
    return Draft(
        question,
        Verdict.NOTHING,
        "Geen meetbare afspraak gevonden (te beoordelen)",
        f"Over dit thema {none}. {say_read(grounds.read, grounds.year)}",
    )


def carried_by(theme: ThemeGrounds) -> tuple[int, ...]:
    """The indices of the agreements that 'ja' may rest on."""
    return tuple(n for n, found in enumerate(theme.assessment.agreements) if theme.bears(found))


_QUANTITY = re.compile(r"\d\s?%|\bprocent\b|€\s?\d|\d\s?euro\b", re.IGNORECASE)


def names_quantity(themed: ThemedAgreement) -> bool:
    """Whether an agreement names a share or an amount: more than a term in which to act."""
    return themed.measurable and _QUANTITY.search(themed.agreement.text) is not None
