"""Habits of the core: time is an argument, values are decimal, libraries stay in their own place."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.code import Module, find_imports, read_modules

EVERYTHING = {"Exception", "BaseException"}
DOOR = "cli/"
CLOCKS = {"today", "now", "utcnow", "localtime", "time_ns"}
IMPORT_NAMES = {
    "pytest-xdist": "xdist",
    "import-linter": "importlinter",
    "django-axes": "axes",
    "django-csp": "csp",
    "python-docx": "docx",
    "argon2-cffi": "argon2",
}
"""Libraries that are imported under another name than they are installed; - and _ aside."""


def find_clocks(folder: Path) -> list[str]:
    """Name the places that look at the clock: `date.today()`, `datetime.now()`, `time.time()`."""
    return [
        f"{module.name}:{node.lineno}: {ast.unparse(node)}"
        for module in read_modules(folder)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _is_clock(node)
    ]


def find_floats(folder: Path) -> list[str]:
    """Name the places that make or ask for a float; values are Decimal."""
    return [
        f"{module.name}:{node.lineno}: {ast.unparse(node)}"
        for module in read_modules(folder)
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]


def find_broad_catches(folder: Path) -> list[str]:
    """Name the `except` that catch everything, outside the one door where a person is told."""
    return [
        f"{module.name}:{node.lineno}"
        for module in read_modules(folder)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in EVERYTHING)
        and not module.name.startswith(DOOR)
    ]


def find_loose_digits(folder: Path) -> list[str]:
    """Name the patterns with a \\d: it also matches the full-width digits, [0-9] does not."""
    return [
        f"{module.name}:{node.lineno}"
        for module in read_modules(folder)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and r"\d" in node.value
    ]


def find_front_door_users(folder: Path) -> list[str]:
    """Name the inner modules that import the front door; they import each other's rooms."""
    rooms = {path.stem for path in folder.iterdir()}
    return [
        f"{module.name}:{line}: {name}"
        for module in read_modules(folder)
        if module.name != "__init__.py"
        for line, name, taken in find_imports(module)
        if name == "shishi" and not (taken and set(taken) <= rooms)
    ]


def find_uncommented(pyproject: str) -> list[str]:
    """Name the dependencies whose line does not say what for and, after "in", where."""
    return [
        name for name, comment in _dependencies(pyproject) if not re.search(r"\w; in \w", comment)
    ]


def find_strays(pyproject: str, folder: Path) -> list[str]:
    """Name the modules that import a library outside the place its comment gives."""
    homes = {
        IMPORT_NAMES.get(name, name.replace("-", "_")): comment.rpartition("; in ")[2].strip()
        for name, comment in _dependencies(pyproject)
    }
    return [
        f"{module.name}:{line}: {name}"
        for module in read_modules(folder)
        for line, name, _ in find_imports(module)
        if (home := homes.get(name.partition(".")[0])) and not _is_at(module, home)
    ]


def _is_clock(call: ast.Call) -> bool:
    """A call on the clock; `localtime(moment)` only shows a given moment in another zone."""
    called = call.func
    if not isinstance(called, ast.Attribute) or (called.attr == "localtime" and call.args):
        return False
    return called.attr in CLOCKS or ast.unparse(called) == "time.time"


def _is_at(module: Module, homes: str) -> bool:
    return any(
        module.name == home or (home.endswith("/") and module.name.startswith(home))
        for home in homes.split(" and ")
    )


def _dependencies(pyproject: str) -> Iterator[tuple[str, str]]:
    """Give every dependency of the package, its extras and its groups, with the comment on its line."""
    table = tomllib.loads(pyproject)
    named = [*table["project"]["dependencies"]]
    extras = table["project"].get("optional-dependencies", {})
    for group in (*extras.values(), *table.get("dependency-groups", {}).values()):
        named += group
    for dependency in named:
        line = next(n for n in pyproject.splitlines() if f'  "{dependency}"' in n)
        yield re.split(r"[<>=~!\[; ]", dependency)[0], line.partition("#")[2]
