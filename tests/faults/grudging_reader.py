"""A reader that dies at the second file it is given, whichever that is.

Right: every file is read, since none pays for what the one before it left behind.
"""

import os
from itertools import count

from leaterms.archive.worker import main
from leaterms.reading import read_document

_FILES = count(1)


def read(path):
    if next(_FILES) == 2:
        os._exit(3)
    return read_document(path)


if __name__ == "__main__":
    main(read)
