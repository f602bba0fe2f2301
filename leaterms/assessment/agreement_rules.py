"""The rules by which a sentence, bullet or cell is taken for an agreement.

Source: annotation guideline, 'Agreement'. Some words settle it ('Besluit:', 'stemt in met');
the form of a sentence only makes it likely ('Ruben vult de vragenlijst in.'), and there what
stands around it tells: a date by which, its place at the end of an item, the sentence before.
What the rules saw is kept as named cues: `agreement_model` weighs them with the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaterms.assessment.cues import Cues
from leaterms.assessment.measures import find_deadline, names_date
from leaterms.assessment.passages import Passage, find_passages
from leaterms.assessment.signs import ENOUGH, find_signs, weigh
from leaterms.reading import BlockKind
from leaterms.structure import Item, Kind, MeetingRecord, is_annex

__all__ = ["MINUTES_WORD", "ReadItem", "ReadPassage", "read_items"]


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage as the rules read it.

    `agrees`: they take it for an agreement. `barred`: it is none, whatever else it says (empty,
    a question, notice). `cues` are the names of what they saw, `start` is where in the passage
    its own words begin, after a speaker or a label that settles nothing.
    """

    passage: Passage
    agrees: bool
    barred: bool
    cues: frozenset[str]
    start: int


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item of a document of `kind`, read by the rules.

    `people` are words that name someone present.
    """

    item: Item
    kind: Kind
    people: frozenset[str]
    passages: tuple[ReadPassage, ...]


def read_items(record: MeetingRecord, cues: Cues) -> Iterator[ReadItem]:
    """The items in which agreements may stand, in order, their passages read by the rules.

    An agenda has none: it shows what is meant to be talked about.
    """
    if record.kind is Kind.AGENDA:
        return
    people = _people(record)
    has_items = any(item.index >= 0 for item in record.items)
    for item, passages in find_passages(record, cues):
        title = item.title.casefold()
        if item.index < 0 and has_items:
            continue  # title, date and attendance
        if is_annex(item.title) and not _LISTS.search(item.title):
            continue  # a paper of its own: a plan, a notice, figures
        if cues.finished_title.match(title):
            continue  # actions done, or dropped
        reader = _Reader(cues, title, record.kind, people)
        yield ReadItem(item, record.kind, people, tuple(reader.read(passages)))


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
class _Reader:
    """Tells which sentences of one item record an agreement by the rules.

    `title` is in lower case; `people` are words that name someone present.
    """

    cues: Cues
    title: str
    kind: Kind
    people: frozenset[str]

    def read(self, passages: Iterable[Passage]) -> Iterator[ReadPassage]:
        """Each of the passages of the item, in order."""
        block = -1  # of the passage before, if that is an agreement
        label = -1  # the last block that stands under 'Afspraken:' alone on its line
        for passage in passages:
            labelled = passage.block == label or (
                passage.block == label + 1
                and passage.opens
                and passage.kind is BlockKind.BULLET
                and label >= 0
            )
            if labelled:
                label = passage.block
            if passage.opens and self._is_label(passage):
                label = passage.block + 1
            read = self._read(
                passage, follows=passage.block == block, labelled=labelled and passage.opens
            )
            yield read
            block = passage.block if read.agrees else -1

    def _is_label(self, passage: Passage) -> bool:
        """Whether it is 'Afspraken:' with nothing behind it, above those it announces."""
        text = passage.text.casefold()
        opening = self.cues.opening.match(text)
        return opening is not None and passage.closes and _is_empty(text[opening.end() :])

    def _read(self, passage: Passage, *, follows: bool, labelled: bool) -> ReadPassage:
        """The passage with what speaks for and against it.

        `follows`: it comes after an agreement; `labelled`: it stands under 'Afspraken:'.
        """
        speaker = _SPEAKER.match(passage.text)
        text = passage.text.casefold()
        opening = self.cues.opening.match(text)
        outcome = self.cues.outcome.match(text)
        start = 0 if opening or not speaker else speaker.end()
        said = text[opening.end() :] if opening else text[start:]
        settling = set(self._settling(passage, text[start:]))
        if opening:
            settling.add("opening")
        if labelled and not _NONE.match(text):
            settling.add("labelled")
        start = outcome.end() if outcome else start
        signs = set(self._signs(passage, passage.text[start:]))
        signs |= {"outcome"} if outcome else set()
        signs |= {"follows"} if follows else set()
        signs |= {"spoken"} if speaker else set()
        likely = weigh(frozenset(signs)) >= ENOUGH
        if self._ends_in_act(passage, start):
            signs.add("ends in act")
            likely = True
        against = set(self._against(text))
        barred = self._is_barred(passage, text, said)
        column = {f"column of {passage.column}"} if passage.column else set()
        agrees = bool(settling - {"moved", "put off"}) or (likely and passage.column != "other")
        return ReadPassage(
            passage,
            agrees=agrees and not barred and not against,
            barred=barred,
            cues=frozenset(settling | signs | against | column),
            start=start,
        )

    def _settling(self, passage: Passage, text: str) -> Iterator[str]:
        """What makes it an agreement by itself, but for labels; what is moved is settled."""
        if self._is_listed(passage):
            yield "listed"
        if self._is_moved(text):
            yield "moved"
            if self.cues.undone.search(text):
                yield "put off"
        if self._is_settled(text):
            yield "settled"
        if self._is_adopted(text):
            yield "adopted"

    def _against(self, text: str) -> Iterator[str]:
        """What makes it none, unless the other words outweigh it."""
        if self._is_reviewed(text):
            yield "reviewed"
        if self.cues.undone.search(text) and not self._is_moved(text):
            yield "undone"

    def _is_barred(self, passage: Passage, text: str, said: str) -> bool:
        if _is_empty(said) or text.endswith("?") or self.cues.block.search(text):
            return True
        # who does what stands in another cell
        return passage.kind is BlockKind.ROW and self._is_name(passage.text)

    def _is_name(self, text: str) -> bool:
        """Whether it names people and no more: 'J. Lievense', 'Noor en Teun'."""
        words = re.findall(r"[^\W\d_][\w'’-]+", text)
        capitals = [word for word in words if word[0].isupper()]
        small = {word for word in words if word[0].islower()}
        return bool(self.people.intersection(capitals)) and small <= _BETWEEN_NAMES

    def _is_reviewed(self, text: str) -> bool:
        """Whether it says, with the minutes of last time, how an action of then stands."""
        if not self.cues.minutes_title.match(self.title) or not _ACTION.match(text):
            return False
        return not find_deadline(text) and _STANDS.search(text) is not None

    def _ends_in_act(self, passage: Passage, start: int) -> bool:
        """Whether its last clause has a subject of its own that takes something on.

        'De subsidie is scheef verdeeld, ik reken het opnieuw uit.'
        """
        clauses = list(_CLAUSE.finditer(_BRACKETS.sub(_blank, passage.text), start))
        if not clauses:
            return False
        last = clauses[-1]
        if last.group().startswith(",") and _TOLD_DAT.search(passage.text, start, last.start()):
            return False  # 'Noor meldt dat de kas leeg is, Ruben zoekt geld'
        said = passage.text[last.end() :]
        said = said[:1].upper() + said[1:]
        if last.group().startswith(";") and (
            self._is_settled(said.casefold()) or self._is_adopted(said.casefold())
        ):
            return True
        signs = self._signs(passage, said)
        own = "act of person" in signs or ("act of we" in signs and said.startswith("Ik "))
        if not own or self.cues.denial.search(said.casefold()):
            return False
        return weigh(signs) >= ENOUGH

    def _signs(self, passage: Passage, said: str) -> frozenset[str]:
        return find_signs(passage, said, self.title, self.kind, self.people, self.cues)

    def _is_listed(self, passage: Passage) -> bool:
        """Whether its place in a table or list makes it an agreement."""
        if self.cues.notice_title.match(self.title):
            return False
        if passage.column:
            # what follows in a cell may explain: 'Het tweede zie punt 2.'
            return passage.column == "agreement" and (
                passage.opens or weigh(self._signs(passage, passage.text)) >= 0
            )
        if not self.cues.list_title.match(self.title):
            return False
        if passage.kind is BlockKind.PARAGRAPH:
            return passage.opens and _LISTED.search(passage.text) is not None
        # 'Punt 4 ligt nog bij Noor' in a talk about the list
        return passage.kind is BlockKind.ROW or "state" not in self._signs(passage, passage.text)

    def _is_settled(self, text: str) -> bool:
        """Whether the words alone settle it, and are not what someone asks, wants or tells."""
        formula = self.cues.formula.search(text)
        if formula and not _EARLIER.match(text) and not _REFUSED.search(text[: formula.end() + 4]):
            told, state = self.cues.narration.search(text), self.cues.state.search(text)
            if (told is None or _comes_first(formula, told)) and (
                state is None or formula.start() <= state.start()
            ):
                return True
        return self._is_moved(text)

    def _is_adopted(self, text: str) -> bool:
        """Whether minutes are adopted, below their heading or by name; or 'Vastgesteld' alone."""
        adoption = self.cues.adoption.search(text)
        if not adoption or len(text) > 160:
            return False
        if _WISH.search(text, 0, adoption.start()):
            return False  # 'Noor wil dat het woord verdwijnt'
        of_minutes = self.cues.minutes_title.match(self.title) or MINUTES_WORD.search(text)
        return of_minutes is not None or (len(text) <= 40 and "vastgesteld" in text)

    def _is_moved(self, text: str) -> bool:
        """Whether it moves something to a named day, month or meeting."""
        move = self.cues.move.search(text)
        if not move or not self._is_dated(text, move):
            return False
        clause = re.split(r"[,;]", text[: move.start()])[-1]
        if self.cues.undone.search(clause):
            return True  # 'is niet besproken en schuift door naar juni'
        return not self.cues.narration.search(clause) and not self.cues.state.search(clause)

    def _is_dated(self, text: str, move: re.Match[str]) -> bool:
        """Whether what is moved is moved to a date; after 'naar' it stands at once."""
        rest = text[move.end() : move.end() + 45]
        if move.group() == "naar":
            return names_date(" ".join(rest.split()[:5]))
        return names_date(text[move.start() : move.end()] + rest)


_BETWEEN_NAMES = frozenset({"en", "van", "de", "den", "der", "mevr", "mw", "dhr", "mevrouw"})
_CLAUSE = re.compile(r"[,;]\s+(?!(?:die|dat|wat|waar|wie|en|maar|want|zodat|omdat|als|of)\b)")
_WISH = re.compile(r"\b(?:wil|willen|wenst|vraagt|verzoekt)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_TOLD_DAT = re.compile(r"\b(?:dat|omdat|als|wanneer|of|terwijl|indien)\b")
_ACTION = re.compile(r"\W*(?:actie|actiepunt|afspraak|toezegging)\b")
# 'vergunning is verlengd', 'boten goedgekeurd', 'bordje hangt'
_STANDS = re.compile(
    r":\s.*(?:\b(?:is|zijn|hangt|hangen|staat|staan|ligt|liggen|loopt|lopen|werd|werden)\b|"
    r"\b(?:\w{2,}ge|ge|ver|be|ont)\w{2,}d\b)"
)
_LISTS = re.compile(r"(?:actie|besluit|afspra)\w*", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:[A-Z][\w.'-]*\s*|van |van de[nr]? |de |el |ter )+:\s+(?=\S)")
# 'In het overleg van juni is afgesproken dat': told of another meeting
_EARLIER = re.compile(
    r"(?:in|op|bij|tijdens)\s(?:(?:de|het|een)\s[^,;.]*?(?:overleg|vergadering|tafel|bijeenkomst)\b"
    r"[^,;.]*?|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|(?:19|20)\d\d)\s)(?:is|zijn|was|waren|werd|werden)\b|"
    r"[^.;]*\b(?:eerder|destijds|vorig(?:e)?\s(?:jaar|keer|maal|overleg|vergadering))\b"
)
# 'Noor gaat niet akkoord', 'Niemand meldt zich', 'Er is nog niets afgesproken'
_REFUSED = re.compile(
    r"\bniemand\b|\bnog\s(?:niet|niets|geen)\b|\bzoals\b|"
    r"\bvast\sdat$|\b(?:gaat|gaan|ging|gingen|stemt|stemmen|stemde|stemden|zegt|zeggen)\b[^,;:]*\b(?:niet|geen)\b"
)
# an entry of a list without a table: '2. Folder herdrukken', 'Noor: ...', '... - Noor'
_LISTED = re.compile(
    r"^\W*\(?(?:[a-z]|\d{1,4}(?:[-./]\d{1,3})?)[.)]?\s+[^\W\d]|^(?!volgend|datum)[^:.]{2,40}:\s|"
    r"\s[-–(]\s?(?-i:[A-Z])[^.]{0,40}$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\W*(?:(?:geen|niets)(?:\s+nieuwe)?(?:\s+(?:afspra|besluit|actie)\w*)?|n\.?v\.?t\.?|"
    r"niet van toepassing|idem|zie .{0,20})?\W*$"
)
_NONE = re.compile(r"\W*(?:geen|niets)\b")
MINUTES_WORD = re.compile(r"\b(?:verslag|notulen|besluitenlijst)\b")


def _blank(found: re.Match[str]) -> str:
    return "_" * len(found.group())


def _comes_first(formula: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the formula is said before the other; 'wordt gemeld dat ... is besloten' is not.

    Of two that begin with one verb ('stelt', 'stelt ... vast') the longer tells more.
    """
    if formula.start() == other.start() and not formula.group().startswith("w"):
        return formula.end() >= other.end()
    return (formula.start(), formula.end()) <= (other.start(), other.end())


def _is_empty(text: str) -> bool:
    """Whether it holds nothing to agree on: '-', 'n.v.t.', a bare number."""
    return _EMPTY.match(text) is not None or not re.search(r"[^\W\d_]{3}", text)
