"""An assessment in a few sentences of plain Dutch, for who has to answer the questionnaire."""

from collections.abc import Sequence

from leaterms.assessment.assessment import Assessment
from leaterms.assessment.risk import Risk
from leaterms.structure import Partner

__all__ = ["enumerate_dutch", "explain", "name_partners", "say_number"]

_RISKS = {
    Risk.NONE: "geen risico",
    Risk.LOW: "laag risico",
    Risk.MEDIUM: "middelgroot risico",
    Risk.HIGH: "hoog risico",
    Risk.UNKNOWN: "risico onbekend",
}
_NUMBERS = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
_PARTNERS = {
    Partner.GEMEENTE: "de gemeente",
    Partner.SCHOOLBESTUUR: "een schoolbestuur",
    Partner.KINDEROPVANG: "de kinderopvang",
}


def say_number(count: int, one: str, more: str) -> str:
    """'één vergadering', 'vijf vergaderingen', '14 vergaderingen'."""
    word = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{word} {one if count == 1 else more}"


def enumerate_dutch(parts: Sequence[str]) -> str:
    """'a', 'a en b', 'a, b en c'; '' of none."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def name_partners(partners: Sequence[Partner]) -> str:
    """'de gemeente en een schoolbestuur'."""
    return enumerate_dutch([_PARTNERS[partner] for partner in partners])


def explain(assessment: Assessment) -> str:
    """The whole of `assessment` (its own `explanation` aside); it begins with 'Indicatie: '."""
    reason = assessment.reason.removeprefix("Indicatie: ")
    said = [f"Indicatie: {_RISKS[assessment.risk]}.", reason]
    if assessment.meetings:
        said.append(f"Het thema komt voor in {_share(assessment)} ({_levels(assessment)}).")
    said.append(assessment.overleg_ground)
    if assessment.missing and name_partners(assessment.missing) not in reason:
        said.append(f"De aanwezigheid van {name_partners(assessment.missing)} blijkt niet.")
    said.append(_agreed(assessment))
    if assessment.standing:
        count = len(assessment.standing)
        number = say_number(count, "afspraak", "afspraken")
        said.append(
            f"Er {_are(count)} {number} van eerdere jaren, of uit een convenant of plan; ga na "
            f"of die nog {'geldt' if count == 1 else 'gelden'}."
        )
    if assessment.still_fit:
        said.append("De stukken zeggen dat bestaande afspraken nog passen.")
    if assessment.grounds:
        labels = dict.fromkeys(remark.label for remark in assessment.grounds)
        said.append(
            f"Als reden om (een deel) niet te bespreken noemen de stukken: {'; '.join(labels)}."
        )
    return " ".join(sentence for sentence in said if sentence)


def _share(assessment: Assessment) -> str:
    """'2 van de 5 vergaderingen'."""
    if assessment.held == 1:
        return "de enige vergadering van dat jaar"
    return f"{assessment.meetings} van de {assessment.held} vergaderingen"


def _levels(assessment: Assessment) -> str:
    """'2 bestuurlijk en 1 ambtelijk'."""
    counts = {
        "bestuurlijk": assessment.bestuurlijk,
        "ambtelijk": assessment.ambtelijk,
        "onbekend op welk niveau": assessment.onbekend,
    }
    return enumerate_dutch([f"{count} {level}" for level, count in counts.items() if count])


def _agreed(assessment: Assessment) -> str:
    count, measurable = len(assessment.agreements), len(assessment.measurable)
    if not count:
        return "Er is geen afspraak over gevonden." if assessment.meetings else ""
    number = say_number(count, "afspraak", "afspraken")
    if count == 1:
        checked = "die is meetbaar" if measurable else "die is niet meetbaar"
    elif measurable in (0, count):
        checked = "alle zijn meetbaar" if measurable else "geen daarvan is meetbaar"
    else:
        checked = f"{measurable} daarvan {_are(measurable)} meetbaar"
    return f"Er {_are(count)} {number} over gevonden; {checked}."


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"
