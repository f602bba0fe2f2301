"""A reader that never comes back from one file.

Right: `hang.docx` is `failed` with the reason once its time is over, every other file is read;
and when the parent is killed, the hanging process ends too. That it hangs shows by the file in
LEATERMS_TEST_BEGUN.
"""

import os
from pathlib import Path

from leaterms.archive.worker import main
from leaterms.reading import read_document


def read(path):
    begun = os.environ.get("LEATERMS_TEST_BEGUN")
    if begun:
        Path(begun).touch()
    while path.name == "hang.docx":
        pass
    return read_document(path)


if __name__ == "__main__":
    main(read)
