"""Print annotated documents as PDF and DOCX files.

    python corpus_samples/render.py SOURCE_DIR OUT_DIR [--format both|header] [--anonymous]

A document goes to OUT_DIR/<municipality>/<stem>.pdf or .docx, in the format and house style
that its header names. `--anonymous` calls the files document-001 and so on, so that their
names give nothing away, and writes which is which to OUT_DIR/namen.csv. The same sources
give the same bytes.
"""

import argparse
import csv
import re
import sys
from pathlib import Path

from rendering import DOCX_STYLES, PDF_STYLES, write_docx, write_pdf

from leaterms.errors import LeatermsError
from leaterms.evaluation import AnnotatedDocument, read_annotations

__all__ = ["render"]

MAPPING = "namen.csv"


def render(
    documents: tuple[AnnotatedDocument, ...],
    out: Path,
    *,
    both: bool = False,
    anonymous: bool = False,
    style: int | None = None,
) -> tuple[Path, ...]:
    """Write `documents` below `out` and give the paths of the files.

    Args:
        documents: the annotated documents.
        out: where to write; made when it is not there.
        both: each document as PDF and as DOCX, instead of what its header says.
        anonymous: name files document-001 and on, and write the names to `MAPPING`.
        style: the number of a house style (from 1) to print all in; None: each header's.

    Raises:
        OSError: a file cannot be written.
    """
    written: list[Path] = []
    names: list[tuple[str, str]] = []
    for count, document in enumerate(documents, start=1):
        stem = document.name.removesuffix(".txt")
        folder = out / _folder_name(document.header.municipalities[0])
        folder.mkdir(parents=True, exist_ok=True)
        number = (style or _style_number(document)) - 1
        for suffix in ("docx", "pdf") if both else (document.header.format,):
            name = f"document-{count:03}" if anonymous else stem
            path = folder / f"{name}.{suffix}"
            if suffix == "docx":
                path.write_bytes(write_docx(document, DOCX_STYLES[number % len(DOCX_STYLES)]))
            else:
                path.write_bytes(write_pdf(document, PDF_STYLES[number % len(PDF_STYLES)]))
            written.append(path)
            names.append((path.relative_to(out).as_posix(), document.name))
    if anonymous:
        with (out / MAPPING).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("bestand", "bron"))
            writer.writerows(names)
    return tuple(written)


def _folder_name(municipality: str) -> str:
    return re.sub(r'[<>:"/\\|?*]', "-", municipality)


def _style_number(document: AnnotatedDocument) -> int:
    """The number of the house style; a name that is no number counts as the first."""
    return int(document.header.style) if document.header.style.isdecimal() else 1


def _main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Print annotated documents as PDF and DOCX.")
    parser.add_argument("source", type=Path, help="folder with annotated documents")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--format", choices=("both", "header"), default="header")
    parser.add_argument("--anonymous", action="store_true", help="names that give nothing away")
    parser.add_argument("--style", type=int, help="all in the house style with this number")
    options = parser.parse_args(arguments)
    try:
        documents = read_annotations(options.source)
        written = render(
            documents,
            options.out,
            both=options.format == "both",
            anonymous=options.anonymous,
            style=options.style,
        )
    except LeatermsError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{options.out}: kan hier niet schrijven ({error.strerror})", file=sys.stderr)
        return 2
    print(f"{len(written)} bestanden in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
