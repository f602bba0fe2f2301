"""How a sentence is shown with its place, where no quotation marks are needed."""

import datetime as dt

__all__ = ["cite_sentence"]


def cite_sentence(text: str, *, date: dt.date | None, path: str, page: int | None) -> str:
    """'De besturen leveren cijfers. (15-03-2022, verslag.pdf, p. 3)'; white space is one space."""
    parts = [f"{date:%d-%m-%Y}"] if date else []
    parts.append(path)
    if page is not None:
        parts.append(f"p. {page}")
    return f"{' '.join(text.split())} ({', '.join(parts)})"
