"""Sentence ends in minutes: full of 'dhr.', 'art. 161', initials, bullets and table cells."""

import re

__all__ = ["ABBREVIATIONS", "split_sentences"]

ABBREVIATIONS = frozenset(
    """
    a.d.h.v. a.u.b. aanm. aanw. afd. afw. apr. art. aug. b.v. best. bijv. blz. bs. bv. c.q. ca.
    coörd. cq. d.d. d.w.z. dd. dec. dhr. dr. drs. e.a. e.d. enz. etc. evt. excl. fam. feb. febr.
    fig. gem. gr. i.c. i.c.m. i.h.b. i.h.k.v. i.o. i.o.m. i.p.v. i.s.m. i.v.m. incl. ing. insp. ir.
    ivm. jan. jl. lic. lln. m.b.t. m.b.v. m.i. m.i.v. m.k. m.n. m.u.v. max. mej. mevr. min. mln.
    mr. mrd. mrt. mw. n.a.v. n.b. n.t.b. n.v.t. nl. nov. nr. nrs. o.a. o.b.v. o.g.v. o.i.d. o.l.v.
    o.m. okt. ond. opl. org. overdr. p. p.a. p.m. p.p. pag. par. plm. plv. prof. red. resp. s.v.p.
    sep. sept. sr. st. t.a.v. t.b.v. t.e.m. t.g.v. t.h.v. t.m. t.n.v. t.o.v. t.z.t. tel. temp. v.a.
    v.d. v.w.b. vgl. vlg. voorz. vs. w.o. w.v.t.t.k. wnd. z.g. z.o.z. zgn.
    """.split()
)
"""Abbreviations after which a capital begins no new sentence."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9ÀÖØÞ€•'‘“\"])")
_WORD_BEFORE = re.compile(r"\S+$")
_INITIAL = re.compile(r"^[\"'(“‘]*(?:[A-Z]\.)+$")
_NUMBERED = re.compile(r"^\d{1,2}[a-z]?\.$")


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
            if _ends_here(text, begin, match):
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


def _ends_here(text: str, begin: int, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        return True
    before = _WORD_BEFORE.search(text[begin : match.start() + 1])
    word = before.group() if before else "."
    if _INITIAL.match(word) or word.lower().lstrip("('\"“‘[") in ABBREVIATIONS:
        return False
    # '3. Opening': a number that opens a line is a mark, no sentence
    opens = before is not None and not text[begin : begin + before.start()].strip()
    return not (opens and _NUMBERED.match(word))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
