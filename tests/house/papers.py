"""Papers: the glossary and the map say what the code says, and the code says nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.code import find_classes, find_imports, read_modules


def find_missing_terms(glossary: str, src: Path) -> list[str]:
    """Name the terms that the glossary says are in use and that the code does not have."""
    names = read_names(src)
    return [
        f"{term}: {name}"
        for term, name, later in read_terms(glossary)
        if not later and name not in names
    ]


def find_built_terms(glossary: str, src: Path) -> list[str]:
    """Name the terms that the glossary still marks "later" and that the code already has."""
    names = read_names(src)
    return [
        f"{term}: {name}" for term, name, later in read_terms(glossary) if later and name in names
    ]


def find_unexplained(glossary: str, src: Path) -> list[str]:
    """Name the classes that leave their room and that the glossary does not know.

    A class that only its own room uses is that room's affair; one that another room imports is a
    word of the house.
    """
    known = {name.split(".")[0] for _, name, later in read_terms(glossary) if not later}
    modules = list(read_modules(src))
    classes = {
        (_room(module.name), node.name) for module in modules for node in find_classes(module)
    }
    return sorted(
        {
            name
            for module in modules
            for _, origin, taken in find_imports(module)
            for name in taken
            if origin.startswith("shishi.")
            and (room := origin.split(".")[1]) != _room(module.name)
            and (room, name) in classes
            and name not in known
        }
    )


def find_map_faults(street: str, src: Path) -> list[str]:
    """Name the rooms that the map lacks, and those it has and the house has not."""
    rooms = {
        path.name + "/" * path.is_dir()
        for path in src.iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    }
    table = street.partition("## The rooms")[2].partition("\n## ")[0]
    drawn = set(re.findall(r"^\| `([^`]+)`", table, flags=re.M))
    return [f"not on the map: {r}" for r in sorted(rooms - drawn)] + [
        f"not in the house: {r}" for r in sorted(drawn - rooms)
    ]


def read_terms(glossary: str) -> Iterator[tuple[str, str, bool]]:
    """Read the glossary's rows: Chinese term, name in code, whether it is marked "later"."""
    for line in glossary.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) >= 3:
            for name, later in re.findall(r"`([^`]+)`( later)?", cells[2]):
                yield cells[0], name, bool(later)


def read_names(src: Path) -> set[str]:
    """Read what the code is made of: classes, their fields and members, functions, constants."""
    names: set[str] = set()
    for module in read_modules(src):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                names |= {node.name, *(f"{node.name}.{n}" for n in _members(node))}
            names |= _defined(node)
    return names


def _room(path: str) -> str:
    return path.split("/")[0].removesuffix(".py")


def _members(node: ast.ClassDef) -> set[str]:
    return {name for part in node.body for name in _defined(part)}


def _defined(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return {node.target.id}
    if isinstance(node, ast.Assign):
        return {t.id for t in node.targets if isinstance(t, ast.Name)}
    return set()
