"""PDFium is not made for threads: one document at a time in a process."""

import threading

__all__ = ["ONE_AT_A_TIME"]

ONE_AT_A_TIME = threading.Lock()
