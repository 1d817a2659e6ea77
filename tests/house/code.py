"""The Python files under a folder, read once: what every check of the house walks over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "shishi"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its name below the folder that was asked for, its lines, its tree."""

    name: str
    lines: list[str]
    tree: ast.Module


def read_modules(folder: Path) -> Iterator[Module]:
    """Read every Python file under `folder`, by name; migrations are Django's and not ours."""
    for path in sorted(folder.rglob("*.py")):
        if path.parent.name == "migrations":
            continue
        lines, tree = _parse(path.read_text(encoding="utf-8"))
        yield Module(path.relative_to(folder).as_posix(), lines, tree)


@cache  # thirty checks walk over the same files
def _parse(text: str) -> tuple[list[str], ast.Module]:
    return text.splitlines(), ast.parse(text)


def find_functions(module: Module) -> Iterator[Function]:
    """Find every function and method, the nested ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def find_classes(module: Module) -> Iterator[ast.ClassDef]:
    """Find every class, the nested ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))


def find_imports(module: Module) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Find every absolute import, as line, module and the names taken from it."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, node.module or "", tuple(alias.name for alias in node.names)
