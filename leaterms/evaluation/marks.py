"""The marks in one printed line or cell: stripped, with the span each stood around."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from leaterms.detection import Assertion
from leaterms.vocabulary import Wording

__all__ = ["Mark", "choose", "split_cells", "split_listed", "strip_marks"]

E = TypeVar("E", bound=Enum)

_TOKEN = re.compile(r"\[\[|\]\]|\{\{|\}\}")
_AGREEMENT = re.compile(r"(AM?):")
_OPENER = {"]]": "[[", "}}": "{{"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark around `text[start:end]`: a mention, or (`agreement` 'A' or 'AM') an agreement."""

    start: int
    end: int
    agreement: str = ""
    themes: tuple[str, ...] = ()
    wording: Wording = Wording.JARGON
    assertion: Assertion = Assertion.DISCUSSED

    def moved(self, by: int) -> "Mark":
        """The same mark in a text that has `by` characters more before it."""
        return replace(self, start=self.start + by, end=self.end + by)


def strip_marks(raw: str, themes: Collection[str]) -> tuple[str, tuple[Mark, ...]]:
    """The printed text of `raw` and its marks, by start, outer before inner.

    '{{A:[[vve::onderwijsachterstanden::statutory::discussed]] blijft}}' gives 'vve blijft'
    with an agreement of 10 and a mention of 3 characters.

    Args:
        raw: a line or a cell.
        themes: the ids that exist; empty: any will do.

    Raises:
        ValueError: a mark is broken; the text says in Dutch how to mend it.
    """
    text = ""
    last = 0
    opened: list[tuple[str, int]] = []  # sign or kind of agreement, and offset in the text
    marks: list[Mark] = []
    for token in _TOKEN.finditer(raw):
        if token.start() < last:
            continue
        sign, piece = token.group(), raw[last : token.start()]
        last = token.end()
        _check_nesting(sign, [kind for kind, _ in opened])
        if sign == "]]":
            opened.pop()
            mark = _read_mention(piece, len(text), themes)
            marks.append(mark)
            text += piece[: mark.end - mark.start]
            continue
        text += piece
        if sign == "[[":
            opened.append((sign, len(text)))
        elif sign == "{{":
            kind = _AGREEMENT.match(raw, last)
            if kind is None:
                raise ValueError("na {{ hoort A: of AM:; vul dit aan")
            last = kind.end()
            opened.append((kind.group(1), len(text)))
        else:
            agreement, start = opened.pop()
            if not text[start:].strip():
                raise ValueError("de afspraak is leeg; zet er woorden in")
            marks.append(Mark(start, len(text), agreement))
    if opened:
        sign = "[[" if opened[-1][0] == "[[" else "{{"
        raise ValueError(f"het merk {sign} is niet gesloten op deze regel; sluit het")
    text += raw[last:]
    return text, tuple(sorted(marks, key=lambda m: (m.start, -m.end, not m.agreement)))


def _check_nesting(sign: str, opened: list[str]) -> None:
    inside = opened[-1] if opened else ""
    if sign in _OPENER:
        if not inside or (sign == "]]") != (inside == "[["):
            raise ValueError(f"{sign} sluit niets; zet er {_OPENER[sign]} voor")
    elif inside == "[[" or (inside and sign == "{{"):
        raise ValueError(f"{sign} staat binnen een ander merk; zet ze na elkaar")


def _read_mention(content: str, start: int, themes: Collection[str]) -> Mark:
    """Read 'words::theme+theme::wording::assertion'; the words may hold '::' themselves."""
    parts = content.rsplit("::", 3)
    if len(parts) != 4 or not parts[0].strip():
        raise ValueError(
            "een vermelding is [[woorden::thema+thema::wording::assertion]]; vul dit aan"
        )
    named = split_listed(parts[1], "+")
    if not named:
        raise ValueError("de vermelding noemt geen thema; vul er een in")
    if len(set(named)) != len(named):
        raise ValueError("de vermelding noemt een thema twee keer; laat er één weg")
    unknown = [theme for theme in named if themes and theme not in themes]
    if unknown:
        known = ", ".join(sorted(themes))
        raise ValueError(f"'{unknown[0]}' is geen bekend thema; kies uit {known}")
    return Mark(
        start,
        start + len(parts[0]),
        themes=named,
        wording=choose(Wording, parts[2], "wording"),
        assertion=choose(Assertion, parts[3], "assertion"),
    )


def choose(choices: type[E], value: str, what: str) -> E:
    """The member of `choices` with this value.

    Raises:
        ValueError: there is none; the text names those there are, in Dutch.
    """
    try:
        return choices(value)
    except ValueError:
        allowed = ", ".join(str(choice.value) for choice in choices)
        raise ValueError(
            f"'{value}' is geen geldige waarde voor {what}; kies uit {allowed}"
        ) from None


def split_listed(value: str, separator: str) -> tuple[str, ...]:
    """The parts of 'a, b' that are not empty."""
    return tuple(part.strip() for part in value.split(separator) if part.strip())


def split_cells(row: str) -> tuple[str, ...]:
    """Split at bars outside marks: 'a | [[b | c::...]]' has two cells."""
    cells: list[str] = []
    depth = start = at = 0
    while at < len(row):
        pair = row[at : at + 2]
        if pair in ("[[", "{{"):
            depth, at = depth + 1, at + 2
        elif pair in ("]]", "}}"):
            depth, at = depth - 1, at + 2
        else:
            if row[at] == "|" and depth <= 0:
                cells.append(row[start:at])
                start = at + 1
            at += 1
    return (*(cell.strip() for cell in cells), row[start:].strip())
