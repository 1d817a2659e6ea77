"""Halves: what a format can write as a character and no text can hold, put right or told as lost."""

from __future__ import annotations


def whole_characters(text: str) -> str:
    r"""Join the two halves of a character (\ud83d \ude42); a half alone and a NUL become U+FFFD.

    >>> whole_characters("\ud83d\ude42"), whole_characters("新增\ud800泊位\0")
    ('🙂', '新增�泊位�')
    """
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace").replace("\0", "\ufffd")
