"""Messages: every code that the program can say has words in both languages, and no words are left over."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.house.code import Module, read_modules

SAYING = {"Finding": 0, "Reason": 0, "refuse": 1}
"""The nouns and verbs that take a code which a person will read as a sentence, and where it stands."""


def find_wordless(folder: Path) -> list[str]:
    """Name the codes that are used and have no template, or not in both languages."""
    templates = read_templates(folder)
    return [
        f"{module.name}: {code}"
        for module in read_modules(folder)
        for code in _used(module)
        if not {"zh", "en"} <= templates.get(code, {}).keys()
    ]


def find_orphans(folder: Path) -> list[str]:
    """Name the templates whose code stands nowhere in the program.

    A code may be put together: f"{code}-remedy" speaks for every code that is used.
    """
    nodes = [node for module in read_modules(folder) for node in ast.walk(module.tree)]
    used = {node.value for node in nodes if isinstance(node, ast.Constant)}
    tails = {
        node.values[1].value
        for node in nodes
        if isinstance(node, ast.JoinedStr)
        and [type(value) for value in node.values] == [ast.FormattedValue, ast.Constant]
    }
    return [
        code
        for code in read_templates(folder)
        if not used & {code, *(code.removesuffix(tail) for tail in tails if code.endswith(tail))}
    ]


def find_lopsided(folder: Path) -> list[str]:
    """Name the templates that do not tell the same facts in both languages."""
    return [
        code
        for code, template in read_templates(folder).items()
        if _facts(template.get("zh", "")) != _facts(template.get("en", ""))
    ]


def find_twice(folder: Path) -> list[str]:
    """Name the codes that two message files claim: the later one would silently win."""
    seen: dict[str, str] = {}
    twice = []
    for path in sorted((folder / "data" / "messages").glob("*.toml")):
        for code in tomllib.loads(path.read_text(encoding="utf-8")):
            if code in seen:
                twice.append(f"{code}: {seen[code]} and {path.name}")
            seen[code] = path.name
    return twice


def find_half_width(folder: Path) -> list[str]:
    """Name the Chinese templates with an ASCII mark beside a Chinese character or a fact."""
    beside = re.compile(r"[\u3400-\u9fff”}][,:;()!?]|[,:;()!?][\u3400-\u9fff“{]")
    return [
        code
        for code, template in read_templates(folder).items()
        if beside.search(template.get("zh", ""))
    ]


def read_templates(folder: Path) -> dict[str, Mapping[str, str]]:
    """Read every room's templates, code → language → sentence."""
    templates: dict[str, Mapping[str, str]] = {}
    for path in sorted((folder / "data" / "messages").glob("*.toml")):
        templates |= tomllib.loads(path.read_text(encoding="utf-8"))
    return templates


def _used(module: Module) -> Iterator[str]:
    """Give the codes of the Finding(…) and Reason(…) of a module, written out or by constant."""
    constants = {
        target.id: node.value.value
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            position = SAYING.get(ast.unparse(node.func), len(node.args))
            for code in node.args[position : position + 1]:
                if isinstance(code, ast.Constant):
                    yield code.value
                elif isinstance(code, ast.Name) and code.id in constants:
                    yield constants[code.id]


def _facts(template: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(template) if name}
