"""Answers held against the archive, before they go out.

The mistake this began with: 'nee' to the question whether there was consultation, in a year in
which it was talked about under another name. Local words count as talk here, and are said to
be local words; a proposal of the classifier does not. What the archive cannot tell (an open
question, an answer that is left out) is no contradiction.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leaterms.assessment import Agreement, StandingAgreement, ThemedAgreement, enumerate_dutch
from leaterms.questionnaire.answer_words import load_answer_words
from leaterms.questionnaire.answers import Answer, FilledForm, Reply
from leaterms.questionnaire.grounds import Grade, Grounds, Passage, ThemeGrounds
from leaterms.questionnaire.questions import QuestionKind
from leaterms.questionnaire.wording import GRADES, PARTNERS, cite, say_read
from leaterms.structure import Item

__all__ = ["Conflict", "Contradiction", "find_contradictions"]

_MOST = 3  # passages with a contradiction; the dossier has more


class Conflict(StrEnum):
    """In what way an answer and the archive differ."""

    NO_BUT_TALKED = "nee_maar_besproken"  # statutory words, or an accepted passage
    NO_BUT_LOCAL_WORDS = "nee_maar_in_eigen_woorden_besproken"
    NO_BUT_PLANNED = "nee_maar_op_de_agenda"
    YES_BUT_NOTHING = "ja_maar_niets_gevonden"
    PARTNER_NOT_THERE = "partner_niet_aanwezig"
    NO_BUT_AGREED = "nee_maar_afspraken"
    AGREED_BUT_NOTHING = "afspraken_maar_geen_gevonden"
    PAPER_NOT_THERE = "stuk_niet_in_archief"
    MEASURABLE_BUT_NOT = "meetbaar_maar_geen_gevonden"
    NO_BUT_MEASURABLE = "nee_maar_meetbaar"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer that the archive contradicts, or that no document of it bears.

    `row` counts from 1, as Excel does. `answer` is as typed. `explanation` says in Dutch what
    the archive shows and what to do; `passages` what it rests on, each with its place.
    """

    row: int
    question: str
    theme: str
    conflict: Conflict
    answer: str
    explanation: str
    passages: tuple[str, ...]


def find_contradictions(form: FilledForm, grounds: Grounds) -> tuple[Contradiction, ...]:
    """What in `form` the archive contradicts, in the order of its rows; at most one a row."""
    checks = {
        QuestionKind.OVERLEG: _check_talk,
        QuestionKind.PARTNERS: _check_partners,
        QuestionKind.AFSPRAKEN: _check_agreements,
        QuestionKind.MEETBAAR: _check_measurable,
        QuestionKind.WAAROM_NIET: _check_reason,
    }
    found = []
    for answer in form.answers:
        question = answer.question
        check = checks.get(question.kind)
        if check is None or not question.theme:
            continue
        judged = check(answer, grounds, grounds.themes[question.theme])
        if judged is not None:
            found.append(
                Contradiction(
                    row=answer.row,
                    question=question.id,
                    theme=question.theme,
                    conflict=judged.conflict,
                    answer=answer.text,
                    explanation=judged.explanation,
                    passages=tuple(judged.passages),
                )
            )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is wrong with an answer."""

    conflict: Conflict
    explanation: str
    passages: Sequence[str] = ()


def _check_talk(answer: Answer, grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    if answer.reply in (Reply.NO, Reply.NOT_APPLICABLE):
        return _talk_denied(theme)
    if answer.reply in (Reply.YES, Reply.PARTLY) and not theme.passages:
        denials = [cite(denial) for denial in theme.assessment.denials[:_MOST]]
        said = " Een stuk zegt juist dat het niet is besproken." if denials else ""
        return _Judged(
            Conflict.YES_BUT_NOTHING,
            f"U antwoordt '{answer.reply}', maar in het archief is over '{theme.theme.label}' "
            f"niets gevonden.{said} {say_read(grounds.read, grounds.year)} Zoek het verslag erbij "
            "waaruit het overleg blijkt.",
            denials,
        )
    return None


def _talk_denied(theme: ThemeGrounds) -> _Judged | None:
    """What shows talk, or a plan for it, against the answer that there was none."""
    label = theme.theme.label
    if theme.firm:
        return _Judged(
            Conflict.NO_BUT_TALKED,
            f"U antwoordt dat er geen overleg was, maar een verslag laat zien dat over '{label}' "
            "is gesproken. Antwoord 'ja', met deze vindplaats.",
            _cited(theme.firm),
        )
    if theme.talk:
        jargon = [p for p in theme.talk if p.grade is Grade.JARGON]
        quotes = {p.evidence.mention.quote.casefold(): p.evidence.mention.quote for p in jargon}
        words = enumerate_dutch([f"'{quote}'" for quote in list(quotes.values())[:3]])
        said = (
            f"er is wel over gesproken, in eigen woorden ({words}). De inspectie ziet een risico "
            "als u 'nee' antwoordt omdat het wettelijke woord ontbreekt: dit"
            if words
            else "in de verslagen staat een passage die erover lijkt te gaan. Dit"
        )
        return _Judged(
            Conflict.NO_BUT_LOCAL_WORDS,
            f"U antwoordt dat er geen overleg was, maar {said} kan overleg over '{label}' zijn. "
            "Beoordeel de passages voordat u antwoordt.",
            _cited(theme.talk),
        )
    planned = [p for p in theme.passages if p.grade in (Grade.PLANNED, Grade.PLANNED_JARGON)]
    if planned:
        return _Judged(
            Conflict.NO_BUT_PLANNED,
            f"U antwoordt dat er geen overleg was, maar '{label}' stond op een agenda waarvan "
            "geen verslag is gevonden. Ga na of het is besproken.",
            _cited(planned),
        )
    return None


def _check_partners(answer: Answer, _grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    """Partners that are named, and were at none of the meetings on the theme."""
    meetings = {p.evidence.meeting: p.meeting for p in theme.talk}
    known = [meeting for meeting in meetings.values() if meeting.partners]
    # without a list of who was there of every meeting, nobody can be said to have been absent
    words, said = load_answer_words(), answer.text.casefold()
    if not known or len(known) < len(meetings) or words.absent.search(said):
        return None
    there = {partner for meeting in known for partner in meeting.partners}
    absent = [p for p, names in words.partners.items() if names.search(said) and p not in there]
    if not absent:
        return None
    named = enumerate_dutch([PARTNERS[partner] for partner in absent])
    dates = enumerate_dutch([f"{m.date:%d-%m-%Y}" for m in known if m.date])
    return _Judged(
        Conflict.PARTNER_NOT_THERE,
        f"U noemt {named}; die aanwezigheid blijkt niet uit de stukken van de vergaderingen "
        f"waarin dit thema is besproken ({dates}). Ga na wie er waren.",
        _cited(theme.talk),
    )


def _check_agreements(answer: Answer, grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    found = theme.assessment.agreements
    if answer.reply in (Reply.YES, Reply.PARTLY):
        return _claim(answer, grounds, theme)
    if answer.reply is Reply.NO and found:
        carried = [themed for themed in found if theme.bears(themed)]
        goes = "die over dit thema gaat" if len(found) == 1 else "zij over dit thema gaan"
        words = "" if carried else f", in eigen woorden; beoordeel of {goes}"
        stands = "staat 1 afspraak" if len(found) == 1 else f"staan {len(found)} afspraken"
        return _Judged(
            Conflict.NO_BUT_AGREED,
            f"U antwoordt dat er geen afspraken zijn, maar in de stukken van {grounds.year} "
            f"{stands} over '{theme.theme.label}'{words}.",
            _agreed(carried or found, grounds),
        )
    return None


def _claim(answer: Answer, grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    """A claim that there are agreements: whether any document bears it, or the paper named."""
    found, standing = theme.assessment.agreements, theme.assessment.standing
    label = theme.theme.label
    paper = _paper_of(answer)
    if not found and not standing:
        named = f" Het genoemde stuk ({paper}) is er niet, of noemt dit thema niet."
        about = named if paper else ""
        return _Judged(
            Conflict.AGREED_BUT_NOTHING,
            f"U noemt afspraken over '{label}', maar geen stuk in het archief bevat er een."
            f"{about} {say_read(grounds.read, grounds.year)} Voeg het stuk toe waarin zij staan.",
            _said_to_fit(theme),
        )
    if paper and not any(_names_paper(paper, s.path, s.name) for s in standing):
        return _Judged(
            Conflict.PAPER_NOT_THERE,
            f"U verwijst naar een stuk ({paper}), maar in het archief staat geen {paper} met "
            f"afspraken over '{label}'. Voeg het toe, of verwijs naar wat er wel is.",
            [*_agreed(found, grounds), *_standing(standing)][:_MOST],
        )
    return None


def _paper_of(answer: Answer) -> str:
    """The kind of paper the answer points to, '' if to none: 'convenant'."""
    named = load_answer_words().papers.search(answer.said.casefold())
    return named.group() if named else ""


def _names_paper(paper: str, path: str, name: str) -> bool:
    return _letters(paper) in _letters(f"{path} {name}")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _check_measurable(answer: Answer, grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    found = theme.assessment.measurable
    standing = [s for s in theme.assessment.standing if s.measurable]
    label = theme.theme.label
    if answer.reply in (Reply.YES, Reply.PARTLY) and not found and not standing:
        every = theme.assessment.agreements
        if not every:
            told = "er is geen afspraak gevonden"
        elif len(every) == 1:
            told = "de gevonden afspraak noemt geen getal, percentage, bedrag of datum"
        else:
            told = "de gevonden afspraken noemen geen getal, percentage, bedrag of datum"
        return _Judged(
            Conflict.MEASURABLE_BUT_NOT,
            f"U noemt meetbare afspraken over '{label}', maar {told}.",
            _agreed(every, grounds),
        )
    quantified = [themed for themed in found if _names_more_than_term(themed)]
    if answer.reply is Reply.NO and quantified:
        return _Judged(
            Conflict.NO_BUT_MEASURABLE,
            f"U antwoordt dat afspraken over '{label}' niet meetbaar zijn, maar deze noemen een "
            "getal, percentage of bedrag. Beoordeel of dat meetbare doelen zijn.",
            _agreed(quantified, grounds),
        )
    return None


_DATE = re.compile(
    r"\b\d{1,2}\s+(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}[-/.]\d{1,2}(?:[-/.]'?\d{2,4})?\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"\d|\bprocent\b|\bhelft\b|\bkwart\b", re.IGNORECASE)


def _names_more_than_term(themed: ThemedAgreement) -> bool:
    """Whether an agreement is measurable by more than the date by which to act."""
    agreement = themed.agreement
    rest = agreement.text.replace(agreement.by_when, " ") if agreement.by_when else agreement.text
    return themed.measurable and _QUANTITY.search(_DATE.sub(" ", rest)) is not None


def _check_reason(answer: Answer, grounds: Grounds, theme: ThemeGrounds) -> _Judged | None:
    """A reason that rests on agreements ('bestaande werkafspraken passen nog') needs some."""
    words, said = load_answer_words(), answer.text.casefold()
    if not words.agreements.search(said) or words.absent.search(said):
        return None
    found = theme.assessment.agreements or theme.assessment.standing
    if found or theme.assessment.still_fit:
        return None
    return _Judged(
        Conflict.AGREED_BUT_NOTHING,
        f"U noemt bestaande afspraken als reden, maar geen stuk in het archief bevat een afspraak "
        f"over '{theme.theme.label}'. {say_read(grounds.read, grounds.year)}",
    )


def _cited(passages: Sequence[Passage]) -> list[str]:
    """The best passages of different items, each with its worth."""
    best: dict[tuple[str, int], Passage] = {}
    for passage in passages:
        best.setdefault((passage.evidence.path, passage.evidence.item.index), passage)
    return [
        f"{cite(passage.evidence)}: {GRADES[passage.grade]}"
        for passage in list(best.values())[:_MOST]
    ]


def _agreed(agreements: Sequence[ThemedAgreement], grounds: Grounds) -> list[str]:
    items = {
        (result.path, item.index): item
        for result in grounds.results
        if result.record
        for item in result.record.items
    }
    return [
        f"'{' '.join(themed.agreement.text.split())}' ({', '.join(_place(themed, items))})"
        for themed in agreements[:_MOST]
    ]


def _place(themed: ThemedAgreement, items: dict[tuple[str, int], Item]) -> Iterator[str]:
    agreement: Agreement = themed.agreement
    if themed.date:
        yield f"{themed.date:%d-%m-%Y}"
    yield agreement.path
    if agreement.page is not None:
        yield f"p. {agreement.page}"
    item = items.get((agreement.path, agreement.item))
    if item is not None and item.index >= 0:
        yield f"agendapunt {item.number or item.index + 1}: {item.title}".rstrip(": ")


def _standing(standing: Sequence[StandingAgreement]) -> list[str]:
    return [
        f"'{' '.join(found.text.split())}' ({found.name or found.path}, eerder vastgelegd)"
        for found in standing[:_MOST]
    ]


def _said_to_fit(theme: ThemeGrounds) -> list[str]:
    """Sentences that only say that agreements still hold."""
    return [
        f"'{' '.join(remark.text.split())}' ({remark.path}: {remark.label})"
        for remark in theme.assessment.still_fit[:_MOST]
    ]
