"""A reader that writes each name it is given to the file in LEATERMS_TEST_LOG; slow too.

Right: a scan that goes on where another was killed reads only what that one had not finished.
"""

import os
import time
from pathlib import Path

from leaterms.archive.worker import main
from leaterms.reading import read_document


def read(path):
    with Path(os.environ["LEATERMS_TEST_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{path.name}\n")
    time.sleep(0.2)
    return read_document(path)


if __name__ == "__main__":
    main(read)
