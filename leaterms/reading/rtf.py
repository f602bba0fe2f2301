"""RTF files -> Document: paragraphs, lists with their numbers, tables, notes and text boxes.

Rich Text Format specification 1.9.1. A group inherits the state of the one around it; a
destination ('the table of fonts', 'a footnote') says what the text of its group is. A
`Source.paragraph` counts the paragraphs from 1, those in tables and boxes included.
"""

import codecs
from dataclasses import dataclass, field, replace

from leaterms.errors import BrokenDocument
from leaterms.reading.document import Document
from leaterms.reading.docx_styles import named_level
from leaterms.reading.flow import Part, flow_blocks, make_document, within
from leaterms.reading.limits import Limits
from leaterms.reading.pieces import Paragraph, Piece, note_block
from leaterms.reading.rtf_flow import Counter, Flow
from leaterms.reading.rtf_tokens import Token, read_tokens
from leaterms.reading.rtf_words import (
    BOXES,
    CHARACTERS,
    CHARSETS,
    CODEPAGES,
    ENDS,
    KNOWN,
    LENGTHS,
    NUMBERS,
    SILENT,
    SWITCHES,
)
from leaterms.reading.view import View

__all__ = ["read_rtf"]

_BODY = 9  # outline level of body text
_DEEPEST = 5_000  # groups within groups
_TWIP = 1 / 20  # points


@dataclass(slots=True)
class _State:
    """What holds in a group; copied for each group within it."""

    destination: str = "body"
    bold: bool = False
    underline: bool = False
    size: float = 12.0
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    font: int = 0
    skips: int = 1  # what stands after a Unicode character for older readers
    style: int = 0
    outline: int = _BODY
    in_table: bool = False
    depth: int = 0
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0


@dataclass
class _Style:
    name: str = ""
    outline: int = _BODY


def read_rtf(content: bytes, name: str, limits: Limits, view: View = View.ACCEPTED) -> Document:
    """Read the RTF file `content` under `view`; `name` is for messages.

    Raises:
        BrokenDocument: cut off, without any text, or beyond `limits`.
        ScannedDocument: it holds pictures only.
    """
    reader = _Reader(view)
    reader.read(content.lstrip(b"\xef\xbb\xbf \t\r\n"))
    if reader.is_cut_off:
        raise BrokenDocument(
            f"'{name}' is een beschadigd of afgebroken RTF-bestand; haal het opnieuw op bij de "
            "bron, of open het in Word en sla het opnieuw op"
        )
    parts = reader.flow.finish()
    return make_document(
        "rtf", within(flow_blocks(parts), name, limits), name, pictures=reader.pictures
    )


@dataclass
class _Reader:
    """Follows the tokens of one file."""

    view: View
    pictures: int = 0
    flow: Flow = field(default_factory=lambda: Flow(Counter()))
    is_cut_off: bool = False
    _state: _State = field(default_factory=_State)
    _stack: list[tuple[_State, Flow]] = field(default_factory=list)
    _codepage: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)  # codec of a font
    _styles: dict[int, _Style] = field(default_factory=dict)
    _merged: list[str] = field(default_factory=list)  # of the cells of the row that is defined
    _merge: str = ""
    _skip: int = 0
    _default_font: int = 0
    _high: int = 0  # the first half of a pair of UTF-16
    _bytes: bytearray = field(default_factory=bytearray)
    _star: bool = False
    _begun: bool = False  # a group has just begun: its first word may be a destination

    def read(self, content: bytes) -> None:
        """Follow all tokens; what comes after the outer group is no text."""
        for token in read_tokens(content):
            if token.kind == "text":
                self._take_bytes(token.text)
                continue
            self._flush()
            if token.kind == "{":
                self._open()
            elif token.kind == "}":
                if not self._stack:
                    break
                self._close()
                if not self._stack:
                    break
            else:
                self._take_word(token)
        self._flush()
        self.is_cut_off = bool(self._stack)
        while self._stack:
            self._close()
        if self.flow.has_open_text:
            self._end_paragraph(self._table_depth())

    # --- groups --------------------------------------------------------------------------
    def _open(self) -> None:
        if len(self._stack) > _DEEPEST:
            raise ValueError("groups within groups without end")
        self._stack.append((self._state, self.flow))
        self._state = replace(self._state)
        self._skip = 0
        self._begun, self._star = True, False

    def _close(self) -> None:
        closed, flow = self._state, self.flow
        self._state, self.flow = self._stack.pop()
        self._skip = 0
        self._begun = self._star = False
        if flow is self.flow:
            return
        if flow.has_open_text:
            flow.end_paragraph(Paragraph((), 0), 0)
        parts = flow.finish()
        if closed.destination == "footnote":
            block = note_block(_texts(parts), self.flow.counter.last + 1)
            self.flow.hang([block] if block is not None else [])
        else:
            self.flow.hang(parts)

    def _enter(self, word: str) -> bool:
        """Whether `word`, the first of a group, is a destination; if so, it is entered."""
        state = self._state
        if word in {"fonttbl", "stylesheet"} and state.destination == "body":
            state.destination = word
        elif word == "nesttableprops" and state.destination == "body":
            state.destination = "nested row"
        elif word in {"listtext", "pntext"} and state.destination == "body":
            state.destination = "marker"
        elif (word in BOXES or word == "footnote") and state.destination in {"body", "footnote"}:
            self.flow = Flow(Counter() if word == "footnote" else self.flow.counter)
            self._state = _State(
                destination="footnote" if word == "footnote" else "body", skips=state.skips
            )
        elif word == "ud":
            state.destination = self._stack[-2][0].destination if len(self._stack) > 1 else "body"
        elif word in SILENT or (self._star and word not in KNOWN):
            self.pictures += word == "pict"
            state.destination = "silent"
        else:
            return False
        return True

    # --- words ---------------------------------------------------------------------------
    def _take_word(self, token: Token) -> None:
        word, number = token.word, token.number
        if word == "*":
            self._star = True
            return
        if self._skip and word not in {"u", "uc"}:
            self._skip -= 1
            return
        begun, self._begun = self._begun, False
        if (begun and self._enter(word)) or self._state.destination == "silent":
            return
        self._obey(word, number)

    def _obey(self, word: str, number: int | None) -> None:
        """A word that is no destination."""
        destination = self._state.destination
        if word == "u" and number is not None:
            self._add_unicode(number % 0x10000)
            self._skip = self._state.skips
        elif destination in {"fonttbl", "stylesheet"}:
            self._take_definition(word, number)
        elif destination == "nested row":
            if word == "nestrow":
                self.flow.end_row(max(self._table_depth(), 2), ())
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif not self._end(word):
            self._set(word, number)

    def _take_definition(self, word: str, number: int | None) -> None:
        """A word in the table of fonts or styles."""
        state = self._state
        if word == "f" and number is not None:
            state.font = number
        elif word == "fcharset" and number is not None:
            if number in CHARSETS:
                self._fonts[state.font] = CHARSETS[number]
        elif word == "s" and number is not None:
            state.style = number
            self._styles[number] = _Style()
        elif word == "outlinelevel" and number is not None and state.style in self._styles:
            self._styles[state.style].outline = number

    def _set(self, word: str, number: int | None) -> None:
        """A word that sets how text or paragraphs look."""
        state = self._state
        on = number != 0 and word != "ulnone"
        value = number or 0
        if word in SWITCHES:
            setattr(state, SWITCHES[word], on)
        elif word in LENGTHS:
            setattr(state, LENGTHS[word], max(min(value, 10**5), -(10**5)) * _TWIP)
        elif word == "fs" and number is not None:
            state.size = max(0, min(value, 4000)) / 2
        elif word in NUMBERS:
            setattr(state, NUMBERS[word], max(0, value))
        elif word == "plain":
            state.bold = state.underline = False
            state.hidden = state.deleted = state.inserted = False
            state.size, state.font = 12.0, self._default_font
        elif word == "pard":
            state.style, state.outline, state.in_table, state.depth = 0, _BODY, False, 0
            state.left = state.first = state.before = state.after = 0.0
        elif word == "deff":
            self._default_font = state.font = value
        elif word == "ansicpg" and number is not None:
            self._codepage = _codec(f"cp{number}")
        elif word in CODEPAGES:
            self._codepage = CODEPAGES[word]
        else:
            self._define_row(word)

    def _define_row(self, word: str) -> None:
        """A word of the definition of a row: which cells are merged with others."""
        if word == "trowd":
            self._merged, self._merge = [], ""
        elif word == "clmrg":
            self._merge = "left"
        elif word == "clvmrg":
            self._merge = "above"
        elif word == "cellx":
            self._merged.append(self._merge)
            self._merge = ""

    # --- text ----------------------------------------------------------------------------
    def _take_bytes(self, text: bytes) -> None:
        self._begun = False
        if self._skip:
            taken = min(self._skip, len(text))
            self._skip -= taken
            text = text[taken:]
        self._bytes.extend(text)

    def _flush(self) -> None:
        """The bytes so far as text, in the encoding of their font."""
        if not self._bytes:
            return
        content = bytes(self._bytes)
        self._bytes.clear()
        codec = self._fonts.get(self._state.font, self._codepage)
        if self._state.destination in {"fonttbl", "stylesheet"}:
            codec = self._codepage
        if codec == "symbol":
            self._add("".join(chr(0xF000 + b) if b >= 0x21 else chr(b) for b in content))
        else:
            self._add(content.decode(codec, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.destination == "stylesheet":
            if state.style in self._styles:
                self._styles[state.style].name += text
        elif state.destination in {"silent", "fonttbl"} or state.hidden or self._is_gone():
            return
        elif state.destination == "marker":
            self.flow.marker.append(text)
        else:
            self.flow.add(Piece(text, state.bold, state.size, state.underline))

    def _add_unicode(self, code: int) -> None:
        """A character by its code in UTF-16, of which two may make one."""
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = (
                (self._high - 0xD800) * 0x400 + code - 0xDC00 + 0x10000 if self._high else 0xFFFD
            )
        self._high = 0
        self._add(chr(code))

    def _is_gone(self) -> bool:
        accepted = self.view is View.ACCEPTED
        return self._state.deleted if accepted else self._state.inserted

    # --- ends ----------------------------------------------------------------------------
    def _end(self, word: str) -> bool:
        """Whether `word` ends a line, paragraph, cell or row; if so, it is done."""
        if word not in ENDS:
            return False
        stands = self._state.destination in {"body", "footnote"} and not self._is_gone()
        if word == "row":
            self.flow.end_row(1, self._merged)
        elif word == "nestrow":
            self.flow.end_row(max(self._table_depth(), 2), ())
        elif word in {"cell", "nestcell"}:
            depth = 1 if word == "cell" else max(self._table_depth(), 2)
            self._end_paragraph(depth)
            self.flow.end_cell(depth)
        elif stands and word in {"par", "sect"}:
            self._end_paragraph(self._table_depth())
        elif stands:
            self.flow.break_line()
        return True

    def _end_paragraph(self, depth: int) -> None:
        state = self._state
        style = self._styles.get(state.style, _Style())
        name = style.name.strip().rstrip(";").strip()
        outline = state.outline if state.outline < _BODY else style.outline
        self.flow.end_paragraph(
            Paragraph(
                lines=(),
                place=0,
                level=outline + 1 if outline < _BODY else named_level(name),
                style=name,
                indent=state.left + state.first,
                space=state.before,
                after=state.after,
            ),
            depth,
        )

    def _table_depth(self) -> int:
        return (self._state.depth or 1) if self._state.in_table or self._state.depth else 0


def _codec(name: str) -> str:
    try:
        b"".decode(codecs.lookup(name).name)
    except (LookupError, ValueError):
        return "cp1252"
    return name


def _texts(parts: list[Part]) -> list[str]:
    """The text of a note, a paragraph each."""
    return [
        "".join(piece.text for line in part.lines for piece in line)
        for part in parts
        if isinstance(part, Paragraph)
    ]
