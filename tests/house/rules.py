"""A rule is a file, a test, a heading and a message: whoever adds one adds all four."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house.code import Module, read_modules
from tests.house.messages import read_templates


def find_homeless_rules(src: Path, *, tests: Path, guide: str) -> list[str]:
    """Name what a rule lacks: its test file, its heading in the guide, its message."""
    templates = read_templates(src)
    headings = find_headings(guide)
    faults = []
    for stem, code in read_rules(src).items():
        if not (tests / "rules" / f"test_{stem}.py").exists():
            faults.append(f"{stem}: no tests/rules/test_{stem}.py")
        if code not in headings:
            faults.append(f"{stem}: no heading {code} in docs/rules.md")
        if code not in templates:
            faults.append(f"{stem}: no message for {code}")
    return faults


def find_ruleless_headings(src: Path, guide: str) -> list[str]:
    """Name the headings of the guide that look like a rule's code and belong to no rule."""
    return sorted(find_headings(guide) - set(read_rules(src).values()))


def find_idle_rules(src: Path) -> list[str]:
    """Name the rules that no other module of the room lists: they would never be asked."""
    modules = list(read_modules(src / "rules"))
    return [
        stem
        for stem in read_rules(src)
        if not any(
            stem in re.split(r"\W+", "\n".join(m.lines)) for m in modules if m.name != f"{stem}.py"
        )
    ]


def find_leaning_rules(src: Path) -> list[str]:
    """Name the rules that import another rule: what two rules need stands in a module of its own."""
    codes = read_rules(src)
    return [
        f"{module.name}: {node.module}"
        for module in read_modules(src / "rules")
        if module.name.removesuffix(".py") in codes
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2] in codes
    ]


def read_rules(src: Path) -> dict[str, str]:
    """Read the rule files, name → CODE; modules of the room without a CODE are not rules."""
    found = ((m.name.removesuffix(".py"), _code(m)) for m in read_modules(src / "rules"))
    return {stem: code for stem, code in found if code}


def find_headings(guide: str) -> set[str]:
    """Find the headings of second and third rank that are a code, `in-backticks` or bare."""
    return set(re.findall(r"^###? `?([a-z0-9]+(?:-[a-z0-9]+)+)`?", guide, flags=re.M))


def _code(module: Module) -> str:
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CODE":
            return str(ast.literal_eval(node.value))
    return ""
