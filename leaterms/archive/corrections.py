"""Which file each entry of a correcties.yaml is about.

The paths in such a file are relative to the folder it lies in, as that of a table. An entry
about a file that is not there is a fault: the one who wrote it thinks that it is corrected.
"""

from pathlib import PurePosixPath

from leaterms.archive.files import Archive
from leaterms.errors import CorrectionsError
from leaterms.structure import Correction, load_corrections

__all__ = ["find_corrections"]


def find_corrections(archive: Archive) -> dict[str, Correction]:
    """The correction of each file that has one, by its path in the tables.

    Where several correcties.yaml name a file, the one nearest to it holds.

    Raises:
        CorrectionsError: one of them has a fault, or names a file that does not exist; one
            line per fault, all faults at once.
    """
    found: dict[str, Correction] = {}
    faults: list[str] = []
    # those of folders come before those of the folders in them, and give way to them
    for source, folder in sorted(archive.corrections, key=lambda pair: pair[1].count("/")):
        try:
            corrections = load_corrections(source)
        except CorrectionsError as error:
            faults.append(str(error))
            continue
        for correction in corrections:
            inside = PurePosixPath(correction.path)
            if not (source.parent / inside).is_file():
                faults.append(
                    f"{folder}{source.name}: '{correction.path}' bestaat niet; "
                    "schrijf het pad zoals het in de map staat, vanaf dit bestand"
                )
            found[f"{folder}{inside}"] = correction
    if faults:
        raise CorrectionsError("\n".join(faults))
    return found
