"""Where the curated vocabulary is; this module alone knows.

In the wheel the folder `vocab/` lies inside the package, in a checkout beside it.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["read_shipped", "shipped_names"]


def _folder() -> Traversable:
    package = files("leaterms")
    inside = package / "vocab"
    if inside.is_dir():
        return inside
    return package / ".." / "vocab"


def read_shipped(name: str) -> str:
    """The text of the shipped rule file `name`, such as 'segregatie.yaml' (UTF-8).

    Raises:
        FileNotFoundError: there is no such file; the installation is damaged.
    """
    return (_folder() / name).read_text(encoding="utf-8")


def shipped_names() -> tuple[str, ...]:
    """The names of all shipped rule files, sorted."""
    return tuple(sorted(p.name for p in _folder().iterdir() if p.name.endswith(".yaml")))
