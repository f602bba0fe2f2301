"""The `why` of an agreement: one Dutch line that a policy adviser understands."""

from leaterms.assessment.agreement_model import Verdict

__all__ = ["explain"]

# the first that was seen is named
_SETTLED = {
    "opening": "staat achter een woord als 'Besluit:' of 'Actie:'",
    "labelled": "staat onder een kop als 'Afspraken:'",
    "listed": "staat in een lijst of kolom van acties of besluiten",
    "adopted": "een verslag of stuk wordt vastgesteld",
    "moved": "wordt verplaatst naar een genoemde dag, maand of vergadering",
    "settled": "een vaste wending legt het vast, zoals 'afgesproken' of 'stemt in'",
}
_LIKELY = {
    "entry of decisions": "is een regel van een besluitenlijst",
    "act of person": "iemand neemt het op zich",
    "act of group": "een organisatie of groep neemt het op zich",
    "act of we": "de tafel neemt het op zich",
    "act of pronoun": "iemand neemt het op zich",
    "ends in act": "iemand neemt het op zich",
    "among decisions": "staat in een besluitenlijst",
    "outcome": "staat achter een woord als 'Conclusie:'",
    "from now on": "zegt wat voortaan geldt",
    "firm deadline": "noemt wanneer het klaar is",
}


def explain(verdict: Verdict) -> str:
    """'Iemand neemt het op zich; daarop wijzen 'belt' en 'vóór'', by what shows it."""
    cues = verdict.read.cues
    grounds = [text for cue, text in (_SETTLED | _LIKELY).items() if cue in cues][:1]
    if verdict.words and not cues & _SETTLED.keys():
        told = " en ".join(f"'{word}'" for word in verdict.words)
        one = len(verdict.words) == 1
        grounds.append(f"daarop wijst het woord {told}" if one else f"daarop wijzen {told}")
    found = "; ".join(grounds) or "lijkt op afspraken in andere verslagen"
    return found[0].upper() + found[1:]
