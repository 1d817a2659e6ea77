"""Mojibake: words that a program before us decoded wrongly; what they were is proposed, never put in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.places import Place

# UTF-8 read as Western letters: a lead byte and the bytes after it, three characters or more of it.
_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_WESTERN = re.compile(f"(?:[\u00e2-\u00ef][{_HIGH}]{{2}}){{2,}}")
# UTF-8 among the bytes of GB 18030: three Chinese characters in a row are no chance.
_AMONG_GB = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){3,}")
# The bytes in UTF-8 by which the first characters of _WESTERN and those of _PRIVATE begin: looking for
# bytes first is ten times as fast as looking for characters, and hardly a page has any of them.
_WESTERN_LEAD = b"\xc3"
_PRIVATE_LEADS = (b"\xee", b"\xf3", b"\xf4")
_PRIVATE_LEAD = re.compile(b"\xef[\x80-\xa3]")
_GIVEN_UP = "锟斤拷"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SHOWN = 20


def find_mojibake(text: str, encoding: str) -> Iterator[Finding]:
    """Find what was decoded wrongly before, and characters without a meaning; a finding a kind.

    `encoding` is the one that the text was decoded by; "" where the format says it itself.

    >>> [f.facts["repaired"] for f in find_mojibake("新建å…¬å›\\xad2座", "")]
    ['公园']
    """
    data = text.encode("utf-8", "surrogatepass")
    if _WESTERN_LEAD in data:
        yield from _western(text)
    if encoding == "gb18030":
        yield from _among_gb(text)
    if count := text.count(_GIVEN_UP):
        yield _finding("characters-given-up", Severity.ASKS, count=count)
    may_be_private = any(lead in data for lead in _PRIVATE_LEADS) or _PRIVATE_LEAD.search(data)
    if may_be_private and (private := _PRIVATE.findall(text)):
        codes = [f"U+{ord(c):04X}" for c in dict.fromkeys(private)]
        yield _finding("private-characters", Severity.NOTES, count=len(private), codes=codes[:9])


def _western(text: str) -> Iterator[Finding]:
    found = [(run[0], repaired) for run in _WESTERN.finditer(text) if (repaired := _repair(run[0]))]
    if found:
        yield _mojibake(found)


def _among_gb(text: str) -> Iterator[Finding]:
    found = []
    for run in _AMONG_GB.finditer(text.encode("gb18030", "replace")):
        try:
            found.append((run[0].decode("gb18030", "replace"), run[0].decode("utf-8")))
        except UnicodeDecodeError:
            continue
    if found:
        yield _mojibake(found)


def _mojibake(found: list[tuple[str, str]]) -> Finding:
    printed, repaired = found[0]
    return _finding(
        "mojibake",
        Severity.ASKS,
        count=len(found),
        printed=printed[:_SHOWN],
        repaired=repaired[:_SHOWN],
    )


def _repair(run: str) -> str:
    """Decode once more what was UTF-8; "" where it was not."""
    data = b"".join(_byte(character) for character in run)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _byte(character: str) -> bytes:
    """Give the byte that a character was read from: Windows-1252, or Latin-1 where it has a gap."""
    return character.encode("latin-1" if character < "\u0100" else "cp1252")


def _finding(code: str, severity: Severity, **facts: object) -> Finding:
    return Finding(code, About.READING, severity, Place(), facts)
