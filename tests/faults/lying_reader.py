"""A reader that breaks its promises: text that is no text, errors that no one foresaw.

Right: `surrogate.docx` is read, with U+FFFD for what is no text; `bug.docx`, `memory.docx` and
`disk.docx` are `failed` with the reason, the last two only for this time.
"""

from leaterms.archive.worker import main
from leaterms.reading import Block, Document, read_document


def read(path):
    if path.name == "surrogate.docx":
        return Document("docx", None, (Block("Verslag LEA \ud835 2 maart 2022"),))
    if path.name == "bug.docx":
        raise ZeroDivisionError
    if path.name == "memory.docx":
        raise MemoryError
    if path.name == "disk.docx":
        raise TimeoutError("the network drive does not answer")
    return read_document(path)


if __name__ == "__main__":
    main(read)
