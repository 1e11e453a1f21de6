"""The rules of the house: folders that can be surveyed, and docstrings that begin with what a thing does."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("schemas", "exporters", "designer")
FRONTEND = Path("designer/frontend/src")
GENERATED = ("node_modules", ".installed", "dist")

MAX_MODULES = 20
MAX_MODULES_OF_REGISTRY = 40
REGISTRIES = {
    "exporters/permissions/services": "one module for each service",
    "designer/workspace/actions": "one module for each user action",
}
"""Folders with one module for each kind of a thing, found by a registry."""

RIDDLES = ("What ", "Where ", "How ", "Whether ")
"""Beginnings of docstrings that describe a thing by a question instead of naming it."""


def files(folder: Path, *suffixes: str) -> Iterator[Path]:
    """The source files below `folder`, relative to the repository, without generated ones."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in suffixes and not any(part in GENERATED for part in path.parts):
            yield path.relative_to(ROOT)


def riddles(path: Path) -> Iterator[str]:
    """The docstrings in a file that begin with a question, with their lines."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        docstring = ast.get_docstring(node) if isinstance(node, kinds) else None
        if docstring and docstring.startswith(RIDDLES):
            yield f"{path}:{getattr(node, 'lineno', 1)}: {docstring.splitlines()[0]}"


def test_a_docstring_says_what_a_thing_does_or_is():
    found = [
        riddle for package in PACKAGES for path in files(Path(package), ".py") for riddle in riddles(path)
    ]
    assert not found, "\n".join(
        ["Begin these docstrings with a verb or a noun, not with What, Where, How or Whether:", *found]
    )


def test_a_folder_can_be_surveyed():
    python = [path for folder in (*PACKAGES, "tests") for path in files(Path(folder), ".py")]
    typescript = files(FRONTEND, ".ts", ".tsx")
    counts = Counter(str(path.parent) for path in (*python, *typescript) if path.name != "__init__.py")
    crowded = [
        f"{folder}: {count} modules, at most {most}"
        for folder, count in sorted(counts.items())
        if count > (most := MAX_MODULES_OF_REGISTRY if folder in REGISTRIES else MAX_MODULES)
    ]
    assert not crowded, "\n".join(
        ["Divide these folders by subject, or name them as registries in this test:", *crowded]
    )


def test_the_named_registries_exist():
    missing = [folder for folder in REGISTRIES if not (ROOT / folder).is_dir()]
    assert not missing, f"These registries no longer exist; remove them from this test: {missing}"


def test_no_two_modules_of_the_tests_have_the_same_name():
    """They are imported by their names alone, so that one would stand for the other; but for packages."""
    modules = (path for path in files(Path("tests"), ".py") if "bench" not in path.parts)
    names = Counter(path.name for path in modules if path.name not in ("__init__.py", "conftest.py"))
    assert [name for name, count in names.items() if count > 1] == []
