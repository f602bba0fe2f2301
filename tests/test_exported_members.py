"""The public names are exactly those in `__all__`, and each is there."""

import importlib
import subprocess
import sys

import pytest

import leaterms

DOORS = [
    "leaterms",
    "leaterms.api",
    "leaterms.archive",
    "leaterms.assessment",
    "leaterms.cli",
    "leaterms.detection",
    "leaterms.evaluation",
    "leaterms.language",
    "leaterms.questionnaire",
    "leaterms.reading",
    "leaterms.relabelling",
    "leaterms.reporting",
    "leaterms.structure",
    "leaterms.vocabulary",
]


@pytest.mark.parametrize("name", DOORS)
def test_every_name_in_all_is_there(name):
    door = importlib.import_module(name)

    assert [member for member in door.__all__ if not hasattr(door, member)] == []
    assert list(door.__all__) == sorted(set(door.__all__), key=door.__all__.index)


def test_the_door_lists_all_its_names():
    public = {name for name in dir(leaterms) if not name.startswith("_")}
    modules = {name for name in public if isinstance(getattr(leaterms, name), type(sys))}

    assert public - modules - {"TYPE_CHECKING", "import_module"} | {"__version__"} == set(
        leaterms.__all__
    )


def test_the_contract_is_there():
    promised = {"scan", "open_scan", "read", "load_vocabulary", "detect", "LeatermsError"}

    assert promised <= set(leaterms.__all__)


def test_a_star_import_gives_all():
    script = "from leaterms import *; print(sorted(n for n in dir() if n[:2] != '__'))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.strip() == str(sorted(set(leaterms.__all__) - {"__version__"}))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'leaterms' has no attribute 'scann'"):
        _ = leaterms.scann


def test_every_error_is_of_the_family():
    errors = [getattr(leaterms, name) for name in leaterms.__all__ if name.endswith("Error")]

    assert len(errors) == 7
    assert all(issubclass(error, leaterms.LeatermsError) for error in errors)
