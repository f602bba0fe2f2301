"""Which file each entry of a correcties.yaml is about.

An entry names a file as the table of documents does, or from the folder that its correcties.yaml
lies in, so that a folder keeps its corrections when it is scanned with others. An entry about
a file that is not there is a fault: whoever wrote it thinks that it is corrected.
"""

import unicodedata
from difflib import get_close_matches
from pathlib import Path

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
    paths = {_spelt(file.path): file.path for file in archive.files}
    found: dict[str, Correction] = {}
    faults: list[str] = []
    # those of a folder come before those of the folders in it, and give way to them
    for source, folder in sorted(archive.corrections, key=lambda pair: pair[1].count("/")):
        try:
            corrections = load_corrections(source)
        except CorrectionsError as error:
            faults.append(str(error))
            continue
        except OSError:
            faults.append(
                f"{folder}{source.name}: dit bestand kan niet worden geopend; "
                "vraag leesrechten aan en scan opnieuw"
            )
            continue
        for correction in corrections:
            path = paths.get(_spelt(folder + correction.path))
            path = path or paths.get(_spelt(correction.path))
            if path is not None:
                found[path] = correction
            elif not _lies_beside(source, correction.path):
                faults.append(
                    f"{folder}{source.name}: '{correction.path}' is er niet; "
                    f"{_mend(correction.path, folder, list(paths))}"
                )
    if faults:
        raise CorrectionsError("\n".join(faults))
    return found


def _mend(written: str, folder: str, paths: list[str]) -> str:
    """What to do about a path that leads nowhere, with the nearest there is."""
    near = get_close_matches(_spelt(folder + written), paths, n=1, cutoff=0.75)
    if near:
        return f"bedoelde u '{near[0].removeprefix(folder)}'?"
    return "schrijf het pad zoals het in het rapport staat"


def _lies_beside(source: Path, path: str) -> bool:
    """Whether a file is there that is just not scanned now: one file was asked for."""
    try:
        return (source.parent / path).is_file()
    except (OSError, ValueError):
        return False


def _spelt(path: str) -> str:
    r"""A path as two people may spell it alike: 'map\café.pdf', 'map/café.pdf' (NFC, NFD)."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))
