"""The head of a document (all before its first item) as logical lines.

A label and what it says stand on one line ('Datum: 3 maart'), in two cells of a table
('Datum | 3 maart'), or on several printed lines; here they are one line each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leaterms.reading import Block, BlockKind
from leaterms.structure.table_columns import cell_texts
from leaterms.structure.words import StructureWords, find_phrase, is_phrase

__all__ = ["SMALL_LABEL", "HeadLine", "head_lines", "is_label", "label_status"]


# characters; no list of names is longer, and an annex without headings is one head throughout
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head; `cells` are those of a row of a table that is none of labels."""

    text: str
    cells: tuple[str, ...] = ()
    bullet: bool = False


def is_label(text: str, words: StructureWords) -> bool:
    """True for 'Datum', 'Aanwezig', 'Afwezig m.k.' and the like, with or without a colon."""
    label = text.strip().rstrip(":").strip()
    known = (words.present_labels, words.absent_labels, words.admin_labels)
    return any(is_phrase(phrases, label) or is_phrase(phrases, f"{label}.") for phrases in known)


def head_lines(blocks: Sequence[Block], words: StructureWords) -> tuple[HeadLine, ...]:
    """The logical lines of `blocks`, in order."""
    lines: list[HeadLine] = []
    header = False
    for block in blocks:
        if not block.text.strip():
            continue
        if block.kind is BlockKind.ROW:
            cells = cell_texts(block)
            line = _labelled(cells, words, header=header)
            header = header or _is_header(cells, words)
            lines.append(line or HeadLine(block.text, cells))
            continue
        header = False
        text = block.text.strip()
        bullet = block.kind is BlockKind.BULLET
        if lines and not bullet and _goes_on(lines[-1], text, words):
            lines[-1] = HeadLine(f"{lines[-1].text} {text}", (), lines[-1].bullet)
        else:
            lines.append(HeadLine(text, (), bullet))
    return tuple(lines)


def _is_header(cells: Sequence[str], words: StructureWords) -> bool:
    known = (
        *words.column_person,
        *words.column_organisation,
        *words.column_role,
        *words.column_present,
    )
    return sum(is_phrase(known, cell) for cell in cells if cell) >= 2


def _labelled(cells: Sequence[str], words: StructureWords, *, header: bool) -> HeadLine | None:
    """'Aanwezig | A, B en C' as 'Aanwezig: A, B en C'; None if the row is of another table."""
    full = [cell for cell in cells if cell]
    if header or len(full) != 2 or _is_header(full, words) or not cells[0]:
        return None
    label, text = full
    if label.endswith(":") and len(label) < 60:
        return HeadLine(f"{label} {text}")
    return HeadLine(f"{label}: {text}") if is_label(label, words) else None


def _goes_on(line: HeadLine, text: str, words: StructureWords) -> bool:
    """True if `text` is the rest of a printed line that was too long for the column."""
    if line.cells or line.bullet or is_label(text.split(":", maxsplit=1)[0], words):
        return False
    last = line.text
    if len(last) > _LONGEST:
        return False
    if _begins_person(last, text):
        return False
    if last.count("(") > last.count(")"):
        return True
    if re.match(r"[A-ZÀ-Ý][^:;,.()]{1,40}:\s+[A-ZÀ-Ý]", text) or SMALL_LABEL.match(text):
        return False  # 'Deelnemers kinderopvang: ...' begins anew
    listed = last.count("(") >= 2 or ("(" in last and last.count(",") >= 1)
    if re.search(r"(?:,|;|\ben|\bvan|\bmw\.|\bdhr\.|\bmevrouw|\bde heer|\bnamens)$", last) and (
        listed or len(last) > 60
    ):
        return True
    if re.match(r"[a-zà-ÿ]", text) and len(last) > 50 and not last.endswith((".", ":")):
        return True
    return listed and len(last) > 60 and not re.search(r"[).;:]$", last)


def _begins_person(last: str, text: str) -> bool:
    """True for a line of columns, and where `text` and `last` are one person each."""
    if re.search(r"\s{3,}|\t", text):
        return True  # set in columns by spaces
    addressed = _ADDRESSED.match(text) and _ADDRESSED.match(last)
    return bool(addressed) and not last.endswith((",", ";", " en"))


SMALL_LABEL = re.compile(r"[a-zà-ÿ][a-zà-ÿ/-]+(?:\s[a-zà-ÿ/-]+)?:\s+(?=[A-ZÀ-Ý])")
"""'peuters: Anna Bos': a group in small letters, with a name."""
_ADDRESSED = re.compile(r"(?:de heer|mevrouw|dhr|mevr|mw|drs|mr|dr|ir)\b", re.IGNORECASE)
# 'Afw. zonder bericht', 'Afgemeld voor vandaag', 'Verhinderden'
_AWAY = re.compile(
    r"(?:afw|afgemeld|afmeld|afgezegd|verhind|absent)[a-z]*\.?(?:\s|$)", re.IGNORECASE
)


def label_status(label: str, words: StructureWords) -> str:
    """What a label heads: 'present', 'absent', 'admin', 'invited'; '' where it says none."""
    label = label.strip(" :.-–")
    for status, phrases in (
        ("absent", words.absent_labels),
        ("present", words.present_labels),
        ("admin", words.admin_labels),
        ("invited", words.invited_labels),
    ):
        if is_phrase(phrases, label) or is_phrase(phrases, f"{label}."):
            # 'Voor' and 'Aan' name for whom an agenda is
            if status == "present" and is_phrase(("voor", "aan", "genodigden"), label):
                return "invited"
            return status
    if _AWAY.match(label):
        return "absent"
    for status, phrases in (("absent", words.absent_labels), ("present", words.present_labels)):
        start = find_phrase(tuple(p for p in phrases if len(p) > 4), label)
        if start and start[0].start() == 0:
            return status
    return ""
