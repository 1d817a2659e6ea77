"""Sizes: where a file, a function or a folder has grown past what one can hold in mind."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path, PurePosixPath
from statistics import median

from tests.house.code import SRC, Function, find_functions, read_modules

FILE_LINES, FILE_AIM = 400, 150
FUNCTION_LINES, FUNCTION_AIM = 60, 12
POSITIONAL = 3
FOLDER_MODULES = 15
MANY = {"rules"}  # a folder that holds many of a kind: one file a rule


def find_long_files(folder: Path) -> list[str]:
    """Name the files of more than 400 lines."""
    return [
        f"{m.name}: {len(m.lines)} lines" for m in read_modules(folder) if len(m.lines) > FILE_LINES
    ]


def find_long_functions(folder: Path) -> list[str]:
    """Name the functions of more than 60 lines, docstring included."""
    return [
        f"{m.name}: {f.name}: {_length(f)} lines"
        for m in read_modules(folder)
        for f in find_functions(m)
        if _length(f) > FUNCTION_LINES
    ]


def find_wide_functions(folder: Path) -> list[str]:
    """Name the functions with more than three positional parameters, self and cls not counted."""
    return [
        f"{m.name}: {f.name}: {_positional(f)} positional parameters"
        for m in read_modules(folder)
        for f in find_functions(m)
        if _positional(f) > POSITIONAL
    ]


def find_full_folders(folder: Path) -> list[str]:
    """Name the folders of more than 15 modules, the front door not counted."""
    paths = (PurePosixPath(m.name) for m in read_modules(folder))
    count = Counter(str(p.parent) for p in paths if p.name != "__init__.py")
    return [
        f"{name}: {number} modules"
        for name, number in count.items()
        if number > FOLDER_MODULES and name not in MANY
    ]


def figures(folder: Path) -> str:
    """Say in one line how big the files and functions under `folder` are, beside their aims."""
    modules = list(read_modules(folder))
    files = sorted((len(m.lines), m.name) for m in modules)
    functions = sorted((_length(f), f.name) for m in modules for f in find_functions(m))
    return (
        f"{len(files)} files: median {median(n for n, _ in files):.0f} lines (aim {FILE_AIM}), "
        f"longest {files[-1][1]} {files[-1][0]}; "
        f"{len(functions)} functions: median {median(n for n, _ in functions):.0f} "
        f"(aim {FUNCTION_AIM}), longest {functions[-1][1]} {functions[-1][0]}"
    )


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _positional(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [a.arg for a in function.args.posonlyargs + function.args.args]
    return len(names) - (names[:1] in (["self"], ["cls"]))


if __name__ == "__main__":
    print(figures(SRC))
