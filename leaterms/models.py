"""Models that are shipped as data beside a card with their hash."""

import hashlib
import json
from importlib.resources import files

from leaterms.errors import LeatermsError

__all__ = ["read_model"]


def read_model(package: str, name: str, called: str) -> bytes:
    """The bytes of `model/<name>.npz` in `package`, checked against the hash on its card.

    The hash guards against a half-copied installation, not against someone who changes both.

    Args:
        package: the package with the folder `model`, as 'leaterms.detection'.
        name: of the files: the model `<name>.npz` and the card `<name>.json`.
        called: what a user calls it ('Het taalmodel').

    Raises:
        LeatermsError: the files are missing or are not those that were shipped.
    """
    folder = files(package) / "model"
    try:
        data = (folder / f"{name}.npz").read_bytes()
        card = (folder / f"{name}.json").read_text(encoding="utf-8")
    except OSError as error:
        raise LeatermsError(
            f"{called} van leaterms ontbreekt; installeer leaterms opnieuw."
        ) from error
    if hashlib.sha256(data).hexdigest() != _sha256_on(card):
        raise LeatermsError(
            f"{called} van leaterms is beschadigd of gewijzigd; installeer leaterms opnieuw."
        )
    return data


def _sha256_on(card: str) -> str:
    """The hash that the model card gives; '' where it gives none."""
    try:
        return str(json.loads(card)["sha256"])
    except (ValueError, KeyError, TypeError):
        return ""
