"""The dossier: per question the drafted answer and its evidence, as texts ready to print.

Word and HTML show the same values; persons are left out here, so that no form of the dossier
can forget to.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from leaterms.assessment import Agreement, Remark, StandingAgreement, ThemedAgreement
from leaterms.questionnaire.draft import Draft, Verdict
from leaterms.questionnaire.grounds import Grade, Grounds, Passage
from leaterms.questionnaire.pseudonyms import Pseudonyms
from leaterms.questionnaire.questions import QuestionKind, Questionnaire
from leaterms.questionnaire.wording import GRADES, say_meeting, say_partners, say_place, say_read
from leaterms.reading import place_at

__all__ = ["Dossier", "Entry", "Quote", "Section", "Table", "compose_dossier"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: its sentence in three parts, the words that carry the theme in the middle.

    `source` is where it stands, `worth` what an answer may rest on it for, `present` who was
    at the meeting.
    """

    before: str
    words: str
    after: str
    source: str
    worth: str
    present: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, column headings and rows of as many cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with its draft. `more` counts passages that are not shown."""

    question: str
    verdict: Verdict
    answer: str
    explanation: str
    quotes: tuple[Quote, ...]
    more: int
    tables: tuple[Table, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The questions on one theme; `law` is the article that names it, '' of no theme."""

    heading: str
    law: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a dossier shows, in its order; `overview` has one row for each theme."""

    title: str
    intro: tuple[str, ...]
    note: str
    overview: Table
    sections: tuple[Section, ...]
    read: tuple[str, ...]
    files: tuple[Table, ...]


def compose_dossier(
    questionnaire: Questionnaire,
    drafts: Sequence[Draft],
    grounds: Grounds,
    *,
    pseudonymise: bool = False,
) -> Dossier:
    """The dossier of `drafts`.

    Args:
        questionnaire: the questions, of which `drafts` are the answers in order.
        drafts: a draft for each question.
        grounds: what they rest on.
        pseudonymise: leave persons out, also those who accepted passages.
    """
    writer = _Writer(grounds, hidden=pseudonymise)
    by_id = {draft.question.id: draft for draft in drafts}
    sections = tuple(
        writer.section(theme, [by_id[question.id] for question in questions])
        for theme in ("", *questionnaire.themes)
        if (questions := questionnaire.of_theme(theme))
    )
    town = f"gemeente {grounds.municipality}" if grounds.municipality else "gemeente onbekend"
    dossier = Dossier(
        title=f"{questionnaire.title} {grounds.year}: {town}",
        intro=(*(" ".join(p.split()) for p in _INTRO.split("\n\n")), *_hidden(pseudonymise)),
        note=questionnaire.note,
        overview=_overview(questionnaire, by_id, sections),
        sections=sections,
        read=(say_read(grounds.read, grounds.year),),
        files=tuple(writer.files()),
    )
    return _hide(dossier, Pseudonyms.of(grounds.results)) if pseudonymise else dossier


_INTRO = """
Dit dossier is een concept. Het is gemaakt door leaterms uit de verslagen en agenda's in het
archief, en is een indicatie: lees de passages voordat u een antwoord overneemt.

'Ja' staat er alleen waar een verslag het thema in wettelijke woorden als besproken laat zien, of
waar iemand een passage heeft aangenomen. Eigen woorden en vondsten van het taalmodel zijn 'te
beoordelen'. 'Nee' staat er nooit: waar niets is gevonden, staat dat er.
"""


def _hidden(hidden: bool) -> tuple[str, ...]:  # noqa: FBT001 - one switch, one sentence
    text = (
        "Namen van personen zijn vervangen door hun rol, zoals [wethouder]. Dat is geen "
        "anonimisering: lees het dossier na voordat u het deelt."
    )
    return (text,) if hidden else ()


_COLUMNS = {
    QuestionKind.OVERLEG: "Overleg",
    QuestionKind.PARTNERS: "Met wie",
    QuestionKind.AFSPRAKEN: "Afspraken",
    QuestionKind.MEETBAAR: "Meetbaar",
    QuestionKind.WAAROM_NIET: "Waarom niet",
    QuestionKind.VRIJ: "Overig",
}


def _overview(
    questionnaire: Questionnaire, drafts: dict[str, Draft], sections: Sequence[Section]
) -> Table:
    """A row for each theme, a column for each kind of question that there is on a theme."""
    asked = {question.kind for question in questionnaire.questions if question.theme}
    kinds = [kind for kind in QuestionKind if kind in asked]
    headings = [section.heading for section in sections if section.law]
    return Table(
        "De conceptantwoorden per thema",
        ("Thema", *(_COLUMNS[kind] for kind in kinds)),
        tuple(
            (
                heading,
                *(
                    "; ".join(
                        drafts[question.id].verdict
                        for question in questionnaire.of_theme(theme)
                        if question.kind is kind
                    )
                    or "niet gevraagd"
                    for kind in kinds
                ),
            )
            for theme, heading in zip(questionnaire.themes, headings, strict=True)
        ),
    )


def _hide(value: T, names: Pseudonyms) -> T:
    """`value` with the persons left out of every text in it, at any depth."""
    hidden: object = value
    if isinstance(value, str) and not isinstance(value, Verdict):
        hidden = names.hide(value)
    elif isinstance(value, tuple):
        hidden = tuple(_hide(part, names) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        hidden = replace(
            value, **{f.name: _hide(getattr(value, f.name), names) for f in fields(value)}
        )
    return cast("T", hidden)


class _Writer:
    """Puts drafts into words."""

    def __init__(self, grounds: Grounds, *, hidden: bool) -> None:
        self._grounds = grounds
        self._hidden = hidden
        self._items = {
            (result.path, item.index): item
            for result in grounds.results
            if result.record
            for item in result.record.items
        }

    def section(self, theme: str, drafts: Sequence[Draft]) -> Section:
        """The entries on one theme; '' for those on none."""
        entries = tuple(self._entry(draft) for draft in drafts)
        if not theme:
            return Section("Het overleg", "", entries)
        found = self._grounds.themes[theme].theme
        return Section(f"{found.label[0].upper()}{found.label[1:]}", found.law, entries)

    def _entry(self, draft: Draft) -> Entry:
        return Entry(
            question=draft.question.ask(self._grounds.year),
            verdict=draft.verdict,
            answer=draft.answer,
            explanation=draft.explanation,
            quotes=tuple(self._quote(passage) for passage in draft.passages),
            more=draft.more,
            tables=tuple(table for table in self._tables(draft) if table.rows),
            missing=draft.missing,
        )

    def _quote(self, passage: Passage) -> Quote:
        evidence = passage.evidence
        before, words, after = _parts(passage)
        worth = GRADES[passage.grade]
        if passage.accepted_by:
            who = "een medewerker" if self._hidden else passage.accepted_by
            worth += f" door {who}" if passage.grade is Grade.ACCEPTED else ""
        return Quote(
            before=before,
            words=words,
            after=after,
            source=f"{evidence.date:%d-%m-%Y}, {evidence.path}, {say_place(evidence)}",
            worth=f"{worth}; vermelding {passage.id}",
            present=say_partners(passage.meeting.partners),
        )

    def _tables(self, draft: Draft) -> Iterator[Table]:
        yield Table(
            "Vergaderingen",
            ("Vergadering", "Aanwezig"),
            tuple((say_meeting(m), say_partners(m.partners)) for m in draft.meetings)
            if not draft.passages
            else (),
        )
        yield Table(
            "Afspraken van dit jaar",
            ("Afspraak", "Wie, wanneer", "Meetbaar", "Woorden", "Vindplaats"),
            tuple(
                self._agreement(themed, carried=number in draft.carried)
                for number, themed in enumerate(draft.agreements)
            ),
        )
        yield Table(
            "Eerdere afspraken die nog kunnen gelden",
            ("Afspraak", "Meetbaar", "Vindplaats"),
            tuple(
                (found.text, _yes(found.measurable), self._of_standing(found))
                for found in draft.standing
            ),
        )
        yield Table(
            "Wat de stukken zelf zeggen",
            ("Zin", "Gelezen als", "Vindplaats"),
            tuple(
                (found.text, found.label, self._source(found, found.date))
                for found in draft.remarks
            ),
        )

    def _agreement(self, themed: ThemedAgreement, *, carried: bool) -> tuple[str, ...]:
        agreement = themed.agreement
        who = ", ".join(part for part in (agreement.who, agreement.by_when) if part)
        return (
            agreement.text,
            who or "niet genoemd",
            _yes(agreement.measurable),
            "wettelijk of aangenomen" if carried else "eigen woorden",
            self._source(agreement, themed.date),
        )

    def _of_standing(self, standing: StandingAgreement) -> str:
        place = self._source(standing, standing.date)
        return f"{standing.name}: {place}" if standing.name else place

    def _source(self, found: Agreement | StandingAgreement | Remark, date: dt.date | None) -> str:
        """'15-03-2022, verslag.pdf, p. 3, agendapunt 4: Peuters'."""
        parts = [f"{date:%d-%m-%Y}" if date else "zonder datum", found.path]
        item = self._items.get((found.path, found.item))
        if found.page is not None:
            parts.append(f"p. {found.page}")
        elif item and item.text_sources and not isinstance(found, StandingAgreement):
            paragraph = place_at(item.text_sources, found.start).paragraph
            parts += [f"alinea {paragraph}"] if paragraph is not None else []
        if item and item.index >= 0:
            parts.append(f"agendapunt {item.number or item.index + 1}: {item.title}".rstrip(": "))
        return ", ".join(parts)

    def files(self) -> Iterator[Table]:
        """What was read for the year, and what was not."""
        grounds = self._grounds
        yield Table(
            f"Vergaderingen van het LEA-overleg in {grounds.year} waarvan een stuk is gelezen",
            ("Vergadering", "Aanwezig", "Stukken die tellen"),
            tuple(
                (say_meeting(m), say_partners(m.partners), "; ".join(m.counted))
                for m in grounds.meetings
            ),
        )
        yield Table(
            "Bestanden die niet konden worden gelezen",
            ("Bestand", "Wat u kunt doen"),
            tuple((result.path, result.error) for result in grounds.read.unread),
        )
        yield Table(
            "Stukken van het LEA-overleg zonder datum",
            ("Bestand", "Wat u kunt doen"),
            tuple(
                (result.path, "Zet de datum in correcties.yaml (zie de handleiding).")
                for result in grounds.read.undated
            ),
        )


def _parts(passage: Passage) -> tuple[str, str, str]:
    """The sentence around a mention: before it, its words, after it."""
    evidence = passage.evidence
    mention = evidence.mention
    text = evidence.item.title if mention.in_heading else evidence.item.text
    # the sentence that holds the mention, not an equal one elsewhere in the item
    start = text.rfind(mention.sentence, 0, mention.start + len(mention.sentence))
    if start < 0 or start > mention.start or start + len(mention.sentence) < mention.end:
        return "", mention.quote, ""
    end = start + len(mention.sentence)
    return text[start : mention.start], mention.quote, text[mention.end : end]


def _yes(value: bool) -> str:  # noqa: FBT001 - a cell of a table
    return "ja" if value else "nee"
