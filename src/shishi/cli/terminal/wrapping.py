"""Break Chinese text into lines of a given width in terminal cells, as a printer would."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

NOT_FIRST = frozenset("，。、；：！？）》”’】,.;:!?)]%…")
"""Marks that must not begin a line (避头); the character before them goes along."""


NOT_LAST = frozenset("(（[{<《“‘【")
"""Marks that must not end a line (避尾); they go along with what they open."""


def wrap_text(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at its own line breaks and where it must.

    A number or a word stays whole where it fits on a line.

    >>> wrap_text("新建公园3个,改造绿道12公里。", 10)
    ['新建公园3', '个,改造绿', '道12公里。']
    """
    return [line for part in text.split("\n") for line in _wrap_line(part, width)]


def cut_lines(lines: list[str], width: int, *, most: int) -> list[str]:
    """Keep at most so many lines; what is left out shows as … at the end of the last.

    >>> cut_lines(["新建公园3", "个,改造绿", "道12公里。"], 10, most=2)
    ['新建公园3', '个,改造绿…']
    """
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while cell_len(last) > width - 1:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _wrap_line(text: str, width: int) -> list[str]:
    lines: list[list[str]] = [[]]
    room = width
    for token in _tokens(text, width):
        if cell_len(token) <= room:
            lines[-1].append(token)
            room -= cell_len(token)
            continue
        carried = _carry_along(lines[-1], token, width)
        lines.append([*carried, token] if carried else [token.lstrip()])
        room = width - sum(map(cell_len, lines[-1]))
    return ["".join(line).rstrip() for line in lines]


def _carry_along(line: list[str], token: str, width: int) -> list[str]:
    """Take from the end of a line what may not be parted from the token that follows it."""
    kept = len(line)
    after = token
    while kept > 1 and (after in NOT_FIRST or line[kept - 1] in NOT_LAST):
        kept -= 1
        after = line[kept]
    carried = line[kept:]
    if sum(map(cell_len, [*carried, token])) > width:
        return []
    del line[kept:]
    return carried


def _tokens(text: str, width: int) -> Iterator[str]:
    """Yield what must stay together: a narrow run (12.5, 2024-10-31, qū), or one character."""
    run = ""
    for character in text:
        starts = character.isalnum() and cell_len(character) == 1
        goes_on = run and character.isascii() and character not in " ([{<"
        if (starts or goes_on) and len(run) < width:
            run += character
            continue
        if run:
            yield run
        run = character if starts else ""
        if not starts:
            yield character
    if run:
        yield run
