"""Sentence ends in minutes: full of 'dhr.', 'art. 161', initials, bullets and table cells."""

import re

__all__ = ["ABBREVIATIONS", "split_sentences"]

ABBREVIATIONS = frozenset(
    """
    a.d.h.v. a.g.v. a.h.v. a.s. a.u.b. aanm. aanw. act. afd. afk. afspr. afw. alg. apr. art. artt.
    aug. b.g.g. besl. bgm. bijl. bijv. blz. bs. burg. bv. c.q. ca. coörd. cq. d.d. d.m.v. d.w.z.
    dd. dec. dhr. dir. dr. drs. ds. e.a. e.d. e.e.a. e.v. enz. etc. evt. excl. fam. feb. febr. fig.
    gem. gr. hfdst. i.c. i.c.m. i.g.v. i.h.b. i.h.k.v. i.k.v. i.o. i.o.m. i.o.v. i.p.v. i.r.t.
    i.s.m. i.t.t. i.v.m. incl. ing. insp. ir. ivm. jan. jl. jr. lic. lln. m.a.w. m.b.t. m.b.v. m.i.
    m.i.v. m.k. m.m.v. m.n. m.u.v. max. mej. mevr. min. mln. mr. mrd. mrs. mrt. mw. n.a.v. n.b.
    n.n.b. n.t.b. n.v.t. nl. nov. nr. nrs. o.a. o.b.v. o.g.v. o.i.d. o.l.v. o.m. o.v.v. okt. ond.
    onderw. opl. org. overdr. p. p.a. p.m. p.p. pag. par. penn. plm. plv. prof. red. ref. resp.
    s.v.p. secr. sep. sept. sr. st. stg. t.a.v. t.b.v. t.e.m. t.g.v. t.h.v. t.k.n. t.l.v. t.m.
    t.n.v. t.o.v. t.z.t. tel. temp. v.a. v.d. v.w.b. vgl. vlg. vlgs. vnl. voorz. vs. vz. w.o.
    w.v.t.t.k. weth. wnd. z.g. z.o.z. z.s.m. zgn.
    """.split()
)
"""Abbreviations after which a capital begins no new sentence, but for those in `_CLOSING`.

`split_sentences` takes any other word of letters with full stops ('i.h.k.v.') for one too.
"""

# These stand at the end of what they belong to: with a capital after them a sentence begins.
_CLOSING = frozenset(
    """
    a.s. a.u.b. apr. aug. c.s. dec. e.a. e.d. e.e.a. enz. etc. feb. febr. jan. jl. k.k. mrt.
    n.n.b. n.o.t.k. n.t.b. n.v.t. nov. o.i.d. okt. p.j. p.m. p.p. p.u. p.w. s.v.p. sep. sept.
    u.d. v.v. z.o.z. z.s.m.
    """.split()
)
# So do these after a number: '€ 2 mln. De gemeente', but not 'min. Jansen'.
_UNITS = frozenset({"gr.", "jr.", "min.", "mln.", "mrd.", "p.", "st."})
_DAYS = frozenset({"di.", "do.", "ma.", "vr.", "wo.", "za."})  # 'do. 18 mei'

_CAPITAL = "A-ZÀ-ÖØ-Þ€"
_END = re.compile(
    rf"""
    [.!?…]+ ["'”’»)\]]*
    (?= \s+ ["'“‘«(\[]*
        (?: (?P<digit>\d)
          | [a-z]?[{_CAPITAL}]                # 'De', 'iPads'
          | [’'][stn]\s                       # ''s Middags'
          | [‘“"'•▪◦]
          | [-–—*]\s+ ["'“‘(]*[{_CAPITAL}\d]  # a bullet on the same line
          | [a-z]\.\s+[{_CAPITAL}]            # 'a. De gemeente betaalt'
        )
    )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s(\[/\"'“‘«]+$")
# 'J.', 'A.C.', 'Th.M.', 'J.v.d.': a capital, with consonants only, as no word is
_INITIAL = re.compile(r"(?:(?:IJ|[A-Z](?:[b-df-hj-np-tv-xz]{1,2})?)\.)+(?:v\.(?:d\.)?)?")
_LETTERS = re.compile(r"(?:[a-zà-ÿ]{1,2}\.){2,}")  # 'i.h.k.v.', lower-cased
_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:\.?[a-z])?|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\.")
_AMOUNT_AT_END = re.compile(r"(?:\d|\bper)\s*$")
_LONGEST_IN_BRACKETS = 6  # characters: '(best. De Brug)'
# 'Ad 3. De wethouder': what is numbered may be named before the number
_NUMBERED = re.compile(
    r"(?:ad|agendapunt|punt|nr\.|nummer|actie|actiepunt|afspraak|besluit|artikel|art\.|bijlage"
    r"|stap|spoor|thema|onderwerp|vraag|hoofdstuk|paragraaf)\s+",
    re.IGNORECASE,
)
# 'variant B. De besturen': a letter that is a name of something, and no initial
_LETTERED = re.compile(
    r"\b(?:variant|optie|scenario|bijlage|groep|categorie|locatie|route|model|niveau|fase|type"
    r"|klas|blok|deel|lokaal|plan)\s+$",
    re.IGNORECASE,
)
_LONGEST_QUOTATION = 300  # characters; a mark farther off belongs to something else


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as half-open spans without the white space around them.

    A newline and a border between table cells (' | ') always end one. The spans are in
    order and do not overlap; every character that is not white space or a cell border is in
    one of them.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _units(text):
        begin = start
        for match in _END.finditer(text, start, end):
            if _ends_here(text[begin:end], match.start() - begin, match):
                spans.append((begin, match.end()))
                begin = match.end()
        spans.append((begin, end))
    return tuple(trimmed for span in spans if (trimmed := _trim(text, *span)))


def _units(text: str) -> list[tuple[int, int]]:
    """Stretches between newlines and cell borders."""
    units, start = [], 0
    for match in re.finditer(r"\n| \| ", text):
        units.append((start, match.start()))
        start = match.end()
    units.append((start, len(text)))
    return units


def _ends_here(rest: str, at: int, match: re.Match[str]) -> bool:
    """Tell whether the stop at `at` of `rest`, which begins with the sentence, ends it."""
    if _is_in_title(rest, at + len(match.group())):
        return False
    if match.group()[0] != ".":
        return True
    found = _WORD_BEFORE.search(rest[: at + 1])
    if found is None:
        return True
    word, before = found.group(), rest[: found.start()]
    if _INITIAL.fullmatch(word) and not _is_mark(word, before):
        return bool(len(word) == 2 and _LETTERED.search(before))
    if _is_mark(word, before) or _is_before_name(word, before):
        return False
    lower = word.lower()
    is_short = lower in ABBREVIATIONS or _LETTERS.fullmatch(lower) is not None
    if match.group("digit") is not None:
        return not (is_short or lower in _DAYS)
    is_last = lower in _CLOSING or (lower in _UNITS and _AMOUNT_AT_END.search(before))
    return bool(is_last or not is_short)


def _is_before_name(word: str, before: str) -> bool:
    """Tell whether a short word opens brackets, as somebody's office: '(best. De Brug)'."""
    return before.endswith("(") and word[0].islower() and len(word) <= _LONGEST_IN_BRACKETS


def _is_mark(word: str, before: str) -> bool:
    """Tell whether `word` numbers what follows: '3. Opening', 'besluit: 1. Het plan', 'Ad 4.'."""
    if not _MARK.fullmatch(word):
        return False
    lead = before.strip().lstrip("-–—•▪◦*").strip()
    return not lead or lead[-1] in ":;" or _NUMBERED.fullmatch(lead + " ") is not None


def _is_in_title(rest: str, end: int) -> bool:
    """Tell whether a quotation is open at `end` after which the sentence goes on.

    'De folder "Naar school? Zo doe je dat!" is gratis.' is one sentence.
    """
    for opening, closing in (('"', '"'), ("“", "”")):
        if opening == closing:
            is_open = rest.count(opening, 0, end) % 2 == 1
        else:
            is_open = rest.count(opening, 0, end) > rest.count(closing, 0, end)
        if is_open:
            close = rest.find(closing, end, end + _LONGEST_QUOTATION)
            return close != -1 and re.match(r",?\s+[a-zà-ÿ]", rest[close + 1 :]) is not None
    return False


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
