"""Words in the code: docstrings where a reader looks for them, and names that say something."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tests.house.code import Function, Module, read_modules

DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "service"}
PASSING = (ast.Import, ast.ImportFrom, ast.Pass)


def find_undocumented(folder: Path) -> list[str]:
    """Name the public modules, classes, functions and methods without a docstring."""
    return [
        f"{module.name}: {name}"
        for module in read_modules(folder)
        for name, node in _public(module)
        if not ast.get_docstring(node)
    ]


def find_drawers(folder: Path) -> list[str]:
    """Name the files and folders whose name says nothing of what lies in them."""
    return [
        module.name
        for module in read_modules(folder)
        if any(
            word in DRAWERS
            for part in PurePosixPath(module.name).with_suffix("").parts
            for word in part.split("_")
        )
    ]


def find_stubs(folder: Path) -> list[str]:
    """Name the modules that hold nothing: built for later and left empty."""
    return [
        module.name
        for module in read_modules(folder)
        if not module.name.endswith("__init__.py")
        and all(isinstance(n, PASSING) or _is_word(n) for n in module.tree.body)
    ]


def _public(module: Module) -> Iterator[tuple[str, ast.Module | ast.ClassDef | Function]]:
    yield "module", module.tree
    waiting: list[ast.Module | ast.ClassDef] = [module.tree]
    while waiting:
        for node in waiting.pop().body:
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                yield node.name, node
                if isinstance(node, ast.ClassDef):
                    waiting.append(node)


def _is_word(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
