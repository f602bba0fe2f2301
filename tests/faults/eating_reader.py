"""A reader that takes ever more memory over one file (a zip bomb), up to 3 GB.

Right: `eat.docx` is `failed` with the reason long before that, every other file is read.
"""

import time

from leaterms.archive.worker import main
from leaterms.reading import read_document


def read(path):
    eaten = []
    while path.name == "eat.docx" and len(eaten) < 100:
        eaten.append(b"x" * (30 * 2**20))
        time.sleep(0.03)
    return read_document(path)


if __name__ == "__main__":
    main(read)
