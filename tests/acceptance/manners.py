"""How the program ends and what it says when it cannot read: exit codes, one line, no traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.acceptance.program import Run, run

UNREADABLE = 2
HUGE = 300 * 1024 * 1024
"""Bytes; more than any table has."""

SAID = 300
"""Characters of a complaint that are shown."""
_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504


def spoil(folder: Path) -> Iterator[tuple[str, Path]]:
    """Lay down files that cannot be read, each with what is wrong with it."""
    yield "missing", folder / "nowhere.txt"
    for name, file, content in (
        ("empty", "empty.txt", b""),
        ("blank", "blank.txt", b" \n\t\n\xe3\x80\x80\n"),
        ("binary", "binary.txt", bytes(range(256)) * 16),
        ("locked", "locked.xlsx", _LOCKED),
        ("locked pdf", "locked.pdf", b"%PDF-1.7\n1 0 obj<</Encrypt 2 0 R>>endobj\n%%EOF\n"),
    ):
        path = folder / file
        path.write_bytes(content)
        yield name, path
    path = folder / "huge.txt"
    with path.open("wb") as hole:
        hole.truncate(HUGE)  # it takes no room on the disk
    yield "huge", path


def complaints_about_ending(name: str, ended: Run, *, codes: tuple[int, ...]) -> list[str]:
    """Say what is wrong with how a call ended: its code, a traceback, an unreadable JSON."""
    asked = f"{ended.words[0]} on {name}"
    found = []
    if ended.code not in codes:
        said = " ".join(ended.err.split())[:SAID]
        wanted = " or ".join(map(str, codes))
        found.append(f"{asked}: exit {ended.code}, wanted {wanted}; it says: {said}")
    if ended.has_traceback:
        found.append(f"{asked}: a traceback: {ended.err.strip().splitlines()[-1]}")
    return found


def complaints_about_refusals(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Call one command on each spoilt file; one line, exit 2 and no traceback is right."""
    found = []
    for name, path in spoil(folder):
        ended = run(words[0], path, *words[1:])
        found += complaints_about_ending(name, ended, codes=(UNREADABLE,))
        lines = ended.err.strip().splitlines()
        if len(lines) != 1:
            found.append(f"{words[0]} on {name}: {len(lines)} lines of complaint, wanted 1")
    return found


def complaints_about_several(files: Sequence[Path], missing: Path) -> list[str]:
    """Call extract on several files with one that is missing among them: the others must come."""
    ended = run("extract", "--json", files[0], missing, *files[1:])
    found = complaints_about_ending("several files", ended, codes=(UNREADABLE,))
    try:
        names = [json.loads(line)["source"]["name"] for line in ended.out.splitlines()]
    except (ValueError, KeyError, TypeError) as error:
        return [*found, f"extract on several files: not one object a line: {error!r}"]
    if [Path(name).name for name in names] != [file.name for file in files]:
        found.append(f"extract on several files: gave {names}")
    return found
