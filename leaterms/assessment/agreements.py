"""Agreements: sentences and table cells that record what was agreed, decided or taken on.

Source: annotation guideline, 'Agreement'. Some words settle it ('Besluit:', 'stemt in met');
the form of a sentence only makes it likely ('Ruben vult de vragenlijst in.'), and there what
stands around it tells: a date by which, its place at the end of an item, the sentence before.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaterms.archive import FileResult
from leaterms.assessment.actors import find_actor
from leaterms.assessment.cues import Cues, load_cues
from leaterms.assessment.measures import find_deadline, is_measurable, names_amount, names_date
from leaterms.assessment.passages import Passage, find_passages
from leaterms.assessment.signs import ENOUGH, find_signs, weigh
from leaterms.detection import Mention
from leaterms.reading import BlockKind
from leaterms.structure import Item, Kind, MeetingRecord, is_annex

__all__ = ["Agreement", "find_agreements"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, decision or action.

    `start` and `end` are offsets in the item's text, so that `text[start:end]` is the
    agreement's `text`: the sentence, or the cell or bullet. `page` counts from 1, None for a
    DOCX. `themes` are those of the mentions inside. `measurable` means that it names a number,
    share, amount, date or term of what is agreed. `who` and `by_when` are as printed, ''
    where it does not say. `belongs_to` is the item it is of: that which an entry of a list of
    actions or decisions names ('Punt 3'), else `item`, in which it stands.
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
    belongs_to: int


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
        if is_annex(item.title) and not _LISTS.search(item.title):
            continue  # a paper of its own: a plan, a notice, figures
        if cues.finished_title.match(item.title.casefold()):
            continue  # actions done, or dropped
        mentions = _Ahead(m for m in result.mentions if m.item == item.index and not m.in_heading)
        chosen = _Judge(cues, item.title.casefold(), record.kind, people).choose(passages)
        found.extend(_agreement(result.path, item, p, mentions, cues, people) for p in chosen)
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
    """Tells which sentences of one item record an agreement; `title` is in lower case."""

    cues: Cues
    title: str
    kind: Kind
    people: frozenset[str]

    def choose(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """The passages that record an agreement, in order."""
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
            taken = self._is_agreement(
                passage, follows=passage.block == block, labelled=labelled and passage.opens
            )
            if taken:
                yield passage
            block = passage.block if taken else -1

    def _is_label(self, passage: Passage) -> bool:
        """Whether it is 'Afspraken:' with nothing behind it, above those it announces."""
        text = passage.text.casefold()
        opening = self.cues.opening.match(text)
        return opening is not None and passage.closes and _is_empty(text[opening.end() :])

    def _is_agreement(self, passage: Passage, *, follows: bool, labelled: bool = False) -> bool:
        speaker = _SPEAKER.match(passage.text)
        text = passage.text.casefold()
        opening = self.cues.opening.match(text)
        start = 0 if opening or not speaker else speaker.end()
        said = text[opening.end() :] if opening else text[start:]
        if _is_empty(said) or text.endswith("?") or self.cues.block.search(text):
            return False
        if self._is_reviewed(text) or (self.cues.undone.search(text) and not self._is_moved(text)):
            return False
        if labelled and not _NONE.match(text):
            return True
        if opening or self._is_listed(passage) or self._is_settled(text[start:]):
            return True
        if passage.column == "other":
            return False
        outcome = self.cues.outcome.match(text)
        if outcome:
            start = outcome.end()
        signs = self._signs(passage, passage.text[start:])
        if outcome:
            signs |= {"outcome"}
        if follows:
            signs |= {"follows"}
        if speaker:
            signs |= {"spoken"}
        return weigh(signs) >= ENOUGH or self._ends_in_act(passage, start)

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
        if last.group().startswith(";") and self._is_settled(said.casefold()):
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
        if self._is_moved(text):
            return True
        adoption = self.cues.adoption.search(text)
        if not adoption or len(text) > 160:
            return False
        if _WISH.search(text, 0, adoption.start()):
            return False  # 'Noor wil dat het woord verdwijnt'
        of_minutes = self.cues.minutes_title.match(self.title) or _MINUTES_WORD.search(text)
        return of_minutes is not None or (len(text) <= 40 and "vastgesteld" in text)

    def _is_moved(self, text: str) -> bool:
        """Whether it moves something to a named day, month or meeting."""
        move = self.cues.move.search(text)
        if not move or not self._is_dated(text, move):
            return False
        clause = re.split(r"[,;]", text[: move.start()])[-1]
        return not self.cues.narration.search(clause) and not self.cues.state.search(clause)

    def _is_dated(self, text: str, move: re.Match[str]) -> bool:
        """Whether what is moved is moved to a date; after 'naar' it stands at once."""
        rest = text[move.end() : move.end() + 45]
        if move.group() == "naar":
            return names_date(" ".join(rest.split()[:5]))
        return names_date(text[move.start() : move.end()] + rest)


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
# at the front only: '€ 40.000 in te zetten' is an amount
_ENTRY_MARK = re.compile(r"^\(?\d{1,4}[-./]\d{1,3}[.)]?\s+(?=[^\W\d])")
_COUNT = re.compile(r"\W*(?:afspraak|actie|actiepunt|besluit)\s+(?:nr\.?\s*)?\d+[\w.-]*\s*:")
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
_MINUTES_WORD = re.compile(r"\b(?:verslag|notulen|besluitenlijst)\b")


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


class _Ahead:
    """The mentions of an item, asked for by passages in reading order: none is met twice."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._first = 0

    def within(self, passage: Passage) -> list[Mention]:
        """Those that overlap `passage`, which comes after the passages asked for before."""
        mentions = self._mentions
        while self._first < len(mentions) and mentions[self._first].end <= passage.start:
            self._first += 1
        last = bisect_left(mentions, passage.end, lo=self._first, key=lambda m: m.start)
        return [m for m in mentions[self._first : last] if passage.start < m.end]


def _page(item: Item, offset: int) -> int | None:
    sources = item.text_sources
    at = bisect_right(sources, offset, key=lambda source: source.start)
    return sources[max(0, at - 1)].page if sources else None


def _agreement(
    path: str,
    item: Item,
    passage: Passage,
    mentions: _Ahead,
    cues: Cues,
    people: frozenset[str],
) -> Agreement:
    inside = mentions.within(passage)
    named = item.segments[passage.block].belongs_to
    listed = cues.list_title.match(item.title.casefold()) is not None
    by_when = find_deadline(passage.text, listed=listed) or _said(passage.when)
    return Agreement(
        path=path,
        item=item.index,
        page=_page(item, passage.start),
        start=passage.start,
        end=passage.end,
        text=passage.text,
        themes=tuple(dict.fromkeys(m.theme for m in inside)),
        measurable=_measures(passage, item.title.casefold(), cues),
        who=_said(passage.who)
        or find_actor(passage.text, people, cues, listed=listed or passage.column == "agreement"),
        by_when=by_when,
        belongs_to=item.index if named is None else named,
    )


def _said(cell: str) -> str:
    """A cell, '' where it holds a dash only."""
    return cell if re.search(r"\w", cell) else ""


def _measures(passage: Passage, title: str, cues: Cues) -> bool:
    """Whether it can be checked; adopting minutes is a decision without measure."""
    text = passage.text.casefold()
    of_minutes = cues.minutes_title.match(title) or _MINUTES_WORD.search(text)
    if of_minutes and cues.adoption.search(text):
        return names_amount(text)
    return is_measurable(_ENTRY_MARK.sub("", _COUNT.sub("", text))) or names_date(passage.when)
