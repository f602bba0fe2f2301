"""Dutch pipelines of spaCy: the one inside leaterms, and any other that is installed.

spaCy is imported inside the functions, as it takes half a second that no user of the rest
should wait for.
"""

import hashlib
import json
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING

from leaterms.errors import InputError, LeatermsError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["SHIPPED_MODEL", "file_hashes", "load_pipeline", "register_parts"]

SHIPPED_MODEL = Path(__file__).with_name("nl_leaterms")
"""The folder of the shipped pipeline; `nl_leaterms.json` beside it has its hashes and figures."""

_PARTS = ("architectures", "components", "lemmatizer")
_MEND = "Installeer leaterms opnieuw: pip install --force-reinstall leaterms"


def load_pipeline(model: str | Path | None = None) -> "Language":
    """Load a Dutch pipeline with tags, parts of speech, lemmas, a parse and sentences.

    Args:
        model: nothing for the pipeline inside leaterms; the name of an installed one
            ('nl_core_news_lg'); or the folder of one.

    Raises:
        LeatermsError: the pipeline inside leaterms is damaged or not there.
        InputError: `model` is not installed, cannot be loaded, or is not Dutch.
    """
    if model is None:
        _check(SHIPPED_MODEL)
    import spacy  # noqa: PLC0415  (late: see the module's text)

    register_parts()
    from leaterms.language.architectures import use_numpy_blas  # noqa: PLC0415  (loads thinc)

    nlp = spacy.load(SHIPPED_MODEL) if model is None else _load_other(model)

    use_numpy_blas(nlp)
    return nlp


def pipeline_identity(model: str | Path | None) -> str:
    """What stands for the pipeline that `load_pipeline` loads; '' for the one inside leaterms.

    Raises:
        InputError: `model` is neither installed nor a folder, or is not Dutch.
    """
    if model is None:
        return ""
    _load_other(model)  # says what is wrong before any work is done
    import spacy  # noqa: PLC0415  (late: see the module's text)

    folder = Path(model) if Path(model).is_dir() else spacy.util.get_package_path(str(model))
    return hashlib.sha256(json.dumps(file_hashes(folder)).encode()).hexdigest()


def register_parts() -> None:
    """Make spaCy know the layers and components of `nl_leaterms`; a second time is harmless.

    Once leaterms is installed, spaCy also finds them itself, by the entry points in
    pyproject.toml.
    """
    for name in _PARTS:
        import_module(f"leaterms.language.{name}")


def file_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a pipeline, by its path in `folder` with slashes, in order.

    Texts about it (`*.md`) are not counted: they change nothing it does.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix())
    }


def _check(folder: Path) -> None:
    """Hold the files in `folder` against the hashes in the JSON file beside it."""
    try:
        record = json.loads(folder.with_suffix(".json").read_text(encoding="utf-8"))
        recorded: dict[str, str] = dict(record["files"])
        found = file_hashes(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        text = f"Het Nederlandse taalmodel van leaterms is niet te lezen ({folder}). {_MEND}"
        raise LeatermsError(text) from error
    for name, digest in recorded.items():
        if found.get(name) != digest:
            state = "beschadigd" if name in found else "onvolledig"
            text = f"Het Nederlandse taalmodel van leaterms is {state} ({folder / name}). {_MEND}"
            raise LeatermsError(text)


def _load_other(model: str | Path) -> "Language":
    import spacy  # noqa: PLC0415  (late: see the module's text)

    if not (Path(model).is_dir() or spacy.util.is_package(str(model))):
        raise InputError(
            f"Taalmodel '{model}' is niet geïnstalleerd en ook geen map; installeer het met "
            f"'python -m spacy download {model}', of laat het weg om het model van leaterms "
            "te gebruiken."
        )
    try:
        nlp = spacy.load(model)
    except Exception as error:  # spaCy, thinc and the model's own code may raise anything
        raise InputError(
            f"Taalmodel '{model}' kan niet worden geladen ({error}). Installeer de versie die bij "
            f"spaCy {metadata.version('spacy')} hoort, of laat het weg om het model van leaterms "
            "te gebruiken."
        ) from error
    if nlp.lang != "nl":
        raise InputError(
            f"Taalmodel '{model}' is voor de taal '{nlp.lang}'; leaterms leest Nederlands. Kies "
            "een model waarvan de naam met 'nl_' begint."
        )
    return nlp
