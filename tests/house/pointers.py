"""Pointers: what a document sends a reader to is there, be it a file, a command or a function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.papers import read_names
from tests.house.repository import find_files


def find_dead_links(root: Path) -> list[str]:
    """Name the relative links of the Markdown files that lead nowhere."""
    return [
        f"{path.relative_to(root)}: {target}"
        for path in _documents(root)
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]


def find_unknown_commands(root: Path) -> list[str]:
    """Name the `make …` that a document asks for and the Makefile does not have."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))
    return [
        f"{path.relative_to(root)}: make {target}"
        for path in _documents(root)
        for target in re.findall(
            r"(?:`|^)make ([a-z-]+)", path.read_text(encoding="utf-8"), flags=re.M
        )
        if target not in targets
    ]


def find_missing_arrows(street: str, src: Path) -> list[str]:
    """Name the arrows of the map that are no function of the code."""
    arrows = re.findall(r"^\| `([a-z_]+)` \|", street.partition("## ")[0], flags=re.M)
    names = read_names(src)
    return [arrow for arrow in arrows if arrow not in names]


def _documents(root: Path) -> Iterator[Path]:
    return (path for path in find_files(root) if path.suffix == ".md")
