"""How much a single document may ask of this machine before it is refused."""

from dataclasses import dataclass

__all__ = ["DEFAULT_LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; a document beyond one of them is a `BrokenDocument`.

    The bounds are far above any set of minutes with its annexes, and low enough for a
    laptop: `file_bytes` is the file as stored, `part_bytes` one part of a Word file after
    unpacking, `parts` the entries in its zip, `pages` the pages of a PDF, `characters` the
    text of the whole document.
    """

    file_bytes: int = 256 * 1024**2
    part_bytes: int = 96 * 1024**2
    parts: int = 20_000
    pages: int = 5_000
    characters: int = 30_000_000


DEFAULT_LIMITS = Limits()
