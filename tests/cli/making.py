"""Minutes as Word files, made on the spot."""

from pathlib import Path

import docx

__all__ = ["write_minutes"]


def write_minutes(
    path: Path, date: str, items: dict[str, str], *, kind: str = "Verslag", place: str = "Veenrade"
) -> None:
    """A document of one meeting; `items` are its headings with the text below each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    document.add_paragraph(f"{kind} LEA-overleg gemeente {place}")
    document.add_paragraph(f"Datum: {date}")
    document.add_paragraph(
        "Aanwezig: wethouder De Wit (gemeente), mevrouw Bos (bestuurder Stichting Kade), "
        "de heer Van Dam (directeur kinderopvang Zandbak)"
    )
    for number, (heading, text) in enumerate(items.items(), start=1):
        document.add_heading(f"{number}. {heading}", 1)
        document.add_paragraph(text)
    document.save(str(path))
