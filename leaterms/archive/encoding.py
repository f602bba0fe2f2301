"""A result as bytes and back, for the pipe from a worker and for the store.

Compact JSON on one line: what a value has by default is left out. The round trip is exact.
"""

from dataclasses import dataclass, replace

from pydantic import ConfigDict, TypeAdapter

from leaterms.archive.result import FileResult
from leaterms.reading import Block, Document

__all__ = [
    "Answer",
    "decode_answer",
    "decode_result",
    "encode_answer",
    "encode_result",
    "without_surrogates",
]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of a file.

    `lasting` means that the same file gives the same result again; a disk that did not
    answer, or memory that ran out, is no reason not to try the next time.
    """

    result: FileResult
    lasting: bool


# A box of a broken PDF may have no end; JSON has no word for that, but pydantic reads and
# writes one if told. Only the adapter of a tuple can be told.
_CONFIG = ConfigDict(ser_json_inf_nan="constants")
_RESULT = TypeAdapter(tuple[FileResult], config=_CONFIG)
_ANSWER = TypeAdapter(tuple[Answer], config=_CONFIG)


def encode_answer(answer: Answer) -> bytes:
    """`answer` as UTF-8 JSON without a newline.

    Raises:
        ValueError: as `encode_result`.
    """
    return _ANSWER.dump_json((answer,), exclude_defaults=True)


def decode_answer(line: bytes) -> Answer:
    """The answer that `line` was made from.

    Raises:
        ValueError: `line` is no encoded answer.
    """
    return _ANSWER.validate_json(line)[0]


def encode_result(result: FileResult) -> bytes:
    """`result` as UTF-8 JSON without a newline.

    Raises:
        ValueError: a text in it holds half a surrogate pair; see `without_surrogates`.
    """
    return _RESULT.dump_json((result,), exclude_defaults=True)


def decode_result(body: bytes) -> FileResult:
    """The result that `body` was made from.

    Raises:
        ValueError: `body` is no encoded result.
    """
    return _RESULT.validate_json(body)[0]


def without_surrogates(document: Document) -> Document:
    """`document` with U+FFFD for each half surrogate pair, which is no text in any encoding.

    A PDF whose font map is broken gives such halves. Offsets stay what they are.
    """
    return replace(document, blocks=tuple(_clean_block(block) for block in document.blocks))


def _clean_block(block: Block) -> Block:
    try:
        f"{block.text}{block.number}{block.style}".encode()
    except UnicodeEncodeError:
        return replace(
            block,
            text=_clean(block.text),
            number=_clean(block.number),
            style=_clean(block.style),
        )
    return block


def _clean(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
