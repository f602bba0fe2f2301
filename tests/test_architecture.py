"""What import-linter cannot say: a package is entered by its door, and modules stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "leaterms"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 420  # the house says some 400
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "data"}


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def imports_of(path):
    """The modules of leaterms that `path` imports from, with the names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leaterms"):
            yield node.module, [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("leaterms."):
                    yield alias.name, []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_package_is_entered_by_its_door(path):
    own = path.relative_to(PACKAGE).parts[0]
    inside = [
        module
        for module, names in imports_of(path)
        for package in [module.split(".")[1:]]
        if len(package) > 1 and package[0] != own
    ]

    assert inside == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for_and_stays_small(path):
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= MOST_LINES
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize(
    "door", [p for p in MODULES if p.name == "__init__.py" and p.parent != PACKAGE], ids=name_of
)
def test_a_door_has_no_logic(door):
    tree = ast.parse(door.read_text(encoding="utf-8"))
    kinds = {type(node).__name__ for node in tree.body}

    assert kinds <= {"Expr", "Import", "ImportFrom", "Assign"}
    assert [ast.unparse(n.targets[0]) for n in tree.body if isinstance(n, ast.Assign)] == [
        "__all__"
    ]
