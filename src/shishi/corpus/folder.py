"""Folder: the files of a folder and all below it, in an order that never changes."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Listed:
    """One file: its path below the folder (with /), its size in bytes, its time in nanoseconds.

    Size and time tell whether it has changed since it was last read; its bytes are not looked at.
    """

    path: str
    size: int
    changed: int


def list_folder(root: Path, *, without: Path | None = None) -> list[Listed]:
    """List the files below `root`, sorted by path; the folder `without` is passed over.

    Hidden files and folders, links, and what is no regular file are left out: a link could lead
    anywhere. Raises OSError for a folder that cannot be opened.
    """
    passed = without.resolve() if without else None
    found: list[Listed] = []
    todo = [root]
    while todo:
        folder = todo.pop()
        for entry in os.scandir(folder):
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir():
                if passed is None or Path(entry.path).resolve() != passed:
                    todo.append(Path(entry.path))
                continue
            status = entry.stat()
            if stat.S_ISREG(status.st_mode):
                path = Path(entry.path).relative_to(root).as_posix()
                found.append(Listed(path, status.st_size, status.st_mtime_ns))
    return sorted(found, key=lambda listed: listed.path)
