"""Agreements: sentences and table cells that record what was agreed, decided or taken on.

Source: annotation guideline, 'Agreement'. Some words settle it ('Besluit:', 'stemt in met');
the form of a sentence only makes it likely ('Ruben vult de vragenlijst in.'), and there what
stands around it tells: a date by which, its place at the end of an item, the sentence before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.cues import Cues, load_cues
from leaterms.assessment.measures import (
    find_deadline,
    is_firm,
    is_measurable,
    names_amount,
    names_date,
)
from leaterms.assessment.passages import Passage, find_passages
from leaterms.detection import Mention
from leaterms.reading import BlockKind, place_at
from leaterms.structure import Item, Kind, MeetingRecord

__all__ = ["Agreement", "find_agreements"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, decision or action.

    `start` and `end` are offsets in the item's text, so that `text[start:end]` is the
    agreement's `text`: the sentence, or the cell or bullet. `page` counts from 1, None for a
    DOCX. `themes` are those of the mentions inside. `measurable` means that it names a number,
    share, amount, date or term of what is agreed. `who` and `by_when` are as printed, ''
    where it does not say.
    """

    path: str
    item: int
    page: int | None
    start: int
    end: int
    text: str
    themes: tuple[str, ...]
    measurable: bool
    who: str
    by_when: str


# What makes an agreement likely, and from where it is taken for one. Chosen on annotated
# minutes of half the municipalities at hand, and kept coarse: halves and wholes.
_SETTLED = 4.0
_ACTION = 1.5
_ACT = 1.0
_CHANGE = 0.5
_FIRM_DEADLINE = 1.5
_LOOSE_DEADLINE = 1.0
_BY_SOMEONE_PRESENT = 0.5
_SHORT = 0.5  # 'Kees belt de school.'
_AFTER_AGREEMENT = 1.0
_OWN_PARAGRAPH = 1.0
_LAST = 0.5
_IN_DECISION_LIST = 2.5
_NARRATES = -2.5
_SPOKEN = -0.5
_MARGINAL_ITEM = -0.5
_NO_MINUTES = -1.0
_ENOUGH = 2.5
_FEW = 8  # words


def find_agreements(results: Sequence[FileResult]) -> tuple[Agreement, ...]:
    """The agreements of all readable documents but agendas, by path, item and place.

    An agenda holds none: it shows what is meant to be talked about.
    """
    return tuple(
        agreement
        for result in sorted(results, key=lambda result: result.path)
        for agreement in find_agreements_in(result)
    )


def find_agreements_in(result: FileResult) -> tuple[Agreement, ...]:
    """The agreements of one document, by item and place; none of an agenda."""
    record = result.record
    if record is None or record.kind is Kind.AGENDA:
        return ()
    cues = load_cues()
    people = _people(record)
    has_items = any(item.index >= 0 for item in record.items)
    found: list[Agreement] = []
    for item, passages in find_passages(record, cues):
        if item.index < 0 and has_items:
            continue  # title, date and attendance
        mentions = [m for m in result.mentions if m.item == item.index and not m.in_heading]
        chosen = _Judge(cues, item.title.casefold(), record.kind, people).choose(passages)
        found.extend(_agreement(result.path, item, p, mentions, cues) for p in chosen)
    return tuple(found)


def _people(record: MeetingRecord) -> frozenset[str]:
    """Words that name someone present: of the attendance, else of the text before the items."""
    names = [f"{who.name} {who.organisation}" for who in record.attendees]
    if not names:
        names = [item.text for item in record.items if item.index < 0]
    words = {word for name in names for word in re.findall(r"\b[A-Z][\w'-]+", name)}
    # 'Gerard van Ewijk' is 'GvE' in the text
    parts = (re.findall(r"[^\W\d_][\w'’-]*", who.name) for who in record.attendees)
    short = {"".join(word[0] for word in name) for name in parts if len(name) > 1}
    return frozenset(words | short)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Weighs the sentences of one item; `title` is in lower case."""

    cues: Cues
    title: str
    kind: Kind
    people: frozenset[str]

    def choose(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """The passages that record an agreement, in order."""
        block = -1  # of the passage before, if that is an agreement
        for passage in passages:
            follows = passage.block == block
            taken = self._score(passage, follows=follows) >= _ENOUGH
            if taken:
                yield passage
            block = passage.block if taken else -1

    def _score(self, passage: Passage, *, follows: bool) -> float:
        """How much speaks for an agreement; see the constants above."""
        speaker = _SPEAKER.match(passage.text)
        text = passage.text.casefold()
        opening = self.cues.opening.match(text)
        if speaker and not opening:
            text = text[speaker.end() :]
        said = text[opening.end() :] if opening else text
        blocked = self.cues.block.search(passage.text.casefold())
        if blocked or _is_empty(said) or text.endswith("?"):
            return 0.0
        if opening or self._is_listed(passage) or self._is_settled(text):
            return _SETTLED
        if passage.column == "other":
            return 0.0
        score = self._of_words(text, passage.text[-len(text) :]) + self._of_place(passage)
        if follows:
            score += _AFTER_AGREEMENT
        if speaker:
            score += _SPOKEN
        return score

    def _is_listed(self, passage: Passage) -> bool:
        """Whether its place in a table or list makes it an agreement."""
        if passage.column:
            # what follows in a cell may explain: 'Het tweede zie punt 2.'
            return passage.column == "agreement" and (
                passage.opens or self._of_words(passage.text.casefold(), passage.text) > 0
            )
        return self.cues.list_title.match(self.title) is not None and passage.kind in (
            BlockKind.ROW,
            BlockKind.BULLET,
        )

    def _is_settled(self, text: str) -> bool:
        """Whether the words alone settle it, and are not what someone asks, wants or tells."""
        formula = self.cues.formula.search(text)
        if formula:
            others = (self.cues.narration.search(text), self.cues.state.search(text))
            if all(other is None or formula.start() <= other.start() for other in others):
                return True
        move = self.cues.move.search(text)
        if move and names_date(text[move.start() : move.end() + 45]):
            clause = re.split(r"[,;]", text[: move.start()])[-1]
            if not self.cues.narration.search(clause):
                return True
        adoption = self.cues.adoption.search(text)
        if not adoption or len(text) > 160:
            return False
        of_minutes = self.cues.minutes_title.match(self.title) or _MINUTES_WORD.search(text)
        return of_minutes is not None or (len(text) <= 40 and "vastgesteld" in text)

    def _of_words(self, text: str, printed: str) -> float:
        """What the sentence itself says: who does what, and by when."""
        action = self.cues.action.search(text, 0, 160)
        change = self.cues.change.search(text, 0, 160)
        first = min((m.start() for m in (action, change) if m), default=len(text))
        deadline = find_deadline(printed)
        score = 0.0
        if self._narrates(text, min(first, 60), firm=is_firm(deadline)):
            score += _NARRATES
        elif action and len(text[: action.start()].split()) <= 6:
            score += _ACTION
            if self._is_someone(printed[: action.start()]):
                score += _BY_SOMEONE_PRESENT
                score += _SHORT if len(text.split()) <= _FEW else 0.0
        elif is_firm(deadline) and self._acts(printed):
            score += _ACT
        elif change and len(text[: change.start()].split()) <= 8:
            score += _CHANGE
        if deadline:
            score += _FIRM_DEADLINE if is_firm(deadline) else _LOOSE_DEADLINE
        return score

    def _acts(self, printed: str) -> bool:
        """Whether someone present does something, as in 'Floor koopt vóór mei de tassen'."""
        acting = _ACTING.match(printed)
        return acting is not None and self._is_someone(acting["who"])

    def _narrates(self, text: str, until: int, *, firm: bool) -> bool:
        """Whether the sentence tells, asks or wants before it comes to an action."""
        told = self.cues.narration.search(text)
        state = self.cues.state.search(text)
        if told and told.start() <= until:
            return True
        return state is not None and state.start() < until and not firm

    def _is_someone(self, subject: str) -> bool:
        """Whether the words before the verb name someone present, or the speaker."""
        words = re.findall(r"[\w'-]+", subject)
        spoken = len(words) == 1 and words[0].casefold() in ("ik", "we", "wij")
        return spoken or any(word in self.people for word in words)

    def _is_entry(self, passage: Passage) -> bool:
        """Whether it begins with a number or letter, as the entries of a list do."""
        return _ENTRY.match(passage.text) is not None

    def _of_place(self, passage: Passage) -> float:
        """What speaks for it in where it stands."""
        score = 0.0
        leftover = self.cues.leftover_title.match(self.title)
        if self.kind is Kind.BESLUITENLIJST and not leftover:
            own = passage.kind in (BlockKind.ROW, BlockKind.BULLET)
            own = own or (passage.opens and self._is_entry(passage))
            score += _IN_DECISION_LIST if own else _IN_DECISION_LIST / 2
        if self.kind is Kind.OTHER:
            score += _NO_MINUTES
        if passage.opens and passage.block > 0:
            score += _OWN_PARAGRAPH
        if passage.closes and passage.block == passage.blocks - 1:
            score += _LAST
        if self.cues.margin_title.match(self.title):
            score += _MARGINAL_ITEM
        return score


_SPEAKER = re.compile(r"(?:[A-Z][\w.'-]*\s*|van |van de[nr]? |de |el |ter )+:\s+(?=\S)")
_ENTRY = re.compile(r"\(?(?:[a-z]|\d{1,4}(?:[-./]\d{1,3})?)[.)]?\s+[^\W\d]")  # '25-3 De besturen'
_ENTRY_MARK = re.compile(r"\(?\d{1,4}[-./]\d{1,3}[.)]?\s+(?=[^\W\d])")
_COUNT = re.compile(r"\W*(?:afspraak|actie|actiepunt|besluit)\s+(?:nr\.?\s*)?\d+[\w.-]*\s*:")
_ACTING = re.compile(
    r"(?:[Dd]e heer |[Mm]evrouw |[Ww]ethouder |mw\. |dhr\. )?"
    r"(?!(?:De|Het|Een|Er|Dit|Dat|Die|Deze|In|Op|Voor|Bij|Van|Per|Na)\b)"
    r"(?P<who>[A-ZÀ-Ý][\w'’-]*(?:\s(?:van|de|den|der|ten|ter|[A-ZÀ-Ý][\w'’-]*))*"
    r"(?:(?:,\s|\sen\s)[A-ZÀ-Ý][\w'’-]*)*)"
    r"\s(?!met\b|niet\b|dat\b|het\b|uit\b|en\b|tegen\b)(?:[a-zà-ÿ]+t|[a-zà-ÿ]{3,}en)\b"
)
_EMPTY = re.compile(
    r"\W*(?:(?:geen|niets)(?:\s+nieuwe)?(?:\s+(?:afspra|besluit|actie)\w*)?|n\.?v\.?t\.?|"
    r"niet van toepassing|idem|zie .{0,20})?\W*$"
)
_MINUTES_WORD = re.compile(r"\b(?:verslag|notulen|besluitenlijst)\b")


def _is_empty(text: str) -> bool:
    """Whether it holds nothing to agree on: '-', 'n.v.t.', a bare number."""
    return _EMPTY.match(text) is not None or not re.search(r"[^\W\d_]{3}", text)


def _agreement(
    path: str, item: Item, passage: Passage, mentions: Iterable[Mention], cues: Cues
) -> Agreement:
    inside = [m for m in mentions if m.start < passage.end and passage.start < m.end]
    inside.sort(key=lambda m: (m.start, m.end))
    by_when = find_deadline(passage.text) or passage.when
    return Agreement(
        path=path,
        item=item.index,
        page=place_at(item.text_sources, passage.start).page if item.text_sources else None,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        themes=tuple(dict.fromkeys(m.theme for m in inside)),
        measurable=_measures(passage, item.title.casefold(), cues),
        who=passage.who or _who(passage.text, cues),
        by_when=by_when,
    )


def _measures(passage: Passage, title: str, cues: Cues) -> bool:
    """Whether it can be checked; adopting minutes is a decision without measure."""
    text = passage.text.casefold()
    of_minutes = cues.minutes_title.match(title) or _MINUTES_WORD.search(text)
    if of_minutes and cues.adoption.search(text):
        return names_amount(text)
    return is_measurable(_ENTRY_MARK.sub("", _COUNT.sub("", text))) or names_date(passage.when)


_TRAILING = re.compile(r"\((?P<who>[A-Z][^()\d]{0,40})\)\W*$")


def _who(text: str, cues: Cues) -> str:
    """Who does it, as printed: 'Actie Ruben: ...', '... (Bea)', 'AK en RH maken ...'."""
    opening = cues.opening.match(text.casefold())
    if opening and len(opening.group()) <= len(text):
        named = opening.group("rest") or opening.group("who") or ""
        name = text[opening.start() : opening.end()].rstrip(": ")[-len(named.strip()) :]
        if named.strip() and not re.search(r"\d", named):
            return name.strip()
        text = text[opening.end() :]
    trailing = _TRAILING.search(text)
    if trailing:
        return trailing["who"].strip()
    verb, change = (cue.search(text.casefold()) for cue in (cues.action, cues.change))
    if not verb or (change and change.start() < verb.start()):
        return ""
    subject = text[: verb.start()].strip()
    return subject if 0 < len(subject.split()) <= 6 else ""
